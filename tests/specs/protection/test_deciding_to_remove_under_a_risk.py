"""Nobody decides to remove while a risk of refoulement, or an advice of one, stands."""

import pytest
from dossier import EDITED
from examples.decision import BANNED, READY, TAKE_WEIGHED
from examples.protection import (
    NO_RISK_ADVISED,
    OVERRIDDEN,
    OVERRIDE_PROPOSED,
    RISK_ADVISED,
    RISK_FOUND,
    RISK_LIFTED,
)
from given import given

AT = "2026-03-23 10:05"
SET_ASIDE = (OVERRIDE_PROPOSED, OVERRIDDEN)


def taking(*history, at=AT):
    return given(*READY, *history).when(TAKE_WEIGHED, at=at)


@pytest.mark.parametrize(
    ("known", "rules"),
    [
        ((RISK_ADVISED,), {"POS-02"}),
        ((RISK_ADVISED, OVERRIDE_PROPOSED), {"POS-02"}),
        ((RISK_FOUND,), {"POS-01"}),
        ((RISK_FOUND, RISK_ADVISED), {"POS-01", "POS-02"}),
    ],
)
def test_not_while_it_stands(known, rules):
    taking(*known).then_refused(*rules)


@pytest.mark.parametrize(
    "known",
    [
        (),
        (NO_RISK_ADVISED,),
        (RISK_ADVISED, *SET_ASIDE),
        (RISK_ADVISED, NO_RISK_ADVISED.at("2026-03-11 09:00")),
        (RISK_FOUND, RISK_LIFTED),
    ],
)
def test_once_it_is_lifted_or_set_aside_with_reasons(known):
    taking(*known).events()


@pytest.mark.parametrize(
    "kind", ["family-return-decision", "refoulement", "dublin-transfer", "other"]
)
def test_whatever_kind_of_decision_removes(kind):
    removing = EDITED.but(kind=kind)
    assert "POS-02" in taking(removing, RISK_ADVISED).rules_in_the_way()


def test_a_decision_that_removes_nobody_may_be_taken():
    asked = given(*READY[:-1], BANNED, RISK_ADVISED).when(TAKE_WEIGHED, at=AT)
    asked.events()


def test_nor_as_of_before_it_was_lifted():
    history = (*READY, RISK_ADVISED, *SET_ASIDE)
    given(*history).when(TAKE_WEIGHED, at="2026-03-12 08:59").then_refused("ORD-02")
    given(*history).when(TAKE_WEIGHED, at="2026-03-12 09:00").events()
