"""What chance gives, compared with fractions and with published examples; many tests at once."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as some

from projections.chance import (
    LEAST_TOLD,
    Margins,
    benjamini_yekutieli,
    expected,
    hypergeometric,
    upper_tail,
)

# R. A. Fisher, The Design of Experiments (1935), chapter II: eight cups of tea, four of them
# with the milk first, four named as such.
TEA = Margins(all=8, drafted=4, taken=4)

# R. A. Fisher, The Logic of Inductive Inference, J. Royal Stat. Soc. 98 (1935), p. 39-54: of 13
# monozygotic and 17 dizygotic twins of criminals 12 were convicted, 10 of them monozygotic.
TWINS = Margins(all=30, drafted=13, taken=12)

# Y. Benjamini and Y. Hochberg, J. Royal Stat. Soc. B 57 (1995), p. 289-300, section 4.1.
MYOCARDIAL = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
)


def exactly(margins: Margins) -> dict[int, Fraction]:
    m, d, e = margins
    ways = {x: comb(d, x) * comb(m - d, e - x) for x in range(margins.least, margins.most + 1)}
    return {x: Fraction(n, comb(m, e)) for x, n in ways.items()}


def exact_tail(strata, common):
    sums = {0: Fraction(1)}
    for margins in strata:
        more: dict[int, Fraction] = {}
        for so_far, chance in sums.items():
            for x, another in exactly(margins).items():
                more[so_far + x] = more.get(so_far + x, Fraction(0)) + chance * another
        sums = more
    return sum((chance for x, chance in sums.items() if x >= common), Fraction(0))


@some.composite
def margins(draw, most=40):
    whole = draw(some.integers(1, most))
    return Margins(whole, draw(some.integers(0, whole)), draw(some.integers(0, whole)))


@pytest.mark.parametrize(
    ("table", "common", "published"),
    [(TEA, 4, Fraction(1, 70)), (TEA, 3, Fraction(17, 70)), (TWINS, 10, Fraction(619, 1330665))],
)
def test_published_examples_come_out(table, common, published):
    assert upper_tail([table], common) == pytest.approx(float(published), rel=1e-12)


@for_all(margins())
def test_the_distribution_is_the_exact_one(table):
    first, chances = hypergeometric(table)
    told = dict(enumerate(chances, start=first))
    assert told.keys() == exactly(table).keys()
    for x, chance in exactly(table).items():
        assert told[x] == pytest.approx(float(chance), rel=1e-12)


@for_all(some.lists(margins(15), min_size=1, max_size=4), some.integers(0, 40))
def test_several_months_are_added_up_exactly(strata, common):
    exact = float(exact_tail(strata, common))
    assert upper_tail(strata, common) == pytest.approx(max(exact, LEAST_TOLD), rel=1e-11)


@for_all(some.lists(margins(), min_size=1, max_size=4))
def test_a_count_is_the_less_likely_the_larger_it_is(strata):
    most = sum(table.most for table in strata)
    tails = [upper_tail(strata, common) for common in range(most + 1)]
    assert tails == sorted(tails, reverse=True)
    assert tails[0] == pytest.approx(1)


@for_all(margins())
def test_what_is_expected_is_the_mean(table):
    mean = sum(x * chance for x, chance in exactly(table).items())
    assert expected([table]) == pytest.approx(float(mean))


def test_far_out_in_the_tail_of_large_margins_figures_still_hold():
    large = Margins(all=5000, drafted=700, taken=900)
    exact = float(exact_tail([large], 260))
    assert upper_tail([large], 260) == pytest.approx(exact, rel=1e-10)


def test_nothing_is_less_likely_than_what_is_still_told():
    assert upper_tail([Margins(1000, 400, 400)], 400) == LEAST_TOLD


@for_all(margins())
def test_margins_without_a_choice_say_nothing(table):
    if not table.leaves_a_choice:
        assert upper_tail([table], table.most) == 1


# --- many tests -----------------------------------------------------------------------------


def test_a_published_list_is_adjusted_as_others_adjust_it():
    """The first three stand, as with ``p.adjust(p, "BY")`` of R: 0.00498, 0.00995, 0.0315."""
    adjusted = benjamini_yekutieli(MYOCARDIAL)
    assert adjusted[:4] == pytest.approx([0.004977, 0.009955, 0.031523, 0.118212], abs=1e-6)
    assert [q <= 0.05 for q in adjusted].count(True) == 3


@for_all(some.lists(some.floats(0, 1), max_size=30))
def test_who_holds_to_what_stands_holds_to_the_rule_as_it_was_published(tests):
    """With k the largest rank whose p is at most k·level/(n·c), the k smallest stand."""
    level = 0.05
    n = len(tests)
    c = sum(1 / rank for rank in range(1, n + 1))
    ranked = sorted(tests)
    standing = [k for k, p in enumerate(ranked, start=1) if p * n * c / k <= level]
    bound = ranked[max(standing) - 1] if standing else -1.0
    assert [q <= level for q in benjamini_yekutieli(tests)] == [p <= bound for p in tests]


@for_all(some.lists(some.floats(0, 1), max_size=30))
def test_an_adjusted_test_is_never_stronger_and_keeps_its_rank(tests):
    adjusted = benjamini_yekutieli(tests)
    assert all(q >= p for p, q in zip(tests, adjusted, strict=True))
    by_p = [q for _, q in sorted(zip(tests, adjusted, strict=True))]
    assert by_p == sorted(by_p)
