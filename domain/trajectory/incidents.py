"""Serious incidents and their follow-up, as they went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.lifecycle import IncidentState
from domain.record import Recorded
from domain.state.incidents import Incident, Incidents
from domain.trajectory.changes import Change, Changes
from domain.trajectory.decision import hand_of
from domain.trajectory.numbered import put

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _incident(state: Trajectory, line: Recorded, event: Any, changes: dict[str, Any]) -> Changes:
    """Change the incident of a number; one nobody reported is taken as it comes."""
    at = line.occurred_at
    fresh = Incident(event.number, "", IncidentState.REPORTED, at, at)
    return {"incidents": Incidents(put(state.incidents.every, fresh, changes))}


def _reported(state: Trajectory, line: Recorded, event: e.SeriousIncidentReported) -> Changes:
    return _incident(state, line, event, {"kind": event.kind, "at": line.occurred_at})


def _ended(state: Trajectory, line: Recorded, event: e.IncidentEnded) -> Changes:
    return _incident(state, line, event, {"ended": line.occurred_at})


def _fed_back(state: Trajectory, line: Recorded, event: e.IncidentFeedbackGiven) -> Changes:
    changes = {
        "state": IncidentState.FED_BACK,
        "since": line.occurred_at,
        "feedback": hand_of(line),
    }
    return _incident(state, line, event, changes)


def _answered(state: Trajectory, line: Recorded, event: e.IncidentAnswered) -> Changes:
    changes = {
        "state": IncidentState.ANSWERED,
        "since": line.occurred_at,
        "follow_up": event.follow_up,
    }
    return _incident(state, line, event, changes)


def _closed(state: Trajectory, line: Recorded, event: e.IncidentClosed) -> Changes:
    changes = {"state": IncidentState.CLOSED, "since": line.occurred_at}
    return _incident(state, line, event, changes)


CHANGES: dict[str, Change] = {
    "SeriousIncidentReported": _reported,
    "IncidentEnded": _ended,
    "IncidentFeedbackGiven": _fed_back,
    "IncidentAnswered": _answered,
    "IncidentClosed": _closed,
}
