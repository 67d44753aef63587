"""Only a doctor certifies that a resident can travel."""

from datetime import date

import pytest
from dossier import ARRIVED, CERTIFY_FIT, DEPARTED, FIT, PREPARED, UNFIT, until
from given import brussels, given

from domain.lifecycle import Fitness, Stage
from domain.values import Function


def test_the_doctor_s_finding_is_kept_with_its_moment():
    asked = given(*until(PREPARED)).when(CERTIFY_FIT, at="2026-03-25 08:30")
    asked.then(FIT)
    asked.then_state(
        stage=Stage.REMOVAL_PREPARED,
        examination__result=Fitness.FIT,
        examination__at=brussels("2026-03-25 08:30"),
    )


@pytest.mark.parametrize("before", [FIT, UNFIT])
def test_the_last_finding_counts(before):
    given(*until(PREPARED), before).when(CERTIFY_FIT).then_state(examination__result=Fitness.FIT)


def test_an_older_finding_recorded_late_does_not_replace_a_newer_one():
    asked = given(*until(PREPARED), UNFIT).when(
        CERTIFY_FIT, at="2026-03-24 18:00", now="2026-03-25 09:00"
    )
    asked.then(FIT)
    asked.then_state(examination__result=Fitness.UNFIT)


def test_nobody_is_examined_before_arriving():
    given(ARRIVED).when(CERTIFY_FIT, at="2026-03-02 08:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 2)
    )


def test_nobody_is_examined_tomorrow():
    given(ARRIVED).when(CERTIFY_FIT, at="2026-03-04 08:00", now="2026-03-03 08:00").then_refused(
        "ORD-03"
    )


def test_nobody_is_examined_after_the_end():
    given(*until(DEPARTED)).when(CERTIFY_FIT).then_refused("ORD-04")


def test_this_is_for_doctors_and_for_no_one_else():
    given(*until(PREPARED)).when(CERTIFY_FIT).is_for(Function.DOCTOR)
