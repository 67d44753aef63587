"""Control of quality: samples, findings and answers."""

from enum import StrEnum

from domain.lifecycle.stages import SECOND, Course, Stage, Step
from domain.lifecycle.who import DIRECTOR, OFFICERS, F, May

_ALWAYS = tuple(Stage)

STEPS = (
    Step("DrawSample", "QualitySampleDrawn", _ALWAYS, since=SECOND),
    Step("AddFinding", "QualityFindingRecorded", _ALWAYS, since=SECOND),
    Step("AnswerFinding", "QualityFindingAnswered", _ALWAYS, since=SECOND),
    Step("AcceptFinding", "QualityFindingAccepted", _ALWAYS, since=SECOND),
    Step("ReopenFinding", "QualityFindingReopened", _ALWAYS, since=SECOND),
    Step("ExamineMotives", "MotivesExamined", _ALWAYS, since=SECOND),
)

_CONTROLLER = frozenset({F.QUALITY_CONTROLLER})

MAY: May = {
    "DrawSample": _CONTROLLER,
    "AddFinding": _CONTROLLER,
    "AnswerFinding": DIRECTOR | OFFICERS,
    "AcceptFinding": _CONTROLLER,
    "ReopenFinding": _CONTROLLER,
    # The systematic control of motives is a duty of the removal director (DBV038).
    "ExamineMotives": _CONTROLLER | {F.REMOVAL_DIRECTOR},
}

CONTROLLING = frozenset(
    {
        "QualitySampleDrawn",
        "QualityFindingRecorded",
        "QualityFindingAccepted",
        "QualityFindingReopened",
        "MotivesExamined",
    }
)
"""What a controller does in a dossier; it makes nobody a part of what is controlled."""


class FindingState(StrEnum):
    """How far a finding is."""

    FOUND = "found"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    REOPENED = "reopened"


_F = FindingState

FINDING = (
    Course("QualityFindingRecorded", (None,), _F.FOUND),
    Course("QualityFindingAnswered", (_F.FOUND, _F.REOPENED), _F.ANSWERED),
    Course("QualityFindingAccepted", (_F.ANSWERED,), _F.ACCEPTED),
    Course("QualityFindingReopened", (_F.ANSWERED, _F.ACCEPTED), _F.REOPENED),
)

COURSES = {"finding": FINDING}
