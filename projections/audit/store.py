"""
What a verification asks of an event store, whichever database keeps it.

Any cell may hold anything. So there are two ways to read: a fast one, which may fail
on odd text and whose rows are only believed when their hash fits, and a careful one,
which brings text as raw bytes and names the columns that hold the wrong type. How a
database is asked for that is its :class:`Tables`; what is asked is the same for all.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol, cast

from projections.audit.streams import StreamHead

FIRST, LAST = -(2**63), 2**63 - 1
"""The smallest and the largest number a row can have."""

NODES_AT_ONCE = 256
"""Kept inner nodes of one level that are fetched together."""

TroubleKinds = tuple[type[Exception], ...]
Event = tuple[int, str, int, str, bytes]
"""Notification id, stream, version, topic, state; as they should be, and may not be."""

Leaf = tuple[int, int, bytes]
"""Index, notification id, hash; as they should be, and may not be."""


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


class Tables(Protocol):
    """
    How one kind of database is asked for the tables of an event store.

    ``trouble`` is what asking raises. ``counter_in_head`` tells whether the counter of
    notification ids is kept with the head of the log.
    """

    trouble: TroubleKinds
    counter_in_head: bool

    def objects(self) -> list[tuple[str, str, str]]:
        """Return kind, name and definition of everything defined around the store."""

    def rows(self, statement: str, *values: object) -> list[Any]:
        """Return the few rows of a statement, in which ``?`` stands for a value."""

    def stream(self, statement: str, *values: object) -> Iterator[list[Any]]:
        """Yield the rows of a statement in pages, however many they are."""

    def name(self, table: str) -> str:
        """Name a table in a statement."""

    def key(self, table: str, column: str) -> str:
        """Write a column by which rows are ordered and compared."""

    def number(self, table: str, column: str) -> str:
        """Write a column as a whole number, or NULL for what is none."""

    def text(self, table: str, column: str) -> str:
        """Write a column as raw bytes whatever it holds, or NULL for what is no text."""

    def raw(self, table: str, column: str) -> str:
        """Write a column as raw bytes whatever it holds; none for NULL."""

    def blob(self, table: str, column: str) -> str:
        """Write a column as bytes, or none for what is no bytes."""

    def stream_is(self) -> str:
        """Write the condition that an event belongs to the stream of this name, in bytes."""

    def stream_from_to(self) -> str:
        """Write the condition that its stream's name is between two, in bytes, the last not."""

    def command_is(self) -> str:
        """Write the condition that a kept command id is this one, 16 bytes."""

    def wrong(self) -> str:
        """Write what tells which column of an event has the wrong type, or NULL."""

    def counters(self) -> str:
        """Write what gives the counters of notification ids."""


class AuditStore(Protocol):
    """
    A place that is said to be an event store.

    ``trouble`` is what reading it raises, ``sound`` what it should be.
    """

    trouble: TroubleKinds
    sound: str

    def snapshot(self) -> AbstractContextManager["Snapshot"]:
        """Hold the store as it is now, and read that."""

    def disturbed(self) -> bool:
        """Tell whether what was read may not have been one moment of the store."""

    def damage(self) -> str | None:
        """Check what the database itself keeps besides the rows, its indexes foremost."""

    def broken_streams(self, limit: int, start: int = FIRST) -> list[bytes]:
        """
        Return streams whose versions are not 1 to n, or are not even numbers.

        Of a later ``start`` only those of the events from that notification id on.
        """

    def stream_heads(self, positions: Sequence[int]) -> list[StreamHead]:
        """
        Return the last event of each stream in each part of the log, by stream and part.

        Parts end at some notification ids, given in order; what is after the last is left out.
        """

    def explain(self, trouble: Exception) -> str:
        """
        Say what was found wrong.

        Raises what is told of nothing but the way to the store: :class:`StoreTrouble`,
        or the trouble itself.
        """

    def lacks(self, trouble: Exception) -> bool:
        """Tell whether a table or column is missing, or not of its type."""

    def companion(self) -> "Companion":
        """Return what another process needs to read the same snapshot."""


class Companion(Protocol):
    """A way to the snapshot of a store, to be handed to another process."""

    def joined(self) -> AbstractContextManager["Snapshot"]:
        """Open the snapshot there."""

    def still_the_same(self) -> bool:
        """Tell, where the snapshot was taken, whether what was joined since is that snapshot."""


