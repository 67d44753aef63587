"""The caseload says where every dossier stands, as the journal tells it."""

from dossier import (
    ANNULLED,
    ARRIVED,
    CLOSED,
    COACH,
    DEPARTED,
    DIRECTOR,
    INFORMED,
    INTERVIEWED,
    NOT_RETURNED,
    NOTIFIED,
    NUMBER,
    SECURITY,
    until,
)
from examples.incidents import FED_BACK, STRIKE
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.values import InformationKind, Sealed
from projections import caseload

OTHER = "HOL-2026-0043"
THIRD = "HOL-2026-0044"


def test_a_resident_admitted_and_informed_at_the_desk_is_on_the_caseload(centre):
    centre.order(c.OpenTrajectory(dossier=NUMBER, centre="HOL"), SECURITY, ARRIVED.when)
    told = centre.order(
        c.GiveInformation(dossier=NUMBER, language="fa", interpreter="I-17"), COACH, INFORMED.when
    )
    assert centre.ask(caseload.of_centre, "HOL") == [
        caseload.Case(
            dossier=NUMBER,
            centre="HOL",
            stage="information",
            since=told.occurred_at,
            opened=ARRIVED.when,
            latest=told.occurred_at,
            resident=NUMBER,
            version=2,
            ended=False,
            duties=False,
        )
    ]


def test_another_centres_dossiers_are_not_on_it(centre):
    centre.record(NUMBER, ARRIVED)
    centre.record("MER-2026-0007", ARRIVED.but(centre="MER"))
    assert _numbers(centre.ask(caseload.of_centre, "MER")) == ["MER-2026-0007"]


def test_who_is_longest_in_a_stage_comes_first(centre):
    centre.record(NUMBER, *until(NOTIFIED))
    centre.record(OTHER, ARRIVED.at("2026-03-06 10:00"), INFORMED.at("2026-03-06 11:00"))
    centre.record(THIRD, ARRIVED.at("2026-02-02 10:00"))
    assert _numbers(centre.ask(caseload.of_centre, "HOL")) == [THIRD, OTHER, NUMBER]


def test_who_left_or_did_not_return_is_shown_only_with_everything(centre):
    centre.record(NUMBER, *until(DEPARTED))
    centre.record(OTHER, *until(NOTIFIED), NOT_RETURNED)
    centre.record(THIRD, *until(NOTIFIED))
    assert _numbers(centre.ask(caseload.of_centre, "HOL")) == [THIRD]
    everything = centre.ask(caseload.of_centre, "HOL", everything=True)
    assert {(case.dossier, case.ended) for case in everything} == {
        (NUMBER, True),
        (OTHER, True),
        (THIRD, False),
    }


def test_something_may_be_due_in_what_runs_and_in_what_ended_with_a_duty_left(centre):
    centre.record(NUMBER, *until(NOTIFIED), STRIKE, DEPARTED)
    centre.record(OTHER, *until(NOTIFIED), STRIKE, FED_BACK, DEPARTED)
    centre.record(THIRD, ARRIVED)
    centre.record("MER-2026-0007", ARRIVED.but(centre="MER"))
    assert centre.ask(caseload.running, "HOL") == [NUMBER, THIRD]
    assert centre.ask(caseload.running) == [NUMBER, THIRD, "MER-2026-0007"]
    everything = centre.ask(caseload.of_centre, "HOL", everything=True)
    assert {(case.dossier, case.ended, case.duties) for case in everything} == {
        (NUMBER, True, True),
        (OTHER, True, False),
        (THIRD, False, False),
    }


def test_a_duty_done_after_the_end_takes_the_dossier_off_the_list(centre):
    centre.record(NUMBER, *until(NOTIFIED), STRIKE, DEPARTED)
    assert centre.ask(caseload.running) == [NUMBER]
    centre.record(NUMBER, FED_BACK.at("2026-03-27 15:00"))
    assert centre.ask(caseload.running) == []


def test_each_step_moves_the_one_row_of_the_dossier(centre):
    for act in (*until(NOTIFIED), ANNULLED):
        centre.record(NUMBER, act)
        (case,) = centre.ask(caseload.of_centre, "HOL")
        state = centre.state(NUMBER)
        assert (case.stage, case.since, case.latest, case.version) == (
            state.stage,
            state.since,
            state.latest,
            state.version,
        )


def test_an_act_typed_in_late_is_put_where_it_happened(centre):
    centre.record(NUMBER, ARRIVED, INTERVIEWED)
    centre.catch_up()
    centre.record(NUMBER, INFORMED)
    (case,) = centre.ask(caseload.of_centre, "HOL")
    assert (case.stage, case.since, case.latest) == (
        "information",
        INFORMED.when,
        INTERVIEWED.when,
    )


def test_a_correction_of_the_moment_moves_since(centre):
    centre.record(NUMBER, ARRIVED, INFORMED)
    centre.catch_up()
    centre.record(NUMBER, _corrected(2, "occurred_at", brussels("2026-03-02 18:00").isoformat()))
    (case,) = centre.ask(caseload.of_centre, "HOL")
    assert case.since == brussels("2026-03-02 18:00")


def test_a_correction_of_the_centre_moves_the_dossier_to_the_other_caseload(centre):
    centre.record(NUMBER, ARRIVED)
    centre.catch_up()
    centre.record(NUMBER, _corrected(1, "centre", "CAR"))
    assert centre.ask(caseload.of_centre, "HOL") == []
    assert _numbers(centre.ask(caseload.of_centre, "CAR")) == [NUMBER]


def test_a_correction_of_what_was_told_takes_the_stage_back(centre):
    centre.record(NUMBER, ARRIVED, INFORMED)
    centre.catch_up()
    centre.record(NUMBER, _corrected(2, "kinds", [InformationKind.BROCHURE]))
    (case,) = centre.ask(caseload.of_centre, "HOL")
    assert (case.stage, case.version) == ("arrival", 3)


def test_a_dossier_without_an_admission_stands_under_no_centre(centre):
    centre.record(NUMBER, INFORMED)
    assert _numbers(centre.ask(caseload.of_centre, None)) == [NUMBER]


def test_dossier_numbers_are_completed_in_their_order(centre):
    for number in (THIRD, NUMBER, OTHER, "MER-2026-0007"):
        centre.record(number, ARRIVED)
    assert centre.ask(caseload.find, "HOL-2026-", 10) == [NUMBER, OTHER, THIRD]
    assert centre.ask(caseload.find, "HOL-2026-004", 2) == [NUMBER, OTHER]
    assert centre.ask(caseload.find, "%", 10) == []


def test_closed_dossiers_are_completed_too_and_accounts_never(centre):
    centre.record(NUMBER, *until(CLOSED))
    assert centre.ask(caseload.find, "", 10) == [NUMBER]


def _numbers(cases):
    return [case.dossier for case in cases]


def _corrected(version, field, becomes):
    event = e.RecordCorrected(
        corrects=version, field=field, becomes=becomes, reason=Sealed.of("read off the paper")
    )
    return Act(event, DIRECTOR, brussels("2026-03-30 09:00"))
