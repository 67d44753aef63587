"""
The stages of a trajectory and the steps between them, as tables one can read.

``STEPS`` is the single definition of the macro stages, put together from the tables of the
regions. It feeds one ``transitions`` machine for each version of the procedure, and a plain
lookup that is asked all the time and that a test holds to the machine; what may follow, the
diagrams, the help and the refusals are read from them. Beside it stand small tables, one for
each thing that runs its own course: the decision round, an appeal, the IOM file, …
Commands and events are named here, not imported: see :mod:`domain.regions`.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from domain.commands import WORDS
from domain.lifecycle.access import AccessState
from domain.lifecycle.affairs import (
    AuthorisationState,
    ComplaintState,
    CrisisState,
    ExchangeState,
    ObstacleState,
)
from domain.lifecycle.custody import (
    AbscondingState,
    ChamberState,
    CustodyStatus,
    RestrictionState,
    TitleState,
)
from domain.lifecycle.decision import ROUND, RoundState
from domain.lifecycle.exception import RAISED
from domain.lifecycle.family import SeparationState
from domain.lifecycle.health import FITNESS, OBJECTION, Fitness, HealthState, ObjectionState
from domain.lifecycle.identification import IDENTIFICATION, IdentificationState
from domain.lifecycle.incidents import INCIDENT, IncidentState
from domain.lifecycle.iom import IOM, IomState
from domain.lifecycle.measures import COERCION, MEASURE, CoercionState, MeasureState
from domain.lifecycle.protection import AsylumState
from domain.lifecycle.quality import FindingState
from domain.lifecycle.remedies import APPEAL, OPEN_APPEAL, AppealState
from domain.lifecycle.removal import ATTEMPT, AttemptState
from domain.lifecycle.stages import ENDED, RUNNING, SECOND, Course, Stage, Step, stages_of
from domain.lifecycle.transfer import TRANSFER, HandedOver, TransferState
from domain.lifecycle.versions import NEWEST, REGISTER, VERSIONS
from domain.regions import files_of

__all__ = [
    "APPEAL",
    "ASIDE",
    "ATTEMPT",
    "COERCION",
    "COMMAND_OF",
    "COURSES",
    "ENDED",
    "EVENT_OF",
    "FITNESS",
    "IDENTIFICATION",
    "INCIDENT",
    "IOM",
    "LATE",
    "MAY",
    "MEASURE",
    "NEWEST",
    "OBJECTION",
    "OPEN_APPEAL",
    "RAISED",
    "REGISTER",
    "ROUND",
    "RUNNING",
    "STEPS",
    "TRANSFER",
    "VERSIONS",
    "AbscondingState",
    "AccessState",
    "AppealState",
    "AsylumState",
    "AttemptState",
    "AuthorisationState",
    "ChamberState",
    "CoercionState",
    "ComplaintState",
    "Course",
    "CrisisState",
    "CustodyStatus",
    "ExchangeState",
    "FindingState",
    "Fitness",
    "HandedOver",
    "HealthState",
    "IdentificationState",
    "IncidentState",
    "IomState",
    "MeasureState",
    "ObjectionState",
    "ObstacleState",
    "RestrictionState",
    "RoundState",
    "SeparationState",
    "Stage",
    "Step",
    "TitleState",
    "TransferState",
    "allows",
    "course_of",
    "follows",
    "leads_elsewhere",
    "machine",
    "next_steps",
    "region_of",
    "stage_after",
    "stages_of",
    "told_late",
    "ways",
]

_REGIONS = files_of(__name__)

STEPS: tuple[Step, ...] = tuple(step for region in _REGIONS for step in region.STEPS)

MAY = {act: functions for region in _REGIONS for act, functions in region.MAY.items()}
"""Command → the functions in which it may be given."""

COURSES: dict[str, tuple[Course, ...]] = {
    name: course for region in _REGIONS for name, course in getattr(region, "COURSES", {}).items()
}
"""The small tables, by name."""

_LATE_FROM_1 = frozenset(act for region in _REGIONS for act in getattr(region, "LATE", ()))

LATE = _LATE_FROM_1 | {act for region in _REGIONS for act in getattr(region, "LATE_FROM_2", ())}
"""
What happened before the end is told when one hears of it: on record even after the end.

