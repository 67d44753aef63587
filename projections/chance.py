"""
What chance alone would give: exact tails of counts, and many tests looked at together.

Two margins are taken as they are, as Fisher did: how many decisions there were, how many one
person drafted and how many another took. If drafts went to deciders by chance, how many of the
first one's drafts the second one took follows the hypergeometric distribution. Plain arithmetic
on floats; every number added is positive, so nothing is lost by cancelling, and results are
right to about twelve figures (compared in the tests with fractions and with published tables).
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from math import fsum, sqrt
from typing import NamedTuple

LEAST_TOLD = 1e-50
"""A probability below this is told as this: smaller ones mean nothing more."""

_NOTHING = 1e-60
"""Terms so small beside the largest are left out of a distribution."""


class Margins(NamedTuple):
    """How many of ``all`` there are, and of these ``drafted`` by one and ``taken`` by another."""

    all: int
    drafted: int
    taken: int

    @property
    def least(self) -> int:
        """The fewest that the two must have in common."""
        return max(0, self.drafted + self.taken - self.all)

    @property
    def most(self) -> int:
        """The most that they can have in common."""
        return min(self.drafted, self.taken)

    @property
    def leaves_a_choice(self) -> bool:
        """Whether the number in common could have been another than it is."""
        return self.least < self.most

    @property
    def expected(self) -> float:
        """The number in common that chance gives on average."""
        return self.drafted * self.taken / self.all if self.all else 0.0

    @property
    def variance(self) -> float:
        """How far that number strays: the mean of the squares."""
        m, d, e = self
        return d * e * (m - d) * (m - e) / (m * m * (m - 1)) if m > 1 else 0.0


def hypergeometric(margins: Margins) -> tuple[int, list[float]]:
    """
    Return the probabilities of the numbers in common, and the first number they are for.

    Each follows from its neighbour by a ratio, beginning at the most probable one.
    """
    m, d, e = margins
    mode = (d + 1) * (e + 1) // (m + 2)
    mode = min(max(mode, margins.least), margins.most)
    down, up = [1.0], [1.0]
    for x in range(mode, margins.least, -1):
        down.append(down[-1] * x * (m - d - e + x) / ((d - x + 1) * (e - x + 1)))
        if down[-1] < _NOTHING:
            break
    for x in range(mode, margins.most):
        up.append(up[-1] * (d - x) * (e - x) / ((x + 1) * (m - d - e + x + 1)))
        if up[-1] < _NOTHING:
            break
    terms = [*down[:0:-1], *up]
    whole = fsum(terms)
    return mode - len(down) + 1, [term / whole for term in terms]


def upper_tail(strata: Iterable[Margins], common: int) -> float:
    """
    Return the probability of so many in common or more, over several strata taken together.

    A stratum is a month at a centre: within it alone drafts could have gone to another. The
    sums over strata are added up exactly: no approximation by a curve.
    """
    first = 0
    chances: Sequence[float] = [1.0]
    for margins in strata:
        start, of_this = hypergeometric(margins)
        left_out, chances = _trimmed(_sums(chances, of_this))
        first += start + left_out
    tail = fsum(chances[max(common - first, 0) :])
    return max(min(tail, 1.0), LEAST_TOLD)


def _trimmed(chances: Sequence[float]) -> tuple[int, Sequence[float]]:
    """Leave out at both ends what is nothing beside the rest; say how many at the beginning."""
    matter = [at for at, chance in enumerate(chances) if chance > _NOTHING]
    return matter[0], chances[matter[0] : matter[-1] + 1]


def _sums(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """Return the probabilities of the sums of two numbers that do not depend on each other."""
    sums = [0.0] * (len(one) + len(other) - 1)
    for at, chance in enumerate(one):
        for beyond, another in enumerate(other):
            sums[at + beyond] += chance * another
    return sums


def stands_out(strata: Collection[Margins], common: int) -> bool:
    """
    Tell whether so many in common stray upwards at all, by more than chance does on average.

    Of those that do not (five in six, if all is chance) no tail need be worked out: to take
    it for 1 names nobody who would not be named.
    """
    return common > expected(strata) + sqrt(fsum(margins.variance for margins in strata))


def expected(strata: Iterable[Margins]) -> float:
    """Return the number in common that chance gives on average, over several strata."""
    return fsum(margins.expected for margins in strata)


def benjamini_yekutieli(tests: Sequence[float]) -> list[float]:
    """
    Return for each p-value the smallest level at which it would stand among all of them.

    Who holds to those below a level is wrong, on average, in no more than that share of what
    is held: Benjamini and Yekutieli (2001). Their bound and not that of Benjamini and Hochberg
    (1995), which needs tests that do not pull against each other: here the decisions of one
    person are shared out over drafters, so that more with one is less with another.
    """
    n = len(tests)
    penalty = fsum(1 / rank for rank in range(1, n + 1))
    order = sorted(range(n), key=tests.__getitem__, reverse=True)
    bounds = (tests[at] * n * penalty / (n - nth) for nth, at in enumerate(order))
    adjusted = [0.0] * n
    for at, bound in zip(order, accumulate(bounds, min), strict=True):
        adjusted[at] = min(bound, 1.0)
    return adjusted
