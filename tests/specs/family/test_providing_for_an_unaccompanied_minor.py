"""An unaccompanied minor: no departure before the guardian was heard and reception is named."""

import pytest
from dossier import COACH, INFORMED, NUMBER, OFFICER
from examples.decision import TAKE_WEIGHED, TO_LEAVE
from examples.family import (
    ADMITTED,
    APPOINT,
    APPOINTED,
    BOY_ADMITTED,
    CHILD,
    CHILD_ADMITTED,
    DISPUTED,
    GUARANTEE,
    GUARANTEED,
    HEAR,
    HEARD,
    HUSBAND,
    LINKED,
    MOTHER,
    PROPOSED,
    SEPARATED,
    WIFE,
    act,
    member,
)
from examples.information import HEARD as HEARD_ON_IT
from examples.removal import LEAVE
from given import brussels, given

from domain import events as e
from domain.decide import Attempt, Context, Refused, failing
from domain.decide.clocks import clocks
from domain.decide.unity import minor_provided_for
from domain.lifecycle.who import F

DESK = (
    F.COACH,
    F.ATTACHE_COACH,
    F.MIGRATION_OFFICER,
    F.REMOVAL_DIRECTOR,
    F.MINISTER_DELEGATE,
    F.MINISTER,
    F.CENTRE_DIRECTOR,
)


def lacking(*history, **around):
    """Ask what is still lacking before the minor may leave."""
    state = given(*history).when(APPOINT).state()
    now = brussels("2026-03-20 10:00")
    context = Context(now, now, **around)
    return [one.why for one in minor_provided_for(Attempt(state, "Any", context))]


def test_without_guardian_and_reception_nobody_leaves():
    assert lacking(BOY_ADMITTED) == [
        "no guardian is appointed for the unaccompanied minor",
        "it is not named to whom the unaccompanied minor is entrusted",
    ]


DRAFTED_FOR_HIM = (INFORMED, HEARD_ON_IT.at("2026-03-03 15:30"), TO_LEAVE)


def taking(*history, kind="return-decision", **around):
    drafted = (*DRAFTED_FOR_HIM[:2], TO_LEAVE.but(kind=kind))
    told = sorted((*history, *drafted), key=lambda act: act.when)
    asked = given(*told).when(TAKE_WEIGHED, by=OFFICER, at="2026-03-20 10:00", **around)
    try:
        asked.events()
    except Refused as refused:
        return [one.why for one in refused.failures if one.rule == "FAM-03"]
    return []


def test_no_decision_to_remove_is_taken_before_the_guardian_was_heard():
    unheard = "the guardian of the unaccompanied minor was not heard"
    assert taking(BOY_ADMITTED) == ["no guardian is appointed for the unaccompanied minor"]
    assert taking(BOY_ADMITTED, APPOINTED) == [unheard]
    assert taking(BOY_ADMITTED, APPOINTED, HEARD.at("2026-03-20 10:00")) == []
    assert taking(BOY_ADMITTED, APPOINTED, HEARD.at("2026-03-20 10:01"), now=LATER) == [unheard]


LATER = "2026-03-21 10:00"


def test_it_is_asked_of_who_is_taken_for_a_minor_and_nobody_is_said_to_care_for():
    assert taking(ADMITTED) == []
    assert taking(ADMITTED, DISPUTED) != []
    assert taking(CHILD_ADMITTED.but(unaccompanied=None)) != []
    parents = tuple(member(one, ADMITTED) for one in (WIFE, HUSBAND))
    assert taking(*CHILD, members=parents) == []


@pytest.mark.parametrize(("kind", "asked"), [("refoulement", True), ("entry-ban", False)])
def test_it_is_asked_of_a_decision_that_removes(kind, asked):
    assert bool(taking(BOY_ADMITTED, kind=kind)) is asked


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


def test_a_minor_said_to_be_accompanied_by_nobody_on_record_is_not_known_to_be():
    assert len(lacking(CHILD_ADMITTED.but(unaccompanied=False))) == 2


def test_a_minor_of_whom_it_is_not_known_who_cares_is_taken_for_unaccompanied():
    assert len(lacking(CHILD_ADMITTED)) == 2


def test_an_age_in_dispute_is_that_of_a_minor():
    assert len(lacking(BOY_ADMITTED.but(age="disputed"))) == 2
    assert lacking(BOY_ADMITTED.but(age="adult")) == []


def test_a_child_set_apart_from_its_parents_needs_them():
    both = {"members": (WIFE, HUSBAND)}
    assert len(lacking(*CHILD, PROPOSED.but(**both), SEPARATED.but(**both))) == 2


# -- whose carers have gone ------------------------------------------------------------------

GONE = act(e.NonReturnEstablished(reason="left-without-proof"), COACH, "2026-03-19 10:00")
HERE_AND_GONE = (
    member(WIFE, *MOTHER),
    member(HUSBAND, ADMITTED, LINKED.but(members=(WIFE,), minors=()), GONE),
)
BOTH_GONE = (member(WIFE, *MOTHER, GONE), HERE_AND_GONE[1])


def test_a_child_of_whom_one_parent_is_still_there_is_accompanied():
    assert lacking(*CHILD, members=HERE_AND_GONE) == []


def test_a_child_whose_parents_have_gone_is_left_to_nobody():
    assert len(lacking(*CHILD, members=BOTH_GONE)) == 2
    assert lacking(*CHILD, APPOINTED, HEARD, GUARANTEED, members=BOTH_GONE) == []


def test_nor_does_a_parent_count_from_whom_it_is_set_apart():
    """Her mother is kept apart from her, her father has gone: she would go alone."""
    apart = (PROPOSED.but(members=(WIFE,)), SEPARATED.but(members=(WIFE,)))
    assert len(lacking(*CHILD, *apart, members=HERE_AND_GONE)) == 2
    assert lacking(*CHILD, *apart, members=(HERE_AND_GONE[0], member(HUSBAND, *MOTHER))) == []


def test_a_parent_who_leaves_by_the_same_act_has_not_gone_before():
    both = (NUMBER, HUSBAND)
    assert lacking(*CHILD, members=BOTH_GONE, together=both) == []
    assert len(lacking(*CHILD, members=BOTH_GONE, together=(NUMBER,))) == 2


def test_somebody_of_age_whose_parents_have_gone_needs_nobody():
    assert lacking(ADMITTED, CHILD[1], members=BOTH_GONE) == []


@pytest.mark.parametrize("consents", [True, False, None])
def test_such_a_child_does_not_leave_by_consenting(consents):
    order = LEAVE.model_copy(update={"mode": "other", "consents": consents})
    her = given(CHILD_ADMITTED, CHILD[1], APPOINTED).when(
        order, at="2026-03-30 09:40", members=BOTH_GONE, together=(NUMBER,)
    )
    assert "FAM-03" in her.rules_in_the_way()


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
