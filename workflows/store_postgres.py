"""
The event store of a country: the library's PostgreSQL recorder, made safe for many writers.

What differs, and why: an append is one call of one function, so that the lock all
writers queue for is held for no round trip; the lock is an advisory one, which asks
for no right but INSERT and blocks no maintenance; positions come from the head of the
log and have no gaps; and, in the transaction of the events themselves, the function
writes leaf, nodes and head of the transparency log and the ids of the commands.
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg
from eventsourcing import persistence
from eventsourcing.persistence import (
    InfrastructureFactory,
    Notification,
    StoredEvent,
)
from eventsourcing.postgres import (
    PostgresApplicationRecorder,
    PostgresDatastore,
    PostgresFactory,
    PostgresSubscription,
)

from domain.errors import StoreTrouble
from domain.merkle import Frontier, leaf_hash, leaf_text
from workflows import postgres
from workflows.lines import Line, instant_text, line_from
from workflows.postgres import Broke, Connection, Lost, Pool, Question, number, raw, text
from workflows.store import (
    LAST,
    Clock,
    CopiedLog,
    HeadLost,
    Lookups,
    OutcomeLost,
    Receipt,
    Writer,
    frontier_in,
)

if TYPE_CHECKING:
    from workflows.store_view import LogView

SCHEMA = "trajet"
CHANNEL = "trajet"
CLOCK_SECONDS = 60
"""How long the server's clock is counted on; a standby that took over has its own."""

UNSTAMPED = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where the function puts the moment of recording."""

_STATEMENTS = (files("workflows") / "store_postgres.sql").read_text(encoding="utf-8")

TABLES = {
    statement.partition("(")[0].rpartition(".")[2].strip(): statement
    for statement in _STATEMENTS.split("\n\n")
    if statement.startswith(("CREATE TABLE", "CREATE OR REPLACE FUNCTION"))
}
"""Tables and function of an event store, as they are made and as an audit expects to find them."""

_UNUSABLE = "the event store cannot be used: {what}"

_LINE = (
    "SELECT e.notification_id, e.originator_id, e.originator_version, e.topic, e.state, "
    "l.idx, l.hash FROM trajet.stored_events e LEFT JOIN LATERAL (SELECT idx, hash "
    "FROM trajet.tlog_leaf t WHERE t.notification_id = e.notification_id OFFSET 0) l ON true "
)
"""Each leaf is looked up by itself, whatever the planner believes of tables that grow fast."""

_APPEND = "SELECT * FROM trajet.append(%s, %s, %s, %b, %b, %s, %s)"
_APPEND_BESIDE = "SELECT * FROM trajet.append_beside(%s, %s, %s, %b, %b, %s, %s, %s, %s)"
_APPEND_ONE = Question(
    "SELECT stamp, place, index, leaf FROM trajet.append_one("
    "$1::text, $2::bigint, $3::text, $4::bytea, $5::bytea, $6::uuid, $7::text)",
    (text, number, number, raw),
)
_AS_LINE = (number, text, number, text, raw, number, raw)


def is_there(url: str) -> bool:
    """Tell whether a database has an event store; by whoever may connect."""
    with postgres.in_our_words(_UNUSABLE), postgres.connect(url) as connection:
        known = connection.execute("SELECT to_regclass('trajet.tlog_head')").fetchone()
    return known != (None,)


def found(url: str) -> None:
    """
    Make role, schema, tables and function in a database.

    What is there is kept, and brought up to this version. Any number of processes may
    call it at once. Raises :class:`StoreTrouble` for whoever may not.
    """
    with postgres.in_our_words(_UNUSABLE), postgres.founding(url) as connection:
        postgres.make(connection, _STATEMENTS.split("\n\n"), postgres.desk_role(url))


TROUBLE = (psycopg.Error,)
"""What comes from PostgreSQL itself."""

_HEAD_LOST = ("P0002", "P0003", "XX001")
"""What the function answers where the head is no row, several, or none that makes sense."""


def explain(trouble: BaseException) -> str:
    """Say in our words what PostgreSQL has against us."""
    cause = trouble if isinstance(trouble, psycopg.Error) else trouble.__cause__
    if isinstance(trouble, HeadLost) or getattr(cause, "sqlstate", None) in _HEAD_LOST:
        return "the head of its log is damaged; run: trajet audit verify"
    return postgres.explain(cause or trouble)


class LogDatastore(PostgresDatastore):
    """One PostgreSQL database, reached through our own connections."""

    def __init__(self, url: str, opener: Callable[[str], Connection] = postgres.connect_as_desk):
        super().__init__("", "", "", "", "", schema=SCHEMA, originator_id_type="text")
        self.connections = Pool(url, opener)

    @contextmanager
    def get_connection(self) -> Iterator[Any]:
        """Borrow a connection; what goes wrong is told in the library's own errors."""
        with _in_the_librarys_errors(), self.connections.connection() as connection:
            yield connection

    def register_type_adapters(self) -> None:
        """Register nothing: our function takes plain arrays."""

    def close(self) -> None:
        """Close every connection."""
        if hasattr(self, "connections"):
            self.connections.close()


