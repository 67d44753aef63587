"""The term to transfer to another State, and a change of place of reception."""

from datetime import date, timedelta

import pytest
from examples.custody import GONE, PRESUMED, TOLD
from examples.custody import HELD as HELD_HERE
from examples.protection import (
    ACCEPT,
    ACCEPTED,
    ADMITTED,
    ASK_EXCEPTION,
    ASSIGN,
    ASSIGNED,
    EXCEPTION_ASKED,
    EXCEPTION_RULED,
    EXTEND,
    EXTENDED,
    RULE_ON_EXCEPTION,
)
from examples.remedies import dossier
from given import brussels, given

from domain.decide.clocks import clocks
from domain.values import Function

OFFICERS = (
    Function.MIGRATION_OFFICER,
    Function.REMOVAL_DIRECTOR,
    Function.MINISTER_DELEGATE,
    Function.MINISTER,
)


def running(history, at, *rules):
    found = clocks(dossier(history), brussels(at))
    return [(due.rule, due.at) for due in found if due.rule in rules]


# -- Dublin -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "last"),
    [
        ("2026-03-09", "2026-09-09"),
        ("2025-08-31", "2026-02-28"),  # a month too short
        ("2026-06-11", "2026-12-11"),
    ],
)
def test_the_transfer_is_carried_out_in_six_months(accepted, last):
    admitted = ADMITTED.at("2025-08-30 09:00")
    history = (admitted, ACCEPTED.at(f"{accepted} 09:00"))
    after = f"{date.fromisoformat(last) + timedelta(days=1)} 00:00"
    assert running(history, f"{last} 23:59", "DUB-01") == [("DUB-01", brussels(after))]
    assert running(history, after, "DUB-01") == []


def test_how_it_is_counted_from_12_june_2026_is_not_known():
    assert running((ADMITTED, ACCEPTED.at("2026-06-12 09:00")), "2026-06-13 12:00", "DUB-01") == []


