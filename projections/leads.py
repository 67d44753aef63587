"""
Leads: patterns over many decisions that a person should look at. Never a score of anybody.

Each says what was counted, what chance would give and how sure that is, with the rounds behind
it. Persons are compared with what was possible at their centre in each month: where one person
alone could decide, nothing follows from that person's having decided. What is counted about
few is not told (:mod:`projections.small_groups`).
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median, quantiles
from typing import NamedTuple

from domain.rules.calendar import brussels_day
from domain.state.decision import Hand
from projections.chance import Margins, benjamini_yekutieli, expected, stands_out, upper_tail
from projections.separation import (
    HURRIED,
    DecisionRound,
    Finding,
    as_they_went,
    last_draft,
    last_word,
)
from projections.small_groups import LEAST, may_be_told

LEVEL = 0.05
"""Of the leads told at this level no more than one in twenty is chance, on average."""

CODES = {
    "hurried": "RUBBER_STAMP",
    "pair": "PAIR_CONCENTRATION",
    "two": "RECIPROCAL_PAIR",
    "cycle": "APPROVAL_CYCLE",
}
"""What each kind of lead is called, for ever; two of them are findings of separation as well."""

Key = tuple[str, int]
"""A decision round: the number of its dossier and its own."""


class Approval(NamedTuple):
    """
    A decision on a draft.

    ``drafted`` is the hand that put the draft forward last, ``last`` the hand that had the last
    word on it, ``taken`` the decision; ``month`` is that of the decision, in Brussels.
    """

    dossier: str
    round: int
    centre: str | None
    month: str
    drafted: Hand
    last: Hand
    taken: Hand

    @property
    def key(self) -> Key:
        """Which round it is."""
        return self.dossier, self.round

    @property
    def pair(self) -> tuple[str, str]:
        """Who drafted and who decided, as persons."""
        return self.drafted.person, self.taken.person

    @property
    def waited(self) -> timedelta | None:
        """How long after the last word it was decided; ``None`` where the day alone is known."""
        if self.last.whole_day or self.taken.whole_day:
            return None
        return self.taken.at - self.last.at


def approvals(rows: Iterable[DecisionRound]) -> list[Approval]:
    """Choose the rounds in which something that was put on paper was decided."""
    return [found for row in as_they_went(rows) if (found := _approval(row)) is not None]


def _approval(row: DecisionRound) -> Approval | None:
    taken, last = row.taken, last_word(row)
    if taken is None or last is None:
        return None
    drafted = last_draft(row) or last
    month = brussels_day(taken.at).isoformat()[:7]
    return Approval(row.dossier, row.number, row.centre, month, drafted, last, taken)


# --- pairs --------------------------------------------------------------------------------


class PairLead(NamedTuple):
    """
    A drafter whose drafts one decider took far more often than chance gives, at one centre.

    ``q`` is ``p`` as it stands among all ``tests`` made. ``together`` and what is beside it are
    of the ``free`` months, in which another decider and another draft were there.
    """

    centre: str | None
    drafter: str
    decider: str
    together: int
    expected: float
    p: float
    q: float
    tests: int
    free: "tuple[Month, ...]"
    rounds: tuple[Approval, ...]

    @property
    def months(self) -> tuple[str, ...]:
        """The free months, in their order."""
        return tuple(month.name for month in self.free)

    @property
    def deciders(self) -> tuple[int, int]:
        """How many others than the drafter decided there in the leanest and the fullest month."""
        others = [len(month.taken.keys() - {self.drafter}) for month in self.free]
        return min(others), max(others)

    @property
    def decisions(self) -> frozenset[Key]:
        """The decisions that either could have had: neither's own drafts and decisions."""
        return frozenset(
            each.key
            for each in self._all
            if each.drafted.person != self.decider and each.taken.person != self.drafter
        )

    @property
    def drafted(self) -> frozenset[Key]:
        """Those of them that the one drafted."""
        return frozenset(e.key for e in self._all if e.drafted.person == self.drafter)

    @property
    def taken(self) -> frozenset[Key]:
        """Those of them that the other took."""
        return frozenset(e.key for e in self._all if e.taken.person == self.decider)

    @property
    def _all(self) -> Iterator[Approval]:
        return (each for month in self.free for each in month.several)

    @property
    def drafter_accounts(self) -> list[str]:
        """Under which accounts the drafter acted."""
        return sorted({each.drafted.account for each in self.rounds})

    @property
    def decider_accounts(self) -> list[str]:
        """Under which accounts the decider did."""
        return sorted({each.taken.account for each in self.rounds})


