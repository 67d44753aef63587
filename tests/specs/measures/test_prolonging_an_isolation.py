"""Before its hours are over an isolation goes up the ladder, to the hour and by the minute."""

import pytest
from dossier import DIRECTOR, NUMBER
from examples.health import ADMITTED, NURSE, REMOVAL_DIRECTOR, TAKEN_IN
from examples.measures import (
    ATTACHE_AS_DIRECTOR,
    BY_THE_DIRECTOR_GENERAL,
    BY_THE_MINISTER,
    DELEGATE,
    ENDED,
    ISOLATED,
    PROLONG,
    PROPOSED,
    VISITED,
)
from given import brussels, given, lines, there

from domain.decide.clocks import clocks
from domain.rules import rule
from domain.trajectory import replay

STEP_1 = (ADMITTED, TAKEN_IN, PROPOSED, ISOLATED)
STEP_2 = (*STEP_1, BY_THE_DIRECTOR_GENERAL)
STEP_3 = (*STEP_2, BY_THE_MINISTER)
# Placed on Tuesday 10 March 2026 at 10:00.


def but(**said):
    return PROLONG.model_copy(update=said)


def duties(*history, at):
    state = there(replay(lines(history, NUMBER)))
    return [
        (due.rule, due.what, due.at)
        for due in clocks(state, brussels(at))
        if due.is_duty and due.rule.startswith(("ISO", "MEA"))
    ]


def hours_due(*history, at):
    return [
        (rule_id, due) for rule_id, _what, due in duties(*history, at=at) if rule_id != "ISO-04"
    ]


# -- by the minute ------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["2026-03-11 09:59", "2026-03-11 10:00"])
def test_until_24_00_hours_the_director_general_prolongs(at):
    given(*STEP_1).when(PROLONG, by=REMOVAL_DIRECTOR, at=at).events()


def test_at_24_01_hours_it_can_only_be_ended():
    asked = given(*STEP_1).when(PROLONG, by=REMOVAL_DIRECTOR, at="2026-03-11 10:01")
    asked.then_refused("ISO-01", saying="ended on 2026-03-11 10:00")


@pytest.mark.parametrize("at", ["2026-03-12 09:59", "2026-03-12 10:00"])
def test_until_48_00_hours_the_minister_prolongs(at):
    given(*STEP_2).when(but(hours=72), by=DELEGATE, at=at).events()


def test_at_48_01_hours_not_even_the_minister():
    asked = given(*STEP_2).when(but(hours=72), by=DELEGATE, at="2026-03-12 10:01")
    asked.then_refused("ISO-02")


@pytest.mark.parametrize("at", ["2026-03-13 09:59", "2026-03-13 10:00"])
def test_beyond_72_hours_nobody_prolongs(at):
    asked = given(*STEP_3).when(but(hours=73), by=DELEGATE, at=at)
    asked.then_refused("ISO-03", saying="more than 72 hours, whoever decides")


def test_at_72_01_hours_it_is_over_all_the_more():
    asked = given(*STEP_3).when(but(hours=96), by=DELEGATE, at="2026-03-13 10:01")
    asked.then_refused("ISO-03", "ISO-03")


SPRING_EVE, AUTUMN_EVE = "2026-03-28 12:00", "2026-10-24 12:00"


def on(day):
    """The same isolation from noon on the eve of a change of the clock, proposed before."""
    return (
        ADMITTED,
        TAKEN_IN,
        PROPOSED.at(day.replace("12:00", "11:00")),
        ISOLATED.at(day),
    )


@pytest.mark.parametrize(
    ("eve", "in_time", "too_late"),
    [
        (SPRING_EVE, ["2026-03-29 12:59", "2026-03-29 13:00"], "2026-03-29 13:01"),
        (AUTUMN_EVE, ["2026-10-25 10:59", "2026-10-25 11:00"], "2026-10-25 11:01"),
    ],
)
def test_24_hours_are_real_ones_on_the_nights_the_clock_changes(eve, in_time, too_late):
    for at in in_time:
        given(*on(eve)).when(PROLONG, by=REMOVAL_DIRECTOR, at=at).events()
    given(*on(eve)).when(PROLONG, by=REMOVAL_DIRECTOR, at=too_late).then_refused("ISO-01")


@pytest.mark.parametrize(
    ("eve", "ends", "stops"),
    [
        (SPRING_EVE, "2026-03-29 13:00", "2026-03-31 13:00"),
        (AUTUMN_EVE, "2026-10-25 11:00", "2026-10-27 11:00"),
    ],
)
def test_what_is_due_is_due_at_the_real_hour_too(eve, ends, stops):
    assert hours_due(*on(eve), at=eve) == [("ISO-01", brussels(ends)), ("ISO-03", brussels(stops))]


# -- what is due --------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["2026-03-11 09:59", "2026-03-11 10:00", "2026-03-11 10:01"])
def test_the_end_of_a_step_is_a_duty_that_stays_due(at):
    assert (
        "ISO-01",
        "end the isolation or bring it to the Director general",
        brussels("2026-03-11 10:00"),
    ) in duties(*STEP_1, at=at)


