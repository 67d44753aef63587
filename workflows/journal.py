"""The event store, in the words of the project: every line that was ever recorded."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError, Mapper, PersistenceError, StoredEvent
from eventsourcing.utils import Environment

from domain.errors import ConcurrentChange, StoreTrouble
from domain.merkle import Frontier
from domain.record import Recorded, is_dossier
from workflows.lines import line_from, state_of
from workflows.store_sqlite import WAIT_SECONDS, HeadLost, LogFactory, LogRecorder

PAGE = 500
Clock = Callable[[], datetime]


def now() -> datetime:
    """Read the clock of the machine, in UTC."""
    return datetime.now(UTC)


class Journal(Application[str]):
    """Append-only history of every dossier and every account."""

    name = "journal"

    def __init__(self, path: str, *, create: bool = False, clock: Clock = now) -> None:
        self.clock = clock
        self._settings = {
            "SQLITE_DBNAME": path,
            "SQLITE_LOCK_TIMEOUT": str(WAIT_SECONDS),
            "ORIGINATOR_ID_TYPE": "text",
            "CREATE_TABLE": "yes" if create else "no",
        }
        with _in_our_words():
            super().__init__()

    def construct_env(self, name: str, env: Any = None) -> Environment:
        """Take our own settings only: a stray variable must not change the store."""
        return Environment(name, self._settings)

    def construct_factory(self, env: Environment) -> Any:
        """Use our store whatever the environment says."""
        return LogFactory(env)

    def construct_mapper(self) -> Mapper[str]:
        """Store lines under their own topics and in their own shape."""
        return _LineMapper(self.construct_transcoder())

    @property
    def store(self) -> LogRecorder:
        """The recorder, with what it can do beyond the library's."""
        return cast("LogRecorder", self.recorder)

    def append(self, lines: Sequence[Recorded]) -> list[Recorded]:
        """
        Record lines, stamped with one moment, all or none; return them with receipts.

        Raises :class:`ConcurrentChange` when one of their versions, or of their command
        ids, was recorded meanwhile.
        """
        stamped: list[Recorded] = []

        def stamp() -> list[StoredEvent]:
            moment = self.clock()
            stamped[:] = [line._replace(recorded_at=moment) for line in lines]
            return [self.mapper.to_stored_event(cast("Any", line)) for line in stamped]

        with _in_our_words():
            try:
                receipts = self.store.insert_lines(
                    stamp, _first_of_each([line.command_id for line in lines])
                )
            except IntegrityError as clash:
                if not self._came_first(lines):
                    raise
                raise ConcurrentChange(
                    "dossier {dossier} changed meanwhile; read it again and repeat the step",
                    dossier=lines[0].stream,
                ) from clash
        return [
            line._replace(position=position, log_index=index, leaf_hash=leaf)
            for line, (position, index, leaf) in zip(stamped, receipts, strict=True)
        ]

    def _came_first(self, lines: Sequence[Recorded]) -> bool:
        """Tell whether somebody recorded one of the versions or commands, or the store is ill."""
        newest = self.store.newest_versions(sorted({line.stream for line in lines}))
        known = self.store.known_commands([UUID(line.command_id) for line in lines])
        return bool(known) or any(line.version <= newest.get(line.stream, 0) for line in lines)

    def history(self, stream: str) -> list[Recorded]:
        """Return a stream's lines, oldest first."""
        with _in_our_words():
            return [line_from(row) for row in self.store.select_stream(stream)]

    def histories(self, prefix: str) -> list[Recorded]:
        """Return the lines of all streams that start with a prefix, as recorded."""
        with _in_our_words():
            return [line_from(row) for row in self.store.select_streams(prefix)]

    def dossiers(self, only: str | None = None) -> Iterator[tuple[str, list[Recorded]]]:
        """Yield each dossier with its lines, or the one asked for; streams of accounts are not."""
        with _in_our_words():
            names = [only] if only else self.store.stream_names("", -1)
        for name in names:
            if is_dossier(name) and (lines := self.history(name)):
                yield name, lines

    def since(self, position: int) -> Iterator[Recorded]:
        """Yield everything recorded after a position, across all streams."""
        with _in_our_words():
            while page := self.store.select_after(position, PAGE):
                for row in page:
                    yield line_from(row)
                position = page[-1][0]

    def answered(self, command_id: str) -> Recorded | None:
        """Return the line a command id led to, if it was recorded."""
        with _in_our_words():
            rows = self.store.select_command(UUID(command_id))
            return line_from(rows[0]) if rows else None

    def newest(self) -> int:
        """Return the position of the newest line; 0 when there is none."""
        with _in_our_words():
            return self.store.max_notification_id() or 0

    def leaf_at(self, position: int) -> bytes | None:
        """Return the leaf hash of the line at a position, if there is one."""
        with _in_our_words():
            return self.store.select_leaf(position)

    def head(self) -> Frontier:
        """Return the right edge of the transparency log."""
        with _in_our_words():
            return self.store.head()


def _first_of_each(command_ids: Iterable[str]) -> list[UUID | None]:
    """Keep each command id at the first of its lines: one row a command."""
    seen: set[str] = set()
    firsts: list[UUID | None] = []
    for command_id in command_ids:
        firsts.append(None if command_id in seen else UUID(command_id))
        seen.add(command_id)
    return firsts


class _LineMapper(Mapper[str]):
    """Turns journal lines into what is stored, and back."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        line: Recorded = domain_event
        return StoredEvent(
            originator_id=line.stream,
            originator_version=line.version,
            topic=line.event.TOPIC,
            state=state_of(line),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        stored = (
            0,
            str(stored_event.originator_id),
            stored_event.originator_version,
            stored_event.topic,
            stored_event.state,
            None,
            None,
        )
        return line_from(stored)


_TROUBLE = (
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
)


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Say what is wrong with the store without a library's text."""
    import sqlite3

    try:
        yield
    except (PersistenceError, sqlite3.Error, OSError, HeadLost) as trouble:
        said = str(trouble)
        ours = next((words for sign, words in _TROUBLE if sign in said), "it does not answer")
        raise StoreTrouble("the event store cannot be used: {what}", what=ours) from trouble
