"""How a resident came in, and who the resident is on record as."""

from domain.events.base import DossierEvent
from domain.values import CameFrom, Identity, Sex


class ResidentAdmitted(DossierEvent):
    """
    The resident was admitted to the centre and the dossier was opened.

    ``procedure`` is the version of the procedure the trajectory is under from now on;
    ``age`` is a code: adult, minor or disputed. ``previous`` is the resident's trajectory
    before this one, which stays ended. Where that did not end in a departure, ``held_before``
    are the stretches of days held in it and before (``2026-03-02/2026-04-10``), and
    ``grounds_before`` the first day that counts of each legal basis (``removal 2026-03-02``).
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
    age: str | None = None
    unaccompanied: bool | None = None
    previous: str | None = None
    held_before: tuple[str, ...] | None = None
    grounds_before: tuple[str, ...] | None = None


class IdentityRecorded(DossierEvent):
    """
    A source said who the resident is; it stands beside what other sources said.

    ``age_doubted`` says that the birth it told, which is sealed, is or may be that of a minor,
    and that the resident was not on record as one: the age is in dispute from then on.
    """

    TOPIC = "identity-recorded.v1"
    source: str
    name: Identity | None = None
    born_on: Identity | None = None
    nationality: Identity | None = None
    document_number: Identity | None = None
    age_doubted: bool | None = None


class AliasLinked(DossierEvent):
    """
    The resident is or was known under another name, perhaps in another dossier.

    ``age_doubted`` says that by the birth told with it the resident is or may be a minor.
    """

    TOPIC = "alias-linked.v1"
    source: str
    name: Identity
    born_on: Identity | None = None
    nationality: Identity | None = None
    known_in: str | None = None
    age_doubted: bool | None = None


class SearchPerformed(DossierEvent):
    """The resident was searched for safety, on an occasion, by an agent of a sex."""

    TOPIC = "search-performed.v1"
    occasion: str
    agent_sex: Sex | None = None
    agent_asked: Sex | None = None


class PropertyInventoried(DossierEvent):
    """What the resident had was put on a list and kept, or given back by that list."""

    TOPIC = "property-inventoried.v1"
    inventory: str
    outcome: str
