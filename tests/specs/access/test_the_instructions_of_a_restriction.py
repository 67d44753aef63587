"""Confidential instructions reach those who follow them: the list, by grant, and nobody else."""

import json
from pathlib import Path

import pytest
from specs.access.desk import STAFF, D, restricted
from story import Desk

from cli.opener import INSTRUCTIONS
from domain.events import EVENTS
from domain.events.access import AccessRestricted

WORDS = "no calls through the desk"
MOTIVES = "speaks to the prosecutor"


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """Give a desk with a dossier restricted to m.vandamme, with instructions."""
    file_desk.staffed(*STAFF).does(
        f"open {D} --centre VOT --from police --as d.lambert",
        *restricted(motives=f"--motives '{MOTIVES}'", instructions=f"--instructions '{WORDS}'"),
    )
    return file_desk


def test_who_is_on_the_list_reads_them_in_the_dossier_and_in_its_log(desk: Desk) -> None:
    for line in (f"show {D}", f"log {D}"):
        assert WORDS in desk.runs(f"{line} --as m.vandamme").stdout
    shown = json.loads(desk.runs(f"show {D} --json --as m.vandamme").stdout)
    assert shown["instructions"] == WORDS


def test_the_keeper_reads_them_without_being_on_the_list(desk: Desk) -> None:
    for account in ("b.wouters", "v.hermans"):
        assert WORDS in desk.runs(f"show {D} --as {account}").stdout
        assert WORDS in desk.runs(f"log {D} --as {account}").stdout


@pytest.mark.parametrize("account", ["d.lambert", "n.bernard", "a.denis", "nobody"])
def test_nobody_else_reads_them(desk: Desk, account: str) -> None:
    for line in (f"show {D}", f"log {D}", f"log {D} --json", "audit trail", "caseload VOT"):
        assert WORDS not in desk.runs(f"{line} --as {account}").output
    assert WORDS.encode() not in Path(desk.folder / "office.db").read_bytes()


def test_what_else_is_sealed_with_them_stays_the_keepers(desk: Desk) -> None:
    told = desk.runs(f"log {D} --as m.vandamme").stdout
    assert MOTIVES not in told
    assert told.count("[sealed: protected]") == 2
    assert desk.runs(f"log {D} --as b.wouters").stdout.count(MOTIVES) == 2


def test_that_they_were_read_is_on_record(desk: Desk) -> None:
    for line in ("show", "log"):
        desk.runs(f"{line} {D} --as m.vandamme")
    read = desk.runs(f"audit readers {D} --json --as a.denis").stdout.splitlines()
    assert [(one["account"], one["by_command"]) for one in map(json.loads, read)] == [
        ("m.vandamme", "show"),
        ("m.vandamme", "log"),
    ]


def test_off_the_list_or_open_again_they_are_the_keepers_alone(desk: Desk) -> None:
    assert desk.runs(f"privacy revoke {D} --from m.vandamme --as b.wouters").exit_code == 0
    assert desk.runs(f"show {D} --as m.vandamme").exit_code == 4
    assert desk.runs(f"privacy grant {D} --to m.vandamme --as b.wouters").exit_code == 0
    assert WORDS in desk.runs(f"show {D} --as m.vandamme").stdout
    assert desk.runs(f"privacy lift {D} --as b.wouters").exit_code == 0
    for line in (f"show {D}", f"log {D}"):
        told = desk.runs(f"{line} --as m.vandamme")
        assert (told.exit_code, WORDS in told.stdout) == (0, False)
    assert json.loads(desk.runs(f"show {D} --json --as m.vandamme").stdout)["instructions"] is None
    assert WORDS in desk.runs(f"log {D} --as b.wouters").stdout


def test_put_right_they_are_read_as_they_are_now(desk: Desk) -> None:
    corrected = "no calls at all"
    asked = f"correct {D} --version 3 --field instructions --becomes '{corrected}' --reason typo"
    done = desk.runs(f"{asked} --as v.hermans")
    assert done.exit_code == 0, done.output
    shown = json.loads(desk.runs(f"show {D} --json --as m.vandamme").stdout)
    assert shown["instructions"] == corrected
    assert corrected in desk.runs(f"log {D} --as m.vandamme").stdout


def test_no_other_event_calls_a_field_so() -> None:
    named = {kind for kind in EVENTS.values() if INSTRUCTIONS in kind.model_fields}
    assert named == {AccessRestricted}
