"""What may refuse a removal or a departure."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.attempt import Adds, Attempt, Context, Failing, Guards, Reasons, RestsOn
from domain.decide.suspension import appeals_in_the_way, term_in_the_way
from domain.rules.calendar import brussels_day
from domain.trajectory import Trajectory
from domain.values import DepartureMode, StatisticalCategory

_REMOVAL = (DepartureMode.REMOVAL_ESCORTED, DepartureMode.REMOVAL_UNESCORTED)


def has_title(attempt: Attempt) -> Reasons:
    """TIT-01: a notified decision in force, or a signed and unwithdrawn declaration."""
    state = attempt.state
    if state is None:
        return
    mode = attempt.saying("mode")
    declared = state.declared and mode not in _REMOVAL
    if mode is DepartureMode.VOLUNTARY_IOM and not declared:
        yield Failing("TIT-01", "no voluntary return declaration is signed and standing")
    elif not declared and state.decision is None:
        yield Failing(
            "TIT-01", "no decision is notified and in force, and no voluntary declaration stands"
        )


def no_remedy_runs(attempt: Attempt) -> Reasons:
    """APP-02 to APP-10, INF-04, NOT-02: no suspensive remedy is open, no such term runs."""
    state = attempt.state
    if state is None:
        return
    yield from appeals_in_the_way(state)
    forced = attempt.saying("mode") in _REMOVAL
    day = brussels_day(attempt.context.at)
    yield from term_in_the_way(state, day, consents=state.declared and not forced)


GUARDS: Guards = {"PrepareRemoval": (has_title,)}


def _prepared_on(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    if state.decision and state.decision.notified:
        yield state.decision.notified.at
    yield state.since


def after_everything(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment of the last act: nothing comes before it that ends a trajectory."""
    yield state.latest


RESTS_ON: RestsOn = {"PrepareRemoval": _prepared_on, "ConfirmDeparture": after_everything}


def _counted_as(_state: Trajectory | None, _said: Any, _context: Context) -> dict[str, Any]:
    # Return from a closed centre or a family unit is always counted as forced.
    return {"statistical_category": StatisticalCategory.FORCED}


ADDS: Adds = {"ConfirmDeparture": _counted_as}
