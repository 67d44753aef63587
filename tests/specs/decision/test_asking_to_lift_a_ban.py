"""An entry ban may be asked to be lifted: for work or study late, and silence refuses."""

from datetime import date

import pytest
from dossier import COACH
from examples.decision import ASK_LIFT, BAN_SERVED, BAN_TAKEN, BANNED, SERVED
from given import Act, brussels, given

from domain import events as e
from domain.decide.clocks import clocks

BAN = (*SERVED, BANNED, BAN_TAKEN, BAN_SERVED)
"""Three years from 17 March 2026: two thirds of it are on 17 March 2028."""


def asked(ground="humanitarian", at="2026-04-01 10:00", history=BAN):
    return given(*history).when(ASK_LIFT.model_copy(update={"ground": ground}), at=at)


def test_for_other_reasons_it_is_asked_at_once():
    asked().then_state(round__lift_asked=brussels("2026-04-01 10:00"))


@pytest.mark.parametrize("ground", ["work", "study"])
def test_for_work_and_study_after_two_thirds_of_it(ground):
    for day in ("2028-03-16", "2028-03-17"):
        asked(ground, at=f"{day} 12:00").then_refused("BAN-04", passes_on=date(2028, 3, 18))
    asked(ground, at="2028-03-18 00:00").then_state(round__lift_asked=brussels("2028-03-18 00:00"))


def test_of_a_ban_of_unknown_length_nobody_knows_two_thirds():
    nobody_knows = (*SERVED, BANNED.but(ban_years=None), BAN_TAKEN.but(ban_years=None), BAN_SERVED)
    asked("work", at="2028-03-18 09:00", history=nobody_knows).then_refused("BAN-04")


def test_without_a_ban_nothing_is_lifted():
    asked(history=SERVED).then_refused("ORD-01", saying="no entry ban")


def test_silence_refuses_after_four_months():
    request = Act(
        e.EntryBanLiftRequested(ground="humanitarian"), COACH, brussels("2026-03-31 10:00")
    )
    state = given(*BAN, request).when(ASK_LIFT).state()

    def running(at):
        return [each for each in clocks(state, brussels(at)) if each.rule == "BAN-04"]

    # Four months from 31 March end on 31 July.
    [due] = running("2026-07-31 23:59")
    assert due.at == brussels("2026-08-01 00:00")
    assert running("2026-08-01 00:00") == []
