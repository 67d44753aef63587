"""While the voluntary departure period runs nobody is made to leave (art. 74/14 §2)."""

from datetime import date

import pytest
from dossier import ANNULLED, DECLARED, DEPART, IOM_OPENED
from examples.decision import (
    ALERT,
    ASK_MORE,
    BAN_SERVED,
    BAN_TAKEN,
    BANNED,
    CUT,
    CUT_SHORT,
    DECIDED,
    DEFECT_FOUND,
    GIVE_MORE,
    HANDED_OVER,
    MORE_ASKED,
    MORE_GIVEN,
    PUT_RIGHT,
    REPORT_RISK,
    RISK_SEEN,
    SERVED,
    SEVEN_DAYS,
    TO_LEAVE,
    TO_NOTIFY,
)
from given import brussels, given

from domain.decide import Attempt, Context
from domain.decide.clocks import clocks
from domain.decide.enforcement import period_over
from domain.values import DepartureMode, Means

IOM = DepartureMode.VOLUNTARY_IOM
ESCORTED = DepartureMode.REMOVAL_ESCORTED


def blocked(*history, at, mode=ESCORTED):
    asked = given(*history).when(DEPART.model_copy(update={"mode": mode}), at=at)
    context = Context(brussels(at), brussels(at))
    return list(period_over(Attempt(asked.state(), "ConfirmDeparture", context, asked.command)))


def rules(*history, at, mode=ESCORTED):
    return [failing.rule for failing in blocked(*history, at=at, mode=mode)]


def days(n, **but):
    return (*TO_NOTIFY[:-1], SEVEN_DAYS.but(days=n, **but), HANDED_OVER)


# -- its length ---------------------------------------------------------------------------


def test_on_its_last_day_nobody_is_made_to_leave():
    # Notified on Friday 13 March, seven days: until Friday 20.
    [failing] = blocked(*SERVED, at="2026-03-20 23:59")
    assert failing.rule == "DEP-02"
    assert failing.values == {"last_day": date(2026, 3, 20)}
    assert failing.passes_on == date(2026, 3, 21)


def test_the_day_after_it_is_over_be_it_a_saturday():
    assert rules(*SERVED, at="2026-03-21 00:00") == []


def test_where_none_was_set_it_is_the_principle_of_thirty_days():
    not_set = (*TO_NOTIFY[:-1], HANDED_OVER)
    assert rules(*not_set, at="2026-04-12 09:00") == ["DEP-01"]
    assert rules(*not_set, at="2026-04-13 09:00") == []


@pytest.mark.parametrize(
    ("n", "row", "last"), [(6, "DEP-03", 19), (7, "DEP-02", 20), (1, "DEP-03", 14)]
)
def test_calendar_days_count_from_the_day_after_notification(n, row, last):
    assert rules(*days(n), at=f"2026-03-{last} 12:00") == [row]
    assert rules(*days(n), at=f"2026-03-{last + 1} 00:00") == []


def test_of_nought_days_none_is_left():
    assert rules(*days(0), at="2026-03-13 10:00") == []


def test_a_letter_counts_from_the_day_it_is_presumed_to_arrive():
    posted = (*TO_NOTIFY, HANDED_OVER.but(means=Means.REGISTERED))
    # Posted on 13 March, presumed on the 18th: until the 25th.
    assert rules(*posted, at="2026-03-25 12:00") == ["DEP-02"]
    assert rules(*posted, at="2026-03-26 00:00") == []


def test_a_night_in_winter_time_is_a_night_in_brussels():
    # 22:30 UTC on the 20th is 23:30 in Brussels: still the last day.
    assert rules(*SERVED, at="2026-03-20 23:30") == ["DEP-02"]


# -- what is not known --------------------------------------------------------------------


def test_a_notification_by_means_nobody_knows_blocks():
    [failing] = blocked(*TO_NOTIFY, HANDED_OVER.but(means=None), at="2027-03-20 12:00")
    assert failing.rule == "DEP-01"
    assert failing.passes_on is None


@pytest.mark.parametrize(
    "defect", ["wrong-notifier", "no-remedies", "not-in-hand", "never-arrived"]
)
def test_a_defect_blocks_until_it_is_put_right(defect):
    found = (*SERVED, DEFECT_FOUND.but(defects=(defect,)))
    assert rules(*found, at="2026-05-20 12:00") == ["DEC-07"]
    # Put right on 18 March: until the 25th.
    assert rules(*found, PUT_RIGHT, at="2026-03-25 12:00") == ["DEP-02"]
    assert rules(*found, PUT_RIGHT, at="2026-03-26 12:00") == []


@pytest.mark.parametrize("flag", ["no-translation", "no-contact"])
def test_a_missing_mention_is_noted_and_stops_no_term(flag):
    found = (*SERVED, DEFECT_FOUND.but(defects=(flag,)))
    assert rules(*found, at="2026-03-21 12:00") == []


def test_a_decision_of_unknown_kind_obliges_to_leave_in_thirty_days():
    unknown = [
        act.but(kind=None) if act in (TO_NOTIFY[3], TO_NOTIFY[4]) else act for act in SERVED[:-2]
    ]
    assert rules(*unknown, HANDED_OVER, at="2026-04-12 12:00") == ["DEP-01"]


# -- who it protects ----------------------------------------------------------------------


def test_who_signed_a_declaration_may_leave_before():
    signed = (*SERVED, IOM_OPENED, DECLARED)
    assert rules(*signed, at="2026-03-19 12:00", mode=IOM) == []
    assert rules(*signed, at="2026-03-19 12:00") == ["DEP-02"]


def test_who_signed_nothing_does_not_consent():
    assert rules(*SERVED, at="2026-03-19 12:00", mode=IOM) == ["DEP-02"]


