"""A store moves from a file to a server with every event, leaf and key as it is."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cabinet import REPOSITORY, SAMPLE, log_is_sound, opened, sql
from postgres import Cluster
from story import Desk

from cli.settings import StorePaths
from cli.wiring import Office

TABLES = ("stored_events", "tlog_leaf", "tlog_node")


@pytest.fixture
def empty(server: Cluster, tmp_path: Path) -> Iterator[str]:
    """Make an empty database to move to."""
    name = server.database()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def filled(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a store with the sample's year in it, and one dossier of the desk's own."""
    monkeypatch.setenv("TRAJET_KEK", "")
    register = file_desk.folder / "register.csv"  # what is rejected is written beside it
    register.write_bytes((SAMPLE / "register-holsbeek-2025.csv").read_bytes())
    for line in (
        "init --as registrar",
        f"import {{folder}}/register.csv --staff {SAMPLE / 'staff-holsbeek.csv'} --as registrar",
        "open HOL-2026-0001 --name 'Idris Test' --as k.declercq",
    ):
        assert file_desk.runs(line).exit_code == 0, line
    return file_desk


def _file(desk: Desk) -> Path:
    return desk.folder / "office.db"


def _moved(desk: Desk, url: str) -> Office:
    """Open what was moved, as the command leaves it, with the key beside the file."""
    return Office(StorePaths(url, url, desk.folder / "office.kek", url))


def test_everything_is_there_after_the_move_and_fits(filled: Desk, empty: str) -> None:
    run = filled.runs(f"move --to {empty} --json")

    assert run.exit_code == 0, run.output
    told = json.loads(run.stdout)
    before = json.loads(filled.runs("audit verify --json").stdout)
    assert (told["events"], told["root"]) == (before["size"], before["root"])
    for table in TABLES:
        rows = f"SELECT * FROM {table} ORDER BY 1, 2"
        assert sql(empty, rows) == sql(_file(filled), rows)
    assert log_is_sound(empty) == told["events"]
    (keys,) = sql(filled.folder / "office.vault.db", "SELECT count(*) FROM vault_key")
    assert (told["keys"],) == keys


def test_what_was_sealed_is_read_and_acts_go_on_after_the_move(filled: Desk, empty: str) -> None:
    filled.runs(f"move --to {empty}")
    filled.store = empty

    assert "Idris Test" in filled.types("show HOL-2026-0001 --as d.lambert")
    inform = "inform HOL-2026-0001 --language fa --interpreter I-17 --as d.lambert --json"
    again = json.loads(filled.runs(inform).stdout)
    assert again["version"] == 2
    assert log_is_sound(empty) == again["log_index"] + 1
    office = _moved(filled, empty)
    (admitted, _) = office.journal.history("HOL-2026-0001")
    assert opened(office, admitted)["name"] == "Idris Test"
    office.close()


def test_a_receipt_from_before_the_move_holds_after(filled: Desk, empty: str) -> None:
    receipt = filled.folder / "receipt.json"
    receipt.write_text(filled.runs("interview HOL-2026-0001 --as d.lambert --json").stdout)
    head = filled.folder / "head.json"
    head.write_text(filled.runs("audit verify --json").stdout)
    filled.runs(f"move --to {empty}")
    filled.store = empty

    run = filled.runs(f"audit verify --checkpoint {head} --receipts {receipt}")
    assert (run.exit_code, "nothing was altered" in run.output) == (0, True)


def test_the_same_command_is_known_after_the_move(filled: Desk, empty: str) -> None:
    line = (
        "interview HOL-2026-0001 --as d.lambert --json "
        "--command-id 7d2f0c51-8f0e-4b57-9f1c-2f7f6d2a0c42"
    )
    before = filled.runs(line).stdout
    filled.runs(f"move --to {empty}")
    filled.store = empty

    assert filled.runs(line).stdout == before


