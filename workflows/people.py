"""
Who acts, and recording what each may do.

Each account has a stream of its own in the journal (``staff:d.lambert``); delegations, and
what the house asks of everybody, stand in one stream (:data:`domain.record.HOUSE`). An account
belongs to one person for ever; mandates, keys and delegations come and go.
"""

from collections.abc import Callable, Collection, Sequence
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
    """Say who gives, and whether the store still has its first registrar alone."""
    from domain.staffing import Giver, only_one_registrar

    known = everybody(journal)
    return Giver(actor, only_one_registrar(known), tuple(known), journal.clock())


def register(
    journal: Journal, command: "c.AddStaff", actor: Actor | None, pen: "Pen | None" = None
) -> list[Recorded]:
    """
    Give an account to a person, in a function; nothing is recorded if it is so already.

    Without ``actor`` it is the first registrar of a new store. ``pen`` is what the actor may
    sign with, here and below.
    """
    from domain import staffing

    known = find(journal, command.account)
    giver = giver_of(journal, actor) if actor else None
    events = staffing.add(known, command, giver)
    by = actor or Actor(command.account, command.person, frozenset())
    as_what = role(by, "AddStaff") if actor else "founder"
    command_id = new_command_id() if actor else FOUNDING
    lines = _lines(
        journal, stream_of(command.account), _version(known), events, by, as_what, command_id
    )
    return _write(journal, lines, "AddStaff", pen if actor else None, giver)


def change(
    journal: Journal,
    account: str,
    actor: Actor,
    act: str,
    decide: "Callable[[Member | None, Giver], list[e.StaffEvent]]",
    pen: "Pen | None" = None,
) -> list[Recorded]:
    """Record what is decided about an account, by a function of :mod:`domain.staffing`."""
    known, giver = find(journal, account), giver_of(journal, actor)
    events = decide(known, giver)
    lines = _lines(journal, stream_of(account), _version(known), events, actor, role(actor, act))
    return _write(journal, lines, act, pen, giver)


def change_house(
    journal: Journal,
    actor: Actor,
    act: str,
    decide: "Callable[[House, Giver], list[e.StaffEvent]]",
    pen: "Pen | None" = None,
) -> list[Recorded]:
    """Record what is decided about delegations, or what the house asks of everybody."""
    there, giver = house_of(journal), giver_of(journal, actor)
    events = decide(there, giver)
    lines = _lines(journal, HOUSE, there.version, events, actor, role(actor, act))
    return _write(journal, lines, act, pen, giver)


def _version(known: Member | None) -> int:
    return known.version if known else 0


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


def _write(
    journal: Journal,
    lines: list[Recorded],
    act: str,
    pen: "Pen | None",
    giver: "Giver | None" = None,
) -> list[Recorded]:
    """
    Append lines, signed where that is asked.

    Raises :class:`ConcurrentChange` if their stream changed, or what the giver may.
    """
    if not lines:
        return []
    # What is asked from now on is asked of the line that asks it, too.
    from domain.house import house

    there = house([*journal.history(HOUSE), *lines])
    asked = there.asks_signature(act) and lines[0].command_id != FOUNDING
    if asked or (pen is not None and pen.named):
        from workflows import signing

        who = find(journal, lines[0].account)
        lines = signing.signed(lines, cast("Member", who), there, pen)
    mine = {
        stream_of(one.account): one.version
        for one in (giver.everybody if giver else ())
        if one.account == lines[0].account and stream_of(one.account) != lines[0].stream
    }
    try:
        return journal.append(lines, mine)
    except ConcurrentChange as clash:
        raise ConcurrentChange(
            "the register of people changed meanwhile; look again and repeat the step"
        ) from clash
