"""Verifying from a checkpoint on: what came later is judged, what is before is taken as it was."""

import json

import pytest
from audit.example_store import ACTS, codes, line, opened, rebuild_log, record, sql, verified
from audit.notary import ORIGIN, WITNESSES, checkpoint, given, keep_inside, policy, signed
from audit.test_outside_memory import cut, grow

from projections.audit.evidence import Checkpoint, Receipt
from projections.audit.reader import SqliteStore
from projections.audit.resume import Kept
from projections.audit.store import Snapshot


@pytest.fixture
def since(large_store):
    """A checkpoint of the large store when it had 600 leaves."""
    return given(signed(checkpoint(large_store, 600)))


@pytest.fixture
def found(large_store, since):
    """What names the findings since the checkpoint."""

    def find(**more):
        return codes(verified(large_store, since=since, **more).findings)

    return find


def test_nothing_is_found_in_what_came_later(large_store, since, found):
    grow(large_store)
    whole = verified(large_store)
    report = verified(large_store, since=since)
    assert report == whole.__class__(whole.size, whole.root, [], since=512)
    assert found(policy=policy()) == []


def test_an_event_put_in_before_it_without_a_leaf(large_store, since, found):
    """A smaller number than any other's keeps it from standing after the checkpoint."""
    last = "SELECT max(originator_version) FROM stored_events WHERE originator_id = "
    stream = "'HOL-2026-0003'"
    sql(
        large_store,
        f"INSERT INTO stored_events SELECT -7, originator_id, originator_version + 1, topic, state "
        f"FROM stored_events WHERE originator_id = {stream} AND originator_version = "
        f"({last}{stream})",
    )
    report = verified(large_store, since=since)
    assert (report.findings[0].code, report.since) == ("EVENT_WITHOUT_LEAF", None)
    assert codes(report.findings) == codes(verified(large_store).findings)


def test_what_was_looked_at_is_said(large_store, since):
    assert json.loads(json.dumps(verified(large_store, since=since).document()))["since"] == 512
    assert "since" not in verified(large_store).document()


def test_nothing_before_the_block_of_the_checkpoint_is_read(large_store, since, monkeypatch):
    read: list[int] = []
    events = Snapshot.events

    def noted(snapshot, start):
        for page in events(snapshot, start):
            read.extend(row[0] for row in page)
            yield page

    monkeypatch.setattr(Snapshot, "events", noted)
    verified(large_store, since=since, actors=True)
    assert min(read) == 513


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE stored_events SET state = forged(state) WHERE notification_id = 650",
        "DELETE FROM stored_events WHERE notification_id = 650",
        "DELETE FROM tlog_leaf WHERE notification_id = 650",
        "DELETE FROM recorded_command WHERE notification_id = "
        "(SELECT max(notification_id) FROM recorded_command)",
        "INSERT INTO recorded_command VALUES (no_command(), 670)",
        "UPDATE tlog_head SET frontier = zeroblob(length(frontier))",
        "UPDATE stored_events SET originator_version = 50 WHERE notification_id = 676",
    ],
)
def test_what_is_wrong_later_is_found_as_ever(large_store, since, found, damage):
    sql(large_store, damage)
    expected = codes(verified(large_store).findings)
    assert expected
    assert found() == expected


def test_an_earlier_event_that_was_altered_is_not_seen(large_store, since, found):
    sql(large_store, "UPDATE stored_events SET state = forged(state) WHERE notification_id = 10")
    assert found() == []
    assert codes(verified(large_store).findings) == ["LEAF_MISMATCH"]


def test_history_rewritten_is_found_and_then_everything_is_looked_at(large_store, since, found):
    sql(large_store, "UPDATE stored_events SET state = forged(state) WHERE notification_id = 10")
    rebuild_log(large_store)
    report = verified(large_store, since=since)
    assert (codes(report.findings), report.since) == (["CHECKPOINT_ROOT"], None)


