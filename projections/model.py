"""What a read model is, and what it needs of the journal."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import islice

from sqlalchemy import Connection, Table

from domain.errors import StoreTrouble
from domain.record import Recorded
from domain.trajectory import Trajectory
from projections.databases import Database, Row, definition


@dataclass(frozen=True, slots=True)
class Source:
    """
    The journal, as far as a read model needs it.

    ``since`` yields the lines after a position; ``history`` gives those of one stream;
    ``leaf_at`` the leaf hash at a position, ``None`` where there is none; ``newest``
    the position of the last line, 0 when there is none. ``wait`` waits at most so many
    seconds for a new line and tells whether it was woken; it may return early or late.
    ``far`` is set where to read is to wait for a server.
    """

    since: Callable[[int], Iterator[Recorded]]
    history: Callable[[str], list[Recorded]]
    leaf_at: Callable[[int], bytes | None]
    newest: Callable[[], int]
    wait: Callable[[float], bool]
    far: bool = False

    def batch(self, position: int, size: int) -> list[Recorded]:
        """Read the next lines, up to one that cannot be read; raises if that one comes first."""
        lines: list[Recorded] = []
        try:
            lines.extend(islice(self.since(position), size))
        except StoreTrouble:
            if not lines:
                raise
        return lines


class Sheets:
    """The tables of read models as they are written: the live ones, or those made beside them."""

    def __init__(
        self,
        database: Database,
        connection: Connection,
        beside: Mapping[Table, Table] | None = None,
    ) -> None:
        self._database = database
        self._connection = connection
        self._beside = beside or {}

    def put(self, table: Table, dossiers: Collection[str], rows: Sequence[Row]) -> None:
        """Replace all rows of some dossiers."""
        if dossiers:
            self._database.delete(self._connection, self._beside.get(table, table), dossiers)
        self.add(table, rows)

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows; none is fine."""
        if rows:
            self._database.insert(self._connection, self._beside.get(table, table), rows)


@dataclass(frozen=True, slots=True)
class ReadModel:
    """
    Tables and what fills them.

    ``apply`` gets journal lines of every stream, in the order of recording, and the
    dossiers they touched as they stand after the last of them; none unless it ``folds``.
    """

    name: str
    tables: tuple[Table, ...]
    apply: Callable[[Sheets, Sequence[Recorded], Mapping[str, Trajectory]], None]
    folds: bool = True

    @property
    def shape(self) -> str:
        """Digest the definition of the tables: another digest, and the rows are made anew."""
        return _shape(self.tables)


@cache
def _shape(tables: tuple[Table, ...]) -> str:
    return sha256(definition(tables).encode()).hexdigest()
