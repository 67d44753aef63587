"""Coach and resident talk at any time while the trajectory runs."""

from datetime import date

import pytest
from dossier import (
    ARRIVED,
    CLOSED,
    INTERVIEW,
    INTERVIEWED,
    IOM_OPENED,
    NOT_RETURNED,
    NOTIFIED,
    PREPARED,
    until,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Function


@pytest.mark.parametrize(
    ("history", "stage"),
    [
        ((ARRIVED,), Stage.ARRIVAL),
        (until(NOTIFIED), Stage.DECISION_NOTIFIED),
        ((*until(NOTIFIED), IOM_OPENED), Stage.IOM_FILED),
        (until(PREPARED), Stage.REMOVAL_PREPARED),
    ],
    ids=["on arrival", "notified", "with an open file", "before removal"],
)
def test_a_talk_is_possible_at_every_stage_and_changes_none(history, stage):
    asked = given(*history).when(INTERVIEW)
    asked.then(INTERVIEWED)
    asked.then_state(stage=stage)


def test_nobody_talks_before_arriving():
    given(ARRIVED).when(INTERVIEW, at="2026-03-01 16:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 2)
    )


def test_a_talk_planned_for_tomorrow_is_not_recorded_today():
    given(ARRIVED).when(INTERVIEW, at="2026-03-04 09:30", now="2026-03-03 17:00").then_refused(
        "ORD-03"
    )


def test_a_talk_held_last_week_may_be_recorded_today():
    given(*until(NOTIFIED)).when(INTERVIEW, at="2026-03-05 09:30", now="2026-03-13 10:00").then(
        INTERVIEWED
    )


@pytest.mark.parametrize("history", [(ARRIVED, NOT_RETURNED), until(CLOSED)])
def test_no_talk_is_recorded_after_the_end(history):
    given(*history).when(INTERVIEW).then_refused("ORD-04")


def test_coaches_interviewers_officers_and_the_director_hold_interviews():
    given(ARRIVED).when(INTERVIEW).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.INTERVIEWER,
        Function.MIGRATION_OFFICER,
        Function.CENTRE_DIRECTOR,
    )
