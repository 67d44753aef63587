"""Every import contract in pyproject.toml breaks when someone breaks it, and only then."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
SETTINGS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
LINTER = SETTINGS["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract["name"] for contract in LINTER["contracts"]}

# For each contract, the lines that break it and no other: module → what is appended there.
SEEDS = {
    "layers": {"projections/caseload.py": "import workflows.handle"},
    "inside-domain": {"domain/errors.py": "import domain.merkle"},
    "acyclic": {
        "workflows/handle.py": "import workflows.journal",
        "workflows/journal.py": "import workflows.handle",
    },
    "pure-domain": {"domain/errors.py": "import logging"},
    "click-home": {"workflows/handle.py": "import click"},
    "sql-home": {"workflows/handle.py": "import sqlalchemy"},
    "cli-sql-home": {"cli/words.py": "import sqlalchemy"},
    "store-home": {"projections/caseload.py": "import eventsourcing"},
    "table-home": {"workflows/handle.py": "import transitions"},
}


@pytest.fixture
def copy(tmp_path):
    """The four packages and their contracts, free to be spoilt."""
    for package in LINTER["root_packages"]:
        shutil.copytree(
            HOUSE / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_as_it_stands_keeps_every_contract(copy):
    assert _lint(copy) == (0, dict.fromkeys(CONTRACTS.values(), "KEPT"))


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_seeded_violation_breaks_its_contract_and_no_other(copy, contract):
    assert contract in SEEDS, f"show in SEEDS how {contract} is broken"
    _sow(copy, SEEDS[contract])
    verdicts = dict.fromkeys(CONTRACTS.values(), "KEPT") | {CONTRACTS[contract]: "BROKEN"}
    assert _lint(copy) == (1, verdicts)


def test_every_seed_has_a_contract():
    assert set(SEEDS) <= set(CONTRACTS)


def _sow(copy, seeds):
    for module, line in seeds.items():
        assert (copy / module).is_file(), f"{module} has moved: seed another module"
        with (copy / module).open("a", encoding="utf-8") as source:
            source.write(f"\n{line}\n")


def _lint(copy):
    """The exit code, and each contract's name with KEPT or BROKEN."""
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=copy,
        # Wide enough that no contract's name is folded over two lines.
        env=os.environ | {"PYTHONPATH": str(copy), "COLUMNS": "300", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    verdicts = dict(re.findall(r"^(.+) (KEPT|BROKEN)\b", linted.stdout, re.MULTILINE))
    assert verdicts, linted.stdout + linted.stderr
    return linted.returncode, verdicts
