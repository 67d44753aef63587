"""A title that takes a detention beyond its first term prolongs it, whatever it is called."""

from datetime import date

import pytest
from dossier import ASSISTANT, NUMBER, OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    DELEGATE,
    HEARD,
    HELD,
    ISSUE,
    ISSUED,
    MINISTER,
    PROLONG,
    PROLONGATION_PROPOSED,
    PROLONGED,
    PROPOSE,
    PROPOSED,
    RELEASED,
    STEPPED,
    TO_PRISON,
)
from examples.removal import FAILED, SCHEDULED, STARTED
from given import brussels, given, lines, on_duty, there

from domain.decide.detention import custody_clocks
from domain.decide.ladder import lawful_end, step_in_time, times_prolonged
from domain.decide.release import release_due
from domain.trajectory import replay
from domain.values import Function

NEXT = (
    PROPOSED.at("2026-04-27 10:00").but(prospect="document-promised"),
    HEARD.at("2026-04-27 09:00"),
)
SECOND = ISSUED.at("2026-04-28 10:00").but(until="2026-06-27")
TWICE = (*HELD, STEPPED, *NEXT, SECOND)
THIRD = (
    PROPOSED.at("2026-06-24 10:00").but(prospect="journey-planned"),
    HEARD.at("2026-06-24 09:00"),
)


def anew(*history, by=OFFICER, at="2026-04-28 10:00", **said):
    return given(*history).when(ISSUE.model_copy(update=said), by=by, at=at)


def at_the_end(*history):
    custody = there(replay(lines(history, NUMBER))).custody
    return custody, there(custody.title)


# -- steps, prospect and level ----------------------------------------------------------------


def test_a_second_title_asks_for_the_step_of_a_prolongation():
    anew(*HELD, *NEXT).then_refused("DET-02", saying="by 2026-03-11")
    [title] = anew(*HELD, STEPPED, *NEXT).events()
    assert vars(title)["until"] == "2026-06-27"


def test_it_is_told_to_whoever_proposes_it():
    asked = PROPOSE.model_copy(update={"prospect": "document-promised"})
    given(*HELD).when(asked, at="2026-04-27 10:00").then_refused("DET-02")
    given(*HELD, STEPPED).when(asked, at="2026-04-27 10:00").events()


def test_it_asks_for_a_prospect_of_removal():
    bare = (NEXT[0].but(prospect=None), NEXT[1])
    longer = anew(*HELD, STEPPED, *bare, until="2026-05-02")
    longer.then_refused("DET-03", saying="beyond 2026-05-01 this title prolongs the detention")
    [title] = anew(*HELD, STEPPED, *bare).events()
    assert vars(title)["until"] == "2026-05-01", "without a prospect it prolongs nothing"


@pytest.mark.parametrize(("until", "passes"), [("2026-05-01", True), ("2026-05-02", False)])
def test_within_the_first_term_a_new_title_prolongs_nothing(until, passes):
    asked = anew(*HELD, NEXT[0].but(prospect=None), NEXT[1], until=until)
    asked.events() if passes else asked.then_refused("DET-02", "DET-03")


@pytest.mark.parametrize("may", [OFFICER, DELEGATE, MINISTER])
def test_whoever_prolongs_a_first_time_issues_it(may):
    anew(*HELD, STEPPED, *NEXT, by=may).events()


def test_the_director_of_removal_prolongs_nothing_by_a_title():
    director = on_duty(Function.REMOVAL_DIRECTOR)
    anew(*HELD, STEPPED, *NEXT, by=director).then_refused("DET-03", exit_code=4)
    anew(*HELD, STEPPED, *NEXT, by=director, until="2026-05-01").events()


