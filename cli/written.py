"""Files that are written at length for somebody to take away: private, and whole or not there."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.errors import BadInput, StoreTrouble


@contextmanager
def put(file: Path, *, force: bool) -> Iterator[Path]:
    """
    Give a private file to write, which takes its place, whole, when all is written.

    Raises :class:`BadInput` where it cannot be put, :class:`StoreTrouble` where it cannot be
    written.
    """
    from workflows.private import private_draft

    if not file.parent.is_dir():
        raise BadInput("--output: there is no folder {folder}", folder=file.parent)
    there = BadInput("--output: {file} is there already; --force puts it over it", file=file)
    if file.exists() and not force:
        raise there
    try:
        with _tidied_when_ended(), private_draft(file, over=force) as draft:
            yield draft
    except FileExistsError as clash:
        raise there from clash
    except OSError as trouble:
        raise StoreTrouble("{file} cannot be written", file=file) from trouble


@contextmanager
def _tidied_when_ended() -> Iterator[None]:
    """Let a process that is told to end take away what it had begun to write."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    before = {one: signal.signal(one, end) for one in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for one, how in before.items():
            signal.signal(one, how)
