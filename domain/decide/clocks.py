"""Which clock of a dossier runs out next."""

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import Due
from domain.decide.guards import every_region
from domain.lifecycle import ENDED
from domain.trajectory import Trajectory

__all__ = ["Due", "clocks", "next_due"]


def clocks(state: Trajectory, now: datetime) -> list[Due]:
    """
    List the running clocks of a dossier, earliest first; once it has ended, those that outlive it.

    A duty stays on the list when it is overdue; a term or certificate that has run
    out is no longer running.
    """
    return sorted(_running(state, now), key=lambda due: due.at)


def next_due(state: Trajectory, now: datetime) -> Due | None:
    """Return the clock that runs out first, overdue duties included."""
    return next(iter(clocks(state, now)), None)


def _running(state: Trajectory, now: datetime) -> Iterator[Due]:
    ended = state.stage in ENDED
    for region in every_region():
        for clock in getattr(region, "CLOCKS", ()):
            for due in clock(state, now):
                if (due.is_duty or due.at > now) and (due.outlives or not ended):
                    yield due
