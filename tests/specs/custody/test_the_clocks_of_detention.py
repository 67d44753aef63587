"""Two clocks, both shown: that of the title, and that of all detention together."""

from datetime import date

import pytest
from dossier import COACH, DEPARTED, DIRECTOR, NUMBER
from examples.admission import ADMITTED
from examples.custody import (
    ASKED,
    BACK,
    FAMILY_HELD,
    FOUND,
    GONE,
    HELD,
    ISSUED,
    MAINTAINED_IN_JULY,
    NOTICED,
    PRESUMED,
    PROLONGATION_PROPOSED,
    PROLONGED,
    PROPOSED,
    RELEASED,
    SEIZED_BY_MINISTER,
    STEPPED,
    TO_HOSPITAL,
    TO_PRISON,
    TWICE_PROLONGED,
)
from examples.exception import MIGRATED
from given import Act, brussels, lines

from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.clocks import clocks
from domain.decide.detention import custody_clocks
from domain.decide.lengths import covered
from domain.decide.release import detention_lawful
from domain.rules import Unit
from domain.trajectory import replay
from domain.values import Sealed

OURS = ("DET-", "CDC-", "PRI-", "DUB-02")
REVIEWED = Act(e.FamilyStayReviewed(outcome="stay-needed"), GONE.who, brussels("2026-03-08 10:00"))


def dossier(*history):
    state = replay(lines(history, NUMBER))
    assert state is not None
    return state


def counted(*history, at):
    return custody_clocks(dossier(*history), brussels(at))


def due(*history, at):
    running = [one for one in clocks(dossier(*history), brussels(at)) if one.rule.startswith(OURS)]
    return {(one.rule, one.at.isoformat()) for one in running}


def on(rule, moment):
    return rule, brussels(moment).isoformat()


# -- days ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "days"),
    [
        ("2026-03-02 12:00", 1),  # the first day counts
        ("2026-03-02 23:59", 1),
        ("2026-03-03 00:00", 2),
        ("2026-03-28 23:59", 27),
        ("2026-03-29 23:59", 28),  # a day of 23 hours
        ("2026-03-30 00:00", 29),
    ],
)
def test_a_day_of_which_a_part_was_spent_held_counts(at, days):
    found = counted(*HELD, at=at)
    assert (found.titles[0].days, found.cumulative) == (days, days)


def test_the_clocks_say_when_the_title_ends_and_when_detention_does():
    found = counted(*HELD, at="2026-03-10 09:00")
    assert found.ends == date(2026, 5, 1)
    assert (found.maximum, found.rule) == (date(2026, 8, 1), "DET-05")


def test_a_prolongation_moves_the_title_and_not_the_maximum():
    found = counted(*TWICE_PROLONGED, at="2026-06-30 09:00")
    assert (found.ends, found.maximum) == (date(2026, 8, 1), date(2026, 8, 1))


def test_prolonged_for_public_order_the_maximum_is_eight_months():
    proposed = PROLONGATION_PROPOSED.at("2026-07-27 10:00").but(public_order=True)
    prolonged = PROLONGED.at("2026-07-30 10:00").but(until="2026-09-01")
    found = counted(*TWICE_PROLONGED, proposed, prolonged, at="2026-08-03 09:00")
    assert (found.ends, found.maximum) == (date(2026, 9, 1), date(2026, 11, 1))
    assert found.rule == "DET-06"


def test_days_in_prison_do_not_count():
    away = (*HELD, TO_PRISON)
    assert counted(*away, at="2026-03-20 09:00").cumulative == 11  # 2 to 12 March
    back = counted(*away, BACK, at="2026-03-22 10:00")
    assert (back.cumulative, back.titles[0].days) == (12, 12)
    assert back.ends == date(2026, 5, 1), "the end of a title is dated"
    assert back.maximum == date(2026, 8, 10), "nine whole days were spent elsewhere"


def test_who_leaves_and_returns_on_one_day_was_held_that_day_once():
    same_day = BACK.at("2026-03-12 18:00")
    found = counted(*HELD, TO_PRISON, same_day, at="2026-03-13 09:00")
    assert (found.cumulative, found.maximum) == (12, date(2026, 8, 1))


def test_days_in_hospital_count():
    found = counted(*HELD, TO_HOSPITAL, at="2026-03-20 09:00")
    assert found.cumulative == 19


def test_days_at_liberty_do_not_count_and_no_title_runs():
    found = counted(*HELD, RELEASED, at="2026-05-20 09:00")
    assert found.cumulative == 40
    assert (found.titles[0].days, found.ends, found.maximum) == (40, None, None)


