"""What audits tell of a restricted dossier: nothing to who may not read it, but how many."""

import json

import pytest
from click.testing import Result
from specs.access.desk import STAFF, D, restricted
from story import Desk

OPEN = "VOT-2026-0002"
CONTROL = (
    ("q.control", "P-019", "quality-controller"),
    ("s.visser", "P-020", "supervisor"),
)
ONE_HIDDEN = "1 restricted dossier(s) are not shown to you\n"
REFUSED = "trajet: ACC-01: this dossier is restricted, and {account} is not on its list\n"


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """Give a desk with two dossiers, the first restricted to m.vandamme, who was refused there."""
    file_desk.staffed(*STAFF, *CONTROL).does(
        f"open {D} --centre VOT --from police --on 2026-03-02 --as d.lambert",
        f"open {OPEN} --centre VOT --from police --on 2026-03-02 --as d.lambert",
        *restricted(),
        f"show {D} --as m.vandamme",
    )
    assert file_desk.runs(f"removal start {D} --as m.vandamme").exit_code != 0
    return file_desk


def asked(desk: Desk, line: str, account: str) -> Result:
    return desk.runs(f"{line} --as {account}")


# --- the trail ------------------------------------------------------------------------------


@pytest.mark.parametrize("account", ["d.lambert", "a.denis", "q.control", "s.visser", "nobody"])
def test_the_trail_leaves_out_every_stream_of_it_and_says_how_many(desk: Desk, account: str):
    for line in ("audit trail", "audit trail --json", "audit trail --account m.vandamme"):
        told = asked(desk, line, account)
        assert (told.exit_code, D in told.stdout) == (0, False), line
        assert told.stderr == ONE_HIDDEN
    assert OPEN in asked(desk, "audit trail", account).stdout


def test_the_trail_tells_it_to_its_list_and_to_its_keeper(desk: Desk):
    for account in ("m.vandamme", "b.wouters"):
        told = asked(desk, "audit trail", account)
        assert f" {D} v2 access-restriction-proposed.v1 " in told.stdout
        assert f" refused:{D} v1 act-refused.v1 " in told.stdout
        assert told.stderr == ""


def test_so_many_lines_are_so_many_of_what_is_told(desk: Desk):
    whole = asked(desk, "audit trail", "d.lambert").stdout.splitlines()
    assert asked(desk, "audit trail --limit 3", "d.lambert").stdout.splitlines() == whole[:3]
    newest = asked(desk, f"audit trail --limit {len(whole)}", "d.lambert").stdout.splitlines()
    assert newest == whole


@pytest.mark.parametrize("stream", [D, f"refused:{D}", f"read:{D}"])
def test_asked_for_by_its_number_it_is_refused(desk: Desk, stream: str):
    told = asked(desk, f"audit trail {stream}", "q.control")
    assert (told.exit_code, told.stdout) == (4, "")
    assert told.stderr == REFUSED.format(account="q.control")


def test_to_look_at_its_trail_is_to_read_it(desk: Desk):
    assert asked(desk, f"audit trail {D}", "m.vandamme").exit_code == 0
    told = asked(desk, f"audit readers {D} --json", "a.denis").stdout.splitlines()
    assert [json.loads(one)["by_command"] for one in told] == ["show", "audit trail"]


def test_opened_again_it_is_told_as_any_other_but_who_read_it_is_the_auditors(desk: Desk):
    assert desk.runs(f"privacy lift {D} --as b.wouters").exit_code == 0
    told = asked(desk, "audit trail", "d.lambert")
    assert (f" {D} v1 " in told.stdout, told.stderr) == (True, "")
    assert f"read:{D}" not in told.stdout
    assert f" read:{D} v1 access-consulted.v1 " in asked(desk, "audit trail", "a.denis").stdout


# --- conformance ----------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["audit conformance", "audit conformance --afresh"])
def test_conformance_tells_nothing_of_it_and_says_how_many(desk: Desk, line: str):
    told = json.loads(asked(desk, f"{line} --json", "q.control").stdout)
    assert (told["dossiers"], told["hidden"]) == (1, 1)
    assert D not in {one["dossier"] for one in told["findings"]}
    assert ONE_HIDDEN in asked(desk, line, "q.control").stdout
    told = json.loads(asked(desk, f"{line} --json", "b.wouters").stdout)
    assert (told["dossiers"], told["hidden"]) == (2, 0)


def test_conformance_of_it_by_number_is_refused(desk: Desk):
    told = asked(desk, f"audit conformance {D}", "q.control")
    assert (told.exit_code, told.stdout) == (4, "")
    assert told.stderr == REFUSED.format(account="q.control")
    assert asked(desk, f"audit conformance {D}", "m.vandamme").exit_code in (0, 1)


# --- who read -------------------------------------------------------------------------------


@pytest.mark.parametrize("account", ["d.lambert", "m.vandamme", "n.bernard", "q.control", "nobody"])
def test_who_read_is_not_told_to_anybody(desk: Desk, account: str):
    for line in ("audit readers", f"audit readers {D}"):
        told = asked(desk, line, account)
        assert (told.exit_code, told.stdout) == (4, "")
        assert told.stderr == (
            f"trajet: AUT-02: {account} may not ask who read; it is for "
            "auditor, removal-director, supervisor\n"
        )


@pytest.mark.parametrize("account", ["a.denis", "b.wouters"])
def test_the_auditor_and_the_keeper_are_told_who_read(desk: Desk, account: str):
    told = asked(desk, "audit readers --json", account)
    assert [json.loads(one)["account"] for one in told.stdout.splitlines()] == ["m.vandamme"]
    assert told.stderr == ""


def test_a_supervisor_is_told_who_read_what_is_the_supervisors_to_read(desk: Desk):
    told = asked(desk, "audit readers", "s.visser")
    assert (told.stdout, told.stderr) == ("", ONE_HIDDEN)
    assert desk.runs(f"privacy grant {D} --to s.visser --as b.wouters").exit_code == 0
    told = asked(desk, "audit readers", "s.visser")
    assert (f" {D} show m.vandamme" in told.stdout, told.stderr) == (True, "")
