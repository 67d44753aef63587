"""At the desk: who may stay where, a move to another place, and how full the places are."""

import json
from typing import Any

import pytest
from story import Desk

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("k.declercq", "P-002", "security"),
    ("e.claes", "P-003", "migration-officer"),
    ("w.peeters", "P-004", "transfer"),
    ("n.bernard", "P-005", "centre-director"),
)
MOVED = """\
open VOT-2026-0001 --sex M --as d.lambert
identity record VOT-2026-0001 --source passport --document-number P0482216 --as d.lambert
identity alias VOT-2026-0001 --source own-statement --name 'Idris T.' --as d.lambert
search VOT-2026-0001 --occasion arrival --agent-sex M --as k.declercq
property VOT-2026-0001 --reference INV-1 --kept --as k.declercq
transfer order VOT-2026-0001 Bruges --reason capacity --as e.claes
transfer depart VOT-2026-0001 --file --property --no-medicines --as w.peeters
transfer receive VOT-2026-0001 --file --no-property --property-discrepancy incomplete \
--no-medicines --lawyer informed --as k.declercq
"""


@pytest.fixture
def at_work(desk: Desk) -> Desk:
    """Open a store with the people of this story."""
    return desk.staffed(*STAFF)


def shown(desk: Desk, centre: str = "") -> dict[str, dict[str, Any]]:
    """Tell how full the places are, by code."""
    run = desk.runs(f"place show {centre} --json")
    assert run.exit_code == 0, run.output
    return {one["place"]: one for one in json.loads(run.stdout)}


def test_a_resident_is_admitted_searched_and_moved(at_work: Desk) -> None:
    for line in MOVED.splitlines():
        assert at_work.does(line).startswith("recorded: VOT-2026-0001")

    sheet = json.loads(at_work.runs("show VOT-2026-0001 --json --as d.lambert").stdout)
    assert sheet["centre"] == "BRU"
    full = shown(at_work)
    assert (full["VOT"]["occupied"], full["BRU"]["occupied"]) == (0, 1)
    assert (full["BRU"]["capacity"], full["BRU"]["free"]) == (104, 103)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("open VOT-2026-0001 --sex F", "PLC-02"),
        ("open BRU-2026-0001 --minor", "DET-15"),
        ("open CAR-2026-0001 --age-disputed", "DET-15"),
        ("open ZUL-2026-0001 --minor --unaccompanied", "DET-16"),
    ],
)
def test_who_may_not_stay_there_is_refused_at_the_desk(
    file_desk: Desk, typed: str, rule: str
) -> None:
    run = file_desk.staffed(*STAFF).runs(f"{typed} --json --as d.lambert")
    assert run.exit_code == 3
    assert [guard["rule"] for guard in json.loads(run.stderr)["guards"]] == [rule]


def test_a_director_counts_and_a_full_place_is_told_in_dutch(at_work: Desk) -> None:
    counted = at_work.runs("place count Holsbeek --occupied 28 --as n.bernard")
    assert counted.exit_code == 0
    assert counted.stdout.startswith("counted: HOL has 28 of 28 taken, 0 free\nreceipt: ")
    refused = at_work.runs("--lang nl open HOL-2026-0001 --sex F --as d.lambert")
    assert refused.exit_code == 3
    assert "HOL is vol: de 28 plaatsen zijn bezet" in refused.stderr
    assert at_work.runs("place count HOL --occupied 27 --as d.lambert").exit_code == 4
    assert shown(at_work, "HOL")["HOL"]["free"] == 0


def test_places_are_told_as_a_table(at_work: Desk) -> None:
    told = at_work.types("place show ZUL --as d.lambert")
    assert told.splitlines()[0].split() == ["place", "name", "for", "capacity", "occupied", "free"]
    assert told.splitlines()[1].split()[-4:] == ["families", "6", "0", "6"]
    assert at_work.runs("place show ANT").exit_code == 2


def test_the_ledger_of_a_place_is_on_the_trail_and_in_no_dossier(at_work: Desk) -> None:
    at_work.runs("open VOT-2026-0001 --sex M --as d.lambert")
    trail = [json.loads(one) for one in at_work.runs("audit trail --json").stdout.splitlines()]
    assert [one["topic"] for one in trail if one["stream"] == "place:VOT"] == ["bed-taken.v1"]
    caseload = json.loads(at_work.runs("caseload VOT --json").stdout)
    assert [case["dossier"] for case in caseload] == ["VOT-2026-0001"]
    verified = json.loads(at_work.runs("audit verify --json").stdout)
    assert verified["findings"] == []
    judged = json.loads(at_work.runs("audit conformance --json").stdout)
    assert (judged["dossiers"], judged["findings"]) == (1, [])
