"""Notes, keys and checkpoints are read as C2SP has them, and nothing else is."""

import base64
from datetime import UTC, datetime

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st
from trust.keys import log, witness

from domain.checkpoint import (
    Checkpoint,
    Consistency,
    Heads,
    Inclusion,
    checkpoint_in,
    head_hash,
    read_checkpoint,
    read_consistency,
    read_inclusion,
)
from domain.errors import BadInput
from domain.note import read_key, read_note, read_private_key, written_private_key

LOG, WITNESS = log(), witness("witness.example/w1")
AT = datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC)
CHECKPOINT = Checkpoint(LOG.key.name, 7, bytes(range(32)), AT, Heads(3, bytes(32)))
TEXT = str(CHECKPOINT)
NOTE = str(LOG.note(TEXT).signed_also(WITNESS.cosign(TEXT, int(AT.timestamp()))))

# The key and note with which Go's golang.org/x/mod/sumdb/note is documented and tested.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngo"
    "tpRZb6KE6RyyBwJnAM=\n"
)
GO_PRIVATE = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n"


def test_a_note_of_gos_is_read_and_verified():
    note = read_note(GO_NOTE)
    assert str(note) == GO_NOTE
    assert read_key(GO_KEY).signed(note)
    assert str(read_key(GO_KEY)) == GO_KEY


def test_a_private_key_of_gos_is_read_and_written():
    private = read_private_key(GO_PRIVATE)
    assert private is not None
    assert private.key_id.hex() == "c74f20a3"
    assert written_private_key(read_key(GO_KEY), private.seed) == GO_PRIVATE


def test_a_checkpoint_is_five_lines_and_a_stranger_can_write_them():
    zeroes = base64.b64encode(bytes(32)).decode()
    counted = base64.b64encode(bytes(range(32))).decode()
    assert (
        "trajet.example/office\n"
        "7\n"
        f"{counted}\n"
        "trajet.at 2026-11-22T15:04:05Z\n"
        f"trajet.heads 3 {zeroes}\n"
    ) == TEXT


def test_what_was_written_is_read():
    note, checkpoint = checkpoint_in(NOTE)
    assert checkpoint == CHECKPOINT
    assert str(note) == NOTE
    assert LOG.key.signed(note)
    assert WITNESS.key.cosigned_at(note) == AT


def test_a_checkpoint_of_somebody_elses_making_has_neither_time_nor_heads():
    root = base64.b64encode(bytes(32)).decode()
    for further in ("", "some extension\n"):
        read = read_checkpoint(f"example.com/log\n0\n{root}\n{further}")
        assert read == Checkpoint("example.com/log", 0, bytes(32))


ROOT = base64.b64encode(bytes(32)).decode()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n", 1),
        (" \n1\n" + ROOT + "\n", 1),
        ("log", 1),
        ("log\n", 2),
        ("log\n01\n" + ROOT + "\n", 2),
        ("log\n-1\n" + ROOT + "\n", 2),
        ("log\n1_0\n" + ROOT + "\n", 2),
        ("log\n٣\n" + ROOT + "\n", 2),
        ("log\n9223372036854775808\n" + ROOT + "\n", 2),
        ("log\n" + "9" * 5000 + "\n" + ROOT + "\n", 2),
        ("log\n1\n", 3),
        ("log\n1\n" + ROOT[:-4] + "\n", 3),
        ("log\n1\n" + ROOT[:-2] + "B=\n", 3),  # bits after the end
        ("log\n1\n" + ROOT, 3),
        ("log\n1\n" + ROOT + "\n\n", 4),
        ("log\n1\n" + ROOT + "\ntrajet.at 2026-11-22 15:04:05Z\n", 4),
        ("log\n1\n" + ROOT + "\ntrajet.at 2026-13-22T15:04:05Z\n", 4),
        ("log\n1\n" + ROOT + "\ntrajet.at 2026-11-22T15:04:05+01:00\n", 4),
        ("log\n1\n" + ROOT + "\n" + "trajet.at 2026-11-22T15:04:05Z\n" * 2, 5),
        ("log\n1\n" + ROOT + f"\ntrajet.heads {ROOT}\n", 4),
        ("log\n1\n" + ROOT + f"\ntrajet.heads 1  {ROOT}\n", 4),
        ("log\n1\n" + ROOT + "\n" + f"trajet.heads 1 {ROOT}\n" * 2, 5),
        ("lo\x07g\n1\n" + ROOT + "\n", 1),
        ("log\r\n1\r\n" + ROOT + "\r\n", 1),
        ("log\x9b31m\n1\n" + ROOT + "\n", 1),
    ],
)
def test_what_is_no_checkpoint_is_refused_by_its_line(text, line):
    with pytest.raises(BadInput, match=f"line {line} of the checkpoint"):
        read_checkpoint(text)


