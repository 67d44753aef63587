"""A stranger checks proofs with what stands on the page, and nothing of ours."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from trust.stores import HERE, made, record

from cli.wiring import Office
from domain.checkpoint import checkpoint_in
from domain.note import LOG_KEY, WITNESS_KEY
from workflows.checkpoints import take
from workflows.notekeys import load_key, make_key
from workflows.proving import prove_act, prove_growth, prove_last
from workflows.witness import Witness

PAGE = Path(__file__).parents[2] / "docs" / "proofs.md"
CHECKS, SIGNED = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
OTHER = "ANT-2026-0002"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Checkpoints and proofs of a log at several sizes, and the key it signs with."""
    from datetime import UTC, datetime

    from cabinet import paths_in

    monkeypatch.chdir(tmp_path)
    office = made(paths_in(tmp_path / "centre"))
    make_key(Path("log.key"), "trajet.example/vottem", LOG_KEY)
    make_key(Path("w.key"), "witness.example/w1", WITNESS_KEY)
    _write_proofs(office, datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC))
    office.close()
    return tmp_path


def _write_proofs(office: Office, now) -> None:
    signer, journal = load_key(Path("log.key")), office.journal
    note = None
    for step in range(6):
        before = note and checkpoint_in(str(note))[1]
        note = take(journal, signer, now)
        Path(f"{step}.note").write_text(str(note), encoding="utf-8")
        growth = prove_growth(journal, note, before or 0)
        Path(f"{step}.grew").write_text(str(growth), encoding="utf-8")
        record(journal, step, OTHER if step % 2 else HERE)
    assert note is not None
    for version in (1, 2, 3, 5):
        proof = str(prove_act(journal, note, HERE, version))
        Path(f"act-{version}").write_text(proof, encoding="utf-8")
    for stream in (HERE, OTHER):
        Path(f"last-{stream}").write_text(str(prove_last(journal, note, stream)), encoding="utf-8")
    witness = Witness(load_key(Path("w.key")), signer.key, Path("state"))
    cosigned = witness.cosign(prove_growth(journal, note, 0), now)
    Path("cosigned.note").write_text(str(cosigned), encoding="utf-8")


def run(listing, *given):
    return subprocess.run(
        [sys.executable, "-I", "-c", listing, *given],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_listing_is_short_and_needs_the_standard_library_alone():
    assert set(re.findall(r"^(?:from|import) (\w+)", CHECKS, re.M)) == {"sys", "base64", "hashlib"}
    assert len([line for line in CHECKS.splitlines() if line.strip()]) <= 42


def test_it_finds_every_proof_of_ours_good(folder):
    grown = [name for step in range(1, 6) for name in (f"{step}.grew", f"{step - 1}.note")]
    acts = ["act-1", "act-2", "act-3", "act-5", f"last-{HERE}", f"last-{OTHER}"]
    told = run(CHECKS, *acts, *grown)
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert lines[0].startswith(f"trajet.event/v1 0 1 {HERE} 1 interview-held.")
    assert lines[4] == f"trajet.head/v1 {HERE} 9 12"
    assert lines[-1] == "the log of 13 begins with that of 9"
    assert len(lines) == 11


def test_it_finds_fault_with_each_line_that_was_changed(folder):
    for file, beside in (("act-3", ()), (f"last-{HERE}", ()), ("5.grew", ("4.note",))):
        sound = Path(file).read_text(encoding="utf-8")
        lines = sound.split("\n")
        hashes = [at for at, line in enumerate(lines[: lines.index("")]) if len(line) == 44]
        assert hashes
        for at in hashes:
            other = "A" if lines[at][0] != "A" else "B"
            changed = [*lines[:at], other + lines[at][1:], *lines[at + 1 :]]
            Path("changed").write_text("\n".join(changed), encoding="utf-8")
            assert run(CHECKS, "changed", *beside).returncode != 0
            Path("changed").write_text("\n".join([*lines[:at], *lines[at + 1 :]]), encoding="utf-8")
            assert run(CHECKS, "changed", *beside).returncode != 0


def test_it_finds_fault_with_another_older_checkpoint(folder):
    assert run(CHECKS, "5.grew", "3.note").returncode != 0
    note = Path("4.note").read_text(encoding="utf-8").split("\n")
    forged = "\n".join([note[0], note[1], Path("3.note").read_text().split("\n")[2], *note[3:]])
    Path("forged.note").write_text(forged, encoding="utf-8")
    assert "rewritten" in run(CHECKS, "5.grew", "forged.note").stderr


def test_who_signed_is_checked_with_the_key_one_was_given(folder):
    for file in ("log.key", "w.key"):
        key = load_key(Path(file)).key
        assert run(SIGNED, "cosigned.note", str(key)).stdout == f"signed by {key.name}\n"
        text = Path("cosigned.note").read_text(encoding="utf-8")
        Path("changed").write_text(text.replace("\n13\n", "\n12\n"), encoding="utf-8")
        assert run(SIGNED, "changed", str(key)).returncode != 0
    assert run(SIGNED, "5.note", str(load_key(Path("w.key")).key)).stdout == ""
