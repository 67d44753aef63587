"""Measures as they were proposed, decided, prolonged and ended; coercion as it was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.lifecycle import CoercionState, MeasureState
from domain.record import Recorded
from domain.rules.calendar import end_of_day
from domain.state.measures import HOUSE_RULE, Coercion, Measure, Measures
from domain.trajectory.changes import Change, Changes, day_of
from domain.trajectory.decision import hand_of
from domain.trajectory.numbered import put

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _measure(state: Trajectory, line: Recorded, number: int, changes: dict[str, Any]) -> Changes:
    """Change the measure of a number; one nobody proposed is taken as it comes."""
    fresh = Measure(number, "", MeasureState.PROPOSED, line.occurred_at)
    return {"measures": Measures(put(state.measures.every, fresh, changes))}


def _proposed(state: Trajectory, line: Recorded, event: e.MeasureProposed) -> Changes:
    return _measure(state, line, event.number, {"kind": event.kind, "proposed": hand_of(line)})


def _decided(state: Trajectory, line: Recorded, event: e.MeasureDecided) -> Changes:
    at = line.occurred_at
    changes = {
        "state": MeasureState.RUNNING,
        "since": at,
        "decided": (hand_of(line),),
        "began": at,
        "hours": event.hours,
        "ended": None,
    }
    return _measure(state, line, event.number, changes)


def _refused(state: Trajectory, line: Recorded, event: e.MeasureRefused) -> Changes:
    changes = {"state": MeasureState.REFUSED, "since": line.occurred_at}
    return _measure(state, line, event.number, changes)


def _prolonged(state: Trajectory, line: Recorded, event: e.MeasureProlonged) -> Changes:
    before = next((one for one in state.measures.every if one.number == event.number), None)
    changes = {
        "since": line.occurred_at,
        "decided": (*(before.decided if before else ()), hand_of(line)),
        "hours": event.hours,
    }
    return _measure(state, line, event.number, changes)


def _visited(state: Trajectory, line: Recorded, event: e.IsolatedVisited) -> Changes:
    return _measure(state, line, event.number, {"checked": line.occurred_at})


def _ended(state: Trajectory, line: Recorded, event: e.MeasureEnded) -> Changes:
    at = line.occurred_at
    changes = {"state": MeasureState.ENDED, "since": at, "ended": at}
    return _measure(state, line, event.number, changes)


def _house_rule(state: Trajectory, line: Recorded, event: e.HouseRuleChanged) -> Changes:
    at = line.occurred_at
    changes = {
        "kind": HOUSE_RULE,
        "state": MeasureState.RUNNING,
        "since": at,
        "decided": (hand_of(line),),
        "began": at,
        "until": end_of_day(day_of(event.until)),
    }
    return _measure(state, line, event.number, changes)


def _coerced(state: Trajectory, line: Recorded, event: Any) -> Changes:
    at = line.occurred_at
    fresh = Coercion(event.number, CoercionState.USED, at, at)
    told = {
        "at": at,
        "agents": event.agents,
        "told": hand_of(line),
        "examination": type(event).__name__ == "ForcedMedicalExaminationHeld",
    }
    return {"coercion": put(state.coercion, fresh, told)}


def _reported(state: Trajectory, line: Recorded, event: e.CoercionReported) -> Changes:
    return _accounted(
        state, line, event, {"state": CoercionState.REPORTED, "author": hand_of(line)}
    )


def _reviewed(state: Trajectory, line: Recorded, event: e.CoercionReviewed) -> Changes:
    return _accounted(state, line, event, {"state": CoercionState.REVIEWED})


def _accounted(state: Trajectory, line: Recorded, event: Any, changes: dict[str, Any]) -> Changes:
    at = line.occurred_at
    fresh = Coercion(event.number, CoercionState.USED, at, at)
    return {"coercion": put(state.coercion, fresh, changes | {"since": at})}


CHANGES: dict[str, Change] = {
    "MeasureProposed": _proposed,
    "MeasureDecided": _decided,
    "MeasureRefused": _refused,
    "MeasureProlonged": _prolonged,
    "IsolatedVisited": _visited,
    "MeasureEnded": _ended,
    "HouseRuleChanged": _house_rule,
    "CoercionUsed": _coerced,
    "ForcedMedicalExaminationHeld": _coerced,
    "CoercionReported": _reported,
    "CoercionReviewed": _reviewed,
}
