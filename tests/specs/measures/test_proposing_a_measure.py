"""A measure is put forward with motives of this resident's own, and gets a number."""

import pytest
from dossier import ARRIVED, ATTACHE
from examples.health import ADMITTED, TAKEN_IN
from examples.measures import DECIDE, ENDED, ISOLATED, PROPOSE, PROPOSED
from given import given, known_as

from domain import events as e
from domain.lifecycle import MeasureState
from domain.rules import code_list
from domain.values import Function


def test_the_first_measure_is_number_one():
    asked = given(ADMITTED, TAKEN_IN).when(PROPOSE, by=ATTACHE, at="2026-03-10 09:30")
    asked.then(PROPOSED)
    [measure] = asked.state_after().measures.every
    assert (measure.number, measure.kind, measure.state) == (1, "isolation", MeasureState.PROPOSED)


def test_a_number_is_never_given_twice():
    asked = given(ADMITTED, TAKEN_IN, PROPOSED, ISOLATED, ENDED).when(PROPOSE)
    assert [known_as(e.MeasureProposed, event).number for event in asked.events()] == [2]


def test_a_proposal_recorded_late_changes_no_number_given_before():
    asked = given(ADMITTED, TAKEN_IN, PROPOSED).when(
        PROPOSE, at="2026-03-09 09:30", now="2026-03-10 10:00"
    )
    assert sorted(one.number for one in asked.state_after().measures.every) == [1, 2]
    assert known_as(e.MeasureProposed, asked.events()[0]).number == 2


def test_a_proposal_isolates_nobody():
    given(ADMITTED, TAKEN_IN).when(PROPOSE).then_state(measures__isolated=False)


@pytest.mark.parametrize("kind", list(code_list("measures.kind")))
def test_every_kind_of_the_list_may_be_proposed(kind):
    given(ADMITTED).when(PROPOSE.model_copy(update={"kind": kind})).events()


def test_a_kind_of_one_s_own_is_refused():
    own = PROPOSE.model_copy(update={"kind": "cold-shower"})
    given(ADMITTED).when(own).then_refused("COD-01")


def test_another_ground_needs_words():
    given(ADMITTED).when(PROPOSE.model_copy(update={"ground": "other"})).then_refused("COD-02")


def test_this_is_for_coaches_and_the_director():
    given(ADMITTED).when(PROPOSE).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR
    )


def test_the_first_version_of_the_procedure_knows_of_no_measures():
    given(ARRIVED).when(PROPOSE).then_refused("ORD-06")
    given(ARRIVED).when(DECIDE).then_refused("ORD-06", "NUM-01")
