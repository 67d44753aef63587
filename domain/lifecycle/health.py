"""Medical intake, fitness to travel, the doctor's objection, and the examination under force."""

from enum import StrEnum

from domain.lifecycle.incidents import UNTIL_CLOSED
from domain.lifecycle.stages import RUNNING, SECOND, Course, Step
from domain.lifecycle.who import F, May

STEPS = (
    Step("CertifyFitToTravel", "FitToTravelCertified", RUNNING),
    Step("RefuseFitToTravel", "FitToTravelRefused", RUNNING),
    Step("CompleteMedicalIntake", "MedicalIntakeCompleted", RUNNING, since=SECOND),
    Step("RaiseMedicalObjection", "MedicalObjectionRaised", RUNNING, since=SECOND),
    Step("ResolveMedicalObjection", "MedicalObjectionResolved", UNTIL_CLOSED, since=SECOND),
    Step("ForceMedicalExamination", "ForcedMedicalExaminationHeld", RUNNING, since=SECOND),
)

LATE_FROM_2 = ("RefuseFitToTravel", "RaiseMedicalObjection")
"""What happened before the end, and shows that an act fell inside a block: told late too."""

MAY: May = {
    "CertifyFitToTravel": frozenset({F.DOCTOR}),
    "RefuseFitToTravel": frozenset({F.DOCTOR}),
    "CompleteMedicalIntake": frozenset({F.DOCTOR, F.NURSE}),
    "RaiseMedicalObjection": frozenset({F.DOCTOR}),
    # A second opinion, or the Director general, for whom the removal director acts.
    "ResolveMedicalObjection": frozenset({F.DOCTOR, F.REMOVAL_DIRECTOR}),
    "ForceMedicalExamination": frozenset({F.DOCTOR}),
}


class Fitness(StrEnum):
    """What the doctor found."""

    FIT = "fit"
    UNFIT = "unfit"


FITNESS = (
    Course("FitToTravelCertified", (None, Fitness.FIT, Fitness.UNFIT), Fitness.FIT),
    Course("FitToTravelRefused", (None, Fitness.FIT, Fitness.UNFIT), Fitness.UNFIT),
)


class ObjectionState(StrEnum):
    """Whether a doctor's objection to the departure stands."""

    PENDING = "pending"
    RESOLVED = "resolved"


_O = ObjectionState

OBJECTION = (
    # A second doctor may object while the objection of a first stands.
    Course("MedicalObjectionRaised", (None, _O.PENDING, _O.RESOLVED), _O.PENDING),
    Course("MedicalObjectionResolved", (_O.PENDING,), _O.RESOLVED),
)


class HealthState(StrEnum):
    """All that those outside the medical service see of the resident's health."""

    UNASSESSED = "unassessed"
    FIT = "fit"
    UNFIT = "unfit"
    OBJECTION_PENDING = "objection-pending"


COURSES = {"fitness": FITNESS, "objection": OBJECTION}
