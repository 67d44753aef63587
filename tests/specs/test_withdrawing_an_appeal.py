"""A resident may give up an appeal that is not yet decided."""

from datetime import date

import pytest
from dossier import (
    APPEAL_WITHDRAWN,
    HANDED_IN,
    LODGED,
    NOT_RETURNED,
    NOTIFIED,
    REJECTED,
    TRANSMITTED,
    WITHDRAW_APPEAL,
    until,
)
from given import given

from domain.lifecycle import AppealState
from domain.values import Function

OPEN = (*until(NOTIFIED), LODGED)


@pytest.mark.parametrize(
    "brought",
    [(HANDED_IN,), (HANDED_IN, TRANSMITTED), (LODGED,)],
    ids=["handed in", "transmitted", "lodged"],
)
def test_an_open_appeal_is_withdrawn_however_far_it_came(brought):
    asked = given(*until(NOTIFIED), *brought).when(WITHDRAW_APPEAL)
    asked.then(APPEAL_WITHDRAWN)
    [appeal] = asked.state_after().appeals
    assert (appeal.state, appeal.open) == (AppealState.WITHDRAWN, False)


def test_the_decision_stays_in_force():
    given(*OPEN).when(WITHDRAW_APPEAL).then_state(decision_in_force=True)


@pytest.mark.parametrize("end", [REJECTED, APPEAL_WITHDRAWN])
def test_what_is_over_cannot_be_withdrawn(end):
    given(*OPEN, end).when(WITHDRAW_APPEAL).then_refused("REM-01", saying="no appeal is open")


def test_no_appeal_is_withdrawn_before_it_was_lodged():
    given(*OPEN).when(WITHDRAW_APPEAL, at="2026-03-18 10:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 18)
    )


def test_no_appeal_is_withdrawn_tomorrow():
    given(*OPEN).when(WITHDRAW_APPEAL, at="2026-03-20 09:00", now="2026-03-19 09:00").then_refused(
        "ORD-03"
    )


def test_no_outcome_is_recorded_after_the_end():
    given(*OPEN, NOT_RETURNED).when(WITHDRAW_APPEAL).then_refused("ORD-04")


def test_coaches_the_director_and_officers_record_it():
    given(*OPEN).when(WITHDRAW_APPEAL).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
    )
