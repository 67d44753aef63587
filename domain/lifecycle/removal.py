"""Removal: prepared, checked item by item, planned, attempted; and the departure."""

from enum import StrEnum
from typing import NamedTuple

from domain.lifecycle.stages import NOTIFIED, SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F, May

_PREPARED = (Stage.REMOVAL_PREPARED,)
_PLANNED = (Stage.DEPARTURE_PLANNED,)
_UNDER_WAY = (*_PREPARED, *_PLANNED)

STEPS = (
    Step("PrepareRemoval", "RemovalPrepared", (Stage.DECISION_NOTIFIED,), Stage.REMOVAL_PREPARED),
    # Once more, with a check-list of its own, after an attempt that was not carried out.
    Step("PrepareRemoval", "RemovalPrepared", _PREPARED, since=SECOND),
    Step("TickItem", "CheckListItemTicked", _UNDER_WAY, since=SECOND),
    Step("UntickItem", "CheckListItemUnticked", _UNDER_WAY, since=SECOND),
    Step("ProposeEscort", "EscortProposed", _PREPARED, since=SECOND),
    Step("ScheduleRemoval", "RemovalScheduled", _PREPARED, Stage.DEPARTURE_PLANNED, since=SECOND),
    Step("AnnounceRemoval", "RemovalAnnounced", _PLANNED, since=SECOND),
    Step("InformMonitor", "MonitorInformed", _PLANNED, since=SECOND),
    Step("StartAttempt", "AttemptStarted", _PLANNED, since=SECOND),
    Step("CheckConditions", "ConditionsChecked", _PLANNED, since=SECOND),
    Step("FailAttempt", "AttemptFailed", _PLANNED, Stage.REMOVAL_PREPARED, since=SECOND),
    Step("CancelAttempt", "AttemptCancelled", _PLANNED, Stage.REMOVAL_PREPARED, since=SECOND),
    # In which mode from which of these stages, the guards say.
    Step("ConfirmDeparture", "DepartureConfirmed", NOTIFIED, Stage.DEPARTED),
)

_AT_HAND = COACHES | DIRECTOR | {F.SECURITY}

MAY: May = {
    "PrepareRemoval": COACHES | {F.MIGRATION_OFFICER},
    "TickItem": _AT_HAND | {F.MIGRATION_OFFICER},
    "UntickItem": _AT_HAND | {F.MIGRATION_OFFICER},
    "ProposeEscort": DIRECTOR | {F.ATTACHE_COACH, F.MIGRATION_OFFICER},
    # The escort is decided with it: of a departure under escort that is for the hierarchy.
    "ScheduleRemoval": OFFICERS,
    "AnnounceRemoval": COACHES | {F.MIGRATION_OFFICER},
    "InformMonitor": COACHES | {F.MIGRATION_OFFICER},
    "StartAttempt": _AT_HAND,
    "CheckConditions": _AT_HAND | {F.MIGRATION_OFFICER},
    "FailAttempt": _AT_HAND,
    "CancelAttempt": _AT_HAND | {F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR},
    "ConfirmDeparture": COACHES | DIRECTOR,
}


WHAT_HAPPENED = ("StartAttempt", "CheckConditions", "ConfirmDeparture", "EstablishNonReturn")
"""What the world did: on record as it happened, whatever was recorded of a later moment."""


class AttemptState(StrEnum):
    """How far an attempt at removal is, short of the departure."""

    PLANNED = "planned"
    STARTED = "started"
    FAILED = "failed"
    CANCELLED = "cancelled"


_A = AttemptState

ATTEMPT = (
    Course("RemovalScheduled", (None, _A.FAILED, _A.CANCELLED), _A.PLANNED),
    Course("AttemptStarted", (_A.PLANNED,), _A.STARTED),
    Course("AttemptFailed", (_A.STARTED,), _A.FAILED),
    Course("AttemptCancelled", (_A.PLANNED,), _A.CANCELLED),
)

COURSES = {"attempt": ATTEMPT}


class Item(NamedTuple):
    """
    An item of the check-list, by its code on the list ``removal.check-list``.

    ``rule`` is the row it serves. ``on_the_day`` marks what can only be done once the
    departure is planned: the rest is done before. ``may_not_apply`` marks what not every
    removal has. What ``lapses`` is to be done again on the day itself.
    """

    code: str
    rule: str
    on_the_day: bool = False
    may_not_apply: bool = False
    lapses: bool = False


SECOND_SIGNATURE = "second-signature"
CONSENT_STATEMENT = "consent-statement"
CONSENT = "consent"
"""What the statement says of who agrees to go, on the list ``removal.statement``."""

LAWYER_INFORMED = "lawyer-informed"

CHECK_LIST = (
    Item("identity-aliases", "DPT-03"),
    Item("decision-notification", "TIT-01"),
    Item("remedies-today", "DPT-03", on_the_day=True, lapses=True),
    Item("protection-status", "POS-01"),
    Item("family-best-interest", "DPT-03", may_not_apply=True),
    Item("vulnerability", "DPT-03"),
    Item("fit-to-fly", "EXE-06", on_the_day=True),
    # An embassy often gives one for a journey that is planned.
    Item("travel-document", "IDE-03", on_the_day=True),
    Item("visa-transit", "DPT-03", may_not_apply=True),
    Item("property-returned", "DPT-03", on_the_day=True, may_not_apply=True),
    Item(LAWYER_INFORMED, "EXE-05", on_the_day=True, may_not_apply=True),
    Item("monitor-informed", "EXE-04", on_the_day=True),
    Item("escort-briefing", "EXE-03", on_the_day=True, may_not_apply=True),
    Item("interpreter", "DPT-03", may_not_apply=True),
    Item("flight", "DPT-03", on_the_day=True),
    Item("destination-reception", "DPT-03", may_not_apply=True),
    Item("sis-entry-ban", "SIS-01", may_not_apply=True),
    Item(CONSENT_STATEMENT, "DPT-03", on_the_day=True),
    Item("phone-access", "DPT-03", on_the_day=True),
    Item(SECOND_SIGNATURE, "SEP-01", on_the_day=True),
)
"""The removal check-list of the removal director's quality control, in its order."""
