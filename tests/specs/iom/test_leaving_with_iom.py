"""The journey ends the file; what follows it is support to build a life again."""

import pytest
from dossier import (
    BOOKED,
    DECLARED,
    DEPARTED,
    IOM_OPENED,
    IOM_WITHDRAWN,
    NOTIFIED,
    OPEN_IOM,
    REOPENED,
    WITHDRAW_IOM,
    until,
)
from examples.iom import (
    AWAITED,
    LEFT,
    NO_OBJECTION,
    REINTEGRATE,
    REINTEGRATED,
    SIGNED,
    TRAVEL_BOOKED,
)
from given import given, known_as, lines

from domain import events as e
from domain.lifecycle import IomState, Stage
from domain.trajectory import replay
from domain.values import DepartureMode, Function, StatisticalCategory


def state_of(*history):
    return replay(lines(history, REINTEGRATE.dossier))


def test_the_departure_ends_the_file():
    state = state_of(*TRAVEL_BOOKED, LEFT)
    assert (state.stage, state.iom.state) == (Stage.DEPARTED, IomState.DEPARTED)
    assert not state.iom_file_open
    assert not state.declared


def test_who_leaves_a_centre_with_iom_is_still_counted_as_forced():
    left = known_as(e.DepartureConfirmed, LEFT.event)
    assert left.statistical_category is StatisticalCategory.FORCED


def test_a_removal_leaves_the_file_as_it_stood():
    removed = LEFT.but(mode=DepartureMode.REMOVAL_ESCORTED)
    assert state_of(*TRAVEL_BOOKED, removed).iom.state is IomState.BOOKED


def test_the_first_procedure_did_not_follow_the_file_so_far():
    first = (*until(NOTIFIED), IOM_OPENED, DECLARED, BOOKED)
    left = DEPARTED.but(mode=DepartureMode.VOLUNTARY_IOM)
    assert state_of(*first, left).iom.state is IomState.BOOKED


def test_reintegration_begins_after_the_departure():
    asked = given(*TRAVEL_BOOKED, LEFT).when(REINTEGRATE, at="2026-04-14 10:00")
    asked.then(REINTEGRATED)
    asked.then_state(stage=Stage.DEPARTED, iom__state=IomState.REINTEGRATION)


def test_it_begins_once():
    given(*TRAVEL_BOOKED, LEFT, REINTEGRATED).when(REINTEGRATE).then_refused("IOM-01")


def test_nobody_begins_before_leaving():
    given(*TRAVEL_BOOKED).when(REINTEGRATE).then_refused("ORD-01", "IOM-01")
    given(*TRAVEL_BOOKED, LEFT).when(REINTEGRATE, at="2026-03-21 07:09").then_refused("ORD-02")


def test_who_was_removed_has_no_support_from_iom():
    removed = LEFT.but(mode=DepartureMode.REMOVAL_ESCORTED)
    given(*TRAVEL_BOOKED, removed).when(REINTEGRATE).then_refused(
        "IOM-01", saying="the IOM file is booked; this needs departed"
    )


def test_who_was_turned_back_needs_a_new_file():
    back = state_of(*TRAVEL_BOOKED, LEFT, REOPENED)
    assert back.stage is Stage.INFORMATION
    given(*TRAVEL_BOOKED, LEFT, REOPENED).when(OPEN_IOM).then_state(iom__state=IomState.OPENED)


@pytest.mark.parametrize(
    "history",
    [SIGNED, (*SIGNED, AWAITED), (*SIGNED, NO_OBJECTION), TRAVEL_BOOKED],
    ids=["signed", "waiting", "checked", "booked"],
)
def test_until_boarding_a_resident_withdraws_without_any_sanction(history):
    asked = given(*history).when(WITHDRAW_IOM, at="2026-03-20 10:00")
    asked.then(IOM_WITHDRAWN)
    asked.then_state(stage=Stage.INFORMATION, iom__state=IomState.WITHDRAWN)


def test_after_boarding_there_is_nothing_to_withdraw():
    given(*TRAVEL_BOOKED, LEFT).when(WITHDRAW_IOM).then_refused("ORD-04")


def test_coaches_record_the_support():
    given(*TRAVEL_BOOKED, LEFT).when(REINTEGRATE).is_for(Function.COACH, Function.ATTACHE_COACH)