@contextmanager
def _in_the_librarys_errors() -> Iterator[None]:
    try:
        yield
    except psycopg.Error as trouble:
        kinds = (getattr(persistence, kind.__name__, None) for kind in type(trouble).__mro__)
        kind = next((kind for kind in kinds if kind), persistence.PersistenceError)
        raise kind(str(trouble)) from trouble


class LogRecorder(Lookups, PostgresApplicationRecorder):
    """Stores events with their log leaves; the library's recorder in every other respect."""

    datastore: LogDatastore
    LINE, SCHEMA = _LINE, f"{SCHEMA}."

    def __init__(
        self, datastore: LogDatastore, *, events_table_name: str = "stored_events"
    ) -> None:
        super().__init__(datastore, events_table_name=events_table_name)
        self.channel_name = CHANNEL
        self._asked: tuple[datetime, float] | None = None
        self._listener: Connection | None = None
        self._listens_in = os.getpid()
        self._listening = threading.Lock()

    def create_table(self) -> None:
        """Make what the store needs; by whoever may."""
        found(self.datastore.connections.url)

    def now(self) -> datetime:
        """
        Read the server's clock: many desks share it, and it stamps what they record.

        It is asked now and then and counted on from there, never ahead of the server.
        """
        if self._asked is None or monotonic() - self._asked[1] > CLOCK_SECONDS:
            ((moment,),) = self._rows("SELECT clock_timestamp()", ())
            self._asked = moment.astimezone(UTC), monotonic()
        moment, then = self._asked
        return moment + timedelta(seconds=monotonic() - then)

    # --- writing ----------------------------------------------------------------------------

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> Sequence[int] | None:
        """Insert events as they are, as the library asks."""
        if not stored_events:
            return None
        whole = [(event.state, b"") for event in stored_events]
        with self.datastore.get_connection() as connection:
            receipts = self._append(connection, stored_events, whole, (), "", {})[1]
        return [one.position for one in receipts]

    def insert_lines(
        self,
        write: Writer,
        command_ids: Sequence[UUID | None],
        clock: Clock | None,
        unchanged: Mapping[str, int] | None = None,
    ) -> tuple[datetime, list[Receipt]]:
        """
        Insert lines and stamp them with the server's clock, or with the one given.

        When the connection breaks, they are sent again under the same command ids, so
        that they are recorded once whether or not the first call was. Raises
        :class:`OutcomeLost` when nobody answers in time.
        """
        lines = write(UNSTAMPED)
        if not lines:
            return (clock or self.now)(), []
        stamp = instant_text(clock()) if clock else None
        parts = [_around_the_stamp(line.state) for line in lines]
        broke = False

        def attempt() -> tuple[datetime, list[Receipt]]:
            nonlocal broke
            try:
                with self.datastore.connections.connection() as connection:
                    return self._append(
                        connection, lines, parts, command_ids, stamp, unchanged or {}
                    )
            except Broke:
                broke = True
                raise
            except psycopg.errors.UniqueViolation:
                if broke and (before := self._appended(lines, command_ids)):
                    return before
                raise

        with _in_the_librarys_errors():
            try:
                return self.datastore.connections.until_reached(attempt)
            except (psycopg.Error, persistence.PersistenceError) as trouble:
                # The first call may still be at work; only a version or a command id that
                # somebody else took tells that it came to nothing.
                if broke and not isinstance(trouble, psycopg.errors.UniqueViolation):
                    raise OutcomeLost(str(trouble)) from trouble
                raise

    @staticmethod
    def _append(
        connection: Connection,
        lines: Sequence[StoredEvent],
        parts: Sequence[tuple[bytes, bytes]],
        command_ids: Sequence[UUID | None],
        stamp: str | None,
        unchanged: Mapping[str, int],
    ) -> tuple[datetime, list[Receipt]]:
        if len(lines) == 1 and not unchanged:
            (line,), (parted,) = lines, parts
            command = str(command_ids[0]) if command_ids and command_ids[0] else None
            said = _text(line.originator_id), line.originator_version, line.topic
            ((stamped, *receipt),) = connection.answer(_APPEND_ONE, *said, *parted, command, stamp)
            return _moment(stamped), [Receipt(*receipt)]
        columns = (
            [_text(line.originator_id) for line in lines],
            [line.originator_version for line in lines],
            [line.topic for line in lines],
            [before for before, _ in parts],
            [after for _, after in parts],
            list(command_ids),
        )
        beside = ([*unchanged], [*unchanged.values()]) if unchanged else ()
        stamped, position, index, leaves = (
            connection.asking.execute(
                _APPEND_BESIDE if unchanged else _APPEND, (*columns, *beside, stamp)
            ).fetchone()
            or ()
        )
        return _moment(stamped), [
            Receipt(position + place, index + place, leaf) for place, leaf in enumerate(leaves)
        ]

    def _appended(
        self, lines: Sequence[StoredEvent], command_ids: Sequence[UUID | None]
    ) -> tuple[datetime, list[Receipt]] | None:
        """Find lines that were appended after all, though nobody lived to tell."""
        first = command_ids[0] if command_ids else None
        known = self.select_command(first) if first else []
        if not known:
            return None
        stored = self.select_after(known[0][0] - 1, len(lines))
        ours = [(_text(line.originator_id), line.originator_version) for line in lines]
        if [(stream, version) for _, stream, version, *_ in stored] != ours:
            return None
        moment = line_from(stored[0]).recorded_at
        return moment, [
            Receipt(position, index or 0, leaf or b"") for position, *_, index, leaf in stored
        ]

    def take_over(self, log: CopiedLog) -> None:
        """
        Fill an empty store with the log of another, as it is, all or nothing.

        Raises :class:`StoreTrouble` when this one is not empty, or when a leaf or the
        head of the other does not fit its events.
        """
        with (
            _in_the_librarys_errors(),
            self.datastore.connections.connection() as connection,
            connection.transaction(),
        ):
            connection.execute("SELECT trajet.begin_append(NULL)")
            if self._begun(connection):
                raise StoreTrouble("the store to move to holds events already")
            frontier = Frontier()
            for page in log.pages:
                _copy_page(connection, page, frontier)
            if frontier.pack() != log.head.pack():
                raise StoreTrouble("the head of the log to be moved does not fit its events")
            _copy(connection, "recorded_command", log.commands)
            _copy(connection, "tlog_checkpoint", log.checkpoints)
            connection.execute(
                "UPDATE trajet.tlog_head SET size=%s, newest=%s, frontier=%b",
                (frontier.size, log.newest, frontier.pack()),
            )

    @staticmethod
    def _begun(connection: Connection) -> bool:
        row = connection.execute("SELECT EXISTS (SELECT FROM trajet.stored_events)").fetchone()
        return row == (True,)

    # --- reading ----------------------------------------------------------------------------

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
        rows = self._rows(
            "SELECT originator_id, originator_version, topic, state FROM trajet.stored_events "
            "WHERE originator_id=%s AND originator_version>%s AND originator_version<=%s "
            f"ORDER BY originator_version {'DESC' if desc else 'ASC'} LIMIT %s",
            (_text(originator_id), -1 if gt is None else gt, LAST if lte is None else lte, limit),
        )
        return [StoredEvent(*row) for row in rows]

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
        rows = self._rows(
            "SELECT notification_id, originator_id, originator_version, topic, state "
            "FROM trajet.stored_events WHERE notification_id>%s AND notification_id<=%s "
            "AND (cardinality(%s::text[])=0 OR topic=ANY(%s)) "
            "ORDER BY notification_id LIMIT %s",
            (after, LAST if stop is None else stop, list(topics), list(topics), limit),
        )
        return [
            Notification(
                id=position,
                originator_id=stream,
                originator_version=version,
                topic=topic,
                state=state,
            )
            for position, stream, version, topic, state in rows
        ]

    def max_notification_id(self) -> int | None:
        """Return the position of the newest event, as the library asks."""
        return self.newest() or None

    # --- what the journal asks beyond the library ------------------------------------------

    def select_from(self, *asked: tuple[str, int]) -> list[Line]:
        """
        Return streams, each from a version on and in its order.

        Every event comes with its log index and leaf hash.
        """
        question, values = _streams(len(asked)), [value for pair in asked for value in pair]
        with _in_the_librarys_errors():
            return self.datastore.connections.persistently(
                lambda connection: connection.answer(question, *values)
            )

    def known_commands(self, command_ids: Sequence[UUID]) -> set[UUID]:
        """Tell which of many command ids were recorded before."""
        rows = self._rows(
            "SELECT command_id FROM trajet.recorded_command WHERE command_id=ANY(%s)",
            (list(command_ids),),
        )
        return {command_id for (command_id,) in rows}

    def newest_versions(self, streams: Sequence[str]) -> dict[str, int]:
        """Return the version each of many streams stands at; absent when there is none."""
        rows = self._rows(
            "SELECT originator_id, max(originator_version) FROM trajet.stored_events "
            "WHERE originator_id=ANY(%s) GROUP BY originator_id",
            (list(streams),),
        )
        return dict(rows)

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> PostgresSubscription:
        """Return what yields new events as they come, as the library asks."""
        return _Subscription(self, gt, topics)

    def wait(self, seconds: float) -> bool:
        """
        Listen for something new, at most so long; tell whether there was a call.

        What is recorded before the first call of this is not heard: look first.
        """
        with self._listening, _in_the_librarys_errors():
            try:
                inherited = self._listens_in != os.getpid()  # it is the parent's to listen with
                if self._listener is None or self._listener.closed or inherited:
                    self._listener = _listening(self.datastore.connections)
                    self._listens_in = os.getpid()
                    return True
                return any(True for _ in self._listener.notifies(timeout=seconds, stop_after=1))
            except psycopg.Error as trouble:
                if self._listener is not None:
                    self._listener.close()
                raise Lost(str(trouble)) from trouble

    def close(self) -> None:
        """Stop listening."""
        if self._listener is not None and self._listens_in == os.getpid():
            self._listener.close()

    @contextmanager
    def still(self) -> "Iterator[LogView]":
        """Hold the log still for whoever looks at it; others go on recording."""
        with _in_the_librarys_errors(), self.datastore.connections.connection() as connection:
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            try:
                yield _view(connection)
            finally:
                if not connection.closed:
                    connection.execute("ROLLBACK")

    def _rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        def read(connection: Connection) -> list[Any]:
            asked = statement.replace("?", "%s").encode()
            return connection.asking.execute(asked, values or None).fetchall()

        with _in_the_librarys_errors():
            return self.datastore.connections.persistently(read)

    def _kept(self, command_id: UUID) -> UUID:
        return command_id


