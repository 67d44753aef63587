"""One line of the journal: what happened, and what the audit asks about it."""

from datetime import datetime
from typing import NamedTuple

from domain.events import Event
from domain.values import Origin

STAFF, PLACE, REFUSED, READ = "staff:", "place:", "refused:", "read:"
"""What the streams of accounts, of places, of what was refused of a dossier and of who read it
start with."""


SAMPLE = "sample:"
"""What the streams of samples of quality control start with."""

ERASED = "erased:"
"""What the streams of keys that were destroyed start with; the subject of the keys follows."""

HOUSE = "house:register"
"""The stream of what the house asks of everybody: delegations, and whose acts are signed."""


def is_dossier(stream: str) -> bool:
    """Tell the stream of a dossier from any other: no dossier number has a colon."""
    return ":" not in stream


class Recorded(NamedTuple):
    """
    An event with who, when, in what capacity and under which rules.

    ``occurred_at`` and ``recorded_at`` are instants in UTC. ``whole_day`` marks an
    act of which only the day is known. ``account`` and ``person`` are those of the
    actor; ``recorded_by`` is the account that typed it in when that is another one
    (an imported register). ``signature`` is that of the actor's key, where the act was
    signed. ``log_index`` and ``leaf_hash`` are the receipt, absent
    until the line is stored.
    """

    stream: str
    version: int
    event: Event
    occurred_at: datetime
    recorded_at: datetime
    account: str
    person: str
    role: str
    command_id: str
    rule_set: str
    origin: Origin = Origin.DESK
    whole_day: bool = False
    on_behalf_of: str | None = None
    recorded_by: str | None = None
    correlation_id: str | None = None
    causation_id: str | None = None
    signature: str | None = None
    position: int = 0
    log_index: int = -1
    leaf_hash: bytes = b""

    def stored(
        self, recorded_at: datetime, position: int, log_index: int, leaf_hash: bytes
    ) -> "Recorded":
        """Return the line as it stands in the store: stamped, with its receipt."""
        return Recorded._make(
            (*self[:_STAMP], recorded_at, *self[_STAMP + 1 : -3], position, log_index, leaf_hash)
        )


_STAMP = Recorded._fields.index("recorded_at")


class Glimpse(NamedTuple):
    """What a line says of itself before one opens it: whose act, of what kind, when it was."""

    stream: str
    version: int
    event: str
    at: datetime
    whole_day: bool
    account: str
    person: str
    on_behalf_of: str | None = None
