"""What the doctor found last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle import Fitness
from domain.record import Recorded
from domain.state.health import Examination
from domain.trajectory.changes import Change, Changes

if TYPE_CHECKING:
    from domain import events as e
    from domain.state import Trajectory


def _examined(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    fit = type(event).__name__ == "FitToTravelCertified"
    result = Fitness.FIT if fit else Fitness.UNFIT
    return {"examination": Examination(result, line.occurred_at)}


CHANGES: dict[str, Change] = {
    "FitToTravelCertified": _examined,
    "FitToTravelRefused": _examined,
}
