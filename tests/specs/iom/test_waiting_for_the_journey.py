"""The journey begins within four weeks of the signature; that is a parameter of this house."""

import pytest
from dossier import DECLARED, IOM_WITHDRAWN
from examples.iom import AWAITED, ELIGIBLE, FILED, LAPSED, LEFT, SIGNED, TRAVEL_BOOKED
from given import brussels, lines, there

from domain.decide.clocks import clocks
from domain.rules import Certainty, rule
from domain.trajectory import replay


def due(*history, now="2026-03-25 09:00"):
    state = there(replay(lines(history, "HOL-2026-0042")))
    return [each for each in clocks(state, brussels(now)) if each.rule == "IOM-03"]


def test_the_weeks_are_a_parameter_and_not_law():
    row = rule("IOM-03")
    assert (row.length, row.unit, row.parameter) == (4, "weeks", True)
    assert row.certainty is Certainty.DESIGN


def test_it_is_due_at_the_end_of_the_same_weekday_four_weeks_later():
    # Signed on Wednesday 18 March, in winter time; the clocks have changed by 15 April.
    [found] = due(*SIGNED)
    assert found.at == brussels("2026-04-16 00:00")
    assert found.since == DECLARED.when
    assert found.is_duty


@pytest.mark.parametrize(
    ("signed", "ends"),
    [
        ("2026-03-21 23:59", "2026-04-19 00:00"),  # a Saturday; no term is moved
        ("2026-03-22 00:00", "2026-04-20 00:00"),
        ("2026-03-09 10:00", "2026-04-07 00:00"),  # the last day is Easter Monday
    ],
)
def test_weekends_and_holidays_count_like_any_day(signed, ends):
    granted = tuple(act.at("2026-03-05 10:00") for act in ELIGIBLE[2:])
    [found] = due(*ELIGIBLE[:2], *granted, DECLARED.at(signed))
    assert found.at == brussels(ends)


def test_it_stays_due_when_it_is_overdue():
    assert due(*SIGNED, now="2026-04-15 23:59")
    assert due(*SIGNED, now="2026-05-30 09:00")


@pytest.mark.parametrize("history", [(*SIGNED, AWAITED), TRAVEL_BOOKED], ids=["waiting", "booked"])
def test_it_runs_until_the_resident_leaves(history):
    assert due(*history)


@pytest.mark.parametrize(
    "history",
    [
        FILED,
        ELIGIBLE,
        (*SIGNED, IOM_WITHDRAWN),
        (*SIGNED, LAPSED),
        (*TRAVEL_BOOKED, LEFT),
    ],
    ids=["opened", "eligible", "withdrawn", "lapsed", "departed"],
)
def test_nothing_is_due_without_a_declaration_that_stands(history):
    assert due(*history) == []
