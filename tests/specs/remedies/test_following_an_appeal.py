"""What is followed in an appeal and blocks nothing: hearing, registry, judgment (APP-11 to 13)."""

from datetime import date

import pytest
from dossier import OFFICER
from examples.protection import ADMITTED, APPLIED, REFUSED
from examples.remedies import (
    ASKED_FOR_LEGAL_AID,
    FILE_SENT,
    FIX,
    HEARING,
    NOTE,
    brought,
    dossier,
    notified,
)
from given import Act, brussels, given

from domain import events as e
from domain.decide.clocks import clocks
from domain.values import AppealKind, Function

TOLD_BY = (
    Function.COACH,
    Function.ATTACHE_COACH,
    Function.CENTRE_DIRECTOR,
    Function.MIGRATION_OFFICER,
)
URGENT = (*notified("2026-03-13"), brought(AppealKind.EXTREME_URGENCY, "2026-03-18 11:00"))


def running(history, at, *rules):
    found = clocks(dossier(history), brussels(at))
    return [(due.rule, due.at, due.what) for due in found if due.rule in rules]


# -- the hearing --------------------------------------------------------------------------


def held(on="2026-03-13", lodged="2026-03-17"):
    refused = REFUSED.at(f"{on} 16:00").but(held=True, notified_on=on)
    asylum = brought(AppealKind.ASYLUM, f"{lodged} 11:00")
    return ADMITTED, APPLIED, refused, asylum, FILE_SENT.at(f"{lodged} 15:00")


def test_a_hearing_is_fixed_and_moved():
    asked = given(*URGENT).when(FIX, at="2026-03-19 15:00")
    asked.then(HEARING)
    moved = given(*URGENT, HEARING).when(FIX.model_copy(update={"hearing_on": "2026-03-26"}))
    assert moved.state_after().appeals[0].hearing_on == "2026-03-26"


@pytest.mark.parametrize(("day", "told"), [("2026-03-18", "was over"), ("2026-02-30", "is no day")])
def test_it_is_fixed_for_a_day_to_come(day, told):
    asked = FIX.model_copy(update={"hearing_on": day})
    given(*URGENT).when(asked, at="2026-03-19 15:00").then_refused("REM-01", saying=told)


def test_on_the_day_it_is_fixed_is_soon_enough():
    today = FIX.model_copy(update={"hearing_on": "2026-03-19"})
    given(*URGENT).when(today, at="2026-03-19 15:00").events()


def test_in_the_appeal_of_a_held_applicant_it_is_heard_and_judged_in_working_days():
    history = (*held(), HEARING.at("2026-03-19 10:00"))
    heard = ("APP-11", brussels("2026-03-27 00:00"), "the Council hears the asylum appeal")
    ruled = ("APP-11", brussels("2026-04-01 00:00"), "the Council rules on the asylum appeal")
    assert running(history, "2026-03-23 12:00", "APP-11") == [heard]  # five from Thursday 19
    assert running(history, "2026-03-24 12:00", "APP-11") == [ruled]  # five from Tuesday 24
    assert running(history, "2026-04-01 00:00", "APP-11") == []


@pytest.mark.parametrize(("on", "runs"), [("2026-06-11", True), ("2026-06-12", False)])
def test_those_clocks_are_of_the_law_until_11_june_2026(on, runs):
    fixed = HEARING.at("2026-06-16 10:00").but(hearing_on="2026-06-18")
    history = (*held(on, "2026-06-15"), fixed)
    assert bool(running(history, "2026-06-17 12:00", "APP-11")) is runs


def test_in_the_appeal_of_one_who_is_free_no_such_clock_runs():
    free = (*held()[:2], REFUSED, *held()[3:])
    assert running((*free, HEARING), "2026-03-20 12:00", "APP-11") == []


# -- the registry -------------------------------------------------------------------------


