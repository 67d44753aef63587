"""The person, the lawyer and the General Inspectorate know of a departure before it happens."""

from datetime import date, timedelta

import pytest
from dossier import DEPARTED, SECURITY
from examples.removal import (
    ANNOUNCE,
    ANNOUNCED,
    CANCELLED,
    DECIDED,
    DOCUMENT,
    INFORM_MONITOR,
    LEAVE,
    MONITORED,
    PLANNED,
    START,
    STARTED,
    TO_PLAN,
    TO_START,
    UNDER_WAY,
    instead,
    ticked,
    without,
)
from given import Act, brussels, given, there

from domain import events as e
from domain.decide.clocks import clocks
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.values import Function


def begin(history, at="2026-03-30 06:30"):
    return given(*history).when(START, by=SECURITY, at=at)


def months_later(history):
    """Tell the same removal thirteen weeks later, under the law of June."""
    moved = []
    for act in history:
        event = act.event
        if isinstance(event, e.RemovalScheduled):
            event = event.model_copy(update={"departs": "2026-06-29T09:40+02:00"})
        if isinstance(event, e.DecisionNotified):
            event = event.model_copy(update={"appeal_term_days": 5})
        moved.append(Act(event, act.who, act.when + timedelta(weeks=13)))
    return tuple(moved)


# -- told ---------------------------------------------------------------------------------


def test_it_is_announced_to_the_person_and_to_the_lawyer():
    asked = given(*PLANNED).when(ANNOUNCE, at="2026-03-26 13:05")
    asked.then(ANNOUNCED)
    attempt = there(asked.state_after().removal.attempt)
    assert attempt.person_told == attempt.lawyer_told == brussels("2026-03-26 13:05")


def test_it_may_be_announced_to_one_after_the_other():
    person = ANNOUNCED.but(to_lawyer=False)
    lawyer = ANNOUNCED.but(to_person=False).at("2026-03-27 09:00")
    attempt = there(given(*PLANNED, person, lawyer).when(ANNOUNCE).state().removal.attempt)
    assert attempt.person_told == brussels("2026-03-26 13:05")
    assert attempt.lawyer_told == brussels("2026-03-27 09:00")


def test_telling_somebody_again_does_not_shorten_the_notice():
    again = ANNOUNCED.at("2026-03-29 20:00")
    assert begin((*TO_START, again)).events()


def test_an_announcement_is_made_to_somebody():
    nobody = ANNOUNCE.model_copy(update={"to_person": False, "to_lawyer": False})
    given(*PLANNED).when(nobody).then_refused("EXE-05", saying="say to whom")


@pytest.mark.parametrize("order", [ANNOUNCE, INFORM_MONITOR])
def test_nothing_is_told_of_a_departure_that_is_not_planned(order):
    given(*TO_PLAN).when(order).then_refused("ORD-01", "DPT-02", saying="no removal attempt")
    given(*PLANNED, CANCELLED).when(order).then_refused("ORD-01", "DPT-02")


@pytest.mark.parametrize("order", [ANNOUNCE, INFORM_MONITOR])
def test_nothing_is_told_before_it_was_planned(order):
    given(*PLANNED).when(order, at="2026-03-25 10:19").then_refused("ORD-02")


@pytest.mark.parametrize("order", [ANNOUNCE, INFORM_MONITOR])
def test_coaches_and_officers_tell(order):
    given(*PLANNED).when(order).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )


# -- forty-eight hours --------------------------------------------------------------------


def test_no_attempt_starts_unannounced():
    begin(without(TO_START, ANNOUNCED)).then_refused(
        "DPT-07", "DPT-03", saying="not announced to the lawyer"
    )


@pytest.mark.parametrize(
    ("told", "untold"),
    [({"to_lawyer": False}, "the lawyer"), ({"to_person": False}, "the person")],
)
def test_both_are_told(told, untold):
    history = instead(TO_START, ANNOUNCED, ANNOUNCED.but(**told))
    refused = ("DPT-07", "DPT-03") if untold == "the lawyer" else ("DPT-07",)
    begin(history).then_refused(*refused, saying=f"not announced to {untold}")


def test_forty_eight_hours_before_is_enough_and_a_minute_less_is_not():
    # The night before Sunday 29 March has an hour less: 48 hours before 09:40 on Monday the
    # 30th is 08:40 on Saturday the 28th.
    in_time, late = ANNOUNCED.at("2026-03-28 08:40"), ANNOUNCED.at("2026-03-28 08:41")
    assert begin(instead(TO_START, ANNOUNCED, in_time)).events()
    begin(instead(TO_START, ANNOUNCED, late)).then_refused(
        "EXE-05", saying="less than 48 hours before departure on 2026-03-30 09:40"
    )


