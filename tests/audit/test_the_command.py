"""``trajet audit verify``, wherever the store is kept."""

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from audit.example_store import Base, sql, verified
from audit.notary import LOG, checkpoint, signed
from cabinet import paths_in
from click.testing import CliRunner

from cli.main import main
from cli.render import progress_bar
from cli.wiring import Office
from domain import commands as c
from domain.values import Function
from projections.audit import reader
from workflows import people, staffing


@pytest.fixture
def typed(monkeypatch, tmp_path):
    """What types a command at a desk of its own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def run(place, *words):
        url = place.url if isinstance(place, Base) else str(place)
        url = url if ":/" in url else f"sqlite:///{url}"
        return CliRunner().invoke(main, ["--store", url, "audit", "verify", *words])

    return run


def test_an_untouched_store_exits_with_0(office_of_files_or_server, typed):
    done = typed(office_of_files_or_server, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["size"] == 4


@pytest.fixture
def office_of_files_or_server(paths):
    """Name a store whose registrar registered one coach."""
    office = Office(paths)
    office.create()
    founder = c.AddStaff(account="r.peeters", person="P-900", function=Function.REGISTRAR)
    staffing.register(office.journal, founder, None)
    registrar = people.acting(office.journal, "r.peeters", office.journal.clock())
    coach = c.AddStaff(account="d.lambert", person="P-001", function=Function.COACH)
    staffing.register(office.journal, coach, registrar)
    office.close()
    return paths.url


def test_a_store_that_was_altered_exits_with_1(store, typed):
    sql(store, "UPDATE stored_events SET state = forged(state) WHERE notification_id = 10")
    done = typed(store)
    assert done.exit_code == 1
    assert "LEAF_MISMATCH" in done.stdout


def test_a_store_that_is_not_there_exits_with_6(typed, tmp_path, server):
    for place in (tmp_path / "absent.db", Base(server, "absent")):
        assert typed(place).exit_code == 6


def test_a_server_that_does_not_answer_exits_with_6(typed, monkeypatch):
    done = CliRunner().invoke(
        main, ["--store", "postgresql://127.0.0.1:1/trajet", "audit", "verify"]
    )
    assert done.exit_code == 6
    assert "cannot be reached" in done.stderr


@pytest.fixture
def files(tmp_path, typed, large_store):
    """A policy, a signed checkpoint of 600 events, and what types a command with them."""
    policy, note = tmp_path / "policy", tmp_path / "checkpoint.note"
    policy.write_text(f"log {LOG.key}\nquorum none\n", encoding="utf-8")
    note.write_text(str(signed(checkpoint(large_store, 600))), encoding="utf-8")
    return policy, note


def test_a_policy_is_read_and_asked(typed, large_store, files):
    policy, note = files
    words = ("--policy", str(policy), "--checkpoint", str(note), "--json")
    found = {one["code"] for one in json.loads(typed(large_store, *words).stdout)["findings"]}
    nobody_was_registered = {"ROLE_MISSING", "REGISTRAR_UNTRUSTED"}
    assert found == nobody_was_registered
    note.write_text(
        note.read_text(encoding="utf-8").replace("\n600\n", "\n601\n"), encoding="utf-8"
    )
    found = {one["code"] for one in json.loads(typed(large_store, *words).stdout)["findings"]}
    assert found == nobody_was_registered | {"CHECKPOINT_SIGNATURE"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "no log is named"),
        ("log nobody\n", "line 1 of the policy cannot be read: this is no public key"),
        ("quorum of us\n", "line 1 of the policy"),
    ],
)
def test_a_policy_that_cannot_be_read_is_refused_by_line(typed, large_store, files, said, told):
    files[0].write_text(said, encoding="utf-8")
    done = typed(large_store, "--policy", str(files[0]))
    assert (done.exit_code, told in done.stderr) == (2, True)


def test_a_file_that_is_no_text_is_refused(typed, large_store, files):
    for option, file in zip(("--policy", "--since"), files, strict=True):
        file.write_bytes(b"\xff\xfe\x00")
        done = typed(large_store, option, str(file))
        assert done.exit_code == 2
        assert str(file) in done.stderr


def test_what_was_not_looked_at_is_said(typed, large_store, files):
    done = typed(large_store, "--since", str(files[1]))
    assert "the first 512 events were taken as the checkpoint at 600 has them" in done.stdout
    assert json.loads(typed(large_store, "--since", str(files[1]), "--json").stdout)["since"] == 512
    small = files[1].with_name("small")
    small.write_text(str(signed(checkpoint(large_store, 9))), encoding="utf-8")
    assert "everything was looked at" in typed(large_store, "--since", str(small)).stdout


def test_the_vault_is_looked_at_on_request(office_of_files_or_server, typed, paths):
    assert typed(office_of_files_or_server, "--vault").exit_code == 0
    both = typed(office_of_files_or_server, "--vault", "--since", "x")
    assert (both.exit_code, "--vault looks at everything" in both.stderr) == (2, True)


def test_without_the_key_file_it_is_said_that_less_is_checked(tmp_path, typed):
    file_paths = paths_in(tmp_path)
    office = Office(file_paths)
    office.create()
    office.close()
    file_paths.key.unlink()
    done = typed(file_paths.url, "--vault")
    assert (done.exit_code, "only that keys are there is checked" in done.stderr) == (0, True)
    Path(file_paths.vault).unlink()
    assert typed(file_paths.url, "--vault").exit_code == 6


def test_a_file_another_process_keeps_locked_is_told_as_that(copied, typed, monkeypatch):
    monkeypatch.setattr(reader, "WAIT_SECONDS", 0.1)
    store = copied("sqlite", "small")
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        done = typed(store)
    assert (done.exit_code, "kept it locked for too long" in done.stderr) == (6, True)


class Terminal(io.StringIO):
    """Where somebody looks on."""

    def isatty(self):
        return True


def test_a_bar_is_drawn_for_who_looks_on_and_for_nobody_else(monkeypatch, large_store):
    for place in (Terminal(), io.StringIO()):
        monkeypatch.setattr("sys.stderr", place)
        with progress_bar() as told:
            verified(large_store, progress=told)
        assert bool(place.getvalue()) is place.isatty()