def test_the_hard_stop_is_known_from_the_first_hour():
    assert ("ISO-03", "the isolation must end", brussels("2026-03-13 10:00")) in duties(
        *STEP_1, at="2026-03-10 10:00"
    )


def test_each_step_has_its_own_end():
    assert hours_due(*STEP_2, at="2026-03-11 12:00") == [
        ("ISO-02", brussels("2026-03-12 10:00")),
        ("ISO-03", brussels("2026-03-13 10:00")),
    ]
    assert hours_due(*STEP_3, at="2026-03-12 12:00") == [("ISO-03", brussels("2026-03-13 10:00"))]


def test_less_than_a_step_is_due_sooner_and_still_of_that_step():
    short = ISOLATED.but(hours=12)
    assert hours_due(ADMITTED, TAKEN_IN, PROPOSED, short, at="2026-03-10 12:00") == [
        ("ISO-01", brussels("2026-03-10 22:00")),
        ("ISO-03", brussels("2026-03-13 10:00")),
    ]
    given(ADMITTED, TAKEN_IN, PROPOSED, short).when(
        but(hours=24), by=DIRECTOR, at="2026-03-10 22:00"
    ).events()


def test_nothing_is_due_of_an_isolation_that_ended():
    assert duties(*STEP_1, ENDED, at="2026-03-12 10:00") == []


@pytest.mark.parametrize("at", ["2026-03-11 09:59", "2026-03-11 10:00", "2026-03-11 10:01"])
def test_a_medical_check_is_due_from_the_placement(at):
    check = ("ISO-04", "see the resident in isolation", brussels("2026-03-11 10:00"))
    assert check in duties(*STEP_1, at=at)


def test_and_again_from_the_last_check():
    check = ("ISO-04", "see the resident in isolation", brussels("2026-03-11 18:00"))
    assert check in duties(*STEP_1, VISITED, at="2026-03-10 19:00")


def test_the_rows_say_the_hours_that_are_used():
    assert [rule(step).length for step in ("ISO-01", "ISO-02", "ISO-03", "ISO-04")] == [
        24,
        48,
        72,
        24,
    ]


# -- who, and how long --------------------------------------------------------------------


def test_the_director_does_not_climb_the_ladder_alone():
    given(*STEP_1).when(PROLONG, by=DIRECTOR, at="2026-03-11 09:00").then_refused(
        "ISO-01", exit_code=4
    )
    given(*STEP_2).when(but(hours=72), by=REMOVAL_DIRECTOR, at="2026-03-12 09:00").then_refused(
        "ISO-02", exit_code=4
    )


def test_who_proposed_it_does_not_prolong_it():
    short = ISOLATED.but(hours=12)
    given(ADMITTED, TAKEN_IN, PROPOSED, short).when(
        but(hours=24), by=ATTACHE_AS_DIRECTOR, at="2026-03-10 20:00"
    ).then_refused("SEP-01", exit_code=4)


@pytest.mark.parametrize("hours", [23, 24])
def test_to_prolong_is_to_make_longer(hours):
    given(*STEP_1).when(but(hours=hours), by=REMOVAL_DIRECTOR, at="2026-03-11 09:00").then_refused(
        "MEA-04"
    )


def test_the_resident_is_heard_again_and_the_medical_service_informed():
    silent = but(heard=None, medical_informed=None)
    given(*STEP_1).when(silent, by=REMOVAL_DIRECTOR, at="2026-03-11 09:00").then_refused(
        "MEA-02", "MEA-03"
    )


def test_nothing_is_prolonged_that_does_not_run():
    given(ADMITTED, TAKEN_IN, PROPOSED).when(PROLONG, by=REMOVAL_DIRECTOR).then_refused("MEA-01")
    given(*STEP_1, ENDED).when(PROLONG, by=REMOVAL_DIRECTOR).then_refused("MEA-01")


def test_it_is_one_isolation_with_all_who_decided_it():
    asked = given(*STEP_1).when(PROLONG, by=REMOVAL_DIRECTOR, at="2026-03-11 09:00")
    asked.then(BY_THE_DIRECTOR_GENERAL)
    [measure] = asked.state_after().measures.running
    assert [hand.person for hand in measure.decided] == ["P-011", "P-016"]
    assert (measure.hours, measure.ends) == (48, brussels("2026-03-12 10:00"))


def test_other_measures_are_prolonged_before_their_hours_are_over_too():
    visits = (
        ADMITTED,
        PROPOSED.but(kind="visit-restriction"),
        ISOLATED.but(hours=100),  # until Saturday 14 March at 14:00
    )
    longer = but(hours=150, medical_informed=None)
    given(*visits).when(longer, by=DIRECTOR, at="2026-03-14 14:00").events()
    given(*visits).when(longer, by=DIRECTOR, at="2026-03-14 14:01").then_refused("MEA-04")
    assert (
        "MEA-04",
        "end the measure or prolong it",
        brussels("2026-03-14 14:00"),
    ) in duties(*visits, at="2026-03-14 15:00")


def test_a_nurse_prolongs_nothing():
    given(*STEP_1).when(PROLONG, by=NURSE, at="2026-03-11 09:00").then_refused(
        "AUT-02", exit_code=4
    )
