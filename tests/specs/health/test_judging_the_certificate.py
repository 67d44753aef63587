"""A fit-to-travel certificate is judged at the moment of the departure, by its hours."""

import pytest
from dossier import DOCTOR, NUMBER
from examples.health import ADMITTED
from given import Act, brussels, lines

from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.health import fit_to_travel
from domain.trajectory import replay


def in_the_way(certified, at):
    examined = Act(e.FitToTravelCertified(), DOCTOR, brussels(certified))
    moment = brussels(at)
    state = replay(lines((ADMITTED, examined), NUMBER))
    return [
        found.rule
        for found in fit_to_travel(Attempt(state, "ConfirmDeparture", Context(moment, moment)))
    ]


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("2026-03-13 08:29", []),
        ("2026-03-13 08:30", []),
        ("2026-03-13 08:31", ["EXE-06"]),
    ],
)
def test_it_holds_for_its_hours_and_not_a_minute_more(at, found):
    assert in_the_way("2026-03-10 08:30", at) == found


@pytest.mark.parametrize(
    ("at", "found"),
    [("2026-03-30 13:00", []), ("2026-03-30 13:01", ["EXE-06"])],
)
def test_the_hours_are_real_ones_across_the_change_to_summer_time(at, found):
    assert in_the_way("2026-03-27 12:00", at) == found


@pytest.mark.parametrize(
    ("at", "found"),
    [("2026-10-26 11:00", []), ("2026-10-26 11:01", ["EXE-06"])],
)
def test_the_hours_are_real_ones_across_the_change_to_winter_time(at, found):
    assert in_the_way("2026-10-23 12:00", at) == found
