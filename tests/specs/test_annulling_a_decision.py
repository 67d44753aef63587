"""What the authority or the Council takes away is no ground for anything any more."""

from datetime import date

import pytest
from dossier import (
    ANNUL,
    ANNULLED,
    ARRIVED,
    DEPARTED,
    DRAFTED,
    EDITED,
    INFORMED,
    IOM_OPENED,
    NOTIFIED,
    PREPARED,
    TAKEN,
    until,
)
from given import given

from domain.lifecycle import RoundState, Stage
from domain.values import AnnulledBy, Function


@pytest.mark.parametrize("last", [NOTIFIED, PREPARED])
def test_without_its_decision_the_dossier_goes_back_to_information(last):
    asked = given(*until(last)).when(ANNUL)
    asked.then(ANNULLED)
    asked.then_state(stage=Stage.INFORMATION, decision_in_force=False)


@pytest.mark.parametrize("last", [DRAFTED, EDITED, TAKEN])
def test_a_draft_or_an_unnotified_decision_may_be_taken_away(last):
    asked = given(*until(last)).when(ANNUL)
    asked.then(ANNULLED)
    asked.then_state(stage=Stage.INFORMATION)


def test_it_is_kept_that_the_council_did_it():
    by_council = ANNUL.model_copy(update={"annulled_by": AnnulledBy.COUNCIL})
    given(*until(NOTIFIED)).when(by_council).then(ANNULLED.but(annulled_by=AnnulledBy.COUNCIL))


def test_a_resident_whose_return_is_with_iom_stays_there():
    given(*until(NOTIFIED), IOM_OPENED).when(ANNUL).then_state(
        stage=Stage.IOM_FILED, decision_in_force=False
    )


def test_taking_a_second_draft_away_leaves_the_decision_in_force():
    second = DRAFTED.at("2026-03-16 11:00")
    given(*until(NOTIFIED), second).when(ANNUL).then_state(
        stage=Stage.DECISION_NOTIFIED, decision_in_force=True
    )


@pytest.mark.parametrize("by", list(AnnulledBy))
def test_the_decision_in_force_may_go_after_a_second_draft_went(by):
    second = (DRAFTED.at("2026-03-16 11:00"), ANNULLED.at("2026-03-16 15:00"))
    given(*until(NOTIFIED), *second).when(ANNUL.model_copy(update={"annulled_by": by})).then_state(
        stage=Stage.INFORMATION, decision_in_force=False
    )


def test_what_the_council_annuls_is_the_notified_decision_not_the_draft_under_way():
    by_council = ANNUL.model_copy(update={"annulled_by": AnnulledBy.COUNCIL})
    second = DRAFTED.at("2026-03-16 11:00")
    asked = given(*until(NOTIFIED), second).when(by_council)
    asked.then_state(decision_in_force=False, stage=Stage.INFORMATION)
    states = [one.state for one in asked.state_after().rounds]
    assert states == [RoundState.ANNULLED, RoundState.DRAFTED]


@pytest.mark.parametrize(
    ("history", "state"),
    [((ARRIVED, INFORMED), "none"), ((*until(NOTIFIED), ANNULLED), "annulled")],
)
def test_there_must_be_something_to_take_away(history, state):
    given(*history).when(ANNUL).then_refused("DEC-03", saying=f"the decision round is {state}")


def test_no_decision_is_annulled_before_its_last_act():
    given(*until(NOTIFIED)).when(ANNUL, at="2026-03-13 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 13)
    )


def test_no_decision_is_annulled_tomorrow():
    given(*until(NOTIFIED)).when(ANNUL, at="2026-03-17 09:00", now="2026-03-16 09:00").then_refused(
        "ORD-03"
    )


def test_nothing_is_annulled_after_the_end():
    given(*until(DEPARTED)).when(ANNUL).then_refused("ORD-04")


def test_those_who_may_decide_may_annul():
    given(*until(NOTIFIED)).when(ANNUL).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )
