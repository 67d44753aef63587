"""
Whether somebody is left who may decide what was prepared, and who that is.

Asked of the guards themselves, person by person: whoever they do not refuse for who he is may
decide. What nobody may decide is told at once and stays on record (rule SEP-08).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from domain import events as e
from domain.authority import MAY, Actor
from domain.decide import Attempt, Context, failing
from domain.house import Delegation, House
from domain.lifecycle.separation import DECIDED_BY, waits
from domain.record import Recorded
from domain.staff import Member, acting
from domain.trajectory import Trajectory, involved
from workflows import people
from workflows.journal import Journal


class Decider(NamedTuple):
    """Somebody who may decide: in his own name, or in that of ``on_behalf_of``."""

    account: str
    person: str
    on_behalf_of: str | None = None


def deciders(
    journal: Journal,
    state: Trajectory,
    act: str,
    now: datetime,
    members: tuple[Trajectory, ...] = (),
    persons: frozenset[str] = frozenset(),
) -> Iterator[Decider]:
    """Find those who may do an act now, as far as it is about who acts; by account."""
    there = people.house_of(journal)
    # Who acts for another needs no such function of his own: then everybody may be asked.
    known = people.everybody(journal) if there.delegations else people.who_might(journal, MAY[act])
    everybody = {one.account: one for one in known}
    for actor in _candidates(everybody, there, state, now):
        context = Context(now, now, actor, members=members, persons=persons)
        reasons = failing(Attempt(state, act, context))
        if not any(reason.about_people for reason in reasons):
            yield Decider(actor.account, actor.person, actor.on_behalf_of)


def _candidates(
    everybody: dict[str, Member], there: House, state: Trajectory, now: datetime
) -> Iterator[Actor]:
    """Go through everybody, in their own name and then in that of whom they may stand in for."""
    centres = state.centres
    for one in everybody.values():
        yield acting(one, there, now, now, centres=centres)
    for principal, delegate in sorted(_pairs(there.delegations)):
        if principal in everybody and delegate in everybody:
            yield acting(
                everybody[delegate],
                there,
                now,
                now,
                centres=centres,
                principal=everybody[principal],
                on_behalf_of=principal,
            )


def _pairs(delegations: Sequence[Delegation]) -> set[tuple[str, str]]:
    """Name who may stand in for whom by one delegation, or by a chain of them."""
    pairs = {(one.principal, one.delegate) for one in delegations}
    while more := {(a, d) for a, b in pairs for c, d in pairs if b == c and a != d} - pairs:
        pairs |= more
    return pairs


def stuck(
    journal: Journal,
    lines: Sequence[Recorded],
    state: Trajectory,
    now: datetime,
    members: tuple[Trajectory, ...] = (),
) -> list[str]:
    """
    Name the acts that wait for somebody to decide, when nobody may now.

    A power that ended since then, by its last day or a revocation, shows here first: the line
    that stays on record comes with the next act that prepares (SEP-08).
    """
    happened = [type(line.event).__name__ for line in lines]
    return [
        act
        for act in dict.fromkeys(DECIDED_BY.values())
        if waits(happened, act)
        and next(deciders(journal, state, act, now, members, involved(lines)), None) is None
    ]


def unmet(
    journal: Journal, act: str, after: Trajectory, context: Context, last: Recorded
) -> list[Recorded]:
    """Say, in a line after ``last``, that what an act prepared nobody may decide."""
    deciding = DECIDED_BY[act]
    if any(one.act == deciding for one in after.undecidable):
        return []
    now = max(context.now, after.latest)
    found = deciders(journal, after, deciding, now, context.members, context.persons)
    if next(found, None) is not None:
        return []
    event = e.NobodyMayDecide(act=deciding)
    return [last._replace(version=last.version + 1, event=event, signature=None)]