_HASHES = (
    "SELECT encode(CASE s.level WHEN 0 THEN (SELECT string_agg(l.hash, ''::bytea ORDER BY l.idx) "
    "FROM trajet.tlog_leaf l WHERE l.idx>=s.first AND l.idx<s.beyond) "
    "ELSE (SELECT string_agg(n.hash, ''::bytea ORDER BY n.idx) FROM trajet.tlog_node n "
    "WHERE n.level=s.level AND n.idx>=s.first AND n.idx<s.beyond) END, 'hex') "
    "FROM unnest(%s::int[], %s::bigint[], %s::bigint[]) WITH ORDINALITY "
    "AS s(level, first, beyond, place) ORDER BY s.place"
)
"""Asks for the leaves and nodes of many spans at once: the way there takes longer than they do."""


def _view(connection: Connection) -> "LogView":
    """Look at the log as the transaction of one connection sees it."""
    from workflows.store_view import LogView

    def ask(statement: str, values: Sequence[Any]) -> list[Any]:
        asked = statement.replace("?", "%s").encode()
        return connection.asking.execute(asked, values or None).fetchall()

    def hashes(spans: Sequence[tuple[int, int, int]]) -> list[str | None]:
        columns = [[span[column] for span in spans] for column in range(3)]
        return [text for (text,) in ask(_HASHES, columns)]

    head = frontier_in(ask("SELECT size, frontier FROM trajet.tlog_head", ()))
    return LogView(ask, head, _LINE, "trajet.", hashes)


