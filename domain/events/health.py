"""What doctors and nurses found, as far as others may know it."""

from domain.events.base import DossierEvent
from domain.values import Medical


class FitToTravelCertified(DossierEvent):
    """A doctor certified that the resident is fit to travel."""

    TOPIC = "fit-to-travel-certified.v1"
    remark: Medical | None = None
    note: Medical | None = None


class FitToTravelRefused(DossierEvent):
    """A doctor found the resident unfit to travel."""

    TOPIC = "fit-to-travel-refused.v1"
    remark: Medical | None = None
    note: Medical | None = None


class MedicalIntakeCompleted(DossierEvent):
    """The medical service saw the resident after arrival; what it found stays with it."""

    TOPIC = "medical-intake-completed.v1"
    remark: Medical | None = None
    note: Medical | None = None


class MedicalObjectionRaised(DossierEvent):
    """A doctor objected to the departure on medical grounds."""

    TOPIC = "medical-objection-raised.v1"
    remark: Medical | None = None
    note: Medical | None = None


class MedicalObjectionResolved(DossierEvent):
    """A second doctor, or the Director general's level, upheld or lifted the objection."""

    TOPIC = "medical-objection-resolved.v1"
    remark: Medical | None = None
    outcome: str
    note: Medical | None = None


class ForcedMedicalExaminationHeld(DossierEvent):
    """
    A medical examination was carried out by force (art. 74/23), which is a use of coercion.

    ``number`` is its number among the uses of coercion, under which it is reported and
    reviewed. ``informed_on`` and ``undertaking_on`` are the days on which the resident was
    told and signed the undertaking, after reading it again in private if ``reread_alone``.
    ``agents`` are the persons who used force.
    """

    TOPIC = "forced-medical-examination-held.v1"
    remark: Medical | None = None
    number: int
    imposed_by: str
    emergency: bool | None = None
    no_other_certificate: bool | None = None
    informed_on: str | None = None
    undertaking_on: str | None = None
    reread_alone: bool | None = None
    minors_present: bool | None = None
    agents_trained: bool | None = None
    means: tuple[str, ...] = ()
    minutes: int
    agents: tuple[str, ...] = ()
    note: Medical | None = None