def test_it_is_extended_to_a_later_day():
    given(ADMITTED).when(ACCEPT).then(ACCEPTED)
    given(ADMITTED, ACCEPTED).when(EXTEND).then(EXTENDED)
    extended = (ADMITTED, ACCEPTED, EXTENDED)
    assert running(extended, "2026-12-01 12:00", "DUB-01") == [
        ("DUB-01", brussels("2027-03-10 00:00"))
    ]


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-09-09 23:59", True), ("2026-09-10 00:00", False)]
)
def test_not_once_the_other_state_is_no_longer_responsible(at, passes):
    asked = given(ADMITTED, ACCEPTED).when(EXTEND, at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("DUB-01", saying="the term to transfer ended on 2026-09-09")


@pytest.mark.parametrize(
    ("reason", "until", "passes"),
    [
        ("imprisonment", "2027-03-09", True),  # a year from the acceptance
        ("imprisonment", "2027-03-10", False),
        ("absconding", "2027-09-09", True),  # eighteen months
        ("absconding", "2027-09-10", False),
        ("absconding", "2099-09-09", False),
    ],
)
def test_it_is_extended_as_far_as_the_reason_allows(reason, until, passes):
    history = (*HELD_HERE, ACCEPTED, TOLD, PRESUMED, GONE)
    order = EXTEND.model_copy(update={"reason": reason, "until": until})
    asked = given(*history).when(order, at="2026-04-15 09:00")
    if passes:
        asked.events()
    else:
        asked.then_refused("DUB-03", saying="on this ground the term ends on")


def test_for_an_absconding_that_is_on_record():
    order = EXTEND.model_copy(update={"reason": "absconding"})
    at = "2026-04-15 09:00"
    for history in ((ADMITTED, ACCEPTED), (*HELD_HERE, ACCEPTED, TOLD, PRESUMED)):
        given(*history).when(order, at=at).then_refused(
            "DUB-03", saying="no absconding is established on record"
        )
    given(*HELD_HERE, ACCEPTED, TOLD, PRESUMED, GONE).when(order, at=at).events()


@pytest.mark.parametrize(("until", "passes"), [("2026-09-09", False), ("2026-09-10", True)])
def test_and_never_shortened(until, passes):
    asked = given(ADMITTED, ACCEPTED).when(EXTEND.model_copy(update={"until": until}))
    if passes:
        asked.events()
    else:
        asked.then_refused("DUB-01", saying="2026-09-09 is not after 2026-09-09")


def test_without_an_acceptance_or_a_day_there_is_nothing_to_extend():
    given(ADMITTED).when(EXTEND).then_refused("DUB-01", saying="no acceptance")
    odd = EXTEND.model_copy(update={"until": "2026-02-30"})
    given(ADMITTED, ACCEPTED).when(odd).then_refused("DUB-01", saying="is no day")


def test_officers_extend_it_and_the_attache_records_an_acceptance():
    given(ADMITTED).when(ACCEPT).is_for(Function.ATTACHE_COACH, *OFFICERS)
    given(ADMITTED, ACCEPTED).when(EXTEND).is_for(*OFFICERS)


# -- reception ----------------------------------------------------------------------------

MOVED = (ADMITTED, ASSIGNED)  # on Monday 30 March 2026: five working days, over Easter Monday


def test_the_move_and_the_exception_have_five_working_days():
    assert running(MOVED, "2026-04-03 12:00", "REC-01", "REC-02") == [
        ("REC-01", brussels("2026-04-08 00:00")),
        ("REC-02", brussels("2026-04-08 00:00")),
    ]
    assert running(MOVED, "2026-04-07 23:59", "REC-01") != []
    assert running(MOVED, "2026-04-08 00:00", "REC-01", "REC-02") == []


def test_who_asks_for_an_exception_in_time_may_stay_meanwhile():
    for asked, stays in (("2026-04-07 23:59", True), ("2026-04-08 00:00", False)):
        history = (*MOVED, EXCEPTION_ASKED.at(asked))
        running_on = running(history, "2026-04-07 23:59", "REC-01")
        assert (running_on == []) is stays


def test_refused_the_term_to_move_is_the_one_that_ran():
    refused = EXCEPTION_RULED.at("2026-04-03 10:00")
    history = (*MOVED, EXCEPTION_ASKED, refused)
    assert running(history, "2026-04-03 12:00", "REC-01") == [
        ("REC-01", brussels("2026-04-08 00:00"))
    ]
    granted = refused.but(outcome="granted")
    assert running((*MOVED, EXCEPTION_ASKED, granted), "2026-04-03 12:00", "REC-01") == []


@pytest.mark.parametrize(
    ("assigned", "asked", "place", "stays"),
    [
        ("2026-03-30", "2026-03-31", "open-return", False),
        ("2026-03-30", "2026-04-01", "open-return", True),
        ("2026-06-26", "2026-06-30", "open-return", True),
        ("2026-06-26", "2026-07-01", "open-return", False),
        ("2026-03-30", "2026-04-01", "dublin", False),
    ],
)
def test_school_counts_in_spring_and_not_for_a_dublin_place(assigned, asked, place, stays):
    history = (
        ADMITTED,
        ASSIGNED.at(f"{assigned} 09:00").but(place=place),
        EXCEPTION_ASKED.at(f"{asked} 09:00").but(ground="school"),
    )
    assert (running(history, f"{asked} 12:00", "REC-01") == []) is stays


def test_each_act_is_recorded():
    given(ADMITTED).when(ASSIGN).then(ASSIGNED)
    given(*MOVED).when(ASK_EXCEPTION).then(EXCEPTION_ASKED)
    given(*MOVED, EXCEPTION_ASKED).when(RULE_ON_EXCEPTION).then(EXCEPTION_RULED)


def test_an_exception_is_asked_to_a_place_once_at_a_time_and_ruled_upon():
    given(ADMITTED).when(ASK_EXCEPTION).then_refused("REC-02", saying="no place of reception")
    given(*MOVED, EXCEPTION_ASKED).when(ASK_EXCEPTION).then_refused("REC-02")
    given(*MOVED, EXCEPTION_ASKED, EXCEPTION_RULED).when(ASK_EXCEPTION).events()
    given(*MOVED).when(RULE_ON_EXCEPTION).then_refused("REC-02", saying="no exception is asked")
    given(*MOVED, EXCEPTION_ASKED, EXCEPTION_RULED).when(RULE_ON_EXCEPTION).then_refused("REC-02")
    given(*MOVED).when(ASK_EXCEPTION, at="2026-03-30 08:59").then_refused("ORD-02")


def test_officers_rule_and_coaches_record_what_was_asked():
    given(ADMITTED).when(ASSIGN).is_for(Function.ATTACHE_COACH, *OFFICERS)
    given(*MOVED).when(ASK_EXCEPTION).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )
    given(*MOVED, EXCEPTION_ASKED).when(RULE_ON_EXCEPTION).is_for(*OFFICERS)


# -- a last day the acceptance tells ---------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "until", "why"),
    [
        ("2026-06-12 09:00", "2026-12-12", None),
        ("2026-06-12 09:00", "2026-06-11", "2026-06-11 is before the acceptance"),
        ("2026-06-12 09:00", "2026-02-30", "is no day of the calendar"),
        ("2026-06-11 09:00", "2026-12-11", None),  # what the law of that day says itself
        ("2026-06-11 09:00", "2026-12-12", "ends on 2026-12-11; it is only extended"),
    ],
)
def test_the_acceptance_tells_the_last_day_where_the_law_does_not(at, until, why):
    asked = given(ADMITTED).when(ACCEPT.model_copy(update={"until": until}), at=at)
    if why is None:
        asked.then_state(protection__dublin__until=until)
    else:
        asked.then_refused("DUB-04" if at > "2026-06-12" else "DUB-01", saying=why)
