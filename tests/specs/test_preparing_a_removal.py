"""A removal is prepared on the strength of a notified decision in force."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    DEPARTED,
    DRAFTED,
    GRANTED,
    HANDED_IN,
    INFORMED,
    IOM_OPENED,
    LODGED,
    NOTIFIED,
    PREPARE,
    PREPARED,
    TAKEN,
    until,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Function


def test_a_notified_decision_is_enough_to_prepare():
    asked = given(*until(NOTIFIED)).when(PREPARE)
    asked.then(PREPARED)
    asked.then_state(stage=Stage.REMOVAL_PREPARED)


def test_preparing_is_not_removing_so_an_open_appeal_does_not_stop_it():
    given(*until(NOTIFIED), HANDED_IN).when(PREPARE).then(PREPARED)


def test_what_the_council_suspended_is_no_ground_for_a_removal():
    given(*until(NOTIFIED), LODGED, GRANTED).when(PREPARE).then_refused(
        "TIT-01", saying="no decision is notified and in force"
    )


@pytest.mark.parametrize(
    ("history", "stage"),
    [
        ((ARRIVED,), "arrival"),
        (until(INFORMED), "information"),
        (until(TAKEN), "information"),
        ((*until(NOTIFIED), ANNULLED), "information"),
    ],
    ids=["arrived", "informed", "decided but not notified", "annulled"],
)
def test_nothing_is_prepared_without_a_notified_decision(history, stage):
    given(*history).when(PREPARE).then_refused(
        "ORD-01", "TIT-01", saying=f"does not follow from {stage}"
    )


def test_a_removal_is_prepared_once():
    given(*until(PREPARED)).when(PREPARE).then_refused("ORD-01")


def test_no_removal_is_prepared_while_a_file_with_iom_is_open():
    given(*until(NOTIFIED), IOM_OPENED).when(PREPARE).then_refused(
        "ORD-01", saying="does not follow from iom-filed"
    )


def test_nothing_is_prepared_before_the_notification():
    given(*until(NOTIFIED)).when(PREPARE, at="2026-03-13 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 13)
    )


def test_nothing_is_prepared_before_the_decision_it_rests_on_was_notified():
    again = (
        DRAFTED.at("2026-03-23 11:00"),
        TAKEN.at("2026-03-23 15:00"),
        NOTIFIED.at("2026-03-23 16:00"),
    )
    given(*until(NOTIFIED), LODGED, GRANTED, *again).when(
        PREPARE, at="2026-03-21 10:00"
    ).then_refused("ORD-02", passes_on=date(2026, 3, 23))


def test_nothing_is_prepared_tomorrow():
    given(*until(NOTIFIED)).when(
        PREPARE, at="2026-03-17 09:00", now="2026-03-16 09:00"
    ).then_refused("ORD-03")


def test_nothing_is_prepared_after_the_end():
    given(*until(DEPARTED)).when(PREPARE).then_refused("ORD-04")


def test_coaches_and_officers_prepare():
    given(*until(NOTIFIED)).when(PREPARE).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )
