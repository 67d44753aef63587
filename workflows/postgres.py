"""
Connections to PostgreSQL: opened when needed, in a role that can do little, and found again.

Every connection gives up what the account that opens it may do beyond the desk's role,
so that not even an administrator who records an act could alter one in passing.
"""

import os
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import psycopg
from psycopg import generators, pq
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.sql import SQL, Identifier

from domain.errors import BadInput, StoreTrouble
from workflows.where import WAIT_SECONDS

FIRST_SECONDS = 5
"""How long a server that was never reached is tried; one that was is waited for longer."""

MOST_CONNECTIONS = 8
"""Connections one process holds to one database, at most."""

VIEWS = "trajet_views"
"""The schema of the read models."""

USUAL: dict[str, Any] = {
    "application_name": "trajet",
    "connect_timeout": str(FIRST_SECONDS),
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": f"{WAIT_SECONDS}000",
}
SETTINGS = {
    "lock_timeout": f"{WAIT_SECONDS}s",
    "idle_in_transaction_session_timeout": "60s",
    "TimeZone": "UTC",
}

Result = TypeVar("Result")


class Lost(psycopg.OperationalError):
    """The server cannot be reached, or the connection to it broke."""


class Broke(Lost):
    """The connection broke while it was used: what was asked may have been done or not."""


Read = Callable[[bytes], Any]
text: Read = bytes.decode
raw: Read = bytes


def number(sent: bytes) -> int:
    """Read a whole number as the server sends it."""
    return int.from_bytes(sent, signed=True)


class Question(NamedTuple):
    """
    What is asked again and again, with ``$1``, ``$2`` … for values and a type at each.

    ``reads`` has what reads each column of the answer. Values are texts, whole numbers or
    bytes.
    """

    statement: str
    reads: tuple[Read, ...]


class Connection(psycopg.Connection[tuple[Any, ...]]):
    """
    A connection over which small questions are answered soon.

    What is asked again is prepared here and not by the library, which after any rollback would
    drop all that is prepared in the session, ours too.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._names: dict[str, bytes] = {}
        self._ready: set[bytes] = set()

    @cached_property
    def asking(self) -> psycopg.Cursor[tuple[Any, ...]]:
        """Return a cursor for any question; to make one anew takes as long as to ask."""
        return self.cursor(binary=True)

    def answer(self, question: Question, *values: str | int | bytes | None) -> list[Any]:
        """
        Return the rows that answer a question.

        Raises what a cursor raises, and takes half as long: a cursor finds out each time
        how values are written and rows are read. What is asked a second time is prepared,
        which costs one more round trip, once.
        """
        name = self._name(question.statement)
        written = [_written(value) for value in values]
        formats = [int(type(value) is bytes) for value in values]
        if name is None:
            self.pgconn.send_query_params(
                question.statement.encode(), written, None, formats, result_format=1
            )
        else:
            self.pgconn.send_query_prepared(name, written, formats, result_format=1)
        result = self._result()
        value_at, reads = result.get_value, question.reads
        return [
            tuple(
                None if (sent := value_at(row, column)) is None else read(sent)
                for column, read in enumerate(reads)
            )
            for row in range(result.ntuples)
        ]

    def _name(self, statement: str) -> bytes | None:
        """
        Return the name under which a statement is prepared; ``None`` the first time.

        Raises :class:`Lost` when the connection breaks: nothing was asked yet.
        """
        name = self._names.get(statement)
        if name is None:
            self._names[statement] = b"trajet_%d" % len(self._names)
        elif name not in self._ready:
            try:
                self.pgconn.send_prepare(name, statement.encode())
                self._result()
            except psycopg.OperationalError as trouble:
                raise (Lost(str(trouble)) if _is_gone(self) else trouble) from trouble
            self._ready.add(name)
        return name

    def _result(self) -> Any:
        result = self.wait(generators.execute(self.pgconn))[-1]
        if result.status not in _FINE:
            raise psycopg.errors.error_from_result(result)
        return result


def _written(value: str | int | bytes | None) -> bytes | None:
    if isinstance(value, str) and "\0" in value:  # where it stands the text would end
        raise psycopg.DataError("a text with a zero in it")
    return value if value is None or type(value) is bytes else str(value).encode()


_FINE = (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK)


def database_of(url: str) -> str:
    """Return the database a URL names; :class:`BadInput` when it names none."""
    try:
        name = conninfo_to_dict(url).get("dbname")
    except psycopg.ProgrammingError as wrong:
        raise BadInput("the URL of the PostgreSQL database cannot be read") from wrong
    if not name:
        raise BadInput("the URL of a PostgreSQL store names its database: postgresql://HOST/NAME")
    return str(name)


def desk_role(url: str) -> str:
    """Name the role in which a database is used; every database has its own."""
    return f"{database_of(url)}_desk"


def connect(url: str, **settings: str) -> Connection:
    """
    Open a connection in autocommit, with our settings and those given.

    Raises :class:`Lost`; see :func:`explain`.
    """
    known = conninfo_to_dict(url)
    told = [f"-c {name}={_quoted(value)}" for name, value in (SETTINGS | settings).items()]
    options = " ".join([str(known.pop("options", "")), *told])
    try:
        return Connection.connect(
            make_conninfo(**(USUAL | known | {"options": options})),
            autocommit=True,
            prepare_threshold=None,
        )
    except psycopg.OperationalError as trouble:
        raise Lost(str(trouble)) from trouble


def connect_as_desk(url: str, **settings: str) -> Connection:
    """Open a connection that may do what the desk's role may, and no more."""
    return connect(url, role=desk_role(url), **settings)


