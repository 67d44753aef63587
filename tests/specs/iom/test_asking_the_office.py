"""The Office checks residence and appeals; IOM books once it does not object."""

from datetime import date

import pytest
from dossier import (
    BOOK,
    BOOKED,
    DECLARED,
    IOM_OPENED,
    IOM_WITHDRAWN,
    NOTIFIED,
    OPEN_IOM,
    until,
)
from examples.iom import (
    AWAITED,
    ELIGIBLE,
    FILED,
    NO_OBJECTION,
    NOT_OBJECT,
    OBJECT,
    OBJECTED,
    SIGNED,
    TRAVEL_BOOKED,
)
from given import given

from domain.lifecycle import IomState, Stage
from domain.values import Function


def test_the_office_says_that_it_does_not_object():
    asked = given(*SIGNED).when(NOT_OBJECT, at="2026-03-18 14:00")
    asked.then(NO_OBJECTION)
    asked.then_state(iom__state=IomState.SIGNED, iom__objected=False, stage=Stage.IOM_FILED)


def test_or_that_it_does_for_a_reason():
    asked = given(*SIGNED).when(OBJECT, at="2026-03-18 14:00")
    asked.then(OBJECTED)
    asked.then_state(iom__objected=True, declared=True)


def test_iom_books_nothing_while_the_office_is_silent():
    given(*SIGNED).when(BOOK).then_refused("IOM-05", saying="has not said whether it objects")


def test_iom_books_nothing_against_an_objection():
    given(*SIGNED, OBJECTED).when(BOOK).then_refused(
        "IOM-05", saying="the Office objects to the journey since 2026-03-18"
    )


def test_iom_books_once_the_office_does_not_object():
    given(*SIGNED, NO_OBJECTION).when(BOOK, at="2026-03-19 10:00").then(BOOKED)


def test_what_the_office_said_last_holds():
    later = NO_OBJECTION.at("2026-03-19 09:00")
    given(*SIGNED, OBJECTED, later).when(BOOK).events()
    again = OBJECTED.at("2026-03-19 09:00")
    given(*SIGNED, NO_OBJECTION, again).when(BOOK).then_refused("IOM-05")


def test_nothing_was_booked_before_the_office_said_so():
    given(*SIGNED, NO_OBJECTION).when(BOOK, at="2026-03-18 13:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 18)
    )


def test_under_the_first_procedure_a_signature_was_enough():
    given(*until(NOTIFIED), IOM_OPENED, DECLARED).when(BOOK).then(BOOKED)


@pytest.mark.parametrize("order", [NOT_OBJECT, OBJECT])
def test_the_check_follows_the_declaration(order):
    for history in (FILED, ELIGIBLE):
        given(*history).when(order).then_refused("IOM-01", saying="this needs declaration-signed")
    for signed in (SIGNED, (*SIGNED, AWAITED), TRAVEL_BOOKED):
        given(*signed).when(order).events()


@pytest.mark.parametrize("order", [NOT_OBJECT, OBJECT])
def test_the_check_is_the_offices(order):
    given(*SIGNED).when(order).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )


def test_a_new_file_is_checked_anew():
    withdrawn = (*SIGNED, NO_OBJECTION, IOM_WITHDRAWN)
    asked = given(*withdrawn).when(OPEN_IOM)
    asked.then_state(iom__objected=None, iom__checked=None, iom__signed=None)
