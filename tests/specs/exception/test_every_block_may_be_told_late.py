"""Whatever holds a departure back is told after it too, as of before it, and raises an alert."""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from dossier import ANNUL, DEPARTED, FIT, GRANT, HAND_IN, NUMBER, OFFICER
from everything import ORDERS
from examples import iom
from examples.custody import ESTABLISH, PRESUME
from examples.decision import GRANT_STAY, PROPOSE
from examples.ending import end
from examples.protection import ACCEPTED
from examples.remedies import notified
from examples.removal import BEFORE, DOCUMENT, UNDER_WAY
from given import Act, brussels, given, lines, on_duty, there

from domain import commands as c
from domain import events as e
from domain.authority import MAY
from domain.decide import Attempt, Context, Refused, decide, failing, hindsight
from domain.lifecycle import LATE, Stage, told_late
from domain.lifecycle.stages import FIRST, SECOND
from domain.rules import code_list
from domain.trajectory import replay
from domain.values import AnnulledBy, DepartureMode, Function, listed_fields
from projections.audit.conformance import judge

A_DAY, SHORTLY = timedelta(days=1), timedelta(minutes=20)
FREED = Act(e.ResidentReleased(reason="no-prospect"), OFFICER, brussels("2026-03-20 16:00"))
REMOVED = DEPARTED.but(consents=False).at("2026-03-30 09:40")
ON_HER_OWN = DEPARTED.but(consents=True, mode=DepartureMode.OTHER).at("2026-03-26 07:10")
STORIES = {
    "removed": (UNDER_WAY, REMOVED),
    "with IOM": ((*iom.TRAVEL_BOOKED, DOCUMENT, FIT.at("2026-03-20 08:30")), iom.LEFT),
    "on her own": ((*BEFORE, FREED, FIT.at("2026-03-24 08:30")), ON_HER_OWN),
}

ANOTHER_WAY = {
    "OpenIomFile",
    "ScheduleRemoval",
    "FailAttempt",
    "CancelAttempt",
    "ConfirmDeparture",
    "EstablishNonReturn",
}
"""Steps on the way to another end: if one of them was taken, the departure is what is wrong."""


def of_each_kind(order: c.Command) -> list[Any]:
    """Give an order with each code of a list that it names, and each member of an enum."""
    kinds: list[Any] = [order]
    for name, listed in listed_fields(type(order)).items():
        if isinstance(getattr(order, name), str):
            kinds += (order.model_copy(update={name: code}) for code in code_list(listed))
    for name in type(order).model_fields:
        members = getattr(type(getattr(order, name)), "__members__", {})
        kinds += (order.model_copy(update={name: each}) for each in members.values())
    return kinds


def put(history, order, at, now=None):
    """Put an order to a history in every function that may, as the desk does; the act or none."""
    recorded, act = lines(history, NUMBER), type(order).__name__
    for function in sorted(MAY[act]):
        who = on_duty(function)
        context = Context(at, now or at, who)
        state = hindsight.standing(replay(recorded), recorded, act, context)
        try:
            [event, *_] = decide(state, order, context)
        except Refused:
            continue
        return Act(event, who, at)
    return None


def against(history, departure):
    """Name what would be in the way of a departure."""
    state, at = replay(lines(history, NUMBER)), departure.when
    return failing(Attempt(state, "ConfirmDeparture", Context(at, at), departure.event))


def found(history, late):
    recorded = lines((*history, late), NUMBER)
    told = hindsight.found_late({NUMBER: recorded[:-1]}, recorded[-1:])
    return {act: rules for _, act, rules in told}


def told_in_time(story, departure, order, at):
    """Put an order at its moment; return the act if it would have stopped the departure."""
    before = tuple(act for act in story if act.when <= at)
    act = put(before, order, at)
    if act is None:
        return None
    acts = (*before, act, *(each for each in story if each.when > at))
    return act if against(acts, departure) else None


