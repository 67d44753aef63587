"""
A store on disk with everything around it: what the tests of keeping and taking in open.

``office_in`` makes one with the staff of the sample centre; ``log_is_sound`` reads its
transparency log back from the raw tables, by arithmetic of its own.
"""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import psycopg
from postgres import Cluster

from cli.settings import StorePaths, locate
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.values import Function, Sealed
from workflows import intake, people, staffing

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLE = REPOSITORY / "cli" / "sample"
STAFF_LIST = SAMPLE / "staff-holsbeek.csv"
REGISTRAR = "registrar"

NOON = datetime(2026, 3, 4, 11, 0, tzinfo=UTC)
DOSSIER = "HOL-2026-0042"


def paths_in(folder: Path) -> StorePaths:
    """Name the files of a store kept in this folder."""
    return locate(f"sqlite:///{folder / 'centre.db'}")


@contextmanager
def paths_on(server: Cluster, folder: Path) -> Iterator[StorePaths]:
    """Make an empty database for a store, whose key is kept in this folder, and drop it after."""
    name = server.database()
    url = server.url(name)
    yield StorePaths(url, url, folder / "centre.kek", url)
    server.drop(name)


def office_in(folder: Path) -> Office:
    """Make a store in this folder, with a registrar and the staff of Holsbeek."""
    return office_at(paths_in(folder))


def office_at(paths: StorePaths) -> Office:
    """Make a store at this place, with a registrar and the staff of Holsbeek."""
    if not isinstance(paths.store, Path):
        return _found(paths)
    paths.store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for once, here in zip(_found_once(), paths, strict=True):
        if Path(once).exists():
            shutil.copy2(once, here)
    return Office(paths)


