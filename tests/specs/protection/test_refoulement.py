"""Nobody is removed to a risk: found, or advised by the asylum commissioner (art. 74/17 §1)."""

from datetime import date

import pytest
from dossier import COACH, DEPART, DEPART_WITH_IOM, OFFICER
from examples.protection import (
    ADMITTED,
    ADVISE,
    DELEGATE,
    FIND_RISK,
    LIFT_RISK,
    NO_RISK_ADVISED,
    OFFICER_AS_DELEGATE,
    OVERRIDDEN,
    OVERRIDE,
    OVERRIDE_PROPOSED,
    PROPOSE_OVERRIDE,
    RISK_ADVISED,
    RISK_FOUND,
    RISK_LIFTED,
)
from examples.remedies import in_the_way
from given import given

from domain.decide.protection import no_refoulement_risk
from domain.events import AdviceOverridden, RefoulementRiskFound
from domain.rules import rule
from domain.values import Category, Function, sealed_fields

LATER = "2026-03-30 07:00"
ADVISED = (ADMITTED, RISK_ADVISED)
PROPOSED = (*ADVISED, OVERRIDE_PROPOSED)


def rules(*history, order=DEPART, at=LATER):
    return [name for name, _ in in_the_way(no_refoulement_risk, history, at, order)]


# -- a risk found -------------------------------------------------------------------------


@pytest.mark.parametrize("order", [DEPART, DEPART_WITH_IOM], ids=["removal", "voluntary"])
def test_a_risk_found_stops_every_departure_until_it_is_lifted(order):
    assert rules(ADMITTED, RISK_FOUND, order=order) == ["POS-01"]
    assert rules(ADMITTED, RISK_FOUND, RISK_LIFTED, order=order) == []
    again = RISK_FOUND.at("2026-03-25 09:00")
    assert rules(ADMITTED, RISK_FOUND, RISK_LIFTED, again, order=order) == ["POS-01"]


def test_no_advice_lifts_a_risk_that_was_found():
    assert rules(ADMITTED, RISK_FOUND, NO_RISK_ADVISED) == ["POS-01"]
    assert rules(ADMITTED, RISK_FOUND, RISK_ADVISED) == ["POS-01", "POS-02"]


def test_nobody_sets_either_aside_as_an_exception():
    assert not rule("POS-01").overridable
    assert not rule("POS-02").overridable


def test_it_is_found_and_lifted_once():
    given(ADMITTED).when(FIND_RISK).then(RISK_FOUND)
    given(ADMITTED, RISK_FOUND).when(FIND_RISK).then_refused("PRO-05")
    given(ADMITTED, RISK_FOUND).when(LIFT_RISK).then(RISK_LIFTED)
    given(ADMITTED).when(LIFT_RISK).then_refused("PRO-05", saying="no risk of refoulement stands")
    given(ADMITTED, RISK_FOUND, RISK_LIFTED).when(LIFT_RISK).then_refused("PRO-05")
    given(ADMITTED, RISK_FOUND).when(LIFT_RISK, at="2026-03-09 08:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 9)
    )


# -- the advice ---------------------------------------------------------------------------


def test_an_advice_of_a_risk_stops_every_departure():
    assert rules(*ADVISED) == ["POS-02"]
    assert rules(*ADVISED, order=DEPART_WITH_IOM) == ["POS-02"]
    assert rules(ADMITTED, NO_RISK_ADVISED) == []


def test_the_last_advice_counts():
    assert rules(*ADVISED, NO_RISK_ADVISED.at("2026-03-20 09:00")) == []
    assert rules(ADMITTED, NO_RISK_ADVISED, RISK_ADVISED.at("2026-03-20 09:00")) == ["POS-02"]


def test_a_proposal_lifts_nothing_and_the_decision_does():
    assert rules(*PROPOSED) == ["POS-02"]
    assert rules(*PROPOSED, OVERRIDDEN) == []


def test_a_new_advice_of_a_risk_stands_again():
    assert rules(*PROPOSED, OVERRIDDEN, RISK_ADVISED.at("2026-03-20 09:00")) == ["POS-02"]


def test_it_is_advised_proposed_and_decided():
    given(ADMITTED).when(ADVISE).then(RISK_ADVISED)
    given(*ADVISED).when(PROPOSE_OVERRIDE).then(OVERRIDE_PROPOSED)
    given(*PROPOSED).when(OVERRIDE, by=DELEGATE).then(OVERRIDDEN)


def test_nobody_decides_what_nobody_proposed():
    given(*ADVISED).when(OVERRIDE, by=DELEGATE).then_refused("POS-02", saying="nobody proposed")


@pytest.mark.parametrize(
    "history",
    [(ADMITTED,), (ADMITTED, NO_RISK_ADVISED), (*PROPOSED, OVERRIDDEN)],
    ids=["none", "no risk", "set aside"],
)
@pytest.mark.parametrize("order", [PROPOSE_OVERRIDE, OVERRIDE], ids=["propose", "override"])
def test_only_an_advice_of_a_risk_is_set_aside(history, order):
    given(*history).when(order).then_refused("PRO-05", saying="no advice")


def test_who_proposed_does_not_decide_under_whatever_account():
    given(*PROPOSED).when(OVERRIDE, by=OFFICER_AS_DELEGATE).then_refused(
        "SEP-01", saying="P-008 proposed this as e.claes", exit_code=4
    )


def test_nor_does_one_of_several_who_proposed():
    second = OVERRIDE_PROPOSED.by(DELEGATE).at("2026-03-11 15:00")
    given(*PROPOSED, second).when(OVERRIDE, by=DELEGATE).then_refused("SEP-01", exit_code=4)


def test_a_proposal_for_an_older_advice_does_not_do_for_a_newer_one():
    newer = RISK_ADVISED.at("2026-03-20 09:00")
    given(*PROPOSED, newer).when(OVERRIDE, by=DELEGATE).then_refused("POS-02")


def test_not_before_it_was_proposed():
    given(*PROPOSED).when(OVERRIDE, by=DELEGATE, at="2026-03-11 08:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 11)
    )


# -- who ----------------------------------------------------------------------------------

OFFICERS = (
    Function.MIGRATION_OFFICER,
    Function.REMOVAL_DIRECTOR,
    Function.MINISTER_DELEGATE,
    Function.MINISTER,
)


def test_the_minister_or_the_delegate_sets_an_advice_aside():
    given(*ADVISED, OVERRIDE_PROPOSED.by(OFFICER)).when(OVERRIDE).is_for(
        Function.MINISTER, Function.MINISTER_DELEGATE
    )


def test_coaches_find_a_risk_and_officers_lift_it():
    given(ADMITTED).when(FIND_RISK, by=COACH).then(RISK_FOUND)
    given(ADMITTED).when(FIND_RISK).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR, *OFFICERS
    )
    given(ADMITTED, RISK_FOUND).when(LIFT_RISK).is_for(*OFFICERS)


def test_officers_and_the_attache_record_the_advice():
    given(ADMITTED).when(ADVISE).is_for(Function.ATTACHE_COACH, *OFFICERS)
    given(*ADVISED).when(PROPOSE_OVERRIDE).is_for(
        Function.ATTACHE_COACH, Function.MIGRATION_ASSISTANT, *OFFICERS
    )


@pytest.mark.parametrize("event", [RefoulementRiskFound, AdviceOverridden])
def test_what_is_said_of_it_is_sealed_as_asylum(event):
    assert set(sealed_fields(event).values()) == {Category.ASYLUM}
