"""
Benchmarks: each figure beside raw SQLite, or the bare library, doing the like in the same run.

Machines are noisy, so what counts is the ratio, from the medians of interleaved rounds.
Run with ``make bench``; writes ``build/bench.json`` and prints a table.
"""

import hashlib
import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from domain import commands as c
from domain.values import Function, Sealed
from projections.audit.reader import SqliteStore
from projections.audit.verify import verify
from workflows import intake, people
from workflows.handle import Occasion, handle
from workflows.journal import Journal
from workflows.store_sqlite import TABLES
from workflows.vault import Vault

ROUNDS = 5
COLD_ROUNDS = 15
SAMPLE = Path(__file__).parents[2] / "cli" / "sample"
BARE = """
import os, sys
from uuid import UUID
os.environ["PERSISTENCE_MODULE"] = "eventsourcing.sqlite"
os.environ["SQLITE_DBNAME"] = sys.argv[1]
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
class Dossier(Aggregate):
    @event("Opened")
    def __init__(self): self.steps = []
    @event("Advanced")
    def advance(self, step): self.steps.append(step)
class Office(Application[UUID]): pass
office = Office()
if len(sys.argv) == 2:
    dossier = Dossier()
    for step in range(8): dossier.advance(str(step))
    office.save(dossier)
    print(dossier.id)
else:
    dossier = office.repository.get(UUID(sys.argv[2]))
    dossier.advance("one more")
    office.save(dossier)
"""
"""What the bare library needs to load one aggregate and append one event, from a cold start."""

DAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


def main() -> None:
    """Run every measure and report."""
    with tempfile.TemporaryDirectory(prefix="trajet-bench-") as made:
        folder = Path(made)
        results = [
            cold_command(folder / "cold"),
            durable_command(folder / "durable"),
            taken_in(folder / "intake"),
            verified(folder / "verify"),
        ]
    document = {"machine": machine(), "results": results}
    build = Path("build")
    build.mkdir(exist_ok=True)
    (build / "bench.json").write_text(json.dumps(results, indent=2) + "\n")
    print_table(document)


def machine() -> str:
    """Describe where this runs."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def interleaved(rounds: int, ours: Callable[[], float], raw: Callable[[], float]) -> Any:
    """Run both sides in turn and return the median of each."""
    pairs = [(ours(), raw()) for _ in range(rounds)]
    return tuple(statistics.median(side) for side in zip(*pairs, strict=True))


def result(
    measure: str, ours: float, raw: float, *, reach: float, aim: float, better: str
) -> dict[str, Any]:
    """Write one row of the report; ``ratio`` is ours to raw."""
    return {
        "measure": measure,
        "store": "sqlite",
        "ours": round(ours, 4),
        "raw": round(raw, 4),
        "ratio": round(ours / raw, 3),
        "reach": reach,
        "aim": aim,
        "better": better,
    }


def office_in(folder: Path) -> tuple[Journal, Vault, Path]:
    """Make a store with the sample's staff; return it with its path."""
    folder.mkdir()
    store = folder / "store.db"
    journal = Journal(str(store), create=True)
    vault = Vault.create(folder / "store.vault.db", folder / "store.kek")
    founder = c.AddStaff(account="registrar", person="R-1", function=Function.REGISTRAR)
    people.register(journal, founder, None)
    registrar = people.acting(journal, "registrar", datetime.now(UTC))
    intake.import_staff(journal, SAMPLE / "staff-holsbeek.csv", registrar)
    return journal, vault, store


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def cold_command(folder: Path) -> dict[str, Any]:
    """Time a recording command from process start to exit, beside the bare library's script."""
    journal, vault, store = office_in(folder)
    dossier = "HOL-2025-9001"
    opened = c.OpenTrajectory(dossier=dossier, centre="HOL", name=Sealed.of("Bench"))
    handle(journal, vault, opened, Occasion("d.lambert", DAY))
    for hour in range(1, 8):
        informed = c.GiveInformation(dossier=dossier, language="fr")
        handle(journal, vault, informed, Occasion("d.lambert", DAY + timedelta(hours=hour)))
    journal.close()
    vault.close()
    script, bare = folder / "bare.py", folder / "bare.db"
    script.write_text(BARE)
    run = [sys.executable, str(script), str(bare)]
    known = subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()
    typed = ["inform", "HOL-2025-9001", "--language", "fr", "--as", "d.lambert"]
    ours = [str(Path(sys.executable).with_name("trajet")), "--store", f"sqlite:///{store}", *typed]

    def once(command: list[str]) -> float:
        return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))

    ours_s, raw_s = interleaved(COLD_ROUNDS, lambda: once(ours), lambda: once([*run, known]))
    return result(
        "cold recording command, seconds", ours_s, raw_s, reach=2.5, aim=1.7, better="lower"
    )


