"""A witness cosigns only what goes on from what it cosigned, and remembers before it answers."""

import stat
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from trust import keys

from domain.checkpoint import Checkpoint, Consistency, Heads, checkpoint_in
from domain.errors import BadInput, ConcurrentChange, Contradiction, NotAllowed, StoreTrouble
from domain.merkle import leaf_hash
from domain.note import WITNESS_KEY
from domain.proofs import Tree, consistency
from workflows.notekeys import load_key, make_key
from workflows.private import alone
from workflows.witness import Witness

LOG = keys.log()
NOW = datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC)
LEAVES = [leaf_hash(str(number).encode()) for number in range(40)]
OTHERS = [*LEAVES[:5], *(leaf_hash(b"other %d" % number) for number in range(5, 40))]


@pytest.fixture
def witness(tmp_path):
    """One that has not cosigned anything yet."""
    file = tmp_path / "w.key"
    make_key(file, "witness.example/w1", WITNESS_KEY)
    return Witness(load_key(file, WITNESS_KEY), LOG.key, tmp_path / "state")


def checkpoint(size, leaves=LEAVES, at=NOW, **but):
    told = Checkpoint(LOG.key.name, size, Tree(leaves[:size]).root, at, Heads(1, bytes(32)))
    return told._replace(**but)


def asked(old, size, leaves=LEAVES, log=LOG, **but):
    """Ask as the log does: with the proof that leads from the older size."""

    def subtree(level, index):
        return Tree(leaves[index << level : (index + 1) << level]).root

    proof = consistency(old, size, subtree) if old <= size else ()
    return Consistency(old, tuple(proof), log.note(str(checkpoint(size, leaves, **but))))


def test_the_first_time_it_takes_the_log_as_it_is(witness):
    note = witness.cosign(asked(0, 7), NOW)
    assert witness.signer.key.cosigned_at(note) == NOW
    assert LOG.key.signed(note)
    assert witness.last() == checkpoint(7)
    assert stat.S_IMODE(witness.file.stat().st_mode) == 0o600


def test_it_goes_on_with_a_log_that_grew(witness):
    for old, size in ((0, 3), (3, 3), (3, 7), (7, 40)):
        note = witness.cosign(asked(old, size), NOW)
        assert witness.signer.key.signed(note)
        assert witness.last() == checkpoint(size)


def test_the_lines_of_others_stay(witness):
    request = asked(0, 7)
    other = keys.witness("witness.example/w2").cosign(request.note.text, 5)
    note = witness.cosign(request._replace(note=request.note.signed_also(other)), NOW)
    assert note.lines[:2] == (*request.note.lines, other)
    assert len(note.lines) == 3


def refused(witness, request, error, saying, now=NOW):
    """It answers nothing, and what it knows stays."""
    before = witness.file.read_bytes() if witness.file.exists() else None
    with pytest.raises(error, match=saying):
        witness.cosign(request, now)
    assert (witness.file.read_bytes() if witness.file.exists() else None) == before


def test_a_log_that_shrank_is_refused_whatever_it_asks_from(witness):
    witness.cosign(asked(0, 7), NOW)
    for old in (0, 5, 7):
        refused(witness, asked(old, 5), Contradiction, "had 7 leaves .* says it has 5")


def test_another_history_of_the_same_length_is_refused(witness):
    witness.cosign(asked(0, 7), NOW)
    for old in (0, 7):
        refused(witness, asked(old, 7, OTHERS), Contradiction, "two histories of 7")


def test_another_tree_of_heads_over_the_same_history_is_refused(witness):
    witness.cosign(asked(0, 7), NOW)
    other = asked(7, 7, heads=Heads(1, bytes([1] * 32)))
    refused(witness, other, Contradiction, "two histories of 7")


def test_a_history_that_was_rewritten_and_grew_is_refused(witness):
    witness.cosign(asked(0, 7), NOW)
    refused(witness, asked(7, 9, OTHERS), Contradiction, "does not lead from the 7")


