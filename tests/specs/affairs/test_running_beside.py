"""Obstacles, leave that is asked, crisis measures, complaints, and who follows the dossier."""

import pytest
from dossier import ATTACHE, CLOSE, CLOSED, COACH, DIRECTOR, NOT_RETURNED, NUMBER, SECURITY
from examples.affairs import (
    ANSWERED,
    ASKED_FOR_FILE,
    ASSIGN,
    ASSIGNED,
    COMPLAINT,
    COMPLAINT_HANDLED,
    COMPLAINT_WITHDRAWN,
    CRISIS,
    CRISIS_REPORTED,
    GRANT,
    HANDLE,
    HERE,
    HIERARCHY,
    LEAVE_ASKED,
    LEAVE_GIVEN,
    LEAVE_REFUSED,
    LEAVE_WITHDRAWN,
    LODGE,
    OBSTACLE,
    OBSTACLE_GONE,
    RAISE,
    REFUSE,
    REPORT,
    REQUEST,
    RESOLVE,
    TAKE,
    TAKE_BACK,
    WITHDRAW,
)
from examples.ending import ended
from examples.health import TAKEN_IN
from examples.measures import ACCOUNTED, COERCED, DECIDE, PROPOSED, REVIEWED
from examples.quality import ANSWERED as FINDING_ANSWERED
from examples.quality import FOUND
from given import brussels, given, lines, there

from domain import commands as c
from domain.authority import Actor
from domain.decide.affairs import open_affairs
from domain.decide.clocks import clocks
from domain.lifecycle import (
    AuthorisationState,
    ComplaintState,
    CrisisState,
    ObstacleState,
)
from domain.rules import Certainty, code_list, rule
from domain.trajectory import replay
from domain.values import Function, Sealed

ATTACHE_AS_DIRECTOR = Actor("acting.director", "P-003", frozenset({Function.CENTRE_DIRECTOR}))
DIRECTOR_AT_THE_OFFICE = Actor("bernardn", "P-011", frozenset({Function.REMOVAL_DIRECTOR}))
DECEASED = ended("deceased")


def but(command, **said):
    return command.model_copy(update=said)


def due(rule_id, *history, at="2026-03-12 10:00"):
    state = there(replay(lines((HERE, *history), NUMBER)))
    return [one.at for one in clocks(state, brussels(at)) if one.rule == rule_id]


# -- obstacles ------------------------------------------------------------------------------


def test_an_obstacle_is_raised_and_resolved_once():
    given(HERE).when(RAISE, by=COACH, at="2026-03-11 10:00").then(OBSTACLE)
    asked = given(HERE, OBSTACLE).when(RESOLVE, by=COACH, at="2026-03-18 10:00")
    asked.then(OBSTACLE_GONE)
    [obstacle] = asked.state_after().affairs.obstacles
    assert (obstacle.state, obstacle.outcome) == (ObstacleState.RESOLVED, "worked-around")
    given(HERE, OBSTACLE, OBSTACLE_GONE).when(RESOLVE).then_refused("AFF-01")
    given(HERE).when(RESOLVE).then_refused("NUM-01")


def test_obstacles_have_the_kinds_that_coaches_meet():
    assert {"no-travel-document", "fear", "destination-refuses"} <= set(
        code_list("affairs.obstacle")
    )
    given(HERE).when(but(RAISE, kind="weather")).then_refused("COD-01")


def test_what_stands_in_the_way_after_the_end_is_no_obstacle():
    given(HERE, NOT_RETURNED).when(RAISE).then_refused("ORD-04")
    given(HERE, OBSTACLE, NOT_RETURNED).when(RESOLVE).events()


# -- leave ----------------------------------------------------------------------------------


def test_a_coach_asks_and_a_director_answers():
    given(HERE).when(REQUEST, by=ATTACHE, at="2026-03-12 09:00").then(LEAVE_ASKED)
    given(HERE).when(REQUEST).is_for(Function.COACH, Function.ATTACHE_COACH)
    for command in (GRANT, REFUSE):
        given(HERE, LEAVE_ASKED).when(command).is_for(
            Function.CENTRE_DIRECTOR,
            Function.REMOVAL_DIRECTOR,
            Function.MINISTER_DELEGATE,
            Function.MINISTER,
        )
    granted = given(HERE, LEAVE_ASKED).when(GRANT, by=DIRECTOR, at="2026-03-12 15:00")
    granted.then(LEAVE_GIVEN)
    assert granted.state_after().affairs.authorisations[0].state is AuthorisationState.GRANTED


def test_nobody_gives_leave_to_himself_under_another_account():
    for command in (GRANT, REFUSE):
        given(HERE, LEAVE_ASKED).when(command, by=ATTACHE_AS_DIRECTOR).then_refused(
            "SEP-04", saying="asked for authorisation 1 as m.vandamme", exit_code=4
        )


def test_what_was_answered_is_not_answered_again():
    for answer in (LEAVE_GIVEN, LEAVE_REFUSED, LEAVE_WITHDRAWN):
        given(HERE, LEAVE_ASKED, answer).when(GRANT).then_refused("AFF-01")