def test_who_absconded_was_held_until_the_day_the_presumption_was_raised():
    assert counted(*HELD, PRESUMED, GONE, at="2026-03-20 09:00").cumulative == 11
    found = counted(*HELD, PRESUMED, GONE, FOUND, at="2026-03-27 09:00")
    assert found.cumulative == 11


def test_after_the_departure_nothing_counts_any_more():
    gone = DEPARTED.at("2026-03-26 07:10")
    assert counted(*HELD, gone, at="2026-09-01 09:00").cumulative == 25


def test_detention_before_the_title_counts_in_both_clocks():
    early = (ADMITTED, PROPOSED.but(held_since="2026-02-27"), ISSUED.but(until="2026-04-26"))
    found = counted(*early, at="2026-03-02 13:00")
    assert (found.titles[0].days, found.cumulative) == (4, 4)
    assert found.titles[0].first == date(2026, 2, 27)


def anew(**said):
    proposed = PROPOSED.at("2026-04-20 10:00").but(**said)
    return (*HELD, proposed, ISSUED.at("2026-04-20 12:00").but(until="2026-06-19"))


def test_after_a_refusal_to_board_the_title_s_clock_restarts_and_the_other_goes_on():
    found = counted(*anew(refused_boarding_on="2026-04-19"), at="2026-04-30 09:00")
    assert [title.days for title in found.titles] == [50, 11]
    assert found.cumulative == 60
    assert found.maximum == date(2026, 9, 19), "five months from the new title"


def test_without_a_refusal_to_board_a_new_title_goes_on_with_the_old_maximum():
    found = counted(*anew(), at="2026-04-30 09:00")
    assert [title.days for title in found.titles] == [50, 11]
    assert (found.cumulative, found.maximum) == (60, date(2026, 8, 1))


def test_all_titles_together_end_at_the_european_ceiling():
    history, day = [ADMITTED], date(2026, 3, 2)
    for month in range(0, 18, 2):
        year, at = divmod(2 + month, 12)
        near = f"{2026 + year}-{at + 1:02}-02"
        history.append(PROPOSED.at(f"{near} 11:00").but(refused_boarding_on=near))
        history.append(ISSUED.at(f"{near} 12:00").but(until=f"{near}"))
    found = counted(*history, at="2027-07-03 09:00")
    assert (found.maximum, found.rule) == (date(2027, 9, 1), "DET-12")
    assert found.cumulative == (date(2027, 7, 3) - day).days + 1


def test_where_nobody_was_held_nothing_counts():
    nowhere = ADMITTED.but(centre="XYZ")  # a place of which nothing is known
    assert counted(nowhere, at="2026-03-20 09:00") == ((), 0, None, None, None)
    of_old = ADMITTED.but(procedure=1)
    assert counted(of_old, at="2026-03-20 09:00") == ((), 0, None, None, None)


# -- without a title -----------------------------------------------------------------------


LATE = (PROPOSED.at("2026-03-09 09:00"), ISSUED.at("2026-03-09 12:00"))


def test_the_clock_starts_at_the_arrival_however_late_the_title_comes():
    before = counted(ADMITTED, at="2026-03-08 09:00")
    assert (before.titles, before.cumulative) == ((), 7)
    after = counted(ADMITTED, *LATE, at="2026-03-09 15:00")
    assert after.cumulative == 8
    assert after.titles[0].first == date(2026, 3, 2)
    assert after.maximum == date(2026, 8, 1)


@pytest.mark.parametrize("centre", ["HOL", "TUB"])
@pytest.mark.parametrize("came_from", ["police", "border", "prison", "transfer", "other"])
def test_wherever_one_came_from_one_is_held_from_the_arrival(centre, came_from):
    found = counted(ADMITTED.but(centre=centre, came_from=came_from), at="2026-03-03 09:00")
    assert found.cumulative == 2


def test_a_title_is_due_by_the_end_of_the_day_of_arrival():
    duty = ("CUS-06", brussels("2026-03-03 00:00"))
    for at in ("2026-03-02 12:00", "2026-03-20 09:00"):
        found = [(one.rule, one.at) for one in clocks(dossier(ADMITTED), brussels(at))]
        assert duty in found
    assert not [
        one for one in clocks(dossier(*HELD), brussels("2026-03-20 09:00")) if one.rule == "CUS-06"
    ]


