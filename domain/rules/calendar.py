"""Days and terms in Belgium: pure date arithmetic, no clock.

A day is a calendar day in Brussels. Terms are counted as in the Judicial Code:
from the day after the act, midnight to midnight, every day counting (art. 52);
the last day included, moved to the next working day when a rule rolls (art. 53);
months and years from a date to the eve of that date (art. 54), which brings a term
counted from the day after back to the date of the act. Whether a given term follows
that code is for the rule to say; where it is silent, counting this way is design.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from domain.rules.row import Rule, Unit
from domain.rules.schema import table_file

BRUSSELS = ZoneInfo("Europe/Brussels")
"""The zone in which a day begins and ends for every dossier."""

A_DAY = timedelta(days=1)

_LAST_OF_ALL = date.max.isoformat()

Known = TypeVar("Known")
Said = ParamSpec("Said")


def is_working_day(day: date) -> bool:
    """Tell a working day: any day but Saturday, Sunday and public holiday."""
    return day.weekday() < 5 and day not in _public_holidays(day.year)


def next_working_day(day: date) -> date:
    """Give the day itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_calendar_days(day: date, n: int) -> date:
    """Give the n-th day after; every day counts."""
    return day + timedelta(days=_counted(n))


def add_working_days(day: date, n: int) -> date:
    """Give the n-th working day after; the day itself never counts."""
    for _ in range(_counted(n)):
        day = next_working_day(day + timedelta(days=1))
    return day


def add_weeks(day: date, n: int) -> date:
    """Give the same weekday, n weeks later."""
    return day + timedelta(weeks=_counted(n))


def add_months(day: date, n: int) -> date:
    """Give the same date n months later; in a month too short, its last day (design)."""
    from calendar import monthrange

    years, month = divmod(day.month - 1 + _counted(n), 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def term_end(start: date, rule: Rule, length: int | None = None) -> date:
    """Give the last day of a term that an act on ``start`` sets running; that last day is included.

    ``start`` is the day of the act: day one is the day after. Where a law says the
    term itself begins on a given day, pass the eve of that day. ``length`` is the
    one a decision sets; without it the rule's own counts, or the longest it allows.
    """
    last = _add(start, _length_of(rule) if length is None else length, rule)
    return next_working_day(last) if rule.roll else last


def brussels_day(instant: datetime) -> date:
    """Tell which day it is in Brussels at an instant; a time without zone is refused."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant.isoformat()} has no time zone")
    return instant.astimezone(BRUSSELS).date()


def start_of_day(day: date) -> datetime:
    """Give the instant, in UTC, a day begins in Brussels; days last 23 to 25 hours."""
    return datetime.combine(day, time.min, BRUSSELS).astimezone(UTC)


def day_after(day: date) -> date | None:
    """Give the next day; ``None`` at the end of the calendar."""
    return known(lambda: day + A_DAY)


def end_of_day(last: date | None) -> datetime | None:
    """Give the instant a last day is over; ``None`` without one, or at the end of the calendar."""
    return known(lambda: start_of_day(last + A_DAY)) if last else None


def is_between(day: date, first: str | None, last: str | None) -> bool:
    """
    Tell a day between two written as in 2026-03-02, both included; open where one is not set.

    A stored day need not be one of the calendar: the texts are compared, and none is refused.
    """
    return (first or "") <= day.isoformat() <= (last or _LAST_OF_ALL)


def known(compute: Callable[Said, Known], *said: Said.args, **by_name: Said.kwargs) -> Known | None:
    """Return what can be computed; ``None`` beyond the years this calendar knows."""
    with suppress(ValueError, OverflowError):
        return compute(*said, **by_name)
    return None


def _length_of(rule: Rule) -> int:
    if rule.length is not None:
        return rule.length
    # Design: until the decision is read, a term is taken as long as it may be.
    longest = max(rule.lengths, default=rule.length_max)
    if longest is None:
        raise ValueError(f"{rule.id} gives no length; the decision sets it")
    return longest


def _add(day: date, n: int, rule: Rule) -> date:
    match rule.unit:
        case Unit.CALENDAR_DAYS:
            return add_calendar_days(day, n)
        case Unit.WORKING_DAYS:
            return add_working_days(day, n)
        case Unit.WEEKS:
            return add_weeks(day, n)
        case Unit.MONTHS:
            return add_months(day, n)
        case Unit.YEARS:
            return add_months(day, 12 * n)
        case Unit.HOURS | Unit.MINUTES:
            raise ValueError(f"{rule.id} counts {rule.unit}, from an instant rather than a day")
        case Unit.WORDS | Unit.PERCENT:
            raise ValueError(f"{rule.id} counts {rule.unit}, which is no time")
        case None:
            # Design: a decision that sets a length where the law gives none counts days.
            return add_calendar_days(day, n)


def _counted(n: int) -> int:
    if n < 0:
        raise ValueError(f"a term runs forward, not {n}")
    return n


@cache
def _public_holidays(year: int) -> frozenset[date]:
    """Read a holiday table's year; the package that made it takes longer to load than a command."""
    for line in table_file("holidays.txt").decode().splitlines():
        if line.startswith(f"{year} "):
            return frozenset(date.fromisoformat(f"{year}-{day}") for day in line.split()[1:])
    return _computed_holidays(year)


def _computed_holidays(year: int) -> frozenset[date]:
    from holidays import country_holidays

    found = frozenset(country_holidays("BE", years=year))
    if not found:
        raise ValueError(f"the public holidays of {year} are not known")
    return found


def day_of(said: str | None) -> date | None:
    """Read a calendar day; ``None`` for what is none."""
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None
