"""``trajet audit verify``, wherever the store is kept."""

import json

import pytest
from audit.example_store import Base, sql
from click.testing import CliRunner

from cli.main import main
from cli.wiring import Office
from domain import commands as c
from domain.values import Function
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
