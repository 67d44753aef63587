"""
Which decision round an act belongs to, as the control of separation counts the rounds.

They are counted from the lines themselves: what somebody changed in a read model changes no
export.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from domain.lifecycle import ROUND
from domain.record import Recorded
from domain.trajectory import chronicle, replay
from projections.separation import as_they_went, rounds_of

History = Callable[[str], list[Recorded]]

# To correct a draft is to have a hand in it.
_EVENTS = frozenset((*(course.event for course in ROUND), "RecordCorrected"))

KEPT = 4_096
"""Dossiers of which the rounds are kept in mind: more are not decided about at one time."""


class Rounds:
    """The rounds of dossiers by the first ``size`` leaves of the log."""

    def __init__(self, history: History, size: int) -> None:
        self._history = history
        self._size = size
        self._in = lru_cache(maxsize=KEPT)(self._numbers)

    def of(self, line: Recorded) -> int | None:
        """Return the number of the round a line belongs to; ``None`` if it is of none."""
        if type(line.event).__name__ not in _EVENTS:
            return None
        return self._in(line.stream).get(line.version)

    def _numbers(self, dossier: str) -> dict[int, int]:
        """Say by version in which round of a dossier an act is."""
        lines = [line for line in self._history(dossier) if line.log_index < self._size]
        return dict(_numbered(lines))


def _numbered(lines: list[Recorded]) -> Iterator[tuple[int, int]]:
    state = replay(lines)
    if state is None:
        return
    annulled = {}
    for row in as_they_went(rounds_of(state)):
        for hand in filter(None, (*row.drafted, *row.edited, row.taken, row.notified)):
            yield hand.version, row.number
        annulled[row.annulled_at] = row.number
    for line in chronicle(lines):
        if type(line.event).__name__ == "DecisionAnnulled" and line.occurred_at in annulled:
            yield line.version, annulled[line.occurred_at]
