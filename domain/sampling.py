"""
Attribute sampling: how many to draw, which, and what may be said of all from those drawn.

Pure arithmetic on whole numbers and fractions, so that every machine comes to the same. A
sample shows, at a confidence, that at most a tolerable share of a population deviates. The
chances are exact: hypergeometric for a simple sample of so many, binomial where the
population is not known, and for a sample of several strata an upper bound that always holds.

What is drawn follows from a seed: the items of a stratum in the order of their HMAC-SHA256
under it, the smallest first. A larger sample so contains the smaller one.
"""

import hmac
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from hashlib import sha256
from math import ceil, comb, floor
from typing import NamedTuple

from domain.errors import BadInput

METHOD = "trajet.sample/v1"
"""How samples are drawn and judged. Another way gets another name; this one never changes."""

MOST = 5_000
"""More items than this nobody examines: the tolerable share is too near the expected one."""

LEAST_CONFIDENCE = 75
"""Below it the bound for several strata says nothing (see :func:`_at_most_of_several`)."""

Chance = tuple[int, int]
"""A probability as numerator and denominator, not reduced: that would take longer."""


class Assurance(NamedTuple):
    """
    What a sample is to show, as shares of one.

    ``confidence`` is how sure, ``tolerable`` the deviations one could live with,
    ``expected`` those one expects to find.
    """

    confidence: Fraction
    tolerable: Fraction
    expected: Fraction

    @property
    def risk(self) -> Fraction:
        """The chance that more than is tolerable deviates and the sample does not show it."""
        return 1 - self.confidence


class Part(NamedTuple):
    """A stratum: of how many items how many are drawn."""

    of: int
    taken: int


# -- what is asked -------------------------------------------------------------------------------


def share(name: str, percent: str) -> Fraction:
    """Read a percentage (``2.5``, ``2,5``); :class:`BadInput` names the option of another."""
    text = percent.replace(",", ".")
    try:
        told = Decimal(text) if text.isascii() else Decimal("NaN")
    except InvalidOperation:
        told = Decimal("NaN")
    if not told.is_finite() or not 0 <= told < 100 or told != round(told, 2):
        raise BadInput(
            "--{name}: {value} is not a percentage with two decimals at most",
            name=name,
            value=percent,
        )
    return Fraction(told) / 100


def assurance(confidence: str, tolerable: str, expected: str) -> Assurance:
    """Read what a sample is to show, in percent; :class:`BadInput` where it makes no sense."""
    found = Assurance(
        share("confidence", confidence), share("tolerable", tolerable), share("expected", expected)
    )
    if found.confidence * 100 < LEAST_CONFIDENCE:
        raise BadInput("--confidence: {least} percent is the least", least=LEAST_CONFIDENCE)
    if found.expected >= found.tolerable:
        raise BadInput("--expected must be less than --tolerable")
    return found


def percent(value: Fraction) -> str:
    """Write a share in percent with two decimals, rounded up: a limit is never told too low."""
    hundredths = ceil(value * 10_000)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


# -- chances -------------------------------------------------------------------------------------


def at_most(found: int, drawn: int, rate: Fraction) -> Chance:
    """Give the chance of so many deviations or fewer in a sample, each with that chance."""
    if found >= drawn:
        return 1, 1
    whole, part = rate.denominator, rate.numerator
    rest = whole - part
    if rest == 0:
        return 0, 1
    term = summed = rest**drawn
    for number in range(found):
        term = term * (drawn - number) * part // ((number + 1) * rest)
        summed += term
    return summed, whole**drawn


def at_most_of(found: int, part: Part, deviating: int) -> Chance:
    """Give the chance of so many or fewer where so many of a known number deviate."""
    of, drawn = part
    fewest, most = max(0, deviating + drawn - of), min(found, deviating, drawn)
    if fewest > most:
        return 0, 1
    rest = of - deviating - drawn
    term = ways = comb(deviating, fewest) * comb(of - deviating, drawn - fewest)
    for number in range(fewest, most):  # each way from the one before: far less to multiply
        term = (
            term * (deviating - number) * (drawn - number) // ((number + 1) * (rest + number + 1))
        )
        ways += term
    return ways, comb(of, drawn)


def at_most_in(found: int, strata: Sequence[Part], deviating: int) -> Chance:
    """Give the chance of so many or fewer in a sample, however the deviations lie in it."""
    filled = [part for part in strata if part.of]
    if len(filled) == 1:
        return at_most_of(found, filled[0], deviating)
    return _at_most_of_several(found, filled, deviating)


def _at_most_of_several(found: int, strata: Sequence[Part], deviating: int) -> Chance:
    """
    Bound the chance for the worst way in which deviations can lie in the strata.

    What is found in a stratum is a sum of independent trials (Vatutin and Mikhailov, 1982), so
    what is found in all is one too, of no more trials than are drawn or deviate. Of all such
    sums of a given mean, none is at most ``found`` more often than the binomial, if ``found``
    is a whole one below that mean (Hoeffding, 1956). Every stratum is drawn to at least the
    least share, which bounds the mean from below.
    """
    least = min((Fraction(part.taken, part.of) for part in strata), default=Fraction(1))
    if least == 1:
        return (1, 1) if found >= deviating else (0, 1)
    mean = deviating * least
    if found > mean - 1:
        return 1, 1
    trials = min(deviating, sum(part.taken for part in strata))
    return at_most(found, trials, mean / trials)


