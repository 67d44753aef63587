"""
What a birth says of an age, while it can be read: at the desk, before it is sealed.

What is kept in clear is the age alone. A birth on record is sealed; nothing here reads it.
"""

import re
from datetime import date, datetime

from domain.rules import rule
from domain.rules.calendar import A_DAY, add_calendar_days, add_months, brussels_day, known
from domain.state.family import ADULT, DISPUTED, MINOR, UNDER_AGE
from domain.trajectory import Trajectory
from domain.values import Sealed


def age_at_arrival(age: str | None, born_on: Sealed | None, at: datetime) -> str | None:
    """
    Say what is known of an age at the arrival: what is said of it, or that of a minor by birth.

    A birth alone makes nobody an adult: that is said.
    """
    told = None if age else age_by(born_on, brussels_day(at))
    return told if told in UNDER_AGE else age


def gives_doubt(state: Trajectory, born_on: Sealed | None, at: datetime) -> bool:
    """Tell whether a birth is, or may be, that of a minor, whom the dossier knows as none."""
    return not state.is_minor and age_by(born_on, brussels_day(at)) in UNDER_AGE


def age_by(born_on: Sealed | None, day: date) -> str | None:
    """Say what a birth makes of an age on a day, as a code; where it leaves both open, disputed."""
    bounds = _bounds(born_on.clear) if born_on is not None and born_on.clear else None
    if bounds is None:
        return None
    first, last = (known(eighteenth_birthday, one) for one in bounds)
    if first is None or day < first:
        return MINOR
    return ADULT if last is not None and day >= last else DISPUTED


def eighteenth_birthday(born_on: date) -> date:
    """Say when somebody comes of age; who was born on 29 February does on 1 March."""
    day = add_months(born_on, 12 * (rule("FAM-06").length or 0))
    return day if day.day == born_on.day else add_calendar_days(day, 1)


_MARK = "[-/. ]"
_WRITTEN = (
    rf"(?P<year>\d{{4}})(?:{_MARK}(?P<month>\d\d?)(?:{_MARK}(?P<day>\d\d?))?)?",
    rf"(?:(?:(?P<day>\d\d?){_MARK})?(?P<month>\d\d?){_MARK})?(?P<year>\d{{4}})",
)
"""A day, a month or a year, the year first or last; a nought stands for what is not known."""


def _bounds(text: str) -> tuple[date, date] | None:
    """Give the first and the last day that may be meant; ``None`` where none can be read."""
    found = next(filter(None, (re.fullmatch(one, text.strip()) for one in _WRITTEN)), None)
    if found is None:
        return None
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    return known(_days_of, year, month, day)


def _days_of(year: int, month: int, day: int) -> tuple[date, date]:
    first = date(year, month or 1, day if day and month else 1)
    if day and month:
        return first, first
    return first, add_months(date(year, month or 12, 1), 1) - A_DAY
