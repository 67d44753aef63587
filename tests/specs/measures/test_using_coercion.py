"""Coercion is used by lawful means alone; its report is due at once, its review is another's."""

import pytest
from dossier import COACH, DEPARTED, DIRECTOR, NUMBER, SECURITY
from examples.health import ADMITTED, REMOVAL_DIRECTOR
from examples.measures import (
    ACCOUNT,
    ACCOUNTED,
    COERCED,
    GUARD,
    REVIEW,
    REVIEWED,
    USE,
)
from given import brussels, given, known_as, lines, there

from domain import events as e
from domain.authority import Actor
from domain.decide.clocks import clocks
from domain.lifecycle import CoercionState
from domain.rules import Certainty, code_list, rule
from domain.trajectory import replay
from domain.values import Function

ASPHYXIATING = (
    "cushion",
    "gag",
    "mask",
    "prone-restraint",
    "choke-hold",
    "sitting-bent-forward",
    "pressure-on-the-chest",
    "hog-tie",
)


def but(command, **said):
    return command.model_copy(update=said)


def reports(*history, at):
    state = there(replay(lines(history, NUMBER)))
    return [(due.rule, due.at) for due in clocks(state, brussels(at)) if due.rule == "COE-03"]


# -- use ----------------------------------------------------------------------------------


def test_means_duration_occasion_and_agents_are_on_record():
    asked = given(ADMITTED).when(USE, by=SECURITY, at="2026-03-10 10:05")
    asked.then(COERCED)
    assert asked.state_after().coercion[0].agents == ("P-013", "P-020")


@pytest.mark.parametrize("means", ASPHYXIATING)
def test_what_takes_the_breath_away_is_on_no_list(means):
    assert means not in code_list("measures.means")
    given(ADMITTED).when(but(USE, means=("holding", means))).then_refused("COD-01", saying=means)


def test_the_list_of_means_is_closed():
    assert "other" not in code_list("measures.means")
    given(ADMITTED).when(but(USE, means=())).then_refused("COE-01")


def test_without_agents_named_it_is_who_records_it():
    [event] = given(ADMITTED).when(but(USE, agents=()), by=GUARD).events()
    assert known_as(e.CoercionUsed, event).agents == ("P-020",)


def test_what_the_police_did_is_recorded_by_who_was_there():
    [event] = given(ADMITTED).when(but(USE, agents=("POL-4471",)), by=COACH).events()
    assert known_as(e.CoercionUsed, event).agents == ("POL-4471",)


def test_each_use_has_its_number():
    [event] = given(ADMITTED, COERCED, ACCOUNTED).when(USE).events()
    assert known_as(e.CoercionUsed, event).number == 2


def test_recording_it_is_for_coaches_and_those_who_may_use_it():
    given(ADMITTED).when(USE).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.SECURITY, Function.TRANSFER
    )


# -- report -------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["2026-03-10 10:05", "2026-03-10 10:06", "2026-04-10 10:05"])
def test_the_report_is_due_from_the_moment_of_use_until_it_is_filed(at):
    assert reports(ADMITTED, COERCED, at=at) == [("COE-03", brussels("2026-03-10 10:05"))]
    filed = ACCOUNTED.at("2026-03-10 10:05")
    assert reports(ADMITTED, COERCED, filed, at=at) == []


def test_by_analogy_with_the_law_of_2024_none_was_due_before():
    early = ADMITTED.at("2024-07-18 09:00")
    assert reports(early, COERCED.at("2024-07-19 23:59"), at="2024-08-01 09:00") == []
    in_force = COERCED.at("2024-07-20 00:00")
    assert reports(early, in_force, at="2024-08-01 09:00") == [
        ("COE-03", brussels("2024-07-20 00:00"))
    ]


def test_the_law_is_about_an_examination_and_the_rest_is_by_analogy():
    assert rule("EXE-07").certainty is Certainty.VERIFIED
    assert rule("COE-03").certainty is Certainty.DESIGN
    assert "analogy" in rule("COE-03").basis


def test_coercion_on_the_way_is_reported_after_the_departure():
    on_the_way = COERCED.but(occasion="removal-attempt").at("2026-03-26 06:00")
    assert reports(ADMITTED, on_the_way, DEPARTED, at="2026-03-27 08:00") == [
        ("COE-03", brussels("2026-03-26 06:00"))
    ]
    given(ADMITTED, on_the_way, DEPARTED).when(ACCOUNT, at="2026-03-27 09:00").events()
    given(ADMITTED, DEPARTED).when(USE, at="2026-03-26 06:00", now="2026-03-27 09:00").events()
    given(ADMITTED, DEPARTED).when(USE, at="2026-03-26 07:11", now="2026-03-27 09:00").then_refused(
        "ORD-04"
    )


def test_a_report_is_filed_once_and_on_something():
    given(ADMITTED, COERCED).when(ACCOUNT, by=SECURITY, at="2026-03-10 11:00").then(ACCOUNTED)
    given(ADMITTED).when(ACCOUNT).then_refused("NUM-01")
    given(ADMITTED, COERCED, ACCOUNTED).when(ACCOUNT).then_refused("COE-02")


def test_of_several_uses_a_number_says_which():
    second = COERCED.but(number=2).at("2026-03-10 12:00")
    given(ADMITTED, COERCED, second).when(ACCOUNT).then_refused("NUM-01")
    asked = given(ADMITTED, COERCED, second).when(but(ACCOUNT, number=1))
    states = [use.state for use in asked.state_after().coercion]
    assert states == [CoercionState.REPORTED, CoercionState.USED]


# -- review -------------------------------------------------------------------------------

DONE = (ADMITTED, COERCED, ACCOUNTED)


@pytest.mark.parametrize("who", [DIRECTOR, REMOVAL_DIRECTOR])
def test_who_had_no_part_in_it_reviews(who):
    asked = given(*DONE).when(REVIEW, by=who, at="2026-03-12 10:00")
    asked.then(REVIEWED)
    assert asked.state_after().coercion[0].state is CoercionState.REVIEWED


@pytest.mark.parametrize("person", ["P-013", "P-020"])
def test_no_agent_reviews_under_whatever_account(person):
    agent = Actor("acting.director", person, frozenset({Function.CENTRE_DIRECTOR}))
    reported = ACCOUNTED.by(COACH)
    given(ADMITTED, COERCED, reported).when(REVIEW, by=agent).then_refused(
        "SEP-04", saying=f"{person} used coercion 1", exit_code=4
    )


def test_who_wrote_the_report_does_not_review_it():
    author = Actor("acting.director", "P-001", frozenset({Function.CENTRE_DIRECTOR}))
    given(ADMITTED, COERCED, ACCOUNTED.by(COACH)).when(REVIEW, by=author).then_refused(
        "SEP-04", saying="P-001 wrote the report on coercion 1 as d.lambert", exit_code=4
    )


def test_an_agent_who_also_wrote_the_report_is_told_both():
    agent = Actor("acting.director", "P-013", frozenset({Function.CENTRE_DIRECTOR}))
    given(*DONE).when(REVIEW, by=agent).then_refused("SEP-04", "SEP-04", exit_code=4)


def test_nothing_is_reviewed_before_it_is_reported():
    given(ADMITTED, COERCED).when(REVIEW).then_refused("COE-02", saying="needs reported")
    given(*DONE).when(REVIEW, at="2026-03-10 10:59", now="2026-03-12 10:00").then_refused("ORD-02")


def test_reviewing_is_for_the_directors():
    given(*DONE).when(REVIEW).is_for(Function.CENTRE_DIRECTOR, Function.REMOVAL_DIRECTOR)
