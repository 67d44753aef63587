"""IOM or Fedasil may refuse assisted return, for a reason on the list; the file is over."""

import pytest
from dossier import DRAFTED, IOM_OPENED, NOTIFIED, OPEN_IOM, TAKEN, until
from examples.iom import ELIGIBLE, FILED, REFUSE, REFUSED, SIGNED
from given import given

from domain.lifecycle import IomState, Stage
from domain.rules import code_list
from domain.values import Function, Sealed


@pytest.mark.parametrize("history", [FILED, ELIGIBLE], ids=["opened", "eligible"])
def test_a_file_is_refused_before_the_declaration(history):
    asked = given(*history).when(REFUSE, at="2026-03-17 11:00")
    asked.then(REFUSED)
    asked.then_state(stage=Stage.INFORMATION, iom__state=IomState.REFUSED, iom_file_open=False)


def test_with_a_decision_in_force_the_dossier_goes_back_to_it():
    decided = (*FILED[:2], DRAFTED, TAKEN, NOTIFIED, IOM_OPENED)
    given(*decided).when(REFUSE).then_state(stage=Stage.DECISION_NOTIFIED)


def test_what_is_signed_is_no_longer_refused():
    given(*SIGNED).when(REFUSE).then_refused(
        "IOM-01", saying="the IOM file is declaration-signed; this needs opened, eligible"
    )


def test_the_reason_is_on_the_list():
    strange = REFUSE.model_copy(update={"reason": "too-late"})
    given(*FILED).when(strange).then_refused("COD-01", saying="five-year-rule, nationality")


def test_another_reason_needs_words():
    other = REFUSE.model_copy(update={"reason": "other"})
    given(*FILED).when(other).then_refused("COD-02")
    given(*FILED).when(other.model_copy(update={"remark": Sealed.of("see letter")})).events()


def test_the_list_holds_the_rules_of_the_programme():
    assert {"five-year-rule", "nationality", "belgian", "abuse"} <= set(code_list("iom.refused"))


def test_a_new_file_may_be_opened_after_a_refusal():
    asked = given(*FILED, REFUSED).when(OPEN_IOM)
    asked.then_state(stage=Stage.IOM_FILED, iom__state=IomState.OPENED)


def test_nothing_is_refused_before_the_file_was_opened():
    given(*FILED).when(REFUSE, at="2026-03-16 09:00").then_refused("ORD-02")


def test_the_first_procedure_knows_no_refusal():
    under_the_first = (*until(NOTIFIED), IOM_OPENED)
    given(*under_the_first).when(REFUSE).then_refused("ORD-06")


def test_coaches_record_it():
    given(*FILED).when(REFUSE).is_for(Function.COACH, Function.ATTACHE_COACH)
