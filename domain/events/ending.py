"""How a trajectory ends without departure, is closed and is taken up again."""

from domain.events.base import DossierEvent
from domain.values import Identity


class NonReturnProposed(DossierEvent):
    """It was proposed to end the trajectory without departure; another person decides."""

    TOPIC = "non-return-proposed.v1"
    reason: str


class NonReturnEstablished(DossierEvent):
    """The trajectory ended without departure."""

    TOPIC = "non-return-established.v1"
    reason: str


class ServicesAlerted(DossierEvent):
    """The services that have to know were told that the resident did not return."""

    TOPIC = "services-alerted.v1"
    services: tuple[str, ...]
    reference: str | None = None


class TrackRecorded(DossierEvent):
    """Something points to where the resident is; what it says is sealed, of what kind it is not."""

    TOPIC = "track-recorded.v1"
    kind: str
    lead: Identity


class TrajectoryClosed(DossierEvent):
    """The dossier was closed after its outcome."""

    TOPIC = "trajectory-closed.v1"


class TrajectoryReopened(DossierEvent):
    """An ended dossier was taken up again, for a reason that is kept."""

    TOPIC = "trajectory-reopened.v1"
    reason: Identity
