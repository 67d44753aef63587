"""
Who acts: accounts, the natural person behind each, and the functions they hold.

Each account has a stream of its own in the journal (``staff:d.lambert``). An account
belongs to one person for ever; functions come and go with their validity.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from domain import commands as c
from domain import events as e
from domain.authority import MAY, Actor, role_for
from domain.errors import NotAllowed
from domain.record import STAFF, Recorded
from domain.rules import RULE_SET
from domain.rules.calendar import brussels_day
from domain.values import Function
from workflows.command_ids import new_command_id
from workflows.journal import Journal

FOUNDING = str(uuid5(NAMESPACE_URL, "trajet/founding"))
"""The command by which a store gets its first registrar: of two at once, one comes first."""


class Holding(NamedTuple):
    """A function held between two days, both included; open where not set."""

    function: Function
    label: str | None
    valid_from: str | None
    valid_to: str | None

    def on(self, day: date) -> bool:
        """Tell whether the function is held on a day."""
        text = day.isoformat()
        return (self.valid_from or "") <= text <= (self.valid_to or "9999-12-31")


class Member(NamedTuple):
    """An account as its stream tells it."""

    account: str
    person: str
    version: int
    holdings: tuple[Holding, ...] = ()

    def functions(self, moment: datetime) -> frozenset[Function]:
        """Return the functions held at an instant."""
        day = brussels_day(moment)
        return frozenset(holding.function for holding in self.holdings if holding.on(day))


def stream_of(account: str) -> str:
    """Name the journal stream of an account."""
    return STAFF + account


def member(lines: Iterable[Recorded]) -> Member | None:
    """Fold an account's stream; ``None`` when there is no such account."""
    found: Member | None = None
    for line in lines:
        match line.event:
            case e.AccountOpened() as opened:
                account = line.stream.removeprefix(STAFF)
                found = Member(account, opened.person, line.version)
            case e.FunctionGiven() as given if found is not None:
                holding = Holding(given.function, given.label, given.valid_from, given.valid_to)
                held = (*found.holdings, holding)
                found = found._replace(version=line.version, holdings=held)
    return found


def find(journal: Journal, account: str) -> Member | None:
    """Look an account up."""
    return member(journal.history(stream_of(account)))


def everybody(journal: Journal) -> list[Member]:
    """List all accounts, by name."""
    streams: dict[str, list[Recorded]] = {}
    for line in journal.histories(STAFF):
        streams.setdefault(line.stream, []).append(line)
    found = (member(lines) for lines in streams.values())
    return sorted((one for one in found if one), key=lambda one: one.account)


def acting(
    journal: Journal, account: str, at: datetime, *, on_behalf_of: str | None = None
) -> Actor:
    """
    Say who an account is and what it may do at the moment of the act.

    Raises :class:`NotAllowed` for an account nobody registered (rule AUT-01).
    """
    return actor_from(find(journal, account), account, at, on_behalf_of=on_behalf_of)


def actor_from(
    found: Member | None, account: str, at: datetime, *, on_behalf_of: str | None = None
) -> Actor:
    """Say the same of an account that was looked up."""
    if found is None:
        raise NotAllowed(
            "AUT-01: the account {account} is not registered; a registrar adds it with: "
            "trajet staff add",
            account=account,
        )
    return Actor(account, found.person, found.functions(at), on_behalf_of)


def role(actor: Actor, act: str) -> Function:
    """Return the function in which an act is done, for the record."""
    return role_for(actor, act) or Function.UNLISTED


def add(known: Member | None, command: "c.AddStaff", actor: Actor | None) -> list[e.StaffEvent]:
    """
    Decide what adding an account leads to: it, its function, both, or nothing if all is there.

    ``actor`` is ``None`` for the first registrar of a new store. Raises
    :class:`NotAllowed` for a caller who is no registrar, or for an account that
    belongs to somebody else.
    """
    if actor is not None and role_for(actor, "AddStaff") is None:
        raise NotAllowed(
            "AUT-02: {account} may not register people; this is for {may}",
            account=actor.account,
            may=", ".join(sorted(MAY["AddStaff"])),
        )
    if known is not None and known.person != command.person:
        raise NotAllowed(
            "the account {account} belongs to {person} and cannot be given to {other}",
            account=command.account,
            person=known.person,
            other=command.person,
        )
    holding = Holding(command.function, command.label, command.valid_from, command.valid_to)
    events: list[e.StaffEvent] = []
    if known is None:
        events.append(e.AccountOpened(person=command.person))
    if known is None or holding not in known.holdings:
        events.append(
            e.FunctionGiven(
                function=command.function,
                label=command.label,
                valid_from=command.valid_from,
                valid_to=command.valid_to,
            )
        )
    return events


def register(journal: Journal, command: "c.AddStaff", actor: Actor | None) -> list[Recorded]:
    """Give an account to a person, in a function; nothing is recorded if it is so already."""
    known = find(journal, command.account)
    events = add(known, command, actor)
    now = journal.clock()
    by = actor or Actor(command.account, command.person, frozenset())
    command_id = new_command_id() if actor else FOUNDING
    lines = [
        Recorded(
            stream=stream_of(command.account),
            version=version,
            event=event,
            occurred_at=now,
            recorded_at=now,
            account=by.account,
            person=by.person,
            role=role(by, "AddStaff") if actor else "founder",
            command_id=command_id,
            rule_set=RULE_SET,
        )
        for version, event in enumerate(events, start=1 + (known.version if known else 0))
    ]
    return journal.append(lines) if lines else []
