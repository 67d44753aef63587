"""
The embedded event store: the library's SQLite recorder, made safe for many writers.

What differs, and why: explicit ids that are never reused; ``BEGIN IMMEDIATE``, so
that writers queue instead of failing; WAL with full synchronisation, so that an
acknowledged act survives a power cut; and, in the transaction of the events
themselves, the leaf and head of the transparency log and the ids of the commands.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any
from uuid import UUID
from weakref import WeakSet

from eventsourcing.persistence import (
    IntegrityError,
    InterfaceError,
    Notification,
    OperationalError,
    StoredEvent,
)
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteFactory,
    SQLiteTransaction,
)

from domain.merkle import leaf_hash, leaf_text
from workflows.lines import Line
from workflows.private import turn_to_wal
from workflows.store import (
    FIRST,
    Clock,
    CopiedLog,
    Lookups,
    Receipt,
    Writer,
    frontier_in,
    pages,
)
from workflows.where import WAIT_SECONDS

if TYPE_CHECKING:
    from workflows.store_view import LogView

TABLES = {
    "stored_events": (
        "CREATE TABLE IF NOT EXISTS stored_events ("
        "notification_id INTEGER PRIMARY KEY AUTOINCREMENT, "
        "originator_id TEXT NOT NULL, "
        "originator_version INTEGER NOT NULL, "
        "topic TEXT NOT NULL, "
        "state BLOB NOT NULL, "
        "UNIQUE (originator_id, originator_version))"
    ),
    "tlog_leaf": (
        "CREATE TABLE IF NOT EXISTS tlog_leaf ("
        "idx INTEGER PRIMARY KEY, "
        "notification_id INTEGER NOT NULL UNIQUE, "
        "hash BLOB NOT NULL)"
    ),
    "tlog_node": (
        "CREATE TABLE IF NOT EXISTS tlog_node ("
        "level INTEGER NOT NULL, "
        "idx INTEGER NOT NULL, "
        "hash BLOB NOT NULL, "
        "PRIMARY KEY (level, idx)) WITHOUT ROWID"
    ),
    "tlog_head": (
        "CREATE TABLE IF NOT EXISTS tlog_head (size INTEGER NOT NULL, frontier BLOB NOT NULL)"
    ),
    "tlog_checkpoint": (
        "CREATE TABLE IF NOT EXISTS tlog_checkpoint ("
        "size INTEGER PRIMARY KEY, "
        "at TEXT NOT NULL, "
        "note TEXT NOT NULL)"
    ),
    "recorded_command": (
        "CREATE TABLE IF NOT EXISTS recorded_command ("
        "command_id BLOB PRIMARY KEY, "
        "notification_id INTEGER NOT NULL) WITHOUT ROWID"
    ),
}
"""The tables of an event store, as they are created and as an audit expects to find them."""

_LINE = (
    "SELECT e.notification_id, e.originator_id, e.originator_version, e.topic, e.state, "
    "l.idx, l.hash FROM stored_events e "
    "LEFT JOIN tlog_leaf l ON l.notification_id = e.notification_id "
)


_HEAD_AND_LAST = (
    "SELECT size, frontier, (SELECT seq FROM sqlite_sequence WHERE name='stored_events') "
    "FROM tlog_head"
)

COPIED_AT_ONCE = 5_000

PAGES_AHEAD = 4_000
"""
Pages in the write-ahead log, 16 MB, before they are brought into the file: every act writes
the same few pages at its end, so that the more are waited for, the fewer are brought in.
"""

POLL_SECONDS = 0.2
"""How often somebody who waits for something new looks."""

TROUBLE = (sqlite3.Error,)
"""What comes from SQLite itself."""

_SIGNS = (
    ("head of the log", "the head of its log is damaged; run: trajet audit verify"),
    ("unable to open", "the file cannot be opened"),
    ("locked", "another process has kept it locked for too long"),
    ("not a database", "the file is not an event store"),
    ("malformed", "the file is damaged"),
    ("no such table", "the file is not an event store"),
    ("no such column", "the file is not an event store of this version"),
    ("readonly", "the file may not be written"),
    ("full", "the disk is full"),
    ("disk I/O", "the disk cannot be read or written"),
    ("", "it does not answer"),
)


def explain(trouble: BaseException) -> str:
    """Say in our words what SQLite has against us."""
    said = str(trouble)
    return next(words for sign, words in _SIGNS if sign in said)


class _Transaction(SQLiteTransaction):
    """Take the write lock at the start: asked for later, SQLite refuses at once."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        try:
            cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        except sqlite3.OperationalError as trouble:
            raise OperationalError(trouble) from trouble
        return cursor


