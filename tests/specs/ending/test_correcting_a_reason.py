"""A reason is corrected by one of its list, by another person."""

import pytest
from dossier import ATTACHE, CLOSE, DIRECTOR, NUMBER, OFFICER
from examples.ending import ALERTED, HERE, TRACKED, ended
from given import given

from domain import commands as c
from domain import events as e
from domain.values import Sealed


def corrects(version, field, becomes):
    return c.CorrectRecord(
        dossier=NUMBER,
        corrects=version,
        field=field,
        becomes=becomes,
        reason=Sealed.of("the registry of deaths answered"),
    )


GONE = (*HERE, ended("unknown"), ALERTED)


def test_what_was_unknown_is_found_out():
    asked = given(*GONE).when(corrects(3, "reason", "deceased"), by=DIRECTOR)
    asked.then_state(ending__reason="deceased")


def test_it_is_corrected_by_who_may_decide_the_reason():
    deceased = corrects(3, "reason", "deceased")
    given(*GONE).when(deceased, by=OFFICER).events()
    given(*GONE).when(deceased, by=ATTACHE).then_refused("AUT-02", exit_code=4)
    given(*GONE).when(corrects(3, "reason", "stateless"), by=DIRECTOR).then_refused(
        "AUT-02", saying="migration-officer", exit_code=4
    )


@pytest.mark.parametrize(
    "becomes", ["residence-granted", "released-by-chamber", "maximum-reached", "to-prison"]
)
def test_no_reason_is_made_up_that_the_record_does_not_bear_out(becomes):
    asked = given(*GONE).when(corrects(3, "reason", becomes), by=OFFICER)
    assert asked.rules_in_the_way() == {"END-03"}


def test_under_the_first_procedure_a_reason_was_corrected_freely():
    old = (HERE[0].but(procedure=1), *GONE[1:])
    given(*old).when(corrects(3, "reason", "residence-granted"), by=OFFICER).events()


def test_and_the_dossier_can_be_closed_after_the_thirty_days():
    [event] = given(*GONE).when(corrects(3, "reason", "deceased"), by=DIRECTOR).events()
    assert isinstance(event, e.RecordCorrected)
    found = ALERTED.__class__(event, DIRECTOR, ALERTED.when)
    given(*GONE, found).when(CLOSE, at="2026-09-01 09:00").events()


@pytest.mark.parametrize("becomes", ["dead-perhaps", "Jan Peeters", None, 4])
def test_what_is_not_on_the_list_is_no_reason(becomes):
    given(*GONE).when(corrects(3, "reason", becomes), by=DIRECTOR).then_refused("COR-01")


@pytest.mark.parametrize(
    ("becomes", "passes"),
    [(["fedasil"], True), (["fedasil", "municipality"], True), (["fedasil", "the-press"], False)],
)
def test_nor_is_one_of_several(becomes, passes):
    asked = given(*GONE).when(corrects(4, "services", becomes), by=DIRECTOR)
    if passes:
        asked.events()
    else:
        asked.then_refused("COR-01")


def test_what_a_track_says_is_not_corrected_in_clear():
    history = (*GONE, TRACKED)
    given(*history).when(corrects(5, "lead", "an aunt in Ghent"), by=DIRECTOR).then_refused(
        "COR-01"
    )