def test_leave_is_withdrawn_before_and_after_it_was_given_but_not_when_refused():
    given(HERE, LEAVE_ASKED).when(WITHDRAW, by=ATTACHE).events()
    asked = given(HERE, LEAVE_ASKED, LEAVE_GIVEN).when(WITHDRAW, at="2026-03-13 09:00")
    asked.then(LEAVE_WITHDRAWN)
    given(HERE, LEAVE_ASKED, LEAVE_REFUSED).when(WITHDRAW).then_refused("AFF-01")


def test_a_request_is_answered_within_five_working_days():
    # Thursday 12 March: the fifth working day is Thursday 19 March.
    assert due("AFF-02", LEAVE_ASKED) == [brussels("2026-03-20 00:00")]
    assert due("AFF-02", LEAVE_ASKED, at="2026-05-01 10:00") == [brussels("2026-03-20 00:00")]
    assert due("AFF-02", LEAVE_ASKED.at("2026-04-01 09:00"), at="2026-04-01 10:00") == [
        brussels("2026-04-10 00:00")  # Easter Monday is none
    ]
    for answer in (LEAVE_GIVEN, LEAVE_REFUSED, LEAVE_WITHDRAWN):
        assert due("AFF-02", LEAVE_ASKED, answer, at="2026-03-14 10:00") == []


# -- crises ---------------------------------------------------------------------------------


def test_a_crisis_measure_is_taken_alone_and_reported_afterwards():
    given(HERE).when(TAKE, by=ATTACHE, at="2026-03-14 21:00").then(CRISIS)
    asked = given(HERE, CRISIS).when(REPORT, by=ATTACHE, at="2026-03-15 09:00")
    asked.then(CRISIS_REPORTED)
    assert asked.state_after().affairs.crises[0].state is CrisisState.REPORTED
    given(HERE, CRISIS, CRISIS_REPORTED).when(REPORT).then_refused("AFF-01")
    given(HERE).when(TAKE).is_for(Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR)


APART = ("kept-apart", "room-closed", "other")


@pytest.mark.parametrize("kind", list(code_list("affairs.crisis")))
def test_who_is_kept_apart_in_a_crisis_is_so_for_some_hours_of_the_first_step(kind):
    words = Sealed.of("in the laundry") if kind == "other" else None

    def lasting(hours):
        asked = but(TAKE, kind=kind, hours=hours, remark=words)
        return given(HERE).when(asked, by=ATTACHE, at="2026-03-14 21:00")

    lasting(24).events()
    if kind in APART:
        lasting(None).then_refused("AFF-04", saying="--hours")
        lasting(25).then_refused("ISO-01", saying="propose a measure")
    else:
        lasting(None).events()


def test_one_crisis_after_another_is_no_way_around_the_ladder():
    again = but(TAKE, hours=4)
    given(HERE, CRISIS).when(again, at="2026-03-15 20:59").then_refused("ISO-01", saying="28 hours")
    # From Saturday 21:00 for four hours; the pause of rule MEA-06 ends on Monday at 1:00.
    given(HERE, CRISIS).when(again, at="2026-03-16 01:00").then_refused("ISO-01")
    given(HERE, CRISIS).when(again, at="2026-03-16 01:01").events()


def test_a_crisis_counts_for_the_isolation_that_follows():
    proposed = PROPOSED.at("2026-03-15 00:30")
    history = (HERE.but(age="adult"), TAKEN_IN, CRISIS, proposed)
    decided = but(DECIDE, hours=24)
    given(*history).when(decided, by=DIRECTOR, at="2026-03-15 01:00").then_refused(
        "ISO-01", saying="28 hours", exit_code=4
    )
    given(*history).when(but(DECIDE, hours=20), by=DIRECTOR, at="2026-03-15 01:00").events()


def test_it_is_told_until_when_the_resident_is_kept_apart():
    assert due("AFF-04", CRISIS, at="2026-03-14 22:00") == [brussels("2026-03-15 01:00")]
    assert due("AFF-04", CRISIS, at="2026-03-15 01:00") == []
    untold = CRISIS.but(hours=None)
    assert due("AFF-04", untold, at="2026-03-14 22:00") == [brussels("2026-03-15 21:00")]


def test_its_report_is_due_within_24_hours_and_stays_due():
    for at in ("2026-03-14 22:00", "2026-03-16 09:00"):  # a Saturday: hours know of no weekend
        assert due("AFF-03", CRISIS, at=at) == [brussels("2026-03-15 21:00")]
    assert due("AFF-03", CRISIS, CRISIS_REPORTED, at="2026-03-15 10:00") == []


def test_a_measure_before_the_end_is_still_told_and_one_after_it_is_not():
    given(HERE, NOT_RETURNED).when(TAKE).then_refused("ORD-04")
    given(HERE, NOT_RETURNED).when(TAKE, at="2026-03-14 21:00").events()


# -- complaints -----------------------------------------------------------------------------


