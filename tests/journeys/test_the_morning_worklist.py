"""A coach's morning: what is due, what is hers, what passes by itself, what a dossier lacks."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from story import Desk, day

HERE = Path(__file__).parent
STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("s.peeters", "P-002", "coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("k.peeters", "P-013", "nurse"),
)
MORNING = """\
open TUB-2026-0011 --from police --sex F --on {three}T09:00 --as d.lambert
open TUB-2026-0012 --from police --sex M --minor --accompanied --on {three}T09:00 --as d.lambert
family link TUB-2026-0011 TUB-2026-0012 --role parent --role child \
--majority-on TUB-2026-0012={tomorrow} --on {three}T09:30 --as d.lambert
health intake TUB-2026-0011 --family --on {three}T10:00 --as k.peeters
inform TUB-2026-0011 --language so --interpreter I-17 --family --on {three}T11:00 --as d.lambert
open TUB-2026-0020 --from police --sex M --on {two}T09:00 --as s.peeters
open TUB-2026-0021 --from police --sex M --on {two}T09:10 --as s.peeters
assign TUB-2026-0021 --to d.lambert --on {two}T09:20 --as s.peeters
"""


def told(desk: Desk, line: str) -> Any:
    return json.loads(desk.does(f"{line} --json"))


@pytest.fixture
def morning(file_desk: Desk) -> Desk:
    """A family of which a child comes of age tomorrow, and two who arrived and saw no nurse."""
    days = {"three": day(-3), "two": day(-2), "tomorrow": day(1)}
    return file_desk.begins(STAFF, MORNING.format(**days))


def test_the_day_begins_with_what_is_overdue(morning: Desk) -> None:
    overdue = [one for one in told(morning, "due --as d.lambert") if one["overdue"]]
    told_of = {(one["dossier"], one["rule"]) for one in overdue}
    seen_by_nobody = {
        (dossier, rule)
        for dossier in ("TUB-2026-0020", "TUB-2026-0021")
        for rule in ("INT-01", "INT-02")
    }
    everybody = (*("TUB-2026-0011", "TUB-2026-0012"), *("TUB-2026-0020", "TUB-2026-0021"))
    assert told_of == seen_by_nobody | {(dossier, "CUS-06") for dossier in everybody}


def test_mine_are_those_i_opened_and_those_i_was_given(morning: Desk) -> None:
    mine = {one["dossier"] for one in told(morning, "due --mine --as d.lambert")}
    theirs = {one["dossier"] for one in told(morning, "due --mine --as s.peeters")}
    family = {"TUB-2026-0011", "TUB-2026-0012"}
    assert (mine, theirs) == (family | {"TUB-2026-0021"}, {"TUB-2026-0020"})


def test_what_only_time_holds_back_is_listed_with_the_day_it_passes(morning: Desk) -> None:
    (one,) = told(morning, "due --unlocks --within 2d --as d.lambert")
    assert (one["dossier"], one["step"]) == ("TUB-2026-0012", "family majority")
    assert one["passes_on"] == day(1)
    assert [guard["rule"] for guard in one["guards"]] == ["FAM-06"]


def test_what_a_dossier_lacks_stands_on_its_sheet(morning: Desk) -> None:
    lacks = [one["what"] for one in told(morning, "show TUB-2026-0021 --as d.lambert")["missing"]]
    assert lacks[:2] == ["information still to be given", "medical intake"]
    intake = "  missing: medical intake (INT-01: unverified, parameter)\n"
    assert intake in morning.does("show TUB-2026-0021")


def test_a_coach_who_asks_what_she_can_do_is_told_no_more_than_that(morning: Desk) -> None:
    lines = morning.does("can TUB-2026-0021 --as d.lambert").splitlines()
    assert "✓ inform" in lines
    assert "✗ coercion report: NUM-01 [design]" in lines
    assert not [line for line in lines if "AUT-02" in line or "ORD-01" in line]


def test_a_duty_done_is_off_the_list(morning: Desk) -> None:
    at = f"--on {day(-1)}T09:30"
    morning.does(
        f"health intake TUB-2026-0021 --on {day(-1)}T09:00 --as k.peeters",
        f"inform TUB-2026-0021 --language fa --interpreter I-17 {at} --as d.lambert",
    )
    left = told(morning, "due --mine --as d.lambert")
    theirs = {one["rule"] for one in left if one["dossier"] == "TUB-2026-0021"}
    assert theirs == {"CUS-06", "DET-14"}  # held all the same, and without a title
    assert "FAM-06" in {one["rule"] for one in left}  # the birthday of another dossier


def test_an_alert_is_due_from_the_moment_it_is_raised_though_the_resident_has_left(
    file_desk: Desk,
) -> None:
    file_desk.follows("an-appeal-told-too-late", until="appeal hand-in")
    alerts = [one for one in told(file_desk, "due") if one["rule"] == "ALE-01"]
    assert [one["dossier"] for one in alerts] == ["VOT-2025-0077"] * 2
    began, ends = (datetime.fromisoformat(alerts[0][key]) for key in ("since", "at"))
    assert (ends - began, alerts[0]["overdue"]) == (timedelta(hours=24), False)

    file_desk.hires(("c.maes", "P-010", "centre-director"))
    for act in (31, 33):
        file_desk.does(f"answer-alert VOT-2025-0077 --act {act} --answer done --as c.maes")
    assert [one for one in told(file_desk, "due") if one["rule"] == "ALE-01"] == []


def test_a_dossier_taken_over_knows_the_new_steps_from_that_moment(desk: Desk) -> None:
    sample = HERE.parents[1] / "cli" / "sample"
    for name in ("register-holsbeek-2025.csv", "staff-holsbeek.csv"):
        (desk.folder / name).write_bytes((sample / name).read_bytes())
    desk.follows("taken-over-to-the-new-procedure", until="can HOL-2025-0027 hearing")

    before = desk.runs(
        "hearing hold HOL-2025-0027 --language ka --interpreter I-17 --on 2025-01-16 --as d.lambert"
    )
    assert before.exit_code == 3
    assert "ORD-02" in before.stderr
    desk.does("hearing hold HOL-2025-0027 --language ka --interpreter I-17 --as d.lambert")
    assert told(desk, "show HOL-2025-0027")["procedure"] == 2
