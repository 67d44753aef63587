"""An appeal handed to the director of the place counts from that moment (art. 39/69 §2)."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    DEPARTED,
    DRAFTED,
    HAND_IN,
    HANDED_IN,
    LODGED,
    NOTIFIED,
    PREPARED,
    REJECTED,
    until,
)
from given import brussels, given

from domain.lifecycle import AppealState
from domain.values import AppealKind, Function

NUMBERED = HAND_IN.model_copy(update={"reference": "CCE-318442"})


@pytest.mark.parametrize("kind", list(AppealKind))
def test_it_is_open_from_the_moment_it_is_handed_in(kind):
    asked = given(*until(NOTIFIED)).when(
        HAND_IN.model_copy(update={"kind": kind}), at="2026-03-17 15:30"
    )
    asked.then(HANDED_IN.but(kind=kind))
    [appeal] = asked.state_after().appeals
    assert appeal.open
    assert (appeal.kind, appeal.state) == (kind, AppealState.HANDED_IN)
    assert appeal.handed_in == brussels("2026-03-17 15:30")


@pytest.mark.parametrize(
    "history", [(ARRIVED,), until(DRAFTED), until(PREPARED)], ids=["arrived", "drafted", "prepared"]
)
def test_it_is_received_at_every_stage(history):
    given(*history).when(HAND_IN).then(HANDED_IN)


def test_it_is_received_late_with_the_day_on_which_it_was_handed_in():
    asked = given(*until(PREPARED)).when(HAND_IN, at="2026-03-17 15:30", now="2026-03-24 11:00")
    asked.then(HANDED_IN)
    assert asked.state_after().appeals[0].since == brussels("2026-03-17 15:30")


def test_a_second_appeal_stands_beside_the_first():
    asked = given(*until(NOTIFIED), HANDED_IN).when(
        HAND_IN.model_copy(update={"kind": AppealKind.ANNULMENT})
    )
    assert [appeal.kind for appeal in asked.state_after().appeals] == [
        AppealKind.EXTREME_URGENCY,
        AppealKind.ANNULMENT,
    ]


def test_it_is_brought_against_the_notified_decision_even_while_another_is_drafted():
    second = DRAFTED.at("2026-03-16 11:00")
    asked = given(*until(NOTIFIED), second).when(HAND_IN)
    assert asked.state_after().appeals[0].round == 1


def test_after_an_annulment_it_is_not_taken_for_one_against_the_new_draft():
    again = (ANNULLED, DRAFTED.at("2026-03-16 11:00"))
    asked = given(*until(NOTIFIED), *again).when(HAND_IN)
    assert asked.state_after().decision_in_force is False


@pytest.mark.parametrize("history", [(LODGED,), (LODGED, REJECTED)], ids=["open", "decided"])
def test_a_number_names_one_appeal(history):
    given(*until(NOTIFIED), *history).when(NUMBERED).then_refused(
        "REM-01", saying="appeal CCE-318442 is already on record"
    )


def test_nothing_is_handed_in_before_the_arrival():
    given(ARRIVED).when(HAND_IN, at="2026-03-02 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 2)
    )


def test_nothing_is_handed_in_tomorrow():
    given(ARRIVED).when(HAND_IN, at="2026-03-04 09:00", now="2026-03-03 09:00").then_refused(
        "ORD-03"
    )


def test_nothing_is_handed_in_after_the_end():
    given(*until(DEPARTED)).when(HAND_IN).then_refused("ORD-04")


def test_whoever_of_the_centre_is_at_the_desk_receives_it():
    given(*until(NOTIFIED)).when(HAND_IN).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR
    )
