"""
How long detention may last: the lengths the law gives each legal basis, and how days are counted.

Liberty is counted in its favour, by design: the day detention begins is its first day, so two
months from 15 January end with 14 March; what a court or the law lets run out is not made
longer by what is not known. The end of a title is dated and does not move. The maximum
does, by the days between two stays in detention (prison, released, gone): those are not held.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.rules import Rule, Unit, rule
from domain.rules.calendar import A_DAY, add_months, brussels_day, known
from domain.state.custody import Custody, Title
from domain.trajectory import day_of

CEILING = "DET-12"


class Ground(NamedTuple):
    """
    A legal basis of detention: the rows its lengths come from, and those that are quoted.

    ``rule`` is quoted, ``first`` bounds the first title; ``second`` is added by the first
    prolongation, ``most`` bounds all of them and ``exceptional`` those for public order.
    ``None`` where there is no such prolongation. ``prolonged`` is quoted of the first
    prolongation, ``minister`` of those for the Minister alone.
    """

    rule: str
    first: str
    second: str | None = None
    most: str | None = None
    exceptional: str | None = None
    prolonged: str = "DET-03"
    minister: str = "DET-04"


GROUNDS = {
    "removal": Ground("DET-01", "DET-01", "DET-03", "DET-05", "DET-06"),
    "border": Ground("DET-07", "DET-07", "DET-03", "DET-07", prolonged="DET-07", minister="DET-07"),
    # Two months and two more; what comes after is for national security, a month at a time.
    "asylum": Ground(
        "DET-08", "DET-08", "DET-03", None, "DET-08", prolonged="DET-08", minister="DET-08"
    ),
    "dublin": Ground("DET-09", "DET-09"),
    "former-prisoner": Ground("DET-10", "DET-10"),
    "recognised-decision": Ground("DET-11", "DET-11"),
    # As short as possible; no longer than the two first terms of art. 7.
    "family": Ground("DET-19", "DET-01", "DET-03"),
}
"""Code of the list ``custody.ground`` → what bounds it. A basis that is not here has no length."""


class Limit(NamedTuple):
    """The last day something may cover, and the rule that says so."""

    rule: str
    last: date


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
    return limit_of(bounds.rule, first, shortest(row), row.unit)


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


def clock_begins(custody: Custody, title: Title) -> date | None:
    """
    Find the first day that counts for a title: its own, or that of one it continues.

    In a trajectory that follows on one without departure that may be a title of the one before.
    """
    begun = first_day(title)
    if title.refused_boarding_on is not None:
        return begun
    for before in reversed(custody.titles):
        if before.number < title.number and before.ground == title.ground:
            begun = min(filter(None, (begun, first_day(before))), default=None)
            if before.refused_boarding_on is not None:
                return begun
    earlier = (day_of(each.first) for each in custody.before if each.ground == title.ground)
    return min(filter(None, (begun, *earlier)), default=None)


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
        return limit_of(bounds.exceptional, begun, _longest(rule(bounds.exceptional)))
    if bounds.most:
        return limit_of(bounds.most, begun, _longest(rule(bounds.most)))
    length = shortest(rule(bounds.first))
    if bounds.second:
        length += shortest(rule(bounds.second))
    return limit_of(bounds.rule, begun, length, rule(bounds.first).unit)


def _ceiling(begun: date) -> Limit | None:
    return limit_of(CEILING, begun, _longest(rule(CEILING)))


def limit_of(
    quoted: str, first: date, length: int, unit: Unit | None = Unit.MONTHS
) -> Limit | None:
    """Give the last day of a length by the rule that is quoted; ``None`` beyond the calendar."""
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


def shortest(row: Rule) -> int:
    """Give the length of one title or prolongation."""
    return row.length if row.length is not None else row.length_max or 0


def _longest(row: Rule) -> int:
    """Give the length of all of them together."""
    return row.length_max if row.length_max is not None else row.length or 0
