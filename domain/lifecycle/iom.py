"""The file for assisted voluntary return with IOM (OIM)."""

from enum import StrEnum

from domain.lifecycle.stages import SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, May

_FILED = (Stage.IOM_FILED,)

STEPS = (
    Step(
        "OpenIomFile",
        "IomFileOpened",
        (
            Stage.INFORMATION,
            Stage.DECISION_NOTIFIED,
            Stage.REMOVAL_PREPARED,
            Stage.DEPARTURE_PLANNED,
        ),
        Stage.IOM_FILED,
    ),
    Step("ConfirmIomEligibility", "IomEligibilityConfirmed", _FILED),
    Step(
        "RefuseIomEligibility",
        "IomEligibilityRefused",
        _FILED,
        Stage.DECISION_NOTIFIED,
        "decision_in_force",
        since=SECOND,
    ),
    Step("RefuseIomEligibility", "IomEligibilityRefused", _FILED, Stage.INFORMATION, since=SECOND),
    Step("SignDeclaration", "VoluntaryDeclarationSigned", _FILED),
    Step("StateNoIomObjection", "IomNoObjectionStated", _FILED, since=SECOND),
    Step("RaiseIomObjection", "IomObjectionRaised", _FILED, since=SECOND),
    Step("AwaitIomDocument", "IomDocumentAwaited", _FILED, since=SECOND),
    Step("ReceiveIomDocument", "IomDocumentReceived", _FILED, since=SECOND),
    Step("BookIomTravel", "IomTravelBooked", _FILED),
    Step("PayIomPremium", "IomPremiumPaid", (Stage.IOM_FILED, Stage.DEPARTED), since=SECOND),
    Step(
        "WithdrawIomFile",
        "IomFileWithdrawn",
        _FILED,
        Stage.DECISION_NOTIFIED,
        "decision_in_force",
    ),
    Step("WithdrawIomFile", "IomFileWithdrawn", _FILED, Stage.INFORMATION),
    Step(
        "LapseIomFile",
        "IomFileLapsed",
        _FILED,
        Stage.DECISION_NOTIFIED,
        "decision_in_force",
        since=SECOND,
    ),
    Step("LapseIomFile", "IomFileLapsed", _FILED, Stage.INFORMATION, since=SECOND),
    Step("BeginReintegration", "ReintegrationBegun", (Stage.DEPARTED,), since=SECOND),
)

LATE_FROM_2 = ("WithdrawIomFile", "LapseIomFile", "RefuseIomEligibility", "RaiseIomObjection")
"""What happened before the end, and shows that an act fell inside a block: told late too."""

MAY: May = {
    "OpenIomFile": COACHES,
    "ConfirmIomEligibility": COACHES,
    "RefuseIomEligibility": COACHES,
    "SignDeclaration": COACHES,
    # The check of residence and appeals is the Office's, not the coach's.
    "StateNoIomObjection": OFFICERS,
    "RaiseIomObjection": OFFICERS,
    "AwaitIomDocument": COACHES,
    "ReceiveIomDocument": COACHES,
    "BookIomTravel": COACHES,
    "PayIomPremium": COACHES,
    "WithdrawIomFile": COACHES | DIRECTOR,
    "LapseIomFile": COACHES,
    "BeginReintegration": COACHES,
}


class IomState(StrEnum):
    """How far the file for assisted voluntary return is."""

    OPENED = "opened"
    ELIGIBLE = "eligible"
    SIGNED = "declaration-signed"
    DOCUMENT_PENDING = "document-pending"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    LAPSED = "lapsed"
    DEPARTED = "departed"
    REINTEGRATION = "reintegration"


_I = IomState

STANDING_DECLARATION = (_I.SIGNED, _I.DOCUMENT_PENDING, _I.BOOKED)
"""The declaration is signed, not withdrawn, and the resident has not left yet."""

OPEN_IOM = (_I.OPENED, _I.ELIGIBLE, *STANDING_DECLARATION)
"""The file runs."""

_OVER = (_I.WITHDRAWN, _I.REFUSED, _I.LAPSED, _I.DEPARTED, _I.REINTEGRATION)

IOM = (
    Course("IomFileOpened", (None, *_OVER), _I.OPENED),
    Course("IomEligibilityConfirmed", (_I.OPENED,), _I.ELIGIBLE),
    Course("IomEligibilityRefused", (_I.OPENED, _I.ELIGIBLE), _I.REFUSED),
    Course("VoluntaryDeclarationSigned", (_I.OPENED, _I.ELIGIBLE), _I.SIGNED),
    Course("IomDocumentAwaited", (_I.SIGNED,), _I.DOCUMENT_PENDING),
    Course("IomDocumentReceived", (_I.DOCUMENT_PENDING,), _I.SIGNED),
    Course("IomTravelBooked", (_I.SIGNED,), _I.BOOKED),
    Course("IomFileWithdrawn", OPEN_IOM, _I.WITHDRAWN),
    Course("IomFileLapsed", OPEN_IOM, _I.LAPSED),
    Course("DepartureConfirmed", STANDING_DECLARATION, _I.DEPARTED),
    Course("ReintegrationBegun", (_I.DEPARTED,), _I.REINTEGRATION),
)

COURSES = {"iom": IOM}
