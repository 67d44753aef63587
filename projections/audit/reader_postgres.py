"""
Reads a PostgreSQL event store without trusting it, in one read-only snapshot.

One connection holds the snapshot and does nothing else; those that read have joined it,
so that one that failed over a damaged page is put back where it was. Cells have the type
of their column here. Where a column was given another type, that is told, and its cells
are read as what they should be as far as they can be.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import count
from typing import Any, NamedTuple

import psycopg
from psycopg import sql

from projections.audit.catalog import SCHEMA, Definitions
from projections.audit.store import FIRST, Snapshot, TroubleKinds
from projections.audit.streams import StreamHead, parts_of

Connection = psycopg.Connection[tuple[Any, ...]]
Opener = Callable[[], Connection]

TROUBLE: TroubleKinds = (psycopg.Error, UnicodeDecodeError, MemoryError)
"""What reading raises."""

AT_ONCE, PAGE = 4096, 256
"""Rows the server sends at a time, and rows of a page made of them."""

_DAMAGED = ("XX", "58", "22", "54", "34")
"""
How the states of errors begin that speak of what is stored: internal and corrupted, a file
that is not there or cannot be read, values that cannot be, sizes that cannot be, and a cursor
that went with the transaction in which another one met such a thing.
"""

_LACKS = ("42P01", "42703", "42883", "42804", "42809", "42846", "3F000", "22003", "22P02", "0A000")
"""Tables, columns and functions that are missing, and types that do not fit."""

_SESSION = {
    "search_path": "pg_catalog",
    "client_encoding": "UTF8",
    "statement_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
    "transaction_timeout": "0",
    "jit": "off",
    "cursor_tuple_fraction": "1",
    "max_parallel_workers_per_gather": "0",
}
"""What a long reading needs, whatever was set for the role or the database."""

_WHOLE = ("bigint", "integer", "smallint")


class PostgresStore:
    """
    A database that is said to be an event store; ``opener`` opens a connection to it.

    What the opener raises, and what is told of a connection that broke, is not damage
    of the store: it is raised as it is.
    """

    trouble = TROUBLE
    sound = "a sound database"

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._held = ""

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Hold the store as it is now, and read that."""
        with closing(_opened(self._opener)) as keeper:
            keeper.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            ((self._held,),) = keeper.execute("SELECT pg_export_snapshot()").fetchall()
            with self.companion().joined() as snapshot:
                yield snapshot

    @staticmethod
    def disturbed() -> bool:
        """Tell whether the snapshot was none: it always is one."""
        return False

    def companion(self) -> "PostgresCompanion":
        """Return what another process needs to read the same snapshot."""
        return PostgresCompanion(self._opener, self._held)

    def damage(self) -> str | None:
        """
        Compare each index with its table, as far as that can be done from outside.

        The keys in the index must be those in the table, one row in some is looked up by its
        key, and the index a dossier is read by must lead to rows in its order: an index that
        lies hides acts. A page that fails its checksum, or makes no sense, is met on the way.
        """
        with self.companion().lane() as lane:
            try:
                tables = Definitions(lane.execute).tables()
                indexes = [index for index in _INDEXES if index.table in tables]
                return next(filter(None, (self._lie(lane, one) for one in indexes)), None)
            except TROUBLE as trouble:
                return self.explain(trouble)

    def _lie(self, lane: "Lane", index: "_Index") -> str | None:
        """Say what is wrong with an index; of columns that are not ours it is told elsewhere."""
        try:
            return _lie(lane, index)
        except TROUBLE as trouble:
            if self.lacks(trouble):
                return None
            raise

    def broken_streams(self, limit: int, start: int = FIRST) -> list[bytes]:
        """Return streams whose versions are not 1 to n."""
        with self.companion().lane() as lane:
            tables = PostgresTables(lane, lane, lane)
            stream = tables.raw("stored_events", "originator_id")
            version = tables.number("stored_events", "originator_version")
            position = tables.key("stored_events", "notification_id")
            newer = f"SELECT originator_id FROM {SCHEMA}.stored_events WHERE {position} >= %s"
            since = "" if start == FIRST else f"WHERE originator_id IN ({newer})"
            rows = lane.execute(
                f"SELECT {stream} FROM {SCHEMA}.stored_events {since} GROUP BY 1 "
                f"HAVING min({version}) IS DISTINCT FROM 1 "
                f"OR max({version}) IS DISTINCT FROM count(*) LIMIT %s",
                (limit,) if start == FIRST else (start, limit),
            )
            return [name for (name,) in rows]

    def stream_heads(self, positions: Sequence[int]) -> list[StreamHead]:
        """Return the last event of each stream in each part of the log, by stream and part."""
        with self.companion().lane() as lane:
            tables = PostgresTables(lane, lane, lane)
            position = tables.key("stored_events", "notification_id")
            rows = lane.execute(
                f"SELECT stream, version, {tables.number('tlog_leaf', 'idx')}, part FROM (SELECT "
                f"{tables.raw('stored_events', 'originator_id')} AS stream, "
                f"max({tables.number('stored_events', 'originator_version')}) AS version, "
                f"max({tables.number('stored_events', 'notification_id')}) AS last, "
                f"{parts_of(position, positions) or 0} AS part FROM {SCHEMA}.stored_events "
                f"WHERE {position} <= %s GROUP BY stream, part) h "
                f"JOIN {SCHEMA}.tlog_leaf ON {tables.key('tlog_leaf', 'notification_id')} = last "
                "ORDER BY stream, part",
                (positions[-1],),
            )
            return [StreamHead._make(row) for row in rows]

    @staticmethod
    def explain(trouble: Exception) -> str:
        """Say what was found wrong; what says nothing of the store is raised as it is."""
        state = getattr(trouble, "sqlstate", None) or ""
        if isinstance(trouble, psycopg.Error) and not state.startswith((*_DAMAGED, *_LACKS)):
            raise trouble
        if state in _LACKS:
            return "a table or column is missing, or of another type"
        return "the database is damaged"

    @staticmethod
    def lacks(trouble: Exception) -> bool:
        """Tell whether a table or column is missing, or not of its type."""
        return getattr(trouble, "sqlstate", None) in _LACKS


