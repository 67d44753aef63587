"""Exceptions: overriding a rule in an emergency, and taking a dossier over to a newer procedure."""

from domain.lifecycle.stages import RUNNING, SECOND, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F, May

STEPS: tuple[Step, ...] = (
    Step("AskOverride", "OverrideAsked", RUNNING, since=SECOND),
    Step("AllowOverride", "OverrideAllowed", RUNNING, since=SECOND),
    Step("RefuseOverride", "OverrideRefused", RUNNING, since=SECOND),
    Step("MigrateTrajectory", "ProcedureMigrated", RUNNING),
    Step("AnswerAlert", "AlertAnswered", tuple(Stage)),
)

_HIERARCHY = frozenset({F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE})

MAY: May = {
    "AskOverride": COACHES | OFFICERS | DIRECTOR,
    "AllowOverride": _HIERARCHY,
    "RefuseOverride": _HIERARCHY,
    "MigrateTrajectory": _HIERARCHY,
    "AnswerAlert": _HIERARCHY | DIRECTOR,
}

RAISED = ("BlockFoundLate",)
"""Events that no command asks for: they come with the act that shows them."""
