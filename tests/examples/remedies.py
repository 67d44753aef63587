"""
Appeals under the second procedure: one order for each command, and the acts of the specs.

The decision of the example dossier, an order to leave notified on Friday 13 March 2026, and
what the Council, a registry and the Court in Strasbourg do.
"""

from collections.abc import Iterable
from datetime import date

from dossier import (
    ARRIVED,
    COACH,
    DEPART,
    DRAFTED,
    INFORMED,
    LODGED,
    NOTIFIED,
    NUMBER,
    OFFICER,
    TAKEN,
)
from given import Act, brussels, lines

from domain import commands as c
from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.attempt import Guard
from domain.trajectory import Trajectory, replay
from domain.values import AppealKind

ADMITTED = ARRIVED.but(procedure=2)


def _act(event: e.DossierEvent, when: str) -> Act:
    return Act(event, COACH, brussels(when))


_FIRST = {"kind": "return-decision", "form": "13", "reference": "DEC-2026-00011"}
FIRST_MEASURE = (
    DRAFTED.at("2026-03-02 11:00").but(**_FIRST),
    TAKEN.at("2026-03-02 12:00").but(**_FIRST),
    NOTIFIED.at("2026-03-02 13:00").but(reference="DEC-2026-00011"),
)
"""The terms against it are over on Thursday 12 March 2026."""


def decided(
    kind: str | None = "return-decision", *, second: bool | None = False
) -> tuple[Act, ...]:
    """
    Tell a decision of a kind up to its taking, on 11 March 2026.

    Before a second measure an order to leave is told, of the day of the arrival.
    """
    said = {"kind": kind, "second_measure": second}
    before = FIRST_MEASURE if second else ()
    return ADMITTED, *before, INFORMED, DRAFTED.but(**said), TAKEN.but(**said)


def notified(
    on: str,
    kind: str | None = "return-decision",
    *,
    second: bool | None = False,
    **said: object,
) -> tuple[Act, ...]:
    """Tell a decision of a kind up to its notification on a day."""
    when = on if " " in on else f"{on} 15:00"
    return (*decided(kind, second=second), NOTIFIED.at(when).but(**said))


def brought(kind: AppealKind, at: str, reference: str = "CCE-318442") -> Act:
    """Tell that the Council registered an appeal."""
    return LODGED.at(at).but(kind=kind, reference=reference)


def dossier(history: Iterable[Act]) -> Trajectory:
    """Replay a history of the example dossier."""
    state = replay(lines(history, NUMBER))
    assert state is not None
    return state


def in_the_way(
    guard: Guard, history: Iterable[Act], at: str, order: c.Command = DEPART
) -> list[tuple[str, date | None]]:
    """Ask one condition of a departure at a moment: each rule in the way, and until when."""
    state = dossier(history)
    moment = brussels(at)
    attempt = Attempt(state, type(order).__name__, Context(moment, moment), order)
    return [(failing.rule, failing.passes_on) for failing in guard(attempt)]


APPEAL_ADMITTED = _act(e.AppealAdmitted(reference="CCE-318442"), "2026-03-27 10:00")
FILE_SENT = _act(e.AdministrativeFileSent(reference="CCE-318442"), "2026-03-19 10:00")
HEARING = _act(
    e.AppealHearingFixed(hearing_on="2026-03-24", reference="CCE-318442"),
    "2026-03-19 15:00",
)
ASKED_FOR_LEGAL_AID = _act(
    e.RegistryRequestReceived(asks="legal-aid", reference="CCE-318442"), "2026-03-19 16:00"
)
REMAIN_ASKED = _act(e.RequestToRemainMade(), "2026-06-17 10:00")
REMAIN_REFUSED = _act(e.RequestToRemainRuled(ruling="refused"), "2026-06-24 10:00")
REMAIN_ALLOWED = REMAIN_REFUSED.but(ruling="allowed")
ORDERED = _act(
    e.InterimMeasureOrdered(body="ecthr-rule-39", reference="ECHR-12873/26"),
    "2026-03-24 18:30",
)
LIFTED = Act(
    e.InterimMeasureLifted(body="ecthr-rule-39", reference="ECHR-12873/26"),
    OFFICER,
    brussels("2026-04-14 11:00"),
)

ADMIT = c.AdmitAppeal(dossier=NUMBER, reference="CCE-318442")
SEND_FILE = c.SendAdministrativeFile(dossier=NUMBER, reference="CCE-318442")
FIX = c.FixAppealHearing(dossier=NUMBER, hearing_on="2026-03-24", reference="CCE-318442")
NOTE = c.NoteRegistryRequest(dossier=NUMBER, asks="legal-aid", reference="CCE-318442")
ASK_TO_REMAIN = c.RequestToRemain(dossier=NUMBER)
RULE_ON_REMAINING = c.RuleOnRemaining(dossier=NUMBER, ruling="refused")
ORDER = c.OrderInterimMeasure(dossier=NUMBER, body="ecthr-rule-39", reference="ECHR-12873/26")
LIFT = c.LiftInterimMeasure(dossier=NUMBER, body="ecthr-rule-39", reference="ECHR-12873/26")

ORDERS: tuple[c.Command, ...] = (
    ADMIT,
    SEND_FILE,
    FIX,
    NOTE,
    ASK_TO_REMAIN,
    RULE_ON_REMAINING,
    ORDER,
    LIFT,
)
