"""Absconding is presumed by one person, established by another, and only of who was told."""

from datetime import date

import pytest
from dossier import COACH, DIRECTOR, OFFICER
from examples.custody import (
    ESTABLISH,
    FIND,
    FOUND,
    GONE,
    HELD,
    PRESUME,
    PRESUMED,
    TOLD,
)
from given import given

from domain.authority import Actor
from domain.lifecycle import CustodyStatus
from domain.values import Function, InformationKind

F = Function
TO_PRESUME = (*HELD, TOLD)
RAISED = (*TO_PRESUME, PRESUMED)


def establishing(*history, by=DIRECTOR, at="2026-03-18 09:00"):
    return given(*history).when(ESTABLISH, by=by, at=at)


def test_absconding_is_proposed_then_established():
    given(*TO_PRESUME).when(PRESUME, at="2026-03-13 09:00").then(PRESUMED)
    asked = establishing(*RAISED)
    asked.then(GONE)
    asked.then_state(custody__status=CustodyStatus.ABSCONDED)


def test_who_presumed_it_does_not_establish_it():
    again = Actor("lambertd", "P-001", frozenset({F.CENTRE_DIRECTOR}))
    establishing(*RAISED, by=again).then_refused(
        "SEP-01", saying="P-001 prepared this as d.lambert", exit_code=4
    )


def test_nothing_is_established_that_nobody_presumed():
    establishing(*TO_PRESUME).then_refused("CUS-01")
    establishing(*RAISED, FOUND.at("2026-03-17 09:00")).then_refused("CUS-01")


def test_who_was_not_told_of_the_duty_to_cooperate_did_not_abscond():
    establishing(*HELD, PRESUMED).then_refused("INF-01", saying="was not informed")
    others = tuple(k for k in InformationKind if k is not InformationKind.DUTY_TO_COOPERATE)
    establishing(*HELD, TOLD.but(kinds=others), PRESUMED).then_refused("INF-01")
    only = (InformationKind.DUTY_TO_COOPERATE,)
    establishing(*HELD, TOLD.but(kinds=only), PRESUMED).events()


def test_who_was_told_in_no_known_language_did_not_abscond():
    establishing(*HELD, TOLD.but(language=None), PRESUMED).then_refused("DUB-02", saying="language")


def test_information_given_afterwards_comes_too_late_for_an_act_before_it():
    late = TOLD.at("2026-03-19 09:00")
    establishing(*HELD, PRESUMED, late).then_refused("ORD-02")


@pytest.mark.parametrize(
    ("at", "passes"),
    [
        ("2026-03-16 12:00", False),
        ("2026-03-17 23:59", False),  # the third working day after Thursday 12 March
        ("2026-03-18 00:00", True),
    ],
)
@pytest.mark.parametrize("cause", ["left-place", "no-address", "missed-interviews"])
def test_an_address_or_a_reason_may_come_for_three_working_days(at, passes, cause):
    asked = establishing(*TO_PRESUME, PRESUMED.but(cause=cause), at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("DUB-02", saying="until 2026-03-17", passes_on=date(2026, 3, 18))


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-04-08 12:00", False), ("2026-04-09 00:00", True)]
)
def test_a_holiday_is_no_working_day(at, passes):
    # Raised on Thursday 2 April; Easter Monday falls on the 6th.
    raised = PRESUMED.at("2026-04-03 09:00").but(raised_on="2026-04-02")
    asked = establishing(*TO_PRESUME, raised, at=at)
    asked.events() if passes else asked.then_refused("DUB-02")


@pytest.mark.parametrize("cause", ["residence-checks", "non-cooperation", "breach-of-measure"])
def test_other_causes_leave_nothing_to_wait_for(cause):
    establishing(*TO_PRESUME, PRESUMED.but(cause=cause), at="2026-03-13 10:00").events()


@pytest.mark.parametrize("day", ["2026-03-14", "2026-02-30"])
def test_what_raised_the_presumption_is_past_and_on_a_day_that_exists(day):
    raised = PRESUME.model_copy(update={"raised_on": day})
    given(*TO_PRESUME).when(raised, at="2026-03-13 09:00").then_refused("CUS-05")


def test_who_is_gone_is_not_presumed_gone_again():
    given(*RAISED, GONE).when(PRESUME).then_refused("CUS-02")
    establishing(*RAISED, GONE, at="2026-03-19 09:00").then_refused("CUS-01", "CUS-02")


def test_who_is_found_is_neither_held_nor_gone():
    asked = given(*RAISED, GONE).when(FIND, at="2026-03-25 09:00")
    asked.then(FOUND)
    asked.then_state(custody__status=CustodyStatus.NOT_HELD)


def test_who_was_never_gone_is_found_where_held():
    given(*RAISED).when(FIND).then_state(custody__status=CustodyStatus.HELD)
    given(*TO_PRESUME).when(FIND).then_refused("CUS-02")


def test_who_may():
    given(*TO_PRESUME).when(PRESUME, at="2026-03-13 09:00").is_for(
        F.COACH, F.ATTACHE_COACH, F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER
    )
    establishing(*RAISED).is_for(F.CENTRE_DIRECTOR, F.MIGRATION_OFFICER)
    establishing(*RAISED, by=OFFICER).events()
    given(*RAISED, GONE).when(FIND, by=COACH).events()