@pytest.mark.parametrize("decider", [OFFICER, DELEGATE])
def test_the_title_after_that_is_for_the_minister_alone(decider):
    asked = {"at": "2026-06-26 10:00"}
    anew(*TWICE, *THIRD, by=decider, **asked).then_refused("DET-04", exit_code=4)
    [title] = anew(*TWICE, *THIRD, by=MINISTER, **asked).events()
    assert vars(title)["until"] == "2026-08-01"


@pytest.mark.parametrize("decider", [OFFICER, DELEGATE])
def test_so_is_its_prolongation(decider):
    history = (*TWICE, PROLONGATION_PROPOSED.at("2026-06-20 10:00"))
    asked = given(*history).when(PROLONG, by=decider, at="2026-06-24 10:00")
    asked.then_refused("DET-04", exit_code=4)
    [prolonged] = given(*history).when(PROLONG, by=MINISTER, at="2026-06-24 10:00").events()
    assert vars(prolonged)["until"] == "2026-08-01"


def test_a_title_beyond_four_months_is_a_second_prolongation_by_itself():
    asylum = (
        PROPOSED.at("2026-04-20 09:00").but(ground="asylum"),
        ISSUED.at("2026-04-20 12:00").but(ground="asylum", until="2026-06-19"),
    )
    back = (
        PROPOSED.at("2026-06-10 09:00").but(prospect="journey-planned"),
        HEARD.at("2026-06-10 10:00"),
    )
    history = (*HELD, STEPPED, *asylum, *back)
    at = "2026-06-10 12:00"
    anew(*history, at=at, until="2026-07-01").events()
    anew(*history, at=at, until="2026-07-02").then_refused("DET-04", exit_code=4)
    anew(*history, by=MINISTER, at=at, until="2026-07-02").events()


def test_on_a_truly_other_basis_the_clock_is_its_own():
    asylum = (NEXT[0].but(ground="asylum", prospect=None), NEXT[1])
    [title] = anew(*HELD, *asylum).events()
    assert vars(title)["until"] == "2026-06-27"


def test_after_a_release_a_title_is_a_first_one():
    freed = (*HELD, RELEASED.at("2026-04-20 16:00"))
    [title] = anew(*freed, NEXT[0].but(prospect=None), NEXT[1]).events()
    assert vars(title)["until"] == "2026-06-27"


# -- the step counts for the detention --------------------------------------------------------


def prolonging(*history, at="2026-05-18 10:00"):
    told = PROLONGATION_PROPOSED.at("2026-05-15 10:00")
    return given(*history, told).when(PROLONG, by=OFFICER, at=at)


SHORT = (*HELD[:2], ISSUED.but(until="2026-03-31"))
RENEWED = (
    PROPOSED.at("2026-03-20 10:00"),
    ISSUED.at("2026-03-20 11:00").but(until="2026-05-01"),
)


@pytest.mark.parametrize(
    ("step", "passes"),
    [
        ("2026-03-04 10:00", True),
        ("2026-03-11 23:30", True),
        ("2026-03-12 00:30", False),
        ("2026-03-25 10:00", False),  # within seven days of the second title
    ],
)
def test_a_step_is_in_time_of_the_detention_not_of_the_second_title(step, passes):
    history = (*SHORT, *RENEWED, STEPPED.at(step))
    told = PROLONGATION_PROPOSED.at("2026-04-27 10:00")
    asked = given(*history, told).when(PROLONG, by=OFFICER, at="2026-04-28 10:00")
    asked.events() if passes else asked.then_refused("DET-02", saying="by 2026-03-11")


def test_a_step_in_time_counts_after_a_detour_over_another_basis():
    asylum = (
        PROPOSED.at("2026-03-10 10:00").but(ground="asylum"),
        ISSUED.at("2026-03-10 11:00").but(ground="asylum", until="2026-05-09"),
    )
    back = (PROPOSED.at("2026-04-10 10:00"), ISSUED.at("2026-04-10 11:00").but(until="2026-05-01"))
    told = PROLONGATION_PROPOSED.at("2026-04-27 10:00")
    history = (*HELD, STEPPED, *asylum, *back, told)
    given(*history).when(PROLONG, by=OFFICER, at="2026-04-28 10:00").events()


