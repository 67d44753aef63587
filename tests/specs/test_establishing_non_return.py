"""A trajectory may end without departure, for a reason on the list."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    CLOSED,
    DEPARTED,
    DRAFTED,
    HANDED_IN,
    INFORMED,
    IOM_OPENED,
    NOT_RETURN,
    NOT_RETURNED,
    NOTIFIED,
    PREPARED,
    TAKEN,
    until,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Function, NonReturnReason


@pytest.mark.parametrize(
    "history",
    [
        (ARRIVED,),
        until(INFORMED),
        until(NOTIFIED),
        (*until(NOTIFIED), IOM_OPENED),
        until(PREPARED),
        (*until(NOTIFIED), HANDED_IN),
    ],
    ids=["arrived", "informed", "notified", "with IOM", "prepared", "under appeal"],
)
def test_whoever_does_not_leave_is_let_go_at_any_stage(history):
    asked = given(*history).when(NOT_RETURN)
    asked.then(NOT_RETURNED)
    asked.then_state(stage=Stage.NOT_RETURNED)


@pytest.mark.parametrize("reason", list(NonReturnReason))
def test_the_reason_is_kept(reason):
    given(ARRIVED).when(NOT_RETURN.model_copy(update={"reason": reason})).then(
        NOT_RETURNED.but(reason=reason)
    )


def test_the_end_is_not_older_than_the_stage_it_ends():
    given(*until(NOTIFIED)).when(NOT_RETURN, at="2026-03-13 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 13)
    )


def test_the_end_is_not_older_than_the_last_act_on_record():
    # The appeal would be an act after the end.
    given(*until(NOTIFIED), HANDED_IN).when(NOT_RETURN, at="2026-03-16 12:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 17)
    )


def test_nobody_is_released_tomorrow():
    given(ARRIVED).when(NOT_RETURN, at="2026-03-04 09:00", now="2026-03-03 09:00").then_refused(
        "ORD-03"
    )


@pytest.mark.parametrize("history", [until(DEPARTED), (ARRIVED, NOT_RETURNED), until(CLOSED)])
def test_a_trajectory_ends_once(history):
    given(*history).when(NOT_RETURN).then_refused("ORD-04")


def test_coaches_the_director_and_officers_establish_it():
    given(ARRIVED).when(NOT_RETURN).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
    )


def test_a_decision_that_was_taken_is_notified_or_annulled_first():
    given(*until(TAKEN)).when(NOT_RETURN).then_refused(
        "DEC-04", saying="the decision of round 1", finding="NEVER_NOTIFIED"
    )
    given(*until(TAKEN), ANNULLED).when(NOT_RETURN).then(NOT_RETURNED)


def test_a_decision_that_a_register_left_open_before_a_later_one_holds_nobody_for_ever():
    # It can neither be notified nor annulled any more; the audit still finds it.
    later = (
        DRAFTED.at("2026-03-16 11:00"),
        TAKEN.at("2026-03-16 15:00"),
        NOTIFIED.at("2026-03-16 16:00"),
    )
    given(*until(TAKEN), *later).when(NOT_RETURN).then(NOT_RETURNED)
    given(*until(TAKEN), *later).when_read_back(NOT_RETURN).then_refused(
        "DEC-04", saying="the decision of round 1", finding="NEVER_NOTIFIED"
    )


def test_a_mere_draft_holds_nobody():
    given(*until(DRAFTED)).when(NOT_RETURN).then(NOT_RETURNED)
