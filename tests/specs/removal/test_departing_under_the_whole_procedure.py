"""Under the second procedure nobody leaves past any of the sixteen conditions."""

import json
from pathlib import Path

import pytest
from dossier import (
    BOOKED,
    COACH,
    CORRECT,
    DECLARED,
    DEPART,
    DEPART_WITH_IOM,
    DOCTOR,
    FIT,
    HANDED_IN,
    INFORMED,
    INTERVIEWED,
    NOTIFIED,
    OFFICER,
    PREPARE,
    PREPARED,
    UNFIT,
    until,
)
from examples import iom
from examples.removal import (
    ADMITTED,
    AGREED,
    ANNOUNCED,
    BEFORE,
    CHECKED,
    DECIDED,
    DOCUMENT,
    FIT_TO_FLY,
    LEAVE,
    MONITORED,
    PLANNED,
    PROPOSED,
    SCHEDULED,
    SIGNED,
    STARTED,
    STATED,
    TO_START,
    UNDER_WAY,
    instead,
    without,
)
from given import Act, brussels, given, known_as

from domain import events as e
from domain.decide.departure import BRAKES, CONDITIONS_OF_2
from domain.lifecycle import Stage
from domain.state.decision import removing
from domain.values import (
    AppealKind,
    DepartureMode,
    Evidence,
    Function,
    Sealed,
    StatisticalCategory,
)
from workflows.upcasts import event_from

FEAR = Sealed.of("fears her brother-in-law")
OTHER = {"mode": DepartureMode.OTHER}
UNESCORTED = {"mode": DepartureMode.REMOVAL_UNESCORTED}


def on_the_way(event, who=COACH, when="2026-03-29 12:00"):
    """Tell something that came up between the announcement and the attempt."""
    return Act(event, who, brussels(when))


def leave(*history, at="2026-03-30 09:40", **said):
    return given(*history).when(LEAVE.model_copy(update=said), at=at)


# -- by force -------------------------------------------------------------------------------


def test_an_attempt_carried_out_is_a_departure():
    asked = leave(*UNDER_WAY)
    asked.then(
        e.DepartureConfirmed(
            mode=DepartureMode.REMOVAL_ESCORTED,
            statistical_category=StatisticalCategory.FORCED,
            consents=False,
            evidence=(Evidence.ESCORT_REPORT, Evidence.BOARDING_CARD),
        )
    )
    asked.then_state(
        stage=Stage.DEPARTED, removal__attempt__carried_out=brussels("2026-03-30 09:40")
    )


def test_nobody_is_removed_but_in_an_attempt_that_has_started():
    leave(*without(UNDER_WAY, STARTED)).then_refused(
        "DPT-02", saying="no removal attempt has started"
    )


@pytest.mark.parametrize("stage", ["notified", "prepared"])
def test_nobody_is_removed_from_an_earlier_stage(stage):
    history = BEFORE if stage == "notified" else (*BEFORE, PREPARED)
    leave(*history, FIT_TO_FLY, **UNESCORTED).then_refused("DPT-02", "EXE-04", "DPT-07")


def test_a_removal_that_goes_without_force_in_the_end_is_lawful_too():
    leave(*UNDER_WAY, **UNESCORTED).then_state(stage=Stage.DEPARTED)