def concentrated(several: Iterable[Approval]) -> list[PairLead]:
    """
    Compare each pair with chance, at each centre, and adjust for the number of comparisons.

    Which pairs are compared depends on what was possible, not on what was found: those that
    could have had five decisions in common or more, where there was a choice.
    """
    found = _compared(several)
    adjusted = benjamini_yekutieli([pair.p for pair in found])
    whole = len(found)
    return [pair._replace(q=q, tests=whole) for pair, q in zip(found, adjusted, strict=True)]


class Month:
    """The decisions of a month at a centre: who drafted what, and who decided what."""

    def __init__(self, name: str, several: Sequence[Approval]) -> None:
        self.name = name
        self.several = tuple(several)
        self.drafted = Counter(each.drafted.person for each in several)
        self.taken = Counter(each.taken.person for each in several)
        self.together = Counter(each.pair for each in several)

    def margins(self, drafter: str, decider: str) -> Margins:
        """
        Count what the pair could have had in common.

        Nobody decides what he drafted: the decider's own drafts and the drafter's own
        decisions could not have been the pair's, and are left out. Where others draft and
        decide as well, that makes the number expected too large rather than too small: the
        error is on the side of naming nobody.
        """
        twice = self.together[decider, drafter]
        possible = len(self.several) - self.drafted[decider] - self.taken[drafter] + twice
        return Margins(possible, self.drafted[drafter], self.taken[decider])


def _compared(several: Iterable[Approval], *, both_ways: bool = False) -> list[PairLead]:
    """Compare the pairs, or of them those whose two could have been a pair the other way round."""
    # Who decided what he drafted is a finding of its own, and no pair.
    of_two = (each for each in several if each.drafted.person != each.taken.person)
    return [pair for theirs in centres(of_two).values() for pair in _pairs(theirs, both_ways)]


def _pairs(several: Sequence[Approval], both_ways: bool) -> Iterator[PairLead]:
    by_month: dict[str, list[Approval]] = defaultdict(list)
    by_pair: dict[tuple[str, str], list[Approval]] = defaultdict(list)
    for each in several:
        by_month[each.month].append(each)
        by_pair[each.pair].append(each)
    months = [Month(name, by_month[name]) for name in sorted(by_month)]
    drafters = sorted({each.drafted.person for each in several})
    deciders = sorted({each.taken.person for each in several})
    if both_ways:
        drafters = deciders = sorted(set(drafters) & set(deciders))
    for drafter in drafters:
        for decider in deciders:
            together = by_pair.get((drafter, decider), [])
            if drafter != decider and (pair := _pair(drafter, decider, months, together)):
                yield pair._replace(centre=several[0].centre)


def _pair(
    drafter: str, decider: str, months: Iterable[Month], together: Sequence[Approval]
) -> PairLead | None:
    margins = {month.name: month.margins(drafter, decider) for month in months}
    free = [month for month in months if margins[month.name].leaves_a_choice]
    names = {month.name for month in free}
    strata = [margins[name] for name in names]
    if sum(each.most for each in strata) < LEAST:
        return None
    rounds = tuple(sorted((e for e in together if e.month in names), key=_decided))
    return PairLead(
        centre=None,
        drafter=drafter,
        decider=decider,
        together=len(rounds),
        expected=expected(strata),
        p=upper_tail(strata, len(rounds)) if stands_out(strata, len(rounds)) else 1.0,
        q=1.0,
        tests=0,
        free=tuple(free),
        rounds=rounds,
    )


def _decided(each: Approval) -> tuple[datetime, str, int]:
    return each.taken.at, each.dossier, each.round


def far_beyond_chance(pairs: Iterable[PairLead], level: float) -> list[PairLead]:
    """Choose the pairs to tell, most striking first; never one of fewer than five decisions."""
    told = [pair for pair in pairs if pair.q <= level and pair.together >= LEAST]
    return sorted(told, key=lambda pair: (pair.q, pair.p, str(pair.centre), pair[1:3]))


# --- two who decide each other's drafts -------------------------------------------------------


class Reciprocal(NamedTuple):
    """
    Two persons each of whom decided the other's drafts far more often than chance gives.

    ``p`` is the larger of the two: chance must be an explanation of neither direction. ``q`` is
    that ``p`` as it stands among all twos compared so.
    """

    one: PairLead
    other: PairLead
    p: float
    q: float
    tests: int


