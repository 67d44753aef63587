"""What a return costs is kept in cents, bill by bill, and can be added up."""

import pytest
from dossier import ARRIVED, CLOSED, NUMBER
from examples.costs import RECORD, TICKET
from examples.ending import HERE, ended
from examples.iom import LEFT, TRAVEL_BOOKED
from given import given
from pydantic import ValidationError

from domain import commands as c
from domain.rules import code_list
from domain.values import Function, Sealed


def test_a_cost_is_kept_with_its_kind_and_number():
    asked = given(*HERE).when(RECORD, at="2026-03-24 15:00")
    asked.then(TICKET)
    [cost] = asked.state_after().costs
    assert cost == ("ticket", 48_250, "FAC-2026-0733")


def test_costs_add_up_in_cents():
    escort = c.RecordCost(dossier=NUMBER, kind="escort", cents=120_099)
    state = given(*HERE, TICKET).when(escort).state_after()
    assert sum(cost.cents for cost in state.costs) == 168_349


@pytest.mark.parametrize(
    "history",
    [HERE, (*TRAVEL_BOOKED, LEFT), (*HERE, ended("deceased"))],
    ids=["running", "departed", "not returned"],
)
def test_bills_come_before_the_end_and_after_it(history):
    given(*history).when(RECORD).events()


def test_a_closed_dossier_takes_no_more_bills():
    given(*HERE, ended("deceased"), CLOSED).when(RECORD).then_refused("ORD-04")


def test_a_bill_is_counted_once():
    given(*HERE, TICKET).when(RECORD).then_refused(
        "CST-01", saying="ticket FAC-2026-0733 is already on record"
    )


def test_the_same_number_may_be_of_another_kind():
    given(*HERE, TICKET).when(RECORD.model_copy(update={"kind": "document"})).events()


def test_two_costs_without_a_number_are_two():
    unnumbered = RECORD.model_copy(update={"reference": None})
    given(*HERE, TICKET.but(reference=None)).when(unnumbered).events()


def test_the_kinds_are_a_list():
    assert {"ticket", "escort", "medical", "document", "other"} <= set(code_list("costs.kind"))
    strange = RECORD.model_copy(update={"kind": "flowers"})
    given(*HERE).when(strange).then_refused("COD-01")


def test_another_kind_needs_words():
    other = RECORD.model_copy(update={"kind": "other"})
    given(*HERE).when(other).then_refused("COD-02")
    given(*HERE).when(other.model_copy(update={"remark": Sealed.of("a suitcase")})).events()


@pytest.mark.parametrize(("cents", "fits"), [(-1, False), (0, False), (1, True), (10**8, True)])
def test_a_cost_is_at_least_a_cent(cents, fits):
    if fits:
        assert c.RecordCost(dossier=NUMBER, kind="ticket", cents=cents).cents == cents
    else:
        with pytest.raises(ValidationError):
            c.RecordCost(dossier=NUMBER, kind="ticket", cents=cents)


def test_the_first_procedure_kept_no_costs():
    given(ARRIVED).when(RECORD).then_refused("ORD-06")


def test_who_prepares_and_the_director_record_it():
    given(*HERE).when(RECORD).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_ASSISTANT,
        Function.MIGRATION_OFFICER,
    )
