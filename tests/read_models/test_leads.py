"""Leads are patterns beyond chance, at a centre and in its months; small groups are not told."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import count, pairwise, product
from random import Random

import pytest
from given import brussels, there
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as some

from cli.control_leads import Asked, _report
from domain.state.decision import Hand
from projections import leads
from projections.separation import DecisionRound, findings

A, B, C, D, E, F = (f"P-00{n}" for n in range(1, 7))
DRAFTERS, DECIDERS = (A, B, C), (D, E, F)
MONTHS = tuple(f"2025-{month:02}" for month in range(1, 13))

Made = tuple[str, str, str]
"""Who drafted, who decided, in which month."""


def hand(person: str, when: str, version: int, *, whole_day: bool = False) -> Hand:
    return Hand(person.lower(), person, brussels(when), whole_day, version, version)


def decided(made: Sequence[Made], centre: str = "HOL", wait: int = 86_400) -> list[DecisionRound]:
    """Rounds drafted and decided as told, on one day of the month after another."""
    rows = []
    for number, (drafter, decider, month) in zip(count(1), made, strict=False):
        taken = hand(decider, f"{month}-{number % 27 + 1:02} 10:00", 2 * number)
        drafted = hand(drafter, f"{month}-01 10:00", 2 * number - 1)
        drafted = drafted._replace(at=taken.at - timedelta(seconds=wait))
        dossier = f"{centre}-2025-{number:04}"
        rows.append(
            DecisionRound(dossier, 1, "taken", drafted=(drafted,), taken=taken, centre=centre)
        )
    return rows


def evenly(times: int = 1) -> list[Made]:
    """Everybody drafts for everybody, as often."""
    everybody = product(MONTHS, DRAFTERS, DECIDERS)
    return [(drafter, decider, month) for month, drafter, decider in everybody] * times


def always(drafter: str, decider: str, times: int = 1) -> list[Made]:
    return [(drafter, decider, month) for month in MONTHS] * times


def told(rows, level=leads.LEVEL):
    return leads.far_beyond_chance(leads.concentrated(leads.approvals(rows)), level)


# --- pairs --------------------------------------------------------------------------------


def test_drafts_shared_out_evenly_give_no_lead():
    assert told(decided(evenly())) == []


def test_a_drafter_who_always_goes_to_one_decider_is_a_lead_with_its_numbers():
    made = [*always(A, D, 2), *([(d, e, m) for m in MONTHS for d in (B, C) for e in (D, E, F)])]
    (first, *_) = told(decided(made))
    assert (first.drafter, first.decider, first.centre) == (A, D, "HOL")
    assert first.together == 24
    assert len(first.drafted) == 24
    assert len(first.taken) == 24 + 24
    assert len(first.decisions) == 96
    assert first.expected == pytest.approx(12 * 2 * 4 / 8)
    assert first.months == MONTHS
    assert first.deciders == (3, 3)
    assert len(first.rounds) == 24
    assert first.p <= first.q <= leads.LEVEL


def test_the_only_decider_on_duty_is_no_lead():
    assert told(decided([(d, E, m) for m in MONTHS for d in DRAFTERS for _ in range(4)])) == []


def test_two_officers_who_must_decide_for_each_other_are_no_lead():
    made = [*always(A, B, 5), *always(B, A, 5)]
    compared = leads.concentrated(leads.approvals(decided(made)))
    assert compared == []
    assert leads.reciprocal(compared) == []


def test_a_month_in_which_nobody_else_could_decide_counts_for_nothing():
    alone = [(A, D, "2025-01")] * 30
    made = [*alone, *[each for each in evenly(2) if each[2] != "2025-01"]]
    compared = leads.concentrated(leads.approvals(decided(made)))
    (pair,) = [each for each in compared if (each.drafter, each.decider) == (A, D)]
    assert "2025-01" not in pair.months
    assert pair.together == 22


def test_centres_are_compared_each_with_itself():
    here = decided([*always(A, D, 3), *always(B, D, 3)])
    there = decided([*always(C, E, 3), *always(F, E, 3)], centre="VOT")
    assert told([*here, *there]) == []


def test_a_pair_of_four_decisions_is_not_told_however_unlikely():
    made = [*[(A, D, m) for m in MONTHS[:4]], *[(B, e, m) for m in MONTHS for e in (E, F)] * 8]
    assert all(pair.together >= 5 for pair in told(decided(made), level=0.99))
    assert all({pair.drafter, pair.decider} != {A, D} for pair in told(decided(made), level=0.99))


def test_who_decides_what_he_drafted_is_a_finding_and_no_pair():
    own = decided(always(A, A, 3))
    assert leads.concentrated(leads.approvals(own)) == []
    assert {each.code for each in findings(own)} == {"FOUR_EYES_DIRECT"}


def test_two_accounts_of_one_person_are_one_drafter():
    rows = decided([*evenly(), *always(A, D, 3)])
    other = [
        row
        if at % 2
        else DecisionRound(
            row.dossier,
            1,
            "taken",
            drafted=tuple(each._replace(account=f"{each.account}.2") for each in row.drafted),
            taken=row.taken,
            centre=row.centre,
        )
        for at, row in enumerate(rows)
    ]
    assert [(one.p, one.together) for one in told(other)] == [
        (one.p, one.together) for one in told(rows)
    ]


@for_all(some.randoms(use_true_random=False))
@settings(max_examples=20)
def test_what_is_told_does_not_depend_on_the_order_of_the_rows(random):
    rows = decided([*evenly(), *always(A, D, 2), *always(B, E, 2)])
    mixed = random.sample(rows, len(rows))
    assert plainly(told(mixed)) == plainly(told(rows))


def plainly(pairs):
    return [
        (
            *pair[:8],
            pair.months,
            pair.deciders,
            pair.drafted,
            pair.taken,
            pair.decisions,
            pair.rounds,
        )
        for pair in pairs
    ]


def test_of_drafts_that_go_by_lot_hardly_any_year_gives_a_lead():
    """With a level of 0.05 in at most one year in twenty, if all is chance; exact tests: fewer."""
    random = Random(20250301)  # noqa: S311 (the same years each time, and no secret)
    years = 80
    false = 0
    for _ in range(years):
        made = []
        for month in MONTHS:
            deciders = random.choices(DECIDERS, weights=(5, 3, 1), k=24)
            drafters = random.choices(DRAFTERS, weights=(4, 2, 1), k=24)
            made += [(d, e, month) for d, e in zip(drafters, deciders, strict=True)]
        false += bool(told(decided(made)))
    assert false <= years * 0.05


# --- two, and in a circle ---------------------------------------------------------------------


OFFICERS = (A, B, C, D, E)
ASSISTANTS = ("P-011", "P-012", "P-013")


def by_lot(seed: int, each_month: int = 20) -> list[Made]:
    """Officers who decide as it comes what assistants draft, and now and then each other's."""
    random = Random(seed)  # noqa: S311 (the same year each time, and no secret)
    pairs = list(product(ASSISTANTS, OFFICERS)) * 4
    pairs += [(one, other) for one in OFFICERS for other in OFFICERS if one != other]
    return [(*random.choice(pairs), month) for month in MONTHS for _ in range(each_month)]


