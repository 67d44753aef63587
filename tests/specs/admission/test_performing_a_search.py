"""A resident is searched on the listed occasions, by an agent of the same sex."""

import pytest
from examples.admission import ADMITTED, SEARCH, SEARCHED
from given import given, known_as

from domain import events as e
from domain.rules import code_list
from domain.values import Function, Sealed, Sex


def asked_by(agent, asked=None):
    return SEARCH.model_copy(update={"agent_sex": agent, "agent_asked": asked})


def resident(sex):
    return ADMITTED.but(sex=sex)


def test_an_agent_of_the_same_sex_searches():
    given(ADMITTED).when(SEARCH).then(SEARCHED)
    given(resident(Sex.M)).when(asked_by(Sex.M)).then(SEARCHED.but(agent_sex=Sex.M))


@pytest.mark.parametrize(("theirs", "agent"), [("F", "M"), ("M", "F"), ("F", "X"), ("M", "X")])
def test_an_agent_of_another_sex_does_not(theirs, agent):
    given(resident(Sex(theirs))).when(asked_by(Sex(agent))).then_refused(
        "ADM-02", saying=f"the agent is recorded as {agent}, the resident as {theirs}"
    )


def test_whom_the_resident_asked_for_does_not_replace_the_same_sex():
    given(ADMITTED).when(asked_by(Sex.M, Sex.M)).then_refused("ADM-02")


def test_an_agent_of_whom_nothing_is_said_does_not_search():
    given(ADMITTED).when(asked_by(None)).then_refused("ADM-02", saying="is not said")


@pytest.mark.parametrize("theirs", [Sex.X, None])
def test_where_the_sex_on_record_does_not_say_it_the_resident_does(theirs):
    told = given(resident(theirs))
    told.when(asked_by(Sex.F)).then_refused("ADM-02", saying="say which agent")
    told.when(asked_by(Sex.F, Sex.M)).then_refused("ADM-02", saying="asked for an agent")
    told.when(asked_by(Sex.F, Sex.F)).then(SEARCHED.but(agent_asked=Sex.F))


@pytest.mark.parametrize("occasion", code_list("admission.search-occasion"))
def test_every_listed_occasion_passes_and_another_one_needs_words(occasion):
    order = SEARCH.model_copy(update={"occasion": occasion})
    if occasion == "other":
        given(ADMITTED).when(order).then_refused("COD-02", saying="occasion: other")
        order = order.model_copy(update={"remark": Sealed.of("metal seen at the fence")})
    [found] = given(ADMITTED).when(order).events()
    assert known_as(e.SearchPerformed, found).occasion == occasion


def test_security_searches():
    given(ADMITTED).when(SEARCH).is_for(Function.SECURITY)