CAME_UP = {
    "remedy": (HANDED_IN, "APP-03"),
    "asylum wish": (on_the_way(e.AsylumWishExpressed(note=FEAR)), "PRO-01"),
    "risk": (on_the_way(e.RefoulementRiskFound(note=FEAR)), "POS-01"),
    "advice": (on_the_way(e.RefoulementAdviceGiven(risk=True)), "POS-02"),
    "postponement": (
        on_the_way(
            e.RemovalPostponed(until="2026-03-30", reason="technical", informed="written"), OFFICER
        ),
        "POS-03",
    ),
    "interim measure": (on_the_way(e.InterimMeasureOrdered(body="ecthr-rule-39")), "ECH-01"),
    "unfit": (UNFIT.at("2026-03-29 12:00"), "EXE-06"),
    "objection": (
        on_the_way(e.MedicalObjectionRaised(note=Sealed.of("thrombosis")), DOCTOR),
        "MED-01",
    ),
    "document lost": (on_the_way(e.TravelDocumentLost(kind="passport")), "IDE-03"),
    "prison": (on_the_way(e.ResidentMoved(to="prison")), "CUS-04"),
    "hospital": (on_the_way(e.ResidentMoved(to="hospital")), "CUS-04"),
    "judicial hold": (on_the_way(e.JudicialHoldPlaced(authority="court")), "PRO-03"),
    "protected status": (
        on_the_way(e.ProtectedStatusOpened(status="trafficking-victim")),
        "PRO-04",
    ),
    "right of residence": (on_the_way(e.RegularisationGranted(), OFFICER), "PRO-07"),
}

NEVER_WAS = {
    "title": (instead(UNDER_WAY, NOTIFIED, INTERVIEWED), "TIT-01"),
    "departure period over": (
        instead(UNDER_WAY, DECIDED[2], DECIDED[2].but(days=30, ground=None)),
        "DEP-01",
    ),
    "fitness": (without(UNDER_WAY, FIT_TO_FLY), "EXE-06"),
    "guardian": (
        instead(UNDER_WAY, ADMITTED, ADMITTED.but(age="minor", unaccompanied=True)),
        "FAM-03",
    ),
    "document": (without(UNDER_WAY, DOCUMENT), "IDE-03"),
    "announcement": (without(UNDER_WAY, ANNOUNCED), "DPT-07"),
    "General Inspectorate": (without(UNDER_WAY, MONITORED), "EXE-04"),
    "escort": (without(UNDER_WAY, PROPOSED), "EXE-03"),
    "recent check": (without(UNDER_WAY, CHECKED), "DPT-01"),
}


def rules_against(asked):
    failures, _ = asked._refused()
    return {failing.rule for failing in failures}


@pytest.mark.parametrize("what", CAME_UP)
def test_what_came_up_stops_the_departure_although_the_attempt_has_started(what):
    came_up, rule = CAME_UP[what]
    assert rule in rules_against(leave(*UNDER_WAY, came_up))


@pytest.mark.parametrize("what", NEVER_WAS)
def test_what_never_was_stops_the_departure(what):
    history, rule = NEVER_WAS[what]
    assert rule in rules_against(leave(*history))


@pytest.mark.parametrize("what", CAME_UP)
def test_what_would_stop_the_departure_stops_the_attempt(what):
    from examples.removal import START

    came_up, rule = CAME_UP[what]
    asked = given(*TO_START, came_up).when(START, at="2026-03-30 06:30")
    assert rule in rules_against(asked)


@pytest.mark.parametrize("what", [*CAME_UP, *NEVER_WAS])
def test_what_the_law_holds_back_is_not_planned_and_the_rest_can_wait(what):
    from examples.removal import REMOVAL_DIRECTOR, SCHEDULE

    history, rule = (
        ((*TO_START, CAME_UP[what][0]), CAME_UP[what][1]) if what in CAME_UP else NEVER_WAS[what]
    )
    again = (*without(history, STARTED, CHECKED), PROPOSED.at("2026-03-30 06:21"))
    cancelled = on_the_way(e.AttemptCancelled(reason="airline-refused"), when="2026-03-30 06:20")
    order = SCHEDULE.model_copy(update={"departs": "2026-03-30T20:00+02:00"})
    asked = given(*again, cancelled).when(order, by=REMOVAL_DIRECTOR, at="2026-03-30 06:30")
    can_wait = ("EXE-06", "MED-01", "IDE-03", "CUS-04", "EXE-04", "DPT-07", "EXE-03", "DPT-01")
    if rule in can_wait:
        asked.then_state(stage=Stage.DEPARTURE_PLANNED)
    else:
        assert rule in rules_against(asked)


def test_all_that_stands_in_the_way_is_said_at_once():
    came_up = [
        event for event, rule in CAME_UP.values() if rule not in ("EXE-06", "CUS-04", "APP-03")
    ]
    history = without(UNDER_WAY, FIT_TO_FLY, ANNOUNCED, MONITORED, PROPOSED, CHECKED)
    prison = CAME_UP["prison"][0]
    leave(*history, HANDED_IN, prison, *came_up).then_refused(
        *("APP-03", "PRO-01", "POS-01", "POS-02", "POS-03", "ECH-01", "EXE-06", "MED-01"),
        *("IDE-03", "DPT-07", "EXE-04", "EXE-03", "CUS-04", "PRO-03", "PRO-04"),
        *("PRO-07", "DPT-01"),
        finding="DEPARTED_UNDER_APPEAL",
    )


def test_the_conditions_stand_in_the_order_in_which_the_desk_reads_them():
    names = [condition.__name__ for condition in CONDITIONS_OF_2]
    assert names == [
        *("has_title", "still_responsible", "decisions_notified"),
        "period_over",
        "no_remedy_runs",
        "no_right_to_remain",
        *("no_refoulement_risk", "not_put_off"),
        "no_interim_measure",
        *("fit_to_travel", "no_open_objection"),
        *("family_together", "minor_provided_for"),
        "valid_document",
        "announced",
        "monitor_informed",
        "escort_lawful",
        "not_held_elsewhere",
        "no_judicial_hold",
        "no_protected_status",
        "no_right_of_residence",
        "judged_lately",
    ]
    assert [each for each in CONDITIONS_OF_2 if each in BRAKES] == list(BRAKES)


def test_an_open_appeal_in_history_is_found_as_before():
    told = given(*UNDER_WAY, HANDED_IN).when_read_back(LEAVE, at="2026-03-30 09:40")
    told.then_refused("APP-03", finding="DEPARTED_UNDER_APPEAL")


# -- of free will -----------------------------------------------------------------------------

WITH_IOM = (*iom.TRAVEL_BOOKED, DOCUMENT, FIT.at("2026-03-20 08:30"))


def with_iom(*history):
    return given(*history).when(DEPART_WITH_IOM, at="2026-03-21 07:10")


def test_who_signed_and_is_booked_leaves_with_iom_without_term_notice_monitor_or_escort():
    with_iom(*WITH_IOM).then_state(stage=Stage.DEPARTED)
    decided = tuple(each for each in DECIDED if each is not DECIDED[2])
    in_term = (*WITH_IOM, *decided)  # ordered to leave on 13 March: within thirty days
    with_iom(*in_term).then_state(stage=Stage.DEPARTED)


def test_who_signed_and_is_not_booked_does_not_leave_with_iom():
    with_iom(*without(WITH_IOM, BOOKED)).then_refused("IOM-01", saying="no journey is booked")


def test_a_booking_without_a_signature_on_record_is_no_consent():
    assert "TIT-01" in rules_against(with_iom(*without(WITH_IOM, DECLARED)))
    asked = leave(*without(WITH_IOM, DECLARED), at="2026-03-21 07:10", **OTHER)
    assert {"TIT-01", "DPT-02"} <= rules_against(asked)


def test_who_withdrew_does_not_leave_with_iom():
    withdrawn = on_the_way(e.IomFileWithdrawn(), when="2026-03-20 10:00")
    assert {"TIT-01", "IOM-01"} <= rules_against(with_iom(*WITH_IOM, withdrawn))


def test_an_objection_of_the_office_after_the_booking_stops_it():
    objected = iom.OBJECTED.at("2026-03-20 14:00")
    with_iom(*WITH_IOM, objected).then_refused("IOM-05", saying="objects to the journey")


