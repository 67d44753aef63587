"""A release by the Office and a residence are proposed by one person and decided by another."""

import pytest
from dossier import ARRIVED, ATTACHE, COACH, DIRECTOR, OFFICER, REOPENED
from examples.custody import TO_HOSPITAL, TO_PRISON
from examples.ending import (
    ATTACHE_AS_OFFICER,
    FREE,
    HERE,
    PROPOSE,
    PROPOSED,
    end,
    ended,
    proposed,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Function

BY_TWO = ["released-by-office", "deceased"]


def test_it_is_proposed():
    asked = given(*HERE).when(PROPOSE, by=ATTACHE, at="2026-03-25 10:00")
    asked.then(PROPOSED)
    asked.then_state(stage=Stage.INFORMATION)
    [proposal] = asked.state_after().ending.proposals
    assert (proposal.reason, proposal.person) == ("released-by-office", "P-003")


@pytest.mark.parametrize("reason", BY_TWO)
def test_another_person_decides(reason):
    asked = given(*FREE, proposed(reason)).when(end(reason), by=OFFICER, at="2026-03-26 12:00")
    asked.then(ended(reason))
    asked.then_state(stage=Stage.NOT_RETURNED, ending__reason=reason)


@pytest.mark.parametrize("reason", BY_TWO)
def test_nobody_decides_what_nobody_proposed(reason):
    given(*FREE).when(end(reason), by=OFFICER).then_refused(
        "END-03", saying=f"{reason} is proposed before it is decided"
    )


@pytest.mark.parametrize(
    ("who", "also"), [(ATTACHE, ["AUT-02"]), (ATTACHE_AS_OFFICER, [])], ids=["same", "another"]
)
@pytest.mark.parametrize("reason", BY_TWO)
def test_nobody_decides_what_they_proposed_whichever_account_is_used(who, also, reason):
    given(*FREE, proposed(reason)).when(end(reason), by=who).then_refused(
        "SEP-01", *also, saying="P-003 proposed this as m.vandamme", exit_code=4
    )


def test_of_several_who_proposed_none_decides():
    second = PROPOSED.by(DIRECTOR).at("2026-03-25 11:00")
    history = (*FREE, PROPOSED, second)
    order = end("released-by-office")
    given(*history).when(order, by=DIRECTOR).then_refused("SEP-01", exit_code=4)
    given(*history).when(order, by=ATTACHE_AS_OFFICER).then_refused("SEP-01", exit_code=4)
    given(*history).when(order, by=OFFICER).events()


def test_a_proposal_is_for_its_own_reason():
    given(*FREE, PROPOSED).when(end("stateless"), by=OFFICER).then_refused("END-03")


def test_who_proposed_one_end_may_establish_another():
    by_the_coach = proposed("deceased").by(COACH)
    given(*FREE, PROPOSED, by_the_coach).when(end("deceased"), by=ATTACHE_AS_OFFICER).events()


@pytest.mark.parametrize(
    ("move", "reason"), [(TO_PRISON, "to-prison"), (TO_HOSPITAL, "to-hospital")]
)
def test_what_the_record_tells_needs_one_person(move, reason):
    given(*HERE, move).when(end(reason), by=COACH).events()


def test_after_a_reopening_it_is_proposed_anew():
    again = (*FREE, PROPOSED, ended("released-by-office"), REOPENED)
    given(*again).when(end("released-by-office"), by=OFFICER).then_refused("END-03")


def test_the_first_procedure_asked_for_one_person_and_no_proposal():
    given(ARRIVED).when(end("released-by-office"), by=COACH).events()
    given(ARRIVED).when(PROPOSE).then_refused("ORD-06")


def test_who_prepares_proposes():
    given(*HERE).when(PROPOSE).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.MIGRATION_ASSISTANT,
        Function.MIGRATION_OFFICER,
        Function.CENTRE_DIRECTOR,
    )
