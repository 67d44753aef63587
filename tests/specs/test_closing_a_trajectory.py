"""A dossier is closed once it has its outcome."""

from datetime import date

import pytest
from dossier import (
    ARRIVED,
    CLOSE,
    CLOSED,
    DEPARTED,
    NOT_RETURNED,
    NOTIFIED,
    PREPARED,
    REOPENED,
    until,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Function


@pytest.mark.parametrize("history", [until(DEPARTED), (ARRIVED, NOT_RETURNED)])
def test_a_dossier_with_its_outcome_is_closed(history):
    asked = given(*history).when(CLOSE)
    asked.then(CLOSED)
    asked.then_state(stage=Stage.CLOSED)


@pytest.mark.parametrize("last", [ARRIVED, NOTIFIED, PREPARED])
def test_a_running_trajectory_is_not_closed(last):
    given(*until(last)).when(CLOSE).then_refused("ORD-01")


def test_a_dossier_is_closed_once():
    given(*until(CLOSED)).when(CLOSE).then_refused(
        "ORD-04", saying="ended (closed)", may_follow="ReopenTrajectory, AnswerAlert, CorrectRecord"
    )


def test_a_reopened_dossier_needs_a_new_outcome():
    given(*until(CLOSED), REOPENED).when(CLOSE).then_refused("ORD-01")


def test_nothing_is_closed_before_its_outcome():
    given(*until(DEPARTED)).when(CLOSE, at="2026-03-26 07:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 26)
    )


def test_nothing_is_closed_tomorrow():
    given(*until(DEPARTED)).when(CLOSE, at="2026-03-28 09:00", now="2026-03-27 09:00").then_refused(
        "ORD-03"
    )


def test_coaches_those_who_decide_and_the_director_close():
    given(*until(DEPARTED)).when(CLOSE).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
        Function.CENTRE_DIRECTOR,
    )
