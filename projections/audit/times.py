"""
When: whether the moments in the log can be true, by the log itself and by its checkpoints.

The writer stamps what it records while nobody else can write, so stamps follow the order of
the log. A clock that is set right steps back by seconds, and the clocks of two machines differ
by minutes: :data:`~projections.audit.stamps.APART` is left to both. A checkpoint bounds from
two sides: what it covers was recorded before it was signed or seen, what it does not cover was
recorded after it was signed. (A witness may see it days later, so that a witness's moment
bounds from the first side only.)

A clock that stood wrong for a while is one finding, at the first line that shows it.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from projections.audit.findings import MOST_OF_ONE_CODE, Finding, show
from projections.audit.stamps import (
    APART,
    EARLIEST,
    LATEST,
    Span,
    is_later,
    stamps,
    told,
    too_early,
    written,
)

_ENDLESS = float("inf")


class Trusted(NamedTuple):
    """
    What a checkpoint of so many leaves says of time, as instants in UTC.

    ``signed`` is when the log signed it, ``seen`` the earliest moment at which a witness had
    it; ``None`` where that is not known.
    """

    size: int
    signed: datetime | None
    seen: datetime | None = None


class Bounds:
    """Between which moments the event at each place in the log was recorded."""

    def __init__(self, trusted: Iterable[Trusted]) -> None:
        """Take checkpoints in the order of their sizes, however many they are."""
        self._sizes, self._after, self._before = array("q"), array("d"), array("d")
        after = -_ENDLESS
        for one in trusted:
            after = max(after, _bound(-1, one.signed))
            self._sizes.append(one.size)
            self._after.append(after)
            self._before.append(_bound(+1, one.signed, one.seen))
        for place in range(len(self._sizes) - 2, -1, -1):
            self._before[place] = min(self._before[place], self._before[place + 1])

    def of(self, index: int) -> tuple[bytes, bytes, int]:
        """Return the earliest and the latest moment, and below which index they hold."""
        at = bisect_right(self._sizes, index)
        earliest = _moment(self._after[at - 1], EARLIEST) if at else EARLIEST
        if at == len(self._sizes):
            return earliest, LATEST, 2**63
        return earliest, _moment(self._before[at], LATEST), self._sizes[at]


class Times:
    """
    Takes the events of the log in their order, and tells whose moments cannot be true.

    ``newest`` is when the event before the first one taken was recorded. What rests on
    checkpoints is kept in ``bounded``: it counts only if all of them hold.
    """

    def __init__(
        self,
        tell: Callable[[Finding], None],
        trusted: Iterable[Trusted] = (),
        newest: bytes = EARLIEST,
    ) -> None:
        self._tell = tell
        self._bounds = Bounds(trusted)
        self._earliest, self._latest, self._until = EARLIEST, LATEST, 0
        self._newest = newest
        self._run: Finding | None = None
        self._more = 0
        self.bounded: list[Finding] = []

    def fits(self, index: int, end: int, one: Span) -> bool:
        """Tell whether there is nothing to be told of a stretch of the log."""
        self._turn_to(index)
        bounded = self._earliest <= one.earliest and one.latest <= self._latest
        return end <= self._until and bounded and not is_later(self._newest, one.earliest)

    def take(self, one: Span) -> None:
        """Take a stretch that fits."""
        self.finish()
        self._newest = max(self._newest, one.latest)

    def see(self, index: int, stream: str | bytes, version: int, state: bytes) -> None:
        """Take the next event, of which all else is in order."""
        occurred, recorded = stamps(state)
        if index >= self._until:
            self._turn_to(index)
        bounded = self._earliest <= recorded <= self._latest
        if bounded and self._run is None and self._newest <= recorded and occurred <= recorded:
            self._newest = recorded  # as nearly always
            return
        here = Finding("", show(stream), version, index, found=f"recorded {told(recorded)}")
        if recorded < self._earliest:
            self._amiss("TIME_BACKDATED", f"recorded {told(self._earliest)} or later", here)
        elif recorded > self._latest:
            self._amiss("TIME_POSTDATED", f"recorded {told(self._latest)} or earlier", here)
        else:
            self.finish()
            self._in_order(occurred, recorded, state, here)

    def finish(self) -> None:
        """Tell of the run of lines that has come to its end, if there was one."""
        if self._run is not None and len(self.bounded) < MOST_OF_ONE_CODE:
            more = f"; so are {self._more} more after it" if self._more else ""
            self.bounded.append(replace(self._run, found=self._run.found + more))
        self._run, self._more = None, 0

    def _turn_to(self, index: int) -> None:
        if index >= self._until:
            self._earliest, self._latest, self._until = self._bounds.of(index)

    def _amiss(self, code: str, expected: str, here: Finding) -> None:
        """Begin a run of lines that show the same, or go on with it."""
        if self._run is not None and (self._run.code, self._run.expected) == (code, expected):
            self._more += 1
            return
        self.finish()
        self._run = replace(here, code=code, expected=expected)

    def _in_order(self, occurred: bytes, recorded: bytes, state: bytes, here: Finding) -> None:
        """Compare an event with the one before it, and with when it happened."""
        if is_later(self._newest, recorded):
            expected = f"recorded {told(self._newest)} or later, as what is before it"
            self._tell(replace(here, code="TIME_REGRESSION", expected=expected))
            self._newest = recorded
            return
        self._newest = max(self._newest, recorded)
        if too_early(occurred, recorded, state):
            expected = f"happened {told(recorded)} or earlier, as it was recorded then"
            found = f"happened {told(occurred)}"
            self._tell(replace(here, code="TIME_POSTDATED", expected=expected, found=found))


def _bound(direction: int, *moments: datetime | None) -> float:
    """Return the earliest of some moments and how far clocks may be apart, in seconds."""
    known = [one.timestamp() for one in moments if one is not None]
    return min(known, default=direction * _ENDLESS) + direction * APART.total_seconds()


def _moment(seconds: float, otherwise: bytes) -> bytes:
    """Write a bound; the farthest moment there is where it is none."""
    try:
        return written(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, ValueError, OSError):
        return otherwise
