"""The period a report or a control is about."""

from datetime import datetime, timedelta
from typing import NamedTuple

from cli.base import end_of
from cli.render import when
from cli.words import say
from domain.errors import BadInput

Day = tuple[datetime, bool]


class Period(NamedTuple):
    """From a moment to the first one that is no longer meant."""

    since: datetime
    until: datetime

    @property
    def told(self) -> str:
        """Name the first and the last day of it."""
        last = self.until - timedelta(microseconds=1)
        first = when(self.since, whole_day=True)
        return say("from {first} to {last}", first=first, last=when(last, whole_day=True))


def between(since: Day | None, until: Day | None, now: datetime) -> Period:
    """
    Read a period: without an end until now, without a beginning since 1 January of that year.

    Raises :class:`BadInput` for one that ends before it begins.
    """
    from domain.rules.calendar import brussels_day, start_of_day

    last = end_of(until) or now
    day = brussels_day(last - timedelta(microseconds=1))
    first = since[0] if since else start_of_day(day.replace(month=1, day=1))
    if first >= last:
        raise BadInput("--to: the period ends before it begins")
    return Period(first, last)
