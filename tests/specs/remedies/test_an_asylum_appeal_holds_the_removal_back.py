"""
How long an asylum appeal can be brought, and what it stops: by the facts of the application.

Until 11 June 2026 thirty days, ten, or five; from 12 June the term printed, else the longest,
with the term to ask to remain beside it.
"""

from datetime import date, timedelta

import pytest
from dossier import (
    APPEAL_WITHDRAWN,
    BOOKED,
    DECLARED,
    DEPART,
    DEPART_WITH_IOM,
    DRAFTED,
    GRANTED,
    INFORMED,
    IOM_OPENED,
    NOTIFIED,
    REJECTED,
    TAKEN,
)
from examples.protection import ADMITTED, AGAIN, APPLIED, REFUSED, RIGHT_ENDED, SENT
from examples.remedies import (
    REMAIN_ALLOWED,
    REMAIN_ASKED,
    REMAIN_REFUSED,
    brought,
    dossier,
    in_the_way,
)
from given import given

from domain.decide import Refused
from domain.decide.enforcement import no_remedy_runs
from domain.decide.protection import no_right_to_remain
from domain.lifecycle import AsylumState
from domain.values import AppealKind, Means

INADMISSIBLE = {"outcome": "inadmissible"}
NOTHING_NEW = {"outcome": "inadmissible-later"}
HELD, FREE = {"held": True}, {"held": False}


def refused(on, application=APPLIED, **said):
    return (ADMITTED, application, SENT, REFUSED.at(f"{on} 16:00").but(notified_on=on, **said))


def leaving(history, at, **more):
    return in_the_way(no_remedy_runs, history, at, **more)


# Notified on, the application, what the decision says, last day, rule.
TERMS = [
    ("2026-03-13", APPLIED, {}, "2026-04-13", "APP-04a"),  # Sunday 12 April: Monday
    ("2026-03-13", APPLIED, {"held": None}, "2026-04-13", "APP-04a"),  # not known: the longest
    ("2026-03-13", APPLIED, HELD, "2026-03-23", "APP-04b"),
    ("2026-03-13", APPLIED, {"accelerated": True}, "2026-03-23", "APP-04b"),
    ("2026-03-13", APPLIED.but(accelerated=True), {}, "2026-03-23", "APP-04b"),
    ("2026-03-13", APPLIED, INADMISSIBLE, "2026-03-23", "APP-04b"),
    ("2026-03-13", APPLIED, {"outcome": "manifestly-unfounded"}, "2026-03-23", "APP-04b"),
    ("2026-03-11", APPLIED, HELD, "2026-03-23", "APP-04b"),  # Saturday 21: Monday
    ("2026-03-27", APPLIED, HELD, "2026-04-07", "APP-04b"),  # Easter Monday: Tuesday
    ("2026-03-13", AGAIN, NOTHING_NEW, "2026-03-18", "APP-04c"),
    ("2026-03-13", AGAIN, INADMISSIBLE, "2026-03-23", "APP-04b"),  # on another ground
    ("2026-03-13", APPLIED, NOTHING_NEW, "2026-03-23", "APP-04b"),  # no subsequent one
    ("2026-03-13", AGAIN.but(held=False), NOTHING_NEW, "2026-03-23", "APP-04b"),
    ("2026-03-13", AGAIN.but(held=None), NOTHING_NEW, "2026-03-23", "APP-04b"),
    ("2026-03-13", AGAIN, {}, "2026-04-13", "APP-04a"),  # subsequent, and refused on its merits
    ("2026-03-16", AGAIN, NOTHING_NEW, "2026-03-23", "APP-04c"),  # Saturday 21: Monday
    ("2026-06-11", AGAIN, NOTHING_NEW, "2026-06-16", "APP-04c"),
    ("2026-06-11", APPLIED, HELD, "2026-06-22", "APP-04b"),  # Sunday 21: Monday
    ("2026-06-11", APPLIED, {}, "2026-07-13", "APP-04a"),  # Saturday 11 July: Monday
    ("2026-06-11", APPLIED, {"appeal_term_days": 5}, "2026-07-13", "APP-04a"),
    ("2026-06-12", APPLIED, {}, "2026-07-13", "APP-10"),
    ("2026-06-12", APPLIED, {"appeal_term_days": 14}, "2026-06-26", "APP-10"),
    ("2026-06-12", APPLIED, HELD, "2026-07-13", "APP-10"),
    ("2026-06-12", APPLIED, INADMISSIBLE, "2026-06-22", "APP-09"),
    ("2026-06-12", APPLIED.but(accelerated=True), {}, "2026-06-22", "APP-09"),
    ("2026-06-12", APPLIED, {"outcome": "implicitly-withdrawn"}, "2026-06-22", "APP-09"),
    ("2026-06-12", AGAIN, NOTHING_NEW, "2026-06-22", "APP-09"),
    ("2026-06-12", AGAIN, INADMISSIBLE | {"appeal_term_days": 5}, "2026-06-17", "APP-09"),
    # Printed shorter than the Regulation allows.
    ("2026-06-12", AGAIN, INADMISSIBLE | {"appeal_term_days": 4}, "2026-06-17", "APP-09"),
    ("2026-06-12", AGAIN, INADMISSIBLE | {"appeal_term_days": 1}, "2026-06-17", "APP-09"),
    ("2026-06-12", APPLIED, {"appeal_term_days": 13}, "2026-06-26", "APP-10"),
    ("2026-06-12", APPLIED, {"appeal_term_days": 15}, "2026-06-29", "APP-10"),  # Saturday 27
    ("2026-06-12", APPLIED, {"means": Means.REGISTERED}, "2026-07-16", "APP-10"),  # from 17 June
    # A letter falls under the law of the day it is presumed to arrive.
    ("2026-06-08", APPLIED, {"means": Means.REGISTERED}, "2026-07-10", "APP-04a"),  # 11 June
    ("2026-06-09", APPLIED, {"means": Means.REGISTERED}, "2026-07-13", "APP-10"),  # 12 June
    ("2026-06-11", APPLIED, HELD | {"means": Means.REGISTERED}, "2026-07-15", "APP-10"),  # 16 June
]


