"""
Nobody is removed while a remedy that would suspend the removal can still be brought.

Which term it is follows from the kind of decision, whether it is a second measure, and the law
of the day of notification. The last days were counted by hand on the calendar of 2026: Easter
Monday is 6 April, Ascension 14 May, Whit Monday 25 May, the national holiday 21 July.
"""

from datetime import date, timedelta

import pytest
from dossier import (
    ANNULLED,
    APPEAL_WITHDRAWN,
    BOOKED,
    COACH,
    DECLARED,
    DEPART,
    DEPART_WITH_IOM,
    DRAFTED,
    HANDED_IN,
    IOM_OPENED,
    NOTIFIED,
    REJECTED,
    TAKEN,
)
from examples.remedies import FIRST_MEASURE, brought, decided, dossier, in_the_way, notified
from given import Act, brussels, there

from domain.decide import Attempt, Context
from domain.decide.enforcement import no_remedy_runs
from domain.events import NotificationRebutted
from domain.values import AppealKind, Means, Sealed

OLD_LISTED = "family-reunification-refused"

# Kind of decision, second measure, notified on, means, printed, last day, rule.
TERMS = [
    ("return-decision", False, "2026-03-13", Means.BY_HAND, None, "2026-03-23", "APP-03"),
    ("return-decision", False, "2026-03-11", Means.BY_HAND, None, "2026-03-23", "APP-03"),  # Sat.
    ("return-decision", False, "2026-03-27", Means.BY_HAND, None, "2026-04-07", "APP-03"),  # Easter
    ("return-decision", False, "2026-03-13", Means.BY_HAND, 30, "2026-03-23", "APP-03"),
    ("return-decision", False, "2026-03-16", Means.REGISTERED, None, "2026-03-30", "APP-03"),
    ("return-decision", False, "2026-06-11", Means.BY_HAND, None, "2026-06-22", "APP-03"),
    ("return-decision", True, "2026-03-13", Means.BY_HAND, None, "2026-03-18", "APP-04"),
    ("return-decision", True, "2026-03-16", Means.BY_HAND, None, "2026-03-23", "APP-04"),  # Sat.
    ("return-decision", True, "2026-04-01", Means.BY_HAND, None, "2026-04-07", "APP-04"),  # Easter
    ("return-decision", True, "2026-05-09", Means.BY_HAND, None, "2026-05-15", "APP-04"),  # Asc.
    ("return-decision", True, "2026-06-11", Means.BY_HAND, None, "2026-06-16", "APP-04"),
    (OLD_LISTED, False, "2026-03-13", Means.BY_HAND, None, "2026-04-13", "APP-02"),  # Sunday 12
    (OLD_LISTED, True, "2026-03-13", Means.BY_HAND, None, "2026-04-13", "APP-02"),
    (OLD_LISTED, False, "2026-04-14", Means.BY_HAND, None, "2026-05-15", "APP-02"),  # Ascension
    (OLD_LISTED, False, "2026-06-11", Means.BY_HAND, None, "2026-07-13", "APP-02"),  # Saturday 11
    ("return-decision", False, "2026-06-12", Means.BY_HAND, None, "2026-07-13", "APP-05"),
    ("return-decision", False, "2026-06-12", Means.BY_HAND, 30, "2026-07-13", "APP-05"),
    ("return-decision", False, "2026-06-12", Means.BY_HAND, 11, "2026-06-23", "APP-05"),
    ("return-decision", False, "2026-06-12", Means.BY_HAND, 10, "2026-06-22", "APP-06"),
    ("return-decision", False, "2026-06-12", Means.BY_HAND, 6, "2026-06-18", "APP-06"),
    ("return-decision", True, "2026-06-12", Means.BY_HAND, 5, "2026-06-17", "APP-07"),
    # Printed shorter than the law of 17 June 2026 knows.
    ("return-decision", False, "2026-06-12", Means.BY_HAND, 4, "2026-06-17", "APP-07"),
    ("return-decision", False, "2026-06-12", Means.BY_HAND, 1, "2026-06-17", "APP-07"),
    ("return-decision", False, "2026-06-12", Means.REGISTERED, 10, "2026-06-26", "APP-06"),
    # A letter falls under the law of the day it is presumed to arrive: 11, 12 and 16 June.
    ("return-decision", False, "2026-06-08", Means.REGISTERED, None, "2026-06-22", "APP-03"),
    ("return-decision", False, "2026-06-09", Means.REGISTERED, None, "2026-07-13", "APP-05"),
    ("return-decision", False, "2026-06-11", Means.REGISTERED, None, "2026-07-15", "APP-05"),
    ("return-decision", False, "2026-06-11", Means.REGISTERED, 10, "2026-06-25", "APP-06"),
    ("return-decision", False, "2026-06-16", Means.BY_HAND, None, "2026-07-16", "APP-05"),
    (OLD_LISTED, False, "2026-06-08", Means.ORDINARY_MAIL, None, "2026-07-10", "APP-02"),
    (OLD_LISTED, False, "2026-07-11", Means.BY_HAND, 10, "2026-07-22", "APP-06"),  # 21 July
]
every_term = pytest.mark.parametrize(
    ("kind", "second", "on", "means", "printed", "last", "rule"), TERMS
)


