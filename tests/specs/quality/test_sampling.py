"""How many are drawn, which, and what is said of all of them: as published, and as counted out."""

import hmac
from collections.abc import Iterator, Sequence
from fractions import Fraction
from hashlib import sha256
from itertools import product
from math import comb, prod

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain.errors import BadInput
from domain.sampling import (
    Assurance,
    Part,
    allocated,
    allowance,
    assurance,
    at_most,
    at_most_in,
    at_most_of,
    digest,
    fixed,
    in_order,
    is_met,
    most_deviating,
    percent,
    plan,
    seed_of,
    upper_rate,
)

USUAL = assurance("95", "5", "1")

# AICPA, Audit Guide "Audit Sampling", appendix A, table A-1: "Statistical Sample Sizes for Tests
# of Controls, 5 Percent Risk of Overreliance": tolerable and expected rate, size, deviations.
FIVE_PERCENT = """
2 0 149 0     3 0 99 0      4 0 74 0      5 0 59 0      6 0 49 0      7 0 42 0      8 0 36 0
9 0 32 0      10 0 29 0     15 0 19 0     20 0 14 0     2 0.25 236 1  3 0.25 157 1  4 0.25 117 1
5 0.25 93 1   6 0.25 78 1   7 0.25 66 1   8 0.25 58 1   9 0.25 51 1   10 0.25 46 1  3 0.75 208 2
4 1 156 2     5 1 93 1      5 1.25 124 2  4 1.5 192 3   6 1.5 103 2   4 1.75 227 4  5 1.75 153 3
7 1.75 88 2   8 1.75 77 2   5 2 181 4     6 2 127 3     9 2 68 2      5 2.25 208 5  10 2.25 61 2
6 2.5 150 4   7 2.5 109 3   6 2.75 173 5  8 2.75 95 3   6 3 195 6     7 3 129 4     9 3 84 3
7 3.25 148 5  8 3.25 112 4  7 3.5 167 6   10 3.5 76 3   7 3.75 185 7  8 3.75 129 5  9 3.75 100 4
8 4 146 6     10 4 89 4     9 5 158 8     10 5 116 6    10 6 179 11
"""
# The same, table A-2, at 10 percent.
TEN_PERCENT = """
2 0 114 0     3 0 76 0      4 0 57 0      5 0 45 0      6 0 38 0      7 0 32 0      8 0 28 0
9 0 25 0      10 0 22 0     15 0 15 0     20 0 11 0     2 0.25 194 1  3 0.25 129 1  5 0.25 77 1
2 0.75 265 2  3 1 176 2     4 1 96 1      3 1.25 221 3  4 1.25 132 2  4 1.75 166 3  4 2 198 4
5 2 132 3     6 2 88 2
"""
# Table A-3: upper limits at 5 percent, in percent rounded up to a tenth: size, then for 0, 1, 2 …
LIMITS = {
    25: (11.3, 17.7),
    50: (5.9, 9.2, 12.1, 14.8, 17.4, 19.9),
    60: (4.9, 7.7, 10.2, 12.5, 14.7, 16.8, 18.8),
    75: (4.0, 6.2, 8.2, 10.1, 11.8, 13.6, 15.2),
    80: (3.7, 5.8, 7.7, 9.5, 11.1, 12.7, 14.3),
    100: (3.0, 4.7, 6.2, 7.6, 9.0, 10.3, 11.5),
    125: (2.4, 3.8, 5.0, 6.1, 7.2, 8.3, 9.3),
    150: (2.0, 3.2, 4.2, 5.1, 6.0, 6.9, 7.8),
    200: (1.5, 2.4, 3.2, 3.9, 4.6, 5.2, 5.9),
}


def _cells(table: str, confidence: str) -> Iterator[tuple[str, str, str, int, int]]:
    words = table.split()
    for at in range(0, len(words), 4):
        tolerable, expected, size, deviations = words[at : at + 4]
        yield confidence, tolerable, expected, int(size), int(deviations)


PUBLISHED = [*_cells(FIVE_PERCENT, "95"), *_cells(TEN_PERCENT, "90")]