@pytest.mark.parametrize(("on", "application", "said", "last", "rule"), TERMS)
def test_until_the_last_day_of_the_term(on, application, said, last, rule):
    history, day = refused(on, application, **said), date.fromisoformat(last)
    held = [(rule, day + timedelta(days=1))]
    assert leaving(history, f"{day - timedelta(days=1)} 06:00") == held
    assert leaving(history, f"{day} 23:59") == held
    assert leaving(history, f"{day + timedelta(days=1)} 00:00") == []


def test_a_decision_that_is_final_leaves_no_term():
    assert leaving(refused("2026-03-13", final=True), "2026-03-14 12:00") == []


def test_who_leaves_willingly_need_not_wait():
    willing = (IOM_OPENED, DECLARED, BOOKED)
    history = (*refused("2026-03-13"), *willing)
    assert leaving(history, "2026-03-20 12:00", order=DEPART_WITH_IOM) == []


@pytest.mark.parametrize("missing", [{"means": None}, {"notified_on": None}, {"notified_on": "?"}])
def test_a_notification_that_is_not_known_blocks(missing):
    history = (*refused("2026-03-13")[:-1], REFUSED.but(**missing))
    assert leaving(history, "2027-01-05 12:00") == [("NOT-02", None)]


@pytest.mark.parametrize("stated", [False, None])
def test_remedies_that_were_not_stated_start_no_term(stated):
    history = refused("2026-03-13", remedies_stated=stated)
    assert leaving(history, "2027-01-05 12:00") == [("INF-04", None)]


# -- appeals ------------------------------------------------------------------------------

LONG_AFTER = "2026-10-05 07:00"
APPEAL = brought(AppealKind.ASYLUM, "2026-06-16 10:00")


@pytest.mark.parametrize(
    ("on", "application", "said", "rule"),
    [
        ("2026-06-11", APPLIED, {}, "APP-04a"),
        ("2026-06-11", APPLIED, HELD, "APP-04b"),
        ("2026-06-11", AGAIN, NOTHING_NEW, "APP-04c"),
        ("2026-06-11", AGAIN, INADMISSIBLE, "APP-04b"),
        ("2026-06-12", APPLIED, {}, "APP-10"),
        ("2026-06-12", APPLIED, INADMISSIBLE, "APP-09"),
    ],
)
def test_an_open_appeal_stops_it_until_it_is_decided(on, application, said, rule):
    history = (*refused(on, application, **said), APPEAL)
    assert leaving(history, LONG_AFTER) == [(rule, None)]
    assert leaving((*history, REJECTED.at("2026-07-20 10:00")), LONG_AFTER) == []


@pytest.mark.parametrize(
    ("said", "last"), [(HELD, "2026-06-22"), ({}, "2026-07-13")], ids=["ten days", "thirty days"]
)
def test_one_brought_after_its_term_waits_for_the_judge(said, last):
    history, day = refused("2026-06-11", **said), date.fromisoformat(last)
    in_time = brought(AppealKind.ASYLUM, f"{day} 23:59")
    late = brought(AppealKind.ASYLUM, f"{day + timedelta(days=1)} 00:00")
    assert leaving((*history, in_time), LONG_AFTER) != []
    assert leaving((*history, late), LONG_AFTER) == []


def test_one_that_was_withdrawn_does_not_use_up_the_term():
    brought_and = (*refused("2026-03-13"), brought(AppealKind.ASYLUM, "2026-03-16 10:00"))
    history = (*brought_and, APPEAL_WITHDRAWN.at("2026-03-17 10:00"))
    assert leaving(history, "2026-04-13 23:59") == [("APP-04a", date(2026, 4, 14))]
    assert leaving(history, "2026-04-14 00:00") == []
    assert leaving((*brought_and, REJECTED.at("2026-03-17 10:00")), "2026-03-18 12:00") == []


