"""How a trajectory ends without departure, is closed and is taken up again."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Identity, Listed, Reference

_Reason = Annotated[str, Listed("ending.non-return")]


class ProposeNonReturn(Command):
    """Propose to end the trajectory without a departure, for another person to decide."""

    reason: _Reason


class EstablishNonReturn(Command):
    """End the trajectory without a departure."""

    reason: _Reason


class AlertServices(Command):
    """Record that services were told that the resident did not return."""

    services: tuple[Annotated[str, Listed("ending.service")], ...]
    reference: Reference | None = None


class RecordTrack(Command):
    """Record what points to where the resident is."""

    kind: Annotated[str, Listed("ending.track")]
    lead: Identity


class CloseTrajectory(Command):
    """Close a dossier that has its outcome."""


class ReopenTrajectory(Command):
    """Take up an ended dossier again."""

    reason: Identity
