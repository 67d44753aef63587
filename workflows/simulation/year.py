"""
A year of one or more centres: who arrives when, and all their acts in one order of time.

Everything follows from the wish, by dice made from its seed. Only what is open at a
moment is kept, so that a year of a hundred thousand dossiers takes no more memory.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from typing import NamedTuple

from domain.rules import Place, PlaceKind
from domain.rules.calendar import BRUSSELS, start_of_day
from workflows.simulation.figures import happens, number
from workflows.simulation.mishaps import Fault, go_wrong, plant
from workflows.simulation.plan import Act, Plan, beside, plan_stay

OPENS, SHUTS = 8, 17
"""Between these hours residents are admitted."""

_MOST_CHILDREN = 4


class Wish(NamedTuple):
    """
    What year is asked for.

    ``faults`` and ``breaches`` are shares of the dossiers; ``codes`` are the breaches
    that may be planted, by the code of their finding.
    """

    year: int
    seed: str
    dossiers: int
    places: tuple[Place, ...]
    faults: float = 0.0
    breaches: float = 0.0
    codes: tuple[str, ...] = ()

    @property
    def begins(self) -> datetime:
        """The first instant of the year, in Brussels."""
        return start_of_day(date(self.year, 1, 1))

    @property
    def ends(self) -> datetime:
        """The first instant after the year; what is typed later is not in it."""
        return start_of_day(date(self.year + 1, 1, 1))

    def dice(self, what: str) -> Random:
        """Make the dice for one thing; the same wish throws the same."""
        return Random(f"{self.seed}/{self.year}/{what}")  # noqa: S311


def plans(wish: Wish) -> Iterator[Plan]:
    """Plan every stay of the year, by arrival, each to its end."""
    dice = wish.dice("arrivals")
    moments = _moments(wish, dice)
    serials: Counter[str] = Counter()
    weights = [place.places for place in wish.places]
    for arrived in moments:
        place = dice.choices(wish.places, weights)[0]
        adults, children = _party(place, dice)
        size = 1 + sum(1 for _ in zip(range(adults + children - 1), moments, strict=False))
        numbers = []
        for _ in range(size):
            serials[place.code] += 1
            numbers.append(f"{place.code}-{wish.year}-{serials[place.code]:04}")
        yield from _stays(wish, place, arrived, numbers, adults)


def in_order(wish: Wish) -> Iterator[tuple[Plan, Act]]:
    """Yield the acts of the year with their plans, in the order in which they are typed."""
    waiting: list[tuple[datetime, str, int, Plan]] = []
    for plan in plans(wish):
        while waiting and waiting[0][0] < plan.arrived:
            yield _next(waiting)
        _wait(waiting, plan, 0)
    while waiting and waiting[0][0] < wish.ends:
        yield _next(waiting)


def _next(waiting: list[tuple[datetime, str, int, Plan]]) -> tuple[Plan, Act]:
    _typed, _dossier, at, plan = heappop(waiting)
    _wait(waiting, plan, at + 1)
    return plan, plan.acts[at]


def _wait(waiting: list[tuple[datetime, str, int, Plan]], plan: Plan, at: int) -> None:
    if at < len(plan.acts):
        heappush(waiting, (plan.acts[at].typed, plan.dossier, at, plan))


def _moments(wish: Wish, dice: Random) -> Iterator[datetime]:
    """Spread the arrivals evenly over the year, earliest first, one at a time."""
    days = (date(wish.year + 1, 1, 1) - date(wish.year, 1, 1)).days
    gone = 0.0
    for left in range(wish.dossiers, 0, -1):
        # The smallest of so many even draws from what is left of the year.
        gone = 1 - (1 - gone) * dice.random() ** (1 / left)
        day, hour = divmod(min(gone, 1 - 1e-9) * days, 1)
        minutes = int((OPENS + hour * (SHUTS - OPENS)) * 60)
        moment = datetime.combine(date(wish.year, 1, 1), time(minutes // 60, minutes % 60))
        moment += timedelta(days=int(day))
        yield moment.replace(tzinfo=BRUSSELS).astimezone(UTC)


def _party(place: Place, dice: Random) -> tuple[int, int]:
    """Say how many adults and minors arrive together; only family units take minors."""
    if place.kind is not PlaceKind.FAMILY_UNITS:
        return 1, 0
    more = (number("family.children") - 1) / (_MOST_CHILDREN - 1)
    children = 1 + sum(dice.random() < more for _ in range(_MOST_CHILDREN - 1))
    return 2 if happens("family.couple", dice) else 1, children


def _stays(
    wish: Wish, place: Place, arrived: datetime, numbers: list[str], adults: int
) -> Iterator[Plan]:
    """Plan the stay of everybody who arrives together: a family has one course."""
    first = numbers[0]
    dice = wish.dice(first)
    annulled = _fault(wish, first) is Fault.ANNULLED
    common = plan_stay(first, place, arrived, dice, annulled=annulled)
    for nth, dossier in enumerate(numbers):
        later = timedelta(minutes=2 * nth)
        plan = common if nth == 0 else beside(common, dossier, later, dice, minor=nth >= adults)
        yield _spoiled(wish, plan)


def _spoiled(wish: Wish, plan: Plan) -> Plan:
    """Put the mishap of a dossier into its plan, if it is to have one."""
    dice = wish.dice(f"{plan.dossier}/mishap")
    if _has_breach(wish, plan.dossier):
        return plant(plan, wish.codes, dice, wish.ends)
    fault = _fault(wish, plan.dossier)
    return plan if fault is None else go_wrong(plan, fault, dice)


def _has_breach(wish: Wish, dossier: str) -> bool:
    return wish.dice(f"{dossier}/breach").random() < wish.breaches


def _fault(wish: Wish, dossier: str) -> Fault | None:
    dice = wish.dice(f"{dossier}/fault")
    if _has_breach(wish, dossier) or dice.random() >= wish.faults:
        return None
    return dice.choice(list(Fault))
