"""Restricted dossiers: one order for each command, and the acts of the specs."""

from dossier import ATTACHE, NUMBER
from examples.affairs import HERE, HIERARCHY
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.values import Sealed

__all__ = ["HERE", "HIERARCHY", "ORDERS"]

PROPOSED = Act(
    e.AccessRestrictionProposed(
        reason="witness-or-informant", motives=Sealed.of("speaks to the prosecutor of Leuven")
    ),
    ATTACHE,
    brussels("2026-03-10 09:00"),
)
RESTRICTED = Act(
    e.AccessRestricted(
        reason="witness-or-informant", instructions=Sealed.of("no calls through the desk")
    ),
    HIERARCHY,
    brussels("2026-03-10 11:00"),
)
GRANTED = Act(
    e.AccessGranted(account="m.vandamme", person="P-003", motives=Sealed.of("follows the dossier")),
    HIERARCHY,
    brussels("2026-03-10 12:00"),
)
REVOKED = Act(
    e.AccessRevoked(account="m.vandamme", motives=Sealed.of("on leave")),
    HIERARCHY,
    brussels("2026-03-12 12:00"),
)
LIFTED = Act(
    e.AccessRestrictionLifted(motives=Sealed.of("the trial is over")),
    HIERARCHY,
    brussels("2026-03-16 12:00"),
)

PROPOSE = c.ProposeAccessRestriction(
    dossier=NUMBER,
    reason="witness-or-informant",
    motives=Sealed.of("speaks to the prosecutor of Leuven"),
)
RESTRICT = c.RestrictAccess(
    dossier=NUMBER,
    reason="witness-or-informant",
    instructions=Sealed.of("no calls through the desk"),
)
GRANT = c.GrantAccess(
    dossier=NUMBER,
    account="m.vandamme",
    person="P-003",
    motives=Sealed.of("follows the dossier"),
)
REVOKE = c.RevokeAccess(dossier=NUMBER, account="m.vandamme", motives=Sealed.of("on leave"))
LIFT = c.LiftAccessRestriction(dossier=NUMBER, motives=Sealed.of("the trial is over"))

ORDERS: tuple[c.Command, ...] = (PROPOSE, RESTRICT, GRANT, REVOKE, LIFT)
