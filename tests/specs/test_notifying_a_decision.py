"""A decision reaches a resident who was told everything, after it was taken, once."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    DEPARTED,
    DRAFTED,
    INFORMED,
    IOM_OPENED,
    NOTIFIED,
    NOTIFY,
    PREPARED,
    TAKEN,
    until,
)
from given import given

from domain.lifecycle import Stage
from domain.values import Acknowledgement, Function, InformationKind, Means

ALL_BUT_THE_DUTY = tuple(
    kind for kind in InformationKind if kind is not InformationKind.DUTY_TO_COOPERATE
)


def test_a_taken_decision_is_notified():
    asked = given(*until(TAKEN)).when(NOTIFY)
    asked.then(NOTIFIED)
    asked.then_state(stage=Stage.DECISION_NOTIFIED, decision_in_force=True)


@pytest.mark.parametrize(
    "answer", [Acknowledgement.REFUSED_TO_SIGN, Acknowledgement.REFUSED_TO_RECEIVE]
)
def test_who_refuses_to_sign_or_to_receive_is_notified_all_the_same(answer):
    asked = given(*until(TAKEN)).when(NOTIFY.model_copy(update={"acknowledgement": answer}))
    asked.then(NOTIFIED.but(acknowledgement=answer))
    asked.then_state(stage=Stage.DECISION_NOTIFIED)


@pytest.mark.parametrize("means", list(Means))
def test_the_means_is_kept_for_it_starts_the_term(means):
    given(*until(TAKEN)).when(NOTIFY.model_copy(update={"means": means})).then(
        NOTIFIED.but(means=means)
    )


def test_the_term_printed_in_the_decision_is_kept():
    given(*until(TAKEN)).when(NOTIFY.model_copy(update={"appeal_term_days": 10})).then(
        NOTIFIED.but(appeal_term_days=10)
    )


def test_a_resident_whose_return_is_with_iom_may_be_notified_and_stays_there():
    opened = IOM_OPENED.at("2026-03-12 10:00")
    given(*until(TAKEN), opened).when(NOTIFY).then_state(
        stage=Stage.IOM_FILED, decision_in_force=True
    )


def test_a_second_decision_is_notified_without_undoing_what_was_prepared():
    second = (DRAFTED.at("2026-03-24 11:00"), TAKEN.at("2026-03-24 15:00"))
    given(*until(PREPARED), *second).when(NOTIFY).then_state(stage=Stage.REMOVAL_PREPARED)


# -- told before --------------------------------------------------------------------------


def test_nobody_is_notified_without_having_been_told_anything():
    given(ARRIVED, DRAFTED, TAKEN).when(NOTIFY).then_refused(
        "INT-02", saying="not yet given: brochure, remedies", finding="NOTIFIED_UNINFORMED"
    )


def test_nobody_is_notified_half_informed():
    half = INFORMED.but(kinds=(InformationKind.BROCHURE, InformationKind.DUTY_TO_COOPERATE))
    given(ARRIVED, half, DRAFTED, TAKEN).when(NOTIFY).then_refused(
        "INT-02", saying="remedies, legal-aid, complaints", finding="ILLEGAL_TRANSITION"
    )


def test_the_duty_to_cooperate_is_explained_at_the_latest_at_notification():
    told = INFORMED.but(kinds=ALL_BUT_THE_DUTY)
    given(ARRIVED, told, DRAFTED, TAKEN).when(NOTIFY).then_refused(
        "INF-01", saying="not yet given: duty-to-cooperate"
    )


def test_what_was_explained_afterwards_does_not_make_an_earlier_notification_lawful():
    told = INFORMED.at("2026-03-12 14:00")
    given(ARRIVED, DRAFTED, TAKEN, told).when(
        NOTIFY, at="2026-03-11 15:00", now="2026-03-13 09:00"
    ).then_refused("ORD-02", passes_on=date(2026, 3, 12))


# -- taken before, once -------------------------------------------------------------------


@pytest.mark.parametrize(
    "history",
    [(ARRIVED, INFORMED), until(DRAFTED), (*until(TAKEN), ANNULLED)],
    ids=["nothing drafted", "only drafted", "annulled"],
)
def test_what_was_not_taken_is_not_notified(history):
    given(*history).when(NOTIFY).then_refused("DEC-02", saying="no decision is taken")


def test_a_decision_is_notified_once():
    given(*until(NOTIFIED)).when(NOTIFY).then_refused(
        "DEC-03", saying="the decision round is notified; this needs taken"
    )


def test_nobody_is_notified_before_the_decision_was_taken():
    given(*until(TAKEN)).when(NOTIFY, at="2026-03-11 10:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 11)
    )


def test_nobody_is_notified_tomorrow():
    given(*until(TAKEN)).when(NOTIFY, at="2026-03-13 09:45", now="2026-03-12 09:45").then_refused(
        "ORD-03", passes_on=date(2026, 3, 13)
    )


def test_all_that_is_wrong_is_said_at_once():
    given(ARRIVED, DRAFTED).when(
        NOTIFY, at="2026-03-09 10:00", now="2026-03-09 09:00"
    ).then_refused("INT-02", "DEC-02", "ORD-02", "ORD-03")


def test_after_the_end_nobody_is_notified():
    given(*until(DEPARTED)).when(NOTIFY).then_refused("ORD-04", "DEC-03")


def test_coaches_officers_and_the_director_notify():
    given(*until(TAKEN)).when(NOTIFY).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.MIGRATION_OFFICER,
        Function.CENTRE_DIRECTOR,
    )
