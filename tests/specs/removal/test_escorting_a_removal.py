"""Who may escort, until when, and under whom (rule EXE-03)."""

import pytest
from dossier import ATTACHE, OFFICER, SECURITY
from examples.removal import (
    LEAVE,
    PROPOSE_ESCORT,
    PROPOSED,
    REMOVAL_DIRECTOR,
    SCHEDULE,
    SCHEDULED,
    START,
    TO_PLAN,
    TO_PREPARED,
    TO_START,
    UNDER_WAY,
    instead,
)
from given import brussels, given, there

from domain import events as e
from domain.authority import Actor
from domain.decide.escort import unlawful_escort
from domain.values import DepartureMode, Function

POLICE, OFFICE, FRONTEX, MEDICAL = "federal-police", "office-staff", "frontex", "medical"


def wrong(*escort, by="air", at="2026-03-30 09:40"):
    return [failing.why for failing in unlawful_escort(escort, by, brussels(at))]


# -- who decides --------------------------------------------------------------------------

MINISTER = Actor("m.inister", "P-030", frozenset({Function.MINISTER}))
OFFICER_AND_MORE = Actor(
    "e.claes", "P-008", frozenset({Function.MIGRATION_OFFICER, Function.REMOVAL_DIRECTOR})
)
BY_NOBODY = SCHEDULE.model_copy(update={"mode": "unescorted"})


def planned(by, command=SCHEDULE):
    return given(*TO_PLAN).when(command, by=by)


@pytest.mark.parametrize("by", [REMOVAL_DIRECTOR, MINISTER, OFFICER_AND_MORE])
def test_an_escort_is_decided_by_the_hierarchy(by):
    planned(by).then_state()


def test_an_officer_decides_no_escort():
    refused = planned(OFFICER)
    refused.then_refused(
        "AUT-02",
        saying="e.claes acts as migration-officer; an escort is decided by "
        "minister, minister-delegate, removal-director",
        exit_code=4,
    )


def test_a_departure_without_escort_is_planned_by_an_officer_too():
    planned(OFFICER, BY_NOBODY).then_state()


# -- who ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "escort",
    [
        (POLICE,),
        (POLICE, POLICE, MEDICAL),
        (POLICE, OFFICE),
        (POLICE, FRONTEX, OFFICE, MEDICAL),
    ],
)
def test_police_alone_or_leading_others_may_escort_by_air(escort):
    assert wrong(*escort) == []


@pytest.mark.parametrize("escort", [(OFFICE,), (FRONTEX, FRONTEX), (OFFICE, MEDICAL)])
def test_by_air_the_others_act_under_a_police_officer(escort):
    assert wrong(*escort) == ["no police officer leads the escort by air"]
    assert wrong(*escort, by="land") == []


def test_who_only_cares_for_the_person_is_no_escort():
    expected = ["no escort is decided for this departure that may carry it out"]
    assert wrong(MEDICAL) == expected
    assert wrong(MEDICAL, by="sea") == expected
    assert wrong() == expected


# -- staff of the Immigration Office by air: from 20.07.2024 until 01.01.2028 -------------


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        ("2024-07-19 23:59", False),
        ("2024-07-20 00:00", True),
        ("2027-12-30 12:00", True),
        ("2027-12-31 23:59", True),
        ("2028-01-01 00:00", False),
        ("2028-01-02 12:00", False),
    ],
)
def test_staff_of_the_office_escort_by_air_between_two_days(moment, may):
    told = ["staff of the Immigration Office may escort by air from 2024-07-20 to 2027-12-31 only"]
    assert wrong(POLICE, OFFICE, at=moment) == ([] if may else told)
    assert wrong(POLICE, OFFICE, by="land", at=moment) == []
    assert wrong(POLICE, FRONTEX, at=moment) == []


# -- proposed, decided, gone --------------------------------------------------------------


def test_an_escort_is_proposed_person_by_person():
    asked = given(*TO_PREPARED).when(PROPOSE_ESCORT, by=ATTACHE, at="2026-03-24 11:00")
    asked.then(PROPOSED)
    proposed = there(asked.state_after().removal.escort)
    assert (proposed.members, there(proposed.by).person) == ((POLICE, POLICE), "P-003")


def test_an_escort_of_nobody_is_none():
    nobody = PROPOSE_ESCORT.model_copy(update={"escort": ()})
    given(*TO_PREPARED).when(nobody).then_refused("EXE-03", saying="the escort proposed is nobody")


def test_staff_of_the_office_was_on_no_list_before_the_law_of_2024():
    staff = PROPOSE_ESCORT.model_copy(update={"escort": (POLICE, OFFICE)})
    told = given(*TO_PREPARED).when(staff, at="2024-07-19 12:00", now="2026-03-25 12:00")
    told.then_refused("COD-01", "ORD-02", saying="office-staff is not on the list removal.escort")


def test_a_later_proposal_takes_the_place_of_an_earlier_one():
    other = PROPOSED.but(escort=(POLICE, MEDICAL)).at("2026-03-24 17:00")
    state = given(*TO_PLAN, other).when(SCHEDULE, by=REMOVAL_DIRECTOR).state_after()
    assert there(state.removal.attempt).escort == (POLICE, MEDICAL)


def test_no_escorted_departure_is_planned_with_an_escort_that_may_not_leave_that_day():
    office = instead(TO_PLAN, PROPOSED, PROPOSED.but(escort=(OFFICE,)))
    by_air = SCHEDULE.model_copy(update={"departs": "2028-01-03T09:40+01:00"})
    given(*office).when(by_air, by=REMOVAL_DIRECTOR).then_refused("EXE-03")
    by_land = SCHEDULE.model_copy(update={"transport": "land"})
    assert given(*office).when(by_land, by=REMOVAL_DIRECTOR).events()


def test_a_departure_without_escort_needs_none():
    alone = SCHEDULE.model_copy(update={"mode": "unescorted"})
    attempt = given(*TO_PLAN).when(alone, by=REMOVAL_DIRECTOR).state_after().removal.attempt
    assert there(attempt).escort == ()


def test_what_was_lawful_when_planned_is_judged_again_when_it_begins():
    office = instead(TO_START, PROPOSED, PROPOSED.but(escort=(FRONTEX,)))
    given(*office).when(START, by=SECURITY, at="2026-03-30 06:30").then_refused(
        "EXE-03", saying="no police officer leads"
    )


def test_nobody_is_escorted_out_on_a_plan_without_escort():
    alone = instead(UNDER_WAY, SCHEDULED, SCHEDULED.but(mode="unescorted"))
    given(*alone).when(LEAVE, at="2026-03-30 09:40").then_refused("EXE-03")
    unescorted = LEAVE.model_copy(update={"mode": DepartureMode.REMOVAL_UNESCORTED})
    [departed] = given(*alone).when(unescorted, at="2026-03-30 09:40").events()
    assert isinstance(departed, e.DepartureConfirmed)
