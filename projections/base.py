"""
What the read models share: a bookmark in the journal, catching up when read, rebuilding.

A read model is tables and a function that applies journal lines to them. Its
bookmark moves in the transaction of its rows, so a line is applied once, whoever
else catches up at the same moment. Nothing here is evidence: the journal is, and
reaches this module as the callables of a :class:`Source`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from itertools import islice

from sqlalchemy import (
    Column,
    Connection,
    Dialect,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    bindparam,
    delete,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

from domain import events as e
from domain.errors import StoreTrouble
from domain.record import Recorded, is_dossier
from domain.trajectory import Trajectory, evolve, replay

Row = tuple[str | int | None, ...]
"""The values of a row in the order of its columns, moments as :func:`instant` writes them."""

BATCH = 500
"""Lines applied in one transaction, while others wait to write."""

REBUILD_BATCH = 5000
"""Lines applied at once in a rebuild, which is one transaction anyway."""

KEPT_STATES = 4096
"""Many times the residents held at a time in the whole country; some 2 KB each."""


class Instant(TypeDecorator[datetime]):
    """A moment as UTC text of one width, so that the order of the texts is that of the moments."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write the moment."""
        return None if value is None else instant(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read it back, with its zone."""
        return None if value is None else datetime.fromisoformat(value)


def instant(moment: datetime) -> str:
    """Write a moment as it stands in a row."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


METADATA = MetaData()

bookmark = Table(
    "bookmark",
    METADATA,
    Column("model", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("leaf_hash", String, nullable=False),
    Column("shape", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("error", String),
)


@dataclass(frozen=True, slots=True)
class Source:
    """
    The journal, as far as a read model needs it.

    ``since`` yields the lines after a position; ``history`` gives those of one stream;
    ``leaf_at`` the leaf hash at a position, ``None`` where there is none; ``newest``
    the position of the last line, 0 when there is none.
    """

    since: Callable[[int], Iterator[Recorded]]
    history: Callable[[str], list[Recorded]]
    leaf_at: Callable[[int], bytes | None]
    newest: Callable[[], int]


@dataclass(frozen=True, slots=True)
class ReadModel:
    """
    Tables and what fills them.

    ``apply`` gets journal lines of every stream, in the order of recording, and the
    dossiers they touched as they stand after the last of them.
    """

    name: str
    tables: tuple[Table, ...]
    apply: Callable[[Connection, Sequence[Recorded], Mapping[str, Trajectory]], None]

    @property
    def shape(self) -> str:
        """Digest the definition of the tables: another digest, and the rows are made anew."""
        return _shape(self.tables)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a read model is; ``behind`` counts the events it has yet to apply."""

    name: str
    position: int
    behind: int
    rows: int
    error: str | None
    at: datetime | None


def catch_up(engine: Engine, source: Source, models: Sequence[ReadModel]) -> None:
    """
    Apply what was recorded since the models were last read; nothing is written if nothing was.

    A model of another shape, or bookmarked at a leaf the journal no longer has, is
    made anew in one transaction. Raises :class:`StoreTrouble` for a line that cannot be
    read: what stands before it is applied, the trouble is noted beside the bookmark.
    """
    states = States(source.history)
    with _in_our_words(), _noting_trouble(engine, models):
        while not _is_current(engine, source, models) and _advance(engine, source, models, states):
            pass


def rebuild(engine: Engine, source: Source, models: Sequence[ReadModel]) -> None:
    """Make the models anew in one transaction: who reads meanwhile sees all of the old rows."""
    with _in_our_words(), _noting_trouble(engine, models), _writing(engine) as connection:
        _open_bookmarks(connection, models)
        _refill(connection, source, models)


def status(engine: Engine, source: Source, models: Sequence[ReadModel]) -> list[Standing]:
    """Tell how far each model is, without catching up."""
    newest = source.newest()
    with reading(engine) as connection:
        marks = _marks(connection)
        found = []
        for model in models:
            mark, rows = marks.get(model.name), _rows(connection, model)
            sound = mark is not None and _is_sound(connection, source, model, mark)
            position = mark.position if mark else 0
            found.append(
                Standing(
                    name=model.name,
                    position=position,
                    behind=newest - position if sound else newest,
                    rows=rows,
                    error=mark.error if mark else None,
                    at=mark.at if mark else None,
                )
            )
    return found


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open the read models for a query; a library's trouble is told in our words."""
    with _in_our_words(), engine.connect() as connection:
        yield connection


def put_rows(
    connection: Connection, table: Table, dossiers: Iterable[str], rows: Sequence[Row]
) -> None:
    """Replace all rows of some dossiers."""
    gone = [(dossier,) for dossier in dossiers]
    if gone:
        connection.exec_driver_sql(_deletion(table), gone)
    add_rows(connection, table, rows)


def add_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows; none is fine."""
    if rows:
        connection.exec_driver_sql(_insertion(table), rows)


# Rows go to the driver with the text of the statement: Core takes longer over each than SQLite.


@cache
def _insertion(table: Table) -> str:
    return str(insert(table).compile(dialect=sqlite.dialect()))


@cache
def _deletion(table: Table) -> str:
    gone = delete(table).where(table.c.dossier == bindparam("gone"))
    return str(gone.compile(dialect=sqlite.dialect()))


class States:
    """
    Dossiers as they stand at a line of the journal, folded in the order things happened.

    A line that happened last and corrects nothing is folded onto the state kept from
    before; for any other the history is folded again. The states of the dossiers
    touched last are kept, ``keep`` at most: one that was let go costs one reading.
    """

    def __init__(self, history: Callable[[str], list[Recorded]], keep: int = KEPT_STATES) -> None:
        self._history = history
        self._keep = keep
        self._kept: dict[str, Trajectory] = {}

    def after(self, lines: Iterable[Recorded]) -> dict[str, Trajectory]:
        """Return the dossiers that lines touch, as they stand after these lines."""
        touched: dict[str, list[Recorded]] = {}
        for line in lines:
            if is_dossier(line.stream):
                touched.setdefault(line.stream, []).append(line)
        states = {dossier: self._after(dossier, new) for dossier, new in touched.items()}
        while len(self._kept) > self._keep:
            del self._kept[next(iter(self._kept))]
        return states

    def _after(self, dossier: str, new: list[Recorded]) -> Trajectory:
        """Fold a dossier's new lines; kept states stay in the order they were last touched."""
        state = _fold_on(self._kept.pop(dossier, None), new)
        if state is None:
            return self._refold(dossier, new)
        self._kept[dossier] = state
        return state

    def _refold(self, dossier: str, new: list[Recorded]) -> Trajectory:
        version = new[-1].version
        lines = new if new[0].version == 1 else self._history(dossier)
        known = [line for line in lines if line.version <= version]
        state = replay(known)
        if state is None:
            raise StoreTrouble("the dossier {dossier} has lines but no history", dossier=dossier)
        if not any(_waits(line, version) for line in known):
            self._kept[dossier] = state
        return state


def _fold_on(state: Trajectory | None, new: Iterable[Recorded]) -> Trajectory | None:
    """Fold new lines onto a state; ``None`` if one of them takes more than that."""
    for line in new:
        if not _follows(state, line):
            return None
        state = evolve(state, line)
    return state


def _follows(state: Trajectory | None, line: Recorded) -> bool:
    """Tell whether folding a line onto a state is as good as folding the history again."""
    if isinstance(line.event, e.RecordCorrected):
        return False
    if state is None:
        return line.version == 1
    if line.version != state.version + 1:
        return False  # another process applied what is between
    # An admission goes before other acts of its instant, in whatever order they were typed.
    at_once = line.occurred_at == state.latest and not isinstance(line.event, e.ResidentAdmitted)
    return line.occurred_at > state.latest or at_once


def _waits(line: Recorded, version: int) -> bool:
    """Tell a correction of a line that is still to come: that line does not follow plainly."""
    return isinstance(line.event, e.RecordCorrected) and line.event.corrects > version


# --- one batch, one transaction -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mark:
    model: str
    position: int
    leaf_hash: str
    shape: str
    at: datetime
    error: str | None


def _is_current(engine: Engine, source: Source, models: Sequence[ReadModel]) -> bool:
    newest = source.newest()
    with engine.connect() as connection:
        marks = _marks(connection)
        return all(
            (mark := marks.get(model.name)) is not None
            and mark.position >= newest
            and mark.error is None
            and _is_sound(connection, source, model, mark)
            for model in models
        )


def _advance(engine: Engine, source: Source, models: Sequence[ReadModel], states: States) -> bool:
    """
    Apply one batch to every model it is new to; tell whether there was one.

    The journal is read inside the transaction, after the bookmarks: whatever another
    process did to them before, these are the lines that come next.
    """
    with _writing(engine) as connection:
        _open_bookmarks(connection, models)
        marks = _marks(connection)
        stale = [
            model for model in models if not _is_sound(connection, source, model, marks[model.name])
        ]
        if stale:
            _refill(connection, source, stale)
            marks = _marks(connection)
        positions = {model.name: marks[model.name].position for model in models}
        lines = _batch(source, min(positions.values(), default=0), BATCH)
        _apply(connection, models, positions, lines, states)
        _note(connection, models, None)
    return bool(lines)


def _refill(connection: Connection, source: Source, models: Sequence[ReadModel]) -> None:
    """Empty the models and apply the whole journal, in the transaction that is open."""
    for model in models:
        _empty(connection, model)
    states = States(source.history)
    position = 0
    while lines := _batch(source, position, REBUILD_BATCH):
        _apply(connection, models, {model.name: position for model in models}, lines, states)
        position = lines[-1].position


def _batch(source: Source, position: int, size: int) -> list[Recorded]:
    """Read the next lines, up to one that cannot be read; raises if that one comes first."""
    lines: list[Recorded] = []
    try:
        for line in islice(source.since(position), size):
            lines.append(line)
    except StoreTrouble:
        if not lines:
            raise
    return lines


def _apply(
    connection: Connection,
    models: Sequence[ReadModel],
    positions: Mapping[str, int],
    lines: Sequence[Recorded],
    states: States,
) -> None:
    """Apply lines to the models they are new to, and move their bookmarks."""
    touched = states.after(lines)
    for model in models:
        fresh = [line for line in lines if line.position > positions[model.name]]
        if not fresh:
            continue
        model.apply(connection, fresh, touched)
        connection.execute(
            update(bookmark)
            .where(bookmark.c.model == model.name)
            .values(
                position=fresh[-1].position,
                leaf_hash=fresh[-1].leaf_hash.hex(),
                at=datetime.now(UTC),
            )
        )


# --- bookmarks ----------------------------------------------------------------------------


def _marks(connection: Connection) -> dict[str, _Mark]:
    if not inspect(connection).has_table(bookmark.name):
        return {}
    return {row.model: _Mark(*row) for row in connection.execute(select(bookmark))}


def _is_sound(connection: Connection, source: Source, model: ReadModel, mark: _Mark) -> bool:
    """Tell whether the rows are of today's shape and of this very journal."""
    leaf = source.leaf_at(mark.position) or b""
    return (
        mark.leaf_hash == leaf.hex()
        and mark.shape == model.shape
        and _has_tables(connection, model)
    )


@cache
def _shape(tables: tuple[Table, ...]) -> str:
    dialect = sqlite.dialect()
    made_by = [str(CreateTable(table).compile(dialect=dialect)) for table in tables]
    indexes = [index for table in tables for index in table.indexes]
    made_by += sorted(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes)
    return sha256("\n".join(made_by).encode()).hexdigest()


def _has_tables(connection: Connection, model: ReadModel) -> bool:
    there = inspect(connection).get_table_names()
    return all(table.name in there for table in model.tables)


def _rows(connection: Connection, model: ReadModel) -> int:
    if not _has_tables(connection, model):
        return 0
    counts = (select(func.count()).select_from(table) for table in model.tables)
    return sum(connection.execute(count).scalar_one() for count in counts)


def _open_bookmarks(connection: Connection, models: Sequence[ReadModel]) -> None:
    """Give every model its tables and a bookmark at the beginning, unless it has one."""
    METADATA.create_all(connection, tables=[bookmark])
    known = _marks(connection)
    for model in models:
        if model.name not in known:
            _empty(connection, model)


def _empty(connection: Connection, model: ReadModel) -> None:
    """Drop a model's tables, whatever shape they had, and put the bookmark at the beginning."""
    for table in model.tables:
        table.drop(connection, checkfirst=True)
        table.create(connection)
    connection.execute(delete(bookmark).where(bookmark.c.model == model.name))
    connection.execute(
        insert(bookmark).values(
            model=model.name,
            position=0,
            leaf_hash="",
            shape=model.shape,
            at=datetime.now(UTC),
        )
    )


@contextmanager
def _noting_trouble(engine: Engine, models: Sequence[ReadModel]) -> Iterator[None]:
    """Keep what stopped the reading of the journal beside the bookmarks, and pass it on."""
    try:
        yield
    except StoreTrouble as trouble:
        with _writing(engine) as connection:
            _open_bookmarks(connection, models)
            _note(connection, models, str(trouble))
        raise


def _note(connection: Connection, models: Sequence[ReadModel], error: str | None) -> None:
    names = [model.name for model in models]
    connection.execute(update(bookmark).where(bookmark.c.model.in_(names)).values(error=error))


# --- the database -------------------------------------------------------------------------

# Rows may be lost in a power cut, never torn: a bookmark is as old as its rows.
_PRAGMAS = ("busy_timeout=30000", "journal_mode=WAL", "synchronous=NORMAL")


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    """
    Open a transaction that holds the write lock from its first statement.

    Asked for later, after a reading, SQLite refuses it at once instead of waiting.
    """
    with engine.connect() as plain:
        connection = plain.execution_options(isolation_level="AUTOCOMMIT")
        for pragma in _PRAGMAS:
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.connection.rollback()  # quiet where SQLite has done so itself
            raise
        connection.exec_driver_sql("COMMIT")


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as trouble:
        locked = "locked" in str(trouble)
        raise StoreTrouble(
            "the read models cannot be used: {what}",
            what="another process has kept them locked for too long"
            if locked
            else "their file cannot be read or written; it may be deleted, nothing is lost",
        ) from trouble
