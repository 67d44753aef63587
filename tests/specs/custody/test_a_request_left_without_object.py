"""A removal goes on while the council chamber has not ruled; what it leaves can be seen."""

from datetime import timedelta

import pytest
from dossier import ATTACHE
from examples.affairs import HIERARCHY
from examples.custody import APPEALED, ASKED, HELD, MAINTAINED
from examples.remedies import dossier
from examples.removal import STARTED, UNDER_WAY, without
from given import Act, brussels

from domain import events as e
from domain.decide.chamber import BEFORE_A_RULING, confirmed_by, left_open
from domain.values import DepartureMode, Evidence, Sealed, StatisticalCategory

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


def test_planned_it_would_be_left_and_whoever_plans_is_told():
    told = sorted((*without(UNDER_WAY, STARTED), *TITLE, ASKED), key=lambda act: act.when)
    assert [one.reference for one in left_open(dossier(told), planned=True)] == ["RK-2026-201"]


def confirmed(*acts):
    state = dossier(sorted((*UNDER_WAY, *TITLE, ASKED, *acts), key=lambda act: act.when))
    [case] = left_open(state)
    return confirmed_by(state, case)


ASKED_LEAVE = Act(
    e.AuthorisationRequested(number=1, kind=BEFORE_A_RULING, motives=Sealed.of("booked")),
    ATTACHE,
    ASKED.when + timedelta(hours=1),
)
GIVEN = Act(e.AuthorisationGranted(number=1), HIERARCHY, ASKED.when + timedelta(hours=2))
REFUSED = Act(
    e.AuthorisationRefused(number=1, motives=Sealed.of("wait")),
    HIERARCHY,
    ASKED.when + timedelta(hours=2),
)
WITHDRAWN = Act(e.AuthorisationWithdrawn(number=1), ATTACHE, ASKED.when + timedelta(hours=3))


def test_that_the_hierarchy_confirmed_it_is_read_from_what_it_authorised():
    assert confirmed(ASKED_LEAVE, GIVEN) == 1


@pytest.mark.parametrize(
    "acts",
    [
        (),
        (ASKED_LEAVE,),
        (ASKED_LEAVE, REFUSED),
        (ASKED_LEAVE, GIVEN, WITHDRAWN),
        (ASKED_LEAVE.but(kind="exceptional-act"), GIVEN),
        (ASKED_LEAVE.at("2026-01-05 09:00"), GIVEN),
    ],
    ids=["nothing", "not answered", "refused", "withdrawn", "of another kind", "not knowing of it"],
)
def test_without_that_it_is_not_confirmed(acts):
    assert confirmed(*acts) is None


def test_a_ruling_that_came_after_she_left_does_not_hide_it():
    late = MAINTAINED.at("2026-04-02 11:00")
    assert left(ASKED, LEFT, late) == ["RK-2026-201"]


def test_one_ruled_upon_before_she_left_but_told_later_is_not_left():
    assert left(ASKED, LEFT, MAINTAINED.at("2026-03-30 09:00")) == []
