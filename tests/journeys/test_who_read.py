"""Who was shown what is sealed in a dossier is on record, and first."""

import json
from typing import Any

import pytest
from story import Desk

from domain.errors import StoreTrouble
from workflows import readings

D = "VOT-2025-0042"
SETTING = f"""\
init --as registrar
staff add d.lambert --person P-001 --function coach --as registrar
staff add f.goossens --person P-002 --function nurse --as registrar
staff add l.driver --person P-003 --function transfer --as registrar
staff add a.noel --person P-004 --function auditor --as registrar
open {D} --name 'Idris Test' --on 2025-03-03T10:00 --as d.lambert
interview {D} --note 'afraid of going back' --on 2025-03-03T11:00 --as d.lambert
"""


@pytest.fixture
def office(desk: Desk) -> Desk:
    for line in SETTING.splitlines():
        run = desk.runs(line)
        assert run.exit_code == 0, f"{line}\n{run.output}"
    return desk


def read_by(desk: Desk) -> list[tuple[str, str]]:
    told = desk.types(f"audit readers {D} --json --as a.noel").splitlines()
    found: list[dict[str, Any]] = [json.loads(line) for line in told]
    return [(one["account"], one["by_command"]) for one in found]


def test_each_command_that_shows_what_is_sealed_is_one_reading(office: Desk) -> None:
    assert read_by(office) == []
    assert "Idris Test" in office.types(f"show {D} --as d.lambert")
    assert "afraid of going back" in office.types(f"log {D} --as d.lambert")
    assert "Idris Test" in office.types(f"show {D} --as f.goossens")
    assert read_by(office) == [("d.lambert", "show"), ("d.lambert", "log"), ("f.goossens", "show")]


def test_who_is_shown_nothing_that_is_sealed_read_nothing(office: Desk) -> None:
    for account in ("l.driver", "stranger"):
        assert "Idris Test" not in office.types(f"show {D} --as {account}")
    office.types(f"can {D} --as d.lambert")
    assert read_by(office) == []


def test_what_cannot_be_put_on_record_is_not_shown(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise StoreTrouble("the disk is full")

    monkeypatch.setattr(readings, "note", full)
    shown = office.types(f"show {D} --as d.lambert")
    assert "Idris" not in shown
    assert "[exit 6]" in shown


def test_a_number_that_is_no_dossiers_is_not_one_that_nobody_read(office: Desk) -> None:
    assert "[exit 2]" in office.types("audit readers VOT-2020-0001 --as a.noel")
    assert office.types(f"audit readers {D} --as a.noel") == "nobody was shown what is sealed\n"


def test_the_dossier_does_not_change_by_being_read(office: Desk) -> None:
    office.types(f"show {D} --as d.lambert")
    assert json.loads(office.types(f"show {D} --json --as d.lambert"))["version"] == 2
    assert "nothing was altered" in office.types("audit verify --as a.noel")