def test_an_appeal_rejected_makes_the_refusal_final():
    history = (*refused("2026-03-13"), brought(AppealKind.ASYLUM, "2026-03-17 10:00"), REJECTED)
    state = dossier(history)
    assert state.protection.asylum is AsylumState.FINAL_NEGATIVE


def test_an_appeal_granted_gives_the_right_to_remain_back():
    history = (*refused("2026-03-13"), brought(AppealKind.ASYLUM, "2026-03-17 10:00"), GRANTED)
    assert in_the_way(no_right_to_remain, history, LONG_AFTER) == [("PRO-01", None)]


def test_an_appeal_in_the_first_application_does_not_use_up_the_term_of_the_second():
    first = (*refused("2026-03-13"), brought(AppealKind.ASYLUM, "2026-03-17 10:00"), REJECTED)
    second = (
        AGAIN.at("2026-04-01 10:00"),
        REFUSED.at("2026-04-10 10:00").but(notified_on="2026-04-10", held=True),
    )
    assert leaving((*first, *second), "2026-04-20 23:59") == [("APP-04b", date(2026, 4, 21))]
    assert leaving((*first, *second), "2026-04-21 00:00") == []


# -- exceptions ---------------------------------------------------------------------------


def test_the_exception_of_39_70_lifts_term_and_appeal_under_the_law_until_11_june():
    excepted = RIGHT_ENDED.at("2026-06-11 17:00")
    history = (*refused("2026-06-11", AGAIN, outcome="inadmissible"), excepted)
    assert leaving(history, "2026-06-12 12:00") == []
    assert leaving((*history, APPEAL), "2026-06-16 12:00") == []


def test_it_lifts_nothing_for_what_was_notified_from_12_june():
    excepted = RIGHT_ENDED.at("2026-06-12 17:00")
    history = (*refused("2026-06-12", AGAIN, outcome="inadmissible"), excepted)
    assert leaving(history, "2026-06-13 12:00") == [("APP-09", date(2026, 6, 23))]
    assert leaving((*history, APPEAL), LONG_AFTER) == [("APP-09", None)]


def test_from_12_june_the_judge_says_whether_the_applicant_remains():
    history = (*refused("2026-06-12", outcome="inadmissible"), APPEAL)
    asked = (*history, REMAIN_ASKED)
    assert leaving(asked, LONG_AFTER) == [("APP-09", None), ("APP-08", None)]
    assert leaving((*asked, REMAIN_ALLOWED), LONG_AFTER) == [("APP-09", None)]
    assert leaving((*asked, REMAIN_REFUSED), LONG_AFTER) == []
    assert leaving((*asked, REMAIN_REFUSED), "2026-06-24 12:00") == []


def test_a_ruling_on_one_application_says_nothing_of_the_next():
    first = (*refused("2026-06-12", **INADMISSIBLE), REMAIN_ASKED, REMAIN_REFUSED)
    second = (
        AGAIN.at("2026-07-01 10:00"),
        REFUSED.at("2026-07-10 10:00").but(notified_on="2026-07-10"),
    )
    assert leaving((*first, *second), "2026-07-11 12:00") == [("APP-10", date(2026, 8, 11))]


# -- decisions notified here --------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "grounds", "on", "last", "rule"),
    [
        ("asylum-refused", (), "2026-03-13", "2026-04-13", "APP-04a"),
        ("asylum-refused", ("held-at-notification",), "2026-03-13", "2026-03-23", "APP-04b"),
        ("asylum-inadmissible", (), "2026-03-13", "2026-03-23", "APP-04b"),
        (
            "asylum-inadmissible-later",
            ("inadmissible-later-held",),
            "2026-03-13",
            "2026-03-18",
            "APP-04c",
        ),
        ("asylum-inadmissible-later", (), "2026-03-13", "2026-03-23", "APP-04b"),
        ("asylum-refused", (), "2026-06-12", "2026-07-13", "APP-10"),
        ("asylum-refused", ("implicit-withdrawal",), "2026-06-12", "2026-06-22", "APP-09"),
    ],
)
def test_one_drafted_and_notified_as_a_round_has_the_same_terms(kind, grounds, on, last, rule):
    said = {"kind": kind, "fast_grounds": grounds}
    history = (
        ADMITTED,
        INFORMED,
        DRAFTED.but(**said),
        TAKEN.but(**said),
        NOTIFIED.at(f"{on} 15:00"),
    )
    day = date.fromisoformat(last)
    assert leaving(history, f"{day} 23:59") == [(rule, day + timedelta(days=1))]
    assert leaving(history, f"{day + timedelta(days=1)} 00:00") == []
    appeal = brought(AppealKind.ASYLUM, f"{on} 18:00")
    assert leaving((*history, appeal), LONG_AFTER) == [(rule, None)]


def test_the_departure_itself_is_refused_for_it():
    refusal = given(*refused("2026-03-13")).when(DEPART, at="2026-03-20 12:00")
    with pytest.raises(Refused, match="APP-04a: the term for a suspensive appeal runs until"):
        refusal.events()
