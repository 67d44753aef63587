"""When a term to appeal starts and ends: by the means of notification and the rule it follows."""

from datetime import date
from typing import NamedTuple

from domain.decide.notification import MAIL, presumed_on, served_on
from domain.rules import Rule, rule
from domain.rules.calendar import A_DAY, add_working_days, brussels_day, known, term_end
from domain.state.decision import Round
from domain.values import Means


class Term(NamedTuple):
    """The last day on which a suspensive remedy can be brought, by which rule."""

    rule: Rule
    last_day: date


def is_old(notified_on: date) -> bool:
    """Tell whether the law until 11 June 2026 applies to what was notified on a day."""
    return not rule("APP-05").in_force(notified_on)


def law_of(decision: Round) -> date | None:
    """
    Say by which day the law on a decision is picked; ``None`` where it was not notified.

    The day it reached the resident; where that is not known, the day it was sent.
    """
    sent = brussels_day(decision.notified.at) if decision.notified else None
    return served_on(decision) or sent


def reached_on(means: Means | None, sent: date, received_on: date | None = None) -> date:
    """Say when what was sent on a day reached its addressee: a letter, when it is presumed to."""
    if means not in MAIL:
        return sent
    return received_on or presumed_on(sent) or sent


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
            presumed = add_working_days(day, rule("NOT-02").length or 0) - A_DAY
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
    start = known(start_of_term, means, day, received_on)
    last_day = known(term_end, start, row, length) if start else None
    return Term(row, last_day) if last_day else None
