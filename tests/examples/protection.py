"""
What protects from removal: one order for each command, and the acts of the specs.

The resident of the example dossier asks for asylum for the first time on Thursday 5 March 2026;
what else protects is told beside it.
"""

from dossier import ARRIVED, ATTACHE, COACH, NUMBER, OFFICER, SECURITY
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Acknowledgement, Function, Means, Sealed

ADMITTED = ARRIVED.but(procedure=2)
DELEGATE = Actor("r.hendrickx", "P-021", frozenset({Function.MINISTER_DELEGATE}))
REMOVAL_DIRECTOR = Actor("g.wouters", "P-022", frozenset({Function.REMOVAL_DIRECTOR}))
OFFICER_AS_DELEGATE = Actor("claes.deleg", "P-008", frozenset({Function.MINISTER_DELEGATE}))
"""The officer again, under the account kept for when the delegate is away."""

FEARS = Sealed.of("her brother-in-law in Herat has sworn to kill her")
DECLARATIONS = Sealed.of("fled Herat in 2024 after the engagement she refused")
REASONS = Sealed.of("her cousin's letter of 2025 says the same; nothing is new in the declarations")


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


WISHED = _act(e.AsylumWishExpressed(note=FEARS), SECURITY, "2026-03-05 21:15")
APPLIED = _act(
    e.AsylumLodged(
        held=True,
        language="fa",
        acknowledgement=Acknowledgement.SIGNED,
        reference="CGRA-2611042",
        declarations=DECLARATIONS,
    ),
    ATTACHE,
    "2026-03-06 10:00",
)
SENT = _act(e.AsylumDeclarationsSent(reference="CGRA-2611042"), ATTACHE, "2026-03-06 15:00")
REFUSED = _act(
    e.AsylumDecided(
        outcome="refused",
        held=False,
        notified_on="2026-03-13",
        means=Means.BY_HAND,
        remedies_stated=True,
        reference="CGRA-2611042",
    ),
    OFFICER,
    "2026-03-13 16:00",
)
FINALLY_REFUSED = REFUSED.but(final=True)
RECOGNISED = REFUSED.but(outcome="refugee")
AGAIN = APPLIED.but(earlier=1, earlier_final_on="2025-09-01")
ONCE_MORE = APPLIED.but(earlier=2, earlier_final_on="2020-09-01")
RIGHT_ENDED = _act(
    e.RightToRemainEnded(ground="first-subsequent-while-held", reasons=REASONS),
    OFFICER,
    "2026-03-09 11:00",
)

RISK_FOUND = _act(
    e.RefoulementRiskFound(note=Sealed.of("wanted by name in her district")),
    COACH,
    "2026-03-09 09:00",
)
RISK_LIFTED = _act(
    e.RefoulementRiskLifted(reasons=Sealed.of("the warrant is of a namesake")),
    OFFICER,
    "2026-03-20 09:00",
)
RISK_ADVISED = _act(
    e.RefoulementAdviceGiven(
        risk=True, reference="CGRA-ADV-117", note=Sealed.of("article 3 of the Convention")
    ),
    OFFICER,
    "2026-03-10 09:00",
)
NO_RISK_ADVISED = RISK_ADVISED.but(risk=False)
NO_RISK_SEEN = NO_RISK_ADVISED.at("2026-03-06 16:00")
"""On the day of the application, once its declarations were sent."""
OVERRIDE_PROPOSED = _act(
    e.AdviceOverrideProposed(reasons=Sealed.of("the front line moved in January")),
    OFFICER,
    "2026-03-11 09:00",
)
OVERRIDDEN = _act(
    e.AdviceOverridden(reasons=Sealed.of("the province is safe since January; report annexed")),
    DELEGATE,
    "2026-03-12 09:00",
)

