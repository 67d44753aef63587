"""What is measured: ours and the plain twin in turn, the median of each, their ratio."""

import gc
import hashlib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import raw, workload
from bench.bare import BARE
from together import at_once

from cli.wiring import Office
from domain.trajectory import replay

ROUNDS = 5
COLD_ROUNDS = 21
WRITERS = 4


@dataclass(frozen=True, slots=True)
class Room:
    """A store of ours and the plain database beside it, on one kind of database."""

    kind: str
    office: Office
    where: str
    plain: Path | str

    @contextmanager
    def raw(self) -> Iterator[raw.Sqlite | raw.Postgres]:
        """Open the plain database."""
        with raw.opened(self.plain) as one:
            yield one


def result(
    measure: str,
    store: str,
    ours: float,
    raw_: float,
    *,
    reach: float,
    aim: float,
    better: str = "higher",
) -> dict[str, Any]:
    """Write one row of the report; ``ratio`` is ours to raw."""
    return {
        "measure": measure,
        "store": store,
        "ours": round(ours, 6),
        "raw": round(raw_, 6),
        "ratio": round(ours / raw_, 3),
        "reach": reach,
        "aim": aim,
        "better": better,
    }


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds some work takes."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def interleaved(
    ours: Callable[[int], float], plain: Callable[[int], float], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Run both sides in turn, ours first and second by turns; return the median of each."""
    pairs = []
    for turn in range(rounds):
        if turn % 2:
            second = plain(turn)
            pairs.append((ours(turn), second))
        else:
            pairs.append((ours(turn), plain(turn)))
    mine, theirs = zip(*pairs, strict=True)
    return statistics.median(mine), statistics.median(theirs)


# --- commands --------------------------------------------------------------------------------


def one_writer(room: Room, dossiers: int = 4, rounds: int = 21) -> dict[str, Any]:
    """Count durable commands a second, the whole path of each; many short rounds, as disks vary."""
    count = dossiers * workload.STEPS
    workload.record(room.office, range(9_990, 9_991))

    with room.raw() as plain:

        def ours(turn: int) -> float:
            serials = range(10_000 + turn * dossiers, 10_000 + (turn + 1) * dossiers)
            return count / timed(lambda: workload.record(room.office, serials))

        def theirs(turn: int) -> float:
            many = [
                event
                for serial in range(turn * dossiers, (turn + 1) * dossiers)
                for event in raw.events(10_000 + serial)
            ]
            return count / timed(lambda: [plain.command(event) for event in many])

        mine, limit = interleaved(ours, theirs, rounds)
    return result(
        "durable command, 1 writer, per second", room.kind, mine, limit, reach=0.30, aim=0.65
    )


def four_writers(room: Room, dossiers: int = 10) -> dict[str, Any]:
    """Count the durable commands a second of four processes that write at once."""
    script = Path(__file__).with_name("writer.py")

    def side(name: str, where: str) -> Callable[[int], float]:
        def run(turn: int) -> float:
            firsts = [100_000 + (turn * WRITERS + one) * dossiers for one in range(WRITERS)]
            key = room.office.paths.key
            told = at_once(*((script, name, where, key, first, dossiers) for first in firsts))
            return WRITERS * dossiers * workload.STEPS / max(map(float, told))

        return run

    mine, limit = interleaved(side("ours", room.where), side("raw", str(room.plain)), 3)
    return result(
        f"durable command, {WRITERS} writers, per second",
        room.kind,
        mine,
        limit,
        reach=0.35 if room.kind == "sqlite" else 0.40,
        aim=0.65,
    )


def intake(room: Room, register: Path) -> dict[str, Any]:
    """Count register rows a second, beside plain commands fifty to a transaction."""
    from workflows import intake as taking
    from workflows import people

    registrar = people.acting(room.office.journal, "registrar", workload.DAY)
    began = time.perf_counter()
    tally = taking.import_register(room.office.journal, room.office.vault, register, registrar)
    mine = tally.rows / (time.perf_counter() - began)
    many = [event for serial in range(300_000, 300_700) for event in raw.events(serial)]
    with room.raw() as plain:

        def in_fifties() -> None:
            for at in range(0, len(many), 50):
                plain.batch(many[at : at + 50])

        limit = len(many) / timed(in_fifties)
    return result(
        "batched commands (intake), per second", room.kind, mine, limit, reach=0.196, aim=0.49
    )


def cold_command(room: Room, folder: Path) -> dict[str, Any]:
    """Time a recording command from process start to exit, beside the bare library's script."""
    script, bare = folder / "bare.py", folder / "bare.db"
    script.write_text(BARE)
    run = [sys.executable, str(script), str(bare)]
    known = subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()
    dossier = workload.number(500_000)
    for account, hours, command in workload.steps(dossier)[:8]:
        workload.ask(room.office, account, command, hours)
    typed = ["inform", dossier, "--language", "fr", "--as", "d.lambert"]
    ours = [str(Path(sys.executable).with_name("trajet")), "--store", room.where, *typed]

    def once(command: list[str]) -> float:
        return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))

    mine, limit = interleaved(
        lambda _: once(ours), lambda _: once([*run, known]), rounds=COLD_ROUNDS
    )
    return result(
        "cold recording command, seconds",
        room.kind,
        mine,
        limit,
        reach=2.5,
        aim=1.7,
        better="lower",
    )


# --- reading ---------------------------------------------------------------------------------


