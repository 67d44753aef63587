"""An ended dossier that turns out not to be over is taken up where it stood."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    BOOKED,
    CLOSED,
    CORRECT,
    DECLARED,
    DEPARTED,
    FIT,
    GRANTED,
    INFORMED,
    INTERVIEW,
    IOM_OPENED,
    IOM_WITHDRAWN,
    LODGED,
    NOT_RETURNED,
    NOTIFIED,
    ORDERS,
    PREPARED,
    REOPEN,
    REOPENED,
    until,
)
from given import given

from domain import commands as c
from domain.decide import Refused
from domain.lifecycle import Stage
from domain.values import Function


@pytest.mark.parametrize(
    ("history", "stage"),
    [
        ((ARRIVED,), Stage.ARRIVAL),
        (until(INFORMED), Stage.INFORMATION),
        (until(NOTIFIED), Stage.DECISION_NOTIFIED),
        ((*until(NOTIFIED), ANNULLED), Stage.INFORMATION),
        ((*until(NOTIFIED), LODGED, GRANTED), Stage.INFORMATION),
        ((*until(NOTIFIED), IOM_OPENED), Stage.IOM_FILED),
        ((*until(NOTIFIED), IOM_OPENED, DECLARED, BOOKED), Stage.IOM_FILED),
        ((*until(NOTIFIED), IOM_OPENED, IOM_WITHDRAWN), Stage.DECISION_NOTIFIED),
        (until(PREPARED), Stage.DECISION_NOTIFIED),  # a removal is prepared anew
    ],
    ids=[
        "arrived",
        "informed",
        "notified",
        "annulled",
        "granted",
        "with IOM",
        "booked",
        "withdrawn from IOM",
        "prepared",
    ],
)
@pytest.mark.parametrize("closing", [(), (CLOSED,)], ids=["ended", "closed"])
def test_the_dossier_returns_to_where_it_stood(history, stage, closing):
    asked = given(*history, NOT_RETURNED, *closing).when(REOPEN)
    asked.then(REOPENED)
    asked.then_state(stage=stage)


def test_who_was_turned_back_after_departure_is_back_with_the_decision():
    asked = given(*until(DEPARTED)).when(REOPEN)
    asked.then(REOPENED)
    asked.then_state(stage=Stage.DECISION_NOTIFIED)


def test_what_was_closed_twice_is_reopened_twice():
    again = NOT_RETURNED.at("2026-04-10 12:00")
    given(*until(CLOSED), REOPENED, again).when(REOPEN).then(REOPENED)


@pytest.mark.parametrize("last", [ARRIVED, NOTIFIED, FIT])
def test_only_what_has_ended_is_reopened(last):
    given(*until(last)).when(REOPEN).then_refused("ORD-01")


@pytest.mark.parametrize(
    "history",
    [until(DEPARTED), until(CLOSED), (ARRIVED, NOT_RETURNED)],
    ids=["departed", "closed", "not returned"],
)
def test_before_it_is_reopened_nothing_follows_but_closing_and_correcting(history):
    passing = {c.ReopenTrajectory, c.CorrectRecord}
    if history[-1] is not CLOSED:
        passing.add(c.CloseTrajectory)
    assert {type(order) for order in ORDERS if _passes(given(*history).when(order))} == passing


def test_once_reopened_the_trajectory_goes_on():
    given(*until(CLOSED), REOPENED).when(INTERVIEW).then_state(stage=Stage.DECISION_NOTIFIED)


def test_nothing_is_reopened_before_it_ended():
    given(*until(CLOSED)).when(REOPEN, at="2026-03-27 14:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 27)
    )


def test_nothing_is_reopened_tomorrow():
    given(*until(CLOSED)).when(REOPEN, at="2026-04-02 09:00", now="2026-04-01 09:00").then_refused(
        "ORD-03"
    )


def test_those_who_decide_and_the_director_reopen():
    given(*until(CLOSED)).when(REOPEN).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
        Function.CENTRE_DIRECTOR,
    )


def _passes(asked):
    try:
        return bool(asked.events())
    except Refused:
        return False


def test_a_correction_does_not_reopen():
    given(*until(CLOSED)).when(CORRECT).then_state(stage=Stage.CLOSED)