def test_who_leaves_sooner_than_planned_was_told_that_much_later():
    told = instead(UNDER_WAY, ANNOUNCED, ANNOUNCED.at("2026-03-28 08:40"))
    given(*told).when(LEAVE, at="2026-03-30 09:39").then_refused("EXE-05")
    assert given(*told).when(LEAVE, at="2026-03-30 09:40").events()


def test_a_delay_gives_no_notice():
    told = instead(UNDER_WAY, ANNOUNCED, ANNOUNCED.at("2026-03-28 08:41"))
    given(*told).when(LEAVE, at="2026-03-30 09:43").then_refused("EXE-05")


def test_who_has_no_lawyer_is_told_alone():
    alone = instead(TO_START, ANNOUNCED, ANNOUNCED.but(to_lawyer=False))
    none = ticked("lawyer-informed", "2026-03-30 05:40", state="not-applicable")
    assert begin((*without(alone, TO_START[-1]), none, TO_START[-1])).events()


# -- the law of June ----------------------------------------------------------------------


def test_the_row_of_the_notice_says_for_which_decisions_it_is_known():
    row = rule("EXE-05")
    assert row.in_force(date(2026, 6, 11))
    assert not row.in_force(date(2026, 6, 12))
    assert row.overridable, "what is not known may give way to two persons"


def test_for_later_decisions_the_former_notice_is_kept_and_it_says_so():
    history = months_later(TO_START)
    notified = next(act for act in history if isinstance(act.event, e.DecisionNotified))
    assert brussels_day(notified.when) == date(2026, 6, 12)
    assert begin(history, at="2026-06-29 06:30").events()
    told = next(act for act in history if isinstance(act.event, e.RemovalAnnounced))
    on_the_hour, late = told.at("2026-06-27 09:40"), told.at("2026-06-27 09:41")
    assert begin(instead(history, told, on_the_hour), at="2026-06-29 06:30").events()
    begin(instead(history, told, late), at="2026-06-29 06:30").then_refused(
        "EXE-05", saying="of decisions notified from 2026-06-12 the notice is not known"
    )


def test_for_decisions_of_before_it_is_the_law_s_own():
    late = ANNOUNCED.at("2026-03-28 08:41")
    with pytest.raises(AssertionError):
        begin(instead(TO_START, ANNOUNCED, late)).then_refused("EXE-05", saying="is not known")


# -- the General Inspectorate -------------------------------------------------------------


def test_no_attempt_starts_before_the_general_inspectorate_knows():
    begin(without(TO_START, MONITORED)).then_refused(
        "EXE-04", "DPT-03", saying="the General Inspectorate is not informed"
    )


def test_it_is_told_of_every_attempt_anew():
    begin(without(TO_START, MONITORED)).then_refused("EXE-04", "DPT-03")
    state = given(*TO_START, CANCELLED.at("2026-03-30 06:10")).when(START).state()
    assert there(state.removal.attempt).monitor_told == brussels("2026-03-26 13:20")


# -- what is due --------------------------------------------------------------------------


def duties(*history, at):
    state = given(*history).when(START).state()
    return {due.rule: due.at for due in clocks(state, brussels(at)) if due.is_duty} | {
        due.rule: due.at for due in clocks(state, brussels(at)) if due.rule == "DPT-01"
    }


def test_the_announcement_is_due_forty_eight_hours_before_and_stays_due():
    for moment in ("2026-03-26 10:00", "2026-03-29 10:00"):
        assert duties(*PLANNED, at=moment)["EXE-05"] == brussels("2026-03-28 08:40")
    assert "EXE-05" not in duties(*PLANNED, ANNOUNCED, at="2026-03-29 10:00")
    to_one = ANNOUNCED.but(to_lawyer=False)
    assert "EXE-05" in duties(*PLANNED, to_one, at="2026-03-29 10:00")


def test_telling_the_general_inspectorate_is_due_before_departure():
    assert duties(*PLANNED, at="2026-03-26 10:00")["EXE-04"] == brussels("2026-03-30 09:40")
    assert "EXE-04" not in duties(*PLANNED, MONITORED, at="2026-03-26 15:00")


def test_the_check_of_the_conditions_runs_out():
    due = duties(*TO_START, STARTED, at="2026-03-30 07:00")
    assert due["DPT-01"] == brussels("2026-03-30 07:30")
    assert "DPT-01" not in duties(*TO_START, STARTED, at="2026-03-30 07:31")


def test_nothing_is_due_once_the_person_has_left():
    departed = DEPARTED.at("2026-03-30 09:40")
    assert duties(*without(UNDER_WAY, MONITORED), departed, at="2026-03-30 10:00") == {}


def test_the_story_told_here_is_complete():
    assert {*DECIDED, DOCUMENT} <= set(TO_START)
