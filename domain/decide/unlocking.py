"""What does not pass yet and will by itself: the steps that only time stands in the way of."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from domain.decide.attempt import Attempt, Context, Failing
from domain.decide.guards import failing
from domain.lifecycle import next_steps
from domain.state import Trajectory


class Unlocking(NamedTuple):
    """A step that passes from a day on, if nothing else happens, and the rules until then."""

    act: str
    on: date
    reasons: tuple[Failing, ...]


def unlocking(state: Trajectory, now: datetime) -> Iterator[Unlocking]:
    """Find the steps of a dossier that only time stands in the way of."""
    context = Context(at=max(now, state.latest), now=max(now, state.latest))
    for act in next_steps(state.stage, state.procedure):
        reasons = failing(Attempt(state, act, context))
        days = [reason.passes_on for reason in reasons if reason.passes_on]
        if reasons and len(days) == len(reasons):
            yield Unlocking(act, max(days), tuple(reasons))
