"""
The notification of a refusal of asylum may be defective, or its letter may come later.

The commissioner's letter is posted on Monday 9 March 2026: presumed to arrive on Thursday 12.
"""

from datetime import date

import pytest
from dossier import COACH, NUMBER, OFFICER
from examples.decision import SERVED
from examples.protection import ADMITTED, AGAIN, APPLIED, FINALLY_REFUSED, REFUSED, WISHED
from examples.remedies import in_the_way
from given import Act, brussels, given, there

from domain import commands as c
from domain import events as e
from domain.decide.enforcement import no_remedy_runs
from domain.values import Acknowledgement, Means, Sealed

LETTER = REFUSED.but(notified_on="2026-03-09", means=Means.REGISTERED)
POSTED = (ADMITTED, WISHED, APPLIED, LETTER)
PROOF = Sealed.of("the slip of the post")
CGRA = "CGRA-2611042"


def rules(*history, at):
    return in_the_way(no_remedy_runs, history, at)


def rebut(day, number=None):
    return c.RebutNotification(dossier=NUMBER, received_on=day, proof=PROOF, decision=number)


def rebutted(day):
    return Act(
        e.NotificationRebutted(received_on=day, proof=PROOF), COACH, brussels("2026-03-23 10:00")
    )


def defective(*defects):
    found = e.NotificationDefectFound(defects=defects)
    return Act(found, OFFICER, brussels("2026-03-23 09:00"))


def defects(state):
    """Name the defects of the decision notified here, and of the refusal of asylum."""
    return there(state.round).defects, there(state.protection.application).defects


FIND = c.FindNotificationDefect(dossier=NUMBER, defects=("never-arrived",))
AGAIN_BY_HAND = c.RegulariseNotification(
    dossier=NUMBER,
    means=Means.BY_HAND,
    language="fa",
    notifier="immigration-office",
    remedies_stated=True,
    acknowledgement=Acknowledgement.SIGNED,
)
PUT_RIGHT = Act(
    e.NotificationRegularised(
        means=Means.BY_HAND,
        language="fa",
        notifier="immigration-office",
        remedies_stated=True,
        acknowledgement=Acknowledgement.SIGNED,
    ),
    OFFICER,
    brussels("2026-03-24 10:00"),
)


@pytest.mark.parametrize("number", [None, CGRA])
def test_the_addressee_may_prove_a_later_day(number):
    asked = given(*POSTED).when(rebut("2026-03-20", number), at="2026-03-23 10:00")
    asked.then_state(protection__application__received_on=date(2026, 3, 20))


def test_the_term_runs_from_the_day_that_was_proved():
    # The third working day after posting, 12 March, is the first of thirty: until Friday 10 April.
    # Proved to have come on 20 March: until Sunday 19, so Monday 20 April.
    assert rules(*POSTED, at="2026-04-10 12:00") == [("APP-04a", date(2026, 4, 11))]
    assert rules(*POSTED, rebutted("2026-03-20"), at="2026-04-19 12:00") == [
        ("APP-04a", date(2026, 4, 21))
    ]
    assert rules(*POSTED, rebutted("2026-03-20"), at="2026-04-21 00:00") == []


@pytest.mark.parametrize("day", ["2026-03-11", "2026-03-12"])
def test_the_presumed_day_is_not_proved_against_it(day):
    given(*POSTED).when(rebut(day), at="2026-03-23 10:00").then_refused("NOT-02")


def test_a_proof_never_moves_it_back():
    history = (*POSTED, rebutted("2026-03-20"))
    given(*history).when(rebut("2026-03-19"), at="2026-03-24 10:00").then_refused("NOT-02")
    sooner = rebutted("2026-03-19").at("2026-03-24 10:00")
    assert rules(*history, sooner, at="2026-04-20 12:00") == [("APP-04a", date(2026, 4, 21))]


def test_what_was_handed_over_arrived_that_day():
    history = (ADMITTED, WISHED, APPLIED, REFUSED)
    given(*history).when(rebut("2026-03-20"), at="2026-03-23 10:00").then_refused("NOT-02")


@pytest.mark.parametrize(
    ("defect", "rule"),
    [("never-arrived", "DEC-07"), ("wrong-notifier", "NOT-01"), ("no-remedies", "INF-04")],
)
def test_a_defect_stops_its_term_until_it_is_put_right(defect, rule):
    found = (*POSTED, defective(defect))
    assert rules(*found, at="2026-09-01 12:00") == [(rule, None)]
    # Put right by hand on Tuesday 24 March: thirty days are over on Thursday 23 April.
    assert rules(*found, PUT_RIGHT, at="2026-04-23 23:59") == [("APP-04a", date(2026, 4, 24))]
    assert rules(*found, PUT_RIGHT, at="2026-04-24 00:00") == []


@pytest.mark.parametrize("flag", ["no-translation", "no-contact"])
def test_a_missing_mention_stops_no_term(flag):
    assert rules(*POSTED, defective(flag), at="2026-04-14 00:00") == []


def test_at_the_desk_a_defect_is_found_and_put_right():
    given(*POSTED).when(FIND, at="2026-03-23 09:00").then_state(
        protection__application__defects=("never-arrived",)
    )
    given(*POSTED).when(AGAIN_BY_HAND).then_refused("DEC-07", saying="no defect")
    put_right = given(*POSTED, defective("never-arrived")).when(
        AGAIN_BY_HAND, at="2026-03-24 10:00"
    )
    put_right.then_state(
        protection__application__defects=(),
        protection__application__decision__notified_on="2026-03-24",
    )


@pytest.mark.parametrize("missing", [{"notified_on": None}, {"means": None}])
def test_what_was_not_told_of_it_is_put_right_without_further_ado(missing):
    history = (*POSTED[:-1], REFUSED.but(**missing))
    given(*history).when(AGAIN_BY_HAND, at="2026-03-24 10:00").events()


def test_not_before_the_refusal_is_on_record():
    given(*POSTED).when(FIND, at="2026-03-13 15:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 13)
    )


def test_beside_a_decision_notified_here_it_is_named():
    both = tuple(sorted((*SERVED, WISHED, APPLIED, LETTER), key=lambda act: act.when))
    unnamed = given(*both).when(FIND, at="2026-03-23 09:00").state_after()
    assert defects(unnamed) == (("never-arrived",), ())
    order = FIND.model_copy(update={"decision": CGRA})
    named = given(*both).when(order, at="2026-03-23 09:00").state_after()
    assert defects(named) == ((), ("never-arrived",))
    odd = FIND.model_copy(update={"decision": "CGRA-2699999"})
    given(*both).when(odd, at="2026-03-23 09:00").then_refused("DEC-02", saying="CGRA-2699999")


@pytest.mark.parametrize(
    "history", [(ADMITTED, WISHED, APPLIED), (ADMITTED, APPLIED, FINALLY_REFUSED)]
)
def test_nothing_is_wrong_with_what_was_not_refused_or_is_final(history):
    given(*history).when(FIND, at="2026-03-23 09:00").then_refused("DEC-02")


def test_the_next_refusal_is_another_letter():
    lost = (*POSTED, defective("never-arrived"), rebutted("2026-03-20"))
    next_one = (
        AGAIN.at("2026-05-04 10:00"),
        REFUSED.at("2026-05-11 10:00").but(notified_on="2026-05-11"),
    )
    state = given(*lost, *next_one).when(FIND).state()
    latest = there(state.protection.application)
    assert (latest.defects, latest.received_on) == ((), None)
