"""A removal put off for health or technical reasons does not happen until the day is over."""

from datetime import date

import pytest
from dossier import BOOKED, DECLARED, DEPART, DEPART_WITH_IOM, IOM_OPENED, OFFICER
from examples.protection import ADMITTED, POSTPONE, POSTPONED
from examples.remedies import dossier, in_the_way
from given import Act, brussels, given

from domain.decide.clocks import clocks
from domain.decide.enforcement import not_put_off
from domain.events import RecordCorrected
from domain.values import Function, Sealed

HELD = [("POS-03", date(2026, 3, 28))]


def stopped(*history, at, order=DEPART):
    return in_the_way(not_put_off, history, at, order)


def test_until_the_end_of_its_day_and_not_longer():
    history = (ADMITTED, POSTPONED)
    assert stopped(*history, at="2026-03-26 12:00") == HELD
    assert stopped(*history, at="2026-03-27 23:59") == HELD
    assert stopped(*history, at="2026-03-28 00:00") == []


def test_a_later_one_moves_the_day():
    later = POSTPONED.at("2026-03-26 09:00").but(until="2026-04-05")  # a Sunday stays one
    assert stopped(ADMITTED, POSTPONED, later, at="2026-03-28 00:00") == [
        ("POS-03", date(2026, 4, 6))
    ]
    assert stopped(ADMITTED, POSTPONED, later, at="2026-04-06 00:00") == []


def test_none_takes_away_from_another():
    health = POSTPONED.but(until="2026-04-30")
    technical = POSTPONED.at("2026-03-20 09:00").but(until="2026-03-25", reason="technical")
    held = [("POS-03", date(2026, 5, 1))]
    for history in ((ADMITTED, health, technical), (ADMITTED, technical, health)):
        assert stopped(*history, at="2026-03-30 12:00") == held
        assert stopped(*history, at="2026-04-30 23:59") == held
        assert stopped(*history, at="2026-05-01 00:00") == []
        [due] = [
            d for d in clocks(dossier(history), brussels("2026-03-30 12:00")) if d.rule == "POS-03"
        ]
        assert due.at == brussels("2026-05-01 00:00")


def test_one_put_right_by_a_correction_counts_as_corrected():
    sooner = Act(
        RecordCorrected(
            corrects=2, field="until", reason=Sealed.of("misread"), becomes="2026-03-20"
        ),
        OFFICER,
        brussels("2026-03-19 09:00"),
    )
    assert stopped(ADMITTED, POSTPONED, sooner, at="2026-03-21 00:00") == []


def test_it_does_not_hold_back_who_signed_the_declaration():
    willing = (ADMITTED, POSTPONED, IOM_OPENED, DECLARED, BOOKED)
    assert stopped(*willing, at="2026-03-26 12:00", order=DEPART_WITH_IOM) == []
    assert stopped(*willing, at="2026-03-26 12:00") == HELD
    assert stopped(ADMITTED, POSTPONED, at="2026-03-26 12:00", order=DEPART_WITH_IOM) == HELD


def test_a_day_that_cannot_be_read_blocks():
    odd = POSTPONED.but(until="2026-02-30")
    for history in ((ADMITTED, odd), (ADMITTED, POSTPONED, odd), (ADMITTED, odd, POSTPONED)):
        assert stopped(*history, at="2027-01-05 12:00") == [("POS-03", None)]


def test_it_is_a_clock():
    found = clocks(dossier((ADMITTED, POSTPONED)), brussels("2026-03-20 12:00"))
    assert [(d.rule, d.at) for d in found if d.rule == "POS-03"] == [
        ("POS-03", brussels("2026-03-28 00:00"))
    ]


def test_it_is_decided_with_what_the_resident_was_told():
    given(ADMITTED).when(POSTPONE, at="2026-03-18 09:00").then(POSTPONED)


@pytest.mark.parametrize(
    ("until", "told"), [("2026-03-17", "was over"), ("2026-02-30", "is no day of the calendar")]
)
def test_to_a_day_that_is_not_over(until, told):
    odd = POSTPONE.model_copy(update={"until": until})
    given(ADMITTED).when(odd, at="2026-03-18 09:00").then_refused("POS-03", saying=told)
    today = POSTPONE.model_copy(update={"until": "2026-03-18"})
    given(ADMITTED).when(today, at="2026-03-18 09:00").events()


def test_for_another_reason_in_words():
    other = POSTPONE.model_copy(update={"reason": "other"})
    given(ADMITTED).when(other).then_refused("COD-02")


def test_officers_decide_it():
    given(ADMITTED).when(POSTPONE).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )
