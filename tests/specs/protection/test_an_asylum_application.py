"""An asylum application: the wish, the application, its declarations and the decision."""

from datetime import date

import pytest
from examples.custody import RELEASED
from examples.protection import (
    ADMITTED,
    AGAIN,
    APPLIED,
    DECIDE,
    FINALLY_REFUSED,
    LODGE,
    RECOGNISED,
    REFUSED,
    SEND,
    SENT,
    WISH,
    WISHED,
)
from examples.remedies import dossier, in_the_way
from given import brussels, given

from domain.decide.clocks import clocks
from domain.decide.enforcement import no_remedy_runs
from domain.events import AsylumDecided, AsylumLodged, AsylumWishExpressed
from domain.lifecycle import AsylumState
from domain.values import Category, Function, sealed_fields

S = AsylumState
WITHDRAWN = REFUSED.but(outcome="withdrawn")


def state(*history):
    return dossier(history).protection.asylum


def duties(*history, at):
    found = clocks(dossier(history), brussels(at))
    return [(due.rule, due.at, due.what) for due in found if due.rule == "PRO-02"]


# -- how far it is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ((ADMITTED,), None),
        ((ADMITTED, WISHED), S.WISH),
        ((ADMITTED, WISHED, APPLIED), S.PENDING),
        ((ADMITTED, APPLIED), S.PENDING),
        ((ADMITTED, AGAIN), S.SUBSEQUENT_PENDING),
        ((ADMITTED, APPLIED, REFUSED), S.REFUSED),
        ((ADMITTED, APPLIED, FINALLY_REFUSED), S.FINAL_NEGATIVE),
        ((ADMITTED, APPLIED, RECOGNISED), S.GRANTED),
        ((ADMITTED, APPLIED, RECOGNISED.but(outcome="subsidiary")), S.GRANTED),
        ((ADMITTED, APPLIED, REFUSED.but(outcome="implicitly-withdrawn")), S.REFUSED),
        ((ADMITTED, WISHED, WITHDRAWN), S.WITHDRAWN),
        ((ADMITTED, APPLIED, REFUSED.but(outcome="unheard-of")), S.PENDING),
        ((ADMITTED, APPLIED, REFUSED, WISHED.at("2026-03-20 09:00")), S.WISH),
        ((ADMITTED, REFUSED), S.REFUSED),  # of an application nobody put on record
    ],
)
def test_it_stands_where_its_acts_lead(history, expected):
    assert state(*history) is expected


def test_each_act_is_recorded():
    given(ADMITTED).when(WISH).then(WISHED)
    given(ADMITTED, WISHED).when(LODGE).then(APPLIED)
    given(ADMITTED, WISHED, APPLIED).when(SEND).then(SENT)
    given(ADMITTED, APPLIED, SENT).when(DECIDE, at="2026-03-13 16:00").then(REFUSED)


def test_a_wish_may_come_late_to_the_desk():
    asked = given(ADMITTED, REFUSED.but(outcome="withdrawn").at("2026-03-03 09:00")).when(
        WISH, at="2026-03-05 21:15", now="2026-03-09 08:00"
    )
    application = asked.state_after().protection.application
    assert application
    assert application.wished == brussels("2026-03-05 21:15")


# -- order --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("history", "order"),
    [
        ((ADMITTED, WISHED), WISH),
        ((ADMITTED, APPLIED), WISH),
        ((ADMITTED, APPLIED), LODGE),
        ((ADMITTED,), SEND),
        ((ADMITTED, WISHED), SEND),
        ((ADMITTED, APPLIED, REFUSED), SEND),
        ((ADMITTED,), DECIDE),
        ((ADMITTED, APPLIED, FINALLY_REFUSED), DECIDE),
        ((ADMITTED, APPLIED, RECOGNISED), DECIDE),
    ],
)
def test_one_act_follows_another(history, order):
    given(*history).when(order, at="2026-03-20 10:00").then_refused(
        "PRO-05", saying="the asylum application is"
    )


def test_declarations_are_sent_once():
    given(ADMITTED, APPLIED, SENT).when(SEND).then_refused(
        "PRO-05", saying="the declarations were sent on 2026-03-06"
    )


