"""What the Council rejects no longer stands in the way."""

from datetime import date

import pytest
from dossier import (
    HANDED_IN,
    LODGED,
    NOT_RETURNED,
    NOTIFIED,
    REJECT,
    REJECTED,
    TRANSMITTED,
    until,
)
from given import given

from domain import commands as c
from domain.lifecycle import AppealState
from domain.values import AppealKind, Function

OPEN = (*until(NOTIFIED), LODGED)
SECOND = LODGED.at("2026-03-19 09:00").but(kind=AppealKind.ANNULMENT, reference="CCE-318500")


def states_of(asked):
    return [appeal.state for appeal in asked.state_after().appeals]


@pytest.mark.parametrize(
    "brought",
    [(HANDED_IN,), (HANDED_IN, TRANSMITTED), (LODGED,)],
    ids=["handed in", "transmitted", "lodged"],
)
def test_an_open_appeal_is_rejected_however_far_it_came(brought):
    asked = given(*until(NOTIFIED), *brought).when(REJECT)
    asked.then(REJECTED)
    assert states_of(asked) == [AppealState.REJECTED]


def test_the_decision_stays_in_force():
    given(*OPEN).when(REJECT).then_state(decision_in_force=True)


def test_the_only_open_appeal_needs_no_number():
    asked = given(*OPEN).when(c.RejectAppeal(dossier=REJECT.dossier))
    assert states_of(asked) == [AppealState.REJECTED]


def test_of_several_the_number_says_which():
    asked = given(*OPEN, SECOND).when(REJECT)
    assert states_of(asked) == [AppealState.REJECTED, AppealState.LODGED]


def test_of_several_one_must_be_named():
    given(*OPEN, SECOND).when(c.RejectAppeal(dossier=REJECT.dossier)).then_refused(
        "REM-01", saying="several appeals are open (CCE-318442, CCE-318500): say which"
    )


@pytest.mark.parametrize("history", [(), (LODGED, REJECTED)], ids=["none brought", "decided"])
def test_there_must_be_an_open_appeal(history):
    given(*until(NOTIFIED), *history).when(REJECT).then_refused(
        "REM-01", saying="no appeal is open"
    )


def test_the_appeal_of_another_is_not_rejected_here():
    other = c.RejectAppeal(dossier=REJECT.dossier, reference="CCE-100001")
    given(*OPEN).when(other).then_refused(
        "REM-01", saying="no open appeal has the number CCE-100001"
    )


def test_no_appeal_is_rejected_before_it_was_lodged():
    given(*OPEN).when(REJECT, at="2026-03-18 10:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 18)
    )


def test_an_appeal_brought_later_does_not_hold_up_the_date_of_this_one():
    given(*OPEN, SECOND).when(REJECT, at="2026-03-18 17:00", now="2026-03-19 12:00").then(REJECTED)


def test_no_appeal_is_rejected_tomorrow():
    given(*OPEN).when(REJECT, at="2026-03-20 09:00", now="2026-03-19 09:00").then_refused("ORD-03")


def test_no_outcome_is_recorded_after_the_end():
    given(*OPEN, NOT_RETURNED).when(REJECT).then_refused("ORD-04")


def test_coaches_the_director_and_officers_record_it():
    given(*OPEN).when(REJECT).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
    )
