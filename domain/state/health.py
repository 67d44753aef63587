"""What doctors found."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import Fitness, HealthState, ObjectionState
from domain.state.decision import Hand


class Examination(NamedTuple):
    """The doctor's last finding."""

    result: Fitness
    at: datetime


class Objection(NamedTuple):
    """A doctor's objection to the departure; ``since`` is when it came to be as it is."""

    state: ObjectionState
    raised: Hand
    since: datetime
    outcome: str | None = None

    def was_pending(self, at: datetime) -> bool:
        """Tell whether it stood unresolved at a moment."""
        ended = self.since if self.state is ObjectionState.RESOLVED else None
        return self.raised.at <= at and (ended is None or at < ended)


class Health(NamedTuple):
    """What is known beside the last finding: flags and moments, never content."""

    intake: datetime | None = None
    objections: tuple[Objection, ...] = ()

    @property
    def objection(self) -> Objection | None:
        """The last objection raised."""
        return self.objections[-1] if self.objections else None


def health_state(health: Health, examination: Examination | None) -> HealthState:
    """Say all that is seen outside the medical service."""
    if any(one.state is ObjectionState.PENDING for one in health.objections):
        return HealthState.OBJECTION_PENDING
    if examination is None:
        return HealthState.UNASSESSED
    return HealthState.FIT if examination.result is Fitness.FIT else HealthState.UNFIT
