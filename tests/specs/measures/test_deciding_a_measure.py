"""Another person decides, by the ladder; heard, with the medical service informed, after intake."""

import pytest
from dossier import ATTACHE, DIRECTOR
from examples.custody import (
    BACK,
    GONE,
    HELD,
    PRESUMED,
    RELEASED,
    TO_HOSPITAL,
    TO_PRISON,
    TOLD,
)
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
from domain.lifecycle.measures import KEEPS_APART, keeps_apart
from domain.rules import Certainty, code_list, rule
from domain.values import Function

BEFORE = (ADMITTED, TAKEN_IN, PROPOSED)
MINISTER = on_duty(Function.MINISTER)
SECOND = PROPOSED.but(number=2).at("2026-03-10 09:45")
TELEPHONE = PROPOSED.but(kind="phone-restriction")
APART = [kind for kind, apart in KEEPS_APART.items() if apart]


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


def test_every_kind_of_measure_is_known_to_keep_apart_or_not():
    assert set(KEEPS_APART) == set(code_list("measures.kind"))
    assert set(APART) == {"isolation", "room-confinement", "order", "discipline"}
    assert keeps_apart("a-kind-of-tomorrow")


@pytest.mark.parametrize("kind", APART)
def test_the_ladder_is_for_whatever_keeps_somebody_apart_by_whatever_name(kind):
    named = (ADMITTED, TAKEN_IN, PROPOSED.but(kind=kind))
    decided(*named, hours=24, by=DIRECTOR).then_state(measures__isolated=True)
    decided(*named, hours=25, by=DIRECTOR).then_refused("ISO-01", exit_code=4)
    decided(*named, hours=8760, by=MINISTER).then_refused("ISO-03")
    given(ADMITTED, PROPOSED.but(kind=kind)).when(DECIDE).then_refused("INT-01")
    uninformed = but(medical_informed=None)
    given(*named).when(uninformed, by=DIRECTOR).then_refused("MEA-03")
    minor = (ADMITTED.but(age="minor"), *named[1:])
    given(*minor).when(DECIDE, by=DIRECTOR).rules_in_the_way()


@pytest.mark.parametrize("kind", sorted(set(KEEPS_APART) - set(APART)))
def test_what_leaves_the_resident_among_the_others_is_on_no_ladder(kind):
    milder = (ADMITTED, PROPOSED.but(kind=kind))
    asked = decided(*milder, hours=200, by=DIRECTOR)
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
    given(ADMITTED, TELEPHONE).when(but(medical_informed=informed)).events()


def test_nobody_is_isolated_before_the_medical_intake():
    given(ADMITTED, PROPOSED).when(DECIDE).then_refused("INT-01")
    given(ADMITTED, TELEPHONE).when(DECIDE).events()


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
    given(*BEFORE, SECOND, ISOLATED).when(but(number=2), by=REMOVAL_DIRECTOR).then_refused(
        "MEA-01", saying="measure 1 keeps the resident apart"
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


# -- told in another order ------------------------------------------------------------------

FIRST, OTHER = PROPOSED.at("2026-03-09 09:00"), PROPOSED.but(number=2).at("2026-03-09 09:00")
SECOND_DAY = (ADMITTED, TAKEN_IN, FIRST, OTHER, ISOLATED, ENDED.at("2026-03-11 10:00"))
"""Isolated from Tuesday 10 March 10:00 for 24 hours; another placement is still to be told."""


def told_late(at, *, hours, by):
    asked = but(number=2, hours=hours)
    return given(*SECOND_DAY).when(asked, by=by, at=at, now="2026-03-11 12:00")


@pytest.mark.parametrize("at", ["2026-03-09 10:00", "2026-03-10 09:59"])
def test_a_placement_that_is_told_after_a_later_one_counts_with_it(at):
    told_late(at, hours=24, by=DIRECTOR).then_refused("ISO-01", exit_code=4)
    told_late(at, hours=24, by=REMOVAL_DIRECTOR).events()


def test_told_in_whatever_order_three_days_are_the_end():
    told_late("2026-03-09 09:00", hours=24, by=MINISTER).events()
    thrice = (*SECOND_DAY[:3], PROPOSED.but(number=3).at("2026-03-08 09:00"), *SECOND_DAY[3:])
    before = ISOLATED.but(number=3).at("2026-03-08 10:00")
    over = ENDED.but(number=3).at("2026-03-09 09:59")
    asked = given(*thrice, before, over).when(
        but(number=2, hours=25), by=MINISTER, at="2026-03-09 10:00", now="2026-03-11 12:00"
    )
    asked.events()  # 72 hours from Sunday 10:00 to Wednesday 10:00
    earlier = (*thrice, before.at("2026-03-08 09:59"), over)
    given(*earlier).when(
        but(number=2, hours=24), by=MINISTER, at="2026-03-09 10:00", now="2026-03-11 12:00"
    ).then_refused("ISO-03", saying="73 hours")


def test_a_placement_more_than_a_day_before_the_next_counts_for_itself():
    told_late("2026-03-08 09:59", hours=24, by=DIRECTOR).then_refused("ORD-02")
    earlier = (ADMITTED, TAKEN_IN, FIRST, OTHER.at("2026-03-07 09:00"), *SECOND_DAY[4:])
    asked = but(number=2, hours=24)
    now = "2026-03-11 12:00"
    given(*earlier).when(asked, by=DIRECTOR, at="2026-03-08 09:59", now=now).events()
    close = given(*earlier).when(asked, by=DIRECTOR, at="2026-03-08 10:00", now=now)
    close.then_refused("ISO-02", exit_code=4)


# -- who is not there -----------------------------------------------------------------------

HERE = (HELD[0].but(age="adult"), *HELD[1:], TAKEN_IN)


@pytest.mark.parametrize(
    "away",
    [(RELEASED,), (TO_HOSPITAL,), (TO_PRISON,), (TOLD, PRESUMED, GONE)],
    ids=["let go", "in a hospital", "in a prison", "gone"],
)
def test_nobody_is_kept_apart_who_is_not_there(away):
    after = (*HERE, *away, PROPOSED.at("2026-04-11 09:30"))
    asked = given(*after).when(DECIDE, by=DIRECTOR, at="2026-04-11 10:00")
    asked.then_refused("MEA-09", saying="not here to be kept apart")


def test_who_was_there_then_was_kept_apart_all_the_same():
    after = (*HERE, PROPOSED, RELEASED)
    given(*after).when(DECIDE, by=DIRECTOR, at="2026-03-10 10:00").events()
    gone = (*HERE, PROPOSED, TO_HOSPITAL, BACK)
    given(*gone).when(DECIDE, by=DIRECTOR, at="2026-03-22 10:00").events()


def test_of_who_was_let_go_only_the_end_of_the_measure_is_due():
    apart = (*HERE, PROPOSED.at("2026-04-10 09:30"), ISOLATED.at("2026-04-10 10:00"), RELEASED)
    state = given(*apart).when(REFUSE).state()
    found = {
        (due.rule, due.at)
        for due in clocks(state, brussels("2026-04-12 10:00"))
        if due.rule.startswith(("ISO", "MEA"))
    }
    assert found == {("MEA-09", RELEASED.when)}


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
    milder = (*IN_A_FAMILY[:3], TELEPHONE)
    given(*milder).when(DECIDE, by=DIRECTOR, at="2026-03-10 10:00").events()


def test_an_age_in_dispute_is_taken_for_a_minor_s():
    doubted = (CHILD[0].but(age="disputed"), *CHILD[1:])
    given(*doubted).when(DECIDE, by=REMOVAL_DIRECTOR, at="2026-03-10 10:00").then_refused("MEA-07")


def test_of_whom_no_age_is_on_record_the_interest_is_weighed_as_of_a_minor():
    unknown = (ADMITTED.but(age=None), TAKEN_IN, PROPOSED)
    at = "2026-03-10 10:00"
    given(*unknown).when(DECIDE, by=REMOVAL_DIRECTOR, at=at).then_refused(
        "MEA-07", saying="the age of the resident is not on record"
    )
    weighed = but(best_interest="BIA-2026-7")
    given(*unknown).when(weighed, by=DIRECTOR, at=at).then_refused("MEA-07", exit_code=4)
    given(*unknown).when(weighed, by=REMOVAL_DIRECTOR, at=at).events()


def test_it_is_weighed_again_before_the_isolation_goes_on():
    history = (*IN_A_FAMILY, ISOLATED.but(best_interest="BIA-2026-7").by(REMOVAL_DIRECTOR))
    again = PROLONG.model_copy(update={"best_interest": "BIA-2026-8"})
    at = "2026-03-11 09:00"
    given(*history).when(PROLONG, by=REMOVAL_DIRECTOR, at=at).then_refused("MEA-07")
    given(*history).when(again, by=REMOVAL_DIRECTOR, at=at).events()