class PostgresCompanion:
    """The way to a snapshot, as long as its holder holds it."""

    def __init__(self, opener: Opener, held: str) -> None:
        self._opener = opener
        self._held = held

    @contextmanager
    def joined(self) -> Iterator[Snapshot]:
        """Open the snapshot on connections of its own: the log's, the command ids', the rest's."""
        with ExitStack() as lanes:
            opened = [lanes.enter_context(self.lane()) for _ in range(3)]
            yield Snapshot(PostgresTables(*opened))

    @contextmanager
    def lane(self) -> "Iterator[Lane]":
        """Open one connection in the snapshot."""
        with closing(_opened(self._opener)) as connection:
            yield Lane(connection, self._held)

    @staticmethod
    def still_the_same() -> bool:
        """Tell whether what was joined is the snapshot: the server sees to it."""
        return True


class Lane:
    """A connection in a snapshot, which it joins again after every error."""

    def __init__(self, connection: Connection, held: str) -> None:
        self._connection = connection
        self._held = held
        self._numbers = count(1)
        self._joined = 0
        self._join()

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> list[Any]:
        """Return the rows of a statement."""
        with self._staying():
            cursor = self._connection.cursor(binary=True)
            cursor.execute(statement.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def stream(self, statement: str, values: tuple[object, ...]) -> Iterator[list[Any]]:
        """Yield the rows of a statement in pages, without holding more than a few of them."""
        name, joined = f"trajet_{next(self._numbers)}", self._joined
        for value in values:
            statement = statement.replace("%s", sql.Literal(value).as_string(), 1)
        self.execute(f"DECLARE {name} NO SCROLL CURSOR FOR {statement}")
        try:
            while rows := self.execute(f"FETCH FORWARD {AT_ONCE} FROM {name}"):
                for at in range(0, len(rows), PAGE):
                    yield rows[at : at + PAGE]
        finally:
            if joined == self._joined and not self._connection.closed:
                with suppress(psycopg.Error):
                    self._connection.execute(f"CLOSE {name}".encode())

    @contextmanager
    def _staying(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error:
            if not self._connection.closed:
                self._connection.execute("ROLLBACK")
                self._join()
            raise

    def _join(self) -> None:
        self._joined += 1
        run = self._connection.execute
        run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        run(sql.SQL("SET TRANSACTION SNAPSHOT {}").format(sql.Literal(self._held)))


class PostgresTables:
    """Asks PostgreSQL, where every column has a type, which somebody may have changed."""

    trouble = TROUBLE
    counter_in_head = True

    def __init__(self, log: Lane, commands: Lane, others: Lane) -> None:
        self._log = log
        self._commands = commands
        self._others = others
        self._definitions = Definitions(others.execute)
        self._types = self._definitions.types()

    def objects(self) -> list[tuple[str, str, str]]:
        """Return kind, name and definition of everything defined around the store."""
        return self._definitions.objects()

    def rows(self, statement: str, *values: object) -> list[Any]:
        """Return the few rows of a statement."""
        return self._others.execute(statement.replace("?", "%s"), values)

    def stream(self, statement: str, *values: object) -> Iterator[list[Any]]:
        """Yield the rows of a statement in pages."""
        log = " ORDER BY " in statement and "recorded_command" not in statement
        lane = self._log if log and "checkpoint" not in statement else self._others
        lane = self._commands if "recorded_command" in statement else lane
        return lane.stream(statement.replace("?", "%s"), values)

    @staticmethod
    def name(table: str) -> str:
        """Name a table in our schema."""
        return f"{SCHEMA}.{table}"

    def key(self, table: str, column: str) -> str:
        """Write a column as it is if its type lets it be compared, and as a number otherwise."""
        return self.number(table, column)

    def number(self, table: str, column: str) -> str:
        """Write a column as a whole number, or NULL for what is none."""
        if self._types.get((table, column), "bigint") in _WHOLE:
            return column
        return f"CASE WHEN {column}::text ~ '^(-|)[0-9]{{1,18}}$' THEN {column}::text::bigint END"

    def text(self, table: str, column: str) -> str:
        """Write a column as raw bytes."""
        if self._types.get((table, column)) == "bytea":
            return column
        return f"textsend({column}::text)"

    def raw(self, table: str, column: str) -> str:
        """Write a column as raw bytes; none for NULL."""
        return f"coalesce({self.text(table, column)}, '')"

    def blob(self, table: str, column: str) -> str:
        """Write a column as bytes: an id as its 16."""
        if self._types.get((table, column)) == "uuid":
            return f"coalesce(uuid_send({column}), '')"
        return self.raw(table, column)

    def stream_is(self) -> str:
        """Write the condition that an event belongs to a stream."""
        if self._types.get(("stored_events", "originator_id")) == "text":
            return "originator_id = convert_from(?, 'UTF8')"
        return f"{self.raw('stored_events', 'originator_id')} = ?"

    def stream_from_to(self) -> str:
        """Write the condition that a stream's name is between two."""
        if self._types.get(("stored_events", "originator_id")) == "text":
            return (
                "originator_id >= convert_from(?, 'UTF8') COLLATE \"C\" "
                "AND originator_id < convert_from(?, 'UTF8') COLLATE \"C\""
            )
        raw = self.raw("stored_events", "originator_id")
        return f"{raw} >= ? AND {raw} < ?"

    def command_is(self) -> str:
        """Write the condition that a kept command id is this one."""
        if self._types.get(("recorded_command", "command_id")) == "uuid":
            return "command_id = encode(?, 'hex')::uuid"
        return f"{self.blob('recorded_command', 'command_id')} = ?"

    @staticmethod
    def wrong() -> str:
        """Write what tells which column of an event is empty that may not be."""
        columns = ("originator_id", "originator_version", "topic", "state")
        cases = " ".join(f"WHEN {name} IS NULL THEN '{name} is null'" for name in columns)
        return f"CASE {cases} END"

    @staticmethod
    def counters() -> str:
        """Write what gives the counter, which is kept with the head."""
        return f"SELECT newest FROM {SCHEMA}.tlog_head LIMIT 2"


class _Index(NamedTuple):
    """An index by what it finds, what sums its keys up, and the column rows are picked by."""

    table: str
    columns: tuple[str, ...]
    digest: str
    picked_by: str
    in_order: bool = False


_INDEXES = (
    _Index(
        "stored_events", ("notification_id",),
        "hashint8extended(notification_id, 0)", "notification_id",
    ),
    _Index(
        "stored_events", ("originator_id", "originator_version"),
        "hashtextextended(originator_id, originator_version)", "notification_id", in_order=True,
    ),
    _Index("tlog_leaf", ("idx",), "hashint8extended(idx, 0)", "idx"),
    _Index("tlog_leaf", ("notification_id",), "hashint8extended(notification_id, 0)", "idx"),
    _Index("tlog_node", ("level", "idx"), "hashint8extended(idx, level)", "idx"),
    _Index("tlog_checkpoint", ("size",), "hashint8extended(size, 0)", "size"),
    _Index(
        "recorded_command", ("command_id",),
        "uuid_hash_extended(command_id, 0)", "notification_id",
    ),
)  # fmt: skip

ONE_IN = 64
"""Of so many rows, one is looked up by its key: enough to pass by every page of an index."""

_WAYS = ("seqscan", "indexscan", "indexonlyscan")
_NEVER = (
    *("enable_bitmapscan", "enable_tidscan", "enable_sort", "enable_hashjoin"),
    *("enable_mergejoin", "enable_material", "enable_memoize"),
)


def _lie(lane: Lane, index: _Index) -> str | None:
    """Say that an index and its table do not agree, if they do not."""
    table, keys = f"{SCHEMA}.{index.table}", ", ".join(index.columns)
    summed = f"SELECT count(*), sum({index.digest}) FROM {table}"
    _plan(lane, "seqscan")
    ((rows, digest),) = lane.execute(summed)
    _plan(lane, "indexscan", "indexonlyscan")
    ((led_to, digest_there),) = lane.execute(summed)
    _plan(lane, "indexscan")
    same = " AND ".join(f"b.{column} = a.{column}" for column in index.columns)
    ((lost,),) = lane.execute(
        f"SELECT count(*) FROM {table} a WHERE a.{index.picked_by} % {ONE_IN} = 0 "
        f"AND NOT EXISTS (SELECT FROM {table} b WHERE {same} AND b.ctid = a.ctid)"
    )
    if (led_to, digest_there, lost) == (rows, digest, 0):
        return _disorder(lane, index) if index.in_order else None
    return f"the index of {index.table} by {keys} does not lead to its {rows} rows"


def _disorder(lane: Lane, index: _Index) -> str | None:
    """Say that an index leads to other rows than it says: they come in another order."""
    keys = ", ".join(index.columns)
    before = ", ".join(f"lag({column}) OVER w" for column in index.columns)
    _plan(lane, "indexscan")
    ((wrong,),) = lane.execute(
        f"SELECT count(*) FROM (SELECT ({keys}) <= ({before}) AS wrong "
        f"FROM {SCHEMA}.{index.table} WINDOW w AS (ORDER BY {keys})) AS i WHERE wrong"
    )
    return f"the index of {index.table} by {keys} is in disorder" if wrong else None


def _plan(lane: Lane, *ways: str) -> None:
    """Leave the server only these ways to read; what a role was given may be otherwise."""
    settings = {f"enable_{way}": "on" if way in ways else "off" for way in _WAYS}
    settings |= dict.fromkeys(_NEVER, "off")
    told = (f"set_config('{name}', '{value}', true)" for name, value in settings.items())
    lane.execute(f"SELECT {', '.join(told)}")


def _opened(opener: Opener) -> Connection:
    """Open a connection for a long reading."""
    connection = opener()
    try:
        connection.execute(
            "SELECT pg_catalog.set_config(key, value, false) "
            "FROM pg_catalog.json_each_text(%s::json) "
            "WHERE pg_catalog.current_setting(key, true) IS NOT NULL",
            (json.dumps(_SESSION),),
        )
    except BaseException:
        connection.close()
        raise
    return connection
