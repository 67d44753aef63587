"""The Council registers an appeal, handed in here or brought by the lawyer."""

from datetime import date

import pytest
from dossier import (
    DEPARTED,
    HANDED_IN,
    LODGE,
    LODGED,
    NOTIFIED,
    NUMBER,
    TRANSMITTED,
    until,
)
from given import given

from domain import commands as c
from domain.lifecycle import AppealState
from domain.values import AppealKind, Function

BY_THE_LAWYER = c.LodgeAppeal(
    dossier=NUMBER, kind=AppealKind.EXTREME_URGENCY, reference="CCE-318442"
)


def kinds_and_states(asked):
    return [(appeal.kind, appeal.state) for appeal in asked.state_after().appeals]


@pytest.mark.parametrize("brought", [(HANDED_IN,), (HANDED_IN, TRANSMITTED)])
def test_an_appeal_handed_in_here_keeps_its_kind_and_gets_its_number(brought):
    asked = given(*until(NOTIFIED), *brought).when(LODGE)
    asked.then(LODGED)
    [appeal] = asked.state_after().appeals
    assert (appeal.state, appeal.reference) == (AppealState.LODGED, "CCE-318442")
    assert appeal.kind is AppealKind.EXTREME_URGENCY


def test_an_appeal_brought_by_the_lawyer_is_recorded_with_its_kind():
    asked = given(*until(NOTIFIED)).when(BY_THE_LAWYER)
    asked.then(LODGED)
    assert kinds_and_states(asked) == [(AppealKind.EXTREME_URGENCY, AppealState.LODGED)]


def test_an_appeal_brought_by_the_lawyer_needs_its_kind():
    given(*until(NOTIFIED)).when(LODGE).then_refused(
        "REM-01", saying="an appeal not handed in here needs its kind"
    )


def test_the_kind_of_an_appeal_may_become_known_at_the_council():
    unknown = HANDED_IN.but(kind=AppealKind.UNKNOWN)
    asked = given(*until(NOTIFIED), unknown).when(BY_THE_LAWYER)
    assert kinds_and_states(asked) == [(AppealKind.EXTREME_URGENCY, AppealState.LODGED)]


def test_an_appeal_of_another_kind_is_another_appeal():
    # Taken for the one handed in, it would leave an undecided suspensive request unseen.
    ordinary = BY_THE_LAWYER.model_copy(update={"kind": AppealKind.ANNULMENT})
    asked = given(*until(NOTIFIED), HANDED_IN).when(ordinary)
    assert kinds_and_states(asked) == [
        (AppealKind.EXTREME_URGENCY, AppealState.HANDED_IN),
        (AppealKind.ANNULMENT, AppealState.LODGED),
    ]


def test_a_second_appeal_with_its_own_number_stands_beside_the_first():
    asked = given(*until(NOTIFIED), LODGED).when(
        c.LodgeAppeal(dossier=NUMBER, kind=AppealKind.ANNULMENT, reference="CCE-318500")
    )
    assert len(asked.state_after().appeals) == 2


def test_an_appeal_is_lodged_once():
    given(*until(NOTIFIED), LODGED).when(LODGE).then_refused(
        "REM-01", saying="the appeal is lodged; this needs none, handed-in, transmitted"
    )


def test_of_several_one_must_be_named():
    other = HANDED_IN.at("2026-03-18 09:00").but(kind=AppealKind.ANNULMENT)
    given(*until(NOTIFIED), HANDED_IN, other).when(c.LodgeAppeal(dossier=NUMBER)).then_refused(
        "REM-01", saying="several appeals are open (-, -): say which"
    )


def test_what_was_handed_in_here_is_not_registered_before():
    given(*until(NOTIFIED), HANDED_IN).when(LODGE, at="2026-03-16 11:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 17)
    )


def test_nothing_is_registered_tomorrow():
    given(*until(NOTIFIED), HANDED_IN).when(
        LODGE, at="2026-03-19 09:00", now="2026-03-18 09:00"
    ).then_refused("ORD-03")


def test_nothing_is_registered_after_the_end():
    given(*until(DEPARTED)).when(BY_THE_LAWYER).then_refused("ORD-04")


def test_coaches_the_director_and_officers_record_it():
    given(*until(NOTIFIED)).when(BY_THE_LAWYER).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
    )
