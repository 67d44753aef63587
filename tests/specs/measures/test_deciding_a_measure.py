"""Another person decides, by the ladder; heard, with the medical service informed, after intake."""

import pytest
from dossier import ATTACHE, DIRECTOR
from examples.health import ADMITTED, REMOVAL_DIRECTOR, TAKEN_IN
from examples.measures import (
    ATTACHE_AS_DIRECTOR,
    DECIDE,
    DELEGATE,
    ENDED,
    ISOLATED,
    PROLONG,
    PROPOSED,
    REFUSE,
    SECOND_DIRECTOR,
)
from given import Act, brussels, given, known_as, on_duty

from domain import events as e
from domain.authority import Actor
from domain.decide.clocks import clocks
from domain.lifecycle import MeasureState
from domain.rules import Certainty, rule
from domain.values import Function

BEFORE = (ADMITTED, TAKEN_IN, PROPOSED)
MINISTER = on_duty(Function.MINISTER)
SECOND = PROPOSED.but(number=2).at("2026-03-10 09:45")
ORDER = PROPOSED.but(kind="order")


def but(**said):
    return DECIDE.model_copy(update=said)


def decided(*history, hours, by):
    return given(*history).when(but(hours=hours), by=by, at="2026-03-10 10:00")


def test_the_isolation_begins_at_the_moment_of_the_decision():
    asked = given(*BEFORE).when(DECIDE, by=DIRECTOR, at="2026-03-10 10:00")
    asked.then(ISOLATED)
    asked.then_state(measures__isolated=True)
    [measure] = asked.state_after().measures.running
    assert measure.began == brussels("2026-03-10 10:00")
    assert measure.ends == brussels("2026-03-11 10:00")


# -- the ladder ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "may"),
    [
        (23, {DIRECTOR, REMOVAL_DIRECTOR, DELEGATE, MINISTER}),
        (24, {DIRECTOR, REMOVAL_DIRECTOR, DELEGATE, MINISTER}),
        (25, {REMOVAL_DIRECTOR, DELEGATE, MINISTER}),
        (47, {REMOVAL_DIRECTOR, DELEGATE, MINISTER}),
        (48, {REMOVAL_DIRECTOR, DELEGATE, MINISTER}),
        (49, {DELEGATE, MINISTER}),
        (71, {DELEGATE, MINISTER}),
        (72, {DELEGATE, MINISTER}),
        (73, set()),
    ],
)
@pytest.mark.parametrize("who", [DIRECTOR, REMOVAL_DIRECTOR, DELEGATE, MINISTER])
def test_who_decides_an_isolation_depends_on_its_hours(who, hours, may):
    asked = decided(*BEFORE, hours=hours, by=who)
    if who in may:
        asked.events()
    else:
        beyond = {25: "ISO-01", 47: "ISO-01", 48: "ISO-01", 73: "ISO-03"}
        # That another may is about people; that nobody may, whoever decides, is not.
        exit_code = 4 if may else 3
        asked.then_refused(
            beyond.get(hours, "ISO-02"), saying=f"{hours} hours", exit_code=exit_code
        )


def test_the_refusal_names_who_may():
    decided(*BEFORE, hours=25, by=DIRECTOR).then_refused(
        "ISO-01", saying="minister, minister-delegate, removal-director", exit_code=4
    )


@pytest.mark.parametrize("step", ["ISO-01", "ISO-02", "ISO-03", "ISO-04"])
def test_no_step_of_the_ladder_passes_for_confirmed(step):
    assert rule(step).certainty is Certainty.UNVERIFIED
    assert rule(step).parameter


def test_the_ladder_is_for_isolation_alone():
    order = (ADMITTED, ORDER)
    decided(*order, hours=200, by=DIRECTOR).events()
    asked = decided(*order, hours=200, by=DIRECTOR)
    asked.then_state(measures__isolated=False)


# -- by another person --------------------------------------------------------------------


@pytest.mark.parametrize("command", [DECIDE, REFUSE])
def test_who_proposed_it_decides_nothing_under_whatever_account(command):
    asked = given(*BEFORE).when(command, by=ATTACHE_AS_DIRECTOR)
    asked.then_refused("SEP-01", saying="P-003 proposed measure 1 as m.vandamme", exit_code=4)


def test_a_director_who_proposed_leaves_the_decision_to_another():
    proposed = PROPOSED.by(DIRECTOR)
    given(ADMITTED, TAKEN_IN, proposed).when(DECIDE, by=DIRECTOR).then_refused(
        "SEP-01", exit_code=4
    )
    given(ADMITTED, TAKEN_IN, proposed).when(DECIDE, by=SECOND_DIRECTOR).events()


# -- heard, informed, taken in ------------------------------------------------------------


@pytest.mark.parametrize("heard", [False, None])
def test_the_resident_is_heard_or_it_is_said_why_not(heard):
    given(*BEFORE).when(but(heard=heard)).then_refused("MEA-02")
    given(*BEFORE).when(but(heard=heard, not_heard="urgency")).events()


@pytest.mark.parametrize("informed", [False, None])
def test_nobody_is_isolated_without_the_medical_service_knowing(informed):
    given(*BEFORE).when(but(medical_informed=informed)).then_refused("MEA-03")
    given(ADMITTED, ORDER).when(but(medical_informed=informed)).events()


def test_nobody_is_isolated_before_the_medical_intake():
    given(ADMITTED, PROPOSED).when(DECIDE).then_refused("INT-01")
    given(ADMITTED, ORDER).when(DECIDE).events()


def test_an_isolation_recorded_late_was_after_the_intake_all_the_same():
    late = TAKEN_IN.at("2026-03-10 12:00")
    asked = given(ADMITTED, PROPOSED, late)
    asked.when(DECIDE, at="2026-03-10 11:59", now="2026-03-10 13:00").then_refused("INT-01")
    asked.when(DECIDE, at="2026-03-10 12:00", now="2026-03-10 13:00").events()


# -- which one, and in which order --------------------------------------------------------


def test_where_there_are_several_a_number_says_which():
    given(*BEFORE, SECOND).when(DECIDE).then_refused("NUM-01", saying="(1, 2)")
    asked = given(*BEFORE, SECOND).when(but(number=2))
    assert [known_as(e.MeasureDecided, event).number for event in asked.events()] == [2]


def test_a_number_nobody_gave_names_nothing():
    given(*BEFORE).when(but(number=7)).then_refused("NUM-01", saying="none has the number 7")


def test_nothing_is_decided_that_nobody_proposed():
    given(ADMITTED, TAKEN_IN).when(DECIDE).then_refused("NUM-01", saying="none on record")


def test_what_is_decided_or_refused_is_not_decided_again():
    given(*BEFORE, ISOLATED).when(DECIDE).then_refused("MEA-01", "MEA-01")
    refused = given(*BEFORE).when(REFUSE, by=DIRECTOR)
    refused.then_state(measures__isolated=False)
    assert refused.state_after().measures.every[0].state is MeasureState.REFUSED


def test_no_isolation_begins_beside_one_that_runs():
    given(*BEFORE, SECOND, ISOLATED).when(but(number=2)).then_refused(
        "MEA-01", saying="isolation 1 runs"
    )
    ended = given(*BEFORE, SECOND, ISOLATED, ENDED)
    ended.when(but(number=2), by=REMOVAL_DIRECTOR).events()


def test_not_even_when_it_is_recorded_after_that_one_ended():
    given(*BEFORE, SECOND, ISOLATED, ENDED).when(
        but(number=2), by=REMOVAL_DIRECTOR, at="2026-03-11 07:59", now="2026-03-11 12:00"
    ).then_refused("MEA-01")


def test_nothing_is_decided_before_it_was_proposed():
    given(*BEFORE).when(DECIDE, at="2026-03-10 09:29", now="2026-03-10 12:00").then_refused(
        "ORD-02"
    )


def test_what_could_be_decided_is_told_without_a_decision():
    attache = Actor(ATTACHE.account, ATTACHE.person, ATTACHE.functions)
    given(*BEFORE).when(DECIDE, by=attache).then_refused("AUT-02", "SEP-01", exit_code=4)


def test_this_is_for_the_three_steps_of_the_ladder():
    given(*BEFORE).when(DECIDE).is_for(
        Function.CENTRE_DIRECTOR,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )


# -- one isolation after another ------------------------------------------------------------

AGAIN_PROPOSED = PROPOSED.but(number=2).at("2026-03-11 09:05")


def isolated_again(at, *, hours, by, ended="2026-03-11 09:00"):
    over = ENDED.at(ended)
    proposed = AGAIN_PROPOSED.at(ended)
    history = (*BEFORE, ISOLATED, over, proposed)
    return given(*history).when(but(number=2, hours=hours), by=by, at=at)


