"""Majority: on the eighteenth birthday, neither before nor unknown."""

from datetime import date

import pytest
from dossier import NUMBER
from examples.family import (
    CHILD,
    CHILD_ADMITTED,
    DAUGHTER,
    DISPUTED,
    EIGHTEEN,
    LINK,
    MOTHER,
    REACH_MAJORITY,
    act,
    member,
)
from given import brussels, given

from domain import commands as c
from domain import events as e
from domain.decide.clocks import clocks
from domain.lifecycle.who import F

COME_OF_AGE = c.ReachMajority(dossier=REACH_MAJORITY.dossier)


def test_the_day_before_it_is_refused():
    given(*CHILD).when(COME_OF_AGE, at="2031-04-05 23:59").then_refused(
        "FAM-06", saying=EIGHTEEN, passes_on=date(2031, 4, 6)
    )


@pytest.mark.parametrize("at", ["2031-04-06 00:00", "2031-04-06 12:00", "2031-04-07 09:00"])
def test_on_the_day_and_after_it_is_recorded(at):
    given(*CHILD).when(COME_OF_AGE, at=at).then_state(age="adult")


def test_the_day_is_counted_in_brussels():
    at_night_in_utc = brussels("2031-04-06 00:30")
    assert at_night_in_utc.date() == date(2031, 4, 5)
    assert given(*CHILD).when(COME_OF_AGE, at="2031-04-06 00:30").events()


def test_a_birthday_that_is_not_on_record_must_be_said():
    given(CHILD_ADMITTED).when(COME_OF_AGE).then_refused("FAM-06", saying="say it")
    given(CHILD_ADMITTED).when(REACH_MAJORITY, at="2026-03-09 23:59").then_refused("FAM-06")
    given(CHILD_ADMITTED).when(REACH_MAJORITY, at="2026-03-10 00:00").then_state(age="adult")


def test_another_birthday_than_that_on_record_is_refused():
    asked = given(*CHILD).when(REACH_MAJORITY, at="2031-04-07 09:00")
    asked.then_refused("FAM-06", saying=f"of {NUMBER} on record is {EIGHTEEN}")


def test_who_is_of_age_does_not_come_of_age():
    given(*MOTHER).when(REACH_MAJORITY).then_refused("FAM-06", saying="on record as of age")


def test_it_settles_a_dispute():
    history = (*CHILD, DISPUTED)
    given(*history).when(COME_OF_AGE, at="2031-04-06 09:00").then_state(age="adult")


# -- in the dossiers of the others --------------------------------------------------------

HERS = c.ReachMajority(dossier=REACH_MAJORITY.dossier, member=DAUGHTER)


def test_her_mother_has_no_minor_any_more():
    her = member(DAUGHTER, *CHILD)
    asked = given(*MOTHER).when(HERS, at="2031-04-06 09:00", members=(her,))
    assert asked.state().family.minors == (DAUGHTER,)
    asked.then_state(family__minors=(), age="adult")


def test_it_is_her_birthday_that_counts_there_too():
    her = member(DAUGHTER, *CHILD)
    asked = given(*MOTHER).when(HERS, at="2031-04-05 23:59", members=(her,))
    asked.then_refused("FAM-06", saying=f"{DAUGHTER} is eighteen on {EIGHTEEN} only")


def test_there_too_a_birthday_that_is_not_on_record_is_said():
    her = member(DAUGHTER, CHILD_ADMITTED, CHILD[1].but(majority_on=None))
    asked = given(*MOTHER).when(HERS, at="2031-04-06 09:00", members=(her,))
    asked.then_refused("FAM-06", saying=f"the eighteenth birthday of {DAUGHTER} is not on record")
    said = HERS.model_copy(update={"majority_on": EIGHTEEN})
    asked = given(*MOTHER).when(said, at="2031-04-06 09:00", members=(her,))
    asked.then_state(family__minors=(), family__majority_on=None, age="adult")


def test_a_stranger_is_no_member():
    stranger = HERS.model_copy(update={"member": "TUB-2026-0099"})
    given(*MOTHER).when(stranger, at="2031-04-06 09:00").then_refused("FAM-04")


# -- the clock ----------------------------------------------------------------------------


def dues(*history, at):
    state = given(*history).when(LINK).state()
    return [due for due in clocks(state, brussels(at)) if due.rule == "FAM-06"]


@pytest.mark.parametrize("at", ["2026-03-05 10:00", "2031-04-05 12:00", "2031-05-01 12:00"])
def test_the_clock_says_when_it_comes_and_stays_until_it_is_recorded(at):
    [due] = dues(*CHILD, at=at)
    assert due.at == brussels("2031-04-06 00:00")
    assert due.is_duty


def test_the_clock_stops_with_the_majority():
    of_age = act(e.MajorityReached(), CHILD[0].who, "2031-04-06 09:00")
    assert dues(*CHILD, of_age, at="2031-04-06 10:00") == []


def test_a_birthday_that_is_no_day_sets_no_clock():
    linked = CHILD[1].but(majority_on="soon")
    assert dues(CHILD[0], linked, at="2026-03-05 10:00") == []


def test_who_is_at_the_desk_records_it():
    given(*CHILD).when(COME_OF_AGE, at="2031-04-06 09:00").is_for(
        F.COACH,
        F.ATTACHE_COACH,
        F.MIGRATION_OFFICER,
        F.REMOVAL_DIRECTOR,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.CENTRE_DIRECTOR,
    )
