"""
Reads a SQLite event store without trusting it and without touching it.

Any cell may hold anything. So there are two ways to read: a fast one, which may fail
on odd text and whose rows are only believed when their hash fits, and a careful one,
which brings text as raw bytes and names the columns that hold the wrong type.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, cast

from domain.errors import StoreTrouble

FIRST, LAST = -(2**63), 2**63 - 1
"""The smallest and the largest row number SQLite knows."""

TROUBLE = (sqlite3.Error, UnicodeDecodeError, MemoryError)
"""What reading a damaged file raises; messages that quote it may be no UTF-8, sizes absurd."""

LARGEST_CELL = 64 * 1024 * 1024
WAIT_SECONDS = 30
WAL = 2
"""What bytes 18 and 19 of a database file say when it has a write-ahead log."""


class EventRow(NamedTuple):
    """One stored event, read carefully; ``wrong`` names a column of the wrong type."""

    position: int
    stream: bytes
    version: int | None
    topic: bytes
    state: bytes
    wrong: str | None


class LeafRow(NamedTuple):
    """One leaf as stored; ``position`` is ``None`` and ``hash`` empty when of the wrong type."""

    number: int
    position: int | None
    hash: bytes


_FAST_EVENTS = (
    "SELECT notification_id, originator_id, originator_version, topic, state "
    "FROM stored_events WHERE notification_id >= ? ORDER BY notification_id"
)
_FAST_LEAVES = "SELECT idx, notification_id, hash FROM tlog_leaf WHERE idx >= ? ORDER BY idx"

_EVENTS = (
    "SELECT notification_id, coalesce(CAST(originator_id AS BLOB), x''), "
    "CASE typeof(originator_version) WHEN 'integer' THEN originator_version END, "
    "coalesce(CAST(topic AS BLOB), x''), coalesce(CAST(state AS BLOB), x''), "
    "CASE WHEN typeof(originator_id) <> 'text' THEN 'originator_id is ' || typeof(originator_id) "
    "WHEN typeof(originator_version) <> 'integer' "
    "THEN 'originator_version is ' || typeof(originator_version) "
    "WHEN typeof(topic) <> 'text' THEN 'topic is ' || typeof(topic) "
    "WHEN typeof(state) <> 'blob' THEN 'state is ' || typeof(state) END "
    "FROM stored_events WHERE typeof(notification_id) = 'integer' "
)
_LEAVES = (
    "SELECT idx, CASE typeof(notification_id) WHEN 'integer' THEN notification_id END, "
    "CASE typeof(hash) WHEN 'blob' THEN hash ELSE x'' END "
    "FROM tlog_leaf WHERE typeof(idx) = 'integer' "
)


class SqliteStore:
    """A database file that is said to be an event store."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).absolute()
        self._still = True
        self._looked: tuple[object, ...] = ()

    @classmethod
    @contextmanager
    def open(cls, path: str | Path) -> Iterator["SqliteStore"]:
        """Take a file for an event store; every look at it closes what it opens."""
        yield cls(path)

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """
        Hold the store as it is now, and read that.

        A store nobody has open is read as a file that lies still: its folder may be
        read-only, and nothing is left behind in it. Whether somebody came meanwhile,
        :meth:`disturbed` tells afterwards. Raises :class:`StoreTrouble` for a file that
        is not there or may not be read, :class:`sqlite3.Error` for one that is damaged.
        """
        self._still = not self.disturbed() and self._lies_still()
        self._looked = self._looks()
        with closing(self._connected()) as connection:
            connection.execute("BEGIN")
            yield Snapshot(connection)

    def disturbed(self) -> bool:
        """Tell whether a file that was taken to lie still has changed since."""
        return self._still and bool(self._looked) and self._looked != self._looks()

    def damage(self) -> str | None:
        """
        Let SQLite check the structure of the file, each index against its table included.

        The desk reads a dossier through an index, so an index that lies hides acts.
        """
        try:
            with closing(self._connected()) as connection:
                (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        except TROUBLE as trouble:
            return in_our_words(trouble)
        return None if said == "ok" else str(said)

    def broken_streams(self, limit: int) -> list[bytes]:
        """Return streams whose versions are not 1 to n, or are not even numbers."""
        with closing(self._connected()) as connection:
            rows = connection.execute(
                "SELECT CAST(originator_id AS BLOB) FROM stored_events GROUP BY originator_id "
                "HAVING min(originator_version) IS NOT 1 "
                "OR max(originator_version) IS NOT count(*) OR typeof(originator_id) <> 'text' "
                "OR total(typeof(originator_version) <> 'integer') > 0 LIMIT ?",
                (limit,),
            )
            return [stream or b"" for (stream,) in rows]

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode=ro{'&immutable=1' if self._still else ''}",
            uri=True,
            isolation_level=None,
            timeout=WAIT_SECONDS,
        )
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
        for setting in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    def _lies_still(self) -> bool:
        """Tell whether nobody has the file open, as far as its companions show."""
        try:
            with self.path.open("rb") as file:
                header = file.read(20)
        except IsADirectoryError as trouble:
            raise sqlite3.DatabaseError("a directory") from trouble
        except OSError as trouble:
            raise StoreTrouble(
                "the event store cannot be used: {what}", what="the file cannot be opened"
            ) from trouble
        log = self._companion("-wal")
        used = self._companion("-shm").exists() or (log.exists() and log.stat().st_size > 0)
        return header[18:20] == bytes((WAL, WAL)) and not used

    def _looks(self) -> tuple[object, ...]:
        try:
            seen = self.path.stat()
        except OSError:
            return ()
        return (seen.st_ino, seen.st_size, seen.st_mtime_ns, self._companion("-shm").exists())

    def _companion(self, ending: str) -> Path:
        return self.path.with_name(self.path.name + ending)


