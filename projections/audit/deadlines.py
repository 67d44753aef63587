"""
Duties that were not done in time: the clocks of a dossier, followed from act to act.

The clocks are those ``trajet due`` shows, read off the dossier after each act. One that is not
there any more was closed, by an act that does what was due, or cancelled, by one after which it is
no longer asked: the table of constraints says which is which. What was closed or cancelled in time
is forgotten; what was late is kept, and what still runs. Of these it depends on the day alone
which are breaches: no history is read again to judge another day.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.decide.attempt import Due
from domain.decide.clocks import clocks
from domain.events import RecordCorrected
from domain.record import Recorded
from domain.rules import Unit, rule
from domain.rules.calendar import brussels_day, end_of_day, known
from domain.rules.constraints import deadline_of
from domain.trajectory import Trajectory, chronicle, evolve

Corrections = Mapping[int, tuple[int, ...]]
"""Version of a record → where in the log the corrections of it stand."""


class Place(NamedTuple):
    """
    An act: its version, where it stands in the log, when it happened, its topic.

    ``corrections`` is where what changed how it reads stands in the log.
    """

    version: int
    log_index: int
    at: datetime
    topic: str
    corrections: tuple[int, ...] = ()


class Deadline(NamedTuple):
    """
    A duty that was late, or that still runs.

    It ran from ``since`` to ``until``, the first moment at which it is too late; ``started`` is
    the act after which it ran. ``ended`` is the act that took it away, which ``closed`` it or
    cancelled it; ``None`` while it runs.
    """

    dossier: str
    rule: str
    what: str
    since: datetime
    until: datetime
    started: Place
    ended: Place | None = None
    closed: bool = False

    def ended_by(self, moment: datetime) -> Place | None:
        """Give the act that had taken it away by a moment."""
        return self.ended if self.ended is not None and self.ended.at <= moment else None


def deadlines(lines: Iterable[Recorded]) -> list[Deadline]:
    """Follow the clocks of one dossier, its lines in any order; late ones and those that run."""
    state: Trajectory | None = None
    seen: Counter[Due] = Counter()
    running: list[Deadline] = []
    late: list[Deadline] = []
    history = list(lines)
    corrections = corrections_in(history)
    for line in chronicle(history):
        before, state = state, evolve(state, line)
        if before is not None and _same_but_for_the_version(before, state):
            continue
        now = Counter(due for due in clocks(state, line.occurred_at) if due.is_duty)
        place = _place(line, corrections)
        for gone in (seen - now).elements():
            late += _ended(running, gone, line, place)
        running += (_begun(due, line, place) for due in (now - seen).elements())
        seen = now
    return sorted((*late, *running), key=lambda one: (one.until, one.since, one.what))


def _same_but_for_the_version(before: Trajectory, after: Trajectory) -> bool:
    """Tell whether an act changed nothing that a clock is read off."""
    was, now = vars(before), vars(after)
    if was.keys() != now.keys():
        return False
    return all(was[name] is now[name] for name in now if name not in _NO_CLOCK)


_NO_CLOCK = ("version", "latest")


def corrections_in(lines: Iterable[Recorded]) -> Corrections:
    """Say where in the log the corrections of each record of a dossier stand."""
    found: dict[int, tuple[int, ...]] = {}
    for line in lines:
        if isinstance(line.event, RecordCorrected):
            corrects = line.event.corrects
            found[corrects] = (*found.get(corrects, ()), line.log_index)
    return found


def _begun(due: Due, line: Recorded, place: Place) -> Deadline:
    return Deadline(line.stream, due.rule, due.what, due.since, _until(due, line), place)


def _until(due: Due, line: Recorded) -> datetime:
    """
    Say from when a duty is too late.

    What has no length has the day on which it arose. Of an act of which the day alone is known,
    hours are counted from the end of that day.
    """
    whole_day = end_of_day(brussels_day(max(due.since, due.at))) or due.at
    if due.at <= due.since:
        return whole_day
    if line.whole_day and rule(due.rule).unit in (Unit.HOURS, Unit.MINUTES):
        over = end_of_day(brussels_day(line.occurred_at)) or line.occurred_at
        return _later(due.at, max(over - line.occurred_at, timedelta(0)))
    return due.at


def _later(moment: datetime, by: timedelta) -> datetime:
    """Add to a moment; at the end of the calendar it stays where it is."""
    return known(lambda: moment + by) or moment


def _ended(running: list[Deadline], gone: Due, line: Recorded, place: Place) -> Iterator[Deadline]:
    """
    Take a duty off those that run; give it back where that came too late.

    Of two of the same words from the same moment the clocks do not say whose was done: the older.
    """
    key = (gone.rule, gone.what, gone.since)
    one = next(one for one in running if (one.rule, one.what, one.since) == key)
    running.remove(one)
    row = deadline_of(one.what)
    closed = row is None or type(line.event).__name__ in row.closes
    undated = row is not None and row.at_once
    if line.occurred_at > one.until and not (closed and undated):
        yield one._replace(ended=place, closed=closed)


def _place(line: Recorded, corrections: Corrections) -> Place:
    changed = corrections.get(line.version, ())
    return Place(line.version, line.log_index, line.occurred_at, line.event.TOPIC, changed)