def test_two_who_decide_each_others_drafts_beyond_chance_are_a_lead():
    rows = decided([*by_lot(1), *always(A, B, 4), *always(B, A, 4)])
    compared = leads.concentrated(leads.approvals(rows))
    (two,) = leads.reciprocal(compared)
    assert {two.one.drafter, two.one.decider} == {A, B}
    assert two.p == max(two.one.p, two.other.p)
    assert two.tests == leads.two_way(compared) >= 1


def test_one_direction_alone_is_not_reciprocal():
    rows = decided([*by_lot(1), *always(A, B, 6)])
    compared = leads.concentrated(leads.approvals(rows))
    assert leads.reciprocal(compared) == []
    assert [(pair.drafter, pair.decider) for pair in told(rows)] == [(A, B)]


def test_the_finding_of_two_names_both_and_all_their_acts():
    rows = decided([*by_lot(1), *always(A, B, 4), *always(B, A, 4)])
    (finding,) = leads.reciprocal_findings(rows)
    (two,) = leads.reciprocal(leads.concentrated(leads.approvals(rows)))
    assert finding.persons == [two.one.drafter, two.one.decider]
    assert (finding.code, finding.severity) == ("RECIPROCAL_PAIR", "lead")
    assert (finding.dossier, finding.round, finding.versions) == (None, None, [])
    assert sorted(finding.persons) == [A, B]
    assert sorted(finding.accounts) == [A.lower(), B.lower()]
    hands = [(row.drafted[0], there(row.taken)) for row in rows]
    theirs = [both for both in hands if {hand.person for hand in both} == {A, B}]
    assert sorted(finding.log_index) == sorted(hand.log_index for both in theirs for hand in both)


def test_three_who_decide_round_are_one_cycle():
    rows = decided([*by_lot(1), *always(A, B, 5), *always(B, C, 5), *always(C, A, 5)])
    (cycle,) = leads.cycles(told(rows))
    assert cycle.persons == (A, B, C)
    assert [(pair.drafter, pair.decider) for pair in cycle.pairs] == [(A, B), (B, C), (C, A)]
    assert cycle.q == max(pair.q for pair in cycle.pairs)


def test_two_are_no_cycle_and_neither_is_a_chain():
    two = decided([*by_lot(1), *always(A, B, 4), *always(B, A, 4)])
    chain = decided([*by_lot(1), *always(A, B, 5), *always(B, C, 5)])
    assert leads.cycles(told(two)) == []
    assert leads.cycles(told(chain)) == []


