"""The voluntary departure period is set within the bounds of the law, by another than prepared."""

from datetime import date

import pytest
from dossier import ASSISTANT_AS_OFFICER, COACH, NUMBER, OFFICER, SECOND_OFFICER
from examples.decision import (
    ASK_MORE,
    CUT,
    DECIDED,
    GIVE_MORE,
    HANDED_OVER,
    MORE_ASKED,
    MORE_GIVEN,
    READY,
    REPORT_RISK,
    RISK_SEEN,
    SERVED,
    SET_TERM,
    TO_LEAVE,
)
from given import given

from domain import commands as c
from domain.authority import Actor
from domain.values import Function, Sealed

MOTIVES = Sealed.of("never had a right to stay")
COACH_AS_OFFICER = Actor("lambertd", "P-001", frozenset({Function.MIGRATION_OFFICER}))
"""The coach again, under another account."""


def set_to(days, **said):
    order = c.SetDepartureTerm(dossier=NUMBER, days=days, **said)
    return given(*READY, DECIDED).when(order, by=OFFICER)


# -- bounds -------------------------------------------------------------------------------


def test_thirty_days_are_the_principle():
    set_to(30).then_state(round__term__days=30)


def test_more_than_thirty_are_not_set():
    set_to(31).then_refused("DEP-01", saying="31 days are more than 30")


@pytest.mark.parametrize("days", [7, 29])
def test_seven_to_thirty_are_for_who_has_no_right_to_stay_over_three_months(days):
    set_to(days, short_stay=True, motives=MOTIVES).then_state(round__term__days=days)
    set_to(days, short_stay=False, motives=MOTIVES).then_refused("DEP-02")
    set_to(days, motives=MOTIVES).then_refused("DEP-02", saying="7 to 30 days")


@pytest.mark.parametrize("days", [0, 6])
def test_less_than_seven_needs_a_ground(days):
    set_to(days, short_stay=True, motives=MOTIVES).then_refused("DEP-03", saying="art. 74/14 §3")
    set_to(days, ground="threat", motives=MOTIVES).then_state(round__term__days=days)


@pytest.mark.parametrize(("days", "said"), [(29, {"short_stay": True}), (6, {"ground": "threat"})])
def test_less_than_thirty_needs_motives(days, said):
    set_to(days, **said).then_refused("INF-07")


def test_a_ground_that_is_not_on_the_list_is_refused():
    set_to(0, ground="full-plane", motives=MOTIVES).then_refused("COD-01")


# -- when, and by whom --------------------------------------------------------------------


def test_it_is_set_once_the_decision_is_taken():
    given(*READY).when(SET_TERM).then_refused("ORD-01", saying="is drafted; this needs taken")


def test_it_is_set_before_the_decision_is_notified():
    given(*READY, DECIDED, HANDED_OVER).when(SET_TERM).then_refused(
        "ORD-01", saying="is notified; this needs taken"
    )


def test_nobody_is_given_days_to_leave_without_a_decision_to_leave():
    title = {"kind": "detention-title"}
    history = (*READY[:-1], TO_LEAVE.but(**title), DECIDED.but(**title))
    given(*history).when(SET_TERM).then_refused("ORD-01", saying="is none")


def test_who_drafted_the_decision_does_not_set_it():
    given(*READY, DECIDED).when(SET_TERM, by=ASSISTANT_AS_OFFICER).then_refused(
        "SEP-01", saying="prepared this decision as a.janssens", exit_code=4
    )


def test_it_is_set_by_who_may_decide():
    given(*READY, DECIDED).when(SET_TERM).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )


# -- extending ----------------------------------------------------------------------------


def extended(*history, by=SECOND_OFFICER, at="2026-03-17 10:00", **said):
    return given(*history).when(GIVE_MORE.model_copy(update=said), by=by, at=at)


def test_it_is_extended_as_was_asked():
    extended(*SERVED, MORE_ASKED).then_state(round__term__until=date(2026, 4, 2))


