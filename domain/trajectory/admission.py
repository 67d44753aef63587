"""Who came in, where and under which version of the procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.record import Recorded
from domain.trajectory.changes import Change, Changes

if TYPE_CHECKING:
    from domain import events as e
    from domain.state import Trajectory


def _admitted(state: Trajectory, line: Recorded, event: e.ResidentAdmitted) -> Changes:
    return {
        "centre": event.centre,
        "resident": event.resident,
        "procedure": event.procedure,
    }


CHANGES: dict[str, Change] = {"ResidentAdmitted": _admitted}
