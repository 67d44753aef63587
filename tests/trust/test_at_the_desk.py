"""Checkpoints, witnesses and proofs as they are typed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from specs.access.desk import STAFF, D, restricted
from story import Desk

from domain.checkpoint import checkpoint_in
from domain.note import read_key, read_note

GOLDEN = Path(__file__).parents[1] / "golden" / "timestamps"
DOSSIER = "VOT-2026-0001"
OPENED = f"open {DOSSIER} --centre VOT --from police --on 2026-03-02 --as d.lambert"
INFORMED = f"inform {DOSSIER} --language fr --on 2026-03-03 --as d.lambert"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Work in the folder of the desk, where the keys are too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRAJET_LOG_KEY", raising=False)
    monkeypatch.delenv("TRAJET_KEY", raising=False)
    return tmp_path


def ready(desk: Desk) -> Desk:
    """A dossier, the key of the log and those of two witnesses."""
    desk.staffed(("d.lambert", "P-001", "coach")).does(
        OPENED,
        "audit key new trajet.example/vottem -o log.key",
        "audit key new witness.example/court --witness -o court.key",
        "audit key new witness.example/press --witness -o press.key",
    )
    return desk


def public(desk: Desk, file: str) -> str:
    return desk.does(f"audit key show {file}").strip()


def test_a_log_is_signed_witnessed_and_proved(desk, here):
    ready(desk)
    log = public(desk, "log.key")
    desk.does("audit checkpoint --log-key log.key -o 1.note")
    for witness in ("court", "press"):
        desk.does(
            "audit prove --from 0 --checkpoint 1.note -o request",
            f"audit cosign request --log {log} --key {witness}.key -o {witness}.note",
        )
    Path("policy").write_text(
        f"log {log}\nwitness court {public(desk, 'court.key')}\n"
        f"witness press {public(desk, 'press.key')}\n"
        "group both all court press\nquorum both\nfresh 1h\n"
    )
    desk.does(
        "audit checkpoint --log-key log.key --add court.note --add press.note --policy policy "
        "-o 1.note"
    )
    assert len(read_note(Path("1.note").read_text()).lines) == 3

    desk.does(INFORMED, "audit checkpoint --log-key log.key -o 2.note")
    desk.does("audit prove --from 1.note --checkpoint 2.note -o request")
    grown = desk.does("audit prove --check request --from 1.note")
    assert grown.startswith("it holds: trajet.example/vottem with ")

    desk.does(f"audit prove {DOSSIER} 1 --checkpoint 1.note -o act.tlog-proof")
    told = desk.does("audit prove --check act.tlog-proof --policy policy")
    assert told.startswith(f"it holds: {DOSSIER} version 1 (resident-admitted.v2, sha256:")
    assert told.endswith("the checkpoint may be relied on\n")

    desk.does(f"audit prove {DOSSIER} --last --checkpoint 1.note -o last")
    assert f"last act of {DOSSIER} was version 1" in desk.does("audit prove --check last")
    desk.does(f"audit prove {DOSSIER} --last -o last")
    assert f"last act of {DOSSIER} was version 2" in desk.does("audit prove --check last")
    alone = desk.runs("audit prove --check last --policy policy")
    assert alone.exit_code == 1
    assert "fewer witnesses agree than the policy asks for" in alone.stdout
    assert desk.does("audit verify --checkpoint 1.note --checkpoint 2.note").endswith(
        "nothing was altered\n"
    )


def test_a_checkpoint_is_printed_to_be_handed_on(file_desk, here):
    ready(file_desk)
    printed = file_desk.does("audit checkpoint --log-key log.key")
    assert read_key(public(file_desk, "log.key")).signed(checkpoint_in(printed)[0])
    told = json.loads(file_desk.does("audit checkpoint --log-key log.key --json"))
    note, checkpoint = checkpoint_in(told["note"])
    assert (told["origin"], told["size"], told["root"], told["streams"]) == (
        "trajet.example/vottem",
        checkpoint.size,
        checkpoint.root.hex(),
        checkpoint.heads and checkpoint.heads.streams,
    )
    assert read_key(public(file_desk, "log.key")).signed(note)


def test_the_key_of_the_log_may_be_named_once_and_for_all(file_desk, here, monkeypatch):
    ready(file_desk)
    asked = file_desk.runs("audit checkpoint")
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert asked.stderr == "trajet: name the key of the log with --log-key or TRAJET_LOG_KEY\n"
    monkeypatch.setenv("TRAJET_LOG_KEY", "log.key")
    assert checkpoint_in(file_desk.does("audit checkpoint"))


def test_a_witness_needs_neither_store_nor_settings(file_desk, here, monkeypatch):
    ready(file_desk)
    file_desk.does("audit checkpoint --log-key log.key", "audit prove --from 0 -o request")
    file_desk.does(f"inform {DOSSIER} --language fr --on 2026-03-03 --as d.lambert")
    file_desk.does("audit checkpoint --log-key log.key", "audit prove --from 0 -o later")
    log = public(file_desk, "log.key")
    before = {one.name for one in here.iterdir()}
    monkeypatch.setattr(file_desk, "store", "postgresql://nowhere.invalid/none")
    file_desk.does(f"audit cosign request --log {log} --key court.key -o answer --state mine")
    assert {one.name for one in here.iterdir()} - before == {"answer", "mine"}
    file_desk.does(f"audit cosign request --log {log} --key court.key -o answer --state mine")
    stale = file_desk.runs(f"audit cosign later --log {log} --key court.key --state mine")
    assert stale.exit_code == 5
    assert "have it made with: trajet audit prove --from " in stale.stderr


def test_what_a_mail_program_made_of_a_note_is_read(file_desk, here):
    ready(file_desk)
    file_desk.does("audit checkpoint --log-key log.key -o 1.note", "audit prove --from 0 -o asked")
    for file in ("1.note", "asked"):
        text = Path(file).read_bytes()
        Path(file).write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    file_desk.does(f"audit cosign asked --log {public(file_desk, 'log.key')} --key court.key")
    file_desk.does(f"audit prove {DOSSIER} 1 --checkpoint 1.note")


WRITING = (
    "audit checkpoint --log-key log.key -o {file}",
    "audit prove --from 0 -o {file}",
    "audit checkpoint --log-key log.key --timestamp-query {file}",
)


def test_nothing_is_written_over_a_file_of_another_kind(file_desk, here):
    ready(file_desk).does("audit checkpoint --log-key log.key")
    for line in WRITING:
        for file in ("log.key", "office.db", "log.key.lock"):
            before = Path(file).read_bytes()
            assert file_desk.runs(line.format(file=file)).exit_code == 2, line
            assert Path(file).read_bytes() == before
        assert file_desk.runs(line.format(file=".")).exit_code == 2, line
        assert file_desk.runs(line.format(file="no/folder/here")).exit_code == 2, line


REFUSED = (
    ("audit checkpoint --log-key court.key", "key of a witness, not of a log"),
    ("audit checkpoint --log-key missing", "missing cannot be read"),
    ("audit checkpoint --log-key office.db", "holds no key that signs"),
    ("audit checkpoint --log-key log.key --every never", "never is no interval"),
    ("audit checkpoint --log-key log.key --every 0s", "0s is no interval"),
    ("audit checkpoint --log-key log.key --every 1m --add x", "--every, --add"),
    ("audit checkpoint --log-key log.key --policy x", "--policy goes with --add"),
    ("audit checkpoint --log-key log.key --of x", "--of goes with"),
    ("audit checkpoint --log-key log.key --add missing", "missing cannot be read"),
    ("audit checkpoint --log-key log.key --timestamp-query q", "nothing was signed with"),
    ("audit prove", "name a dossier with a version"),
    (f"audit prove {DOSSIER}", "name a dossier with a version"),
    (f"audit prove {DOSSIER} 1 --last", "name a dossier with a version"),
    (f"audit prove {DOSSIER} --from 1", "name a dossier with a version"),
    (f"audit prove {DOSSIER} 1", "no checkpoint is kept in the store"),
    (f"audit prove {DOSSIER} 1 --policy x", "--policy goes with --check"),
    ("audit prove --from -1", "-1 cannot be read"),
    ("audit prove --check office.db", "cannot be read as UTF-8 text"),
    ("audit prove --check log.key", "there is no checkpoint below it"),
    ("audit prove --check x --last", "--check goes with"),
    ("audit cosign x --log y", "name your key as a witness with --key"),
    ("audit cosign x --log y --key court.key", "y is no public key"),
    ("audit key new trajet.example/vottem -o log.key", "no key is put over it"),
    ("audit key new x -o no/folder/key", "there is no folder"),
)


def test_what_cannot_be_done_is_told_in_a_line(file_desk, here):
    ready(file_desk)
    for line, why in REFUSED:
        run = file_desk.runs(line)
        assert (run.exit_code, run.stdout) == (2, ""), line
        assert why in run.stderr
        assert run.stderr.count("\n") == 1, line


def test_a_witness_does_not_sign_with_the_key_of_a_log_or_for_one(file_desk, here):
    ready(file_desk).does("audit checkpoint --log-key log.key", "audit prove --from 0 -o asked")
    log, court = public(file_desk, "log.key"), public(file_desk, "court.key")
    swapped = file_desk.runs(f"audit cosign asked --log {log} --key log.key")
    assert (swapped.exit_code, "of a log, not of a witness" in swapped.stderr) == (2, True)
    wrong = file_desk.runs(f"audit cosign asked --log {court} --key court.key")
    assert (wrong.exit_code, "no public key of a log" in wrong.stderr) == (2, True)


def test_a_proof_that_was_changed_does_not_hold(file_desk, here):
    ready(file_desk).does(INFORMED, "audit checkpoint --log-key log.key")
    proof = file_desk.does(f"audit prove {DOSSIER} 1")
    lines = proof.split("\n")
    Path("changed").write_text("\n".join([*lines[:3], lines[4], lines[3], *lines[5:]]))
    run = file_desk.runs("audit prove --check changed --json")
    assert (run.exit_code, json.loads(run.stdout)["holds"]) == (1, False)


def test_a_restricted_dossier_is_proved_to_its_list_alone_and_that_is_on_record(file_desk, here):
    file_desk.staffed(*STAFF).does(
        f"open {D} --centre VOT --from police --on 2026-03-02 --as d.lambert",
        *restricted(),
        "audit key new trajet.example/vottem -o log.key",
        "audit checkpoint --log-key log.key",
    )
    refused = file_desk.runs(f"audit prove {D} 1 --as d.lambert")
    assert (refused.exit_code, refused.stdout) == (4, "")
    assert refused.stderr.startswith("trajet: ACC-01")
    file_desk.does(f"audit prove {D} 1 --as m.vandamme")
    assert f"{D} audit prove m.vandamme" in file_desk.does("audit readers --as b.wouters")


def test_a_stream_of_the_register_is_proved_by_its_name(file_desk, here):
    ready(file_desk).does("audit checkpoint --log-key log.key")
    Path("p").write_text(file_desk.does("audit prove staff:d.lambert --last"))
    assert "last act of staff:d.lambert" in file_desk.does("audit prove --check p")


def test_the_desk_is_told_in_its_own_language(file_desk, here):
    ready(file_desk).does("audit checkpoint --log-key log.key -o 1.note")
    Path("office.db").rename("office.kept")
    file_desk.does("init --as registrar")
    told = file_desk.runs("audit checkpoint --log-key log.key --lang fr")
    assert told.exit_code == 6
    assert "des actes ont disparu, ou une ancienne copie a été mise à sa place" in told.stderr
    told = file_desk.runs("audit checkpoint --log-key log.key --lang nl")
    assert "er werd niets ondertekend" in told.stderr


def test_a_time_stamp_is_asked_for_and_kept(file_desk, here):
    ready(file_desk).does("audit checkpoint --log-key log.key -o 1.note")
    file_desk.does("audit checkpoint --log-key log.key --timestamp-query 1.tsq")
    assert len(Path("1.tsq").read_bytes()) == 59
    reply = GOLDEN / "stamped.tsr"
    wrong = file_desk.runs(f"audit checkpoint --log-key log.key --timestamp-reply {reply}")
    assert (wrong.exit_code, "something else" in wrong.stderr) == (2, True)
    assert not Path("log.key.last.tsr").exists()
    of = here / "old.note"
    of.write_bytes((GOLDEN / "checkpoint.note").read_bytes())
    told = file_desk.does(f"audit checkpoint --log-key log.key --timestamp-reply {reply} --of {of}")
    assert told.startswith("stamped at 2026-11-22T15:51:22Z; kept in ")
    assert Path(f"{of}.tsr").read_bytes() == reply.read_bytes()


# --- every so often ---------------------------------------------------------------------------


def going_on(desk: Desk, *more: str) -> "subprocess.Popen[str]":
    """Have it sign each second, in a process of its own."""
    typed = ["audit", "checkpoint", "--log-key", "log.key", "--every", "1s", *more]
    return subprocess.Popen(
        [sys.executable, "-m", "cli", *typed],
        env={**os.environ, "TRAJET_STORE": desk.store, "LANG": "C.UTF-8", "LC_ALL": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_it_goes_on_signing_while_the_store_is_away_and_ends_when_asked(file_desk, here):
    ready(file_desk)
    with going_on(file_desk, "-o", "newest.note") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        before = process.stdout.readline()
        assert before.startswith("signed: ")
        Path("office.db").rename("office.away")
        assert "there is no store at" in process.stderr.readline()
        Path("office.away").rename("office.db")
        file_desk.does(INFORMED)
        while (after := process.stdout.readline()) == before:
            pass
        assert after.startswith("signed: ")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
    assert Path("newest.note").read_text() == Path("log.key.last").read_text()


def test_killed_it_leaves_a_key_that_signs_on(file_desk, here):
    ready(file_desk)
    with going_on(file_desk) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("signed: ")
        process.kill()
    file_desk.does(INFORMED, "audit checkpoint --log-key log.key")


def test_it_does_not_go_on_with_a_log_that_was_put_back(file_desk, here):
    ready(file_desk).does("audit checkpoint --log-key log.key")
    Path("office.db").rename("office.kept")
    file_desk.does("init --as registrar")
    with going_on(file_desk) as process:
        assert process.wait(timeout=30) == 6
        assert process.stderr is not None
        assert "nothing was signed" in process.stderr.read()