NOT_BOARDED = (
    SCHEDULED.at("2026-04-15 10:00"),
    STARTED.at("2026-04-20 06:00"),
    FAILED.at("2026-04-20 08:00").but(reason="refused-to-board"),
)
RESTARTED = (
    PROPOSED.at("2026-04-20 11:00").but(refused_boarding_on="2026-04-20"),
    ISSUED.at("2026-04-20 12:00").but(until="2026-06-19"),
)


@pytest.mark.parametrize(
    ("step", "passes"),
    [
        ("2026-03-04 10:00", True),  # in time under the title before
        ("2026-04-10 10:00", False),
        ("2026-04-29 10:00", True),  # the seventh working day of the new one
        ("2026-04-30 10:00", False),
    ],
)
def test_after_a_refusal_to_board_a_step_that_was_in_time_still_is(step, passes):
    custody, title = at_the_end(*HELD, *NOT_BOARDED, *RESTARTED, STEPPED.at(step))
    assert step_in_time(custody, title, brussels("2026-06-01 10:00")) is passes


def test_each_refusal_to_board_starts_the_clock_once():
    again = PROPOSE.model_copy(update={"refused_boarding_on": "2026-04-20"})
    given(*HELD, *NOT_BOARDED).when(again, at="2026-04-20 10:00").events()
    history = (*HELD, *NOT_BOARDED, *RESTARTED)
    asked = given(*history).when(again, at="2026-06-17 10:00")
    assert "DET-17" in asked.rules_in_the_way()
    asked = given(*history).when(again, at="2026-04-20 15:00")
    asked.then_refused("DET-17", saying="it starts the clock once")


def test_two_refusals_of_one_day_are_two():
    second = (
        SCHEDULED.at("2026-04-20 13:00"),
        STARTED.at("2026-04-20 18:00"),
        FAILED.at("2026-04-20 20:00").but(reason="disembarked"),
    )
    again = PROPOSE.model_copy(update={"refused_boarding_on": "2026-04-20"})
    given(*HELD, *NOT_BOARDED, *RESTARTED, *second).when(again, at="2026-04-20 21:00").events()


# -- who had to be released is released first --------------------------------------------------


@pytest.mark.parametrize("ground", ["removal", "border", "asylum"])
def test_no_title_heals_one_that_ran_out(ground):
    asked = PROPOSE.model_copy(update={"ground": ground, "prospect": "journey-planned"})
    given(*HELD, STEPPED).when(asked, at="2026-05-01 23:00").events()
    given(*HELD, STEPPED).when(asked, at="2026-05-02 00:00").then_refused(
        "DET-01", saying="ran out on 2026-05-01"
    )
    told = (NEXT[0].but(ground=ground), NEXT[1])
    late = {"at": "2026-05-02 10:00"}
    anew(*HELD, STEPPED, *told, **late).then_refused("DET-01")
    freed = (*HELD, STEPPED, RELEASED.at("2026-05-02 09:00"), *told)
    again = (PROPOSED.at("2026-05-02 09:30").but(ground=ground), HEARD.at("2026-05-02 09:20"))
    anew(*freed, *again, **late).events()


def test_a_day_without_any_title_is_told_and_still_asks_for_one():
    given(ADMITTED).when(PROPOSE, at="2026-03-05 10:00").events()


# -- what was typed ---------------------------------------------------------------------------


def ends(*history, at="2026-06-01 10:00"):
    custody, title = at_the_end(*history)
    return there(lawful_end(custody, title, brussels(at)))


def due(*history, at):
    return [one.rule for one in release_due(there(replay(lines(history, NUMBER))), brussels(at))]


