"""An embassy is asked, interviews, recognises, and grants or refuses a document."""

from datetime import date

import pytest
from dossier import DEPARTED, NOTIFIED, NUMBER, until
from examples.identification import (
    DECLARED,
    GRANT,
    GRANTED,
    HERE,
    PASSPORT,
    PRESENT,
    PRESENTED,
    RECOGNISE,
    RECOGNISED,
    REFUSE,
    REFUSED,
    REQUEST,
    REQUESTED,
)
from given import given, lines, there
from pydantic import ValidationError

from domain import commands as c
from domain.lifecycle import IdentificationState, Stage
from domain.rules.countries import is_country
from domain.trajectory import replay
from domain.values import Function, Sealed

I = IdentificationState  # noqa: E741 (as in the table)
ASKED = (*HERE, REQUESTED)


def known(*history):
    return there(replay(lines(history, NUMBER)))


def test_nothing_is_known_at_first():
    assert known(*HERE).identification is None


def test_what_a_source_says_is_a_beginning():
    assert there(known(*HERE, DECLARED).identification).state is I.DECLARED


def test_it_takes_nothing_away_from_what_an_embassy_said():
    late = DECLARED.at("2026-03-20 10:00")
    assert there(known(*ASKED, RECOGNISED, late).identification).state is I.RECOGNISED


def test_an_embassy_is_asked():
    asked = given(*HERE).when(REQUEST, at="2026-03-12 09:00")
    asked.then(REQUESTED)
    asked.then_state(
        stage=Stage.INFORMATION,
        identification__state=I.REQUESTED,
        identification__country="AF",
    )


def test_then_it_interviews_recognises_and_grants():
    given(*ASKED).when(PRESENT, at="2026-03-16 10:00").then(PRESENTED)
    given(*ASKED, PRESENTED).when(RECOGNISE, at="2026-03-19 11:30").then(RECOGNISED)
    asked = given(*ASKED, PRESENTED, RECOGNISED).when(GRANT, at="2026-03-20 14:00")
    asked.then(GRANTED)
    asked.then_state(identification__state=I.VALID, identification__country="AF")
    [document] = there(asked.state_after().identification).at_hand
    assert (document.kind, document.valid_until) == ("laissez-passer", date(2026, 3, 30))


def test_or_it_refuses():
    asked = given(*ASKED, PRESENTED).when(REFUSE, at="2026-03-20 14:00")
    asked.then(REFUSED)
    asked.then_state(identification__state=I.REFUSED)


@pytest.mark.parametrize("order", [PRESENT, RECOGNISE, GRANT, REFUSE])
def test_nothing_comes_from_an_embassy_that_was_not_asked(order):
    given(*HERE).when(order).then_refused("IDE-02", saying="identification is unknown")
    given(*HERE, DECLARED).when(order).then_refused("IDE-02", saying="is declared")


@pytest.mark.parametrize("order", [PRESENT, RECOGNISE, GRANT, REFUSE])
def test_nor_before_it_was_asked(order):
    given(*ASKED).when(order, at="2026-03-12 08:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 12)
    )


@pytest.mark.parametrize(
    "history",
    [HERE, (*HERE, DECLARED), ASKED, (*ASKED, REFUSED), (*ASKED, GRANTED), (*HERE, PASSPORT)],
    ids=["unknown", "declared", "asked", "refused", "granted", "passport"],
)
def test_another_country_may_be_asked_at_any_time(history):
    another = REQUEST.model_copy(update={"country": "IR"})
    given(*history).when(another).then_state(
        identification__state=I.REQUESTED, identification__country="IR"
    )


def test_a_document_at_hand_stays_at_hand_while_another_is_asked():
    state = given(*HERE, PASSPORT).when(REQUEST).state_after()
    assert [each.kind for each in there(state.identification).at_hand] == ["passport"]


@pytest.mark.parametrize("country", ["ZZ", "XX", "UK"])
def test_the_country_is_one(country):
    strange = REQUEST.model_copy(update={"country": country})
    given(*HERE).when(strange).then_refused("COD-01", saying=f"{country} is not the code")


@pytest.mark.parametrize("country", ["af", "AFG", "A1", ""])
def test_the_country_is_two_capitals(country):
    with pytest.raises(ValidationError):
        c.RequestLaissezPasser(dossier=NUMBER, country=country)


def test_the_list_of_countries_is_that_of_the_standard_and_kosovo():
    assert all(is_country(code) for code in ("AF", "MA", "CD", "XK", "ZW"))
    assert not any(is_country(code) for code in ("", "A", "AF AG", "af", "EU"))


def test_a_document_is_not_granted_that_had_run_out():
    given(*ASKED).when(GRANT, at="2026-03-30 18:00").events()
    given(*ASKED).when(GRANT, at="2026-03-31 08:00").then_refused(
        "IDE-03", saying="the document had run out on 2026-03-30"
    )


def test_its_last_day_is_one():
    strange = GRANT.model_copy(update={"valid_until": "2026-02-30"})
    given(*ASKED).when(strange, at="2026-03-20 14:00").then_refused(
        "IDE-03", saying="2026-02-30 is not a day of the calendar"
    )


def test_a_refusal_is_for_a_reason_on_the_list():
    strange = REFUSE.model_copy(update={"reason": "did-not-like"})
    given(*ASKED).when(strange).then_refused("COD-01")
    other = REFUSE.model_copy(update={"reason": "other"})
    given(*ASKED).when(other).then_refused("COD-02")
    given(*ASKED).when(other.model_copy(update={"remark": Sealed.of("see the note")})).events()


def test_the_first_procedure_asked_no_embassy():
    given(*until(NOTIFIED)).when(REQUEST).then_refused("ORD-06")


def test_nobody_is_asked_after_the_end():
    given(*HERE, DEPARTED).when(REQUEST).then_refused("ORD-04")


@pytest.mark.parametrize(
    ("history", "order"),
    [
        (HERE, REQUEST),
        (ASKED, PRESENT),
        (ASKED, RECOGNISE),
        (ASKED, GRANT),
        (ASKED, REFUSE),
    ],
)
def test_coaches_and_officers_record_it(history, order):
    given(*history).when(order, at="2026-03-20 14:00").is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )
