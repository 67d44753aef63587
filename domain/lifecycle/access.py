"""Dossiers that only some may read."""

from enum import StrEnum

from domain.lifecycle.stages import SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F, May

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
    "RestrictAccess": _KEEPER,
    "GrantAccess": _KEEPER,
    "RevokeAccess": _KEEPER,
    "LiftAccessRestriction": _KEEPER,
}


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
