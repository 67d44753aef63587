"""
OCEL 2.0 as a SQLite database: a table for each type of event and of object.

Nothing is kept in mind but what one act brings: which objects are there already, the database
knows.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from projections.export import ocel
from projections.export.deeds import About, Deed, Value, utc

_AT_ONCE = 5_000
"""Acts written in one transaction."""

_TABLES = """
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE event (
    ocel_id TEXT PRIMARY KEY,
    ocel_type TEXT NOT NULL REFERENCES event_map_type (ocel_type)
);
CREATE TABLE object (
    ocel_id TEXT PRIMARY KEY,
    ocel_type TEXT NOT NULL REFERENCES object_map_type (ocel_type)
);
CREATE TABLE event_object (
    ocel_event_id TEXT NOT NULL REFERENCES event (ocel_id),
    ocel_object_id TEXT NOT NULL REFERENCES object (ocel_id),
    ocel_qualifier TEXT NOT NULL,
    PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier)
);
CREATE TABLE object_object (
    ocel_source_id TEXT NOT NULL REFERENCES object (ocel_id),
    ocel_target_id TEXT NOT NULL REFERENCES object (ocel_id),
    ocel_qualifier TEXT NOT NULL,
    PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier)
);
"""

_COLUMN = {str: "TEXT", int: "INTEGER", bool: "BOOLEAN", datetime: "TIMESTAMP"}


def write(
    file: Path, about: About, deeds: Iterable[Deed], types: Mapping[str, ocel.Attributes]
) -> None:
    """
    Write acts of these types into an empty file in the order they come, and what they are about.

    Raises :class:`OSError` where the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            _fill(database, about, deeds, types)
    except sqlite3.OperationalError as trouble:
        raise OSError("the database cannot be written") from trouble


def _fill(
    database: sqlite3.Connection,
    about: About,
    deeds: Iterable[Deed],
    types: Mapping[str, ocel.Attributes],
) -> None:
    # The file is put in its place whole, or not at all: nothing need survive a crash here.
    database.execute("PRAGMA journal_mode=OFF")
    database.execute("PRAGMA synchronous=OFF")
    database.executescript(_TABLES)
    writer = _Writer(database, types)
    writer.found(about)
    for number, one in enumerate(deeds):
        if number % _AT_ONCE == 0:
            writer.go_on()
        writer.take_in(one)
    database.execute("COMMIT")


class _Writer:
    """Puts acts and objects in their tables."""

    def __init__(
        self, database: sqlite3.Connection, event_types: Mapping[str, ocel.Attributes]
    ) -> None:
        self._database = database
        self._event_types = event_types
        self._inserts: dict[tuple[str, tuple[str, ...]], str] = {}

    def found(self, about: About) -> None:
        """Make the table of each type, and the object that stands for the log."""
        for name, attributes in self._event_types.items():
            self._make("event", name, attributes)
        for name, attributes in ocel.OBJECT_TYPES.items():
            self._make("object", name, {"ocel_changed_field": str, **attributes})
        self._database.execute("BEGIN")
        self._object(ocel.THE_LOG, ocel.LOG, ocel.of_the_log(about))

    def _make(self, kind: str, name: str, attributes: ocel.Attributes) -> None:
        columns = "".join(f', "{column}" {_COLUMN[of]}' for column, of in attributes.items())
        key = "PRIMARY KEY" if kind == "event" else "NOT NULL"
        self._database.execute(
            f'CREATE TABLE "{kind}_{_map(name)}" ('
            f"ocel_id TEXT {key} REFERENCES {kind} (ocel_id), "
            f"ocel_time TIMESTAMP NOT NULL{columns})"
        )
        if kind == "object":
            self._database.execute(
                f'CREATE INDEX "of_{_map(name)}" ON "object_{_map(name)}" (ocel_id)'
            )
        self._insert(f"{kind}_map_type", {"ocel_type": name, "ocel_type_map": _map(name)})

    def go_on(self) -> None:
        """End a transaction and begin another."""
        self._database.execute("COMMIT")
        self._database.execute("BEGIN")

    def take_in(self, one: Deed) -> None:
        """Put in an act, its objects and what it tells of them."""
        event, numbered = ocel.event_id(one), ocel.numbered(one)
        known: dict[str, Mapping[str, Value]] = {}
        if numbered:
            known[numbered[0]] = {"number": numbered[1]}
        self._insert("event", {"ocel_id": event, "ocel_type": one.activity})
        told = {"ocel_id": event, "ocel_time": one.occurred, **dict(ocel.attributes(one))}
        self._insert(f"event_{_map(one.activity)}", told)
        for each in ocel.relations(one):
            self._object(each.id, each.type, known.get(each.id, {}))
            self._insert(
                "event_object",
                {
                    "ocel_event_id": event,
                    "ocel_object_id": each.id,
                    "ocel_qualifier": each.quality,
                },
            )
        for source, target in ocel.between_objects(one):
            self._insert(
                "object_object",
                {
                    "ocel_source_id": source,
                    "ocel_target_id": target.id,
                    "ocel_qualifier": target.quality,
                },
            )
        for name, field, value, moment in ocel.changes(one):
            self._change(name, field, value, moment)

    def _object(self, name: str, kind: str, attributes: Mapping[str, Value]) -> None:
        """Put in an object as it was from the beginning, if it is not there yet."""
        if self._insert("object", {"ocel_id": name, "ocel_type": kind}):
            told = {"ocel_id": name, "ocel_time": ocel.SINCE_EVER, **attributes}
            self._insert(f"object_{_map(kind)}", told)

    def _change(self, dossier: str, field: str, value: Value, moment: datetime) -> None:
        """Say what a dossier has had since ever, where nothing was known, or has from now on."""
        table = f"object_{_map(ocel.DOSSIER)}"
        first = self._database.execute(
            f'UPDATE "{table}" SET "{field}" = ? '  # noqa: S608 (our own words alone)
            f'WHERE ocel_id = ? AND ocel_changed_field IS NULL AND "{field}" IS NULL',
            (_value(value), dossier),
        )
        if not first.rowcount:
            now: dict[str, Value] = {"ocel_id": dossier, "ocel_time": moment}
            self._insert(table, {**now, "ocel_changed_field": field, field: value})

    def _insert(self, table: str, row: Mapping[str, Value]) -> int:
        """Put in a row that is not there yet; tell how many there are more."""
        shape = table, tuple(row)
        if shape not in self._inserts:
            columns = ", ".join(f'"{column}"' for column in row)
            marks = ", ".join("?" * len(row))
            self._inserts[shape] = (
                f'INSERT OR IGNORE INTO "{table}" ({columns}) '  # noqa: S608 (our own words alone)
                f"VALUES ({marks})"
            )
        values = [_value(one) for one in row.values()]
        return self._database.execute(self._inserts[shape], values).rowcount


def _value(value: Value) -> str | int:
    return utc(value) if isinstance(value, datetime) else value


def _map(name: str) -> str:
    """Name the table of a type: its words, without what stands between them."""
    return "".join(word.capitalize() for word in name.replace("-", " ").split())
