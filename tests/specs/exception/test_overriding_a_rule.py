"""A rule gives way for one act when it is marked so, one person asks and another allows it."""

import pytest
from dossier import ATTACHE, DEPARTED, PREPARED
from examples import transfer
from examples.custody import HELD
from examples.exception import ADMITTED, ALLOW, ALLOWED, ASK, ASKED, HIERARCHY, REFUSE, REFUSED
from examples.removal import (
    ANNOUNCED,
    CHECK,
    CHECKED,
    FAILED,
    FIT_TO_FLY,
    LEAVE,
    SCHEDULED,
    START,
    STARTED,
    TO_START,
    instead,
    without,
)
from given import brussels, given

from domain.authority import MAY
from domain.decide import Attempt, Context
from domain.decide.clocks import clocks
from domain.decide.exception import overridden
from domain.lifecycle import Stage
from domain.rules import rule, rules
from domain.values import Function

HARD = ["POS-01", "POS-02", "DET-05", "DET-15", "DET-16", "ECH-01", "TIT-01", "APP-03", "EXE-06"]


def ask(*history, at="2026-03-29 14:00", **said):
    return given(*history).when(ASK.model_copy(update=said), at=at)


def test_who_is_stopped_asks_for_it():
    ask(*LATE_NOTICE).then(ASKED.but(step="StartAttempt"))


@pytest.mark.parametrize("rule", HARD)
def test_what_protects_the_resident_gives_way_to_nobody(rule):
    given(ADMITTED).when(ASK.model_copy(update={"rule": rule})).then_refused(
        "OVR-01", saying=f"rule {rule} gives way to nobody"
    )


def test_a_rule_there_is_not_is_none():
    ask(*LATE_NOTICE, rule="EXE-99").then_refused("OVR-01", saying="there is no rule EXE-99")


@pytest.mark.parametrize("step", ["OpenTrajectory", "AnnounceRemoval", "OrderTransfer"])
def test_it_is_asked_for_a_step_the_rule_can_stop(step):
    ask(*LATE_NOTICE, step=step).then_refused(
        "OVR-01", saying="it may of: StartAttempt, CheckConditions, ConfirmDeparture"
    )


def test_it_is_asked_where_the_rule_stands_in_the_way_or_is_about_to():
    nothing_planned = ask(*without(TO_START, SCHEDULED), at="2026-03-30 06:10")
    nothing_planned.then_refused("OVR-01", saying="as the dossier is")
    in_time = ask(*TO_START, at="2026-03-30 06:10")
    in_time.then_refused("OVR-01", saying="does not stand in the way of StartAttempt")
    untold = without(TO_START, ANNOUNCED)
    on_friday = tuple(act for act in untold if act.when <= brussels("2026-03-26 23:00"))
    # Told now, 48 hours before 09:40 on Monday 30 March (the clock changes), it is in time.
    ask(*on_friday, at="2026-03-28 08:40").then_refused("OVR-01")
    ask(*on_friday, at="2026-03-28 08:41").events()


def test_a_full_place_may_give_way_where_a_transfer_follows():
    order = {"rule": "PLC-03", "step": "OrderTransfer"}
    receive = order | {"step": "ReceiveTransfer"}
    ask(*HELD, **order).events()
    ask(*HELD, **receive).then_refused("OVR-01")
    ask(*HELD, transfer.ORDERED, **order).then_refused("OVR-01")
    ask(*HELD, transfer.ORDERED, **receive).events()
    ask(*transfer.ON_THE_WAY, **receive).events()
    ask(*transfer.ON_THE_WAY, transfer.RECEIVED, **receive).then_refused("OVR-01")


def test_no_rule_that_protects_is_ever_marked():
    marked = {each.id for each in rules() if each.overridable}
    assert "EXE-05" in marked
    assert not marked & set(HARD)
    assert not any(each.startswith(("APP", "POS", "DET", "ECH", "SEP", "AUT")) for each in marked)


def test_a_rule_and_a_step_that_do_not_exist_are_named():
    given(ADMITTED).when(ASK.model_copy(update={"rule": "XYZ-99", "step": "Fly"})).then_refused(
        "OVR-01", saying="there is no step Fly"
    )


