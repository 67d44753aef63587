"""Where the wrapped keys of a vault are kept: a SQLite file of its own, or a schema of its own."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from domain.errors import KeyLost, StoreTrouble
from workflows.private import turn_to_wal, write_private
from workflows.where import WAIT_SECONDS, is_server

if TYPE_CHECKING:
    from workflows.postgres import Connection


class Cupboard(Protocol):
    """Wrapped keys by person and category; nothing in it opens anything by itself."""

    def is_there(self) -> bool:
        """Tell whether the vault was made."""

    def found(self, new_check: Callable[[], bytes]) -> None:
        """Make the tables unless they are there, with a check row; by one founder at a time."""

    def keeping(self) -> AbstractContextManager[None]:
        """Keep the keys that are added inside, all or none where that saves time."""

    def check(self) -> bytes:
        """Return the check row."""

    def key(self, subject: str, category: str) -> bytes | None:
        """Return a wrapped key."""

    def keep(self, subject: str, category: str, wrapped: bytes, stamp: str) -> bytes:
        """Keep a wrapped key unless somebody was first; return the one that is kept."""

    def everything(self) -> list[tuple[str, str, bytes, str]]:
        """Return every wrapped key with its person, category and when it was made."""

    def destroy(self, subject: str, category: str) -> None:
        """Remove a wrapped key, and its bytes from where it was kept."""

    def close(self) -> None:
        """Let go of what is open."""


def cupboard_at(where: Path | str, store: Path | str | None = None) -> Cupboard:
    """Choose by where the keys are, a file or a PostgreSQL database, and where the events are."""
    if is_server(where):
        return ServerCupboard(str(where), beside_events=where == store)
    return FileCupboard(Path(where))


class FileCupboard:
    """Keys in a SQLite file that only its owner can read."""

    _TABLES = (
        "CREATE TABLE IF NOT EXISTS vault_key (subject TEXT NOT NULL, category TEXT NOT NULL, "
        "wrapped BLOB NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY (subject, category)) "
        "WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS vault_check (one INTEGER PRIMARY KEY CHECK (one = 1), "
        "wrapped BLOB NOT NULL)",
    )

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: sqlite3.Connection | None = None
        self._together = False

    def is_there(self) -> bool:
        """Tell whether there is such a file."""
        return self.path.exists()

    def found(self, new_check: Callable[[], bytes]) -> None:
        """Make the file and its tables; one founder at a time."""
        with suppress(FileExistsError):
            write_private(self.path, b"")
        with _sqlite_in_our_words():
            connection = self.connection()
            turn_to_wal(connection, WAIT_SECONDS)
            connection.execute("BEGIN IMMEDIATE")
            for statement in self._TABLES:
                connection.execute(statement)
            if connection.execute("SELECT 1 FROM vault_check").fetchone() is None:
                connection.execute("INSERT INTO vault_check VALUES (1, ?)", (new_check(),))
            connection.commit()

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Keep the keys added inside in one transaction, opened at the first of them."""
        self._together = True
        try:
            yield
            if self._open is not None and self._open.in_transaction:
                with _sqlite_in_our_words():
                    self._open.commit()
        except BaseException:
            if self._open is not None:
                self._open.rollback()
            raise
        finally:
            self._together = False

    def check(self) -> bytes:
        """Return the check row; :class:`StoreTrouble` when there is none."""
        with _sqlite_in_our_words():
            row = self.connection().execute("SELECT wrapped FROM vault_check").fetchone()
        return _check_of(row)

    def key(self, subject: str, category: str) -> bytes | None:
        """Return a wrapped key."""
        with _sqlite_in_our_words():
            row = (
                self.connection()
                .execute(
                    "SELECT wrapped FROM vault_key WHERE subject=? AND category=?",
                    (subject, category),
                )
                .fetchone()
            )
        return row[0] if row else None

    def keep(self, subject: str, category: str, wrapped: bytes, stamp: str) -> bytes:
        """Keep a wrapped key unless somebody was first; return the one that is kept."""
        with _sqlite_in_our_words():
            connection = self.connection()
            if self._together and not connection.in_transaction:
                connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT OR IGNORE INTO vault_key VALUES (?,?,?,?)",
                (subject, category, wrapped, stamp),
            )
        return self.key(subject, category) or wrapped

    def everything(self) -> list[tuple[str, str, bytes, str]]:
        """Return every wrapped key with its person, category and when it was made."""
        with _sqlite_in_our_words():
            return (
                self.connection()
                .execute("SELECT subject, category, wrapped, made_at FROM vault_key")
                .fetchall()
            )

    def destroy(self, subject: str, category: str) -> None:
        """Remove a wrapped key; its bytes are overwritten, in the write-ahead log as well."""
        with _sqlite_in_our_words():
            connection = self.connection()
            connection.execute(
                "DELETE FROM vault_key WHERE subject=? AND category=?", (subject, category)
            )
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def connection(self) -> sqlite3.Connection:
        """Open the file; :class:`KeyLost` when it is not there."""
        if self._open is None:
            if not self.path.exists():
                raise KeyLost("the vault {file} is missing", file=self.path.name)
            self._open = sqlite3.connect(
                self.path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._open.execute("PRAGMA secure_delete=ON")
            self._open.execute("PRAGMA synchronous=FULL")
        return self._open


class ServerCupboard:
    """
    Keys in a schema of their own, in the store's database or better in another.

    Each statement stands alone and may be repeated, so that a broken connection costs
    nothing: a key kept twice is kept once. In the database of the events a key need not
    wait for the disk: the event that needs it does, and what was written before is then
    written too.
    """

    _TABLES = (
        "CREATE SCHEMA IF NOT EXISTS trajet_vault",
        "CREATE TABLE IF NOT EXISTS trajet_vault.vault_key (subject text NOT NULL, "
        "category text NOT NULL, wrapped bytea NOT NULL, made_at text NOT NULL, "
        "PRIMARY KEY (subject, category))",
        "CREATE TABLE IF NOT EXISTS trajet_vault.vault_check (one integer PRIMARY KEY "
        "CHECK (one = 1), wrapped bytea NOT NULL)",
        "GRANT USAGE ON SCHEMA trajet_vault TO {desk}",
        "GRANT SELECT, INSERT ON trajet_vault.vault_key TO {desk}",
        "GRANT SELECT ON trajet_vault.vault_check TO {desk}",
    )

    def __init__(self, url: str, *, beside_events: bool = False) -> None:
        from workflows.postgres import Pool, connect_as_desk

        waits = "off" if beside_events else "on"
        self._pool = Pool(url, partial(connect_as_desk, synchronous_commit=waits))

    def is_there(self) -> bool:
        """Tell whether the schema was made; by whoever may connect."""
        from workflows.postgres import connect

        with _postgres_in_our_words(), connect(self._pool.url) as connection:
            known = connection.execute("SELECT to_regclass('trajet_vault.vault_check')").fetchone()
        return known != (None,)

    def found(self, new_check: Callable[[], bytes]) -> None:
        """Make schema and tables, by whoever may; one founder at a time."""
        from workflows import postgres

        url = self._pool.url
        with _postgres_in_our_words(), postgres.founding(url) as connection:
            postgres.make(connection, self._TABLES, postgres.desk_role(url))
            known = connection.execute("SELECT 1 FROM trajet_vault.vault_check").fetchone()
            if known is None:
                connection.execute(
                    "INSERT INTO trajet_vault.vault_check VALUES (1, %s)", (new_check(),)
                )

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Keep each key as it is added."""
        yield

    def check(self) -> bytes:
        """Return the check row; :class:`StoreTrouble` when there is none."""
        return _check_of(self._row("SELECT wrapped FROM trajet_vault.vault_check"))

    def key(self, subject: str, category: str) -> bytes | None:
        """Return a wrapped key."""
        row = self._row(
            "SELECT wrapped FROM trajet_vault.vault_key WHERE subject=%s AND category=%s",
            subject,
            category,
        )
        return row[0] if row else None

    def keep(self, subject: str, category: str, wrapped: bytes, stamp: str) -> bytes:
        """Keep a wrapped key unless somebody was first; return the one that is kept."""
        row = self._row(
            "INSERT INTO trajet_vault.vault_key VALUES (%s,%s,%b,%s) ON CONFLICT DO NOTHING "
            "RETURNING wrapped",
            subject,
            category,
            wrapped,
            stamp,
        )
        return row[0] if row else self.key(subject, category) or wrapped

    def everything(self) -> list[tuple[str, str, bytes, str]]:
        """Return every wrapped key with its person, category and when it was made."""
        return self._rows("SELECT subject, category, wrapped, made_at FROM trajet_vault.vault_key")

    def destroy(self, subject: str, category: str) -> None:
        """
        Remove a wrapped key, by whoever may: the desk may not.

        The table is written anew, so that no page of it holds the key's bytes.
        """
        from workflows.postgres import connect

        with _postgres_in_our_words(), connect(self._pool.url) as connection:
            connection.execute(
                "DELETE FROM trajet_vault.vault_key WHERE subject=%s AND category=%s",
                (subject, category),
            )
            connection.execute("VACUUM (FULL) trajet_vault.vault_key")

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def _row(self, statement: str, *values: object) -> tuple[bytes] | None:
        rows = self._rows(statement, *values)
        return rows[0] if rows else None

    def _rows(self, statement: str, *values: object) -> list[Any]:
        def ask(connection: "Connection") -> list[Any]:
            return connection.asking.execute(statement.encode(), values or None).fetchall()

        with _postgres_in_our_words():
            return self._pool.persistently(ask)


def _check_of(row: tuple[bytes] | None) -> bytes:
    if row is None:
        raise StoreTrouble("the vault cannot be used")
    return row[0]


@contextmanager
def _sqlite_in_our_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as trouble:
        raise StoreTrouble("the vault cannot be used") from trouble


def _postgres_in_our_words() -> AbstractContextManager[None]:
    from workflows.postgres import in_our_words

    return in_our_words("the vault cannot be used: {what}")