def reciprocal(pairs: Iterable[PairLead], level: float = LEVEL) -> list[Reciprocal]:
    """Find who decided each other's drafts beyond chance, in both directions."""
    twos = _both_ways(pairs)
    adjusted = benjamini_yekutieli([max(one.p, other.p) for one, other in twos])
    return [
        Reciprocal(one, other, max(one.p, other.p), q, len(twos))
        for (one, other), q in zip(twos, adjusted, strict=True)
        if q <= level and min(one.together, other.together) >= LEAST
    ]


def two_way(pairs: Iterable[PairLead]) -> int:
    """Count the twos that could have decided each other's drafts."""
    return len(_both_ways(pairs))


def _both_ways(pairs: Iterable[PairLead]) -> list[tuple[PairLead, PairLead]]:
    known = {(pair.centre, pair.drafter, pair.decider): pair for pair in pairs}
    return [
        (pair, back)
        for pair in known.values()
        if pair.drafter < pair.decider
        and (back := known.get((pair.centre, pair.decider, pair.drafter)))
    ]


def reciprocal_findings(rows: Iterable[DecisionRound]) -> list[Finding]:
    """Tell the twos of all centres and the whole record as findings beside those of the rounds."""
    return [_finding(each) for each in reciprocal(_compared(approvals(rows), both_ways=True))]


def _finding(two: Reciprocal) -> Finding:
    rounds = sorted((*two.one.rounds, *two.other.rounds), key=_decided)
    accounts = {hand.account: None for each in rounds for hand in (each.drafted, each.taken)}
    return Finding(
        code=CODES["two"],
        severity="lead",
        act="decision",
        dossier=None,
        round=None,
        persons=[two.one.drafter, two.one.decider],
        accounts=list(accounts),
        versions=[],
        log_index=[n for each in rounds for n in (each.drafted.log_index, each.taken.log_index)],
    )


# --- cycles -------------------------------------------------------------------------------


class Cycle(NamedTuple):
    """
    Three persons or more each of whom decided, beyond chance, what the one before drafted.

    ``pairs`` go round, from the first of ``persons`` back to it. ``group`` is everybody who is
    joined to them by such pairs in both directions.
    """

    centre: str | None
    persons: tuple[str, ...]
    pairs: tuple[PairLead, ...]
    group: tuple[str, ...]

    @property
    def p(self) -> float:
        """That of its pair most easily explained by chance."""
        return max(pair.p for pair in self.pairs)

    @property
    def q(self) -> float:
        """The same, as it stands among all pairs compared."""
        return max(pair.q for pair in self.pairs)


_SHORTEST = 3
"""Two who decide each other's drafts are told as such."""


def cycles(told: Iterable[PairLead]) -> list[Cycle]:
    """
    Find cycles among the pairs told, one for each strongly connected group.

    Every step of one is itself beyond chance after adjusting, so nothing further is tested;
    of several in a group the shortest is told, of three persons or more.
    """
    by_centre: dict[str | None, dict[tuple[str, str], PairLead]] = defaultdict(dict)
    for pair in told:
        by_centre[pair.centre][pair.drafter, pair.decider] = pair
    return [
        cycle
        for centre in sorted(by_centre, key=str)
        for group in _strongly_connected(by_centre[centre])
        if (cycle := _shortest(by_centre[centre], group)) is not None
    ]


Edges = Mapping[tuple[str, str], PairLead]


def _strongly_connected(edges: Edges) -> list[frozenset[str]]:
    """Group the persons who can be reached from each other, along the pairs."""
    onward, back = _neighbours(edges), _neighbours((b, a) for a, b in edges)
    groups = {
        frozenset(_reached(onward, one) & _reached(back, one)) for one in sorted(onward) if one
    }
    return sorted(groups, key=sorted)


