"""A defective notification starts no term; put right, it starts them from then on."""

from datetime import date

import pytest
from dossier import COACH, NUMBER, OFFICER
from examples.decision import (
    BAN_SERVED,
    BAN_TAKEN,
    BANNED,
    DEFECT_FOUND,
    FIND_DEFECT,
    HANDED_OVER,
    PUT_IT_RIGHT,
    PUT_RIGHT,
    SERVED,
    TO_NOTIFY,
)
from given import Act, brussels, given

from domain import commands as c
from domain import events as e
from domain.decide.notification import presumed_on, served_on
from domain.values import Means, Sealed

BY_MAIL = (*TO_NOTIFY, HANDED_OVER.but(means=Means.REGISTERED))
"""Posted on Friday 13 March 2026: presumed to arrive on Wednesday 18."""


def state(*history):
    return given(*history).when(FIND_DEFECT).state()


# -- defects ------------------------------------------------------------------------------


def test_a_defect_stands_until_it_is_put_right():
    given(*SERVED).when(FIND_DEFECT).then_state(round__defects=("wrong-notifier",))
    given(*SERVED, DEFECT_FOUND).when(PUT_IT_RIGHT, at="2026-03-18 10:00").then_state(
        round__defects=()
    )


def test_the_terms_run_from_the_day_it_was_put_right():
    found = state(*SERVED, DEFECT_FOUND, PUT_RIGHT).round
    assert found.notified.at == brussels("2026-03-18 10:00")
    assert served_on(found) == date(2026, 3, 18)


def test_remedies_found_missing_are_missing():
    given(*SERVED).when(FIND_DEFECT.model_copy(update={"defects": ("no-remedies",)})).then_state(
        round__notification__remedies_stated=False
    )


def test_a_defect_is_named():
    given(*SERVED).when(FIND_DEFECT.model_copy(update={"defects": ()})).then_refused("DEC-07")


def test_nothing_is_wrong_with_what_was_not_notified():
    given(*TO_NOTIFY).when(FIND_DEFECT).then_refused("DEC-02", saying="no decision is notified")


def test_of_several_decisions_the_one_of_that_number_is_meant():
    history = (*SERVED, BANNED, BAN_TAKEN, BAN_SERVED.but(reference="DEC-2026-00043"))
    found = state(
        *history, DEFECT_FOUND.at("2026-03-18 09:00").but(decision="DEC-2026-00042")
    ).rounds
    assert [round_.defects for round_ in found] == [("wrong-notifier",), ()]


def test_a_number_nobody_knows_is_refused():
    order = FIND_DEFECT.model_copy(update={"decision": "DEC-2026-09999"})
    given(*SERVED).when(order).then_refused("DEC-02", saying="DEC-2026-09999")


def test_only_what_is_wrong_is_put_right():
    given(*SERVED).when(PUT_IT_RIGHT).then_refused("DEC-07", saying="no defect")


def test_what_did_not_state_the_remedies_is_put_right_without_further_ado():
    history = (*TO_NOTIFY, HANDED_OVER.but(remedies_stated=None))
    given(*history).when(PUT_IT_RIGHT).then_state(round__notification__remedies_stated=True)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"remedies_stated": False}, "INF-04"),
        ({"means": Means.ORDINARY_MAIL}, "NOT-01"),
        ({"acknowledgement": "refused-to-receive"}, "NOT-03"),
    ],
)
def test_it_is_put_right_in_due_form(said, rule):
    order = c.RegulariseNotification.model_validate(
        {name: getattr(PUT_IT_RIGHT, name) for name in c.RegulariseNotification.model_fields} | said
    )
    given(*SERVED, DEFECT_FOUND).when(order).then_refused(rule)


# -- proof against the presumption --------------------------------------------------------


def rebutted(day, at="2026-03-23 09:00", history=BY_MAIL):
    order = c.RebutNotification(dossier=NUMBER, received_on=day, proof=Sealed.of("post stamp"))
    return given(*history).when(order, at=at)


def test_a_letter_is_presumed_to_arrive_on_the_third_working_day():
    assert served_on(state(*BY_MAIL).round) == date(2026, 3, 18)


def test_a_holiday_is_no_working_day():
    # Posted on Thursday 2 April; Monday 6 April 2026 is Easter Monday.
    assert presumed_on(date(2026, 4, 2)) == date(2026, 4, 8)


@pytest.mark.parametrize("day", ["2026-03-17", "2026-03-18"])
def test_the_presumed_day_or_an_earlier_one_is_not_proved_against_it(day):
    rebutted(day).then_refused("NOT-02", saying="presumed to have arrived on 2026-03-18")


def test_the_day_after_is():
    rebutted("2026-03-19").then_state(round__received_on=date(2026, 3, 19))


def test_a_proof_never_moves_it_back():
    proved = Act(
        e.NotificationRebutted(received_on="2026-03-20", proof=Sealed.of("post stamp")),
        COACH,
        brussels("2026-03-23 08:00"),
    )
    history = (*BY_MAIL, proved)
    for day in ("2026-03-19", "2026-03-20"):
        rebutted(day, history=history).then_refused("NOT-02", saying="proved to have arrived on")
    rebutted("2026-03-21", history=history).then_state(round__received_on=date(2026, 3, 21))
    sooner = proved.at("2026-03-23 09:00").but(received_on="2026-03-19")
    assert state(*history, sooner).round.received_on == date(2026, 3, 20)


def test_the_day_proved_has_come():
    rebutted("2026-03-23").then_state(round__received_on=date(2026, 3, 23))
    rebutted("2026-03-24").then_refused("ORD-03", passes_on=date(2026, 3, 24))


def test_a_day_outside_the_calendar_proves_nothing():
    rebutted("2026-02-30").then_refused("NOT-02")


def test_what_was_handed_over_arrived_that_day():
    rebutted("2026-03-19", history=SERVED).then_refused("NOT-02", saying="only a letter")


def test_a_new_notification_forgets_the_proof():
    found = state(*BY_MAIL, DEFECT_FOUND, PUT_RIGHT).round
    assert found.received_on is None


def test_who_decided_may_find_the_defect():
    given(*SERVED).when(FIND_DEFECT, by=OFFICER).then_state(round__defects=("wrong-notifier",))
