"""Who asks for protection is not removed before the decision; nor after it is granted."""

from datetime import date

import pytest
from dossier import DEPART, DEPART_WITH_IOM
from examples.custody import RELEASED
from examples.protection import (
    ADMITTED,
    AGAIN,
    APPLIED,
    END_RIGHT,
    FINALLY_REFUSED,
    NO_RISK_ADVISED,
    NO_RISK_SEEN,
    ONCE_MORE,
    OVERRIDDEN,
    OVERRIDE_PROPOSED,
    RECOGNISED,
    REFUSED,
    RIGHT_ENDED,
    RISK_ADVISED,
    RISK_FOUND,
    RISK_LIFTED,
    WISHED,
)
from examples.remedies import in_the_way
from given import given

from domain.decide.identification import nothing_told_of_asylum
from domain.decide.protection import no_right_to_remain
from domain.values import Function, Means

LATER = "2026-03-30 07:00"
FURTHER = END_RIGHT.model_copy(update={"ground": "further-subsequent"})


def stopped(*history, at=LATER, order=DEPART):
    return in_the_way(no_right_to_remain, history, at, order) != []


@pytest.mark.parametrize("order", [DEPART, DEPART_WITH_IOM], ids=["removal", "voluntary"])
@pytest.mark.parametrize("act", [WISHED, APPLIED, AGAIN, ONCE_MORE, RECOGNISED])
def test_a_wish_an_application_or_protection_stops_every_departure(act, order):
    assert stopped(ADMITTED, act, order=order)


def test_a_wish_stops_it_at_once():
    assert stopped(ADMITTED, WISHED, at="2026-03-05 21:15")


@pytest.mark.parametrize(
    "over", [FINALLY_REFUSED, REFUSED, REFUSED.but(outcome="withdrawn")], ids=lambda a: str(a.event)
)
def test_a_refusal_or_a_withdrawal_ends_it(over):
    assert not stopped(ADMITTED, APPLIED, over)


def test_a_decision_of_a_kind_nobody_knows_does_not():
    assert stopped(ADMITTED, APPLIED, REFUSED.but(outcome="unheard-of"))


# -- the exception ------------------------------------------------------------------------


def test_a_subsequent_application_gives_it_until_an_officer_decides_otherwise():
    assert stopped(ADMITTED, AGAIN)
    given(ADMITTED, AGAIN, NO_RISK_SEEN).when(END_RIGHT).then(RIGHT_ENDED)
    assert not stopped(ADMITTED, AGAIN, RIGHT_ENDED)


def test_the_next_application_gives_it_again():
    history = (ADMITTED, AGAIN, RIGHT_ENDED, FINALLY_REFUSED)
    assert stopped(*history, ONCE_MORE.at("2026-03-20 10:00"))


def test_a_first_application_always_gives_it():
    given(ADMITTED, APPLIED, REFUSED).when(END_RIGHT).then_refused(
        "PRO-06", saying="a first application always gives the right to remain"
    )
    given(ADMITTED, APPLIED).when(END_RIGHT).then_refused("PRO-05", "PRO-06")


@pytest.mark.parametrize(
    ("final_on", "passes"),
    [
        ("2025-03-05", False),
        ("2025-03-06", True),  # a year to the day of the application
        ("2025-03-07", True),
        ("2026-03-06", True),
        ("2026-03-07", False),  # after it: not what it says it is
        (None, False),  # not known
        ("2026-02-30", False),
    ],
)
def test_a_first_subsequent_one_is_made_within_a_year_of_the_final_decision(final_on, passes):
    again = AGAIN.but(earlier_final_on=final_on)
    asked = given(ADMITTED, again, NO_RISK_SEEN).when(END_RIGHT)
    if passes:
        asked.then(RIGHT_ENDED)
    else:
        asked.then_refused("PRO-06", saying="not known to be made within a year")


def test_the_final_decision_on_record_counts_where_none_is_told():
    first = (ADMITTED, APPLIED, FINALLY_REFUSED)
    second = AGAIN.at("2026-03-20 10:00").but(earlier_final_on=None)
    seen = NO_RISK_ADVISED.at("2026-03-20 16:00")
    given(*first, second, seen).when(END_RIGHT).then(RIGHT_ENDED)


@pytest.mark.parametrize("held", [False, None])
def test_and_while_held(held):
    given(ADMITTED, AGAIN.but(held=held), NO_RISK_SEEN).when(END_RIGHT).then_refused(
        "PRO-06", saying="made while held"
    )


def test_a_second_subsequent_one_is_not_a_first():
    given(ADMITTED, ONCE_MORE, NO_RISK_SEEN).when(END_RIGHT).then_refused("PRO-06")
    given(ADMITTED, ONCE_MORE.but(held=False), NO_RISK_SEEN).when(FURTHER).events()
    given(ADMITTED, AGAIN, NO_RISK_SEEN).when(FURTHER).then_refused(
        "PRO-06", saying="this is no further subsequent application"
    )


