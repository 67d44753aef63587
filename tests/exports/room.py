"""
The room of pm4py: an environment of its own, so that nothing of it is ever part of the product.

pm4py has a licence that would bind whatever is built on it, so it runs in a process apart and
is never imported here. ``python tests/exports/room.py`` makes the room, from a lock with hashes;
the tests make it themselves where nobody did.
"""

import fcntl
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

LOCK = Path(__file__).with_name("pm4py.lock")
ROOM = Path(sys.prefix) / "pm4py"


def made() -> Path:
    """Return the python of the room; whoever comes first makes it, others wait."""
    python = ROOM / "bin" / "python"
    stamp, wanted = ROOM / ".made", sha256(LOCK.read_bytes()).hexdigest()
    with ROOM.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not stamp.is_file() or stamp.read_text() != wanted:
            shutil.rmtree(ROOM, ignore_errors=True)
            _run("-m", "venv", "--without-pip", str(ROOM))
            install = ("install", "-qq", "--require-hashes", "-r", str(LOCK))
            _run("-m", "pip", "--disable-pip-version-check", "--python", str(python), *install)
            stamp.write_text(wanted)
    return python


def _run(*words: str) -> None:
    subprocess.run([sys.executable, *words], check=True)


if __name__ == "__main__":
    made()
