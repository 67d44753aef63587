"""A judicial hold comes first; a protected status stops every departure and tells nothing."""

from datetime import date

import pytest
from dossier import DEPART, DEPART_WITH_IOM, OFFICER
from examples.protection import (
    ADMITTED,
    END_STATUS,
    HOLD_LIFTED,
    HOLD_PLACED,
    LIFT_HOLD,
    OPEN_STATUS,
    PLACE_HOLD,
    REMOVAL_DIRECTOR,
    STATUS_ENDED,
    STATUS_OPENED,
)
from examples.remedies import dossier, in_the_way
from given import brussels, given

from domain.decide import Attempt, Context
from domain.decide.protection import no_judicial_hold, no_protected_status
from domain.events import ProtectedStatusOpened
from domain.values import Category, Function, sealed_fields

LATER = "2026-03-30 07:00"
OFFICERS = (
    Function.MIGRATION_OFFICER,
    Function.REMOVAL_DIRECTOR,
    Function.MINISTER_DELEGATE,
    Function.MINISTER,
)
both = pytest.mark.parametrize("order", [DEPART, DEPART_WITH_IOM], ids=["removal", "voluntary"])

# -- judicial holds -----------------------------------------------------------------------

SECOND = HOLD_PLACED.at("2026-03-17 09:00").but(reference="LG-21.98.200/26")


@both
def test_a_hold_stops_every_departure_until_it_is_lifted(order):
    history = (ADMITTED, HOLD_PLACED)
    assert in_the_way(no_judicial_hold, history, LATER, order) == [("PRO-03", None)]
    assert in_the_way(no_judicial_hold, (*history, HOLD_LIFTED), LATER, order) == []


def test_each_of_several_holds():
    history = (ADMITTED, HOLD_PLACED, SECOND)
    assert len(in_the_way(no_judicial_hold, history, LATER)) == 2
    assert len(in_the_way(no_judicial_hold, (*history, HOLD_LIFTED), LATER)) == 1


def test_it_is_placed_and_lifted_once():
    given(ADMITTED).when(PLACE_HOLD).then(HOLD_PLACED)
    given(ADMITTED, HOLD_PLACED).when(PLACE_HOLD).then_refused("PRO-05", saying="on record already")
    given(ADMITTED, HOLD_PLACED).when(LIFT_HOLD).then(HOLD_LIFTED)
    given(ADMITTED).when(LIFT_HOLD).then_refused("PRO-05", saying="no such hold stands")
    given(ADMITTED, HOLD_PLACED, HOLD_LIFTED).when(PLACE_HOLD).then(HOLD_PLACED)


def test_of_several_a_number_says_which():
    unnamed = LIFT_HOLD.model_copy(update={"reference": None})
    given(ADMITTED, HOLD_PLACED, SECOND).when(unnamed).then_refused("PRO-05", saying="say which")
    given(ADMITTED, HOLD_PLACED).when(unnamed).events()


def test_not_before_it_was_placed():
    given(ADMITTED, HOLD_PLACED).when(LIFT_HOLD, at="2026-03-16 08:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 16)
    )


def test_whoever_hears_of_it_records_it_and_officers_or_the_director_its_end():
    given(ADMITTED).when(PLACE_HOLD).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR, *OFFICERS
    )
    given(ADMITTED, HOLD_PLACED).when(LIFT_HOLD).is_for(Function.CENTRE_DIRECTOR, *OFFICERS)


# -- protected statuses -------------------------------------------------------------------

SECRET = OPEN_STATUS.model_copy(update={"status": "confidential"})


@both
@pytest.mark.parametrize("status", ["trafficking-victim", "confidential", "statelessness"])
def test_a_status_stops_every_departure_until_it_ends(status, order):
    history = (ADMITTED, STATUS_OPENED.but(status=status))
    assert in_the_way(no_protected_status, history, LATER, order) == [("PRO-04", None)]
    ended = (*history, STATUS_ENDED.but(status=status))
    assert in_the_way(no_protected_status, ended, LATER, order) == []


def test_the_refusal_does_not_tell_which_it_is():
    state = dossier((ADMITTED, STATUS_OPENED))
    at = brussels(LATER)
    [failing] = no_protected_status(Attempt(state, "ConfirmDeparture", Context(at, at)))
    assert "trafficking" not in failing.why


def test_it_is_opened_and_ended_once():
    given(ADMITTED).when(OPEN_STATUS).then(STATUS_OPENED)
    given(ADMITTED, STATUS_OPENED).when(OPEN_STATUS).then_refused("PRO-05")
    given(ADMITTED, STATUS_OPENED).when(END_STATUS).then(STATUS_ENDED)
    given(ADMITTED).when(END_STATUS).then_refused("PRO-05", saying="no such status is on record")
    given(ADMITTED, STATUS_OPENED).when(END_STATUS, at="2026-03-16 08:59").then_refused("ORD-02")


def test_two_statuses_stand_beside_each_other():
    other = STATUS_OPENED.but(status="statelessness")
    history = (ADMITTED, STATUS_OPENED, other)
    assert len(in_the_way(no_protected_status, history, LATER)) == 2


def test_officers_record_statuses():
    given(ADMITTED).when(OPEN_STATUS).is_for(*OFFICERS)
    given(ADMITTED, STATUS_OPENED).when(END_STATUS).is_for(*OFFICERS)


def test_witnesses_and_informants_are_for_the_removal_director_alone():
    given(ADMITTED).when(SECRET, by=OFFICER).then_refused(
        "AUT-02", saying="this is for removal-director", exit_code=4
    )
    given(ADMITTED).when(SECRET).is_for(Function.REMOVAL_DIRECTOR)
    opened = STATUS_OPENED.but(status="confidential")
    end = END_STATUS.model_copy(update={"status": "confidential"})
    given(ADMITTED, opened).when(end, by=OFFICER).then_refused("AUT-02", exit_code=4)
    given(ADMITTED, opened).when(end, by=REMOVAL_DIRECTOR).events()


def test_what_is_told_of_a_status_is_sealed_under_the_narrowest_key():
    assert set(sealed_fields(ProtectedStatusOpened).values()) == {Category.PROTECTED}
