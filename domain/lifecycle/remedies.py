"""Appeals: handed in, transmitted, lodged, and what became of them."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, Course, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (
    Step("HandInAppeal", "AppealHandedIn", RUNNING),
    Step("TransmitAppeal", "AppealTransmitted", RUNNING),
    Step("LodgeAppeal", "AppealLodged", RUNNING),
    Step("RejectAppeal", "AppealRejected", RUNNING),
    Step("GrantAppeal", "AppealGranted", RUNNING),
    Step("WithdrawAppeal", "AppealWithdrawn", RUNNING),
)

_TOLD_BY = COACHES | DIRECTOR | {F.MIGRATION_OFFICER}

MAY: May = {
    # Receiving an appeal protects the resident: whoever of the centre is at the desk records it.
    "HandInAppeal": COACHES | DIRECTOR,
    "TransmitAppeal": COACHES | DIRECTOR,
    "LodgeAppeal": _TOLD_BY,
    "RejectAppeal": _TOLD_BY,
    "GrantAppeal": _TOLD_BY,
    "WithdrawAppeal": _TOLD_BY,
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
)

COURSES = {"appeal": APPEAL}
