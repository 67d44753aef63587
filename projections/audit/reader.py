"""Reads a SQLite event store without trusting it and without touching it."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from domain.errors import StoreTrouble
from projections.audit.store import FIRST, Snapshot, TroubleKinds
from projections.audit.streams import StreamHead, parts_of

TROUBLE: TroubleKinds = (sqlite3.Error, UnicodeDecodeError, MemoryError)
"""What reading a damaged file raises; messages that quote it may be no UTF-8, sizes absurd."""

LARGEST_CELL = 64 * 1024 * 1024
WAIT_SECONDS = 30
PAGE = 256
"""Rows that are fetched together; a multiple of them fills a block of the tree."""

WAL = 2
"""What bytes 18 and 19 of a database file say when it has a write-ahead log."""


class SqliteStore:
    """A database file that is said to be an event store."""

    trouble = TROUBLE
    sound = "a sound file"

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).absolute()
        self._still = True
        self._looked: tuple[object, ...] = ()
        self._watch: _Watch | None = None

    @classmethod
    @contextmanager
    def open(cls, path: str | Path) -> Iterator["SqliteStore"]:
        """Take a file for an event store; every look at it closes what it opens."""
        yield cls(path)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """
        Hold the store as it is now, and read that.

        A store nobody has open is read as a file that lies still: its folder may be
        read-only, and nothing is left behind in it. Whether somebody came meanwhile,
        :meth:`disturbed` tells afterwards. Raises :class:`StoreTrouble` for a file that
        is not there or may not be read, :class:`sqlite3.Error` for one that is damaged.
        """
        self._still = not self.disturbed() and self._lies_still()
        self._looked = self._looks()
        with (
            closing(_Watch(self.path, still=self._still)) as self._watch,
            closing(_connected(self.path, still=self._still)) as connection,
        ):
            yield _held(connection)

    def disturbed(self) -> bool:
        """Tell whether a file that was taken to lie still has changed since."""
        return self._still and bool(self._looked) and self._looked != self._looks()

    def companion(self) -> "SqliteCompanion":
        """Return what another process needs to read the same snapshot."""
        return SqliteCompanion(self.path, self._watch, still=self._still)

    def damage(self) -> str | None:
        """
        Let SQLite check the structure of the file, each index against its table included.

        The desk reads a dossier through an index, so an index that lies hides acts.
        """
        try:
            with closing(_connected(self.path, still=self._still)) as connection:
                (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        except TROUBLE as trouble:
            return self.explain(trouble)
        return None if said == "ok" else str(said)

    def broken_streams(self, limit: int, start: int = FIRST) -> list[bytes]:
        """Return streams whose versions are not 1 to n, or are not even numbers."""
        with closing(_connected(self.path, still=self._still)) as connection:
            rows = connection.execute(
                "SELECT CAST(originator_id AS BLOB) FROM stored_events "
                + ("" if start == FIRST else _SINCE)
                + " GROUP BY originator_id "
                "HAVING min(originator_version) IS NOT 1 "
                "OR max(originator_version) IS NOT count(*) OR typeof(originator_id) <> 'text' "
                "OR total(typeof(originator_version) <> 'integer') > 0 LIMIT ?",
                (limit,) if start == FIRST else (start, limit),
            )
            return [stream or b"" for (stream,) in rows]

    def stream_heads(self, positions: Sequence[int]) -> list[StreamHead]:
        """Return the last event of each stream in each part of the log, by stream and part."""
        part = parts_of("notification_id", positions)
        with closing(_connected(self.path, still=self._still)) as connection:
            rows = connection.execute(
                "SELECT CAST(stream AS BLOB), version, idx, part FROM (SELECT originator_id AS "
                "stream, max(originator_version) AS version, max(notification_id) AS last, "
                f"{part or 0} AS part FROM stored_events WHERE notification_id <= ? "
                f"GROUP BY originator_id{part and ', part'}) "
                "JOIN tlog_leaf ON notification_id = last ORDER BY 1, 4",
                (positions[-1],),
            )
            return [StreamHead._make(row) for row in rows]

    def explain(self, trouble: Exception) -> str:
        """Say what SQLite found wrong; :class:`StoreTrouble` when that says nothing of the file."""
        said = str(trouble)
        for sign, words in _NOT_NOW:
            if sign in said:
                raise StoreTrouble(
                    "the event store cannot be used: {what}", what=words
                ) from trouble
        return next((words for sign, words in _SIGNS if sign in said), "the file is damaged")

    def lacks(self, trouble: Exception) -> bool:
        """Tell whether a table or column is missing."""
        return "no such" in str(trouble)

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


class SqliteCompanion:
    """The way to a file's snapshot from another process."""

    def __init__(self, path: Path, watch: "_Watch | None", *, still: bool) -> None:
        self._path = path
        self._watch = watch
        self._still = still

    def __getstate__(self) -> dict[str, Any]:
        """Leave behind what belongs to this process."""
        return self.__dict__ | {"_watch": None}

    @contextmanager
    def joined(self) -> Iterator[Snapshot]:
        """Open the file as it is now; whether that is the snapshot, its holder can tell."""
        with closing(_connected(self._path, still=self._still)) as connection:
            yield _held(connection)

    def still_the_same(self) -> bool:
        """Tell whether nothing was written between the snapshot and now."""
        return self._watch is not None and not self._watch.something_came()


