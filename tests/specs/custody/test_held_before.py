"""What was held in the trajectory before goes on counting, unless the resident had departed."""

from datetime import date

import pytest
from dossier import COACH, DEPARTED, NUMBER, OFFICER, OPEN
from examples.admission import ADMITTED
from examples.custody import HEARD, HELD, ISSUE, ISSUED, PROPOSED, RELEASED, STEPPED
from given import Act, brussels, given, lines, there

from domain import events as e
from domain.decide.detention import custody_clocks
from domain.trajectory import replay

BEFORE = "HOL-2025-0007"
FREED = (*HELD, STEPPED, RELEASED)  # 2 March to 10 April
ENDED = Act(
    e.NonReturnEstablished(reason="released-by-office"), OFFICER, brussels("2026-04-11 10:00")
)
AGAIN = "2026-05-20 09:00"


def earlier(*history):
    return there(replay(lines(history, BEFORE)))


def opening(*before, previous=BEFORE):
    order = OPEN.model_copy(update={"previous": previous, "centre": "HOL"})
    return given().when(order, at=AGAIN, members=tuple(before))


def opened(*before):
    [event] = opening(*before).events()
    return Act(event, COACH, brussels(AGAIN))


TITLE = (
    PROPOSED.at("2026-05-20 09:30"),
    HEARD.at("2026-05-20 09:20"),
    ISSUED.at("2026-05-20 10:00").but(until="2026-07-19"),
)


def clocks(*history, at="2026-05-25 09:00"):
    return custody_clocks(there(replay(lines(history, NUMBER))), brussels(at))


def test_the_days_held_before_are_taken_over():
    event = vars(opened(earlier(*FREED, ENDED)).event)
    assert event["held_before"] == ("2026-03-02/2026-04-10",)
    assert event["grounds_before"] == ("removal 2026-03-02",)


def test_the_same_facts_have_the_same_maximum_in_one_dossier_and_in_two():
    back = Act(
        e.TransferReceived(place="HOL", file=True, property=True, medicines=True, lawyer="none"),
        COACH,
        brussels(AGAIN),
    )
    in_one = clocks(*FREED, back, *TITLE)
    in_two = clocks(opened(earlier(*FREED, ENDED)), *TITLE)
    assert (in_two.maximum, in_two.rule) == (in_one.maximum, in_one.rule)
    assert in_two.cumulative == in_one.cumulative == 40 + 6
    assert in_two.ends == in_one.ends == date(2026, 7, 19)


def test_on_another_ground_the_clock_is_its_own():
    asylum = (
        TITLE[0].but(ground="asylum"),
        TITLE[1],
        TITLE[2].but(ground="asylum"),
    )
    found = clocks(opened(earlier(*FREED, ENDED)), *asylum)
    assert (found.maximum, found.cumulative) == (date(2026, 9, 19), 46)


def test_over_three_dossiers_they_are_added():
    second = earlier(opened(earlier(*FREED, ENDED)), *TITLE, RELEASED.at("2026-05-21 16:00"))
    event = vars(opening(second).events()[0])
    assert event["held_before"] == ("2026-03-02/2026-04-10", "2026-05-20/2026-05-20")
    assert event["grounds_before"] == ("removal 2026-03-02",)


def test_no_further_title_is_given_once_five_months_were_spent():
    long = (*HELD[:2], ISSUED.but(until="2026-08-01"), STEPPED)
    before = earlier(*long, RELEASED.at("2026-08-01 16:00"))
    order = OPEN.model_copy(update={"previous": BEFORE, "centre": "HOL"})
    [event] = given().when(order, at="2026-09-01 09:00", members=(before,)).events()
    arrived = Act(event, COACH, brussels("2026-09-01 09:00"))
    told = (PROPOSED.at("2026-09-01 09:30"), HEARD.at("2026-09-01 09:20"))
    asked = given(arrived, *told).when(ISSUE, by=OFFICER, at="2026-09-01 10:00")
    asked.then_refused("DET-05")


def test_whoever_departed_begins_anew():
    gone = earlier(*HELD, STEPPED, DEPARTED.at("2026-04-11 10:00"))
    event = vars(opening(gone).events()[0])
    assert (event["held_before"], event["grounds_before"]) == (None, None)


@pytest.mark.parametrize("previous", [None, "HOL-2025-0008"])
def test_of_another_trajectory_nothing_is_taken_over(previous):
    event = vars(opening(earlier(*FREED, ENDED), previous=previous).events()[0])
    assert event["held_before"] is None


def test_what_is_taken_over_is_no_stay_of_this_dossier():
    arrived = opened(earlier(*FREED, ENDED)).but(centre="XYZ")
    custody = there(replay(lines((arrived,), NUMBER))).custody
    assert (custody.stay, custody.detained) == (None, False)
    assert vars(ADMITTED.event)["held_before"] is None
