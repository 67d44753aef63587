"""
How long a resident may be held: the clock of each title, that of all of them, and the ladder.

Liberty is counted in its favour, by design: the day detention begins is its first day, so two
months from 15 January end with 14 March; what a court or the law lets run out is not made
longer by what is not known. The end of a title is dated and does not move. The maximum
does, by the days between two stays in detention (prison, released, gone): those are not held.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from domain.lifecycle import ENDED
from domain.rules import Rule, Unit, rule
from domain.rules.calendar import A_DAY, add_months, brussels_day, known, term_end
from domain.state.custody import Custody, Title
from domain.trajectory import Trajectory, day_of

PUBLIC_ORDER = "DET-06"
CEILING = "DET-12"


class Ground(NamedTuple):
    """
    A legal basis of detention: the rows its lengths come from.

    ``rule`` is quoted, ``first`` bounds the first title; ``second`` is added by the first
    prolongation, ``most`` bounds all of them and ``exceptional`` those for public order.
    ``None`` where there is no such prolongation.
    """

    rule: str
    first: str
    second: str | None = None
    most: str | None = None
    exceptional: str | None = None


GROUNDS = {
    "removal": Ground("DET-01", "DET-01", "DET-03", "DET-05", PUBLIC_ORDER),
    "border": Ground("DET-07", "DET-07", "DET-03", "DET-07"),
    # Two months and two more; what comes after is for national security, a month at a time.
    "asylum": Ground("DET-08", "DET-08", "DET-03", None, "DET-08"),
    "dublin": Ground("DET-09", "DET-09"),
    "former-prisoner": Ground("DET-10", "DET-10"),
    "recognised-decision": Ground("DET-11", "DET-11"),
    # As short as possible; no longer than the two first terms of art. 7.
    "family": Ground("DET-14", "DET-01", "DET-03"),
}
"""Code of the list ``custody.ground`` → what bounds it. A basis that is not here has no length."""


class Limit(NamedTuple):
    """The last day something may cover, and the rule that says so."""

    rule: str
    last: date


class Rung(NamedTuple):
    """The next prolongation of a title: until when at most, and whether the Minister alone may."""

    limit: Limit
    minister: bool


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

    ``ends`` is the last day the running title covers and ``maximum`` the last day the
    resident may be held, by ``rule``; all ``None`` where no title runs. A new title after
    a refusal to board restarts its own clock, never the cumulative one (DET-17).
    """

    titles: tuple[TitleClock, ...]
    cumulative: int
    ends: date | None
    maximum: date | None
    rule: str | None


def custody_clocks(state: Trajectory, now: datetime) -> CustodyClocks:
    """Tell how long the resident has been held, and may be held yet; days are days in Brussels."""
    custody = state.custody
    ended = state.ending.ended if state.stage in ENDED else None
    today = brussels_day(min(now, ended.at) if ended else now)
    spans = held_days(custody, today)
    running = custody.title
    most = maximum(custody, running, today) if running else None
    return CustodyClocks(
        titles=tuple(_title_clocks(custody, spans, today)),
        cumulative=sum((last - first).days + 1 for first, last in spans),
        ends=day_of(running.ends) if running else None,
        maximum=most.last if most else None,
        rule=most.rule if most else None,
    )


def _title_clocks(
    custody: Custody, spans: Sequence[tuple[date, date]], today: date
) -> Iterator[TitleClock]:
    for title in custody.titles:
        first = first_day(title)
        if first is not None:
            over = brussels_day(title.over) if title.over else today
            days = sum(
                max((min(last, over) - max(begun, first)).days + 1, 0) for begun, last in spans
            )
            yield TitleClock(title.number, title.ground, first, days, day_of(title.ends))


def held_days(custody: Custody, today: date) -> list[tuple[date, date]]:
    """
    List the days spent in detention until a day, as first and last day of each stretch.

    A day of which a part was spent held counts, once. Detention that began before the
    title is counted from when the title says it did.
    """
    spans = []
    for stay in custody.stays:
        last = brussels_day(stay.over) if stay.over else today
        spans.append((brussels_day(stay.begun), min(last, today)))
    for title in custody.titles:
        since = day_of(title.held_since)
        if title.issued is not None and since is not None:
            spans.append((since, min(brussels_day(title.issued.at), today)))
    return _joined(span for span in spans if span[0] <= span[1])


