"""The end without departure, closing, and taking a dossier up again."""

from domain.lifecycle.stages import ENDED, RUNNING, SECOND, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, PREPARERS, F, May

_NOT_RETURNED = (Stage.NOT_RETURNED,)

STEPS = (
    Step("ProposeNonReturn", "NonReturnProposed", RUNNING, since=SECOND),
    Step("EstablishNonReturn", "NonReturnEstablished", RUNNING, Stage.NOT_RETURNED),
    Step("AlertServices", "ServicesAlerted", _NOT_RETURNED, since=SECOND),
    Step("RecordTrack", "TrackRecorded", _NOT_RETURNED, since=SECOND),
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

_ESTABLISH = COACHES | DIRECTOR | {F.MIGRATION_OFFICER}

MAY: May = {
    "ProposeNonReturn": PREPARERS | DIRECTOR,
    "EstablishNonReturn": _ESTABLISH,
    "AlertServices": _ESTABLISH,
    "RecordTrack": _ESTABLISH,
    "CloseTrajectory": COACHES | OFFICERS | DIRECTOR,
    "ReopenTrajectory": OFFICERS | DIRECTOR,
}

DECIDED_BY_ANOTHER = ("released-by-office", "residence-granted")
"""Reasons that somebody proposes and another person decides."""

GONE = ("absconded", "absconded-presumed", "unknown")
"""Reasons after which services have to be alerted: nobody knows where the resident is."""

UNKNOWN = "unknown"
"""The reason that says nothing; it may not stand for long."""

FIRST_PROCEDURE_ONLY = "left-independently"
"""The first version of the procedure did not ask whether there is proof."""
