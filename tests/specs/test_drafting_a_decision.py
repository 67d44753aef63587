"""A draft opens a decision round; there is one round at a time."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    DEPARTED,
    DRAFT,
    DRAFTED,
    EDITED,
    INFORMED,
    NOTIFIED,
    TAKEN,
    until,
)
from given import given

from domain.lifecycle import RoundState, Stage
from domain.values import Function


def rounds_of(asked):
    return [(one.number, one.state) for one in asked.state_after().rounds]


def test_a_draft_opens_the_first_round():
    asked = given(ARRIVED, INFORMED).when(DRAFT)
    asked.then(DRAFTED)
    asked.then_state(stage=Stage.INFORMATION)
    assert rounds_of(asked) == [(1, RoundState.DRAFTED)]


def test_a_decision_may_be_drafted_before_everything_is_explained():
    given(ARRIVED).when(DRAFT).then(DRAFTED)


@pytest.mark.parametrize("last", [DRAFTED, TAKEN, NOTIFIED])
def test_after_an_annulment_a_draft_opens_a_new_round(last):
    asked = given(*until(last), ANNULLED).when(DRAFT)
    assert rounds_of(asked) == [(1, RoundState.ANNULLED), (2, RoundState.DRAFTED)]


def test_a_second_decision_may_be_drafted_beside_the_one_in_force():
    asked = given(*until(NOTIFIED)).when(DRAFT)
    assert rounds_of(asked) == [(1, RoundState.NOTIFIED), (2, RoundState.DRAFTED)]
    asked.then_state(decision_in_force=True, stage=Stage.DECISION_NOTIFIED)


@pytest.mark.parametrize(
    ("last", "state"), [(DRAFTED, "drafted"), (EDITED, "drafted"), (TAKEN, "taken")]
)
def test_no_second_draft_while_a_round_runs(last, state):
    given(*until(last)).when(DRAFT).then_refused("DEC-03", saying=f"the decision round is {state}")


def test_a_draft_is_not_older_than_the_arrival():
    given(ARRIVED).when(DRAFT, at="2026-02-27 11:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 2)
    )


def test_a_new_draft_is_not_older_than_the_annulment_that_made_room_for_it():
    # Read back in the order of its dates it would be the new draft that is annulled,
    # and the decision the authority took away would be in force again.
    given(*until(NOTIFIED), ANNULLED).when(
        DRAFT, at="2026-03-15 11:00", now="2026-03-17 09:00"
    ).then_refused("ORD-02", passes_on=date(2026, 3, 16))


def test_a_second_draft_is_not_older_than_the_notification_before_it():
    given(*until(NOTIFIED)).when(DRAFT, at="2026-03-12 11:00", now="2026-03-16 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 13)
    )


def test_nothing_is_drafted_tomorrow():
    given(ARRIVED).when(DRAFT, at="2026-03-10 09:00", now="2026-03-09 09:00").then_refused("ORD-03")


def test_nothing_is_drafted_after_the_end():
    given(*until(DEPARTED)).when(DRAFT).then_refused("ORD-04")


def test_coaches_assistants_and_officers_prepare_decisions():
    given(ARRIVED, INFORMED).when(DRAFT).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.MIGRATION_ASSISTANT,
        Function.MIGRATION_OFFICER,
    )