def test_a_store_that_was_altered_is_not_moved(filled: Desk, empty: str) -> None:
    sql(_file(filled), "UPDATE stored_events SET topic='x' WHERE notification_id=20")

    run = filled.runs(f"move --to {empty}")
    assert run.exit_code == 6
    assert "so it is not moved" in run.output
    assert sql(empty, "SELECT to_regclass('trajet.stored_events')") == [(None,)]


def test_a_store_is_not_moved_onto_another(filled: Desk, empty: str) -> None:
    filled.runs(f"move --to {empty}")

    run = filled.runs(f"move --to {empty}")
    assert (run.exit_code, "holds events already" in run.output) == (6, True)
    assert log_is_sound(empty) == log_is_sound(_file(filled))


@pytest.mark.parametrize(
    ("place", "code"),
    [("sqlite:///other.db", 2), ("postgresql://u:secret@h/d", 2), ("nonsense://x", 2)],
)
def test_a_store_moves_to_a_server_only(filled: Desk, place: str, code: int) -> None:
    run = filled.runs(f"move --to {place}")
    assert run.exit_code == code
    assert "secret" not in run.output


def test_another_key_in_the_way_is_not_overwritten(
    filled: Desk, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = filled.folder / "other.kek"
    other.write_text("bm90IHRoZSBrZXkgb2YgdGhpcyBzdG9yZSBhdCBhbGwh\n")
    monkeypatch.setattr("story.KEY_FILE", other.name)

    run = filled.runs(f"move --to {empty}")
    assert (run.exit_code, "is the key of another store" in run.output) == (2, True)
    assert other.read_text() == "bm90IHRoZSBrZXkgb2YgdGhpcyBzdG9yZSBhdCBhbGwh\n"


KILLED = """
import os, signal, sys
from workflows import store_postgres
copied = store_postgres._copy
calls = []
def copy(connection, table, rows):
    copied(connection, table, rows)
    calls.append(table)
    if table == "recorded_command":
        os.kill(os.getpid(), signal.SIGKILL)
store_postgres._copy = copy
from cli.main import main
main(sys.argv[1:])
"""


def test_a_move_that_is_killed_leaves_nothing_and_is_repeated(filled: Desk, empty: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", KILLED, "--store", filled.store, "move", "--to", empty],
        env=os.environ
        | {"PYTHONPATH": str(REPOSITORY), "TRAJET_KEK": str(filled.folder / "office.kek")},
        check=False,
        capture_output=True,
    )
    assert run.returncode == -signal.SIGKILL
    assert sql(empty, "SELECT count(*) FROM stored_events") == [(0,)]

    assert filled.runs(f"move --to {empty}").exit_code == 0
    assert log_is_sound(empty) == log_is_sound(_file(filled))


def test_who_records_during_the_move_waits_and_is_not_lost_from_the_file(
    filled: Desk, empty: str
) -> None:
    office = Office(StorePaths(*[filled.folder / f"office{end}" for end in ENDS]))
    target = _moved(filled, empty)
    target.create()
    done = threading.Event()
    store: Any = office.journal.store
    with store.copied() as log:
        pages = [len(page) for page in log.pages]
        writer = threading.Thread(target=_records, args=(filled, done))
        writer.start()
        assert not done.wait(0.5)
    writer.join()
    assert done.is_set()
    assert sum(pages) == log.head.size == log_is_sound(_file(filled)) - 1
    office.close()
    target.close()


ENDS = (".db", ".vault.db", ".kek", ".views.db")


def _records(desk: Desk, done: threading.Event) -> None:
    office = Office(StorePaths(*[desk.folder / f"office{end}" for end in ENDS]))
    line = office.journal.history("HOL-2026-0001")[0]
    office.journal.append(
        [line._replace(version=2, command_id="7d2f0c51-8f0e-4b57-9f1c-2f7f6d2a0c43")]
    )
    office.close()
    done.set()
