"""Who recorded the end does not close the dossier; who did either does not reopen it."""

import pytest
from dossier import CLOSE, CLOSED, COACH, DIRECTOR, NOT_RETURNED, REOPEN, REOPENED, until
from dossier import DEPARTED as OF_OLD
from examples.ending import HERE, ended
from examples.iom import LEFT, TRAVEL_BOOKED
from given import given

from domain.authority import Actor
from domain.rules import Certainty, rule
from domain.values import Function

COACH_AS_DIRECTOR = Actor("lambertd", COACH.person, frozenset({Function.CENTRE_DIRECTOR}))
"""The coach who recorded the end, standing in for the director under another account."""
SECOND_DIRECTOR = Actor("v.leroy", "P-019", frozenset({Function.CENTRE_DIRECTOR}))
DECEASED = ended("deceased").by(COACH)


@pytest.mark.parametrize(
    "history", [(*HERE, DECEASED), (*TRAVEL_BOOKED, LEFT)], ids=["no departure", "departed"]
)
@pytest.mark.parametrize("who", [COACH, COACH_AS_DIRECTOR])
def test_who_recorded_the_end_does_not_close(history, who):
    given(*history).when(CLOSE, by=who).then_refused("SEP-06", saying=COACH.person, exit_code=4)
    given(*history).when(CLOSE, by=DIRECTOR).events()


def test_who_ended_it_does_not_take_it_up_again():
    given(*HERE, DECEASED).when(REOPEN, by=COACH_AS_DIRECTOR).then_refused("SEP-06", exit_code=4)
    given(*HERE, DECEASED).when(REOPEN, by=DIRECTOR).events()


def test_who_closed_it_does_not_reopen_it():
    closed = (*HERE, DECEASED, CLOSED.at("2026-09-01 09:00"))
    given(*closed).when(REOPEN, by=DIRECTOR).then_refused("SEP-06", exit_code=4)
    given(*closed).when(REOPEN, by=COACH_AS_DIRECTOR).then_refused("SEP-06", exit_code=4)
    given(*closed).when(REOPEN, by=SECOND_DIRECTOR).events()


def test_a_new_end_after_a_reopening_is_closed_by_who_closed_the_first():
    again = (*HERE, DECEASED, CLOSED.at("2026-09-01 09:00"))
    reopened = REOPENED.at("2026-09-02 09:00").by(SECOND_DIRECTOR)
    ended_again = DECEASED.at("2026-09-03 09:00").by(SECOND_DIRECTOR)
    given(*again, reopened, ended_again).when(CLOSE, by=DIRECTOR).events()
    given(*again, reopened, ended_again).when(CLOSE, by=SECOND_DIRECTOR).then_refused(
        "SEP-06", exit_code=4
    )


def test_the_first_procedure_did_not_separate_them():
    given(*until(OF_OLD)).when(CLOSE, by=COACH).events()
    assert rule("SEP-06").certainty is Certainty.DESIGN
    assert NOT_RETURNED.who is COACH
