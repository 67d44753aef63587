"""The resident signs the voluntary return declaration, in a language understood."""

from datetime import date

import pytest
from dossier import (
    BOOKED,
    DECLARED,
    INFORMED,
    IOM_ELIGIBLE,
    IOM_OPENED,
    IOM_WITHDRAWN,
    NOT_RETURNED,
    NOTIFIED,
    SIGN,
    until,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Function

FILED = (*until(NOTIFIED), IOM_OPENED)


@pytest.mark.parametrize("further", [(), (IOM_ELIGIBLE,)], ids=["opened", "eligible"])
def test_it_is_signed_once_a_file_is_open(further):
    asked = given(*FILED, *further).when(SIGN)
    asked.then(DECLARED)
    asked.then_state(stage=Stage.IOM_FILED, declared=True)


def test_it_may_be_signed_where_no_decision_was_ever_taken():
    given(*until(INFORMED), IOM_OPENED).when(SIGN).then_state(declared=True)


@pytest.mark.parametrize(
    ("further", "state"), [((DECLARED,), "declaration-signed"), ((DECLARED, BOOKED), "booked")]
)
def test_it_is_signed_once(further, state):
    given(*FILED, *further).when(SIGN).then_refused(
        "IOM-01", saying=f"the IOM file is {state}; this needs opened, eligible"
    )


@pytest.mark.parametrize("history", [until(NOTIFIED), (*FILED, IOM_WITHDRAWN)])
def test_nothing_is_signed_without_an_open_file(history):
    given(*history).when(SIGN).then_refused("ORD-01", "IOM-01")


def test_nothing_is_signed_before_eligibility_was_confirmed():
    given(*FILED, IOM_ELIGIBLE).when(SIGN, at="2026-03-17 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 17)
    )


def test_nothing_is_signed_tomorrow():
    given(*FILED).when(SIGN, at="2026-03-19 09:00", now="2026-03-18 09:00").then_refused("ORD-03")


def test_nothing_is_signed_after_the_end():
    given(*FILED, NOT_RETURNED).when(SIGN).then_refused("ORD-04")


def test_a_coach_is_the_witness():
    given(*FILED).when(SIGN).is_for(Function.COACH, Function.ATTACHE_COACH)
