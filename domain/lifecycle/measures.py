"""Isolation, order, discipline and restrictions; coercion used, reported and reviewed."""

from enum import StrEnum

from domain.lifecycle.incidents import UNTIL_CLOSED
from domain.lifecycle.stages import RUNNING, SECOND, Course, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (
    Step("ProposeMeasure", "MeasureProposed", RUNNING, since=SECOND),
    Step("DecideMeasure", "MeasureDecided", RUNNING, since=SECOND),
    # What nobody decided before the end is refused after it: a dossier is closed with no task left.
    Step("RefuseMeasure", "MeasureRefused", UNTIL_CLOSED, since=SECOND),
    Step("ProlongMeasure", "MeasureProlonged", RUNNING, since=SECOND),
    Step("VisitIsolated", "IsolatedVisited", UNTIL_CLOSED, since=SECOND),
    Step("EndMeasure", "MeasureEnded", UNTIL_CLOSED, since=SECOND),
    Step("ChangeHouseRule", "HouseRuleChanged", RUNNING, since=SECOND),
    Step("UseCoercion", "CoercionUsed", UNTIL_CLOSED, since=SECOND),
    Step("ReportCoercion", "CoercionReported", UNTIL_CLOSED, since=SECOND),
    Step("ReviewCoercion", "CoercionReviewed", UNTIL_CLOSED, since=SECOND),
)

ON_THE_LADDER = DIRECTOR | {F.REMOVAL_DIRECTOR, F.MINISTER, F.MINISTER_DELEGATE}
"""Who decides a measure; how long an isolation each may decide is for rules ISO-01 to ISO-03."""

KEEPS_APART = {
    "isolation": True,
    "room-confinement": True,
    "order": True,
    "discipline": True,
    "house-rule-restriction": False,
    "phone-restriction": False,
    "visit-restriction": False,
}
"""
Code of the list ``measures.kind`` → whether such a measure may keep the resident apart.

Of order and discipline the code does not say what they consist of: what is not known to leave
the resident among the others is taken for isolation.
"""


def keeps_apart(kind: str) -> bool:
    """Tell whether a kind of measure keeps somebody apart, or may."""
    return KEEPS_APART.get(kind, True)


_AGENTS = frozenset({F.SECURITY, F.TRANSFER})

MAY: May = {
    "ProposeMeasure": COACHES | DIRECTOR,
    "DecideMeasure": ON_THE_LADDER,
    "RefuseMeasure": ON_THE_LADDER,
    "ProlongMeasure": ON_THE_LADDER,
    "VisitIsolated": frozenset({F.DOCTOR, F.NURSE}),
    "EndMeasure": ON_THE_LADDER,
    # The attaché coach decides it alone and logs it; that makes it open to review.
    "ChangeHouseRule": DIRECTOR | {F.ATTACHE_COACH},
    # A coach writes down what the police did; the agents are named in the record.
    "UseCoercion": COACHES | _AGENTS,
    "ReportCoercion": COACHES | _AGENTS,
    "ReviewCoercion": DIRECTOR | {F.REMOVAL_DIRECTOR},
}


class MeasureState(StrEnum):
    """How far a measure is."""

    PROPOSED = "proposed"
    RUNNING = "running"
    REFUSED = "refused"
    ENDED = "ended"


_M = MeasureState

MEASURE = (
    Course("MeasureProposed", (None,), _M.PROPOSED),
    Course("MeasureDecided", (_M.PROPOSED,), _M.RUNNING),
    Course("MeasureRefused", (_M.PROPOSED,), _M.REFUSED),
    Course("HouseRuleChanged", (None,), _M.RUNNING),
    Course("MeasureProlonged", (_M.RUNNING,), _M.RUNNING),
    Course("MeasureEnded", (_M.RUNNING,), _M.ENDED),
)


class CoercionState(StrEnum):
    """How far the account of a use of coercion is."""

    USED = "used"
    REPORTED = "reported"
    REVIEWED = "reviewed"


_C = CoercionState

COERCION = (
    Course("CoercionUsed", (None,), _C.USED),
    Course("ForcedMedicalExaminationHeld", (None,), _C.USED),
    Course("CoercionReported", (_C.USED,), _C.REPORTED),
    Course("CoercionReviewed", (_C.REPORTED,), _C.REVIEWED),
)

COURSES = {"measure": MEASURE, "coercion": COERCION}
