"""An entry ban is as long as its ground allows: three years, five, or more than five."""

import pytest
from dossier import OFFICER
from examples.decision import BANNED, DELEGATE, READY, SERVED, TAKE_WEIGHED, TO_LEAVE
from given import given, on_duty

from domain.lifecycle.who import F


def decided(ground, years, *, by=OFFICER, kind="entry-ban", said=None):
    history = (*SERVED, BANNED.but(kind=kind, ban_ground=ground, ban_years=years))
    order = TAKE_WEIGHED.model_copy(update={"ban_years": said})
    return given(*history).when(order, by=by)


@pytest.mark.parametrize("ground", ["no-period", "not-executed"])
def test_an_ordinary_ban_is_of_three_years_at_most(ground):
    decided(ground, 3).then_state(round__ban_years=3)
    decided(ground, 4).then_refused("BAN-01", saying="at most 3")


def test_a_ban_for_fraud_is_of_five_years_at_most():
    decided("fraud", 5).then_state(round__ban_years=5)
    decided("fraud", 6).then_refused("BAN-02", saying="at most 5")


def test_a_ban_for_a_serious_threat_is_of_more_than_five_years():
    decided("serious-threat", 5, by=DELEGATE).then_refused("BAN-03", saying="more than 5")
    decided("serious-threat", 6, by=DELEGATE).then_state(round__ban_years=6)


def test_so_long_a_ban_is_not_for_a_migration_officer():
    decided("serious-threat", 6).then_refused(
        "BAN-03", saying="not for migration-officer", exit_code=4
    )


@pytest.mark.parametrize("function", [F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER])
def test_it_is_for_the_hierarchy(function):
    decided("serious-threat", 6, by=on_duty(function)).then_state(round__ban_years=6)


def test_a_ban_too_short_and_for_another_is_refused_by_the_procedure():
    decided("serious-threat", 5).then_refused("BAN-03", saying="not for migration-officer")


@pytest.mark.parametrize(("ground", "years"), [(None, 3), ("fraud", None)])
def test_a_ban_says_its_ground_and_its_length(ground, years):
    decided(ground, years).then_refused("BAN-01", saying="its ground and its length")


def test_the_decider_sets_the_length():
    decided("no-period", 3, said=2).then_state(round__ban_years=2)
    decided("no-period", 3, said=4).then_refused("BAN-01")


def test_a_decision_not_to_admit_is_of_five_years_at_most():
    decided(None, 5, kind="non-admission").then_state(round__ban_years=5)
    decided(None, 6, kind="non-admission").then_refused("BAN-05", saying="at most 5")


def ordered(ground, years):
    drafted = TO_LEAVE.but(ban_ground=ground, ban_years=years)
    return given(*READY[:-1], drafted).when(TAKE_WEIGHED)


def test_a_ban_in_another_decision_is_bound_as_one_of_its_own():
    ordered("no-period", 3).then_state(round__ban_years=3)
    ordered("no-period", 4).then_refused("BAN-01", saying="at most 3")
    ordered("no-period", 99).then_refused("BAN-01")
    ordered(None, 3).then_refused("BAN-01", saying="its ground and its length")
    ordered("fraud", None).then_refused("BAN-01")
    ordered(None, None).then_state(round__ban_years=None)
