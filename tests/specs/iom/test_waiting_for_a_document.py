"""While IOM waits for a travel document nothing is booked."""

import pytest
from dossier import BOOK, IOM_WITHDRAWN, WITHDRAW_IOM
from examples.iom import (
    AWAIT_DOCUMENT,
    AWAITED,
    ELIGIBLE,
    NO_OBJECTION,
    RECEIVE_DOCUMENT,
    RECEIVED,
    SIGNED,
    TRAVEL_BOOKED,
)
from given import given

from domain.lifecycle import IomState
from domain.values import Function


def test_a_document_is_waited_for_once_the_declaration_is_signed():
    asked = given(*SIGNED).when(AWAIT_DOCUMENT, at="2026-03-18 15:00")
    asked.then(AWAITED)
    asked.then_state(iom__state=IomState.DOCUMENT_PENDING, declared=True, iom_file_open=True)


def test_when_it_arrives_the_file_goes_on_where_it_stood():
    asked = given(*SIGNED, AWAITED).when(RECEIVE_DOCUMENT, at="2026-03-18 16:00")
    asked.then(RECEIVED)
    asked.then_state(iom__state=IomState.SIGNED)


def test_nothing_is_booked_meanwhile():
    waiting = (*SIGNED, NO_OBJECTION, AWAITED)
    given(*waiting).when(BOOK).then_refused(
        "IOM-01", saying="the IOM file is document-pending; this needs declaration-signed"
    )
    given(*waiting, RECEIVED).when(BOOK).then_state(iom__state=IomState.BOOKED)


@pytest.mark.parametrize("history", [ELIGIBLE, TRAVEL_BOOKED], ids=["unsigned", "booked"])
def test_nothing_is_waited_for_before_the_signature_or_after_the_booking(history):
    given(*history).when(AWAIT_DOCUMENT).then_refused("IOM-01")


def test_nothing_arrives_that_is_not_waited_for():
    given(*SIGNED).when(RECEIVE_DOCUMENT).then_refused(
        "IOM-01", saying="this needs document-pending"
    )


def test_who_waits_may_withdraw():
    given(*SIGNED, AWAITED).when(WITHDRAW_IOM, at="2026-03-20 10:00").then(IOM_WITHDRAWN)


@pytest.mark.parametrize(
    ("history", "order"),
    [(SIGNED, AWAIT_DOCUMENT), ((*SIGNED, AWAITED), RECEIVE_DOCUMENT)],
)
def test_coaches_record_it(history, order):
    given(*history).when(order).is_for(Function.COACH, Function.ATTACHE_COACH)
