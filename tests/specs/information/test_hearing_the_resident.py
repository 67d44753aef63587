"""Nobody is ordered to leave, banned or detained unheard; no long stay is ended without waiting."""

from datetime import date

import pytest
from dossier import COACH, INFORMED, NUMBER, OFFICER
from examples.decision import (
    DECIDED,
    HANDED_OVER,
    READY,
    TAKE_WEIGHED,
    TO_LEAVE,
)
from examples.information import ADMITTED, HEAR, HEARD, INVITE, INVITED, NOT_HEARD, WAIVE
from given import brussels, given, there

from domain import commands as c
from domain.decide.clocks import clocks
from domain.state.information import Hearing

UNHEARD = (ADMITTED, INFORMED)


def taken(*hearings, kind="return-decision", at="2026-03-11 10:05", **said):
    order = TAKE_WEIGHED.model_copy(
        update={"considered": (*there(TAKE_WEIGHED.considered), "less-coercive")}
    )
    history = sorted((*UNHEARD, *hearings, TO_LEAVE.but(kind=kind, **said)), key=lambda a: a.when)
    return given(*history).when(order, by=OFFICER, at=at, now="2026-06-01 09:00")


# -- HEA-02 -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["return-decision", "family-return-decision", "entry-ban", "detention-title"]
)
def test_unheard_it_is_not_decided(kind):
    ban = {"ban_ground": "no-period", "ban_years": 3}
    taken(kind=kind, **ban).then_refused("HEA-02", saying=f"not heard on this ({kind})")
    taken(HEARD, kind=kind, **ban).then_state(round__state="taken")


def test_why_nobody_was_heard_stands_for_a_hearing():
    taken(NOT_HEARD).then_state(round__state="taken")


def test_a_hearing_after_the_decision_is_none_before_it():
    taken(HEARD.at("2026-03-11 10:06")).then_refused("HEA-02")
    taken(HEARD.at("2026-03-11 10:05")).then_state(round__state="taken")


def test_a_hearing_on_something_else_is_none_on_this():
    taken(HEARD.but(about=("entry-ban",))).then_refused("HEA-02")
    taken(HEARD.but(about=("entry-ban", "return-decision"))).then_state(round__state="taken")


def test_a_second_decision_of_the_kind_asks_for_another_hearing():
    again = (*READY, DECIDED, HANDED_OVER, TO_LEAVE.at("2026-03-16 09:00"))
    given(*again).when(TAKE_WEIGHED, by=OFFICER).then_refused("HEA-02")
    heard = (*again, HEARD.at("2026-03-16 11:00"))
    given(*heard).when(TAKE_WEIGHED, by=OFFICER).then_state(round__state="taken")


def test_other_decisions_need_no_hearing():
    taken(kind="asylum-refused").then_state(round__state="taken")


def test_a_waiver_has_its_reason_on_the_list_and_another_one_words():
    given(*UNHEARD).when(WAIVE.model_copy(update={"reason": "no-time"})).then_refused("COD-01")
    given(*UNHEARD).when(WAIVE.model_copy(update={"reason": "other"})).then_refused("COD-02")


# -- HEA-01 -------------------------------------------------------------------------------

ENDED = {"kind": "stay-ended"}


def test_a_stay_is_ended_after_the_fifteen_days_to_answer():
    # Received on 3 March: fifteen days end on 18 March.
    for day in ("2026-03-17", "2026-03-18"):
        taken(INVITED, at=f"{day} 12:00", **ENDED).then_refused(
            "HEA-01", saying="until 2026-03-18", passes_on=date(2026, 3, 19)
        )
    taken(INVITED, at="2026-03-19 00:00", **ENDED).then_state(round__state="taken")


@pytest.mark.parametrize(("days", "last"), [(9, 12), (15, 18), (20, 23)])
def test_the_letter_may_set_another_term(days, last):
    letter = INVITED.but(days=days)
    taken(letter, at=f"2026-03-{last} 23:59", **ENDED).then_refused("HEA-01")
    taken(letter, at=f"2026-03-{last + 1} 00:00", **ENDED).then_state(round__state="taken")


def test_without_a_letter_it_is_not_ended():
    taken(HEARD, **ENDED).then_refused("HEA-01", saying="no letter")


@pytest.mark.parametrize("reason", ["state-security", "special-circumstances", "unreachable"])
def test_in_the_cases_of_the_law_it_does_not_wait(reason):
    taken(NOT_HEARD.but(reason=reason), **ENDED).then_state(round__state="taken")


def test_other_reasons_do_not_end_a_stay():
    taken(NOT_HEARD.but(reason="refuses-to-speak"), **ENDED).then_refused("HEA-01")


@pytest.mark.parametrize("kind", ["family-reunification-ended", "eu-stay-ended", "stay-ended"])
def test_every_end_of_a_long_stay_waits(kind):
    taken(kind=kind).then_refused("HEA-01")


def test_a_letter_was_received_on_a_day_that_has_come():
    given(*UNHEARD).when(INVITE, at="2026-03-02 23:00", now="2026-03-04 09:00").then_refused(
        "ORD-03", passes_on=date(2026, 3, 3)
    )
    given(*UNHEARD).when(INVITE, at="2026-03-03 15:00").then_state(
        hearings=(
            Hearing(brussels("2026-03-03 15:00"), received_on=date(2026, 3, 3), written=True),
        )
    )
    wrong = c.InviteToHearing(dossier=NUMBER, received_on="2026-02-30")
    given(*UNHEARD).when(wrong).then_refused("ORD-03", saying="no day of the calendar")


def test_the_desk_sees_until_when_the_resident_may_answer():
    state = given(*UNHEARD, INVITED).when(HEAR).state()

    def running(at):
        return [each.at for each in clocks(state, brussels(at)) if each.rule == "HEA-01"]

    assert running("2026-03-18 23:59") == [brussels("2026-03-19 00:00")]
    assert running("2026-03-19 00:00") == []


def test_the_coach_hears():
    given(*UNHEARD).when(HEAR, by=COACH).then(HEARD)