SIGNATURE = NOTE.splitlines()[-2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        (TEXT, 6),
        (TEXT + "\n", 7),
        (TEXT + "\n" + SIGNATURE, 7),
        (TEXT + SIGNATURE + "\n", 7),
        ("\n\n" + SIGNATURE + "\n", 4),
        (TEXT + "\n" + SIGNATURE.replace("— ", "- ") + "\n", 7),
        (TEXT + "\n" + SIGNATURE.replace("/office", "/of fice") + "\n", 7),
        (TEXT + "\n" + SIGNATURE.replace("/office", "+office") + "\n", 7),
        (TEXT + "\n" + SIGNATURE.replace("/office", "\u00a0office") + "\n", 7),
        (TEXT + "\n" + SIGNATURE + "=\n", 7),
        (TEXT + "\n— trajet.example/office AAAAAA==\n", 7),
        (TEXT + "\n— trajet.example/office\n", 7),
        (TEXT + "\n" + SIGNATURE + "\n" + SIGNATURE + "\n", 8),
        (TEXT.replace("\n", "\r\n") + "\n" + SIGNATURE + "\n", 1),
        ("a" * 1_000_001, 1),
        (TEXT + "\ud800\n\n" + SIGNATURE + "\n", 6),
    ],
)
def test_what_is_no_note_is_refused_by_its_line(text, line):
    with pytest.raises(BadInput, match=f"line {line} of the signed note"):
        read_note(text)


def test_more_signatures_than_any_note_has_are_refused():
    lines = "".join(f"{witness(f'w{number}').cosign(TEXT, 1)}\n" for number in range(101))
    with pytest.raises(BadInput, match="line 107 of the signed note"):
        read_note(f"{TEXT}\n{lines}")


@for_all(st.data())
def test_a_note_with_any_letter_changed_is_signed_by_nobody_or_is_no_note(data):
    at = data.draw(st.integers(0, len(NOTE) - 1))
    letter = data.draw(st.characters(codec="utf-8"))
    changed = NOTE[:at] + letter + NOTE[at + 1 :]
    try:
        note = read_note(changed)
    except BadInput:
        return
    both = LOG.key.signed(note), WITNESS.key.signed(note)
    assert changed == NOTE or both != (True, True)


@for_all(st.text())
def test_no_text_does_worse_than_be_refused(text):
    for read in (read_note, read_checkpoint, read_key, read_consistency, read_inclusion):
        with pytest.raises(BadInput):
            read(text)
    assert read_private_key(text) is None


@pytest.mark.parametrize(
    "text",
    [
        GO_KEY.replace("c74f20a3", "c74f20a4"),
        GO_KEY.replace("c74f20a3", "C74F20A3"),
        GO_KEY.replace("PeterNeumann", "Peter Neumann"),
        GO_KEY.replace("PeterNeumann", ""),
        GO_KEY + "\n",
        GO_KEY[:-4],
        GO_KEY.replace("+ARpc", "+CRpc"),
        str(LOG.key._replace(kind=2)),
    ],
)
def test_what_is_no_key_is_refused(text):
    with pytest.raises(BadInput):
        read_key(text)


def test_a_private_key_given_by_mistake_is_not_told_again():
    private = written_private_key(LOG.key, bytes(range(32))).strip()
    with pytest.raises(BadInput, match="no public key") as refused:
        read_key(private)
    assert refused.value.values == {"key": "PRIVATE"}


