"""Asylum, non-refoulement, and what else protects the resident from removal, as it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.lifecycle import AsylumState
from domain.record import Recorded
from domain.rules.calendar import brussels_day
from domain.state.decision import served
from domain.state.protection import (
    REFUSING,
    Advice,
    Application,
    DublinTerm,
    Postponement,
    Protection,
    ReceptionPlace,
    refused_as,
)
from domain.state.standing import Standing
from domain.trajectory.changes import Change, Changes, changed, latest_day
from domain.trajectory.standing import with_begun, with_lifted

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory

_GRANTS = ("refugee", "subsidiary")
_WITHDRAWS = ("withdrawn",)


def _wished(state: Trajectory, line: Recorded, _event: e.AsylumWishExpressed) -> Changes:
    running = state.protection.application
    if running is None or not running.pending:
        running = _another(state.protection, line, AsylumState.WISH)
    wished = running.wished or line.occurred_at
    return _with(state, changed(running, {"wished": wished, "since": line.occurred_at}))


def _lodged(state: Trajectory, line: Recorded, event: e.AsylumLodged) -> Changes:
    running = state.protection.application
    if running is None or not running.pending:
        running = _another(state.protection, line, AsylumState.PENDING)
    pending = AsylumState.SUBSEQUENT_PENDING if event.earlier > 0 else AsylumState.PENDING
    lodged = {
        "state": pending,
        "since": line.occurred_at,
        "lodged": line.occurred_at,
        "earlier": event.earlier,
        "earlier_final_on": event.earlier_final_on,
        "accelerated": event.accelerated,
        "border": event.border,
        "held": event.held,
    }
    return _with(state, changed(running, lodged))


def _sent(state: Trajectory, line: Recorded, _event: e.AsylumDeclarationsSent) -> Changes:
    running = state.protection.application or _unknown(state.protection, line)
    return _with(state, changed(running, {"sent": line.occurred_at, "since": line.occurred_at}))


def _decided(state: Trajectory, line: Recorded, event: e.AsylumDecided) -> Changes:
    running = state.protection.application or _unknown(state.protection, line)
    now = _outcome(running.state, event)
    final = line.occurred_at if now is AsylumState.FINAL_NEGATIVE else None
    decided = {
        "state": now,
        "since": line.occurred_at,
        "decided": running.decided or line.occurred_at,
        "decision": event,
        "final": final,
        "received_on": None,
        "defects": (),
    }
    return _with(state, changed(running, decided))


def _of_the_letter(change: Any) -> Change:
    """
    Make what changes the notification of a refusal of asylum that is meant, and dates it.

    A decision notified here goes first: then nothing is changed of the application.
    """

    def of_the_one_meant(state: Trajectory, line: Recorded, event: Any) -> Changes:
        if served(state.rounds, event.decision) is not None:
            return {}
        found = refused_as(state.protection.applications, event.decision)
        if found is None or found.decision is None:
            return {}
        after = change(found, found.decision, line, event) | {"since": line.occurred_at}
        return _with(state, changed(found, after))

    return of_the_one_meant


def _letter_defective(
    application: Application,
    decision: e.AsylumDecided,
    _line: Recorded,
    event: e.NotificationDefectFound,
) -> Changes:
    return {"defects": (*application.defects, *event.defects)}


def _letter_put_right(
    _application: Application,
    decision: e.AsylumDecided,
    line: Recorded,
    event: e.NotificationRegularised,
) -> Changes:
    again = {
        "notified_on": brussels_day(line.occurred_at).isoformat(),
        "means": event.means,
        "remedies_stated": event.remedies_stated,
    }
    return {"decision": decision.model_copy(update=again), "defects": (), "received_on": None}


def _letter_rebutted(
    application: Application,
    _decision: e.AsylumDecided,
    _line: Recorded,
    event: e.NotificationRebutted,
) -> Changes:
    return {"received_on": latest_day(application.received_on, event.received_on)}


def _outcome(before: AsylumState, event: e.AsylumDecided) -> AsylumState:
    """Say where a decision leads; one of a kind nobody knows leaves the right to remain."""
    if event.outcome in _GRANTS:
        return AsylumState.GRANTED
    if event.outcome in _WITHDRAWS:
        return AsylumState.WITHDRAWN
    if event.outcome in REFUSING:
        return AsylumState.FINAL_NEGATIVE if event.final else AsylumState.REFUSED
    return before


def _excepted(state: Trajectory, line: Recorded, event: e.RightToRemainEnded) -> Changes:
    running = state.protection.application or _unknown(state.protection, line)
    return _with(state, changed(running, {"excepted": event.ground, "since": line.occurred_at}))


def _another(protection: Protection, line: Recorded, state: AsylumState) -> Application:
    return Application(len(protection.applications) + 1, state, line.occurred_at)


def _unknown(protection: Protection, line: Recorded) -> Application:
    """Stand in for an application nobody put on record."""
    return _another(protection, line, AsylumState.PENDING)


def _with(state: Trajectory, application: Application) -> Changes:
    before = state.protection.applications[: application.number - 1]
    after = state.protection.applications[application.number :]
    return _now(state, applications=(*before, application, *after))


def after_ruling(state: Trajectory, number: int, line: Recorded, *, granted: bool) -> Changes:
    """
    Put an asylum application where the outcome of the appeal leaves it.

    Rejected, the refusal is final. Granted, the application is pending again, with the right
    to remain: what becomes of it the commissioner decides, or the judge did and it is told.
    """
    application = state.protection.numbered(number)
    if application is None or application.state is not AsylumState.REFUSED:
        return {}
    pending = AsylumState.SUBSEQUENT_PENDING if application.subsequent else AsylumState.PENDING
    outcome = {
        "state": pending if granted else AsylumState.FINAL_NEGATIVE,
        "since": line.occurred_at,
        "excepted": None if granted else application.excepted,
        "final": None if granted else line.occurred_at,
    }
    return _with(state, changed(application, outcome))


def _risk_found(state: Trajectory, line: Recorded, _event: e.RefoulementRiskFound) -> Changes:
    return _now(state, risk=Standing("risk", None, line.occurred_at))


def _risk_lifted(state: Trajectory, line: Recorded, _event: e.RefoulementRiskLifted) -> Changes:
    found = state.protection.risk
    return _now(
        state, risk=Standing("risk", None, found.began if found else None, line.occurred_at)
    )


def _advised(state: Trajectory, line: Recorded, event: e.RefoulementAdviceGiven) -> Changes:
    return _now(state, advice=Advice(event.risk, line.occurred_at))


def _override_proposed(
    state: Trajectory, line: Recorded, _event: e.AdviceOverrideProposed
) -> Changes:
    advice = state.protection.advice
    if advice is None:
        return {}
    hand = (line.account, line.person, line.occurred_at)
    return _now(state, advice=changed(advice, {"proposed": (*advice.proposed, hand)}))


def _overridden(state: Trajectory, line: Recorded, _event: e.AdviceOverridden) -> Changes:
    advice = state.protection.advice
    if advice is None:
        return {}
    return _now(state, advice=changed(advice, {"overridden": line.occurred_at}))


def _postponed(state: Trajectory, line: Recorded, event: e.RemovalPostponed) -> Changes:
    put_off = Postponement(event.until, line.occurred_at)
    return _now(state, postponements=(*state.protection.postponements, put_off))


def _held(state: Trajectory, line: Recorded, event: e.JudicialHoldPlaced) -> Changes:
    held = with_begun(state.protection.holds, line, event.authority, event.reference)
    return _now(state, holds=held)


def _let_go(state: Trajectory, line: Recorded, event: e.JudicialHoldLifted) -> Changes:
    held = with_lifted(state.protection.holds, line, event.authority, event.reference)
    return _now(state, holds=held)


def _opened(state: Trajectory, line: Recorded, event: e.ProtectedStatusOpened) -> Changes:
    return _now(state, statuses=with_begun(state.protection.statuses, line, event.status))


def _ended(state: Trajectory, line: Recorded, event: e.ProtectedStatusEnded) -> Changes:
    return _now(state, statuses=with_lifted(state.protection.statuses, line, event.status))


def _accepted(state: Trajectory, line: Recorded, event: e.DublinTransferAccepted) -> Changes:
    return _now(state, dublin=DublinTerm(line.occurred_at, event.until))


def _extended(state: Trajectory, line: Recorded, event: e.DublinTermExtended) -> Changes:
    term = state.protection.dublin or DublinTerm(line.occurred_at)
    return _now(state, dublin=changed(term, {"until": event.until}))


def _assigned(state: Trajectory, line: Recorded, event: e.ReceptionPlaceAssigned) -> Changes:
    return _now(state, reception=ReceptionPlace(event.place, line.occurred_at))


def _asked_to_stay(state: Trajectory, line: Recorded, event: e.ReceptionExceptionAsked) -> Changes:
    place = state.protection.reception
    if place is None:
        return {}
    asked = {"ground": event.ground, "asked": line.occurred_at, "ruled": None}
    return _now(state, reception=changed(place, asked))


def _stay_ruled(state: Trajectory, line: Recorded, event: e.ReceptionExceptionRuled) -> Changes:
    place = state.protection.reception
    if place is None:
        return {}
    ruled = {"ruled": line.occurred_at, "granted": event.outcome == "granted"}
    return _now(state, reception=changed(place, ruled))


def _now(state: Trajectory, **changes: Any) -> Changes:
    return {"protection": changed(state.protection, changes)}


CHANGES: dict[str, Change] = {
    "AsylumWishExpressed": _wished,
    "AsylumLodged": _lodged,
    "AsylumDeclarationsSent": _sent,
    "AsylumDecided": _decided,
    "RightToRemainEnded": _excepted,
    "NotificationDefectFound": _of_the_letter(_letter_defective),
    "NotificationRegularised": _of_the_letter(_letter_put_right),
    "NotificationRebutted": _of_the_letter(_letter_rebutted),
    "RefoulementRiskFound": _risk_found,
    "RefoulementRiskLifted": _risk_lifted,
    "RefoulementAdviceGiven": _advised,
    "AdviceOverrideProposed": _override_proposed,
    "AdviceOverridden": _overridden,
    "RemovalPostponed": _postponed,
    "JudicialHoldPlaced": _held,
    "JudicialHoldLifted": _let_go,
    "ProtectedStatusOpened": _opened,
    "ProtectedStatusEnded": _ended,
    "DublinTransferAccepted": _accepted,
    "DublinTermExtended": _extended,
    "ReceptionPlaceAssigned": _assigned,
    "ReceptionExceptionAsked": _asked_to_stay,
    "ReceptionExceptionRuled": _stay_ruled,
}
