"""The beds of a simulated year: who comes finds one, goes to another place, or waits."""

from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush, nsmallest
from random import Random

from domain.rules import Place, PlaceKind
from workflows.simulation.stay import END, Plan

_SOON = timedelta(minutes=1)
_NEVER = datetime.max.replace(tzinfo=UTC)
_LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


class Rooms:
    """
    When each bed, or dwelling, that is taken becomes free again, by the hour it is typed.

    A bed somebody will be moved to is kept from the arrival on.
    """

    def __init__(self, places: tuple[Place, ...]) -> None:
        self._places = places
        self._taken: dict[str, list[datetime]] = {place.code: [] for place in places}
        self._now = _LONG_AGO

    def choose(self, wanted: Place, needed: int, at: datetime, dice: Random) -> Place | None:
        """Choose the place wanted, or another of its kind with so much room; ``None``: wait."""
        if self._free(wanted, at) >= needed:
            return wanted
        others = [one for one in self._alike(wanted) if self._free(one, at) >= needed]
        return dice.choices(others, [one.places for one in others])[0] if others else None

    def elsewhere(self, place: Place, at: datetime, dice: Random) -> Place | None:
        """Name another centre with room for who is held in this one."""
        fitting = [
            one
            for one in self._alike(place)
            if one is not place
            and one.residents in (place.residents, "all")
            and self._free(one, at) > 0
        ]
        return dice.choice(fitting) if fitting and place.kind is PlaceKind.CLOSED else None

    def take(self, plans: list[Plan]) -> None:
        """Keep the beds of those who came together, until they are typed to have left."""
        first = plans[0]
        if first.place.kind is PlaceKind.FAMILY_UNITS:
            self._take_dwellings(plans)
            return
        for plan in plans:
            for place in filter(None, (plan.place, plan.moves_to)):
                heappush(self._taken[place.code], _left(plan))

    def _take_dwellings(self, plans: list[Plan]) -> None:
        """Take a dwelling for the family, and until it is one on record one for each adult."""
        taken = self._taken[plans[0].place.code]
        heappush(taken, max(_left(plan) for plan in plans))
        if link := plans[0].act("link"):
            heappush(taken, link.typed + _SOON)

    def next_free(self, wanted: Place, needed: int) -> datetime | None:
        """Say from when on a place of that kind has so much room; ``None`` if never."""
        moments = []
        for place in self._alike(wanted):
            taken = self._taken[place.code]
            leaving = len(taken) + needed - place.places
            if needed <= place.places:
                moments.append(nsmallest(leaving, taken)[-1] if leaving > 0 else self._now)
        found = min(moments, default=None)
        return None if found is None or found == _NEVER else max(found, self._now)

    def _free(self, place: Place, at: datetime) -> int:
        taken = self._taken[place.code]
        self._now = max(self._now, at)
        while taken and taken[0] < at:
            heappop(taken)
        return place.places - len(taken)

    def _alike(self, place: Place) -> list[Place]:
        return [one for one in self._places if one.kind is place.kind]


def _left(plan: Plan) -> datetime:
    """Say when a bed is free again: who is taken up anew keeps it."""
    end = plan.act(END)
    if end is None or plan.act("reopen"):
        return _NEVER
    return end.typed + _SOON