def test_a_key_signs_as_one_kind_only():
    """The same Ed25519 key of a log that lends itself as witness has another id."""
    both = witness(LOG.key.name, "log")
    assert both.key.public == LOG.key.public
    assert both.key.key_id != LOG.key.key_id
    note = LOG.note(TEXT)
    assert not both.key.signed(note)
    assert both.key.cosigned_at(note) is None
    assert LOG.key.cosigned_at(note) is None


def test_a_witness_of_the_same_name_with_another_key_is_another():
    impostor = witness(WITNESS.key.name, "impostor")
    note = LOG.note(TEXT).signed_also(impostor.cosign(TEXT, 1))
    assert WITNESS.key.lines_of(note) == []
    assert not WITNESS.key.signed(note)


def test_a_true_line_beside_a_false_one_of_the_same_key_counts_for_nothing():
    true, false = WITNESS.cosign(TEXT, 5), WITNESS.cosign("another\n", 6)
    assert not WITNESS.key.signed(LOG.note(TEXT)._replace(lines=(true, false)))


def test_the_time_of_a_cosignature_is_signed_with_it():
    line = WITNESS.cosign(TEXT, 1_800_000_000)
    later = line._replace(payload=(1_800_000_001).to_bytes(8) + line.payload[8:])
    assert WITNESS.key.fits(TEXT, line)
    assert not WITNESS.key.fits(TEXT, later)


@pytest.mark.parametrize("seconds", [253_402_300_800, 2**63 - 1, 2**64 - 1])
def test_a_time_no_calendar_has_is_no_time(seconds):
    line = WITNESS.cosign(TEXT, seconds)
    assert not WITNESS.key.fits(TEXT, line)


def test_a_key_signs_a_note_once():
    first, again = WITNESS.cosign(TEXT, 1), WITNESS.cosign(TEXT, 2)
    note = LOG.note(TEXT).signed_also(first).signed_also(again)
    assert note.lines == (LOG.sign(TEXT), again)


def test_a_head_is_a_leaf_anybody_can_write():
    from hashlib import sha256

    text = b"\0trajet.head/v1\nVOT-2025-0042\n10\n19\n"
    assert head_hash("VOT-2025-0042", 10, 19) == sha256(text).digest()


def test_a_request_to_a_witness_is_written_and_read():
    note = read_note(NOTE)
    for asked in (Consistency(0, (), note), Consistency(3, (bytes(32), bytes([1] * 32)), note)):
        assert read_consistency(str(asked)) == asked
    assert str(Consistency(3, (bytes(32),), note)) == f"old 3\n{ROOT}\n\n{NOTE}"


def test_a_proof_of_inclusion_is_written_and_read():
    note = read_note(NOTE)
    for proof in (Inclusion(b"a leaf\n", 0, (), note), Inclusion(b"\n", 5, (bytes(32),), note)):
        assert read_inclusion(str(proof)) == proof
    assert str(Inclusion(b"a leaf\n", 5, (bytes(32),), note)) == (
        f"c2sp.org/tlog-proof@v1\nextra YSBsZWFmCg==\nindex 5\n{ROOT}\n\n{NOTE}"
    )


@pytest.mark.parametrize(
    ("read", "above", "line"),
    [
        (read_consistency, "old 01", 1),
        (read_consistency, "new 1", 1),
        (read_consistency, "old 1\nAAAA", 2),
        (read_consistency, "old 1" + f"\n{ROOT}" * 64, 65),
        (read_inclusion, "c2sp.org/tlog-proof@v2", 1),
        (read_inclusion, "c2sp.org/tlog-proof@v1\nindex 5", 2),
        (read_inclusion, "c2sp.org/tlog-proof@v1\nextra \nindex 5", 2),
        (read_inclusion, "c2sp.org/tlog-proof@v1\nextra YSBsZWFmCg==", 3),
        (read_inclusion, "c2sp.org/tlog-proof@v1\nextra YSBsZWFmCg==\nindex 05", 3),
        (read_inclusion, "c2sp.org/tlog-proof@v1\nextra YSBsZWFmCg==\nindex 5\nAAAA", 4),
    ],
)
def test_what_is_no_proof_is_refused_by_its_line(read, above, line):
    with pytest.raises(BadInput, match=f"line {line} of the (proof|request) "):
        read(f"{above}\n\n{NOTE}")
