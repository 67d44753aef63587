"""A serious incident is reported, fed back to the hierarchy, answered by another and closed."""

import pytest
from dossier import ARRIVED, COACH, DIRECTOR, NOT_RETURNED, NUMBER, SECURITY
from dossier import CLOSED as TRAJECTORY_CLOSED
from examples.health import ADMITTED, REMOVAL_DIRECTOR
from examples.incidents import (
    ANSWER,
    ANSWERED,
    CLOSE,
    CLOSED,
    END,
    ESCAPE,
    FED_BACK,
    FEED_BACK,
    REPORT,
    STRIKE,
    STRIKE_OVER,
)
from given import brussels, given, known_as, lines, there

from domain import events as e
from domain.authority import Actor
from domain.decide import Attempt, Context, passes
from domain.decide.clocks import clocks
from domain.lifecycle import IncidentState
from domain.rules import code_list
from domain.trajectory import replay
from domain.values import Function

DIRECTOR_AT_THE_OFFICE = Actor("bernardn", "P-011", frozenset({Function.REMOVAL_DIRECTOR}))
"""The centre director again, replacing the removal director."""


def but(command, **said):
    return command.model_copy(update=said)


def feedback_due(*history, at):
    state = there(replay(lines(history, NUMBER)))
    return [(due.rule, due.at) for due in clocks(state, brussels(at)) if due.rule == "INC-01"]


# -- report -------------------------------------------------------------------------------


def test_what_happened_and_what_was_done_at_once_is_on_record_under_a_number():
    asked = given(ADMITTED).when(REPORT, by=SECURITY, at="2026-03-12 08:00")
    asked.then(STRIKE)
    [incident] = asked.state_after().incidents.open
    assert (incident.number, incident.kind) == (1, "hunger-strike")
    assert incident.at == brussels("2026-03-12 08:00")


@pytest.mark.parametrize("kind", list(code_list("incidents.kind")))
def test_every_kind_of_the_list_may_be_reported(kind):
    if kind == "other":
        given(ADMITTED).when(but(REPORT, kind=kind)).then_refused("COD-02")
    else:
        given(ADMITTED).when(but(REPORT, kind=kind)).events()


def test_incidents_are_numbered_in_the_order_they_are_reported():
    [event] = given(ADMITTED, STRIKE).when(REPORT, at="2026-03-11 08:00", now="2026-03-13").events()
    assert known_as(e.SeriousIncidentReported, event).number == 2


def test_what_was_seen_is_told_in_sealed_words():
    assert "tea" not in repr(STRIKE.event)


def test_whoever_acts_in_dossiers_reports_and_who_controls_or_audits_them_reads():
    readers = {
        *(Function.SUPERVISOR, Function.QUALITY_CONTROLLER, Function.AUDITOR),
        *(Function.REGISTRAR, Function.UNLISTED),
    }
    given(ADMITTED).when(REPORT).is_for(*(set(Function) - readers))


def test_the_first_version_of_the_procedure_knows_of_no_incidents():
    given(ARRIVED).when(REPORT).then_refused("ORD-06")


# -- the clock ----------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["2026-03-13 07:59", "2026-03-13 08:00", "2026-03-13 08:01"])
def test_the_hierarchy_is_told_within_24_hours_and_the_duty_stays(at):
    assert feedback_due(ADMITTED, STRIKE, at=at) == [("INC-01", brussels("2026-03-13 08:00"))]
    assert feedback_due(ADMITTED, STRIKE, FED_BACK, at=at) == []


@pytest.mark.parametrize(
    ("happened", "due"),
    [
        ("2026-03-28 12:00", "2026-03-29 13:00"),
        ("2026-10-24 12:00", "2026-10-25 11:00"),
        ("2026-03-14 12:00", "2026-03-15 12:00"),  # a Saturday: hours know of no weekend
    ],
)
def test_the_hours_are_real_ones(happened, due):
    assert feedback_due(ADMITTED, STRIKE.at(happened), at=happened) == [("INC-01", brussels(due))]