def durable_command(folder: Path) -> dict[str, Any]:
    """Count durable commands a second, the whole path of each, beside raw inserts."""
    journal, vault, _ = office_in(folder)
    plain = raw_store(folder / "raw.db")
    serial = iter(range(1, 1_000_000))
    count = 140

    def ours() -> float:
        def work() -> None:
            for _ in range(count // 14):
                dossier = f"HOL-2025-{next(serial):05d}"
                opened = c.OpenTrajectory(dossier=dossier, centre="HOL", name=Sealed.of("Bench"))
                handle(journal, vault, opened, Occasion("d.lambert", DAY))
                for hour in range(1, 14):
                    at = DAY + timedelta(hours=hour)
                    told = c.HoldInterview(dossier=dossier, note=Sealed.of("a short note"))
                    handle(journal, vault, told, Occasion("d.lambert", at))

        return count / timed(work)

    def raw() -> float:
        def work() -> None:
            for _ in range(count):
                insert_raw(plain, 1)

        return count / timed(work)

    ours_rate, raw_rate = interleaved(ROUNDS, ours, raw)
    journal.close()
    return result(
        "durable command, 1 writer, per second",
        ours_rate,
        raw_rate,
        reach=0.30,
        aim=0.65,
        better="higher",
    )


def raw_store(path: Path) -> sqlite3.Connection:
    """Open the table somebody would write by hand: event, leaf hash, full synchronisation."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute(
        "CREATE TABLE event (id INTEGER PRIMARY KEY, stream TEXT, version INTEGER, topic TEXT, "
        "state BLOB, leaf BLOB, UNIQUE (stream, version))"
    )
    return plain


def insert_raw(plain: sqlite3.Connection, count: int) -> None:
    """Append events of the usual size with their hash, in one transaction."""
    state = json.dumps({"cmd": str(uuid4()), "data": {"note": "x" * 160}}).encode()
    stream = uuid4().hex
    plain.execute("BEGIN IMMEDIATE")
    plain.executemany(
        "INSERT INTO event (stream, version, topic, state, leaf) VALUES (?,?,?,?,?)",
        (
            (stream, version, "interview-held.v1", state, hashlib.sha256(state).digest())
            for version in range(count)
        ),
    )
    plain.execute("COMMIT")


def register_of(folder: Path, copies: int) -> Path:
    """Write a register of many dossiers: the sample repeated under other numbers."""
    text = (SAMPLE / "register-holsbeek-2025.csv").read_text(encoding="cp1252").splitlines()
    file = folder / "register.csv"
    with file.open("w", encoding="cp1252") as written:
        written.write(text[0] + "\n")
        for copy in range(copies):
            written.writelines(
                line.replace("HOL-2025-", f"HOL-{2000 + copy}-", 1) + "\n" for line in text[1:]
            )
    return file


def taken_in(folder: Path) -> dict[str, Any]:
    """Count register rows taken in a second, sealed and logged, beside raw inserts in batches."""
    journal, vault, _ = office_in(folder)
    registrar = people.acting(journal, "registrar", datetime.now(UTC))
    file = register_of(folder, 20)
    plain = raw_store(folder / "raw.db")
    began = time.perf_counter()
    tally = intake.import_register(journal, vault, file, registrar)
    ours = tally.rows / (time.perf_counter() - began)

    def by_hand() -> None:
        for _ in range(tally.recorded // 500):
            insert_raw(plain, 500)

    raw = tally.recorded / timed(by_hand)
    journal.close()
    return result("register rows, per second", ours, raw, reach=0.196, aim=0.49, better="higher")


def verified(folder: Path) -> dict[str, Any]:
    """Count events verified a second, beside hashing as many leaves with nothing else."""
    journal, vault, store = office_in(folder)
    registrar = people.acting(journal, "registrar", datetime.now(UTC))
    tally = intake.import_register(journal, vault, register_of(folder, 40), registrar)
    journal.close()
    texts = [
        f"trajet.event/v1\n{index}\n{UUID(int=index)}\n".encode() * 2 for index in range(50_000)
    ]

    def ours() -> float:
        with SqliteStore.open(store) as opened:
            return tally.recorded / timed(lambda: verify(opened, schema=TABLES))

    def raw() -> float:
        return len(texts) / timed(lambda: [hashlib.sha256(b"\0" + text).digest() for text in texts])

    ours_rate, raw_rate = interleaved(ROUNDS, ours, raw)
    return result(
        "whole-tree verify, events per second",
        ours_rate,
        raw_rate,
        reach=0.16,
        aim=0.3,
        better="higher",
    )


def print_table(document: dict[str, Any]) -> None:
    """Print what was measured, the machine first."""
    out = sys.stdout.write
    out(f"{document['machine']}\n\n")
    out(f"{'measure':<42}{'ours':>12}{'raw':>14}{'ratio':>8}{'reach':>8}{'aim':>7}\n")
    for row in document["results"]:
        sign = "≤" if row["better"] == "lower" else "≥"
        out(
            f"{row['measure']:<42}{row['ours']:>12.4g}{row['raw']:>14.6g}{row['ratio']:>8.2f}"
            f"{sign}{row['reach']:>7.2f}{row['aim']:>7.2f}\n"
        )


if __name__ == "__main__":
    main()