def test_an_entry_ban_beside_it_does_not_end_it():
    both = (*SERVED, BANNED, BAN_TAKEN, BAN_SERVED)
    assert rules(*both, at="2026-03-20 12:00") == ["DEP-02"]
    assert rules(*both, at="2026-03-21 12:00") == []


# -- extended, cut short ------------------------------------------------------------------


def test_extended_it_runs_to_its_new_last_day():
    longer = (*SERVED, MORE_ASKED, MORE_GIVEN)
    assert rules(*longer, at="2026-04-02 12:00") == ["DEP-04"]
    assert rules(*longer, at="2026-04-03 00:00") == []


def test_cut_short_it_ends_at_once():
    assert rules(*SERVED, RISK_SEEN, CUT_SHORT, at="2026-03-17 10:05") == []


def test_cut_short_to_a_day_it_runs_until_then():
    shorter = (*SERVED, RISK_SEEN, CUT_SHORT.but(until="2026-03-18"))
    assert rules(*shorter, at="2026-03-18 12:00") == ["DEP-05"]
    assert rules(*shorter, at="2026-03-19 00:00") == []


# -- its clock ----------------------------------------------------------------------------


def test_the_desk_sees_when_it_ends():
    state = given(*SERVED).when(DEPART).state()
    [due] = [each for each in clocks(state, brussels("2026-03-14 09:00")) if each.rule == "DEP-02"]
    assert due.at == brussels("2026-03-21 00:00")
    assert not due.is_duty
    over = clocks(state, brussels("2026-03-21 00:00"))
    assert [each for each in over if each.rule == "DEP-02"] == []


def test_a_period_to_the_end_of_the_calendar_is_told_without_a_day_after():
    for_ever = (*SERVED, MORE_ASKED, MORE_GIVEN.but(until="9999-12-31"))
    [failing] = blocked(*for_ever, at="2026-04-02 12:00")
    assert failing.passes_on is None
    state = given(*for_ever).when(DEPART).state()
    assert [d for d in clocks(state, brussels("2026-04-02 12:00")) if d.rule == "DEP-04"] == []


# -- several decisions -----------------------------------------------------------------------


def ordered(on, reference, n, form="13"):
    """Tell an order to leave within so many days, notified at eleven on a day."""
    said = {"form": form, "reference": reference}
    return (
        TO_LEAVE.at(f"{on} 09:00").but(**said),
        DECIDED.at(f"{on} 09:30").but(**said),
        SEVEN_DAYS.at(f"{on} 10:00").but(days=n),
        HANDED_OVER.at(f"{on} 11:00").but(reference=reference),
    )


@pytest.mark.parametrize("form", ["13", "13septies"], ids=["another form", "the same form"])
def test_another_order_does_not_end_a_period_that_runs(form):
    history = (*days(30), *ordered("2026-03-16", "DEC-2026-00050", 0, form))
    assert rules(*history, at="2026-04-12 23:59") == ["DEP-01"]
    assert rules(*history, at="2026-04-13 00:00") == []


def test_of_several_periods_the_last_day_of_all_is_told_once():
    history = (*SERVED, *ordered("2026-03-16", "DEC-2026-00050", 7))
    [failing] = blocked(*history, at="2026-03-20 12:00")
    assert failing.values == {"last_day": date(2026, 3, 23)}


def test_an_order_that_was_annulled_leaves_no_period():
    gone = ANNULLED.at("2026-03-17 09:00").but(decision="DEC-2026-00042")
    history = (*days(30), *ordered("2026-03-16", "DEC-2026-00050", 0), gone)
    assert rules(*history, at="2026-03-18 12:00") == []


def test_a_defective_one_made_again_in_the_same_form_no_longer_blocks():
    found = (*days(30), DEFECT_FOUND)
    again = (*found, *ordered("2026-03-17", "DEC-2026-00050", 0, "13septies"))
    assert rules(*found, at="2026-05-20 12:00") == ["DEC-07"]
    assert rules(*again, at="2026-03-18 12:00") == []
    other = (*found, *ordered("2026-03-17", "DEC-2026-00050", 0))
    assert rules(*other, at="2026-05-20 12:00") == ["DEC-07"]


# -- while another decision is drafted ---------------------------------------------------------

ANOTHER_DRAFT = TO_LEAVE.at("2026-03-15 09:00").but(reference="DEC-2026-00050", form="13")


@pytest.mark.parametrize("kind", ["return-decision", "other"])
def test_a_draft_does_not_close_the_way_to_more_time(kind):
    drafting = (*SERVED, ANOTHER_DRAFT.but(kind=kind))
    given(*drafting).when(ASK_MORE, at="2026-03-16 10:00").then(MORE_ASKED)
    extended = (*drafting, MORE_ASKED, MORE_GIVEN)
    assert rules(*extended, at="2026-04-02 23:59") == ["DEP-04"]
    given(*drafting, MORE_ASKED).when(GIVE_MORE, at="2026-03-17 10:00").then(MORE_GIVEN)


def test_nor_to_less():
    drafting = (*SERVED, ANOTHER_DRAFT)
    given(*drafting).when(REPORT_RISK, at="2026-03-16 10:00").then(RISK_SEEN)
    given(*drafting, RISK_SEEN).when(CUT, at="2026-03-17 10:00").then(CUT_SHORT)
    assert rules(*drafting, RISK_SEEN, CUT_SHORT, at="2026-03-17 12:00") == []


def test_a_draft_does_not_keep_the_return_alert_of_a_decision_out():
    drafting = (*SERVED, ANOTHER_DRAFT)
    alerted = given(*drafting).when(ALERT, at="2026-03-16 10:00").state_after()
    assert [each.alerted is not None for each in alerted.rounds] == [True, False]
