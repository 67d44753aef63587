"""What may not be is told first: who must be set free, and who may not stay where he is."""

import json

import pytest
from story import Desk, day

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("n.bernard", "P-011", "centre-director"),
)
MOTHER, CHILD = "HOL-2026-0001", "HOL-2026-0002"


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """Give a desk where a mother and a child arrived at a closed centre three days ago."""
    file_desk.staffed(*STAFF)
    for number in (MOTHER, CHILD):
        arrived = f"open {number} --centre HOL --sex F --on {day(-3)}T10:00 --as d.lambert"
        file_desk.does(arrived)
    return file_desk


LINK = f"family link {MOTHER} {CHILD} --role parent --role child --as d.lambert"


def test_who_is_held_without_a_title_is_told_before_all_else(desk: Desk) -> None:
    shown = desk.does(f"show {MOTHER} --as d.lambert")
    custody = [line.strip() for line in shown.splitlines()][4:6]
    assert custody[0].startswith(f"MUST BE RELEASED since {day(-2)} 00:00: held since {day(-3)}")
    assert custody[0].endswith("(CUS-06: design, parameter)")
    assert custody[1] == f"custody: held HOL since {day(-3)} 10:00"
    told = json.loads(desk.does(f"show {MOTHER} --json --as d.lambert"))["regions"]
    assert [one["rule"] for one in told["release_due"]] == ["CUS-06"]
    assert told["must_leave"] == []


def test_a_link_says_at_once_that_a_child_may_not_stay_there(desk: Desk) -> None:
    beside = desk.passes(LINK).stderr
    for number in (MOTHER, CHILD):
        assert f"{number}: at once: move of " in beside
    shown = desk.does(f"show {CHILD} --as d.lambert")
    assert "MAY NOT STAY HERE since" in shown
    assert "(DET-15)" in shown
    told = json.loads(desk.does(f"show {CHILD} --json --as d.lambert"))["regions"]
    assert [one["rule"] for one in told["must_leave"]] == ["DET-15"]


def test_a_dispute_about_an_age_says_so_too(desk: Desk) -> None:
    why = "--reason conflicting-documents"
    beside = desk.passes(f"family age dispute {MOTHER} {why} --as d.lambert").stderr
    assert f"{MOTHER}: at once: " in beside
    assert "(DET-15)" in beside


def test_how_sure_a_rule_is_stands_beside_its_id(desk: Desk) -> None:
    shown = desk.does(f"show {MOTHER} --as d.lambert")
    assert "missing: medical intake (INT-01: unverified, parameter)" in shown
    assert "missing: whether the resident is of age (DET-15)" in shown
    told = json.loads(desk.does(f"show {MOTHER} --json --as d.lambert"))
    [intake] = [one for one in told["missing"] if one["rule"] == "INT-01"]
    assert (intake["certainty"], intake["parameter"]) == ("unverified", True)
    asked = desk.does(f"can {MOTHER} --as n.bernard")
    assert "✗ transfer receive: TRF-01 [design]" in asked
    cases = desk.does("caseload HOL --as d.lambert")
    assert ["TIT-01", "design"] in [line.split() for line in cases.splitlines()]
    [first, *_] = json.loads(desk.does("caseload HOL --json --as d.lambert"))
    assert first["certainties"]["TIT-01"] == "design"


def test_how_sure_the_rules_of_a_refusal_were_is_told_with_it(desk: Desk) -> None:
    assert desk.runs(f"detention issue {MOTHER} --as e.claes").exit_code == 3
    refused = desk.does(f"log {MOTHER} --refused --as d.lambert")
    assert "CUS-01 [design]" in refused
    assert "HEA-02 [unverified]" in refused