@pytest.mark.parametrize(("confidence", "tolerable", "expected", "size", "deviations"), PUBLISHED)
def test_a_sample_is_as_large_as_the_published_tables_say(
    confidence: str, tolerable: str, expected: str, size: int, deviations: int
) -> None:
    assert plan(assurance(confidence, tolerable, expected)) == (size, deviations)


@pytest.mark.parametrize("size", LIMITS)
def test_an_upper_limit_is_the_published_one_rounded_up(size: int) -> None:
    for found, published in enumerate(LIMITS[size]):
        ours = float(percent(upper_rate(size, found, USUAL)))
        assert published - 0.1 < ours <= published, found


def test_59_that_all_conform_show_that_less_than_5_percent_deviate_and_58_do_not() -> None:
    assert upper_rate(59, 0, USUAL) <= Fraction(5, 100)
    assert upper_rate(58, 0, USUAL) > Fraction(5, 100)


def test_of_a_small_population_fewer_are_drawn_and_of_a_tiny_one_all() -> None:
    # Lot acceptance by the hypergeometric distribution: C(N-D, n) / C(N, n) for none found.
    assert plan(assurance("95", "5", "0"), [100]).size == 39  # C(94,39)/C(100,39) = 0.0430…
    assert comb(94, 39) / comb(100, 39) <= 0.05 < comb(94, 38) / comb(100, 38)
    assert plan(USUAL, [20]).size == 20
    assert plan(USUAL, [1]).size == 1
    assert plan(USUAL, [0]).size == 0
    assert plan(USUAL, []).size == 0
    assert plan(USUAL, [100_000]).size in (92, 93)


# -- laws ----------------------------------------------------------------------------------------

confidences = st.sampled_from(["75", "80", "90", "95", "97.5", "99"])
tolerables = st.integers(2, 20)
strata = st.lists(st.integers(0, 400), min_size=1, max_size=5)


def _asked(confidence: str, tolerable: int, tenths: int) -> Assurance:
    """Expect so many tenths of half of what is tolerable."""
    return assurance(confidence, str(tolerable), f"{tolerable * tenths / 20:.2f}")


asked = st.builds(_asked, confidences, tolerables, st.integers(0, 10))


@settings(deadline=None)
@for_all(asked, strata)
def test_never_more_are_drawn_than_there_are(what: Assurance, population: list[int]) -> None:
    size = plan(what, population).size
    assert 0 <= size <= sum(population)
    parts = allocated(size, population)
    assert all(0 <= part.taken <= part.of for part in parts)
    assert sum(part.taken for part in parts) >= size
    assert all(part.taken for part in parts if part.of and size), "no stratum is left out"


@settings(deadline=None)
@for_all(asked, st.integers(1, 600))
def test_what_was_planned_suffices_and_one_less_does_not(what: Assurance, of: int) -> None:
    size, deviations = plan(what, [of])
    if size == of:
        return
    assert is_met([Part(of, size)], deviations, what)
    fewer = -(-(size - 1) * what.expected // 1)  # those expected in one less
    assert not is_met([Part(of, size - 1)], int(fewer), what)


@settings(deadline=None)
@for_all(asked, strata)
def test_what_was_planned_of_several_strata_suffices(
    what: Assurance, population: list[int]
) -> None:
    size, deviations = plan(what, population)
    parts = allocated(size, population)
    if size < sum(population):
        assert is_met(parts, deviations, what)
        assert allowance(parts, what) >= deviations


@settings(deadline=None)
@for_all(st.integers(1, 400), tolerables, st.integers(0, 10))
def test_to_be_more_sure_or_to_tolerate_less_never_takes_fewer(
    of: int, tolerable: int, tenths: int
) -> None:
    sizes = [plan(_asked(each, tolerable, tenths), [of]).size for each in ("75", "90", "95", "99")]
    assert sizes == sorted(sizes)
    expected = f"{tolerable * tenths / 20:.2f}"
    less = plan(assurance("95", str(tolerable), expected), [of]).size
    assert less >= plan(assurance("95", str(tolerable + 3), expected), [of]).size


@settings(deadline=None)
@for_all(asked, st.integers(1, 600))
def test_a_known_population_never_takes_more_than_one_without_end(what: Assurance, of: int) -> None:
    none_expected = what._replace(expected=Fraction(0))
    assert plan(none_expected, [of]).size <= min(of, plan(none_expected).size)


@settings(deadline=None)
@for_all(strata, st.data(), confidences)
def test_a_limit_grows_with_what_is_found(
    population: list[int], data: st.DataObject, confidence: str
) -> None:
    what = assurance(confidence, "5", "1")
    of = sum(population)
    size = data.draw(st.integers(0, of))
    parts = allocated(size, population)
    drawn = sum(part.taken for part in parts)
    limits = [most_deviating(parts, found, what) for found in range(min(drawn, 6) + 1)]
    assert limits == sorted(limits)
    assert all(found <= limit <= of - drawn + found for found, limit in enumerate(limits))
    rates = [upper_rate(drawn, found, what) for found in range(min(drawn, 6) + 1)]
    assert rates == sorted(rates)
    assert all(rate >= Fraction(found, max(drawn, 1)) for found, rate in enumerate(rates))


small = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5)), min_size=1, max_size=3).map(
    lambda told: tuple(Part(of, min(of, taken)) for of, taken in told)
)


def _chances(parts: Sequence[Part], deviating: Sequence[int]) -> list[Fraction]:
    """Count out the chance of each number found: so many of each stratum deviate."""
    every = prod(comb(part.of, part.taken) for part in parts)
    chances = [Fraction(0)] * (sum(part.taken for part in parts) + 1)
    for found in product(*(range(part.taken + 1) for part in parts)):
        ways = prod(
            comb(bad, number) * comb(part.of - bad, part.taken - number)
            for part, bad, number in zip(parts, deviating, found, strict=True)
        )
        chances[sum(found)] += Fraction(ways, every)
    return chances


@settings(max_examples=60, deadline=None)
@for_all(small, confidences)
def test_the_limit_covers_however_the_deviations_lie(
    parts: tuple[Part, ...], confidence: str
) -> None:
    """In every population there is, the chance that its limit is too low is within the risk."""
    what = assurance(confidence, "5", "1")
    drawn = sum(part.taken for part in parts)
    limits = [most_deviating(parts, found, what) for found in range(drawn + 1)]
    for deviating in product(*(range(part.of + 1) for part in parts)):
        chances = _chances(parts, deviating)
        too_low = (
            chance for chance, limit in zip(chances, limits, strict=True) if limit < sum(deviating)
        )
        assert sum(too_low, Fraction(0)) <= what.risk, deviating


@settings(max_examples=60, deadline=None)
@for_all(small, st.integers(0, 6))
def test_the_chance_in_several_strata_is_never_told_too_small(
    parts: tuple[Part, ...], found: int
) -> None:
    for deviating in product(*(range(part.of + 1) for part in parts)):
        ways, of = at_most_in(found, parts, sum(deviating))
        assert sum(_chances(parts, deviating)[: found + 1]) <= Fraction(ways, of)


@for_all(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))
def test_one_stratum_is_counted_out_exactly(of: int, drawn: int, bad: int, found: int) -> None:
    part, bad = Part(of, min(of, drawn)), min(of, bad)
    told = Fraction(*at_most_of(found, part, bad))
    assert told == sum(_chances([part], [bad])[: found + 1])


@for_all(st.integers(0, 9), st.integers(0, 9), st.fractions(0, 1, max_denominator=20))
def test_a_population_without_end_is_the_binomial(drawn: int, found: int, rate: Fraction) -> None:
    told = sum(
        comb(drawn, number) * rate**number * (1 - rate) ** (drawn - number)
        for number in range(min(found, drawn) + 1)
    )
    assert Fraction(*at_most(found, drawn, rate)) == told


@for_all(st.integers(1, 80), st.integers(0, 8), confidences)
def test_the_rate_is_the_least_hundredth_of_a_percent_that_covers(
    drawn: int, found: int, confidence: str
) -> None:
    what, found = assurance(confidence, "5", "1"), min(found, drawn)
    rate = upper_rate(drawn, found, what)
    if rate == 1:
        return
    assert Fraction(*at_most(found, drawn, rate)) <= what.risk
    assert Fraction(*at_most(found, drawn, rate - Fraction(1, 10_000))) > what.risk