def _neighbours(edges: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(edges):
        found[one].append(other)
    return found


def _reached(onward: Mapping[str, Iterable[str]], start: str) -> set[str]:
    reached, ahead = {start}, [start]
    while ahead:
        for other in onward.get(ahead.pop(), ()):
            if other not in reached:
                reached.add(other)
                ahead.append(other)
    return reached


def _shortest(edges: Edges, group: Collection[str]) -> Cycle | None:
    inside = {pair for pair in edges if pair[0] in group and pair[1] in group}
    ways = [way for first, second in sorted(inside) if (way := _back(inside, second, first))]
    if not ways:
        return None
    persons = min(ways, key=lambda way: (len(way), way))
    steps = pairwise((*persons, persons[0]))
    pairs = tuple(edges[step] for step in steps)
    return Cycle(pairs[0].centre, persons, pairs, tuple(sorted(group)))


def _back(edges: Collection[tuple[str, str]], start: str, goal: str) -> tuple[str, ...] | None:
    """Find the shortest way from the second of a pair back to the first, not at once."""
    onward = _neighbours(edges)
    ahead: deque[tuple[str, ...]] = deque([(start,)])
    seen = {start}
    while ahead:
        way = ahead.popleft()
        for other in onward[way[-1]]:
            if other == goal and len(way) + 1 >= _SHORTEST:
                return (goal, *way)
            if other not in seen and other != goal:
                seen.add(other)
                ahead.append((*way, other))
    return None


# --- haste --------------------------------------------------------------------------------

_HOUR = 3600
EDGES = (60, 300, 900, _HOUR, 4 * _HOUR, 24 * _HOUR, 72 * _HOUR)
"""Where the classes of the distribution begin, in seconds; the last has no end."""


class Spread(NamedTuple):
    """How long decisions took that were not hurried, in seconds; half lie between the quarters."""

    decisions: int
    lower_quarter: float
    median: float
    upper_quarter: float


class Class(NamedTuple):
    """A class of the distribution: from so many seconds to fewer than so many, how many."""

    start: int
    end: int | None
    rounds: frozenset[Key]


def hurried(several: Iterable[Approval]) -> list[Approval]:
    """Choose the decisions taken within a minute of the last word, oldest first."""
    quick = [each for each in several if each.waited is not None and each.waited < HURRIED]
    return sorted(quick, key=_decided)


def considered(several: Iterable[Approval]) -> list[Approval]:
    """Choose those that took a minute or more."""
    return [each for each in several if each.waited is not None and each.waited >= HURRIED]


def spread(several: Sequence[Approval]) -> Spread | None:
    """Tell how long decisions took; ``None`` for fewer than five."""
    seconds = [_seconds(each) for each in several]
    if len(seconds) < LEAST:
        return None
    lower, _, upper = quantiles(seconds, n=4, method="inclusive")
    return Spread(len(seconds), lower, median(seconds), upper)


def classes(several: Iterable[Approval]) -> list[Class]:
    """Share decisions out over the classes; one of fewer than five is joined with the next."""
    found: list[Class] = []
    rounds: dict[int, set[Key]] = defaultdict(set)
    for each in several:
        rounds[max(edge for edge in EDGES if edge <= _seconds(each))].add(each.key)
    begun: set[Key] = set()
    start = EDGES[0]
    for edge, end in zip(EDGES, (*EDGES[1:], None), strict=True):
        begun |= rounds[edge]
        if len(begun) >= LEAST:
            found.append(Class(start, end, frozenset(begun)))
            begun, start = set(), end or start
    if begun and found:
        last = found.pop()
        found.append(Class(last.start, None, last.rounds | begun))
    elif found:
        found[-1] = found[-1]._replace(end=None)
    return found


def _seconds(each: Approval) -> float:
    return each.waited.total_seconds() if each.waited is not None else 0.0


# --- what may be told -----------------------------------------------------------------------


class Told(NamedTuple):
    """Which numbers of a report may be told: names of groups, see :func:`may_tell`."""

    names: frozenset[tuple[str, object]]

    def number(self, name: tuple[str, object], members: Collection[object]) -> int | None:
        """Return how many there are, or ``None`` where that is not told."""
        return len(members) if name in self.names else None


def may_tell(
    groups: Mapping[tuple[str, object], Collection[Key]],
    pairs: Iterable[PairLead],
    beside: Iterable[Collection[Key]] = (),
) -> Told:
    """
    Choose what of a report may be told so that no group under five can be worked out.

    All numbers of the report are looked at together. Beside the groups told, nobody may work
    out how many of a drafter's drafts others took, what else a decider took, nor the rest; nor
    the size of what is named ``beside``.
    """
    guarded = [*beside, *(group for pair in pairs for group in _cells(pair))]
    return Told(frozenset(may_be_told(groups, guarded)))


def _cells(pair: PairLead) -> Iterator[frozenset[Key]]:
    yield pair.drafted & pair.taken
    yield pair.drafted - pair.taken
    yield pair.taken - pair.drafted
    yield pair.decisions - pair.drafted - pair.taken


def centres(several: Iterable[Approval]) -> dict[str | None, list[Approval]]:
    """Sort decisions by centre."""
    found: dict[str | None, list[Approval]] = defaultdict(list)
    for each in several:
        found[each.centre].append(each)
    return {centre: found[centre] for centre in sorted(found, key=str)}
