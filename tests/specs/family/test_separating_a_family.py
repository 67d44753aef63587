"""Separating a family: decided by the hierarchy, by another person than who proposed it."""

from dossier import ATTACHE
from examples.family import (
    CHILD,
    DAUGHTER,
    HUSBAND,
    MOTHER,
    PROPOSED,
    REMOVAL_DIRECTOR,
    SEPARATE,
    SEPARATED,
    WIFE,
)
from given import given

from domain.authority import Actor
from domain.lifecycle import SeparationState
from domain.lifecycle.who import F


def test_from_then_on_they_are_apart():
    given(*MOTHER, PROPOSED).when(SEPARATE).then_state(
        family__apart=(HUSBAND, DAUGHTER),
        family__together=(),
        family__separation__state=SeparationState.AUTHORISED,
    )


def test_nobody_is_separated_without_a_proposal():
    given(*MOTHER).when(SEPARATE).then_refused("FAM-07", saying="none")


def test_only_from_whom_it_was_proposed():
    told = PROPOSED.but(members=(DAUGHTER,))
    given(*MOTHER, told).when(SEPARATE).then_refused("FAM-07", saying=HUSBAND)


def test_who_proposed_does_not_decide_under_whatever_account():
    told = given(*MOTHER, PROPOSED)
    again = Actor("vandammem", ATTACHE.person, frozenset({F.REMOVAL_DIRECTOR}))
    told.when(SEPARATE, by=again).then_refused("SEP-01", saying="proposed", exit_code=4)
    assert told.when(SEPARATE, by=REMOVAL_DIRECTOR).events()


def test_not_before_it_was_proposed():
    told = given(*MOTHER, PROPOSED)
    told.when(SEPARATE, at="2026-03-12 09:59").then_refused("ORD-02")
    assert told.when(SEPARATE, at="2026-03-12 10:00").events()


def test_it_is_for_the_director_for_removal_or_the_ministers_delegate():
    given(*MOTHER, PROPOSED).when(SEPARATE).is_for(
        F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER
    )


def test_a_child_set_apart_from_both_parents_is_alone():
    theirs = (PROPOSED.but(members=(WIFE, HUSBAND)), SEPARATED.but(members=(WIFE, HUSBAND)))
    assert given(*CHILD, *theirs).when(SEPARATE).state().is_alone
    one = (PROPOSED.but(members=(WIFE,)), SEPARATED.but(members=(WIFE,)))
    assert not given(*CHILD, *one).when(SEPARATE).state().is_alone


def test_history_that_names_a_stranger_sets_nobody_apart():
    told = SEPARATED.but(members=("TUB-2026-0099",))
    assert given(*MOTHER, told).when(SEPARATE).state().family.apart == ()
