"""A dossier is opened once, by the arrival in a place on the list."""

from datetime import date

import pytest
from dossier import ARRIVED, CLOSED, INFORMED, NUMBER, OPEN, ORDERS, until
from given import brussels, given, on_duty

from domain.authority import MAY
from domain.decide import Context, decide
from domain.errors import TrajetError
from domain.lifecycle import NEWEST, Stage
from domain.values import Function

ARRIVAL = "2026-03-02 10:15"


def in_centre(code):
    return OPEN.model_copy(update={"centre": code})


def test_the_arrival_opens_the_dossier():
    asked = given().when(OPEN, at=ARRIVAL)
    asked.then(ARRIVED.but(procedure=NEWEST))
    asked.then_state(stage=Stage.ARRIVAL, centre="HOL", resident=NUMBER, opened=brussels(ARRIVAL))


def test_a_resident_who_was_here_before_keeps_the_first_number():
    known = OPEN.model_copy(update={"resident": "HOL-2025-0007"})
    given().when(known, at=ARRIVAL).then(ARRIVED.but(procedure=NEWEST, resident="HOL-2025-0007"))


@pytest.mark.parametrize("code", ["127B", "CAR", "BRU", "HOL", "TUB", "BEA"])
def test_closed_centres_and_family_sites_are_places(code):
    given().when(in_centre(code), at=ARRIVAL).then(ARRIVED.but(procedure=NEWEST, centre=code))


def test_a_place_that_is_not_on_the_list_is_refused():
    given().when(in_centre("ANT"), at=ARRIVAL).then_refused("PLC-01", saying="ANT is not on")


@pytest.mark.parametrize("name", ["ZULTE", "TIELT"])
def test_a_place_goes_by_its_code_or_its_residents_would_be_on_no_list(name):
    given().when(in_centre(name), at=ARRIVAL).then_refused("PLC-01", saying=name)


def test_a_dossier_is_opened_once():
    given(ARRIVED).when(OPEN).then_refused("ORD-05", saying=f"{NUMBER} is already open")


def test_a_closed_dossier_is_reopened_rather_than_opened_again():
    given(*until(CLOSED)).when(OPEN).then_refused("ORD-05")


def test_nobody_arrives_tomorrow():
    given().when(OPEN, at="2026-03-03 00:05", now="2026-03-02 17:00").then_refused(
        "ORD-03", saying="2026-03-03 00:05 has not come yet", passes_on=date(2026, 3, 3)
    )


def test_whoever_receives_the_resident_opens_the_dossier():
    given().when(OPEN, at=ARRIVAL).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR, Function.SECURITY
    )


def test_all_that_is_wrong_is_said_at_once():
    assistant = on_duty(Function.MIGRATION_ASSISTANT)
    given(ARRIVED, INFORMED).when(
        in_centre("ANT"), by=assistant, at="2026-03-05 09:00", now="2026-03-04 09:00"
    ).then_refused("AUT-02", "ORD-05", "ORD-03", "PLC-01")


def test_nobody_opens_a_dossier_in_the_name_of_another():
    guard = on_duty(Function.SECURITY)._replace(on_behalf_of="n.bernard")
    given().when(OPEN, by=guard, at=ARRIVAL).then_refused(
        "AUT-03", saying="no delegation from n.bernard", exit_code=4
    )


@pytest.mark.parametrize(
    "order", [order for order in ORDERS if order is not OPEN], ids=lambda each: type(each).__name__
)
def test_nothing_happens_in_a_dossier_that_was_never_opened(order):
    moment = brussels("2026-03-05 09:00")
    context = Context(moment, moment, on_duty(min(MAY[type(order).__name__])))
    with pytest.raises(TrajetError):
        decide(None, order, context)
