"""What may happen to a store without anything being wrong, and how little verifying leaves."""

import os
import pickle
import shutil
import sqlite3
import tempfile
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from audit.example_store import ACTS, codes, keep, line, opened, record, sql, staff, verified

from domain.errors import ConcurrentChange, StoreTrouble
from workflows.store_sqlite import TABLES


def files(folder):
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_an_untouched_store_is_sound(store, recorded):
    journal, _ = opened(store)
    root = journal.head().root().hex()
    journal.close()
    report = verified(store)
    assert report.document() == {"size": len(recorded), "root": root, "findings": []}


def test_a_store_with_inner_nodes_is_sound(large_store):
    report = verified(large_store)
    assert (report.size, report.findings) == (676, [])


@pytest.mark.parametrize("events", [1, 255, 256, 257, 512, 513])
def test_a_store_of_any_size_is_sound(empty, events):
    journal, vault = opened(empty)
    interview = ACTS[2].model_copy(update={"note": None})
    record(journal, vault, *(line("HOL-2026-0042", 1 + at, interview) for at in range(events)))
    journal.close()
    assert verified(empty).findings == []


def test_a_store_without_events_is_sound(empty):
    journal, _ = opened(empty)
    journal.close()
    report = verified(empty)
    assert report.size == 0
    assert report.root == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert report.findings == []


def test_an_event_refused_for_its_version_leaves_no_trace(empty):
    journal, vault = opened(empty)
    record(journal, vault, *staff("d.lambert"))
    for event in ACTS[:2]:
        with pytest.raises(ConcurrentChange):
            record(journal, vault, line("staff:d.lambert", 2, event, save="again"))
    record(journal, vault, line("HOL-2026-0042", 1, ACTS[0]))
    journal.close()
    assert verified(empty).findings == []


UPKEEP = [
    ("sqlite", "VACUUM"),
    ("sqlite", "ANALYZE"),
    ("sqlite", "REINDEX"),
    ("sqlite", "PRAGMA journal_mode=DELETE"),
    ("postgresql", "VACUUM"),
    ("postgresql", "VACUUM (FULL, ANALYZE)"),
    ("postgresql", "REINDEX SCHEMA trajet"),
    ("postgresql", "REINDEX TABLE CONCURRENTLY stored_events"),
    (
        "postgresql",
        "CLUSTER stored_events USING stored_events_originator_id_originator_version_key",
    ),
    ("postgresql", "CLUSTER tlog_leaf USING tlog_leaf_pkey"),
    ("postgresql", "ALTER TABLE stored_events SET (autovacuum_enabled = off, fillfactor = 70)"),
    ("postgresql", "CHECKPOINT"),
]


@pytest.mark.parametrize(("engine", "upkeep"), UPKEEP)
def test_upkeep_changes_nothing(copied, engine, upkeep):
    store = copied(engine, "large")
    sql(store, upkeep)
    assert verified(store).findings == []


def test_an_online_backup_is_as_good_as_the_store(copied, tmp_path):
    large_store = copied("sqlite", "large")
    copy = tmp_path / "backup.db"
    with (
        closing(sqlite3.connect(large_store)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    assert verified(copy) == verified(large_store)


def test_a_file_dumped_and_restored_is_as_good_as_before(copied, tmp_path):
    large_store = copied("sqlite", "large")
    copy = tmp_path / "restored.db"
    with (
        closing(sqlite3.connect(large_store)) as source,
        closing(sqlite3.connect(copy, isolation_level=None)) as target,
    ):
        target.executescript("\n".join(source.iterdump()))
    assert verified(copy) == verified(large_store)


def test_a_file_copied_row_by_row_into_a_new_one_is_as_good_as_before(copied, tmp_path):
    large_store, copy = copied("sqlite", "large"), tmp_path / "new.db"
    journal, _ = opened(copy)
    journal.close()
    sql(
        copy,
        f"ATTACH '{large_store}' AS old",
        "DELETE FROM tlog_head",
        *(f"INSERT INTO main.{table} SELECT * FROM old.{table}" for table in TABLES),
    )
    assert verified(copy) == verified(large_store)


def test_verifying_leaves_nothing_behind(copied):
    store = copied("sqlite", "small")
    before = files(store.parent)
    verified(store)
    assert files(store.parent) == before


NOBODY = 65534


def test_a_store_in_a_folder_nobody_may_write_is_verified(copied):
    store = copied("sqlite", "small")
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / store.name
        shutil.copy(store, file)
        file.chmod(0o400)
        Path(made).chmod(0o500)
        if os.geteuid() == 0:  # to whom nothing is read-only
            os.chown(file, NOBODY, NOBODY)
            os.chown(made, NOBODY, NOBODY)
            assert _as_nobody(lambda: verified(file).findings) == []
        else:
            assert verified(file).findings == []
        Path(made).chmod(0o700)


def _as_nobody(work):
    """Do some work in a child process without any privilege, and return what it returns."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads do not matter to this child
        child = os.fork()
    if child == 0:
        try:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writing, pickle.dumps(work()))
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        return pickle.loads(told.read())  # noqa: S301 (written above)


def test_a_store_that_is_being_written_is_verified_as_it_is_now(empty):
    keep(empty)
    journal, vault = opened(empty)
    record(journal, vault, line("HOL-2026-0042", 1, ACTS[0]))
    report = verified(empty)
    journal.close()
    assert (report.size, report.findings) == (41, [])


def test_a_store_whose_writer_was_killed_is_verified_with_its_write_ahead_log(tmp_path):
    (tmp_path / "copy").mkdir()
    file = tmp_path / "store.db"
    keep(file)
    journal, vault = opened(file)
    record(journal, vault, line("HOL-2026-0042", 1, ACTS[0]))
    assert (tmp_path / "store.db-wal").stat().st_size > 0
    for name in ("store.db", "store.db-wal"):
        shutil.copy(tmp_path / name, tmp_path / "copy" / name)
    journal.close()
    report = verified(tmp_path / "copy" / "store.db")
    assert (report.size, report.findings) == (41, [])


def test_a_store_written_while_it_is_read_is_read_as_one_moment(empty, engine):
    keep(empty)
    came: list[int] = []

    def somebody_comes(done, total):
        if not came:
            came.append(total)
            journal, vault = opened(empty)
            record(journal, vault, line("HOL-2026-0042", 1, ACTS[0]))
            journal.close()

    # A byte is changed as well, so that the first reading finds something to doubt.
    sql(empty, "UPDATE stored_events SET topic = 'x' WHERE notification_id = 3")
    report = verified(empty, progress=somebody_comes)
    assert came
    # A file that somebody came to is read again; a server keeps the moment for us.
    assert report.size == (41 if engine == "sqlite" else 40)
    assert codes(report.findings) == ["TOPIC_TYPE"]


def test_progress_is_told(large_store):
    told = []
    verified(large_store, progress=lambda done, total: told.append((done, total)))
    assert [total for _, total in told] == [676] * len(told)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_there_must_be_a_file(tmp_path):
    with pytest.raises(StoreTrouble):
        verified(tmp_path / "absent.db")
