"""A draft may be changed, by several hands, until it is decided."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    DEPARTED,
    DRAFTED,
    EDIT,
    EDITED,
    INFORMED,
    NOTIFIED,
    SECOND_ASSISTANT,
    TAKEN,
    THIRD_ASSISTANT,
    until,
)
from given import given

from domain import commands as c
from domain.lifecycle import RoundState
from domain.values import Function


def editors_after(asked):
    [round_] = asked.state_after().rounds
    return [hand.account for hand in round_.edited]


def test_another_hand_changes_the_draft():
    asked = given(*until(DRAFTED)).when(EDIT, by=SECOND_ASSISTANT)
    asked.then(EDITED)
    asked.then_state(round__state=RoundState.DRAFTED)
    assert editors_after(asked) == ["l.mertens"]


def test_every_hand_is_remembered():
    asked = given(*until(EDITED)).when(EDIT, by=THIRD_ASSISTANT)
    assert editors_after(asked) == ["l.mertens", "p.dubois"]


def test_an_edit_may_put_the_draft_on_another_form():
    other = c.EditDraft(dossier=EDIT.dossier, form="13quinquies")
    given(*until(DRAFTED)).when(other).then_state(round__form="13quinquies")


def test_an_edit_that_says_nothing_of_the_form_leaves_it():
    given(*until(DRAFTED)).when(EDIT).then_state(round__form="13septies")


@pytest.mark.parametrize(
    ("history", "state"),
    [
        ((ARRIVED, INFORMED), "none"),
        (until(TAKEN), "taken"),
        (until(NOTIFIED), "notified"),
        ((*until(TAKEN), ANNULLED), "annulled"),
    ],
)
def test_only_a_draft_can_be_edited(history, state):
    given(*history).when(EDIT).then_refused(
        "DEC-03", saying=f"the decision round is {state}; this needs drafted"
    )


def test_nobody_edits_a_draft_before_it_exists():
    given(*until(DRAFTED)).when(EDIT, at="2026-03-09 10:59").then_refused(
        "ORD-02", saying="before 2026-03-09 11:00", passes_on=date(2026, 3, 9)
    )


def test_nobody_edits_a_draft_tomorrow():
    given(*until(DRAFTED)).when(EDIT, at="2026-03-11 08:00", now="2026-03-10 08:00").then_refused(
        "ORD-03"
    )


def test_after_the_end_both_reasons_are_given():
    given(*until(DEPARTED)).when(EDIT).then_refused("ORD-04", "DEC-03")


def test_coaches_assistants_and_officers_edit():
    given(*until(DRAFTED)).when(EDIT).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.MIGRATION_ASSISTANT,
        Function.MIGRATION_OFFICER,
    )
