"""The verifier is one file: it runs anywhere Python does, and its signatures are Ed25519."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from trust.example_log import DOSSIER, NOW, example, members_of, repacked

from cli import trajet_verify as verifier
from domain.authority import BESIDE
from domain.events import EVENTS
from domain.lifecycle import COMMAND_OF
from domain.lifecycle.exception import RAISED
from projections.audit.acted import REGISTER_ACTS

HOUSE = Path(__file__).parents[2]
GOLDEN = HOUSE / "tests" / "golden" / "bundles"
SOURCE = Path(verifier.__file__)
AT = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
GROUP = 2**252 + 27742317777372353535851937790883648493


@pytest.fixture
def alone(tmp_path):
    """The file in an empty folder, run with an empty environment and nothing on its path."""
    shutil.copy(SOURCE, tmp_path / "trajet_verify.py")
    for file in GOLDEN.iterdir():
        shutil.copy(file, tmp_path)

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-I", "-S", "trajet_verify.py", *arguments],
            cwd=tmp_path,
            env={},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


# --- one file ---------------------------------------------------------------------------------


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }
    assert imported <= sys.stdlib_module_names


def test_it_knows_of_every_event_which_act_it_follows_from():
    ours = REGISTER_ACTS | COMMAND_OF | BESIDE
    told = {}
    for topic in EVENTS:
        name = topic.partition(".")[0]
        event = "".join(word.capitalize() for word in name.split("-"))
        told[name] = "" if event in RAISED else ours.get(event, "")
    assert told == verifier.ACT_OF


@pytest.mark.parametrize("bundle", ["dossier.v1.zip", "log.v1.zip"])
def test_a_bundle_made_long_ago_is_verified(alone, bundle):
    done = alone(bundle, "--policy", "policy.txt", "--now", AT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("all that was checked is as it should be\n")
    assert "nothing is left out as of then" in done.stdout


def test_bundles_made_today_are_those_made_long_ago():
    log = example()
    assert log.bundle() == (GOLDEN / "dossier.v1.zip").read_bytes()
    assert log.whole() == (GOLDEN / "log.v1.zip").read_bytes()


def test_it_lists_the_acts_and_shows_nothing_sealed(alone):
    done = alone("dossier.v1.zip", "--policy", "policy.txt", "--now", AT, "--list")
    lines = [line.split() for line in done.stdout.splitlines()[:4]]
    assert [line[:6] for line in lines][2] == [
        *("23", "2026-03-02T08:23:00Z", DOSSIER, "v3", "interview-held.v1", "s.peeters"),
    ]
    assert lines[2][6:] == ["(P-002,", "coach)", "for", "d.lambert", "note=[sealed]"]
    assert "s1." not in done.stdout


def test_it_answers_in_json(alone):
    done = alone("log.v1.zip", "--policy", "policy.txt", "--now", AT, "--json", "--list")
    *acts, report = map(json.loads, done.stdout.splitlines())
    assert (len(acts), report["findings"], report["complete"]) == (26, [], True)
    assert acts[20]["data"]["name"] == "[sealed]"


def test_findings_make_it_exit_with_one(alone, tmp_path):
    members = members_of((GOLDEN / "dossier.v1.zip").read_bytes())
    events = b"".join(members["events.jsonl"].splitlines(keepends=True)[:-1])
    (tmp_path / "cut.zip").write_bytes(repacked(members | {"events.jsonl": events}))
    done = alone("cut.zip", "--policy", "policy.txt", "--now", AT)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"BUNDLE_TAIL_OMITTED    {DOSSIER} v3\n" in done.stdout
    assert done.stdout.endswith("1 finding(s)\n")


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("", "the policy names no log"),
        ("log x", "line 1 of the policy"),
        ("log {key}", "the policy names no quorum"),
        ("log {key}\nlog {key}\nquorum none", "line 2 of the policy: this log is named twice"),
        ("log {key}\nquorum nobody", "line 2 of the policy: nobody is no witness or group"),
        ("log {key}\nquorum none\nquorum none", "there is one quorum"),
        ("log {key}\ngroup g 2 a b\nquorum g", "a is no witness or group named before"),
        ("log {key}\nfresh soon\nquorum none", "fresh is followed by a number"),
        ("believe me", "line 1 of the policy: it begins with none of: log, witness"),
        ("log {key}\0", "a control character"),
    ],
)
def test_a_policy_that_cannot_be_read_makes_it_exit_with_two(alone, tmp_path, policy, said):
    key = (GOLDEN / "policy.txt").read_text().splitlines()[1].split()[1]
    (tmp_path / "mine.txt").write_text(policy.replace("{key}", key))
    done = alone("dossier.v1.zip", "--policy", "mine.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("trajet-verify: mine.txt: ")
    assert said in done.stderr


def test_who_stops_reading_is_told_no_more():
    reader, writer = os.pipe()
    os.close(reader)
    bundle, policy = str(GOLDEN / "log.v1.zip"), str(GOLDEN / "policy.txt")
    asked = [bundle, "--policy", policy, "--now", AT, "--list"]
    done = subprocess.run(
        [sys.executable, "-I", str(SOURCE), *asked],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("before", ["", "log "])
def test_a_private_key_given_by_mistake_is_not_told_to_the_terminal(alone, tmp_path, before):
    seed = "Ad2/uh/LwFMDzJDKCyKthKR5Pgv0nPiTpj9c3cY1oZ0m"
    (tmp_path / "mine.txt").write_text(f"{before}PRIVATE+KEY+trajet.example+ffa5026f+{seed}\n")
    done = alone("dossier.v1.zip", "--policy", "mine.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert seed[:6] not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("dossier.v1.zip",),
        ("nothing.zip", "--policy", "policy.txt"),
        (".", "--policy", "policy.txt"),
        ("dossier.v1.zip", "--policy", "nothing.txt"),
        ("dossier.v1.zip", "--policy", "dossier.v1.zip"),  # no text
        ("dossier.v1.zip", "--policy", "policy.txt", "--now", "today"),
        ("dossier.v1.zip", "--policy", "policy.txt", "--now", "2026-02-30T00:00:00Z"),
        ("dossier.v1.zip", "--policy", "policy.txt", "--checkpoint", "policy.txt"),
        ("dossier.v1.zip", "--policy", "policy.txt", "--receipts", "policy.txt"),
    ],
)
def test_what_was_asked_wrongly_makes_it_exit_with_two(alone, arguments):
    done = alone(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_what_comes_through_a_pipe_is_to_be_saved_first():
    options = ["--policy", str(GOLDEN / "policy.txt")]
    typed = [sys.executable, "-I", str(SOURCE), "/dev/stdin", *options]
    raw = (GOLDEN / "dossier.v1.zip").read_bytes()
    done = subprocess.run(typed, input=raw, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"save it as one first" in done.stderr


@pytest.mark.parametrize("written", ["lines", "array", "one"])
def test_receipts_are_read_however_they_were_kept(alone, tmp_path, written):
    acts = example().lines[20:22] if written != "one" else example().lines[20:21]
    said = [
        {"dossier": DOSSIER, "log_index": line[5], "leaf_hash": (line[6] or b"").hex(), "more": 1}
        for line in acts
    ]
    texts = {
        "lines": "\n".join(map(json.dumps, said)),
        "array": json.dumps(said),
        "one": json.dumps(said[0], indent=1),
    }
    (tmp_path / "receipts.json").write_text(texts[written])
    asked = ("--policy", "policy.txt", "--now", AT, "--receipts", "receipts.json")
    assert alone("dossier.v1.zip", *asked).returncode == 0
    forged = texts[written].replace(str(said[0]["leaf_hash"]), "00" * 32)
    (tmp_path / "receipts.json").write_text(forged)
    done = alone("dossier.v1.zip", *asked)
    assert (done.returncode, "RECEIPT_NOT_IN_LOG" in done.stdout) == (1, True)


# --- Ed25519 ----------------------------------------------------------------------------------

VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970"
        "1cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613"
        "d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760"
        "984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
"""RFC 8032, 7.1: TEST 1 to 3."""


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_the_signatures_of_the_standard_hold(key, message, signature):
    key, message, signature = map(bytes.fromhex, (key, message, signature))
    assert verifier.ed25519_holds(key, signature, message)
    assert not verifier.ed25519_holds(key, signature, message + b"\0")


@settings(max_examples=60, deadline=None)
@for_all(st.binary(min_size=32, max_size=32), st.binary(max_size=100), st.integers(0, 511))
def test_a_signature_holds_where_that_of_the_library_does(seed, message, bit):
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = private.public_key(), private.sign(message)
    assert verifier.ed25519_holds(public.public_bytes_raw(), signature, message)
    spoilt = bytearray(signature)
    spoilt[bit // 8] ^= 1 << bit % 8
    ours = verifier.ed25519_holds(public.public_bytes_raw(), bytes(spoilt), message)
    assert ours == _theirs(public, bytes(spoilt), message) is False


def _theirs(public: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def test_a_number_that_could_be_written_shorter_is_refused():
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, signature = private.public_key().public_bytes_raw(), private.sign(b"act")
    longer = int.from_bytes(signature[32:], "little") + GROUP
    forged = signature[:32] + longer.to_bytes(32, "little")
    assert verifier.ed25519_holds(public, signature, b"act")
    assert not verifier.ed25519_holds(public, forged, b"act")


SMALL = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
]
"""Points of small order: under such a key one signature would fit many messages."""

CROOKED = [
    "0100000000000000000000000000000000000000000000000000000000000080",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0200000000000000000000000000000000000000000000000000000000000000",
    "ff" * 32,
]
"""Not written as they should be, or on no curve."""


@pytest.mark.parametrize("key", SMALL + CROOKED)
def test_a_key_that_is_none_signs_nothing(key):
    nothing = bytes.fromhex(SMALL[0]) + bytes(32)
    assert not verifier.ed25519_holds(bytes.fromhex(key), nothing, b"act")


@pytest.mark.parametrize(
    ("key", "signature"), [(b"", b""), (bytes(31), bytes(64)), (bytes(32), b"")]
)
def test_what_has_another_length_is_refused(key, signature):
    assert not verifier.ed25519_holds(key, signature, b"act")


def test_codes_are_those_of_the_house():
    """Each code has one meaning, told on one page."""
    told = (HOUSE / "docs" / "bundle-format.md").read_text(encoding="utf-8")
    source = ast.parse(SOURCE.read_text(encoding="utf-8"))
    used = {
        node.value
        for node in ast.walk(source)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.isupper()
        and "_" in node.value
        and node.value.isascii()
    }
    assert "ROLE_MISSING" in used
    assert [code for code in sorted(used) if f"`{code}`" not in told] == []
