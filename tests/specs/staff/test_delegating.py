"""Acting in another's name: in a chain of delegations that all hold, and for what they cover."""

import pytest
from given import brussels
from specs.staff.registry import REGISTRAR, SECOND, delegation, office, person_of

from domain import commands as c
from domain import events as e
from domain import staffing
from domain.authority import NOT_DELEGABLE, Actor
from domain.decide import Attempt, Context
from domain.decide.always import may_act
from domain.decide.attempt import tied
from domain.errors import BadInput, NotAllowed
from domain.record import HOUSE
from domain.staffing import Giver
from domain.state.decision import Hand
from domain.values import Function

F = Function
DAY = "2026-03-05 10:00"
OFFICE = {"wouters": F.REMOVAL_DIRECTOR, "claes": F.COACH, "dumont": F.COACH}


def told(*delegations, **more):
    return office(**OFFICE | more).tell(HOUSE, *delegations)


def refusals(actor: Actor, act="TakeDecision"):
    moment = brussels(DAY)
    found = may_act(Attempt(None, act, Context(moment, moment, actor)))
    return [failing.rule for failing in found]


TO_CLAES = delegation(1, "wouters", "claes")


# -- acting in another's name ---------------------------------------------------------------


def test_without_a_delegation_on_record_nobody_acts_for_another():
    actor = told().acts("claes", DAY, on_behalf_of="wouters")
    assert refusals(actor) == ["AUT-02", "AUT-03"]


def test_with_one_the_powers_are_those_of_the_principal():
    actor = told(TO_CLAES).acts("claes", DAY, on_behalf_of="wouters")
    assert actor.functions == {F.REMOVAL_DIRECTOR}
    assert (actor.person, actor.on_behalf_of, actor.chain) == ("P-claes", "wouters", (1,))
    assert refusals(actor) == []


def test_in_her_own_name_the_delegate_has_her_own_powers_alone():
    assert told(TO_CLAES).acts("claes", DAY).functions == {F.COACH}


def test_it_covers_the_acts_it_names():
    narrow = TO_CLAES.model_copy(update={"acts": ("AnnulDecision",)})
    actor = told(narrow).acts("claes", DAY, on_behalf_of="wouters")
    assert refusals(actor) == ["AUT-03"]
    assert refusals(actor, "AnnulDecision") == []


@pytest.mark.parametrize(
    ("at", "holds"),
    [
        ("2026-02-28 23:59", False),
        ("2026-03-01 00:00", True),
        ("2026-03-31 23:59", True),
        ("2026-04-01 00:00", False),
    ],
)
def test_it_holds_from_its_first_day_to_its_last(at, holds):
    month = TO_CLAES.model_copy(update={"valid_from": "2026-03-01", "valid_to": "2026-03-31"})
    assert bool(told(month).acts("claes", at, on_behalf_of="wouters").chain) is holds


def test_what_waits_gives_no_power_and_what_is_revoked_no_more():
    waits = TO_CLAES.model_copy(update={"waits": True})
    there = told(waits)
    assert there.acts("claes", DAY, on_behalf_of="wouters").chain == ()
    there.tell(HOUSE, e.DelegationConfirmed(number=1), by=SECOND)
    assert there.acts("claes", DAY, on_behalf_of="wouters").chain == (1,)
    there.tell(HOUSE, e.DelegationRevoked(number=1, reason="withdrawn"), at=brussels(DAY))
    assert there.acts("claes", DAY, on_behalf_of="wouters").chain == ()
    assert there.acts("claes", "2026-03-05 09:59", on_behalf_of="wouters").chain == (1,)
    late = there.acts("claes", "2026-03-05 09:59", now=DAY, on_behalf_of="wouters")
    assert late.chain == ()


def test_a_delegation_ends_with_the_power_of_who_gave_it():
    there = told(TO_CLAES)
    there.tell("wouters", e.MandateRevoked(number=1, reason="moved"), at=brussels(DAY))
    assert there.acts("claes", DAY, on_behalf_of="wouters").functions == frozenset()