@cache
def _found_once() -> StorePaths:
    """Found a store in files that is copied for whoever asks for one."""
    folder = Path(tempfile.mkdtemp(prefix="trajet-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    paths = paths_in(folder / "founded")
    _found(paths).close()
    return paths


def _found(paths: StorePaths) -> Office:
    office = Office(paths)
    office.create()
    founder = c.AddStaff(account=REGISTRAR, person=REGISTRAR, function=Function.REGISTRAR)
    staffing.register(office.journal, founder, None)
    intake.import_staff(office.journal, STAFF_LIST, registrar_of(office))
    return office


def registrar_of(office: Office) -> Actor:
    """Call the registrar, who may take registers in."""
    return people.acting(office.journal, REGISTRAR, datetime.now(UTC))


def line(version: int, event: e.Event, stream: str = DOSSIER, **but: Any) -> Recorded:
    """Write down one line of a dossier, as a coach would have it recorded."""
    told: dict[str, Any] = {
        "occurred_at": NOON,
        "recorded_at": NOON,
        "account": "d.lambert",
        "person": "P-001",
        "role": Function.COACH,
        "command_id": str(uuid5(NAMESPACE_URL, f"{stream}/{version}")),
        "rule_set": RULE_SET,
    }
    return Recorded(stream=stream, version=version, event=event, **(told | but))


def opened(office: Office, one: Recorded, subject: str | None = None) -> dict[str, Any]:
    """Return an event's fields with the sealed ones opened; absent ones left out."""
    fields = {name: getattr(one.event, name) for name in type(one.event).model_fields}
    return {
        name: office.vault.read(
            value, subject=subject or one.stream, stream=one.stream, version=one.version, name=name
        )
        if isinstance(value, Sealed)
        else value
        for name, value in fields.items()
        if value is not None
    }


def sql(where: Path | str, statement: str, *values: Any) -> list[Any]:
    """
    Do something to a database that no part of ours would do, or look into it.

    Written as for SQLite; on a server, tables are found in our schemas, as the superuser.
    """
    if isinstance(where, Path):
        with closing(sqlite3.connect(where, isolation_level=None)) as connection:
            return connection.execute(statement, values).fetchall()
    with closing(psycopg.connect(where, autocommit=True)) as connection:
        connection.execute("SET search_path = trajet, trajet_vault, trajet_views")
        cursor = connection.execute(statement.replace("?", "%s").encode(), values or None)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def broken_at(store: Path | str, step: str) -> Iterator[None]:
    """Let a step, such as ``INSERT ON tlog_leaf``, go wrong in the middle of a save."""
    table = step.rpartition(" ")[2]
    if isinstance(store, Path):
        sql(store, f"CREATE TRIGGER broken BEFORE {step} BEGIN SELECT RAISE(ABORT, 'no'); END")
    else:
        sql(
            store,
            "CREATE FUNCTION trajet.broken() RETURNS trigger LANGUAGE plpgsql "
            "AS 'BEGIN RAISE EXCEPTION ''no''; END'",
        )
        sql(store, f"CREATE TRIGGER broken AFTER {step} EXECUTE FUNCTION trajet.broken()")
    yield
    on = "" if isinstance(store, Path) else f" ON {table}"
    sql(store, f"DROP TRIGGER broken{on}")


def kept_bytes(where: Path | str) -> Iterator[bytes]:
    """Read every file beside a store, or of the server it is on, as it is on disk."""
    if isinstance(where, Path):
        files = list(where.parent.iterdir())
    else:
        sql(where, "CHECKPOINT")
        ((folder, number),) = sql(
            where,
            "SELECT current_setting('data_directory'), oid FROM pg_database "
            "WHERE datname = current_database()",
        )
        data = Path(folder)
        files = [data.parent / "log"]
        for kept in (data / "base" / str(number), data / "pg_wal", data / "global"):
            files += [file for file in kept.iterdir() if file.is_file()]
    for file in files:
        with suppress(FileNotFoundError):  # a server takes its own away as it likes
            yield file.read_bytes()


def log_is_sound(store: Path | str) -> int:
    """
    Check leaves, order and head of the log against the events; return its size.

    Written from the documented format alone, so that it cannot share a mistake with ours.
    """
    events = sql(
        store,
        "SELECT notification_id, originator_id, originator_version, topic, state "
        "FROM stored_events ORDER BY notification_id",
    )
    leaves = sql(store, "SELECT idx, notification_id, hash FROM tlog_leaf ORDER BY idx")
    assert [index for index, _, _ in leaves] == list(range(len(events))), "indexes are dense"
    assert [leaf[1] for leaf in leaves] == [event[0] for event in events], "in recording order"
    hashes = [leaf for _, _, leaf in leaves]
    assert hashes == [leaf_by_hand(index, *event) for index, event in enumerate(events)]
    ((size, frontier),) = sql(store, "SELECT size, frontier FROM tlog_head")
    assert size == len(events)
    assert frontier == b"".join(_perfect_roots(hashes)), "the head is that of the leaves"
    return int(size)


def leaf_by_hand(
    index: int, position: int, stream: str, version: int, topic: str, state: bytes
) -> bytes:
    """Compute a leaf hash as a stranger would from the documented text."""
    lines = (
        "trajet.event/v1",
        str(index),
        str(position),
        stream,
        str(version),
        topic,
        "sha256:" + sha256(state).hexdigest(),
    )
    return sha256(b"\0" + "".join(f"{one}\n" for one in lines).encode()).digest()


def root_by_hand(hashes: list[bytes]) -> bytes:
    """Compute the root of a tree as RFC 6962 section 2.1 defines it."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << ((len(hashes) - 1).bit_length() - 1)
    left, right = root_by_hand(hashes[:half]), root_by_hand(hashes[half:])
    return sha256(b"\x01" + left + right).digest()


def _perfect_roots(hashes: list[bytes]) -> list[bytes]:
    """Cut the leaves into perfect subtrees, largest first, and return their roots."""
    found = []
    while hashes:
        size = 1 << (len(hashes).bit_length() - 1)
        found.append(root_by_hand(hashes[:size]))
        hashes = hashes[size:]
    return found
