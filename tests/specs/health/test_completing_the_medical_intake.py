"""The medical service sees who arrives; without that nobody is isolated or removed."""

import pytest
from dossier import ARRIVED, NUMBER, OFFICER
from examples.health import ADMITTED, TAKE_IN, TAKEN_IN
from given import brussels, given, known_as, lines, there

from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.clocks import clocks
from domain.decide.health import medically_taken_in
from domain.trajectory import replay
from domain.values import Function, Sealed


def running(*history, at):
    state = there(replay(lines(history, NUMBER)))
    return [(due.rule, due.at) for due in clocks(state, brussels(at)) if due.rule == "INT-01"]


def in_the_way(*history, at):
    moment = brussels(at)
    attempt = Attempt(replay(lines(history, NUMBER)), "DecideMeasure", Context(moment, moment))
    return [failing.rule for failing in medically_taken_in(attempt)]


def test_that_it_took_place_is_all_that_is_seen():
    asked = given(ADMITTED).when(TAKE_IN, at="2026-03-02 14:00")
    asked.then(TAKEN_IN)
    asked.then_state(health__intake=brussels("2026-03-02 14:00"))


def test_what_was_found_is_sealed_for_the_medical_service():
    assert known_as(e.MedicalIntakeCompleted, TAKEN_IN.event).note == Sealed.of(
        "insulin twice a day"
    )
    assert "insulin" not in repr(TAKEN_IN.event)


@pytest.mark.parametrize("at", ["2026-03-03 10:14", "2026-03-03 10:15", "2026-03-03 10:16"])
def test_it_is_due_within_hours_of_the_arrival_and_stays_due(at):
    assert running(ADMITTED, at=at) == [("INT-01", brussels("2026-03-03 10:15"))]
    assert running(ADMITTED, TAKEN_IN, at=at) == []


def test_the_hours_are_real_ones_when_the_clock_is_put_forward():
    eve = ADMITTED.at("2026-03-28 12:00")
    assert running(eve, at="2026-03-28 13:00") == [("INT-01", brussels("2026-03-29 13:00"))]


def test_the_hours_are_real_ones_when_the_clock_is_put_back():
    eve = ADMITTED.at("2026-10-24 12:00")
    assert running(eve, at="2026-10-24 13:00") == [("INT-01", brussels("2026-10-25 11:00"))]


def test_the_first_version_of_the_procedure_knows_of_no_intake():
    assert running(ARRIVED, at="2026-03-03 12:00") == []
    given(ARRIVED).when(TAKE_IN).then_refused("ORD-06")


def test_the_first_one_counts():
    again = given(ADMITTED, TAKEN_IN).when(TAKE_IN, at="2026-03-09 09:00")
    again.then_state(health__intake=brussels("2026-03-02 14:00"))


def test_it_stands_in_the_way_until_the_moment_it_took_place():
    assert in_the_way(ADMITTED, at="2026-03-02 15:00") == ["INT-01"]
    assert in_the_way(ADMITTED, TAKEN_IN, at="2026-03-02 13:59") == ["INT-01"]
    assert in_the_way(ADMITTED, TAKEN_IN, at="2026-03-02 14:00") == []
    assert in_the_way(ADMITTED, TAKEN_IN, at="2026-03-02 14:01") == []


def test_this_is_for_nurses_and_doctors():
    given(ADMITTED).when(TAKE_IN).is_for(Function.DOCTOR, Function.NURSE)


def test_an_officer_sees_no_patients():
    given(ADMITTED).when(TAKE_IN, by=OFFICER).then_refused("AUT-02", exit_code=4)