def test_of_a_group_the_shortest_cycle_is_told_with_everybody_joined_to_it():
    rounds = [(A, B), (B, C), (C, D), (D, E), (E, A), (C, A)]
    pairs = {
        names: leads.PairLead(
            "HOL", *names, together=9, expected=2.0, p=0.001, q=0.01, tests=20, free=(), rounds=()
        )
        for names in rounds
    }
    (cycle,) = leads.cycles(pairs.values())
    assert cycle.persons == (A, B, C)
    assert cycle.group == (A, B, C, D, E)


# --- haste --------------------------------------------------------------------------------


def test_the_hurried_are_those_found_by_the_control_of_separation():
    quick = decided([(A, D, m) for m in MONTHS[:3]], wait=40)
    own = decided([(A, A, MONTHS[4])], centre="VOT", wait=10)
    slow = decided([(B, E, m) for m in MONTHS], centre="MER")
    rows = [*quick, *own, *slow]
    found = {each.dossier for each in findings(rows) if each.code == "RUBBER_STAMP"}
    assert {each.dossier for each in leads.hurried(leads.approvals(rows))} == found
    assert len(found) == 4


def test_the_spread_is_of_those_that_took_a_minute_or_more():
    several = [
        *leads.approvals(decided([(A, D, m) for m in MONTHS[:2]], wait=3)),
        *leads.approvals(decided([(A, D, m) for m in MONTHS[:5]], wait=7200)),
    ]
    slow = leads.considered(several)
    assert leads.spread(slow) == leads.Spread(5, 7200, 7200, 7200)
    assert leads.spread(slow[:4]) is None


@for_all(some.lists(some.integers(60, 600_000), max_size=60))
def test_every_class_holds_five_or_more_and_together_they_hold_all(waits):
    several = [
        each._replace(dossier=f"HOL-2025-{number:04}", drafted=each.drafted, last=each.last)
        for number, wait in enumerate(waits)
        for each in leads.approvals(decided([(A, D, "2025-03")], wait=wait))
    ]
    classes = leads.classes(several)
    assert all(len(each.rounds) >= 5 for each in classes)
    assert sum(len(each.rounds) for each in classes) == (len(waits) if len(waits) >= 5 else 0)
    assert all(one.end == other.start for one, other in pairwise(classes))
    assert [each.end for each in classes[-1:]] == [None] * bool(classes)


# --- small groups ---------------------------------------------------------------------------


@for_all(some.integers(0, 1000), some.integers(0, 12), some.integers(0, 12))
@settings(max_examples=30, deadline=None)
def test_no_count_under_five_is_told_nor_left_between_two_that_are(seed, first, second):
    random = Random(seed)  # noqa: S311 (no secret)
    made = by_lot(seed, each_month=6)
    made += [(A, B, random.choice(MONTHS)) for _ in range(3 * first)]
    made += [(B, A, random.choice(MONTHS)) for _ in range(3 * second)]
    pairs = told(decided(made), level=0.5)
    groups: dict[tuple[str, object], frozenset[leads.Key]] = {}
    for what in ("drafted", "taken", "decisions"):
        groups |= {(what, pair[:3]): getattr(pair, what) for pair in pairs}
    groups |= {("together", pair[:3]): pair.drafted & pair.taken for pair in pairs}
    may = leads.may_tell(groups, pairs)
    for pair in pairs:
        told_of = {
            what: number
            for what in ("drafted", "taken", "decisions", "together")
            if (number := may.number((what, pair[:3]), groups[what, pair[:3]])) is not None
        }
        assert all(number >= 5 for number in told_of.values())
        if "together" in told_of:
            for whole in told_of.keys() & {"drafted", "taken"}:
                assert told_of[whole] - told_of["together"] not in range(1, 5)
        if len(told_of) == 4:
            rest = told_of["decisions"] - told_of["drafted"] - told_of["taken"]
            assert rest + told_of["together"] not in range(1, 5)


@pytest.mark.parametrize("few", [1, 3, 4])
def test_of_one_centre_the_whole_house_is_not_told_where_the_rest_is_small(few):
    rows = [*decided(evenly()), *decided([("P-9", "P-8", MONTHS[0])] * few, centre="VOT")]
    for centre in ("HOL", "VOT", None):
        haste = _report(rows, Asked(centre, None, None, leads.LEVEL))["haste"]
        known = {haste["house"]["decisions"], haste["decisions"]}
        known |= {each["decisions"] for each in haste["centres"]}
        told = {number for number in known if number is not None}
        assert not {one - other for one in told for other in told} & {few, -few}
        assert few not in told


def test_of_one_centre_the_whole_house_is_told_where_the_rest_is_not_small():
    rows = [*decided(evenly()), *decided([("P-9", "P-8", MONTHS[0])] * 5, centre="VOT")]
    haste = _report(rows, Asked("VOT", None, None, leads.LEVEL))["haste"]
    assert (haste["house"]["decisions"], haste["decisions"]) == (len(rows), 5)
