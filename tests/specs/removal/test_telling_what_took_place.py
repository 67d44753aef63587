"""What took place is on record as it happened: late, and although something stood in its way."""

from dossier import (
    ANNULLED,
    COACH,
    DEPART,
    DIRECTOR,
    FIT,
    INTERVIEWED,
    NUMBER,
    OFFICER,
    PREPARED,
    UNFIT,
    until,
)
from examples.affairs import ASKED_FOR_FILE
from examples.exception import HIERARCHY
from examples.removal import (
    FAILED,
    LEAVE,
    MONITORED,
    START,
    STARTED,
    TO_START,
    UNDER_WAY,
    without,
)
from given import Act, brussels, lines, there

from domain import commands as c
from domain import events as e
from domain.decide import Context, Refused, decide, hindsight
from domain.decide.clocks import clocks
from domain.lifecycle import AttemptState, Stage
from domain.trajectory import replay
from domain.values import Sealed
from projections.audit.conformance import judge

LEFT_AT, TOLD_AT = "2026-03-30 09:40", "2026-03-30 11:00"
LETTER = Act(ASKED_FOR_FILE.event, COACH, brussels("2026-03-30 10:00"))
WISH = Act(e.AsylumWishExpressed(), COACH, brussels("2026-03-30 09:20"))
ALL_THE_SAME = Sealed.of("the wish reached the gate when the doors were closed")
DESPITE = LEAVE.model_copy(update={"despite": ALL_THE_SAME})


def tell(history, order, at=LEFT_AT, now=TOLD_AT, by=DIRECTOR):
    """Tell something of earlier as the desk does; give the act, or the rules in its way."""
    recorded = lines(history, NUMBER)
    context = Context(brussels(at), brussels(now), by)
    state = hindsight.standing(replay(recorded), recorded, type(order).__name__, context)
    try:
        [event] = decide(state, order, context)
    except Refused as refusal:
        return {failing.rule for failing in refusal.failures}
    return Act(event, by, context.at)


def recorded_with(history, act):
    """Write an act down after a history, with the alerts that it raises."""
    told = lines((*history, act), NUMBER)
    late = list(hindsight.found_late({NUMBER: told[:-1]}, told[-1:]))
    alerts = (Act(e.BlockFoundLate(act=n, rules=rules), act.who, act.when) for _, n, rules in late)
    return (*history, act, *alerts), {n: rules for _, n, rules in late}


# -- late ------------------------------------------------------------------------------------


def test_a_departure_is_told_after_a_letter_that_came_later():
    history, alerts = recorded_with((*UNDER_WAY, LETTER), tell((*UNDER_WAY, LETTER), LEAVE))
    assert (there(replay(lines(history, NUMBER))).stage, alerts) == (Stage.DEPARTED, {})


def test_what_befell_after_it_holds_nothing_back():
    later = WISH.at("2026-03-30 10:00")
    assert isinstance(tell((*UNDER_WAY, later), LEAVE), Act)
    assert "PRO-01" in tell((*UNDER_WAY, later), LEAVE, at="2026-03-30 10:00")


def test_a_start_is_told_after_a_letter_that_came_later():
    history = (*TO_START, LETTER.at("2026-03-30 07:00"))
    assert isinstance(tell(history, START, at="2026-03-30 06:30"), Act)


def test_an_attempt_starts_once():
    assert tell(UNDER_WAY, START, at="2026-03-30 06:10") == {"DPT-02", "ORD-02"}


def test_nobody_departs_in_an_attempt_that_is_on_record_as_failed():
    gone_wrong = (*UNDER_WAY, FAILED.at("2026-03-30 10:00"))
    assert isinstance(tell(gone_wrong, LEAVE), set)


def test_a_departure_before_an_annulment_told_first_is_told_as_of_before():
    annulled = Act(ANNULLED.event, OFFICER, brussels("2026-03-30 10:30"))
    history, alerts = recorded_with((*UNDER_WAY, annulled), tell((*UNDER_WAY, annulled), LEAVE))
    assert there(replay(lines(history, NUMBER))).stage is Stage.DEPARTED
    assert alerts == {}


