"""
Lines beside the dossiers: what was refused, who read, how many beds were counted.

They stand in streams of their own, in the same log. Who comes first in one is no matter:
the next takes the line after it.
"""

from contextlib import suppress
from datetime import datetime

from domain.authority import Actor
from domain.errors import ConcurrentChange
from domain.events import Event
from domain.record import Recorded
from domain.rules import RULE_SET
from workflows.command_ids import new_command_id
from workflows.journal import Journal

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
    for _ in range(PATIENCE):
        now = journal.clock()
        line = Recorded(
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
        with suppress(ConcurrentChange):
            return journal.append([line])[0]
    raise outrun(stream.rpartition(":")[2])


def outrun(where: str) -> ConcurrentChange:
    """Make what is raised when one gives up."""
    return ConcurrentChange(
        "others came first at {where} again and again; nothing was recorded; repeat the step",
        where=where,
    )
