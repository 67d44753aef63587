"""
Has other processes check stretches of the log while this one does, each in the same snapshot.

They are asked over pipes and end with them. Nothing depends on them: where one cannot be
started, sees another moment of the store or dies, its stretches are checked here.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from projections.audit.quick import Quick
from projections.audit.store import AuditStore, Companion, Snapshot
from projections.audit.stretch import Judge, Pace, Stretch, Stretches

if TYPE_CHECKING:
    from projections.audit.shape import Topics

WORTH_HELP = 8
"""Stretches below which a process is done before another one has started."""

MOST_HELPERS = 3
AHEAD = 32
"""Stretches that may be checked before their turn: some hundred kilobytes each."""

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from projections.audit.beside import answer; answer()"
)


class Recipe(NamedTuple):
    """
    What a helper needs to know.

    ``topics`` is packed: the models are opened when something has to be decoded, since that
    takes longer than to check a stretch.
    """

    companion: Companion
    quick: Quick
    topics: bytes
    pace: Pace
    register: tuple[str, ...]


_GONE = (OSError, EOFError, pickle.PickleError, AttributeError, TypeError, ValueError)


class Alone:
    """Checks each stretch when it is asked for."""

    def __init__(self, stretches: Stretches) -> None:
        self.events_each = stretches.events_each
        self.sound = stretches.sound

    def close(self) -> None:
        """Stop; there is nothing to stop."""


class Helped:
    """Has helpers check the stretches that follow, and checks some itself rather than wait."""

    def __init__(
        self, stretches: Stretches, recipe: Recipe, helpers: int, first: int, total: int
    ) -> None:
        self.events_each = stretches.events_each
        self._here = stretches
        self._recipe = recipe
        self._total = total
        self._next = self._wanted = first
        self._busy: set[int] = set()
        self._done: dict[int, Stretch | None] = {}
        self._closed = False
        self._changed = threading.Condition()
        self._helpers = [_Helper() for _ in range(helpers)]
        self._threads = [
            threading.Thread(target=self._feed, args=(one,), daemon=True) for one in self._helpers
        ]
        for thread in self._threads:
            thread.start()

    def sound(self, number: int) -> Stretch | None:
        """Return a stretch that is full and sound, and ``None`` for any other."""
        with self._changed:
            self._wanted = number
            self._next = max(self._next, number)
            self._changed.notify_all()
        while True:
            with self._changed:
                if number in self._done:
                    return self._done.pop(number)
                mine = self._claimed() if number in self._busy else number
                if mine is None:
                    self._changed.wait()
                    continue
                self._next = max(self._next, mine + 1)
            answer = self._here.sound(mine)
            if mine == number:
                return answer
            with self._changed:
                self._done[mine] = answer

    def close(self) -> None:
        """Stop all helpers."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        for helper in self._helpers:
            helper.stop()
        for thread in self._threads:
            thread.join()
        for helper in self._helpers:
            helper.let_go()

    def _claimed(self) -> int | None:
        """Take the next stretch nobody has, if it is not too far ahead."""
        for old in [one for one in self._done if one < self._wanted]:
            del self._done[old]
        number = self._next
        if number >= min(self._total, self._wanted + AHEAD):
            return None
        self._next += 1
        return number

    def _feed(self, helper: "_Helper") -> None:
        """Keep one helper at work until there is none left, or it is gone."""
        with suppress(*_GONE):
            helper.start(self._recipe)
            while self._recipe.companion.still_the_same():
                with self._changed:
                    number = self._claimed()
                    while number is None and not self._closed:
                        self._changed.wait()
                        number = self._claimed()
                    if number is None:
                        return
                    self._busy.add(number)
                try:
                    answer = helper.ask(number)
                    with self._changed:
                        self._done[number] = answer
                finally:
                    with self._changed:
                        self._busy.discard(number)
                        self._changed.notify_all()


class _Helper:
    """Another process, asked over a pipe."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._lock = threading.Lock()

    def start(self, recipe: object) -> None:
        """Start the process and wait until it has joined the snapshot."""
        packed = pickle.dumps(recipe)
        with self._lock:
            if self._stopped:
                raise OSError("stopped before it began")
            # The same interpreter and path as here, whatever lies in the working directory.
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", "-c", _START, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._send(packed)
        self._receive()

    def ask(self, number: int) -> Stretch | None:
        """Have a stretch checked."""
        self._send(pickle.dumps(number))
        answer: Stretch | None = self._receive()
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def let_go(self) -> None:
        """Close the pipes to a process that has ended."""
        for pipe in (self._process.stdin, self._process.stdout) if self._process else ():
            if pipe is not None:
                with suppress(OSError):  # what was still to be sent has nowhere to go
                    pipe.close()

    def _send(self, packed: bytes) -> None:
        if self._process is None or self._process.stdin is None:
            raise EOFError
        self._process.stdin.write(packed)
        self._process.stdin.flush()

    def _receive(self) -> Any:
        if self._process is None or self._process.stdout is None:
            raise EOFError
        return pickle.load(self._process.stdout)  # noqa: S301 (written by our own code)


@contextmanager
def checking(
    store: AuditStore,
    snapshot: Snapshot,
    topics: "Topics",
    pace: Pace,
    events: int,
    start: int = 0,
) -> "Iterator[Alone | Helped]":
    """
    Check the stretches of a snapshot of about so many events, alone or with helpers.

    Those before the leaf index ``start`` will not be asked for.
    """
    from domain.record import HOUSE, STAFF
    from projections.audit import shape

    quick, register = shape.quick_patterns(topics), (STAFF, HOUSE)
    stretches = Stretches(snapshot, quick, partial(shape.judge, topics), pace, register)
    total, first = events // stretches.events_each, -(-start // stretches.events_each)
    helpers = _helpers(total - first) if pace.helpers is None else pace.helpers
    one: Alone | Helped = Alone(stretches)
    if helpers:
        recipe = Recipe(store.companion(), quick, pickle.dumps(topics), pace, register)
        one = Helped(stretches, recipe, helpers, first, total)
    try:
        yield one
    finally:
        one.close()


def _helpers(stretches: int) -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if stretches < WORTH_HELP or not sys.executable:
        return 0
    return min((cores or 1) - 1, MOST_HELPERS)


def _judge(packed: bytes) -> Judge:
    """Make the careful judge, who opens the models of events when he is first asked."""

    @cache
    def topics() -> "Topics":
        opened: Topics = pickle.loads(packed)  # noqa: S301 (written by our own code)
        return opened

    def judged(topic: str, state: bytes) -> tuple[object, bytes | None]:
        from projections.audit import shape

        return shape.judge(topics(), topic, state)

    return judged


def answer() -> None:
    """Be a helper: answer on standard output what is asked on standard input."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    recipe: Recipe = pickle.load(asked)  # noqa: S301 (written by our own code)
    with recipe.companion.joined() as snapshot:
        judge = _judge(recipe.topics)
        stretches = Stretches(snapshot, recipe.quick, judge, recipe.pace, recipe.register)
        said: object = None
        with suppress(EOFError, BrokenPipeError):
            while True:
                pickle.dump(said, told)
                told.flush()
                said = stretches.sound(pickle.load(asked))  # noqa: S301
