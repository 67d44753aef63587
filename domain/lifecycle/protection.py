"""Asylum, non-refoulement, and what else protects the resident from removal."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, SECOND, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F, May

STEPS: tuple[Step, ...] = tuple(
    Step(command, event, RUNNING, since=SECOND)
    for command, event in (
        ("ExpressAsylumWish", "AsylumWishExpressed"),
        ("LodgeAsylum", "AsylumLodged"),
        ("SendDeclarations", "AsylumDeclarationsSent"),
        ("DecideAsylum", "AsylumDecided"),
        ("EndRightToRemain", "RightToRemainEnded"),
        ("FindRefoulementRisk", "RefoulementRiskFound"),
        ("LiftRefoulementRisk", "RefoulementRiskLifted"),
        ("AdviseOnRefoulement", "RefoulementAdviceGiven"),
        ("ProposeOverride", "AdviceOverrideProposed"),
        ("OverrideAdvice", "AdviceOverridden"),
        ("PostponeRemoval", "RemovalPostponed"),
        ("PlaceHold", "JudicialHoldPlaced"),
        ("LiftHold", "JudicialHoldLifted"),
        ("OpenStatus", "ProtectedStatusOpened"),
        ("EndStatus", "ProtectedStatusEnded"),
        ("AcceptTransfer", "DublinTransferAccepted"),
        ("ExtendTransferTerm", "DublinTermExtended"),
        ("AssignReception", "ReceptionPlaceAssigned"),
        ("AskReceptionException", "ReceptionExceptionAsked"),
        ("RuleOnReceptionException", "ReceptionExceptionRuled"),
    )
)

LATE = (
    "ExpressAsylumWish",
    "LodgeAsylum",
    "DecideAsylum",
    "AdviseOnRefoulement",
    "PlaceHold",
    "LiftHold",
    "OpenStatus",
    "EndStatus",
    "AcceptTransfer",
    "AskReceptionException",
)
"""Facts of others: they happened whether or not the desk had heard of them."""

LATE_FROM_2 = ("FindRefoulementRisk", "PostponeRemoval")
"""What happened before the end, and shows that an act fell inside a block: told late too."""

_OFFICE = OFFICERS | {F.ATTACHE_COACH}

MAY: May = {
    # Whoever hears the wish records it: it protects from that moment.
    "ExpressAsylumWish": COACHES
    | DIRECTOR
    | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER, F.INTERVIEWER, F.SECURITY},
    "LodgeAsylum": COACHES | {F.INTERVIEWER, F.MIGRATION_OFFICER},
    "SendDeclarations": COACHES | {F.INTERVIEWER, F.MIGRATION_OFFICER},
    "DecideAsylum": frozenset({F.MIGRATION_OFFICER, F.ATTACHE_COACH}),
    "EndRightToRemain": OFFICERS,
    "FindRefoulementRisk": COACHES | OFFICERS | DIRECTOR,
    "LiftRefoulementRisk": OFFICERS,
    "AdviseOnRefoulement": _OFFICE,
    "ProposeOverride": _OFFICE | {F.MIGRATION_ASSISTANT},
    # Art. 74/17 §1 para. 2: the Minister or the Minister's delegate.
    "OverrideAdvice": frozenset({F.MINISTER, F.MINISTER_DELEGATE}),
    "PostponeRemoval": OFFICERS,
    "PlaceHold": COACHES | OFFICERS | DIRECTOR,
    "LiftHold": OFFICERS | DIRECTOR,
    "OpenStatus": OFFICERS,
    "EndStatus": OFFICERS,
    "AcceptTransfer": _OFFICE,
    "ExtendTransferTerm": OFFICERS,
    "AssignReception": _OFFICE,
    "AskReceptionException": COACHES | {F.MIGRATION_OFFICER},
    "RuleOnReceptionException": OFFICERS,
}


class AsylumState(StrEnum):
    """How far an asylum application is. In the first four there is a right to remain."""

    WISH = "wish"
    PENDING = "pending"
    SUBSEQUENT_PENDING = "subsequent-pending"
    GRANTED = "granted"
    REFUSED = "refused"
    FINAL_NEGATIVE = "final-negative"
    WITHDRAWN = "withdrawn"
