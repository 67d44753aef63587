"""
Stores to be attacked: written by the journal itself, changed by whoever reads no rules.

``keep`` writes dossiers act by act, in turn, with everything personal really sealed.
``rebuild_log`` is the attacker who knows the format and recomputes the whole tree. A store
is a file, or a :class:`Base` on a PostgreSQL server, where the attacker is its superuser.
The functions ``forged``, ``zeroblob`` and ``no_command`` are there for attacks on both.
"""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

import dossier as d
import psycopg
from postgres import Cluster

from domain import events as e
from domain.merkle import Frontier, leaf_hash, leaf_text
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.values import Function, Origin, Sealed
from projections.audit.findings import Finding, Report
from projections.audit.reader import SqliteStore
from projections.audit.reader_postgres import PostgresStore
from projections.audit.stretch import Pace
from projections.audit.verify import verify
from workflows import store_postgres, store_sqlite
from workflows.journal import Journal
from workflows.postgres import connect_as_desk
from workflows.vault import Vault


class Base(NamedTuple):
    """A database on a server."""

    server: Cluster
    name: str

    @property
    def url(self) -> str:
        """What the store is called on the command line."""
        return self.server.url(self.name)


Place = Path | Base

TOPICS = dict(e.EVENTS)
"""Every topic, looked up once."""

FIRST_DAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CORRECTED = e.RecordCorrected(
    corrects=1,
    field="came_from",
    was="police",
    becomes="border",
    reason=Sealed.of("the police report was of another day"),
)
ACTS = [*(act.event for act in d.STORY[:4]), CORRECTED, *(act.event for act in d.STORY[4:])]


def line(stream: str, version: int, event: e.Event, save: object = None, **but: Any) -> Recorded:
    """Write one line down; lines that name the same ``save`` come from one command."""
    at = FIRST_DAY + timedelta(hours=version)
    command = uuid5(NAMESPACE_URL, f"{stream}/{version if save is None else save}")
    told: dict[str, Any] = {
        "occurred_at": at,
        "recorded_at": at,
        "account": "d.lambert",
        "person": "P-001",
        "role": Function.COACH,
        "command_id": str(command),
        "rule_set": RULE_SET,
    }
    return Recorded(stream=stream, version=version, event=event, **(told | but))


def staff(account: str) -> list[Recorded]:
    """Open an account and give it a function, in one save; its label is not plain ASCII."""
    stream = f"staff:{account}"
    given = e.FunctionGiven(function=Function.COACH, label="attaché coach")
    return [
        line(stream, 1, e.AccountOpened(person=f"person-{account}"), "add"),
        line(stream, 2, given, "add"),
    ]


def opened(place: Place) -> tuple[Journal, Vault]:
    """Make an empty store at a place, or open the one that is there; its vault is a file."""
    where = place if isinstance(place, Path) else Path(place.server.folder) / place.name
    vault = Vault.create(where.with_suffix(".vault"), where.with_suffix(".key"))
    return Journal(place.url if isinstance(place, Base) else str(place), create=True), vault


def record(journal: Journal, vault: Vault, *lines: Recorded) -> list[Recorded]:
    """Seal what is personal and append, in one save."""
    with vault.sealing():
        sealed = [
            one._replace(
                event=vault.seal(
                    one.event, subject=one.stream, stream=one.stream, version=one.version
                ),
            )
            for one in lines
        ]
    return journal.append(sealed)


def keep(place: Place, dossiers: int = 3, saves_of: int = 1) -> list[Recorded]:
    """Write a store of staff and dossiers; return the recorded lines."""
    journal, vault = opened(place)
    recorded = record(journal, vault, *staff("d.lambert"))
    for version, event in enumerate(ACTS, start=1):
        lines = [
            line(
                f"HOL-2026-{number:04}",
                version,
                event,
                origin=_origin(number),
                whole_day=not number,
            )
            for number in range(dossiers)
        ]
        for at in range(0, len(lines), saves_of):
            save = lines[at : at + saves_of]
            recorded += record(journal, vault, *save)
    recorded += record(journal, vault, *staff("m.vandamme"))
    journal.close()
    vault.close()
    return recorded


def _origin(number: int) -> Origin:
    return Origin.IMPORTED if number == 1 else Origin.DESK


def sql(place: Place, *statements: str) -> list[Any]:
    """Do to a database what no part of ours would do; return what the last statement gives."""
    return _on_the_server(place, statements) if isinstance(place, Base) else _in(place, statements)


