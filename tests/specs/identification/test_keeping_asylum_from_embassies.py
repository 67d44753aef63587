"""No embassy hears of somebody who asks for protection, or has it; no request tells of it."""

import pytest
from examples.identification import (
    GRANT,
    HERE,
    ORDERS,
    PRESENT,
    RECOGNISE,
    RECORD,
    REFUSE,
    REQUEST,
    REQUESTED,
)
from examples.protection import (
    AGAIN,
    APPLIED,
    FINALLY_REFUSED,
    RECOGNISED,
    REFUSED,
    RIGHT_ENDED,
    WISHED,
)
from given import given

from domain import commands as c
from domain import events as e
from domain.lifecycle import EVENT_OF
from domain.values import Category, sealed_fields

WITHDRAWN = REFUSED.but(outcome="withdrawn")


@pytest.mark.parametrize("order", [REQUEST, PRESENT])
@pytest.mark.parametrize(
    ("asylum", "state"),
    [
        ((WISHED,), "wish"),
        ((WISHED, APPLIED), "pending"),
        ((AGAIN,), "subsequent-pending"),
        ((APPLIED, REFUSED), "refused"),  # a remedy is open
        ((APPLIED, RECOGNISED), "granted"),
    ],
)
def test_nobody_is_presented_while_protection_is_open_or_granted(order, asylum, state):
    asked_before = REQUESTED.at("2026-03-04 09:00")
    given(*HERE, asked_before, *asylum).when(order, at="2026-03-20 09:00").then_refused(
        "IDE-01", saying=f"an application for protection is {state}"
    )


@pytest.mark.parametrize(
    "asylum",
    [(), (APPLIED, FINALLY_REFUSED), (APPLIED, WITHDRAWN), (AGAIN, RIGHT_ENDED)],
    ids=["never asked", "refused for good", "withdrawn", "right to remain ended"],
)
def test_an_embassy_is_asked_once_protection_is_refused_for_good(asylum):
    given(*HERE, *asylum).when(REQUEST, at="2026-03-20 09:00").events()


def test_the_wish_holds_from_its_minute():
    given(*HERE, WISHED).when(REQUEST, at="2026-03-05 21:15").then_refused("IDE-01")
    given(*HERE).when(REQUEST, at="2026-03-05 21:14").events()


def test_a_request_is_not_dated_back_to_when_protection_was_open():
    over = (*HERE, APPLIED, FINALLY_REFUSED)
    given(*over).when(REQUEST, at="2026-03-10 09:00").then_refused("ORD-02")
    given(*over).when(REQUEST, at="2026-03-13 15:59").then_refused("ORD-02")
    given(*over).when(REQUEST, at="2026-03-13 16:00").events()


def test_what_an_embassy_says_and_a_document_that_is_found_are_recorded_all_the_same():
    given(*HERE, APPLIED).when(RECORD).events()
    asked_before = (*HERE, REQUESTED.at("2026-03-04 09:00"), APPLIED)
    for order in (RECOGNISE, GRANT, REFUSE):
        given(*asked_before).when(order).events()


@pytest.mark.parametrize("order", ORDERS, ids=lambda each: type(each).__name__)
def test_no_act_of_identification_holds_a_word_of_asylum(order: c.Command):
    event = getattr(e, EVENT_OF[type(order).__name__])
    assert Category.ASYLUM not in sealed_fields(event).values()
    assert Category.ASYLUM not in sealed_fields(type(order)).values()
