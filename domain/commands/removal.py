"""Removals prepared, and departures."""

from domain.commands.base import Command
from domain.values import DepartureMode, Evidence, Reference


class PrepareRemoval(Command):
    """Prepare a removal on the strength of the notified decision."""

    reference: Reference | None = None


class ConfirmDeparture(Command):
    """Record that the resident left Belgium."""

    mode: DepartureMode
    evidence: Evidence = Evidence.OTHER
