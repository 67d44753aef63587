"""
What the stream of the house tells: delegations, and whose acts are to be signed.

Apart from the accounts, since most houses have none of it and whoever records an act would
read it for nothing.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from domain.authority import OF_THE_REGISTER
from domain.record import HOUSE, Recorded
from domain.rules.calendar import brussels_day, day_of, end_of_day, is_between

if TYPE_CHECKING:
    from domain import events as e


class Delegation(NamedTuple):
    """One person may act in the name of another: see ``domain.events.DelegationGiven``."""

    number: int
    principal: str
    principal_person: str
    delegate: str
    delegate_person: str
    acts: tuple[str, ...]
    centre: str | None
    valid_from: str | None
    valid_to: str | None
    onward: bool
    substitute: bool
    order: str | None
    waits: bool
    given_by: str
    confirmed_by: str | None = None
    confirmed: datetime | None = None
    revoked: datetime | None = None

    def at(self, moment: datetime) -> bool:
        """
        Tell whether it holds at an instant.

        What waited for a second person holds from then on, or from the day that both of
        them saw on it.
        """
        if self.waits or (self.revoked is not None and moment >= self.revoked):
            return False
        if self.valid_from is None and self.confirmed is not None and moment < self.confirmed:
            return False
        return is_between(brussels_day(moment), self.valid_from, self.valid_to)

    def held_until(self, moment: datetime) -> datetime | None:
        """Return until when it held, of one that had begun by a moment; ``None`` for another."""
        day = brussels_day(moment).isoformat()
        if self.waits or (self.valid_from or "") > day:
            return None
        last = end_of_day(day_of(self.valid_to))
        return min(filter(None, (last, self.revoked)), default=_FOR_EVER)


_FOR_EVER = datetime.max.replace(tzinfo=UTC)
_NEVER = datetime.min.replace(tzinfo=UTC)


class House(NamedTuple):
    """
    What the stream of the house tells: its delegations, and whose acts are to be signed.

    ``origin`` is the name of the log, ``None`` while no signature was ever asked for;
    ``signed`` are the acts to be signed, ``None`` for none and empty for all.
    """

    version: int = 0
    delegations: tuple[Delegation, ...] = ()
    origin: str | None = None
    signed: frozenset[str] | None = None

    def asks_signature(self, act: str) -> bool:
        """Tell whether an act is to be signed: of the register all, wherever anything is."""
        if self.signed is None:
            return False
        return not self.signed or act in self.signed or act in OF_THE_REGISTER

    def delegation(self, number: int) -> Delegation | None:
        """Return the delegation of a number."""
        return next((one for one in self.delegations if one.number == number), None)

    def chain(self, principal: str, delegate: str, *moments: datetime) -> "tuple[Delegation, ...]":
        """
        Find the shortest chain of delegations between two accounts that holds at all moments.

        Empty where there is none. Whoever passes it on was allowed to.
        """
        holding = [one for one in self.delegations if all(one.at(moment) for moment in moments)]
        reached = {principal}
        ways: list[tuple[Delegation, ...]]
        ways = [(one,) for one in holding if one.principal == principal]
        while ways:
            for way in ways:
                if way[-1].delegate == delegate:
                    return way
            reached |= {way[-1].delegate for way in ways}
            ways = [
                (*way, one)
                for way in ways
                if way[-1].onward
                for one in holding
                if one.principal == way[-1].delegate and one.delegate not in reached
            ]
        return ()

    def accounts_of(self, persons: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Name the accounts of persons that delegations tell of, each with its person."""
        told = {one.principal: one.principal_person for one in self.delegations}
        told |= {one.delegate: one.delegate_person for one in self.delegations}
        return tuple((account, person) for account, person in told.items() if person in persons)

    def stood_in_for(self, person: str, moment: datetime) -> dict[str, datetime]:
        """
        Name the persons somebody is or was a delegate of by an instant, also through others.

        Each with until when at the latest all delegations between the two held.
        """
        found: dict[str, datetime] = {person: _FOR_EVER}
        asked = [person]
        while asked:
            name = asked.pop()
            for one in self.delegations:
                until = one.held_until(moment) if one.delegate_person == name else None
                until = until and min(until, found[name])
                if until is not None and until > found.get(one.principal_person, _NEVER):
                    found[one.principal_person] = until
                    asked.append(one.principal_person)
        del found[person]
        return found


NOTHING_ASKED = House()
"""What the house asks, and who stands in for whom, while nobody said anything of it."""


def house(lines: Iterable[Recorded], found: House = NOTHING_ASKED) -> House:
    """Fold the stream of the house, on what it was before."""
    for line in lines:
        change = _OF_THE_HOUSE.get(type(line.event).__name__)
        if line.stream == HOUSE and change:
            found = change(found, line, line.event)._replace(version=line.version)
    return found


def _delegated(found: House, line: Recorded, given: "e.DelegationGiven") -> House:
    one = Delegation(**{name: getattr(given, name) for name in _SAID}, given_by=line.person)
    return found._replace(delegations=(*found.delegations, one))


def _delegation_confirmed(found: House, line: Recorded, said: "e.DelegationConfirmed") -> House:
    by, at = line.person, line.recorded_at
    return _with(
        found, said.number, lambda it: it._replace(waits=False, confirmed_by=by, confirmed=at)
    )


def _delegation_revoked(found: House, line: Recorded, said: "e.DelegationRevoked") -> House:
    return _with(found, said.number, lambda it: it._replace(revoked=line.recorded_at))


def _signed(found: House, _line: Recorded, said: "e.SignaturesRequired") -> House:
    return found._replace(origin=found.origin or said.origin, signed=frozenset(said.acts))


_OF_THE_HOUSE: dict[str, Callable[[House, Recorded, Any], House]] = {
    "DelegationGiven": _delegated,
    "DelegationConfirmed": _delegation_confirmed,
    "DelegationRevoked": _delegation_revoked,
    "SignaturesRequired": _signed,
}

_SAID = frozenset(Delegation._fields) - {"given_by", "confirmed_by", "confirmed", "revoked"}


def _with(found: House, number: int, change: Callable[[Delegation], Delegation]) -> House:
    ones = (change(one) if one.number == number else one for one in found.delegations)
    return found._replace(delegations=tuple(ones))
