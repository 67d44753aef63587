"""The age at the arrival: what is said of it, or what the birth that is said makes of it."""

from datetime import date

import pytest
from dossier import ARRIVED, COACH, CORRECT, NUMBER, OPEN
from examples.admission import ADMITTED, IDENTIFY
from examples.family import ESTABLISH as ESTABLISH_AGE
from examples.information import ASSESS, SIGNAL
from given import Act, brussels, given, there

from domain import commands as c
from domain.decide.birth import age_by, eighteenth_birthday, gives_doubt
from domain.decide.places import must_leave
from domain.values import Sealed

ARRIVAL = "2026-03-02 10:15"  # a Monday


def arriving(centre, born, at=ARRIVAL, **who):
    said = {"centre": centre, "born_on": Sealed.of(born) if born else None, **who}
    return given().when(OPEN.model_copy(update=said), at=at)


def admitted(centre, born, **who):
    return ARRIVED.but(procedure=2, centre=centre, born_on=Sealed.of(born), **who)


# -- a birth that can be read ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2008-03-03", "minor"),  # eighteen tomorrow
        ("2008-03-02", "adult"),  # today
        ("2008-03-01", "adult"),
        ("2015-01-01", "minor"),
        ("1989-04-06", "adult"),
        ("3/3/2008", "minor"),
        ("02.03.2008", "adult"),
        ("2008 03 03", "minor"),
        ("2008-02", "adult"),
        ("2008-03", "disputed"),  # on the first day, or on the last
        ("04/2008", "minor"),
        ("2008", "disputed"),
        ("2007", "adult"),
        ("2009", "minor"),
        ("2008-00-00", "disputed"),
        ("2009-00-00", "minor"),
        ("00/00/2007", "adult"),
        (" 2015-01-01 ", "minor"),
        ("9998-01-01", "minor"),
        ("2015-13-01", None),
        ("30/02/2015", None),
        ("about 2010", None),
        ("12 or 13", None),
        ("", None),
    ],
)
def test_a_birth_says_an_age_where_it_can_be_read(born, age):
    assert age_by(Sealed.of(born), date(2026, 3, 2)) == age


def test_a_birth_that_is_sealed_or_not_said_says_nothing():
    assert age_by(None, date(2026, 3, 2)) is None
    assert age_by(Sealed(token="s1.identity.r4mFh1S0cQ9a"), date(2026, 3, 2)) is None  # noqa: S106


def test_who_was_born_on_the_29th_of_february_is_eighteen_on_the_first_of_march():
    assert eighteenth_birthday(date(2008, 2, 29)) == date(2026, 3, 1)
    assert age_by(Sealed.of("2008-02-29"), date(2026, 2, 28)) == "minor"
    assert age_by(Sealed.of("2008-02-29"), date(2026, 3, 1)) == "adult"


# -- at the arrival -------------------------------------------------------------------------


@pytest.mark.parametrize("centre", ["127B", "HOL", "CAR"])
def test_a_child_by_its_own_birth_is_not_admitted_to_a_closed_centre(centre):
    arriving(centre, "2015-01-01").then_refused("DET-15", saying="the resident is a minor")


def test_who_may_be_a_minor_by_birth_is_taken_for_one():
    arriving("HOL", "2008").then_refused("DET-15", saying="the age is in dispute")


@pytest.mark.parametrize(
    ("at", "refused"),
    [("2026-03-01 10:00", True), ("2026-03-02 00:00", False), ("2026-03-03 10:00", False)],
)
def test_the_eighteenth_birthday_is_the_first_day_of_age(at, refused):
    asked = arriving("HOL", "2008-03-02", at=at)
    asked.then_refused("DET-15") if refused else asked.then(admitted("HOL", "2008-03-02"))


@pytest.mark.parametrize(("born", "age"), [("2015-01-01", "minor"), ("2008", "disputed")])
def test_elsewhere_the_age_is_kept_and_the_birth_stays_sealed(born, age):
    asked = arriving("TUB", born, unaccompanied=False)
    asked.then(admitted("TUB", born, age=age, unaccompanied=False))
    asked.then_state(age=age, age_since=brussels(ARRIVAL))


def test_a_child_of_whom_it_is_not_said_with_whom_it_is_here_is_held_nowhere():
    arriving("TUB", "2015-01-01").then_refused("DET-16", saying="with whom the minor is here")
    arriving("TUB", "2008").then_refused("DET-16")


def test_alone_such_a_child_is_held_nowhere():
    arriving("TUB", "2015-01-01", unaccompanied=True).then_refused("DET-16")


def test_a_birth_alone_makes_nobody_an_adult():
    arriving("HOL", "1989-04-06").then_state(age=None)


def test_a_birth_that_cannot_be_read_says_nothing_of_the_age():
    arriving("HOL", "about 1989").then_state(age=None)


@pytest.mark.parametrize("age", ["minor", "disputed"])
def test_what_is_said_of_the_age_holds_over_the_birth(age):
    arriving("TUB", "1989-04-06", age=age, unaccompanied=False).then_state(age=age)
    arriving("TUB", "2015-01-01", age=age, unaccompanied=False).then_state(age=age)


