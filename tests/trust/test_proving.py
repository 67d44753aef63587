"""What a store proves holds for whoever has the checkpoint, and costs little in a long log."""

import sqlite3
from datetime import UTC, datetime

import pytest
from cabinet import leaf_by_hand, sql
from trust.keys import log
from trust.stores import HERE, cut, heads_in, made, record, rewrite, root_in

from domain.checkpoint import Checkpoint, checkpoint_in, read_consistency, read_inclusion
from domain.errors import BadInput, Contradiction, StoreTrouble
from domain.merkle import EMPTY_ROOT, Frontier, leaf_hash
from domain.proofs import consistent, included
from workflows.checkpoints import take
from workflows.notekeys import NoteSigner
from workflows.proving import prove_act, prove_growth, prove_last
from workflows.store_sqlite import TABLES
from workflows.store_view import LogView

NOW = datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC)
OTHER = "ANT-2026-0002"


@pytest.fixture
def office(paths):
    """A store of two dossiers, acts of both in turn, more than a block of leaves."""
    one = made(paths)
    for _ in range(3):
        record(one.journal, 90)
        record(one.journal, 7, OTHER)
    yield one
    one.close()


@pytest.fixture
def note(office, tmp_path):
    """Its checkpoint."""
    return take(office.journal, _signer(tmp_path), NOW)


def _signer(folder):
    (folder / "keys").mkdir(exist_ok=True)
    key = log()
    return NoteSigner(key.key, key.private.sign, folder / "keys" / "log.key")


def told(note):
    return checkpoint_in(str(note))[1]


def test_one_process_proves_and_reads_by_turns(office):
    """What was asked of the server often enough to be prepared stays so."""
    for _ in range(3):
        assert len(office.journal.history(OTHER)) == 21
        with office.journal.still() as view:
            assert all(view.inclusion(index, view.size) for index in range(12))


def test_every_kind_of_act_is_proved_to_be_in_the_log(office, note):
    store, checkpoint = office.paths.store, told(note)
    for stream, version in ((HERE, 1), (HERE, 90), (HERE, 273), (OTHER, 1), (OTHER, 21)):
        proof = prove_act(office.journal, note, stream, version)
        ((index, *event),) = sql(
            store,
            "SELECT idx, notification_id, originator_id, originator_version, topic, state FROM "
            "stored_events JOIN tlog_leaf USING (notification_id) "
            "WHERE originator_id = ? AND originator_version = ?",
            stream,
            version,
        )
        assert leaf_hash(proof.leaf) == leaf_by_hand(index, *event)
        assert included(leaf_hash(proof.leaf), index, checkpoint.size, proof.proof, checkpoint.root)
        assert read_inclusion(str(proof)).holds()


def test_the_last_act_of_every_stream_is_proved(office, note):
    texts = heads_in(office.paths.store, told(note).size)
    streams = [text.decode().split("\n")[1] for text in texts]
    assert streams == sorted(streams)
    for place, (stream, text) in enumerate(zip(streams, texts, strict=True)):
        proof = prove_last(office.journal, note, stream)
        assert (proof.leaf, proof.place) == (text, place)
        assert read_inclusion(str(proof)).holds()


def test_it_is_proved_of_the_checkpoint_whatever_came_after(office, note):
    record(office.journal, 5)
    last = prove_last(office.journal, note, HERE)
    assert last.leaf.decode().split("\n")[2] == "273"
    assert prove_act(office.journal, note, HERE, 273).holds()
    with pytest.raises(BadInput, match="came after that checkpoint"):
        prove_act(office.journal, note, HERE, 274)


def test_the_log_is_proved_to_have_grown_from_any_size(office, note):
    checkpoint = told(note)
    for old in (0, 1, 100, 256, 257, 293, 294):
        proof = prove_growth(office.journal, note, old)
        before = root_in(office.paths.store, old) if old else EMPTY_ROOT
        assert consistent(old, before, checkpoint.size, checkpoint.root, proof.proof)
        assert read_consistency(str(proof)).leads_from(Checkpoint(checkpoint.origin, old, before))


def test_from_a_checkpoint_it_is_proved_that_this_one_was_held(office, note, tmp_path):
    record(office.journal, 5)
    newer = take(office.journal, _signer(tmp_path), NOW)
    proof = prove_growth(office.journal, newer, told(note))
    assert proof.leads_from(told(note))
    assert not proof.leads_from(told(note)._replace(root=bytes(32)))
    assert not proof.leads_from(told(note)._replace(size=293))
    assert not proof.leads_from(told(note)._replace(origin="elsewhere"))
    with pytest.raises(BadInput, match="fewer than"):
        prove_growth(office.journal, note, told(newer))
    with pytest.raises(Contradiction, match="does not hold"):
        prove_growth(office.journal, newer, told(note)._replace(root=bytes(32)))


