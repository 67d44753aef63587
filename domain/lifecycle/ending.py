"""The end without departure, closing, and taking a dossier up again."""

from domain.lifecycle.stages import ENDED, RUNNING, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F, May

STEPS = (
    Step("EstablishNonReturn", "NonReturnEstablished", RUNNING, Stage.NOT_RETURNED),
    Step(
        "CloseTrajectory",
        "TrajectoryClosed",
        (Stage.DEPARTED, Stage.NOT_RETURNED),
        Stage.CLOSED,
    ),
    Step("ReopenTrajectory", "TrajectoryReopened", ENDED, Stage.IOM_FILED, "iom_file_open"),
    Step(
        "ReopenTrajectory",
        "TrajectoryReopened",
        ENDED,
        Stage.DECISION_NOTIFIED,
        "decision_in_force",
    ),
    Step(
        "ReopenTrajectory", "TrajectoryReopened", ENDED, Stage.INFORMATION, "information_complete"
    ),
    Step("ReopenTrajectory", "TrajectoryReopened", ENDED, Stage.ARRIVAL),
)

MAY: May = {
    "EstablishNonReturn": COACHES | DIRECTOR | {F.MIGRATION_OFFICER},
    "CloseTrajectory": COACHES | OFFICERS | DIRECTOR,
    "ReopenTrajectory": OFFICERS | DIRECTOR,
}