def test_a_wish_can_only_be_withdrawn():
    given(ADMITTED, WISHED).when(DECIDE, at="2026-03-14 10:00").then_refused(
        "PRO-05", saying="a wish can only be withdrawn"
    )
    withdrawn = DECIDE.model_copy(update={"outcome": "withdrawn"})
    given(ADMITTED, WISHED).when(withdrawn, at="2026-03-14 10:00").events()


def test_of_a_refusal_only_that_it_is_final_can_follow():
    given(ADMITTED, APPLIED, REFUSED).when(DECIDE).then_refused("PRO-05", saying="this is final")
    final = DECIDE.model_copy(update={"final": True})
    asked = given(ADMITTED, APPLIED, REFUSED).when(final, at="2026-04-14 09:00")
    application = asked.state_after().protection.application
    assert application
    assert application.state is S.FINAL_NEGATIVE
    assert (application.decided, application.final) == (REFUSED.when, brussels("2026-04-14 09:00"))


def test_an_application_after_another_on_record_is_a_subsequent_one():
    history = (ADMITTED, APPLIED, FINALLY_REFUSED)
    given(*history).when(LODGE).then_refused(
        "PRO-05", saying="1 earlier application(s) are on record"
    )
    again = LODGE.model_copy(update={"earlier": 1})
    given(*history).when(again).then_state(protection__asylum=S.SUBSEQUENT_PENDING)


def test_not_before_the_act_it_follows():
    given(ADMITTED, WISHED).when(LODGE, at="2026-03-05 21:14").then_refused(
        "ORD-02", passes_on=date(2026, 3, 5)
    )


@pytest.mark.parametrize("day", ["2026-02-30", "9999-99-99"])
def test_days_are_days_of_the_calendar(day):
    odd = DECIDE.model_copy(update={"notified_on": day})
    given(ADMITTED, APPLIED).when(odd, at="2026-03-20 10:00").then_refused("PRO-05")
    earlier = LODGE.model_copy(update={"earlier": 1, "earlier_final_on": day})
    given(ADMITTED).when(earlier).then_refused("PRO-05", saying="is no day of the calendar")


def test_nothing_is_notified_tomorrow():
    given(ADMITTED, APPLIED).when(DECIDE, at="2026-03-12 10:00").then_refused(
        "ORD-03", passes_on=date(2026, 3, 13)
    )
    given(ADMITTED, APPLIED).when(DECIDE, at="2026-03-13 10:00").events()


def test_a_dossier_under_the_first_version_has_no_such_step():
    given(ADMITTED.but(procedure=1)).when(WISH).then_refused("ORD-06")


# -- duties -------------------------------------------------------------------------------


def test_a_wish_is_lodged_and_declarations_are_sent_within_the_hours_of_the_house():
    lodge = ("PRO-02", brussels("2026-03-06 21:15"), "have the asylum application lodged")
    send = (
        "PRO-02",
        brussels("2026-03-07 10:00"),
        "send the declarations to the asylum commissioner",
    )
    assert duties(ADMITTED, at="2026-03-05 22:00") == []
    assert duties(ADMITTED, WISHED, at="2026-03-05 22:00") == [lodge]
    assert duties(ADMITTED, WISHED, at="2026-03-09 22:00") == [lodge]  # overdue
    assert duties(ADMITTED, WISHED, APPLIED, at="2026-03-09 22:00") == [send]
    assert duties(ADMITTED, WISHED, APPLIED, SENT, at="2026-03-09 22:00") == []
    assert duties(ADMITTED, WISHED, WITHDRAWN, at="2026-03-14 22:00") == []


# -- who, and who reads -------------------------------------------------------------------


def test_whoever_hears_a_wish_records_it():
    given(ADMITTED).when(WISH).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.INTERVIEWER,
        Function.MIGRATION_ASSISTANT,
        Function.MIGRATION_OFFICER,
        Function.SECURITY,
    )


