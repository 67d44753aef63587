"""
Following the journal: a worker that keeps read models up to date until it is told to stop.

It brings the models forward together, in batches, then waits for the journal to tell of
something new. If that fails it tries each model alone, so that the trouble of one holds no
other up, and again after a while. Whatever happens to it, rows and bookmark move in one
transaction, so that it can go on where it was.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Engine

from domain.errors import StoreTrouble
from projections import bookmarks
from projections.base import Applied, Worker
from projections.model import ReadModel, Source

WAIT = 1.0
"""Seconds after which the journal is looked at again, should it never tell."""

SIGN = 20.0
"""Seconds between two signs that the follower is at work."""

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 30.0
"""Seconds to wait after trouble: doubled each time it lasts, up to the longest."""

_NAP = 0.1
"""Seconds within which an idle worker notices that it is to stop."""


class CaughtUp(NamedTuple):
    """Nothing is left to apply, for the first time or the first since there was trouble."""


class Held(NamedTuple):
    """A model that cannot go on, and why; told once, however often it is tried again."""

    model: str
    trouble: StoreTrouble


class Freed(NamedTuple):
    """A model that goes on after trouble."""

    model: str


News = Applied | CaughtUp | Held | Freed


class Follower:
    """
    One worker. It ends when ``stop`` says so, and for nothing else.

    ``tell`` hears of every batch, of being caught up, and of trouble that begins and ends.
    """

    def __init__(
        self,
        engine: Engine,
        source: Source,
        models: Sequence[ReadModel],
        stop: Callable[[], bool],
        tell: Callable[[News], None],
    ) -> None:
        self._engine = engine
        self._source = source
        self._models = models
        self._stop = stop
        self._tell = tell
        self._together = Worker(engine, source, models)
        self._alone = {model.name: Worker(engine, source, [model]) for model in models}
        self._held: dict[str, str] = {}
        self._current = False
        self._signed = float("-inf")

    def run(self) -> None:
        """Follow until told to stop; the batch that is being applied is finished first."""
        pause = FIRST_PAUSE
        try:
            while not self._stop():
                if self._forward():
                    pause = FIRST_PAUSE
                    self._await_news()
                else:
                    self._rest(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)
        finally:
            self._sign(None)

    def run_once(self) -> bool:
        """Apply all there is for now; tell whether no model is held up."""
        try:
            return self._forward()
        finally:
            self._sign(None)

    def _forward(self) -> bool:
        try:
            self._exhaust(self._together)
            found: dict[str, StoreTrouble] = {}
        except StoreTrouble:
            found = dict(self._one_by_one())
        self._tell_changes(found)
        self._sign_again()
        return not found

    def _one_by_one(self) -> Iterator[tuple[str, StoreTrouble]]:
        for model in self._models:
            try:
                with bookmarks.noting_trouble(self._engine, [model]):
                    self._exhaust(self._alone[model.name])
            except StoreTrouble as trouble:
                yield model.name, trouble

    def _exhaust(self, worker: Worker) -> None:
        for done in worker.steps(self._stop):
            if done.models:
                self._tell(done)
            self._sign_again()

    def _tell_changes(self, found: Mapping[str, StoreTrouble]) -> None:
        for model in [model for model in self._held if model not in found]:
            del self._held[model]
            self._tell(Freed(model))
        for model, trouble in found.items():
            if self._held.get(model) != str(trouble):
                self._held[model] = str(trouble)
                self._tell(Held(model, trouble))
        if not found and not self._current and not self._stop():
            self._tell(CaughtUp())
        self._current = not found

    def _await_news(self) -> None:
        try:
            self._source.wait(WAIT)
        except StoreTrouble:
            self._rest(FIRST_PAUSE)  # the next look at the journal tells what is wrong

    def _rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._stop() and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, _NAP))

    def _sign_again(self) -> None:
        if time.monotonic() - self._signed > SIGN:
            self._sign(datetime.now(UTC))

    def _sign(self, at: datetime | None) -> None:
        """Leave a sign beside the bookmarks, if they can be reached."""
        try:
            bookmarks.sign(self._engine, self._models, at)
            self._signed = time.monotonic()
        except StoreTrouble:
            pass  # told, if it lasts, by what we came to do