class _Subscription(PostgresSubscription):
    """The library's, which is called too, and looks again once it is."""

    def _listen(self) -> None:
        datastore: Any = self._recorder.datastore
        try:
            with closing(_listening(datastore.connections)) as listener:
                self._has_been_notified.set()
                while not self._has_been_stopped and self._thread_error is None:
                    for _ in listener.notifies(timeout=0.1, stop_after=1):
                        self._has_been_notified.set()
        except BaseException as trouble:
            self._thread_error = self._thread_error or trouble
            self.stop()


def _listening(connections: Pool) -> Connection:
    """Open a connection that is called when something is recorded, from now on."""
    listener = connections.opened()
    listener.execute("SELECT pg_advisory_lock_shared(hashtextextended('trajet.listeners', 0))")
    listener.execute(f"LISTEN {CHANNEL}")
    return listener


class LogFactory(PostgresFactory):
    """Builds the recorder above from the URL in the library's settings."""

    datastore: LogDatastore

    def __init__(self, env: Any) -> None:
        InfrastructureFactory.__init__(self, env)
        self.datastore = LogDatastore(env["URL"])

    def application_recorder(self) -> LogRecorder:
        """Return the recorder; its tables are made when the store is."""
        self._recorder = LogRecorder(self.datastore)
        if self.env_create_table():
            self._recorder.create_table()
        return self._recorder

    def close(self) -> None:
        """Close every connection."""
        self._recorder.close()
        super().close()


