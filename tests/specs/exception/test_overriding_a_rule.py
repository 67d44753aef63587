"""A rule gives way for one act when it is marked so, one person asks and another allows it."""

import pytest
from dossier import ATTACHE, PREPARED
from examples.exception import ADMITTED, ALLOW, ALLOWED, ASK, ASKED, HIERARCHY, REFUSE, REFUSED
from examples.removal import (
    ANNOUNCED,
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
from given import given

from domain.authority import MAY
from domain.rules import rules
from domain.values import Function

HARD = ["POS-01", "POS-02", "DET-05", "DET-15", "DET-16", "ECH-01", "TIT-01", "APP-03", "EXE-06"]


def test_who_is_stopped_asks_for_it():
    given(ADMITTED).when(ASK, at="2026-03-20 09:00").then(ASKED)


@pytest.mark.parametrize("rule", HARD)
def test_what_protects_the_resident_gives_way_to_nobody(rule):
    given(ADMITTED).when(ASK.model_copy(update={"rule": rule})).then_refused(
        "OVR-01", saying=f"rule {rule} gives way to nobody"
    )


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
    given(ADMITTED, ASKED).when(ALLOW, by=same).then_refused("OVR-02", saying="another person")
    given(ADMITTED, ASKED).when(REFUSE, by=same).then_refused("OVR-02")


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


def test_it_is_used_up_by_that_act():
    failed, again = FAILED.at("2026-03-30 07:00"), SCHEDULED.at("2026-03-30 07:30")
    state = given(*LETS_START, STARTED).when(ASK).state()
    assert [(one.allowed, one.stands) for one in state.overrides] == [(True, False)]
    second = given(*LETS_START, STARTED, failed, PREPARED.at("2026-03-30 07:10"), again)
    assert "EXE-05" in second.when(START, at="2026-03-30 07:40").rules_in_the_way()


def test_another_act_is_not_covered():
    leave = given(*LETS_START, STARTED, CHECKED).when(LEAVE, at="2026-03-30 09:40")
    leave.then_refused("EXE-05")


def test_no_other_rule_gives_way_with_it():
    unfit = without(LETS_START, FIT_TO_FLY)
    assert start(*unfit).rules_in_the_way() == {"DPT-03", "EXE-06"}


def test_a_rule_that_stopped_being_marked_does_not_give_way_any_more():
    """What was allowed against the table, by whatever means, is on record and helps nobody."""
    forged = (*TO_START, ASKED_TO_START.but(rule="EXE-06"), ALLOWED_TO_START)
    assert "EXE-06" in start(*without(forged, FIT_TO_FLY)).rules_in_the_way()
