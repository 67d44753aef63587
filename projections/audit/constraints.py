"""
Constraints over a whole dossier, watched while its acts go by: one pass, no act read twice.

Each act is put to the few constraints that name it, whatever went before: what it costs depends
on the number of acts alone, not on how many different histories there are.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from domain.record import Recorded
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.rules.constraints import Constraint, Kind, constraints

NEVER_DONE = "NEVER_DONE"
OUT_OF_ORDER = "ILLEGAL_TRANSITION"

CODES = {
    Kind.RESPONSE: NEVER_DONE,
    Kind.EXACTLY_ONCE: OUT_OF_ORDER,
    Kind.PRECEDENCE: OUT_OF_ORDER,
    Kind.NOT_SUCCESSION: OUT_OF_ORDER,
}
"""Kind of constraint → the code of a breach that the judgement of each act does not tell."""


class Broken(NamedTuple):
    """
    A constraint that an act breaks.

    ``line`` is the act; ``others`` are the earlier ones it rests on: what was never followed,
    the first of two, what let nothing follow. ``missing`` are the events that were asked for.
    ``rule`` is the first of the rules that held on the day of what it rests on.
    """

    row: Constraint
    line: Recorded
    others: tuple[Recorded, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that is broken: of several, the one in force when it began to matter."""
        day = brussels_day((*self.others, self.line)[0].occurred_at)
        held = (each for each in self.row.rules if rule(each).in_force(day))
        return next(held, self.row.rules[0])


class Monitor:
    """The constraints of one dossier, given its acts in the order in which they happened."""

    def __init__(self, rows: Iterable[Constraint] | None = None) -> None:
        self._named = _by_event() if rows is None else _named_in(rows)
        self._held: dict[str, list[Recorded]] = {}

    def see(self, line: Recorded, procedure: int) -> list[Broken]:
        """
        Take in the next act and tell which constraints it breaks.

        ``procedure`` is the version of the procedure the dossier is under at that moment.
        """
        event = type(line.event).__name__
        found: list[Broken] = []
        for row in self._named.get(event, ()):
            if row.procedure <= procedure:
                found += _SEEN[row.kind](row, event, line, self._held.setdefault(row.id, []))
        return found

    def rests_on(self, row: Constraint) -> tuple[Recorded, ...]:
        """Give the acts a constraint has in mind at the moment: what began a deadline, say."""
        return tuple(self._held.get(row.id, ()))


def rows_of(rule_id: str) -> tuple[Constraint, ...]:
    """List the constraints that rest on a rule."""
    return _by_rule().get(rule_id, ())


# --- what each kind makes of an act ---------------------------------------------------------


def _response(
    row: Constraint, event: str, line: Recorded, held: list[Recorded]
) -> Iterator[Broken]:
    if event in row.then:
        held[:] = [one for one in held if not _together(row, one, line)]
    if event in row.unless:
        held[:] = [one for one in held if not _together(row, one, line)]
    if event in row.until:
        for one in held:
            yield Broken(row, line, (one,), row.then)
        held.clear()
    if event in row.on and _is_meant(row, line):
        held.append(line)


def _precedence(
    row: Constraint, event: str, line: Recorded, held: list[Recorded]
) -> Iterator[Broken]:
    if event in row.on and not held and _is_meant(row, line):
        yield Broken(row, line, (), row.first)
    if event in row.anew:
        held.clear()
    if event in row.first:
        held[:] = [line]


def _once(row: Constraint, event: str, line: Recorded, held: list[Recorded]) -> Iterator[Broken]:
    happens = event in row.on and _is_meant(row, line)
    if happens and held:
        yield Broken(row, line, (held[0],))
    if event in row.anew:
        held.clear()
    if happens and not held:
        held.append(line)


def _not_succession(
    row: Constraint, event: str, line: Recorded, held: list[Recorded]
) -> Iterator[Broken]:
    if event in row.unless:
        held[:] = [one for one in held if not _together(row, one, line)]
    if event in row.then and held:
        yield Broken(row, line, tuple(held))
    if event in row.on and _is_meant(row, line):
        known = [one for one in held if not _together(row, one, line)]
        held[:] = [*known, line]


def _deadline(
    row: Constraint, event: str, line: Recorded, held: list[Recorded]
) -> Iterator[Broken]:
    """Keep what a deadline runs from; whether it was met is judged with the clocks."""
    if event in row.on:
        held[:] = [line]
    return iter(())


_SEEN = {
    Kind.RESPONSE: _response,
    Kind.PRECEDENCE: _precedence,
    Kind.EXACTLY_ONCE: _once,
    Kind.NOT_SUCCESSION: _not_succession,
    Kind.DEADLINE: _deadline,
}


def _together(row: Constraint, one: Recorded, other: Recorded) -> bool:
    """Tell whether two acts belong together; who says nothing may mean any."""
    if row.same is None:
        return True
    said = (getattr(one.event, row.same, None), getattr(other.event, row.same, None))
    return None in said or said[0] == said[1]


def _is_meant(row: Constraint, line: Recorded) -> bool:
    """Tell whether a row is about an act, on a day on which one of its rules holds."""
    for field, values in row.where.items():
        if str(getattr(line.event, field, None)) not in values:
            return False
    day = brussels_day(line.occurred_at)
    return any(rule(each).in_force(day) for each in row.rules)


def _named_in(rows: Iterable[Constraint]) -> dict[str, tuple[Constraint, ...]]:
    found: dict[str, tuple[Constraint, ...]] = {}
    for row in rows:
        for event in row.events:
            found[event] = (*found.get(event, ()), row)
    return found


@cache
def _by_event() -> dict[str, tuple[Constraint, ...]]:
    return _named_in(constraints())


@cache
def _by_rule() -> dict[str, tuple[Constraint, ...]]:
    found: dict[str, tuple[Constraint, ...]] = {}
    for row in constraints():
        for each in row.rules:
            found[each] = (*found.get(each, ()), row)
    return found
