"""A dossier is handed over and checked as it is typed, on both databases."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cabinet import sql
from specs.access.desk import STAFF, D, restricted
from story import Desk
from trust.example_log import lines_of, members_of, repacked, written

from cli import trajet_verify as verifier
from cli.audit_bundle import _every_line
from cli.settings import locate
from cli.wiring import Office
from domain.checkpoint import checkpoint_in
from domain.merkle import Frontier, leaf_hash, leaf_text
from domain.note import read_note
from projections.audit.bundle import Under, write_log

STAMPS = Path(__file__).parents[1] / "golden" / "timestamps"
DOSSIER = "VOT-2026-0001"
OPENED = f"open {DOSSIER} --centre VOT --from police --on 2026-03-02 --as d.lambert"
INFORMED = f"inform {DOSSIER} --language fr --on 2026-03-03 --as d.lambert"
TALKED = f"interview {DOSSIER} --note secret --on 2026-03-04 --as d.lambert"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Work in the folder of the desk, where the keys are too."""
    monkeypatch.chdir(tmp_path)
    for variable in ("TRAJET_LOG_KEY", "TRAJET_KEY"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def ready(desk: Desk) -> Desk:
    """A dossier of two acts, a checkpoint of them that is witnessed, and a policy."""
    people = (("d.lambert", "P-001", "coach"), ("a.denis", "P-018", "auditor"))
    desk.staffed(*people).does(
        OPENED,
        INFORMED,
        "audit key new trajet.example/vottem -o log.key",
        "audit key new witness.example/court --witness -o court.key",
        "audit checkpoint --log-key log.key -o 1.note",
        "audit prove --from 0 --checkpoint 1.note -o request",
    )
    log, court = (desk.does(f"audit key show {file}.key").strip() for file in ("log", "court"))
    desk.does(f"audit cosign request --log {log} --key court.key -o cosigned.note")
    Path("policy").write_text(f"log {log}\nwitness court {court}\nquorum court\nfresh 1h\n")
    return desk


def bundled(desk: Desk, more: str = "", file: str = "b.zip") -> bytes:
    desk.does(f"audit bundle {DOSSIER} -o {file} --checkpoint cosigned.note {more} --force")
    return Path(file).read_bytes()


def test_a_dossier_is_handed_over_and_checked(desk, here):
    ready(desk)
    raw = bundled(desk)
    assert b"secret" not in raw
    assert Path("b.zip").stat().st_mode & 0o777 == 0o600
    told = desk.does("audit check b.zip --policy policy")
    assert f"dossier {DOSSIER}: 2 event(s)\n" in told
    assert "cosigned by court at" in told
    assert "nothing is left out as of then" in told
    assert told.endswith("all that was checked is as it should be\n")


def test_the_same_store_and_checkpoint_give_the_same_bytes_whatever_came_later(desk, here):
    first = bundled(ready(desk))
    desk.does(TALKED)
    run = desk.passes(f"audit bundle {DOSSIER} -o later.zip --checkpoint cosigned.note")
    assert run.stderr == "1 later act(s) of the dossier are after the checkpoint\n"
    assert Path("later.zip").read_bytes() == first


def test_without_a_checkpoint_the_newest_in_the_store_is_taken(desk, here):
    ready(desk).does(TALKED, "audit checkpoint --log-key log.key")
    told = json.loads(desk.does(f"audit bundle {DOSSIER} -o b.zip --json"))
    assert (told["events"], told["later"], told["dossier"]) == (3, 0, DOSSIER)
    run = desk.runs("audit check b.zip --policy policy --json")
    report = json.loads(run.stdout)
    assert (run.exit_code, report["size"], report["root"]) == (1, told["size"], told["root"])
    assert [one["code"] for one in report["findings"]] == ["WITNESS_QUORUM"]


def test_a_whole_log_is_handed_over_and_checked(desk, here):
    ready(desk).does("audit bundle --whole -o w.zip --checkpoint cosigned.note --as a.denis")
    told = desk.does("audit check w.zip --policy policy --checkpoint 1.note --json --list")
    *acts, report = map(json.loads, told.splitlines())
    assert (report["findings"], report["complete"], report["dossier"]) == ([], True, None)
    assert len(acts) == report["acts"] == report["size"]


def test_the_desk_and_the_lone_file_find_the_same(file_desk, here):
    desk = ready(file_desk)
    members = members_of(bundled(desk))
    lines = lines_of(members["events.jsonl"])
    Path("cut.zip").write_bytes(repacked(members | {"events.jsonl": written(lines[:1])}))
    desk.does("audit verifier -o verifier.py")
    for file in ("b.zip", "cut.zip"):
        asked = [file, "--policy", "policy", "--json", "--list"]
        alone = subprocess.run(
            [sys.executable, "-I", "verifier.py", *asked],
            env={},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        ours = desk.runs(f"audit check {' '.join(asked)}")
        assert ours.exit_code == alone.returncode
        assert [*map(json.loads, ours.stdout.splitlines())] == [
            *map(json.loads, alone.stdout.splitlines())
        ]


def test_receipts_of_the_desk_are_receipts_for_the_verifier(file_desk, here):
    bundled(ready(file_desk))
    kept = Path("kept.jsonl")
    kept.write_text(file_desk.runs(f"log {DOSSIER} --json").stdout)
    file_desk.does("audit check b.zip --policy policy --receipts kept.jsonl")
    first = json.loads(kept.read_text().splitlines()[0])
    kept.write_text(json.dumps(first | {"leaf_hash": "0" * 64}))
    found = file_desk.runs("audit check b.zip --policy policy --receipts kept.jsonl")
    assert (found.exit_code, "RECEIPT_NOT_IN_LOG" in found.stdout) == (1, True)


def test_a_store_that_was_rewritten_hands_over_no_bundle(file_desk, here):
    desk = ready(file_desk)
    sql(
        here / "office.db",
        "UPDATE stored_events SET topic = 'x' WHERE originator_id = ? AND originator_version = 1",
        DOSSIER,
    )
    refused = desk.runs(f"audit bundle {DOSSIER} -o b.zip --checkpoint cosigned.note")
    assert refused.exit_code == 6
    assert not Path("b.zip").exists()
    assert not [*here.glob(".b.zip*")]
    whole = desk.runs("audit bundle --whole -o b.zip --checkpoint cosigned.note --as a.denis")
    assert (whole.exit_code, Path("b.zip").exists()) == (6, False)


# --- refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("audit bundle -o b.zip", 2, "give the number of a dossier, or --whole"),
        (f"audit bundle {DOSSIER} --whole -o b.zip", 2, "give the number of a dossier"),
        ("audit bundle HOL-2026-0099 -o b.zip", 2, "there is no dossier HOL-2026-0099"),
        ("audit bundle staff:d.lambert -o b.zip", 2, "there is no dossier"),
        (f"audit bundle {DOSSIER} -o policy", 2, "policy is there already"),
        (f"audit bundle {DOSSIER} -o .", 2, ". is a folder"),
        (f"audit bundle {DOSSIER} -o nowhere/b.zip", 2, "there is no folder nowhere"),
        (f"audit bundle {DOSSIER} -o b.zip --checkpoint policy", 2, "cannot be read"),
        (f"audit bundle {DOSSIER} -o b.zip --timestamp nothing", 2, "nothing cannot be read"),
        ("audit bundle --whole -o b.zip --as d.lambert", 4, "AUT-02"),
        ("audit check policy", 2, "--policy"),
        ("audit check nothing --policy policy", 2, "nothing cannot be opened"),
        ("audit check policy --policy log.key", 2, "log.key"),
        ("audit verifier -o policy", 2, "policy is there already"),
    ],
)
def test_what_cannot_be_handed_over_or_checked_is_refused(file_desk, here, typed, code, said):
    refused = ready(file_desk).runs(typed)
    assert (refused.exit_code, refused.stdout) == (code, "")
    assert said in refused.stderr
    assert not Path("b.zip").exists()