def _is_rare(chance: Chance, risk: Fraction) -> bool:
    ways, of = chance
    return ways * risk.denominator <= risk.numerator * of


# -- how many ------------------------------------------------------------------------------------


class Plan(NamedTuple):
    """How many items to draw, and how many of them may deviate as expected."""

    size: int
    deviations: int


def plan(asked: Assurance, population: Sequence[int] | None = None) -> Plan:
    """
    Say how many items show what is asked if no more deviate in the sample than expected.

    ``population`` has the number of items of each stratum; ``None`` for one without end. All
    are taken where nothing less shows it. :class:`BadInput` for more than anybody examines.
    """
    if population is None:
        return _least(asked, MOST, lambda size, found: at_most(found, size, asked.tolerable))
    of = sum(population)
    too_many = floor(of * asked.tolerable) + 1

    def chance(size: int, found: int) -> Chance:
        return at_most_in(found, allocated(size, population), too_many)

    try:
        return _least(asked, min(of, MOST), chance)
    except BadInput:
        if of > MOST:
            raise
        return Plan(of, ceil(of * asked.expected))


def _least(asked: Assurance, most: int, chance: Callable[[int, int], Chance]) -> Plan:
    """Raise the deviations allowed until those expected in the size it takes are among them."""
    found = size = 0
    while size <= most:
        low, high = max(size, found) + 1, most
        if low > high or not _is_rare(chance(high, found), asked.risk):
            break
        while low < high:
            middle = (low + high) // 2
            if _is_rare(chance(middle, found), asked.risk):
                high = middle
            else:
                low = middle + 1
        size = low
        if (expected := ceil(size * asked.expected)) <= found:
            return Plan(size, found)
        found, size = expected, size - 1
    raise BadInput(
        "more than {most} items would have to be examined; let --tolerable be further from "
        "--expected",
        most=most,
    )


def allocated(size: int, population: Sequence[int]) -> tuple[Part, ...]:
    """Share a sample out over strata: to each its part, rounded up, so that none is left out."""
    of = sum(population)
    return tuple(Part(each, -(-size * each // of) if of else 0) for each in population)


# -- what follows --------------------------------------------------------------------------------


def most_deviating(strata: Sequence[Part], found: int, asked: Assurance) -> int:
    """
    Say how many of the population deviate at most, at the confidence: its exact upper limit.

    Were there more, so few would have been found with a chance no greater than the risk.
    """
    of, drawn = sum(part.of for part in strata), sum(part.taken for part in strata)
    low, high = found, of - (drawn - found)
    while low < high:
        middle = (low + high + 1) // 2
        if _is_rare(at_most_in(found, strata, middle), asked.risk):
            high = middle - 1
        else:
            low = middle
    return low


def upper_rate(drawn: int, found: int, asked: Assurance) -> Fraction:
    """
    Say how often things go wrong at most, of those not drawn too and of those to come.

    The one-sided limit of Clopper and Pearson, rounded up to a hundredth of a percent; all
    of them where nothing was drawn.
    """
    low, high = 0, 10_000
    while low < high:
        middle = (low + high) // 2
        if found < drawn and _is_rare(at_most(found, drawn, Fraction(middle, 10_000)), asked.risk):
            high = middle
        else:
            low = middle + 1
    return Fraction(low, 10_000)


def is_met(strata: Sequence[Part], found: int, asked: Assurance) -> bool:
    """Tell whether no more deviate, at the confidence, than is tolerable."""
    of = sum(part.of for part in strata)
    return most_deviating(strata, found, asked) <= of * asked.tolerable


def allowance(strata: Sequence[Part], asked: Assurance) -> int:
    """Say how many deviations may be found with the tolerable share met; -1 where none may."""
    found = -1
    while found < sum(part.taken for part in strata) and is_met(strata, found + 1, asked):
        found += 1
    return found


# -- which ---------------------------------------------------------------------------------------


def seed_of(reference: str, log_size: int, root: str) -> str:
    """Make the seed of a sample, in hex: nobody chooses it, it follows from the log."""
    return sha256(f"{METHOD}\n{reference}\n{log_size}\n{root}\n".encode()).hexdigest()


def digest(seed: str, item: str) -> str:
    """Give the HMAC-SHA256 of an item under a seed, in hex."""
    return hmac.digest(bytes.fromhex(seed), item.encode(), "sha256").hex()


def in_order(seed: str, items: Iterable[str]) -> list[str]:
    """Put items in the order in which they are drawn."""
    return sorted(items, key=lambda item: digest(seed, item))


def fixed(population: Iterable[tuple[str, str]]) -> str:
    """Hash a population, each item with its stratum, whatever the order: one line an item."""
    lines = sorted(f"{item};{stratum}\n".encode() for item, stratum in population)
    return sha256(b"".join(lines)).hexdigest()
