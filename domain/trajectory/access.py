"""Who may read the dossier, as that was restricted, granted and lifted."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from domain.lifecycle.access import AccessState
from domain.record import Recorded
from domain.state.access import Leave, Span
from domain.trajectory.changes import Change, Changes, changed
from domain.trajectory.decision import hand_of

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _access(before: Trajectory, **changes: object) -> Changes:
    return {"access": changed(before.access, changes)}


def _proposed(state: Trajectory, line: Recorded, event: e.AccessRestrictionProposed) -> Changes:
    becomes = AccessState.PROPOSED
    if state.access.state is AccessState.RESTRICTED:
        becomes = AccessState.RESTRICTED  # to propose it once more opens nothing
    return _access(
        state,
        state=becomes,
        since=line.occurred_at,
        reason=event.reason,
        proposed=hand_of(line),
    )


def _restricted(state: Trajectory, line: Recorded, event: e.AccessRestricted) -> Changes:
    at, closed = line.occurred_at, state.access.closed
    if not any(span.until is None for span in closed):
        closed = (*closed, Span(at))
    return _access(
        state, state=AccessState.RESTRICTED, since=at, reason=event.reason, closed=closed
    )


def _granted(state: Trajectory, line: Recorded, event: e.AccessGranted) -> Changes:
    leave = _ended(state.access.leave, line.occurred_at, event.account)
    return _access(state, leave=(*leave, Leave(event.account, Span(line.occurred_at))))


def _revoked(state: Trajectory, line: Recorded, event: e.AccessRevoked) -> Changes:
    return _access(state, leave=_ended(state.access.leave, line.occurred_at, event.account))


def _lifted(state: Trajectory, line: Recorded, event: e.AccessRestrictionLifted) -> Changes:
    at = line.occurred_at
    closed = tuple(_until(span, at) for span in state.access.closed)
    leave = _ended(state.access.leave, at)
    return _access(state, state=AccessState.LIFTED, since=at, closed=closed, leave=leave)


def _ended(leave: tuple[Leave, ...], at: datetime, account: str | None = None) -> tuple[Leave, ...]:
    """End the leave of one account, or of all."""
    return tuple(
        one._replace(span=_until(one.span, at)) if account in (None, one.account) else one
        for one in leave
    )


def _until(span: Span, at: datetime) -> Span:
    return span if span.until is not None else Span(span.since, at)


CHANGES: dict[str, Change] = {
    "AccessRestrictionProposed": _proposed,
    "AccessRestricted": _restricted,
    "AccessGranted": _granted,
    "AccessRevoked": _revoked,
    "AccessRestrictionLifted": _lifted,
}
