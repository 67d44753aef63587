"""Exceptions: overriding a rule in an emergency, and taking a dossier over to a newer procedure."""

from typing import NamedTuple

from domain.lifecycle.stages import RUNNING, SECOND, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, HIERARCHY, OFFICERS, May

STEPS: tuple[Step, ...] = (
    Step("AskOverride", "OverrideAsked", RUNNING, since=SECOND),
    Step("AllowOverride", "OverrideAllowed", RUNNING, since=SECOND),
    Step("RefuseOverride", "OverrideRefused", RUNNING, since=SECOND),
    Step("MigrateTrajectory", "ProcedureMigrated", RUNNING),
    Step("AnswerAlert", "AlertAnswered", tuple(Stage)),
)

MAY: May = {
    "AskOverride": COACHES | OFFICERS | DIRECTOR,
    "AllowOverride": HIERARCHY,
    "RefuseOverride": HIERARCHY,
    "MigrateTrajectory": HIERARCHY,
    "AnswerAlert": HIERARCHY | DIRECTOR,
}

RAISED = ("BlockFoundLate", "NobodyMayDecide")
"""Events that no command asks for: they come with the act that shows them."""


class Reach(NamedTuple):
    """
    How far an override of a rule goes: which steps it covers, and which events end it.

    One emergency is one attempt, or one transfer: not each step of it.
    """

    steps: tuple[str, ...]
    ends: tuple[str, ...]


REACHES = {
    "EXE-05": Reach(
        ("StartAttempt", "CheckConditions", "ConfirmDeparture"),
        (
            *("RemovalPrepared", "RemovalScheduled", "AttemptFailed", "AttemptCancelled"),
            *("IomFileOpened", "DepartureConfirmed", "NonReturnEstablished"),
        ),
    ),
    "PLC-03": Reach(
        ("OrderTransfer", "ReceiveTransfer"), ("TransferReceived", "TransferCancelled")
    ),
}
"""Rule that may give way → how far. Another one gives way for the step it was asked for."""


def reach_of(rule_id: str, step: str) -> Reach | None:
    """Say how far an override goes that was asked for a step; ``None`` for that step alone."""
    found = REACHES.get(rule_id)
    return found if found is not None and step in found.steps else None