def test_a_proof_of_one_thing_is_none_of_another(office, note):
    act, last = prove_act(office.journal, note, HERE, 1), prove_last(office.journal, note, HERE)
    assert not act._replace(leaf=act.leaf.replace(b"\n1\n", b"\n2\n")).holds()
    assert not act._replace(place=act.place + 1).holds()
    assert not last._replace(leaf=last.leaf.replace(b"273", b"272")).holds()
    assert not last._replace(proof=act.proof).holds()
    without = str(told(note)._replace(heads=None))
    assert not last._replace(note=log().note(without)).holds()


def test_what_is_not_on_record_is_not_proved(office, note):
    for stream, version in ((HERE, 999), ("VOT-2026-9999", 1)):
        with pytest.raises(BadInput, match=f"{stream} has no version {version}"):
            prove_act(office.journal, note, stream, version)


def test_a_stream_that_had_nothing_has_no_last_act(office, note):
    record(office.journal, 1, "VOT-2026-0777")
    with pytest.raises(BadInput, match="nothing was on record"):
        prove_last(office.journal, note, "VOT-2026-0777")
    without = log().note(str(told(note)._replace(heads=None)))
    with pytest.raises(BadInput, match="does not say where"):
        prove_last(office.journal, without, HERE)


@pytest.mark.parametrize("attack", ["rewrite", "cut"])
def test_a_store_that_is_no_longer_what_was_signed_proves_nothing(office, note, attack):
    if attack == "cut":
        cut(office.paths.store, 200)
    else:
        rewrite(office.paths.store, 100)
    for prove in (
        lambda: prove_act(office.journal, note, HERE, 1),
        lambda: prove_last(office.journal, note, HERE),
        lambda: prove_growth(office.journal, note, 5),
    ):
        with pytest.raises(Contradiction, match="does not hold"):
            prove()


def test_an_event_that_is_not_what_its_leaf_says_is_not_proved(office, note):
    sql(
        office.paths.store,
        "UPDATE stored_events SET state = ? WHERE originator_id = ? AND originator_version = 1",
        b"{}",
        HERE,
    )
    with pytest.raises(StoreTrouble, match="audit verify"):
        prove_act(office.journal, note, HERE, 1)


def test_a_leaf_that_is_gone_or_no_hash_proves_nothing(office, note):
    sql(office.paths.store, "UPDATE tlog_leaf SET hash = ? WHERE idx = 290", b"short")
    with pytest.raises(StoreTrouble, match="audit verify"):
        prove_act(office.journal, note, HERE, 273)
    sql(office.paths.store, "DELETE FROM tlog_leaf WHERE idx = 290")
    with pytest.raises(StoreTrouble, match="audit verify"):
        prove_growth(office.journal, note, 5)


# --- a long log -------------------------------------------------------------------------------

LONG = 70_000
"""Long enough for nodes of two levels; what is read grows by a block with each further one."""


@pytest.fixture(scope="module")
def long_log():
    """A log of leaves alone, and what is read of it."""
    store = sqlite3.connect(":memory:")
    for table in ("tlog_leaf", "tlog_node"):
        store.execute(TABLES[table])
    tree, leaves, nodes = Frontier(), [], []
    for number in range(LONG):
        leaf = leaf_hash(b"%d" % number)
        leaves.append((number, number + 1, leaf))
        nodes += tree.append(leaf)
    store.executemany("INSERT INTO tlog_leaf VALUES (?,?,?)", leaves)
    store.executemany("INSERT INTO tlog_node VALUES (?,?,?)", nodes)
    read: list[int] = []

    def ask(statement, values):
        rows = store.execute(statement, values).fetchall()
        read.append(len(rows))
        return rows

    yield LogView(ask, tree, "", ""), read
    store.close()


@pytest.mark.parametrize("index", [0, 255, 256, 40_000, 65_535, 65_536, LONG - 1])
def test_a_proof_out_of_a_long_log_reads_a_block_of_leaves_and_a_block_of_nodes(long_log, index):
    view, read = long_log
    read.clear()
    proof = view.inclusion(index, LONG)
    assert included(leaf_hash(b"%d" % index), index, LONG, proof, view.frontier.root())
    assert sum(read) <= 3 * 256
    assert len(read) <= 2 * LONG.bit_length()


@pytest.mark.parametrize("old", [1, 255, 40_001, 65_536, LONG - 1])
def test_so_does_a_proof_that_it_grew(long_log, old):
    view, read = long_log
    before = view.root(old)
    read.clear()
    proof = view.consistency(old, LONG)
    assert consistent(old, before, LONG, view.frontier.root(), proof)
    assert sum(read) <= 4 * 256
    assert len(read) <= 2 * LONG.bit_length()


def test_the_root_of_a_long_log_is_read_from_its_nodes(long_log):
    view, read = long_log
    read.clear()
    assert view.root(LONG) == view.frontier.root()
    assert sum(read) <= 2 * 256


def test_a_size_the_log_never_had_is_no_size(long_log):
    view, _ = long_log
    with pytest.raises(ValueError, match="70000 leaves"):
        view.root(LONG + 1)
