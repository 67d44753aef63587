"""An age in dispute: whoever may be a minor is taken for one until the outcome."""

from examples.family import CHILD, DAUGHTER, DISPUTE, DISPUTED, FOUND_ADULT, MOTHER, member
from given import brussels, given

from domain import commands as c
from domain.decide.clocks import clocks
from domain.lifecycle.who import F

IN_HOLSBEEK = (MOTHER[0].but(centre="HOL"),)
HERS = c.DisputeAge(dossier=DISPUTE.dossier, member=DAUGHTER, reason="conflicting-documents")


def test_from_then_on_the_resident_is_taken_for_a_minor():
    asked = given(*IN_HOLSBEEK).when(DISPUTE)
    assert not asked.state().is_minor
    asked.then_state(age="disputed")
    assert asked.state_after().is_minor


def test_who_is_in_a_closed_centre_must_be_moved_at_once():
    state = given(*IN_HOLSBEEK, DISPUTED).when(DISPUTE).state()
    [due] = [one for one in clocks(state, brussels("2026-03-11 10:01")) if one.rule == "DET-15"]
    assert due.at == DISPUTED.when
    assert due.is_duty
    before = given(*IN_HOLSBEEK).when(DISPUTE).state()
    assert not [one for one in clocks(before, brussels("2026-03-11 10:01")) if one.rule == "DET-15"]


def test_the_outcome_ends_the_duty():
    state = given(*IN_HOLSBEEK, DISPUTED, FOUND_ADULT).when(DISPUTE).state()
    assert not [one for one in clocks(state, brussels("2026-03-21 10:00")) if one.rule == "DET-15"]


def test_one_doubt_at_a_time():
    given(*MOTHER, DISPUTED).when(DISPUTE).then_refused("FAM-05")
    assert given(*MOTHER, DISPUTED, FOUND_ADULT).when(DISPUTE).events()


def test_of_a_member_the_others_hear():
    her = member(DAUGHTER, CHILD[0].but(age="adult"), CHILD[1])
    grown_up = MOTHER[1].but(minors=())
    given(MOTHER[0], grown_up).when(HERS, members=(her,)).then_state(
        family__minors=(DAUGHTER,), age="adult"
    )


def test_a_doubt_told_late_does_not_go_before_what_is_known_of_the_age():
    history = (*MOTHER, DISPUTED, FOUND_ADULT)
    given(*history).when(DISPUTE, at="2026-03-20 09:59").then_refused("ORD-02")
    assert given(*history).when(DISPUTE, at="2026-03-20 10:00").events()


def test_it_is_for_who_is_at_the_desk():
    given(*MOTHER).when(DISPUTE).is_for(
        F.COACH,
        F.ATTACHE_COACH,
        F.MIGRATION_OFFICER,
        F.REMOVAL_DIRECTOR,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.CENTRE_DIRECTOR,
    )
