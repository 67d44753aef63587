"""What the Council suspends or annuls is no title for departure any more."""

from datetime import date

import pytest
from dossier import (
    DRAFTED,
    GRANT,
    GRANTED,
    HANDED_IN,
    LODGED,
    NOT_RETURNED,
    NOTIFIED,
    PREPARE,
    TAKEN,
    TRANSMITTED,
    until,
)
from given import given

from domain.lifecycle import AppealState, Stage
from domain.values import AppealKind, Function

OPEN = (*until(NOTIFIED), LODGED)


@pytest.mark.parametrize(
    "brought",
    [(HANDED_IN,), (HANDED_IN, TRANSMITTED), (LODGED,)],
    ids=["handed in", "transmitted", "lodged"],
)
def test_a_granted_appeal_takes_the_decision_out_of_force(brought):
    asked = given(*until(NOTIFIED), *brought).when(GRANT)
    asked.then(GRANTED)
    asked.then_state(decision_in_force=False, stage=Stage.DECISION_NOTIFIED)
    assert asked.state_after().appeals[0].state is AppealState.GRANTED


@pytest.mark.parametrize("kind", list(AppealKind))
def test_of_whatever_kind_it_was(kind):
    given(*until(NOTIFIED), LODGED.but(kind=kind)).when(GRANT).then_state(decision_in_force=False)


def test_a_new_decision_drafted_meanwhile_does_not_keep_the_old_one_in_force():
    meanwhile = DRAFTED.at("2026-03-16 11:00")
    given(*until(NOTIFIED), meanwhile, LODGED).when(GRANT).then_state(decision_in_force=False)


def test_of_two_decisions_in_force_none_is_left_for_it_is_not_known_which_was_meant():
    second = (
        DRAFTED.at("2026-03-16 11:00").but(form="13sexies"),
        TAKEN.at("2026-03-16 15:00").but(form="13sexies"),
        NOTIFIED.at("2026-03-16 16:00"),
    )
    given(*until(NOTIFIED), *second, LODGED).when(GRANT).then_state(decision_in_force=False)


def test_a_decision_notified_afterwards_is_a_title_again():
    again = (
        DRAFTED.at("2026-03-23 11:00"),
        TAKEN.at("2026-03-23 15:00"),
        NOTIFIED.at("2026-03-23 16:00"),
    )
    given(*OPEN, GRANTED, *again).when(PREPARE).then_state(decision__number=2)


def test_there_must_be_an_open_appeal():
    given(*until(NOTIFIED)).when(GRANT).then_refused("REM-01", saying="no appeal is open")


def test_an_appeal_is_granted_once():
    given(*OPEN, GRANTED).when(GRANT).then_refused("REM-01")


def test_no_appeal_is_granted_before_it_was_lodged():
    given(*OPEN).when(GRANT, at="2026-03-18 10:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 18)
    )


def test_no_appeal_is_granted_tomorrow():
    given(*OPEN).when(GRANT, at="2026-03-20 09:00", now="2026-03-19 09:00").then_refused("ORD-03")


def test_no_outcome_is_recorded_after_the_end():
    given(*OPEN, NOT_RETURNED).when(GRANT).then_refused("ORD-04")


def test_coaches_the_director_and_officers_record_it():
    given(*OPEN).when(GRANT).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
    )
