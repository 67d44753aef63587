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

ESTABLISH = COACHES | DIRECTOR | {F.MIGRATION_OFFICER}
"""Who ends a trajectory without departure; the hierarchy does from the second version on."""

MAY: May = {
    "ProposeNonReturn": PREPARERS | DIRECTOR,
    # Who decides depends on the reason as well: see DECIDED_BY_ANOTHER.
    "EstablishNonReturn": ESTABLISH | OFFICERS,
    "AlertServices": ESTABLISH,
    "RecordTrack": ESTABLISH,
    "CloseTrajectory": COACHES | OFFICERS | DIRECTOR,
    "ReopenTrajectory": OFFICERS | DIRECTOR,
}

_AT_THE_DESK = DIRECTOR | OFFICERS

DECIDED_BY_ANOTHER = {
    "released-by-office": _AT_THE_DESK,
    "residence-granted": ESTABLISH | OFFICERS,
    "deceased": _AT_THE_DESK,
    "left-with-proof": _AT_THE_DESK,
    "left-without-proof": _AT_THE_DESK,
    "citizenship": OFFICERS,
    "eu-right": OFFICERS,
    "stateless": OFFICERS,
    "administrative-error": OFFICERS,
    "other": _AT_THE_DESK,
    "unknown": _AT_THE_DESK,
}
"""
Reason → who may decide what another person proposed.

Of most of these nothing else on record can tell: two persons do. A right of residence was
decided at its own level, and a release by the Office is on record besides.
"""

UNTOLD_DECIDED_BY = {"protection-granted": OFFICERS}
"""Reason → who decides, on another's proposal, where nothing on record bears it out."""

EXITS = ("deceased", "dublin-transfer", "to-hospital")
"""Reasons by which somebody who is held is not there any more, without having been released."""

ENDS_DETENTION = ("deceased", "dublin-transfer")
"""Reasons that end the detention themselves; in a hospital a title goes on."""

CARRIED_OUT = ("dublin-transfer",)
"""Reasons that are a departure, carried out by force: what stops a removal stops these."""

GONE = ("absconded", "absconded-presumed", "unknown")
"""Reasons after which services have to be alerted: nobody knows where the resident is."""

UNKNOWN = "unknown"
"""The reason that says nothing; it may not stand for long."""

FIRST_PROCEDURE_ONLY = "left-independently"
"""The first version of the procedure did not ask whether there is proof."""
