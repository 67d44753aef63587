"""Dossiers that only some may read."""

from enum import StrEnum

from domain.lifecycle.stages import SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, MINISTER, OFFICERS, F, May

_ALWAYS = tuple(Stage)

STEPS = (
    Step("ProposeAccessRestriction", "AccessRestrictionProposed", _ALWAYS, since=SECOND),
    Step("RestrictAccess", "AccessRestricted", _ALWAYS, since=SECOND),
    Step("GrantAccess", "AccessGranted", _ALWAYS, since=SECOND),
    Step("RevokeAccess", "AccessRevoked", _ALWAYS, since=SECOND),
    Step("LiftAccessRestriction", "AccessRestrictionLifted", _ALWAYS, since=SECOND),
)

KEEPS = F.REMOVAL_DIRECTOR
"""The function that keeps restricted dossiers, and reads each of them."""

_KEEPER = frozenset({KEEPS})

MAY: May = {
    "ProposeAccessRestriction": COACHES | OFFICERS | DIRECTOR,
    # The protection of a witness or an informant is decided by the Minister too; kept by one.
    "RestrictAccess": _KEEPER | MINISTER,
    "GrantAccess": _KEEPER,
    "RevokeAccess": _KEEPER,
    "LiftAccessRestriction": _KEEPER | MINISTER,
}

READS_WHO_READ = frozenset({F.AUDITOR, KEEPS})
"""Who may ask of every dossier who read it: the access log is the auditor's."""

READS_WHO_READ_THEIRS = frozenset({F.SUPERVISOR})
"""Who may ask it of the dossiers that are theirs to read."""


FOR_THE_RESIDENT = {
    "HandInAppeal": "the director receives it; what it suspends is suspended from that moment "
    "(art. 39/69 §2)",
    "ExpressAsylumWish": "it protects from the moment somebody hears it",
    "OrderInterimMeasure": "a measure of a court protects at once",
    "RaiseMedicalObjection": "a doctor who sees that the resident may not travel says so",
    "RefuseFitToTravel": "a doctor who sees that the resident may not travel says so",
    "LodgeComplaint": "a complaint is taken down by whoever the resident turns to",
    "ReportIncident": "whoever saw a serious incident reports it",
}
"""
Acts in a restricted dossier by who is not on its list, and why nobody on it is waited for.

They add to the protection of the resident, and who records one is told nothing of the dossier.
"""


class AccessState(StrEnum):
    """Whether everybody may read the dossier who may read others."""

    PROPOSED = "proposed"
    RESTRICTED = "restricted"
    LIFTED = "lifted"


_A = AccessState

ACCESS = (
    Course("AccessRestrictionProposed", (None, _A.LIFTED), _A.PROPOSED),
    Course("AccessRestricted", (_A.PROPOSED,), _A.RESTRICTED),
    Course("AccessGranted", (_A.RESTRICTED,), _A.RESTRICTED),
    Course("AccessRevoked", (_A.RESTRICTED,), _A.RESTRICTED),
    Course("AccessRestrictionLifted", (_A.RESTRICTED,), _A.LIFTED),
)

COURSES = {"access": ACCESS}
