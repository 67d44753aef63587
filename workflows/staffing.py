"""
Recording what each may do: accounts, mandates, keys, delegations, and whose acts are signed.

What a registrar asks is decided on the whole register as it was read, and recorded only if
nothing of it changed meanwhile. What was refused is kept.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast
from uuid import NAMESPACE_URL, uuid5

from domain import staffing
from domain.authority import Actor
from domain.errors import ConcurrentChange, NotAllowed
from domain.house import house
from domain.record import HOUSE, Recorded
from domain.rules import RULE_SET
from domain.staff import Member
from domain.staffing import Giver
from workflows import people, refusals
from workflows.command_ids import new_command_id
from workflows.journal import Journal

if TYPE_CHECKING:
    from domain import commands as c
    from domain import events as e
    from workflows.pen import Pen

FOUNDING = str(uuid5(NAMESPACE_URL, "trajet/founding"))
"""The command by which a store gets its first registrar: of two at once, one comes first."""


def stream_of(command: "c.StaffCommand | c.HouseCommand") -> str:
    """Name the stream in which it stands what comes of a command."""
    account = getattr(command, "account", None)
    return HOUSE if account is None else people.stream_of(account)


def giver_of(journal: Journal, actor: Actor) -> Giver:
    """Say who gives, with the whole register as it stands."""
    known = tuple(people.everybody(journal))
    return Giver(
        actor, staffing.only_one_registrar(known), known, people.house_of(journal), journal.clock()
    )


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
    known = people.find(journal, command.account)
    events = staffing.add(known, command, None)
    founder = Actor(command.account, command.person, frozenset())
    stream, version = people.stream_of(command.account), known.version if known else 0
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
    giver, act = giver_of(journal, actor), type(command).__name__
    try:
        stream, version, events = staffing.decide(command, giver)
    except NotAllowed as refusal:
        refusals.note_of_register(journal, stream_of(command), act, actor, refusal)
        raise
    lines = _lines(journal, stream, version, events, actor, people.role(actor, act))
    unchanged = {people.stream_of(one.account): one.version for one in giver.everybody}
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


def _signed(lines: list[Recorded], act: str, giver: Giver, pen: "Pen | None") -> list[Recorded]:
    """Sign lines where that is asked; what is asked from now on is asked of its own line, too."""
    there = house(lines, giver.house)
    if not lines or not (there.asks_signature(act) or (pen is not None and pen.named)):
        return lines
    from workflows import signing

    return signing.signed(lines, cast("Member", giver.member(giver.actor.account)), there, pen)


def _append(
    journal: Journal, lines: list[Recorded], unchanged: Mapping[str, int]
) -> list[Recorded]:
    if not lines:
        return []
    try:
        return journal.append(lines, unchanged)
    except ConcurrentChange as clash:
        raise ConcurrentChange(
            "the register of people changed meanwhile; look again and repeat the step"
        ) from clash
