"""
Nobody is removed while a remedy that would suspend the removal can still be brought.

The last days below were counted by hand on the calendar of 2026: Easter Monday is
6 April, Ascension 14 May, Whit Monday 25 May. Decisions notified until 11 June 2026
follow the old law, ten days; from 12 June the term printed in the decision, else thirty.
"""

from datetime import date, timedelta

import pytest
from dossier import (
    APPEAL_WITHDRAWN,
    BOOKED,
    DECLARED,
    DEPART,
    DEPART_WITH_IOM,
    DEPARTED,
    DRAFTED,
    FIT,
    GRANTED,
    HANDED_IN,
    IOM_OPENED,
    LODGED,
    NOTIFIED,
    REJECTED,
    TAKEN,
    until,
)
from given import given

from domain.values import AppealKind, DepartureMode, Evidence, Means

# Notified on, by which means, term printed in days, last day of the term, rule.
TERMS = [
    ("2026-03-13", Means.BY_HAND, None, "2026-03-23", "APP-03"),  # Friday; ends on a Monday
    ("2026-03-11", Means.BY_HAND, None, "2026-03-23", "APP-03"),  # Saturday 21: Monday
    ("2026-03-12", Means.BY_HAND, None, "2026-03-23", "APP-03"),  # Sunday 22: Monday
    ("2026-03-27", Means.BY_HAND, None, "2026-04-07", "APP-03"),  # Easter Monday: Tuesday
    ("2026-05-04", Means.BY_HAND, None, "2026-05-15", "APP-03"),  # Ascension: Friday
    ("2026-05-13", Means.BY_HAND, None, "2026-05-26", "APP-03"),  # Saturday 23, Whit Monday 25
    ("2026-03-13", Means.REGISTERED_WITH_RECEIPT, None, "2026-03-23", "APP-03"),
    ("2026-03-13", Means.FAX, None, "2026-03-23", "APP-03"),
    ("2026-03-13", Means.OTHER, None, "2026-03-23", "APP-03"),  # the day after sending, like fax
    ("2026-03-12", Means.REGISTERED, None, "2026-03-26", "APP-03"),  # day one: Tuesday 17
    ("2026-03-13", Means.REGISTERED, None, "2026-03-27", "APP-03"),  # day one: Wednesday 18
    ("2026-03-16", Means.REGISTERED, None, "2026-03-30", "APP-03"),  # 19 to Saturday 28: Monday
    ("2026-04-02", Means.ORDINARY_MAIL, None, "2026-04-17", "APP-03"),  # over Easter: from 8
    ("2026-06-10", Means.BY_HAND, 5, "2026-06-22", "APP-03"),  # ten days, whatever is printed
    ("2026-06-11", Means.BY_HAND, None, "2026-06-22", "APP-03"),  # the last day of the old law
    ("2026-06-12", Means.BY_HAND, None, "2026-07-13", "APP-05"),  # thirty days: Sunday 12 July
    ("2026-06-12", Means.BY_HAND, 10, "2026-06-22", "APP-07"),
    ("2026-06-12", Means.BY_HAND, 5, "2026-06-17", "APP-07"),
    ("2026-06-12", Means.BY_HAND, 30, "2026-07-13", "APP-05"),  # thirty is not the urgent track
    ("2026-06-12", Means.REGISTERED, 10, "2026-06-26", "APP-07"),  # day one: Wednesday 17
    ("2026-07-11", Means.BY_HAND, 10, "2026-07-22", "APP-07"),  # national holiday: Wednesday
]
every_term = pytest.mark.parametrize(("notified", "means", "printed", "last", "rule"), TERMS)


def leaving(notified, means, printed, on, hour="06:00"):
    """Ask for a departure on a day, seen by the doctor the evening before."""
    history = (
        *until(TAKEN),
        NOTIFIED.at(f"{notified} 15:00").but(means=means, appeal_term_days=printed),
        FIT.at(f"{on - timedelta(days=1)} 20:00"),
    )
    return given(*history).when(DEPART, at=f"{on} {hour}")


