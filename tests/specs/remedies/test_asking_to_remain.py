"""Who appeals a refusal of asylum may ask the judge to remain (art. 68 §4, from 12 June 2026)."""

from datetime import date

import pytest
from examples.protection import ADMITTED, APPLIED, FINALLY_REFUSED, REFUSED
from examples.remedies import (
    ASK_TO_REMAIN,
    REMAIN_ALLOWED,
    REMAIN_ASKED,
    REMAIN_REFUSED,
    RULE_ON_REMAINING,
)
from given import given

from domain.values import Function

ORDINARY = (ADMITTED, APPLIED, REFUSED.at("2026-06-12 16:00").but(notified_on="2026-06-12"))
NEW = (*ORDINARY[:-1], ORDINARY[-1].but(outcome="inadmissible"))
TOLD_BY = (
    Function.COACH,
    Function.ATTACHE_COACH,
    Function.CENTRE_DIRECTOR,
    Function.MIGRATION_OFFICER,
)


def test_it_is_asked_and_ruled_upon():
    given(*NEW).when(ASK_TO_REMAIN).then(REMAIN_ASKED)
    asked = given(*NEW, REMAIN_ASKED).when(RULE_ON_REMAINING)
    asked.then(REMAIN_REFUSED)
    asked.then_state(remaining__ruling="refused", remaining__application=1)


@pytest.mark.parametrize("on", ["2026-06-10", "2026-06-11"])
def test_not_against_a_refusal_notified_until_11_june(on):
    old = REFUSED.at(f"{on} 16:00").but(notified_on=on)
    given(ADMITTED, APPLIED, old).when(ASK_TO_REMAIN).then_refused(
        "APP-08", saying=f"the refusal was notified on {on}"
    )


def test_not_where_the_appeal_lets_the_applicant_remain_by_itself():
    given(*ORDINARY).when(ASK_TO_REMAIN).then_refused(
        "APP-08", saying="lets the applicant remain by itself"
    )


@pytest.mark.parametrize(
    "said",
    [
        {"outcome": "inadmissible-later"},
        {"outcome": "manifestly-unfounded"},
        {"outcome": "implicitly-withdrawn"},
        {"accelerated": True},
    ],
)
def test_but_where_it_was_accelerated_inadmissible_or_withdrawn(said):
    given(*ORDINARY[:-1], ORDINARY[-1].but(**said)).when(ASK_TO_REMAIN).events()


def test_nor_while_nothing_is_refused_nor_when_it_is_final():
    final = FINALLY_REFUSED.at("2026-06-12 16:00").but(notified_on="2026-06-12")
    for history in ((ADMITTED,), (ADMITTED, APPLIED), (ADMITTED, APPLIED, final)):
        given(*history).when(ASK_TO_REMAIN).then_refused("APP-08")


def test_one_request_at_a_time():
    given(*NEW, REMAIN_ASKED).when(ASK_TO_REMAIN).then_refused(
        "APP-08", saying="is made and not ruled upon"
    )
    given(*NEW, REMAIN_ASKED, REMAIN_REFUSED).when(ASK_TO_REMAIN).events()


@pytest.mark.parametrize("history", [NEW, (*NEW, REMAIN_ASKED, REMAIN_ALLOWED)])
def test_a_ruling_needs_a_request_that_waits_for_it(history):
    given(*history).when(RULE_ON_REMAINING).then_refused("APP-08", saying="no request to remain")


def test_not_before_the_refusal_nor_before_the_request():
    given(*NEW).when(ASK_TO_REMAIN, at="2026-06-12 15:59").then_refused(
        "ORD-02", passes_on=date(2026, 6, 12)
    )
    given(*NEW, REMAIN_ASKED).when(RULE_ON_REMAINING, at="2026-06-17 09:59").then_refused("ORD-02")


def test_coaches_the_director_and_officers_record_it():
    given(*NEW).when(ASK_TO_REMAIN).is_for(*TOLD_BY)
    given(*NEW, REMAIN_ASKED).when(RULE_ON_REMAINING).is_for(*TOLD_BY)
