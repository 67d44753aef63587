"""The event store, in the words of the project: every line that was ever recorded."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError, Mapper, PersistenceError, StoredEvent
from eventsourcing.utils import Environment

from domain.errors import ConcurrentChange, OutcomeUnknown, StoreTrouble
from domain.merkle import Frontier
from domain.record import Recorded, is_dossier
from workflows.lines import Line, line_from, state_of
from workflows.store import WAIT_SECONDS, Clock, HeadLost, OutcomeLost, Store, is_server, pages

PAGE = 2_000
"""Lines brought at a time where many are read."""


KEPT_LINES = 4_096
"""Lines kept as read, some 3 KB each: a process that records much reads the same ones again."""


class Journal(Application[str]):
    """
    Append-only history of every dossier and every account.

    ``where`` is the file of an embedded store or the URL of a PostgreSQL database.
    """

    name = "journal"

    def __init__(self, where: str, *, create: bool = False, clock: Clock | None = None) -> None:
        self._where = where
        self._clock = clock
        self._create = create
        with self.trouble_in_our_words():
            super().__init__()

    @cached_property
    def _keeping(self) -> Any:
        """The module of the database that keeps the store."""
        if is_server(self._where):
            from workflows import store_postgres

            return store_postgres
        from workflows import store_sqlite

        return store_sqlite

    @property
    def clock(self) -> Clock:
        """What tells the time of recording: that of the store, unless another was given."""
        return self._clock or self.store.now

    @clock.setter
    def clock(self, clock: Clock) -> None:
        self._clock = clock

    def construct_env(self, name: str, env: Any = None) -> Environment:
        """Take our own settings only: a stray variable must not change the store."""
        settings = {
            "SQLITE_DBNAME": self._where,
            "URL": self._where,
            "SQLITE_LOCK_TIMEOUT": str(WAIT_SECONDS),
            "ORIGINATOR_ID_TYPE": "text",
            "CREATE_TABLE": "yes" if self._create else "no",
        }
        return Environment(name, settings)

    def construct_factory(self, env: Environment) -> Any:
        """Use our store whatever the environment says."""
        return self._keeping.LogFactory(env)

    def construct_mapper(self) -> Mapper[str]:
        """Store lines under their own topics and in their own shape."""
        return _LineMapper(self.construct_transcoder())

    @property
    def store(self) -> Store:
        """The recorder, with what it can do beyond the library's."""
        return cast("Store", self.recorder)

    def append(self, lines: Sequence[Recorded]) -> list[Recorded]:
        """
        Record lines, stamped with one moment, all or none; return them with receipts.

        Raises :class:`ConcurrentChange` when one of their versions, or of their command
        ids, was recorded meanwhile.
        """

        def write(moment: datetime) -> list[StoredEvent]:
            return [
                StoredEvent(line.stream, line.version, line.event.TOPIC, state_of(line, moment))
                for line in lines
            ]

        with self.trouble_in_our_words():
            try:
                moment, receipts = self.store.insert_lines(
                    write, _first_of_each([line.command_id for line in lines]), self._clock
                )
            except OutcomeLost as lost:
                raise OutcomeUnknown(
                    "the connection to the event store broke while recording, and whether the "
                    "step was recorded is not known; repeat it with --command-id {id}: it is "
                    "recorded once",
                    id=lines[0].command_id,
                ) from lost
            except IntegrityError as clash:
                if not self._came_first(lines):
                    raise
                raise ConcurrentChange(
                    "dossier {dossier} changed meanwhile; read it again and repeat the step",
                    dossier=lines[0].stream,
                ) from clash
        return [
            line.stored(moment, receipt.position, receipt.log_index, receipt.leaf_hash)
            for line, receipt in zip(lines, receipts, strict=True)
        ]

    def _came_first(self, lines: Sequence[Recorded]) -> bool:
        """Tell whether somebody recorded one of the versions or commands, or the store is ill."""
        newest = self.store.newest_versions(sorted({line.stream for line in lines}))
        known = self.store.known_commands([UUID(line.command_id) for line in lines])
        return bool(known) or any(line.version <= newest.get(line.stream, 0) for line in lines)

    def history(self, stream: str) -> list[Recorded]:
        """Return a stream's lines, oldest first."""
        return self.named(stream)[stream]

    def named(self, *streams: str) -> dict[str, list[Recorded]]:
        """Return the lines of several streams, each oldest first, as they are at one moment."""
        found: dict[str, list[Recorded]] = {stream: [] for stream in streams}
        with self.trouble_in_our_words():
            for row in self.store.select_named(*streams):
                found[row[1]].append(_read_before(row))
        return found

    def histories(self, prefix: str) -> list[Recorded]:
        """Return the lines of all streams that start with a prefix, as recorded."""
        with self.trouble_in_our_words():
            return [line_from(row) for row in self.store.select_streams(prefix)]

    def dossiers(self, only: str | None = None) -> Iterator[tuple[str, list[Recorded]]]:
        """Yield each dossier with its lines, or the one asked for; streams of accounts are not."""
        with self.trouble_in_our_words():
            names = [only] if only else self.store.stream_names("", -1)
        for name in names:
            if is_dossier(name) and (lines := self.history(name)):
                yield name, lines

    def since(self, position: int) -> Iterator[Recorded]:
        """Yield everything recorded after a position, across all streams."""
        with self.trouble_in_our_words():
            for page in pages(self.store, position, PAGE):
                for row in page:
                    yield line_from(row)

    def answered(self, command_id: str) -> Recorded | None:
        """Return the line a command id led to, if it was recorded."""
        with self.trouble_in_our_words():
            rows = self.store.select_command(UUID(command_id))
            return line_from(rows[0]) if rows else None

    def newest(self) -> int:
        """Return the position of the newest line; 0 when there is none."""
        with self.trouble_in_our_words():
            return self.store.newest()

    def leaf_at(self, position: int) -> bytes | None:
        """Return the leaf hash of the line at a position, if there is one."""
        with self.trouble_in_our_words():
            return self.store.select_leaf(position)

    def head(self) -> Frontier:
        """Return the right edge of the transparency log."""
        with self.trouble_in_our_words():
            return self.store.head()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long for something new; tell whether there is known to be."""
        with self.trouble_in_our_words():
            return self.store.wait(seconds)

    @contextmanager
    def trouble_in_our_words(self) -> Iterator[None]:
        """Say what is wrong with the store without a library's text."""
        try:
            yield
        except (PersistenceError, *self._keeping.TROUBLE, OSError, HeadLost) as trouble:
            what = self._keeping.explain(trouble)
            raise StoreTrouble("the event store cannot be used: {what}", what=what) from trouble


@lru_cache(maxsize=KEPT_LINES)
def _read_before(row: Line) -> Recorded:
    """Read a stored line, or give the one that was read from these very bytes before."""
    return line_from(row)


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
