"""A simulated year and the sample centre, exported in every format; and pm4py to read that."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from exports.family import taken_in
from exports.room import ROOM, made
from story import Desk

SAMPLE = Path(__file__).parents[2] / "cli" / "sample"
SURROUNDINGS = {
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": str(ROOM / "fonts"),
    "LC_ALL": "C.UTF-8",
    "HOME": str(ROOM),
}
FORMATS = ("xes", "ocel-json", "ocel-sqlite", "csv", "jsonl")


class Reader:
    """pm4py, in a process of its own; of each file it is asked once."""

    def __init__(self) -> None:
        self._answers: dict[str, str] = {}
        self._process = subprocess.Popen(
            [made(), "-W", "ignore", Path(__file__).with_name("reader.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=SURROUNDINGS,
        )

    def __call__(self, task: str, *given: Any) -> Any:
        """Have something read."""
        asked = json.dumps([task, *given], default=str)
        if asked not in self._answers:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(f"{asked}\n")
            self._process.stdin.flush()
            self._answers[asked] = self._process.stdout.readline()
        assert self._answers[asked], f"pm4py could not do this: {asked}"
        return json.loads(self._answers[asked])

    def close(self) -> None:
        """Let it go."""
        self._process.communicate()


@pytest.fixture(scope="session")
def pm4py() -> Iterator[Reader]:
    """Give what reads exports as others would."""
    reader = Reader()
    yield reader
    reader.close()


class Exported:
    """A store and its exports, made when asked for."""

    def __init__(self, desk: Desk, account: str) -> None:
        self.desk = desk
        self.account = account

    def file(self, form: str, *options: str) -> Path:
        """Export, once; the pseudonyms of all are by one key."""
        name = "-".join((form, *(word.strip("-") for word in options)))
        file = self.desk.folder / f"{name}.{'sqlite' if form == 'ocel-sqlite' else form}"
        if not file.exists():
            key = () if {"--plain", "pnml"} & {form, *options} else ("--pseudonym-key", "key")
            line = ["audit", "export", "--format", form, "-o", file.name, *key, *options]
            run = self.desk.runs(" ".join(self._here(line)) + f" --as {self.account}")
            assert run.exit_code == 0, run.output
        return file

    def _here(self, line: list[str]) -> Iterator[str]:
        for before, word in zip(["", *line], line, strict=False):
            own = before in ("-o", "--pseudonym-key")
            yield str(self.desk.folder / word) if own else word


@pytest.fixture(scope="session")
def lawful(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Give a small simulated year in which nothing is wrong."""
    desk = Desk(tmp_path_factory.mktemp("lawful"))
    desk.runs("simulate --dossiers 6 --seed 3 --year 2024")
    return Exported(desk, "sim.auditor")


@pytest.fixture(scope="session")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Give a simulated year with faults, corrections, annulments and every breach there is."""
    desk = Desk(tmp_path_factory.mktemp("troubled"))
    desk.runs("simulate --dossiers 10 --seed 5 --year 2024 --faults 0.5 --breaches 0.8")
    return Exported(desk, "sim.auditor")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Give the centre of the demonstration."""
    desk = Desk(tmp_path_factory.mktemp("sample"))
    register = desk.folder / "register.csv"
    register.write_bytes((SAMPLE / "register-holsbeek-2025.csv").read_bytes())
    desk.types("init --as registrar")
    desk.types(f"import {register} --staff {SAMPLE}/staff-holsbeek.csv --as registrar")
    desk.types("staff add a.audit --person P-910 --function auditor --as registrar")
    return Exported(desk, "a.audit")


@pytest.fixture(scope="session")
def family(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Give a family with a birth and a majority, a decision taken anew and late facts."""
    return Exported(taken_in(Desk(tmp_path_factory.mktemp("family"))), "a.denis")
