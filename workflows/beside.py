"""
Lines beside the dossiers: what was refused, who read, how many beds were counted.

They stand in streams of their own, in the same log. Who comes first in one is no matter:
the next takes the line after it.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, cast

from domain.authority import BESIDE, Actor
from domain.errors import ConcurrentChange
from domain.events import Event
from domain.record import Recorded
from domain.rules import RULE_SET
from workflows import people
from workflows.command_ids import new_command_id
from workflows.journal import Journal

if TYPE_CHECKING:
    from domain.staff import Member

_ERASES = {"PersonalKeyDestroyed": "DestroyPersonalKey"}
"""What nobody could undo is signed too, where every act is."""

PATIENCE = 1_000
"""How often somebody may come first at the same stream before one gives up."""


def keep(
    journal: Journal,
    stream: str,
    event: Event,
    actor: Actor,
    role: str,
    at: datetime | None = None,
    *,
    whole_day: bool = False,
) -> Recorded:
    """
    Record a line after the last one of its stream, under an id of its own; now, if not ``at``.

    Raises :class:`ConcurrentChange` when others came first again and again.
    """
    return keep_in_each(journal, [stream], event, actor, role, at, whole_day=whole_day)[0]


def keep_in_each(
    journal: Journal,
    streams: Sequence[str],
    event: Event,
    actor: Actor,
    role: str,
    at: datetime | None = None,
    *,
    whole_day: bool = False,
) -> list[Recorded]:
    """Record the same line in several streams, in all or in none; raises as above."""

    def line(stream: str, now: datetime) -> Recorded:
        return Recorded(
            stream=stream,
            version=journal.newest_version(stream) + 1,
            event=event,
            occurred_at=at or now,
            recorded_at=now,
            account=actor.account,
            person=actor.person,
            role=role,
            command_id=new_command_id(),
            rule_set=RULE_SET,
            whole_day=whole_day,
            on_behalf_of=actor.on_behalf_of,
        )

    for _ in range(PATIENCE):
        now = journal.clock()
        lines = [signed_beside(journal, line(stream, now)) for stream in streams]
        with suppress(ConcurrentChange):
            return journal.append(lines)
    raise outrun(streams[0].rpartition(":")[2])


def signed_beside(journal: Journal, line: Recorded) -> Recorded:
    """Sign a line beside the dossiers where that is asked, with the keys at the journal's hand."""
    name = type(line.event).__name__
    act = BESIDE.get(name) or _ERASES.get(name)
    there = people.house_of(journal) if act else None
    if act is None or there is None or not there.asks_signature(act):
        return line
    from workflows import signing

    who = people.find(journal, line.account)
    return signing.signed([line], cast("Member", who), there, journal.pen)[0]


def outrun(where: str) -> ConcurrentChange:
    """Make what is raised when one gives up."""
    return ConcurrentChange(
        "others came first at {where} again and again; nothing was recorded; repeat the step",
        where=where,
    )
