"""
OCEL 2.0 as JSON: events in the order of the log, one a line, then the objects they named.

What is kept in mind while events are written is the objects: a few bytes for each dossier, round
and member of staff, whatever the number of events.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TextIO

from projections.export import ocel
from projections.export.deeds import About, Deed, Value, utc


class _Objects:
    """The objects that were named, what changed of them, and how they stand to one another."""

    def __init__(self, about: About) -> None:
        self.types: dict[str, str] = {ocel.THE_LOG: ocel.LOG}
        self.told: dict[str, list[tuple[str, Value, datetime]]] = {}
        self.beside: dict[str, dict[ocel.Relation, None]] = {}
        for name, value in ocel.of_the_log(about).items():
            self.tell(ocel.THE_LOG, name, value, ocel.SINCE_EVER)

    def take_in(self, one: Deed) -> None:
        """Note the objects of an act."""
        for relation in ocel.relations(one):
            self.types.setdefault(relation.id, relation.type)
        for source, target in ocel.between_objects(one):
            self.beside.setdefault(source, {})[target] = None
        numbered = ocel.numbered(one)
        if numbered and numbered[0] not in self.told:
            self.tell(numbered[0], "number", numbered[1], ocel.SINCE_EVER)
        for name, attribute, value, moment in ocel.changes(one):
            first = name not in self.told
            self.tell(name, attribute, value, ocel.SINCE_EVER if first else moment)

    def tell(self, name: str, attribute: str, value: Value, moment: datetime) -> None:
        self.told.setdefault(name, []).append((attribute, value, moment))

    def document(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = {"id": name, "type": self.types[name]}
        found["attributes"] = [
            {"name": attribute, "time": _moment(moment), "value": _value(value)}
            for attribute, value, moment in self.told.get(name, ())
        ]
        found["relationships"] = [_relation(each) for each in self.beside.get(name, ())]
        return found


def write(
    file: TextIO, about: About, deeds: Iterable[Deed], types: Mapping[str, ocel.Attributes]
) -> None:
    """Write acts of these types in the order they come, and what they are about."""
    objects = _Objects(about)
    file.write('{"objectTypes":')
    file.write(_json(_declared(ocel.OBJECT_TYPES)))
    file.write(',\n"eventTypes":')
    file.write(_json(_declared(types)))
    file.write(',\n"events":[')
    between = "\n"
    for one in deeds:
        objects.take_in(one)
        file.write(between + _json(_event(one)))
        between = ",\n"
    file.write('\n],\n"objects":[')
    between = "\n"
    for name in objects.types:
        file.write(between + _json(objects.document(name)))
        between = ",\n"
    file.write("\n]}\n")


def _declared(types: Mapping[str, ocel.Attributes]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "attributes": [
                {"name": attribute, "type": ocel.TYPES[kind]} for attribute, kind in has.items()
            ],
        }
        for name, has in types.items()
    ]


def _event(one: Deed) -> dict[str, Any]:
    return {
        "id": ocel.event_id(one),
        "type": one.activity,
        "time": utc(one.occurred),
        "attributes": [
            {"name": name, "value": _value(value)} for name, value in ocel.attributes(one)
        ],
        "relationships": [_relation(each) for each in ocel.relations(one)],
    }


def _relation(each: ocel.Relation) -> dict[str, str]:
    return {"objectId": each.id, "qualifier": each.quality}


def _value(value: Value) -> str | int | bool:
    return utc(value) if isinstance(value, datetime) else value


def _moment(moment: datetime) -> str:
    # Readers know the beginning of time by exactly this text.
    return "1970-01-01T00:00:00Z" if moment == ocel.SINCE_EVER else utc(moment)


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
