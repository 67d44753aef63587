"""A server dies under its writers and its standby takes over: nothing acknowledged is lost."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

import pytest
from cabinet import REPOSITORY, log_is_sound, office_at, sql
from postgres import Cluster, cluster

from cli.settings import StorePaths

WRITERS = 3
BEFORE, AFTER = 40, 40
"""Talks each writer records before the server is killed, and after the standby took over."""

PATIENCE = 60.0

WRITER = """
import json, sys
from pathlib import Path
from cli.settings import StorePaths
from cli.wiring import Office
from domain import commands as c
from domain.values import Sealed
from workflows.handle import Occasion, handle
url, key, dossier = sys.argv[1:]
office = Office(StorePaths(url, url, Path(key), url))
def record(command, account):
    (line,) = handle(office.journal, office.vault, command, Occasion(account)).lines
    receipt = line.stream, line.version, line.position, line.log_index, line.leaf_hash.hex()
    print(json.dumps(receipt), flush=True)
record(c.OpenTrajectory(dossier=dossier, centre="HOL", name=Sealed.of("Saba")), "k.declercq")
number = 0
while not Path(key).with_name("enough").exists():
    number += 1
    record(c.HoldInterview(dossier=dossier, note=Sealed.of(f"talk {number}")), "d.lambert")
office.close()
"""

PRIMARY = {
    "synchronous_standby_names": "standby",
    "synchronous_commit": "on",
    "wal_level": "replica",
    "wal_sender_timeout": "5s",
}


@contextmanager
def a_pair() -> Iterator[tuple[Cluster, Cluster]]:
    """Start a server and a standby that has every commit before it is acknowledged."""
    with cluster({"wal_level": "replica"}) as primary:
        standby = Cluster(
            primary.folder / "standby",
            {"primary_conninfo": f"host={primary.folder} user=postgres application_name=standby"},
        )
        primary.program("pg_basebackup", "-D", standby.data, "-R", "-X", "stream", "-c", "fast")
        try:
            primary.stop()
            primary.settings |= PRIMARY
            primary.start()
            standby.start()
            _until(lambda: _in_step(primary), "the standby follows")
            yield primary, standby
        finally:
            standby.kill()


def _in_step(primary: Cluster) -> bool:
    rows = primary.run("SELECT sync_state FROM pg_stat_replication")
    return rows == [("sync",)]


def _until(holds: Any, what: str) -> None:
    end = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < end, f"waited in vain until {what}"
        sleep(0.05)


class Writer:
    """A process that records talks until it is told to stop, and the receipts it was given."""

    def __init__(self, paths: StorePaths, dossier: str) -> None:
        self.dossier = dossier
        self.receipts: list[Any] = []
        self._process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(paths.store), str(paths.key), dossier],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for printed in self._process.stdout:
            self.receipts.append(json.loads(printed))

    def ends_well(self) -> None:
        """Expect that no step was refused and nothing went wrong."""
        assert self._process.stderr is not None
        complaints = self._process.stderr.read()
        assert (self._process.wait(PATIENCE), complaints) == (0, "")

    def kill(self) -> None:
        """Leave no process behind."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdout, self._process.stderr):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def pair() -> Iterator[tuple[Cluster, Cluster]]:
    """Give a server and its standby."""
    with a_pair() as both:
        yield both


def test_the_standby_takes_over_from_a_killed_server_and_nothing_acknowledged_is_lost(
    pair: tuple[Cluster, Cluster], tmp_path: Path
) -> None:
    primary, standby = pair
    name = primary.database()
    hosts = ",".join(quote(str(one.folder), safe="") for one in pair)
    url = f"postgresql://postgres@/{name}?host={hosts}&target_session_attrs=read-write"
    paths = StorePaths(url, url, tmp_path / "centre.kek", url)
    office_at(paths).close()
    writers = [Writer(paths, f"HOL-2026-{number:04}") for number in range(1, WRITERS + 1)]
    try:
        _until(lambda: _all_have(writers, BEFORE), "every writer has begun")
        primary.kill()
        acknowledged = [len(one.receipts) for one in writers]
        standby.run("SELECT pg_promote(true, 60)")
        _until(lambda: _have(writers, acknowledged, AFTER), "every writer goes on")
        (tmp_path / "enough").touch()
        for one in writers:
            one.ends_well()
    finally:
        for one in writers:
            one.kill()

    size = log_is_sound(standby.url(name))
    stored = {
        (stream, version, position, index, leaf.hex())
        for stream, version, position, index, leaf in sql(
            standby.url(name),
            "SELECT originator_id, originator_version, e.notification_id, idx, hash "
            "FROM stored_events e JOIN tlog_leaf l ON l.notification_id = e.notification_id",
        )
    }
    given = [tuple(receipt) for one in writers for receipt in one.receipts]
    assert stored.issuperset(given)
    assert len(set(given)) == len(given)
    assert size == len(stored)
    for one in writers:
        versions = [version for stream, version, *_ in sorted(stored) if stream == one.dossier]
        assert versions == list(range(1, len(one.receipts) + 1)), "recorded once, each of them"


def _all_have(writers: list[Writer], count: int) -> bool:
    return all(len(one.receipts) >= count for one in writers)


def _have(writers: list[Writer], before: list[int], more: int) -> bool:
    return all(
        len(one.receipts) >= count + more for one, count in zip(writers, before, strict=True)
    )
