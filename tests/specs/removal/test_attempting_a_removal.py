"""An attempt begins, is checked again, fails or is called off; every condition counts each time."""

from datetime import date

import pytest
from dossier import COACH, DEPARTED, HANDED_IN, SECURITY, UNFIT
from examples.removal import (
    ANNOUNCED,
    CANCEL,
    CANCELLED,
    CHECK,
    CHECKED,
    DOCUMENT,
    FAIL,
    FAILED,
    FIT_TO_FLY,
    LEAVE,
    MONITORED,
    PLANNED,
    SIGNED,
    START,
    STARTED,
    TAKEN_IN,
    TICKED_ON_THE_DAY,
    TO_START,
    UNDER_WAY,
    instead,
    ticked,
    without,
)
from given import brussels, given, there

from domain import events as e
from domain.lifecycle import AttemptState, Stage
from domain.rules import rule
from domain.values import Function, Sealed

REASONS = [
    "refused-to-board",
    "captain-refused",
    "airline-refused",
    "no-travel-document",
    "medically-unfit",
    "new-asylum-application",
    "extreme-urgency-lodged",
    "council-suspension",
    "interim-measure",
    "judicial-hold",
    "self-harm-hunger-strike",
    "absconded",
    "flight-cancelled",
    "escort-unavailable",
    "transit-refused",
    "destination-refused",
    "strike-or-epidemic",
    "administrative-error",
    "disembarked",
    "lawyer-action",
    "other",
]


def begin(history, at="2026-03-30 06:30"):
    return given(*history).when(START, by=SECURITY, at=at)


# -- beginning ------------------------------------------------------------------------------


def test_an_attempt_begins_when_nothing_stands_in_the_way():
    asked = begin(TO_START)
    asked.then(STARTED)
    attempt = asked.state_after().removal.attempt
    assert attempt.state is AttemptState.STARTED
    assert attempt.started == attempt.checked == brussels("2026-03-30 06:30")
    asked.then_state(stage=Stage.DEPARTURE_PLANNED)


def test_it_begins_once():
    begin((*TO_START, STARTED), at="2026-03-30 06:40").then_refused(
        "DPT-02", saying="is started; this needs planned"
    )


def test_nothing_begins_that_is_not_planned():
    begin((*TO_START, CANCELLED.at("2026-03-30 06:10"))).then_refused(
        "ORD-01", "DPT-02", "DPT-03", "EXE-04", "DPT-07"
    )


@pytest.mark.parametrize("tick", [*TICKED_ON_THE_DAY, SIGNED], ids=lambda act: act.event.item)
def test_every_item_of_the_check_list_is_done_by_then(tick):
    begin(without(TO_START, tick)).then_refused("DPT-03", saying=tick.event.item)


def test_remedies_looked_up_the_day_before_are_looked_up_again():
    begin(TO_START, at="2026-03-30 23:59").then(STARTED)
    begin(TO_START, at="2026-03-31 00:01").then_refused("DPT-03", saying="remedies-today")


# -- every condition, at that moment ----------------------------------------------------------


def test_what_came_up_since_it_was_planned_stops_it():
    # A remedy brought in time, told of only now.
    begin((*TO_START, HANDED_IN)).then_refused("APP-03", "DPT-03", finding="DEPARTED_UNDER_APPEAL")


def test_a_doctor_s_finding_of_the_morning_stops_it():
    begin((*TO_START, UNFIT.at("2026-03-30 06:20"))).then_refused("EXE-06", "DPT-03")


def test_a_document_lost_on_the_way_stops_it():
    lost = DOCUMENT.at("2026-03-30 06:20")
    lost = type(lost)(e.TravelDocumentLost(kind="passport"), lost.who, lost.when)
    begin((*TO_START, lost)).then_refused("IDE-03", "DPT-03")


def test_everything_in_the_way_is_said_at_once():
    bare = without(TO_START, ANNOUNCED, MONITORED, FIT_TO_FLY, DOCUMENT, SIGNED)
    begin((*bare, HANDED_IN)).then_refused(
        "DPT-03", "APP-03", "EXE-06", "IDE-03", "DPT-07", "EXE-04"
    )


def test_what_was_so_only_later_does_not_count():
    # Fit from 08:30 on Saturday: an attempt of the Friday before was not lawful.
    begin(TO_START, at="2026-03-27 06:30").then_refused(
        "ORD-02", "DPT-03", passes_on=date(2026, 3, 30)
    )


# -- checked again ------------------------------------------------------------------------------


def test_it_is_checked_again_with_all_conditions():
    asked = given(*TO_START, STARTED).when(CHECK, by=SECURITY, at="2026-03-30 08:45")
    asked.then(CHECKED)
    assert there(asked.state_after().removal.attempt).checked == brussels("2026-03-30 08:45")


def test_a_check_that_finds_something_is_no_check():
    found = UNFIT.at("2026-03-30 08:40")
    given(*TO_START, STARTED, found).when(CHECK, by=SECURITY, at="2026-03-30 08:45").then_refused(
        "EXE-06"
    )


