"""How a resident moves from one place to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle import TransferState
from domain.lifecycle.custody import CustodyStatus
from domain.lifecycle.stages import SECOND
from domain.record import Recorded
from domain.rules import PlaceKind, place
from domain.state.transfer import Transfer
from domain.trajectory.changes import Change, Changes, changed

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _ordered(state: Trajectory, line: Recorded, event: e.TransferOrdered) -> Changes:
    at = line.occurred_at
    return {"transfer": Transfer(TransferState.ORDERED, at, state.centre, event.place)}


def _begun(state: Trajectory, line: Recorded, event: e.TransferBegun) -> Changes:
    known = state.transfer or Transfer(TransferState.ORDERED, line.occurred_at, state.centre)
    taken = (event.file, event.property, event.medicines)
    now = {"state": TransferState.UNDER_WAY, "since": line.occurred_at}
    begun = changed(known, {**now, "driver": line.person, "taken": taken})
    return {"transfer": begun, **_held(state, line, CustodyStatus.IN_TRANSFER)}


def _received(state: Trajectory, line: Recorded, event: e.TransferReceived) -> Changes:
    """Who is received in a place of detention is held there, also who was free on the way."""
    known = state.transfer or Transfer(TransferState.ORDERED, line.occurred_at, state.centre)
    where = event.place or known.place or state.centre
    now = {"state": TransferState.RECEIVED, "since": line.occurred_at, "place": where}
    return {"transfer": changed(known, now), "centre": where, **_kept_in(state, line, where)}


def _cancelled(state: Trajectory, line: Recorded, event: e.TransferCancelled) -> Changes:
    known = state.transfer or Transfer(TransferState.ORDERED, line.occurred_at, state.centre)
    now = {"state": TransferState.CANCELLED, "since": line.occurred_at}
    back = _held_in(state, line, state.centre) if known.under_way else {}
    return {"transfer": changed(known, now), **back}


def _kept_in(state: Trajectory, line: Recorded, where: str | None) -> Changes:
    free = state.custody.status in (CustodyStatus.NOT_HELD, CustodyStatus.RELEASED)
    if not free or state.procedure < SECOND or where is None or place(where) is None:
        return _held_in(state, line, where)
    return {"custody": state.custody.moved(_called(where), line.occurred_at, where)}


def _held_in(state: Trajectory, line: Recorded, where: str | None) -> Changes:
    """Change the custody of who is held: in a centre, or on a family site."""
    return _held(state, line, _called(where), where)


def _called(where: str | None) -> CustodyStatus:
    known = place(where) if where else None
    on_a_site = known is not None and known.kind is PlaceKind.FAMILY_UNITS
    return CustodyStatus.FAMILY_UNIT if on_a_site else CustodyStatus.HELD


def _held(
    state: Trajectory, line: Recorded, status: CustodyStatus, where: str | None = None
) -> Changes:
    """Change the custody of who is held; whoever is not stays free on the way."""
    custody = state.custody
    if not custody.detained:
        return {}
    return {"custody": custody.moved(status, line.occurred_at, where)}


CHANGES: dict[str, Change] = {
    "TransferOrdered": _ordered,
    "TransferBegun": _begun,
    "TransferReceived": _received,
    "TransferCancelled": _cancelled,
}
