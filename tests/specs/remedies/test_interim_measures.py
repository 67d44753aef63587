"""An interim measure of a court or a committee stops every departure until it is lifted."""

from datetime import date

import pytest
from dossier import DEPART, DEPART_WITH_IOM
from examples.remedies import ADMITTED, LIFT, LIFTED, ORDER, ORDERED, in_the_way
from given import given

from domain.decide.remedies import no_interim_measure
from domain.rules import rule
from domain.values import Function

AFTER = "2026-03-30 07:00"
SECOND = ORDERED.at("2026-03-25 10:00").but(reference="ECHR-13001/26")


@pytest.mark.parametrize("order", [DEPART, DEPART_WITH_IOM], ids=["removal", "voluntary"])
@pytest.mark.parametrize("body", ["ecthr-rule-39", "council-suspension", "un-committee"])
def test_it_stops_every_departure(body, order):
    history = (ADMITTED, ORDERED.but(body=body))
    assert in_the_way(no_interim_measure, history, AFTER, order) == [("ECH-01", None)]
    lifted = (*history, LIFTED.but(body=body))
    assert in_the_way(no_interim_measure, lifted, "2026-04-14 11:00", order) == []


def test_each_of_several_is_told():
    found = in_the_way(no_interim_measure, (ADMITTED, ORDERED, SECOND), AFTER)
    assert found == [("ECH-01", None)] * 2
    lifted = (ADMITTED, ORDERED, SECOND, LIFTED)
    assert len(in_the_way(no_interim_measure, lifted, "2026-04-15 07:00")) == 1


def test_nobody_sets_it_aside():
    assert not rule("ECH-01").overridable


def test_it_is_ordered_and_lifted():
    given(ADMITTED).when(ORDER).then(ORDERED)
    given(ADMITTED, ORDERED).when(LIFT).then(LIFTED)


def test_it_is_recorded_late_with_the_moment_of_the_order():
    late = given(ADMITTED, LIFTED.but(reference="ECHR-1/26").at("2026-04-01 10:00"))
    asked = late.when(ORDER, at="2026-03-24 18:30", now="2026-04-02 09:00")
    assert asked.state_after().interim[0].began == ORDERED.when


def test_the_same_is_recorded_once():
    given(ADMITTED, ORDERED).when(ORDER).then_refused("REM-01", saying="on record already")
    given(ADMITTED, ORDERED, LIFTED).when(ORDER).then(ORDERED)


def test_what_is_lifted_was_ordered():
    given(ADMITTED).when(LIFT).then_refused("REM-01", saying="no such interim measure stands")
    other = LIFT.model_copy(update={"body": "un-committee"})
    given(ADMITTED, ORDERED).when(other).then_refused("REM-01")
    given(ADMITTED, ORDERED).when(LIFT, at="2026-03-24 18:29").then_refused(
        "ORD-02", passes_on=date(2026, 3, 24)
    )


def test_of_several_a_number_says_which():
    unnamed = LIFT.model_copy(update={"reference": None})
    given(ADMITTED, ORDERED, SECOND).when(unnamed).then_refused(
        "REM-01", saying="several interim measures stand (ECHR-12873/26, ECHR-13001/26): say which"
    )
    given(ADMITTED, ORDERED, SECOND).when(LIFT).then(LIFTED)


def test_another_body_needs_words():
    other = ORDER.model_copy(update={"body": "other"})
    given(ADMITTED).when(other).then_refused("COD-02")


def test_whoever_hears_of_it_records_it_and_officers_or_the_director_its_end():
    given(ADMITTED).when(ORDER).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )
    given(ADMITTED, ORDERED).when(LIFT).is_for(
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )
