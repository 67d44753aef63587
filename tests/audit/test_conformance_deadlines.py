"""Duties done late or not at all, from when to when, judged at a date."""

import ast
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dossier import (
    ARRIVED,
    CLOSED,
    DEPARTED,
    HANDED_IN,
    NOT_RETURNED,
    NOTIFIED,
    NUMBER,
    SECURITY,
    until,
)
from examples.removal import ADMITTED, UNDER_WAY
from given import Act, brussels, lines
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from read_models.histories import histories
from story import Desk

from domain import events as e
from domain.decide.clocks import clocks
from domain.record import Recorded
from domain.rules.constraints import Kind, constraints, deadline_of
from domain.trajectory import replay
from domain.values import AppealKind
from projections.audit.conformance import Finding, judge, late
from projections.audit.deadlines import deadlines

HOUSE = Path(__file__).parents[2]
FAR = brussels("2027-01-01 00:00")
SENT = Act(e.AppealTransmitted(), SECURITY, HANDED_IN.when + timedelta(hours=1))
REPORTED_USE = Act(
    e.CoercionUsed(number=1, means=("hands",), minutes=5, occasion="attempt"),
    SECURITY,
    brussels("2026-03-05 10:00"),
)


def missed(*history: Act, at: datetime = FAR) -> list[Finding]:
    return late(deadlines(lines(history, NUMBER)), at, ())


def of(rule: str, *history: Act, at: datetime = FAR) -> list[tuple[bool, tuple[int, ...]]]:
    """Say of a rule whether each breach of it was never done, and what it rests on."""
    told = missed(*history, at=at)
    return [(one.undone, one.log_indices) for one in told if one.rule == rule]


# --- every clock has its row ----------------------------------------------------------------


def _words(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)


def _duties() -> set[str]:
    """Read from the source what every clock of a duty says."""
    found: set[str] = set()
    for file in sorted((HOUSE / "domain" / "decide").glob("*.py")):
        if file.name == "motives.py":  # of a control of its own, no clocks
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != "Due":
                continue
            if any(keyword.arg == "is_duty" for keyword in node.keywords):
                found.update(_words(node.args[2]))
    return found


def test_every_clock_of_a_duty_is_a_deadline_of_the_table_and_the_reverse():
    listed = {what for row in constraints() if row.told_by is None for what in row.what}
    assert listed == _duties()


def test_what_ends_a_duty_closes_or_cancels_it_never_both_for_the_same_clock():
    for row in constraints():
        if row.kind is Kind.DEADLINE:
            assert not set(row.closes) & set(row.cancels), row.id


# --- late, never, cancelled, open -----------------------------------------------------------


def test_what_was_done_in_time_is_no_finding():
    assert of("APP-04d", *until(NOTIFIED), HANDED_IN, SENT) == []


def test_what_was_done_late_names_the_act_that_asked_and_the_act_that_did_it():
    slow = Act(SENT.event, SECURITY, HANDED_IN.when + timedelta(hours=3))
    told = missed(*until(NOTIFIED), HANDED_IN, slow)
    (one,) = [each for each in told if each.rule == "APP-04d"]
    assert (one.code, one.undone, one.log_indices) == ("DEADLINE", False, (7, 8))
    assert (one.version, one.log_index, one.constraint) == (9, 8, "C-DUE-03")
    assert one.since == HANDED_IN.when
    assert one.until == HANDED_IN.when + timedelta(hours=2)
    assert one.ended == slow.when
    assert one.parameter is True


def test_to_the_minute_it_ends_is_in_time():
    just = Act(SENT.event, SECURITY, HANDED_IN.when + timedelta(hours=2))
    assert of("APP-04d", *until(NOTIFIED), HANDED_IN, just) == []


def test_what_was_never_done_is_found_from_its_end_on():
    history = (*until(NOTIFIED), HANDED_IN)
    ends = HANDED_IN.when + timedelta(hours=2)
    assert of("APP-04d", *history, at=ends - timedelta(seconds=1)) == []
    assert of("APP-04d", *history, at=ends) == [(True, (7,))]


def test_judged_before_it_was_done_it_was_open():
    slow = Act(SENT.event, SECURITY, HANDED_IN.when + timedelta(hours=5))
    history = (*until(NOTIFIED), HANDED_IN, slow)
    assert of("APP-04d", *history, at=HANDED_IN.when + timedelta(hours=4)) == [(True, (7,))]
    assert of("APP-04d", *history) == [(False, (7, 8))]


