"""What is said to us and by us is on record, and answered within the term of its subject."""

import pytest
from dossier import ARRIVED, CLOSED, COACH, NOT_RETURNED, NUMBER
from examples.affairs import (
    ADVISE,
    ADVISED,
    ANSWER,
    ANSWERED,
    ASKED_FOR_FILE,
    EXTEND,
    EXTENDED,
    HERE,
    RECORD,
)
from given import brussels, given, known_as, lines, there

from domain import events as e
from domain.decide.affairs import ANSWERED_BY
from domain.decide.clocks import clocks
from domain.lifecycle import ExchangeState
from domain.rules import Certainty, code_list, rule
from domain.trajectory import replay
from domain.values import Function

RECTIFICATION = ASKED_FOR_FILE.but(subject="rectification")
RECONSIDERATION = ASKED_FOR_FILE.but(subject="reconsideration")
BY_THE_PERSON = ASKED_FOR_FILE.but(subject="data-subject-request", partner="resident")
BREACH = ASKED_FOR_FILE.but(subject="data-breach", partner="other")
QUESTION = ASKED_FOR_FILE.but(subject="question")
TO_EMBASSY = ASKED_FOR_FILE.but(direction="out", partner="embassy", subject="question")
SECOND = TO_EMBASSY.but(number=2).at("2026-03-11 09:00")


def but(command, **said):
    return command.model_copy(update=said)


def due(*history, at="2026-03-10 10:00"):
    state = there(replay(lines((HERE, *history), NUMBER)))
    rules = {*ANSWERED_BY.values(), "EXC-01"}
    return [(one.rule, one.at) for one in clocks(state, brussels(at)) if one.rule in rules]


# -- record and answer ----------------------------------------------------------------------


def test_a_letter_is_on_record_under_a_number():
    asked = given(HERE).when(RECORD, by=COACH, at="2026-03-10 09:00")
    asked.then(ASKED_FOR_FILE)
    [exchange] = asked.state_after().affairs.exchanges
    assert (exchange.number, exchange.subject, exchange.waits) == (1, "access-to-documents", True)
    assert exchange.at == brussels("2026-03-10 09:00")


def test_exchanges_are_numbered_in_the_order_they_are_recorded():
    [event] = given(HERE, ASKED_FOR_FILE).when(RECORD, at="2026-03-09 08:00").events()
    assert known_as(e.ExchangeRecorded, event).number == 2


def test_what_was_said_is_sealed_and_its_reference_is_not():
    assert "copy" not in repr(ASKED_FOR_FILE.event)
    assert "L-2026-118" in repr(ASKED_FOR_FILE.event)


@pytest.mark.parametrize("partner", list(code_list("affairs.partner")))
def test_one_writes_with_every_partner_of_the_list(partner):
    asked = given(HERE).when(but(RECORD, partner=partner))
    if partner == "other":
        asked.then_refused("COD-02")
    else:
        asked.events()


def test_letters_are_recorded_after_the_end_too():
    for stage in ((NOT_RETURNED,), (NOT_RETURNED, CLOSED)):
        given(HERE, *stage).when(RECORD).events()


def test_the_desk_records_exchanges():
    given(HERE).when(RECORD).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_ASSISTANT,
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
    )


def test_the_first_version_of_the_procedure_knows_of_no_exchanges():
    given(ARRIVED).when(RECORD).then_refused("ORD-06")


def test_an_exchange_went_by_some_means():
    given(HERE).when(but(RECORD, means=())).then_refused("AFF-01", saying="by which means")


@pytest.mark.parametrize("subject", ANSWERED_BY)
def test_what_the_law_wants_answered_expects_an_answer(subject):
    silent = but(RECORD, subject=subject, answer_expected=False)
    given(HERE).when(silent).then_refused(ANSWERED_BY[subject], saying="asks for an answer")
    given(HERE).when(but(silent, direction="out")).events()


@pytest.mark.parametrize(("day", "passes"), [("2026-03-09", False), ("2026-03-10", True)])
def test_the_day_to_answer_by_has_not_passed(day, passes):
    asked = given(HERE).when(but(RECORD, subject="question", answer_by=day), at="2026-03-10 09:00")
    if passes:
        asked.events()
    else:
        asked.then_refused("EXC-01", saying="2026-03-09")


def test_it_is_answered_once():
    asked = given(HERE, ASKED_FOR_FILE).when(ANSWER, by=COACH, at="2026-03-20 16:00")
    asked.then(ANSWERED)
    [exchange] = asked.state_after().affairs.exchanges
    assert (exchange.state, exchange.outcome) == (ExchangeState.ANSWERED, "partly-granted")
    given(HERE, ASKED_FOR_FILE, ANSWERED).when(ANSWER).then_refused("AFF-01")


def test_of_two_the_number_is_said():
    history = (HERE, ASKED_FOR_FILE, SECOND)
    given(*history).when(ANSWER).then_refused("NUM-01", saying="1, 2")
    given(*history).when(but(ANSWER, number=2)).events()
    given(*history).when(but(ANSWER, number=3)).then_refused("NUM-01")
    given(HERE).when(ANSWER).then_refused("NUM-01")


def test_nothing_is_answered_before_it_was_asked():
    asked = given(HERE, ASKED_FOR_FILE).when(ANSWER, at="2026-03-10 08:59")
    asked.then_refused("ORD-02", passes_on=brussels("2026-03-10 09:00").date())