def test_the_hierarchy_allows_it():
    given(ADMITTED, ASKED).when(ALLOW, by=HIERARCHY).then(ALLOWED)
    given(ADMITTED, ASKED).when(ALLOW).is_for(*MAY["AllowOverride"])
    assert MAY["AllowOverride"].isdisjoint({Function.COACH, Function.CENTRE_DIRECTOR})


def test_who_asked_does_not_allow_it_under_whichever_account():
    same = HIERARCHY._replace(person=ATTACHE.person)
    given(ADMITTED, ASKED).when(ALLOW, by=same).then_refused(
        "OVR-02", saying="another person", exit_code=4
    )
    given(ADMITTED, ASKED).when(REFUSE, by=same).then_refused("OVR-02", exit_code=4)


def test_what_was_decided_is_not_decided_again():
    given(ADMITTED, ASKED, REFUSED).when(ALLOW, by=HIERARCHY).then_refused("OVR-02")
    given(ADMITTED, ASKED, ALLOWED).when(REFUSE, by=HIERARCHY).then_refused("OVR-02")


def test_of_several_the_number_says_which():
    second = ASKED.at("2026-03-20 09:30")
    again = ALLOW.model_copy(update={"number": 2})
    given(ADMITTED, ASKED, second).when(again, by=HIERARCHY).then(ALLOWED.but(number=2))
    given(ADMITTED, ASKED).when(again, by=HIERARCHY).then_refused("OVR-02", saying="no override")


LATE_NOTICE = instead(TO_START, ANNOUNCED, ANNOUNCED.at("2026-03-29 13:00"))
"""The person and the lawyer are told twenty hours before the departure."""
ASKED_TO_START = ASKED.but(step="StartAttempt").at("2026-03-29 14:00")
ALLOWED_TO_START = ALLOWED.at("2026-03-29 15:00")
LETS_START = (*LATE_NOTICE, ASKED_TO_START, ALLOWED_TO_START)


def start(*history):
    return given(*history).when(START, at="2026-03-30 06:30")


def test_the_act_it_was_allowed_for_passes():
    start(*LATE_NOTICE).then_refused("EXE-05")
    start(*LETS_START).then(STARTED)


def test_asking_alone_changes_nothing_and_a_refusal_neither():
    start(*LATE_NOTICE, ASKED_TO_START).then_refused("EXE-05")
    held = REFUSED.at("2026-03-29 15:00")
    start(*LATE_NOTICE, ASKED_TO_START, held).then_refused("EXE-05")


def test_it_covers_the_attempt_to_the_departure():
    leave = given(*LETS_START, STARTED, CHECKED).when(LEAVE, at="2026-03-30 09:40")
    leave.then_state(stage=Stage.DEPARTED)
    check = given(*LETS_START, STARTED).when(CHECK, at="2026-03-30 08:45")
    check.then(CHECKED)


@pytest.mark.parametrize("step", ["CheckConditions", "ConfirmDeparture"])
def test_for_whichever_step_of_the_attempt_it_was_asked(step):
    asked = instead(LETS_START, ASKED_TO_START, ASKED_TO_START.but(step=step))
    start(*asked).then(STARTED)


@pytest.mark.parametrize(
    "over", [FAILED.at("2026-03-30 07:00"), DEPARTED.at("2026-03-30 07:00")], ids=["failed", "gone"]
)
def test_it_is_over_with_the_attempt(over):
    state = given(*LETS_START, STARTED, over).when(ASK).state()
    assert [(one.allowed, one.stands) for one in state.overrides] == [(True, False)]


def test_another_attempt_is_not_covered():
    failed, again = FAILED.at("2026-03-30 07:00"), SCHEDULED.at("2026-03-30 07:30")
    again = again.but(departs="2026-03-30T20:00+02:00")
    second = given(*LETS_START, STARTED, failed, PREPARED.at("2026-03-30 07:10"), again)
    told = ANNOUNCED.at("2026-03-30 07:35")
    late = given(*second.history, told).when(START, at="2026-03-30 07:40")
    assert "EXE-05" in late.rules_in_the_way()


def test_what_nobody_decided_is_over_too():
    failed = FAILED.at("2026-03-30 07:00")
    history = (*LETS_START[:-1], STARTED, failed)
    given(*history).when(ALLOW, by=HIERARCHY, at="2026-03-30 08:00").then_refused("OVR-02")


def test_nobody_leaves_who_was_not_told_at_all_whatever_was_allowed():
    untold = without(LETS_START, ANNOUNCED.at("2026-03-29 13:00"))
    start(*untold).then_refused("DPT-07", "DPT-03", saying="not announced to the person")
    one = instead(LETS_START, ANNOUNCED.at("2026-03-29 13:00"), LAWYER_LATE)
    start(*one).then_refused("DPT-07", saying="not announced to the person")
    assert not rule("DPT-07").overridable


LAWYER_LATE = ANNOUNCED.but(to_person=False).at("2026-03-29 13:00")


@pytest.mark.parametrize(
    ("allowed", "passes"),
    [
        # Allowed on Saturday 28 March: over the night the clock changes, 48 hours on.
        ("2026-03-28 05:30", True),
        ("2026-03-28 05:29", False),
    ],
)
def test_it_lapses_forty_eight_hours_after_it_was_allowed(allowed, passes):
    assert (rule("OVR-03").length, rule("OVR-03").unit) == (48, "hours")
    asked = ASKED_TO_START.at("2026-03-28 05:00")
    history = (*LATE_NOTICE, asked, ALLOWED.at(allowed))
    if passes:
        start(*history).then(STARTED)
    else:
        start(*history).then_refused("EXE-05")


def test_it_does_not_cover_what_was_done_before_it_was_allowed():
    state = given(*LETS_START).when(ASK).state()
    early = Context(brussels("2026-03-29 14:59"), brussels("2026-03-30 12:00"))
    assert overridden(Attempt(state, "StartAttempt", early)) == frozenset()
    later = early._replace(at=brussels("2026-03-29 15:00"))
    assert overridden(Attempt(state, "StartAttempt", later)) == {"EXE-05"}


def test_one_of_a_full_place_covers_the_transfer_and_no_later_one():
    full = {"rule": "PLC-03", "step": "OrderTransfer"}
    asked = ASKED.but(**full).at("2026-03-16 08:00")
    allowed = ALLOWED.at("2026-03-16 09:00")
    lets = (*HELD, asked, allowed)
    beds = {"BRU": 0}
    order = given(*lets).when(transfer.ORDER, at="2026-03-16 09:30", beds=beds)
    order.then(transfer.ORDERED)
    on_the_way = (*lets, transfer.ORDERED, transfer.BEGUN)
    receive = given(*on_the_way).when(transfer.RECEIVE, at="2026-03-17 09:00", beds=beds)
    receive.then(transfer.RECEIVED)
    back = transfer.ORDER.model_copy(update={"place": "HOL"})
    again = given(*on_the_way, transfer.RECEIVED.at("2026-03-17 09:00"))
    again.when(back, at="2026-03-17 10:00", beds={"HOL": 0}).then_refused("PLC-03")


def test_what_is_asked_is_due_to_who_decides_until_it_is_decided():
    def due(*history):
        state = given(*history).when(ASK).state()
        found = clocks(state, brussels("2026-03-29 15:30"))
        return [(one.rule, one.at) for one in found if one.rule == "OVR-02"]

    assert due(*LATE_NOTICE, ASKED_TO_START) == [("OVR-02", ASKED_TO_START.when)]
    assert due(*LETS_START) == []
    assert due(*LATE_NOTICE, ASKED_TO_START, REFUSED.at("2026-03-29 15:00")) == []


def test_no_other_rule_gives_way_with_it():
    unfit = without(LETS_START, FIT_TO_FLY)
    assert start(*unfit).rules_in_the_way() == {"DPT-03", "EXE-06"}


def test_a_rule_that_stopped_being_marked_does_not_give_way_any_more():
    """What was allowed against the table, by whatever means, is on record and helps nobody."""
    forged = (*TO_START, ASKED_TO_START.but(rule="EXE-06"), ALLOWED_TO_START)
    assert "EXE-06" in start(*without(forged, FIT_TO_FLY)).rules_in_the_way()
