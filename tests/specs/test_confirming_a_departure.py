"""Nobody leaves without a title, against a remedy that suspends, or unfit to travel."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    ASSISTANT,
    BOOKED,
    DECLARED,
    DEPART,
    DEPART_WITH_IOM,
    DEPARTED,
    DIRECTOR,
    DRAFTED,
    FIT,
    GRANTED,
    HANDED_IN,
    INFORMED,
    IOM_OPENED,
    IOM_WITHDRAWN,
    LODGED,
    NOTIFIED,
    PREPARED,
    REJECTED,
    TAKEN,
    UNFIT,
    until,
)
from given import Act, brussels, given

from domain import events as e
from domain.lifecycle import Stage
from domain.values import (
    AppealKind,
    DepartureMode,
    Evidence,
    Function,
    Sealed,
    StatisticalCategory,
)

REASON = Sealed.of("a word was missing")
WITH_IOM = DEPARTED.but(mode=DepartureMode.VOLUNTARY_IOM, evidence=(Evidence.IOM_CONFIRMATION,))
FORCED = [DepartureMode.REMOVAL_UNESCORTED, DepartureMode.REMOVAL_ESCORTED]


def in_mode(mode):
    return DEPART.model_copy(update={"mode": mode})


# -- lawful -------------------------------------------------------------------------------


def test_a_prepared_removal_is_carried_out_once_nothing_stands_in_the_way():
    asked = given(*until(FIT)).when(DEPART, at="2026-03-26 07:10")
    asked.then(DEPARTED)
    asked.then_state(stage=Stage.DEPARTED)


def test_who_leaves_from_a_centre_is_counted_as_forced_whatever_the_mode():
    signed = (IOM_OPENED, DECLARED, BOOKED, FIT)
    unescorted = DepartureMode.REMOVAL_UNESCORTED
    forced = StatisticalCategory.FORCED
    given(*until(FIT)).when(in_mode(unescorted)).then(
        DEPARTED.but(mode=unescorted, statistical_category=forced)
    )
    given(*until(NOTIFIED), *signed).when(DEPART_WITH_IOM).then(
        WITH_IOM.but(statistical_category=forced)
    )


def test_a_declaration_is_title_enough_for_a_voluntary_return():
    asked = given(*until(INFORMED), IOM_OPENED, DECLARED, FIT).when(DEPART_WITH_IOM)
    asked.then(WITH_IOM)
    asked.then_state(stage=Stage.DEPARTED)


def test_an_escort_may_go_along_with_someone_who_signed_when_a_decision_is_in_force():
    given(*until(NOTIFIED), IOM_OPENED, DECLARED, FIT).when(DEPART).then(DEPARTED)


# -- title --------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", FORCED)
def test_a_declaration_is_no_title_for_a_removal(mode):
    # It says that the resident wants to leave, not that the State may make her leave.
    given(*until(INFORMED), IOM_OPENED, DECLARED, FIT).when(in_mode(mode)).then_refused("TIT-01")


def test_a_voluntary_return_needs_the_resident_s_own_declaration():
    given(*until(FIT)).when(DEPART_WITH_IOM).then_refused(
        "TIT-01", saying="no voluntary return declaration is signed and standing"
    )


def test_a_withdrawn_declaration_stands_for_nothing():
    withdrawn = (IOM_OPENED, DECLARED, IOM_WITHDRAWN, FIT)
    given(*until(NOTIFIED), *withdrawn).when(DEPART_WITH_IOM).then_refused("TIT-01")


def test_what_the_council_took_away_is_no_title():
    given(*until(NOTIFIED), LODGED, GRANTED, FIT).when(DEPART).then_refused(
        "TIT-01", saying="no decision is notified and in force"
    )


def test_an_older_decision_does_not_come_back_when_the_appeal_met_a_new_draft():
    draft = DRAFTED.at("2026-03-16 11:00")
    given(*until(NOTIFIED), draft, LODGED, GRANTED, FIT).when(DEPART).then_refused("TIT-01")


@pytest.mark.parametrize(
    ("history", "stage"),
    [
        ((ARRIVED,), "arrival"),
        (until(INFORMED), "information"),
        ((*until(NOTIFIED), ANNULLED), "information"),
    ],
    ids=["arrived", "informed", "annulled"],
)
def test_nobody_is_removed_without_a_notified_decision(history, stage):
    given(*history, FIT).when(DEPART).then_refused(
        "ORD-01", "TIT-01", saying=f"does not follow from {stage}"
    )


def test_nobody_is_removed_on_a_decision_that_was_never_notified():
    given(*until(TAKEN), FIT).when(DEPART).then_refused("ORD-01", "TIT-01", "DEC-04")


def test_a_further_decision_that_was_taken_is_notified_or_annulled_first():
    further = (DRAFTED.at("2026-03-23 11:00"), TAKEN.at("2026-03-23 15:00"))
    given(*until(NOTIFIED), *further, FIT).when(DEPART).then_refused(
        "DEC-04", saying="the decision of round 2", finding="NEVER_NOTIFIED"
    )
    annulled = ANNULLED.at("2026-03-24 09:00")
    given(*until(NOTIFIED), *further, annulled, FIT).when(DEPART).then(DEPARTED)


# -- remedies, old regime -----------------------------------------------------------------

SUSPENSIVE = [
    (AppealKind.ANNULMENT_LISTED, "APP-02"),
    (AppealKind.EXTREME_URGENCY, "APP-03"),
    (AppealKind.ASYLUM, "APP-04a"),
    (AppealKind.UNKNOWN, "APP-03"),
]


def brought(kind, *, at="2026-03-17 15:30", number="CCE-318442"):
    return HANDED_IN.at(at).but(kind=kind, reference=number)


@pytest.mark.parametrize(("kind", "rule"), SUSPENSIVE)
def test_an_open_appeal_that_suspends_stops_the_departure(kind, rule):
    given(*until(NOTIFIED), brought(kind), FIT).when(DEPART).then_refused(
        rule,
        saying=f"the {kind} appeal CCE-318442 is undecided since 2026-03-17",
        finding="DEPARTED_UNDER_APPEAL",
    )


def test_an_ordinary_annulment_appeal_does_not_by_itself():
    given(*until(NOTIFIED), brought(AppealKind.ANNULMENT), FIT).when(DEPART).then(DEPARTED)


def test_the_appeal_stops_it_from_the_hand_in_until_the_outcome():
    handed, lodged, decided = HANDED_IN, LODGED, REJECTED
    given(*until(NOTIFIED), handed, FIT).when(DEPART).then_refused("APP-03")
    given(*until(NOTIFIED), handed, lodged, FIT).when(DEPART).then_refused("APP-03")
    given(*until(NOTIFIED), handed, lodged, decided, FIT).when(DEPART).then(DEPARTED)


def test_every_open_appeal_is_named():
    two = (
        brought(AppealKind.ASYLUM, number="CCE-318001"),
        brought(AppealKind.ANNULMENT_LISTED, number="CCE-318002"),
    )
    asked = given(*until(NOTIFIED), *two, FIT).when(DEPART)
    asked.then_refused("APP-02", "APP-04a", saying="CCE-318001")
    asked.then_refused("APP-02", "APP-04a", saying="CCE-318002")


def test_an_appeal_brought_before_any_decision_stops_it_whatever_its_kind():
    early = brought(AppealKind.ANNULMENT, at="2026-03-05 10:00")
    history = [act for act in until(FIT) if act is not ARRIVED]
    given(ARRIVED, early, *history).when(DEPART).then_refused("APP-03")


def test_consent_does_not_lift_an_open_appeal():
    signed = (IOM_OPENED, DECLARED, BOOKED)
    given(*until(NOTIFIED), *signed, brought(AppealKind.ASYLUM), FIT).when(
        DEPART_WITH_IOM
    ).then_refused("APP-04a")


# -- health -------------------------------------------------------------------------------


def test_nobody_leaves_without_having_seen_a_doctor():
    given(*until(PREPARED)).when(DEPART, at="2026-03-26 07:10").then_refused(
        "EXE-06", saying="no doctor has certified fitness to travel"
    )


def test_nobody_leaves_whom_the_doctor_found_unfit():
    given(*until(PREPARED), UNFIT).when(DEPART).then_refused(
        "EXE-06", saying="found the resident unfit to travel on 2026-03-25"
    )


def test_a_later_finding_replaces_a_certificate():
    later = UNFIT.at("2026-03-25 20:00")
    given(*until(FIT), later).when(DEPART).then_refused("EXE-06", saying="unfit")
    given(*until(FIT), later, FIT.at("2026-03-26 06:00")).when(DEPART).then(DEPARTED)


def test_a_certificate_is_good_for_seventy_two_hours():
    given(*until(FIT)).when(DEPART, at="2026-03-28 08:30").then(DEPARTED)
    given(*until(FIT)).when(DEPART, at="2026-03-28 08:31").then_refused(
        "EXE-06", saying="the certificate of 2026-03-25 was valid for 72 hours"
    )


def test_those_are_hours_even_over_the_night_the_clock_changes():
    seen = FIT.at("2026-03-28 12:00")
    given(*until(PREPARED), seen).when(DEPART, at="2026-03-31 13:00").then(DEPARTED)
    given(*until(PREPARED), seen).when(DEPART, at="2026-03-31 13:01").then_refused("EXE-06")


def test_who_leaves_of_her_own_will_sees_the_doctor_too():
    given(*until(NOTIFIED), IOM_OPENED, DECLARED).when(DEPART_WITH_IOM).then_refused("EXE-06")


# -- dates --------------------------------------------------------------------------------


def test_nobody_left_before_the_removal_was_prepared():
    given(*until(FIT)).when(DEPART, at="2026-03-24 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 25)
    )


def test_a_certificate_written_afterwards_does_not_make_an_earlier_departure_lawful():
    given(*until(FIT)).when(DEPART, at="2026-03-25 08:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 25)
    )


def test_a_rejection_that_came_afterwards_does_not_make_an_earlier_departure_lawful():
    fit = FIT.at("2026-03-18 08:00")
    given(*until(NOTIFIED), HANDED_IN, fit, REJECTED).when(
        DEPART, at="2026-03-19 07:00"
    ).then_refused("ORD-02", passes_on=date(2026, 3, 20))


def test_a_signature_given_afterwards_does_not_make_an_earlier_departure_voluntary():
    fit = FIT.at("2026-03-16 12:00")
    given(*until(INFORMED), IOM_OPENED, fit, DECLARED).when(
        DEPART_WITH_IOM, at="2026-03-17 07:00"
    ).then_refused("ORD-02", passes_on=date(2026, 3, 18))


def test_a_correction_made_since_does_not_hold_up_the_date_of_the_departure():
    correction = Act(
        e.RecordCorrected(corrects=3, field="remark", becomes_identity=REASON, reason=REASON),
        DIRECTOR,
        brussels("2026-03-26 15:00"),
    )
    given(*until(FIT), correction).when(DEPART, at="2026-03-26 07:10").then(DEPARTED)


def test_nobody_left_tomorrow():
    given(*until(FIT)).when(DEPART, at="2026-03-26 07:10", now="2026-03-25 17:00").then_refused(
        "ORD-03", passes_on=date(2026, 3, 26)
    )


def test_nobody_leaves_twice():
    given(*until(DEPARTED)).when(DEPART).then_refused("ORD-04")


# -- who, and everything at once ----------------------------------------------------------


def test_coaches_and_the_director_record_it():
    given(*until(FIT)).when(DEPART).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR
    )


def test_all_that_stands_in_the_way_is_said_at_once():
    defective = NOTIFIED.but(remedies_stated=False)
    given(*until(TAKEN), defective, HANDED_IN).when(
        DEPART, by=ASSISTANT, at="2026-03-18 07:00", now="2026-03-17 18:00"
    ).then_refused("AUT-02", "ORD-03", "APP-03", "INF-04", "EXE-06")
