"""Detention titles, their prolongation and end; where the resident is held; absconding."""

from domain.events.base import DossierEvent
from domain.values import Identity


class DetentionProposed(DossierEvent):
    """
    A detention title was prepared: on which legal basis, where, and why nothing milder would do.

    ``less_coercive`` names the measures that were weighed, ``not_enough`` why they would
    not do. ``held_since`` is the day detention counts from where it began before the
    title: the arrest, another place, the lifting of a prisoner's warrant. ``prospect`` is the
    prospect of removal of a title that prolongs the detention it continues.
    """

    TOPIC = "detention-proposed.v1"
    ground: str
    less_coercive: tuple[str, ...] = ()
    not_enough: str | None = None
    place: str | None = None
    held_since: str | None = None
    refused_boarding_on: str | None = None
    until: str | None = None
    motives: Identity | None = None
    prospect: str | None = None


class DetentionTitleIssued(DossierEvent):
    """The resident is held from now on under this title; ``until`` is the last day it covers."""

    TOPIC = "detention-title-issued.v1"
    ground: str | None = None
    place: str | None = None
    until: str | None = None
    reference: str | None = None


class ProlongationProposed(DossierEvent):
    """A prolongation of the detention was prepared, with the prospect of removal it rests on."""

    TOPIC = "prolongation-proposed.v1"
    prospect: str
    public_order: bool = False
    until: str | None = None
    motives: Identity | None = None


class DetentionProlonged(DossierEvent):
    """The title that runs was prolonged; ``until`` is the last day it now covers."""

    TOPIC = "detention-prolonged.v1"
    until: str | None = None
    reference: str | None = None


class RemovalStepTaken(DossierEvent):
    """A step towards removal was taken: without one in time detention is not prolonged."""

    TOPIC = "removal-step-taken.v1"
    kind: str
    reference: str | None = None


class ResidentReleased(DossierEvent):
    """The resident was set free; whatever held the resident ended."""

    TOPIC = "resident-released.v1"
    reason: str
    reference: str | None = None


class ResidentMoved(DossierEvent):
    """The resident went to a prison or a hospital, or came back to the place of detention."""

    TOPIC = "resident-moved.v1"
    to: str


class ResidentDischarged(DossierEvent):
    """The prison ordered release, or the hospital discharge: nothing there holds the resident."""

    TOPIC = "resident-discharged.v1"
    reference: str | None = None


class PrisonNoticeReceived(DossierEvent):
    """The prison told the Immigration Office that it holds the resident."""

    TOPIC = "prison-notice-received.v1"
    reference: str | None = None


class FamilyStayReviewed(DossierEvent):
    """It was asked again whether the family must stay in the family unit."""

    TOPIC = "family-stay-reviewed.v1"
    outcome: str


class CouncilChamberSeized(DossierEvent):
    """
    The council chamber was asked to control the detention.

    ``deposited`` says that the request lies at the registry, even if it comes too early.
    """

    TOPIC = "council-chamber-seized.v1"
    by: str
    deposited: bool = False
    reference: str | None = None


class CouncilChamberRuled(DossierEvent):
    """A court ruled on the detention: the council chamber, or the indictment chamber on appeal."""

    TOPIC = "council-chamber-ruled.v1"
    outcome: str
    court: str = "council-chamber"
    reference: str | None = None


class ChamberRulingAppealed(DossierEvent):
    """
    An appeal against a ruling of the council chamber was brought.

    ``deposited`` says that it lies at the registry, even if it comes too late.
    """

    TOPIC = "chamber-ruling-appealed.v1"
    by: str
    deposited: bool = False
    reference: str | None = None


class RestrictionProposed(DossierEvent):
    """A preventive or less coercive measure was prepared."""

    TOPIC = "restriction-proposed.v1"
    basis: str
    kind: str
    motives: Identity | None = None


class RestrictionImposed(DossierEvent):
    """A restriction that had been proposed was imposed by another person."""

    TOPIC = "restriction-imposed.v1"
    number: int | None = None
    reference: str | None = None


class RestrictionBreached(DossierEvent):
    """The resident did not keep to a restriction."""

    TOPIC = "restriction-breached.v1"
    number: int | None = None
    note: Identity | None = None


class RestrictionLifted(DossierEvent):
    """A restriction ended."""

    TOPIC = "restriction-lifted.v1"
    number: int | None = None


class AbscondingProposed(DossierEvent):
    """Somebody found reason to presume that the resident absconded, since a day that is kept."""

    TOPIC = "absconding-proposed.v1"
    cause: str
    raised_on: str
    note: Identity | None = None


class AbscondingEstablished(DossierEvent):
    """It was decided, by another person, that the resident absconded."""

    TOPIC = "absconding-established.v1"
    reference: str | None = None


class ResidentFound(DossierEvent):
    """A resident who was presumed to have absconded is there again, or was never gone."""

    TOPIC = "resident-found.v1"
    reference: str | None = None