def test_a_title_ends_with_its_term_whatever_it_says():
    wrong = (*HELD[:2], ISSUED.but(until="2027-03-01"))
    assert ends(*wrong) == ("DET-01", date(2026, 5, 1))
    assert due(*wrong, at="2026-05-01 23:59") == []
    assert due(*wrong, at="2026-05-02 00:00") == ["DET-01"]
    state = there(replay(lines(wrong, NUMBER)))
    assert custody_clocks(state, brussels("2026-04-01 10:00")).ends == date(2026, 5, 1)
    assert ends(*HELD[:2], ISSUED.but(until=None)).last == date(2026, 5, 1)


def test_a_prolongation_ends_with_its_rung_whatever_it_says():
    once = (*HELD, STEPPED, PROLONGATION_PROPOSED, PROLONGED.but(until="2026-12-31"))
    assert ends(*once) == ("DET-01", date(2026, 7, 1))
    assert due(*once, at="2026-07-02 00:00") == ["DET-01"]
    assert ends(*once[:-1], PROLONGED).last == date(2026, 7, 1)


def test_what_was_prolonged_without_a_step_in_time_was_not_prolonged():
    late = STEPPED.at("2026-03-30 10:00")
    once = (*HELD, late, PROLONGATION_PROPOSED, PROLONGED)
    assert ends(*once) == ("DET-02", date(2026, 5, 1))
    assert due(*once, at="2026-05-06 10:00") == ["DET-02"]
    assert due(*HELD, late, *NEXT, SECOND, at="2026-05-06 10:00") == ["DET-02"]
    assert due(*TWICE, at="2026-05-06 10:00") == []


def test_what_ended_by_law_is_not_prolonged_however_long_it_says():
    wrong = (*SHORT[:2], ISSUED.but(until="2026-07-01"), STEPPED)
    told = PROLONGATION_PROPOSED.at("2026-04-27 10:00")
    [longer] = given(*wrong, told).when(PROLONG, by=OFFICER, at="2026-04-28 10:00").events()
    assert vars(longer)["until"] == "2026-07-01"
    late = PROLONGATION_PROPOSED.at("2026-05-15 10:00")
    asked = given(*wrong, late).when(PROLONG, by=OFFICER, at="2026-05-18 10:00")
    asked.then_refused("DET-01", saying="ran out on 2026-05-01")


def test_a_second_title_without_a_step_is_prolonged_no_further():
    history = (*HELD, *NEXT, SECOND, STEPPED.at("2026-05-04 10:00"))
    prolonging(*history).then_refused("DET-02", saying="ran out on 2026-05-01")


def test_days_in_prison_move_no_title_s_end():
    away = (TO_PRISON.at("2026-05-11 12:00"), TO_PRISON.but(to="back").at("2026-05-16 12:00"))
    once = (*HELD, STEPPED, PROLONGATION_PROPOSED, PROLONGED, *away)
    further = (
        PROLONGATION_PROPOSED.at("2026-06-22 10:00"),
        PROLONGED.at("2026-06-24 10:00").by(MINISTER).but(until="2026-08-05"),
    )
    assert ends(*once, *further).last == date(2026, 8, 5)


def test_it_is_counted_how_often_a_detention_was_prolonged():
    for history, times in (
        (HELD, 0),
        ((*HELD, *NEXT, SECOND.but(until="2026-05-01")), 0),
        (TWICE, 1),
        ((*TWICE, *THIRD, SECOND.at("2026-06-26 10:00").but(until="2026-08-01")), 2),
        ((*HELD, RELEASED, *NEXT, SECOND), 0),
    ):
        custody, title = at_the_end(*history)
        assert times_prolonged(custody, title) == times


def test_who_proposed_the_second_title_does_not_issue_it():
    anew(*HELD, STEPPED, NEXT[0].by(OFFICER), NEXT[1]).then_refused("SEP-01", exit_code=4)
    anew(*HELD, STEPPED, NEXT[0].by(ASSISTANT), NEXT[1]).events()
