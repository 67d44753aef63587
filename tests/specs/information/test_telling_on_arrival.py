"""The resident is told on the day of arrival, and again of the duty at each request."""

import pytest
from dossier import ARRIVED, INFORM, INFORMED
from examples.information import ADMITTED, HEAR
from given import brussels, given, known_as

from domain import events as e
from domain.decide.clocks import clocks
from domain.decide.information import told_of_duty
from domain.values import InformationKind
from workflows.upcasts import event_from

DUTY = (InformationKind.DUTY_TO_COOPERATE,)
AGAIN = INFORMED.at("2026-03-10 09:00").but(kinds=DUTY, request="REQ-2026-31")


def due(*history, at="2026-03-02 12:00"):
    state = given(*history).when(INFORM, at="2026-04-01 09:00").state()
    return [each for each in clocks(state, brussels(at)) if each.rule == "INT-02"]


def refused(*history, request=None, at="2026-03-20 09:00"):
    state = given(*history).when(INFORM, at="2026-04-01 09:00").state()
    return [failing.rule for failing in told_of_duty(state, brussels(at), request)]


# -- INT-02 -------------------------------------------------------------------------------


def test_it_is_due_by_the_end_of_the_day_of_arrival():
    [found] = due(ADMITTED)
    assert found.at == brussels("2026-03-03 00:00")
    assert found.is_duty


def test_it_stays_due_when_overdue_until_all_seven_were_told():
    some = INFORMED.but(kinds=tuple(InformationKind)[:6])
    assert len(due(ADMITTED, some, at="2026-03-09 12:00")) == 1
    assert due(ADMITTED, INFORMED, at="2026-03-09 12:00") == []


def test_under_the_first_procedure_no_clock_ran():
    assert due(ARRIVED) == []


# -- INF-02 -------------------------------------------------------------------------------


def test_the_duty_is_repeated_for_a_request():
    order = INFORM.model_copy(update={"kinds": DUTY, "request": "REQ-2026-31"})
    given(ADMITTED, INFORMED).when(order, at="2026-03-10 09:00").then_state(
        told_at_requests=(("REQ-2026-31", brussels("2026-03-10 09:00")),)
    )


def test_for_a_request_it_is_the_duty_that_is_repeated():
    order = INFORM.model_copy(
        update={"kinds": (InformationKind.BROCHURE,), "request": "REQ-2026-31"}
    )
    given(ADMITTED, INFORMED).when(order).then_refused("INF-02")


def test_who_was_never_told_of_the_duty_bears_no_consequence():
    assert refused(ADMITTED) == ["INF-01"]
    assert refused(ADMITTED, INFORMED) == []


def test_who_was_not_told_again_at_the_request_bears_none_either():
    assert refused(ADMITTED, INFORMED, request="REQ-2026-31") == ["INF-02"]
    assert refused(ADMITTED, INFORMED, AGAIN, request="REQ-2026-31") == []
    assert refused(ADMITTED, INFORMED, AGAIN, request="REQ-2026-32") == ["INF-02"]


@pytest.mark.parametrize(("at", "rules"), [("08:59", ["INF-02"]), ("09:00", []), ("09:01", [])])
def test_told_again_after_the_request_is_too_late(at, rules):
    found = refused(ADMITTED, INFORMED, AGAIN, request="REQ-2026-31", at=f"2026-03-10 {at}")
    assert found == rules


def test_information_stored_before_was_for_no_request():
    event = event_from("information-given.v1", {"kinds": ["brochure"]})
    assert known_as(e.InformationGiven, event).request is None


# -- LAN-01 -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_in_a_language_of_the_desk_nobody_has_to_interpret(language):
    alone = INFORM.model_copy(update={"language": language, "interpreter": None})
    given(ADMITTED).when(alone).events()


@pytest.mark.parametrize("order", [INFORM, HEAR], ids=["inform", "hearing"])
def test_in_another_language_it_is_said_who_interpreted_or_why_nobody_did(order):
    alone = order.model_copy(update={"language": "fa", "interpreter": None})
    given(ADMITTED, INFORMED).when(alone).then_refused("LAN-01", saying="fa is not spoken")
    for said in ({"interpreter": "I-17"}, {"no_interpreter": "none-available"}):
        given(ADMITTED, INFORMED).when(alone.model_copy(update=said)).events()


def test_another_reason_for_which_nobody_interpreted_needs_words():
    alone = INFORM.model_copy(update={"interpreter": None, "no_interpreter": "other"})
    given(ADMITTED).when(alone).then_refused("COD-02")


def test_the_first_procedure_did_not_ask_who_interpreted():
    given(ARRIVED).when(INFORM.model_copy(update={"interpreter": None})).events()
