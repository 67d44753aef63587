"""
The register of people as the log tells it up to a place, and who might change it.

Nothing is believed of a line because the store took it: who gave a mandate, a key or a
delegation is judged as who did any act.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from domain.authority import DECIDES, MAY
from domain.house import House, house
from domain.record import HOUSE, STAFF, Recorded
from domain.staff import Member, member
from domain.staffing import only_one_registrar, speaks_for_himself
from domain.values import Function
from projections.audit.acted import FOUNDER, Acted
from projections.audit.shape import Topics


class Register:
    """People, their mandates and keys, delegations, and whose acts are signed."""

    def __init__(self, topics: Topics) -> None:
        self.people: dict[str, Member] = {}
        self.house = House()
        self.key_owner: dict[str, str] = {}
        self._topics = topics
        self._lines: dict[str, list[Recorded]] = {}

    def take_in(self, one: Acted) -> None:
        """Let what follows be judged by the register with this line in it."""
        lines = self._lines.setdefault(one.stream, [])
        lines.append(self._read(one))
        if one.stream == HOUSE:
            self.house = house(lines)
            return
        folded = member(lines)
        if folded is not None:
            account = one.stream.removeprefix(STAFF)
            self.people[account] = folded
            for key in folded.keys:
                self.key_owner.setdefault(key.fingerprint, account)

    def person(self, one: Acted) -> Member | None:
        """Return who did it, if the account was that person's."""
        who = self.people.get(one.account)
        return who if who is not None and who.person == one.person else None

    def silent(self, owner: str, fingerprint: str) -> str | None:
        """Say by a code why a key of an account does not speak for it; ``None`` where it does."""
        key = next(one for one in self.people[owner].keys if one.fingerprint == fingerprint)
        if key.revoked is not None:
            return "KEY_REVOKED"
        return "KEY_UNKNOWN" if key.waits else None

    def untrusted(self, one: Acted) -> str | None:
        """Say what it takes for a line of the register that is not so; ``None`` if all is."""
        everybody = list(self.people.values())
        if not {"typed", "src"}.isdisjoint(one.said()):
            return "who recorded it himself: nobody takes in a register for another"
        if one.role == FOUNDER:
            founding = one.founds and len(everybody) <= 1
            holds = any(member.holdings for member in everybody)
            return None if founding and not holds else "one founder, at the beginning"
        who = self.person(one)
        if who is None:
            return "an account of the register"
        said = _Change(self, one, who, self._read(one).event, only_one_registrar(everybody))
        return _ASKED.get(one.name, _may)(said)

    def _read(self, one: Acted) -> Recorded:
        """Read a line of the register."""
        said = one.said()
        return Recorded(
            stream=one.stream,
            version=one.version,
            event=self._event(one.topic, said["data"]),
            occurred_at=datetime.fromisoformat(said["at"]),
            recorded_at=datetime.fromisoformat(said["rec"]),
            account=one.account,
            person=one.person,
            role=one.role,
            command_id=said["cmd"],
            rule_set=said["rules"],
            on_behalf_of=one.on_behalf_of,
        )

    def _event(self, topic: str, data: dict[str, Any]) -> Any:
        while not isinstance(model := self._topics[topic], type):
            topic, data = model(data)
        shape: Any = model
        return shape.model_validate(data)


class _Change(NamedTuple):
    """A line of the register and who added it; ``alone`` if he was the only registrar."""

    register: Register
    one: Acted
    who: Member
    event: Any
    alone: bool

    @property
    def may(self) -> bool:
        """Whether who added it held a function that may."""
        at = datetime.fromisoformat(self.one.said()["rec"])
        return bool(self.who.functions(at) & MAY[self.one.act])

    @property
    def target(self) -> Member | None:
        """Whose account it is of."""
        return self.register.people.get(self.one.stream.removeprefix(STAFF))


def among(functions: Iterable[Function]) -> str:
    """Name the functions that may."""
    return ", ".join(sorted(functions)) or "nobody"


def _may(said: _Change) -> str | None:
    return None if said.may else among(MAY[said.one.act])


def _opened(said: _Change) -> str | None:
    """Let an account be somebody's for good: opened again, it would be another's, without keys."""
    return _may(said) if said.target is None else "an account that is not there yet"


def _given(said: _Change) -> str | None:
    """
    Ask two persons for a power of decision, neither of them for himself (AUT-06, AUT-07).

    It waits for the second, but for the first registrar's alone.
    """
    if lacking := _may(said):
        return lacking
    waits = getattr(said.event, "waits", False)
    if said.event.function not in DECIDES or said.alone:
        return None
    if not waits:
        return "a second person to confirm it"
    own = said.target is not None and said.target.person == said.who.person
    return "another person than it is for" if own else None


def _confirmed(said: _Change) -> str | None:
    who, target = said.who, said.target
    if target is None:
        return "an account of the register"
    own = said.one.name == "KeyConfirmed" and who.person == target.person
    own = own and speaks_for_himself(target, said.register.house)
    if not own and (lacking := _may(said)):
        return lacking
    given = (
        target.holding(said.event.number)
        if said.one.name == "MandateConfirmed"
        else next((key for key in target.keys if key.fingerprint == said.event.fingerprint), None)
    )
    return _two(who, given.given_by if given else None, "" if own else target.person)


def _two(who: Member, given_by: str | None, person: str) -> str | None:
    if given_by is None:
        return "something that waits"
    return None if who.person not in (given_by, person) else "a second person, not concerned"


def _key_added(said: _Change) -> str | None:
    if lacking := _may(said):
        return lacking
    first = said.target is not None and not any(key.speaks for key in said.target.keys)
    waits = said.event.waits or (said.alone and first)
    return None if waits else "a second person to confirm it"


def _key_revoked(said: _Change) -> str | None:
    own = said.target is not None and said.target.person == said.who.person
    return None if own else _may(said)


def _delegated(said: _Change) -> str | None:
    event = said.event
    own = said.who.person == event.principal_person
    persons = [(event.principal, event.principal_person), (event.delegate, event.delegate_person)]
    for account, person in persons:
        there = said.register.people.get(account)
        if there is None or there.person != person:
            return "accounts of the register"
    if not own and (lacking := _may(said)):
        return lacking
    return None if event.waits or said.alone else "a second person to confirm it"


def _delegation_confirmed(said: _Change) -> str | None:
    if lacking := _may(said):
        return lacking
    given = said.register.house.delegation(said.event.number)
    return _two(said.who, given.given_by if given else None, given.delegate_person if given else "")


def _delegation_revoked(said: _Change) -> str | None:
    given = said.register.house.delegation(said.event.number)
    if given is not None and said.who.person in (given.principal_person, given.delegate_person):
        return None
    return _may(said)


_ASKED: dict[str, Callable[[_Change], str | None]] = {
    "AccountOpened": _opened,
    "FunctionGiven": _given,
    "MandateGiven": _given,
    "MandateConfirmed": _confirmed,
    "KeyAdded": _key_added,
    "KeyConfirmed": _confirmed,
    "KeyRevoked": _key_revoked,
    "DelegationGiven": _delegated,
    "DelegationConfirmed": _delegation_confirmed,
    "DelegationRevoked": _delegation_revoked,
}
"""Events of the register of which it is asked more than that the account may do it."""
