"""Families: who belongs together, births, majorities, ages in dispute, guardians."""

from domain.events.base import DossierEvent
from domain.values import Identity


class FamilyLinked(DossierEvent):
    """
    The resident belongs together with the residents of other dossiers.

    ``minors`` are those of them who are minors, or whose age is in dispute; ``carers`` those
    who have parental authority over the resident. ``majority_on`` is the resident's
    eighteenth birthday.
    """

    TOPIC = "family-linked.v1"
    family: str
    role: str
    members: tuple[str, ...]
    minors: tuple[str, ...] = ()
    carers: tuple[str, ...] = ()
    majority_on: str | None = None


class FamilyUnlinked(DossierEvent):
    """The link with other dossiers was taken away: they are not of one family."""

    TOPIC = "family-unlinked.v1"
    members: tuple[str, ...]
    reason: str


class MemberBorn(DossierEvent):
    """A child was born in the family; ``child`` is the number of the child's own dossier."""

    TOPIC = "member-born.v1"
    family: str
    child: str
    majority_on: str
    name: Identity | None = None
    born_on: Identity | None = None


class MajorityReached(DossierEvent):
    """The resident, or another member of the family, became eighteen."""

    TOPIC = "majority-reached.v1"
    member: str | None = None
    majority_on: str | None = None


class AgeDisputed(DossierEvent):
    """There is doubt whether the resident, or another member, is a minor: taken for one."""

    TOPIC = "age-disputed.v1"
    member: str | None = None
    reason: str
    reference: str | None = None


class AgeEstablished(DossierEvent):
    """The doubt about the age of the resident, or of another member, was settled."""

    TOPIC = "age-established.v1"
    member: str | None = None
    outcome: str
    reference: str
    majority_on: str | None = None


class FamilySeparationProposed(DossierEvent):
    """It was proposed that the resident and other members be apart, on a best-interest report."""

    TOPIC = "family-separation-proposed.v1"
    members: tuple[str, ...]
    report: str
    motives: Identity | None = None


class FamilySeparationDecided(DossierEvent):
    """The hierarchy authorised that the resident and other members be apart."""

    TOPIC = "family-separation-decided.v1"
    members: tuple[str, ...]
    reference: str | None = None
    motives: Identity | None = None


class FamilySeparationRefused(DossierEvent):
    """The hierarchy did not authorise the separation: the family stays together."""

    TOPIC = "family-separation-refused.v1"
    members: tuple[str, ...]
    reference: str | None = None
    motives: Identity | None = None


class FamilyReunited(DossierEvent):
    """The resident and other members, who were apart, are together again."""

    TOPIC = "family-reunited.v1"
    members: tuple[str, ...]


class GuardianAppointed(DossierEvent):
    """The Guardianship Service appointed a guardian for the minor."""

    TOPIC = "guardian-appointed.v1"
    guardian: Identity
    reference: str | None = None
    majority_on: str | None = None


class GuardianHeard(DossierEvent):
    """The guardian said what the durable solution for the minor would be."""

    TOPIC = "guardian-heard.v1"
    proposal: str
    note: Identity | None = None


class ReceptionGuaranteed(DossierEvent):
    """It is known to whom the minor is entrusted on return, and whether that is a danger."""

    TOPIC = "reception-guaranteed.v1"
    kind: str
    entrusted_to: Identity
    trafficking_risk: bool
    reference: str | None = None