@settings(max_examples=30)
@for_all(st.data())
def test_no_other_proof_leads_on(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("w")
    make_key(folder / "w.key", "w", WITNESS_KEY)
    witness = Witness(load_key(folder / "w.key"), LOG.key, folder / "state")
    size = data.draw(st.integers(6, 39))
    witness.cosign(asked(0, size), NOW)
    newer = data.draw(st.integers(size + 1, 40))
    good = asked(size, newer)
    at = data.draw(st.integers(0, len(good.proof)))
    proof = (*good.proof[:at], data.draw(st.binary(min_size=32, max_size=32)), *good.proof[at:])
    refused(witness, good._replace(proof=proof), Contradiction, "does not lead")
    refused(witness, good._replace(proof=good.proof[:-1]), Contradiction, "does not lead")
    assert witness.signer.key.signed(witness.cosign(good, NOW))


@pytest.mark.parametrize("old", [0, 3, 8])
def test_a_request_from_another_size_is_told_which_is_wanted(witness, old):
    witness.cosign(asked(0, 7), NOW)
    refused(witness, asked(old, 9), ConcurrentChange, "--from 7")


def test_the_same_request_again_is_answered_again(witness):
    witness.cosign(asked(0, 3), NOW)
    for _ in range(2):
        note = witness.cosign(asked(3, 7), NOW)
        assert witness.signer.key.cosigned_at(note) == NOW


def test_who_never_cosigned_is_asked_from_nothing(witness):
    refused(witness, asked(3, 7), ConcurrentChange, "--from 0")


def test_a_proof_from_nothing_is_empty(witness):
    request = asked(0, 7)._replace(proof=(bytes(32),))
    refused(witness, request, Contradiction, "does not lead")


def test_an_empty_log_is_witnessed_as_empty(witness):
    false = asked(0, 0, root=bytes(32))
    refused(witness, false, Contradiction, "does not lead")
    assert witness.signer.key.signed(witness.cosign(asked(0, 0), NOW))


def test_what_the_log_did_not_sign_is_refused(witness):
    refused(witness, asked(0, 7, log=keys.log(seed="other")), NotAllowed, "did not sign")
    request = asked(0, 7)
    unsigned = request.note._replace(lines=(keys.witness("w2").cosign(request.note.text, 5),))
    refused(witness, request._replace(note=unsigned), NotAllowed, "did not sign")


def test_another_log_is_refused(witness):
    elsewhere = keys.log("trajet.example/elsewhere")
    request = asked(0, 7, log=elsewhere, origin=elsewhere.key.name)
    refused(witness, request, NotAllowed, "you stand witness to trajet.example/office")


def test_a_note_that_is_no_checkpoint_is_refused(witness):
    request = Consistency(0, (), LOG.note("trajet.example/office\nhello\n"))
    refused(witness, request, BadInput, "line 2 of the checkpoint")


def test_a_checkpoint_from_the_future_is_refused(witness):
    ahead = NOW + timedelta(minutes=11)
    refused(witness, asked(0, 7, at=ahead), BadInput, "15:15:05Z, which is not yet")
    assert witness.cosign(asked(0, 7, at=NOW + timedelta(minutes=9)), NOW)


def test_a_log_that_does_not_say_when_it_signed_is_witnessed_too(witness):
    assert witness.cosign(asked(0, 7, at=None, heads=None), NOW)
    assert witness.cosign(asked(7, 9, at=None, heads=None), NOW)


def test_two_logs_are_remembered_apart(witness):
    other = keys.log("../other", "other")
    beside = witness._replace(log=other.key)
    witness.cosign(asked(0, 7), NOW)
    beside.cosign(asked(0, 3, OTHERS, log=other, origin="../other"), NOW)
    assert (witness.last().size, beside.last().size) == (7, 3)
    assert witness.file.parent == beside.file.parent


@pytest.mark.parametrize("content", ["", "rubbish", "\udcff", "log's alone", "another's"])
def test_without_what_it_cosigned_last_it_does_not_stand_witness(witness, content):
    note = witness.cosign(asked(0, 7), NOW)
    what = {
        "log's alone": str(note._replace(lines=note.lines[:1])),
        "another's": str(
            note._replace(lines=(keys.witness("witness.example/w1").cosign(note.text, 5),))
        ),
    }.get(content, content)
    witness.file.write_text(what, encoding="utf-8", errors="surrogateescape")
    refused(witness, asked(7, 9), StoreTrouble, "put it back from a copy")


def test_where_it_cannot_remember_it_does_not_answer(witness):
    witness.folder.write_text("a file where the folder should be")
    with pytest.raises(StoreTrouble, match="nothing was signed"):
        witness.cosign(asked(0, 7), NOW)


def test_who_cosigns_with_the_same_key_waits(witness):
    witness.cosign(asked(0, 7), NOW)
    with alone(witness.folder / "lock", 0), pytest.raises(ConcurrentChange, match="another"):
        witness.cosign(asked(7, 9), NOW, patience=0)
    assert witness.last().size == 7


def test_what_it_keeps_is_a_note_anybody_can_read(witness):
    answer = witness.cosign(asked(0, 7), NOW)
    note, told = checkpoint_in(witness.file.read_text(encoding="utf-8"))
    assert (note, told) == (answer, checkpoint(7))