def test_a_store_without_a_checkpoint_says_how_to_make_one(file_desk, here):
    file_desk.staffed(("d.lambert", "P-001", "coach")).does(OPENED)
    refused = file_desk.runs(f"audit bundle {DOSSIER} -o b.zip")
    assert refused.exit_code == 2
    assert "make one with: trajet audit checkpoint" in refused.stderr


def test_a_dossier_that_is_younger_than_the_checkpoint_is_refused(file_desk, here):
    ready(file_desk).does(OPENED.replace("0001", "0002"))
    refused = file_desk.runs("audit bundle VOT-2026-0002 -o b.zip")
    assert refused.exit_code == 2
    assert "has nothing on record before that checkpoint" in refused.stderr


def test_a_checkpoint_of_a_longer_log_is_refused(file_desk, here):
    ready(file_desk)
    Path("office.db").rename("office.kept")
    file_desk.does("init --as registrar")
    file_desk.hires(("d.lambert", "P-001", "coach"))
    file_desk.does(OPENED)
    refused = file_desk.runs(f"audit bundle {DOSSIER} -o b.zip --checkpoint cosigned.note")
    assert (refused.exit_code, Path("b.zip").exists()) == (2, False)
    assert "the log has fewer" in refused.stderr


def test_a_restricted_dossier_is_handed_over_by_its_list_alone_and_that_is_on_record(
    file_desk, here
):
    file_desk.staffed(*STAFF).does(
        f"open {D} --centre VOT --from police --on 2026-03-02 --as d.lambert",
        *restricted(),
        "audit key new trajet.example/vottem -o log.key",
        "audit checkpoint --log-key log.key",
    )
    refused = file_desk.runs(f"audit bundle {D} -o b.zip --as d.lambert")
    assert (refused.exit_code, Path("b.zip").exists()) == (4, False)
    assert refused.stderr.startswith("trajet: ACC-01")
    file_desk.does(f"audit bundle {D} -o b.zip --as m.vandamme")
    assert f"{D} audit bundle m.vandamme" in file_desk.does("audit readers --as b.wouters")


