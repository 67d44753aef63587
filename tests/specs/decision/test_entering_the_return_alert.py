"""Each decision to return is entered in the Schengen Information System (art. 24/1)."""

from examples.decision import ALERT, ALERTED, BAN_SERVED, BAN_TAKEN, BANNED, READY, SERVED
from given import brussels, given

from domain.decide.clocks import clocks


def due(*history):
    state = given(*history).when(ALERT).state()
    return [each for each in clocks(state, brussels("2026-03-20 09:00")) if each.rule == "SIS-01"]


def test_it_is_due_from_the_decision_on():
    [found] = due(*SERVED)
    assert found.is_duty
    assert found.at == brussels("2026-03-11 10:05")


def test_once_entered_it_is_no_longer_due():
    assert due(*SERVED, ALERTED) == []


def test_an_entry_ban_has_none_of_its_own():
    assert len(due(*SERVED, BANNED, BAN_TAKEN, BAN_SERVED)) == 1


def test_it_is_entered_once_for_a_decision():
    given(*SERVED, ALERTED).when(ALERT).then_refused("SIS-01")


def test_a_draft_is_not_entered():
    given(*READY).when(ALERT).then_refused("ORD-01", saying="is drafted")
