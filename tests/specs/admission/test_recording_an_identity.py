"""Who the resident is stands on record by source, and nothing is written over."""

from dossier import NUMBER
from examples.admission import ADMITTED, IDENTIFIED, IDENTIFY
from given import given

from domain import commands as c
from domain.events import IdentityRecorded
from domain.values import Function, Sealed, sealed_fields


def test_an_identity_is_recorded_with_its_source():
    asked = given(ADMITTED).when(IDENTIFY)
    asked.then(IDENTIFIED)
    asked.then_state(identities=("own-statement",))


def test_a_second_identity_stands_beside_the_first():
    passport = IDENTIFY.model_copy(
        update={"source": "passport", "document_number": Sealed.of("P0482216")}
    )
    given(ADMITTED, IDENTIFIED).when(passport).then_state(identities=("own-statement", "passport"))


def test_an_identity_that_says_nothing_is_refused():
    empty = c.RecordIdentity(dossier=NUMBER, source="passport")
    given(ADMITTED).when(empty).then_refused("ADM-01", saying="at least a name")


def test_the_number_of_a_document_alone_says_something():
    said = Sealed.of("P0482216")
    order = c.RecordIdentity(dossier=NUMBER, source="passport", document_number=said)
    given(ADMITTED).when(order).then(IdentityRecorded(source="passport", document_number=said))


def test_all_but_the_source_is_sealed():
    assert set(sealed_fields(IdentityRecorded)) == {
        "remark",
        "name",
        "born_on",
        "nationality",
        "document_number",
    }


def test_a_source_on_no_list_is_refused_and_another_one_needs_words():
    given(ADMITTED).when(IDENTIFY.model_copy(update={"source": "hearsay"})).then_refused("COD-01")
    other = IDENTIFY.model_copy(update={"source": "other"})
    given(ADMITTED).when(other).then_refused("COD-02")
    told = other.model_copy(update={"remark": Sealed.of("letter of a cousin")})
    given(ADMITTED).when(told).then_state(identities=("other",))


def test_coaches_and_officers_record_it():
    given(ADMITTED).when(IDENTIFY).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )


def test_the_first_procedure_knows_no_such_step():
    given(ADMITTED.but(procedure=1)).when(IDENTIFY).then_refused("ORD-06")