def test_it_may_be_bound_to_a_centre():
    there = told(TO_CLAES.model_copy(update={"centre": "VOT"}))
    asked = {"on_behalf_of": "wouters"}
    assert there.acts("claes", DAY, centres=frozenset({"VOT"}), **asked).functions
    assert not there.acts("claes", DAY, centres=frozenset({"BRU"}), **asked).functions


# -- chains ---------------------------------------------------------------------------------


ON_TO_DUMONT = delegation(2, "claes", "dumont")


def test_it_is_passed_on_only_where_it_was_given_to_be():
    actor = told(TO_CLAES, ON_TO_DUMONT).acts("dumont", DAY, on_behalf_of="wouters")
    assert refusals(actor) == ["AUT-02", "AUT-03"]
    onward = TO_CLAES.model_copy(update={"onward": True})
    actor = told(onward, ON_TO_DUMONT).acts("dumont", DAY, on_behalf_of="wouters")
    assert (actor.chain, refusals(actor)) == ((1, 2), [])


def test_a_chain_covers_what_every_link_of_it_covers():
    onward = TO_CLAES.model_copy(update={"onward": True, "acts": ("TakeDecision", "AnnulDecision")})
    narrower = ON_TO_DUMONT.model_copy(update={"acts": ("AnnulDecision", "GrantAuthorisation")})
    actor = told(onward, narrower).acts("dumont", DAY, on_behalf_of="wouters")
    assert actor.scope == {"AnnulDecision"}


def test_a_chain_bound_to_two_centres_holds_at_none():
    onward = TO_CLAES.model_copy(update={"onward": True, "centre": "VOT"})
    elsewhere = ON_TO_DUMONT.model_copy(update={"centre": "BRU"})
    actor = told(onward, elsewhere).acts("dumont", DAY, on_behalf_of="wouters")
    assert actor.functions == frozenset()


def test_a_chain_that_runs_in_a_circle_ends():
    onward = TO_CLAES.model_copy(update={"onward": True})
    back = delegation(2, "claes", "wouters", onward=True)
    assert told(onward, back).acts("dumont", DAY, on_behalf_of="wouters").chain == ()


# -- what may be delegated ---------------------------------------------------------------------


@pytest.mark.parametrize("function", sorted(NOT_DELEGABLE))
def test_what_is_tied_to_a_person_is_not_delegated(function):
    there = office(wouters=function, claes=F.COACH)
    asked = c.Delegate(principal="wouters", delegate="claes")
    with pytest.raises(NotAllowed, match="AUT-08"):
        delegate(there, asked)
    there.tell(HOUSE, TO_CLAES)
    assert there.acts("claes", DAY, on_behalf_of="wouters").functions == frozenset()


def delegate(there, asked, by=REGISTRAR):
    return staffing.delegate(asked, there.seen_by(by))


DIRECTOR = Giver(Actor("wouters", "P-wouters", frozenset({F.REMOVAL_DIRECTOR})))
ASKED = c.Delegate(principal="wouters", delegate="claes", acts=("TakeDecision",))


@pytest.mark.parametrize("by", [REGISTRAR, DIRECTOR])
def test_the_principal_or_a_registrar_gives_it_and_it_waits(by):
    [given] = delegate(told(), ASKED, by)
    assert given == TO_CLAES.model_copy(update={"acts": ("TakeDecision",), "waits": True})


def test_nobody_else_gives_it():
    claes = Giver(Actor("claes", "P-claes", frozenset({F.COACH})))
    with pytest.raises(NotAllowed, match="AUT-02"):
        delegate(told(), ASKED, claes)


def test_an_act_the_principal_may_not_do_is_not_delegated():
    with pytest.raises(NotAllowed, match="AUT-08: wouters cannot delegate GiveInformation"):
        delegate(told(), ASKED.model_copy(update={"acts": ("GiveInformation",)}))


def test_nobody_delegates_to_himself_under_another_account():
    there = told(**{"wouters.2": F.COACH})
    with pytest.raises(BadInput, match="P-wouters needs no delegation from himself"):
        delegate(there, ASKED.model_copy(update={"delegate": "wouters.2"}))