class Snapshot:
    """What the tables of an event store hold at one moment."""

    def __init__(self, tables: Tables) -> None:
        self.trouble = tables.trouble
        self.counter_in_head = tables.counter_in_head
        self.objects = tables.objects
        self._tables = tables
        self._nodes: dict[int, bytes] = {}
        self._nodes_of: tuple[int, int] | None = None
        events, leaves = tables.name("stored_events"), tables.name("tlog_leaf")
        self._position = tables.key("stored_events", "notification_id")
        self._number = tables.key("tlog_leaf", "idx")
        self._named = tables.key("tlog_leaf", "notification_id")
        self._fast_events = (
            "SELECT notification_id, originator_id, originator_version, topic, state "
            f"FROM {events} WHERE {self._position} >= ? ORDER BY {self._position}"
        )
        self._fast_leaves = (
            f"SELECT idx, notification_id, hash FROM {leaves} "
            f"WHERE {self._number} >= ? ORDER BY {self._number}"
        )
        position = tables.number("stored_events", "notification_id")
        self._events = (
            f"SELECT {position}, {tables.raw('stored_events', 'originator_id')}, "
            f"{tables.number('stored_events', 'originator_version')}, "
            f"{tables.raw('stored_events', 'topic')}, {tables.raw('stored_events', 'state')}, "
            f"{tables.wrong()} FROM {events} WHERE {position} IS NOT NULL "
        )
        number = tables.number("tlog_leaf", "idx")
        self._leaves = (
            f"SELECT {number}, {tables.number('tlog_leaf', 'notification_id')}, "
            f"{tables.blob('tlog_leaf', 'hash')} FROM {leaves} WHERE {number} IS NOT NULL "
        )

    # --- fast -------------------------------------------------------------------------------

    def events(self, start: int) -> Iterator[list[Event]]:
        """Yield pages of events from a position on; cells are what they are, odd text raises."""
        return self._tables.stream(self._fast_events, start) if start <= LAST else iter(())

    def leaves(self, start: int) -> Iterator[list[Leaf]]:
        """Yield pages of leaves from an index on; cells are what they are."""
        return self._tables.stream(self._fast_leaves, start) if start <= LAST else iter(())

    def events_of(self, prefix: str) -> Iterator[Event]:
        """Yield the events of all streams that begin with a text, in the order of recording."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        statement = (
            "SELECT notification_id, originator_id, originator_version, topic, state "
            f"FROM {self._tables.name('stored_events')} WHERE {self._tables.stream_from_to()} "
            f"ORDER BY {self._position}"
        )
        return self._streamed(statement, prefix.encode(), end.encode())

    # --- careful ----------------------------------------------------------------------------

    def newest(self) -> int:
        """Return the largest notification id, as a measure of the work; 0 if there is none."""
        name, position = self._tables.name("stored_events"), self._position
        (newest,) = self._tables.rows(f"SELECT max({position}) FROM {name}")[0]
        return newest if isinstance(newest, int) else 0

    def events_before(self, position: int) -> int:
        """Count the events with a smaller notification id."""
        name = self._tables.name("stored_events")
        # in these words SQLite counts in an index, and does not go through all that is stored
        ((count,),) = self._tables.rows(
            f"SELECT count(*) FROM {name} WHERE NOT {self._position} >= ?", position
        )
        return cast("int", count)

    def event_rows(self, start: int) -> Iterator[EventRow]:
        """Yield events from a position on, whatever their cells hold."""
        if start <= LAST:
            ordered = f"{self._events} AND {self._position} >= ? ORDER BY {self._position}"
            yield from map(EventRow._make, self._streamed(ordered, start))

    def event_at(self, position: int) -> EventRow | None:
        """Return the event with a notification id."""
        rows = self._tables.rows(f"{self._events} AND {self._position} = ?", position)
        return EventRow._make(rows[0]) if rows else None

    def leaf_rows(self, start: int) -> Iterator[LeafRow]:
        """Yield leaves from an index on, whatever their cells hold."""
        if start <= LAST:
            ordered = f"{self._leaves} AND {self._number} >= ? ORDER BY {self._number}"
            yield from map(LeafRow._make, self._streamed(ordered, start))

    def leaves_before_the_first(self, limit: int) -> list[LeafRow]:
        """Return leaves with an index below 0, which no log has."""
        rows = self._tables.rows(f"{self._leaves} AND {self._number} < 0 LIMIT ?", limit)
        return [LeafRow._make(row) for row in rows]

    def leaf_of(self, position: int) -> LeafRow | None:
        """Return the leaf that names a notification id."""
        return self._leaf(f"{self._named} = ?", position)

    def leaf_at(self, number: int) -> LeafRow | None:
        """Return the leaf with an index."""
        return self._leaf(f"{self._number} = ?", number)

    def versions(self, stream: bytes) -> list[tuple[int | None, int]]:
        """Return version and notification id of a stream's events, by version."""
        tables = self._tables
        return tables.rows(
            f"SELECT {tables.number('stored_events', 'originator_version')}, "
            f"{tables.number('stored_events', 'notification_id')} "
            f"FROM {tables.name('stored_events')} "
            f"WHERE {tables.stream_is()} "
            f"ORDER BY {tables.key('stored_events', 'originator_version')}",
            stream,
        )

    def heads(self) -> list[tuple[object, object]]:
        """Return what stands for the head: one row, unless somebody was there."""
        tables = self._tables
        return tables.rows(
            f"SELECT {tables.number('tlog_head', 'size')}, {tables.blob('tlog_head', 'frontier')} "
            f"FROM {tables.name('tlog_head')} LIMIT 2"
        )

    def counters(self) -> list[object]:
        """Return the counters of notification ids: one, or none before the first event."""
        return [counter for (counter,) in self._tables.rows(self._tables.counters())]

    def node(self, level: int, index: int) -> bytes | None:
        """Return a kept inner node; its neighbours are fetched with it."""
        page = (level, index // NODES_AT_ONCE)
        if page != self._nodes_of:
            tables, first = self._tables, page[1] * NODES_AT_ONCE
            place = tables.key("tlog_node", "idx")
            rows = tables.rows(
                f"SELECT {tables.number('tlog_node', 'idx')}, {tables.blob('tlog_node', 'hash')} "
                f"FROM {tables.name('tlog_node')} WHERE {tables.key('tlog_node', 'level')} = ? "
                f"AND {place} >= ? AND {place} < ? LIMIT {2 * NODES_AT_ONCE}",
                level,
                first,
                first + NODES_AT_ONCE,
            )
            self._nodes, self._nodes_of = dict(rows), page
        return self._nodes.get(index)

    def nodes(self) -> Iterator[tuple[object, object]]:
        """Yield level and index of every kept node; ``None`` for what is no number."""
        tables = self._tables
        return self._streamed(
            f"SELECT {tables.number('tlog_node', 'level')}, {tables.number('tlog_node', 'idx')} "
            f"FROM {tables.name('tlog_node')}"
        )

    def checkpoints(self, start: int = FIRST) -> Iterator[tuple[int, bytes | None, bytes | None]]:
        """Yield size, from ``start`` on, moment and note of checkpoints; ``None`` for no text."""
        tables = self._tables
        size = tables.number("tlog_checkpoint", "size")
        return self._streamed(
            f"SELECT {size}, {tables.text('tlog_checkpoint', 'at')}, "
            f"{tables.text('tlog_checkpoint', 'note')} FROM {tables.name('tlog_checkpoint')} "
            f"WHERE {size} IS NOT NULL AND {tables.key('tlog_checkpoint', 'size')} >= ? "
            f"ORDER BY {tables.key('tlog_checkpoint', 'size')}",
            start,
        )

    def commands(self, start: int = FIRST) -> Iterator[list[tuple[int, bytes]]]:
        """
        Yield pages of notification ids (``LAST`` if no number) and command ids, in order.

        Of a later ``start`` those before it are left out.
        """
        tables = self._tables
        position = tables.number("recorded_command", "notification_id")
        return tables.stream(
            f"SELECT coalesce({position}, {LAST}), "
            f"{tables.blob('recorded_command', 'command_id')} "
            f"FROM {tables.name('recorded_command')} "
            + (f"WHERE coalesce({position}, {LAST}) >= ? " if start != FIRST else "")
            + "ORDER BY 1",
            *((start,) if start != FIRST else ()),
        )

    def position_of(self, command: bytes) -> int | None:
        """Return the notification id that is kept for a command id."""
        tables = self._tables
        position = tables.number("recorded_command", "notification_id")
        rows = tables.rows(
            f"SELECT {position} FROM {tables.name('recorded_command')} "
            f"WHERE {tables.command_is()} AND {position} IS NOT NULL",
            command,
        )
        return cast("int", rows[0][0]) if rows else None

    def _leaf(self, condition: str, value: int) -> LeafRow | None:
        rows = self._tables.rows(f"{self._leaves} AND {condition}", value)
        return LeafRow._make(rows[0]) if rows else None

    def _streamed(self, statement: str, *values: object) -> Iterator[Any]:
        for page in self._tables.stream(statement, *values):
            yield from page
