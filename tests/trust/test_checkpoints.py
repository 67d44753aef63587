"""A log is signed as it stands, and never anything that does not go on from what was signed."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from cabinet import broken_at, paths_in, sql
from cabinet import line as written
from trust import keys
from trust.stores import HERE, cut, heads_in, heads_root, made, record, rewrite, root_in

from domain import events as e
from domain.checkpoint import Checkpoint, Heads, checkpoint_in
from domain.errors import BadInput, ConcurrentChange, Contradiction, StoreTrouble
from domain.note import LOG_KEY, WITNESS_KEY, read_note
from domain.record import HOUSE
from workflows.checkpoints import gathered, last_signed, take
from workflows.journal import Journal
from workflows.notekeys import load_key, make_key
from workflows.private import alone

NAME = "trajet.example/vottem"
NOW = datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def office(paths):
    """A store with three acts, on each kind of database."""
    one = made(paths)
    yield one
    one.close()


@pytest.fixture
def file_office(tmp_path):
    """A store in a file, for what is the same wherever the store is."""
    one = made(paths_in(tmp_path / "centre"))
    yield one
    one.close()


@pytest.fixture
def signer(tmp_path):
    """The key of its log, kept elsewhere."""
    (tmp_path / "keys").mkdir()
    file = tmp_path / "keys" / "log.key"
    make_key(file, NAME, LOG_KEY)
    return load_key(file, LOG_KEY)


def told(note):
    return checkpoint_in(str(note))[1]


def kept(store):
    return sql(store, "SELECT size, at, note FROM tlog_checkpoint ORDER BY size")


def last(signer):
    return signer.beside("last").read_text(encoding="utf-8")


# --- what is signed ---------------------------------------------------------------------------


def test_a_checkpoint_says_what_a_stranger_computes_from_the_tables(office, signer):
    record(office.journal, 2, "VOT-2026-0010")
    record(office.journal, 1, "ANT-2026-0002")
    record(office.journal, 2)
    note = take(office.journal, signer, NOW)
    store = office.paths.store
    heads = Heads(len(heads_in(store, 8)), heads_root(store, 8))
    assert told(note) == Checkpoint(NAME, 8, root_in(store, 8), NOW, heads)
    assert heads.streams == 3
    assert signer.key.signed(note)


def test_an_empty_log_is_signed_too(paths, signer):
    office = made(paths, acts=0)
    checkpoint = told(take(office.journal, signer, NOW))
    assert (checkpoint.size, checkpoint.heads[0]) == (0, 0)
    assert checkpoint.root == checkpoint.heads.root == root_in(paths.store, 0)
    office.close()


def test_a_large_log_is_signed_from_its_nodes_as_from_its_leaves(office, signer):
    record(office.journal, 700)
    checkpoint = told(take(office.journal, signer, NOW))
    assert (checkpoint.size, checkpoint.root) == (703, root_in(office.paths.store, 703))


def test_it_is_kept_beside_the_key_private_and_in_the_store(office, signer):
    note = take(office.journal, signer, NOW)
    assert last(signer) == str(note)
    assert stat.S_IMODE(signer.beside("last").stat().st_mode) == 0o600
    assert kept(office.paths.store) == [(3, "2026-11-22T15:04:05Z", str(note))]
    assert office.journal.newest_checkpoint() == str(note)


def test_signed_again_for_freshness_it_is_kept_in_the_store_once(office, signer):
    first = take(office.journal, signer, NOW)
    second = take(office.journal, signer, LATER)
    assert told(second) == told(first)._replace(at=LATER)
    assert last(signer) == str(second)
    assert [row[2] for row in kept(office.paths.store)] == [str(first)]


def test_each_size_that_was_signed_is_kept_in_the_store(office, signer):
    for size in (3, 4, 5):
        assert told(take(office.journal, signer, NOW)).size == size
        record(office.journal, 1)
    assert [row[0] for row in kept(office.paths.store)] == [3, 4, 5]


# --- what is not signed -----------------------------------------------------------------------


def refused(office, signer, error, saying):
    """Nothing is signed, and what was signed last stays."""
    before = last(signer) if signer.beside("last").exists() else None
    inside = kept(office.paths.store)
    with pytest.raises(error, match=saying):
        take(office.journal, signer, LATER)
    assert (last(signer) if signer.beside("last").exists() else None) == before
    assert kept(office.paths.store) == inside


def test_a_log_that_was_cut_is_not_signed(office, signer):
    take(office.journal, signer, NOW)
    cut(office.paths.store, 2)
    refused(office, signer, Contradiction, "has 2 leaves, and 3 were signed")


def test_an_old_copy_that_grew_anew_is_not_signed(office, signer):
    take(office.journal, signer, NOW)
    cut(office.paths.store, 2)
    office.close()
    record(office.journal, 4, "VOT-2026-0099")
    refused(office, signer, Contradiction, "first 3 leaves")


def test_a_log_that_was_rewritten_is_not_signed(office, signer):
    take(office.journal, signer, NOW)
    record(office.journal, 3)
    rewrite(office.paths.store, 1)
    refused(office, signer, Contradiction, "first 3 leaves")


def test_what_was_recorded_since_the_last_one_is_not_of_its_concern(office, signer):
    take(office.journal, signer, NOW)
    record(office.journal, 3)
    rewrite(office.paths.store, 4)
    assert told(take(office.journal, signer, LATER)).size == 6


def test_another_stream_in_the_place_of_one_is_another_history(office, signer):
    take(office.journal, signer, NOW)
    sql(office.paths.store, "UPDATE stored_events SET originator_id = 'VOT-2026-0002'")
    refused(office, signer, Contradiction, "first 3 leaves")


HIDE = (
    "UPDATE stored_events SET originator_id = 'VOT-2026-0009', originator_version = {version} "
    "WHERE originator_version = 3"
)


@pytest.mark.parametrize("version", [1, 0, -1])
def test_an_act_under_another_name_for_a_while_is_no_last_act_of_anybody(office, signer, version):
    sql(office.paths.store, HIDE.format(version=version))
    refused(office, signer, StoreTrouble, "audit verify")


def test_nor_is_one_that_was_signed_before(office, signer):
    take(office.journal, signer, NOW)
    record(office.journal, 1, "VOT-2026-0002")
    sql(office.paths.store, HIDE.format(version=1))
    refused(office, signer, Contradiction, "first 3 leaves")


def test_an_act_exchanged_for_another_is_not_signed(office, signer):
    take(office.journal, signer, NOW)
    record(office.journal, 1, "VOT-2026-0002")
    state = "UPDATE stored_events SET state = ? WHERE originator_id = 'VOT-2026-0002'"
    sql(office.paths.store, state, b"{}")
    refused(office, signer, StoreTrouble, "audit verify")


def test_an_act_beside_the_log_is_not_signed(office, signer):
    take(office.journal, signer, NOW)
    record(office.journal, 1, "VOT-2026-0002")
    sql(office.paths.store, "DELETE FROM tlog_leaf WHERE idx = 3")
    refused(office, signer, StoreTrouble, "audit verify")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE tlog_head SET frontier = (SELECT hash FROM tlog_leaf WHERE idx = 0), size = 1",
        "UPDATE tlog_leaf SET hash = (SELECT hash FROM tlog_leaf WHERE idx = 0) WHERE idx = 2",
        "DELETE FROM tlog_leaf WHERE idx = 1",
        "DELETE FROM tlog_head",
    ],
    ids=["head", "leaf", "leaf gone", "head gone"],
)
def test_a_damaged_log_is_not_signed(office, signer, damage):
    sql(office.paths.store, damage)
    if "size = 1" in damage:
        sql(office.paths.store, "UPDATE tlog_leaf SET hash = ? WHERE idx = 0", bytes(32))
    refused(office, signer, StoreTrouble, "audit verify")


def test_a_damaged_node_is_not_signed(office, signer):
    record(office.journal, 300)
    sql(office.paths.store, "UPDATE tlog_node SET hash = ?", bytes(32))
    refused(office, signer, StoreTrouble, "audit verify")


def test_what_is_kept_in_the_store_counts_where_the_last_one_is_lost(office, signer):
    record(office.journal, 1)
    take(office.journal, signer, NOW)
    signer.beside("last").unlink()
    cut(office.paths.store, 3)
    refused(office, signer, Contradiction, "has 3 leaves, and 4 were signed")


def test_what_somebody_else_put_in_the_store_counts_for_nothing(file_office, signer):
    forged = keys.log(NAME).note(str(Checkpoint(NAME, 99, bytes(32))))
    sql(file_office.paths.store, "INSERT INTO tlog_checkpoint VALUES (98, '', 'rubbish')")
    assert told(take(file_office.journal, signer, NOW)).size == 3
    sql(file_office.paths.store, "INSERT INTO tlog_checkpoint VALUES (99, '', ?)", str(forged))
    assert told(take(file_office.journal, signer, LATER)).size == 3


@pytest.mark.parametrize("content", ["", "rubbish\n", "\x00", "theirs", "cut"])
def test_without_a_sound_last_one_nothing_is_signed(file_office, signer, content):
    note = take(file_office.journal, signer, NOW)
    theirs = str(keys.log(NAME).note(note.text))
    what = {"theirs": theirs, "cut": str(note)[:-3]}.get(content, content)
    signer.beside("last").write_text(what, encoding="utf-8")
    refused(file_office, signer, StoreTrouble, "put it back from a copy")


def test_the_key_of_another_log_does_not_sign(office, signer):
    asked = e.SignaturesRequired(origin="trajet.example/elsewhere", acts=())
    office.journal.append([written(1, asked, HOUSE)])
    refused(office, signer, BadInput, "this is the key of trajet.example/vottem")


def test_the_key_of_a_witness_does_not_sign(tmp_path):
    file = tmp_path / "w.key"
    make_key(file, NAME, WITNESS_KEY)
    with pytest.raises(BadInput, match="key of a witness, not of a log"):
        load_key(file, LOG_KEY)


# --- killed, and two at once ------------------------------------------------------------------


def test_killed_between_keeping_and_answering_it_goes_on_from_what_it_kept(office, signer):
    """What is beside the key is there before anybody is told: the store is told after it."""
    with broken_at(office.paths.store, "INSERT ON tlog_checkpoint"), pytest.raises(StoreTrouble):
        take(office.journal, signer, NOW)
    assert told(read_note(last(signer))).size == 3
    assert kept(office.paths.store) == []
    cut(office.paths.store, 2)
    refused(office, signer, Contradiction, "has 2 leaves, and 3 were signed")


def test_where_it_cannot_be_kept_nothing_is_told(file_office, signer):
    signer.beside("last").mkdir()
    with pytest.raises(StoreTrouble):
        take(file_office.journal, signer, NOW)
    assert kept(file_office.paths.store) == []


def test_who_signs_with_the_same_key_waits(file_office, signer):
    with (
        alone(signer.beside("lock"), 0),
        pytest.raises(ConcurrentChange, match="another process signs"),
    ):
        take(file_office.journal, signer, NOW, patience=0)
    assert not signer.beside("last").exists()
    assert told(take(file_office.journal, signer, NOW, patience=0)).size == 3


def test_several_at_once_sign_one_history(office, signer):
    where = str(office.paths.store)

    def sign(number):
        journal = Journal(where)
        record(journal, 1, f"VOT-2026-1{number:03}")
        note = take(journal, signer, NOW + timedelta(seconds=number))
        journal.close()
        return told(note)

    with ThreadPoolExecutor(4) as pool:
        signed = list(pool.map(sign, range(8)))
    store = office.paths.store
    assert all(one.root == root_in(store, one.size) for one in signed)
    assert all(one.heads.root == heads_root(store, one.size) for one in signed)
    assert max(one.size for one in signed) == 11


# --- gathering witnesses ----------------------------------------------------------------------

LOG = keys.log()
W1, W2 = keys.witness("witness.example/w1"), keys.witness("witness.example/w2")
TEXT = str(Checkpoint(LOG.key.name, 3, bytes(32), NOW))
NOTE = LOG.note(TEXT)


def copy(*lines):
    return str(NOTE._replace(lines=(*NOTE.lines, *lines)))


def test_the_lines_of_witnesses_are_put_together():
    one, other = W1.cosign(TEXT, 5), W2.cosign(TEXT, 6)
    copies = [("a", copy(one)), ("b", copy(other)), ("c", copy(one))]
    assert gathered(copies, LOG.key, []).lines == (*NOTE.lines, one, other)
    assert gathered(copies, LOG.key, [W1.key, W2.key]).lines == (*NOTE.lines, one, other)


@pytest.mark.parametrize(
    ("text", "known", "why"),
    [
        (str(LOG.note(TEXT.replace("\n3\n", "\n4\n"))), [], "copy of another checkpoint"),
        (str(keys.log(seed="other").note(TEXT)), [], "not signed by the key"),
        (copy(W1.cosign(TEXT, 6)), [], "another line of witness.example/w1"),
        (copy(W2.sign(TEXT)), [], "no witness's"),
        (copy(W2.cosign("other\n", 5)), [W1.key, W2.key], "false, or of no witness"),
        (copy(W2.cosign(TEXT, 5)), [W1.key], "false, or of no witness"),
        ("rubbish", [], "signed note"),
    ],
)
def test_what_does_not_belong_under_it_is_refused(text, known, why):
    with pytest.raises(BadInput, match=why):
        gathered([("a", copy(W1.cosign(TEXT, 5))), ("b", text)], LOG.key, known)


# --- keys -------------------------------------------------------------------------------------


def test_a_key_is_private_and_put_over_nothing(tmp_path):
    file = tmp_path / "log.key"
    made_key = make_key(file, NAME, LOG_KEY)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert load_key(file).key == made_key
    before = file.read_bytes()
    with pytest.raises(BadInput, match="no key is put over it"):
        make_key(file, NAME, LOG_KEY)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["log.key"]


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb", "a\u00a0b", "\x1b[1m"])
def test_no_key_has_a_name_that_breaks_a_note(tmp_path, name):
    with pytest.raises(BadInput, match="no name for a key"):
        make_key(tmp_path / "log.key", name, LOG_KEY)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no key that signs"),
        (b"PRIVATE+KEY+x", "no key that signs"),
        (b"\xff\xfe", "no key that signs"),
        (b"-----BEGIN OPENSSH PRIVATE KEY-----\n", "no key that signs"),
        (b"x" * 10_000, "no key that signs"),
    ],
)
def test_a_file_that_holds_no_key_is_refused(tmp_path, content, why):
    file = tmp_path / "log.key"
    file.write_bytes(content)
    with pytest.raises(BadInput, match=why):
        load_key(file)


def test_a_key_whose_name_was_changed_is_refused(tmp_path):
    file = tmp_path / "log.key"
    make_key(file, NAME, LOG_KEY)
    file.write_text(file.read_text().replace("vottem", "merksplas"))
    with pytest.raises(BadInput, match="is not that of the key"):
        load_key(file)


def test_nothing_was_signed_with_a_new_key(signer):
    assert last_signed(signer.file, signer.key) is None


def test_a_note_is_never_half_written(file_office, signer):
    take(file_office.journal, signer, NOW)
    names = sorted(one.name for one in signer.file.parent.iterdir())
    assert names == ["log.key", "log.key.last", "log.key.lock"]
    assert file_office.journal.newest_version(HERE) == 3
