"""A document at hand counts until its last day, until it is lost or serves no longer."""

from datetime import UTC, date, datetime

import pytest
from dossier import NOTIFIED, NUMBER, until
from examples.identification import (
    EXPIRE,
    EXPIRED,
    GRANTED,
    HERE,
    LOSE,
    LOST,
    PASSPORT,
    RECORD,
    REQUESTED,
)
from given import brussels, given, known_as, lines, there

from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.clocks import clocks
from domain.decide.identification import valid_document
from domain.lifecycle import IdentificationState
from domain.trajectory import replay
from domain.values import Function, Sealed

SHORT = PASSPORT.but(valid_until="2026-03-30")  # a Monday


def state_of(*history):
    return replay(lines(history, NUMBER))


def in_the_way(*history, at):
    context = Context(brussels(at), brussels(at))
    return list(valid_document(Attempt(state_of(*history), "ConfirmDeparture", context)))


# -- valid on the day of departure ----------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "passes"),
    [
        ("2026-03-29 12:00", True),
        ("2026-03-30 00:00", True),
        ("2026-03-30 23:59", True),  # its last day counts to the end, in Brussels
        ("2026-03-31 00:00", False),
    ],
)
def test_a_document_is_valid_to_the_end_of_its_last_day(at, passes):
    found = in_the_way(*HERE, SHORT, at=at)
    assert [each.why for each in found] == (
        [] if passes else ["the passport was valid until 2026-03-30"]
    )
    assert {each.rule for each in found} <= {"IDE-03"}


def test_without_a_document_nobody_leaves():
    [found] = in_the_way(*HERE, at="2026-03-29 12:00")
    assert (found.rule, found.why) == ("IDE-03", "no travel document is on record")


def test_a_document_that_was_only_asked_for_is_none():
    [found] = in_the_way(*HERE, REQUESTED, at="2026-03-29 12:00")
    assert found.why == "no travel document is on record"


@pytest.mark.parametrize("until_when", [None, "2026-02-31"])
def test_a_document_of_which_the_last_day_is_not_known_blocks(until_when):
    [found] = in_the_way(*HERE, PASSPORT.but(valid_until=until_when), at="2026-03-29 12:00")
    assert found.why == "it is not known until when the passport is valid"


def test_one_valid_document_of_several_is_enough():
    old = PASSPORT.but(kind="identity-card", valid_until="2025-01-01")
    assert in_the_way(*HERE, old, SHORT, at="2026-03-29 12:00") == []
    assert in_the_way(*HERE, SHORT, old, at="2026-03-29 12:00") == []


def test_of_several_that_ran_out_the_last_is_named():
    old = PASSPORT.but(kind="identity-card", valid_until="2025-01-01")
    [found] = in_the_way(*HERE, SHORT, old, at="2026-04-02 12:00")
    assert found.why == "the passport was valid until 2026-03-30"


def test_what_is_lost_is_not_shown_at_the_border():
    lost = (*HERE, PASSPORT, LOST)
    [found] = in_the_way(*lost, at="2026-03-29 12:00")
    assert found.why == "no travel document is on record"


def test_without_a_dossier_there_is_nothing_to_say():
    now = datetime(2026, 3, 29, tzinfo=UTC)
    assert list(valid_document(Attempt(None, "ConfirmDeparture", Context(now, now)))) == []


# -- recorded, run out, lost ----------------------------------------------------------------


def test_a_document_is_recorded_as_it_is_found():
    asked = given(*HERE).when(RECORD, at="2026-03-04 11:20")
    asked.then(PASSPORT)
    asked.then_state(identification__state=IdentificationState.VALID)
    [document] = there(asked.state_after().identification).at_hand
    assert document.valid_until == date(2028, 6, 30)


def test_its_number_is_sealed():
    [event] = given(*HERE).when(RECORD).events()
    assert isinstance(known_as(e.TravelDocumentRecorded, event).number, Sealed)


def test_one_that_ran_out_is_recorded_too():
    old = RECORD.model_copy(update={"valid_until": "2019-06-30"})
    given(*HERE).when(old).events()


def test_a_day_that_is_none_is_not():
    strange = RECORD.model_copy(update={"valid_until": "2028-06-31"})
    given(*HERE).when(strange).then_refused("IDE-03", saying="is not a day of the calendar")


def test_with_the_last_document_only_who_the_resident_is_stays_known():
    asked = given(*HERE, PASSPORT).when(LOSE, at="2026-03-22 18:00")
    asked.then(LOST)
    asked.then_state(identification__state=IdentificationState.RECOGNISED)


def test_with_one_of_two_the_other_stays():
    history = (*HERE, PASSPORT, REQUESTED, GRANTED)
    asked = given(*history).when(EXPIRE, at="2026-03-23 09:00")
    asked.then(EXPIRED)
    asked.then_state(identification__state=IdentificationState.VALID)
    at_hand = there(asked.state_after().identification).at_hand
    assert [each.kind for each in at_hand] == ["passport"]


@pytest.mark.parametrize("order", [LOSE, EXPIRE])
def test_only_what_is_on_record_is_lost_or_serves_no_longer(order):
    given(*HERE).when(order).then_refused("IDE-02", saying="there are: -")


def test_the_kind_says_which():
    given(*HERE, PASSPORT).when(EXPIRE).then_refused(
        "IDE-02", saying="no laissez-passer is on record; there are: passport"
    )


def test_it_is_lost_once():
    given(*HERE, PASSPORT, LOST).when(LOSE).then_refused("IDE-02")


def test_nothing_is_lost_before_it_was_found():
    given(*HERE, PASSPORT).when(LOSE, at="2026-03-04 11:19").then_refused(
        "ORD-02", passes_on=date(2026, 3, 4)
    )


def test_the_first_procedure_kept_no_documents():
    given(*until(NOTIFIED)).when(RECORD).then_refused("ORD-06")


@pytest.mark.parametrize(("history", "order"), [(HERE, RECORD), ((*HERE, PASSPORT), LOSE)])
def test_coaches_and_officers_record_it(history, order):
    given(*history).when(order).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )


# -- the clock --------------------------------------------------------------------------------


def due(*history, now):
    found = clocks(state_of(*history), brussels(now))
    return [each for each in found if each.rule == "IDE-03"]


def test_a_document_runs_out_at_the_end_of_its_last_day():
    [found] = due(*HERE, SHORT, now="2026-03-30 23:59")
    assert found.at == brussels("2026-03-31 00:00")
    assert found.since == SHORT.when
    assert not found.is_duty


def test_once_it_ran_out_no_clock_runs():
    assert due(*HERE, SHORT, now="2026-03-31 00:00") == []


def test_of_several_the_one_that_is_valid_longest_counts():
    [found] = due(*HERE, SHORT, PASSPORT.at("2026-03-05 10:00"), now="2026-03-06 09:00")
    assert found.at == brussels("2028-07-01 00:00")


@pytest.mark.parametrize("until_when", [None, "9999-12-31"])
def test_what_never_runs_out_has_no_clock(until_when):
    assert due(*HERE, PASSPORT.but(valid_until=until_when), now="2026-03-06 09:00") == []
