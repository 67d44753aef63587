"""Files of our own: readable by their owner alone, and read while they are written."""

import os
import threading
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
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:  # a stick or share that knows no second name for a file
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