def test_what_is_withdrawn_in_time_is_no_longer_asked():
    gone = Act(e.AppealWithdrawn(), SECURITY, HANDED_IN.when + timedelta(hours=1))
    assert of("APP-04d", *until(NOTIFIED), HANDED_IN, gone) == []


def test_what_is_withdrawn_after_its_end_was_not_done():
    gone = Act(e.AppealWithdrawn(), SECURITY, HANDED_IN.when + timedelta(hours=5))
    assert of("APP-04d", *until(NOTIFIED), HANDED_IN, gone) == [(True, (7, 8))]


def test_the_end_of_a_trajectory_ends_what_does_not_outlive_it():
    in_time = DEPARTED.at("2026-03-02 20:00")
    assert of("INT-01", ADMITTED, in_time) == []
    assert of("INT-01", ADMITTED, DEPARTED) == [(True, (0, 1))]


def test_a_duty_without_a_number_is_never_late_but_may_be_undone():
    """EXE-07 and COE-03 say without delay: nobody can say when that was."""
    reported = Act(
        e.CoercionReported(number=1, report=_sealed()),
        SECURITY,
        brussels("2026-03-19 10:00"),
    )
    assert of("COE-03", ADMITTED, REPORTED_USE, reported) == []
    assert of("COE-03", ADMITTED, REPORTED_USE) == [(True, (1,))]
    same_day = brussels("2026-03-05 23:00")
    assert of("COE-03", ADMITTED, REPORTED_USE, at=same_day) == []


def _sealed() -> Any:
    from domain.values import Sealed

    return Sealed.of("held by the arm")


def test_of_an_act_known_by_its_day_hours_are_counted_from_the_end_of_it():
    whole = Act(HANDED_IN.event, HANDED_IN.who, brussels("2026-03-16 00:00"), whole_day=True)
    at_noon = Act(SENT.event, SECURITY, brussels("2026-03-16 12:00"))
    next_day = Act(SENT.event, SECURITY, brussels("2026-03-17 12:00"))
    assert of("APP-04d", *until(NOTIFIED), whole, at_noon) == []
    assert of("APP-04d", *until(NOTIFIED), whole, next_day) == [(False, (7, 8))]


def test_at_the_end_of_the_calendar_nothing_breaks():
    last = Act(HANDED_IN.event, HANDED_IN.who, brussels("9999-12-31 00:00"), whole_day=True)
    assert [one.rule for one in deadlines(lines((ARRIVED, last), NUMBER))] == ["APP-04d"]


def test_two_at_once_are_two_duties():
    other = HANDED_IN.but(reference="REC-2", kind=AppealKind.ANNULMENT)
    assert of("APP-04d", *until(NOTIFIED), HANDED_IN, other) == [(True, (7,)), (True, (8,))]
    first = Act(e.AppealTransmitted(reference="REC-2"), SECURITY, SENT.when)
    left = of("APP-04d", *until(NOTIFIED), HANDED_IN, other, first)
    assert len(left) == 1, "of two of one moment a clock does not say whose it is"
    later = HANDED_IN.but(reference="REC-2").at("2026-03-17 09:00")
    assert of("APP-04d", *until(NOTIFIED), HANDED_IN, SENT, later) == [(True, (9,))]


def test_corrected_it_is_judged_as_it_now_reads():
    slow = Act(SENT.event, SECURITY, HANDED_IN.when + timedelta(hours=5))
    history = (*until(NOTIFIED), HANDED_IN, slow)
    moved = e.RecordCorrected(
        corrects=len(history),
        field="occurred_at",
        becomes=SENT.when.isoformat(),
        reason=_sealed(),
    )
    assert of("APP-04d", *history, Act(moved, SECURITY, CLOSED.when)) == []


def test_what_the_judgement_of_the_acts_tells_is_not_told_again():
    history = lines((ARRIVED.but(procedure=2), NOTIFIED), NUMBER)
    told = judge(history)
    assert "INT-02" in {one.rule for one in told}
    rules = {one.rule for one in late(deadlines(history), FAR, told)}
    assert "INT-02" not in rules
    assert "INT-02" in {one.rule for one in late(deadlines(history), FAR, ())}


