"""Nothing leaves the house by a field nobody thought about."""

from collections.abc import Iterator
from datetime import UTC, datetime
from types import NoneType
from typing import Any, get_args

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain import commands as c
from domain import events as e
from domain import values as v
from domain.events import DossierEvent
from domain.lifecycle import COMMAND_OF
from domain.record import Recorded
from domain.values import Listed, Sealed, Shaped, confided_fields, sealed_fields
from projections.export.deeds import NO_CODE, RESTRICTED, deed, own, said
from projections.export.fields import Kind, kinds
from projections.export.names import Pseudonyms, RealNames, clean

WHO = {
    v.DossierNumber: Kind.DOSSIER,
    v.Account: Kind.ACCOUNT,
    v.Person: Kind.PERSON,
    v.Reference: Kind.REFERENCE,
}
CODES = (v.CentreCode, v.Country, v.Day, v.FormCode, v.Instant, v.Language)
SILENT = {
    "RecordCorrected": {"was"},
    "AccessRestrictionProposed": {"reason"},
    "AccessRestricted": {"reason"},
    "ProtectedStatusOpened": {"status"},
    "ProtectedStatusEnded": {"status"},
}
"""Open fields that are never told: a code in confidence, and what may be any field's value."""


def marks(annotation: Any) -> Iterator[Any]:
    """Go through the marks of an annotation, also of what is optional or several."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from marks(part)


def said_by(command: Any, field: str) -> list[Any]:
    """Return the marks a command's field has; empty where it has none or there is no field."""
    info = command.model_fields.get(field) if command else None
    return [*info.metadata, *marks(info.annotation)] if info else []


def pattern(kind: Any) -> str:
    (shaped,) = (mark for mark in kind.__metadata__ if isinstance(mark, Shaped))
    return shaped.pattern


EVENTS = [pytest.param(event, id=event.__name__) for event in e.DOSSIER_EVENTS]


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_sealed_or_told_in_confidence_is_never_told(event):
    never = {*sealed_fields(event), *confided_fields(event)}
    assert {kinds(event)[field] for field in never} <= {Kind.OUT}
    assert "remark" in never


@pytest.mark.parametrize("event", EVENTS)
def test_every_other_field_was_thought_about(event):
    never = {*sealed_fields(event), *confided_fields(event)}
    left_out = {field for field, kind in kinds(event).items() if kind is Kind.OUT} - never
    assert left_out | set(confided_fields(event)) == SILENT.get(event.__name__, set())


@pytest.mark.parametrize("event", EVENTS)
def test_a_field_is_what_its_command_says_it_is(event):
    """The command knows which text is a number, an account, a person, a code of a list."""
    command = getattr(c, COMMAND_OF.get(event.__name__, ""), None)
    who = {pattern(kind): meant for kind, meant in WHO.items()}
    codes = {pattern(kind) for kind in CODES}
    for field, kind in kinds(event).items():
        if kind in (Kind.OUT, Kind.BIRTH):
            continue
        for mark in said_by(command, field):
            if isinstance(mark, Shaped) and mark.pattern in who:
                assert kind is who[mark.pattern], (event, field)
            elif isinstance(mark, Listed) or (isinstance(mark, Shaped) and mark.pattern in codes):
                assert kind is Kind.PLAIN, (event, field)


def test_what_is_told_as_it_is_and_no_command_says_is_what_we_know_of():
    """Free text of an event that is told unchanged has no other guard than this list."""
    told = {
        (event.__name__, field)
        for event in e.DOSSIER_EVENTS
        for field, kind in kinds(event).items()
        if kind is Kind.PLAIN
        and _is_text(event.model_fields[field].annotation)
        and not said_by(getattr(c, COMMAND_OF.get(event.__name__, ""), None), field)
    }
    assert told == {
        # As the draft had them.
        *(("DecisionTaken", field) for field in ("form", "kind", "articles", "fast_grounds")),
        ("DecisionTaken", "ban_ground"),
        # Days and legal bases of detention.
        ("ResidentAdmitted", "held_before"),
        ("ResidentAdmitted", "grounds_before"),
        # Words of ours: an act, rules.
        ("NobodyMayDecide", "act"),
        ("BlockFoundLate", "rules"),
    }


def _is_text(annotation: Any) -> bool:
    inner = [part for part in get_args(annotation) if part not in (NoneType, ...)]
    return any(map(_is_text, inner)) if inner else annotation is str