# -- adults ---------------------------------------------------------------------------------


@pytest.mark.parametrize("born", ["1989-04-06", "2008-03-02", "2008", "about 1989", None])
def test_somebody_is_admitted_as_an_adult(born):
    arriving("HOL", born, age="adult").then_state(age="adult")


@pytest.mark.parametrize("centre", ["HOL", "TUB"])
@pytest.mark.parametrize("born", ["2008-03-03", "2009", "2015-01-01"])
def test_nobody_is_admitted_as_an_adult_whose_birth_is_that_of_a_minor(centre, born):
    arriving(centre, born, age="adult").then_refused("FAM-06", saying="by the birth that is said")


# -- an identity recorded later -------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "born", "doubt"),
    [
        ("adult", "2015-01-01", True),
        (None, "2015-01-01", True),
        (None, "2008", True),
        ("adult", "1989-04-06", False),
        (None, "about 2010", False),
        ("minor", "2015-01-01", False),
        ("disputed", "2015-01-01", False),
    ],
)
def test_a_birth_gives_doubt_about_somebody_not_known_as_a_minor(age, born, doubt):
    state = given(ADMITTED.but(age=age)).when(OPEN).state()
    assert gives_doubt(state, Sealed.of(born), brussels(ARRIVAL)) is doubt


def recording(born, *, by=COACH, **who):
    said = {"born_on": Sealed.of(born), "name": None, "nationality": None}
    order = IDENTIFY.model_copy(update=said)
    return given(ADMITTED.but(**who)).when(order, by=by, at="2026-03-05 10:00")


@pytest.mark.parametrize("born", ["2012-01-01", "2008"])
def test_such_a_birth_puts_the_age_in_dispute_on_record(born):
    asked = recording(born, age="adult")
    [identified] = asked.events()
    assert vars(identified)["age_doubted"] is True
    asked.then_state(age="disputed", is_minor=True, age_since=brussels("2026-03-05 10:00"))
    state = asked.state_after()
    assert [one.rule for one in must_leave(state, brussels("2026-03-05 11:00"))] == ["DET-15"]
    assert there(state.family.doubted).person == COACH.person


def test_so_does_an_alias():
    alias = c.LinkAlias(
        dossier=NUMBER, source="passport", name=Sealed.of("Test"), born_on=Sealed.of("2012")
    )
    given(ADMITTED.but(age="adult")).when(alias).then_state(age="disputed")


@pytest.mark.parametrize(("age", "born"), [("adult", "1989-04-06"), ("minor", "2012-01-01")])
def test_a_birth_that_says_nothing_new_leaves_the_age_alone(age, born):
    asked = recording(born, age=age)
    assert vars(asked.events()[0])["age_doubted"] is None
    asked.then_state(age=age)


def test_another_person_settles_the_doubt_a_birth_gave():
    doubted = recording("2012-01-01", age="adult")
    told = Act(doubted.events()[0], COACH, brussels("2026-03-05 10:00"))
    history = (ADMITTED.but(age="adult"), told)
    given(*history).when(ESTABLISH_AGE, by=COACH).then_refused("AUT-02", "SEP-01", exit_code=4)
    given(*history).when(ESTABLISH_AGE).then_state(age="adult")


# -- said to be a minor, as somebody vulnerable ----------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "age", "alone"),
    [
        (("minor-unaccompanied",), "disputed", True),
        (("minor-accompanied",), "disputed", None),
        (("disabled",), "adult", None),
    ],
)
def test_who_is_signalled_as_a_minor_is_taken_for_one(kinds, age, alone):
    signal = SIGNAL.model_copy(update={"kinds_seen": kinds})
    assess = ASSESS.model_copy(update={"kinds_found": kinds})
    for order in (signal, assess):
        given(ADMITTED.but(age="adult")).when(order).then_state(age=age, unaccompanied=alone)
        child = given(ADMITTED.but(age="minor", unaccompanied=False)).when(order)
        child.then_state(age="minor", unaccompanied=False)


# -- a correction -----------------------------------------------------------------------------


def correcting(field, becomes, **who):
    arrived = ARRIVED.but(procedure=2, centre="TIE", **who)
    order = CORRECT.model_copy(update={"corrects": 1, "field": field, "becomes": becomes})
    return given(arrived).when(order)


@pytest.mark.parametrize("age", ["minor", "disputed"])
@pytest.mark.parametrize("becomes", ["adult", None])
def test_nobody_is_made_an_adult_by_a_correction(age, becomes):
    correcting("age", becomes, age=age).then_refused("COR-02")


def test_nobody_alone_is_made_accompanied_by_a_correction():
    alone = {"age": "minor", "unaccompanied": True}
    correcting("unaccompanied", False, **alone).then_refused("COR-02")
    correcting("unaccompanied", None, **alone).then_refused("COR-02")


def test_what_protects_more_is_corrected():
    correcting("age", "minor", age="adult").events()
    correcting("age", "minor", age="disputed").events()
    correcting("age", "disputed", age="minor").events()
    correcting("unaccompanied", True, age="minor", unaccompanied=False).events()
