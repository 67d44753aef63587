"""A medical examination under force (art. 74/23): every condition established, and reported."""

from datetime import date

import pytest
from dossier import ARRIVED, DIRECTOR, DOCTOR, NUMBER, SECURITY
from examples.health import ADMITTED, EXAMINE_BY_FORCE, EXAMINED_BY_FORCE
from examples.measures import ACCOUNT, ACCOUNTED, REVIEW
from given import brussels, given, lines, there

from domain.decide.clocks import clocks
from domain.lifecycle import CoercionState
from domain.trajectory import replay
from domain.values import Function

REPORTED = ACCOUNTED.at("2026-03-25 12:00")


def but(**said):
    return EXAMINE_BY_FORCE.model_copy(update=said)


def reports(*history, at):
    state = there(replay(lines(history, NUMBER)))
    return [(due.rule, due.at) for due in clocks(state, brussels(at)) if due.rule == "EXE-07"]


def test_it_is_on_record_with_the_conditions_under_which_it_took_place():
    asked = given(ADMITTED).when(EXAMINE_BY_FORCE, by=DOCTOR, at="2026-03-25 11:00")
    asked.then(EXAMINED_BY_FORCE)


@pytest.mark.parametrize(
    ("field", "saying"),
    [
        ("emergency", "no public health emergency"),
        ("no_other_certificate", "no other certificate"),
        ("reread_alone", "read again in private"),
        ("agents_trained", "trained"),
    ],
)
@pytest.mark.parametrize("said", [False, None])
def test_what_is_not_established_did_not_happen(field, saying, said):
    given(ADMITTED).when(but(**{field: said}), at="2026-03-25 11:00").then_refused(
        "MED-03", saying=saying
    )


@pytest.mark.parametrize(
    ("field", "saying"), [("informed_on", "informed"), ("undertaking_on", "signed")]
)
def test_information_and_undertaking_come_before(field, saying):
    for day in (None, "2026-03-26"):
        given(ADMITTED).when(but(**{field: day}), at="2026-03-25 11:00").then_refused(
            "MED-03", saying=saying
        )
    for day in ("2026-03-24", "2026-03-25"):
        both = but(informed_on=day, undertaking_on=day)
        given(ADMITTED).when(both, at="2026-03-25 11:00").events()


def test_the_resident_is_informed_before_signing_and_not_after():
    for informed, signed, passes in (
        ("2026-03-23", "2026-03-24", True),
        ("2026-03-24", "2026-03-24", True),
        ("2026-03-25", "2026-03-24", False),
    ):
        asked = but(informed_on=informed, undertaking_on=signed)
        held = given(ADMITTED).when(asked, at="2026-03-25 11:00")
        held.events() if passes else held.then_refused("MED-03", saying="signed before")


@pytest.mark.parametrize(
    ("at", "passes"), [("2024-07-19 23:59", False), ("2024-07-20 00:00", True)]
)
def test_nobody_was_examined_under_force_before_the_law_of_2024(at, passes):
    early = ADMITTED.at("2024-07-18 09:00")
    days = but(informed_on="2024-07-19", undertaking_on="2024-07-19")
    asked = given(early).when(days, at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("MED-03", saying="before 2024-07-20", passes_on=date(2024, 7, 20))


@pytest.mark.parametrize("age", ["minor", "disputed", None])
def test_never_on_a_minor_nor_on_who_may_be_one(age):
    asked = given(ADMITTED.but(age=age)).when(EXAMINE_BY_FORCE, at="2026-03-25 11:00")
    asked.then_refused("MED-03", saying="not on record as an adult")


@pytest.mark.parametrize("present", [True, None])
def test_never_before_the_eyes_of_a_minor(present):
    given(ADMITTED).when(but(minors_present=present), at="2026-03-25 11:00").then_refused(
        "MED-03", saying="minor was present"
    )


def test_only_by_means_of_the_closed_list():
    given(ADMITTED).when(but(means=()), at="2026-03-25 11:00").then_refused("COE-01")
    given(ADMITTED).when(but(means=("cushion",)), at="2026-03-25 11:00").then_refused("COD-01")


def test_every_condition_that_fails_is_named():
    nothing = but(
        emergency=None,
        no_other_certificate=None,
        informed_on=None,
        undertaking_on=None,
        reread_alone=None,
        minors_present=None,
        agents_trained=None,
    )
    given(ADMITTED).when(nothing, at="2026-03-25 11:00").then_refused(*["MED-03"] * 7)


def test_it_is_a_use_of_coercion_whose_report_is_due_without_delay():
    moment = "2026-03-25 11:00"
    assert reports(ADMITTED, EXAMINED_BY_FORCE, at=moment) == [("EXE-07", brussels(moment))]
    assert reports(ADMITTED, EXAMINED_BY_FORCE, at="2026-04-25 11:00") == [
        ("EXE-07", brussels(moment))
    ]
    assert reports(ADMITTED, EXAMINED_BY_FORCE, REPORTED, at="2026-03-26 11:00") == []


def test_it_is_reported_and_reviewed_like_any_other():
    done = (ADMITTED, EXAMINED_BY_FORCE)
    given(*done).when(ACCOUNT, by=SECURITY).events()
    asked = given(*done, REPORTED).when(REVIEW, by=DIRECTOR)
    assert asked.state_after().coercion[0].state is CoercionState.REVIEWED


def test_this_is_for_doctors_alone():
    given(ADMITTED).when(EXAMINE_BY_FORCE, at="2026-03-25 11:00").is_for(Function.DOCTOR)


def test_the_first_version_of_the_procedure_knows_of_none():
    given(ARRIVED.but(age="adult")).when(EXAMINE_BY_FORCE, at="2026-03-25 11:00").then_refused(
        "ORD-06"
    )
