"""
The ladder of a detention: how often it was prolonged, by whom it may be, on which steps.

What counts is what is so, not what it is called: a title that takes a detention on its ground
beyond the first term prolongs it, and asks for the steps and the level of a prolongation. A
truly other legal basis begins anew, and so does a title after a refusal to board (DET-17).
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from domain.decide.lengths import (
    GROUNDS,
    Ground,
    Limit,
    first_day,
    first_title,
    limit_of,
    maximum,
    shortest,
)
from domain.rules import rule
from domain.rules.calendar import A_DAY, brussels_day, known, term_end
from domain.state.custody import Custody, Prolongation, Title
from domain.trajectory import day_of

STEPS = "DET-02"


class Rung(NamedTuple):
    """The next prolongation of a title: until when at most, and whether the Minister alone may."""

    limit: Limit
    minister: bool


class ByTheMinister(NamedTuple):
    """What only the Minister may decide: when it was, in which function, and until when."""

    at: datetime
    role: str | None
    until: str | None


# -- what goes on -------------------------------------------------------------------------


def continued(custody: Custody, title: Title) -> Iterator[Title]:
    """
    List, latest first, the titles on its ground whose detention goes on under a title.

    Without a release between them. Where the clock starts again nothing is continued (DET-17).
    """
    following = title
    for before in reversed(custody.titles):
        if before.number >= title.number or before.issued is None:
            continue
        starts_again = following.refused_boarding_on and following.ground == title.ground
        if starts_again or _was_released(before, following):
            return
        if before.ground == title.ground:
            yield before
        following = before


def _was_released(before: Title, following: Title) -> bool:
    begins = following.issued.at if following.issued else None
    return before.over is not None and begins is not None and before.over < begins


def times_prolonged(custody: Custody, title: Title) -> int:
    """
    Count how often a detention was prolonged up to a title, its own prolongations left out.

    A title that continues one counts for itself where it lasts beyond the first term, twice
    where beyond the first prolongation too; and always where there was one before.
    """
    before = next(continued(custody, title), None)
    if before is None:
        return 0
    so_far = times_prolonged(custody, before) + len(before.prolonged)
    if so_far:
        return so_far + 1
    ends = day_of(title.until) or _own_end(title)
    return sum(ends is None or term.last < ends for term in _terms(custody, title))


def goes_on_prolonged(custody: Custody, title: Title) -> bool:
    """Tell a title that continues, on its ground, a detention that was prolonged before."""
    return times_prolonged(custody, title) > 1


def detention_began(custody: Custody, title: Title) -> date | None:
    """Give the first day of the detention that goes on under a title, on its ground."""
    return first_day(_oldest(custody, title))


def _oldest(custody: Custody, title: Title) -> Title:
    *_, oldest = title, *continued(custody, title)
    return oldest


def first_term(custody: Custody, title: Title) -> Limit | None:
    """Say until when the detention that goes on under a title may last unprolonged."""
    return next(iter(_terms(custody, title)), None)


def _terms(custody: Custody, title: Title) -> list[Limit]:
    """List the ends of the first term of a detention and of its first prolongation, as by law."""
    began, bounds = detention_began(custody, title), GROUNDS.get(title.ground or "")
    first = first_title(title.ground, began) if began else None
    if began is None or bounds is None or first is None:
        return []
    second = _after_both(bounds, began)
    return [first] if second is None else [first, second]


def _after_both(bounds: Ground, began: date) -> Limit | None:
    if bounds.second is None:
        return None
    both = shortest(rule(bounds.first)) + shortest(rule(bounds.second))
    return limit_of(bounds.prolonged, began, both)


def _own_end(title: Title) -> date | None:
    first = first_day(title)
    own = first_title(title.ground, first) if first else None
    return own.last if own else None


# -- by whom, and until when --------------------------------------------------------------


def by_the_minister(custody: Custody, title: Title) -> Iterator[ByTheMinister]:
    """
    List what only the Minister may decide of a title, and was decided.

    Whatever prolongs a detention a second time or more, a title or a prolongation; and what
    prolongs it for public order.
    """
    times = times_prolonged(custody, title)
    if times > 1 and title.issued is not None:
        yield ByTheMinister(title.issued.at, title.role, title.until)
    for prolonged in title.prolonged:
        times += 1
        if prolonged.decided is not None and (times > 1 or prolonged.public_order):
            yield ByTheMinister(prolonged.decided.at, prolonged.role, prolonged.until)


def next_rung(custody: Custody, title: Title, today: date, *, public_order: bool) -> Rung | None:
    """
    Say until when a title may be prolonged next, and by whom; ``None`` if it may not be.

    The first time by the Minister or a delegate; then by the Minister alone, also where the
    first time was under an earlier title that this one continues, or was that title; for
    public order a month at a time once the ordinary maximum is reached.
    """
    bounds = GROUNDS.get(title.ground or "")
    began, ends = detention_began(custody, title), day_of(title.ends)
    if bounds is None or bounds.second is None or began is None or ends is None:
        return None
    most = maximum(custody, title, today, public_order=public_order)
    was_prolonged = bool(times_prolonged(custody, title) + len(title.prolonged))
    if public_order:
        limits = [_public_order_month(custody, title, bounds, today), most]
    elif not was_prolonged:
        further = limit_of(bounds.prolonged, ends + A_DAY, shortest(rule(bounds.second)))
        limits = [further, _after_both(bounds, began), most]
    else:
        limits = [most._replace(rule=bounds.minister) if most and bounds.most else None]
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
    return limit_of(bounds.exceptional, ends + A_DAY, shortest(rule("DET-06")))


# -- the steps ----------------------------------------------------------------------------


def step_in_time(custody: Custody, title: Title, moment: datetime) -> bool:
    """DET-02: a step was taken in this detention, known at a moment, within the working days."""
    if steps_until(custody, title) is None:
        return True
    return any(_step_within(custody, begins, moment) for begins in _beginnings(custody, title))


def steps_until(custody: Custody, title: Title) -> date | None:
    """Give the last day to take a step towards removal; ``None`` where the law asks for none."""
    return _window_ends(_oldest(custody, title))


def _window_ends(begins: Title) -> date | None:
    first = first_day(begins)
    if begins.ground != "removal" or first is None:
        return None
    return known(term_end, first, rule(STEPS))


def _step_within(custody: Custody, begins: Title, moment: datetime) -> bool:
    first, last = first_day(begins), _window_ends(begins)
    if first is None or last is None:
        return False
    return any(
        step.at <= moment and first <= brussels_day(step.at) <= last for step in custody.steps
    )


def _beginnings(custody: Custody, title: Title) -> Iterator[Title]:
    """
    List the titles a detention for removal began with.

    That boarding was refused starts the clock again; a step that was in time then still is.
    """
    oldest = _oldest(custody, title)
    yield oldest
    before = [each for each in custody.titles if each.number < oldest.number and each.issued]
    last = before[-1] if oldest.refused_boarding_on and before else None
    if last and last.ground == oldest.ground and not _was_released(last, oldest):
        yield from _beginnings(custody, last)


# -- what was typed, and what is so -------------------------------------------------------


def lawful_end(custody: Custody, title: Title, moment: datetime) -> Limit | None:
    """
    Say which is the last day a title covers: as it says, and never beyond what it may say.

    Whatever was typed, or corrected later, each title and each prolongation ends with its
    rung; what prolongs without a step in time prolongs nothing. ``None`` without an end.
    """
    covers = _title_covers(custody, title, moment)
    for n, prolonged in enumerate(title.prolonged):
        if covers is None:
            return None
        if not n and not times_prolonged(custody, title) and _lacks_step(custody, title, moment):
            return Limit(STEPS, covers.last)
        before = _as_covered(title, covers.last, n)
        further = _further(custody, before, prolonged)
        if further is None:
            return covers
        covers = Limit(covers.rule, further)
    return covers


def _title_covers(custody: Custody, title: Title, moment: datetime) -> Limit | None:
    bounds, told = GROUNDS.get(title.ground or ""), day_of(title.until)
    quoted = bounds.rule if bounds else "DET-01"
    most = title_limit(custody, title, brussels_day(title.issued.at) if title.issued else None)
    ends = min(filter(None, (told, most.last if most else None)), default=None)
    if ends is None:
        return None
    term = first_term(custody, title)
    if times_prolonged(custody, title) and term and _lacks_step(custody, title, moment):
        return Limit(STEPS, min(ends, term.last))
    return Limit(quoted, ends)


def as_covered(custody: Custody, title: Title, moment: datetime) -> Title:
    """Take a title with the end it has by law, where it says a later one or none."""
    covers = lawful_end(custody, title, moment)
    if covers is None or covers.last == day_of(title.ends):
        return title
    ends, done = covers.last.isoformat(), title.prolonged
    if not done:
        return title._replace(until=ends)
    return title._replace(prolongations=(*done[:-1], done[-1]._replace(until=ends)))


def title_limit(custody: Custody, title: Title, day: date | None) -> Limit | None:
    """Give the last day a title may cover, as counted on a day; ``None`` if none is known."""
    first = first_day(title)
    own = first_title(title.ground, first) if first else None
    if own is None or day is None:
        return own
    most = maximum(custody, title, day)
    return most if most and most.last < own.last else own


def _lacks_step(custody: Custody, title: Title, moment: datetime) -> bool:
    return not step_in_time(custody, title, moment)


def _as_covered(title: Title, ends: date, n: int) -> Title:
    """Take a title as it stood before a prolongation of it, with the end it then had."""
    done = tuple(each._replace(until=ends.isoformat()) for each in title.prolonged[:n])
    until = title.until if done else ends.isoformat()
    return title._replace(until=until, prolongations=done)


def _further(custody: Custody, title: Title, prolonged: Prolongation) -> date | None:
    """Say until when a prolongation covers, as the ladder stood on the day it was decided."""
    if prolonged.decided is None:
        return None
    day = brussels_day(prolonged.decided.at)
    rung = next_rung(custody, title, day, public_order=prolonged.public_order)
    told = day_of(prolonged.until)
    return min(filter(None, (told, rung.limit.last)), default=None) if rung else None
