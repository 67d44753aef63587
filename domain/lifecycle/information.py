"""Information and interviews."""

from domain.lifecycle.stages import RUNNING, Stage, Step
from domain.lifecycle.who import COACHES, F, May

STEPS = (
    Step(
        "GiveInformation",
        "InformationGiven",
        (Stage.ARRIVAL,),
        Stage.INFORMATION,
        "information_complete",
    ),
    Step("GiveInformation", "InformationGiven", RUNNING),
    Step("HoldInterview", "InterviewHeld", RUNNING),
)

MAY: May = {
    "GiveInformation": COACHES,
    "HoldInterview": COACHES | {F.INTERVIEWER, F.MIGRATION_OFFICER, F.CENTRE_DIRECTOR},
}