class _Watch:
    """Sees whether anybody writes in a file, from a connection that holds nothing."""

    def __init__(self, path: Path, *, still: bool) -> None:
        self._connection = None if still else _connected(path, still=False, shared=True)
        self._lock = threading.Lock()
        self._seen = self._version()

    def something_came(self) -> bool:
        """Tell whether something was written since this watch began."""
        return self._version() != self._seen

    def close(self) -> None:
        """Stop watching."""
        if self._connection is not None:
            self._connection.close()

    def _version(self) -> object:
        if self._connection is None:
            return None
        with self._lock:
            return self._connection.execute("PRAGMA data_version").fetchone()


def _connected(path: Path, *, still: bool, shared: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=ro{'&immutable=1' if still else ''}",
        uri=True,
        isolation_level=None,
        timeout=WAIT_SECONDS,
        check_same_thread=not shared,
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
    for setting in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _held(connection: sqlite3.Connection) -> Snapshot:
    """Take the snapshot now: SQLite waits with that for the first reading."""
    connection.execute("BEGIN")
    with suppress(*TROUBLE):  # whoever reads next will be told
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    return Snapshot(SqliteTables(connection))


class SqliteTables:
    """Asks SQLite, where every cell has a type of its own."""

    trouble = TROUBLE
    counter_in_head = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def objects(self) -> list[tuple[str, str, str]]:
        """Return kind, name and definition of everything defined in the database."""
        rows = self.rows(
            "SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(sql AS BLOB) FROM sqlite_master"
        )
        return [
            cast(
                "tuple[str, str, str]",
                tuple((cell or b"").decode(errors="replace") for cell in row),
            )
            for row in rows
        ]

    def rows(self, statement: str, *values: object) -> list[Any]:
        """Return the few rows of a statement."""
        return self._connection.execute(statement, values).fetchall()

    def stream(self, statement: str, *values: object) -> Iterator[list[Any]]:
        """Yield the rows of a statement in pages."""
        cursor = self._connection.execute(statement, values)
        return iter(lambda: cursor.fetchmany(PAGE), [])

    @staticmethod
    def name(table: str) -> str:
        """Name a table."""
        return table

    @staticmethod
    def key(_table: str, column: str) -> str:
        """Write a column as it is, so that its index is used."""
        return column

    @staticmethod
    def number(_table: str, column: str) -> str:
        """Write a column as a whole number, or NULL."""
        return f"CASE typeof({column}) WHEN 'integer' THEN {column} END"

    @staticmethod
    def text(_table: str, column: str) -> str:
        """Write a column as raw bytes, or NULL for what is no text."""
        return f"CASE typeof({column}) WHEN 'text' THEN CAST({column} AS BLOB) END"

    @staticmethod
    def raw(_table: str, column: str) -> str:
        """Write a column as raw bytes whatever it holds."""
        return f"coalesce(CAST({column} AS BLOB), x'')"

    @staticmethod
    def blob(_table: str, column: str) -> str:
        """Write a column as bytes, or none for what is no blob."""
        return f"CASE typeof({column}) WHEN 'blob' THEN {column} ELSE x'' END"

    @staticmethod
    def stream_is() -> str:
        """Write the condition that an event belongs to a stream."""
        return "originator_id = CAST(? AS TEXT)"

    @staticmethod
    def stream_from_to() -> str:
        """Write the condition that a stream's name is between two."""
        return "originator_id >= CAST(? AS TEXT) AND originator_id < CAST(? AS TEXT)"

    @staticmethod
    def command_is() -> str:
        """Write the condition that a kept command id is this one."""
        return "command_id = ?"

    @staticmethod
    def wrong() -> str:
        """Write what tells which column of an event has the wrong type."""
        return (
            "CASE WHEN typeof(originator_id) <> 'text' "
            "THEN 'originator_id is ' || typeof(originator_id) "
            "WHEN typeof(originator_version) <> 'integer' "
            "THEN 'originator_version is ' || typeof(originator_version) "
            "WHEN typeof(topic) <> 'text' THEN 'topic is ' || typeof(topic) "
            "WHEN typeof(state) <> 'blob' THEN 'state is ' || typeof(state) END"
        )

    @staticmethod
    def counters() -> str:
        """Write what gives the counter, which SQLite keeps in a table of its own."""
        return (
            "SELECT CASE typeof(seq) WHEN 'integer' THEN seq END FROM sqlite_sequence "
            "WHERE name = 'stored_events' LIMIT 2"
        )


_SINCE = (
    "WHERE originator_id IN (SELECT originator_id FROM stored_events WHERE notification_id >= ?)"
)

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