def test_whoever_is_told_of_a_complaint_records_it_at_any_stage():
    given(HERE).when(LODGE, by=SECURITY, at="2026-03-15 10:00").then(COMPLAINT)
    given(HERE, NOT_RETURNED, CLOSED).when(LODGE, by=COACH).events()
    given(HERE).when(LODGE).is_for(
        *(
            function
            for function in Function
            if function
            not in {
                Function.SUPERVISOR,
                Function.QUALITY_CONTROLLER,
                Function.AUDITOR,
                Function.REGISTRAR,
                Function.UNLISTED,
            }
        )
    )


def test_who_complained_of_what_is_sealed():
    assert "telephone" not in repr(COMPLAINT.event)


@pytest.mark.parametrize("who", [DIRECTOR, DIRECTOR_AT_THE_OFFICE])
def test_nobody_handles_a_complaint_about_himself(who):
    given(HERE, COMPLAINT).when(HANDLE, by=who).then_refused(
        "SEP-04", saying="complaint 1 is about P-011", exit_code=4
    )


@pytest.mark.parametrize("who", [DIRECTOR, DIRECTOR_AT_THE_OFFICE])
def test_nobody_takes_back_a_complaint_about_himself_in_the_resident_s_place(who):
    given(HERE, COMPLAINT).when(TAKE_BACK, by=who).then_refused(
        "SEP-04", saying="complaint 1 is about P-011", exit_code=4
    )


def test_an_account_is_enough_to_know_whom_it_is_about():
    about = COMPLAINT.but(about_person=None)
    given(HERE, about).when(HANDLE, by=DIRECTOR).then_refused("SEP-04", exit_code=4)


def test_another_handles_it_once():
    asked = given(HERE, COMPLAINT).when(HANDLE, by=HIERARCHY, at="2026-03-25 10:00")
    asked.then(COMPLAINT_HANDLED)
    assert asked.state_after().affairs.complaints[0].state is ComplaintState.HANDLED
    given(HERE, COMPLAINT, COMPLAINT_HANDLED).when(HANDLE).then_refused("AFF-01")
    given(HERE, COMPLAINT, COMPLAINT_HANDLED).when(TAKE_BACK).then_refused("AFF-01")


def test_a_complaint_taken_back_stays_on_record():
    asked = given(HERE, COMPLAINT).when(TAKE_BACK, by=COACH, at="2026-03-16 10:00")
    asked.then(COMPLAINT_WITHDRAWN)
    [complaint] = asked.state_after().affairs.complaints
    assert (complaint.state, complaint.body) == (ComplaintState.WITHDRAWN, "complaints-commission")


def test_nothing_deletes_a_complaint():
    assert not [act for act in c.WORDS["affairs"] if act.startswith(("Delete", "Remove", "Erase"))]


def test_the_term_of_a_complaint_is_not_known_so_no_clock_runs():
    row = rule("PLA-01")
    assert row.certainty is Certainty.OPEN
    assert (row.length, row.length_max, row.lengths) == (None, None, ())
    assert due("PLA-01", COMPLAINT, at="2027-03-15 10:00") == []


# -- who follows the dossier ------------------------------------------------------------------


def test_the_coach_who_lets_somebody_in_follows_the_dossier():
    given(HERE.by(COACH)).when(ASSIGN).then(ASSIGNED)
    assert given(HERE.by(COACH)).when(ASSIGN).state().coach == "P-001"
    assert given(HERE).when(ASSIGN).state().coach is None  # let in by security


def test_a_dossier_goes_to_another_coach():
    given(HERE.by(COACH)).when(ASSIGN, by=DIRECTOR, at="2026-03-05 09:00").then_state(coach="P-003")
    given(HERE).when(ASSIGN).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.REMOVAL_DIRECTOR,
    )


# -- closing --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("history", "said"),
    [
        ((ASKED_FOR_FILE,), "exchange 1 is open"),
        ((LEAVE_ASKED,), "authorisation 1 is open"),
        ((CRISIS,), "crisis measure 1 is open"),
        ((COMPLAINT,), "complaint 1 is open"),
        ((FOUND,), "finding 1 is open"),
    ],
)
def test_a_trajectory_is_not_closed_over_what_somebody_waits_for(history, said):
    given(HERE, *history, DECEASED).when(CLOSE).then_refused("END-01", saying=said)


@pytest.mark.parametrize(
    "history",
    [
        (ASKED_FOR_FILE, ANSWERED),
        (ASKED_FOR_FILE.but(subject="notice", answer_expected=False),),
        (OBSTACLE, OBSTACLE_GONE),
        (LEAVE_ASKED, LEAVE_GIVEN),
        (CRISIS, CRISIS_REPORTED),
        (COMPLAINT, COMPLAINT_WITHDRAWN),
        (FOUND, FINDING_ANSWERED),
    ],
)
def test_it_is_closed_when_nobody_waits_any_more(history):
    given(HERE, *history, DECEASED).when(CLOSE).events()


def test_coercion_is_reported_and_reviewed_before_the_end_of_all():
    acts = (COERCED, ACCOUNTED, REVIEWED)
    states = [there(replay(lines((HERE, *acts[:n]), NUMBER))) for n in (1, 2, 3)]
    left = [list(open_affairs(state)) for state in states]
    assert left == [[("coercion", 1)], [("coercion", 1)], []]
