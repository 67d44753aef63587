"""Preventive and less coercive measures: prepared by one person, imposed by another."""

import pytest
from dossier import ASSISTANT, INFORMED, OFFICER, SECOND_OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    BREACH,
    BREACHED,
    IMPOSE,
    LIFT,
    LIFTED,
    OFFICER_AS_ASSISTANT,
    PROPOSE_RESTRICTION,
    RESTRICTED,
    RESTRICTION_PROPOSED,
)
from given import Act, brussels, given

from domain import events as e
from domain.lifecycle import RestrictionState
from domain.values import Acknowledgement, Function, Means

F, R = Function, RestrictionState
PROPOSED = (ADMITTED, RESTRICTION_PROPOSED)
IMPOSED = (*PROPOSED, RESTRICTED)
PREVENTIVE = PROPOSE_RESTRICTION.model_copy(update={"basis": "preventive"})


def _act(event, who, when):
    return Act(event, who, brussels(when))


NOTIFIED = (
    ADMITTED,
    INFORMED,
    _act(e.DecisionDrafted(form="13", kind="order-to-leave"), ASSISTANT, "2026-03-04 09:00"),
    _act(e.DecisionTaken(form="13"), OFFICER, "2026-03-05 09:00"),
    _act(
        e.DecisionNotified(
            means=Means.BY_HAND,
            language="fa",
            remedies_stated=True,
            acknowledgement=Acknowledgement.SIGNED,
        ),
        OFFICER,
        "2026-03-06 09:00",
    ),
)


def test_a_restriction_is_proposed_then_imposed():
    given(ADMITTED).when(PROPOSE_RESTRICTION).then(RESTRICTION_PROPOSED)
    asked = given(*PROPOSED).when(IMPOSE, by=OFFICER)
    asked.then(RESTRICTED)
    [restriction] = asked.state_after().custody.restrictions
    assert (restriction.number, restriction.state) == (1, R.IMPOSED)


@pytest.mark.parametrize("preparer", [OFFICER, OFFICER_AS_ASSISTANT])
def test_who_prepared_it_does_not_impose_it(preparer):
    given(ADMITTED, RESTRICTION_PROPOSED.by(preparer)).when(IMPOSE, by=OFFICER).then_refused(
        "SEP-01", exit_code=4
    )
    given(ADMITTED, RESTRICTION_PROPOSED.by(preparer)).when(IMPOSE, by=SECOND_OFFICER).events()


def test_nothing_is_imposed_that_was_not_proposed():
    given(ADMITTED).when(IMPOSE, by=OFFICER).then_refused("CUS-01")
    given(*IMPOSED).when(IMPOSE, by=SECOND_OFFICER).then_refused("CUS-01")


@pytest.mark.parametrize("command", [BREACH, LIFT])
def test_what_was_not_imposed_is_not_breached_and_what_was_lifted_not_lifted(command):
    given(*IMPOSED).when(command).events()
    given(*IMPOSED, LIFTED).when(command).then_refused("CUS-02")
    given(ADMITTED).when(command).then_refused("CUS-02", saying="restriction - is none")


def test_a_proposal_is_lifted_too_and_never_breached():
    given(*PROPOSED).when(LIFT).events()
    given(*PROPOSED).when(BREACH).then_refused("CUS-02")


def test_what_was_breached_is_breached_again_or_lifted():
    for command in (BREACH, LIFT):
        given(*IMPOSED, BREACHED).when(command).events()


def test_a_number_says_which_restriction_is_meant():
    second = RESTRICTION_PROPOSED.at("2026-03-03 09:00").but(kind="assigned-residence")
    history = (*IMPOSED, second, RESTRICTED.at("2026-03-03 14:00"))
    asked = given(*history).when(LIFT.model_copy(update={"number": 1}))
    states = [each.state for each in asked.state_after().custody.restrictions]
    assert states == [R.LIFTED, R.IMPOSED]
    latest = given(*history).when(LIFT)
    states = [each.state for each in latest.state_after().custody.restrictions]
    assert states == [R.IMPOSED, R.LIFTED]
    given(*history).when(LIFT.model_copy(update={"number": 3})).then_refused("CUS-02")


def test_no_restriction_is_imposed_before_it_was_proposed():
    given(*PROPOSED).when(IMPOSE, by=OFFICER, at="2026-03-02 10:30").then_refused("ORD-02")


def test_who_may():
    given(ADMITTED).when(PROPOSE_RESTRICTION).is_for(F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER)
    deciders = (F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER)
    given(*PROPOSED).when(IMPOSE).is_for(*deciders)
    given(*IMPOSED).when(LIFT).is_for(*deciders)


# -- with the departure period ------------------------------------------------------------


def test_a_preventive_measure_needs_a_decision_that_leaves_a_period():
    given(ADMITTED).when(PREVENTIVE).then_refused("EXE-01", saying="no departure period runs")


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-04-04 09:00", 1), ("2026-04-05 23:00", 1), ("2026-04-06 00:30", 0)]
)
def test_a_preventive_measure_is_for_the_departure_period(at, passes):
    asked = given(*NOTIFIED).when(PREVENTIVE, at=at)
    asked.events() if passes else asked.then_refused("EXE-01", saying="ended on 2026-04-05")


def test_at_its_imposition_the_period_runs_still():
    proposed = RESTRICTION_PROPOSED.at("2026-04-03 10:00").but(basis="preventive")
    history = (*NOTIFIED, proposed)
    given(*history).when(IMPOSE, by=OFFICER, at="2026-04-05 12:00").events()
    given(*history).when(IMPOSE, by=OFFICER, at="2026-04-06 12:00").then_refused("EXE-01")


def test_no_preventive_measure_is_older_than_the_notification():
    given(*NOTIFIED).when(PREVENTIVE, at="2026-03-06 08:00").then_refused("ORD-02")