def test_a_time_stamp_goes_with_its_checkpoint(file_desk, here):
    from hashlib import sha256

    ready(file_desk)
    old = read_note((STAMPS / "checkpoint.note").read_text())
    new = read_note(Path("cosigned.note").read_text())
    reply = (STAMPS / "stamped.tsr").read_bytes()
    was, now = (sha256(note.text.encode()).digest() for note in (old, new))
    Path("stamp").write_bytes(reply.replace(was, now))
    bundled(file_desk, "--timestamp stamp")
    assert "a timestamp comes with it" in file_desk.does("audit check b.zip --policy policy")


@pytest.mark.parametrize(
    ("stamp", "said"),
    [(STAMPS / "stamped.tsr", "something else than this checkpoint"), ("policy", "no reply of")],
)
def test_a_time_stamp_of_something_else_does_not_go_with_it(file_desk, here, stamp, said):
    ready(file_desk)
    refused = file_desk.runs(f"audit bundle {DOSSIER} -o b.zip --timestamp {stamp}")
    assert (refused.exit_code, Path("b.zip").exists()) == (2, False)
    assert said in refused.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "à ce moment, rien n'est omis"), ("nl", "op dat moment is niets weggelaten")],
)
def test_the_desk_says_it_in_its_own_language(file_desk, here, language, said):
    bundled(ready(file_desk))
    assert said in file_desk.does(f"audit check b.zip --policy policy --lang {language}")


# --- every act of a believable year -----------------------------------------------------------


def test_nothing_is_found_in_the_bundles_of_a_simulated_year(file_desk, here):
    """What the desk may record, families and refusals and all, no verifier takes for a breach."""
    file_desk.does(
        "simulate --dossiers 4 --faults 0.5 --seed 3",
        "audit key new simulated -o log.key",
        "audit checkpoint --log-key log.key",
    )
    key = file_desk.does("audit key show log.key").strip()
    policy = verifier.read_policy(f"log {key}\nquorum none\n")
    office = Office(locate(file_desk.store))
    note = office.journal.newest_checkpoint()
    assert note is not None
    file = io.BytesIO()
    write_log(file, Under(*checkpoint_in(note)), _every_line(office.journal))
    dossiers = [name for name, _ in office.journal.dossiers()]
    office.close()
    whole = verifier.verify(file, policy)
    assert (whole.findings, whole.complete, whole.unknown_kinds) == ([], True, 0)
    for dossier in dossiers[:2]:
        file_desk.does(f"audit bundle {dossier} -o b.zip --force")
        with Path("b.zip").open("rb") as source:
            report = verifier.verify(source, policy)
        assert (report.findings, report.complete) == ([], True)


def test_trees_of_the_verifier_are_those_of_the_house():
    ours, theirs = Frontier(), verifier.Tree()
    for index in range(70):
        text = leaf_text(index, index + 1, "HOL-2026-0042", 1, "x.v1", b"{}")
        assert verifier.leaf_hash(text) == leaf_hash(text)
        ours.append(leaf_hash(text))
        theirs.append(leaf_hash(text))
        assert (theirs.size, theirs.root()) == (ours.size, ours.root())
