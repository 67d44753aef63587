"""What a return costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.record import Recorded
from domain.state.costs import Cost
from domain.trajectory.changes import Change, Changes

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _recorded(state: Trajectory, line: Recorded, event: e.CostRecorded) -> Changes:
    return {"costs": (*state.costs, Cost(event.kind, event.cents, event.reference))}


CHANGES: dict[str, Change] = {"CostRecorded": _recorded}
