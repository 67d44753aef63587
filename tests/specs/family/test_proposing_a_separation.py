"""Proposing a separation: never by default, always on a report on the children's interests."""

import pytest
from examples.family import (
    DAUGHTER,
    HUSBAND,
    KEPT_TOGETHER,
    MOTHER,
    PROPOSE,
    PROPOSED,
    REUNITED,
    SEPARATED,
)
from given import given
from pydantic import ValidationError

from domain import commands as c
from domain.lifecycle import SeparationState
from domain.lifecycle.who import F


def test_it_waits_for_the_hierarchy():
    given(*MOTHER).when(PROPOSE).then_state(
        family__separation__state=SeparationState.PROPOSED,
        family__separation__report="RAP-2026-31",
        family__apart=(),
    )


def test_without_a_report_nothing_is_proposed():
    with pytest.raises(ValidationError):
        c.ProposeSeparation.model_validate({"dossier": PROPOSE.dossier, "members": (HUSBAND,)})


def test_from_nobody_one_is_not_separated():
    nobody = PROPOSE.model_copy(update={"members": ()})
    given(*MOTHER).when(nobody).then_refused("FAM-07", saying="from which members")


def test_a_stranger_is_no_member():
    stranger = PROPOSE.model_copy(update={"members": ("TUB-2026-0099",)})
    given(*MOTHER).when(stranger).then_refused("FAM-04")


def test_who_is_apart_is_not_separated_again():
    told = given(*MOTHER, PROPOSED, SEPARATED)
    told.when(PROPOSE).then_refused("FAM-07", saying="not apart yet")


def test_one_proposal_at_a_time():
    given(*MOTHER, PROPOSED).when(PROPOSE).then_refused("FAM-07", saying="is proposed")


@pytest.mark.parametrize("before", [(KEPT_TOGETHER,), (SEPARATED, REUNITED)])
def test_after_a_decision_it_may_be_proposed_again(before):
    assert given(*MOTHER, PROPOSED, *before).when(PROPOSE).events()


def test_not_before_the_family_was_linked():
    given(*MOTHER).when(PROPOSE, at="2026-03-03 08:59").then_refused("ORD-02")
    assert given(*MOTHER).when(PROPOSE, at="2026-03-03 09:00").events()


def test_of_one_member_only():
    one = PROPOSE.model_copy(update={"members": (DAUGHTER,)})
    given(*MOTHER).when(one).then_state(family__separation__members=(DAUGHTER,))


def test_it_is_for_who_advises():
    given(*MOTHER).when(PROPOSE).is_for(F.ATTACHE_COACH, F.MIGRATION_OFFICER, F.CENTRE_DIRECTOR)