def _joined(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    joined: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def first_day(title: Title) -> date | None:
    """
    Give the first day of a title that was issued.

    That of the title, or of what it tells of, or of the detention that no title covered yet:
    the clock starts at the detention, however late the title comes.
    """
    if title.issued is None:
        return None
    issued = brussels_day(title.issued.at)
    begun = brussels_day(title.begun) if title.begun else issued
    return min(issued, begun, day_of(title.held_since) or issued)


def first_title(ground: str | None, first: date) -> Limit | None:
    """Say until when a first title may last; ``None`` where no length is known, or not that day."""
    bounds = GROUNDS.get(ground or "")
    if bounds is None or not rule(bounds.rule).in_force(first):
        return None
    row = rule(bounds.first)
    return _limit(bounds.rule, first, _shortest(row), row.unit)


def maximum(
    custody: Custody, title: Title, today: date, *, public_order: bool | None = None
) -> Limit | None:
    """
    Say which is the last day of detention under the legal basis of a title.

    Days not held do not count. A title on the same basis goes on where the one before
    stopped; on another basis, or after a refusal to board, its clock begins again (DET-17),
    and all of them together end at the European ceiling (DET-12). For ``public_order``, or
    where it was prolonged for that, the exceptional maximum holds.
    """
    begun = clock_begins(custody, title)
    bounds = GROUNDS.get(title.ground or "")
    if begun is None or bounds is None:
        return None
    if public_order is None:
        public_order = any(each.public_order for each in title.prolonged)
    spans = held_days(custody, today)
    first_of_all = min(begun, spans[0][0]) if spans else begun
    limits = (
        _stretched(_most(bounds, begun, public_order=public_order), begun, spans, today),
        _stretched(_ceiling(first_of_all), first_of_all, spans, today),
    )
    return min((one for one in limits if one), key=lambda limit: limit.last, default=None)


def goes_on_prolonged(custody: Custody, title: Title) -> bool:
    """
    Tell a title that continues, on its ground, a detention that was prolonged before.

    Without a release between them. Where the clock starts again nothing is continued (DET-17).
    """
    following = title
    for before in reversed(custody.titles):
        if before.number >= title.number or before.issued is None:
            continue
        starts_again = following.refused_boarding_on and following.ground == title.ground
        if starts_again or _was_released(before, following):
            return False
        if before.ground == title.ground and before.prolonged:
            return True
        following = before
    return False


def _was_released(before: Title, following: Title) -> bool:
    begins = following.issued.at if following.issued else None
    return before.over is not None and begins is not None and before.over < begins


class ByTheMinister(NamedTuple):
    """What only the Minister may decide: when it was, in which function, and until when."""

    at: datetime
    role: str | None
    until: str | None


def by_the_minister(custody: Custody, title: Title) -> Iterator[ByTheMinister]:
    """
    List what only the Minister may decide of a title, and was decided.

    Each prolongation after the first; where a prolonged detention goes on under this title,
    the title itself and each of its prolongations.
    """
    goes_on = goes_on_prolonged(custody, title)
    if goes_on and title.issued is not None:
        yield ByTheMinister(title.issued.at, title.role, title.until)
    for n, prolonged in enumerate(title.prolonged):
        if prolonged.decided is not None and (goes_on or n or prolonged.public_order):
            yield ByTheMinister(prolonged.decided.at, prolonged.role, prolonged.until)


def clock_begins(custody: Custody, title: Title) -> date | None:
    """Find the first day that counts for a title: its own, or that of one it continues."""
    begun = first_day(title)
    if title.refused_boarding_on is not None:
        return begun
    for before in reversed(custody.titles):
        if before.number < title.number and before.ground == title.ground:
            begun = min(filter(None, (begun, first_day(before))), default=None)
            if before.refused_boarding_on is not None:
                break
    return begun


def next_rung(custody: Custody, title: Title, today: date, *, public_order: bool) -> Rung | None:
    """
    Say until when a title may be prolonged next, and by whom; ``None`` if it may not be.

    The first time by the Minister or a delegate; then by the Minister alone, also where the
    first time was under an earlier title that this one continues; for public order a month at
    a time once the ordinary maximum is reached.
    """
    bounds = GROUNDS.get(title.ground or "")
    first, ends = first_day(title), day_of(title.ends)
    if bounds is None or bounds.second is None or first is None or ends is None:
        return None
    most = maximum(custody, title, today, public_order=public_order)
    was_prolonged = bool(title.prolonged) or goes_on_prolonged(custody, title)
    if public_order:
        limits = [_public_order_month(custody, title, bounds, today), most]
    elif not was_prolonged:
        months = _shortest(rule(bounds.second))
        total = _shortest(rule(bounds.first)) + months
        further = _limit(bounds.second, ends + A_DAY, months)
        limits = [further, _limit(bounds.second, first, total), most]
    else:
        limits = [most._replace(rule="DET-04") if most and bounds.most else None]
    if None in limits:
        return None
    limit = min(filter(None, limits), key=lambda each: each.last)
    return Rung(limit, minister=public_order or was_prolonged)


def _public_order_month(
    custody: Custody, title: Title, bounds: Ground, today: date
) -> Limit | None:
    """Give the month after the ordinary maximum, or after a month so given."""
    ordinary = maximum(custody, title, today, public_order=False)
    ends = day_of(title.ends)
    if bounds.exceptional is None or ordinary is None or ends is None or ends < ordinary.last:
        return None
    return _limit(PUBLIC_ORDER, ends + A_DAY, _shortest(rule(PUBLIC_ORDER)))


def step_in_time(custody: Custody, title: Title, moment: datetime) -> bool:
    """DET-02: a step was taken under this title, known at a moment, within the working days."""
    first, last = first_day(title), steps_until(title)
    if first is None or last is None:
        return True
    return any(
        step.at <= moment and first <= brussels_day(step.at) <= last for step in custody.steps
    )


def steps_until(title: Title) -> date | None:
    """Give the last day to take a step towards removal; ``None`` where the law asks for none."""
    first = first_day(title)
    if title.ground != "removal" or first is None:
        return None
    return known(term_end, first, rule("DET-02"))


def covered(first: date, length: int, unit: Unit | None) -> date:
    """Give the last day of a length of time whose first day counts."""
    if unit is not Unit.MONTHS:
        days = 7 * length if unit is Unit.WEEKS else length
        return first + timedelta(days=days - 1)
    ends = add_months(first, length)
    # From a date to its eve; a month too short for the date is covered to its last day.
    return ends if ends.day != first.day else ends - A_DAY


def _most(bounds: Ground, begun: date, *, public_order: bool) -> Limit | None:
    if public_order and bounds.exceptional:
        return _limit(bounds.exceptional, begun, _longest(rule(bounds.exceptional)))
    if bounds.most:
        return _limit(bounds.most, begun, _longest(rule(bounds.most)))
    length = _shortest(rule(bounds.first))
    if bounds.second:
        length += _shortest(rule(bounds.second))
    return _limit(bounds.rule, begun, length, rule(bounds.first).unit)


def _ceiling(begun: date) -> Limit | None:
    return _limit(CEILING, begun, _longest(rule(CEILING)))


def _limit(quoted: str, first: date, length: int, unit: Unit | None = Unit.MONTHS) -> Limit | None:
    last = known(covered, first, length, unit)
    return Limit(quoted, last) if last else None


def _stretched(
    limit: Limit | None, begun: date, spans: Sequence[tuple[date, date]], today: date
) -> Limit | None:
    """Put a last day off by the days since ``begun`` on which the resident was not held."""
    if limit is None or not spans:
        return limit
    last = limit.last
    followed_by = [first for first, _ in spans[1:]] + [today + A_DAY]
    for (_, gone), back in zip(spans, followed_by, strict=True):
        missed = (back - max(gone + A_DAY, begun)).days
        if missed > 0 and gone < last:
            last = known(last.__add__, timedelta(days=missed)) or last
    return limit._replace(last=last)


def _shortest(row: Rule) -> int:
    """Give the length of one title or prolongation."""
    return row.length if row.length is not None else row.length_max or 0


def _longest(row: Rule) -> int:
    """Give the length of all of them together."""
    return row.length_max if row.length_max is not None else row.length or 0
