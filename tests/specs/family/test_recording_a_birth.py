"""Recording a birth: the family grows by a member, and may have to move at once."""

from datetime import date

import pytest
from dossier import NUMBER
from examples.family import ADMITTED, BABY, BIRTH, BORN, CHILD, DAUGHTER, HUSBAND, MOTHER
from given import brussels, given

from domain.decide.birth import eighteenth_birthday
from domain.decide.clocks import clocks
from domain.lifecycle.who import F


def but(**fields):
    return BIRTH.model_copy(update=fields)


def test_the_child_is_a_member_and_a_minor():
    given(*MOTHER).when(BIRTH).then_state(
        family__members=(HUSBAND, DAUGHTER, BABY), family__minors=(DAUGHTER, BABY)
    )


def test_a_first_child_makes_a_family():
    given(ADMITTED).when(BIRTH).then_state(
        family__id=NUMBER, family__role="parent", family__members=(BABY,)
    )


def test_a_sister_stays_a_child():
    given(*CHILD).when(BIRTH).then_state(family__role="child")


def test_a_child_is_born_once():
    given(*MOTHER, BORN).when(BIRTH).then_refused("FAM-04", saying=BABY)


def test_nobody_is_born_in_the_own_dossier():
    given(*MOTHER).when(but(child=NUMBER)).then_refused("FAM-04")


@pytest.mark.parametrize(
    ("majority_on", "may"), [("2026-03-09", False), ("2026-03-10", False), ("2026-03-11", True)]
)
def test_who_is_born_today_is_not_eighteen_today(majority_on, may):
    asked = given(*MOTHER).when(but(majority_on=majority_on), at="2026-03-10 04:20")
    if may:
        assert asked.events()
    else:
        asked.then_refused("FAM-06", saying=majority_on)


@pytest.mark.parametrize(
    ("born", "eighteen"),
    [
        ("2026-03-09", "2044-03-09"),
        ("2026-03-10", "2044-03-10"),
        ("2026-12-31", "2044-12-31"),
        ("2024-02-28", "2042-02-28"),
        ("2024-02-29", "2042-03-01"),  # there is no 29 February in 2042: a minor for one day more
        ("2024-03-01", "2042-03-01"),
    ],
)
def test_eighteen_is_counted_from_the_birth(born, eighteen):
    assert eighteenth_birthday(date.fromisoformat(born)).isoformat() == eighteen


def dues(*history, at):
    state = given(*history).when(BIRTH).state()
    return [(due.rule, due.is_duty) for due in clocks(state, brussels(at)) if due.rule == "DET-15"]


def test_in_a_closed_centre_the_mother_must_be_moved_at_once():
    in_holsbeek = ADMITTED.but(centre="HOL")
    assert dues(in_holsbeek, BORN, at="2026-03-09 12:00") == [("DET-15", True)]
    assert dues(in_holsbeek, at="2026-03-11 12:00") == []
    state = given(in_holsbeek, BORN).when(BIRTH).state()
    [due] = [one for one in clocks(state, brussels("2026-03-10 05:00")) if one.rule == "DET-15"]
    assert due.at == BORN.when, "due since the birth"


def test_on_a_family_site_nobody_has_to_move():
    assert dues(*MOTHER, BORN, at="2026-03-11 12:00") == []


def test_it_is_for_coaches_and_the_director():
    given(*MOTHER).when(BIRTH).is_for(F.COACH, F.ATTACHE_COACH, F.CENTRE_DIRECTOR)
