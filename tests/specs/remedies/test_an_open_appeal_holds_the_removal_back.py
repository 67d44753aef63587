"""What an open appeal stops: computed from decision, kind, lodging and law, never typed."""

import pytest
from dossier import (
    BOOKED,
    DECLARED,
    DEPART,
    DEPART_WITH_IOM,
    HANDED_IN,
    INFORMED,
    IOM_OPENED,
    IOM_WITHDRAWN,
    REJECTED,
)
from examples.protection import ADMITTED, AGAIN, APPLIED, REFUSED
from examples.remedies import APPEAL_ADMITTED, brought, decided, in_the_way, notified

from domain.decide.enforcement import no_remedy_runs
from domain.values import AppealKind, Means

K = AppealKind
LISTED = "eu-stay-refused"
LONG_AFTER = "2026-10-05 07:00"


def rules(history, at=LONG_AFTER):
    """Name the rules that stop a departure long after every term."""
    return [rule for rule, _ in in_the_way(no_remedy_runs, history, at)]


@pytest.mark.parametrize(
    ("kind", "decision", "second", "rule"),
    [
        (K.ANNULMENT, "return-decision", False, None),
        (K.ANNULMENT_LISTED, "return-decision", False, None),  # called so, and it is not listed
        (K.ANNULMENT, LISTED, False, "APP-02"),
        (K.ANNULMENT_LISTED, LISTED, False, "APP-02"),
        (K.ANNULMENT, None, False, "APP-02"),  # it may be listed
        (K.EXTREME_URGENCY, "return-decision", False, "APP-03"),
        (K.EXTREME_URGENCY, "return-decision", True, "APP-04"),
        (K.UNKNOWN, "return-decision", False, "APP-03"),
        (K.ASYLUM, "return-decision", False, "APP-04a"),  # against what, is not on record
    ],
)
def test_until_11_june_2026(kind, decision, second, rule):
    lodged = brought(kind, "2026-06-15 10:00")
    history = (*notified("2026-06-11", decision, second=second), lodged)
    assert rules(history) == ([rule] if rule else [])
    assert rules((*history, REJECTED.at("2026-06-22 10:00"))) == []


@pytest.mark.parametrize(
    ("kind", "printed", "rule"),
    [
        (K.ANNULMENT, None, "APP-05"),
        (K.ANNULMENT, 10, "APP-06"),
        (K.ANNULMENT, 5, "APP-07"),
        (K.ANNULMENT_LISTED, 30, "APP-05"),
        (K.EXTREME_URGENCY, 10, "APP-07"),
        (K.UNKNOWN, None, "APP-05"),
    ],
)
def test_from_12_june_2026_every_one_stops_it(kind, printed, rule):
    lodged = brought(kind, "2026-06-15 10:00")
    history = (*notified("2026-06-12", appeal_term_days=printed), lodged)
    assert rules(history) == [rule]
    assert rules((*history, REJECTED.at("2026-06-22 10:00"))) == []


# -- save consent -------------------------------------------------------------------------


WILLING = (IOM_OPENED, DECLARED, BOOKED)


def leaving(history, order=DEPART_WITH_IOM):
    """Name the rules that stop somebody who signed, on the day of the journey."""
    asked = in_the_way(no_remedy_runs, (*history, *WILLING), "2026-03-21 07:10", order)
    return [rule for rule, _ in asked]


@pytest.mark.parametrize("kind", [K.ANNULMENT, K.ANNULMENT_LISTED])
def test_who_signed_may_leave_while_an_annulment_appeal_is_open(kind):
    history = (*notified("2026-03-13", LISTED), brought(kind, "2026-03-16 10:00"))
    assert leaving(history) == []
    assert "APP-02" in leaving(history, DEPART)


def test_and_while_an_ordinary_asylum_appeal_is():
    lodged = brought(K.ASYLUM, "2026-03-16 10:00")
    for said, row in (({}, "APP-04a"), ({"accelerated": True}, "APP-04b")):
        history = (ADMITTED, INFORMED, APPLIED, REFUSED.but(**said), lodged)
        assert leaving(history) == []
        assert leaving(history, DEPART) == [row]


@pytest.mark.parametrize(
    ("history", "row"),
    [
        (notified("2026-03-13"), "APP-03"),
        (notified("2026-03-13", LISTED), "APP-03"),
        (notified("2026-03-13", second=True), "APP-04"),
    ],
)
def test_a_request_in_extreme_urgency_stops_everybody(history, row):
    assert leaving((*history, brought(K.EXTREME_URGENCY, "2026-03-16 10:00"))) == [row]
    assert leaving((*history, brought(K.UNKNOWN, "2026-03-16 10:00"))) == [row]


