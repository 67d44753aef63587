"""
What SQLite and PostgreSQL each ask of the read models: locks, quick loading, room for a swap.

Whoever writes a model's rows holds that model's lock, on SQLite the lock of the file.
Whoever makes a model anew holds another, which goes with its process however it ends.
Rows may be lost in a power cut, never torn: a bookmark is as old as its rows.
"""

import sqlite3
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ARRAY,
    Connection,
    Dialect,
    Engine,
    Table,
    any_,
    bindparam,
    delete,
    insert,
    inspect,
)
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

from domain.errors import StoreTrouble

Row = tuple[str | int | bytes | None, ...]
"""The values of a row in the order of its columns, moments as they are written there."""

PATIENCE = 60.0
"""Seconds to wait for others who write."""

ELBOW = 1.5
"""
Seconds a swap may keep newcomers waiting behind a query that runs.

More than the second after which PostgreSQL calls its own vacuuming off for who waits.
"""

_RETRY = 0.05
"""Seconds between two attempts at a lock that somebody else holds."""

_LOADING = ("cache_size=-65536", "wal_autocheckpoint=16384")
"""Room for SQLite to load and sort many rows, in KiB and in pages."""


class Sqlite:
    """Read models in an SQLite file of their own."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def writing(self, _models: Collection[str], *, loading: bool = False) -> Iterator[Connection]:
        """
        Open a transaction that holds the write lock from its first statement.

        Asked for later, after a reading, SQLite refuses it at once instead of waiting.
        """
        with self.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            patience = f"busy_timeout={PATIENCE * 1000:.0f}"
            settings = (patience, "journal_mode=WAL", "synchronous=NORMAL")
            for pragma in (*settings, *(_LOADING if loading else ())):
                connection.exec_driver_sql(f"PRAGMA {pragma}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.connection.rollback()  # quiet where SQLite has done so itself
                raise
            connection.exec_driver_sql("COMMIT")

    @contextmanager
    def making_anew(self, _models: Collection[str], check: Callable[[], None]) -> Iterator[None]:
        """
        Be the only one who makes models anew here: an empty file beside them is the lock.

        ``check`` is called while we wait for it, and may raise.
        """
        beside = Path(f"{self.engine.url.database}-rebuild")
        with suppress(OSError):  # told below, as SQLite's trouble
            beside.touch(mode=0o600)
        with closing(sqlite3.connect(beside, timeout=0, isolation_level=None)) as lock:
            while not _locked(lock):
                _wait(check)
            with self.staying():
                yield

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Keep the file open: whoever closes it last has to bring all of its log into it."""
        with self.engine.connect() as connection:
            tables_in(connection)
            yield

    def with_tables_free(
        self, models: Collection[str], _tables: Sequence[str], work: Callable[[Connection], None]
    ) -> None:
        """Do some work in a transaction; who reads here goes on reading what was before."""
        with self.writing(models) as connection:
            work(connection)

    @staticmethod
    def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows with the text of the statement: Core takes longer over each than SQLite."""
        connection.exec_driver_sql(_insertion(table, connection.dialect), list(rows))

    @staticmethod
    def delete(connection: Connection, table: Table, dossiers: Collection[str]) -> None:
        """Delete the rows of some dossiers."""
        gone = [(dossier,) for dossier in dossiers]
        connection.exec_driver_sql(_deletion(table, connection.dialect), gone)

    @staticmethod
    def settle(_connection: Connection, _table: Table) -> None:
        """Do nothing: SQLite plans well enough by the indexes alone."""


class Postgresql:
    """Read models in a schema of a PostgreSQL database, first on the search path."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def writing(self, models: Collection[str], *, loading: bool = False) -> Iterator[Connection]:
        """Open a transaction that holds the locks of some models, taken in one order by all."""
        del loading
        with self.engine.begin() as connection:
            _set_locally(connection, "lock_timeout", f"{PATIENCE * 1000:.0f}")
            _set_locally(connection, "synchronous_commit", "off")
            for model in sorted(models):
                connection.exec_driver_sql(
                    f"SELECT pg_advisory_xact_lock({_KEY})", (f"write {model}",)
                )
            yield connection

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Do nothing: connections are kept anyway."""
        yield

    @contextmanager
    def making_anew(self, models: Collection[str], check: Callable[[], None]) -> Iterator[None]:
        """
        Be the only one who makes these models anew, as long as the connection stands.

        ``check`` is called while we wait for our turn, and may raise.
        """
        with self.engine.connect() as guard:
            names = sorted(f"rebuild {model}" for model in models)
            try:
                for name in names:
                    while not self._try_lock(guard, name):
                        _wait(check)
                yield
            finally:
                self._let_go(guard)

    @staticmethod
    def _try_lock(guard: Connection, name: str) -> bool:
        asked = guard.exec_driver_sql(f"SELECT pg_try_advisory_lock({_KEY})", (name,))
        got = bool(asked.scalar_one())
        guard.commit()
        return got

    @staticmethod
    def _let_go(guard: Connection) -> None:
        """Give the locks back with the connection, which nobody else is to inherit."""
        guard.invalidate()

    def with_tables_free(
        self, models: Collection[str], tables: Sequence[str], work: Callable[[Connection], None]
    ) -> None:
        """
        Do some work in a transaction that has some tables to itself.

        Queries that run on them are waited for, each time so briefly that others are
        not held up behind us; ``OperationalError`` when they never end.
        """
        end = time.monotonic() + PATIENCE
        while True:
            last = time.monotonic() > end
            with self.writing(models) as connection:
                if self._got(connection, tables, last=last):
                    work(connection)
                    return
            time.sleep(ELBOW)

    @staticmethod
    def _got(connection: Connection, tables: Sequence[str], *, last: bool) -> bool:
        """Take tables for ourselves; ``False`` if somebody has them, but on the last try."""
        _set_locally(connection, "lock_timeout", f"{ELBOW * 1000:.0f}")
        try:
            for table in tables:
                connection.exec_driver_sql(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        except OperationalError as busy:
            if last or not _not_available(busy):
                raise
            return False
        return True

    @staticmethod
    def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows by COPY, many times as quick as statements."""
        plain: Any = connection.connection.driver_connection
        columns = ", ".join(column.name for column in table.columns)
        statement = f"COPY {table.name} ({columns}) FROM STDIN (FORMAT BINARY)"
        with plain.cursor() as cursor, cursor.copy(statement) as copy:
            copy.set_types(_kinds(table, connection.dialect))
            for row in rows:
                copy.write_row(row)

    @staticmethod
    def delete(connection: Connection, table: Table, dossiers: Collection[str]) -> None:
        """Delete the rows of some dossiers."""
        gone = table.c.dossier == any_(bindparam("gone", type_=ARRAY(table.c.dossier.type)))
        connection.execute(delete(table).where(gone), {"gone": list(dossiers)})

    @staticmethod
    def settle(connection: Connection, table: Table) -> None:
        """
        Have a loaded table looked over, so that queries are planned for what is in it.

        A tenth of the usual sample tells as much of columns like ours; the server takes
        the usual one in its own time.
        """
        _set_locally(connection, "default_statistics_target", "10")
        connection.exec_driver_sql(f"ANALYZE {table.name}")