What others did, and whatever else may show that an act fell inside a block.
"""

_COURSED = {row.event for course in COURSES.values() for row in course}

ASIDE = frozenset(step.command for step in STEPS if step.event not in _COURSED) - frozenset(
    step.command for step in STEPS if step.to
)
"""What leads to no other stage and moves in no small table: possible beside all the rest."""

COMMAND_OF = {step.event: step.command for step in STEPS}
EVENT_OF = {step.command: step.event for step in STEPS}

_ORDER = {stage: place for place, stage in enumerate(Stage)}


@cache
def machine(version: int = NEWEST) -> Any:
    """
    Build the ``transitions`` machine of the macro stages of a version, once, from ``STEPS``.

    For whoever wants to walk, draw or analyse the stages with that library; recording
    a step asks the lookup, which costs a five-hundredth of asking the machine.
    """
    from transitions import Machine

    return Machine(
        model=None,
        states=list(stages_of(version)),
        initial=Stage.ARRIVAL,
        auto_transitions=False,
        transitions=[
            {
                "trigger": step.command,
                "source": source,
                "dest": step.to or "=",
                "conditions": [step.when] if step.when else [],
            }
            for step in STEPS
            for source in step.sources(version)
        ],
    )


@cache
def ways(version: int) -> Mapping[tuple[Stage, str], tuple[tuple[Stage, str], ...]]:
    """Say where a command leads from a stage, and under which condition, in a version."""
    found: dict[tuple[Stage, str], tuple[tuple[Stage, str], ...]] = {}
    for step in STEPS:
        for source in step.sources(version):
            way = (step.to or source, step.when)
            found[source, step.command] = (*found.get((source, step.command), ()), way)
    return found


def allows(stage: Stage, command: str, version: int = NEWEST) -> bool:
    """Tell whether the command may follow from the stage, by the table alone."""
    return (stage, command) in ways(version)


def told_late(act: str, version: int) -> bool:
    """Tell whether a version lets an act be told after the end that happened before it."""
    return act in (LATE if version >= SECOND else _LATE_FROM_1)


def leads_elsewhere(stage: Stage, command: str, version: int = NEWEST) -> bool:
    """Tell whether a command may lead from a stage to another, by the table alone."""
    return any(to is not stage for to, _ in ways(version).get((stage, command), ()))


def region_of(command: str) -> str | None:
    """Name the region of the procedure a command belongs to."""
    return next((region for region, acts in WORDS.items() if command in acts), None)


@cache
def next_steps(stage: Stage, version: int = NEWEST) -> tuple[str, ...]:
    """List the commands that may follow, in the order of the table."""
    return tuple(command for command in EVENT_OF if allows(stage, command, version))


def stage_after(stage: Stage, event: str, holds: Any, version: int = NEWEST) -> Stage:
    """
    Return the stage after an event, whatever the table thinks of it.

    ``holds`` answers the table's conditions by attribute. A step the table does not
    allow from here still happened: it moves the stage forward to where the step
    leads, and never back.
    """
    command = COMMAND_OF.get(event)
    if command is None:
        return stage
    found = ways(version).get((stage, command))
    if found is None:
        return max((stage, *_leads_to(event)), key=_ORDER.__getitem__)
    for to, when in found:
        if not when or getattr(holds, when):
            return to
    return stage


@cache
def _leads_to(event: str) -> tuple[Stage, ...]:
    """Name the stages an event leads to whatever else holds."""
    return tuple(step.to for step in STEPS if step.event == event and not step.when and step.to)


def course_of(courses: tuple[Course, ...], event: str) -> Course | None:
    """Find an event's row in a small table."""
    for row in courses:
        if row.event == event:
            return row
    return None


def follows(courses: tuple[Course, ...], now: StrEnum | None, act: str) -> tuple[bool, str]:
    """Tell whether an act may follow in a small table, and from which states it may."""
    row = course_of(courses, EVENT_OF[act])
    if row is None or now in row.after:
        return True, ""
    return False, ", ".join(str(state or "none") for state in row.after)
