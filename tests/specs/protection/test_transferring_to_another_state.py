"""
Who is removed under a decision to transfer goes to a State that accepted, and in time.

The attempt of the example dossier, on Monday 30 March 2026, under a Dublin decision.
"""

import pytest
from dossier import FIT, NUMBER
from examples import iom
from examples.protection import ACCEPTED
from examples.remedies import ORDERED, notified
from examples.removal import (
    DECIDED,
    DOCUMENT,
    LEAVE,
    REMOVAL_DIRECTOR,
    SCHEDULE,
    START,
    TO_PLAN,
    TO_START,
    UNDER_WAY,
)
from given import given

from domain import commands as c
from domain.decide.departure import BRAKES, CONDITIONS_OF_2
from domain.decide.responsible import still_responsible
from domain.values import DepartureMode

KIND = "dublin-transfer"
STEPS = [
    pytest.param(TO_PLAN, SCHEDULE, "2026-03-25 10:20", id="planned"),
    pytest.param(TO_START, START, "2026-03-30 06:30", id="begun"),
    pytest.param(UNDER_WAY, LEAVE, "2026-03-30 09:40", id="carried out"),
]


def transferring(history, *more):
    """Tell a removal under a decision to transfer, which leaves no period to depart."""
    told = (
        act.but(kind=KIND) if act in DECIDED[:2] else act
        for act in (*history, *more)
        if act is not DECIDED[2]
    )
    return tuple(sorted(told, key=lambda act: act.when))


def asked(history, order, at):
    """Put a step of the removal; an escort is decided by the removal director."""
    return given(*history).when(order, at=at, by=REMOVAL_DIRECTOR if order is SCHEDULE else None)


@pytest.mark.parametrize(("history", "order", "at"), STEPS)
def test_no_removal_to_a_state_that_is_not_known_to_have_accepted(history, order, at):
    asked(transferring(history), order, at).then_refused(
        "DUB-01", saying="no other State is known to have accepted"
    )
    asked(transferring(history, ACCEPTED), order, at).events()


@pytest.mark.parametrize(("until", "passes"), [("2026-03-30", True), ("2026-03-29", False)])
@pytest.mark.parametrize(("history", "order", "at"), STEPS)
def test_nor_once_the_term_to_transfer_is_over_on_that_day(history, order, at, until, passes):
    put = asked(transferring(history, ACCEPTED.but(until=until)), order, at)
    if passes:
        put.events()
    else:
        put.then_refused("DUB-01", saying="the term to transfer ended on 2026-03-29")


def test_nor_where_the_term_is_not_known():
    strange = transferring(UNDER_WAY, ACCEPTED.but(until="soon"))
    given(*strange).when(LEAVE, at="2026-03-30 09:40").then_refused("DUB-01", saying="not known")


def test_under_an_order_to_leave_no_other_state_is_asked():
    given(*UNDER_WAY).when(LEAVE, at="2026-03-30 09:40").events()


def another(kind):
    """Tell a later decision, notified on Monday 16 March 2026."""
    said = {"kind": kind, "form": "11", "reference": "DEC-2026-00050"}
    return (
        DECIDED[0].at("2026-03-16 09:00").but(**said),
        DECIDED[1].at("2026-03-16 10:00").but(**said),
        DECIDED[3].at("2026-03-16 11:00").but(reference="DEC-2026-00050"),
    )


def in_order(*history):
    return tuple(sorted(history, key=lambda act: act.when))


def test_of_several_titles_the_latest_in_force_says_where_the_removal_leads():
    at = "2026-03-30 09:40"
    sent_back = in_order(*transferring(UNDER_WAY), *another("refoulement"))
    given(*sent_back).when(LEAVE, at=at).events()
    given(*in_order(*UNDER_WAY, *another(KIND))).when(LEAVE, at=at).then_refused("DUB-01")


def test_it_is_asked_in_planning_too():
    assert still_responsible in BRAKES
    assert still_responsible in CONDITIONS_OF_2


def test_who_goes_home_under_a_declaration_is_not_transferred():
    decided = tuple(act.but(kind=KIND) if act in DECIDED[:2] else act for act in DECIDED)
    history = (*iom.TRAVEL_BOOKED, DOCUMENT, FIT.at("2026-03-24 08:30"))
    home = c.ConfirmDeparture(
        dossier=NUMBER, mode=DepartureMode.VOLUNTARY_IOM, evidence=("iom-confirmation",)
    )
    told = tuple(sorted((*history, *decided[:2], decided[3]), key=lambda act: act.when))
    given(*told).when(home, at="2026-03-25 07:10").events()


def test_a_transfer_that_ends_the_trajectory_waits_for_a_measure_of_a_court():
    end = c.EstablishNonReturn(dossier=NUMBER, reason=KIND)
    history = (*notified("2026-03-13", KIND), ACCEPTED, FIT.at("2026-03-24 08:30"))
    given(*history).when(end, at="2026-03-25 10:00").events()
    given(*history, ORDERED).when(end, at="2026-03-25 10:00").then_refused("ECH-01")
