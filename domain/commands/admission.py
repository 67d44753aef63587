"""How a resident came in, and who the resident is on record as."""

from domain.commands.base import Command
from domain.values import CameFrom, CentreCode, DossierNumber, Identity, Sex


class OpenTrajectory(Command):
    """Open the dossier of a resident who was admitted to a centre."""

    centre: CentreCode
    resident: DossierNumber | None = None
    came_from: CameFrom = CameFrom.OTHER
    sex: Sex | None = None
    name: Identity | None = None
    born_on: Identity | None = None
    nationality: Identity | None = None
