"""Which clock of a dossier runs out next: what is shown agrees with what is refused."""

import pytest
from dossier import (
    ARRIVED,
    CLOSED,
    DEPARTED,
    FIT,
    HANDED_IN,
    LODGED,
    NOT_RETURNED,
    NOTIFIED,
    NUMBER,
    PREPARED,
    TAKEN,
    TRANSMITTED,
    UNFIT,
    until,
)
from given import brussels, lines

from domain.decide.clocks import clocks, next_due
from domain.trajectory import replay
from domain.values import AppealKind

TERM = ("APP-03", brussels("2026-03-24 00:00"))


def dossier(*history):
    return replay(lines(history, NUMBER))


def running(*history, at):
    return [(due.rule, due.at) for due in clocks(dossier(*history), brussels(at))]


def test_the_term_ends_with_its_last_day():
    assert running(*until(NOTIFIED), at="2026-03-16 09:00") == [TERM]
    assert running(*until(NOTIFIED), at="2026-03-23 23:59") == [TERM]
    assert running(*until(NOTIFIED), at="2026-03-24 00:00") == []


def test_a_suspensive_appeal_takes_the_place_of_the_term():
    brought = (HANDED_IN, TRANSMITTED, LODGED)
    assert running(*until(NOTIFIED), *brought, at="2026-03-18 12:00") == []


def test_an_ordinary_appeal_leaves_the_term_running():
    ordinary = LODGED.but(kind=AppealKind.ANNULMENT)
    assert running(*until(NOTIFIED), ordinary, at="2026-03-18 12:00") == [TERM]


@pytest.mark.parametrize("stated", [False, None])
def test_a_term_that_never_started_has_no_end_to_wait_for(stated):
    defective = NOTIFIED.but(remedies_stated=stated)
    assert running(*until(TAKEN), defective, at="2026-03-16 09:00") == []


def test_a_year_nobody_has_a_calendar_of_stops_no_one_from_looking():
    mistyped = NOTIFIED.at("2206-03-13 15:00")
    assert running(*until(TAKEN), mistyped, at="2026-03-16 09:00") == []


def test_an_appeal_handed_in_is_passed_on_within_the_hours_of_the_house_even_when_overdue():
    duty = ("APP-04d", brussels("2026-03-17 17:30"))
    assert running(*until(NOTIFIED), HANDED_IN, at="2026-03-17 16:00") == [duty]
    assert running(*until(NOTIFIED), HANDED_IN, at="2026-03-19 09:00") == [duty]
    assert running(*until(NOTIFIED), HANDED_IN, TRANSMITTED, at="2026-03-19 09:00") == []


def test_a_certificate_runs_for_its_hours():
    certificate = ("EXE-06", brussels("2026-03-28 08:30"))
    assert running(*until(FIT), at="2026-03-25 10:00") == [certificate]
    assert running(*until(FIT), at="2026-03-28 08:30") == []
    assert running(*until(PREPARED), UNFIT, at="2026-03-25 10:00") == []


def test_the_first_to_run_out_is_named_first():
    early = FIT.at("2026-03-22 08:30")
    history = (*until(NOTIFIED), early)
    certificate = ("EXE-06", brussels("2026-03-25 08:30"))
    assert running(*history, at="2026-03-22 10:00") == [TERM, certificate]
    first = next_due(dossier(*history), brussels("2026-03-22 10:00"))
    assert first == clocks(dossier(*history), brussels("2026-03-22 10:00"))[0]


def test_where_nothing_runs_nothing_is_due():
    assert next_due(dossier(ARRIVED), brussels("2026-03-02 12:00")) is None


@pytest.mark.parametrize("last", [DEPARTED, CLOSED])
def test_no_clock_runs_after_the_end(last):
    assert running(*until(last), at="2026-03-27 16:00") == []
    assert running(*until(NOTIFIED), HANDED_IN, NOT_RETURNED, at="2026-03-27 16:00") == []