def test_nobody_gets_more_time_who_did_not_ask():
    extended(*SERVED).then_refused("DEP-04", saying="no reasoned request")


def test_a_request_is_used_once():
    extended(
        *SERVED, MORE_ASKED, MORE_GIVEN, at="2026-03-18 10:00", until="2026-05-02"
    ).then_refused("DEP-04", saying="no reasoned request")


def test_who_took_the_request_in_does_not_decide_on_it():
    extended(*SERVED, MORE_ASKED, by=COACH_AS_OFFICER).then_refused(
        "SEP-01", saying="took the request in as d.lambert", exit_code=4
    )


def test_an_extension_is_told_in_writing():
    extended(*SERVED, MORE_ASKED, informed_in_writing=False).then_refused(
        "DEP-04", saying="in writing"
    )


def test_an_extension_ends_later():
    extended(*SERVED, MORE_ASKED, until="2026-03-20").then_refused("DEP-04", saying="2026-03-20")
    extended(*SERVED, MORE_ASKED, until="2026-03-21").then_state(
        round__term__until=date(2026, 3, 21)
    )
    extended(*SERVED, MORE_ASKED, until="2026-02-30").then_refused("DEP-04")


def test_it_is_asked_for_and_extended_while_it_runs():
    given(*SERVED).when(ASK_MORE, at="2026-03-20 23:00").then_state(round__state="notified")
    given(*SERVED).when(ASK_MORE, at="2026-03-21 00:00").then_refused(
        "DEP-04", saying="ended on 2026-03-20"
    )
    extended(*SERVED, MORE_ASKED, at="2026-03-20 23:00").then_state(
        round__term__until=date(2026, 4, 2)
    )
    extended(*SERVED, MORE_ASKED, at="2026-03-21 00:00").then_refused("DEP-04", saying="ended on")


# -- cutting it short ---------------------------------------------------------------------


def cut(*history, by=SECOND_OFFICER, at="2026-03-17 10:00", **said):
    return given(*history).when(CUT.model_copy(update=said), by=by, at=at)


def test_it_ends_at_once_or_on_the_day_set():
    cut(*SERVED, RISK_SEEN).then_state(round__term__until=date(2026, 3, 16))
    cut(*SERVED, RISK_SEEN, until="2026-03-18").then_state(round__term__until=date(2026, 3, 18))


def test_without_a_risk_it_is_not_cut_short():
    cut(*SERVED).then_refused("DEP-05", saying="no risk")


def test_it_is_cut_short_for_the_risk_that_was_reported():
    cut(*SERVED, RISK_SEEN, risk="threat").then_refused(
        "DEP-05", saying="the risk on record is another one: absconding"
    )


def test_who_reported_the_risk_does_not_decide_on_it():
    cut(*SERVED, RISK_SEEN, by=COACH_AS_OFFICER).then_refused(
        "SEP-01", saying="reported the risk as d.lambert", exit_code=4
    )


def test_it_is_cut_short_from_the_day_of_the_decision_to_the_eve_of_its_end():
    for day, passes in (
        ("2026-03-16", False),
        ("2026-03-17", True),
        ("2026-03-19", True),
        ("2026-03-20", False),
        ("2026-02-30", False),
    ):
        asked = cut(*SERVED, RISK_SEEN, until=day)
        if passes:
            asked.then_state(round__term__until=date.fromisoformat(day))
        else:
            asked.then_refused("DEP-05", saying="cut short ends between")


def test_what_is_over_is_not_cut_short():
    given(*SERVED).when(REPORT_RISK, at="2026-03-21 00:00").then_refused("DEP-05")
    cut(*SERVED, RISK_SEEN, at="2026-03-21 00:00").then_refused("DEP-05", saying="ended on")


def test_a_risk_is_reported_by_the_coach():
    given(*SERVED).when(REPORT_RISK, by=COACH).then_state(round__term__until=None)
