"""
Which numbers about groups of people may be told, so that no small group can be worked out.

A group under five is not told. Nor is another number from which, by adding and subtracting what
is told beside it, one could be computed: totals and crossed tables of one report are looked at
together. Nor one that leaves a small group a single possible size, since a row that is shown has
somebody in it. To hide a small group next to its total therefore takes other numbers with it.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from math import gcd
from typing import TypeVar

LEAST = 5
"""A group of fewer persons or acts is not told: practice of statistics on persons, art. 89 GDPR."""

PAIRS = 4_000
"""So many ways to exchange members between four groups are tried; a number less is told then."""

Name = TypeVar("Name", bound=Hashable)
Part = Hashable
Vector = dict[Part, int]


def may_be_told(
    groups: Mapping[Name, Collection[Hashable]],
    guarded: Iterable[Collection[Hashable]] = (),
    tables: Iterable[Sequence[Name]] = (),
    least: int = LEAST,
) -> set[Name]:
    """
    Choose the groups whose size may be told, those first that come first.

    ``groups`` are the names and members of all that one would like to tell; ``guarded`` are
    others that nobody may work out either if they are small. ``tables`` have the names of rows
    that together are a whole: what is left of it without the rows told is no small group either.
    Empty groups are always told. A reader is taken to know which groups are empty, and which
    combinations of groups occur, not how often.
    """
    sets = {name: frozenset(members) for name, members in groups.items()}
    rows = [[sets[name] for name in table if sets[name]] for table in tables]
    small = [frozenset().union(*(each for each in row if len(each) < least)) for row in rows]
    withheld = {members for row in rows for members in _withheld(row, least)}
    shown = set(sets.values())
    secret = {*shown, *small, *map(frozenset, guarded)}
    hidden = withheld | {each for each in secret if len(each) < least}
    known = _Known(shown, hidden)
    return {
        name
        for name, members in sets.items()
        if not members
        or (len(members) >= least and members not in withheld and known.may_add(members))
    }


def _withheld(row: Sequence[frozenset[Hashable]], least: int) -> list[frozenset[Hashable]]:
    """
    Choose what is not told of a whole, so that together it is no small group.

    Were there no more in it than parts, each would be known to have one.
    """
    found: list[frozenset[Hashable]] = []
    for each in sorted(row, key=len):
        of = sum(map(len, found))
        if len(each) >= least and (not found or of >= max(least, len(found) + 1)):
            break
        found.append(each)
    return found


class _Known:
    """
    The numbers that are told, and what is left to know of the hidden groups beside them.

    The parts are what no group divides. An exchange says how many more each part might have
    with all that is told staying the same. A group is hidden as long as there is an
    exchange after which it has another size, no part has fewer than none, and no group that is
    known to have somebody in it has nobody.
    """

    def __init__(
        self,
        shown: Set[frozenset[Hashable]],
        hidden: Set[frozenset[Hashable]],
    ) -> None:
        place: dict[Hashable, list[int]] = {}
        every = list(shown | hidden)
        for at, members in enumerate(every):
            for one in members:
                place.setdefault(one, []).append(at)
        part = {one: tuple(at) for one, at in place.items()}
        self._sizes: Vector = {}
        for each in part.values():
            self._sizes[each] = self._sizes.get(each, 0) + 1
        self._parts = {members: frozenset(map(part.__getitem__, members)) for members in every}
        self._people = [len(members) for members in every]
        self._shown = {at for at, members in enumerate(every) if members in shown}
        self._exchanges: list[Vector] = [{each: 1} for each in self._sizes]
        self._hidden: dict[frozenset[Part], Vector] = {
            self._parts[members]: {next(iter(self._parts[members])): 1}
            for members in hidden
            if members
        }

    def may_add(self, members: frozenset[Hashable]) -> bool:
        """Add a number, unless it gives a hidden one away; say whether it was."""
        told = self._parts[members]
        before, self._exchanges = self._exchanges, list(_keeping(told, self._exchanges))
        found: dict[frozenset[Part], Vector] = {}
        for small, exchange in self._hidden.items():
            if _change(told, exchange):
                other = self._another_size(small)
                if other is None:
                    self._exchanges = before
                    return False
                found[small] = other
        self._hidden |= found
        return True

    def _another_size(self, small: frozenset[Part]) -> Vector | None:
        """Find an exchange after which a small group has another size."""
        near = [each for each in self._exchanges if not small.isdisjoint(each)]
        for each in (*near, *islice(_pairs(near, self._exchanges), PAIRS)):
            if _change(small, each):
                for sign in (1, -1):
                    if self._can_be(exchange := {part: sign * n for part, n in each.items()}):
                        return exchange
        return None

    def _can_be(self, exchange: Vector) -> bool:
        """Tell whether an exchange leaves no part and no group that is shown without enough."""
        if any(self._sizes[part] + more < 0 for part, more in exchange.items()):
            return False
        changes: dict[int, int] = {}
        for part, more in exchange.items():
            for at in part:  # type: ignore[attr-defined]
                changes[at] = changes.get(at, 0) + more
        return all(self._people[at] + more > 0 for at, more in changes.items() if at in self._shown)


def _keeping(told: frozenset[Part], exchanges: Sequence[Vector]) -> Iterator[Vector]:
    """Combine exchanges so that a number that is told stays the same."""
    changing = [(each, change) for each in exchanges if (change := _change(told, each))]
    if not changing:
        yield from exchanges
        return
    pivot, by = min(changing, key=lambda one: (abs(one[1]), len(one[0])))
    for each in exchanges:
        if each is not pivot:
            change = _change(told, each)
            yield _sum(each, by, pivot, -change) if change else each


def _pairs(near: Sequence[Vector], every: Sequence[Vector]) -> Iterator[Vector]:
    for one in near:
        for other in every:
            if one is not other and not one.keys().isdisjoint(other):
                yield _sum(one, 1, other, 1)
                yield _sum(one, 1, other, -1)


def _change(parts: frozenset[Part], exchange: Vector) -> int:
    """Say how many more a group has after an exchange."""
    return sum(more for part, more in exchange.items() if part in parts)


def _sum(one: Vector, times: int, other: Vector, and_times: int) -> Vector:
    """Add exchanges, so many times each, as small as they can be."""
    found = {part: times * more for part, more in one.items()}
    for part, more in other.items():
        found[part] = found.get(part, 0) + and_times * more
    least = gcd(*found.values()) or 1
    return {part: more // least for part, more in found.items() if more}