def test_another_breach_of_the_rule_hides_no_duty_that_began_elsewhere():
    """One appeal was never transmitted, which its act tells; another was, too late."""
    other = HANDED_IN.but(reference="REC-2", kind=AppealKind.ANNULMENT).at("2026-03-17 09:00")
    slow = Act(e.AppealTransmitted(reference="REC-2"), SECURITY, brussels("2026-03-17 15:00"))
    first = HANDED_IN.but(reference="REC-1", kind=AppealKind.ANNULMENT)
    history = lines((*until(NOTIFIED), first, other, slow, NOT_RETURNED, CLOSED), NUMBER)
    told = judge(history)
    assert [one.log_indices for one in told if one.code == "NEVER_DONE"] == [(7, 11)]
    missing = late(deadlines(history), FAR, told)
    assert [one.log_indices for one in missing if one.rule == "APP-04d"] == [(8, 9)]


def test_a_deadline_rests_on_the_corrections_of_what_began_and_ended_it():
    slow = Act(SENT.event, SECURITY, HANDED_IN.when + timedelta(hours=5))
    history = (*until(NOTIFIED), HANDED_IN, slow)
    moved = [
        Act(
            e.RecordCorrected(
                corrects=len(until(NOTIFIED)) + at,
                field="occurred_at",
                becomes=(act.when + timedelta(minutes=10)).isoformat(),
                reason=_sealed(),
            ),
            SECURITY,
            CLOSED.when,
        )
        for at, act in enumerate((HANDED_IN, slow), start=1)
    ]
    assert of("APP-04d", *history, *moved) == [(False, (7, 8, 9, 10))]


@pytest.mark.parametrize(
    ("at", "asked"),
    [
        ("2026-03-10 12:30", "2026-03-10T12:30:00+01:00"),
        ("2026-03-11 00:00", "2026-03-11T00:00:00+01:00"),
    ],
)
def test_a_finding_says_how_to_show_it(at, asked):
    (one, *_) = missed(ADMITTED, at=brussels(at))
    assert one.proof == f"trajet audit conformance {NUMBER} --at {asked}"


def test_what_ran_out_seconds_before_it_was_judged_is_shown_at_that_second():
    at = datetime(2025, 10, 26, 1, 30, 20, 5, tzinfo=UTC)  # the second half past two of that night
    proof = missed(ADMITTED, at=brussels("2026-03-10 12:30"))[0].proof.split()
    assert replace(missed(ADMITTED)[0], judged=at).proof.split() == [
        *proof[:-1],
        "2025-10-26T02:30:20.000005+01:00",
    ]


# --- the laws -------------------------------------------------------------------------------


@for_all(lines=histories, hours=st.integers(0, 24 * 400))
@settings(max_examples=40, deadline=None)
def test_what_is_overdue_on_the_list_is_what_is_found_open(lines, hours):
    """What ``due`` shows as overdue at a moment after the last act is found, and nothing else."""
    by_dossier: dict[str, list[Recorded]] = {}
    for line in lines:
        by_dossier.setdefault(line.stream, []).append(line)
    for each in by_dossier.values():
        state = replay(each)
        assert state is not None
        at = max(line.occurred_at for line in each) + timedelta(hours=hours)
        open_now = [one for one in deadlines(each) if one.ended is None]
        shown = [one for one in clocks(state, state.latest) if one.is_duty]
        assert sorted((one.rule, one.what) for one in open_now) == sorted(
            (one.rule, one.what) for one in shown
        )
        told = late(deadlines(each), at, ())
        assert sum(one.ended is None for one in told) == sum(one.until <= at for one in open_now)


@for_all(lines=histories, days=st.lists(st.integers(0, 900), min_size=2, max_size=2))
@settings(max_examples=40, deadline=None)
def test_what_was_missed_stays_missed(lines, days):
    begun = min((line.occurred_at for line in lines), default=FAR)
    sooner, later = (begun + timedelta(days=day) for day in sorted(days))
    by_dossier: dict[str, list[Recorded]] = {}
    for line in lines:
        by_dossier.setdefault(line.stream, []).append(line)
    for each in by_dossier.values():
        kept = deadlines(each)
        assert len(late(kept, sooner, ())) <= len(late(kept, later, ()))


def test_every_duty_that_ends_in_the_example_is_known_by_its_row():
    for one in deadlines(lines((*UNDER_WAY, DEPARTED.at("2026-03-30 09:40")), NUMBER)):
        assert deadline_of(one.what) is not None


