"""What the resident has been told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.record import Recorded
from domain.trajectory.changes import Change, Changes

if TYPE_CHECKING:
    from domain import events as e
    from domain.state import Trajectory


def _informed(state: Trajectory, line: Recorded, event: e.InformationGiven) -> Changes:
    informed = state.informed.union(event.kinds)
    return {
        "informed": informed,
        "informed_at": line.occurred_at if informed != state.informed else state.informed_at,
        "language": event.language or state.language,
    }


CHANGES: dict[str, Change] = {"InformationGiven": _informed}