def test_who_gets_it_does_not_confirm_it_nor_who_gave_it():
    there = told(TO_CLAES.model_copy(update={"waits": True}))
    asked = c.ConfirmDelegation(number=1)
    registrar = SECOND.actor._replace(person="P-claes")
    with pytest.raises(NotAllowed, match="AUT-07"):
        staffing.confirm_delegation(asked, there.seen_by(Giver(registrar)))
    with pytest.raises(NotAllowed, match="AUT-06"):
        staffing.confirm_delegation(asked, there.seen_by(REGISTRAR))
    confirmed = staffing.confirm_delegation(asked, there.seen_by(SECOND))
    assert confirmed == [e.DelegationConfirmed(number=1)]


# -- separation through delegations ---------------------------------------------------------------


def test_a_delegate_is_on_the_side_of_all_whom_he_stands_in_for_also_through_others():
    further = delegation(2, "dumont", "wouters")
    there = told(TO_CLAES, further)
    assert set(dict(there.acts("claes", DAY).ties)) == {"P-wouters", "P-dumont"}
    assert set(dict(there.acts("wouters", DAY).ties)) == {"P-dumont"}
    assert set(dict(there.acts("dumont", DAY).ties)) == set()


def test_a_tie_that_has_ended_is_known_with_its_end():
    month = TO_CLAES.model_copy(update={"valid_to": "2026-03-04"})
    assert dict(told(month).acts("claes", DAY).ties) == {"P-wouters": brussels("2026-03-05 00:00")}


def test_one_that_begins_later_is_none_yet():
    later = TO_CLAES.model_copy(update={"valid_from": "2026-03-06"})
    assert told(later).acts("claes", DAY).ties == ()


def test_what_was_prepared_while_it_held_stays_prepared():
    """A delegate does not untie himself by ending the delegation before he decides."""
    there = told(TO_CLAES).tell(
        HOUSE, e.DelegationRevoked(number=1, reason="left"), at=brussels("2026-03-05 09:00")
    )
    actor = there.acts("claes", DAY)
    before, after = brussels("2026-03-05 08:00"), brussels("2026-03-05 09:30")
    assert tied(actor, Hand("wouters", "P-wouters", before, False, 1, 0))
    assert not tied(actor, Hand("wouters", "P-wouters", after, False, 1, 0))


def test_what_two_do_in_one_name_one_does():
    there = told(TO_CLAES, delegation(2, "wouters", "dumont"))
    actor = there.acts("claes", DAY, on_behalf_of="wouters")
    part = Hand("dumont", "P-dumont", brussels("2026-03-05 08:00"), False, 1, 0, "wouters")
    assert tied(actor, part)
    assert not tied(there.acts("claes", DAY), part._replace(on_behalf_of=None))


def test_who_left_stands_in_for_nobody():
    there = told(TO_CLAES)
    there.tell("claes", e.MandateRevoked(number=1, reason="left"), at=brussels(DAY))
    assert there.acts("claes", DAY, on_behalf_of="wouters").functions == frozenset()


def test_what_was_confirmed_later_was_not_held_before():
    waits = TO_CLAES.model_copy(update={"waits": True})
    there = told(waits).tell(HOUSE, e.DelegationConfirmed(number=1), at=brussels(DAY), by=SECOND)
    assert there.acts("claes", DAY, on_behalf_of="wouters").chain == (1,)
    early = there.acts("claes", "2026-03-05 09:59", now=DAY, on_behalf_of="wouters")
    assert early.chain == ()


def test_the_accounts_of_a_person_are_known_from_delegations():
    there = told(delegation(1, "wouters.2", "claes"), **{"wouters.2": F.REMOVAL_DIRECTOR})
    assert there.acts("wouters", DAY).accounts == (("wouters.2", "P-wouters"),)


def test_persons_are_called_as_in_the_stories():
    assert person_of("wouters.2") == person_of("wouters")
