"""How a resident came in, and who the resident is on record as."""

from domain.events.base import DossierEvent
from domain.values import CameFrom, Identity, Sex


class ResidentAdmitted(DossierEvent):
    """
    The resident was admitted to the centre and the dossier was opened.

    ``procedure`` is the version of the procedure the trajectory is under from now on.
    """

    TOPIC = "resident-admitted.v2"
    centre: str
    resident: str
    procedure: int
    came_from: CameFrom
    sex: Sex | None = None
    name: Identity | None = None
    born_on: Identity | None = None
    nationality: Identity | None = None
