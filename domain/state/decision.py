"""Decision rounds: from draft to notification."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from domain.lifecycle import RoundState

if TYPE_CHECKING:
    from domain import events as e


class Hand(NamedTuple):
    """Who did a part of a decision round, and which journal line says so."""

    account: str
    person: str
    at: datetime
    whole_day: bool
    version: int
    log_index: int
    on_behalf_of: str | None = None


class Round(NamedTuple):
    """
    One decision from draft to notification. A new draft after annulment is a new round.

    ``suspended`` is set when the Council granted an appeal while it was in force;
    ``since`` is when the last act of the round was done.
    """

    number: int
    state: RoundState
    form: str | None = None
    reference: str | None = None
    drafted: tuple[Hand, ...] = ()
    edited: tuple[Hand, ...] = ()
    taken: Hand | None = None
    notified: Hand | None = None
    notification: e.DecisionNotified | None = None
    suspended: bool = False
    since: datetime | None = None

    @property
    def in_force(self) -> bool:
        """Notified, not annulled, not suspended."""
        return self.state is RoundState.NOTIFIED and not self.suspended