class Snapshot:
    """What the tables of an event store hold at one moment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def objects(self) -> list[tuple[str, str, str]]:
        """Return kind, name and definition of everything defined in the database."""
        rows = self._rows(
            "SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(sql AS BLOB) FROM sqlite_master"
        )
        return [
            cast(
                "tuple[str, str, str]",
                tuple((cell or b"").decode(errors="replace") for cell in row),
            )
            for row in rows
        ]

    def newest(self) -> int:
        """Return the largest notification id, as a measure of the work; 0 if there is none."""
        (newest,) = next(self._rows("SELECT max(notification_id) FROM stored_events"))
        return newest if isinstance(newest, int) else 0

    def events(self, start: int) -> Iterator[tuple[int, str, int, str, bytes]]:
        """Yield events from a position on; cells are what they are, and odd text raises."""
        return self._rows(_FAST_EVENTS, start) if start <= LAST else iter(())

    def leaves(self, start: int) -> Iterator[tuple[int, int, bytes]]:
        """Yield leaves from an index on; cells are what they are, and odd text raises."""
        return self._rows(_FAST_LEAVES, start) if start <= LAST else iter(())

    def event_rows(self, start: int) -> Iterator[EventRow]:
        """Yield events from a position on, whatever their cells hold."""
        ordered = f"{_EVENTS} AND notification_id >= ? ORDER BY notification_id"
        return map(EventRow._make, self._rows(ordered, start) if start <= LAST else ())

    def event_at(self, position: int) -> EventRow | None:
        """Return the event with a notification id."""
        row = next(self._rows(f"{_EVENTS} AND notification_id = ?", position), None)
        return None if row is None else EventRow._make(row)

    def leaf_rows(self, start: int) -> Iterator[LeafRow]:
        """Yield leaves from an index on, whatever their cells hold."""
        ordered = f"{_LEAVES} AND idx >= ? ORDER BY idx"
        return map(LeafRow._make, self._rows(ordered, start) if start <= LAST else ())

    def leaves_before_the_first(self, limit: int) -> Iterator[LeafRow]:
        """Yield leaves with an index below 0, which no log has."""
        return map(LeafRow._make, self._rows(f"{_LEAVES} AND idx < 0 LIMIT ?", limit))

    def leaf_of(self, position: int) -> LeafRow | None:
        """Return the leaf that names a notification id."""
        row = next(self._rows(f"{_LEAVES} AND notification_id = ?", position), None)
        return None if row is None else LeafRow._make(row)

    def leaf_at(self, number: int) -> LeafRow | None:
        """Return the leaf with an index."""
        row = next(self._rows(f"{_LEAVES} AND idx = ?", number), None)
        return None if row is None else LeafRow._make(row)

    def versions(self, stream: bytes) -> Iterator[tuple[int | None, int]]:
        """Yield version and notification id of a stream's events, by version."""
        return self._rows(
            "SELECT CASE typeof(originator_version) WHEN 'integer' THEN originator_version END, "
            "notification_id FROM stored_events WHERE originator_id = CAST(? AS TEXT) "
            "ORDER BY originator_version",
            stream,
        )

    def heads(self) -> list[tuple[object, object]]:
        """Return what stands for the head: one row, unless somebody was there."""
        return list(
            self._rows(
                "SELECT CASE typeof(size) WHEN 'integer' THEN size END, "
                "CASE typeof(frontier) WHEN 'blob' THEN frontier END FROM tlog_head LIMIT 2"
            )
        )

    def node(self, level: int, index: int) -> bytes | None:
        """Return a kept inner node."""
        row = next(
            self._rows(
                "SELECT CASE typeof(hash) WHEN 'blob' THEN hash ELSE x'' END FROM tlog_node "
                "WHERE level = ? AND idx = ?",
                level,
                index,
            ),
            None,
        )
        return None if row is None else cast("bytes", row[0])

    def nodes(self) -> Iterator[tuple[object, object]]:
        """Yield level and index of every kept node; ``None`` for what is no number."""
        return self._rows(
            "SELECT CASE typeof(level) WHEN 'integer' THEN level END, "
            "CASE typeof(idx) WHEN 'integer' THEN idx END FROM tlog_node"
        )

    def checkpoints(self) -> Iterator[tuple[int, bytes | None, bytes | None]]:
        """Yield size, moment and note of the checkpoints kept inside; ``None`` for no text."""
        return self._rows(
            "SELECT size, CASE typeof(at) WHEN 'text' THEN CAST(at AS BLOB) END, "
            "CASE typeof(note) WHEN 'text' THEN CAST(note AS BLOB) END "
            "FROM tlog_checkpoint WHERE typeof(size) = 'integer' ORDER BY size"
        )

    def sequences(self) -> list[object]:
        """Return the counters of notification ids: one, or none before the first event."""
        rows = self._rows(
            "SELECT CASE typeof(seq) WHEN 'integer' THEN seq END FROM sqlite_sequence "
            "WHERE name = 'stored_events' LIMIT 2"
        )
        return [counter for (counter,) in rows]

    def commands(self) -> Iterator[tuple[int, bytes]]:
        """Yield notification id (``LAST`` if no number) and command id (empty if no blob)."""
        return self._rows(
            "SELECT CASE typeof(notification_id) WHEN 'integer' THEN notification_id "
            "ELSE ? END, CASE typeof(command_id) WHEN 'blob' THEN command_id ELSE x'' END "
            "FROM recorded_command ORDER BY 1",
            LAST,
        )

    def position_of(self, command: bytes) -> int | None:
        """Return the notification id that is kept for a command id."""
        row = next(
            self._rows(
                "SELECT notification_id FROM recorded_command "
                "WHERE command_id = ? AND typeof(notification_id) = 'integer'",
                command,
            ),
            None,
        )
        return None if row is None else cast("int", row[0])

    def _rows(self, statement: str, *values: object) -> Iterator[Any]:
        return self._connection.execute(statement, values)


_SIGNS = (
    ("a directory", "a directory"),
    ("not a database", "the file is no database"),
    ("too big", f"a cell of more than {LARGEST_CELL} bytes"),
    ("no such", "a table or column is missing"),
)
_NOT_NOW = (
    ("locked", "another process has kept it locked for too long"),
    ("unable to open", "the file or its write-ahead log cannot be opened"),
    ("readonly", "an interrupted change has to be undone first, which needs leave to write"),
)


def in_our_words(trouble: Exception) -> str:
    """Say what SQLite found wrong; :class:`StoreTrouble` when that says nothing of the file."""
    said = str(trouble)
    for sign, words in _NOT_NOW:
        if sign in said:
            raise StoreTrouble("the event store cannot be used: {what}", what=words) from trouble
    return next((words for sign, words in _SIGNS if sign in said), "the file is damaged")
