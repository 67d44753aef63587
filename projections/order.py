"""
What is known of the order of acts when two fell at one moment, or of one the day alone is known.

The order of recording says nothing of it: a register is taken in file by file. What may have
come before a decision counts as before it, and each act of such a moment is taken in the order
of the procedure: prepared, edited, decided, ended.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple, Protocol

from domain.rules.calendar import brussels_day, start_of_day
from domain.state.decision import Hand

PREPARED, EDITED, DECIDED, NOTIFIED, ENDED = range(5)
"""The order of the procedure."""

Key = tuple[datetime, int, bool, datetime, str, str, int]


def surely_before(one: Hand, other: Hand) -> bool:
    """Tell whether one act came before another, as far as is known: by day where an hour lacks."""
    if one.whole_day or other.whole_day:
        return one.at < other.at and brussels_day(one.at) < brussels_day(other.at)
    return one.at < other.at


class Placed(NamedTuple):
    """An act and its place in the procedure."""

    hand: Hand
    rank: int


def in_order(acts: Iterable[Placed]) -> list[int]:
    """
    Say in which order acts are taken, as places in what was given, whatever order that had.

    On a day on which an hour lacks the procedure alone decides, those of which the hour is
    known first; everywhere else the moment does, and the procedure for those of one moment.
    """
    every = list(acts)
    vague = {brussels_day(each.hand.at) for each in every if each.hand.whole_day}
    keys = [_key(each, vague) for each in every]
    return sorted(range(len(every)), key=keys.__getitem__)


class Dated(Protocol):
    """Something of which the moment is known, or the day alone."""

    @property
    def at(self) -> datetime:
        """When it was; the first moment of a day of which the hour is not known."""

    @property
    def whole_day(self) -> bool:
        """Whether the day alone is known."""


def is_unsure(acts: Iterable[Dated]) -> bool:
    """Tell whether of any two acts it is not known which was first."""
    every = list(acts)
    if len({one.at for one in every}) < len(every):
        return True
    if not any(one.whole_day for one in every):
        return False
    days = Counter(brussels_day(one.at) for one in every)
    return any(one.whole_day and days[brussels_day(one.at)] > 1 for one in every)


def _key(act: Placed, vague: Collection[date]) -> Key:
    hand, rank = act
    who = (hand.account, hand.person, hand.version)
    day = brussels_day(hand.at) if vague else None
    if day is not None and day in vague:
        return start_of_day(day), rank, hand.whole_day, hand.at, *who
    return hand.at, rank, False, hand.at, *who
