"""When a term to appeal starts and ends: by the means of notification and the rule it follows."""

from datetime import date, timedelta
from typing import NamedTuple

from domain.rules import Rule, rule
from domain.rules.calendar import add_working_days, term_end
from domain.values import Means

NEW_REGIME = date(2026, 6, 12)
"""From decisions notified on this day the law of 17 June 2026 applies."""


class Term(NamedTuple):
    """The last day on which a suspensive remedy can be brought, by which rule."""

    rule: Rule
    last_day: date


def is_old(notified_on: date) -> bool:
    """Tell whether the law until 11 June 2026 applies to what was notified on a day."""
    return notified_on < NEW_REGIME


def start_of_term(means: Means | None, day: date, received_on: date | None = None) -> date | None:
    """
    Return the day after which the term runs, by means of notification (rule NOT-02).

    ``received_on`` is the day the addressee proved to have received what came by mail; it
    never makes the term end sooner than the presumption does.
    """
    match means:
        case Means.BY_HAND | Means.REGISTERED_WITH_RECEIPT | Means.FAX | Means.OTHER:
            return day
        case Means.REGISTERED | Means.ORDINARY_MAIL:
            # The third working day after posting is the first day of the term.
            presumed = add_working_days(day, rule("NOT-02").length or 0) - timedelta(days=1)
            return max(presumed, received_on) if received_on else presumed
        case _:
            return None


def term(
    row: Rule,
    means: Means | None,
    day: date,
    length: int | None = None,
    received_on: date | None = None,
) -> Term | None:
    """Compute a term; ``None`` if the means is not known, or the calendar of that year."""
    try:
        start = start_of_term(means, day, received_on)
        return Term(row, term_end(start, row, length)) if start else None
    except (ValueError, OverflowError):  # no holidays are known so far from now
        return None


def day_told(text: str | None) -> date | None:
    """Read a day as it was told; ``None`` for what is no day of the calendar."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def day_after(day: date) -> date | None:
    """Give the next day; ``None`` at the end of the calendar."""
    return day + timedelta(days=1) if day < date.max else None
