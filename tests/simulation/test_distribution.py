"""A planned year has the shares and lengths of stay that were published."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt
from statistics import mean, median, stdev

import pytest
from simulation.paper import CLOSED, FAMILY, planned

from domain import commands as c
from domain.rules import places
from domain.rules.calendar import brussels_day
from workflows.simulation.figures import number
from workflows.simulation.plan import DEPARTED, END, REMOVED, Outcome, Plan

DEVIATIONS = 3.3
"""How far a count may lie off, in standard deviations; the seed is fixed, so it stays there."""


def _first_of_each_family(plans: Sequence[Plan]) -> list[Plan]:
    """Keep one plan of each family, and of who came alone."""
    return [plan for plan in plans if plan.family in ("", plan.dossier)]


IN_CENTRES = planned(400, at=CLOSED)
FAMILIES = _first_of_each_family(planned(1400, at=FAMILY))


def _is_near(n: int, of: int, share: float) -> bool:
    return abs(n - of * share) <= DEVIATIONS * sqrt(of * share * (1 - share))


def _days(plan: Plan) -> int:
    end = plan.act(END)
    assert end is not None
    return (brussels_day(end.at) - brussels_day(plan.arrived)).days


@pytest.mark.parametrize(
    ("outcomes", "figure"),
    [(REMOVED, "closed.end.removed"), ((Outcome.RELEASED,), "closed.end.released")],
)
def test_as_many_leave_a_centre_in_each_way_as_published(
    outcomes: tuple[Outcome, ...], figure: str
) -> None:
    n = sum(plan.outcome in outcomes for plan in IN_CENTRES)
    assert _is_near(n, len(IN_CENTRES), number(figure))


@pytest.mark.parametrize(
    ("outcomes", "figure"),
    [
        (REMOVED, "family.end.removed"),
        ((Outcome.ABSCONDED,), "family.end.absconded"),
        ((Outcome.RELEASED,), "family.end.released"),
    ],
)
def test_as_many_families_leave_in_each_way_as_published(
    outcomes: tuple[Outcome, ...], figure: str
) -> None:
    n = sum(plan.outcome in outcomes for plan in FAMILIES)
    assert _is_near(n, len(FAMILIES), number(figure))


def test_the_share_of_dublin_transfers_is_as_published() -> None:
    removed = Counter(plan.outcome for plan in IN_CENTRES if plan.outcome in REMOVED)
    assert _is_near(removed[Outcome.DUBLIN], removed.total(), number("closed.dublin"))


def test_the_share_of_departures_with_iom_is_as_assumed() -> None:
    left = Counter(plan.outcome for plan in IN_CENTRES if plan.outcome in DEPARTED)
    assert _is_near(left[Outcome.IOM], left.total(), number("departed.iom"))


def test_as_many_bring_an_appeal_as_assumed() -> None:
    asked = [plan for plan in IN_CENTRES if plan.outcome is not Outcome.IOM]
    n = sum(plan.act("hand-in") is not None for plan in asked)
    assert _is_near(n, len(asked), number("appeal.brought"))


def test_as_many_attempts_at_removal_succeed_as_assumed() -> None:
    acts = [act.command for plan in IN_CENTRES for act in plan.acts]
    stopped = sum(isinstance(each, c.FailAttempt | c.CancelAttempt) for each in acts)
    tried = sum(isinstance(each, c.ScheduleRemoval) for each in acts)
    assert 0 < stopped < tried
    # The last of three attempts always succeeds, so a few more do than by the dice alone.
    assert number("attempt.succeeds") - 0.05 < (tried - stopped) / tried < 0.78


def test_some_are_isolated_and_some_are_moved() -> None:
    def count(order: type[c.Command]) -> int:
        return sum(isinstance(act.command, order) for plan in IN_CENTRES for act in plan.acts)

    isolated, moved = count(c.DecideMeasure), count(c.ReceiveTransfer)
    assert 0 < isolated <= len(IN_CENTRES) * number("isolation") * 1.5
    assert 0 < moved <= len(IN_CENTRES) * number("transfer") * 1.5


@pytest.mark.parametrize(
    ("stays", "figure"), [(IN_CENTRES, "closed.stay"), (FAMILIES, "family.stay")], ids=str
)
def test_stays_have_the_published_mean_and_a_long_tail(stays: list[Plan], figure: str) -> None:
    days = [_days(plan) for plan in stays]
    assert abs(mean(days) - number(figure)) <= DEVIATIONS * stdev(days) / sqrt(len(days))
    assert median(days) < mean(days) - 2
    assert max(days) > 3 * mean(days)


def test_no_stay_is_longer_than_the_law_allows() -> None:
    longest = number("closed.longest")
    assert max(_days(plan) for plan in planned(3000, at=CLOSED)) <= longest + 1


def test_centres_are_filled_by_their_capacity() -> None:
    capacity = sum(place.places for place in CLOSED)
    found = Counter(plan.place.code for plan in IN_CENTRES)
    for place in CLOSED:
        assert _is_near(found[place.code], len(IN_CENTRES), place.places / capacity), place.code


def test_more_than_there_are_beds_for_wait_and_some_find_none_in_the_year() -> None:
    holsbeek = next(place for place in CLOSED if place.code == "HOL")
    plans = planned(700, at=(holsbeek,))
    assert 200 < len(plans) < 500
    assert [plan.arrived for plan in plans] == sorted(plan.arrived for plan in plans)
    assert {brussels_day(plan.arrived).year for plan in plans} == {2025}


def test_who_is_held_where_is_as_the_place_asks() -> None:
    wanted = {"women": {"F"}, "men": {"M"}, "all": {"F", "M"}, "families": {"F", "M"}}
    for plan in planned(1500):
        opened = plan.acts[0].command
        assert isinstance(opened, c.OpenTrajectory)
        assert opened.sex in wanted[plan.place.residents]


def test_families_are_as_large_as_published() -> None:
    everybody = planned(1400, at=FAMILY)
    minors = sum(_is_minor(plan) for plan in everybody)
    adults = len(everybody) - minors
    assert minors / len(FAMILIES) == pytest.approx(number("family.children"), rel=0.1)
    assert adults / len(FAMILIES) == pytest.approx(1 + number("family.couple"), rel=0.1)


def test_no_minor_is_in_a_closed_centre() -> None:
    assert not any(_is_minor(plan) for plan in planned(1500) if plan.place.kind == "closed")


def test_every_place_takes_residents_of_a_year_of_all() -> None:
    assert {plan.place for plan in planned(1500)} == set(places())


def _is_minor(plan: Plan) -> bool:
    opened = plan.acts[0].command
    assert isinstance(opened, c.OpenTrajectory)
    assert opened.born_on is not None
    assert opened.born_on.clear is not None
    years = brussels_day(plan.arrived).year - int(opened.born_on.clear[:4])
    return years < 18
