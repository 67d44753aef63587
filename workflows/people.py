"""
Who acts, and recording what each may do.

Each account has a stream of its own in the journal (``staff:d.lambert``); delegations, and
what the house asks of everybody, stand in one stream (:data:`domain.record.HOUSE`). An account
belongs to one person for ever; mandates, keys and delegations come and go.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, cast
from uuid import NAMESPACE_URL, uuid5

from domain.authority import Actor, role_for
from domain.errors import ConcurrentChange, NotAllowed
from domain.record import HOUSE, STAFF, Recorded
from domain.rules import RULE_SET
from domain.staff import Member, member
from domain.staff import acting as acting_as
from domain.values import Function
from workflows.command_ids import new_command_id
from workflows.journal import History, Journal
from workflows.lines import Line, line_from

if TYPE_CHECKING:
    from domain import commands as c
    from domain import events as e
    from domain.house import House
    from domain.staffing import Giver
    from workflows.pen import Pen

FOUNDING = str(uuid5(NAMESPACE_URL, "trajet/founding"))
"""The command by which a store gets its first registrar: of two at once, one comes first."""


def stream_of(account: str) -> str:
    """Name the journal stream of an account."""
    return STAFF + account


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


def who_might(journal: Journal, functions: Collection[str]) -> list[Member]:
    """
    List the accounts that ever had one of these functions, by name; the others are not read.

    A large office has hundreds of accounts, and few of them decide.
    """
    wanted = [f'"function":"{each}"'.encode() for each in functions]
    streams: dict[str, list[Line]] = {}
    for row in journal.rows_of(STAFF):
        streams.setdefault(row[1], []).append(row)
    found = (
        member(map(line_from, rows))
        for rows in streams.values()
        if any(each in row[4] for row in rows for each in wanted)
    )
    return sorted((one for one in found if one), key=lambda one: one.account)


def house_of(journal: Journal) -> "House":
    """Look at what the house asks, and at all delegations."""
    from domain.house import house

    return house(journal.history(HOUSE))


# --- who acts ---------------------------------------------------------------------------------


def streams_of(account: str, on_behalf_of: str | None) -> list[str]:
    """Name the streams that say who acts: the account's, the house's and the principal's."""
    others = [stream_of(on_behalf_of)] if on_behalf_of else []
    return [stream_of(account), HOUSE, *others]


def actor_from(
    read: Sequence[History],
    account: str,
    at: datetime,
    now: datetime,
    *,
    on_behalf_of: str | None = None,
    centres: frozenset[str] = frozenset(),
) -> Actor:
    """
    Say who acts, from the streams of :func:`streams_of`, and with which powers.

    Raises :class:`NotAllowed` for an account nobody registered (rule AUT-01).
    """
    mine, houses, *others = read
    found = mine.fold(member)
    if found is None:
        raise NotAllowed(
            "AUT-01: the account {account} is not registered; a registrar adds it with: "
            "trajet staff add",
            account=account,
        )
    principal = others[0].fold(member) if others else None
    return acting_as(
        found,
        house_in(houses),
        at,
        now,
        centres=centres,
        principal=principal,
        on_behalf_of=on_behalf_of,
    )


def house_in(read: History) -> "House | None":
    """Fold what the house asks, if it asks anything."""
    if not read.lines:
        return None
    from domain.house import house

    return read.fold(house)


def acting(
    journal: Journal, account: str, at: datetime, *, on_behalf_of: str | None = None
) -> Actor:
    """Say who an account is and what it may do at a moment, wherever; raises as above."""
    read = [History(tuple(journal.history(each))) for each in streams_of(account, on_behalf_of)]
    return actor_from(read, account, at, at, on_behalf_of=on_behalf_of)


def role(actor: Actor, act: str) -> Function:
    """Return the function in which an act is done, for the record."""
    return role_for(actor, act) or Function.UNLISTED


# --- recording what each may do -------------------------------------------------------------


def giver_of(journal: Journal, actor: Actor) -> "Giver":
    """Say who gives, with the whole register as it stands."""
    from domain.staffing import Giver, only_one_registrar

    known = tuple(everybody(journal))
    return Giver(actor, only_one_registrar(known), known, house_of(journal), journal.clock())


def register(
    journal: Journal, command: "c.AddStaff", actor: Actor | None, pen: "Pen | None" = None
) -> list[Recorded]:
    """
    Give an account to a person, in a function; nothing is recorded if it is so already.

    Without ``actor`` it is the first registrar of a new store. ``pen`` is what the actor may
    sign with, here and below.
    """
    if actor is not None:
        return change(journal, command, actor, pen)
    from domain import staffing

    known = find(journal, command.account)
    events = staffing.add(known, command, None)
    founder = Actor(command.account, command.person, frozenset())
    stream, version = stream_of(command.account), known.version if known else 0
    return _append(
        journal, _lines(journal, stream, version, events, founder, "founder", FOUNDING), {}
    )


def change(
    journal: Journal,
    command: "c.StaffCommand | c.HouseCommand",
    actor: Actor,
    pen: "Pen | None" = None,
) -> list[Recorded]:
    """
    Record what is decided about an account, a delegation, or what is asked of everybody.

    Raises :class:`ConcurrentChange` if the register changed since it was read for this.
    """
    from domain import staffing

    giver, act = giver_of(journal, actor), type(command).__name__
    stream, version, events = staffing.decide(command, giver)
    lines = _lines(journal, stream, version, events, actor, role(actor, act))
    unchanged = {stream_of(one.account): one.version for one in giver.everybody}
    unchanged[HOUSE] = giver.house.version
    unchanged.pop(stream, None)
    return _append(journal, _signed(lines, act, giver, pen), unchanged)


def _lines(
    journal: Journal,
    stream: str,
    version: int,
    events: "Sequence[e.StaffEvent]",
    by: Actor,
    as_what: str,
    command_id: str | None = None,
) -> list[Recorded]:
    """Write down what was decided, as lines of a stream of the register."""
    now, command_id = journal.clock(), command_id or new_command_id()
    return [
        Recorded(
            stream=stream,
            version=each,
            event=event,
            occurred_at=now,
            recorded_at=now,
            account=by.account,
            person=by.person,
            role=as_what,
            command_id=command_id,
            rule_set=RULE_SET,
        )
        for each, event in enumerate(events, start=version + 1)
    ]


def _signed(lines: list[Recorded], act: str, giver: "Giver", pen: "Pen | None") -> list[Recorded]:
    """Sign lines where that is asked; what is asked from now on is asked of its own line, too."""
    from domain.house import house

    there = house(lines, giver.house)
    if not lines or not (there.asks_signature(act) or (pen is not None and pen.named)):
        return lines
    from workflows import signing

    return signing.signed(lines, cast("Member", giver.member(giver.actor.account)), there, pen)


def _append(
    journal: Journal, lines: list[Recorded], unchanged: "Mapping[str, int]"
) -> list[Recorded]:
    if not lines:
        return []
    try:
        return journal.append(lines, unchanged)
    except ConcurrentChange as clash:
        raise ConcurrentChange(
            "the register of people changed meanwhile; look again and repeat the step"
        ) from clash
