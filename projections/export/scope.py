"""Which acts an export is of: of which dossiers, recorded when, up to which place in the log."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, func, select

from domain.errors import StoreTrouble
from domain.events import EVENTS, Event
from domain.record import Recorded, is_dossier
from projections.export import ocel
from projections.export.deeds import Deed, columns, deed
from projections.export.names import Names
from projections.export.rounds import Rounds, is_of_a_round
from projections.trail import trail

Progress = Callable[[int, int], None]

PAGE = 2_000
"""Lines made ready together."""

DOSSIERS = 100
"""Dossiers made ready together, where they are written one after the other."""


@dataclass(frozen=True, slots=True)
class Scope:
    """
    What is wanted: acts of the first ``size`` leaves of the log.

    ``dossiers`` names those asked for, ``None`` all; of ``hidden`` ones nothing is told.
    ``since`` and ``until`` bound the moment of recording, the second excluded.
    """

    size: int
    dossiers: frozenset[str] | None = None
    hidden: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None

    def has(self, stream: str) -> bool:
        """Tell whether a dossier is told of."""
        wanted = self.dossiers is None or stream in self.dossiers
        return wanted and is_dossier(stream) and stream not in self.hidden

    def kept_back(self) -> Iterator[str]:
        """Name the dossiers that are asked for and not told of."""
        return (one for one in self.hidden if self.dossiers is None or one in self.dossiers)

    def includes(self, line: Recorded) -> bool:
        """
        Tell whether a line is told.

        Raises :class:`StoreTrouble` for a line without a place in the log: the store was
        altered.
        """
        if line.log_index < 0:
            raise StoreTrouble(
                "the record {stream} version {version} stands outside of the log; "
                "run: trajet audit verify",
                stream=line.stream,
                version=line.version,
            )
        return (
            line.log_index < self.size
            and self.has(line.stream)
            and (self.since is None or line.recorded_at >= self.since)
            and (self.until is None or line.recorded_at < self.until)
        )


class Source:
    """
    Where deeds come from: lines, and the read models that say what belongs to what.

    ``events`` and ``dossiers`` count what was given out.
    """

    def __init__(
        self,
        connection: Connection,
        scope: Scope,
        names: Names,
        progress: Progress | None = None,
    ) -> None:
        self._connection = connection
        self._scope = scope
        self._names = names
        self._progress = progress
        self._told: set[str] = set()
        self.events = 0

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
        """Name the kinds of acts there are of dossiers, in the order of the procedure."""
        chosen = select(trail.c.topic).where(_OF_A_DOSSIER).distinct()
        there = set(self._connection.scalars(chosen))
        return [event for topic, event in EVENTS.items() if topic in there]

    def in_order(self, lines: Iterable[Recorded]) -> Iterator[Deed]:
        """Give the deeds of lines that come in the order of the log."""
        coming, size = iter(lines), self._scope.size
        while page := list(islice(coming, PAGE)):
            yield from self._deeds(page)
            at = page[-1].log_index + 1
            self._tell(min(at, size), size)
            if at >= size:
                return

    def by_dossier(
        self, there: Iterable[str], history: Callable[[str], list[Recorded]]
    ) -> Iterator[tuple[str, list[Deed]]]:
        """
        Give each dossier with its deeds, in the order in which they came into the log.

        The order is that of the read models; which dossiers are ``there`` they do not say.
        """
        chosen = select(trail.c.stream).where(_OF_A_DOSSIER).group_by(trail.c.stream)
        named = self._connection.scalars(chosen.order_by(func.min(trail.c.log_index)))
        every = dict.fromkeys((*named, *there))
        streams = [stream for stream in every if self._scope.has(stream)]
        for at in range(0, len(streams), DOSSIERS):
            some = streams[at : at + DOSSIERS]
            lines = [line for stream in some for line in history(stream)]
            yield from _each_with_its_own(self._deeds(lines))
            self._tell(at + len(some), len(streams))

    def _deeds(self, lines: Iterable[Recorded]) -> list[Deed]:
        told = [line for line in lines if self._scope.includes(line)]
        deciding = {line.stream for line in told if is_of_a_round(line)}
        rounds = Rounds(self._connection, deciding)
        self.events += len(told)
        self._told.update(line.stream for line in told)
        return [deed(line, self._names, rounds.of(line), self._scope.hidden) for line in told]

    def _tell(self, done: int, of: int) -> None:
        if self._progress:
            self._progress(done, of)


_OF_A_DOSSIER = ~trail.c.stream.contains(":")


def _each_with_its_own(deeds: Collection[Deed]) -> Iterator[tuple[str, list[Deed]]]:
    found: dict[str, list[Deed]] = {}
    for one in deeds:
        found.setdefault(one.dossier, []).append(one)
    yield from found.items()
