"""Appeals, as they were brought and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle import AppealState
from domain.record import Recorded
from domain.state.remedies import Appeal
from domain.trajectory.changes import Change, Changes, changed
from domain.values import AppealKind

if TYPE_CHECKING:
    from domain import events as e
    from domain.state import Trajectory


_APPEAL_STATE = {
    "AppealHandedIn": AppealState.HANDED_IN,
    "AppealTransmitted": AppealState.TRANSMITTED,
    "AppealLodged": AppealState.LODGED,
    "AppealRejected": AppealState.REJECTED,
    "AppealGranted": AppealState.GRANTED,
    "AppealWithdrawn": AppealState.WITHDRAWN,
}


def _appealed(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    said = vars(event)  # asked for a field it lacks, a model takes long to say so
    reference, kind = said["reference"], said.get("kind")
    reached = _APPEAL_STATE[type(event).__name__]
    handed_in = reached is AppealState.HANDED_IN
    at = None if handed_in else state.appeal(reference, kind=kind)
    if at is None:
        notified = [r.number for r in state.rounds if r.notified is not None]
        appeal = Appeal(
            kind=AppealKind.UNKNOWN,
            state=reached,
            since=line.occurred_at,
            round=notified[-1] if notified else 0,
            reference=reference,
        )
        at = len(state.appeals)
    else:
        appeal = state.appeals[at]
    appeal = changed(
        appeal,
        {
            "state": reached,
            "since": line.occurred_at,
            "kind": kind or appeal.kind,
            "reference": appeal.reference or reference,
            "handed_in": line.occurred_at if handed_in else appeal.handed_in,
        },
    )
    changes: Changes = {"appeals": (*state.appeals[:at], appeal, *state.appeals[at + 1 :])}
    if reached is AppealState.GRANTED:
        # Which decision was meant is not always known: none that was in force is any longer.
        changes["rounds"] = tuple(
            changed(each, {"suspended": each.suspended or each.in_force}) for each in state.rounds
        )
    return changes


CHANGES: dict[str, Change] = dict.fromkeys(_APPEAL_STATE, _appealed)
