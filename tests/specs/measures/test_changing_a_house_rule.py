"""On a family site a provision of the house rules is changed for one family, and logged."""

import pytest
from dossier import ATTACHE, DIRECTOR, NUMBER
from examples.health import ADMITTED
from examples.measures import CHANGE_HOUSE_RULE, END, HOUSE_RULE_CHANGED, ON_A_SITE
from given import brussels, given, lines, there

from domain.decide import Attempt, Context, passes
from domain.decide.clocks import clocks
from domain.rules import Certainty, rule
from domain.trajectory import replay
from domain.values import Function


def test_the_attache_coach_decides_it_alone_and_logs_it():
    asked = given(ON_A_SITE).when(CHANGE_HOUSE_RULE, by=ATTACHE, at="2026-03-10 11:00")
    asked.then(HOUSE_RULE_CHANGED)
    [measure] = asked.state_after().measures.running
    assert (measure.number, measure.kind) == (1, "house-rule-restriction")
    assert [hand.person for hand in measure.decided] == ["P-003"]


def test_it_runs_to_the_end_of_its_last_day_and_is_ended_like_any_measure():
    state = there(replay(lines((ON_A_SITE, HOUSE_RULE_CHANGED), NUMBER)))
    found = [(due.rule, due.at) for due in clocks(state, brussels("2026-03-21 09:00"))]
    assert ("MEA-04", brussels("2026-03-21 00:00")) in found
    given(ON_A_SITE, HOUSE_RULE_CHANGED).when(END, by=DIRECTOR).events()


@pytest.mark.parametrize("until", ["2026-02-31", None])
def test_a_day_that_is_none_ends_nothing(until):
    state = there(replay(lines((ON_A_SITE, HOUSE_RULE_CHANGED.but(until=until)), NUMBER)))
    assert state.measures.running[0].ends is None


def test_in_a_closed_centre_the_house_rules_are_the_same_for_all():
    given(ADMITTED).when(CHANGE_HOUSE_RULE).then_refused("MEA-05", saying="HOL is no site")


def test_it_ends_on_a_day_that_is_said_and_to_come():
    def until(day):
        asked = CHANGE_HOUSE_RULE.model_copy(update={"until": day})
        return given(ON_A_SITE).when(asked, by=ATTACHE, at="2026-03-10 11:00")

    until(None).then_refused("MEA-08", saying="say until which day")
    until("2026-02-31").then_refused("MEA-08")
    until("2026-03-09").then_refused("MEA-08", saying="has passed")
    until("2026-03-10").events()
    until("2026-04-09").events()  # thirty days
    until("2026-04-10").then_refused("MEA-08", saying="until 2026-04-09 at most")
    assert (rule("MEA-08").parameter, rule("MEA-08").certainty) == (True, Certainty.DESIGN)


def test_whether_it_may_be_changed_can_be_asked_before_a_day_is_said():
    found = given(ON_A_SITE).when(CHANGE_HOUSE_RULE, at="2026-03-10 11:00")
    context = Context(there(found.at), there(found.now))
    assert passes(Attempt(found.state(), "ChangeHouseRule", context))


def test_this_is_for_the_attache_coach_and_the_director():
    given(ON_A_SITE).when(CHANGE_HOUSE_RULE).is_for(
        Function.ATTACHE_COACH, Function.CENTRE_DIRECTOR
    )