@pytest.mark.parametrize(
    ("missing", "rule"), [(FIT.at("2026-03-20 08:30"), "EXE-06"), (DOCUMENT, "IDE-03")]
)
def test_who_leaves_of_her_own_will_is_fit_and_has_a_document_too(missing, rule):
    with_iom(*without(WITH_IOM, missing)).then_refused(rule)


@pytest.mark.parametrize(
    "what", ["asylum wish", "risk", "interim measure", "judicial hold", "protected status"]
)
def test_her_own_will_does_not_lift_what_protects(what):
    came_up, rule = CAME_UP[what]
    with_iom(*WITH_IOM, came_up.at("2026-03-20 12:00")).then_refused(rule)


def test_her_own_will_does_not_lift_an_open_appeal():
    asylum = HANDED_IN.but(kind=AppealKind.ASYLUM).at("2026-03-20 12:00")
    assert "APP-04a" in rules_against(with_iom(*WITH_IOM, asylum))


def test_no_declaration_makes_a_removal_voluntary():
    declared = (ADMITTED, INFORMED, *DECIDED, *WITH_IOM[2:])
    forced = LEAVE.model_copy(update=UNESCORTED)
    given(*declared).when(forced, at="2026-03-21 07:10").then_refused(
        "DPT-02", "APP-03", "EXE-04", "DPT-07", passes_on=None
    )


# -- in another way ---------------------------------------------------------------------------


RELEASED = Act(e.ResidentReleased(reason="no-prospect"), OFFICER, brussels("2026-03-19 16:00"))
FREE = (*BEFORE, RELEASED, FIT.at("2026-03-20 08:30"))
"""Ordered to leave and let go: the term of the extreme urgency runs until the 23rd."""


def test_who_was_released_and_agrees_may_leave_on_a_ticket_of_her_own_within_the_term():
    leave(*FREE, at="2026-03-21 07:10", consents=True, **OTHER).then_state(stage=Stage.DEPARTED)


def test_of_somebody_held_one_word_lifts_nothing():
    held = without(FREE, RELEASED)
    leave(*held, at="2026-03-21 07:10", consents=True, **OTHER).then_refused(
        *("DPT-02", "DPT-06", "APP-03", "EXE-04", "DPT-07"), saying="bears out that the person"
    )


HELD_TO_LEAVE = (
    *instead(without(TO_START, SIGNED, SCHEDULED, ANNOUNCED, MONITORED), STATED, AGREED),
    FIT_TO_FLY,
)


def test_her_statement_on_the_check_list_bears_it_out_and_is_another_s_to_tick():
    asked = {"at": "2026-03-30 06:00", "consents": True, **OTHER}
    leave(*HELD_TO_LEAVE, **asked).then_state(stage=Stage.DEPARTED)
    leave(*without(HELD_TO_LEAVE, AGREED), **asked).then_refused(
        "DPT-02", "DPT-06", "EXE-04", "DPT-07"
    )
    own = given(*HELD_TO_LEAVE).when(
        LEAVE.model_copy(update={"consents": True, **OTHER}), by=COACH, at="2026-03-30 06:00"
    )
    own.then_refused("SEP-01", saying="another person must record", exit_code=4)


@pytest.mark.parametrize("statement", ["refusal", None])
def test_a_statement_of_refusal_or_one_that_is_not_known_is_no_consent(statement):
    stated = instead(HELD_TO_LEAVE, AGREED, AGREED.but(statement=statement))
    asked = leave(*stated, at="2026-03-30 06:00", consents=True, **OTHER)
    asked.then_refused("DPT-02", "DPT-06", "EXE-04", "DPT-07", saying="as one of consent")


@pytest.mark.parametrize("consents", [None, False])
def test_a_statement_on_the_list_says_nothing_where_the_departure_does_not(consents):
    asked = leave(*HELD_TO_LEAVE, at="2026-03-30 06:00", consents=consents, **OTHER)
    asked.then_refused("DPT-02", "EXE-04", "DPT-07")