@every_term
def test_on_the_last_day_it_still_runs(notified, means, printed, last, rule):
    day = date.fromisoformat(last)
    leaving(notified, means, printed, day, "23:59").then_refused(
        rule,
        saying=f"the term for a suspensive appeal runs until {last}",
        passes_on=day + timedelta(days=1),
        finding="DEPARTED_IN_TERM",
    )


@every_term
def test_on_the_day_before_as_well(notified, means, printed, last, rule):
    day = date.fromisoformat(last)
    leaving(notified, means, printed, day - timedelta(days=1)).then_refused(
        rule, passes_on=day + timedelta(days=1)
    )


@every_term
def test_from_the_first_minute_of_the_day_after_it_is_over(notified, means, printed, last, rule):
    leaving(notified, means, printed, date.fromisoformat(last) + timedelta(days=1), "00:00").then(
        DEPARTED
    )


@pytest.mark.parametrize(
    ("notified", "rule", "passes_on"),
    [
        ("2026-06-11 23:59", "APP-03", date(2026, 6, 23)),
        ("2026-06-12 00:00", "APP-05", date(2026, 7, 14)),
    ],
)
def test_the_law_changes_at_midnight_in_brussels(notified, rule, passes_on):
    history = (*until(TAKEN), NOTIFIED.at(notified), FIT.at("2026-06-14 08:00"))
    given(*history).when(DEPART).then_refused(rule, passes_on=passes_on)


# -- remedies brought ---------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [REJECTED, APPEAL_WITHDRAWN], ids=["rejected", "withdrawn"])
@pytest.mark.parametrize(
    "kind", [AppealKind.EXTREME_URGENCY, AppealKind.ASYLUM, AppealKind.ANNULMENT_LISTED]
)
def test_a_suspensive_remedy_that_was_brought_and_is_over_frees_the_way(kind, outcome):
    fit = FIT.at("2026-03-20 20:00")
    given(*until(NOTIFIED), LODGED.but(kind=kind), outcome, fit).when(
        DEPART, at="2026-03-21 07:00"
    ).then(DEPARTED)


@pytest.mark.parametrize("kind", [AppealKind.ANNULMENT, AppealKind.UNKNOWN])
def test_a_remedy_not_known_to_suspend_leaves_the_term_running(kind):
    fit = FIT.at("2026-03-20 20:00")
    given(*until(NOTIFIED), LODGED.but(kind=kind), REJECTED, fit).when(
        DEPART, at="2026-03-21 07:00"
    ).then_refused("APP-03", passes_on=date(2026, 3, 24))


def test_a_departure_in_the_term_after_something_was_handed_in_is_another_finding():
    ordinary = HANDED_IN.but(kind=AppealKind.ANNULMENT)
    fit = FIT.at("2026-03-18 20:00")
    given(*until(NOTIFIED), ordinary, fit).when(DEPART).then_refused(
        "APP-03", finding="ILLEGAL_TRANSITION"
    )


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (AppealKind.ANNULMENT, "APP-05"),
        (AppealKind.ANNULMENT_LISTED, "APP-05"),
        (AppealKind.EXTREME_URGENCY, "APP-07"),
        (AppealKind.ASYLUM, "APP-10"),
        (AppealKind.UNKNOWN, "APP-05"),
    ],
)
def test_under_the_new_law_every_open_appeal_stops_the_departure(kind, rule):
    history = (
        *until(TAKEN),
        NOTIFIED.at("2026-06-12 15:00"),
        HANDED_IN.at("2026-06-17 10:00").but(kind=kind),
        FIT.at("2026-07-14 20:00"),
    )
    given(*history).when(DEPART, at="2026-07-15 07:00").then_refused(
        rule, saying=f"the {kind} appeal", finding="DEPARTED_UNDER_APPEAL"
    )


