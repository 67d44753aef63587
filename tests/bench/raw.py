"""
What somebody would write by hand in plain SQL, doing the like of what is measured and no more.

A table of events and a table of leaves; a command reads its dossier, folds it, hashes
a leaf onto the last one and adds both rows in one durable transaction; what takes or
frees a bed adds a line for the place, after its last one, in the same transaction. Nothing is
authorised, guarded or sealed. This is the limit that ratios are taken to.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg

STAGES = {
    "resident-admitted.v2": "arrival",
    "information-given.v2": "information",
    "decision-drafted.v2": "decision",
    "decision-taken.v2": "decision",
    "decision-notified.v2": "notified",
    "departure-confirmed.v2": "departed",
}
TOPICS = [
    "resident-admitted.v2",
    "information-given.v2",
    "hearing-held.v1",
    "decision-drafted.v2",
    "decision-taken.v2",
    "decision-notified.v2",
    "iom-file-opened.v1",
    "iom-eligibility-confirmed.v1",
    "voluntary-declaration-signed.v2",
    "iom-no-objection-stated.v1",
    "travel-document-recorded.v1",
    "iom-travel-booked.v1",
    "fit-to-travel-certified.v1",
    "departure-confirmed.v2",
]
NOTE = "a talk about the journey, the family and what comes next, some two lines long " * 2
WITH_TEXT = (3, 4, 5, 10)
"""The acts that come with free text."""

Event = tuple[str, int, str, str, str, bytes]
"""Stream, version, topic, when, who, state."""

PERSONS = {4: "P-005", 5: "P-008"}
"""Who drafts and decides; everything else is the coach's."""

PLACE = "place:HOL"
MOVES = {TOPICS[0]: ("bed-taken.v1", 1), TOPICS[-1]: ("bed-freed.v1", -1)}
"""Topic of an act → the line about a bed that is recorded with it, and what it adds."""

TRIES = 1_000
"""How often somebody may come first at the place."""


def events(serial: int) -> list[Event]:
    """Write the fourteen events of a dossier as plain JSON, with the same texts, in clear."""
    stream = f"HOL-{2000 + serial // 900_000}-{100_000 + serial % 900_000}"
    told = []
    for version, topic in enumerate(TOPICS, start=1):
        at, who = f"2025-03-{version + 2:02}T09:00:00Z", PERSONS.get(version, "P-001")
        note = NOTE if version in WITH_TEXT else None
        said = {"by": "d.lambert", "as": "coach", "data": {"note": note}}
        told.append((stream, version, topic, at, who, json.dumps(said).encode()))
    return told


def beds(serials: Iterable[int]) -> list[Event]:
    """Write the lines about beds of some dossiers that came one after the other."""
    told = []
    for serial in serials:
        first, *_, last = events(serial)
        told += [
            moved(first, 2 * serial, 0) or first,
            moved(last, 2 * serial + 1, 1) or last,
        ]
    return told


def moved(event: Event, version: int, occupied: int) -> Event | None:
    """Write the line about the bed an act takes or frees, if it does either."""
    stream, _, topic, at, who, _ = event
    if topic not in MOVES:
        return None
    kind, by = MOVES[topic]
    said = {"by": "d.lambert", "as": "coach", "data": {"of": stream, "occupied": occupied + by}}
    return (PLACE, version + 1, kind, at, who, json.dumps(said).encode())


def standing(row: tuple[int, bytes] | None) -> tuple[int, int]:
    """Read the last line of a place: at which version it stands, how many beds are taken."""
    return (0, 0) if row is None else (row[0], json.loads(row[1])["data"]["occupied"])


def fold(rows: Iterable[tuple[str, str, bytes]]) -> dict[str, Any]:
    """Fold topic, moment and state of each event into where a dossier stands."""
    found: dict[str, Any] = {"stage": "arrival", "count": 0}
    for topic, at, state in rows:
        said = json.loads(state)
        found["stage"] = STAGES.get(topic, found["stage"])
        found["since"] = at
        found["by"] = said["by"]
        found["count"] += 1
    return found


SCHEMA = (
    "CREATE TABLE event (id {id}, stream text NOT NULL, version bigint NOT NULL, "
    "topic text NOT NULL, at text NOT NULL, who text NOT NULL, state {blob} NOT NULL, "
    "UNIQUE (stream, version))",
    "CREATE TABLE leaf (id {id}, hash {blob} NOT NULL)",
)

