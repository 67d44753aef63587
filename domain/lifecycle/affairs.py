"""What runs beside the trajectory: exchanges, obstacles, authorisations, complaints, crises."""

from enum import StrEnum

from domain.lifecycle.incidents import UNTIL_CLOSED
from domain.lifecycle.stages import RUNNING, SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, HIERARCHY, F, May

_ALWAYS = tuple(Stage)

STEPS = (
    # Letters and complaints come whenever somebody writes them, after the end too.
    Step("RecordExchange", "ExchangeRecorded", _ALWAYS, since=SECOND),
    Step("AnswerExchange", "ExchangeAnswered", _ALWAYS, since=SECOND),
    Step("ExtendExchange", "ExchangeExtended", _ALWAYS, since=SECOND),
    Step("ReceiveExchangeAdvice", "ExchangeAdviceReceived", _ALWAYS, since=SECOND),
    Step("RaiseObstacle", "ObstacleRaised", RUNNING, since=SECOND),
    Step("ResolveObstacle", "ObstacleResolved", UNTIL_CLOSED, since=SECOND),
    Step("RequestAuthorisation", "AuthorisationRequested", RUNNING, since=SECOND),
    Step("GrantAuthorisation", "AuthorisationGranted", UNTIL_CLOSED, since=SECOND),
    Step("RefuseAuthorisation", "AuthorisationRefused", UNTIL_CLOSED, since=SECOND),
    Step("WithdrawAuthorisation", "AuthorisationWithdrawn", UNTIL_CLOSED, since=SECOND),
    Step("TakeCrisisMeasure", "CrisisMeasureTaken", UNTIL_CLOSED, since=SECOND),
    Step("ReportCrisisMeasure", "CrisisMeasureReported", UNTIL_CLOSED, since=SECOND),
    Step("LodgeComplaint", "ComplaintLodged", _ALWAYS, since=SECOND),
    Step("HandleComplaint", "ComplaintHandled", _ALWAYS, since=SECOND),
    Step("WithdrawComplaint", "ComplaintWithdrawn", _ALWAYS, since=SECOND),
    Step("AssignCoach", "CoachAssigned", RUNNING, since=SECOND),
)

_DESK = COACHES | DIRECTOR | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR}
_AUTHORISES = DIRECTOR | HIERARCHY
_WHOEVER_IS_TOLD = (
    _DESK
    | {F.INTERVIEWER, F.MINISTER, F.MINISTER_DELEGATE, F.DOCTOR, F.NURSE, F.PSYCHOLOGIST}
    | {F.SECURITY, F.EDUCATOR, F.TRANSFER}
)
"""A complaint is taken down by whoever works with the resident."""

MAY: May = {
    "RecordExchange": _DESK,
    "AnswerExchange": _DESK,
    "ExtendExchange": _DESK,
    "ReceiveExchangeAdvice": _DESK,
    "RaiseObstacle": _DESK,
    "ResolveObstacle": _DESK,
    "RequestAuthorisation": COACHES,
    "GrantAuthorisation": _AUTHORISES,
    "RefuseAuthorisation": _AUTHORISES,
    "WithdrawAuthorisation": COACHES | _AUTHORISES,
    "TakeCrisisMeasure": COACHES | DIRECTOR,
    "ReportCrisisMeasure": COACHES | DIRECTOR,
    "LodgeComplaint": _WHOEVER_IS_TOLD,
    "HandleComplaint": _AUTHORISES,
    "WithdrawComplaint": _WHOEVER_IS_TOLD,
    "AssignCoach": COACHES | DIRECTOR | {F.REMOVAL_DIRECTOR},
}


class ExchangeState(StrEnum):
    """How far an exchange is."""

    RECORDED = "recorded"
    EXTENDED = "extended"
    ADVISED = "advised"
    ANSWERED = "answered"


class ObstacleState(StrEnum):
    """Whether an obstacle is still there."""

    RAISED = "raised"
    RESOLVED = "resolved"


class AuthorisationState(StrEnum):
    """How far a request for leave is."""

    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


APART_IN_A_CRISIS = ("kept-apart", "room-closed", "other")
"""
Codes of the list ``affairs.crisis`` that keep the resident from the others, or may.

What another measure consists of is not known by its code.
"""


class CrisisState(StrEnum):
    """Whether a crisis measure was reported."""

    TAKEN = "taken"
    REPORTED = "reported"


class ComplaintState(StrEnum):
    """How far a complaint is."""

    LODGED = "lodged"
    HANDLED = "handled"
    WITHDRAWN = "withdrawn"


_E, _O, _A = ExchangeState, ObstacleState, AuthorisationState
_K, _C = CrisisState, ComplaintState

EXCHANGE = (
    Course("ExchangeRecorded", (None,), _E.RECORDED),
    Course("ExchangeExtended", (_E.RECORDED,), _E.EXTENDED),
    Course("ExchangeAdviceReceived", (_E.RECORDED,), _E.ADVISED),
    Course("ExchangeAnswered", (_E.RECORDED, _E.EXTENDED, _E.ADVISED), _E.ANSWERED),
)
OBSTACLE = (
    Course("ObstacleRaised", (None,), _O.RAISED),
    Course("ObstacleResolved", (_O.RAISED,), _O.RESOLVED),
)
AUTHORISATION = (
    Course("AuthorisationRequested", (None,), _A.REQUESTED),
    Course("AuthorisationGranted", (_A.REQUESTED,), _A.GRANTED),
    Course("AuthorisationRefused", (_A.REQUESTED,), _A.REFUSED),
    Course("AuthorisationWithdrawn", (_A.REQUESTED, _A.GRANTED), _A.WITHDRAWN),
)
CRISIS = (
    Course("CrisisMeasureTaken", (None,), _K.TAKEN),
    Course("CrisisMeasureReported", (_K.TAKEN,), _K.REPORTED),
)
COMPLAINT = (
    Course("ComplaintLodged", (None,), _C.LODGED),
    Course("ComplaintHandled", (_C.LODGED,), _C.HANDLED),
    Course("ComplaintWithdrawn", (_C.LODGED,), _C.WITHDRAWN),
)

COURSES = {
    "exchange": EXCHANGE,
    "obstacle": OBSTACLE,
    "authorisation": AUTHORISATION,
    "crisis": CRISIS,
    "complaint": COMPLAINT,
}
