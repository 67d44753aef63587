"""The small tables of custody say no other order than the guards enforce."""

import pytest
from dossier import DIRECTOR, INFORMED, OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    APPEAL,
    APPEALED,
    ASKED,
    ESTABLISH,
    FIND,
    FOUND,
    GONE,
    HELD,
    ISSUE,
    MINISTER,
    PRESUME,
    PRESUMED,
    PROLONGATION_PROPOSED,
    PROPOSE_PROLONGATION,
    PROPOSED,
    RELEASE,
    RELEASE_ORDERED,
    RELEASED,
    RULE,
    SEIZE,
    STEPPED,
)
from given import Given, given

from domain.decide import Refused
from domain.lifecycle import follows
from domain.lifecycle.custody import (
    ABSCONDING,
    CHAMBER,
    TITLE,
    AbscondingState,
    ChamberState,
    TitleState,
)

TITLES = {
    None: (ADMITTED.but(centre="XYZ"),),  # nobody is held there
    TitleState.PROPOSED: (ADMITTED.but(centre="XYZ"), PROPOSED),
    TitleState.RUNNING: (*HELD, STEPPED),
    TitleState.OVER: (*HELD, RELEASED),
}
CASES = {
    None: HELD,
    ChamberState.SEIZED: (*HELD, ASKED),
    ChamberState.RULED: (*HELD, ASKED, RELEASE_ORDERED),
    ChamberState.APPEALED: (*HELD, ASKED, RELEASE_ORDERED, APPEALED),
}
ABSENCES = {
    None: (*HELD, INFORMED),
    AbscondingState.PRESUMED: (*HELD, INFORMED, PRESUMED),
    AbscondingState.ESTABLISHED: (*HELD, INFORMED, PRESUMED, GONE),
    AbscondingState.FOUND: (*HELD, INFORMED, PRESUMED, GONE, FOUND),
}
ORDER = {"CUS-01", "CUS-02", "CUS-03"}


def out_of_order(asked: Given):
    try:
        asked.events()
    except Refused as refused:
        return bool(ORDER & {failing.rule for failing in refused.failures})
    return False


@pytest.mark.parametrize("state", TITLES)
@pytest.mark.parametrize("order", [ISSUE, PROPOSE_PROLONGATION, RELEASE])
def test_a_title_goes_the_way_of_its_table(state, order):
    asked = given(*TITLES[state]).when(order, by=OFFICER)
    assert out_of_order(asked) is not follows(TITLE, state, type(order).__name__)[0]


@pytest.mark.parametrize("state", CASES)
@pytest.mark.parametrize("order", [SEIZE, RULE, APPEAL])
def test_a_request_to_the_chamber_goes_the_way_of_its_table(state, order):
    if order is RULE and state is ChamberState.APPEALED:
        order = RULE.model_copy(update={"court": "indictment-chamber"})
    asked = given(*CASES[state]).when(order)
    assert out_of_order(asked) is not follows(CHAMBER, state, type(order).__name__)[0]


@pytest.mark.parametrize("state", ABSENCES)
@pytest.mark.parametrize("order", [PRESUME, ESTABLISH, FIND])
def test_an_absence_goes_the_way_of_its_table(state, order):
    asked = given(*ABSENCES[state]).when(order, by=DIRECTOR, at="2026-03-26 09:00")
    assert out_of_order(asked) is not follows(ABSCONDING, state, type(order).__name__)[0]


def custody(history):
    state = given(*history).when(RELEASE, by=MINISTER).state()
    assert state is not None
    return state.custody


def test_a_state_of_the_table_is_that_of_the_dossier():
    assert [custody(TITLES[each]).titles[-1].state for each in TitleState] == list(TitleState)
    assert [custody(CASES[each]).cases[-1].state for each in ChamberState] == list(ChamberState)
    found = [custody(ABSENCES[each]).absconding.state for each in AbscondingState]
    assert found == list(AbscondingState)


def test_a_prolongation_proposed_leaves_the_title_running():
    assert custody((*HELD, STEPPED, PROLONGATION_PROPOSED)).title.state is TitleState.RUNNING
