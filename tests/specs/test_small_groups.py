"""No small group can be worked out from the numbers that are told, by adding and subtracting."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from projections.small_groups import LEAST, may_be_told

people = st.lists(
    st.tuples(*[st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("12")])
)


def tables(everybody):
    """All, by each trait, and by each pair of traits: tables that cross one another."""
    groups: dict[object, set[int]] = {"all": set(range(len(everybody)))}
    for at, one in enumerate(everybody):
        for trait in ((0,), (1,), (2,), (0, 1), (1, 2)):
            groups.setdefault((trait, *(one[t] for t in trait)), set()).add(at)
    return groups


def rank(rows):
    """Rank of a matrix, by plain elimination: nothing is shared with what is tested."""
    rows, found = [[Fraction(value) for value in row] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        lead = next((row for row in rows[found:] if row[column]), None)
        if lead is None:
            continue
        rows.remove(lead)
        rows.insert(found, lead)
        for at in range(found + 1, len(rows)):
            factor = rows[at][column] / lead[column]
            rows[at] = [a - factor * b for a, b in zip(rows[at], lead, strict=True)]
        found += 1
    return found


@settings(max_examples=150, deadline=None)
@for_all(people)
def test_no_small_group_is_a_sum_of_what_is_told(everybody):
    groups = tables(everybody)
    told = may_be_told(groups)
    kinds = sorted(set(everybody))
    written = {
        name: [int(any(everybody[at] == kind for at in members)) for kind in kinds]
        for name, members in groups.items()
    }
    known = [written[name] for name in told]
    for name, members in groups.items():
        if 0 < len(members) < LEAST:
            assert name not in told
            assert rank([*known, written[name]]) > rank(known)


@for_all(people.filter(bool))
def test_where_no_group_is_small_everything_is_told(everybody):
    groups = tables(everybody * LEAST)
    assert may_be_told(groups) == set(groups)


def test_beside_a_total_a_second_group_is_not_told_either():
    groups = {"all": range(20), "many": range(10), "some": range(10, 17), "few": range(17, 20)}
    assert may_be_told(groups) == {"all", "many"}


def test_two_small_groups_hide_each_other():
    groups = {"all": range(13), "many": range(9), "few": range(9, 11), "fewer": range(11, 13)}
    assert may_be_told(groups) == {"all", "many"}


def test_but_not_where_their_sum_is_itself_to_be_guarded():
    groups = {"all": range(13), "many": range(9), "few": range(9, 11), "fewer": range(11, 13)}
    assert may_be_told(groups, guarded=[range(9, 13)]) == {"all"}


def test_a_small_group_is_not_worked_out_from_another_table():
    groups = {
        "all": range(20),
        ("form", "a"): range(14),
        ("form", "b"): range(14, 20),
        ("centre", "x"): range(18),
        ("centre", "y"): range(18, 20),
    }
    assert may_be_told(groups) == {"all", ("form", "a"), ("form", "b")}


def test_that_there_is_nobody_is_told():
    assert may_be_told({"all": range(6), "none": ()}) == {"all", "none"}


def test_nothing_is_told_of_a_few():
    assert may_be_told({"all": range(4)}) == set()


# -- what a reader can still think possible -------------------------------------------------------


def worlds(of: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Share people out over kinds in every way there is."""
    if kinds == 1:
        yield (of,)
        return
    for first in range(of + 1):
        for rest in worlds(of - first, kinds - 1):
            yield (first, *rest)


few = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), max_size=11)


def crossed(everybody):
    """All, by each trait and by both; and what of these is a whole together."""
    groups: dict[tuple[str, ...], set[int]] = {("all",): set(range(len(everybody)))}
    for at, (one, other) in enumerate(everybody):
        for name in (("one", one), ("other", other), ("both", one, other)):
            groups.setdefault(name, set()).add(at)
    whole = [[name for name in groups if name[0] == trait] for trait in ("one", "other", "both")]
    rows = [
        [name for name in groups if name[:2] == ("both", one)]
        for one in {one for one, _ in everybody}
    ]
    return groups, [*whole, *rows]


@settings(max_examples=120, deadline=None)
@for_all(few)
def test_every_small_group_may_have_another_size_for_all_that_is_told(everybody):
    groups, tables = crossed(everybody)
    told = may_be_told(groups, tables=tables)
    if len(everybody) < LEAST:
        assert told <= {("all",)}
        return
    kinds = sorted(set(everybody))
    spans = {
        name: [at for at, kind in enumerate(kinds) if any(everybody[m] == kind for m in members)]
        for name, members in groups.items()
    }
    sizes: dict[tuple[str, ...], set[int]] = {name: set() for name in groups}
    of = len(everybody)
    totals = [of] if ("all",) in told else range(of - 2, of + 3)
    for world in chain.from_iterable(worlds(total, len(kinds)) for total in totals):
        counted = {name: sum(world[at] for at in span) for name, span in spans.items()}
        if all(counted.values()) and all(counted[name] == len(groups[name]) for name in told):
            for name, size in counted.items():
                sizes[name].add(size)
    for name, members in groups.items():
        if len(members) < LEAST:
            assert len(sizes[name]) > 1, name


@settings(max_examples=200, deadline=None)
@for_all(st.lists(st.integers(1, 12), min_size=1, max_size=7))
def test_what_is_left_of_a_table_is_no_small_group(sizes):
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    rows = {at: range(end - sizes[at], end) for at, end in enumerate(ends)}
    told = may_be_told({"all": range(sum(sizes)), **rows}, tables=[list(rows)])
    rest = [sizes[at] for at in rows if at not in told]
    if "all" in told and rest:
        assert sum(rest) >= LEAST
        assert sum(rest) > len(rest), "each is known to have one"


def test_three_of_one_each_are_not_told_by_what_is_left_for_them():
    groups = {"all": range(13), "a": range(10), "b": [10], "c": [11], "d": [12]}
    assert may_be_told(groups) == may_be_told(groups, tables=["abcd"]) == {"all"}


def test_five_of_one_each_are_not_told_either():
    one_each = {f"one {n}": range(n, n + 1) for n in range(10, 15)}
    groups = {"all": range(15), "a": range(10), **one_each}
    assert may_be_told(groups, tables=[["a", *one_each]]) == {"all"}


def test_six_in_two_small_rows_may_be_left():
    groups = {"all": range(16), "a": range(10), "b": range(10, 14), "c": range(14, 16)}
    assert may_be_told(groups, tables=["abc"]) == {"all", "a"}
