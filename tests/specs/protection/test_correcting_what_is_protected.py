"""What is told of a protected status or of asylum is corrected under its own key."""

import pytest
from dossier import DIRECTOR, NUMBER
from examples.protection import ADMITTED, STATUS_OPENED, WISHED
from given import given

from domain import commands as c
from domain.events import RecordCorrected
from domain.values import Category, Sealed, sealed_fields

BETTER = Sealed.of("interviewed by Payoke, not by PAG-ASA")


def correction(**said):
    return c.CorrectRecord(
        dossier=NUMBER, corrects=2, field="note", reason=Sealed.of("the wrong house"), **said
    )


def test_a_protected_note_is_replaced_by_one_sealed_under_the_same_key():
    asked = given(ADMITTED, STATUS_OPENED).when(correction(becomes_protected=BETTER), by=DIRECTOR)
    [event] = asked.events()
    assert isinstance(event, RecordCorrected)
    assert event.sealed == ("becomes_protected", BETTER)
    assert sealed_fields(type(event))["becomes_protected"] is Category.PROTECTED


def test_a_note_on_asylum_likewise():
    asked = given(ADMITTED, WISHED).when(correction(becomes_asylum=BETTER), by=DIRECTOR)
    [event] = asked.events()
    assert isinstance(event, RecordCorrected)
    assert event.sealed == ("becomes_asylum", BETTER)


@pytest.mark.parametrize(
    "said", [{"becomes_identity": BETTER}, {"becomes_asylum": BETTER}, {"becomes": "in clear"}]
)
def test_a_protected_note_goes_under_no_other_key(said):
    given(ADMITTED, STATUS_OPENED).when(correction(**said), by=DIRECTOR).then_refused("COR-01")
