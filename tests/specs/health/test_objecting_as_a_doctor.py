"""A doctor's objection stops the departure until another resolves it."""

import pytest
from dossier import DOCTOR, NUMBER
from examples.health import (
    ADMITTED,
    DOCTOR_AT_NIGHT,
    LIFT,
    LIFTED,
    OBJECT,
    OBJECTED,
    REMOVAL_DIRECTOR,
    SECOND_DOCTOR,
    TAKEN_IN,
    UPHELD,
    UPHOLD,
)
from given import Act, brussels, given, lines, on_duty, there

from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.health import fit_to_travel, no_open_objection
from domain.lifecycle import Fitness, HealthState, ObjectionState
from domain.trajectory import replay
from domain.values import Function

FIT = Act(e.FitToTravelCertified(), DOCTOR, brussels("2026-03-25 08:30"))
FIT_AGAIN = Act(e.FitToTravelCertified(), SECOND_DOCTOR, brussels("2026-03-26 08:30"))


def in_the_way(*history, at, guard=no_open_objection):
    moment = brussels(at)
    attempt = Attempt(replay(lines(history, NUMBER)), "ConfirmDeparture", Context(moment, moment))
    return [failing.rule for failing in guard(attempt)]


def test_the_objection_is_pending_from_its_moment():
    asked = given(ADMITTED, TAKEN_IN, FIT).when(OBJECT, by=DOCTOR, at="2026-03-25 09:00")
    asked.then(OBJECTED)
    asked.then_state(health_state=HealthState.OBJECTION_PENDING)


def test_it_stops_a_departure_from_its_moment_until_it_is_resolved():
    story = (ADMITTED, FIT, OBJECTED, LIFTED)
    assert in_the_way(*story, at="2026-03-25 08:59") == []
    assert in_the_way(*story, at="2026-03-25 09:00") == ["MED-01"]
    assert in_the_way(*story, at="2026-03-25 15:59") == ["MED-01"]
    assert in_the_way(*story, at="2026-03-25 16:00") == []


def test_a_certificate_of_the_same_day_does_not_lift_it():
    later = FIT.at("2026-03-25 12:00")
    assert in_the_way(ADMITTED, OBJECTED, later, at="2026-03-25 13:00") == ["MED-01"]


def test_a_doctor_objects_once_and_a_second_one_beside_the_first():
    for who in (DOCTOR, DOCTOR_AT_NIGHT):
        given(ADMITTED, OBJECTED).when(OBJECT, by=who).then_refused(
            "MED-02", saying="P-012 raised as f.goossens is pending", exit_code=4
        )
    given(ADMITTED, OBJECTED).when(OBJECT, by=SECOND_DOCTOR).events()


BOTH = (ADMITTED, OBJECTED, OBJECTED.by(SECOND_DOCTOR).at("2026-03-25 10:00"))
THIRD_DOCTOR = on_duty(Function.DOCTOR)


def test_of_two_who_objected_neither_resolves_it_and_one_resolution_is_for_both():
    for who in (DOCTOR, SECOND_DOCTOR):
        given(*BOTH).when(LIFT, by=who).then_refused("SEP-04", exit_code=4)
    asked = given(*BOTH).when(LIFT, by=THIRD_DOCTOR, at="2026-03-25 16:00")
    resolved = asked.state_after().health.objections
    assert [one.state for one in resolved] == [ObjectionState.RESOLVED] * 2


def test_a_second_objection_told_late_is_recorded_beside_the_first():
    given(ADMITTED, OBJECTED).when(
        OBJECT, by=SECOND_DOCTOR, at="2026-03-25 08:00", now="2026-03-25 10:00"
    ).events()


def test_after_a_resolution_an_objection_is_raised_anew():
    given(ADMITTED, OBJECTED, LIFTED).when(OBJECT).then_state(
        health__objection__state=ObjectionState.PENDING
    )


def test_nothing_is_resolved_that_nobody_raised():
    given(ADMITTED).when(LIFT, by=SECOND_DOCTOR).then_refused("MED-02", saying="needs pending")
    given(ADMITTED, OBJECTED, LIFTED).when(LIFT, by=SECOND_DOCTOR).then_refused("MED-02")


@pytest.mark.parametrize("who", [SECOND_DOCTOR, REMOVAL_DIRECTOR])
def test_another_doctor_or_the_director_general_s_level_resolves_it(who):
    asked = given(ADMITTED, FIT, OBJECTED).when(LIFT, by=who, at="2026-03-25 16:00")
    asked.then(LIFTED)
    asked.then_state(health_state=HealthState.FIT)


@pytest.mark.parametrize("who", [DOCTOR, DOCTOR_AT_NIGHT])
def test_who_objected_gives_no_second_opinion_under_whatever_account(who):
    given(ADMITTED, OBJECTED).when(LIFT, by=who).then_refused(
        "SEP-04", saying="P-012 raised the objection as f.goossens", exit_code=4
    )


def test_upheld_it_counts_as_unfit_until_a_new_certificate():
    asked = given(ADMITTED, FIT, OBJECTED).when(UPHOLD, by=SECOND_DOCTOR, at="2026-03-25 16:00")
    asked.then(UPHELD)
    asked.then_state(
        health_state=HealthState.UNFIT,
        examination__result=Fitness.UNFIT,
        health__objection__outcome="upheld",
    )
    story = (ADMITTED, FIT, OBJECTED, UPHELD)
    assert in_the_way(*story, at="2026-03-26 08:00") == []
    assert in_the_way(*story, at="2026-03-26 08:00", guard=fit_to_travel) == ["EXE-06"]
    assert in_the_way(*story, FIT_AGAIN, at="2026-03-26 09:00", guard=fit_to_travel) == []


def test_a_resident_nobody_examined_is_unassessed():
    given(ADMITTED).when(OBJECT).then_state(health_state=HealthState.OBJECTION_PENDING)
    assert there(replay(lines((ADMITTED,), NUMBER))).health_state is HealthState.UNASSESSED
    lifted = there(replay(lines((ADMITTED, OBJECTED, LIFTED), NUMBER)))
    assert lifted.health_state is HealthState.UNASSESSED


def test_nothing_is_resolved_before_it_was_raised():
    given(ADMITTED, OBJECTED).when(
        LIFT, by=SECOND_DOCTOR, at="2026-03-25 08:00", now="2026-03-25 10:00"
    ).then_refused("ORD-02")


def test_an_outcome_that_is_on_no_list_is_refused():
    maybe = LIFT.model_copy(update={"outcome": "postponed"})
    given(ADMITTED, OBJECTED).when(maybe, by=SECOND_DOCTOR).then_refused("COD-01")


def test_objecting_is_for_doctors_alone():
    given(ADMITTED).when(OBJECT).is_for(Function.DOCTOR)


def test_resolving_is_for_doctors_and_the_removal_director():
    given(ADMITTED, OBJECTED).when(LIFT).is_for(Function.DOCTOR, Function.REMOVAL_DIRECTOR)