def test_applications_are_signed_before_coaches_interviewers_and_officers():
    four = (
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.INTERVIEWER,
        Function.MIGRATION_OFFICER,
    )
    given(ADMITTED, WISHED).when(LODGE).is_for(*four)
    given(ADMITTED, APPLIED).when(SEND).is_for(*four)


def test_the_decision_is_recorded_by_an_officer_or_the_attache():
    asked = given(ADMITTED, APPLIED).when(DECIDE, at="2026-03-13 16:00")
    asked.is_for(Function.MIGRATION_OFFICER, Function.ATTACHE_COACH)


@pytest.mark.parametrize("event", [AsylumWishExpressed, AsylumLodged, AsylumDecided])
def test_every_free_text_of_it_is_sealed_as_asylum(event):
    assert set(sealed_fields(event).values()) == {Category.ASYLUM}


# -- days and places that are on record ---------------------------------------------------------


@pytest.mark.parametrize(
    ("notified_on", "passes"),
    [("2026-03-06", True), ("2026-03-05", False), ("2026-01-02", False), ("2025-03-13", False)],
)
def test_a_decision_is_not_notified_before_the_application_was_made(notified_on, passes):
    order = DECIDE.model_copy(update={"notified_on": notified_on})
    asked = given(ADMITTED, WISHED, APPLIED).when(order, at="2026-03-13 16:00")
    if passes:
        asked.events()
    else:
        asked.then_refused("PRO-05", saying="2026-03-06, when the application was made")


def test_such_a_day_on_record_sets_no_term_running():
    odd = REFUSED.but(notified_on="2025-03-13")
    found = in_the_way(no_remedy_runs, (ADMITTED, WISHED, APPLIED, odd), "2027-03-30 09:40")
    assert found == [("NOT-02", None)]


LET_GO = RELEASED.at("2026-03-08 16:00")


def test_that_it_was_notified_while_held_is_on_record():
    held = DECIDE.model_copy(update={"held": True})
    told = (ADMITTED, WISHED, APPLIED)
    given(*told).when(held, at="2026-03-13 16:00").events()
    given(*told, LET_GO).when(held, at="2026-03-13 16:00").then_refused(
        "PRO-05", saying="on 2026-03-13 the resident was not held"
    )
    that_day = held.model_copy(update={"notified_on": "2026-03-08"})
    given(*told, LET_GO).when(that_day, at="2026-03-13 16:00").events()
    unsaid = held.model_copy(update={"held": None})
    given(*told, LET_GO).when(unsaid, at="2026-03-13 16:00").events()


def test_what_was_told_against_the_record_does_not_shorten_the_term():
    told = (ADMITTED, WISHED, APPLIED, LET_GO, REFUSED.but(held=True))
    assert in_the_way(no_remedy_runs, told, "2026-03-24 09:00") == [("APP-04a", date(2026, 4, 14))]
    held = (ADMITTED, WISHED, APPLIED, REFUSED.but(held=True))
    assert in_the_way(no_remedy_runs, held, "2026-03-24 09:00") == []


def test_that_an_application_was_made_while_held_is_on_record_too():
    freed = (ADMITTED, RELEASED.at("2026-03-04 16:00"), WISHED)
    given(*freed).when(LODGE, at="2026-03-06 10:00").then_refused(
        "PRO-05", saying="on 2026-03-06 the resident was not held"
    )
    given(*freed).when(LODGE.model_copy(update={"held": False}), at="2026-03-06 10:00").events()


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        ("declarations", "notes the declarations"),
        ("language", "in which language"),
        ("acknowledgement", "were signed, or refused"),
    ],
)
def test_a_subsequent_application_comes_with_declarations_signed_or_refused(missing, why):
    order = LODGE.model_copy(update={"earlier": 1})
    given(ADMITTED, WISHED).when(order, at="2026-03-06 10:00").events()
    without = order.model_copy(update={missing: None})
    given(ADMITTED, WISHED).when(without, at="2026-03-06 10:00").then_refused("PRO-02", saying=why)
    first = without.model_copy(update={"earlier": 0})
    given(ADMITTED, WISHED).when(first, at="2026-03-06 10:00").events()
