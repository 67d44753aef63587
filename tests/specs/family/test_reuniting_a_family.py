"""Reuniting a family: who was apart is together again, and counts again."""

from examples.family import CHILD, HUSBAND, MOTHER, PROPOSED, REUNITE, SEPARATED, WIFE
from given import given

from domain.lifecycle import SeparationState
from domain.lifecycle.who import F

APART = (*MOTHER, PROPOSED, SEPARATED)


def test_they_are_together_again():
    given(*APART).when(REUNITE).then_state(
        family__apart=(), family__separation__state=SeparationState.REUNITED
    )


def test_with_one_of_them_only():
    one = REUNITE.model_copy(update={"members": (HUSBAND,)})
    given(*APART).when(one).then_state(family__apart=("TUB-2026-0044",))


def test_who_was_not_apart_is_not_reunited():
    given(*MOTHER).when(REUNITE).then_refused("FAM-07", saying="not apart")
    stranger = REUNITE.model_copy(update={"members": ("TUB-2026-0099",)})
    given(*APART).when(stranger).then_refused("FAM-07", saying="0099")


def test_a_child_with_a_parent_again_is_not_alone():
    theirs = (PROPOSED.but(members=(WIFE, HUSBAND)), SEPARATED.but(members=(WIFE, HUSBAND)))
    with_her = REUNITE.model_copy(update={"members": (WIFE,)})
    asked = given(*CHILD, *theirs).when(with_her)
    assert asked.state().unaccompanied
    asked.then_state(unaccompanied=False)


def test_not_before_the_decision():
    given(*APART).when(REUNITE, at="2026-03-13 09:59").then_refused("ORD-02")
    assert given(*APART).when(REUNITE, at="2026-03-13 10:00").events()


def test_who_is_at_the_desk_records_it():
    given(*APART).when(REUNITE).is_for(
        F.COACH,
        F.ATTACHE_COACH,
        F.MIGRATION_OFFICER,
        F.REMOVAL_DIRECTOR,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.CENTRE_DIRECTOR,
    )
