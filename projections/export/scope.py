"""Which acts an export is of: of which dossiers, recorded when, up to which place in the log."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Protocol

from domain.errors import StoreTrouble
from domain.events import DOSSIER_EVENTS, DossierEvent, Event
from domain.record import Glimpse, Recorded, is_dossier
from projections.export import ocel
from projections.export.births import Acts
from projections.export.deeds import Deed, columns, deed
from projections.export.names import Names
from projections.export.rounds import Rounds

Progress = Callable[[int, int], None]

PAGE = 2_000
"""Lines made ready together."""

DOSSIERS = 100
"""Dossiers made ready together, where they are written one after the other."""


@dataclass(frozen=True, slots=True)
class Scope:
    """
    What is wanted: acts of the first ``size`` leaves of the log.

    ``dossiers`` names those asked for, ``None`` all; of ``hidden`` ones nothing is told, nor the
    acts that are ``left_out``. ``since`` and ``until`` bound the moment of recording, the second
    excluded.
    """

    size: int
    dossiers: frozenset[str] | None = None
    hidden: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    left_out: Acts = frozenset()

    def has(self, stream: str) -> bool:
        """Tell whether a dossier is told of."""
        wanted = self.dossiers is None or stream in self.dossiers
        return wanted and is_dossier(stream) and stream not in self.hidden

    def kept_back(self) -> Iterator[str]:
        """Name the dossiers that are asked for and not told of."""
        return (one for one in self.hidden if self.dossiers is None or one in self.dossiers)

    def includes(self, line: Recorded) -> bool:
        """
        Tell whether a line is of what is wanted.

        Raises :class:`StoreTrouble` for a line without a place in the log, or of another kind
        than those of a dossier: the store was altered.
        """
        if line.log_index < 0:
            raise StoreTrouble(
                "the record {stream} version {version} stands outside of the log; "
                "run: trajet audit verify",
                stream=line.stream,
                version=line.version,
            )
        wanted = (
            line.log_index < self.size
            and self.has(line.stream)
            and (self.since is None or line.recorded_at >= self.since)
            and (self.until is None or line.recorded_at < self.until)
        )
        if wanted and not isinstance(line.event, DossierEvent):
            raise StoreTrouble(
                "the record {stream} version {version} is no act of a dossier; "
                "run: trajet audit verify",
                stream=line.stream,
                version=line.version,
            )
        return wanted


class Log(Protocol):
    """The journal, as far as an export needs it."""

    def since(self, position: int) -> Iterator[Recorded]:
        """Yield everything recorded after a position."""

    def history(self, stream: str) -> list[Recorded]:
        """Return the lines of a stream."""

    def names(self) -> list[str]:
        """Name all streams there are."""

    def glimpses(self, kinds: Collection[str]) -> Iterator[Glimpse]:
        """Yield what stands outside of the lines of some events, as recorded."""


class Source:
    """
    Where deeds come from: the log, and nothing beside it.

    ``events`` and ``dossiers`` count what was given out, ``left_out`` the acts that were wanted
    and are not told.
    """

    def __init__(
        self, log: Log, scope: Scope, names: Names, progress: Progress | None = None
    ) -> None:
        self._log = log
        self._scope = scope
        self._names = names
        self._progress = progress
        self._rounds = Rounds(log.history, scope.size)
        self._told: set[str] = set()
        self.events = 0
        self.left_out = 0

    @property
    def dossiers(self) -> int:
        """How many dossiers the deeds given out are of."""
        return len(self._told)

    def event_types(self) -> dict[str, ocel.Attributes]:
        """Say for each activity there may be what its acts may have."""
        return ocel.event_types(self._kinds(), self._names)

    def fields(self) -> list[str]:
        """Name the fields that any act may have something in, each once."""
        every = (columns(event, self._names) for event in self._kinds())
        return list(dict.fromkeys(name for one in every for name in one))

    def _kinds(self) -> list[type[Event]]:
        """Name the kinds of acts there are of the dossiers, in the order of the procedure."""
        there = {one.event for one in self._glimpses()}
        return [event for event in DOSSIER_EVENTS if event.__name__ in there]

    def _glimpses(self) -> Iterator[Glimpse]:
        """Look through the acts of the dossiers, whenever they were recorded."""
        every = self._log.glimpses([event.__name__ for event in DOSSIER_EVENTS])
        return (one for one in every if self._scope.has(one.stream))

    def in_order(self) -> Iterator[Deed]:
        """Give the deeds in the order of the log."""
        coming, size = self._log.since(0), self._scope.size
        while page := list(islice(coming, PAGE)):
            yield from self._deeds(page)
            at = page[-1].log_index + 1
            self._tell(min(at, size), size)
            if at >= size:
                return

    def by_dossier(self) -> Iterator[tuple[str, list[Deed]]]:
        """Give each dossier with its deeds, in the order in which they came into the log."""
        first = (one.stream for one in self._glimpses())
        there = filter(self._scope.has, self._log.names())
        streams = list(dict.fromkeys((*first, *there)))
        for at in range(0, len(streams), DOSSIERS):
            some = streams[at : at + DOSSIERS]
            lines = [line for stream in some for line in self._log.history(stream)]
            yield from _each_with_its_own(self._deeds(lines))
            self._tell(at + len(some), len(streams))

    def _deeds(self, lines: Iterable[Recorded]) -> list[Deed]:
        wanted = [line for line in lines if self._scope.includes(line)]
        left_out, hidden = self._scope.left_out, self._scope.hidden
        told = [line for line in wanted if (line.stream, line.version) not in left_out]
        self.events += len(told)
        self.left_out += len(wanted) - len(told)
        self._told.update(line.stream for line in told)
        return [deed(line, self._names, self._rounds.of(line), hidden) for line in told]

    def _tell(self, done: int, of: int) -> None:
        if self._progress:
            self._progress(done, of)


def _each_with_its_own(deeds: Collection[Deed]) -> Iterator[tuple[str, list[Deed]]]:
    found: dict[str, list[Deed]] = {}
    for one in deeds:
        found.setdefault(one.dossier, []).append(one)
    yield from found.items()
