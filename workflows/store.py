"""What every event store offers the journal, whichever database keeps it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from uuid import UUID

from eventsourcing.persistence import OperationalError, StoredEvent

from domain.merkle import Frontier
from workflows.lines import Line

if TYPE_CHECKING:
    from workflows.store_view import LogView

FIRST, LAST = -(2**63), 2**63 - 1
"""Before and after every position and every version there can be."""

Told = tuple[int, str, int, str, bytes]
"""Notification id, stream, version, topic, state: an event without its leaf."""

Clock = Callable[[], datetime]
Writer = Callable[[datetime], list[StoredEvent]]
"""Writes lines down as recorded at a moment."""


class Receipt(NamedTuple):
    """Where an event just written stands in the log."""

    position: int
    log_index: int
    leaf_hash: bytes


class CopiedLog(NamedTuple):
    """A whole log on its way to another store, nobody writing meanwhile."""

    pages: Iterable[list[Line]]
    commands: Iterable[tuple[UUID, int]]
    checkpoints: Iterable[tuple[int, str, str]]
    newest: int
    head: Frontier


class HeadLost(Exception):
    """The head of the log is not one row with a frontier of its size."""


class OutcomeLost(OperationalError):
    """The connection broke while something was written, and whether it was is not known."""


class Store(Protocol):
    """An append-only table of events with its transparency log."""

    def now(self) -> datetime:
        """Read the clock that stamps what is recorded."""

    def wait(self, seconds: float) -> bool:
        """Wait at most so long for something new; tell whether there is known to be."""

    def insert_lines(
        self,
        write: Writer,
        command_ids: Sequence[UUID | None],
        clock: Clock | None,
        unchanged: Mapping[str, int] | None = None,
    ) -> tuple[datetime, list[Receipt]]:
        """
        Insert lines, all or none; return the moment they bear and their receipts.

        They are stamped while no other can write, so that the moments follow the order
        of the log. ``command_ids`` has the id of the command at the first of its lines.
        ``unchanged`` names other streams with the versions they must still stand at, or
        nothing is inserted; what breaks that is told as an ``IntegrityError``.
        """

    def select_from(self, *asked: tuple[str, int]) -> list[Line]:
        """
        Return streams, each from a version on and in its order.

        Every event comes with its log index and leaf hash.
        """

    def select_last(self, stream: str) -> list[Line]:
        """Return the last event of a stream, if there is one."""

    def select_streams(self, prefix: str) -> list[Line]:
        """Return all streams whose id starts with a prefix, in the order of recording."""

    def select_after(self, position: int, limit: int) -> list[Line]:
        """Return the events recorded after a position, across all streams."""

    def select_topics(self, position: int, limit: int, topics: Sequence[str]) -> list[Told]:
        """Return the events of some topics recorded after a position, across all streams."""

    def select_leaf(self, position: int) -> bytes | None:
        """Return the leaf hash of the event at a position."""

    def select_command(self, command_id: UUID) -> list[Line]:
        """Return the event a command led to, if it was recorded."""

    def known_commands(self, command_ids: Sequence[UUID]) -> set[UUID]:
        """Tell which of many command ids were recorded before."""

    def newest_versions(self, streams: Sequence[str]) -> dict[str, int]:
        """Return the version each of many streams stands at; absent when there is none."""

    def stream_names(self, prefix: str, limit: int) -> list[str]:
        """List stream ids that start with a prefix; all of them for a limit of -1."""

    def newest(self) -> int:
        """Return the position of the newest event; 0 when there is none."""

    def newest_checkpoint(self) -> str | None:
        """Return the note of the newest checkpoint kept inside, if there is one."""

    def keep_checkpoint(self, size: int, at: str, note: str) -> None:
        """Keep a checkpoint inside, unless one of that size is kept."""

    def still(self) -> "AbstractContextManager[LogView]":
        """Hold the log still for whoever looks at it; others go on recording."""

    def head(self) -> Frontier:
        """Return the right edge of the log as last written."""


class Lookups(ABC):
    """
    What both databases are asked in the same words.

    ``LINE`` selects lines, ``SCHEMA`` stands before the name of a table, ``?`` for a value.
    """

    LINE: str
    SCHEMA: str

    @abstractmethod
    def _rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """Ask; the database says how."""

    @abstractmethod
    def _kept(self, command_id: UUID) -> object:
        """Write a command id as the database keeps it."""

    def newest(self) -> int:
        """Return the position of the newest event; 0 when there is none."""
        ((newest,),) = self._rows(
            f"SELECT max(notification_id) FROM {self.SCHEMA}stored_events", ()
        )
        return newest or 0

    def select_last(self, stream: str) -> list[Line]:
        """Return the last event of a stream, if there is one."""
        return self._rows(
            f"{self.LINE} WHERE e.originator_id=? ORDER BY e.originator_version DESC LIMIT 1",
            (stream,),
        )

    def select_streams(self, prefix: str) -> list[Line]:
        """Return all streams whose id starts with a prefix, in the order of recording."""
        return self._rows(
            f"{self.LINE} WHERE e.originator_id>=? AND e.originator_id<? "
            "ORDER BY e.notification_id",
            (prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)),
        )

    def select_after(self, position: int, limit: int) -> list[Line]:
        """Return the events recorded after a position, across all streams."""
        return self._rows(
            f"{self.LINE} WHERE e.notification_id>? ORDER BY e.notification_id LIMIT ?",
            (position, limit),
        )

    def select_topics(self, position: int, limit: int, topics: Sequence[str]) -> list[Told]:
        """Return the events of some topics recorded after a position, across all streams."""
        return self._rows(
            "SELECT notification_id, originator_id, originator_version, topic, state "
            f"FROM {self.SCHEMA}stored_events WHERE notification_id>? "
            f"AND topic IN ({','.join('?' * len(topics))}) ORDER BY notification_id LIMIT ?",
            (position, *topics, limit),
        )

    def select_leaf(self, position: int) -> bytes | None:
        """Return the leaf hash of the event at a position."""
        rows = self._rows(
            f"SELECT hash FROM {self.SCHEMA}tlog_leaf WHERE notification_id=?", (position,)
        )
        return rows[0][0] if rows else None

    def select_command(self, command_id: UUID) -> list[Line]:
        """Return the event a command led to, if it was recorded."""
        return self._rows(
            f"{self.LINE} WHERE e.notification_id=(SELECT notification_id "
            f"FROM {self.SCHEMA}recorded_command WHERE command_id=?)",
            (self._kept(command_id),),
        )

    def stream_names(self, prefix: str, limit: int) -> list[str]:
        """List stream ids that start with a prefix; all of them for a limit of -1."""
        rows = self._rows(
            f"SELECT DISTINCT originator_id FROM {self.SCHEMA}stored_events "
            "WHERE originator_id>=? AND originator_id<? ORDER BY originator_id LIMIT ?",
            (prefix, prefix + "\uffff", LAST if limit < 0 else limit),
        )
        return [name for (name,) in rows]

    def newest_checkpoint(self) -> str | None:
        """Return the note of the newest checkpoint kept inside, if there is one."""
        rows = self._rows(
            f"SELECT note FROM {self.SCHEMA}tlog_checkpoint ORDER BY size DESC LIMIT 1", ()
        )
        return rows[0][0] if rows else None

    def keep_checkpoint(self, size: int, at: str, note: str) -> None:
        """Keep a checkpoint inside, unless one of that size is kept."""
        self._rows(
            f"INSERT INTO {self.SCHEMA}tlog_checkpoint VALUES (?,?,?) "
            "ON CONFLICT DO NOTHING RETURNING size",
            (size, at, note),
        )

    def head(self) -> Frontier:
        """Return the right edge of the log as last written; :class:`HeadLost` if it is damaged."""
        return frontier_in(self._rows(f"SELECT size, frontier FROM {self.SCHEMA}tlog_head", ()))


def frontier_in(rows: Sequence[Any]) -> Frontier:
    """Read the head of the log; :class:`HeadLost` where it is not one row that makes sense."""
    try:
        ((size, packed),) = rows
        return Frontier.unpack(size, packed)
    except (ValueError, TypeError) as damage:
        raise HeadLost("the head of the log is damaged") from damage


def pages(store: Store, position: int, size: int) -> Iterator[list[Line]]:
    """Bring what was recorded after a position, so many events at a time."""
    while page := store.select_after(position, size):
        yield page
        position = page[-1][0]
