"""
How long somebody is kept apart in all, and who may decide so much: the ladder of isolation.

By whatever name (isolation, confinement to the room, order, discipline, a crisis), what keeps
the resident from the others counts. One placement that closely follows another counts on from
the first, in whatever order they came on record: what was told late lies before the others.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.lifecycle.who import DIRECTOR, MINISTER, F
from domain.rules import rule
from domain.state.measures import Measure
from domain.state.numbered import hours_after
from domain.trajectory import Trajectory
from domain.values import Function


class Rung(NamedTuple):
    """A step of the ladder: its rule and who decides it."""

    rule: str
    deciders: frozenset[Function]

    @property
    def hours(self) -> int:
        """How long an isolation may last under it, from the placement."""
        return rule(self.rule).length or 0


BY_THE_DIRECTOR = Rung("ISO-01", DIRECTOR | {F.REMOVAL_DIRECTOR} | MINISTER)
BY_THE_DIRECTOR_GENERAL = Rung("ISO-02", MINISTER | {F.REMOVAL_DIRECTOR})
BY_THE_MINISTER = Rung("ISO-03", MINISTER)

LADDER = (BY_THE_DIRECTOR, BY_THE_DIRECTOR_GENERAL, BY_THE_MINISTER)


def rung_for(hours: int) -> Rung | None:
    """Find the step of the ladder that covers so many hours; ``None`` beyond the last."""
    return next((rung for rung in LADDER if hours <= rung.hours), None)


class Placement(NamedTuple):
    """From when to when somebody was, or is to be, kept apart."""

    begun: datetime
    over: datetime


def placed(measure: Measure) -> Placement | None:
    """Give the placement of a measure that keeps apart: until it ended, or is to end."""
    if not measure.isolates or measure.began is None:
        return None
    return Placement(measure.began, measure.ended or measure.ends or measure.began)


def placements(
    state: Trajectory, *, but: int | None = None, moved: Measure | None = None
) -> Iterator[Placement]:
    """List every placement there is, but for that of one measure; one may read as if moved."""
    for measure in state.measures.every:
        read = moved if moved and moved.number == measure.number else measure
        if read.number != but and (found := placed(read)):
            yield found
    for crisis in state.affairs.crises:
        if crisis.apart_until is not None:
            yield Placement(crisis.at, crisis.apart_until)


def hours_in_all(others: Iterable[Placement], begun: datetime, hours: int) -> int:
    """
    MEA-06: count the hours from the first of the placements around one to the end of the last.

    Earlier ones and later ones, each less than the pause of the row from the next.
    """
    gap = timedelta(hours=rule("MEA-06").length or 0)
    first, last = begun, hours_after(begun, hours) or datetime.max.replace(tzinfo=begun.tzinfo)
    left = list(others)
    while joined := [
        each for each in left if each.begun - gap <= last and first - gap <= each.over
    ]:
        left = [each for each in left if each not in joined]
        first = min((first, *(each.begun for each in joined)))
        last = max((last, *(each.over for each in joined)))
    return hours_between(first, last)


def first_placement(every: tuple[Measure, ...], measure: Measure, began: datetime) -> datetime:
    """MEA-06: find the placement from which the hours of an isolation count."""
    gap = timedelta(hours=rule("MEA-06").length or 0)
    first = began
    for other in sorted(every, key=lambda one: one.began or began, reverse=True):
        if other.number == measure.number or not other.isolates or other.ended is None:
            continue
        if other.began and other.began <= first <= other.ended + gap:
            first = other.began
    return first


def hours_between(begun: datetime, moment: datetime) -> int:
    """Count the hours begun from one moment to another."""
    return -(-(moment - begun) // timedelta(hours=1)) if moment > begun else 0
