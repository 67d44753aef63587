"""Exchanges, obstacles, authorisations, complaints and crises as they went; who follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.lifecycle.affairs import (
    AuthorisationState,
    ComplaintState,
    CrisisState,
    ExchangeState,
    ObstacleState,
)
from domain.record import Recorded
from domain.state.affairs import Authorisation, Complaint, Crisis, Exchange, Obstacle
from domain.trajectory.changes import Change, Changes, changed, day_of
from domain.trajectory.decision import hand_of
from domain.trajectory.numbered import put

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _put(state: Trajectory, name: str, fresh: Any, changes: dict[str, Any]) -> Changes:
    """Change the one of a number; one nobody told of is taken as it comes."""
    several = put(getattr(state.affairs, name), fresh, changes)
    return {"affairs": changed(state.affairs, {name: several})}


# -- exchanges ----------------------------------------------------------------------------


def _exchange(state: Trajectory, line: Recorded, number: int, changes: dict[str, Any]) -> Changes:
    at = line.occurred_at
    return _put(state, "exchanges", Exchange(number, ExchangeState.RECORDED, at, at), changes)


def _recorded(state: Trajectory, line: Recorded, event: e.ExchangeRecorded) -> Changes:
    told = {
        "at": line.occurred_at,
        "direction": event.direction,
        "partner": event.partner,
        "subject": event.subject,
        "reference": event.reference,
        "answer_expected": event.answer_expected,
        "answer_by": day_of(event.answer_by),
        "contact_stated": event.contact_stated,
    }
    return _exchange(state, line, event.number, told)


def _answered(state: Trajectory, line: Recorded, event: e.ExchangeAnswered) -> Changes:
    told = {
        "state": ExchangeState.ANSWERED,
        "since": line.occurred_at,
        "answered": line.occurred_at,
        "outcome": event.outcome,
    }
    if event.contact_stated is not None:
        told["contact_stated"] = event.contact_stated
    return _exchange(state, line, event.number, told)


def _extended(state: Trajectory, line: Recorded, event: e.ExchangeExtended) -> Changes:
    told = {"state": ExchangeState.EXTENDED, "since": line.occurred_at}
    return _exchange(state, line, event.number, told)


def _advised(state: Trajectory, line: Recorded, event: e.ExchangeAdviceReceived) -> Changes:
    at = line.occurred_at
    told = {"state": ExchangeState.ADVISED, "since": at, "advised": at}
    return _exchange(state, line, event.number, told)


# -- obstacles ----------------------------------------------------------------------------


def _raised(state: Trajectory, line: Recorded, event: e.ObstacleRaised) -> Changes:
    fresh = Obstacle(event.number, ObstacleState.RAISED, line.occurred_at)
    return _put(state, "obstacles", fresh, {"kind": event.kind})


def _resolved(state: Trajectory, line: Recorded, event: e.ObstacleResolved) -> Changes:
    fresh = Obstacle(event.number, ObstacleState.RESOLVED, line.occurred_at)
    told = {
        "state": ObstacleState.RESOLVED,
        "since": line.occurred_at,
        "outcome": event.outcome,
    }
    return _put(state, "obstacles", fresh, told)


# -- authorisations -----------------------------------------------------------------------


def _requested(state: Trajectory, line: Recorded, event: e.AuthorisationRequested) -> Changes:
    fresh = Authorisation(event.number, AuthorisationState.REQUESTED, line.occurred_at)
    return _put(state, "authorisations", fresh, {"kind": event.kind, "asked": hand_of(line)})


def _authorisation(becomes: AuthorisationState) -> Change:
    def change(state: Trajectory, line: Recorded, event: Any) -> Changes:
        fresh = Authorisation(event.number, becomes, line.occurred_at)
        told = {"state": becomes, "since": line.occurred_at}
        return _put(state, "authorisations", fresh, told)

    return change


# -- crises -------------------------------------------------------------------------------


def _taken(state: Trajectory, line: Recorded, event: e.CrisisMeasureTaken) -> Changes:
    at = line.occurred_at
    fresh = Crisis(event.number, CrisisState.TAKEN, at, at)
    told = {"kind": event.kind, "at": at, "hours": event.hours, "told": hand_of(line)}
    return _put(state, "crises", fresh, told)


def _reported(state: Trajectory, line: Recorded, event: e.CrisisMeasureReported) -> Changes:
    at = line.occurred_at
    fresh = Crisis(event.number, CrisisState.REPORTED, at, at)
    told = {"state": CrisisState.REPORTED, "since": at, "reported": hand_of(line)}
    return _put(state, "crises", fresh, told)


# -- complaints ---------------------------------------------------------------------------


def _lodged(state: Trajectory, line: Recorded, event: e.ComplaintLodged) -> Changes:
    fresh = Complaint(event.number, ComplaintState.LODGED, line.occurred_at)
    told = {"body": event.body, "about": event.about, "person": event.about_person}
    return _put(state, "complaints", fresh, told)


def _handled(state: Trajectory, line: Recorded, event: e.ComplaintHandled) -> Changes:
    fresh = Complaint(event.number, ComplaintState.HANDLED, line.occurred_at)
    told = {
        "state": ComplaintState.HANDLED,
        "since": line.occurred_at,
        "outcome": event.outcome,
    }
    return _put(state, "complaints", fresh, told)


def _taken_back(state: Trajectory, line: Recorded, event: e.ComplaintWithdrawn) -> Changes:
    fresh = Complaint(event.number, ComplaintState.WITHDRAWN, line.occurred_at)
    told = {"state": ComplaintState.WITHDRAWN, "since": line.occurred_at}
    return _put(state, "complaints", fresh, told)


def _assigned(_state: Trajectory, _line: Recorded, event: e.CoachAssigned) -> Changes:
    return {"coach": event.person}


CHANGES: dict[str, Change] = {
    "ExchangeRecorded": _recorded,
    "ExchangeAnswered": _answered,
    "ExchangeExtended": _extended,
    "ExchangeAdviceReceived": _advised,
    "ObstacleRaised": _raised,
    "ObstacleResolved": _resolved,
    "AuthorisationRequested": _requested,
    "AuthorisationGranted": _authorisation(AuthorisationState.GRANTED),
    "AuthorisationRefused": _authorisation(AuthorisationState.REFUSED),
    "AuthorisationWithdrawn": _authorisation(AuthorisationState.WITHDRAWN),
    "CrisisMeasureTaken": _taken,
    "CrisisMeasureReported": _reported,
    "ComplaintLodged": _lodged,
    "ComplaintHandled": _handled,
    "ComplaintWithdrawn": _taken_back,
    "CoachAssigned": _assigned,
}
