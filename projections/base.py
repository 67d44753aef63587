"""
Catching up with the journal, making anew, and telling how far the read models are.

A read model is tables and a function that applies journal lines to them. Its
bookmark moves in the transaction of its rows, so a line is applied once, whoever
else catches up at the same moment. Nothing here is evidence: the journal is, and
reaches this module as the callables of a :class:`Source`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection, Engine

from domain.record import Recorded
from projections import bookmarks
from projections.anew import Interrupted, Progress, Remaking
from projections.bookmarks import Desk, Mark, Standing, look, noting_trouble
from projections.databases import database_of, in_our_words
from projections.model import ReadModel, Sheets, Source
from projections.quiet import quiet
from projections.states import States

__all__ = [
    "Applied",
    "ReadModel",
    "Source",
    "Standing",
    "Worker",
    "catch_up",
    "reading",
    "rebuild",
    "status",
]

BATCH = 1000
"""Lines applied in one transaction, while others wait to write."""


class Applied(NamedTuple):
    """
    What read models were given: a batch of lines, or with ``anew`` everything again.

    Without ``models`` somebody else was quicker.
    """

    models: tuple[str, ...]
    position: int
    events: int
    anew: bool = False


def never() -> bool:
    """Say that nobody asks to stop."""
    return False


def catch_up(engine: Engine, source: Source, models: Sequence[ReadModel]) -> None:
    """
    Apply what was recorded since the models were last read; nothing is written if nothing was.

    A model of another shape, or bookmarked at a leaf the journal no longer has, is
    made anew. Raises :class:`StoreTrouble` for a line that cannot be read: what stands
    before it is applied, the trouble is noted beside the bookmark.
    """
    worker = Worker(engine, source, models)
    with noting_trouble(engine, models):
        for _ in worker.steps(never):
            pass


def rebuild(
    engine: Engine, source: Source, models: Sequence[ReadModel], progress: Progress | None = None
) -> None:
    """
    Make the models anew, whatever they hold: who reads meanwhile sees the old rows.

    Waits for whoever makes them anew already. ``progress`` is told which position of
    which is reached. Raises :class:`StoreTrouble` for a line that cannot be read, and
    leaves the models as they were.
    """
    remaking = Remaking(engine, source, whole=True, stop=never, progress=progress)
    with noting_trouble(engine, models), in_our_words(engine):
        remaking.run(models, wanted=lambda _model: True)


def status(engine: Engine, source: Source, models: Sequence[ReadModel]) -> list[Standing]:
    """Tell how far each model is, without catching up."""
    newest = source.newest()
    with reading(engine) as connection:
        return [bookmarks.standing(connection, source, model, newest) for model in models]


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open the read models for a query; a library's trouble is told in our words."""
    with in_our_words(engine), engine.connect() as connection:
        yield connection


class Worker:
    """One process's way through the journal, with the states it folded on the way."""

    def __init__(self, engine: Engine, source: Source, models: Sequence[ReadModel]) -> None:
        self._engine = engine
        self._database = database_of(engine)
        self._source = source
        self._models = models
        self._states = States(source.history)

    def steps(self, stop: Callable[[], bool]) -> Iterator[Applied]:
        """
        Apply batch after batch to every model it is new to, until all is well.

        Models of another shape or journal are made anew; ``stop`` ends that too, and
        changes nothing then. Raises :class:`StoreTrouble`.
        """
        if not (done := self._step(stop)):
            return
        yield done
        with in_our_words(self._engine), self._database.staying():
            while not stop() and (done := self._step(stop)):
                yield done

    def _step(self, stop: Callable[[], bool]) -> Applied | None:
        with in_our_words(self._engine):
            desk = self._look()
            if not all(desk.is_sound(model, self._source) for model in self._models):
                return self._make_anew(stop)
            newest = self._source.newest()
            marks = {model.name: desk.marks[model.name] for model in self._models}
            if all(mark.position >= newest and not mark.error for mark in marks.values()):
                return None
            return self._apply_next(marks)

    def _look(self) -> Desk:
        with self._engine.connect() as connection:
            return look(connection)

    def _make_anew(self, stop: Callable[[], bool]) -> Applied | None:
        """Make anew what is still of another shape or journal once it is our turn."""
        self._states.forget()
        remaking = Remaking(self._engine, self._source, whole=False, stop=stop)
        try:
            made = remaking.run(
                self._models, wanted=lambda model: not self._look().is_sound(model, self._source)
            )
        except Interrupted:
            return None
        return Applied(tuple(made), remaking.position, remaking.applied, anew=True)

    def _apply_next(self, marks: Mapping[str, Mark]) -> Applied | None:
        """
        Apply the lines that come next; ``None`` when there are none after all.

        They are read and folded before anything is locked. A model whose bookmark another
        process moved meanwhile gets those of them alone that come after it.
        """
        with quiet():
            return self._apply_batch(marks)

    def _apply_batch(self, marks: Mapping[str, Mark]) -> Applied | None:
        start = min(mark.position for mark in marks.values())
        lines = self._source.batch(start, BATCH)
        states = self._states.after(lines) if any(model.folds for model in self._models) else {}
        with self._database.writing(marks) as connection:
            now = bookmarks.marks(connection)
            if not lines:
                bookmarks.note(connection, list(marks), None)
                return None
            sheets = Sheets(self._database, connection)
            given: dict[str, int] = {}
            for model in self._models:
                if fresh := _fresh(lines, marks[model.name], now.get(model.name)):
                    model.apply(sheets, fresh, states)
                    given[model.name] = len(fresh)
            if given:
                bookmarks.move(connection, list(given), lines[-1])
        return Applied(tuple(given), lines[-1].position, max(given.values(), default=0))


def _fresh(lines: Sequence[Recorded], before: Mark, now: Mark | None) -> Sequence[Recorded]:
    """Choose the lines a model has yet to get; none if its bookmark lies outside of them."""
    if now is None or now.shape != before.shape:
        return ()
    at = next((at for at, line in enumerate(lines) if line.position > now.position), len(lines))
    passed = at > 0 and lines[at - 1].leaf_hash.hex() == now.leaf_hash
    return lines[at:] if passed or now.place == before.place else ()