def test_so_does_an_asylum_appeal_in_a_subsequent_application_made_while_held():
    refused = REFUSED.but(outcome="inadmissible-later")
    lodged = brought(K.ASYLUM, "2026-03-16 10:00")
    assert leaving((ADMITTED, INFORMED, AGAIN, refused, lodged)) == ["APP-04c"]


def test_so_does_what_is_not_known_to_be_of_that_law():
    lodged = brought(K.ASYLUM, "2026-03-16 10:00")
    assert leaving((ADMITTED, INFORMED, APPLIED, REFUSED.but(notified_on=None), lodged)) == [
        "APP-04a",
        "NOT-02",
    ]
    assert leaving((*decided(), brought(K.ANNULMENT, "2026-03-12 10:00"))) == ["APP-02"]


@pytest.mark.parametrize("kind", [K.ANNULMENT_LISTED, K.ANNULMENT, K.EXTREME_URGENCY])
def test_and_every_appeal_from_12_june_2026(kind):
    history = (*notified("2026-06-12", LISTED), brought(kind, "2026-06-15 10:00"))
    signed = (act.at(f"2026-06-16 {10 + n}:00") for n, act in enumerate(WILLING))
    found = in_the_way(no_remedy_runs, (*history, *signed), "2026-06-20 07:10", DEPART_WITH_IOM)
    assert found != []


@pytest.mark.parametrize("order", [DEPART_WITH_IOM, DEPART], ids=["voluntary", "removal"])
def test_who_withdrew_the_declaration_is_stopped_as_anybody(order):
    open_ = (*notified("2026-03-13", LISTED), brought(K.ANNULMENT, "2026-03-16 10:00"))
    history = (*open_, *WILLING, IOM_WITHDRAWN.at("2026-03-20 22:00"))
    found = in_the_way(no_remedy_runs, history, "2026-03-21 07:10", order)
    assert ("APP-02", None) in found


# -- late ---------------------------------------------------------------------------------

# Notified on, second measure, last day in the term.
LATE = [
    ("2026-03-13", False, "2026-03-23"),
    ("2026-03-11", False, "2026-03-23"),  # Saturday 21: Monday
    ("2026-03-27", False, "2026-04-07"),  # Easter Monday: Tuesday
    ("2026-03-13", True, "2026-03-18"),
    ("2026-06-11", False, "2026-06-22"),
    ("2026-06-11", True, "2026-06-16"),
]


@pytest.mark.parametrize(("on", "second", "last"), LATE)
def test_a_request_lodged_on_the_last_day_suspends(on, second, last):
    request = brought(K.EXTREME_URGENCY, f"{last} 23:59")
    assert rules((*notified(on, second=second), request)) == ["APP-04" if second else "APP-03"]


@pytest.mark.parametrize(("on", "second", "last"), LATE)
def test_one_lodged_after_it_suspends_once_the_judge_admits_it(on, second, last):
    after = f"{last[:8]}{int(last[8:]) + 1:02d}"
    request = brought(K.EXTREME_URGENCY, f"{after} 00:00")
    history = (*notified(on, second=second), request)
    assert rules(history) == []
    admitted = (*history, APPEAL_ADMITTED.at(f"{after} 17:00"))
    assert rules(admitted) == ["APP-04" if second else "APP-03"]


def test_it_is_brought_when_it_is_handed_in_whenever_the_council_registers_it():
    handed_in = HANDED_IN.at("2026-03-23 22:00")
    lodged = brought(K.EXTREME_URGENCY, "2026-03-25 10:00")
    assert rules((*notified("2026-03-13"), handed_in, lodged)) == ["APP-03"]


def test_a_late_one_against_a_decision_on_the_list_waits_for_the_judge_too():
    late = (*notified("2026-03-13", LISTED), brought(K.ANNULMENT, "2026-04-14 10:00"))
    assert rules(late) == []
    in_time = (*notified("2026-03-13", LISTED), brought(K.ANNULMENT, "2026-04-13 10:00"))
    assert rules(in_time) == ["APP-02"]


def test_where_the_term_is_not_known_no_request_is_late():
    history = (*notified("2026-03-13", means=None), brought(K.EXTREME_URGENCY, "2026-05-04 10:00"))
    assert rules(history) == ["APP-03", "NOT-02"]


def test_under_the_law_of_17_june_2026_lateness_is_for_the_judge():
    late = brought(K.EXTREME_URGENCY, "2026-09-01 10:00")
    assert rules((*notified("2026-06-12", means=Means.BY_HAND), late)) == ["APP-07"]


def test_an_appeal_against_nothing_on_record_stops_it():
    assert rules((*decided(), brought(K.EXTREME_URGENCY, "2026-03-12 10:00"))) == ["APP-03"]
    assert rules((*decided(), brought(K.ANNULMENT, "2026-03-12 10:00"))) == ["APP-02"]
