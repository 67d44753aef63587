"""What an open appeal stops: computed from decision, kind, lodging and law, never typed."""

import pytest
from dossier import HANDED_IN, REJECTED
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