def leaving(history, at, order=DEPART):
    return in_the_way(no_remedy_runs, history, at, order)


def days(history, last):
    """Ask on the day before the last one, at its last minute and from the first one after."""
    day = date.fromisoformat(last)
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    return [leaving(history, at) for at in (f"{before} 06:00", f"{day} 23:59", f"{after} 00:00")]


@every_term
def test_until_its_last_day_and_not_one_day_longer(kind, second, on, means, printed, last, rule):
    history = notified(on, kind, second=second, means=means, appeal_term_days=printed)
    held = [(rule, date.fromisoformat(last) + timedelta(days=1))]
    assert days(history, last) == [held, held, []]


def test_against_a_decision_on_the_list_the_urgent_term_runs_as_well():
    found = leaving(notified("2026-03-13", OLD_LISTED), "2026-03-23 23:59")
    assert found == [("APP-03", date(2026, 3, 24)), ("APP-02", date(2026, 4, 14))]


def test_a_decision_of_which_the_kind_is_not_known_may_be_on_the_list():
    found = leaving(notified("2026-03-13", None), "2026-04-13 12:00")
    assert found == [("APP-02", date(2026, 4, 14))]
    assert leaving(notified("2026-03-13", None), "2026-04-14 00:00") == []


def test_whether_it_is_a_second_measure_is_taken_for_no_where_nobody_said():
    unknown = notified("2026-03-13", second=None)
    assert leaving(unknown, "2026-03-20 12:00") == [("APP-03", date(2026, 3, 24))]


def test_nor_is_it_one_by_a_word_alone():
    claimed = (
        *decided()[:2],
        DRAFTED.but(kind="return-decision", second_measure=True),
        TAKEN.but(kind="return-decision", second_measure=True),
        NOTIFIED,
    )
    assert leaving(claimed, "2026-03-20 12:00") == [("APP-03", date(2026, 3, 24))]
    assert there(dossier(claimed).round).second_measure is False


@pytest.mark.parametrize(
    ("kind", "rule"),
    [("return-decision", "APP-04"), ("dublin-transfer", "APP-04"), ("entry-ban", "APP-03")],
)
def test_the_earlier_one_on_record_was_a_removal_measure(kind, rule):
    first = tuple(act.but(kind=kind) if "kind" in vars(act.event) else act for act in FIRST_MEASURE)
    second = notified("2026-03-13", second=True)
    history = (second[0], *first, *second[1 + len(first) :])
    assert leaving(history, "2026-03-17 12:00")[-1][0] == rule


