"""What may refuse a correction of a detention: none says what the act could not have said."""

from typing import Any

from domain.decide.attempt import Attempt, Failing, Guards, Reasons
from domain.decide.ladder import lawful_end
from domain.decide.lengths import GROUNDS
from domain.decide.titles import is_a_day, refused_to_board
from domain.state.custody import Custody, Prolongation, Title
from domain.trajectory import day_of


def lasts_no_longer(attempt: Attempt) -> Reasons:
    """
    DET-01 to DET-11: a title or a prolongation is corrected to no day it could not have named.

    One that is shortened may be: what was said to be too long is then less wrong.
    """
    after = _corrected(attempt)
    if after is None or attempt.state is None:
        return
    if attempt.saying("field") == "until":
        becomes, was = attempt.saying("becomes"), day_of(attempt.context.was("until"))
        yield from is_a_day(becomes)
        if was is not None and (day_of(becomes) or was) < was:
            return
    told = day_of(after.ends)
    may = lawful_end(_with(attempt.state.custody, after), after, attempt.context.at)
    if told is not None and may is not None and told > may.last:
        bounds = GROUNDS.get(after.ground or "")
        yield Failing(
            bounds.rule if bounds else may.rule,
            "so corrected the detention would last until {day}; it may until {last} at most",
            {"day": told, "last": may.last},
        )


def restarts_no_clock(attempt: Attempt) -> Reasons:
    """DET-17: a refusal to board is on record as an attempt that failed, and counts once."""
    day = day_of(attempt.saying("becomes"))
    if day is not None and attempt.state is not None:
        yield from refused_to_board(attempt.state, day, attempt.context.at)


def _corrected(attempt: Attempt) -> Title | None:
    """Return the title that a correction is about, as it would stand."""
    target, name = attempt.context.target, attempt.saying("field")
    if target is None or attempt.state is None:
        return None
    now = {name: attempt.saying("becomes")}
    for title in attempt.state.custody.titles:
        if title.issued is not None and title.issued.version == target.version:
            return title._replace(**now)
        if any(hand.version == target.version for hand in title.prepared):
            return title._replace(**now)
        prolonged = tuple(_prolonged(each, target.version, now) for each in title.prolongations)
        if prolonged != title.prolongations:
            return title._replace(prolongations=prolonged)
    return None


def _prolonged(each: Prolongation, version: int, now: dict[str, Any]) -> Prolongation:
    return each._replace(**now) if each.decided and each.decided.version == version else each


def _with(custody: Custody, after: Title) -> Custody:
    titles = (after if each.number == after.number else each for each in custody.titles)
    return custody._replace(titles=tuple(titles))


CORRECTED: Guards = {
    "DetentionProposed.refused_boarding_on": (restarts_no_clock, lasts_no_longer),
    **dict.fromkeys(
        (
            "DetentionTitleIssued.until",
            "DetentionTitleIssued.ground",
            "DetentionProlonged.until",
        ),
        (lasts_no_longer,),
    ),
}
"""
Field of a record → what a correction of it is asked.

The day a step was taken is told as it was; what it prolonged in time is counted anew.
"""
