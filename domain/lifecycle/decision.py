"""The decision round: drafted, edited, taken, notified, annulled."""

from enum import StrEnum

from domain.lifecycle.stages import NOTIFIED, RUNNING, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, PREPARERS, F, May

STEPS = (
    Step("DraftDecision", "DecisionDrafted", RUNNING),
    Step("EditDraft", "DecisionDraftEdited", RUNNING),
    Step("TakeDecision", "DecisionTaken", RUNNING),
    Step("NotifyDecision", "DecisionNotified", (Stage.INFORMATION,), Stage.DECISION_NOTIFIED),
    Step("NotifyDecision", "DecisionNotified", NOTIFIED),
    Step(
        "AnnulDecision",
        "DecisionAnnulled",
        (Stage.DECISION_NOTIFIED, Stage.REMOVAL_PREPARED),
        Stage.INFORMATION,
        "no_decision_in_force",
    ),
    Step("AnnulDecision", "DecisionAnnulled", RUNNING),
)

MAY: May = {
    "DraftDecision": PREPARERS,
    "EditDraft": PREPARERS,
    "TakeDecision": OFFICERS,
    "NotifyDecision": COACHES | DIRECTOR | {F.MIGRATION_OFFICER},
    "AnnulDecision": OFFICERS,
}


class RoundState(StrEnum):
    """How far a decision round is."""

    DRAFTED = "drafted"
    TAKEN = "taken"
    NOTIFIED = "notified"
    ANNULLED = "annulled"


_R = RoundState

ROUND = (
    Course("DecisionDrafted", (None, _R.NOTIFIED, _R.ANNULLED), _R.DRAFTED),
    Course("DecisionDraftEdited", (_R.DRAFTED,), _R.DRAFTED),
    Course("DecisionTaken", (_R.DRAFTED,), _R.TAKEN),
    Course("DecisionNotified", (_R.TAKEN,), _R.NOTIFIED),
    Course("DecisionAnnulled", (_R.DRAFTED, _R.TAKEN, _R.NOTIFIED), _R.ANNULLED),
)

COURSES = {"round": ROUND}