# -- terms ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_", "row", "runs_out"),
    [
        (ASKED_FOR_FILE, "PUB-01", "2026-04-10 00:00"),  # thirty days: until Thursday 9 April
        (RECTIFICATION, "PUB-03", "2026-05-10 00:00"),  # sixty days: until Saturday 9 May
        (RECONSIDERATION, "PUB-04", "2026-04-25 00:00"),  # thirty for the advice, then fifteen
        (BY_THE_PERSON, "GDP-01", "2026-04-11 00:00"),  # a month: until Friday 10 April
        (BREACH, "GDP-02", "2026-03-13 09:00"),  # 72 hours
        (QUESTION, "EXC-01", "2026-03-25 00:00"),  # ten working days: until Tuesday 24 March
        (TO_EMBASSY, "EXC-01", "2026-03-25 00:00"),
    ],
    ids=lambda value: getattr(getattr(value, "event", None), "subject", None),
)
def test_each_subject_has_its_term(request_, row, runs_out):
    for at in ("2026-03-10 10:00", "2026-12-31 00:00"):
        assert due(request_, at=at) == [(row, brussels(runs_out))]


def test_a_hundred_letters_of_our_own_are_no_requests_to_us():
    ours = ASKED_FOR_FILE.but(direction="out")
    assert due(ours) == [("EXC-01", brussels("2026-03-25 00:00"))]


def test_holidays_are_no_working_days():
    before_easter = QUESTION.at("2026-03-27 09:00")  # Easter Monday is 6 April
    assert due(before_easter, at="2026-03-27 10:00") == [("EXC-01", brussels("2026-04-14 00:00"))]


def test_hours_are_real_ones():
    breach = BREACH.at("2026-03-28 12:00")  # clocks go forward in the night
    assert due(breach, at="2026-03-28 13:00") == [("GDP-02", brussels("2026-03-31 13:00"))]


def test_a_day_that_was_said_goes_before_the_days_of_the_house():
    assert due(QUESTION.but(answer_by="2026-03-13")) == [("EXC-01", brussels("2026-03-14 00:00"))]


def test_a_day_that_was_said_moves_no_term_of_a_law():
    asked = ASKED_FOR_FILE.but(answer_by="2026-03-13")
    assert due(asked) == [("PUB-01", brussels("2026-04-10 00:00"))]


def test_an_answer_stops_the_clock_and_what_expects_none_has_none():
    assert due(ASKED_FOR_FILE, ANSWERED) == []
    assert due(QUESTION.but(answer_expected=False)) == []


def test_a_term_outlives_the_trajectory():
    assert due(ASKED_FOR_FILE, NOT_RETURNED, CLOSED, at="2026-03-28 09:00")


def test_silence_is_what_the_row_says():
    for row in ("PUB-01", "PUB-03", "PUB-04"):
        assert "silence is refusal" in there(rule(row).effect)


def test_no_certainty_is_claimed_that_we_do_not_have():
    assert rule("GDP-01").certainty is rule("GDP-02").certainty is Certainty.UNVERIFIED
    assert (rule("EXC-01").certainty, rule("EXC-01").parameter) == (Certainty.DESIGN, True)


# -- extension ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_", "runs_out"),
    [
        (ASKED_FOR_FILE, "2026-04-25 00:00"),  # 45 days
        (RECTIFICATION, "2026-06-09 00:00"),  # 90 days
        (BY_THE_PERSON, "2026-06-11 00:00"),  # three months
    ],
)
def test_the_longer_term_is_taken_once(request_, runs_out):
    given(HERE, request_).when(EXTEND, by=COACH, at="2026-04-02 10:00").then(EXTENDED)
    [(_, at)] = due(request_, EXTENDED, at="2026-04-03 10:00")
    assert at == brussels(runs_out)
    given(HERE, request_, EXTENDED).when(EXTEND).then_refused("AFF-01", saying="extended")


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-04-08", True), ("2026-04-09", True), ("2026-04-10", False)]
)
def test_it_is_taken_before_the_first_term_has_run_out(at, passes):
    asked = given(HERE, ASKED_FOR_FILE).when(EXTEND, at=f"{at} 23:59")
    if passes:
        asked.events()
    else:
        asked.then_refused("PUB-01", saying="ended on 2026-04-09")


@pytest.mark.parametrize(
    ("request_", "row"),
    [(RECONSIDERATION, "PUB-04"), (BREACH, "GDP-02"), (QUESTION, "EXC-01"), (TO_EMBASSY, "EXC-01")],
)
def test_other_terms_have_no_extension(request_, row):
    given(HERE, request_).when(EXTEND).then_refused(row, saying="has no extension")


# -- reconsideration ------------------------------------------------------------------------


def test_the_decision_is_due_fifteen_days_after_the_advice():
    asked = given(HERE, RECONSIDERATION).when(ADVISE, by=COACH, at="2026-03-30 11:00")
    asked.then(ADVISED)
    assert due(RECONSIDERATION, ADVISED, at="2026-03-31 10:00") == [
        ("PUB-04", brussels("2026-04-15 00:00"))
    ]


def test_late_advice_gives_no_longer_term():
    late = ADVISED.at("2026-04-20 11:00")
    assert due(RECONSIDERATION, late) == [("PUB-04", brussels("2026-04-25 00:00"))]


def test_advice_comes_on_a_reconsideration_alone():
    given(HERE, ASKED_FOR_FILE).when(ADVISE).then_refused("PUB-04")
