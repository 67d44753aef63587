"""A removal goes on while the council chamber has not ruled; what it leaves can be seen."""

import pytest
from dossier import ATTACHE
from examples.custody import APPEALED, ASKED, HELD, MAINTAINED
from examples.remedies import dossier
from examples.removal import STARTED, UNDER_WAY, without
from given import Act, brussels

from domain import events as e
from domain.decide.chamber import left_open
from domain.values import DepartureMode, Evidence, StatisticalCategory

LEFT = Act(
    e.DepartureConfirmed(
        mode=DepartureMode.REMOVAL_ESCORTED,
        statistical_category=StatisticalCategory.FORCED,
        evidence=(Evidence.ESCORT_REPORT,),
    ),
    ATTACHE,
    brussels("2026-03-30 09:40"),
)
TITLE = HELD[1:]


def left(*acts, history=UNDER_WAY):
    told = sorted((*history, *TITLE, *acts), key=lambda act: act.when)
    return [case.reference for case in left_open(dossier(told))]


@pytest.mark.parametrize("after", [(), (LEFT,)], ids=["under way", "gone"])
@pytest.mark.parametrize(
    ("chamber", "found"),
    [
        ((), []),
        ((ASKED,), ["RK-2026-201"]),
        ((ASKED, MAINTAINED), []),
        ((ASKED, MAINTAINED, APPEALED), ["RK-2026-201"]),
    ],
    ids=["none", "asked", "ruled", "on appeal"],
)
def test_what_is_not_ruled_upon_is_left(chamber, found, after):
    assert left(*chamber, *after) == found


def test_before_the_attempt_nothing_is_left_yet():
    assert left(ASKED, history=without(UNDER_WAY, STARTED)) == []


def test_a_ruling_that_came_after_she_left_does_not_hide_it():
    late = MAINTAINED.at("2026-04-02 11:00")
    assert left(ASKED, LEFT, late) == ["RK-2026-201"]


def test_one_ruled_upon_before_she_left_but_told_later_is_not_left():
    assert left(ASKED, LEFT, MAINTAINED.at("2026-03-30 09:00")) == []