def _in(file: Path, statements: Iterable[str]) -> list[Any]:
    rows: list[Any] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.create_function("forged", 1, _forged)
        connection.create_function("no_command", 0, lambda: bytes(16))
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def _forged(state: bytes) -> bytes:
    """Say of an act that it happened a year before."""
    return state.replace(b'"at":"2026-', b'"at":"2025-')


def _on_the_server(base: Base, statements: Iterable[str]) -> list[Any]:
    rows: list[Any] = []
    with closing(attacker(base)) as connection:
        for statement in statements:
            said = statement
            for theirs, ours in _SAID_OTHERWISE:
                said = re.sub(theirs, ours, said)
            cursor = connection.execute(said.encode())
            rows = cursor.fetchall() if cursor.description else []
    return rows


def attacker(base: Base) -> "psycopg.Connection[tuple[Any, ...]]":
    """Open a connection as the superuser, with the tables on its path."""
    return psycopg.connect(base.url, autocommit=True, options="-c search_path=trajet,public")


_SAID_OTHERWISE = (
    (r"\bx'([0-9a-f]*)'", r"'\\x\1'::bytea"),
    (r"UPDATE sqlite_sequence SET seq = seq\b", "UPDATE tlog_head SET newest = newest"),
    (r"UPDATE sqlite_sequence SET seq\b", "UPDATE tlog_head SET newest"),
    (r"\bchar\(", "chr("),
)
"""What attacks on a file say, and what PostgreSQL calls it."""

TOOLS = (
    "CREATE OR REPLACE FUNCTION public.forged(state bytea) RETURNS bytea LANGUAGE sql AS "
    "$$SELECT convert_to(replace(convert_from(state, 'UTF8'), '\"at\":\"2026-', "
    "'\"at\":\"2025-'), 'UTF8')$$",
    "CREATE OR REPLACE FUNCTION public.zeroblob(size int) RETURNS bytea LANGUAGE sql AS "
    "$$SELECT decode(repeat('00', size), 'hex')$$",
    "CREATE OR REPLACE FUNCTION public.no_command() RETURNS uuid LANGUAGE sql AS "
    "$$SELECT '00000000-0000-0000-0000-000000000000'::uuid$$",
)


def copy_of(original: Base, name: str = "") -> Base:
    """Copy a database with all that is in it; its desk gets a role of its own."""
    server = original.server
    copied = Base(server, name or next(server._names))
    server.run(f"CREATE DATABASE {copied.name} TEMPLATE {original.name} STRATEGY = FILE_COPY")
    store_postgres.found(copied.url)
    return copied


def rebuild_log(place: Place) -> None:
    """Recompute the log over the events as they are now, indices, nodes, head and counter."""
    events = sql(place, "SELECT * FROM stored_events ORDER BY notification_id")
    frontier, leaves, nodes = Frontier(), [], []
    for position, *event in events:
        leaf = leaf_hash(leaf_text(frontier.size, position, *event))
        leaves.append(f"({frontier.size}, {position}, x'{leaf.hex()}')")
        nodes += [(level, at, node.hex()) for level, at, node in frontier.append(leaf)]
    newest = events[-1][0] if events else 0
    sql(
        place,
        "DELETE FROM tlog_leaf",
        "DELETE FROM tlog_node",
        f"INSERT INTO tlog_leaf VALUES {', '.join(leaves)}",
        *(f"INSERT INTO tlog_node VALUES ({level}, {at}, x'{node}')" for level, at, node in nodes),
        f"UPDATE tlog_head SET size = {frontier.size}, frontier = x'{frontier.pack().hex()}'",
        f"UPDATE sqlite_sequence SET seq = {newest}",
    )


def verified(place: Place, **given: Any) -> Report:
    """
    Verify a store as the command does, in stretches short enough to be used at all.

    Who acted is not asked unless it is said: in these stores one coach does everything.
    """
    told: dict[str, Any] = {"pace": Pace(blocks=1, helpers=0), "actors": False, "topics": TOPICS}
    given = told | given
    if isinstance(place, Base):
        return verify(postgres_store(place), schema=store_postgres.TABLES, **given)
    return verify(SqliteStore(place), schema=store_sqlite.TABLES, **given)


def postgres_store(base: Base) -> PostgresStore:
    """Open a database as the command does: in the desk's role, and read-only."""
    return PostgresStore(partial(connect_as_desk, base.url, default_transaction_read_only="on"))


def codes(findings: Iterable[Finding]) -> list[str]:
    """Name what was found, in order."""
    return [finding.code for finding in findings]
