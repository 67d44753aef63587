"""The attempts at removal by day of departure, and the check-list of each when it counted."""

from datetime import datetime, timedelta

from dossier import NUMBER
from examples.removal import (
    CANCELLED,
    CHECKED,
    FAILED,
    PLANNED,
    SCHEDULED,
    STARTED,
    TO_START,
    ticked,
)
from given import Act, brussels

from domain import events as e
from domain.decide.checked import attempts_of, departure_of, in_its_way, lacking
from domain.values import DepartureMode, Evidence, StatisticalCategory
from projections import removals

OTHER = "HOL-2026-0043"
DEPARTS = datetime.fromisoformat(vars(SCHEDULED.event)["departs"])
DAY = timedelta(days=1)
GONE = Act(
    e.DepartureConfirmed(
        mode=DepartureMode.REMOVAL_ESCORTED,
        statistical_category=StatisticalCategory.FORCED,
        evidence=(Evidence.ESCORT_REPORT,),
    ),
    STARTED.who,
    brussels("2026-03-30 09:40"),
)


def on_the_day(centre, code=None):
    return centre.ask(removals.departing, DEPARTS - DAY / 2, DEPARTS + DAY / 2, code)


def seen(centre, dossier=NUMBER, now=None):
    lines = centre.journal.history(dossier)
    return list(attempts_of(lines, now or DEPARTS - timedelta(hours=1)))


def codes(items):
    return [one.item.code for one in items]


def test_a_planned_departure_is_on_the_list_of_its_day_and_of_no_other(centre):
    centre.record(NUMBER, *PLANNED)
    (one,) = on_the_day(centre)
    assert (one.dossier, one.number, one.departs, one.open) == (NUMBER, 1, DEPARTS, True)
    assert centre.ask(removals.departing, DEPARTS + DAY, DEPARTS + 2 * DAY) == []
    assert on_the_day(centre, "VOT") == []


def test_what_was_called_off_or_failed_stays_on_the_list_of_that_day(centre):
    centre.record(NUMBER, *PLANNED, CANCELLED)
    centre.record(OTHER, *TO_START, STARTED, FAILED)
    assert [one.open for one in on_the_day(centre)] == [False, False]


def test_those_to_check_departed_in_the_period_or_are_near(centre):
    centre.record(NUMBER, *TO_START, STARTED, CHECKED, GONE)
    centre.record(OTHER, *PLANNED)
    near, early = DEPARTS + DAY, DEPARTS - DAY
    found = centre.ask(removals.to_check, early, near)
    assert [(one.dossier, one.carried_out) for one in found] == [
        (NUMBER, GONE.when), (OTHER, None),
    ]  # fmt: skip
    assert [one.dossier for one in centre.ask(removals.to_check, near, near)] == [OTHER]
    assert centre.ask(removals.to_check, near, early) == []


# --- the check-list when it counted -------------------------------------------------------------


def test_a_departure_whose_list_was_complete_lacks_nothing(centre):
    centre.record(NUMBER, *TO_START, STARTED, CHECKED, GONE)
    (one,) = seen(centre, now=DEPARTS + 300 * DAY)
    assert (one.over, one.at, lacking(one)) == (True, GONE.when, [])
    assert in_its_way(one, ()) == []


def test_what_was_opened_again_before_a_departure_is_lacking_with_its_second_signature(centre):
    opened = Act(
        e.CheckListItemUnticked(item="phone-access"), STARTED.who, brussels("2026-03-30 07:00")
    )
    centre.record(NUMBER, *TO_START, STARTED, opened, CHECKED, GONE)
    (one,) = seen(centre)
    assert codes(lacking(one)) == ["phone-access", "second-signature"]


def test_what_was_ticked_after_the_departure_was_not_done_before_it(centre):
    left = [act for act in TO_START if getattr(act.event, "item", None) != "phone-access"]
    later = ticked("phone-access", "2026-03-30 12:00")
    centre.record(NUMBER, *left, STARTED, CHECKED, GONE, later)
    (one,) = seen(centre)
    assert codes(lacking(one)) == ["phone-access"]


def test_before_the_day_only_what_is_done_before_planning_is_asked(centre):
    centre.record(NUMBER, *PLANNED)
    (early,) = seen(centre, now=DEPARTS - 3 * DAY)
    assert lacking(early) == []
    (today,) = seen(centre)
    assert "fit-to-fly" in codes(lacking(today))


def test_what_stands_in_the_way_is_judged_at_the_departure_that_is_planned(centre):
    centre.record(NUMBER, *TO_START)
    (one,) = seen(centre, now=DEPARTS - 1 * DAY)
    told = {reason.rule for reason in in_its_way(one, ())}
    assert "EXE-05" not in told  # told in time, counted to the flight and not to today
    assert departure_of(one) == DEPARTS
    (late,) = seen(centre, now=DEPARTS + 9 * DAY)
    assert departure_of(late) == DEPARTS + 9 * DAY
    assert "EXE-06" in {reason.rule for reason in in_its_way(late, ())}


def test_each_attempt_has_the_list_of_its_own_end(centre):
    again = Act(e.RemovalPrepared(reference="VOL-88214"), STARTED.who, brussels("2026-04-02 09:00"))
    second = SCHEDULED.at("2026-04-03 09:00").but(departs="2026-04-10T09:40:00+02:00")
    centre.record(NUMBER, *TO_START, STARTED, FAILED, again, second)
    first, open_ = seen(centre, now=brussels("2026-04-04 09:00"))
    assert (first.at, lacking(first)) == (FAILED.when, [])
    assert open_.attempt.number == 2
    assert "identity-aliases" in codes(lacking(open_))
    assert "DPT-03" in {reason.rule for reason in in_its_way(open_, ())}
