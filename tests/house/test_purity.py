"""What the rules and the first screen of help may not bring into memory."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from story import Desk

HOUSE = Path(__file__).parents[2]


@pytest.mark.parametrize("library", ["eventsourcing", "sqlalchemy", "click", "sqlite3"])
def test_deciding_needs_no_store_and_no_terminal(library):
    assert library not in _loaded_by("import domain.decide", expected="domain.decide")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_first_look_at_the_command_waits_for_no_heavy_library(option):
    loaded = _loaded_by("from cli.main import main; main()", option, expected="cli.main")
    heavy = {"eventsourcing", "sqlalchemy", "sqlite3", "pydantic", "cryptography"}
    assert not heavy & loaded


def test_an_act_waits_for_nothing_it_does_not_need(file_desk: Desk) -> None:
    file_desk.staffed(("d.lambert", "P-001", "coach"))
    file_desk.does("open HOL-2026-0042 --from police --as d.lambert")
    typed = ["--store", file_desk.store, "inform", "HOL-2026-0042"]
    loaded = _loaded_by(
        "from cli.main import main; main()",
        *typed,
        "--language",
        "fa",
        "--interpreter",
        "I-17",
        "--as",
        "d.lambert",
        expected="workflows.handle",
    )
    heavy = {"sqlalchemy", "cryptography", "psycopg", "importlib.metadata", "projections.base"}
    assert not heavy & loaded


def _loaded_by(code, *arguments, expected):
    """Every module that a fresh interpreter imports while it runs this code."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code, *arguments],
        cwd=HOUSE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    loaded = set(re.findall(r"^import time:.*\|\s+([\w.]+)$", run.stderr, re.MULTILINE))
    assert expected in loaded
    return loaded
