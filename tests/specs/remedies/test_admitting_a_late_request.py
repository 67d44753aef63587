"""A request lodged after its term suspends from the moment the judge admits it."""

from datetime import date

from dossier import LODGED, NOTIFIED, REJECTED, until
from examples.remedies import ADMIT, APPEAL_ADMITTED, brought, notified
from given import given

from domain.lifecycle import AppealState
from domain.values import AppealKind, Function

LATE = (*notified("2026-03-13"), brought(AppealKind.EXTREME_URGENCY, "2026-03-26 10:00"))


def test_it_is_recorded_with_the_moment_of_the_judge():
    asked = given(*LATE).when(ADMIT, at="2026-03-27 10:00")
    asked.then(APPEAL_ADMITTED)
    [appeal] = asked.state_after().appeals
    assert (appeal.state, appeal.admitted) == (AppealState.LODGED, APPEAL_ADMITTED.when)


def test_it_needs_an_open_request():
    given(*notified("2026-03-13")).when(ADMIT).then_refused("REM-01", saying="no appeal is open")
    over = REJECTED.at("2026-03-27 09:00")
    given(*LATE, over).when(ADMIT).then_refused("REM-01")


def test_it_is_admitted_once():
    given(*LATE, APPEAL_ADMITTED).when(ADMIT).then_refused(
        "REM-01", saying="the request was admitted on 2026-03-27"
    )


def test_not_before_it_was_lodged():
    given(*LATE).when(ADMIT, at="2026-03-26 09:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 26)
    )


def test_of_several_one_must_be_named():
    second = brought(AppealKind.ANNULMENT, "2026-03-26 11:00", "CCE-318500")
    unnamed = ADMIT.model_copy(update={"reference": None})
    given(*LATE, second).when(unnamed).then_refused("REM-01", saying="say which")


def test_a_dossier_under_the_first_version_has_no_such_step():
    given(*until(NOTIFIED), LODGED).when(ADMIT).then_refused("ORD-06")


def test_coaches_the_director_and_officers_record_it():
    given(*LATE).when(ADMIT).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
    )
