"""The clocks of detention as they are shown: that of each title, and that of all of them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from domain.decide.ladder import goes_on_prolonged, lawful_end, next_rung
from domain.decide.lengths import GROUNDS, first_day, first_title, held_days, maximum
from domain.lifecycle import ENDED
from domain.rules.calendar import brussels_day
from domain.state.custody import Custody
from domain.trajectory import Trajectory

__all__ = [
    "GROUNDS",
    "CustodyClocks",
    "TitleClock",
    "custody_clocks",
    "first_title",
    "goes_on_prolonged",
    "maximum",
    "next_rung",
]


class TitleClock(NamedTuple):
    """One title: its first day, the days held under it so far, and the last day it covers."""

    number: int
    ground: str | None
    first: date
    days: int
    ends: date | None


class CustodyClocks(NamedTuple):
    """
    How long the resident has been held: under each title, and in all.

    ``ends`` is the last day the running title covers, whatever it says, and ``maximum`` the
    last day the resident may be held, by ``rule``; all ``None`` where no title runs. A new title
    after a refusal to board restarts its own clock, never the cumulative one (DET-17).
    """

    titles: tuple[TitleClock, ...]
    cumulative: int
    ends: date | None
    maximum: date | None
    rule: str | None


def custody_clocks(state: Trajectory, now: datetime) -> CustodyClocks:
    """Tell how long the resident has been held, and may be held yet; days are days in Brussels."""
    custody = state.custody
    ended = state.ending.ended if state.stage in ENDED and custody.stay is None else None
    today = brussels_day(min(now, ended.at) if ended else now)
    spans = held_days(custody, today)
    running = custody.title
    most = maximum(custody, running, today) if running else None
    covers = lawful_end(custody, running, now) if running else None
    return CustodyClocks(
        titles=tuple(_title_clocks(custody, spans, today, now)),
        cumulative=sum((last - first).days + 1 for first, last in spans),
        ends=covers.last if covers else None,
        maximum=most.last if most else None,
        rule=most.rule if most else None,
    )


def _title_clocks(
    custody: Custody, spans: Sequence[tuple[date, date]], today: date, now: datetime
) -> Iterator[TitleClock]:
    for title in custody.titles:
        first = first_day(title)
        if first is not None:
            over = brussels_day(title.over) if title.over else today
            days = sum(
                max((min(last, over) - max(begun, first)).days + 1, 0) for begun, last in spans
            )
            covers = lawful_end(custody, title, now)
            ends = covers.last if covers else None
            yield TitleClock(title.number, title.ground, first, days, ends)
