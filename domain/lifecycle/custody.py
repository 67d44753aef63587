"""Detention titles, their prolongation and end; where the resident is held; absconding."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F, May


def _step(command: str, event: str, *also: Stage) -> Step:
    return Step(command, event, (*RUNNING, *also), since=SECOND)


STEPS = (
    _step("ProposeDetention", "DetentionProposed"),
    _step("IssueDetentionTitle", "DetentionTitleIssued"),
    _step("ProposeProlongation", "ProlongationProposed"),
    _step("ProlongDetention", "DetentionProlonged"),
    _step("TakeRemovalStep", "RemovalStepTaken"),
    # Who went to a hospital under a title is held until somebody says otherwise.
    _step("ReleaseResident", "ResidentReleased", Stage.NOT_RETURNED),
    _step("MoveResident", "ResidentMoved"),
    _step("DischargeResident", "ResidentDischarged"),
    _step("NotePrisonNotice", "PrisonNoticeReceived"),
    _step("ReviewFamilyStay", "FamilyStayReviewed"),
    _step("SeizeCouncilChamber", "CouncilChamberSeized"),
    _step("RecordChamberRuling", "CouncilChamberRuled"),
    _step("AppealChamberRuling", "ChamberRulingAppealed"),
    _step("ProposeRestriction", "RestrictionProposed"),
    _step("ImposeRestriction", "RestrictionImposed"),
    _step("RecordRestrictionBreach", "RestrictionBreached"),
    _step("LiftRestriction", "RestrictionLifted"),
    _step("ProposeAbsconding", "AbscondingProposed"),
    _step("EstablishAbsconding", "AbscondingEstablished"),
    _step("FindResident", "ResidentFound"),
)

LATE = (
    "MoveResident",
    "DischargeResident",
    "NotePrisonNotice",
    "SeizeCouncilChamber",
    "RecordChamberRuling",
    "AppealChamberRuling",
)
"""Facts of others: they happened whether or not the desk had heard of them."""

LATE_FROM_2 = ("ProposeAbsconding", "EstablishAbsconding", "FindResident")
"""What happened before the end, and shows that an act fell inside a block: told late too."""

_PREPARE = frozenset({F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER})
_DECIDE = OFFICERS | {F.MINISTER}
_BY_DELEGATION = frozenset({F.MIGRATION_OFFICER, F.MINISTER_DELEGATE, F.MINISTER})
_TOLD_BY = COACHES | DIRECTOR | {F.MIGRATION_OFFICER}

MAY: May = {
    "ProposeDetention": _PREPARE,
    "IssueDetentionTitle": _DECIDE,
    "ProposeProlongation": _PREPARE | DIRECTOR | {F.REMOVAL_DIRECTOR},
    # How many times it was prolonged before says which of them may: rule DET-04.
    "ProlongDetention": _BY_DELEGATION,
    "TakeRemovalStep": frozenset({F.ATTACHE_COACH, F.MIGRATION_OFFICER}),
    # A release waits for nobody: whoever answers for the place or for the title may record it.
    "ReleaseResident": _DECIDE | DIRECTOR,
    "MoveResident": _TOLD_BY | {F.SECURITY, F.TRANSFER},
    "DischargeResident": _TOLD_BY | {F.SECURITY, F.TRANSFER},
    "NotePrisonNotice": _TOLD_BY,
    "ReviewFamilyStay": COACHES | {F.MIGRATION_OFFICER},
    # A request to the chamber protects the resident: whoever is at the desk records it.
    "SeizeCouncilChamber": _TOLD_BY | {F.MINISTER_DELEGATE, F.MINISTER},
    "RecordChamberRuling": _TOLD_BY,
    "AppealChamberRuling": _TOLD_BY,
    "ProposeRestriction": _PREPARE,
    "ImposeRestriction": _DECIDE,
    "RecordRestrictionBreach": _TOLD_BY,
    "LiftRestriction": _DECIDE,
    "ProposeAbsconding": COACHES | _PREPARE,
    "EstablishAbsconding": DIRECTOR | {F.MIGRATION_OFFICER},
    "FindResident": _TOLD_BY,
}


class CustodyStatus(StrEnum):
    """Where the resident is, and whether that is detention."""

    NOT_HELD = "not-held"
    HELD = "held"
    FAMILY_UNIT = "family-unit"
    PRISON = "prison"
    HOSPITAL = "hospital"
    IN_TRANSFER = "in-transfer"
    ABSCONDED = "absconded"
    RELEASED = "released"


DETAINED = (
    CustodyStatus.HELD,
    CustodyStatus.FAMILY_UNIT,
    CustodyStatus.HOSPITAL,
    CustodyStatus.IN_TRANSFER,
)
"""
Days so spent count as detention under a title.

A hospital and the road count with the place one came from; a prison holds for reasons of its own.
"""


class TitleState(StrEnum):
    """How far a detention title is. One that ran out runs on record until somebody acts."""

    PROPOSED = "proposed"
    RUNNING = "running"
    OVER = "over"


class ChamberState(StrEnum):
    """How far the control of a detention by the courts is."""

    SEIZED = "seized"
    RULED = "ruled"
    APPEALED = "appealed"


class RestrictionState(StrEnum):
    """How far a measure that restricts liberty without taking it is."""

    PROPOSED = "proposed"
    IMPOSED = "imposed"
    BREACHED = "breached"
    LIFTED = "lifted"


class AbscondingState(StrEnum):
    """How far a presumption that the resident absconded is."""

    PRESUMED = "presumed"
    ESTABLISHED = "established"
    FOUND = "found"


_T, _C, _R, _A = TitleState, ChamberState, RestrictionState, AbscondingState

TITLE = (
    # A new title may be prepared while one runs: on another basis, or after a refusal to board.
    Course("DetentionProposed", (None, *_T), _T.PROPOSED),
    Course("DetentionTitleIssued", (_T.PROPOSED,), _T.RUNNING),
    Course("ProlongationProposed", (_T.RUNNING,), _T.RUNNING),
    Course("DetentionProlonged", (_T.RUNNING,), _T.RUNNING),
    Course("ResidentReleased", (_T.RUNNING,), _T.OVER),
)

CHAMBER = (
    Course("CouncilChamberSeized", (None, *_C), _C.SEIZED),
    Course("CouncilChamberRuled", (_C.SEIZED, _C.APPEALED), _C.RULED),
    Course("ChamberRulingAppealed", (_C.RULED,), _C.APPEALED),
)

RESTRICTION = (
    Course("RestrictionProposed", (None, *_R), _R.PROPOSED),
    Course("RestrictionImposed", (_R.PROPOSED,), _R.IMPOSED),
    Course("RestrictionBreached", (_R.IMPOSED, _R.BREACHED), _R.BREACHED),
    Course("RestrictionLifted", (_R.PROPOSED, _R.IMPOSED, _R.BREACHED), _R.LIFTED),
)

ABSCONDING = (
    Course("AbscondingProposed", (None, _A.PRESUMED, _A.FOUND), _A.PRESUMED),
    Course("AbscondingEstablished", (_A.PRESUMED,), _A.ESTABLISHED),
    Course("ResidentFound", (_A.PRESUMED, _A.ESTABLISHED), _A.FOUND),
)

COURSES = {
    "title": TITLE,
    "chamber": CHAMBER,
    "restriction": RESTRICTION,
    "absconding": ABSCONDING,
}