def test_the_earlier_one_was_not_annulled_before():
    gone = ANNULLED.at("2026-03-04 09:00").but(decision="DEC-2026-00011")
    second = notified("2026-03-13", second=True)
    history = (*second[:4], gone, *second[4:])
    assert leaving(history, "2026-03-17 12:00") == [("APP-03", date(2026, 3, 24))]


def test_the_law_changes_at_midnight_in_brussels():
    old, new = notified("2026-06-11 23:59"), notified("2026-06-12 00:00")
    assert leaving(old, "2026-06-14 08:00") == [("APP-03", date(2026, 6, 23))]
    assert leaving(new, "2026-06-14 08:00") == [("APP-05", date(2026, 7, 14))]


# -- two decisions ------------------------------------------------------------------------


def another(on, kind, form, **more):
    said = {"kind": kind, "form": form} | more
    return (
        DRAFTED.at(f"{on} 09:00").but(**said),
        TAKEN.at(f"{on} 10:00").but(**said),
        NOTIFIED.at(f"{on} 11:00"),
    )


def test_the_term_of_an_older_decision_still_in_force_runs_on():
    history = (*notified("2026-03-13", OLD_LISTED), *another("2026-03-16", "entry-ban", "13sexies"))
    assert leaving(history, "2026-03-27 00:00") == [("APP-02", date(2026, 4, 14))]


def test_a_letter_proved_to_have_come_under_the_new_law_has_its_term():
    posted = notified("2026-06-08", means=Means.REGISTERED)
    arrived = NotificationRebutted(
        received_on="2026-06-12", proof=Sealed.of("the slip of the post")
    )
    proved = Act(arrived, COACH, brussels("2026-06-15 09:00"))
    assert leaving(posted, "2026-06-16 12:00") == [("APP-03", date(2026, 6, 23))]
    assert leaving((*posted, proved), "2026-06-16 12:00") == [("APP-05", date(2026, 7, 14))]


def test_the_term_of_an_order_runs_on_when_another_is_notified_in_the_same_form():
    second = another("2026-03-14", "return-decision", "13septies", second_measure=True)
    history = (*notified("2026-03-13"), *second)
    assert leaving(history, "2026-03-19 12:00") == [
        ("APP-03", date(2026, 3, 24)),
        ("APP-04", date(2026, 3, 20)),
    ]
    assert leaving(history, "2026-03-23 23:59") == [("APP-03", date(2026, 3, 24))]
    assert leaving(history, "2026-03-24 00:00") == []


def test_of_a_defective_one_notified_again_in_the_same_form_the_later_term_counts():
    defective = notified("2026-03-13", remedies_stated=False)
    assert leaving(defective, "2026-09-01 12:00") == [("INF-04", None)]
    again = (*defective, *another("2026-03-23", "return-decision", "13septies"))
    assert leaving(again, "2026-04-02 12:00") == [("APP-03", date(2026, 4, 3))]
    assert leaving(again, "2026-04-03 00:00") == []


# -- consent and use ----------------------------------------------------------------------

WILLING = (IOM_OPENED, DECLARED, BOOKED)


def test_who_signed_the_declaration_need_not_wait_for_the_term():
    history = (*notified("2026-03-13", OLD_LISTED), *WILLING)
    assert leaving(history, "2026-03-20 12:00", DEPART_WITH_IOM) == []
    assert leaving(history, "2026-03-20 12:00", DEPART) != []


@pytest.mark.parametrize("kind", [AppealKind.ANNULMENT, AppealKind.ANNULMENT_LISTED])
def test_an_annulment_appeal_that_is_over_uses_up_the_term_of_the_list_alone(kind):
    over = (brought(kind, "2026-03-16 10:00"), REJECTED)
    history = (*notified("2026-03-13", OLD_LISTED), *over)
    assert leaving(history, "2026-03-23 12:00") == [("APP-03", date(2026, 3, 24))]
    assert leaving(history, "2026-03-24 00:00") == []


