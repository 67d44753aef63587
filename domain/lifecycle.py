"""
The stages of a trajectory and the steps between them, as tables one can read.

``STEPS`` is the single definition of the macro stages. It feeds one ``transitions``
machine, and a plain lookup that is asked all the time and that a test holds to the
machine; what may follow, the diagrams, the help and the refusals are read from them.
Beside it stand four small tables, one for each thing that runs its own course:
the decision round, the appeal, the IOM file, fitness to travel.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from domain import commands as c
from domain import events as e


class Stage(StrEnum):
    """Where a trajectory stands."""

    ARRIVAL = "arrival"
    INFORMATION = "information"
    DECISION_NOTIFIED = "decision-notified"
    IOM_FILED = "iom-filed"
    REMOVAL_PREPARED = "removal-prepared"
    DEPARTED = "departed"
    NOT_RETURNED = "not-returned"
    CLOSED = "closed"


ENDED = (Stage.DEPARTED, Stage.NOT_RETURNED, Stage.CLOSED)
RUNNING = tuple(stage for stage in Stage if stage not in ENDED)
_ORDER = {stage: place for place, stage in enumerate(Stage)}


class Step(NamedTuple):
    """
    One row: which command leads to which event, from where, to where.

    ``to`` is ``None`` where the stage stays. Of several rows for the same command
    and stage the first whose ``when`` holds applies; its names are answered by
    :class:`domain.trajectory.Trajectory`.
    """

    command: type[c.Command]
    event: type[e.DossierEvent]
    after: tuple[Stage, ...]
    to: Stage | None = None
    when: str = ""


_INFORMED = (Stage.INFORMATION, Stage.DECISION_NOTIFIED, Stage.IOM_FILED, Stage.REMOVAL_PREPARED)
_NOTIFIED = (Stage.DECISION_NOTIFIED, Stage.IOM_FILED, Stage.REMOVAL_PREPARED)

STEPS: tuple[Step, ...] = (
    Step(c.OpenTrajectory, e.ResidentAdmitted, (), Stage.ARRIVAL),
    Step(
        c.GiveInformation,
        e.InformationGiven,
        (Stage.ARRIVAL,),
        Stage.INFORMATION,
        "information_complete",
    ),
    Step(c.GiveInformation, e.InformationGiven, RUNNING),
    Step(c.HoldInterview, e.InterviewHeld, RUNNING),
    Step(c.DraftDecision, e.DecisionDrafted, RUNNING),
    Step(c.EditDraft, e.DecisionDraftEdited, RUNNING),
    Step(c.TakeDecision, e.DecisionTaken, RUNNING),
    Step(c.NotifyDecision, e.DecisionNotified, (Stage.INFORMATION,), Stage.DECISION_NOTIFIED),
    Step(c.NotifyDecision, e.DecisionNotified, _NOTIFIED),
    Step(
        c.AnnulDecision,
        e.DecisionAnnulled,
        (Stage.DECISION_NOTIFIED, Stage.REMOVAL_PREPARED),
        Stage.INFORMATION,
        "no_decision_in_force",
    ),
    Step(c.AnnulDecision, e.DecisionAnnulled, RUNNING),
    Step(c.HandInAppeal, e.AppealHandedIn, RUNNING),
    Step(c.TransmitAppeal, e.AppealTransmitted, RUNNING),
    Step(c.LodgeAppeal, e.AppealLodged, RUNNING),
    Step(c.RejectAppeal, e.AppealRejected, RUNNING),
    Step(c.GrantAppeal, e.AppealGranted, RUNNING),
    Step(c.WithdrawAppeal, e.AppealWithdrawn, RUNNING),
    Step(
        c.OpenIomFile,
        e.IomFileOpened,
        (Stage.INFORMATION, Stage.DECISION_NOTIFIED, Stage.REMOVAL_PREPARED),
        Stage.IOM_FILED,
    ),
    Step(c.ConfirmIomEligibility, e.IomEligibilityConfirmed, (Stage.IOM_FILED,)),
    Step(c.SignDeclaration, e.VoluntaryDeclarationSigned, (Stage.IOM_FILED,)),
    Step(c.BookIomTravel, e.IomTravelBooked, (Stage.IOM_FILED,)),
    Step(
        c.WithdrawIomFile,
        e.IomFileWithdrawn,
        (Stage.IOM_FILED,),
        Stage.DECISION_NOTIFIED,
        "decision_in_force",
    ),
    Step(c.WithdrawIomFile, e.IomFileWithdrawn, (Stage.IOM_FILED,), Stage.INFORMATION),
    Step(c.CertifyFitToTravel, e.FitToTravelCertified, RUNNING),
    Step(c.RefuseFitToTravel, e.FitToTravelRefused, RUNNING),
    Step(c.PrepareRemoval, e.RemovalPrepared, (Stage.DECISION_NOTIFIED,), Stage.REMOVAL_PREPARED),
    Step(c.ConfirmDeparture, e.DepartureConfirmed, _NOTIFIED, Stage.DEPARTED),
    Step(c.EstablishNonReturn, e.NonReturnEstablished, RUNNING, Stage.NOT_RETURNED),
    Step(
        c.CloseTrajectory,
        e.TrajectoryClosed,
        (Stage.DEPARTED, Stage.NOT_RETURNED),
        Stage.CLOSED,
    ),
    Step(c.ReopenTrajectory, e.TrajectoryReopened, ENDED, Stage.IOM_FILED, "iom_file_open"),
    Step(
        c.ReopenTrajectory,
        e.TrajectoryReopened,
        ENDED,
        Stage.DECISION_NOTIFIED,
        "decision_in_force",
    ),
    Step(
        c.ReopenTrajectory, e.TrajectoryReopened, ENDED, Stage.INFORMATION, "information_complete"
    ),
    Step(c.ReopenTrajectory, e.TrajectoryReopened, ENDED, Stage.ARRIVAL),
    Step(c.CorrectRecord, e.RecordCorrected, tuple(Stage)),
)

COMMAND_OF: dict[type[e.Event], type[c.Command]] = {step.event: step.command for step in STEPS}
EVENT_OF: dict[type[c.Command], type[e.DossierEvent]] = {step.command: step.event for step in STEPS}


@cache
def machine() -> Any:
    """
    Build the ``transitions`` machine of the macro stages, once, from ``STEPS``.

    For whoever wants to walk, draw or analyse the stages with that library; recording
    a step asks the lookup, which costs a five-hundredth of asking the machine.
    """
    from transitions import Machine

    return Machine(
        model=None,
        states=Stage,
        initial=Stage.ARRIVAL,
        auto_transitions=False,
        transitions=[
            {
                "trigger": step.command.__name__,
                "source": source,
                "dest": step.to or "=",
                "conditions": [step.when] if step.when else [],
            }
            for step in STEPS
            for source in step.after
        ],
    )


def _compiled() -> Mapping[tuple[Stage, type[c.Command]], tuple[tuple[Stage, str], ...]]:
    """Compile ``(stage, command) → ((destination, condition), …)`` from the rows."""
    ways: dict[tuple[Stage, type[c.Command]], tuple[tuple[Stage, str], ...]] = {}
    for step in STEPS:
        for source in step.after:
            way = (step.to or source, step.when)
            ways[source, step.command] = (*ways.get((source, step.command), ()), way)
    return ways


WAYS = _compiled()
"""Where a command leads from a stage, and under which condition."""


def allows(stage: Stage, command: type[c.Command]) -> bool:
    """Tell whether the command may follow from the stage, by the table alone."""
    return (stage, command) in WAYS


def next_steps(stage: Stage) -> list[type[c.Command]]:
    """List the commands that may follow, in the order of the table."""
    return [command for command in EVENT_OF if allows(stage, command)]


def stage_after(stage: Stage, event: type[e.Event], holds: Any) -> Stage:
    """
    Return the stage after an event, whatever the table thinks of it.

    ``holds`` answers the table's conditions by attribute. A step the table does not
    allow from here still happened: it moves the stage forward to where the step
    leads, and never back.
    """
    command = COMMAND_OF.get(event)
    if command is None:
        return stage
    ways = WAYS.get((stage, command))
    if ways is None:
        return max((stage, *_leads_to(event)), key=_ORDER.__getitem__)
    for to, when in ways:
        if not when or getattr(holds, when):
            return to
    return stage


@cache
def _leads_to(event: type[e.Event]) -> tuple[Stage, ...]:
    """Name the stages an event leads to whatever else holds."""
    return tuple(step.to for step in STEPS if step.event is event and not step.when and step.to)


class Course(NamedTuple):
    """One row of a small table: the event, the states it may follow, the state it leads to."""

    event: type[e.DossierEvent]
    after: tuple[StrEnum | None, ...]
    to: StrEnum


class RoundState(StrEnum):
    """How far a decision round is."""

    DRAFTED = "drafted"
    TAKEN = "taken"
    NOTIFIED = "notified"
    ANNULLED = "annulled"


class AppealState(StrEnum):
    """How far an appeal is. The first three are open: what it suspends stays suspended."""

    HANDED_IN = "handed-in"
    TRANSMITTED = "transmitted"
    LODGED = "lodged"
    REJECTED = "rejected"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"


OPEN_APPEAL = (AppealState.HANDED_IN, AppealState.TRANSMITTED, AppealState.LODGED)


class IomState(StrEnum):
    """How far the file for assisted voluntary return is."""

    OPENED = "opened"
    ELIGIBLE = "eligible"
    SIGNED = "declaration-signed"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"


class Fitness(StrEnum):
    """What the doctor found."""

    FIT = "fit"
    UNFIT = "unfit"


_R, _A, _I = RoundState, AppealState, IomState

ROUND: tuple[Course, ...] = (
    Course(e.DecisionDrafted, (None, _R.NOTIFIED, _R.ANNULLED), _R.DRAFTED),
    Course(e.DecisionDraftEdited, (_R.DRAFTED,), _R.DRAFTED),
    Course(e.DecisionTaken, (_R.DRAFTED,), _R.TAKEN),
    Course(e.DecisionNotified, (_R.TAKEN,), _R.NOTIFIED),
    Course(e.DecisionAnnulled, (_R.DRAFTED, _R.TAKEN, _R.NOTIFIED), _R.ANNULLED),
)

APPEAL: tuple[Course, ...] = (
    Course(e.AppealHandedIn, (None,), _A.HANDED_IN),
    Course(e.AppealTransmitted, (_A.HANDED_IN,), _A.TRANSMITTED),
    Course(e.AppealLodged, (None, _A.HANDED_IN, _A.TRANSMITTED), _A.LODGED),
    Course(e.AppealRejected, OPEN_APPEAL, _A.REJECTED),
    Course(e.AppealGranted, OPEN_APPEAL, _A.GRANTED),
    Course(e.AppealWithdrawn, OPEN_APPEAL, _A.WITHDRAWN),
)

IOM: tuple[Course, ...] = (
    Course(e.IomFileOpened, (None, _I.WITHDRAWN), _I.OPENED),
    Course(e.IomEligibilityConfirmed, (_I.OPENED,), _I.ELIGIBLE),
    Course(e.VoluntaryDeclarationSigned, (_I.OPENED, _I.ELIGIBLE), _I.SIGNED),
    Course(e.IomTravelBooked, (_I.SIGNED,), _I.BOOKED),
    Course(e.IomFileWithdrawn, (_I.OPENED, _I.ELIGIBLE, _I.SIGNED, _I.BOOKED), _I.WITHDRAWN),
)

FITNESS: tuple[Course, ...] = (
    Course(e.FitToTravelCertified, (None, Fitness.FIT, Fitness.UNFIT), Fitness.FIT),
    Course(e.FitToTravelRefused, (None, Fitness.FIT, Fitness.UNFIT), Fitness.UNFIT),
)

REGIONS: dict[str, tuple[Course, ...]] = {
    "round": ROUND,
    "appeal": APPEAL,
    "iom": IOM,
    "fitness": FITNESS,
}


def course_of(region: tuple[Course, ...], event: type[e.Event]) -> Course | None:
    """Find an event's row in a small table."""
    for row in region:
        if row.event is event:
            return row
    return None
