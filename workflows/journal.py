"""The event store, in the words of the project: every line that was ever recorded."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError, Mapper, PersistenceError, StoredEvent
from eventsourcing.utils import Environment

from domain.errors import ConcurrentChange, OutcomeUnknown, StoreTrouble
from domain.merkle import Frontier
from domain.record import Glimpse, Recorded, is_dossier
from workflows.lines import Line, glimpse_from, line_from, state_of
from workflows.pen import Pen
from workflows.store import FIRST, Clock, HeadLost, OutcomeLost, Store, pages
from workflows.upcasts import topics_of
from workflows.where import WAIT_SECONDS, is_server

if TYPE_CHECKING:
    from workflows.store_view import LogView

PAGE = 2_000
"""Lines brought at a time where many are read."""


MOST_AT_ONCE = 200
"""Lines looked through for those of one command; more members no family has."""

KEPT_STREAMS = 256
"""Histories remembered, some 40 KB each: who records much goes on with the same ones."""

Folded = TypeVar("Folded")


class History:
    """The lines of a stream, oldest first, and what they were folded into."""

    __slots__ = ("_folded", "lines")

    def __init__(self, lines: tuple[Recorded, ...], folded: dict[Any, Any] | None = None) -> None:
        self.lines = lines
        self._folded = folded or {}

    def fold(self, folding: Callable[[Iterable[Recorded]], Folded]) -> Folded:
        """Fold the lines, or say what that came to before."""
        if folding not in self._folded:
            self._folded[folding] = folding(self.lines)
        return cast("Folded", self._folded[folding])


class Journal(Application[str]):
    """
    Append-only history of every dossier and every account.

    ``where`` is the file of an embedded store or the URL of a PostgreSQL database.
    """

    name = "journal"
    pen: "Pen | None" = None
    """What whoever records may sign with, for lines beside the dossiers."""

    def __init__(self, where: str, *, create: bool = False, clock: Clock | None = None) -> None:
        self._where = where
        self._clock = clock
        self._create = create
        self._remembered: dict[str, History] = {}
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

    def append(
        self, lines: Sequence[Recorded], unchanged: Mapping[str, int] | None = None
    ) -> list[Recorded]:
        """
        Record lines, stamped with one moment, all or none; return them with receipts.

        Raises :class:`ConcurrentChange` when one of their versions, or of their command
        ids, was recorded meanwhile, or when one of the streams that were to be
        ``unchanged`` no longer stands at the version named with it.
        """

        def write(moment: datetime) -> list[StoredEvent]:
            return [
                StoredEvent(line.stream, line.version, line.event.TOPIC, state_of(line, moment))
                for line in lines
            ]

        with self.trouble_in_our_words():
            try:
                moment, receipts = self.store.insert_lines(
                    write,
                    _first_of_each([line.command_id for line in lines]),
                    self._clock,
                    unchanged,
                )
            except OutcomeLost as lost:
                raise OutcomeUnknown(
                    "the connection to the event store broke while recording, and whether the "
                    "step was recorded is not known; repeat it with --command-id {id}: it is "
                    "recorded once",
                    id=lines[0].command_id,
                ) from lost
            except IntegrityError as clash:
                changed = self._changed(lines, unchanged or {})
                if changed is None:
                    raise
                raise ConcurrentChange(
                    "dossier {dossier} changed meanwhile; read it again and repeat the step",
                    dossier=changed,
                ) from clash
        return [
            line.stored(moment, receipt.position, receipt.log_index, receipt.leaf_hash)
            for line, receipt in zip(lines, receipts, strict=True)
        ]

    def _changed(self, lines: Sequence[Recorded], unchanged: Mapping[str, int]) -> str | None:
        """Name the stream in which somebody came first; ``None`` if nobody did."""
        newest = self.store.newest_versions(sorted({line.stream for line in lines} | {*unchanged}))
        for line in lines:
            if line.version <= newest.get(line.stream, 0):
                return line.stream
        known = self.store.known_commands([UUID(line.command_id) for line in lines])
        others = (name for name, at in unchanged.items() if newest.get(name, 0) != at)
        return lines[0].stream if known else next(others, None)

    def overtaken(self, lines: Sequence[Recorded]) -> set[str]:
        """Name the streams in which somebody recorded one of the versions of these lines."""
        with self.trouble_in_our_words():
            newest = self.store.newest_versions(sorted({line.stream for line in lines}))
        return {line.stream for line in lines if line.version <= newest.get(line.stream, 0)}

    def newest_version(self, stream: str) -> int:
        """Return the version of the last line of a stream; 0 when it has none."""
        with self.trouble_in_our_words():
            return self.store.newest_versions([stream]).get(stream, 0)

    def last(self, stream: str) -> Recorded | None:
        """Return the last line of a stream, without those before it."""
        with self.trouble_in_our_words():
            rows = self.store.select_last(stream)
            return line_from(rows[0]) if rows else None

    def history(self, stream: str) -> list[Recorded]:
        """Return a stream's lines, oldest first."""
        with self.trouble_in_our_words():
            return [line_from(row) for row in self.store.select_from((stream, FIRST))]

    def recall(self, *streams: str) -> list[History]:
        """
        Return the histories of several streams, as they are at one moment.

        Of one that is remembered the last line is looked at, and what came after it is
        read; if that line is another now, as in a store that was restored, all of it is.
        """
        remembered = [self._remembered.pop(stream, _UNKNOWN) for stream in streams]
        asked = [
            (stream, known.lines[-1].version if known.lines else FIRST)
            for stream, known in zip(streams, remembered, strict=True)
        ]
        histories = []
        with self.trouble_in_our_words():
            rows = self.store.select_from(*asked)
            for stream, known in zip(streams, remembered, strict=True):
                read = [row for row in rows if row[1] == stream]
                if known.lines and (not read or read.pop(0)[-1] != known.lines[-1].leaf_hash):
                    return self.recall(*streams)
                lines = (*known.lines, *map(line_from, read))
                histories.append(History(lines) if read else known)
        for stream, history in zip(streams, histories, strict=True):
            self.remember(stream, history)
        return histories

    def remember(self, stream: str, history: History) -> None:
        """Keep a history in mind, and forget the one that was asked for longest ago."""
        self._remembered.pop(stream, None)
        self._remembered[stream] = history
        while len(self._remembered) > KEPT_STREAMS:
            del self._remembered[next(iter(self._remembered))]

    def histories(self, prefix: str) -> list[Recorded]:
        """Return the lines of all streams that start with a prefix, as recorded."""
        with self.trouble_in_our_words():
            return [line_from(row) for row in self.store.select_streams(prefix)]

    def rows_of(self, prefix: str) -> list[Line]:
        """Return the lines of all streams that start with a prefix as they are stored."""
        with self.trouble_in_our_words():
            return self.store.select_streams(prefix)

    def dossiers(self, only: str | None = None) -> Iterator[tuple[str, list[Recorded]]]:
        """Yield each dossier with its lines, or the one asked for; streams of accounts are not."""
        for name in [only] if only else self.names():
            if is_dossier(name) and (lines := self.history(name)):
                yield name, lines

    def names(self) -> list[str]:
        """Name all streams there are, in the order of their names."""
        with self.trouble_in_our_words():
            return self.store.stream_names("", -1)

    def since(self, position: int) -> Iterator[Recorded]:
        """Yield everything recorded after a position, across all streams."""
        with self.trouble_in_our_words():
            for page in pages(self.store, position, PAGE):
                for row in page:
                    yield line_from(row)

    def glimpses(self, kinds: Collection[str]) -> Iterator[Glimpse]:
        """
        Yield what stands outside of the lines of some events, across all streams, as recorded.

        ``kinds`` are names of events; what was stored under an older topic counts as well.
        """
        topics = topics_of(kinds)
        position = 0
        with self.trouble_in_our_words():
            while page := self.store.select_topics(position, PAGE, [*topics]):
                for _, stream, version, topic, state in page:
                    yield glimpse_from(stream, version, topics[topic], state)
                position = page[-1][0]

    def answered(self, command_id: str) -> Recorded | None:
        """Return the line a command id led to, if it was recorded."""
        with self.trouble_in_our_words():
            rows = self.store.select_command(UUID(command_id))
            return line_from(rows[0]) if rows else None

    def recorded_with(self, line: Recorded) -> list[Recorded]:
        """Return a line with those its command led to after it: they stand next to each other."""
        with self.trouble_in_our_words():
            rows = self.store.select_after(line.position - 1, MOST_AT_ONCE)
            lines = [line_from(row) for row in rows]
        return list(takewhile(lambda one: one.command_id == line.command_id, lines))

    def newest(self) -> int:
        """Return the position of the newest line; 0 when there is none."""
        with self.trouble_in_our_words():
            return self.store.newest()

    def leaf_at(self, position: int) -> bytes | None:
        """Return the leaf hash of the line at a position, if there is one."""
        with self.trouble_in_our_words():
            return self.store.select_leaf(position)

    def newest_checkpoint(self) -> str | None:
        """Return the note of the newest checkpoint kept inside, if there is one."""
        with self.trouble_in_our_words():
            return self.store.newest_checkpoint()

    def keep_checkpoint(self, size: int, at: str, note: str) -> None:
        """Keep a checkpoint inside, unless one of that size is kept."""
        with self.trouble_in_our_words():
            self.store.keep_checkpoint(size, at, note)

    @contextmanager
    def still(self) -> "Iterator[LogView]":
        """Hold the log still for whoever looks at it; others go on recording."""
        with self.trouble_in_our_words(), self.store.still() as view:
            yield view

    def head(self) -> Frontier:
        """Return the right edge of the transparency log."""
        with self.trouble_in_our_words():
            return self.store.head()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long for something new; tell whether there is known to be."""
        with self.trouble_in_our_words():
            return self.store.wait(seconds)

    def trouble_in_our_words(self) -> AbstractContextManager[None]:
        """Say what is wrong with the store without a library's text."""
        return _InOurWords(self._keeping)


class _InOurWords:
    """Tells trouble in our words; as a class, since a generator takes a while to set up."""

    __slots__ = ("_keeping",)

    def __init__(self, keeping: Any) -> None:
        self._keeping = keeping

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, trouble: BaseException | None, _where: object) -> None:
        if trouble is not None and isinstance(
            trouble, (PersistenceError, *self._keeping.TROUBLE, OSError, HeadLost)
        ):
            what = self._keeping.explain(trouble)
            raise StoreTrouble("the event store cannot be used: {what}", what=what) from trouble


_UNKNOWN = History(())


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