_SELDOM = 5
"""What SQLAlchemy asks more often than that the library prepares: nothing of ours is there."""


def connect_for_views(url: str) -> Connection:
    """Open a connection to the read models, in transactions, as SQLAlchemy wants it."""
    connection = connect_as_desk(url, search_path=VIEWS)
    connection.prepare_threshold = _SELDOM
    connection.autocommit = False
    return connection


def found_views(url: str) -> None:
    """Make the schema of the read models, which the desk's role owns: they can be made again."""
    with in_our_words("the read models cannot be used: {what}"), founding(url) as connection:
        statement = f"CREATE SCHEMA IF NOT EXISTS {VIEWS} AUTHORIZATION {{desk}}"
        make(connection, [statement], desk_role(url))


def _quoted(value: str) -> str:
    """Write a value for libpq's ``options``, where a space ends it."""
    return value.replace("\\", "\\\\").replace(" ", "\\ ")


class Pool:
    """
    Connections to one database, for the threads of one process.

    psycopg's own pool opens them behind one's back and then cannot say why it failed;
    here the caller is told at once.
    """

    def __init__(self, url: str, opener: Callable[[str], Connection] = connect_as_desk) -> None:
        self.url = url
        self._opener = opener
        self._idle: list[Connection] = []
        self._slots = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._reached = False

    def connection(self) -> AbstractContextManager[Connection]:
        """
        Borrow a connection.

        Raises :class:`Lost` when the server is not reached, or went away meanwhile.
        """
        return _Loan(self)

    def persistently(self, work: Callable[[Connection], Result]) -> Result:
        """Do what may be done twice; when the connection breaks, find another and do it again."""

        def attempt() -> Result:
            with self.connection() as connection:
                return work(connection)

        return self.until_reached(attempt)

    def until_reached(self, work: Callable[[], Result]) -> Result:
        """Repeat work while the server cannot be reached, as long as one may reasonably wait."""
        pause, lost_at = 0.05, 0.0
        while True:
            try:
                return work()
            except Lost as lost:
                patience = WAIT_SECONDS if self._reached else FIRST_SECONDS
                refused = _sign_of(lost) in _HOPELESS
                lost_at = lost_at or time.monotonic()
                if refused or time.monotonic() - lost_at + pause > patience:
                    raise
            time.sleep(pause)
            pause = min(2 * pause, 2.0)

    def close(self) -> None:
        """Close the connections nobody has borrowed."""
        with self._lock:
            idle, self._idle = self._idle, []
        if self._process == os.getpid():
            for connection in idle:
                connection.close()

    def borrow(self) -> Connection:
        """Take a connection, to be given back; raises :class:`Lost`."""
        if not self._slots.acquire(timeout=WAIT_SECONDS):
            raise StoreTrouble(
                "the event store cannot be used: {what}", what="all connections to it are in use"
            )
        try:
            return self._take()
        except BaseException:
            self._slots.release()
            raise

    def _take(self) -> Connection:
        with self._lock:
            if self._process != os.getpid():  # connections are not inherited across a fork
                self._idle, self._process = [], os.getpid()
            while self._idle:
                connection = self._idle.pop()
                if not connection.closed:
                    return connection
        return self.opened()

    def opened(self) -> Connection:
        """Open one more connection, which the caller keeps; raises :class:`Lost`."""
        connection = self._opener(self.url)
        self._reached = True
        return connection

    def give_back(self, connection: Connection) -> None:
        """Have a connection lent to others, unless it broke."""
        try:
            if _is_gone(connection):
                connection.close()
                self._drop_idle()
                return
            with self._lock:
                self._idle.append(connection)
        finally:
            self._slots.release()

    def _drop_idle(self) -> None:
        """Let go of all: where one connection broke, the others did too."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()


class _Loan:
    """
    A borrowed connection; what breaks it is told as :class:`Broke`.

    As a class, since a generator takes a while to set up.
    """

    __slots__ = ("_borrowed", "_pool")

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def __enter__(self) -> Connection:
        self._borrowed = self._pool.borrow()
        return self._borrowed

    def __exit__(self, _kind: object, trouble: BaseException | None, _where: object) -> None:
        borrowed = self._borrowed
        broke = isinstance(trouble, psycopg.Error) and _is_gone(borrowed)
        self._pool.give_back(borrowed)
        if broke and not isinstance(trouble, Lost):  # which says already what was lost
            raise Broke("the connection broke") from trouble


def _is_gone(connection: Connection) -> bool:
    return connection.closed or connection.broken


_SIGNS = (
    ("too many", "many"),
    ("remaining connection slots", "many"),
    ('_desk" does not exist', "role"),
    ("permission denied to set role", "role"),
    ('FATAL:  role "', "login"),
    ('" does not exist', "database"),
    ("permission denied for database", "login"),
    ("password", "login"),
    ("authentication", "login"),
    ("pg_hba", "login"),
    ("read-only", "primary"),
    ("read-write", "primary"),
    ("could not translate", "host"),
    ("failed to resolve", "host"),
)
_HOPELESS = {"login", "role", "database"}
_UNREACHED = {
    "": "the database server cannot be reached",
    "login": "the database refuses the login",
    "role": "its desk role is not there or not yours to take; an administrator runs: trajet init, "
    "and grants the role",
    "database": "there is no such database",
    "many": "the database has no connection left",
    "primary": "no server of the database takes writes",
    "host": "the name of the database server is not known",
}
_STATES = {
    None: "it does not answer",
    "25006": "no server of the database takes writes",
    "42501": "the desk role lacks a right on it; an administrator runs: trajet init",
    "42P01": "there is no event store in the database; make one with: trajet init",
    "3F000": "there is no event store in the database; make one with: trajet init",
    "42883": "it was made by another version; an administrator runs: trajet init",
    "42703": "it was made by another version; an administrator runs: trajet init",
    "53100": "the disk of the database server is full",
    "53300": "the database has no connection left",
    "55P03": "another process has kept it locked for too long",
    "XX001": "the database is damaged",
    "XX002": "the database is damaged",
}


def explain(trouble: BaseException) -> str:
    """Say in our words what PostgreSQL, or the way to it, has against us."""
    if isinstance(trouble, Lost):
        return _UNREACHED[_sign_of(trouble)]
    return _STATES.get(getattr(trouble, "sqlstate", None), _STATES[None])


@contextmanager
def in_our_words(template: str) -> Iterator[None]:
    """Tell trouble as a :class:`StoreTrouble` of a text with a place for ``{what}``."""
    try:
        yield
    except psycopg.Error as trouble:
        raise StoreTrouble(template, what=explain(trouble)) from trouble


def _sign_of(lost: Lost) -> str:
    """Tell why a server was not reached; libpq says so only in words."""
    said = re.sub(r"^connection failed: |connection to server .*? failed: ", "", str(lost))
    return next((kind for sign, kind in _SIGNS if sign in said), "")


@contextmanager
def founding(url: str) -> Iterator[Connection]:
    """Open a transaction in which one founder at a time makes role, schemas and tables."""
    with connect(url) as connection, connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('trajet.found', 0))")
        yield connection


def make(connection: Connection, statements: Iterable[str], role: str) -> None:
    """Make what belongs to a store, with ``{desk}`` for the role it is used in."""
    _make_role(connection, role)
    for statement in statements:
        connection.execute(SQL(statement).format(desk=Identifier(role)))


def _make_role(connection: Connection, role: str) -> None:
    """
    Make a role that nobody logs in with, unless it is there, and let us act in it.

    Raises :class:`StoreTrouble` with what an administrator types, for whoever may not.
    """
    name = Identifier(role)
    there = connection.execute("SELECT 1 FROM pg_roles WHERE rolname=%s", (role,)).fetchone()
    try:
        if there is None:
            connection.execute(SQL("CREATE ROLE {} NOLOGIN").format(name))
        # Since PostgreSQL 16 who makes a role belongs to it without being able to act in it.
        acting = "SET" if connection.info.server_version >= 160_000 else "MEMBER"
        (mine,) = connection.execute(
            "SELECT pg_has_role(current_user, %s, %s)", (role, acting)
        ).fetchone() or (False,)
        if not mine:
            connection.execute(SQL("GRANT {} TO CURRENT_USER").format(name))
    except psycopg.errors.InsufficientPrivilege as refused:
        raise StoreTrouble(
            'you may not make roles; a database administrator types: CREATE ROLE "{role}" NOLOGIN; '
            'GRANT "{role}" TO "{user}"',
            role=role,
            user=connection.info.user,
        ) from refused
