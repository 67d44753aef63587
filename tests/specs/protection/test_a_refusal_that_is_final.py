"""
A refusal of asylum is final once nothing can be brought against it any more, and not before.

The refusal of the example dossier is notified by hand on Friday 13 March 2026: thirty days end
on Sunday 12 April, so on Monday the 13th.
"""

from datetime import date

import pytest
from dossier import APPEAL_WITHDRAWN, DRAFTED, INFORMED, NOTIFIED, TAKEN
from examples.protection import ADMITTED, AGAIN, APPLIED, DECIDE, REFUSED, SENT
from examples.remedies import brought
from given import given

from domain.lifecycle import AsylumState
from domain.values import AppealKind, Means

FINAL = DECIDE.model_copy(update={"final": True})
TOLD = (ADMITTED, APPLIED, SENT)
APPEAL = brought(AppealKind.ASYLUM, "2026-03-17 10:00")


def final(*history, at, **said):
    return given(*history).when(FINAL.model_copy(update=said), at=at)


@pytest.mark.parametrize("history", [TOLD, (*TOLD, REFUSED)], ids=["at once", "after it was told"])
def test_not_while_its_term_runs(history):
    for at in ("2026-03-13 17:00", "2026-04-12 12:00", "2026-04-13 23:59"):
        final(*history, at=at).then_refused("APP-04a", passes_on=date(2026, 4, 14))
    final(*history, at="2026-04-14 00:00").then_state(protection__asylum=AsylumState.FINAL_NEGATIVE)


@pytest.mark.parametrize(
    ("said", "rule", "last", "after"),
    [
        ({"held": True}, "APP-04b", "2026-03-23 23:59", "2026-03-24 00:00"),
        ({"outcome": "inadmissible"}, "APP-04b", "2026-03-23 23:59", "2026-03-24 00:00"),
        ({"outcome": "inadmissible-later"}, "APP-04c", "2026-03-18 23:59", "2026-03-19 00:00"),
        ({"outcome": "implicitly-withdrawn"}, "APP-04a", "2026-04-13 23:59", "2026-04-14 00:00"),
    ],
)
def test_each_outcome_has_its_own_term(said, rule, last, after):
    history = (ADMITTED, AGAIN, SENT)
    final(*history, at=last, **said).then_refused(rule)
    final(*history, at=after, **said).events()


def test_nor_while_the_term_of_the_law_of_17_june_2026_runs():
    notified = {"notified_on": "2026-06-12", "appeal_term_days": 14}
    history = (*TOLD, REFUSED.at("2026-06-12 16:00").but(**notified))
    final(*history, at="2026-06-26 23:59").then_refused("APP-10", passes_on=date(2026, 6, 27))
    final(*history, at="2026-06-27 00:00").events()


# -- what is not known --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("missing", "rule"),
    [
        ({"notified_on": None}, "NOT-02"),
        ({"means": None}, "NOT-02"),
        ({"remedies_stated": None}, "INF-04"),
        ({"remedies_stated": False}, "INF-04"),
    ],
)
def test_nor_while_its_term_is_not_known(missing, rule):
    final(*TOLD, at="2026-09-01 10:00", **missing).then_refused(rule)
    history = (*TOLD, REFUSED.but(**missing))
    final(*history, at="2026-09-01 10:00", **missing).then_refused(rule)


def test_what_nobody_had_told_may_be_told_with_it():
    history = (*TOLD, REFUSED.but(notified_on=None, means=None, remedies_stated=None))
    final(*history, at="2026-04-13 10:00").then_refused("APP-04a")
    final(*history, at="2026-04-14 10:00").events()


def test_what_is_on_record_is_not_told_otherwise():
    history = (*TOLD, REFUSED)
    final(*history, at="2026-04-13 10:00", notified_on="2026-03-09").then_refused("APP-04a")
    final(*history, at="2026-04-13 10:00", held=True).then_refused("APP-04a")
    unstated = (*TOLD, REFUSED.but(remedies_stated=False))
    final(*unstated, at="2026-09-01 10:00").then_refused("INF-04")


def test_of_one_notified_here_its_notification_counts():
    said = {"kind": "asylum-refused"}
    round_ = (DRAFTED.but(**said), TAKEN.but(**said), NOTIFIED)
    history = (ADMITTED, INFORMED, APPLIED, SENT, *round_)
    unsaid = {"notified_on": None, "means": None, "remedies_stated": None}
    final(*history, at="2026-04-13 23:59", **unsaid).then_refused("APP-04a")
    final(*history, at="2026-04-14 00:00", **unsaid).events()


# -- appeals ------------------------------------------------------------------------------


def test_nor_while_an_appeal_is_open_against_it():
    history = (*TOLD, REFUSED, APPEAL)
    final(*history, at="2026-09-01 10:00").then_refused(
        "APP-04a", saying="the asylum appeal CCE-318442 is undecided since 2026-03-17"
    )
    withdrawn = (*history, APPEAL_WITHDRAWN)
    final(*withdrawn, at="2026-04-13 10:00").then_refused("APP-04a")
    final(*withdrawn, at="2026-04-14 10:00").events()


def test_nor_before_the_appeal_was_over():
    late = APPEAL_WITHDRAWN.at("2026-05-04 10:00")
    asked = given(*TOLD, REFUSED, APPEAL, late)
    asked.when(FINAL, at="2026-04-20 10:00", now="2026-05-04 11:00").then_refused("ORD-02")


def test_an_appeal_of_another_kind_is_not_against_it():
    urgent = brought(AppealKind.EXTREME_URGENCY, "2026-03-17 10:00")
    final(*TOLD, REFUSED, urgent, at="2026-04-14 10:00").events()


@pytest.mark.parametrize("outcome", ["refugee", "subsidiary", "withdrawn"])
def test_what_refuses_nothing_waits_for_nothing(outcome):
    final(*TOLD, at="2026-03-13 17:00", outcome=outcome).events()


def test_a_letter_is_counted_from_its_presumed_arrival():
    history = (*TOLD, REFUSED.but(means=Means.REGISTERED))
    final(*history, at="2026-04-16 23:59").then_refused("APP-04a", passes_on=date(2026, 4, 17))
    final(*history, at="2026-04-17 00:00").events()
