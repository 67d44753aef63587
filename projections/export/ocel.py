"""
What OCEL 2.0 tells of an act: which objects it is about, and in what quality.

Objects are dossiers, decision rounds, accounts, persons, and the log itself, which bears what is
known of the export. Ids begin with the type of the object: one account is often named as a person.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from domain.events import Event
from projections.export.deeds import OWN, About, Deed, Value, activity, columns, own, said
from projections.export.fields import Kind
from projections.export.names import Names

DOSSIER, ROUND, ACCOUNT, PERSON, LOG = "dossier", "decision round", "account", "person", "log"

Attributes = dict[str, type[Value]]

OBJECT_TYPES: dict[str, Attributes] = {
    DOSSIER: {"centre": str},
    ROUND: {"number": int},
    ACCOUNT: {},
    PERSON: {},
    LOG: {"origin": str, "size": int, "checkpoint": str, "names": str},
}
"""Type of object → its attributes."""

TYPES = {str: "string", int: "integer", bool: "boolean", datetime: "time"}
"""What OCEL calls the kinds of values."""

SINCE_EVER = datetime.fromisoformat("1970-01-01T00:00:00Z")
"""The moment of an attribute that an object has from the beginning."""

THE_LOG = "log:"
"""The id of the object that stands for the log."""


class Relation(NamedTuple):
    """An object, and in what quality it stands beside an act or beside another object."""

    type: str
    id: str
    quality: str


def event_types(kinds: Iterable[type[Event]], names: Names) -> dict[str, Attributes]:
    """Say for each activity what its acts may have."""
    always: Attributes = {"role": str, **OWN}
    found: dict[str, Attributes] = {}
    for event in kinds:
        found.setdefault(activity(event.TOPIC), dict(always)).update(columns(event, names))
    return found


def event_id(one: Deed) -> str:
    """Name an act: ids are text, and no other act has this one."""
    return f"e{one.index}"


def attributes(one: Deed) -> Iterator[tuple[str, Value]]:
    """Give what is told of an act beside its activity, its moment and its objects."""
    yield "role", one.role
    yield from own(one)
    yield from said(one)


def relations(one: Deed) -> Iterator[Relation]:
    """Give the objects of an act, each once: of several qualities readers keep but one."""
    there: dict[str, Relation] = {}
    for each in _relations(one):
        there.setdefault(each.id, each)
    return iter(there.values())


def _relations(one: Deed) -> Iterator[Relation]:
    yield Relation(DOSSIER, f"dossier:{one.dossier}", "about")
    if one.round is not None:
        yield Relation(ROUND, _round_id(one), "in")
    yield Relation(ACCOUNT, f"account:{one.account}", "by")
    yield Relation(PERSON, f"person:{one.person}", "by")
    for quality, account in (("for", one.on_behalf_of), ("typed by", one.typed_by)):
        if account:
            yield Relation(ACCOUNT, f"account:{account}", quality)
    for each in one.mentions:
        kind = _MENTIONED[each.kind]
        yield Relation(kind, f"{kind}:{each.name}", each.field)


def between_objects(one: Deed) -> Iterator[tuple[str, Relation]]:
    """Give what an act tells of how objects stand to one another: the id of one, and the other."""
    yield f"account:{one.account}", Relation(PERSON, f"person:{one.person}", "of")
    if one.round is not None:
        yield _round_id(one), Relation(DOSSIER, f"dossier:{one.dossier}", "of")


def changes(one: Deed) -> Iterator[tuple[str, str, Value, datetime]]:
    """Give what an act changes of an object: its id, the attribute, the value, the moment."""
    place = one.said.get(_PLACE.get(one.activity, ""))
    if isinstance(place, str):
        yield f"dossier:{one.dossier}", "centre", place, one.occurred


def numbered(one: Deed) -> tuple[str, int] | None:
    """Give the id and number of the round an act is in."""
    return None if one.round is None else (_round_id(one), one.round)


def of_the_log(about: About) -> dict[str, Value]:
    """Give the attributes of the log."""
    return dict(about._asdict())


def _round_id(one: Deed) -> str:
    return f"round:{one.dossier}/{one.round}"


_MENTIONED = {Kind.DOSSIER: DOSSIER, Kind.ACCOUNT: ACCOUNT, Kind.PERSON: PERSON}
_PLACE = {"resident-admitted": "centre", "transfer-received": "place"}
