"""IOM books the journey of a resident who signed."""

from datetime import date

import pytest
from dossier import (
    BOOK,
    BOOKED,
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
SIGNED = (*FILED, DECLARED)


def test_the_journey_is_booked_after_the_signature():
    asked = given(*SIGNED).when(BOOK)
    asked.then(BOOKED)
    asked.then_state(stage=Stage.IOM_FILED, declared=True, iom__state=IomState.BOOKED)


@pytest.mark.parametrize(
    ("history", "state"),
    [
        (FILED, "opened"),
        ((*FILED, IOM_ELIGIBLE), "eligible"),
        ((*SIGNED, BOOKED), "booked"),
    ],
)
def test_nothing_is_booked_without_a_signature_nor_twice(history, state):
    given(*history).when(BOOK).then_refused(
        "IOM-01", saying=f"the IOM file is {state}; this needs declaration-signed"
    )


@pytest.mark.parametrize("history", [until(NOTIFIED), (*SIGNED, IOM_WITHDRAWN)])
def test_nothing_is_booked_without_an_open_file(history):
    given(*history).when(BOOK).then_refused("ORD-01", "IOM-01")


def test_nothing_is_booked_before_the_signature():
    given(*SIGNED).when(BOOK, at="2026-03-18 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 18)
    )


def test_nothing_is_booked_tomorrow():
    given(*SIGNED).when(BOOK, at="2026-03-20 09:00", now="2026-03-19 09:00").then_refused("ORD-03")


def test_nothing_is_booked_after_the_end():
    given(*SIGNED, NOT_RETURNED).when(BOOK).then_refused("ORD-04")


def test_coaches_record_it():
    given(*SIGNED).when(BOOK).is_for(Function.COACH, Function.ATTACHE_COACH)
