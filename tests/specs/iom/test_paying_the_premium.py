"""One departure premium is paid for one journey, from the booking on."""

import pytest
from dossier import IOM_WITHDRAWN, OPEN_IOM
from examples.iom import LEFT, NO_OBJECTION, PAID, PAY, REINTEGRATED, SIGNED, TRAVEL_BOOKED
from given import given, there
from pydantic import ValidationError

from domain import commands as c
from domain.values import Function


@pytest.mark.parametrize(
    "history",
    [TRAVEL_BOOKED, (*TRAVEL_BOOKED, LEFT), (*TRAVEL_BOOKED, LEFT, REINTEGRATED)],
    ids=["booked", "departed", "reintegration"],
)
def test_it_is_paid_from_the_booking_on(history):
    asked = given(*history).when(PAY)
    asked.then(PAID)
    assert there(asked.state_after().iom).paid == asked.at


def test_it_is_not_paid_before_the_booking():
    given(*SIGNED, NO_OBJECTION).when(PAY).then_refused(
        "IOM-01", saying="the IOM file is declaration-signed; this needs booked"
    )


def test_it_is_paid_once():
    given(*TRAVEL_BOOKED, PAID).when(PAY).then_refused(
        "IOM-01", saying="the premium was paid on 2026-03-20"
    )


def test_for_a_new_journey_it_is_paid_anew():
    given(*TRAVEL_BOOKED, PAID, IOM_WITHDRAWN).when(OPEN_IOM).then_state(iom__paid=None)


@pytest.mark.parametrize(
    ("cents", "fits"), [(0, False), (1, True), (10**8, True), (10**8 + 1, False)]
)
def test_an_amount_is_of_a_cent_up_to_a_million_euros(cents, fits):
    if fits:
        assert c.PayIomPremium(dossier=PAY.dossier, cents=cents).cents == cents
    else:
        with pytest.raises(ValidationError):
            c.PayIomPremium(dossier=PAY.dossier, cents=cents)


def test_it_is_not_paid_before_it_was_booked():
    given(*TRAVEL_BOOKED).when(PAY, at="2026-03-19 09:59").then_refused("ORD-02")
    given(*TRAVEL_BOOKED).when(PAY, at="2026-03-19 10:00").then(PAID)


def test_coaches_record_it():
    given(*TRAVEL_BOOKED).when(PAY).is_for(Function.COACH, Function.ATTACHE_COACH)
