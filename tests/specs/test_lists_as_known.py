"""A list told on a day can be told again on any later day, whatever was recorded since."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from story import Desk

FIRST, SECOND = "HOL-2026-0041", "HOL-2026-0042"
STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("s.peeters", "P-002", "coach"),
    ("n.bernard", "P-011", "centre-director"),
    ("b.wouters", "P-016", "removal-director"),
)
LISTS = (
    "caseload HOL --json",
    "caseload HOL --all --json",
    "due --json",
    "due --centre HOL --json",
    "due --unlocks --within 4w --json",
    "due --mine --json",
    "audit conformance --afresh --json",
)


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    file_desk.staffed(*STAFF).does(
        f"open {FIRST} --centre HOL --from police --on 2026-03-02T10:00 --as d.lambert",
        f"inform {FIRST} --language ti --interpreter I-17 --on 2026-03-02T12:00 --as d.lambert",
        f"open {SECOND} --centre VOT --from police --on 2026-03-03T10:00 --as d.lambert",
    )
    return file_desk


def told(desk: Desk, line: str, account: str = "d.lambert") -> Any:
    """Read an answer, but for as of when a finding is to be shown."""
    answer = desk.runs(f"{line} --as {account}").stdout
    return json.loads(re.sub(r" --as-known [^\s\"]+", "", answer))


def lists(desk: Desk, known: str = "") -> dict[str, Any]:
    option = f" --as-known {known}" if known else ""
    return {line: told(desk, line + option) for line in LISTS}


def this_moment() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def test_what_was_told_is_told_again_after_more_was_recorded(desk: Desk) -> None:
    then, moment = lists(desk), this_moment()
    for line in (
        f"detention release {FIRST} --reason health --on 2026-03-04T09:00 --as n.bernard",
        f"assign {SECOND} --to s.peeters --on 2026-03-04T10:00 --as d.lambert",
        f"obstacle raise {SECOND} --kind fear --on 2026-03-04T11:00 --as s.peeters",
        "open HOL-2026-0043 --centre HOL --from police --on 2026-03-02T09:00 --as s.peeters",
    ):
        done = desk.runs(line)
        assert done.exit_code == 0, done.output
    now = lists(desk)
    assert lists(desk, moment) == then
    assert lists(desk, this_moment()) == now
    assert {line for line in LISTS if then[line] == now[line]} <= {
        "due --unlocks --within 4w --json"
    }


def test_before_anything_was_recorded_nothing_is_told(desk: Desk) -> None:
    for line in LISTS[:-1]:
        assert told(desk, f"{line} --as-known 2026-01-01") == []
    nothing: dict[str, object] = {
        "dossiers": 0,
        "hidden": 0,
        "kept": False,
        "at": None,
        "findings": [],
    }
    assert told(desk, f"{LISTS[-1]} --as-known 2026-01-01") == nothing


def test_a_dossier_restricted_since_is_left_out_as_it_is_from_the_list_of_today(
    desk: Desk,
) -> None:
    moment = this_moment()
    for line in (
        f"privacy propose-restriction {FIRST} --reason media --as n.bernard",
        f"privacy restrict {FIRST} --reason media --as b.wouters",
    ):
        assert desk.runs(line).exit_code == 0, line
    known = f"--as-known {moment}"
    for line in LISTS[:-1]:
        assert FIRST not in desk.runs(f"{line} {known} --as d.lambert").stdout
    assert FIRST in desk.runs(f"caseload HOL {known} --as b.wouters").stdout
    conformance = told(desk, f"audit conformance --json {known}")
    assert (conformance["dossiers"], conformance["hidden"]) == (1, 1)


def test_one_dossier_is_judged_as_it_was_known(desk: Desk) -> None:
    moment = this_moment()
    one = f"audit conformance {FIRST} --json"
    assert told(desk, f"{one} --as-known {moment}") == told(desk, one)
    before = desk.runs(f"audit conformance {FIRST} --as-known 2026-01-01")
    assert before.exit_code == 2
    assert before.stderr == f"trajet: nothing was on record for {FIRST} by then\n"


def test_what_was_due_then_is_judged_by_that_day(desk: Desk) -> None:
    moment = this_moment()
    listed = told(desk, f"due --json --as-known {moment}")
    assert listed
    assert all(one["overdue"] == (one["at"] <= moment.replace("Z", "+00:00")) for one in listed)
    assert told(desk, "due --json --as-known 2099-01-01") == told(desk, "due --json")
