"""When somebody does not return, the coach warns the services and looks for tracks."""

import pytest
from dossier import ARRIVED, CLOSED, NOT_RETURNED, NUMBER, REOPENED
from examples.ending import ALERT, ALERTED, HERE, TRACK, TRACKED, ended
from examples.iom import LEFT, TRAVEL_BOOKED
from given import given
from pydantic import ValidationError

from domain import commands as c
from domain.lifecycle import Stage
from domain.rules import code_list
from domain.values import Category, Function, Sealed, sealed_fields

GONE = (*HERE, ended("unknown"))


def test_services_are_alerted():
    asked = given(*GONE).when(ALERT, at="2026-03-26 13:30")
    asked.then(ALERTED)
    asked.then_state(
        stage=Stage.NOT_RETURNED, ending__alerted=("local-police", "immigration-office")
    )


def test_more_services_may_be_alerted_later_and_each_is_kept_once():
    more = ALERT.model_copy(update={"services": ("fedasil", "local-police")})
    given(*GONE, ALERTED).when(more).then_state(
        ending__alerted=("local-police", "immigration-office", "fedasil")
    )


def test_an_alert_names_who_was_alerted():
    nobody = ALERT.model_copy(update={"services": ()})
    given(*GONE).when(nobody).then_refused("END-04", saying="say which services")


def test_a_service_is_one_of_the_list():
    strange = ALERT.model_copy(update={"services": ("local-police", "the-press")})
    given(*GONE).when(strange).then_refused("COD-01", saying="the-press is not on the list")
    assert {"local-police", "immigration-office"} <= set(code_list("ending.service"))


def test_a_track_is_recorded_and_what_it_says_is_sealed():
    asked = given(*GONE).when(TRACK, at="2026-03-27 09:00")
    asked.then(TRACKED)
    asked.then_state(ending__tracks=1, stage=Stage.NOT_RETURNED)
    assert sealed_fields(type(TRACKED.event))["lead"] is Category.IDENTITY


def test_a_track_says_something():
    with pytest.raises(ValidationError):
        c.RecordTrack.model_validate({"dossier": NUMBER, "kind": "address"})


def test_another_kind_of_track_needs_words():
    other = TRACK.model_copy(update={"kind": "other"})
    given(*GONE).when(other).then_refused("COD-02")
    given(*GONE).when(other.model_copy(update={"remark": Sealed.of("a letter")})).events()


@pytest.mark.parametrize("order", [ALERT, TRACK])
def test_this_follows_an_end_without_departure(order):
    given(*HERE).when(order).then_refused("ORD-01")
    given(*TRAVEL_BOOKED, LEFT).when(order).then_refused("ORD-04")
    given(*GONE, ALERTED, CLOSED).when(order).then_refused("ORD-04")


@pytest.mark.parametrize("order", [ALERT, TRACK])
def test_nobody_was_alerted_before_the_end(order):
    given(*GONE).when(order, at="2026-03-26 11:59").then_refused("ORD-02")
    given(*GONE).when(order, at="2026-03-26 12:00").events()


def test_after_a_reopening_the_next_end_is_alerted_anew():
    again = (*GONE, ALERTED, TRACKED, REOPENED, ended("unknown").at("2026-04-10 12:00"))
    given(*again).when(ALERT).then_state(
        ending__alerted=("local-police", "immigration-office"), ending__tracks=0
    )


@pytest.mark.parametrize("order", [ALERT, TRACK])
def test_the_first_procedure_kept_neither(order):
    given(ARRIVED, NOT_RETURNED).when(order).then_refused("ORD-06")


@pytest.mark.parametrize("order", [ALERT, TRACK])
def test_who_establishes_the_end_records_it(order):
    given(*GONE).when(order).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
    )
