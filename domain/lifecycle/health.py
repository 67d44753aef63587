"""Fitness to travel."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, Course, Step
from domain.lifecycle.who import F, May

STEPS = (
    Step("CertifyFitToTravel", "FitToTravelCertified", RUNNING),
    Step("RefuseFitToTravel", "FitToTravelRefused", RUNNING),
)

MAY: May = {
    "CertifyFitToTravel": frozenset({F.DOCTOR}),
    "RefuseFitToTravel": frozenset({F.DOCTOR}),
}


class Fitness(StrEnum):
    """What the doctor found."""

    FIT = "fit"
    UNFIT = "unfit"


FITNESS = (
    Course("FitToTravelCertified", (None, Fitness.FIT, Fitness.UNFIT), Fitness.FIT),
    Course("FitToTravelRefused", (None, Fitness.FIT, Fitness.UNFIT), Fitness.UNFIT),
)

COURSES = {"fitness": FITNESS}
