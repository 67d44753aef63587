"""Only a doctor finds that a resident cannot travel; nobody overrules it here."""

from datetime import date

import pytest
from dossier import ARRIVED, DEPARTED, FIT, PREPARED, REFUSE_FIT, UNFIT, until
from given import given

from domain.lifecycle import Fitness, Stage
from domain.values import Function


@pytest.mark.parametrize("history", [(ARRIVED,), until(PREPARED), until(FIT)])
def test_the_doctor_may_say_so_at_any_time(history):
    asked = given(*history).when(REFUSE_FIT)
    asked.then(UNFIT)
    asked.then_state(examination__result=Fitness.UNFIT)


def test_the_dossier_stays_where_it_stands():
    given(*until(FIT)).when(REFUSE_FIT).then_state(stage=Stage.REMOVAL_PREPARED)


def test_nobody_is_examined_before_arriving():
    given(ARRIVED).when(REFUSE_FIT, at="2026-03-02 08:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 2)
    )


def test_nobody_is_examined_tomorrow():
    given(ARRIVED).when(REFUSE_FIT, at="2026-03-04 08:00", now="2026-03-03 08:00").then_refused(
        "ORD-03"
    )


def test_nobody_is_examined_after_the_end():
    given(*until(DEPARTED)).when(REFUSE_FIT).then_refused("ORD-04")


def test_this_is_for_doctors_and_for_no_one_else():
    given(*until(PREPARED)).when(REFUSE_FIT).is_for(Function.DOCTOR)
