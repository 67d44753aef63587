"""A measure ends when somebody ends it; until then the resident is isolated, in title or not."""

import pytest
from dossier import DEPARTED, DIRECTOR, NUMBER
from examples.health import ADMITTED, TAKEN_IN
from examples.measures import END, ENDED, ISOLATED, PROPOSED
from given import brussels, given, lines, there

from domain.trajectory import replay
from domain.values import Function

RUNNING = (ADMITTED, TAKEN_IN, PROPOSED, ISOLATED)
SECOND = (PROPOSED.but(number=2, kind="phone-restriction"), ISOLATED.but(number=2, hours=48))


def test_ended_it_isolates_nobody():
    asked = given(*RUNNING).when(END, by=DIRECTOR, at="2026-03-11 08:00")
    asked.then(ENDED)
    asked.then_state(measures__isolated=False, measures__running=())


@pytest.mark.parametrize("at", ["2026-03-11 09:59", "2026-03-11 10:01", "2026-03-14 10:00"])
def test_it_can_always_be_ended_also_when_its_hours_are_long_over(at):
    given(*RUNNING).when(END, by=DIRECTOR, at=at).events()


def test_hours_that_ran_out_open_no_door():
    state = there(replay(lines(RUNNING, NUMBER)))
    assert state.measures.isolated
    assert state.measures.isolated_at(brussels("2026-03-20 10:00"))


@pytest.mark.parametrize(
    ("at", "isolated"),
    [
        ("2026-03-10 09:59", False),
        ("2026-03-10 10:00", True),
        ("2026-03-11 07:59", True),
        ("2026-03-11 08:00", False),
    ],
)
def test_whether_the_resident_was_isolated_can_be_asked_of_any_moment(at, isolated):
    state = there(replay(lines((*RUNNING, ENDED), NUMBER)))
    assert state.measures.isolated_at(brussels(at)) is isolated


def test_what_runs_at_the_departure_is_ended_after_it():
    given(*RUNNING, DEPARTED).when(END, at="2026-03-27 09:00").events()


def test_of_several_one_ends_and_the_others_run():
    given(*RUNNING, *SECOND).when(END).then_refused("NUM-01")
    asked = given(*RUNNING, *SECOND).when(END.model_copy(update={"number": 2}))
    assert [one.number for one in asked.state_after().measures.running] == [1]


def test_nothing_ends_twice_or_before_it_began():
    given(*RUNNING, ENDED).when(END).then_refused("MEA-01")
    given(ADMITTED, PROPOSED).when(END).then_refused("MEA-01", saying="number 1 is proposed")
    given(*RUNNING).when(END, at="2026-03-10 09:59", now="2026-03-11 08:00").then_refused("ORD-02")


def test_this_is_for_those_who_decide():
    given(*RUNNING).when(END).is_for(
        Function.CENTRE_DIRECTOR,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )
