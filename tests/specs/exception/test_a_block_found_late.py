"""What is told late recomputes the past: an act inside a block nobody knew of raises an alert."""

import pytest
from dossier import CLOSE, DEPARTED, HAND_IN, HANDED_IN, NUMBER
from examples.exception import ANSWER, HIERARCHY
from examples.removal import UNDER_WAY
from given import Act, brussels, given, lines, on_duty

from domain import commands as c
from domain import events as e
from domain.decide import Context, hindsight
from domain.lifecycle import LATE, Stage
from domain.trajectory import replay
from domain.values import Function, Sealed

LEFT = DEPARTED.but(consents=False).at("2026-03-30 09:40")
GONE = (*UNDER_WAY, LEFT)
THE_DAY_BEFORE = brussels("2026-03-29 16:00")
TOLD_LATE = Act(HANDED_IN.event, HANDED_IN.who, THE_DAY_BEFORE)
FOUND = Act(e.BlockFoundLate(act=len(GONE), rules=("APP-03",)), HANDED_IN.who, THE_DAY_BEFORE)
IN_TIME = TOLD_LATE.at("2026-03-20 10:00")


def found(history, late):
    recorded = lines((*history, late), NUMBER)
    return dict(hindsight.found_late(recorded[:-1], recorded[-1:]))


def test_an_appeal_handed_in_before_the_departure_shows_that_it_fell_inside_a_block():
    late = Act(e.AsylumWishExpressed(), HANDED_IN.who, THE_DAY_BEFORE)
    start, departure = len(GONE) - 2, len(GONE)
    assert set(found(GONE, late)) == {start, departure}
    assert all("PRO-01" in rules or rules for rules in found(GONE, late).values())


def test_what_happened_after_the_departure_shows_nothing():
    late = Act(e.AsylumWishExpressed(), HANDED_IN.who, brussels("2026-03-30 10:00"))
    assert found(GONE, late) == {}


def test_what_stood_in_the_way_already_is_not_found_again():
    again = Act(e.AsylumWishExpressed(), HANDED_IN.who, brussels("2026-03-29 17:00"))
    first = Act(e.AsylumWishExpressed(), HANDED_IN.who, THE_DAY_BEFORE)
    assert found((*GONE, first), again) == {}


def test_an_act_that_holds_nothing_back_raises_nothing():
    late = Act(e.InterviewHeld(), HANDED_IN.who, THE_DAY_BEFORE)
    assert found(GONE, late) == {}


def test_a_fact_of_others_is_judged_as_the_dossier_stood_when_it_happened():
    state = replay(lines(GONE, NUMBER))
    assert state is not None
    context = Context(THE_DAY_BEFORE, LEFT.when)
    then = hindsight.standing(state, lines(GONE, NUMBER), "HandInAppeal", context)
    assert (state.stage, then and then.stage) == (Stage.DEPARTED, Stage.DEPARTURE_PLANNED)
    own = hindsight.standing(state, lines(GONE, NUMBER), "HoldInterview", context)
    assert own is state


@pytest.mark.parametrize("act", ["HandInAppeal", "ExpressAsylumWish", "OrderInterimMeasure"])
def test_what_others_did_is_on_record_when_one_hears_of_it(act):
    assert act in LATE


def test_an_alert_is_answered_for_by_the_hierarchy():
    answer = c.AnswerAlert(dossier=NUMBER, act=len(GONE), answer=ANSWER.answer)
    asked = given(*GONE, TOLD_LATE, FOUND).when(answer, by=HIERARCHY, at="2026-03-31 09:00")
    asked.then(e.AlertAnswered(act=len(GONE), answer=ANSWER.answer))
    other = answer.model_copy(update={"act": 3})
    given(*GONE, TOLD_LATE, FOUND).when(other, by=HIERARCHY, at="2026-03-31 09:00").then_refused(
        "ALE-01", saying=f"alerts wait about the acts {len(GONE)}"
    )
    given(*GONE).when(answer, by=HIERARCHY, at="2026-03-31 09:00").then_refused("ALE-01")


def test_a_dossier_with_an_open_alert_is_not_closed():
    closing = given(*GONE, TOLD_LATE, FOUND).when(CLOSE, at="2026-03-31 09:00")
    closing.then_refused("END-01", saying="nobody has answered for the act of version")


def test_the_appeal_found_late_can_still_be_passed_on():
    passed = c.TransmitAppeal(dossier=NUMBER)
    director = on_duty(Function.CENTRE_DIRECTOR)
    asked = given(*GONE, TOLD_LATE, FOUND).when(passed, by=director, at="2026-03-31 09:00")
    asked.then(e.AppealTransmitted())
    assert asked.state_after().stage is Stage.DEPARTED


def test_the_desk_says_why_it_was_late():
    late = HAND_IN.model_copy(update={"remark": Sealed.of("the letter lay in the gate house")})
    asked = given(*UNDER_WAY).when(late, at="2026-03-29 16:00", now="2026-03-30 12:00")
    assert asked.events()[0].remark is not None
    assert IN_TIME.when < TOLD_LATE.when
