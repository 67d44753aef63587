"""Keeping a family together: the hierarchy refuses a separation that was proposed."""

from examples.family import HUSBAND, KEEP_TOGETHER, MOTHER, PROPOSED, SEPARATED
from given import given

from domain.lifecycle import SeparationState
from domain.lifecycle.who import F


def test_they_stay_together():
    given(*MOTHER, PROPOSED).when(KEEP_TOGETHER).then_state(
        family__apart=(), family__separation__state=SeparationState.REFUSED
    )


def test_what_was_not_proposed_is_not_refused():
    given(*MOTHER).when(KEEP_TOGETHER).then_refused("FAM-07")
    given(*MOTHER, PROPOSED, SEPARATED).when(KEEP_TOGETHER).then_refused("FAM-07")


def test_not_before_it_was_proposed():
    told = given(*MOTHER, PROPOSED)
    told.when(KEEP_TOGETHER, at="2026-03-12 09:59").then_refused("ORD-02")


def test_only_for_whom_it_was_proposed():
    told = PROPOSED.but(members=(HUSBAND,))
    given(*MOTHER, told).when(KEEP_TOGETHER).then_refused("FAM-07")


def test_it_is_for_the_hierarchy():
    given(*MOTHER, PROPOSED).when(KEEP_TOGETHER).is_for(
        F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER
    )
