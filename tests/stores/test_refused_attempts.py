"""What was refused is kept beside the dossier, in the same log, and changes nothing in it."""

import json

import pytest
from story import Desk

from domain.errors import StoreTrouble
from workflows.journal import Journal

DEPART = "depart VOT-2026-0042 --mode removal-escorted --as d.lambert"


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.staffed(("d.lambert", "P-001", "coach"), ("a.janssens", "P-005", "migration-assistant"))
    desk.does("open VOT-2026-0042 --on 2026-03-02T10:15 --as d.lambert")
    return desk


def refused(desk: Desk, options: str = "") -> list[dict[str, object]]:
    shown = desk.runs(f"log VOT-2026-0042 --refused --json {options}").stdout
    return [json.loads(line) for line in shown.splitlines()]


def test_who_was_refused_what_and_why_stays_on_record(opened: Desk) -> None:
    assert opened.runs(DEPART).exit_code == 3
    [kept] = refused(opened)
    assert (kept["step"], kept["account"], kept["role"]) == ("depart", "d.lambert", "coach")
    assert "ORD-01" in kept["rules"]  # type: ignore[operator]
    assert len(str(kept["leaf_hash"])) == 64


def test_the_desk_reads_it_as_text(opened: Desk) -> None:
    opened.runs(DEPART)
    told = opened.types("log VOT-2026-0042 --refused")
    assert "depart" in told
    assert "d.lambert (coach)" in told
    assert "rules: " in told


def test_the_dossier_is_as_it_was(opened: Desk) -> None:
    before = opened.runs("log VOT-2026-0042 --json").stdout
    opened.runs(DEPART)
    assert opened.runs("log VOT-2026-0042 --json").stdout == before
    assert opened.runs("caseload VOT").output.count("VOT-2026-0042") == 1


def test_who_may_not_act_is_kept_too(opened: Desk) -> None:
    asked = "open VOT-2026-0043 --as a.janssens"
    assert opened.runs(asked).exit_code == 4
    shown = opened.runs("log VOT-2026-0043 --refused --json").stdout
    assert json.loads(shown)["rules"] == ["AUT-02"]


def test_a_question_is_no_attempt(opened: Desk) -> None:
    opened.runs("can VOT-2026-0042 depart --as d.lambert")
    assert refused(opened) == []


def test_the_same_order_may_be_given_again_under_its_number(opened: Desk) -> None:
    number = "--command-id 5b0f3c52-8f0a-4c36-9d0b-0f2a4f1c5e70"
    early = f"interview VOT-2026-0042 --on 2026-03-01T09:00 --as d.lambert {number}"
    late = f"interview VOT-2026-0042 --on 2026-03-03T09:00 --as d.lambert {number}"
    assert opened.runs(early).exit_code == 3
    assert opened.runs(late).exit_code == 0
    assert len(refused(opened)) == 1


def test_two_refused_after_each_other_are_both_there(opened: Desk) -> None:
    opened.runs(DEPART)
    opened.runs(DEPART)
    assert len(refused(opened)) == 2


def test_the_trail_and_the_audit_know_of_it(opened: Desk) -> None:
    opened.runs(DEPART)
    assert opened.runs("audit verify").exit_code == 0
    assert "act-refused.v1" in opened.types("audit trail")
    assert "act-refused" not in opened.types("audit conformance")


def test_a_refusal_that_cannot_be_kept_stands_all_the_same(
    opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreTrouble("the event store cannot be used: {what}", what="the disk is full")

    monkeypatch.setattr(Journal, "append", full)
    run = opened.runs(DEPART)
    assert run.exit_code == 3
    assert "this refusal could not be kept on record" in run.output