def test_a_short_pause_begins_no_new_ladder():
    # Twenty-three hours, ten minutes of pause, and another day: forty-eight in all.
    asked = isolated_again("2026-03-11 09:10", hours=24, by=DIRECTOR)
    asked.then_refused("ISO-01", saying="48 hours are beyond the 24", exit_code=4)
    isolated_again("2026-03-11 09:10", hours=24, by=REMOVAL_DIRECTOR).events()
    isolated_again("2026-03-11 09:10", hours=25, by=REMOVAL_DIRECTOR).then_refused(
        "ISO-02", exit_code=4
    )


@pytest.mark.parametrize(
    ("at", "passes"),
    [("2026-03-12 08:59", False), ("2026-03-12 09:00", False), ("2026-03-12 09:01", True)],
)
def test_after_a_day_without_isolation_the_hours_begin_anew(at, passes):
    asked = isolated_again(at, hours=24, by=DIRECTOR)
    asked.events() if passes else asked.then_refused("ISO-02", exit_code=4)


def test_pauses_lead_nobody_beyond_the_last_step():
    isolated_again("2026-03-11 09:10", hours=49, by=MINISTER).then_refused(
        "ISO-03", saying="73 hours"
    )
    isolated_again("2026-03-11 09:10", hours=48, by=MINISTER).events()


def test_the_isolation_that_follows_must_end_by_the_hours_of_the_first_placement():
    history = (*BEFORE, ISOLATED, ENDED.at("2026-03-11 09:00"), AGAIN_PROPOSED)
    again = ISOLATED.but(number=2).at("2026-03-11 10:00").by(REMOVAL_DIRECTOR)
    state = given(*history, again).when(REFUSE).state()
    due = {
        (one.rule, one.at)
        for one in clocks(state, brussels("2026-03-11 11:00"))
        if one.rule.startswith("ISO-0") and one.rule != "ISO-04"
    }
    assert due == {
        ("ISO-02", brussels("2026-03-12 10:00")),
        ("ISO-03", brussels("2026-03-13 10:00")),
    }


def test_the_pause_is_a_parameter_of_the_house():
    row = rule("MEA-06")
    assert (row.length, row.parameter, row.certainty) == (24, True, Certainty.DESIGN)


# -- minors and families ------------------------------------------------------------------


LINKED = Act(
    e.FamilyLinked(family="HOL-2026-0042", role="parent", members=("HOL-2026-0043",)),
    ATTACHE,
    brussels("2026-03-02 13:00"),
)
CHILD = (ADMITTED.but(centre="TUB", age="minor", unaccompanied=False), TAKEN_IN, PROPOSED)
IN_A_FAMILY = (ADMITTED.but(centre="TUB"), LINKED, TAKEN_IN, PROPOSED)


@pytest.mark.parametrize("history", [CHILD, IN_A_FAMILY], ids=["a minor", "in a family"])
def test_who_is_a_minor_or_has_a_family_is_isolated_by_the_hierarchy_on_a_report(history):
    weighed = but(best_interest="BIA-2026-7")
    at = "2026-03-10 10:00"
    given(*history).when(DECIDE, by=REMOVAL_DIRECTOR, at=at).then_refused(
        "MEA-07", saying="best interest"
    )
    given(*history).when(weighed, by=DIRECTOR, at=at).then_refused("MEA-07", exit_code=4)
    for decider in (REMOVAL_DIRECTOR, DELEGATE, MINISTER):
        given(*history).when(weighed, by=decider, at=at).events()


def test_another_measure_asks_for_no_report():
    order = (*IN_A_FAMILY[:3], ORDER)
    given(*order).when(DECIDE, by=DIRECTOR, at="2026-03-10 10:00").events()


def test_an_age_in_dispute_is_taken_for_a_minor_s():
    doubted = (CHILD[0].but(age="disputed"), *CHILD[1:])
    given(*doubted).when(DECIDE, by=REMOVAL_DIRECTOR, at="2026-03-10 10:00").then_refused("MEA-07")


def test_it_is_weighed_again_before_the_isolation_goes_on():
    history = (*IN_A_FAMILY, ISOLATED.but(best_interest="BIA-2026-7").by(REMOVAL_DIRECTOR))
    again = PROLONG.model_copy(update={"best_interest": "BIA-2026-8"})
    at = "2026-03-11 09:00"
    given(*history).when(PROLONG, by=REMOVAL_DIRECTOR, at=at).then_refused("MEA-07")
    given(*history).when(again, by=REMOVAL_DIRECTOR, at=at).events()
