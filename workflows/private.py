"""Files of our own: readable by their owner alone, and read while they are written."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def turn_to_wal(connection: "sqlite3.Connection", seconds: float) -> None:
    """Let a SQLite file be read while it is written; for this alone SQLite waits for nobody."""
    import sqlite3

    end = monotonic() + seconds
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as busy:
            if "locked" not in str(busy) or monotonic() > end:
                raise
            sleep(0.01)


def write_private(path: Path, content: bytes) -> None:
    """Create a file, whole at once, that only its owner can read; ``FileExistsError`` if it is."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _give_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def private_draft(path: Path, *, over: bool = False) -> Iterator[Path]:
    """
    Give an empty file that only its owner can read, to be written at length.

    It takes its name at the end, whole and on the disk, or not at all; what is there is kept
    unless it goes ``over`` it: ``FileExistsError``.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
    draft.unlink(missing_ok=True)  # of a process that had this number before and was killed
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield draft
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        if over:
            draft.replace(path)
        else:
            _give_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def replace_durably(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """
    Put a file at a path, over what is there: whole, and on the disk once this returns.

    Whoever reads meanwhile, or after a power cut, finds what was there or what is.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
    draft.unlink(missing_ok=True)  # of a process that had this number before and was killed
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _bring_to_disk(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def _bring_to_disk(folder: Path) -> None:
    """Have the names in a folder on the disk, where the file system knows of such a thing."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def alone(beside: Path, seconds: float) -> Iterator[None]:
    """
    Be the only one who holds a lock file, once others let go of it: ``TimeoutError``.

    However the process ends, the lock ends with it. SQLite's, since it is the same everywhere.
    """
    import sqlite3

    beside.touch(mode=0o600)
    with closing(sqlite3.connect(beside, timeout=seconds, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as busy:
            if "locked" in str(busy):
                raise TimeoutError(beside) from busy
            raise OSError(str(busy)) from busy
        except sqlite3.DatabaseError as none:
            raise OSError(str(none)) from none
        yield


def _give_name(draft: Path, path: Path) -> None:
    """Give a draft its name, unless something has it."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a stick or share that knows no second name for a file
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        draft.replace(path)
