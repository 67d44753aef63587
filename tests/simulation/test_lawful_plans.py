"""Whatever the dice say, a plan without mishaps is one the procedure lets pass."""

from collections import Counter
from datetime import datetime

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from simulation.paper import Paper, on_paper

from domain import commands as c
from domain.lifecycle import OPEN_APPEAL
from domain.rules import Place, place, places
from domain.values import AppealKind, Sealed
from projections.audit.conformance import judge
from workflows.simulation.plan import Plan
from workflows.simulation.year import Wish, in_order, plans

SUSPENSIVE = (AppealKind.EXTREME_URGENCY, AppealKind.ASYLUM, AppealKind.ANNULMENT_LISTED)

seeds = st.text(max_size=8)
years = st.integers(2015, 2029)  # on both sides of the law of June 2026
some_places = st.lists(st.sampled_from(places()), min_size=1, max_size=3, unique=True)


def _year(seed: str, year: int, chosen: list[Place]) -> list[Plan]:
    return list(plans(Wish(year, seed, 6, tuple(chosen))))


@for_all(seeds, years, some_places)
@settings(max_examples=60, deadline=None)
def test_no_act_of_a_lawful_plan_is_refused(seed: str, year: int, chosen: list[Place]) -> None:
    for lines in on_paper(_year(seed, year, chosen)).values():
        assert judge(lines) == []


@for_all(seeds, years, some_places)
@settings(max_examples=40, deadline=None)
def test_acts_are_typed_in_order_and_after_they_happened(
    seed: str, year: int, chosen: list[Place]
) -> None:
    for plan in _year(seed, year, chosen):
        typed = [act.typed for act in plan.acts]
        assert typed == sorted(typed)
        assert [act.at for act in plan.acts] == sorted(act.at for act in plan.acts)
        assert all(act.at <= act.typed for act in plan.acts)
        assert plan.acts[0].at == plan.arrived


@for_all(seeds, years, some_places)
@settings(max_examples=40, deadline=None)
def test_a_stay_ends_once(seed: str, year: int, chosen: list[Place]) -> None:
    for plan in _year(seed, year, chosen):
        ends = [
            act
            for act in plan.acts
            if isinstance(act.command, c.ConfirmDeparture | c.EstablishNonReturn)
        ]
        assert len(ends) == 1
        after = [act.step for act in plan.acts][-4:]
        between = {"alerted", "freed"}  # who is gone, and who is in a hospital
        assert after[-1] == "close"
        assert after[-2] == "end" or (after[-3] == "end" and after[-2] in between)


@for_all(seeds, years, some_places)
@settings(max_examples=60, deadline=None)
def test_nobody_leaves_while_a_suspensive_appeal_runs(
    seed: str, year: int, chosen: list[Place]
) -> None:
    paper = Paper(_year(seed, year, chosen))
    for plan, act in paper.in_order():
        before = paper.states.get(plan.dossier)
        if isinstance(act.command, c.ConfirmDeparture):
            assert before is not None
            running = [one.kind for one in before.appeals if one.state in OPEN_APPEAL]
            assert not set(running) & set(SUSPENSIVE)
        paper.put(plan, act)


@for_all(seeds, years, some_places)
@settings(max_examples=40, deadline=None)
def test_a_family_is_put_on_record_and_leaves_at_one_moment(
    seed: str, year: int, chosen: list[Place]
) -> None:
    everybody = {plan.dossier: plan for plan in _year(seed, year, chosen)}
    for plan in everybody.values():
        if plan.family:
            first = everybody[plan.family]
            for step in ("link", "end"):
                act, theirs = plan.act(step), first.act(step)
                assert act is not None
                assert theirs is not None
                assert (act.at, act.typed) == (theirs.at, theirs.typed)


@for_all(seeds, years, some_places, st.sampled_from((6, 150, 500)))
@settings(max_examples=12, deadline=None)
def test_no_place_ever_has_more_residents_than_beds(
    seed: str, year: int, chosen: list[Place], dossiers: int
) -> None:
    _never_too_full(Wish(year, seed, dossiers, tuple(chosen)))


@pytest.mark.parametrize("code", ["HOL", "TIE"])
def test_a_place_for_which_far_too_many_are_meant_is_full_and_no_more(code: str) -> None:
    there = place(code)
    assert there is not None
    assert _never_too_full(Wish(2025, "1", 900, (there,))) == there.places


def _never_too_full(wish: Wish) -> int:
    """Follow the beds of a year; say how many were taken at most anywhere."""
    moves: list[tuple[datetime, int, str]] = []
    for plan in plans(wish):
        opened, link, end = plan.acts[0], plan.act("link"), plan.act("end")
        assert end is not None
        if plan.place.kind == "closed":
            moved = plan.act("received")
            left = moved.typed if moved else end.typed
            moves += [(opened.typed, 1, plan.place.code), (left, -1, plan.place.code)]
            if moved and plan.moves_to:
                moves += [(moved.typed, 1, plan.moves_to.code), (end.typed, -1, plan.moves_to.code)]
        elif plan.family in ("", plan.dossier):
            moves += [(opened.typed, 1, plan.place.code), (end.typed, -1, plan.place.code)]
        elif isinstance(opened.command, c.OpenTrajectory) and opened.command.age == "adult":
            assert link is not None  # until then it is not known that they share a dwelling
            moves += [(opened.typed, 1, plan.place.code), (link.typed, -1, plan.place.code)]
    taken: Counter[str] = Counter()
    most, beds = 0, {place.code: place.places for place in places()}
    for _moment, by, code in sorted(moves):
        taken[code] += by
        assert 0 <= taken[code] <= beds[code]
        most = max(most, taken[code])
    return most


@for_all(seeds, some_places, st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=40, deadline=None)
def test_the_acts_of_a_year_come_in_the_order_in_which_they_are_typed(
    seed: str, chosen: list[Place], faults: float, breaches: float
) -> None:
    wish = Wish(
        2025, seed, 12, tuple(chosen), faults, breaches, ("RUBBER_STAMP", "ACT_AFTER_CLOSE")
    )
    acts = [act for _plan, act in in_order(wish)]
    typed = [act.typed for act in acts]
    assert typed == sorted(typed)
    assert all(wish.begins <= moment < wish.ends for moment in typed)
    assert len({(act.command.dossier, act.step) for act in acts}) == len(acts)


@for_all(seeds, some_places)
@settings(max_examples=20, deadline=None)
def test_the_same_wish_makes_the_same_year(seed: str, chosen: list[Place]) -> None:
    wish = Wish(2025, seed, 10, tuple(chosen), 0.3, 0.3, ("FOUR_EYES_EDITOR",))
    assert list(in_order(wish)) == list(in_order(wish))


@for_all(seeds)
@settings(max_examples=20, deadline=None)
def test_another_seed_makes_another_year(seed: str) -> None:
    one, other = (Wish(2025, text, 10, places()) for text in (seed, seed + "'"))
    assert list(in_order(one)) != list(in_order(other))


def test_every_resident_bears_a_name_that_says_it_is_made_up() -> None:
    for plan in _year("1", 2025, list(places())):
        opened = plan.acts[0].command
        assert isinstance(opened, c.OpenTrajectory)
        assert isinstance(opened.name, Sealed)
        assert str(opened.name.clear).endswith(" Test")
