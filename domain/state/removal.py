"""The removal: its check-list, the escort put forward, and every attempt."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle.removal import AttemptState
from domain.state.decision import Hand

ESCORTED = "escorted"


class Tick(NamedTuple):
    """
    An item of the check-list that is done or does not apply; who says so and since when.

    ``statement`` is what the person stated, consent or refusal, where that is the item.
    """

    item: str
    state: str
    by: Hand
    reference: str | None = None
    statement: str | None = None


class Escort(NamedTuple):
    """An escort put forward: one code for each person, and who proposed it."""

    members: tuple[str, ...]
    by: Hand


class RemovalAttempt(NamedTuple):
    """
    One attempt, from the planning of the departure to what became of it.

    ``departs`` is ``None`` where what is on record is no moment. ``checked`` is when all
    that may stop a departure was last looked at; ``since`` when the attempt came to be
    as it is.
    """

    number: int
    state: AttemptState
    since: datetime
    scheduled: Hand
    flight: str
    departs: datetime | None
    mode: str
    transport: str
    escort: tuple[str, ...] = ()
    person_told: datetime | None = None
    lawyer_told: datetime | None = None
    monitor_told: datetime | None = None
    started: datetime | None = None
    checked: datetime | None = None
    carried_out: datetime | None = None
    reason: str | None = None

    @property
    def open(self) -> bool:
        """Neither failed, cancelled nor carried out."""
        under_way = self.state in (AttemptState.PLANNED, AttemptState.STARTED)
        return under_way and self.carried_out is None


class Done(NamedTuple):
    """
    What nobody can take back, a start or a departure; and who planned it or began it.

    ``despite`` tells one of which it was known that something stood in its way.
    """

    step: str
    by: Hand
    before: tuple[Hand, ...] = ()
    despite: bool = False

    @property
    def hands(self) -> tuple[Hand, ...]:
        """All who had a part in it."""
        return (*self.before, self.by)


class Removal(NamedTuple):
    """What was done towards a removal. ``since`` is when the last act of it was done."""

    prepared: Hand | None = None
    since: datetime | None = None
    ticks: tuple[Tick, ...] = ()
    escort: Escort | None = None
    attempts: tuple[RemovalAttempt, ...] = ()
    done: tuple[Done, ...] = ()

    @property
    def attempt(self) -> RemovalAttempt | None:
        """The latest attempt."""
        return self.attempts[-1] if self.attempts else None

    @property
    def succeeded_at_first(self) -> bool | None:
        """Whether the first attempt led to a departure; ``None`` while that is not known."""
        if not self.attempts or self.attempts[0].open:
            return None
        return self.attempts[0].carried_out is not None

    def doing(self, version: int) -> Done | None:
        """Find a start or a departure by the version it was recorded as."""
        return next((done for done in self.done if done.by.version == version), None)

    def tick(self, item: str) -> Tick | None:
        """Find an item that is ticked."""
        return next((tick for tick in self.ticks if tick.item == item), None)
