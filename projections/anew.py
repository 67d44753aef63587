"""
Making read models anew, beside the live ones.

The new tables are filled in batches, while the live ones are read and go on catching up.
Then, in one short transaction that holds the models' locks: what was recorded meanwhile
is applied, the tables change names, the bookmarks move. Tables that a killed rebuild left
are swept away by the next one.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from sqlalchemy import Connection, Engine, MetaData, Table
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import quoted_name

from domain.errors import StoreTrouble
from domain.record import Recorded
from projections import bookmarks
from projections.databases import database_of, drop, in_our_words, rename, tables_in
from projections.model import ReadModel, Sheets, Source
from projections.quiet import quiet
from projections.states import States

BATCH = 5000
"""Lines applied at once to tables nobody reads yet: a dossier touched twice is written once."""

Progress = Callable[[int, int], None]


class Interrupted(Exception):
    """Whoever asked for the models no longer wants them; they are as they were."""


class Remaking:
    """
    Models being made anew.

    ``whole`` says that a line that cannot be read ends it; otherwise what stands before
    that line is put in the place of what is there. ``stop`` is asked between batches.
    """

    def __init__(
        self,
        engine: Engine,
        source: Source,
        *,
        whole: bool,
        stop: Callable[[], bool],
        progress: Progress | None = None,
    ) -> None:
        self._engine = engine
        self._database = database_of(engine)
        self._source = source
        self._whole = whole
        self._stop = stop
        self._progress = progress
        self._models: Sequence[ReadModel] = ()
        self._beside: dict[Table, Table] = {}
        self._states = States(source.history)
        self._last: Recorded | None = None
        self.applied = 0

    def run(self, models: Sequence[ReadModel], wanted: Callable[[ReadModel], bool]) -> list[str]:
        """
        Make those models anew that are still wanted once nobody else makes them.

        Returns their names. Raises :class:`StoreTrouble`, and :class:`Interrupted` when
        asked to stop.
        """
        with self._database.making_anew([model.name for model in models], self._check):
            self._models = [model for model in models if wanted(model)]
            if self._models:
                bookmarks.open_bookmarks(self._engine)
                self._sweep()
                try:
                    self._make()
                except BaseException:
                    with suppress(StoreTrouble), in_our_words(self._engine):
                        self._sweep()
                    raise
                self._sweep()
        return [model.name for model in self._models]

    @property
    def position(self) -> int:
        """The last line applied; 0 before the first."""
        return self._last.position if self._last else 0

    def _check(self) -> None:
        if self._stop():
            raise Interrupted

    def _make(self) -> None:
        self._lay_out()
        self._load()
        self._put_in_order()
        self._load()  # what was recorded while that took its time
        with self._engine.connect() as connection:
            there = tables_in(connection)
        mine = [table.name for pair in self._beside.items() for table in pair]
        self._database.with_tables_free(
            [model.name for model in self._models], sorted(there.intersection(mine)), self._swap
        )

    def _lay_out(self) -> None:
        """Make the tables, without indexes: those are quicker made of all rows at once."""
        token = secrets.token_hex(4)
        live = [table for model in self._models for table in model.tables]
        self._beside = {table: _beside(table, token) for table in live}
        with self._database.writing([]) as connection:
            for table in self._beside.values():
                connection.execute(CreateTable(table))

    def _load(self) -> None:
        total = self._source.newest()
        with quiet(), ThreadPoolExecutor(1) as reader:
            told = self._asked(reader, self.position)
            while lines := told():
                told = self._asked(reader, lines[-1].position)
                with self._database.writing([], loading=True) as connection:
                    self._apply(connection, lines)
                if self._progress:
                    self._progress(self.position, max(total, self.position))
                self._check()

    def _asked(self, reader: Executor, position: int) -> Callable[[], list[Recorded]]:
        """Ask for a batch; from a server it is brought while the one before is written."""
        if self._source.far:
            return reader.submit(self._after, position).result
        return partial(self._after, position)

    def _after(self, position: int) -> list[Recorded]:
        try:
            return self._source.batch(position, BATCH)
        except StoreTrouble:
            if self._whole:
                raise
            return []

    def _apply(self, connection: Connection, lines: Sequence[Recorded]) -> None:
        sheets = Sheets(self._database, connection, self._beside)
        folded = any(model.folds for model in self._models)
        states = self._states.after(lines) if folded else {}
        for model in self._models:
            model.apply(sheets, lines, states)
        self._last = lines[-1]
        self.applied += len(lines)

    def _put_in_order(self) -> None:
        """Make the indexes, each in a transaction of its own: others may write in between."""
        for table in self._beside.values():
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                self._check()
                with self._database.writing([], loading=True) as connection:
                    connection.execute(CreateIndex(index))
            with self._database.writing([]) as connection:
                self._database.settle(connection, table)

    def _swap(self, connection: Connection) -> None:
        """Put the new tables in the place of the live ones, as far as these had read at least."""
        while lines := self._after(self.position):
            self._apply(connection, lines)
        there = tables_in(connection)
        for live, beside in self._beside.items():
            if live.name in there:
                rename(connection, live.name, _name(live.name, secrets.token_hex(4)))
            rename(connection, beside.name, live.name)
        for model in self._models:
            bookmarks.replace(connection, model, self._last)

    def _sweep(self) -> None:
        """Drop what lies beside the live tables: nobody but us makes these models anew."""
        live = "|".join(table.name for model in self._models for table in model.tables)
        pattern = re.compile(_name(f"({live})", "[0-9a-f]{8}"))
        with self._engine.connect() as connection:
            left = [name for name in tables_in(connection) if pattern.fullmatch(name)]
        for name in left:
            with self._database.writing([]) as connection:
                drop(connection, name)


def _beside(table: Table, token: str) -> Table:
    """Copy a definition under names nobody has yet."""
    copy = table.to_metadata(MetaData(), name=_name(table.name, token))
    for index in copy.indexes:
        index.name = quoted_name(_name(str(index.name), token), quote=None)
    return copy


def _name(table: str, token: str) -> str:
    return f"{table}__{token}"
