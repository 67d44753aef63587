"""Appeals, as they were brought and decided, and the measures of courts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.lifecycle import AppealState
from domain.lifecycle.stages import SECOND
from domain.record import Recorded
from domain.state.decision import Round, notified_as
from domain.state.remedies import Appeal, Remaining
from domain.trajectory.changes import Change, Changes, changed
from domain.trajectory.protection import after_ruling
from domain.trajectory.standing import with_begun, with_lifted
from domain.values import AppealKind

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


_APPEAL_STATE = {
    "AppealHandedIn": AppealState.HANDED_IN,
    "AppealTransmitted": AppealState.TRANSMITTED,
    "AppealLodged": AppealState.LODGED,
    "AppealRejected": AppealState.REJECTED,
    "AppealGranted": AppealState.GRANTED,
    "AppealWithdrawn": AppealState.WITHDRAWN,
    "AppealAdmitted": AppealState.LODGED,
}


def _appealed(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    said = vars(event)  # asked for a field it lacks, a model takes long to say so
    kind = said.get("kind")
    reached = _APPEAL_STATE[type(event).__name__]
    handed_in = reached is AppealState.HANDED_IN
    at, appeal = _meant(state, line, said["reference"], kind, another=handed_in)
    kind = kind or appeal.kind
    appeal = changed(
        appeal,
        {
            "state": reached,
            "since": line.occurred_at,
            "kind": kind,
            "reference": appeal.reference or said["reference"],
            "handed_in": line.occurred_at if handed_in else appeal.handed_in,
            "application": appeal.application or _application(state, kind),
            "brought": appeal.brought or line.occurred_at,
            **_moment_of(type(event).__name__, line),
            **_named(state, said.get("decision")),
        },
    )
    changes = _with(state, at, appeal)
    if reached is AppealState.GRANTED:
        changes["rounds"] = tuple(
            changed(
                each, {"suspended": each.suspended or (each.in_force and _hit(state, appeal, each))}
            )
            for each in state.rounds
        )
    if reached in (AppealState.GRANTED, AppealState.REJECTED) and appeal.application:
        granted = reached is AppealState.GRANTED
        changes |= after_ruling(state, appeal.application, line, granted=granted)
    return changes


def _hit(state: Trajectory, appeal: Appeal, decision: Round) -> bool:
    """
    Tell whether an appeal that was granted takes a decision out of force: the one it named.

    Where it is not known which was meant none stays in force, as under the first procedure.
    """
    unknown = state.procedure < SECOND or appeal.decision is None
    return unknown or decision.reference == appeal.decision


def _moment_of(event: str, line: Recorded) -> Changes:
    name = {"AppealLodged": "lodged", "AppealAdmitted": "admitted"}.get(event)
    return {name: line.occurred_at} if name else {}


def _named(state: Trajectory, number: str | None) -> Changes:
    """Take the decision an appeal is said to be against; one not on record names none."""
    against = notified_as(state.rounds, number)
    return {"round": against.number, "decision": number} if against else {}


def _meant(
    state: Trajectory,
    line: Recorded,
    reference: str | None,
    kind: AppealKind | None = None,
    *,
    another: bool = False,
) -> tuple[int, Appeal]:
    """Find the appeal an act is about and its place, or make a new one of unknown kind."""
    at = None if another else state.appeal(reference, kind=kind)
    if at is not None:
        return at, state.appeals[at]
    notified = [r.number for r in state.rounds if r.notified is not None]
    made = Appeal(
        kind=AppealKind.UNKNOWN,
        state=AppealState.LODGED,
        since=line.occurred_at,
        round=notified[-1] if notified else 0,
        reference=reference,
    )
    return len(state.appeals), made


def _application(state: Trajectory, kind: AppealKind) -> int:
    """Give the number of the asylum application whose decision an asylum appeal is against."""
    decided = [a.number for a in state.protection.applications if a.decided is not None]
    return decided[-1] if decided and kind is AppealKind.ASYLUM else 0


def _with(state: Trajectory, at: int, appeal: Appeal) -> Changes:
    return {"appeals": (*state.appeals[:at], appeal, *state.appeals[at + 1 :])}


def _told(state: Trajectory, line: Recorded, event: e.Event, **told: Any) -> Changes:
    """Add what an act tells of an appeal that runs; of none on record nothing is known."""
    reference = vars(event)["reference"]
    at = state.appeal(reference)
    if at is None:
        return {}
    appeal = state.appeals[at]
    more = {"reference": appeal.reference or reference, "since": line.occurred_at}
    return _with(state, at, changed(appeal, told | more))


def _file_sent(state: Trajectory, line: Recorded, event: e.AdministrativeFileSent) -> Changes:
    return _told(state, line, event, file_sent=line.occurred_at)


def _hearing_fixed(state: Trajectory, line: Recorded, event: e.AppealHearingFixed) -> Changes:
    return _told(state, line, event, fixed=line.occurred_at, hearing_on=event.hearing_on)


def _registry_asked(state: Trajectory, line: Recorded, event: e.RegistryRequestReceived) -> Changes:
    at = state.appeal(event.reference)
    before = state.appeals[at].asked if at is not None else ()
    return _told(state, line, event, asked=(*before, (event.asks, line.occurred_at)))


def _asked_to_remain(state: Trajectory, line: Recorded, _event: e.RequestToRemainMade) -> Changes:
    return {"remaining": Remaining(_application(state, AppealKind.ASYLUM), line.occurred_at)}


def _remaining_ruled(state: Trajectory, line: Recorded, event: e.RequestToRemainRuled) -> Changes:
    asked = state.remaining or Remaining(_application(state, AppealKind.ASYLUM), line.occurred_at)
    return {"remaining": changed(asked, {"ruling": event.ruling, "ruled": line.occurred_at})}


def _ordered(state: Trajectory, line: Recorded, event: e.InterimMeasureOrdered) -> Changes:
    return {"interim": with_begun(state.interim, line, event.body, event.reference)}


def _lifted(state: Trajectory, line: Recorded, event: e.InterimMeasureLifted) -> Changes:
    return {"interim": with_lifted(state.interim, line, event.body, event.reference)}


CHANGES: dict[str, Change] = dict.fromkeys(_APPEAL_STATE, _appealed) | {
    "AdministrativeFileSent": _file_sent,
    "AppealHearingFixed": _hearing_fixed,
    "RegistryRequestReceived": _registry_asked,
    "RequestToRemainMade": _asked_to_remain,
    "RequestToRemainRuled": _remaining_ruled,
    "InterimMeasureOrdered": _ordered,
    "InterimMeasureLifted": _lifted,
}