def load_and_replay(room: Room, serials: range) -> dict[str, Any]:
    """Time loading one dossier of fourteen events and folding it, the median of many."""
    names = [workload.number(serial) for serial in serials]
    with room.raw() as plain:

        def each(load: Callable[[str], object]) -> float:
            return statistics.median(timed_once(load, name) for name in names)

        mine, limit = interleaved(
            lambda _: each(lambda name: replay(room.office.journal.history(name))),
            lambda _: each(plain.load),
        )
    return result(
        "load and replay one dossier, p50, seconds",
        room.kind,
        mine,
        limit,
        reach=8,
        aim=2,
        better="lower",
    )


def timed_once(work: Callable[[str], object], name: str) -> float:
    """Return the seconds of one call, garbage left where it is."""
    began = time.perf_counter()
    work(name)
    return time.perf_counter() - began


def rebuild(room: Room, events: int) -> dict[str, Any]:
    """Count the events a second of a rebuild of three read models."""
    from projections.base import rebuild as anew

    office = room.office
    models = office.models()[:3]
    with room.raw() as plain:
        mine, limit = interleaved(
            lambda _: events / timed(lambda: anew(office.engine, office.source, models)),
            lambda _: events / timed(plain.rebuild),
            3,
        )
    return result(
        "rebuild three read models, events per second",
        room.kind,
        mine,
        limit,
        reach=0.35,
        aim=0.60,
    )


def follow(room: Room, events: int) -> dict[str, Any]:
    """Count the events a second a worker applies from the beginning, position in step."""
    from projections.base import catch_up

    office = room.office
    models = office.models()[:3]
    with room.raw() as plain:

        def ours(_: int) -> float:
            forget(office.engine, models)
            return events / timed(lambda: catch_up(office.engine, office.source, models))

        mine, limit = interleaved(ours, lambda _: events / timed(plain.rebuild), 3)
    return result(
        "follow, exactly once, events per second",
        room.kind,
        mine,
        limit,
        reach=0.068,
        aim=0.169,
    )


def forget(engine: Any, models: Any) -> None:
    """Put read models back to before the first event."""
    from sqlalchemy import text

    with engine.begin() as connection:
        for model in models:
            for table in model.tables:
                connection.execute(table.delete())
            connection.execute(
                text("UPDATE view_bookmark SET position=0, leaf_hash='' WHERE model=:model"),
                {"model": model.name},
            )


def check(room: Room, events: int) -> dict[str, Any]:
    """
    Count the events a second of the controls of separation and conformance, whole log.

    As the commands do: separation is judged from the journal each time, conformance keeps what
    it found of a dossier until that dossier changes.
    """
    from cli.separated import judged
    from projections.caseload import CASELOAD
    from projections.judged import findings

    office = room.office

    def whole() -> None:
        judged(office.journal, lambda _state: True)
        with office.reading(CASELOAD):
            findings(office.engine, office.journal.history)

    whole()
    with room.raw() as plain:
        mine, limit = interleaved(
            lambda _: events / timed(whole), lambda _: events / timed(plain.check)
        )
    return result(
        "separation and conformance, events per second",
        room.kind,
        mine,
        limit,
        reach=0.35,
        aim=0.55,
    )


def verified(room: Room, events: int) -> dict[str, Any]:
    """Count events verified a second, beside hashing as many leaves with nothing else."""
    from cli.audit import examined

    texts = [f"trajet.event/v1\n{index}\n{'x' * 90}\n".encode() for index in range(50_000)]

    def leaves(_: int) -> float:
        return len(texts) / timed(lambda: [hashlib.sha256(b"\0" + text).digest() for text in texts])

    def ours(_: int) -> float:
        report = None

        def work() -> None:
            nonlocal report
            report = examined(room.office)

        seconds = timed(work)
        assert report is not None
        assert not report.findings
        return events / seconds

    mine, limit = interleaved(ours, leaves)
    return result(
        "whole-tree verify, events per second", room.kind, mine, limit, reach=0.16, aim=0.30
    )


def proved(room: Room, events: int) -> dict[str, Any]:
    """Time a proof that an act is in the log, beside hashing a block of leaves and one of nodes."""
    from domain.proofs import included

    pair = bytes(64)

    def hashing(_: int) -> float:
        return statistics.median(
            timed(lambda: [hashlib.sha256(b"\1" + pair).digest() for _ in range(510)])
            for _ in range(21)
        )

    def ours(turn: int) -> float:
        times = []
        for number in range(21):
            index = (turn * 7_919 + number * 104_729) % events
            began = time.perf_counter()
            with room.office.journal.still() as view:
                proof = view.inclusion(index, view.size)
            times.append(time.perf_counter() - began)
            with room.office.journal.still() as view:
                leaf = room.office.journal.store.select_leaf(index + 1)
                assert leaf is not None
                assert included(leaf, index, view.size, proof, view.frontier.root())
        return statistics.median(times)

    mine, limit = interleaved(ours, hashing)
    return result(
        "proof that an act is in the log, p50, seconds",
        room.kind,
        mine,
        limit,
        reach=10,
        aim=3,
        better="lower",
    )


def size(room: Room, serials: range) -> dict[str, Any]:
    """Count the bytes an event takes on disk: sealed, with metadata, leaf and indexes."""
    before = _bytes(Path(room.where))
    workload.record(room.office, serials)
    ours = _bytes(Path(room.where)) - before
    assert isinstance(room.plain, Path)
    empty = _bytes(room.plain)
    with room.raw() as plain:
        plain.fill([event for serial in serials for event in raw.events(serial)])
        plain.fill(raw.beds(serials))
    count = len(serials) * (workload.STEPS + len(raw.MOVES))
    return result(
        "bytes per event",
        room.kind,
        ours / count,
        (_bytes(room.plain) - empty) / count,
        reach=3,
        aim=2,
        better="lower",
    )


def _bytes(file: Path) -> int:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.stat().st_size