def test_never_against_a_risk_of_refoulement():
    risk = RISK_FOUND.at("2026-03-07 09:00")
    given(ADMITTED, AGAIN, NO_RISK_SEEN, risk).when(END_RIGHT).then_refused("POS-01")
    given(ADMITTED, AGAIN, risk, RISK_LIFTED).when(END_RIGHT).then(RIGHT_ENDED)
    given(ADMITTED, AGAIN, RISK_ADVISED).when(END_RIGHT).then_refused("POS-02")
    given(ADMITTED, AGAIN, RISK_ADVISED, NO_RISK_ADVISED.at("2026-03-11 09:00")).when(
        END_RIGHT
    ).then(RIGHT_ENDED)
    set_aside = (RISK_ADVISED, OVERRIDE_PROPOSED, OVERRIDDEN)
    given(ADMITTED, AGAIN, *set_aside).when(END_RIGHT).then(RIGHT_ENDED)


def test_nor_where_nobody_looked_for_one_since_the_application():
    unseen = given(ADMITTED, AGAIN).when(END_RIGHT)
    unseen.then_refused("PRO-06", saying="nobody found that there is no risk of refoulement")
    before = NO_RISK_ADVISED.at("2026-03-06 09:59")
    given(ADMITTED, before, AGAIN).when(END_RIGHT).then_refused("PRO-06")
    given(ADMITTED, AGAIN, before.at("2026-03-06 10:00")).when(END_RIGHT).then(RIGHT_ENDED)


def test_a_risk_lifted_before_the_application_was_not_looked_at_again():
    found, lifted = RISK_FOUND.at("2026-03-04 09:00"), RISK_LIFTED.at("2026-03-05 09:00")
    given(ADMITTED, found, lifted, AGAIN).when(END_RIGHT).then_refused("PRO-06")


def test_that_it_was_made_while_held_is_on_record():
    let_go = RELEASED.at("2026-03-05 16:00")
    given(ADMITTED, let_go, AGAIN, NO_RISK_SEEN).when(END_RIGHT).then_refused(
        "PRO-06", saying="made while held"
    )


def test_it_is_ended_once_and_not_before_the_application():
    given(ADMITTED, AGAIN, NO_RISK_SEEN, RIGHT_ENDED).when(END_RIGHT).then_refused(
        "PRO-06", saying="the right to remain was ended before"
    )
    given(ADMITTED, AGAIN, NO_RISK_SEEN).when(END_RIGHT, at="2026-03-06 15:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 6)
    )


# -- the law it is of ---------------------------------------------------------------------


def asking(lodged, at, *more):
    seen = NO_RISK_ADVISED.at(f"{lodged} 10:30")
    history = (ADMITTED, AGAIN.at(f"{lodged} 10:00"), seen, *more)
    return given(*history).when(END_RIGHT, at=at)


def test_it_is_of_the_law_until_11_june_2026():
    asking("2026-06-11", "2026-06-11 23:59").events()
    for lodged, at in (("2026-06-11", "2026-06-12 00:00"), ("2026-06-12", "2026-06-12 11:00")):
        asking(lodged, at).then_refused("PRO-06", saying="article 39/70 applied until 2026-06-11")


@pytest.mark.parametrize(
    ("notified", "means", "passes"),
    [
        ("2026-06-11", Means.BY_HAND, True),
        ("2026-06-12", Means.BY_HAND, False),
        ("2026-06-08", Means.REGISTERED, True),  # presumed to arrive on the 11th
        ("2026-06-09", Means.REGISTERED, False),
    ],
)
def test_of_a_refusal_by_the_day_it_was_notified(notified, means, passes):
    refused = REFUSED.at("2026-06-15 16:00").but(notified_on=notified, means=means)
    asked = asking("2026-06-01", "2026-06-16 10:00", refused)
    if passes:
        asked.events()
    else:
        asked.then_refused("PRO-06")


@pytest.mark.parametrize(("lodged", "free"), [("2026-06-11", True), ("2026-06-12", False)])
def test_an_application_lodged_later_gives_the_right_whatever_was_decided(lodged, free):
    again, ended = AGAIN.at(f"{lodged} 10:00"), RIGHT_ENDED.at(f"{lodged} 17:00")
    assert stopped(ADMITTED, again, ended, at="2026-07-06 07:00") is not free
    assert asked_of_origin(ADMITTED, again, ended) is not free


def asked_of_origin(*history):
    """Ask whether the country of origin is told nothing yet."""
    return in_the_way(nothing_told_of_asylum, history, "2026-07-06 07:00") != []


def test_officers_decide_it():
    given(ADMITTED, AGAIN, NO_RISK_SEEN).when(END_RIGHT).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )
