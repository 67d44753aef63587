"""A file may come to nothing without anybody having withdrawn or refused it."""

import pytest
from dossier import DRAFTED, IOM_OPENED, IOM_WITHDRAWN, NOTIFIED, OPEN_IOM, TAKEN, until
from examples.iom import AWAITED, ELIGIBLE, FILED, LAPSE, LAPSED, REFUSED, SIGNED, TRAVEL_BOOKED
from given import given

from domain.lifecycle import IomState, Stage
from domain.values import Function


@pytest.mark.parametrize(
    "history",
    [FILED, ELIGIBLE, SIGNED, (*SIGNED, AWAITED), TRAVEL_BOOKED],
    ids=["opened", "eligible", "signed", "waiting", "booked"],
)
def test_a_running_file_lapses(history):
    asked = given(*history).when(LAPSE, at="2026-03-20 10:00")
    asked.then(LAPSED)
    asked.then_state(stage=Stage.INFORMATION, iom__state=IomState.LAPSED, declared=False)


def test_with_a_decision_in_force_the_dossier_goes_back_to_it():
    decided = (*FILED[:2], DRAFTED, TAKEN, NOTIFIED, IOM_OPENED)
    given(*decided).when(LAPSE).then_state(stage=Stage.DECISION_NOTIFIED)


@pytest.mark.parametrize("over", [REFUSED, IOM_WITHDRAWN, LAPSED])
def test_what_is_over_does_not_lapse(over):
    given(*FILED, over).when(LAPSE).then_refused("ORD-01", "IOM-01")


def test_a_new_file_may_be_opened_afterwards():
    given(*FILED, LAPSED).when(OPEN_IOM).then_state(iom__state=IomState.OPENED)


def test_the_first_procedure_knows_no_lapse():
    given(*until(NOTIFIED), IOM_OPENED).when(LAPSE).then_refused("ORD-06")


def test_coaches_record_it():
    given(*FILED).when(LAPSE).is_for(Function.COACH, Function.ATTACHE_COACH)
