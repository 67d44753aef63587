"""What the control of separation tells: from the events, in whatever order they came, to whom."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from story import Desk

SAMPLE = Path(__file__).parents[2] / "cli" / "sample"
HEADER = "dossier;centre;date;heure;acte;agent"
ARRIVAL = "HOL-2025-0001;Holsbeek;02/01/2025;08:00;arrivée;k.declercq"
DRAFT = "HOL-2025-0001;Holsbeek;05/01/2025;{};projet de décision;{}"
EDIT = "HOL-2025-0001;Holsbeek;05/01/2025;{};projet modifié;{}"
DECISION = "HOL-2025-0001;Holsbeek;05/01/2025;{};décision;{}"


@pytest.fixture
def house(file_desk: Desk) -> Desk:
    """Found a house with its staff, one of each function that controls and some that do not."""
    return file_desk.staffed(
        ("q.maes", "q.maes", "quality-controller"),
        ("a.noel", "a.noel", "auditor"),
        ("b.wouters", "b.wouters", "removal-director"),
        ("s.baert", "s.baert", "supervisor"),
    )


def takes_in(desk: Desk, name: str, *rows: str) -> None:
    (desk.folder / name).write_text("\n".join((HEADER, ARRIVAL, *rows)) + "\n", encoding="utf-8")
    run = desk.runs(
        f"import {{folder}}/{name} --staff {SAMPLE}/staff-holsbeek.csv --as registrar --json"
    )
    assert run.exit_code in (0, 1), run.output


def found(desk: Desk, account: str = "q.maes") -> dict[str, Any]:
    run = desk.runs(f"control separation --json --as {account}")
    assert run.exit_code in (0, 1), run.output
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def codes(desk: Desk) -> list[tuple[str, int]]:
    return [(one["code"], one["round"]) for one in found(desk)["findings"]]


@pytest.mark.parametrize("hour", ["", "09:00"])
@pytest.mark.parametrize("turned", [False, True], ids=["draft first", "decision first"])
def test_it_finds_the_same_in_whatever_order_the_files_came(house, hour, turned):
    files = [("a.csv", DRAFT.format(hour, "e.claes")), ("b.csv", DECISION.format(hour, "e.claes"))]
    for name, row in reversed(files) if turned else files:
        takes_in(house, name, row)
    hurried = [("RUBBER_STAMP", 1)] if hour else []
    assert codes(house) == [("FOUR_EYES_DIRECT", 1), *hurried]
    assert found(house)["rounds"] == 1


def test_a_decision_without_an_hour_does_not_hide_the_draft_of_that_day(house):
    takes_in(house, "a.csv", DRAFT.format("09:00", "e.claes"), DECISION.format("", "e.claes"))
    assert codes(house) == [("FOUR_EYES_DIRECT", 1)]


def test_nor_an_edit_of_that_day(house):
    draft = DRAFT.format("09:00", "a.janssens").replace("05/01", "04/01")
    takes_in(house, "a.csv", draft, EDIT.format("09:00", "e.claes"), DECISION.format("", "e.claes"))
    assert codes(house) == [("FOUR_EYES_EDITOR", 1)]


def test_what_was_surely_edited_after_the_decision_is_no_breach(house):
    draft = DRAFT.format("09:00", "a.janssens").replace("05/01", "04/01")
    later = EDIT.format("", "e.claes").replace("05/01", "06/01")
    takes_in(house, "a.csv", draft, DECISION.format("10:00", "e.claes"), later)
    assert codes(house) == []


def test_a_read_model_that_was_altered_changes_nothing_of_what_is_found(house):
    takes_in(house, "a.csv", DRAFT.format("08:00", "e.claes"), DECISION.format("09:00", "e.claes"))
    before = found(house)
    assert [one["code"] for one in before["findings"]] == ["FOUR_EYES_DIRECT"]
    house.types("views rebuild")
    with closing(sqlite3.connect(house.folder / "office.views.db")) as views:
        views.execute("UPDATE decision_round SET hands = replace(hands, 'e.claes', 'p.dubois')")
        views.commit()
        assert "e.claes" not in views.execute("SELECT hands FROM decision_round").fetchone()[0]
    assert found(house) == before
    with closing(sqlite3.connect(house.folder / "office.views.db")) as views:
        views.execute("DELETE FROM decision_round")
        views.commit()
    assert found(house) == before


@pytest.mark.parametrize("account", ["q.maes", "a.noel", "b.wouters", "s.baert"])
def test_it_is_for_who_controls_audits_or_supervises(house, account):
    takes_in(house, "a.csv", DRAFT.format("08:00", "a.janssens"))
    assert found(house, account) == {"rounds": 1, "findings": []}


@pytest.mark.parametrize("account", ["d.lambert", "e.claes", "n.bernard", "registrar"])
def test_and_for_nobody_else(house, account):
    takes_in(house, "a.csv", DRAFT.format("08:00", "a.janssens"))
    run = house.runs(f"control separation --as {account}")
    assert (run.exit_code, run.stdout) == (4, "")
    assert "AUT-02" in run.stderr


@pytest.mark.parametrize(
    "line",
    [
        "control separation",
        "control leads",
        "control motives",
        "control appeals",
        "control checklist",
        "control sample list",
        "report mail",
        "report removals",
        "report sheet HOL-2025-0001",
    ],
)
def test_an_account_nobody_registered_is_told_nothing(house, line):
    takes_in(house, "a.csv", DRAFT.format("08:00", "a.janssens"))
    run = house.runs(f"{line} --as x.nobody")
    assert (run.exit_code, run.stdout) == (4, "")
    assert "AUT-01" in run.stderr
