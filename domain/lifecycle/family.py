"""Families: who belongs together, births, majorities, ages in dispute, guardians."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, SECOND, Course, Step
from domain.lifecycle.who import COACHES, DIRECTOR, HIERARCHY, OFFICERS, F, May

_EVENTS = {
    "LinkFamily": "FamilyLinked",
    "UnlinkFamily": "FamilyUnlinked",
    "RecordBirth": "MemberBorn",
    "ReachMajority": "MajorityReached",
    "DisputeAge": "AgeDisputed",
    "EstablishAge": "AgeEstablished",
    "ProposeSeparation": "FamilySeparationProposed",
    "SeparateFamily": "FamilySeparationDecided",
    "KeepTogether": "FamilySeparationRefused",
    "ReuniteFamily": "FamilyReunited",
    "AppointGuardian": "GuardianAppointed",
    "HearGuardian": "GuardianHeard",
    "GuaranteeReception": "ReceptionGuaranteed",
}

STEPS = tuple(Step(command, event, RUNNING, since=SECOND) for command, event in _EVENTS.items())

LATE_FROM_2 = ("DisputeAge", "EstablishAge")
"""What happened before the end, and shows that an act fell inside a block: told late too."""

_AT_THE_DESK = COACHES | OFFICERS | DIRECTOR

MAY: May = {
    "LinkFamily": _AT_THE_DESK,
    "UnlinkFamily": OFFICERS | DIRECTOR,
    "RecordBirth": COACHES | DIRECTOR,
    "ReachMajority": _AT_THE_DESK,
    "DisputeAge": _AT_THE_DESK,
    "EstablishAge": OFFICERS,
    "ProposeSeparation": frozenset({F.ATTACHE_COACH, F.MIGRATION_OFFICER, F.CENTRE_DIRECTOR}),
    # Row 35 of the procedure: the coach advises, the hierarchy decides.
    "SeparateFamily": HIERARCHY,
    "KeepTogether": HIERARCHY,
    "ReuniteFamily": _AT_THE_DESK,
    "AppointGuardian": _AT_THE_DESK,
    "HearGuardian": _AT_THE_DESK,
    "GuaranteeReception": _AT_THE_DESK,
}


class SeparationState(StrEnum):
    """What became of the wish to set members of a family apart."""

    PROPOSED = "proposed"
    AUTHORISED = "authorised"
    REFUSED = "refused"
    REUNITED = "reunited"


_S = SeparationState

SEPARATION = (
    Course("FamilySeparationProposed", (None, _S.AUTHORISED, _S.REFUSED, _S.REUNITED), _S.PROPOSED),
    Course("FamilySeparationDecided", (_S.PROPOSED,), _S.AUTHORISED),
    Course("FamilySeparationRefused", (_S.PROPOSED,), _S.REFUSED),
    # Who was set apart earlier may be together again, whatever is proposed meanwhile.
    Course("FamilyReunited", (_S.AUTHORISED, _S.PROPOSED, _S.REFUSED, _S.REUNITED), _S.REUNITED),
)

COURSES = {"separation": SEPARATION}
