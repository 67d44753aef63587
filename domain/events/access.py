"""Who may read what: dossiers that are restricted, who read them, what nobody can read again."""

from domain.events.base import DossierEvent, ErasureEvent, ReadingEvent
from domain.values import Category, InConfidence, Protected


class AccessRestrictionProposed(DossierEvent):
    """Somebody proposed that only those on a list read the dossier."""

    TOPIC = "access-restriction-proposed.v1"
    reason: InConfidence
    motives: Protected | None = None
    remark: Protected | None = None


class AccessRestricted(DossierEvent):
    """Another person closed the dossier to all but those on a list."""

    TOPIC = "access-restricted.v1"
    reason: InConfidence
    instructions: Protected | None = None
    remark: Protected | None = None


class AccessGranted(DossierEvent):
    """An account, of this person, was put on the list of those who need to know."""

    TOPIC = "access-granted.v1"
    account: str
    person: str
    motives: Protected | None = None
    remark: Protected | None = None


class AccessRevoked(DossierEvent):
    """An account was taken off the list."""

    TOPIC = "access-revoked.v1"
    account: str
    motives: Protected | None = None
    remark: Protected | None = None


class AccessRestrictionLifted(DossierEvent):
    """The dossier was opened again; the list ended with that."""

    TOPIC = "access-restriction-lifted.v1"
    motives: Protected | None = None
    remark: Protected | None = None


class AccessConsulted(ReadingEvent):
    """Somebody who may read a dossier did, or took it out under its number: by which command."""

    TOPIC = "access-consulted.v1"
    by_command: str


class PersonalKeyDestroyed(ErasureEvent):
    """
    The key of a subject's texts of one category was destroyed: what was sealed is erased.

    ``reason`` is a code.
    """

    TOPIC = "personal-key-destroyed.v1"
    subject: str
    category: Category
    reason: str