def test_a_new_decision_has_a_term_of_its_own():
    second = (
        DRAFTED.at("2026-03-23 11:00"),
        TAKEN.at("2026-03-24 15:00"),
        NOTIFIED.at("2026-03-24 16:00"),
    )
    history = (*until(NOTIFIED), LODGED, GRANTED, *second)
    given(*history, FIT.at("2026-04-03 08:00")).when(DEPART).then_refused(
        "APP-03", passes_on=date(2026, 4, 4)
    )
    given(*history, FIT.at("2026-04-04 08:00")).when(DEPART).then(DEPARTED)


# -- notification -------------------------------------------------------------------------

LONG_AFTER = FIT.at("2026-09-01 08:00")
SIGNED = (
    IOM_OPENED.at("2026-08-25 10:00"),
    DECLARED.at("2026-08-26 10:00"),
    BOOKED.at("2026-08-27 10:00"),
)


@pytest.mark.parametrize("stated", [False, None], ids=["not stated", "not known"])
def test_a_term_that_never_started_never_ends(stated):
    defective = NOTIFIED.but(remedies_stated=stated)
    given(*until(TAKEN), defective, LONG_AFTER).when(DEPART).then_refused(
        "INF-04", saying="the remedies were not stated, so the appeal term never started"
    )


@pytest.mark.parametrize("stated", [False, None], ids=["not stated", "not known"])
def test_not_even_for_who_wants_to_leave(stated):
    defective = NOTIFIED.but(remedies_stated=stated)
    given(*until(TAKEN), defective, *SIGNED, LONG_AFTER).when(DEPART_WITH_IOM).then_refused(
        "INF-04"
    )


@pytest.mark.parametrize("printed", [None, 10])
def test_a_notification_by_unknown_means_starts_no_term(printed):
    unknown = NOTIFIED.but(means=None, appeal_term_days=printed)
    given(*until(TAKEN), unknown, LONG_AFTER).when(DEPART).then_refused("NOT-02")
    given(*until(TAKEN), unknown, *SIGNED, LONG_AFTER).when(DEPART_WITH_IOM).then_refused("NOT-02")


def test_a_notification_in_a_year_nobody_has_a_calendar_of_starts_none_either():
    mistyped = NOTIFIED.at("2206-03-13 15:00")
    given(*until(TAKEN), mistyped, FIT.at("2206-06-01 08:00")).when(DEPART).then_refused("NOT-02")


def test_a_decision_notified_as_it_should_be_heals_the_defect():
    again = (
        DRAFTED.at("2026-03-23 11:00"),
        TAKEN.at("2026-03-23 15:00"),
        NOTIFIED.at("2026-03-23 16:00"),
    )
    defective = NOTIFIED.but(remedies_stated=False)
    given(*until(TAKEN), defective, *again, LONG_AFTER).when(DEPART).then(DEPARTED)


# -- consent ------------------------------------------------------------------------------

WILLING = (*until(NOTIFIED), IOM_OPENED, DECLARED, FIT.at("2026-03-19 20:00"))


def test_who_signed_the_declaration_need_not_wait_for_the_term():
    given(*WILLING).when(DEPART_WITH_IOM, at="2026-03-20 07:00").then(
        DEPARTED.but(mode=DepartureMode.VOLUNTARY_IOM, evidence=(Evidence.IOM_CONFIRMATION,))
    )


@pytest.mark.parametrize("mode", [DepartureMode.REMOVAL_ESCORTED, DepartureMode.REMOVAL_UNESCORTED])
def test_a_declaration_does_not_shorten_the_term_for_a_removal(mode):
    removal = DEPART.model_copy(update={"mode": mode})
    given(*WILLING).when(removal, at="2026-03-20 07:00").then_refused(
        "APP-03", passes_on=date(2026, 3, 24)
    )
