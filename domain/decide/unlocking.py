"""What does not pass yet and will by itself: the steps that only time stands in the way of."""

from collections.abc import Iterator
from datetime import date, datetime
from types import SimpleNamespace
from typing import NamedTuple

from domain.decide.attempt import Attempt, Context, Failing
from domain.decide.departure import held_back
from domain.decide.guards import failing
from domain.lifecycle import allows, next_steps
from domain.lifecycle.stages import SECOND
from domain.state.trajectory import Trajectory
from domain.values import DepartureMode

REMOVAL = "removal"
"""Stands for no step: for the departure by force that steps lead to."""


class Unlocking(NamedTuple):
    """A step that passes from a day on, if nothing else happens, and the rules until then."""

    act: str
    on: date
    reasons: tuple[Failing, ...]


def unlocking(
    state: Trajectory, now: datetime, members: tuple[Trajectory, ...] = ()
) -> Iterator[Unlocking]:
    """Find the steps of a dossier that only time stands in the way of, and the removal itself."""
    context = _at(state, now, members)
    for act in next_steps(state.stage, state.procedure):
        if found := _when(act, failing(Attempt(state, act, context))):
            yield found
    if found := removal_unlocks(state, now, members):
        yield found


def removal_unlocks(
    state: Trajectory, now: datetime, members: tuple[Trajectory, ...] = ()
) -> Unlocking | None:
    """
    Say from when the law holds a removal back no longer, if time alone is in its way.

    What is still to be done for one, as an announcement or a certificate, has no day and is
    left out: this is what the desk plans by.
    """
    can_leave = allows(state.stage, "ConfirmDeparture", state.procedure)
    if state.procedure < SECOND or not can_leave:
        return None
    by_force = SimpleNamespace(mode=DepartureMode.REMOVAL_UNESCORTED, consents=None)
    context = _at(state, now, members)
    found = held_back(Attempt(state, "CheckConditions", context, by_force))
    return _when(REMOVAL, list({(one.rule, one.why): one for one in found}.values()))


def _at(state: Trajectory, now: datetime, members: tuple[Trajectory, ...]) -> Context:
    latest = max(now, state.latest)
    return Context(at=latest, now=latest, members=members)


def _when(act: str, reasons: list[Failing]) -> Unlocking | None:
    """Give the last of the days the reasons pass on; none if one of them has no day."""
    days = [reason.passes_on for reason in reasons if reason.passes_on]
    if reasons and len(days) == len(reasons):
        return Unlocking(act, max(days), tuple(reasons))
    return None
