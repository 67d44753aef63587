"""An unaccompanied minor: no departure before the guardian was heard and reception is named."""

import pytest
from dossier import NUMBER
from examples.family import (
    ADMITTED,
    APPOINT,
    APPOINTED,
    BOY_ADMITTED,
    CHILD,
    CHILD_ADMITTED,
    GUARANTEE,
    GUARANTEED,
    HEAR,
    HEARD,
    PROPOSED,
    SEPARATED,
    WIFE,
)
from given import brussels, given

from domain.decide import Attempt, Context, failing
from domain.decide.clocks import clocks
from domain.decide.family import minor_provided_for
from domain.lifecycle.who import F

DESK = (
    F.COACH,
    F.ATTACHE_COACH,
    F.MIGRATION_OFFICER,
    F.REMOVAL_DIRECTOR,
    F.MINISTER_DELEGATE,
    F.CENTRE_DIRECTOR,
)


def lacking(*history):
    """Ask what is still lacking before the minor may leave."""
    state = given(*history).when(APPOINT).state()
    now = brussels("2026-03-20 10:00")
    return [one.why for one in minor_provided_for(Attempt(state, "Any", Context(now, now)))]


def test_without_guardian_and_reception_nobody_leaves():
    assert lacking(BOY_ADMITTED) == [
        "no guardian is appointed for the unaccompanied minor",
        "it is not named to whom the unaccompanied minor is entrusted",
    ]


def test_an_appointed_guardian_must_be_heard():
    [why] = lacking(BOY_ADMITTED, APPOINTED, GUARANTEED)
    assert why == "the guardian of the unaccompanied minor was not heard"


def test_another_guardian_must_be_heard_again():
    other = APPOINTED.at("2026-03-18 09:00")
    assert lacking(BOY_ADMITTED, APPOINTED, HEARD, GUARANTEED) == []
    assert len(lacking(BOY_ADMITTED, APPOINTED, HEARD, GUARANTEED, other)) == 1


def test_reception_with_a_risk_of_trafficking_is_none():
    told = GUARANTEED.but(trafficking_risk=True)
    [why] = lacking(BOY_ADMITTED, APPOINTED, HEARD, told)
    assert "trafficking" in why
    again = GUARANTEED.at("2026-03-18 09:00")
    assert lacking(BOY_ADMITTED, APPOINTED, HEARD, told, again) == []


def test_adults_and_accompanied_minors_need_neither():
    assert lacking(ADMITTED) == []
    assert lacking(*CHILD) == []
    assert lacking(CHILD_ADMITTED.but(unaccompanied=False)) == []


def test_a_minor_of_whom_it_is_not_known_who_cares_is_taken_for_unaccompanied():
    assert len(lacking(CHILD_ADMITTED)) == 2


def test_an_age_in_dispute_is_that_of_a_minor():
    assert len(lacking(BOY_ADMITTED.but(age="disputed"))) == 2
    assert lacking(BOY_ADMITTED.but(age="adult")) == []


def test_a_child_set_apart_from_its_parents_needs_them():
    both = {"members": (WIFE, "TUB-2026-0043")}
    assert len(lacking(*CHILD, PROPOSED.but(**both), SEPARATED.but(**both))) == 2


def test_it_is_a_condition_of_every_departure():
    state = given(BOY_ADMITTED).when(APPOINT).state()
    now = brussels("2026-03-20 10:00")
    assert state.dossier == NUMBER
    reasons = failing(Attempt(state, "ConfirmDeparture", Context(now, now)))
    assert "FAM-03" in {one.rule for one in reasons}


# -- the acts -----------------------------------------------------------------------------


def test_a_guardian_is_appointed_and_heard():
    given(BOY_ADMITTED).when(APPOINT).then_state(family__guardian__heard=None)
    given(BOY_ADMITTED, APPOINTED).when(HEAR, at="2026-03-16 14:00").then_state(
        family__guardian__heard=brussels("2026-03-16 14:00"),
        family__guardian__proposal="return",
    )


def test_with_the_guardian_it_is_on_record_until_when_there_is_one():
    until = APPOINT.model_copy(update={"majority_on": "2028-01-15"})
    asked = given(BOY_ADMITTED).when(until)
    asked.then_state(family__majority_on="2028-01-15")
    dues = clocks(asked.state_after(), brussels("2026-03-20 10:00"))
    assert [one.at for one in dues if one.rule == "FAM-06"] == [brussels("2028-01-15 00:00")]


def test_who_was_not_appointed_is_not_heard():
    given(BOY_ADMITTED).when(HEAR).then_refused("FAM-03", saying="no guardian")


def test_a_guardian_is_not_heard_before_being_appointed():
    told = given(BOY_ADMITTED, APPOINTED)
    told.when(HEAR, at="2026-03-12 08:59").then_refused("ORD-02")
    assert told.when(HEAR, at="2026-03-12 09:00").events()


def test_reception_is_guaranteed():
    given(BOY_ADMITTED).when(GUARANTEE).then_state(
        family__reception__kind="relative", family__reception__trafficking_risk=False
    )


@pytest.mark.parametrize("order", [APPOINT, GUARANTEE], ids=["appoint", "guarantee"])
def test_these_are_for_who_is_at_the_desk(order):
    given(BOY_ADMITTED).when(order).is_for(*DESK)


def test_so_is_hearing():
    given(BOY_ADMITTED, APPOINTED).when(HEAR).is_for(*DESK)