def test_there_is_nothing_to_check_without_a_plan():
    given(*TO_START, CANCELLED.at("2026-03-30 06:10")).when(CHECK).then_refused(
        "ORD-01", "DPT-02", "EXE-04", "DPT-07"
    )


def test_a_removal_is_confirmed_within_sixty_minutes_of_the_last_check():
    assert (rule("DPT-01").length, rule("DPT-01").unit) == (60, "minutes")
    given(*UNDER_WAY).when(LEAVE, at="2026-03-30 09:45").then_state(stage=Stage.DEPARTED)
    given(*UNDER_WAY).when(LEAVE, at="2026-03-30 09:46").then_refused(
        "DPT-01", saying="last checked on 2026-03-30 08:45, more than 60 minutes before"
    )


def test_the_start_itself_is_such_a_check():
    history = (*TO_START, STARTED)
    assert given(*history).when(LEAVE, at="2026-03-30 07:30").events()
    given(*history).when(LEAVE, at="2026-03-30 07:31").then_refused("DPT-01")


def test_it_is_the_moment_of_departure_that_counts_not_that_of_recording():
    late = given(*UNDER_WAY).when(LEAVE, at="2026-03-30 09:40", now="2026-03-31 16:00")
    late.then_state(stage=Stage.DEPARTED)


# -- not carried out ------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", REASONS)
def test_an_attempt_fails_for_a_reason_on_the_list(reason):
    remark = Sealed.of("fog at destination") if reason == "other" else None
    order = FAIL.model_copy(update={"reason": reason, "remark": remark})
    asked = given(*TO_START, STARTED).when(order, by=SECURITY)
    asked.then_state(stage=Stage.REMOVAL_PREPARED)
    attempt = there(asked.state_after().removal.attempt)
    assert (attempt.state, attempt.reason) == (AttemptState.FAILED, reason)


def test_there_are_no_other_reasons():
    from domain.rules import code_list

    assert list(code_list("removal.not-executed")) == REASONS
    unheard = FAIL.model_copy(update={"reason": "bad-weather"})
    given(*TO_START, STARTED).when(unheard).then_refused("COD-01")


def test_another_reason_needs_words():
    other = CANCEL.model_copy(update={"reason": "other"})
    given(*PLANNED).when(other).then_refused("COD-02", saying="other needs a remark")


def test_what_has_not_begun_is_called_off_and_does_not_fail():
    given(*PLANNED).when(FAIL).then_refused("DPT-02", saying="is planned; this needs started")
    asked = given(*PLANNED).when(CANCEL, by=COACH)
    asked.then(e.AttemptCancelled(reason="flight-cancelled"))
    asked.then_state(stage=Stage.REMOVAL_PREPARED)


def test_what_has_begun_fails_and_is_not_called_off():
    given(*TO_START, STARTED).when(CANCEL).then_refused(
        "DPT-02", saying="is started; this needs planned"
    )


def test_what_is_over_neither_fails_nor_is_called_off():
    for order in (FAIL, CANCEL):
        given(*TO_START, STARTED, FAILED).when(order).then_refused("ORD-01", "DPT-02")
        departed = DEPARTED.at("2026-03-30 07:00")
        given(*TO_START, STARTED, departed).when(order).then_refused("ORD-04")


def test_an_attempt_fails_after_it_began():
    given(*TO_START, STARTED).when(FAIL, at="2026-03-30 06:29").then_refused("ORD-02")


def test_after_a_failed_attempt_nobody_leaves_without_another():
    failed = (*UNDER_WAY, FAILED)
    given(*failed).when(LEAVE, at="2026-03-30 09:40").then_refused(
        "DPT-02", "EXE-03", "EXE-04", "DPT-07", saying="no removal attempt has started"
    )


# -- who ------------------------------------------------------------------------------------------


def test_security_a_coach_or_the_director_is_at_hand():
    at_hand = (
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.SECURITY,
    )
    given(*TO_START).when(START, at="2026-03-30 06:30").is_for(*at_hand)
    given(*TO_START, STARTED).when(FAIL).is_for(*at_hand)
    given(*TO_START, STARTED).when(CHECK, at="2026-03-30 08:45").is_for(
        *at_hand, Function.MIGRATION_OFFICER
    )
    given(*PLANNED).when(CANCEL).is_for(
        *at_hand, Function.MIGRATION_OFFICER, Function.REMOVAL_DIRECTOR
    )


def test_an_item_left_open_at_the_start_may_be_signed_and_the_attempt_begun_again():
    missing = instead(TO_START, SIGNED, ticked("interpreter", "2026-03-30 06:05"))
    begin(missing).then_refused("DPT-03", saying="second-signature")
    assert begin((*missing, SIGNED.at("2026-03-30 06:10"))).events()


def test_nobody_is_taken_to_a_flight_whom_no_nurse_ever_saw():
    unseen = without(TO_START, TAKEN_IN)
    given(*unseen).when(START, at="2026-03-30 06:30").then_refused(
        "INT-01", saying="medical intake"
    )