ADD = "INSERT INTO event (stream, version, topic, at, who, state) VALUES (?,?,?,?,?,?)"
DOSSIER = "SELECT topic, at, state FROM event WHERE"
LAST_OF = "SELECT version, state FROM event WHERE stream=%s ORDER BY version DESC LIMIT 1"
VIEWS = (
    "CREATE TABLE caseload (stream text PRIMARY KEY, stage text, since text, acts bigint)",
    "CREATE TABLE timeline (stream text, version bigint, topic text, at text, who text, "
    "note text, PRIMARY KEY (stream, version))",
    "CREATE TABLE trail (at text, who text, account text, role text, stream text, version bigint)",
)


def views(rows: Iterable[Event]) -> tuple[list[Any], list[Any], list[Any]]:
    """Fold every event into the rows of three read models."""
    caseload: dict[str, Any] = {}
    timeline, trail = [], []
    for stream, version, topic, at, who, state in rows:
        said = json.loads(state)
        before = caseload.get(stream, ("arrival", at, 0))
        caseload[stream] = (STAGES.get(topic, before[0]), at, before[2] + 1)
        timeline.append((stream, version, topic, at, who, said["data"].get("note")))
        trail.append((at, who, said["by"], said["as"], stream, version))
    return [(stream, *row) for stream, row in caseload.items()], timeline, trail


def breaches(rows: Iterable[tuple[str, str, str]]) -> int:
    """Count decisions taken by who drafted, and acts after departure, over stream, topic, who."""
    drafter: dict[str, str] = {}
    departed: set[str] = set()
    found = 0
    for stream, topic, who in rows:
        if stream in departed:
            found += 1
        if topic == "decision-drafted.v2":
            drafter[stream] = who
        elif topic == "decision-taken.v2":
            found += drafter.get(stream) == who
        elif topic == "departure-confirmed.v2":
            departed.add(stream)
    return found


