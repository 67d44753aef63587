"""A place takes those it is for; no minor is held in a centre, and none alone anywhere."""

import pytest
from dossier import ARRIVED, NUMBER, OPEN
from given import brussels, given, lines, there

from domain.decide import Attempt, Context, failing
from domain.trajectory import replay
from domain.values import Sex

ARRIVAL = "2026-03-02 10:15"


def arriving(centre, **who):
    return given().when(OPEN.model_copy(update={"centre": centre, **who}), at=ARRIVAL)


def admitted(centre, **who):
    return ARRIVED.but(procedure=2, centre=centre, **who)


# -- men, women, all, families (PLC-02) -----------------------------------------------------


@pytest.mark.parametrize(("centre", "sex"), [("VOT", Sex.F), ("MER", Sex.F), ("HOL", Sex.M)])
def test_a_place_for_one_sex_takes_no_resident_of_the_other(centre, sex):
    arriving(centre, sex=sex).then_refused("PLC-02", saying=f"recorded as {sex}")


@pytest.mark.parametrize(
    ("centre", "sex"),
    [("VOT", Sex.M), ("MER", Sex.M), ("HOL", Sex.F), ("127B", Sex.F), ("BRU", Sex.M)],
)
def test_a_place_takes_the_residents_it_is_for(centre, sex):
    arriving(centre, sex=sex).then(admitted(centre, sex=sex))


@pytest.mark.parametrize("centre", ["VOT", "HOL"])
@pytest.mark.parametrize("sex", [Sex.X, None])
def test_a_sex_that_is_x_or_not_on_record_closes_no_place(centre, sex):
    arriving(centre, sex=sex).then(admitted(centre, sex=sex))


@pytest.mark.parametrize("sex", list(Sex))
def test_a_family_site_takes_parents_of_either_sex(sex):
    arriving("ZUL", sex=sex).then(admitted("ZUL", sex=sex))


# -- minors and families (DET-15) -----------------------------------------------------------


@pytest.mark.parametrize("centre", ["127B", "CAR", "BRU", "HOL"])
def test_a_minor_is_held_in_no_closed_centre(centre):
    arriving(centre, age="minor").then_refused("DET-15", saying=f"{centre} is a closed centre")


def test_whoever_may_be_a_minor_is_taken_for_one():
    arriving("BRU", age="disputed").then_refused("DET-15", saying="the age is in dispute")


@pytest.mark.parametrize("age", ["adult", None])
def test_whoever_is_of_age_may_be_held(age):
    arriving("HOL", age=age).then(admitted("HOL", age=age))


@pytest.mark.parametrize("age", ["minor", "disputed"])
def test_a_minor_with_a_parent_goes_to_a_family_site(age):
    said = {"age": age, "unaccompanied": False}
    arriving("TIE", **said).then(admitted("TIE", **said))


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2024-07-19 23:59", ()),
        ("2024-07-20 00:00", ("DET-15",)),
        ("2024-07-21 00:00", ("DET-15",)),
    ],
)
def test_families_are_out_of_centres_since_the_law_says_so(day, rules):
    asked = given().when(OPEN.model_copy(update={"age": "minor"}), at=day)
    asked.then_refused(*rules) if rules else asked.then(ARRIVED.but(procedure=2, age="minor"))


# -- unaccompanied minors (DET-16) ----------------------------------------------------------


@pytest.mark.parametrize("centre", ["127B", "CAR", "HOL", "ZUL", "BEA"])
@pytest.mark.parametrize("age", ["minor", "disputed", None])
def test_an_unaccompanied_minor_is_held_nowhere(centre, age):
    arriving(centre, age=age, unaccompanied=True).then_refused("DET-16")


def test_whoever_was_found_to_be_of_age_is_no_unaccompanied_minor():
    arriving("HOL", age="adult", unaccompanied=True).then(
        admitted("HOL", age="adult", unaccompanied=True)
    )


@pytest.mark.parametrize(
    ("day", "rules"), [("2012-02-26 23:59", ()), ("2012-02-27 00:00", ("DET-16",))]
)
def test_unaccompanied_minors_are_held_nowhere_since_the_law_says_so(day, rules):
    alone = OPEN.model_copy(update={"age": "minor", "unaccompanied": True})
    asked = given().when(alone, at=day)
    if rules:
        asked.then_refused(*rules)
    else:
        asked.then(ARRIVED.but(procedure=2, age="minor", unaccompanied=True))


def test_the_guards_on_minors_give_way_to_nobody():
    from domain.rules import rule

    assert not rule("DET-15").overridable
    assert not rule("DET-16").overridable
    assert rule("PLC-03").overridable


# -- everything at once; what is known later ------------------------------------------------


def test_every_reason_is_told_at_once():
    arriving("VOT", sex=Sex.F, age="minor").then_refused("PLC-02", "DET-15")


def test_the_dossier_knows_who_arrived():
    arriving("ZUL", age="disputed", unaccompanied=False).then_state(
        age="disputed", unaccompanied=False, sex=Sex.F, age_since=brussels(ARRIVAL)
    )


def test_an_arrival_a_register_tells_is_judged_as_the_register_knew():
    moment = brussels(ARRIVAL)
    for procedure, rules in ((1, set()), (2, {"PLC-02"})):
        event = ARRIVED.but(procedure=procedure, centre="VOT").event
        found = failing(Attempt(None, "OpenTrajectory", Context(moment, moment), event))
        assert {each.rule for each in found} == rules


def test_an_admission_of_the_first_shape_says_nothing_of_age():
    state = there(replay(lines([ARRIVED], NUMBER)))
    assert (state.age, state.unaccompanied) == (None, None)
