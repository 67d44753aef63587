"""Establishing an age: the doubt is settled, by another person than who raised it."""

import pytest
from dossier import OFFICER, SECOND_OFFICER
from examples.family import ADMITTED, CHILD, DAUGHTER, DISPUTED, ESTABLISH, MOTHER, member
from given import given

from domain import commands as c
from domain.lifecycle.who import F

MINOR = ESTABLISH.model_copy(update={"outcome": "minor", "majority_on": "2028-01-15"})


def test_the_resident_is_of_age():
    given(*MOTHER, DISPUTED).when(ESTABLISH).then_state(age="adult")


def test_the_resident_is_a_minor_until_a_day():
    given(*MOTHER, DISPUTED).when(MINOR).then_state(age="minor", family__majority_on="2028-01-15")


def test_what_nobody_doubted_is_not_settled():
    given(*MOTHER).when(ESTABLISH).then_refused("FAM-05", saying="not in dispute")


def test_who_doubted_does_not_settle_it():
    told = given(*MOTHER, DISPUTED)
    told.when(ESTABLISH, by=OFFICER).then_refused("SEP-01", saying="settle", exit_code=4)
    assert told.when(ESTABLISH, by=SECOND_OFFICER).events()


def test_not_before_the_doubt():
    told = given(*MOTHER, DISPUTED)
    told.when(ESTABLISH, at="2026-03-11 09:59").then_refused("ORD-02")
    assert told.when(ESTABLISH, at="2026-03-11 10:00").events()


def test_of_a_member_the_others_hear_too():
    her = member(DAUGHTER, *CHILD, DISPUTED)
    hers = c.EstablishAge(
        dossier=ESTABLISH.dossier, member=DAUGHTER, outcome="adult", reference="TUT-2026-88"
    )
    given(*MOTHER).when(hers, members=(her,), at="2026-03-20 10:00").then_state(
        family__minors=(), age="adult"
    )
    given(*MOTHER).when(hers, by=OFFICER, members=(her,), at="2026-03-20 10:00").then_refused(
        "SEP-01", exit_code=4
    )


def test_it_is_for_officers():
    given(*MOTHER, DISPUTED).when(ESTABLISH).is_for(
        F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER
    )


@pytest.mark.parametrize(
    ("outcome", "day", "fits"),
    [
        ("adult", "2026-03-19", True),
        ("adult", "2026-03-20", True),
        ("adult", "2026-03-21", False),
        ("minor", "2026-03-20", False),
        ("minor", "2026-03-21", True),
        ("adult", None, True),
        ("minor", None, True),
    ],
)
def test_the_outcome_is_what_the_birthday_said_with_it_says(outcome, day, fits):
    order = ESTABLISH.model_copy(update={"outcome": outcome, "majority_on": day})
    asked = given(ADMITTED, DISPUTED).when(order, at="2026-03-20 10:00")
    asked.then_state(age=outcome) if fits else asked.then_refused("FAM-06", saying=f"{day}")