def test_a_field_that_nobody_thought_about_is_left_out():
    class SomethingNew(DossierEvent):
        TOPIC = "something-new.v1"
        neighbour: str
        neighbours: tuple[str, ...] = ()
        number: int = 0
        sex: v.Sex | None = None

    assert kinds(SomethingNew) == {
        "remark": Kind.OUT,
        "neighbour": Kind.OUT,
        "neighbours": Kind.OUT,
        "number": Kind.PLAIN,
        "sex": Kind.PLAIN,
    }


# --- names ------------------------------------------------------------------------------------


def line(event: e.Event, **but: Any) -> Recorded:
    at = datetime(2026, 3, 2, 8, tzinfo=UTC)
    told: dict[str, Any] = {
        "stream": "HOL-2026-0042",
        "version": 3,
        "event": event,
        "occurred_at": at,
        "recorded_at": at,
        "account": "d.lambert",
        "person": "P-001",
        "role": "coach",
        "command_id": "7d0f3c52-8f0a-4c36-9d0b-0f2a4f1c5e77",
        "rule_set": "2026.2",
        "log_index": 19,
    }
    return Recorded(**(told | but))


LINKED = e.FamilyLinked(
    family="FAM-1",
    role="child",
    members=("HOL-2026-0043", "HOL-2026-0044"),
    majority_on="2031-05-06",
)


def test_pseudonyms_stand_for_every_name_in_an_act():
    one = deed(line(LINKED, on_behalf_of="m.vandamme"), Pseudonyms(bytes(32)), None, ())
    everything = repr(one)
    for name in ("HOL-2026", "FAM-1", "d.lambert", "P-001", "m.vandamme", "2031-05-06"):
        assert name not in everything
    assert one.said["role"] == "child"
    assert len([each for each in one.mentions if each.field == "members"]) == 2


def test_real_names_are_left_as_they_are():
    one = deed(line(LINKED), RealNames(), None, ())
    assert (one.dossier, one.account, one.person) == ("HOL-2026-0042", "d.lambert", "P-001")
    assert one.said["members"] == ("HOL-2026-0043", "HOL-2026-0044")
    assert one.said["majority_on"] == "2031-05-06"


def test_a_restricted_dossier_is_not_named_by_an_act_of_another():
    for names in (RealNames(), Pseudonyms(bytes(32))):
        one = deed(line(LINKED), names, None, {"HOL-2026-0044"})
        assert RESTRICTED in str(one.said["members"])
        assert len([mention for mention in one.mentions if mention.field == "members"]) == 1


def test_a_correction_tells_when_an_act_really_was_and_nothing_else():
    def corrected(field: str, becomes: str) -> e.RecordCorrected:
        return e.RecordCorrected(
            corrects=2, field=field, was="x", becomes=becomes, reason=Sealed.of("x")
        )

    moved = deed(line(corrected("occurred_at", "2026-03-01T10:00:00+01:00")), RealNames(), None, ())
    assert moved.said == {
        "corrects": 2,
        "field": "occurred_at",
        "becomes": "2026-03-01T09:00:00.000000Z",
    }
    other = deed(line(corrected("majority_on", "2031-05-06")), RealNames(), None, ())
    assert other.said == {"corrects": 2, "field": "majority_on"}


def test_a_text_of_a_register_that_is_no_code_is_not_told():
    freed = e.ResidentReleased(reason="met Jan Peeters in Gent")
    one = deed(line(freed), RealNames(), None, ())
    assert one.said == {"reason": NO_CODE}


def test_the_same_name_is_another_thing_elsewhere():
    """An account is often named as its person is; that must not be read off an export."""
    names = Pseudonyms(bytes(32))
    told = {names.of(kind, "registrar") for kind in WHO.values()}
    assert len(told) == len(WHO)


def test_another_key_gives_other_names_and_says_so():
    one, other = Pseudonyms(bytes(32)), Pseudonyms(bytes(31) + b"\x01")
    assert one.of(Kind.PERSON, "P-001") != other.of(Kind.PERSON, "P-001")
    assert one.told != other.told


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_none(length):
    with pytest.raises(ValueError, match="32 bytes"):
        Pseudonyms(bytes(length))


@for_all(st.text())
def test_no_control_character_and_no_line_end_gets_out(text):
    told = clean(text)
    assert len(told) == len(text)
    assert len(told.splitlines()) <= 1
    told.encode()


@for_all(st.text(), st.text())
def test_what_is_told_of_an_act_is_its_own_whatever_it_is_called(account, person):
    one = deed(
        line(e.ResidentReleased(reason="x"), account=account, person=person), RealNames(), None, ()
    )
    assert dict(own(one))["index"] == 19
    assert dict(said(one)) == {"said_reason": "x"}