def test_each_incident_has_its_own_clock():
    escape = ESCAPE.at("2026-03-12 20:00")
    assert feedback_due(ADMITTED, STRIKE, escape, FED_BACK, at="2026-03-12 21:00") == [
        ("INC-01", brussels("2026-03-13 20:00"))
    ]


def test_the_duty_outlives_the_trajectory():
    assert feedback_due(ADMITTED, STRIKE, NOT_RETURNED, at="2026-03-27 08:00") == [
        ("INC-01", brussels("2026-03-13 08:00"))
    ]


def test_what_happened_before_the_end_is_followed_up_after_it():
    ended = (ADMITTED, ESCAPE.but(number=1), NOT_RETURNED)
    given(*ended).when(FEED_BACK, at="2026-03-27 09:00").events()
    given(*ended).when(REPORT, at="2026-03-26 12:00", now="2026-03-27 09:00").events()
    given(*ended).when(REPORT, at="2026-03-26 12:01", now="2026-03-27 09:00").then_refused(
        "ORD-04", finding="ACT_AFTER_CLOSE"
    )


def test_closed_the_dossier_takes_no_more():
    given(ADMITTED, ESCAPE.but(number=1), NOT_RETURNED, TRAJECTORY_CLOSED).when(
        FEED_BACK, at="2026-03-28 09:00"
    ).then_refused("ORD-04")


# -- feedback, answer, closing ------------------------------------------------------------


def test_the_lessons_go_to_the_hierarchy():
    asked = given(ADMITTED, STRIKE).when(FEED_BACK, by=DIRECTOR, at="2026-03-12 15:00")
    asked.then(FED_BACK)
    [incident] = asked.state_after().incidents.every
    assert (incident.state, there(incident.feedback).person) == (IncidentState.FED_BACK, "P-011")


def test_a_lesson_that_is_on_no_list_is_refused():
    given(ADMITTED, STRIKE).when(but(FEED_BACK, lessons=("luck",))).then_refused("COD-01")


def test_the_hierarchy_answers():
    asked = given(ADMITTED, STRIKE, FED_BACK).when(
        ANSWER, by=REMOVAL_DIRECTOR, at="2026-03-13 09:00"
    )
    asked.then(ANSWERED)


def test_who_reported_does_not_answer_himself_under_another_account():
    given(ADMITTED, STRIKE, FED_BACK).when(ANSWER, by=DIRECTOR_AT_THE_OFFICE).then_refused(
        "SEP-04", saying="P-011 reported incident 1 to the hierarchy as n.bernard", exit_code=4
    )


@pytest.mark.parametrize(
    ("history", "command", "needs"),
    [
        ((), ANSWER, "fed-back"),
        ((), CLOSE, "answered"),
        ((FED_BACK,), FEED_BACK, "reported"),
        ((FED_BACK, STRIKE_OVER), CLOSE, "answered"),
        ((FED_BACK, ANSWERED), ANSWER, "fed-back"),
    ],
)
def test_one_step_follows_another(history, command, needs):
    asked = given(ADMITTED, ESCAPE.but(number=1), *history).when(command)
    asked.then_refused("FBK-01", saying=f"needs {needs}")


def test_closed_it_is_open_no_more():
    story = (ADMITTED, STRIKE, FED_BACK, ANSWERED, STRIKE_OVER)
    assert len(there(replay(lines(story, NUMBER))).incidents.open) == 1
    asked = given(*story).when(CLOSE, by=REMOVAL_DIRECTOR, at="2026-03-17 09:00")
    asked.then(CLOSED)
    assert asked.state_after().incidents.open == ()


def test_nothing_is_answered_before_it_was_told():
    given(ADMITTED, STRIKE, FED_BACK).when(
        ANSWER, at="2026-03-12 14:59", now="2026-03-13 09:00"
    ).then_refused("ORD-02")


def test_of_several_a_number_says_which():
    both = (ADMITTED, STRIKE, ESCAPE)
    given(*both).when(FEED_BACK).then_refused("NUM-01", saying="(1, 2)")
    given(*both).when(but(FEED_BACK, number=3)).then_refused("NUM-01")
    asked = given(*both).when(but(FEED_BACK, number=2))
    states = [incident.state for incident in asked.state_after().incidents.every]
    assert states == [IncidentState.REPORTED, IncidentState.FED_BACK]