def test_a_kept_node_that_was_overwritten_is_told_as_the_cause(large_store, since, found):
    sql(large_store, "UPDATE tlog_node SET hash = zeroblob(32) WHERE idx = 1")
    assert found() == ["NODE_MISMATCH"]


def test_a_leaf_that_was_overwritten_before_it_is_told_as_the_cause(large_store, since, found):
    sql(large_store, "UPDATE tlog_leaf SET hash = zeroblob(32) WHERE idx = 599")
    assert found() == ["LEAF_MISMATCH"]


def test_a_log_that_is_shorter_now(large_store, since, found):
    cut(large_store, 590)
    assert found() == ["TRUNCATED"]


def test_a_checkpoint_that_does_not_count_is_nothing_to_begin_at(large_store, since):
    stranger = signed(checkpoint(large_store, 600)._replace(origin="trajet.example/other"))
    report = verified(large_store, since=given(stranger), policy=policy())
    assert (codes(report.findings), report.since) == (["CHECKPOINT_ORIGIN"], None)


def test_a_checkpoint_without_its_quorum_is_nothing_to_begin_at(large_store):
    said, under = checkpoint(large_store, 600), policy("most")
    report = verified(large_store, since=given(signed(said)), policy=under)
    assert (codes(report.findings), report.since) == (["WITNESS_QUORUM"], None)
    seen = given(signed(said, *WITNESSES[:2]))
    report = verified(large_store, since=seen, policy=under)
    assert (codes(report.findings), report.since) == ([], 512)


def test_one_may_begin_at_any_size(large_store):
    sizes = (0, 1, 255, 256, 257, 512, 675, 676)
    said = [given(signed(checkpoint(large_store, size))) for size in sizes]
    grow(large_store)
    for one in said:
        report = verified(large_store, since=one)
        assert (report.size, report.findings) == (688, [])
        assert report.since == (one.size // 256 * 256 or None)


def test_other_checkpoints_are_compared_with_what_is_kept_of_the_tree(large_store, since, found):
    known = [given(signed(checkpoint(large_store, size))) for size in (1, 300, 512, 640)]
    assert found(checkpoints=known) == []
    false = Checkpoint(300, bytes(32), ORIGIN)
    assert found(checkpoints=[false]) == ["CHECKPOINT_ROOT"]
    keep_inside(large_store, signed(checkpoint(large_store, 650)))
    assert found(checkpoints=known) == []
    sql(large_store, "UPDATE tlog_checkpoint SET size = 651")
    assert found() == ["CHECKPOINT_ROOT"]


def test_receipts_are_looked_up_wherever_they_are(large_store, since, found, originals, engine):
    receipts = [Receipt(one.log_index, one.leaf_hash) for one in originals(engine, "large")[1]]
    assert found(receipts=receipts) == []
    assert found(receipts=[Receipt(3, bytes(32))]) == ["RECEIPT_NOT_IN_LOG"]


def test_a_command_sent_before_and_again_after(large_store, since, found):
    """The first save after the block may go on with the command of the last before it."""
    journal, vault = opened(large_store)
    record(journal, vault, line("HOL-2026-0900", 1, ACTS[0], save="x"))
    journal.close()
    assert found() == []


def test_who_acted_is_judged_by_the_register_from_its_beginning(large_store, since):
    whole = verified(large_store, actors=True).findings
    later = verified(large_store, since=since, actors=True).findings
    assert later == [one for one in whole if (one.log_index or 0) >= 512]


def test_the_root_at_any_size_is_rebuilt_from_what_is_kept(copied):
    store = copied("sqlite", "large")
    with SqliteStore(store).snapshot() as snapshot:
        kept = Kept(snapshot)
        for size in (0, 1, 2, 255, 256, 257, 300, 511, 512, 513, 676):
            assert kept.root(size) == checkpoint(store, size).root
        assert kept.root(677) is None
