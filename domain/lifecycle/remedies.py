"""Appeals: handed in, transmitted, lodged, what became of them, and measures of courts beside."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F, May

_OVER = (Stage.DEPARTED, Stage.NOT_RETURNED)

STEPS = (
    Step("HandInAppeal", "AppealHandedIn", RUNNING),
    Step("TransmitAppeal", "AppealTransmitted", RUNNING),
    Step("LodgeAppeal", "AppealLodged", RUNNING),
    Step("RejectAppeal", "AppealRejected", RUNNING),
    Step("GrantAppeal", "AppealGranted", RUNNING),
    Step("WithdrawAppeal", "AppealWithdrawn", RUNNING),
    Step("AdmitAppeal", "AppealAdmitted", RUNNING, since=SECOND),
    Step("SendAdministrativeFile", "AdministrativeFileSent", RUNNING, since=SECOND),
    Step("FixAppealHearing", "AppealHearingFixed", RUNNING, since=SECOND),
    Step("NoteRegistryRequest", "RegistryRequestReceived", RUNNING, since=SECOND),
    Step("RequestToRemain", "RequestToRemainMade", RUNNING, since=SECOND),
    Step("RuleOnRemaining", "RequestToRemainRuled", RUNNING, since=SECOND),
    Step("OrderInterimMeasure", "InterimMeasureOrdered", RUNNING, since=SECOND),
    Step("LiftInterimMeasure", "InterimMeasureLifted", RUNNING, since=SECOND),
    # What was handed in is passed on and followed to its outcome whatever became of the resident.
    Step("TransmitAppeal", "AppealTransmitted", _OVER, since=SECOND),
    Step("LodgeAppeal", "AppealLodged", _OVER, since=SECOND),
    Step("RejectAppeal", "AppealRejected", _OVER, since=SECOND),
    Step("GrantAppeal", "AppealGranted", _OVER, since=SECOND),
    Step("WithdrawAppeal", "AppealWithdrawn", _OVER, since=SECOND),
)

LATE = (
    "HandInAppeal",
    "LodgeAppeal",
    "RejectAppeal",
    "GrantAppeal",
    "WithdrawAppeal",
    "AdmitAppeal",
    "FixAppealHearing",
    "NoteRegistryRequest",
    "RequestToRemain",
    "RuleOnRemaining",
    "OrderInterimMeasure",
    "LiftInterimMeasure",
)
"""Facts of others: they happened whether or not the desk had heard of them."""

_TOLD_BY = COACHES | DIRECTOR | {F.MIGRATION_OFFICER}

MAY: May = {
    # Receiving an appeal protects the resident: whoever of the centre is at the desk records it.
    "HandInAppeal": COACHES | DIRECTOR,
    "TransmitAppeal": COACHES | DIRECTOR,
    "LodgeAppeal": _TOLD_BY,
    "RejectAppeal": _TOLD_BY,
    "GrantAppeal": _TOLD_BY,
    "WithdrawAppeal": _TOLD_BY,
    "AdmitAppeal": _TOLD_BY,
    "SendAdministrativeFile": COACHES | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER},
    "FixAppealHearing": _TOLD_BY,
    "NoteRegistryRequest": _TOLD_BY,
    "RequestToRemain": _TOLD_BY,
    "RuleOnRemaining": _TOLD_BY,
    # A measure of a court protects at once: whoever hears of it records it.
    "OrderInterimMeasure": _TOLD_BY | OFFICERS,
    "LiftInterimMeasure": OFFICERS | DIRECTOR,
}


class AppealState(StrEnum):
    """How far an appeal is. The first three are open: what it suspends stays suspended."""

    HANDED_IN = "handed-in"
    TRANSMITTED = "transmitted"
    LODGED = "lodged"
    REJECTED = "rejected"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"


OPEN_APPEAL = (AppealState.HANDED_IN, AppealState.TRANSMITTED, AppealState.LODGED)

_A = AppealState

APPEAL = (
    Course("AppealHandedIn", (None,), _A.HANDED_IN),
    Course("AppealTransmitted", (_A.HANDED_IN,), _A.TRANSMITTED),
    Course("AppealLodged", (None, _A.HANDED_IN, _A.TRANSMITTED), _A.LODGED),
    Course("AppealRejected", OPEN_APPEAL, _A.REJECTED),
    Course("AppealGranted", OPEN_APPEAL, _A.GRANTED),
    Course("AppealWithdrawn", OPEN_APPEAL, _A.WITHDRAWN),
    Course("AppealAdmitted", OPEN_APPEAL, _A.LODGED),
)

COURSES = {"appeal": APPEAL}
