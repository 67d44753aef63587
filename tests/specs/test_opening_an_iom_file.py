"""A file with IOM is opened at the resident's request, once everything was explained."""

from datetime import date

import pytest
from dossier import (
    ARRIVED,
    BOOKED,
    DECLARED,
    DEPARTED,
    INFORMED,
    IOM_ELIGIBLE,
    IOM_OPENED,
    IOM_WITHDRAWN,
    NOTIFIED,
    OPEN_IOM,
    PREPARED,
    until,
)
from given import given

from domain.lifecycle import IomState, Stage
from domain.values import Function


@pytest.mark.parametrize("last", [INFORMED, NOTIFIED, PREPARED])
def test_a_file_may_be_opened_with_or_without_a_decision(last):
    asked = given(*until(last)).when(OPEN_IOM)
    asked.then(IOM_OPENED)
    asked.then_state(stage=Stage.IOM_FILED, iom_file_open=True, declared=False)


def test_who_withdrew_may_ask_again():
    asked = given(*until(NOTIFIED), IOM_OPENED, IOM_WITHDRAWN).when(OPEN_IOM)
    asked.then(IOM_OPENED)
    asked.then_state(iom__state=IomState.OPENED)


def test_nobody_chooses_before_everything_was_explained():
    given(ARRIVED).when(OPEN_IOM).then_refused("ORD-01", saying="does not follow from arrival")


@pytest.mark.parametrize(
    ("further", "state"),
    [
        ((), "opened"),
        ((IOM_ELIGIBLE,), "eligible"),
        ((DECLARED,), "declaration-signed"),
        ((DECLARED, BOOKED), "booked"),
    ],
)
def test_there_is_one_file_at_a_time(further, state):
    given(*until(NOTIFIED), IOM_OPENED, *further).when(OPEN_IOM).then_refused(
        "ORD-01", "IOM-01", saying=f"the IOM file is {state}; this needs none, withdrawn"
    )


def test_no_file_is_opened_before_everything_was_explained():
    given(*until(INFORMED)).when(OPEN_IOM, at="2026-03-03 10:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 3)
    )


def test_no_new_file_is_older_than_the_withdrawal_of_the_last():
    given(*until(NOTIFIED), IOM_OPENED, IOM_WITHDRAWN).when(
        OPEN_IOM, at="2026-03-19 10:00"
    ).then_refused("ORD-02", passes_on=date(2026, 3, 20))


def test_no_file_is_opened_tomorrow():
    given(*until(NOTIFIED)).when(
        OPEN_IOM, at="2026-03-17 09:00", now="2026-03-16 09:00"
    ).then_refused("ORD-03")


def test_no_file_is_opened_after_the_end():
    given(*until(DEPARTED)).when(OPEN_IOM).then_refused("ORD-04")


def test_coaches_open_the_file():
    given(*until(INFORMED)).when(OPEN_IOM).is_for(Function.COACH, Function.ATTACHE_COACH)
