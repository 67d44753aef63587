"""Arrival: the first step of a trajectory, and what is done with who arrived."""

from domain.lifecycle.incidents import UNTIL_CLOSED
from domain.lifecycle.stages import RUNNING, SECOND, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (
    Step("OpenTrajectory", "ResidentAdmitted", (), Stage.ARRIVAL),
    Step("RecordIdentity", "IdentityRecorded", RUNNING, since=SECOND),
    Step("LinkAlias", "AliasLinked", RUNNING, since=SECOND),
    Step("PerformSearch", "SearchPerformed", RUNNING, since=SECOND),
    # What is kept is given back, if need be after the end.
    Step("InventoryProperty", "PropertyInventoried", UNTIL_CLOSED, since=SECOND),
)

MAY: May = {
    "OpenTrajectory": COACHES | DIRECTOR | {F.SECURITY},
    "RecordIdentity": COACHES | {F.MIGRATION_OFFICER},
    "LinkAlias": COACHES | {F.MIGRATION_OFFICER},
    "PerformSearch": frozenset({F.SECURITY}),
    "InventoryProperty": frozenset({F.SECURITY}),
}
