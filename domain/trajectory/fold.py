"""Folding journal lines into a state. Nothing here refuses."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from domain.events import WORDS
from domain.lifecycle import stage_after
from domain.lifecycle.quality import CONTROLLING
from domain.record import Recorded
from domain.regions import REGIONS
from domain.state.trajectory import Trajectory
from domain.trajectory.changes import Change, instant
from domain.values import Function, Sealed

if TYPE_CHECKING:
    from domain import events as e


def evolve(state: Trajectory | None, line: Recorded) -> Trajectory:
    """Fold one journal line into a state; the one given stays as it is."""
    state = Trajectory(line.stream, line.occurred_at) if state is None else state.copy()
    _take_in(state, line)
    return state


def folded_on(state: Trajectory | None, lines: Iterable[Recorded]) -> Trajectory | None:
    """Fold lines onto a state, which stays as it is; ``None`` if one does not plainly follow."""
    now = None if state is None else state.copy()
    for line in lines:
        if not follows(now, line):
            return None
        now = now or Trajectory(line.stream, line.occurred_at)
        _take_in(now, line)
    return now


def follows(state: Trajectory | None, line: Recorded) -> bool:
    """Tell whether folding a line onto a state is as good as folding the history again."""
    if type(line.event).__name__ == _CORRECTION:
        return False
    if state is None:
        return line.version == 1
    if line.version != state.version + 1:
        return False
    # An admission goes before other acts of its instant, in whatever order they were typed.
    at_once = line.occurred_at == state.latest and type(line.event).__name__ != _ADMISSION
    return line.occurred_at > state.latest or at_once


def replay(lines: Iterable[Recorded]) -> Trajectory | None:
    """Fold a whole history in the order in which it happened; ``None`` when there is none."""
    history = chronicle(lines)
    if not history:
        return None
    state = Trajectory(history[0].stream, history[0].occurred_at)
    for line in history:
        _take_in(state, line)
    return state


def _take_in(state: Trajectory, line: Recorded) -> None:
    """Fold one journal line into a state nobody else knows yet."""
    kind, at = type(line.event).__name__, line.occurred_at
    now = vars(state)
    for change in _changes(kind):
        now.update(change(state, line, line.event))
    if now["overrides"]:
        from domain.trajectory.exception import used_up

        now["overrides"] = used_up(now["overrides"], kind)
    if now["undecidable"]:
        from domain.trajectory.exception import decided_after_all

        now["undecidable"] = decided_after_all(now["undecidable"], kind)
    if line.version > state.version:
        now["version"] = line.version
    if at > state.latest and kind != _CORRECTION:
        now["latest"] = at
    stage = stage_after(state.stage, kind, state, state.procedure)
    if stage is not state.stage:
        now["stage"], now["since"] = stage, at


def subject_of(lines: Iterable[Recorded]) -> str | None:
    """
    Say whose keys seal a dossier: the resident's as first recorded, else its own number.

    A later correction of that number moves no content to other keys. ``None`` when
    there are no lines.
    """
    own = None
    for line in lines:
        if type(line.event).__name__ == _ADMISSION:
            return cast("e.ResidentAdmitted", line.event).resident
        own = line.stream
    return own


def involved(history: Iterable[Recorded]) -> frozenset[str]:
    """Name the persons who acted in a dossier; to control it is no part in it."""
    return frozenset(line.person for line in history if not _controls(line))


def _controls(line: Recorded) -> bool:
    """Tell what a controller did as one: what is control by its name, or a defect found."""
    name = type(line.event).__name__
    return name in CONTROLLING or (name == _DEFECT and line.role == Function.QUALITY_CONTROLLER)


def chronicle(lines: Iterable[Recorded]) -> list[Recorded]:
    """
    Put a history in the order it happened, with its corrections applied.

    Recording order breaks ties. An admission opens the dossier even if other acts
    of the same instant were typed first. Correction lines themselves stay in place.
    """
    amended = amend(lines)
    amended.sort(key=_happened)
    return amended


def corrected(lines: Iterable[Recorded], version: int) -> Recorded | None:
    """Find the line a correction names, as it reads after the corrections among these lines."""
    return next((line for line in amend(lines) if line.version == version), None)


def amend(lines: Iterable[Recorded]) -> list[Recorded]:
    """Apply each correction to the line it names; lines keep the order they came in."""
    history = list(lines)
    corrections = [line for line in history if type(line.event).__name__ == _CORRECTION]
    if not corrections:
        return history
    place = {line.version: at for at, line in enumerate(history)}
    for line in sorted(corrections, key=attrgetter("version")):
        correction = cast("e.RecordCorrected", line.event)
        if correction.corrects in place:
            at = place[correction.corrects]
            history[at] = _corrected(history[at], correction, line.version)
    return history


def _corrected(line: Recorded, correction: "e.RecordCorrected", at: int) -> Recorded:
    """Put what holds instead into a line; one that no longer fits leaves the line as it was."""
    if correction.field == "occurred_at":
        moment = instant(correction.becomes)
        return line if moment is None else line._replace(occurred_at=moment)
    if correction.field not in type(line.event).model_fields:
        return line
    value = correction.becomes
    if correction.sealed is not None:
        name, sealed = correction.sealed
        value = Sealed(sealed.clear, sealed.token, place=(at, name))
    shape = type(line.event)
    kept = {name: getattr(line.event, name) for name in shape.model_fields}
    try:
        event = shape.model_validate(kept | {correction.field: value})
    except ValueError:
        return line
    return line._replace(event=event)


def _happened(line: Recorded) -> tuple[datetime, bool, int]:
    return line.occurred_at, type(line.event).__name__ != _ADMISSION, line.version


_ADMISSION, _CORRECTION = "ResidentAdmitted", "RecordCorrected"
_DEFECT = "NotificationDefectFound"


ALSO = {
    "ResidentAdmitted": ("custody",),
    "ProcedureMigrated": ("custody",),
    "RecordCorrected": ("decision", "custody", "quality"),
    "IdentityRecorded": ("identification",),
    "DepartureConfirmed": ("iom", "ending", "custody"),
    "ForcedMedicalExaminationHeld": ("measures",),
    "IomFileOpened": ("removal",),
    "NonReturnEstablished": ("removal", "custody"),
    "TrajectoryReopened": ("custody",),
    "DecisionAnnulled": ("removal",),
    "NotificationDefectFound": ("protection",),
    "NotificationRegularised": ("protection",),
    "NotificationRebutted": ("protection",),
}
"""The regions an event changes beside its own."""

# A correction changes no state of its own: it changes the line it names.
_REGION_OF = {
    name: region for region, names in WORDS.items() if region != "correction" for name in names
}


@cache
def _changes(kind: str) -> tuple[Change, ...]:
    """Put together what an event changes: in its own region, or in several."""
    own = _REGION_OF.get(kind)
    regions = (*((own,) if own in REGIONS else ()), *ALSO.get(kind, ()))
    files = (import_module(f"domain.trajectory.{region}") for region in regions)
    return tuple(file.CHANGES[kind] for file in files if kind in file.CHANGES)
