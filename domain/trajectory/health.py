"""What doctors and nurses found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle import Fitness, ObjectionState
from domain.record import Recorded
from domain.state.health import Examination, Objection
from domain.trajectory.changes import Change, Changes, changed
from domain.trajectory.decision import hand_of

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory

UPHELD = "upheld"
"""The outcome by which an objection counts as a finding that the resident is unfit."""


def _examined(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    fit = type(event).__name__ == "FitToTravelCertified"
    result = Fitness.FIT if fit else Fitness.UNFIT
    return {"examination": Examination(result, line.occurred_at)}


def _taken_in(state: Trajectory, line: Recorded, event: e.MedicalIntakeCompleted) -> Changes:
    """Keep the first one: the hours run from the arrival."""
    if state.health.intake is not None:
        return {}
    return {"health": changed(state.health, {"intake": line.occurred_at})}


def _objected(state: Trajectory, line: Recorded, event: e.MedicalObjectionRaised) -> Changes:
    raised = Objection(ObjectionState.PENDING, hand_of(line), line.occurred_at)
    return {"health": changed(state.health, {"objections": (*state.health.objections, raised)})}


def _resolved(state: Trajectory, line: Recorded, event: e.MedicalObjectionResolved) -> Changes:
    """Close every objection that is open; upheld, only a new certificate leads further."""
    end = {
        "state": ObjectionState.RESOLVED,
        "since": line.occurred_at,
        "outcome": event.outcome,
    }
    pending = ObjectionState.PENDING
    objections = tuple(
        changed(one, end) if one.state is pending else one for one in state.health.objections
    )
    changes: Changes = {"health": changed(state.health, {"objections": objections})}
    if event.outcome == UPHELD:
        changes["examination"] = Examination(Fitness.UNFIT, line.occurred_at)
    return changes


CHANGES: dict[str, Change] = {
    "FitToTravelCertified": _examined,
    "FitToTravelRefused": _examined,
    "MedicalIntakeCompleted": _taken_in,
    "MedicalObjectionRaised": _objected,
    "MedicalObjectionResolved": _resolved,
}
