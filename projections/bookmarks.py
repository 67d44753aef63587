"""How far each read model has read, what holds it up, and whether somebody follows for it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Column, Connection, Engine, Table, delete, func, insert, select, update

from domain.errors import StoreTrouble
from domain.record import Recorded
from projections.columns import METADATA, Count, Instant, Text
from projections.databases import database_of, in_our_words, tables_in
from projections.model import ReadModel, Source

FOLLOWED = timedelta(seconds=60)
"""A follower that gave no sign for so long is gone."""

bookmark = Table(
    "view_bookmark",
    METADATA,
    Column("model", Text, primary_key=True),
    Column("position", Count, nullable=False),
    Column("leaf_hash", Text, nullable=False),
    Column("shape", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("error", Text),
    Column("error_at", Instant),
    Column("followed_at", Instant),
)


class Mark(NamedTuple):
    """
    The bookmark of a model: the last line applied, and the shape its tables had then.

    ``at`` is when it moved, ``error`` what holds the model up since ``error_at``,
    ``followed_at`` the last sign of a follower.
    """

    model: str
    position: int
    leaf_hash: str
    shape: str
    at: datetime
    error: str | None
    error_at: datetime | None
    followed_at: datetime | None

    @property
    def place(self) -> tuple[int, str, str]:
        """Where it lies: position, leaf and shape."""
        return self.position, self.leaf_hash, self.shape


class Standing(NamedTuple):
    """
    How far a read model is; ``behind`` counts the events it has yet to apply.

    ``lag`` is the age in seconds of the oldest of them, ``None`` when there is none.
    ``at`` is when the bookmark moved, ``error`` what holds it up since ``error_at``.
    ``followed`` tells whether a follower keeps the model up to date.
    """

    name: str
    position: int
    behind: int
    lag: float | None
    rows: int
    at: datetime | None
    error: str | None
    error_at: datetime | None
    followed: bool


class Desk(NamedTuple):
    """What lies in the database at one moment: tables by name, bookmarks by model."""

    tables: set[str]
    marks: Mapping[str, Mark]

    def is_sound(self, model: ReadModel, source: Source) -> bool:
        """Tell whether a model's rows are there, of today's shape and of this very journal."""
        mark = self.marks.get(model.name)
        if mark is None or mark.shape != model.shape:
            return False
        leaf = source.leaf_at(mark.position) or b""
        there = all(table.name in self.tables for table in model.tables)
        return there and mark.leaf_hash == leaf.hex()


def look(connection: Connection) -> Desk:
    """See what is there."""
    tables = tables_in(connection)
    return Desk(tables, marks(connection) if bookmark.name in tables else {})


def marks(connection: Connection) -> dict[str, Mark]:
    """Read every bookmark, by model."""
    return {row.model: Mark(*row) for row in connection.execute(select(bookmark))}


def move(connection: Connection, names: Sequence[str], line: Recorded) -> None:
    """Put the bookmarks of models at the last line they were given; all is well with them."""
    connection.execute(
        update(bookmark)
        .where(bookmark.c.model.in_(names))
        .values(
            position=line.position,
            leaf_hash=line.leaf_hash.hex(),
            at=datetime.now(UTC),
            error=None,
            error_at=None,
        )
    )


def replace(connection: Connection, model: ReadModel, line: Recorded | None) -> None:
    """Put a bookmark into a model made anew: at its last line, ``None`` for the beginning."""
    followed = select(bookmark.c.followed_at).where(bookmark.c.model == model.name)
    kept = connection.execute(followed).scalar_one_or_none()
    connection.execute(delete(bookmark).where(bookmark.c.model == model.name))
    connection.execute(
        insert(bookmark).values(
            model=model.name,
            position=line.position if line else 0,
            leaf_hash=line.leaf_hash.hex() if line else "",
            shape=model.shape,
            at=datetime.now(UTC),
            followed_at=kept,
        )
    )


def open_bookmarks(engine: Engine) -> None:
    """Make the table of bookmarks, unless somebody has."""
    with database_of(engine).writing([bookmark.name]) as connection:
        METADATA.create_all(connection, tables=[bookmark])


# --- what is told of them -----------------------------------------------------------------


@contextmanager
def noting_trouble(engine: Engine, models: Sequence[ReadModel]) -> Iterator[None]:
    """Keep what stopped the reading of the journal beside the bookmarks, and pass it on."""
    try:
        yield
    except StoreTrouble as trouble:
        with suppress(StoreTrouble), in_our_words(engine):
            open_bookmarks(engine)
            _keep_trouble(engine, models, str(trouble))
        raise


def _keep_trouble(engine: Engine, models: Sequence[ReadModel], error: str) -> None:
    """Note what holds models up; one never read gets a bookmark that fits no rows."""
    names = [model.name for model in models]
    with database_of(engine).writing([*names, bookmark.name]) as connection:
        known = marks(connection)
        for name in names:
            if name not in known:
                nowhere = {"position": 0, "leaf_hash": "", "shape": "", "at": datetime.now(UTC)}
                connection.execute(insert(bookmark).values(model=name, **nowhere))
        note(connection, names, error)


def note(connection: Connection, names: Sequence[str], error: str | None) -> None:
    """Note what holds models up, and since when; ``None`` that nothing does."""
    changed = bookmark.c.error.is_distinct_from(error)
    connection.execute(
        update(bookmark)
        .where(bookmark.c.model.in_(names), changed)
        .values(error=error, error_at=datetime.now(UTC) if error else None)
    )


def sign(engine: Engine, models: Sequence[ReadModel], at: datetime | None) -> None:
    """Leave a sign that a follower is at work, or with ``None`` that it stopped."""
    names = [model.name for model in models]
    with in_our_words(engine), database_of(engine).writing(names) as connection:
        if bookmark.name in tables_in(connection):
            chosen = update(bookmark).where(bookmark.c.model.in_(names))
            connection.execute(chosen.values(followed_at=at))


def standing(connection: Connection, source: Source, model: ReadModel, newest: int) -> Standing:
    """Tell how far a model is, beside the journal's newest position."""
    desk = look(connection)
    mark = desk.marks.get(model.name)
    applied = mark.position if mark and desk.is_sound(model, source) else 0
    followed = mark.followed_at if mark else None
    return Standing(
        name=model.name,
        position=mark.position if mark else 0,
        behind=newest - applied,
        lag=_lag(source, applied, mark) if applied < newest else None,
        rows=_rows(connection, model, desk.tables),
        at=mark.at if mark else None,
        error=mark.error if mark else None,
        error_at=mark.error_at if mark else None,
        followed=followed is not None and datetime.now(UTC) - followed < FOLLOWED,
    )


def _lag(source: Source, applied: int, mark: Mark | None) -> float | None:
    """Return the age of the first line to come; of the bookmark, if that line cannot be read."""
    try:
        since = next((line.recorded_at for line in source.since(applied)), None)
    except StoreTrouble:
        since = mark.at if mark else None
    return None if since is None else max(0.0, (datetime.now(UTC) - since).total_seconds())


def _rows(connection: Connection, model: ReadModel, there: Collection[str]) -> int:
    mine = [table for table in model.tables if table.name in there]
    counts = (select(func.count()).select_from(table) for table in mine)
    return sum(connection.execute(count).scalar_one() for count in counts)
