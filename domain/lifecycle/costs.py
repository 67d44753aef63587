"""What a return costs: bills come while it is prepared and after it has ended."""

from domain.lifecycle.stages import RUNNING, SECOND, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (
    Step(
        "RecordCost",
        "CostRecorded",
        (*RUNNING, Stage.DEPARTED, Stage.NOT_RETURNED),
        since=SECOND,
    ),
)

MAY: May = {
    "RecordCost": COACHES | DIRECTOR | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER},
}
