"""IOM or Fedasil says whether the resident may have assisted return."""

from datetime import date

import pytest
from dossier import (
    BOOKED,
    CONFIRM_IOM,
    DECLARED,
    IOM_ELIGIBLE,
    IOM_OPENED,
    IOM_WITHDRAWN,
    NOT_RETURNED,
    NOTIFIED,
    until,
)
from given import given

from domain.lifecycle import IomState, Stage
from domain.values import Function

FILED = (*until(NOTIFIED), IOM_OPENED)


def test_eligibility_follows_the_opening_of_the_file():
    asked = given(*FILED).when(CONFIRM_IOM)
    asked.then(IOM_ELIGIBLE)
    asked.then_state(stage=Stage.IOM_FILED, iom__state=IomState.ELIGIBLE)


@pytest.mark.parametrize(
    ("further", "state"),
    [
        ((IOM_ELIGIBLE,), "eligible"),
        ((DECLARED,), "declaration-signed"),
        ((DECLARED, BOOKED), "booked"),
    ],
)
def test_it_is_confirmed_once_and_before_what_follows(further, state):
    given(*FILED, *further).when(CONFIRM_IOM).then_refused(
        "IOM-01", saying=f"the IOM file is {state}; this needs opened"
    )


@pytest.mark.parametrize(
    ("history", "state"),
    [(until(NOTIFIED), "none"), ((*FILED, IOM_WITHDRAWN), "withdrawn")],
)
def test_without_an_open_file_nobody_is_eligible(history, state):
    given(*history).when(CONFIRM_IOM).then_refused(
        "ORD-01", "IOM-01", saying=f"the IOM file is {state}"
    )


def test_nobody_is_eligible_before_the_file_was_opened():
    given(*FILED).when(CONFIRM_IOM, at="2026-03-16 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 16)
    )


def test_nobody_becomes_eligible_tomorrow():
    given(*FILED).when(CONFIRM_IOM, at="2026-03-18 09:00", now="2026-03-17 09:00").then_refused(
        "ORD-03"
    )


def test_nobody_becomes_eligible_after_the_end():
    given(*FILED, NOT_RETURNED).when(CONFIRM_IOM).then_refused("ORD-04")


def test_coaches_record_it():
    given(*FILED).when(CONFIRM_IOM).is_for(Function.COACH, Function.ATTACHE_COACH)
