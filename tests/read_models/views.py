"""Where read models are kept in tests: an SQLite file, or a schema of a real PostgreSQL server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, Table, create_engine, inspect, select
from sqlalchemy.pool import NullPool

from projections import (
    appeals,
    caseload,
    mail,
    motives,
    removals,
    separation,
    timeline,
    trail,
)
from projections.bookmarks import bookmark

TABLES = (
    bookmark,
    caseload.caseload,
    timeline.timeline,
    separation.decision_round,
    trail.trail,
    appeals.appeal,
    appeals.fallen,
    appeals.acted_as,
    mail.mail,
    removals.removal,
    motives.motive_line,
)
_UNSTEADY = {"at", "error_at", "followed_at"}
_places = count(1)


def views_at(url: str) -> Views:
    """Open the read models at a place, in whichever process."""
    return InPostgresql(url) if url.startswith("postgresql") else InSqlite(url)


class Views:
    """One database of read models, and what may befall it behind the back of ours."""

    unreadable = ""
    """What is told when there is something else where they should be."""

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self.engine = engine

    def close(self):
        self.engine.dispose()

    def rows(self) -> dict[str, list[Any]]:
        """Every row of every table, but for the moments of catching up."""
        with self.engine.connect() as connection:
            return {table.name: _rows_of(connection, table) for table in TABLES}

    def tables(self) -> set[str]:
        return set(inspect(self.engine).get_table_names())

    def run(self, statement: str) -> list[Any]:
        """Do something that no part of ours would do, or look into it."""
        with self.engine.begin() as connection:
            done = connection.exec_driver_sql(statement)
            return list(done.all()) if done.returns_rows else []

    def elsewhere(self) -> Views:
        """Another place of the kind, empty."""
        raise NotImplementedError

    def wipe(self):
        """Take everything away."""
        raise NotImplementedError

    def spoil(self):
        """Put something else where the read models should be."""
        raise NotImplementedError

    def content(self) -> bytes:
        """All that stands in them, as whoever gets hold of the database may read it."""
        raise NotImplementedError

    @contextmanager
    def somebody_writing(self) -> Iterator[None]:
        """Keep whoever wants to write waiting."""
        raise NotImplementedError
        yield

    @contextmanager
    def long_reading(self) -> Iterator[Connection]:
        """Read for a while, seeing what was there at the first query."""
        raise NotImplementedError
        yield


def _rows_of(connection: Connection, table: Table) -> list[Any]:
    steady = [column for column in table.columns if column.name not in _UNSTEADY]
    return sorted(map(tuple, connection.execute(select(*steady))), key=repr)


class InSqlite(Views):
    unreadable = "may be deleted, nothing is lost"

    def __init__(self, url: str) -> None:
        super().__init__(url, create_engine(url, poolclass=NullPool))
        self.file = Path(url.removeprefix("sqlite:///"))

    def elsewhere(self) -> Views:
        return InSqlite(f"sqlite:///{self.file.parent}/elsewhere{next(_places)}.db")

    def wipe(self):
        for file in self.file.parent.glob(f"{self.file.name}*"):
            file.unlink(missing_ok=True)

    def spoil(self):
        letter = self.file.with_name("letter")
        letter.write_bytes(b"a letter to the director, saved under the wrong name" * 100)
        letter.replace(self.file)
        for beside in ("-wal", "-shm"):
            Path(f"{self.file}{beside}").unlink(missing_ok=True)

    def content(self) -> bytes:
        files = self.file.parent.glob(f"{self.file.name}*")
        return b"".join(file.read_bytes() for file in files)

    @contextmanager
    def somebody_writing(self) -> Iterator[None]:
        with closing(sqlite3.connect(self.file)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield

    @contextmanager
    def long_reading(self) -> Iterator[Connection]:
        with self.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("BEGIN")
            yield connection


class InPostgresql(Views):
    unreadable = "does not answer, or not as it should"

    def __init__(self, url: str) -> None:
        super().__init__(
            url, create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(url))
        )

    def elsewhere(self) -> Views:
        schema = f"elsewhere{next(_places)}"
        self.run(f"CREATE SCHEMA {schema}")
        base = self.url.partition("&options=")[0]
        return InPostgresql(f"{base}&options=-csearch_path%3D{schema}")

    def wipe(self):
        self.run("DROP SCHEMA public CASCADE")
        self.run("CREATE SCHEMA public")

    def spoil(self):
        self.run("CREATE TABLE view_bookmark (letter text)")

    def content(self) -> bytes:
        return "".join(
            str(row) for table in sorted(self.tables()) for row in self.run(f"TABLE {table}")
        ).encode()

    @contextmanager
    def somebody_writing(self) -> Iterator[None]:
        with closing(psycopg.connect(self.url)) as other:
            other.execute("LOCK TABLE view_bookmark IN EXCLUSIVE MODE")
            yield

    @contextmanager
    def long_reading(self) -> Iterator[Connection]:
        with self.engine.connect() as plain:
            yield plain.execution_options(isolation_level="REPEATABLE READ")