def test_who_does_what():
    given(ADMITTED, STRIKE).when(FEED_BACK).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR
    )
    given(ADMITTED, STRIKE, FED_BACK).when(ANSWER).is_for(
        Function.REMOVAL_DIRECTOR, Function.MINISTER, Function.MINISTER_DELEGATE
    )
    given(ADMITTED, ESCAPE.but(number=1), FED_BACK, ANSWERED).when(CLOSE).is_for(
        Function.CENTRE_DIRECTOR,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER,
        Function.MINISTER_DELEGATE,
    )


# -- hunger strike ------------------------------------------------------------------------


def test_a_hunger_strike_has_a_beginning_and_an_end():
    asked = given(ADMITTED, STRIKE).when(END, by=COACH, at="2026-03-16 18:00")
    asked.then(STRIKE_OVER)
    [incident] = asked.state_after().incidents.every
    assert (incident.at, incident.ended) == (
        brussels("2026-03-12 08:00"),
        brussels("2026-03-16 18:00"),
    )


def test_it_ends_once_and_not_before_it_began():
    given(ADMITTED, STRIKE, STRIKE_OVER).when(END).then_refused("FBK-01", saying="ended already")
    given(ADMITTED, STRIKE).when(END, at="2026-03-12 07:59", now="2026-03-13 09:00").then_refused(
        "ORD-02"
    )


def test_an_end_is_offered_only_while_there_is_one_to_tell():
    def offered(*history):
        at = brussels("2026-03-17 09:00")
        return passes(
            Attempt(there(replay(lines(history, NUMBER))), "EndIncident", Context(at, at))
        )

    assert offered(ADMITTED, STRIKE)
    assert not offered(ADMITTED, STRIKE, STRIKE_OVER)
    assert not offered(ADMITTED, ESCAPE.but(number=1))


def test_nothing_else_has_an_end():
    given(ADMITTED, ESCAPE.but(number=1)).when(END).then_refused(
        "FBK-01", saying="no hunger strike"
    )


def test_while_it_lasts_it_is_not_closed():
    story = (ADMITTED, STRIKE, FED_BACK, ANSWERED)
    given(*story).when(CLOSE).then_refused("FBK-01", saying="the hunger strike 1 lasts")
    given(*story, STRIKE_OVER).when(
        CLOSE, at="2026-03-16 17:59", now="2026-03-17 09:00"
    ).then_refused("ORD-02")


def test_its_end_may_be_recorded_after_the_feedback():
    given(ADMITTED, STRIKE, FED_BACK, ANSWERED).when(
        END, at="2026-03-12 20:00", now="2026-03-14 09:00"
    ).events()


# -- more is asked ------------------------------------------------------------------------

SEEN = ESCAPE.but(number=1)
MORE = ANSWERED.but(follow_up="more-asked")
IN_DETAIL = FED_BACK.at("2026-03-15 09:00")


def test_the_hierarchy_that_asks_for_more_is_told_more():
    asked = (ADMITTED, SEEN, FED_BACK, MORE)
    told = given(*asked).when(FEED_BACK, by=DIRECTOR)
    told.events()
    assert told.state_after().incidents.every[0].state is IncidentState.FED_BACK
    given(ADMITTED, SEEN, FED_BACK, ANSWERED).when(FEED_BACK).then_refused(
        "FBK-01", saying="asked for no more"
    )


def test_what_is_asked_is_due_within_the_same_hours():
    asked = (ADMITTED, SEEN, FED_BACK, MORE.at("2026-03-13 10:00"))
    assert feedback_due(*asked, at="2026-03-13 11:00") == [("INC-01", brussels("2026-03-14 10:00"))]
    assert feedback_due(*asked, IN_DETAIL, at="2026-03-15 11:00") == []


def test_an_incident_on_which_more_was_asked_is_not_closed():
    asked = (ADMITTED, SEEN, FED_BACK, MORE)
    given(*asked).when(CLOSE).then_refused("FBK-01", saying="asked for more on incident 1")
    again = ANSWERED.at("2026-03-16 09:00")
    given(*asked, IN_DETAIL, again).when(CLOSE).events()
