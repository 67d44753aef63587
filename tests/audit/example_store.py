"""
Stores to be attacked: written by the journal itself, changed by whoever reads no rules.

``keep`` writes dossiers act by act, in turn, with everything personal really sealed.
``rebuild_log`` is the attacker who knows the format and recomputes the whole tree.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import dossier as d

from domain import events as e
from domain.merkle import Frontier, leaf_hash, leaf_text
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.values import Function, Origin, Sealed
from projections.audit.findings import Finding, Report
from projections.audit.reader import SqliteStore
from projections.audit.verify import verify
from workflows.journal import Journal
from workflows.store_sqlite import TABLES
from workflows.vault import Vault

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


def opened(folder: Path, name: str = "store.db") -> tuple[Journal, Vault]:
    """Make an empty store in a folder, or open the one that is there."""
    file = folder / name
    vault = Vault.create(folder / "vault.db", folder / "vault.key")
    return Journal(str(file), create=True), vault


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


def keep(folder: Path, dossiers: int = 3, saves_of: int = 1) -> tuple[Path, list[Recorded]]:
    """Write a store of staff and dossiers; return its file and the recorded lines."""
    journal, vault = opened(folder)
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
    return folder / "store.db", recorded


def _origin(number: int) -> Origin:
    return Origin.IMPORTED if number == 1 else Origin.DESK


def sql(file: Path, *statements: str) -> list[Any]:
    """Do to a database file what no part of ours would do; return what the last one gives."""
    rows: list[Any] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def rebuild_log(file: Path) -> None:
    """Recompute the log over the events as they are now, indices, nodes, head and counter."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for table in ("tlog_leaf", "tlog_node"):
            connection.execute(f"DELETE FROM {table}")
        frontier = Frontier()
        events = connection.execute("SELECT * FROM stored_events ORDER BY notification_id")
        for position, *event in events.fetchall():
            leaf = leaf_hash(leaf_text(frontier.size, position, *event))
            connection.execute(
                "INSERT INTO tlog_leaf VALUES (?,?,?)", (frontier.size, position, leaf)
            )
            connection.executemany("INSERT INTO tlog_node VALUES (?,?,?)", frontier.append(leaf))
        connection.execute(
            "UPDATE tlog_head SET size=?, frontier=?", (frontier.size, frontier.pack())
        )
        connection.execute(
            "UPDATE sqlite_sequence SET seq=(SELECT max(notification_id) FROM stored_events) "
            "WHERE name='stored_events'"
        )


def verified(file: Path, **given: Any) -> Report:
    """Verify a store as the command does."""
    return verify(SqliteStore(file), schema=TABLES, **given)


def codes(findings: Iterable[Finding]) -> list[str]:
    """Name what was found, in order."""
    return [finding.code for finding in findings]
