"""What is told late recomputes the past: an act inside a block nobody knew of raises an alert."""

import pytest
from dossier import CLOSE, DEPARTED, HAND_IN, HANDED_IN, NUMBER
from examples import iom
from examples.exception import ANSWER, HIERARCHY
from examples.family import HUSBAND, LINKED, PROPOSED, SEPARATED
from examples.removal import SCHEDULED, UNDER_WAY
from examples.removal import STARTED as STARTED_ACT
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
    told = hindsight.found_late({NUMBER: recorded[:-1]}, recorded[-1:])
    return {act: rules for _, act, rules in told}


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


@pytest.mark.parametrize("part", [SCHEDULED, STARTED_ACT, LEFT], ids=["planned", "began", "did"])
def test_who_had_a_part_in_an_act_does_not_answer_for_it_alone(part):
    answer = c.AnswerAlert(dossier=NUMBER, act=len(GONE), answer=ANSWER.answer)
    same = HIERARCHY._replace(person=part.who.person)
    asked = given(*GONE, TOLD_LATE, FOUND).when(answer, by=same, at="2026-03-31 09:00")
    asked.then_refused("SEP-01", saying="another person must answer", exit_code=4)


def test_who_went_with_iom_has_no_attempt_and_who_confirmed_it_does_not_answer():
    left = Act(DEPARTED.event, DEPARTED.who, brussels("2026-03-21 07:10"))
    gone = (*iom.TRAVEL_BOOKED, left)
    late = Act(e.BlockFoundLate(act=len(gone), rules=("PRO-01",)), left.who, left.when)
    answer = c.AnswerAlert(dossier=NUMBER, act=len(gone), answer=ANSWER.answer)
    same = HIERARCHY._replace(person=left.who.person)
    given(*gone, late).when(answer, by=same).then_refused("SEP-01", exit_code=4)
    given(*gone, late).when(answer, by=HIERARCHY).events()


def test_a_dossier_with_an_open_alert_is_not_closed():
    closing = given(*GONE, TOLD_LATE, FOUND).when(CLOSE, at="2026-03-31 09:00")
    closing.then_refused("END-01", saying=f"answered for version {len(GONE)} (ConfirmDeparture")


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


# --- in a family ----------------------------------------------------------------------------

WITH_HIM = LINKED.but(members=(HUSBAND,), minors=())
WITH_HER = LINKED.but(members=(NUMBER,), minors=())
WISH = Act(e.AsylumWishExpressed(), HANDED_IN.who, THE_DAY_BEFORE)
HERS, HIS = (*UNDER_WAY, WITH_HIM, LEFT), (*UNDER_WAY, WITH_HER, LEFT)
STARTED, DEPARTURE = len(UNDER_WAY) - 1, len(HERS)


def on_record(dossier, *acts):
    """Write a dossier down; what is recorded last in each of them is recorded at once."""
    told = lines(acts, dossier)
    alone = [line._replace(command_id=f"{dossier}/{line.version}") for line in told[:-1]]
    return [*alone, *told[-1:]]


def found_with_his(late, hers=HERS, his=HIS):
    known = {HUSBAND: on_record(HUSBAND, *his), NUMBER: on_record(NUMBER, *hers)}
    new = lines((*his, late), HUSBAND)[-1:]
    told = hindsight.found_late(known, [new[0]._replace(command_id="told late")])
    return {(dossier, act): rules for dossier, act, rules in told}


def test_a_block_of_one_member_shows_that_all_left_inside_it():
    told = found_with_his(WISH)
    assert set(told) == {
        (dossier, act) for dossier in (HUSBAND, NUMBER) for act in (STARTED, DEPARTURE)
    }
    assert told[NUMBER, DEPARTURE] == told[NUMBER, STARTED] == ("FAM-01",)
    assert "PRO-01" in told[HUSBAND, DEPARTURE]


def test_what_befell_him_after_they_left_raises_nothing_about_her():
    assert found_with_his(WISH.at("2026-03-30 10:00")) == {}


def test_about_who_was_kept_apart_from_him_by_a_decision_nothing_is_raised():
    apart = (PROPOSED.but(members=(HUSBAND,)), SEPARATED.but(members=(HUSBAND,)))
    told = found_with_his(WISH, hers=(*HERS[:-1], *apart, LEFT))
    assert {dossier for dossier, _ in told} == {HUSBAND}


def test_who_left_before_him_is_told_of_what_held_him_back_then():
    before = LEFT.at("2026-03-30 09:00")
    told = found_with_his(WISH, hers=(*HERS[:-1], before))
    assert told[NUMBER, DEPARTURE] == ("FAM-01",)


def test_his_block_does_not_count_twice():
    again = WISH.at("2026-03-29 17:00")
    assert found_with_his(again, his=(*HIS[:-1], WISH, LEFT)) == {}
