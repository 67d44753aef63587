"""
A year of one or more centres: who arrives when, and all their acts in one order of time.

Everything follows from the wish, by dice made from its seed. Only what is open at a
moment is kept, so that a year takes no more memory than its residents. Who finds no bed waits
for one, first come first served; who finds none within the year is not in it.
"""

from collections import Counter, deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from typing import NamedTuple

from domain.rules import Place, PlaceKind
from domain.rules.calendar import BRUSSELS, brussels_day, start_of_day
from workflows.simulation.family import family_of
from workflows.simulation.figures import happens, number
from workflows.simulation.mishaps import Fault, go_wrong, plant
from workflows.simulation.plan import plan_stay
from workflows.simulation.rooms import Rooms
from workflows.simulation.stay import Act, Plan

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


class Party(NamedTuple):
    """Those who arrive together, and the place they are meant for."""

    arrived: datetime
    place: Place
    size: int
    adults: int

    @property
    def beds(self) -> int:
        """How many they take: of dwellings one for each adult, until the family is on record."""
        if self.place.kind is PlaceKind.CLOSED:
            return self.size
        return min(self.adults, self.size)


def plans(wish: Wish) -> Iterator[Plan]:
    """Plan every stay of the year, by arrival, each to its end."""
    dice = wish.dice("arrivals")
    rooms = Rooms(wish.places)
    serials: Counter[str] = Counter()
    for party in _by_arrival(wish, rooms, dice):
        place = rooms.choose(party.place, party.beds, party.arrived, dice)
        if place is None:
            raise ValueError(f"there is no room on {party.arrived}")
        numbers = []
        for _ in range(party.size):
            serials[place.code] += 1
            numbers.append(f"{place.code}-{wish.year}-{serials[place.code]:04}")
        elsewhere = rooms.elsewhere(place, party.arrived, dice)
        stays = _stays(wish, party._replace(place=place), numbers, elsewhere)
        rooms.take(stays)
        yield from stays


def _by_arrival(wish: Wish, rooms: Rooms, dice: Random) -> Iterator[Party]:
    """Let those arrive for whom there is a bed, and those who wait as soon as there is one."""
    queues: dict[PlaceKind, deque[Party]] = {kind: deque() for kind in PlaceKind}
    for party in _parties(wish, dice):
        yield from _from_the_queues(queues, rooms, party.arrived, dice)
        queue = queues[party.place.kind]
        if queue or rooms.choose(party.place, party.beds, party.arrived, dice) is None:
            queue.append(party)
        else:
            yield party
    yield from _from_the_queues(queues, rooms, wish.ends, dice)


def _from_the_queues(
    queues: dict[PlaceKind, deque[Party]], rooms: Rooms, until: datetime, dice: Random
) -> Iterator[Party]:
    while True:
        ready = [
            (moment, kind)
            for kind, queue in queues.items()
            if queue and (moment := _admitted(rooms, queue[0])) and moment < until
        ]
        if not ready:
            return
        moment, kind = min(ready)
        party = queues[kind].popleft()
        yield party._replace(arrived=moment)


def _admitted(rooms: Rooms, party: Party) -> datetime | None:
    """Say when who waits is admitted: in the hours of admission, after there is room."""
    free = rooms.next_free(party.place, party.beds)
    if free is None:
        return None
    free = max(free, party.arrived) + timedelta(minutes=5)
    local = free.astimezone(BRUSSELS)
    if local.hour >= SHUTS:
        return _at(brussels_day(free) + timedelta(days=1), OPENS)
    return max(free, _at(brussels_day(free), OPENS))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), BRUSSELS).astimezone(UTC)


def _parties(wish: Wish, dice: Random) -> Iterator[Party]:
    """Give those who want to be admitted, by the moment they come."""
    moments = _moments(wish, dice)
    weights = [place.places for place in wish.places]
    for arrived in moments:
        place = dice.choices(wish.places, weights)[0]
        adults, children = _party(place, dice)
        size = 1 + sum(1 for _ in zip(range(adults + children - 1), moments, strict=False))
        yield Party(arrived, place, size, min(adults, size))


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


def _stays(wish: Wish, party: Party, numbers: list[str], elsewhere: Place | None) -> list[Plan]:
    """Plan the stay of everybody who arrives together: a family has one course."""
    first = numbers[0]
    dice = wish.dice(first)
    annulled = _fault(wish, first) is Fault.ANNULLED
    common = plan_stay(
        first,
        party.place,
        party.arrived,
        dice,
        size=party.size,
        annulled=annulled,
        elsewhere=elsewhere,
    )
    return [_spoiled(wish, plan) for plan in family_of(common, numbers, party.adults, dice)]


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
