"""How a trajectory ends without departure, is closed and is taken up again."""

from domain.events.base import DossierEvent
from domain.values import Identity, NonReturnReason


class NonReturnEstablished(DossierEvent):
    """The trajectory ended without departure."""

    TOPIC = "non-return-established.v1"
    reason: NonReturnReason


class TrajectoryClosed(DossierEvent):
    """The dossier was closed after its outcome."""

    TOPIC = "trajectory-closed.v1"


class TrajectoryReopened(DossierEvent):
    """An ended dossier was taken up again, for a reason that is kept."""

    TOPIC = "trajectory-reopened.v1"
    reason: Identity