POSTPONED = _act(
    e.RemovalPostponed(until="2026-03-27", reason="health", informed="written"),
    OFFICER,
    "2026-03-18 09:00",
)
HOLD_PLACED = _act(
    e.JudicialHoldPlaced(authority="investigating-judge", reference="LG-21.98.114/26"),
    COACH,
    "2026-03-16 09:00",
)
HOLD_LIFTED = _act(
    e.JudicialHoldLifted(authority="investigating-judge", reference="LG-21.98.114/26"),
    OFFICER,
    "2026-03-23 09:00",
)
STATUS_OPENED = _act(
    e.ProtectedStatusOpened(status="trafficking-victim", note=Sealed.of("interviewed by PAG-ASA")),
    OFFICER,
    "2026-03-16 09:00",
)
STATUS_ENDED = _act(
    e.ProtectedStatusEnded(status="trafficking-victim"), OFFICER, "2026-03-23 09:00"
)
ACCEPTED = _act(e.DublinTransferAccepted(reference="DUB-77120"), OFFICER, "2026-03-09 09:00")
EXTENDED = _act(
    e.DublinTermExtended(until="2027-03-09", reason="imprisonment"), OFFICER, "2026-03-30 09:00"
)
ASSIGNED = _act(e.ReceptionPlaceAssigned(place="open-return"), OFFICER, "2026-03-30 09:00")
EXCEPTION_ASKED = _act(e.ReceptionExceptionAsked(ground="medical"), COACH, "2026-04-02 09:00")
EXCEPTION_RULED = _act(e.ReceptionExceptionRuled(outcome="refused"), OFFICER, "2026-04-10 09:00")

WISH = c.ExpressAsylumWish(dossier=NUMBER, note=FEARS)
LODGE = c.LodgeAsylum(
    dossier=NUMBER,
    held=True,
    language="fa",
    acknowledgement=Acknowledgement.SIGNED,
    reference="CGRA-2611042",
    declarations=DECLARATIONS,
)
SEND = c.SendDeclarations(dossier=NUMBER, reference="CGRA-2611042")
DECIDE = c.DecideAsylum(
    dossier=NUMBER,
    outcome="refused",
    held=False,
    notified_on="2026-03-13",
    means=Means.BY_HAND,
    remedies_stated=True,
    reference="CGRA-2611042",
)
END_RIGHT = c.EndRightToRemain(
    dossier=NUMBER, ground="first-subsequent-while-held", reasons=REASONS
)
FIND_RISK = c.FindRefoulementRisk(dossier=NUMBER, note=Sealed.of("wanted by name in her district"))
LIFT_RISK = c.LiftRefoulementRisk(dossier=NUMBER, reasons=Sealed.of("the warrant is of a namesake"))
ADVISE = c.AdviseOnRefoulement(
    dossier=NUMBER,
    risk=True,
    reference="CGRA-ADV-117",
    note=Sealed.of("article 3 of the Convention"),
)
PROPOSE_OVERRIDE = c.ProposeOverride(
    dossier=NUMBER, reasons=Sealed.of("the front line moved in January")
)
OVERRIDE = c.OverrideAdvice(
    dossier=NUMBER, reasons=Sealed.of("the province is safe since January; report annexed")
)
POSTPONE = c.PostponeRemoval(
    dossier=NUMBER, until="2026-03-27", reason="health", informed="written"
)
PLACE_HOLD = c.PlaceHold(
    dossier=NUMBER, authority="investigating-judge", reference="LG-21.98.114/26"
)
LIFT_HOLD = c.LiftHold(dossier=NUMBER, authority="investigating-judge", reference="LG-21.98.114/26")
OPEN_STATUS = c.OpenStatus(
    dossier=NUMBER, status="trafficking-victim", note=Sealed.of("interviewed by PAG-ASA")
)
END_STATUS = c.EndStatus(dossier=NUMBER, status="trafficking-victim")
ACCEPT = c.AcceptTransfer(dossier=NUMBER, reference="DUB-77120")
EXTEND = c.ExtendTransferTerm(dossier=NUMBER, until="2027-03-09", reason="imprisonment")
ASSIGN = c.AssignReception(dossier=NUMBER, place="open-return")
ASK_EXCEPTION = c.AskReceptionException(dossier=NUMBER, ground="medical")
RULE_ON_EXCEPTION = c.RuleOnReceptionException(dossier=NUMBER, outcome="refused")

ORDERS: tuple[c.Command, ...] = (
    WISH,
    LODGE,
    SEND,
    DECIDE,
    END_RIGHT,
    FIND_RISK,
    LIFT_RISK,
    ADVISE,
    PROPOSE_OVERRIDE,
    OVERRIDE,
    POSTPONE,
    PLACE_HOLD,
    LIFT_HOLD,
    OPEN_STATUS,
    END_STATUS,
    ACCEPT,
    EXTEND,
    ASSIGN,
    ASK_EXCEPTION,
    RULE_ON_EXCEPTION,
)