def test_a_request_in_extreme_urgency_that_is_over_uses_up_the_urgent_term_alone():
    over = (brought(AppealKind.EXTREME_URGENCY, "2026-03-16 10:00"), REJECTED)
    listed, plain = notified("2026-03-13", OLD_LISTED), notified("2026-03-13")
    assert leaving((*listed, *over), "2026-03-21 12:00") == [("APP-02", date(2026, 4, 14))]
    assert leaving((*plain, *over), "2026-03-21 12:00") == []


def test_a_request_that_was_withdrawn_does_not_use_up_the_term():
    request = brought(AppealKind.EXTREME_URGENCY, "2026-03-16 10:00")
    history = (*notified("2026-03-13"), request, APPEAL_WITHDRAWN.at("2026-03-17 10:00"))
    assert days(history, "2026-03-23") == [
        [("APP-03", date(2026, 3, 24))],
        [("APP-03", date(2026, 3, 24))],
        [],
    ]


def test_withdrawn_and_brought_again_it_uses_up_the_term_once_rejected():
    first = brought(AppealKind.EXTREME_URGENCY, "2026-03-16 10:00")
    second = brought(AppealKind.EXTREME_URGENCY, "2026-03-18 10:00", "CCE-318499")
    again = (first, APPEAL_WITHDRAWN.at("2026-03-17 10:00"), second)
    rejected = REJECTED.at("2026-03-19 10:00").but(reference="CCE-318499")
    assert leaving((*notified("2026-03-13"), *again), "2026-03-30 12:00") == [("APP-03", None)]
    assert leaving((*notified("2026-03-13"), *again, rejected), "2026-03-19 12:00") == []


def test_a_departure_in_the_term_is_a_finding_of_its_own_while_nothing_was_brought():
    def finding(*history):
        at = brussels("2026-03-18 12:00")
        attempt = Attempt(dossier(history), "ConfirmDeparture", Context(at, at))
        return {failing.finding for failing in no_remedy_runs(attempt)}

    ordinary = HANDED_IN.but(kind=AppealKind.ANNULMENT)
    assert finding(*notified("2026-03-13")) == {"DEPARTED_IN_TERM"}
    assert finding(*notified("2026-03-13"), ordinary) == {"ILLEGAL_TRANSITION"}
    withdrawn = (HANDED_IN, APPEAL_WITHDRAWN.at("2026-03-17 18:00").but(reference=None))
    assert finding(*notified("2026-03-13"), *withdrawn) == {"DEPARTED_IN_TERM"}


# -- notification -------------------------------------------------------------------------


@pytest.mark.parametrize("stated", [False, None], ids=["not stated", "not known"])
@pytest.mark.parametrize("on", ["2026-03-13", "2026-06-12"])
def test_a_term_that_never_started_never_ends_not_even_for_who_wants_to_leave(on, stated):
    history = (*notified(on, remedies_stated=stated),)
    assert leaving(history, "2027-01-05 12:00") == [("INF-04", None)]
    willing = (*history, *(act.at(f"{on} 18:00") for act in WILLING))
    assert leaving(willing, "2027-01-05 12:00", DEPART_WITH_IOM) == [("INF-04", None)]


@pytest.mark.parametrize(("on", "row"), [("2026-06-11", "NOT-02"), ("2026-06-12", "NOT-04")])
def test_a_notification_by_unknown_means_starts_no_term(on, row):
    """What the law of 17 June 2026 says of it was not read: another row says so."""
    assert leaving(notified(on, means=None), "2027-01-05 12:00") == [(row, None)]


def test_a_notification_in_a_year_nobody_has_a_calendar_of_starts_none_either():
    assert leaving(notified("2206-03-13"), "2206-12-01 12:00") == [("NOT-04", None)]


def test_before_the_notification_no_term_runs():
    assert leaving(decided(), "2026-03-12 12:00") == []
