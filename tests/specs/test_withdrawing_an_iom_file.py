"""Voluntary return stays voluntary until boarding: who withdraws is not punished for it."""

from datetime import date

import pytest
from dossier import (
    BOOKED,
    DECLARED,
    DEPARTED,
    INFORMED,
    IOM_ELIGIBLE,
    IOM_OPENED,
    IOM_WITHDRAWN,
    NOT_RETURNED,
    NOTIFIED,
    PREPARED,
    WITHDRAW_IOM,
    until,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Function

FILED = (*until(NOTIFIED), IOM_OPENED)


@pytest.mark.parametrize(
    "further",
    [(), (IOM_ELIGIBLE,), (DECLARED,), (DECLARED, BOOKED)],
    ids=["opened", "eligible", "signed", "booked"],
)
def test_it_is_possible_at_any_time(further):
    asked = given(*FILED, *further).when(WITHDRAW_IOM)
    asked.then(IOM_WITHDRAWN)
    asked.then_state(iom_file_open=False, declared=False)


def test_nothing_more_follows_from_it():
    before = given(*FILED).when(WITHDRAW_IOM)
    assert len(before.events()) == 1
    before.then_state(stage=Stage.DECISION_NOTIFIED, decision_in_force=True)


def test_where_no_decision_is_in_force_the_dossier_is_back_at_information():
    given(*until(INFORMED), IOM_OPENED).when(WITHDRAW_IOM).then_state(stage=Stage.INFORMATION)


def test_a_removal_prepared_before_has_to_be_prepared_again():
    filed = IOM_OPENED.at("2026-03-24 12:00")
    given(*until(PREPARED), filed).when(WITHDRAW_IOM).then_state(stage=Stage.DECISION_NOTIFIED)


def test_there_must_be_a_file_to_withdraw_from():
    given(*until(NOTIFIED)).when(WITHDRAW_IOM).then_refused(
        "ORD-01", "IOM-02", saying="the IOM file is none"
    )


def test_nobody_withdraws_twice():
    given(*FILED, IOM_WITHDRAWN).when(WITHDRAW_IOM).then_refused(
        "ORD-01", "IOM-02", saying="the IOM file is withdrawn"
    )


def test_nobody_withdraws_before_the_last_step_of_the_file():
    given(*FILED, DECLARED).when(WITHDRAW_IOM, at="2026-03-17 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 18)
    )


def test_nobody_withdraws_tomorrow():
    given(*FILED).when(WITHDRAW_IOM, at="2026-03-18 09:00", now="2026-03-17 09:00").then_refused(
        "ORD-03"
    )


@pytest.mark.parametrize("end", [DEPARTED, NOT_RETURNED])
def test_after_the_end_there_is_nothing_to_withdraw_from(end):
    given(*FILED, DECLARED, BOOKED, end).when(WITHDRAW_IOM).then_refused("ORD-04")


def test_coaches_and_the_director_record_it():
    given(*FILED).when(WITHDRAW_IOM).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR
    )