def _open(db_name: str, lock_timeout: int | None) -> sqlite3.Connection:
    plain = sqlite3.connect(
        db_name,
        uri=True,
        check_same_thread=False,
        isolation_level=None,
        timeout=lock_timeout or WAIT_SECONDS,
    )
    turn_to_wal(plain, lock_timeout or WAIT_SECONDS)
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute(f"PRAGMA wal_autocheckpoint={PAGES_AHEAD}")
    return plain


class _Connection(SQLiteConnection):
    """A thread's own connection, with its statements kept prepared; closed with its thread."""

    def __init__(self, plain: sqlite3.Connection) -> None:
        super().__init__(plain, max_age=None)
        self.plain = plain
        self.process = os.getpid()

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        with _Transaction(self, commit=commit) as cursor, cursor:
            yield cursor

    def rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """Ask for rows."""
        return self.plain.execute(statement, values).fetchall()

    def streamed(self, statement: str) -> Iterator[Any]:
        """Ask for rows, brought one by one."""
        return self.plain.execute(statement)

    def __del__(self) -> None:
        if self.process == os.getpid():
            self.plain.close()


class LogDatastore(SQLiteDatastore):
    """
    One SQLite database file holding events and transparency log.

    Each thread has a connection of its own, opened in the process that uses it: the
    library's pool prepares every statement anew, and hands connections across a fork.
    """

    def __init__(self, db_name: str, **options: Any) -> None:
        super().__init__(db_name, **options)
        self._threads = threading.local()
        self._opened: WeakSet[_Connection] = WeakSet()

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        """Lend the thread its connection, as the library asks."""
        yield self.connection()

    def connection(self) -> _Connection:
        """Return the connection of this thread in this process."""
        mine: _Connection | None = getattr(self._threads, "connection", None)
        if mine is None or mine.process != os.getpid():
            try:
                mine = _Connection(_open(self.pool.db_name, self.pool.lock_timeout))
            except sqlite3.Error as trouble:
                raise InterfaceError(trouble) from trouble
            self._threads.connection = mine
            self._opened.add(mine)
        return mine

    def close(self) -> None:
        """Close the connections of all threads; nobody may be using one."""
        super().close()
        for connection in list(getattr(self, "_opened", ())):
            connection.close()
        self._threads = threading.local()