def test_what_the_registry_asks_is_noted_and_followed_for_eight_days():
    asked = given(*URGENT).when(NOTE, at="2026-03-19 16:00")
    asked.then(ASKED_FOR_LEGAL_AID)
    history = (*URGENT, ASKED_FOR_LEGAL_AID)
    what = "the term to prove legal aid to the Council ends"
    assert running(history, "2026-03-27 23:59", "APP-12") == [
        ("APP-12", brussels("2026-03-28 00:00"), what)
    ]
    assert running(history, "2026-03-28 00:00", "APP-12") == []


def test_the_fee_has_a_term_of_its_own():
    fee = ASKED_FOR_LEGAL_AID.but(asks="court-fee").at("2026-03-20 10:00")
    found = running((*URGENT, ASKED_FOR_LEGAL_AID, fee), "2026-03-21 12:00", "APP-12")
    assert [(at.date(), "fee" in what) for _, at, what in found] == [
        (date(2026, 3, 27), False),
        (date(2026, 3, 28), True),
    ]


def test_what_is_asked_is_on_its_list():
    odd = NOTE.model_copy(update={"asks": "a-favour"})
    given(*URGENT).when(odd).then_refused("COD-01")


# -- the judgment in extreme urgency ------------------------------------------------------


def test_the_council_rules_within_forty_eight_hours_of_the_request():
    assert running(URGENT, "2026-03-20 10:59", "APP-13", "REM-02")[0][:2] == (
        "APP-13",
        brussels("2026-03-20 11:00"),
    )
    assert running(URGENT, "2026-03-20 11:00", "APP-13", "REM-02") == []


@pytest.mark.parametrize(
    ("departs", "rule", "at"),
    [
        ("2026-03-26T23:00+01:00", "APP-13", "2026-03-20 11:00"),  # within eight days
        ("2026-03-27T00:30+01:00", "REM-02", "2026-03-24 00:00"),  # not within them: five days
    ],
)
def test_it_takes_longer_when_no_removal_is_planned_within_eight_days(departs, rule, at):
    planned = Act(
        e.RemovalScheduled(flight="SN-371", departs=departs, mode="unescorted", transport="air"),
        OFFICER,
        brussels("2026-03-18 09:00"),
    )
    history = (*URGENT, planned)
    assert running(history, "2026-03-18 12:00", "APP-13", "REM-02")[0][:2] == (rule, brussels(at))


@pytest.mark.parametrize(("on", "runs"), [("2026-06-11", True), ("2026-06-12", False)])
def test_the_clock_of_the_judgment_is_of_the_law_until_11_june_2026(on, runs):
    request = brought(AppealKind.EXTREME_URGENCY, "2026-06-15 11:00")
    assert bool(running((*notified(on), request), "2026-06-15 12:00", "APP-13")) is runs


# -- terms --------------------------------------------------------------------------------


def test_the_term_of_an_ordinary_annulment_is_shown_though_it_stops_nothing():
    found = running(notified("2026-03-13"), "2026-03-24 12:00", "APP-01", "APP-03")
    assert [(rule, at) for rule, at, _ in found] == [("APP-01", brussels("2026-04-14 00:00"))]
    listed = notified("2026-03-13", "eu-stay-refused")
    assert running(listed, "2026-03-24 12:00", "APP-01") == []
    assert running(notified("2026-06-12"), "2026-06-13 12:00", "APP-01") == []


def test_the_term_that_holds_a_removal_back_is_a_clock_until_it_is_used():
    term = ("APP-03", brussels("2026-03-24 00:00"), "the term for a suspensive appeal ends")
    assert running(notified("2026-03-13"), "2026-03-23 23:59", "APP-03") == [term]
    assert running(notified("2026-03-13"), "2026-03-24 00:00", "APP-03") == []
    assert running(URGENT, "2026-03-20 12:00", "APP-03") == []


@pytest.mark.parametrize("order", [FIX, NOTE], ids=["hearing", "registry"])
def test_coaches_the_director_and_officers_record_it(order):
    given(*URGENT).when(order, at="2026-03-19 10:00").is_for(*TOLD_BY)