def _copy_page(connection: Connection, page: Sequence[Line], frontier: Frontier) -> None:
    """Copy some lines with their leaves and the nodes they complete, each leaf checked."""
    nodes = []
    for position, stream, version, topic, state, index, leaf in page:
        text = leaf_text(frontier.size, position, stream, version, topic, state)
        if index != frontier.size or leaf != leaf_hash(text):
            raise StoreTrouble(
                "the log to be moved does not fit its events at {stream} version {version}; "
                "run: trajet audit verify",
                stream=stream,
                version=version,
            )
        nodes += frontier.append(leaf)
    _copy(connection, "stored_events", (line[:5] for line in page))
    _copy(connection, "tlog_leaf", ((line[5], line[0], line[6]) for line in page))
    _copy(connection, "tlog_node", nodes)


def _copy(connection: Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY trajet.{table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


@cache
def _streams(several: int) -> Question:
    """Ask for so many streams, each from a version on."""
    each = (
        f"{_LINE} WHERE e.originator_id=${2 * at + 1}::text "
        f"AND e.originator_version>=${2 * at + 2}::bigint"
        for at in range(several)
    )
    return Question(f"{' UNION ALL '.join(each)} ORDER BY 2, 3", _AS_LINE)


def _around_the_stamp(state: bytes) -> tuple[bytes, bytes]:
    """Cut a stored state at its moment of recording; what comes before it holds no free text."""
    before, mark, rest = state.partition(b'"rec":"')
    _, quote, after = rest.partition(b'"')
    return before + mark, quote + after


def _moment(stamped: str) -> datetime:
    """Read the moment the server gave; there is none where states are stored as they are."""
    return datetime.fromisoformat(stamped) if stamped else UNSTAMPED


def _text(originator_id: UUID | str) -> str:
    return originator_id.hex if isinstance(originator_id, UUID) else originator_id