@pytest.mark.parametrize("history", [TO_START, UNDER_WAY], ids=["planned", "started"])
@pytest.mark.parametrize("mode", [DepartureMode.OTHER, DepartureMode.VOLUNTARY_IOM])
def test_while_an_attempt_is_open_nobody_leaves_in_another_way(history, mode):
    asked = leave(*history, consents=True, mode=mode)
    assert "DPT-02" in rules_against(asked)
    assert "fail or cancel it before" in str(asked._refused()[1])


def test_a_declaration_does_not_stand_against_who_says_no():
    refusing = DEPART_WITH_IOM.model_copy(update={"consents": False})
    given(*WITH_IOM).when(refusing, at="2026-03-21 07:10").then_refused(
        "TIT-01", saying="does not agree to go"
    )


@pytest.mark.parametrize("consents", [None, False])
def test_who_is_not_known_to_agree_is_taken_for_removed(consents):
    fit = FIT.at("2026-03-20 08:30")
    asked = leave(*BEFORE, fit, at="2026-03-21 07:10", consents=consents, **OTHER)
    asked.then_refused("DPT-02", "APP-03", "EXE-04", "DPT-07")


def test_saying_that_she_agrees_makes_no_removal_voluntary():
    fit = FIT.at("2026-03-20 08:30")
    asked = leave(*BEFORE, fit, at="2026-03-21 07:10", consents=True, **UNESCORTED)
    asked.then_refused("DPT-02", "APP-03", "EXE-04", "DPT-07")


# -- a title that removes ---------------------------------------------------------------------


def kind_of_title(kind):
    """Tell the whole removal with a decision of another kind."""
    drafted, taken = (DECIDED[0].but(kind=kind), DECIDED[1].but(kind=kind))
    return instead(instead(UNDER_WAY, DECIDED[0], drafted), DECIDED[1], taken)


@pytest.mark.parametrize(
    "kind", ["entry-ban", "detention-title", "non-admission", "regularisation-refused"]
)
def test_a_decision_that_removes_nobody_is_no_title(kind):
    leave(*kind_of_title(kind)).then_refused("TIT-01", saying=f"no title to remove: {kind}")


@pytest.mark.parametrize("kind", ["return-decision", "refoulement", "dublin-transfer"])
def test_a_decision_that_removes_is_one(kind):
    assert "TIT-01" not in rules_or_none(leave(*kind_of_title(kind)))


def rules_or_none(asked):
    from domain.decide import Refused

    try:
        asked.events()
    except Refused as refusal:
        return {failing.rule for failing in refusal.failures}
    return set()


@pytest.mark.parametrize("kind", [None, "other"])
def test_a_decision_of_unknown_kind_is_none_until_its_record_is_put_right(kind):
    history = kind_of_title(kind)
    taken = next(at for at, act in enumerate(history, 1) if isinstance(act.event, e.DecisionTaken))
    found = leave(*history)
    assert "TIT-01" in rules_against(found)
    assert f"correct its record of version {taken}, field kind" in str(found._refused()[1])
    correct = CORRECT.model_copy(
        update={"corrects": taken, "field": "kind", "becomes": "return-decision"}
    )
    assert given(*history).when(correct, at="2026-03-30 09:00").events()
    corrected = Act(
        e.RecordCorrected(corrects=taken, field="kind", becomes="return-decision", reason=FEAR),
        OFFICER,
        brussels("2026-03-30 09:00"),
    )
    assert "TIT-01" not in rules_or_none(leave(*history, corrected))