def test_a_trajectory_ends_once():
    gone = (*UNDER_WAY, tell(UNDER_WAY, LEAVE))
    assert tell(gone, LEAVE, at="2026-03-30 09:30") == {"ORD-04"}


# -- although something stood in its way --------------------------------------------------------


def test_a_departure_inside_a_block_on_record_is_refused_and_told_as_it_was():
    held_back = (*UNDER_WAY, WISH)
    assert "PRO-01" in tell(held_back, LEAVE)
    history, alerts = recorded_with(held_back, tell(held_back, DESPITE))
    state = there(replay(lines(history, NUMBER)))
    assert state.stage is Stage.DEPARTED
    assert "PRO-01" in alerts[len(held_back) + 1]
    assert there(state.removal.doing(len(held_back) + 1)).despite
    found = judge(lines(history, NUMBER))
    assert any((one.version, one.rule) == (len(held_back) + 1, "PRO-01") for one in found)
    [alert] = [due for due in clocks(state, brussels(TOLD_AT)) if due.rule == "ALE-01"]
    assert alert.what == "answer for an act that went against a block"


def test_another_answers_for_it_than_who_recorded_it():
    held_back = (*UNDER_WAY, WISH)
    history, _ = recorded_with(held_back, tell(held_back, DESPITE))
    answer = c.AnswerAlert(
        dossier=NUMBER, act=len(held_back) + 1, answer=Sealed.of("the captain was not told")
    )
    own = HIERARCHY._replace(person=DIRECTOR.person)
    assert tell(history, answer, at=TOLD_AT, by=own) == {"SEP-01"}
    assert isinstance(tell(history, answer, at=TOLD_AT, by=HIERARCHY), Act)


def test_it_is_for_the_director_alone():
    assert tell((*UNDER_WAY, WISH), DESPITE, by=COACH) == {"DPT-08"}


def test_it_makes_no_departure_lawful_that_is_still_to_come():
    assert tell((*UNDER_WAY, WISH), DESPITE, at=TOLD_AT) == {"DPT-08"}


def test_of_what_nothing_stood_in_the_way_it_is_not_told():
    assert tell(UNDER_WAY, DESPITE) == {"DPT-08"}


def test_it_needs_evidence_as_any_other():
    unshown = DESPITE.model_copy(update={"evidence": ()})
    assert tell((*UNDER_WAY, WISH), unshown) == {"DPT-05"}


def test_without_an_attempt_on_record_it_took_place_all_the_same():
    unstarted = without(UNDER_WAY, STARTED)
    history, alerts = recorded_with(unstarted, tell(unstarted, DESPITE))
    assert there(replay(lines(history, NUMBER))).stage is Stage.DEPARTED
    assert "DPT-02" in alerts[len(unstarted) + 1]


def test_an_attempt_that_began_inside_a_block_is_told_and_fails():
    unfit = Act(UNFIT.event, UNFIT.who, brussels("2026-03-29 18:00"))
    held_back = (*without(TO_START, MONITORED), unfit)
    started = START.model_copy(update={"despite": ALL_THE_SAME})
    assert "EXE-06" in tell(held_back, START, at="2026-03-30 06:30")
    history, alerts = recorded_with(held_back, tell(held_back, started, at="2026-03-30 06:30"))
    assert {"EXE-04", "EXE-06"} <= set(alerts[len(held_back) + 1])
    attempt = there(there(replay(lines(history, NUMBER))).removal.attempt)
    assert attempt.state is AttemptState.STARTED


def test_under_the_first_version_a_departure_is_told_in_its_turn():
    first = until(PREPARED)
    later = Act(INTERVIEWED.event, COACH, brussels("2026-03-26 09:00"))
    fit = FIT.at("2026-03-25 08:30")
    history = (*first, fit, later)
    assert tell(history, DEPART, at="2026-03-26 07:10", now="2026-03-26 10:00") == {"ORD-02"}
