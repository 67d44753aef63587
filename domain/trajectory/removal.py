"""The removal, as it was prepared, planned and attempted."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from domain.lifecycle.ending import CARRIED_OUT
from domain.lifecycle.removal import CHECK_LIST, SECOND_SIGNATURE, AttemptState
from domain.lifecycle.stages import SECOND
from domain.record import Recorded
from domain.state.decision import Hand
from domain.state.removal import ESCORTED, Done, Escort, Removal, RemovalAttempt, Tick
from domain.trajectory.changes import Change, Changes, changed, instant
from domain.trajectory.decision import hand_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain import events as e
    from domain.state.trajectory import Trajectory

_LAST_YEAR = 9999
_OF_THE_ATTEMPT = {item.code for item in CHECK_LIST if item.on_the_day}


def _changed(state: Trajectory, line: Recorded, **changes: Any) -> Changes:
    return {"removal": changed(state.removal, {"since": line.occurred_at, **changes})}


def _prepared(state: Trajectory, line: Recorded, event: e.RemovalPrepared) -> Changes:
    anew = Removal(
        prepared=hand_of(line),
        since=line.occurred_at,
        attempts=_all_closed(state.removal, line),
        done=state.removal.done,
    )
    return {"removal": anew}


def _all_closed(removal: Removal, line: Recorded) -> tuple[RemovalAttempt, ...]:
    """Call off what the dossier left behind when it went another way."""
    called_off = {"state": AttemptState.CANCELLED, "since": line.occurred_at}
    return tuple(
        changed(attempt, called_off) if attempt.open else attempt for attempt in removal.attempts
    )


def _ticked(state: Trajectory, line: Recorded, event: e.CheckListItemTicked) -> Changes:
    tick = Tick(event.item, event.state, hand_of(line), event.reference, event.statement)
    return _changed(state, line, ticks=(*_ticks_without(state, event.item), tick))


def _unticked(state: Trajectory, line: Recorded, event: e.CheckListItemUnticked) -> Changes:
    return _changed(state, line, ticks=_ticks_without(state, event.item))


def _ticks_without(state: Trajectory, item: str) -> tuple[Tick, ...]:
    """Take an item off, and the second signature with it: that covers the list as it stood."""
    return tuple(t for t in state.removal.ticks if t.item not in (item, SECOND_SIGNATURE))


def _proposed(state: Trajectory, line: Recorded, event: e.EscortProposed) -> Changes:
    return _changed(state, line, escort=Escort(event.escort, hand_of(line)))


def _scheduled(state: Trajectory, line: Recorded, event: e.RemovalScheduled) -> Changes:
    removal = state.removal
    proposed = removal.escort.members if removal.escort else ()
    attempt = RemovalAttempt(
        number=len(removal.attempts) + 1,
        state=AttemptState.PLANNED,
        since=line.occurred_at,
        scheduled=hand_of(line),
        flight=event.flight,
        departs=_within_reach(event.departs),
        mode=event.mode,
        transport=event.transport,
        escort=proposed if event.mode == ESCORTED else (),
    )
    attempts = (*_all_closed(removal, line), attempt)
    return _changed(state, line, attempts=attempts, escort=None)


def _within_reach(text: str) -> datetime | None:
    """Read a planned moment; one at the end of the calendar cannot be told in Brussels."""
    moment = instant(text)
    return moment if moment and moment.year < _LAST_YEAR else None


def _announced(state: Trajectory, line: Recorded, event: e.RemovalAnnounced) -> Changes:
    attempt, at = state.removal.attempt, line.occurred_at
    if attempt is None:
        return {}
    told = {
        "person_told": attempt.person_told or (at if event.to_person else None),
        "lawyer_told": attempt.lawyer_told or (at if event.to_lawyer else None),
    }
    return _with_attempt(state, line, told)


def _monitored(state: Trajectory, line: Recorded, event: e.MonitorInformed) -> Changes:
    return _with_attempt(state, line, {"monitor_told": line.occurred_at})


def _started(state: Trajectory, line: Recorded, event: e.AttemptStarted) -> Changes:
    at = line.occurred_at
    began = {"state": AttemptState.STARTED, "since": at, "started": at, "checked": at}
    return _with_attempt(state, line, began, done=_done(state.removal, line, "StartAttempt"))


def _done(removal: Removal, line: Recorded, step: str) -> tuple[Done, ...]:
    """Keep who started or departed, and who had a part in the attempt before."""
    attempt = removal.attempt
    before: tuple[Hand, ...] = ()
    if attempt is not None and attempt.open:
        began = [done.by for done in removal.done if attempt.scheduled in done.before]
        before = (attempt.scheduled, *began)
    despite = vars(line.event)["despite"] is not None
    return (*removal.done, Done(step, hand_of(line), before, despite))


def _checked(state: Trajectory, line: Recorded, event: e.ConditionsChecked) -> Changes:
    return _with_attempt(state, line, {"checked": line.occurred_at})


def _not_carried_out(to: AttemptState) -> Callable[[Any, Recorded, Any], Changes]:
    def ended(
        state: Trajectory, line: Recorded, event: e.AttemptFailed | e.AttemptCancelled
    ) -> Changes:
        ending = {"state": to, "since": line.occurred_at, "reason": event.reason}
        # What was done for this attempt alone is to be done again for the next.
        kept = tuple(t for t in state.removal.ticks if t.item not in _OF_THE_ATTEMPT)
        return _with_attempt(state, line, ending, ticks=kept)

    return ended


def _departed(state: Trajectory, line: Recorded, event: e.DepartureConfirmed) -> Changes:
    attempt = state.removal.attempt
    done = _done(state.removal, line, "ConfirmDeparture")
    if attempt is None or not attempt.open or attempt.state is not AttemptState.STARTED:
        return {"removal": changed(state.removal, {"done": done})}
    return _with_attempt(state, line, {"carried_out": line.occurred_at}, done=done)


def _with_attempt(
    state: Trajectory, line: Recorded, changes: dict[str, Any], **beside: Any
) -> Changes:
    """Change the latest attempt, if there is one."""
    attempts = state.removal.attempts
    if attempts:
        beside["attempts"] = (*attempts[:-1], changed(attempts[-1], changes))
    return _changed(state, line, **beside)


def _another_way(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    """Call the planned departure off when the person files with IOM or the trajectory ends."""
    if not any(attempt.open for attempt in state.removal.attempts):
        return {}
    return _changed(state, line, attempts=_all_closed(state.removal, line))


def _ended(state: Trajectory, line: Recorded, event: e.NonReturnEstablished) -> Changes:
    if state.procedure < SECOND or event.reason not in CARRIED_OUT:
        return _another_way(state, line, event)
    done = (*state.removal.done, Done("EstablishNonReturn", hand_of(line)))
    return _changed(state, line, attempts=_all_closed(state.removal, line), done=done)


def _annulled(state: Trajectory, line: Recorded, event: e.DecisionAnnulled) -> Changes:
    return {} if state.decision else _another_way(state, line, event)


CHANGES: dict[str, Change] = {
    "RemovalPrepared": _prepared,
    "CheckListItemTicked": _ticked,
    "CheckListItemUnticked": _unticked,
    "EscortProposed": _proposed,
    "RemovalScheduled": _scheduled,
    "RemovalAnnounced": _announced,
    "MonitorInformed": _monitored,
    "AttemptStarted": _started,
    "ConditionsChecked": _checked,
    "AttemptFailed": _not_carried_out(AttemptState.FAILED),
    "AttemptCancelled": _not_carried_out(AttemptState.CANCELLED),
    "DepartureConfirmed": _departed,
    "IomFileOpened": _another_way,
    "NonReturnEstablished": _ended,
    "DecisionAnnulled": _annulled,
}
