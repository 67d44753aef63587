"""How a trajectory ends without departure, is closed and is taken up again."""

from domain.commands.base import Command
from domain.values import Identity, NonReturnReason


class EstablishNonReturn(Command):
    """End the trajectory without a departure."""

    reason: NonReturnReason


class CloseTrajectory(Command):
    """Close a dossier that has its outcome."""


class ReopenTrajectory(Command):
    """Take up an ended dossier again."""

    reason: Identity
