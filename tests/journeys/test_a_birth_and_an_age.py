"""What is said of an age at the desk: at the arrival, and when a birth is recorded later."""

import json

import pytest
from story import Desk

STAFF = (("d.lambert", "P-001", "coach"), ("s.aydin", "P-002", "centre-director"))
DOUBT = "record the doubt with: family age dispute"
CHILD = "--born-on 2015-01-01"


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    return desk.staffed(*STAFF)


def test_a_child_by_its_own_birth_is_not_admitted_to_a_closed_centre(staffed: Desk) -> None:
    run = staffed.runs(f"open VOT-2026-0005 {CHILD} --on 2026-03-02T10:00 --as d.lambert")
    assert run.exit_code == 3
    assert "DET-15" in run.output
    assert "2015" not in run.output, "the birth is personal"


def test_an_adult_is_recorded_as_one_and_nobody_asks_any_more(staffed: Desk) -> None:
    said = "--adult --born-on 1989-04-06 --on 2026-03-02T10:00 --as d.lambert"
    assert staffed.runs(f"open VOT-2026-0005 {said}").exit_code == 0
    told = staffed.runs("show VOT-2026-0005 --as d.lambert").output
    assert "whether the resident is of age" not in told
    assert "of age" in told


@pytest.mark.parametrize("more", ["--minor", "--age-disputed"])
def test_of_an_age_one_thing_is_said(staffed: Desk, more: str) -> None:
    run = staffed.runs(f"open TUB-2026-0005 --adult {more} --as d.lambert")
    assert (run.exit_code, "say one of" in run.output) == (2, True)


@pytest.mark.parametrize(
    "typed",
    [
        f"identity record VOT-2026-0005 --source passport {CHILD}",
        f"identity alias VOT-2026-0005 --source passport --name 'Idris Test' {CHILD}",
        f"identity record VOT-2026-0005 --source passport {CHILD} --json",
    ],
)
def test_a_birth_that_may_be_a_minor_s_is_told_when_it_is_recorded(
    staffed: Desk, typed: str
) -> None:
    staffed.runs("open VOT-2026-0005 --on 2026-03-02T10:00 --as d.lambert")
    run = staffed.runs(f"{typed} --on 2026-03-03T10:00 --as d.lambert")
    assert run.exit_code == 0, run.output
    assert "the age is in dispute from now on" in run.stderr
    if "--json" in typed:
        assert json.loads(run.stdout)
    shown = staffed.runs("show VOT-2026-0005 --as d.lambert").output
    assert "MAY NOT STAY HERE since" in shown
    assert "DET-15" in staffed.runs("due --as d.lambert").output
    again = staffed.runs(f"{typed} --on 2026-03-03T13:00 --as d.lambert")
    assert "in dispute" not in again.stderr, "it is already"


def test_a_birth_of_an_adult_tells_nothing(staffed: Desk) -> None:
    staffed.runs("open VOT-2026-0005 --on 2026-03-02T10:00 --as d.lambert")
    typed = "identity record VOT-2026-0005 --source passport --born-on 1989-01-01"
    run = staffed.runs(f"{typed} --on 2026-03-03T11:00 --as d.lambert")
    assert (run.exit_code, run.stderr) == (0, "")


def test_the_family_is_told_of_a_doubt_that_a_birth_gave(staffed: Desk) -> None:
    for number in ("1", "2"):
        opened = f"open TUB-2026-000{number} --adult --on 2026-03-02T10:00 --as d.lambert"
        assert staffed.runs(opened).exit_code == 0
    both = "TUB-2026-0001 TUB-2026-0002 --role parent --role child"
    assert staffed.runs(f"family link {both} --on 2026-03-02T11:00 --as d.lambert").exit_code == 0
    typed = f"identity record TUB-2026-0002 --source passport {CHILD}"
    run = staffed.runs(f"{typed} --on 2026-03-03T10:00 --as d.lambert")
    assert "family age dispute TUB-2026-0002" in run.stderr
    disputed = "family age dispute TUB-2026-0002 --reason conflicting-documents"
    told = staffed.runs(f"{disputed} --on 2026-03-03T12:00 --as d.lambert")
    assert told.exit_code == 0, told.output
    assert "TUB-2026-0001" in told.output
    assert "TUB-2026-0002 v" not in told.output, "there it is on record"
    assert staffed.runs(f"{disputed} --on 2026-03-03T13:00 --as d.lambert").exit_code == 3


def test_with_whom_a_minor_is_here_is_said_at_the_arrival(staffed: Desk) -> None:
    typed = "open TUB-2026-0005 --minor --on 2026-03-02T10:00 --as d.lambert"
    run = staffed.runs(typed)
    assert (run.exit_code, "DET-16" in run.output) == (3, True)
    assert staffed.runs(f"{typed} --unaccompanied").exit_code == 3
    assert staffed.runs(f"{typed} --accompanied").exit_code == 0


def test_so_it_is_when_a_birth_is_corrected(staffed: Desk) -> None:
    opened = "open VOT-2026-0005 --born-on 1989-01-01 --on 2026-03-02T10:00 --as d.lambert"
    assert staffed.runs(opened).exit_code == 0
    corrected = "correct VOT-2026-0005 --version 1 --field born-on --reason misread --as s.aydin"
    assert f"{DOUBT} VOT-2026-0005" in staffed.runs(f"{corrected} --to 2015-01-01").stderr
    assert DOUBT not in staffed.runs(f"{corrected} --to 1988-01-01").stderr


def test_that_the_family_was_contacted_is_recorded_with_an_incident(staffed: Desk) -> None:
    staffed.runs("open VOT-2026-0005 --adult --on 2026-03-02T10:00 --as d.lambert")
    said = "--kind hunger-strike --what food-refused --not-injured --no-police --no-lawyer"
    typed = f"incident report VOT-2026-0005 {said} --narrative 'eats nothing'"
    for answer in ("--relatives", "--no-relatives"):
        run = staffed.runs(f"{typed} {answer} --on 2026-03-03T10:00 --as s.aydin")
        assert run.exit_code == 0, run.output
    assert staffed.runs(f"{typed} --as s.aydin").exit_code == 2