HOLDS_BACK = {
    *("AnnulDecision", "FindNotificationDefect", "HandInAppeal", "OrderInterimMeasure"),
    *("ExpressAsylumWish", "LodgeAsylum", "FindRefoulementRisk", "AdviseOnRefoulement"),
    *("PostponeRemoval", "PlaceHold", "OpenStatus", "DisputeAge", "MoveResident"),
    *("RefuseFitToTravel", "RaiseMedicalObjection", "LoseTravelDocument", "ExpireTravelDocument"),
    *("WithdrawIomFile", "LapseIomFile", "RefuseIomEligibility", "RaiseIomObjection"),
}
"""Acts that put something in the way of a departure by themselves; the law below finds more."""


def test_every_act_that_may_stop_a_departure_is_told_after_it_and_raises_an_alert():
    stopping = set()
    for story, departure in STORIES.values():
        gone, now = (*story, departure), departure.when + A_DAY
        moments = (brussels("2026-03-17 15:30"), departure.when - A_DAY, departure.when - SHORTLY)
        for order, at in product(ORDERS, moments):
            name = type(order).__name__
            kinds = () if name in ANOTHER_WAY else of_each_kind(order)
            for kind in kinds:
                if told_in_time(story, departure, kind, at):
                    stopping.add(name)
                    late = put(gone, kind, at, now)
                    assert late is not None, f"{name} cannot be told late"
                    assert len(gone) in found(gone, late), f"{name} raises no alert"
    assert stopping >= HOLDS_BACK


SECOND_STEPS = (
    (PROPOSE, GRANT_STAY, "PRO-07"),
    (HAND_IN, GRANT, "TIT-01"),
    (PRESUME, ESTABLISH, "CUS-04"),
)


@pytest.mark.parametrize(("first", "then", "rule"), SECOND_STEPS)
def test_what_takes_two_acts_is_told_late_one_after_the_other(first, then, rule):
    gone, at, now = (*UNDER_WAY, REMOVED), REMOVED.when - 9 * A_DAY, REMOVED.when + A_DAY
    one = there(put(gone, first, at, now))
    other = there(put((*gone, one), then, REMOVED.when - SHORTLY, now))
    told = found((*gone, one), other)
    assert rule in told[len(gone)]


def test_what_happened_after_the_end_is_not_told_late():
    gone, after = (*UNDER_WAY, REMOVED), REMOVED.when + A_DAY
    for order in ORDERS:
        if type(order).__name__ in {*HOLDS_BACK} - {"AnnulDecision"}:
            assert put(gone, order, after, after + A_DAY) is None


def test_the_first_version_lets_no_more_be_told_late_than_it_did():
    for act in ("AnnulDecision", "RefuseFitToTravel", "WithdrawIomFile"):
        assert (told_late(act, FIRST), told_late(act, SECOND)) == (False, True)
    assert told_late("HandInAppeal", FIRST)
    assert all(told_late(act, SECOND) for act in LATE)


# -- annulled after the departure ---------------------------------------------------------------


def test_the_council_annuls_a_decision_after_the_departure():
    by_council = ANNUL.model_copy(update={"annulled_by": AnnulledBy.COUNCIL})
    gone, at = (*UNDER_WAY, REMOVED), REMOVED.when + 21 * A_DAY
    annulled = there(put(gone, by_council, at))
    assert found(gone, annulled) == {}
    state = there(replay(lines((*gone, annulled), NUMBER)))
    assert (state.stage, state.decision) == (Stage.DEPARTED, None)


def test_the_authority_itself_annuls_nothing_any_more():
    gone = (*UNDER_WAY, REMOVED)
    given(*gone).when(ANNUL, at="2026-04-20 10:00").then_refused(
        "ORD-04", saying="only the Council still annuls"
    )
    at = brussels("2026-04-20 10:00")
    asked = failing(Attempt(replay(lines(gone, NUMBER)), "AnnulDecision", Context(at, at)))
    assert [one.rule for one in asked] == ["ORD-04"]


# -- a transfer to another State ----------------------------------------------------------------

TO_TRANSFER = (*notified("2026-03-13", "dublin-transfer"), ACCEPTED, FIT.at("2026-03-30 09:00"))
TRANSFERRED = Act(
    e.NonReturnEstablished(reason="dublin-transfer"), OFFICER, brussels("2026-04-01 09:00")
)
TRANSFER = end("dublin-transfer")
FACTS = ("OrderInterimMeasure", "PlaceHold", "OpenStatus", "AdviseOnRefoulement")


@pytest.mark.parametrize("fact", FACTS)
def test_a_dublin_transfer_is_a_departure_and_judged_again(fact):
    [order] = (one for one in ORDERS if type(one).__name__ == fact)
    at = brussels("2026-03-31 16:00")
    assert (
        put((*TO_TRANSFER, there(put(TO_TRANSFER, order, at))), TRANSFER, TRANSFERRED.when) is None
    )
    gone = (*TO_TRANSFER, TRANSFERRED)
    late = there(put(gone, order, at, brussels("2026-04-02 09:00")))
    assert set(found(gone, late)) == {len(gone)}
    alert = Act(e.BlockFoundLate(act=len(gone), rules=("PRO-03",)), late.who, late.when)
    state = there(replay(lines((*gone, late, alert), NUMBER)))
    assert there(state.removal.doing(len(gone))).step == "EstablishNonReturn"


def test_an_end_that_nobody_carried_out_is_not_judged_again():
    released = Act(e.NonReturnEstablished(reason="absconded"), OFFICER, TRANSFERRED.when)
    gone = (*TO_TRANSFER, released)
    wish = Act(e.AsylumWishExpressed(), OFFICER, brussels("2026-03-31 16:00"))
    assert found(gone, wish) == {}


# -- days without an hour -----------------------------------------------------------------------

WISH = c.ExpressAsylumWish(dossier=NUMBER)
IOM_STORY, IOM_LEFT = STORIES["with IOM"]
BY_DAY = Act(IOM_LEFT.event, IOM_LEFT.who, brussels("2026-03-21 00:00"), whole_day=True)
COACH_ON_DUTY = on_duty(Function.COACH)


def told(history, at, *, whole_day=False):
    """Tell a wish the day after, as the desk would place it; return its act."""
    recorded, now = lines(history, NUMBER), brussels("2026-03-23 09:00")
    context = Context(at, now, COACH_ON_DUTY, whole_day)
    state = hindsight.standing(replay(recorded), recorded, "ExpressAsylumWish", context)
    [event] = decide(state, WISH, context)
    return Act(event, COACH_ON_DUTY, at, whole_day)


@pytest.mark.parametrize(
    ("departure", "at", "whole_day"),
    [
        (BY_DAY, "2026-03-21 00:00", True),
        (BY_DAY, "2026-03-21 06:00", False),
        (BY_DAY, "2026-03-21 23:00", False),
        (IOM_LEFT, "2026-03-21 07:10", True),
    ],
    ids=["both by day", "departure by day", "late that day", "wish by day"],
)
def test_of_one_day_without_an_order_the_block_is_taken_for_the_first(departure, at, whole_day):
    gone = (*IOM_STORY, departure)
    late = told(gone, brussels(at), whole_day=whole_day)
    assert "PRO-01" in found(gone, late)[len(gone)]


def test_of_another_day_the_order_is_known():
    gone = (*IOM_STORY, BY_DAY)
    assert "PRO-01" in found(gone, told(gone, brussels("2026-03-20 23:59")))[len(gone)]
    with pytest.raises(Refused):
        told(gone, brussels("2026-03-22 00:00"))
    with pytest.raises(Refused):
        told((*IOM_STORY, IOM_LEFT), brussels("2026-03-21 07:11"))


def test_the_audit_does_not_blame_who_told_a_wish_of_the_day_of_the_departure():
    gone = (*IOM_STORY, BY_DAY)
    late = told(gone, brussels("2026-03-21 06:00"))
    findings = judge(lines((*gone, late), NUMBER))
    assert [one for one in findings if one.version == len(gone) + 1] == []