# -- which ---------------------------------------------------------------------------------------

items = st.lists(
    st.integers(1, 9_999).map(lambda number: f"HOL-2026-{number:04}"), unique=True, max_size=40
)
seeds = st.binary(min_size=32, max_size=32).map(bytes.hex)


@for_all(seeds, items, st.data())
def test_a_larger_sample_holds_the_smaller_one(
    seed: str, population: list[str], data: st.DataObject
) -> None:
    smaller = data.draw(st.integers(0, len(population)))
    larger = data.draw(st.integers(smaller, len(population)))
    shuffled = data.draw(st.permutations(population))
    assert in_order(seed, population) == in_order(seed, shuffled)
    assert set(in_order(seed, population)[:smaller]) <= set(in_order(seed, shuffled)[:larger])
    assert sorted(in_order(seed, population)) == sorted(population)


@for_all(seeds, items, items)
def test_who_else_is_there_does_not_change_the_order_of_two(
    seed: str, these: list[str], others: list[str]
) -> None:
    among = [one for one in in_order(seed, {*these, *others}) if one in these]
    assert among == in_order(seed, these)


@for_all(strata, st.integers(0, 800), st.integers(0, 800))
def test_of_no_stratum_a_larger_sample_takes_fewer(
    population: list[int], one: int, other: int
) -> None:
    of = sum(population)
    sizes = sorted((min(one, of), min(other, of)))
    few, many = (allocated(size, population) for size in sizes)
    assert all(less.taken <= more.taken for less, more in zip(few, many, strict=True))


def test_the_order_is_that_of_the_standard_hmac() -> None:
    # RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?".
    told = digest(b"Jefe".hex(), "what do ya want for nothing?")
    assert told == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    seed = seed_of("Q-2026-1", 609, "ab" * 32)
    assert seed == sha256(f"trajet.sample/v1\nQ-2026-1\n609\n{'ab' * 32}\n".encode()).hexdigest()
    key = bytes.fromhex(seed)
    assert digest(seed, "HOL-2026-0042/1") == hmac.new(key, b"HOL-2026-0042/1", sha256).hexdigest()


def test_a_population_is_fixed_by_the_hash_of_its_sorted_lines() -> None:
    pairs = [("VOT-2026-0001", "VOT/running"), ("HOL-2026-0002", "HOL/departed")]
    text = b"HOL-2026-0002;HOL/departed\nVOT-2026-0001;VOT/running\n"
    assert fixed(pairs) == fixed(reversed(pairs)) == sha256(text).hexdigest()


# -- what is asked -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("confidence", "tolerable", "expected", "said"),
    [
        ("74", "5", "1", "--confidence"),
        ("100", "5", "1", "--confidence"),
        ("95", "1", "1", "--expected must be less"),
        ("95", "0", "0", "--expected must be less"),
        ("95", "x", "1", "--tolerable"),
        ("95", "5", "-1", "--expected"),
        ("95", "5", "NaN", "--expected"),
        ("95", "5", "0.125", "--expected"),
        ("sNaN", "5", "1", "--confidence"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_option(
    confidence: str, tolerable: str, expected: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        assurance(confidence, tolerable, expected)


def test_more_than_anybody_examines_is_not_planned() -> None:
    with pytest.raises(BadInput, match="--tolerable"):
        plan(assurance("99", "5", "4.9"))
    with pytest.raises(BadInput, match="5000"):
        plan(assurance("99", "5", "4.9"), [20_000])


def test_a_share_may_be_written_with_a_comma_and_in_our_digits_alone() -> None:
    assert assurance("97,5", "5,5", "1,25") == assurance("97.5", "5.5", "1.25")
    with pytest.raises(BadInput, match="--tolerable"):
        assurance("95", "٥", "1")


def test_a_plan_near_what_is_expected_takes_nearly_all() -> None:
    assert plan(assurance("95", "2", "1.9"), [4_000]) == (3_725, 71)


def test_a_limit_is_never_told_lower_than_it_is() -> None:
    assert percent(Fraction(1, 3)) == "33.34"
    assert percent(Fraction(5, 100)) == "5.00"
    assert percent(Fraction(1)) == "100.00"
