"""Rights, duties and options are explained before anything else can be decided."""

from datetime import date

import pytest
from dossier import ARRIVED, DEPARTED, INFORM, INFORMED, NOTIFIED, until
from given import given

from domain.lifecycle import Stage
from domain.values import Acknowledgement, Function, InformationKind

BROCHURE_ONLY = (InformationKind.BROCHURE,)
THE_OTHER_SIX = tuple(kind for kind in InformationKind if kind is not InformationKind.BROCHURE)


def told(kinds):
    return INFORM.model_copy(update={"kinds": kinds})


def test_the_seven_kinds_make_a_resident_informed():
    asked = given(ARRIVED).when(INFORM)
    asked.then(INFORMED)
    asked.then_state(stage=Stage.INFORMATION, information_complete=True, language="fa")


def test_the_brochure_alone_does_not():
    asked = given(ARRIVED).when(told(BROCHURE_ONLY))
    asked.then(INFORMED.but(kinds=BROCHURE_ONLY))
    asked.then_state(stage=Stage.ARRIVAL, informed=frozenset(BROCHURE_ONLY))


def test_the_kinds_may_be_given_on_different_days():
    given(ARRIVED, INFORMED.but(kinds=BROCHURE_ONLY)).when(
        told(THE_OTHER_SIX), at="2026-03-06 10:00"
    ).then_state(stage=Stage.INFORMATION)


def test_it_may_be_repeated_at_any_time_and_moves_nothing_back():
    given(*until(NOTIFIED)).when(INFORM).then_state(stage=Stage.DECISION_NOTIFIED)


@pytest.mark.parametrize("answer", list(Acknowledgement))
def test_what_the_resident_did_with_the_paper_is_a_fact_like_another(answer):
    asked = given(ARRIVED).when(INFORM.model_copy(update={"acknowledgement": answer}))
    asked.then(INFORMED.but(acknowledgement=answer))
    asked.then_state(stage=Stage.INFORMATION)


def test_nobody_is_informed_before_arriving():
    given(ARRIVED).when(INFORM, at="2026-03-02 10:14").then_refused(
        "ORD-02", saying="2026-03-02 10:14 is before 2026-03-02 10:15", passes_on=date(2026, 3, 2)
    )


def test_nobody_is_informed_in_the_future():
    given(ARRIVED).when(INFORM, at="2026-03-04 09:00", now="2026-03-03 18:00").then_refused(
        "ORD-03", passes_on=date(2026, 3, 4)
    )


def test_a_trajectory_that_has_ended_takes_no_more_information():
    given(*until(DEPARTED)).when(INFORM).then_refused("ORD-04", saying="ended (departed)")


def test_informing_is_for_coaches():
    given(ARRIVED).when(INFORM).is_for(Function.COACH, Function.ATTACHE_COACH)