@pytest.mark.parametrize(
    ("at", "rules"),
    [("2026-03-02 23:59", []), ("2026-03-03 00:00", ["CUS-06"]), ("2026-03-20 09:00", ["CUS-06"])],
)
def test_nobody_is_held_without_a_title_once_the_day_of_arrival_is_over(at, rules):
    assert findings(ADMITTED, at=at) == rules
    assert findings(ADMITTED.but(centre="TUB"), at=at) == rules
    assert findings(ADMITTED, RELEASED.at("2026-03-02 20:00"), at=at) == []
    assert findings(*HELD, at=at) == []


def test_a_title_that_came_late_ends_the_finding_not_the_count():
    assert findings(ADMITTED, *LATE, at="2026-03-09 13:00") == []


@pytest.mark.parametrize(
    ("at", "rules"), [("2026-03-10 23:59", []), ("2026-03-11 00:00", ["DET-15"])]
)
def test_a_child_found_in_a_closed_centre_and_not_moved_that_day_is_held_unlawfully(at, rules):
    doubt = Act(
        e.AgeDisputed(reason="conflicting-documents"), GONE.who, brussels("2026-03-10 09:00")
    )
    assert findings(*HELD, STEPPED, doubt, at=at) == rules


def test_a_released_resident_s_old_title_covers_no_new_stay():
    again = (
        e.TransferReceived(place="BRU", file=True, property=True, medicines=True, lawyer="none"),
    )
    back = [Act(one, GONE.who, brussels("2026-04-12 09:00")) for one in again]
    assert findings(*HELD, STEPPED, RELEASED, *back, at="2026-04-13 09:00") == ["CUS-06"]


def test_who_was_taken_over_is_asked_for_a_title_since_then():
    old = (ADMITTED.but(procedure=1), MIGRATED.at("2026-03-10 09:00"))
    assert counted(*old, at="2026-03-10 12:00").cumulative == 9
    assert findings(*old, at="2026-03-10 23:59") == []
    assert findings(*old, at="2026-03-11 00:00") == ["CUS-06"]


def test_a_family_s_stay_is_reviewed_from_the_arrival_title_or_not():
    at_tubize = ADMITTED.but(centre="TUB")
    assert on("DET-14", "2026-03-10 00:00") in due(at_tubize, at="2026-03-05 09:00")


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-12-28", 2, "2027-02-27"),
        ("2026-12-31", 4, "2027-04-30"),
        ("2026-12-31", 5, "2027-05-30"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-03-01", 1, "2026-03-31"),
        ("2028-02-29", 12, "2029-02-28"),
    ],
)
def test_a_month_runs_from_a_date_to_its_eve(first, months, last):
    counted_until = covered(date.fromisoformat(first), months, Unit.MONTHS)
    assert counted_until == date.fromisoformat(last)


# -- what is due --------------------------------------------------------------------------


def test_a_title_ends_with_its_last_day_and_stays_due():
    ends, most = on("DET-01", "2026-05-02 00:00"), on("DET-05", "2026-08-02 00:00")
    assert due(*HELD, STEPPED, at="2026-04-30 09:00") == {ends, most}
    assert due(*HELD, STEPPED, at="2026-05-03 09:00") == {ends, most}
    assert due(*HELD, STEPPED, RELEASED, at="2026-05-03 09:00") == set()


def test_a_step_towards_removal_is_due_on_the_seventh_working_day():
    step = on("DET-02", "2026-03-12 00:00")
    assert step in due(*HELD, at="2026-03-03 09:00")
    assert step in due(*HELD, at="2026-03-20 09:00"), "a duty stays due"
    assert step not in due(*HELD, STEPPED, at="2026-03-05 09:00")


def test_the_minister_s_seizure_is_due_on_the_fifth_working_day_and_then_the_ruling():
    # Decided on Wednesday 24 June.
    seizure = on("CDC-05", "2026-07-02 00:00")
    assert seizure in due(*TWICE_PROLONGED, at="2026-06-25 09:00")
    ruling = on("CDC-03", "2026-07-04 00:00")  # seized on Friday 26 June
    seized = (*TWICE_PROLONGED, SEIZED_BY_MINISTER)
    assert ruling in due(*seized, at="2026-06-27 09:00")
    assert seizure not in due(*seized, at="2026-06-27 09:00")
    ruled = due(*seized, MAINTAINED_IN_JULY, at="2026-07-01 12:00")
    assert ruling not in ruled
    assert on("CDC-02", "2026-07-24 00:00") in ruled


def test_a_family_s_stay_is_reviewed_every_seven_days():
    assert on("DET-14", "2026-03-10 00:00") in due(*FAMILY_HELD, at="2026-03-05 09:00")
    assert on("DET-14", "2026-03-10 00:00") in due(*FAMILY_HELD, at="2026-03-12 09:00")
    assert on("DET-14", "2026-03-16 00:00") in due(*FAMILY_HELD, REVIEWED, at="2026-03-09 09:00")
    assert not [row for row, _ in due(*HELD, at="2026-03-05 09:00") if row == "DET-14"]


def test_a_prison_s_notice_is_due_at_once():
    notice = on("PRI-01", "2026-03-12 09:00")
    assert due(*HELD, TO_PRISON, at="2026-03-12 10:00") == {notice}
    assert due(*HELD, TO_PRISON, NOTICED, at="2026-03-12 12:00") == set()


def test_an_address_may_come_for_three_working_days():
    term = on("DUB-02", "2026-03-18 00:00")
    assert term in due(*HELD, STEPPED, PRESUMED, at="2026-03-14 09:00")
    assert term not in due(*HELD, STEPPED, PRESUMED, at="2026-03-18 00:00")
    other = PRESUMED.but(cause="non-cooperation")
    assert term not in due(*HELD, STEPPED, other, at="2026-03-14 09:00")


# -- what was lawful ----------------------------------------------------------------------


def findings(*history, at):
    moment = brussels(at)
    attempt = Attempt(dossier(*history), "ConfirmDeparture", Context(moment, moment))
    return [failing.rule for failing in detention_lawful(attempt)]


@pytest.mark.parametrize(
    ("at", "rules"),
    [("2026-05-01 12:00", []), ("2026-05-01 23:59", []), ("2026-05-02 00:00", ["DET-01"])],
)
def test_a_title_that_ran_out_holds_nobody(at, rules):
    assert findings(*HELD, STEPPED, at=at) == rules
    assert findings(*HELD, STEPPED, RELEASED, at=at) == []


def test_at_the_maximum_release_is_mandatory():
    ruled = (*TWICE_PROLONGED, SEIZED_BY_MINISTER, MAINTAINED_IN_JULY)
    assert findings(*ruled, at="2026-08-01 23:59") == []
    assert findings(*ruled, at="2026-08-02 00:00") == ["DET-05"]


@pytest.mark.parametrize(
    ("at", "rules"), [("2026-07-01 23:59", []), ("2026-07-02 00:00", ["CDC-05"])]
)
def test_where_the_minister_does_not_seize_the_chamber_release_is_mandatory(at, rules):
    assert findings(*TWICE_PROLONGED, at=at) == rules


def test_a_late_seizure_by_the_minister_mends_nothing():
    late = SEIZED_BY_MINISTER.at("2026-07-02 09:00")
    assert "CDC-05" in findings(*TWICE_PROLONGED, late, at="2026-07-03 09:00")


@pytest.mark.parametrize(
    ("at", "rules"), [("2026-03-12 23:59", []), ("2026-03-13 00:00", ["CDC-03"])]
)
def test_where_the_chamber_does_not_rule_in_time_release_is_mandatory(at, rules):
    assert findings(*HELD, ASKED, at=at) == rules


def test_in_prison_no_title_is_asked_for():
    assert findings(*HELD, TO_PRISON, at="2026-06-02 09:00") == []


def test_after_the_end_no_day_is_counted_whenever_the_dossier_is_closed():
    left = Act(e.NonReturnEstablished(reason="deceased"), COACH, brussels("2026-03-10 12:00"))
    closed = Act(e.TrajectoryClosed(), DIRECTOR, brussels("2026-06-10 12:00"))
    assert counted(*HELD, left, at="2026-07-01 12:00").cumulative == 9
    assert counted(*HELD, left, closed, at="2026-07-01 12:00").cumulative == 9


def test_the_time_away_is_no_detention_after_a_reopening():
    reason = Sealed.of("sent back by the other State")
    away = Act(
        e.NonReturnEstablished(reason="dublin-transfer"), COACH, brussels("2026-03-10 12:00")
    )
    again = Act(e.TrajectoryReopened(reason=reason), DIRECTOR, brussels("2026-03-20 12:00"))
    assert counted(*HELD, away, again, at="2026-03-20 18:00").cumulative == 10
    assert counted(*HELD, away, again, at="2026-03-21 18:00").cumulative == 11
