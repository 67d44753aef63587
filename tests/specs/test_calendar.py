"""Days and terms are counted as on a Belgian wall calendar, in Brussels."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain.rules import Unit, rule, rules
from domain.rules.calendar import (
    BRUSSELS,
    add_calendar_days,
    add_months,
    add_weeks,
    add_working_days,
    brussels_day,
    is_between,
    is_working_day,
    next_working_day,
    start_of_day,
    term_end,
)

DAYS = st.dates(date(1980, 12, 15), date(2080, 12, 31))
COUNTS = st.integers(0, 40)
CLOCKED = (Unit.HOURS, Unit.MINUTES, Unit.WORDS, Unit.PERCENT)
IN_DAYS = [each for each in rules() if each.unit and each.unit not in CLOCKED and each.length]
law = settings(deadline=None, max_examples=60)


def a_day(text):
    return date.fromisoformat(text)


# -- working days -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-04-03", True),  # Good Friday is no legal holiday
        ("2026-04-04", False),  # Saturday
        ("2026-04-05", False),  # Easter Sunday
        ("2026-04-06", False),  # Easter Monday
        ("2026-04-07", True),
        ("2026-05-13", True),
        ("2026-05-14", False),  # Ascension
        ("2026-05-15", True),
        ("2026-05-25", False),  # Whit Monday
        ("2026-07-20", True),
        ("2026-07-21", False),  # national holiday
        ("2026-07-22", True),
        ("2026-11-11", False),  # Armistice
        ("2026-11-15", False),  # King's Feast, a Sunday in 2026
        ("2027-11-15", True),  # King's Feast: offices close, the law's calendar does not
        ("2026-12-24", True),
        ("2026-12-25", False),  # Christmas
        ("2026-12-28", True),
        ("2027-01-01", False),
    ],
)
def test_saturdays_sundays_and_public_holidays_are_no_working_days(day, works):
    assert is_working_day(a_day(day)) is works


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        ("2026-07-20", "2026-07-20"),
        ("2026-07-21", "2026-07-22"),
        ("2026-04-04", "2026-04-07"),  # the whole Easter weekend
        ("2026-12-25", "2026-12-28"),  # Christmas on a Friday
        ("2027-12-31", "2027-12-31"),
        ("2028-01-01", "2028-01-03"),
    ],
)
def test_a_day_moves_to_the_next_working_day_unless_it_is_one(day, moved):
    assert next_working_day(a_day(day)) == a_day(moved)


def test_holidays_nobody_knows_are_not_taken_for_working_days():
    with pytest.raises(ValueError, match="public holidays of 2150 are not known"):
        is_working_day(date(2150, 6, 5))


# -- adding -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "n", "reached"),
    [
        ("2026-06-01", 0, "2026-06-01"),
        ("2026-06-01", 1, "2026-06-02"),
        ("2026-06-05", 1, "2026-06-08"),  # Friday to Monday
        ("2026-04-02", 3, "2026-04-08"),  # over Easter: 3, 7 and 8 April
        ("2026-07-17", 7, "2026-07-29"),  # over a weekend, 21 July and another weekend
        ("2026-06-06", 1, "2026-06-08"),  # from a Saturday
    ],
)
def test_the_day_after_counts_as_the_first_working_day(day, n, reached):
    assert add_working_days(a_day(day), n) == a_day(reached)


@pytest.mark.parametrize(
    ("day", "n", "reached"),
    [
        ("2026-01-15", 2, "2026-03-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 0, "2026-12-31"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-07-01", 18, "2028-01-01"),
    ],
)
def test_months_run_from_date_to_date_or_to_the_end_of_a_short_month(day, n, reached):
    assert add_months(a_day(day), n) == a_day(reached)


def test_weeks_and_calendar_days_count_every_day():
    assert add_weeks(date(2026, 12, 21), 2) == date(2027, 1, 4)
    assert add_calendar_days(date(2026, 3, 28), 2) == date(2026, 3, 30)


@pytest.mark.parametrize("add", [add_calendar_days, add_working_days, add_weeks, add_months])
def test_no_term_runs_backwards(add):
    with pytest.raises(ValueError, match="runs forward"):
        add(date(2026, 6, 1), -1)


# -- the last day of a term ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule_id", "start", "end"),
    [
        ("DEP-01", "2026-06-01", "2026-07-01"),  # thirty days, 1 June not counted
        ("DEP-01", "2026-06-21", "2026-07-21"),  # a departure term does not roll
        ("APP-01", "2026-05-20", "2026-06-19"),  # the day before a weekend: stays
        ("APP-01", "2026-05-21", "2026-06-22"),  # would end on a Saturday
        ("APP-01", "2026-05-22", "2026-06-22"),  # on a Sunday
        ("APP-01", "2026-05-23", "2026-06-22"),  # on the Monday itself
        ("APP-03", "2026-03-27", "2026-04-07"),  # on Easter Monday
        ("APP-04", "2026-07-16", "2026-07-22"),  # on 21 July
        ("APP-04", "2026-12-20", "2026-12-28"),  # on Christmas, a Friday
        ("APP-04", "2026-03-26", "2026-03-31"),  # over the night summer time begins
        ("APP-04", "2026-10-22", "2026-10-27"),  # over the night it ends
        ("APP-07", "2026-06-15", "2026-06-25"),  # 5 or 10: the longest until the decision is read
        ("DET-01", "2026-01-31", "2026-03-31"),
        ("DET-02", "2026-07-13", "2026-07-23"),  # seven working days over 21 July
        ("DET-09", "2026-05-01", "2026-06-12"),
        ("BAN-01", "2028-02-29", "2031-02-28"),
        ("INT-02", "2026-06-01", "2026-06-01"),  # the day of arrival itself
    ],
)
def test_the_start_does_not_count_and_the_last_day_does(rule_id, start, end):
    assert term_end(a_day(start), rule(rule_id)) == a_day(end)


def test_the_length_a_decision_sets_goes_before_the_rule_s_own():
    assert term_end(date(2026, 6, 1), rule("DEP-02"), 7) == date(2026, 6, 8)
    assert term_end(date(2026, 6, 1), rule("APP-07"), 5) == date(2026, 6, 8)  # a Saturday: rolls
    assert term_end(date(2026, 6, 1), rule("DEP-04"), 10) == date(2026, 6, 11)


@pytest.mark.parametrize("rule_id", ["DEP-04", "BAN-03", "APP-08", "POS-01"])
def test_a_term_without_a_known_end_is_not_invented(rule_id):
    with pytest.raises(ValueError, match=f"{rule_id} gives no length; the decision sets it"):
        term_end(date(2026, 6, 1), rule(rule_id))


def test_hours_are_not_counted_in_days():
    with pytest.raises(ValueError, match="EXE-05 counts hours"):
        term_end(date(2026, 6, 1), rule("EXE-05"))


# -- Brussels -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 1, 1, 22, 59, tzinfo=UTC), "2026-01-01"),
        (datetime(2026, 1, 1, 23, 0, tzinfo=UTC), "2026-01-02"),  # winter: one hour ahead
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), "2026-07-01"),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), "2026-07-02"),  # summer: two
        (datetime(2026, 7, 1, 18, 0, tzinfo=timezone(timedelta(hours=-5))), "2026-07-02"),
    ],
)
def test_the_day_is_the_one_it_is_in_brussels(instant, day):
    assert brussels_day(instant) == a_day(day)


def test_a_time_without_zone_has_no_day():
    with pytest.raises(ValueError, match="has no time zone"):
        brussels_day(datetime(2026, 7, 1, 12, 0))  # noqa: DTZ001 (the mistake under test)


@pytest.mark.parametrize(
    ("first", "last", "within"),
    [
        ("2026-03-01", "2026-03-03", True),
        ("2026-03-02", "2026-03-02", True),
        ("2026-03-03", "2026-03-04", False),
        ("2026-02-01", "2026-03-01", False),
        (None, "2026-03-02", True),
        (None, "2026-03-01", False),
        ("2026-03-02", None, True),
        ("2026-03-03", None, False),
        (None, None, True),
    ],
)
def test_two_days_hold_both_of_them_and_all_between(first, last, within):
    assert is_between(a_day("2026-03-02"), first, last) is within


@pytest.mark.parametrize("end", [date.min, date.max])
def test_no_day_lies_outside_two_that_are_not_set(end):
    assert is_between(end, None, None)


@pytest.mark.parametrize(
    ("day", "begins", "hours"),
    [
        ("2026-03-28", datetime(2026, 3, 27, 23, tzinfo=UTC), 24),
        ("2026-03-29", datetime(2026, 3, 28, 23, tzinfo=UTC), 23),
        ("2026-03-30", datetime(2026, 3, 29, 22, tzinfo=UTC), 24),
        ("2026-10-24", datetime(2026, 10, 23, 22, tzinfo=UTC), 24),
        ("2026-10-25", datetime(2026, 10, 24, 22, tzinfo=UTC), 25),
        ("2026-10-26", datetime(2026, 10, 25, 23, tzinfo=UTC), 24),
    ],
)
def test_the_days_the_clock_changes_are_an_hour_off(day, begins, hours):
    this = start_of_day(a_day(day))
    assert this == begins
    assert this.tzinfo is UTC
    assert this.astimezone(BRUSSELS).hour == 0
    assert start_of_day(a_day(day) + timedelta(days=1)) - this == timedelta(hours=hours)


# -- laws ---------------------------------------------------------------------------------


@for_all(DAYS)
@law
def test_the_next_working_day_is_one_and_none_lies_before_it(day):
    found = next_working_day(day)
    assert is_working_day(found)
    between = (day + timedelta(days=n) for n in range((found - day).days))
    assert not any(is_working_day(each) for each in between)


@for_all(DAYS, COUNTS, COUNTS)
@law
def test_working_days_add_up(day, some, more):
    assert add_working_days(add_working_days(day, some), more) == add_working_days(day, some + more)


@for_all(DAYS, st.integers(1, 40))
@law
def test_as_many_working_days_lie_in_the_term_as_were_asked(day, n):
    end = add_working_days(day, n)
    term = (day + timedelta(days=each) for each in range(1, (end - day).days + 1))
    assert sum(is_working_day(each) for each in term) == n


@for_all(DAYS, DAYS, st.sampled_from(IN_DAYS))
@law
def test_who_starts_later_never_ends_earlier(one, other, each):
    first, second = sorted((one, other))
    assert first <= term_end(first, each) <= term_end(second, each)


@for_all(DAYS, st.sampled_from([unit for unit in Unit if unit not in CLOCKED]), COUNTS)
@law
def test_a_longer_term_never_ends_earlier(day, unit, n):
    shorter = rule("DEP-01")._replace(unit=unit, length=n)
    assert term_end(day, shorter) <= term_end(day, shorter._replace(length=n + 1))


@for_all(DAYS)
@law
def test_a_day_begins_where_the_one_before_it_ends(day):
    begins = start_of_day(day)
    assert brussels_day(begins) == day
    assert brussels_day(begins - timedelta(microseconds=1)) == day - timedelta(days=1)