class LogRecorder(Lookups, SQLiteApplicationRecorder):
    """Stores events with their log leaves; the library's recorder in every other respect."""

    datastore: LogDatastore
    LINE, SCHEMA = _LINE, ""

    def construct_create_table_statements(self) -> list[str]:
        """Return the statements that make the tables, and the one row of the head."""
        return [
            *TABLES.values(),
            "INSERT INTO tlog_head SELECT 0, x'' WHERE NOT EXISTS (SELECT 1 FROM tlog_head)",
        ]

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        *,
        command_ids: Sequence[UUID | None] = (),
        **_: Any,
    ) -> Sequence[int]:
        return [one.position for one in self._write(c, stored_events, command_ids)]

    def insert_lines(
        self,
        write: Writer,
        command_ids: Sequence[UUID | None],
        clock: Clock | None,
        unchanged: Mapping[str, int] | None = None,
    ) -> tuple[datetime, list[Receipt]]:
        """
        Insert lines once the write lock is held, stamped with the clock's moment then.

        Begins and ends without the library's transaction, whose four context managers
        take a tenth of the time of a command.
        """
        connection = self.datastore.connection()
        cursor = connection.plain.cursor()
        try:
            cursor.execute("BEGIN IMMEDIATE")
            if unchanged:
                self._hold(unchanged)
            moment = (clock or self.now)()
            receipts = self._write(cursor, write(moment), command_ids)
            cursor.execute("COMMIT")
        except sqlite3.IntegrityError as clash:
            connection.rollback()
            raise IntegrityError(clash) from clash
        except BaseException:
            connection.rollback()
            raise
        return moment, receipts

    def _hold(self, unchanged: Mapping[str, int]) -> None:
        """Look, while nobody else can write, whether streams are still as they were read."""
        now = self.newest_versions(list(unchanged))
        if any(now.get(stream, 0) != version for stream, version in unchanged.items()):
            raise sqlite3.IntegrityError("a stream changed meanwhile")

    @staticmethod
    def now() -> datetime:
        """Read the clock of this machine, which alone writes in the file."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> bool:
        """Look now and then whether another process or thread recorded something."""
        before, end = self.newest(), monotonic() + seconds
        while (left := end - monotonic()) > 0:
            sleep(min(POLL_SECONDS, left))
            if self.newest() > before:
                return True
        return False

    def _write(
        self,
        cursor: Any,
        stored_events: Sequence[StoredEvent],
        command_ids: Sequence[UUID | None],
    ) -> list[Receipt]:
        """Insert events, leaves, completed nodes, head and command ids, all or nothing."""
        if not stored_events:
            return []
        cursor.execute(_HEAD_AND_LAST)
        rows = cursor.fetchall()
        frontier = frontier_in([row[:2] for row in rows])
        last = rows[0][2] or 0
        events, leaves, nodes = [], [], []
        for position, stored in enumerate(stored_events, start=last + 1):
            stream = _text(stored.originator_id)
            version, topic, state = stored.originator_version, stored.topic, stored.state
            text = leaf_text(frontier.size, position, stream, version, topic, state)
            leaf = leaf_hash(text)
            events.append((position, stream, version, topic, state))
            leaves.append((frontier.size, position, leaf))
            nodes += frontier.append(leaf)
        commands = [
            (command_id.bytes, event[0])
            for command_id, event in zip(command_ids, events, strict=False)
            if command_id is not None
        ]
        cursor.executemany("INSERT INTO stored_events VALUES (?,?,?,?,?)", events)
        cursor.executemany("INSERT INTO tlog_leaf VALUES (?,?,?)", leaves)
        if nodes:
            cursor.executemany("INSERT INTO tlog_node VALUES (?,?,?)", nodes)
        if commands:
            cursor.executemany("INSERT INTO recorded_command VALUES (?,?)", commands)
        cursor.execute("UPDATE tlog_head SET size=?, frontier=?", (frontier.size, frontier.pack()))
        return [Receipt(position, index, leaf) for index, position, leaf in leaves]

    @contextmanager
    def still(self) -> "Iterator[LogView]":
        """Hold the log still for whoever looks at it; others go on recording."""
        from workflows.store_view import LogView

        connection = self.datastore.connection()
        connection.plain.execute("BEGIN")
        try:
            yield LogView(connection.rows, self.head(), _LINE, "")
        finally:
            connection.rollback()

    @contextmanager
    def copied(self) -> Iterator[CopiedLog]:
        """Hold the store still, with whoever wants to write waiting, and hand out all of it."""
        with self.datastore.transaction(commit=True) as c:
            cursor: Any = c
            cursor.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence")
            (newest,) = cursor.fetchone()
            commands = self._streamed("SELECT command_id, notification_id FROM recorded_command")
            yield CopiedLog(
                pages=pages(self, FIRST, COPIED_AT_ONCE),
                commands=((UUID(bytes=raw), position) for raw, position in commands),
                checkpoints=self._streamed("SELECT size, at, note FROM tlog_checkpoint"),
                newest=newest,
                head=self.head(),
            )

    def _streamed(self, statement: str) -> Iterator[Any]:
        yield from self.datastore.connection().streamed(statement)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """Return a stream's events, as the library asks for them."""
        statement = (
            "SELECT originator_id, originator_version, topic, state FROM stored_events "
            "WHERE originator_id=? AND originator_version>? AND originator_version<=? "
            f"ORDER BY originator_version {'DESC' if desc else 'ASC'} LIMIT ?"
        )
        bounds = (
            -1 if gt is None else gt,
            2**62 if lte is None else lte,
            -1 if limit is None else limit,
        )
        return [
            StoredEvent(self.convert_originator_id(stream), version, topic, state)
            for stream, version, topic, state in self._rows(
                statement, (_text(originator_id), *bounds)
            )
        ]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Return events of all streams in the order of recording."""
        after = -1 if start is None else start - (1 if inclusive_of_start else 0)
        chosen = f"AND topic IN ({','.join('?' * len(topics))}) " if topics else ""
        statement = (
            "SELECT notification_id, originator_id, originator_version, topic, state "
            f"FROM stored_events WHERE notification_id>? AND notification_id<=? {chosen}"
            "ORDER BY notification_id LIMIT ?"
        )
        bounds = (after, 2**62 if stop is None else stop, *topics, limit)
        return [
            Notification(
                id=position,
                originator_id=self.convert_originator_id(stream),
                originator_version=version,
                topic=topic,
                state=state,
            )
            for position, stream, version, topic, state in self._rows(statement, bounds)
        ]

    def _max_notification_id(self, c: SQLiteCursor) -> int:
        c.execute("SELECT MAX(notification_id) FROM stored_events")
        newest: int = c.fetchone()[0]
        return newest

    # --- what the journal asks beyond the library ------------------------------------------

    def select_from(self, *asked: tuple[str, int]) -> list[Line]:
        """
        Return streams, each from a version on and in its order.

        Every event comes with its log index and leaf hash.
        """
        one = f"{_LINE} WHERE e.originator_id=? AND e.originator_version>=?"
        return self._rows(
            f"{' UNION ALL '.join([one] * len(asked))} ORDER BY 2, 3", [*chain(*asked)]
        )

    def known_commands(self, command_ids: Sequence[UUID]) -> set[UUID]:
        """Tell which of many command ids were recorded before."""
        found: set[UUID] = set()
        for at in range(0, len(command_ids), 500):
            page = [one.bytes for one in command_ids[at : at + 500]]
            rows = self._rows(
                "SELECT command_id FROM recorded_command "
                f"WHERE command_id IN ({','.join('?' * len(page))})",
                page,
            )
            found.update(UUID(bytes=raw) for (raw,) in rows)
        return found

    def newest_versions(self, streams: Sequence[str]) -> dict[str, int]:
        """Return the version each of many streams stands at; absent when there is none."""
        found: dict[str, int] = {}
        for at in range(0, len(streams), 500):
            page = streams[at : at + 500]
            rows = self._rows(
                "SELECT originator_id, MAX(originator_version) FROM stored_events "
                f"WHERE originator_id IN ({','.join('?' * len(page))}) GROUP BY originator_id",
                page,
            )
            found.update(rows)
        return found

    def _rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        return self.datastore.connection().rows(statement, values)

    def _kept(self, command_id: UUID) -> bytes:
        return command_id.bytes


class LogFactory(SQLiteFactory):
    """Builds the recorder above from the library's settings."""

    application_recorder_class = LogRecorder

    def __init__(self, env: Any) -> None:
        super().__init__(env)
        made = self.datastore
        self.datastore = LogDatastore(
            made.pool.db_name,
            lock_timeout=made.pool.lock_timeout,
            originator_id_type=made.originator_id_type,
        )
        made.close()


def _text(originator_id: UUID | str) -> str:
    return originator_id.hex if isinstance(originator_id, UUID) else originator_id


__all__ = ["TABLES", "IntegrityError", "LogDatastore", "LogFactory", "LogRecorder"]