Database = Sqlite | Postgresql


def database_of(engine: Engine) -> Database:
    """Choose by what the engine talks to."""
    return Postgresql(engine) if engine.dialect.name == "postgresql" else Sqlite(engine)


@contextmanager
def in_our_words(engine: Engine) -> Iterator[None]:
    """Tell a library's trouble with the read models as :class:`StoreTrouble`."""
    try:
        yield
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as trouble:
        raise StoreTrouble(
            "the read models cannot be used: {what}",
            what="another process has kept them locked for too long"
            if _held(trouble)
            else "their database does not answer, or not as it should"
            if engine.dialect.name == "postgresql"
            else "their file cannot be read or written; it may be deleted, nothing is lost",
        ) from trouble


def _held(trouble: Exception) -> bool:
    return "locked" in str(trouble) or _not_available(trouble)


def tables_in(connection: Connection) -> set[str]:
    """Name the tables that are there."""
    return set(inspect(connection).get_table_names())


def drop(connection: Connection, table: str) -> None:
    """Drop a table if it is there."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def rename(connection: Connection, table: str, name: str) -> None:
    """Give a table another name."""
    connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")


def definition(tables: Sequence[Table]) -> str:
    """Write down what tables are made of, the same for every database."""
    made_by = [str(CreateTable(table).compile()) for table in tables]
    indexes = [index for table in tables for index in table.indexes]
    made_by += sorted(str(CreateIndex(index).compile()) for index in indexes)
    return "\n".join(made_by)


# The key of an advisory lock: our name in this schema, so that installations do not meet.
_KEY = "hashtextextended('trajet ' || coalesce(current_schema(), '') || ' ' || %s::text, 0)"


def _set_locally(connection: Connection, setting: str, value: str) -> None:
    connection.exec_driver_sql("SELECT set_config(%s, %s, true)", (setting, value))


def _not_available(trouble: Exception) -> bool:
    """Tell that PostgreSQL gave up waiting for a lock."""
    told = getattr(trouble, "orig", trouble)
    return getattr(told, "sqlstate", None) == "55P03"


def _locked(lock: sqlite3.Connection) -> bool:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as trouble:
        if "locked" in str(trouble):
            return False
        raise
    return True


def _wait(check: Callable[[], None]) -> None:
    check()
    time.sleep(_RETRY)


@lru_cache(maxsize=64)
def _insertion(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))


@lru_cache(maxsize=64)
def _kinds(table: Table, dialect: Dialect) -> list[str]:
    """Name the types of the columns as PostgreSQL does."""
    written = [column.type.compile(dialect=dialect).lower() for column in table.columns]
    return ["text" if kind.startswith("varchar") else kind for kind in written]


@lru_cache(maxsize=64)
def _deletion(table: Table, dialect: Dialect) -> str:
    gone = delete(table).where(table.c.dossier == bindparam("gone"))
    return str(gone.compile(dialect=dialect))
