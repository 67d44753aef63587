"""How a resident came in, and who the resident is on record as."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import CameFrom, CentreCode, DossierNumber, Identity, Listed, Reference, Sex


class OpenTrajectory(Command):
    """
    Open the dossier of a resident who was admitted to a centre.

    ``age`` says whether the resident is a minor, or whether that is in dispute; ``previous``
    names the trajectory of the resident that ended before this one.
    """

    centre: CentreCode
    resident: DossierNumber | None = None
    came_from: CameFrom = CameFrom.OTHER
    sex: Sex | None = None
    name: Identity | None = None
    born_on: Identity | None = None
    nationality: Identity | None = None
    age: Annotated[str, Listed("admission.age")] | None = None
    unaccompanied: bool | None = None
    previous: DossierNumber | None = None


class RecordIdentity(Command):
    """Record who the resident is according to a source; what was recorded before stays."""

    source: Annotated[str, Listed("admission.identity-source")]
    name: Identity | None = None
    born_on: Identity | None = None
    nationality: Identity | None = None
    document_number: Identity | None = None


class LinkAlias(Command):
    """Record another name under which the resident is or was known, and in which dossier."""

    source: Annotated[str, Listed("admission.identity-source")]
    name: Identity
    born_on: Identity | None = None
    nationality: Identity | None = None
    known_in: DossierNumber | None = None


class PerformSearch(Command):
    """
    Record a safety search.

    ``agent_asked`` is the sex of the agent the resident asked for, where the resident's own
    does not say it.
    """

    occasion: Annotated[str, Listed("admission.search-occasion")]
    agent_sex: Sex | None = None
    agent_asked: Sex | None = None


class InventoryProperty(Command):
    """Record that property was taken in custody, or given back, by the list that names it."""

    inventory: Reference
    outcome: Annotated[str, Listed("admission.property")]
