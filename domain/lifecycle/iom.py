"""The file for assisted voluntary return with IOM (OIM)."""

from enum import StrEnum

from domain.lifecycle.stages import Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, May

STEPS = (
    Step(
        "OpenIomFile",
        "IomFileOpened",
        (Stage.INFORMATION, Stage.DECISION_NOTIFIED, Stage.REMOVAL_PREPARED),
        Stage.IOM_FILED,
    ),
    Step("ConfirmIomEligibility", "IomEligibilityConfirmed", (Stage.IOM_FILED,)),
    Step("SignDeclaration", "VoluntaryDeclarationSigned", (Stage.IOM_FILED,)),
    Step("BookIomTravel", "IomTravelBooked", (Stage.IOM_FILED,)),
    Step(
        "WithdrawIomFile",
        "IomFileWithdrawn",
        (Stage.IOM_FILED,),
        Stage.DECISION_NOTIFIED,
        "decision_in_force",
    ),
    Step("WithdrawIomFile", "IomFileWithdrawn", (Stage.IOM_FILED,), Stage.INFORMATION),
)

MAY: May = {
    "OpenIomFile": COACHES,
    "ConfirmIomEligibility": COACHES,
    "SignDeclaration": COACHES,
    "BookIomTravel": COACHES,
    "WithdrawIomFile": COACHES | DIRECTOR,
}


class IomState(StrEnum):
    """How far the file for assisted voluntary return is."""

    OPENED = "opened"
    ELIGIBLE = "eligible"
    SIGNED = "declaration-signed"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"


_I = IomState

IOM = (
    Course("IomFileOpened", (None, _I.WITHDRAWN), _I.OPENED),
    Course("IomEligibilityConfirmed", (_I.OPENED,), _I.ELIGIBLE),
    Course("VoluntaryDeclarationSigned", (_I.OPENED, _I.ELIGIBLE), _I.SIGNED),
    Course("IomTravelBooked", (_I.SIGNED,), _I.BOOKED),
    Course("IomFileWithdrawn", (_I.OPENED, _I.ELIGIBLE, _I.SIGNED, _I.BOOKED), _I.WITHDRAWN),
)

COURSES = {"iom": IOM}