# --- at the desk ----------------------------------------------------------------------------


@pytest.fixture
def at_work(desk: Desk) -> Desk:
    desk.types("init --as registrar")
    desk.types("staff add d.lambert --person P-001 --function coach --as registrar")
    desk.types("open VOT-2025-0001 --sex M --on 2025-03-03T10:00 --as d.lambert")
    return desk


def _told(desk: Desk, line: str, exit_code: int) -> dict[str, Any]:
    run = desk.runs(f"audit conformance {line} --json")
    assert run.exit_code == exit_code, run.output
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_deadlines_are_told_when_they_are_asked_for(at_work: Desk) -> None:
    assert _told(at_work, "", 0)["findings"] == []
    told = _told(at_work, "--deadlines", 1)
    rules = {one["rule"]: one for one in told["findings"]}
    assert {"INT-01", "INT-02"} <= set(rules)
    assert rules["INT-01"]["certainty"] == "unverified"
    assert rules["INT-01"]["done"] is False
    assert rules["INT-01"]["until"] == "2025-03-04T10:00:00+01:00"
    assert told["at"] is not None


@pytest.mark.parametrize("line", ["--at {}", "--at {} --afresh", "VOT-2025-0001 --at {}"])
def test_deadlines_are_judged_at_the_day_asked_for(at_work: Desk, line: str) -> None:
    assert _told(at_work, line.format("2025-03-03T20:00"), 0)["findings"] == []
    assert {one["rule"] for one in _told(at_work, line.format("2025-03-04"), 1)["findings"]} >= {
        "INT-01"
    }


def test_a_finding_is_told_in_words_with_what_ends_it(at_work: Desk) -> None:
    run = at_work.runs("audit conformance VOT-2025-0001 --at 2025-03-10 --lang fr")
    assert "DEADLINE               VOT-2025-0001 v1 INT-01" in run.stdout
    assert "accompli par : health intake" in run.stdout
    assert "constaté : pas fait" in run.stdout
    assert "trajet audit conformance VOT-2025-0001 --at 2025-03-10\n" in run.stdout


def test_what_was_found_as_known_then_is_shown_as_known_then(at_work: Desk) -> None:
    """What was told since would take the finding away: its proof says as of when it was known."""
    at_work.does("staff add s.leroy --person P-014 --function nurse --as registrar")
    opened = at_work.does("log VOT-2025-0001 --json --as d.lambert").splitlines()[-1]
    known = json.loads(opened)["recorded_at"]
    at_work.does("health intake VOT-2025-0001 --on 2025-03-03T11:00 --as s.leroy")
    asked = f"VOT-2025-0001 --at 2025-03-10 --as-known {known}"
    (one,) = [one for one in _told(at_work, asked, 1)["findings"] if one["rule"] == "INT-01"]
    shown = _told(at_work, one["proof"].removeprefix("trajet audit conformance "), 1)
    assert one in shown["findings"]


def test_a_dossier_is_replayed_act_by_act(at_work: Desk) -> None:
    run = at_work.runs("audit conformance VOT-2025-0001 --replay")
    assert run.exit_code == 0, run.output
    (line,) = run.stdout.splitlines()
    assert "✓ open → arrival" in line
    told = [
        json.loads(one)
        for one in at_work.runs(
            "audit conformance VOT-2025-0001 --replay --json"
        ).stdout.splitlines()
    ]
    assert [(one["place"], one["step"], one["was_allowed"]) for one in told] == [(1, "open", True)]


@pytest.mark.parametrize(
    ("line", "saying"),
    [
        ("--replay", "--replay shows one dossier; name it"),
        ("VOT-2025-0001 --replay --deadlines", "--replay goes with --as-known alone"),
        ("VOT-2025-0001 --replay --at 2025-03-10", "--replay goes with --as-known alone"),
        ("VOT-2025-9999 --replay", "there is no dossier VOT-2025-9999"),
        ("VOT-2025-0001 --replay --as-known 2020-01-01", "nothing was on record"),
        ("--at 2025-13-01", "2025-13-01"),
    ],
)
def test_what_cannot_be_asked_is_said(at_work: Desk, line: str, saying: str) -> None:
    run = at_work.runs(f"audit conformance {line}")
    assert run.exit_code == 2
    assert saying in run.stderr
    assert "Traceback" not in run.output
