"""
The removal of the example dossier, told act by act under procedure 2, and an order for each.

A departure planned for Monday 30 March 2026 at 09:40 with two police officers. ``ready(at)``
tells everything that must have happened for the attempt to begin.
"""

from dossier import (
    ARRIVED,
    ATTACHE,
    COACH,
    DRAFTED,
    FIT,
    INFORMED,
    NOTIFIED,
    NUMBER,
    PREPARED,
    SECOND_OFFICER,
    SECURITY,
    TAKEN,
)
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.lifecycle.removal import CHECK_LIST, SECOND_SIGNATURE
from domain.values import DepartureMode, Evidence, Function

REMOVAL_DIRECTOR = Actor("b.wouters", "P-016", frozenset({Function.REMOVAL_DIRECTOR}))
NURSE = Actor("s.leroy", "P-014", frozenset({Function.NURSE}))
OFFICER_AS_ATTACHE = Actor("claese", "P-008", frozenset({Function.ATTACHE_COACH}))
"""The officer again, under an account of last year."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


# -- what comes before --------------------------------------------------------------------

ADMITTED = ARRIVED.but(procedure=2, age="adult", unaccompanied=False)
DECIDED = (
    DRAFTED.but(kind="return-decision", second_measure=False),
    TAKEN.but(kind="return-decision", second_measure=False),
    _act(
        e.DepartureTermSet(days=0, ground="risk-of-absconding"), SECOND_OFFICER, "2026-03-12 09:00"
    ),
    NOTIFIED,
)
DOCUMENT = _act(
    e.TravelDocumentRecorded(kind="passport", valid_until="2026-12-31"), COACH, "2026-03-16 09:00"
)
TAKEN_IN = _act(e.MedicalIntakeCompleted(), NURSE, "2026-03-02 14:00")
BEFORE = (ADMITTED, TAKEN_IN, INFORMED, *DECIDED, DOCUMENT)
"""Everything up to the preparation: from 24 March on nothing holds a removal back."""

# -- the removal --------------------------------------------------------------------------


def ticked(
    item: str, when: str = "2026-03-24 15:00", who: Actor = COACH, state: str = "done"
) -> Act:
    return _act(e.CheckListItemTicked(item=item, state=state), who, when)


PROPOSED = _act(
    e.EscortProposed(escort=("federal-police", "federal-police")), ATTACHE, "2026-03-24 11:00"
)
TICKED_BEFORE = tuple(ticked(item.code) for item in CHECK_LIST if not item.on_the_day)
SCHEDULED = _act(
    e.RemovalScheduled(
        flight="SN-371",
        departs="2026-03-30T09:40+02:00",
        mode="escorted",
        transport="air",
    ),
    REMOVAL_DIRECTOR,
    "2026-03-25 10:20",
)
ANNOUNCED = _act(
    e.RemovalAnnounced(to_person=True, to_lawyer=True, language="fa"), ATTACHE, "2026-03-26 13:05"
)
MONITORED = _act(e.MonitorInformed(reference="AIG-2026-0187"), ATTACHE, "2026-03-26 13:20")
FIT_TO_FLY = FIT.at("2026-03-28 08:30")
STATED = ticked("consent-statement", "2026-03-30 05:30").but(statement="refusal")
"""Her statement: she refuses to go."""

AGREED = STATED.but(statement="consent")
"""The other way: she agrees."""

_ON_THE_DAY = ("remedies-today", "property-returned", "escort-briefing", "phone-access")
TICKED_ON_THE_DAY = (*(ticked(item, "2026-03-30 05:30") for item in _ON_THE_DAY), STATED)
SIGNED = ticked(SECOND_SIGNATURE, "2026-03-30 06:00", SECURITY)
STARTED = _act(e.AttemptStarted(), SECURITY, "2026-03-30 06:30")
CHECKED = _act(e.ConditionsChecked(), SECURITY, "2026-03-30 08:45")
FAILED = _act(e.AttemptFailed(reason="captain-refused"), SECURITY, "2026-03-30 09:25")
CANCELLED = _act(e.AttemptCancelled(reason="flight-cancelled"), COACH, "2026-03-29 18:00")

TO_PREPARED = (*BEFORE, PREPARED)
TO_PLAN = (*TO_PREPARED, PROPOSED, *TICKED_BEFORE)
"""All that is due before the departure is planned."""
PLANNED = (*TO_PLAN, SCHEDULED)
TO_START = (*PLANNED, ANNOUNCED, MONITORED, FIT_TO_FLY, *TICKED_ON_THE_DAY, SIGNED)
"""All that is due before the attempt starts."""
UNDER_WAY = (*TO_START, STARTED, CHECKED)
"""The attempt, an hour before the departure."""


def without(told: tuple[Act, ...], *left_out: Act) -> tuple[Act, ...]:
    """Tell a history but for some acts."""
    return tuple(act for act in told if act not in left_out)


def instead(told: tuple[Act, ...], before: Act, after: Act) -> tuple[Act, ...]:
    """Tell a history with another act in the place of one."""
    return tuple(after if act == before else act for act in told)


# -- one order for each command -----------------------------------------------------------

TICK = c.TickItem(dossier=NUMBER, item="identity-aliases")
UNTICK = c.UntickItem(dossier=NUMBER, item="identity-aliases")
PROPOSE_ESCORT = c.ProposeEscort(dossier=NUMBER, escort=("federal-police", "federal-police"))
SCHEDULE = c.ScheduleRemoval(
    dossier=NUMBER, flight="SN-371", departs="2026-03-30T09:40+02:00", mode="escorted"
)
ANNOUNCE = c.AnnounceRemoval(dossier=NUMBER, to_person=True, to_lawyer=True, language="fa")
INFORM_MONITOR = c.InformMonitor(dossier=NUMBER, reference="AIG-2026-0187")
START = c.StartAttempt(dossier=NUMBER)
CHECK = c.CheckConditions(dossier=NUMBER)
FAIL = c.FailAttempt(dossier=NUMBER, reason="captain-refused")
CANCEL = c.CancelAttempt(dossier=NUMBER, reason="flight-cancelled")
LEAVE = c.ConfirmDeparture(
    dossier=NUMBER,
    mode=DepartureMode.REMOVAL_ESCORTED,
    consents=False,
    evidence=(Evidence.ESCORT_REPORT, Evidence.BOARDING_CARD),
)

ORDERS: tuple[c.Command, ...] = (
    TICK,
    UNTICK,
    PROPOSE_ESCORT,
    SCHEDULE,
    ANNOUNCE,
    INFORM_MONITOR,
    START,
    CHECK,
    FAIL,
    CANCEL,
)
"""Beside those of the example dossier, which prepares and departs."""