class Sqlite:
    """Plain SQLite, with full synchronisation."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.ask = self.connection.execute
        self.ask("PRAGMA journal_mode=WAL")
        self.ask("PRAGMA synchronous=FULL")

    def make(self) -> None:
        """Make the tables."""
        for statement in SCHEMA:
            self.ask(statement.format(id="INTEGER PRIMARY KEY AUTOINCREMENT", blob="BLOB"))

    def command(self, event: Event) -> None:
        """Read, fold, add, with the bed that is taken or freed; durable when it returns."""
        self.ask("BEGIN IMMEDIATE")
        self._one(event)
        if event[2] in MOVES:
            last = self.ask(LAST_OF.replace("%s", "?"), (PLACE,)).fetchone()
            if bed := moved(event, *standing(last)):
                self._add(bed)
        self.ask("COMMIT")

    def batch(self, commands: list[Event]) -> None:
        """Do many commands in one transaction."""
        self.ask("BEGIN IMMEDIATE")
        for event in commands:
            self._one(event)
        self.ask("COMMIT")

    def fill(self, many: list[Event]) -> None:
        """Add events with their leaves, unchecked, in one transaction."""
        self.ask("BEGIN IMMEDIATE")
        add = self.connection.executemany
        add(ADD, many)
        leaves = ((sha256(state).digest(),) for *_, state in many)
        add("INSERT INTO leaf (hash) VALUES (?)", leaves)
        self.ask("COMMIT")

    def _one(self, event: Event) -> None:
        stream, version, *_ = event
        if self.load(stream)["count"] != version - 1:
            raise ValueError("someone came first")
        self._add(event)

    def _add(self, event: Event) -> None:
        state = event[-1]
        (last,) = self.ask("SELECT hash FROM leaf ORDER BY id DESC LIMIT 1").fetchone() or (b"",)
        self.ask(ADD, event)
        self.ask("INSERT INTO leaf (hash) VALUES (?)", (sha256(last + state).digest(),))

    def load(self, stream: str) -> dict[str, Any]:
        """Read a dossier and fold it."""
        return fold(
            self.ask(
                "SELECT topic, at, state FROM event WHERE stream=? ORDER BY version", (stream,)
            )
        )

    def rebuild(self) -> None:
        """Make three read models anew, in one transaction."""
        self.ask("BEGIN IMMEDIATE")
        for name, statement in zip(("caseload", "timeline", "trail"), VIEWS, strict=True):
            self.ask(f"DROP TABLE IF EXISTS {name}")
            self.ask(statement)
        events = self.ask("SELECT stream, version, topic, at, who, state FROM event ORDER BY id")
        caseload, timeline, trail = views(events)
        add = self.connection.executemany
        add("INSERT INTO caseload VALUES (?,?,?,?)", caseload)
        add("INSERT INTO timeline VALUES (?,?,?,?,?,?)", timeline)
        add("INSERT INTO trail VALUES (?,?,?,?,?,?)", trail)
        self.ask("COMMIT")

    def check(self) -> int:
        """Look for breaches in the whole log."""
        return breaches(self.ask("SELECT stream, topic, who FROM event ORDER BY id"))

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


class Postgres:
    """Plain PostgreSQL, with an advisory lock for the order of the leaves."""

    def __init__(self, url: str) -> None:
        self.connection = psycopg.connect(url, autocommit=True)
        self.connection.prepare_threshold = 0

    def make(self) -> None:
        """Make the tables."""
        for statement in SCHEMA:
            self.connection.execute(
                statement.format(id="bigserial PRIMARY KEY", blob="bytea").encode()
            )

    def command(self, event: Event) -> None:
        """Read and fold; add all rows in one durable round trip; again if a bed moved meanwhile."""
        if event[2] not in MOVES:
            self._one(event)
            return
        self._check(event)
        for _ in range(TRIES):
            cursor = self.connection.cursor(binary=True)
            last = cursor.execute(LAST_OF, (PLACE,)).fetchone()
            with suppress(psycopg.errors.UniqueViolation):
                self._add_both(event, moved(event, *standing(last)) or event)
                return
        raise ValueError("someone always came first")

    def _one(self, event: Event) -> None:
        self._check(event)
        self._add(event)

    def _check(self, event: Event) -> None:
        stream, version, *_ = event
        if self.load(stream)["count"] != version - 1:
            raise ValueError("someone came first")

    def _add(self, event: Event) -> None:
        self.connection.execute(
            "WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(1)), "
            "added AS (INSERT INTO event (stream, version, topic, at, who, state) "
            "SELECT %s, %s, %s, %s, %s, %b FROM locked RETURNING id) "
            "INSERT INTO leaf (hash) SELECT sha256(coalesce("
            "(SELECT hash FROM leaf ORDER BY id DESC LIMIT 1), '') || %b) FROM added",
            (*event, event[-1]),
        )

    def _add_both(self, event: Event, bed: Event) -> None:
        self.connection.execute(
            "WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(1)), "
            "added AS (INSERT INTO event (stream, version, topic, at, who, state) "
            "SELECT row.* FROM locked, (VALUES (%s, %s::bigint, %s, %s, %s, %b::bytea), "
            "(%s, %s::bigint, %s, %s, %s, %b::bytea)) AS row RETURNING id), "
            "first AS (SELECT sha256(coalesce((SELECT hash FROM leaf ORDER BY id DESC LIMIT 1), "
            "'') || %b) AS hash FROM added LIMIT 1) "
            "INSERT INTO leaf (hash) SELECT hash FROM first "
            "UNION ALL SELECT sha256(hash || %b) FROM first",
            (*event, *bed, event[-1], bed[-1]),
        )

    def batch(self, commands: list[Event]) -> None:
        """Do many commands in one transaction."""
        with self.connection.transaction():
            for event in commands:
                self._one(event)

    def load(self, stream: str) -> dict[str, Any]:
        """Read a dossier and fold it."""
        cursor = self.connection.cursor(binary=True)
        cursor.execute(
            "SELECT topic, at, state FROM event WHERE stream=%s ORDER BY version", (stream,)
        )
        return fold(cursor)

    def fill(self, many: list[Event]) -> None:
        """Add events with their leaves, unchecked."""
        with self.connection.cursor() as cursor:
            with cursor.copy(
                "COPY event (stream, version, topic, at, who, state) FROM STDIN"
            ) as copy:
                for event in many:
                    copy.write_row(event)
            with cursor.copy("COPY leaf (hash) FROM STDIN") as copy:
                for *_, state in many:
                    copy.write_row((sha256(state).digest(),))

    def rebuild(self) -> None:
        """Make three read models anew, in one transaction."""
        ask = self.connection.execute
        with self.connection.transaction(), self.connection.cursor(binary=True) as cursor:
            cursor.execute("SELECT stream, version, topic, at, who, state FROM event ORDER BY id")
            made = views(cursor)
            for name, statement, rows in zip(
                ("caseload", "timeline", "trail"), VIEWS, made, strict=True
            ):
                ask(f"DROP TABLE IF EXISTS {name}".encode())
                ask(statement)
                with cursor.copy(f"COPY {name} FROM STDIN".encode()) as copy:
                    for row in rows:
                        copy.write_row(row)

    def check(self) -> int:
        """Look for breaches in the whole log."""
        with self.connection.cursor(binary=True) as cursor:
            cursor.execute("SELECT stream, topic, who FROM event ORDER BY id")
            return breaches(cursor)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


@contextmanager
def opened(where: Path | str, *, make: bool = False) -> Iterator[Sqlite | Postgres]:
    """Open a plain database, a file or a URL, and make its tables if asked."""
    one = Sqlite(where) if isinstance(where, Path) else Postgres(where)
    try:
        if make:
            one.make()
        yield one
    finally:
        one.close()
