"""Under the second procedure nobody leaves past any of the sixteen conditions."""

import json
from pathlib import Path

import pytest
from dossier import (
    BOOKED,
    COACH,
    DECLARED,
    DEPART_WITH_IOM,
    DOCTOR,
    FIT,
    HANDED_IN,
    INFORMED,
    INTERVIEWED,
    NOTIFIED,
    OFFICER,
    PREPARED,
    UNFIT,
)
from examples import iom
from examples.removal import (
    ADMITTED,
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
    STARTED,
    TO_START,
    UNDER_WAY,
    instead,
    without,
)
from given import Act, brussels, given, known_as

from domain import events as e
from domain.decide.departure import BRAKES, CONDITIONS_OF_2
from domain.lifecycle import Stage
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
    leave(*history, FIT_TO_FLY, **UNESCORTED).then_refused("DPT-02", "EXE-04", "EXE-05")


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
    "announcement": (without(UNDER_WAY, ANNOUNCED), "EXE-05"),
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
    from examples.removal import SCHEDULE

    history, rule = (
        ((*TO_START, CAME_UP[what][0]), CAME_UP[what][1]) if what in CAME_UP else NEVER_WAS[what]
    )
    again = (*without(history, STARTED, CHECKED), PROPOSED.at("2026-03-30 06:21"))
    cancelled = on_the_way(e.AttemptCancelled(reason="airline-refused"), when="2026-03-30 06:20")
    order = SCHEDULE.model_copy(update={"departs": "2026-03-30T20:00+02:00"})
    asked = given(*again, cancelled).when(order, at="2026-03-30 06:30")
    can_wait = ("EXE-06", "MED-01", "IDE-03", "CUS-04", "EXE-04", "EXE-05", "EXE-03", "DPT-01")
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
        *("IDE-03", "EXE-05", "EXE-04", "EXE-03", "CUS-04", "PRO-03", "PRO-04"),
        "DPT-01",
        finding="DEPARTED_UNDER_APPEAL",
    )


def test_the_conditions_stand_in_the_order_in_which_the_desk_reads_them():
    names = [condition.__name__ for condition in CONDITIONS_OF_2]
    assert names == [
        *("has_title", "decisions_notified"),
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
        "DPT-02", "APP-03", "EXE-04", "EXE-05", passes_on=None
    )


# -- in another way ---------------------------------------------------------------------------


def test_who_agrees_may_leave_on_a_ticket_of_her_own_within_the_term():
    fit = FIT.at("2026-03-20 08:30")
    leave(*BEFORE, fit, at="2026-03-21 07:10", consents=True, **OTHER).then_state(
        stage=Stage.DEPARTED
    )


@pytest.mark.parametrize("consents", [None, False])
def test_who_is_not_known_to_agree_is_taken_for_removed(consents):
    fit = FIT.at("2026-03-20 08:30")
    asked = leave(*BEFORE, fit, at="2026-03-21 07:10", consents=consents, **OTHER)
    asked.then_refused("DPT-02", "APP-03", "EXE-04", "EXE-05")


def test_saying_that_she_agrees_makes_no_removal_voluntary():
    fit = FIT.at("2026-03-20 08:30")
    asked = leave(*BEFORE, fit, at="2026-03-21 07:10", consents=True, **UNESCORTED)
    asked.then_refused("DPT-02", "APP-03", "EXE-04", "EXE-05")


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
