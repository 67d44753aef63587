"""Ending without departure under procedure 2: one order a command, and the acts of the specs."""

from dossier import ARRIVED, ATTACHE, COACH, DIRECTOR, INFORMED, NUMBER
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

ATTACHE_AS_OFFICER = Actor("vandammem", "P-003", frozenset({Function.MIGRATION_OFFICER}))
"""The attaché coach who proposes, under another account."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


HERE = (ARRIVED.but(procedure=2, age="adult"), INFORMED)

LET_GO = _act(e.ResidentReleased(reason="by-the-office"), DIRECTOR, "2026-03-25 09:00")
FREE = (*HERE, LET_GO)
"""Released on Wednesday 25 March 2026 at 9:00."""

PROPOSED = _act(e.NonReturnProposed(reason="released-by-office"), ATTACHE, "2026-03-25 10:00")


def proposed(reason: str) -> Act:
    """Tell that an end was proposed on 25 March at 10:00, by the attaché coach."""
    return PROPOSED.but(reason=reason)


def ended(reason: str) -> Act:
    """Tell an end without departure on Thursday 26 March 2026 at 12:00."""
    return _act(e.NonReturnEstablished(reason=reason), COACH, "2026-03-26 12:00")


ALERTED = _act(
    e.ServicesAlerted(services=("local-police", "immigration-office"), reference="PV-2026-1187"),
    COACH,
    "2026-03-26 13:30",
)
TRACKED = _act(
    e.TrackRecorded(kind="address", lead=Sealed.of("an aunt in Antwerp, Lange Beeldekensstraat")),
    COACH,
    "2026-03-27 09:00",
)

PROPOSE = c.ProposeNonReturn(dossier=NUMBER, reason="released-by-office")
ALERT = c.AlertServices(
    dossier=NUMBER, services=("local-police", "immigration-office"), reference="PV-2026-1187"
)
TRACK = c.RecordTrack(
    dossier=NUMBER,
    kind="address",
    lead=Sealed.of("an aunt in Antwerp, Lange Beeldekensstraat"),
)


def end(reason: str, **more: object) -> c.EstablishNonReturn:
    """Ask for an end without departure."""
    return c.EstablishNonReturn(dossier=NUMBER, reason=reason, **more)


ORDERS: tuple[c.Command, ...] = (PROPOSE, ALERT, TRACK)