def test_an_entry_ban_is_no_title_where_the_order_to_leave_is_annulled():
    ban = tuple(
        act.but(kind="entry-ban", form="13sexies", reference="BAN-2026-1").at(moment)
        if not isinstance(act.event, e.DecisionNotified)
        else act.but(reference="BAN-2026-1").at(moment)
        for act, moment in zip(
            (DECIDED[0], DECIDED[1], NOTIFIED),
            ("2026-03-14 09:00", "2026-03-14 10:00", "2026-03-14 11:00"),
            strict=True,
        )
    )
    both = (*BEFORE, *ban)
    order = given(*both).when(PREPARE, at="2026-03-26 10:00")
    order.events()
    rounds = order.state().rounds
    suspended = (rounds[0]._replace(suspended=True), rounds[1])
    assert removing(rounds) is rounds[0]
    assert removing(suspended) is None


# -- how it is counted, and what shows it -----------------------------------------------------


@pytest.mark.parametrize(
    ("history", "said", "category"),
    [
        (UNDER_WAY, {}, StatisticalCategory.FORCED),
        (HELD_TO_LEAVE, {"consents": True, **OTHER}, StatisticalCategory.FORCED),
        ((*HELD_TO_LEAVE, RELEASED), {"consents": True, **OTHER}, StatisticalCategory.VOLUNTARY),
        ((*UNDER_WAY, RELEASED), {}, StatisticalCategory.FORCED),
    ],
    ids=["removed", "held and willing", "released and willing", "released and removed"],
)
def test_a_return_from_a_place_is_counted_as_forced_and_after_a_release_a_removal(
    history, said, category
):
    (left,) = leave(*history, at="2026-03-30 09:40", **said).events()
    assert known_as(e.DepartureConfirmed, left).statistical_category is category


def test_it_is_said_what_shows_that_she_left():
    leave(*UNDER_WAY, evidence=()).then_refused("DPT-05", saying="not said what shows")


def test_other_evidence_needs_words():
    other = (Evidence.ESCORT_REPORT, Evidence.OTHER)
    leave(*UNDER_WAY, evidence=other).then_refused("COD-02", saying="other needs a remark")
    words = Sealed.of("a photograph at the gate")
    leave(*UNDER_WAY, evidence=other, remark=words).then_state(stage=Stage.DEPARTED)


def test_the_first_procedure_asks_for_no_evidence():
    bare = DEPART.model_copy(update={"evidence": ()})
    (left,) = given(*until(FIT)).when(bare).events()
    assert known_as(e.DepartureConfirmed, left).evidence == (Evidence.OTHER,)


# -- who, and what is kept --------------------------------------------------------------------


def test_coaches_and_the_director_record_it():
    leave(*UNDER_WAY).is_for(Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR)


def test_a_departure_told_in_the_first_shape_is_read_in_the_second():
    golden = Path(__file__).parents[2] / "golden" / "events"
    first, second = (
        json.loads((golden / f"departure-confirmed.{shape}.json").read_bytes())["data"]
        for shape in ("v1", "v2")
    )
    assert first["evidence"] == "escort-report"
    read = known_as(e.DepartureConfirmed, event_from("departure-confirmed.v1", first))
    assert read.TOPIC == "departure-confirmed.v2"
    assert (read.evidence, read.consents) == ((Evidence.ESCORT_REPORT,), None)
    later = known_as(e.DepartureConfirmed, event_from("departure-confirmed.v2", second))
    assert later.consents is False


def test_who_has_left_has_left():
    departed = Act(e.TrajectoryClosed(), COACH, brussels("2026-03-31 09:00"))
    assert "ORD-04" in rules_against(leave(*PLANNED, departed, at="2026-03-31 10:00"))


def test_after_the_end_nothing_untrue_is_said_of_the_plan():
    gone = Act(e.DepartureConfirmed(**DEPART_AS_TOLD), COACH, brussels("2026-03-30 09:40"))
    leave(*UNDER_WAY, gone, at="2026-03-30 12:00").then_refused("ORD-04")


DEPART_AS_TOLD = {
    "mode": DepartureMode.REMOVAL_ESCORTED,
    "statistical_category": StatisticalCategory.FORCED,
    "evidence": (Evidence.ESCORT_REPORT,),
}
