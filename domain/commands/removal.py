"""Removals: prepared, checked, planned, announced, attempted; and departures."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import (
    DepartureMode,
    Evidence,
    Identity,
    Instant,
    Language,
    Listed,
    Reference,
)

_Item = Annotated[str, Listed("removal.check-list")]
_NotExecuted = Annotated[str, Listed("removal.not-executed")]


class PrepareRemoval(Command):
    """Prepare a removal on the strength of the notified decision."""

    reference: Reference | None = None


class TickItem(Command):
    """
    Record that an item of the removal check-list is done, or does not apply.

    ``statement`` says of the statement of the person whether it is one of consent or of refusal.
    """

    item: _Item
    state: Annotated[str, Listed("removal.item-state")] = "done"
    statement: Annotated[str, Listed("removal.statement")] | None = None
    reference: Reference | None = None


class UntickItem(Command):
    """Open an item of the removal check-list again."""

    item: _Item


class ProposeEscort(Command):
    """Propose who goes along: one code for each person."""

    escort: tuple[Annotated[str, Listed("removal.escort")], ...]
    reference: Reference | None = None


class ScheduleRemoval(Command):
    """Plan the departure and decide on the escort put forward."""

    flight: Reference
    departs: Instant
    mode: Annotated[str, Listed("removal.mode")]
    transport: Annotated[str, Listed("removal.transport")] = "air"
    reference: Reference | None = None


class AnnounceRemoval(Command):
    """Record that the planned departure was announced."""

    to_person: bool = False
    to_lawyer: bool = False
    language: Language | None = None
    reference: Reference | None = None


class InformMonitor(Command):
    """Record that the General Inspectorate was told of the planned return."""

    reference: Reference | None = None


class StartAttempt(Command):
    """
    Begin the attempt at the planned removal.

    ``despite`` is said of one that had begun although something stood in its way.
    """

    despite: Identity | None = None


class CheckConditions(Command):
    """Look at every condition of the departure again."""


class FailAttempt(Command):
    """Record that the attempt that had begun did not lead to a departure."""

    reason: _NotExecuted
    reference: Reference | None = None


class CancelAttempt(Command):
    """Call the planned departure off before the attempt begins."""

    reason: _NotExecuted
    reference: Reference | None = None


class ConfirmDeparture(Command):
    """
    Record that the resident left Belgium.

    ``despite`` is said of a departure that took place although something stood in its way.
    """

    mode: DepartureMode
    consents: bool | None = None
    evidence: tuple[Evidence, ...] = ()
    despite: Identity | None = None
