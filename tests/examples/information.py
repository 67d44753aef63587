"""What the resident is told and asked: one order for each command, and the acts of the specs."""

from dossier import ARRIVED, COACH, NUMBER, OFFICER
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

NURSE = Actor("s.peeters", "P-014", frozenset({Function.NURSE}))

ADMITTED = ARRIVED.but(procedure=2)
"""The arrival of the example dossier, on Monday 2 March 2026 at 10:15, under procedure 2."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


LAWYER_ASKED = _act(e.LegalAidRequested(reference="BAJ-2026-118"), COACH, "2026-03-02 15:00")
LAWYER = _act(
    e.LegalAidAssigned(lawyer=Sealed.of("Me Hélène Daoust"), bar_number="BAR-4471"),
    COACH,
    "2026-03-03 09:00",
)
NEXT_LAWYER = _act(
    e.LawyerChanged(lawyer=Sealed.of("Mr. Koen Smets"), bar_number="BAR-5120"),
    COACH,
    "2026-03-20 09:00",
)
INVITED = _act(
    e.HearingInvited(received_on="2026-03-03", reference="LET-2026-77"),
    OFFICER,
    "2026-03-03 16:00",
)
HEARD = _act(
    e.HearingHeld(
        language="fa",
        interpreter="I-17",
        note=Sealed.of("two children at school in Leuven; no other family"),
    ),
    COACH,
    "2026-03-05 10:00",
)
NOT_HEARD = _act(
    e.HearingWaived(reason="unreachable", explanation=Sealed.of("did not come, three times asked")),
    OFFICER,
    "2026-03-05 10:00",
)
COUNSELLED = _act(
    e.VoluntaryReturnCounselled(
        moment="intake", language="fa", interpreter="I-17", note=Sealed.of("wants to think it over")
    ),
    COACH,
    "2026-03-05 11:00",
)
SIGNALLED = _act(
    e.VulnerabilitySignalled(kinds_seen=("pregnant",), details=Sealed.of("sick every morning")),
    COACH,
    "2026-03-05 12:00",
)
ASSESSED = _act(
    e.VulnerabilityAssessed(kinds_found=("pregnant",), details=Sealed.of("eleven weeks")),
    NURSE,
    "2026-03-06 09:00",
)

ASK_LAWYER = c.RequestLegalAid(dossier=NUMBER, reference="BAJ-2026-118")
ASSIGN_LAWYER = c.AssignLegalAid(
    dossier=NUMBER, lawyer=Sealed.of("Me Hélène Daoust"), bar_number="BAR-4471"
)
CHANGE_LAWYER = c.ChangeLawyer(
    dossier=NUMBER, lawyer=Sealed.of("Mr. Koen Smets"), bar_number="BAR-5120"
)
INVITE = c.InviteToHearing(dossier=NUMBER, received_on="2026-03-03", reference="LET-2026-77")
HEAR = c.HoldHearing(
    dossier=NUMBER,
    language="fa",
    interpreter="I-17",
    note=Sealed.of("two children at school in Leuven; no other family"),
)
WAIVE = c.WaiveHearing(
    dossier=NUMBER,
    reason="unreachable",
    explanation=Sealed.of("did not come, three times asked"),
)
COUNSEL = c.CounselVoluntaryReturn(
    dossier=NUMBER,
    moment="intake",
    language="fa",
    interpreter="I-17",
    note=Sealed.of("wants to think it over"),
)
SIGNAL = c.SignalVulnerability(
    dossier=NUMBER, kinds_seen=("pregnant",), details=Sealed.of("sick every morning")
)
ASSESS = c.AssessVulnerability(
    dossier=NUMBER, kinds_found=("pregnant",), details=Sealed.of("eleven weeks")
)

ORDERS: tuple[c.Command, ...] = (
    ASK_LAWYER,
    ASSIGN_LAWYER,
    CHANGE_LAWYER,
    INVITE,
    HEAR,
    WAIVE,
    COUNSEL,
    SIGNAL,
    ASSESS,
)
