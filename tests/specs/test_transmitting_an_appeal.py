"""What was handed in at the centre is passed on to the Council at once."""

from datetime import date

import pytest
from dossier import (
    ARRIVED,
    HANDED_IN,
    LODGED,
    NOT_RETURNED,
    NOTIFIED,
    REJECTED,
    TRANSMIT,
    TRANSMITTED,
    until,
)
from examples.remedies import notified
from given import brussels, given

from domain.decide.clocks import clocks
from domain.lifecycle import AppealState
from domain.values import AppealKind, Function

BROUGHT = (*until(NOTIFIED), HANDED_IN)
OTHER = HANDED_IN.at("2026-03-18 09:00").but(kind=AppealKind.ANNULMENT, reference="R-2026-7")


def numbered(reference):
    return TRANSMIT.model_copy(update={"reference": reference})


def test_an_appeal_handed_in_is_transmitted_and_stays_open():
    asked = given(*BROUGHT).when(TRANSMIT)
    asked.then(TRANSMITTED)
    [appeal] = asked.state_after().appeals
    assert (appeal.state, appeal.open) == (AppealState.TRANSMITTED, True)


def test_the_number_given_at_transmission_becomes_the_appeal_s():
    asked = given(*BROUGHT).when(numbered("CCE-318442"))
    assert asked.state_after().appeals[0].reference == "CCE-318442"


def test_of_several_the_number_says_which():
    asked = given(*BROUGHT, OTHER).when(numbered("R-2026-7"))
    states = [appeal.state for appeal in asked.state_after().appeals]
    assert states == [AppealState.HANDED_IN, AppealState.TRANSMITTED]


def test_of_several_one_must_be_named():
    given(*BROUGHT, OTHER).when(TRANSMIT).then_refused(
        "REM-01", saying="several appeals are open (-, R-2026-7): say which"
    )


@pytest.mark.parametrize("history", [(), (LODGED, REJECTED)], ids=["none brought", "decided"])
def test_there_must_be_an_open_appeal(history):
    given(*until(NOTIFIED), *history).when(TRANSMIT).then_refused(
        "REM-01", saying="no appeal is open"
    )


@pytest.mark.parametrize(
    ("history", "state"), [((HANDED_IN, TRANSMITTED), "transmitted"), ((LODGED,), "lodged")]
)
def test_it_is_transmitted_once_and_before_the_council_has_it(history, state):
    given(*until(NOTIFIED), *history).when(TRANSMIT).then_refused(
        "REM-01", saying=f"the appeal is {state}; this needs handed-in"
    )


def test_a_number_nobody_knows_is_refused():
    given(*until(NOTIFIED), OTHER).when(numbered("CCE-999999")).then_refused(
        "REM-01", saying="no open appeal has the number CCE-999999"
    )


def test_nothing_is_passed_on_before_it_was_handed_in():
    given(*BROUGHT).when(TRANSMIT, at="2026-03-17 15:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 17)
    )


def test_an_appeal_brought_later_does_not_hold_up_the_date_of_this_one():
    first = HANDED_IN.but(reference="R-2026-6")
    given(*until(NOTIFIED), first, OTHER).when(
        numbered("R-2026-6"), at="2026-03-17 16:10", now="2026-03-18 10:00"
    ).then(TRANSMITTED.but(reference="R-2026-6"))


def test_nothing_is_passed_on_tomorrow():
    given(*BROUGHT).when(TRANSMIT, at="2026-03-18 09:00", now="2026-03-17 16:00").then_refused(
        "ORD-03"
    )


def test_nothing_is_passed_on_after_the_end():
    given(*BROUGHT, NOT_RETURNED).when(TRANSMIT).then_refused("ORD-04")


def test_coaches_and_the_director_pass_appeals_on():
    given(*BROUGHT).when(TRANSMIT).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR
    )


def overdue(*history):
    state = given(*history).when(TRANSMIT).state()
    return [due.rule for due in clocks(state, brussels("2026-03-30 09:00"))]


def test_the_duty_to_transmit_outlives_the_trajectory():
    second = (ARRIVED.but(procedure=2), *until(NOTIFIED)[1:])
    assert "APP-04d" in overdue(*second, HANDED_IN, NOT_RETURNED)
    assert "APP-04d" not in overdue(*second, HANDED_IN, TRANSMITTED, NOT_RETURNED)
    assert "APP-04d" not in overdue(*BROUGHT, NOT_RETURNED), "as under the first procedure"


@pytest.mark.parametrize(("on", "row"), [("2026-06-11", "APP-04d"), ("2026-06-12", "APP-14")])
def test_the_row_of_the_duty_is_that_of_the_law_of_the_decision(on, row):
    history = (*notified(on), HANDED_IN.at("2026-06-15 09:00"))
    state = given(*history).when(TRANSMIT).state()
    due = [(each.rule, each.at) for each in clocks(state, brussels("2026-06-15 10:00"))]
    assert (row, brussels("2026-06-15 11:00")) in due
    assert {each for each, _ in due if each in ("APP-04d", "APP-14")} == {row}
