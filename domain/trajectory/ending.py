"""How a trajectory ended without departure, and what was done then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.record import Recorded
from domain.state.ending import Ending, Proposal
from domain.trajectory.changes import Change, Changes, changed
from domain.trajectory.decision import hand_of

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _proposed(state: Trajectory, line: Recorded, event: e.NonReturnProposed) -> Changes:
    proposal = Proposal(event.reason, line.account, line.person, line.occurred_at)
    return _now(state, proposals=(*state.ending.proposals, proposal))


def _established(state: Trajectory, line: Recorded, event: e.NonReturnEstablished) -> Changes:
    at, who = line.occurred_at, hand_of(line)
    return _now(state, reason=event.reason, at=at, alerted=(), tracks=0, ended=who, closed=None)


def _departed(state: Trajectory, line: Recorded, event: e.DepartureConfirmed) -> Changes:
    return _now(state, ended=hand_of(line), closed=None)


def _closed(state: Trajectory, line: Recorded, event: e.TrajectoryClosed) -> Changes:
    return _now(state, closed=hand_of(line))


def _alerted(state: Trajectory, line: Recorded, event: e.ServicesAlerted) -> Changes:
    known = state.ending.alerted
    new = (service for service in dict.fromkeys(event.services) if service not in known)
    return _now(state, alerted=(*known, *new))


def _tracked(state: Trajectory, line: Recorded, event: e.TrackRecorded) -> Changes:
    return _now(state, tracks=state.ending.tracks + 1)


def _reopened(state: Trajectory, line: Recorded, event: e.TrajectoryReopened) -> Changes:
    """Forget what ended it: the next end is proposed anew."""
    return {"ending": Ending()}


def _now(state: Trajectory, **changes: object) -> Changes:
    return {"ending": changed(state.ending, changes)}


CHANGES: dict[str, Change] = {
    "NonReturnProposed": _proposed,
    "NonReturnEstablished": _established,
    "ServicesAlerted": _alerted,
    "TrackRecorded": _tracked,
    "DepartureConfirmed": _departed,
    "TrajectoryClosed": _closed,
    "TrajectoryReopened": _reopened,
}
