"""A store that was rewritten agrees with itself; what was kept elsewhere does not."""

import base64
import json

import pytest
from audit.example_store import ACTS, codes, line, opened, rebuild_log, record, sql, verified
from cabinet import root_by_hand

from domain.errors import BadInput
from projections.audit.evidence import Checkpoint, Receipt, read_checkpoint, read_receipts

NOTE = """trajet.example/holsbeek
40
{root}

— trajet.example/holsbeek U2lnbmVkIGJ5IG5vYm9keSBpbiBwYXJ0aWN1bGFy
— witness.example/antwerp U2VlbiBieSBub2JvZHk=
"""
FORGED = "forged(state)"


@pytest.fixture
def checkpoint(store):
    """What an auditor noted of the small store before anything happened to it."""
    report = verified(store)
    return Checkpoint(report.size, bytes.fromhex(report.root), "trajet.example/holsbeek")


@pytest.fixture
def receipts(recorded):
    """What the callers were told."""
    return [Receipt(one.log_index, one.leaf_hash) for one in recorded]


def grow(place, acts=ACTS, number="0077"):
    """Go on working with a store as if nothing had happened."""
    journal, vault = opened(place)
    for version, event in enumerate(acts, start=1):
        record(journal, vault, line(f"HOL-2026-{number}", version, event))
    journal.close()


def test_a_store_agrees_with_what_was_kept_of_it(store, checkpoint, receipts):
    grow(store)
    assert verified(store, checkpoints=[checkpoint], receipts=receipts).findings == []


def test_the_tree_recomputed_after_a_change_is_another_tree(store, checkpoint, receipts):
    sql(store, f"UPDATE stored_events SET state = {FORGED} WHERE notification_id = 10")
    rebuild_log(store)
    assert verified(store).findings == []
    assert codes(verified(store, checkpoints=[checkpoint]).findings) == ["CHECKPOINT_ROOT"]
    (finding,) = verified(store, receipts=receipts).findings
    assert (finding.code, finding.log_index) == ("RECEIPT_NOT_IN_LOG", 9)


def test_the_smallest_checkpoint_that_disagrees_is_told_and_the_others_counted(
    large_store, originals, engine
):
    leaves = [one.leaf_hash for one in originals(engine, "large")[1]]
    checkpoints = [Checkpoint(size, root_by_hand(leaves[:size])) for size in (1, 9, 10, 300, 676)]
    assert verified(large_store, checkpoints=checkpoints).findings == []
    sql(large_store, f"UPDATE stored_events SET state = {FORGED} WHERE notification_id = 10")
    rebuild_log(large_store)
    (finding,) = verified(large_store, checkpoints=checkpoints).findings
    assert finding.code == "ROLLBACK"
    assert "at 10 leaves" in finding.expected
    assert "2 other checkpoints" in finding.found
    assert "the one at 1 leaves holds" in finding.found
    (finding,) = verified(large_store, checkpoints=checkpoints[2:]).findings
    assert finding.code == "CHECKPOINT_ROOT"


def test_a_dossier_deleted_and_the_tree_recomputed(store, checkpoint, receipts):
    sql(
        store,
        "DELETE FROM recorded_command WHERE notification_id IN (SELECT notification_id "
        "FROM stored_events WHERE originator_id = 'HOL-2026-0001')",
        "DELETE FROM stored_events WHERE originator_id = 'HOL-2026-0001'",
    )
    rebuild_log(store)
    assert verified(store).findings == []
    found = verified(store, checkpoints=[checkpoint]).findings
    assert codes(found) == ["TRUNCATED"]
    found = verified(store, receipts=receipts).findings
    assert codes(found) == ["TRUNCATED", "RECEIPT_NOT_IN_LOG"]
    assert found[1].log_index == 3


def test_a_dossier_deleted_and_the_tree_recomputed_and_regrown(store, checkpoint):
    sql(
        store,
        "DELETE FROM recorded_command WHERE notification_id IN (SELECT notification_id "
        "FROM stored_events WHERE originator_id = 'HOL-2026-0001')",
        "DELETE FROM stored_events WHERE originator_id = 'HOL-2026-0001'",
    )
    rebuild_log(store)
    grow(store)
    assert codes(verified(store, checkpoints=[checkpoint]).findings) == ["CHECKPOINT_ROOT"]


def test_a_dossier_deleted_with_its_command_ids_left_behind(store, checkpoint):
    sql(store, "DELETE FROM stored_events WHERE originator_id = 'HOL-2026-0001'")
    rebuild_log(store)
    assert codes(verified(store).findings) == ["COMMAND_REPLAY"]
    found = verified(store, checkpoints=[checkpoint]).findings
    assert codes(found)[0] == "TRUNCATED"


def cut(file, size):
    """Cut the tail and leave everything else as it was at that size."""
    sql(
        file,
        f"DELETE FROM stored_events WHERE notification_id > {size}",
        f"DELETE FROM recorded_command WHERE notification_id > {size}",
    )
    rebuild_log(file)


def test_a_tail_cut_cleanly(store, checkpoint, receipts):
    cut(store, 30)
    assert verified(store).findings == []
    (finding,) = verified(store, checkpoints=[checkpoint]).findings
    assert (finding.code, finding.log_index) == ("TRUNCATED", 30)
    found = verified(store, checkpoints=[checkpoint], receipts=receipts).findings
    assert codes(found) == ["TRUNCATED", "RECEIPT_NOT_IN_LOG"]


def test_an_old_backup_restored_and_regrown(store, checkpoint, receipts, recorded):
    cut(store, 30)
    grow(store)
    assert verified(store).size > 40
    assert codes(verified(store, checkpoints=[checkpoint]).findings) == ["CHECKPOINT_ROOT"]
    (finding,) = verified(store, receipts=receipts).findings
    assert (finding.code, finding.log_index) == ("RECEIPT_NOT_IN_LOG", 30)


def test_a_tail_cut_carelessly_is_told_once(store, checkpoint):
    sql(
        store,
        "DELETE FROM stored_events WHERE notification_id > 30",
        "DELETE FROM tlog_leaf WHERE idx >= 30",
    )
    assert codes(verified(store, checkpoints=[checkpoint]).findings) == ["TRUNCATED"]


def test_a_changed_event_does_not_put_the_checkpoint_or_its_receipt_in_doubt(
    store, checkpoint, receipts
):
    sql(store, f"UPDATE stored_events SET state = {FORGED} WHERE notification_id = 10")
    found = verified(store, checkpoints=[checkpoint], receipts=receipts).findings
    assert codes(found) == ["LEAF_MISMATCH"]


def test_a_changed_leaf_does_not_put_the_checkpoint_or_its_receipt_in_doubt(
    store, checkpoint, receipts
):
    sql(store, "UPDATE tlog_leaf SET hash = zeroblob(32) WHERE idx = 9")
    found = verified(store, checkpoints=[checkpoint], receipts=receipts).findings
    assert codes(found) == ["LEAF_MISMATCH"]


def test_single_receipts_that_are_not_in_the_log_are_told_one_by_one(store, receipts):
    false = [Receipt(index, bytes(32)) for index in (3, 7)]
    found = verified(store, receipts=[*receipts, *false]).findings
    assert [(one.code, one.log_index) for one in found] == [
        ("RECEIPT_NOT_IN_LOG", 3),
        ("RECEIPT_NOT_IN_LOG", 7),
    ]


def test_a_checkpoint_of_another_log_does_not_fit(store):
    checkpoint = Checkpoint(20, bytes(32))
    assert codes(verified(store, checkpoints=[checkpoint]).findings) == ["CHECKPOINT_ROOT"]


# --- checkpoints kept inside the store ------------------------------------------------------


def keep_inside(file, size, root, at="2026-03-02T12:00:00Z"):
    note = NOTE.format(root=base64.b64encode(root).decode()).replace("\n40\n", f"\n{size}\n")
    sql(file, f"INSERT INTO tlog_checkpoint VALUES ({size}, '{at}', '{note}')")


def test_a_checkpoint_kept_inside_agrees(store, checkpoint):
    keep_inside(store, 40, checkpoint.root)
    grow(store)
    assert verified(store).findings == []


def test_a_checkpoint_kept_inside_is_checked_against_the_tree(store):
    keep_inside(store, 40, bytes(32))
    assert codes(verified(store).findings) == ["CHECKPOINT_ROOT"]


def test_a_checkpoint_kept_inside_remembers_a_longer_log(store, checkpoint):
    keep_inside(store, 40, checkpoint.root)
    cut(store, 30)
    assert codes(verified(store).findings) == ["TRUNCATED"]


@pytest.mark.parametrize(
    "change",
    [
        "size = 39",
        "at = 'yesterday'",
        "note = 'seen'",
        "note = ''",
    ],
)
def test_a_spoilt_checkpoint_kept_inside_is_found(store, checkpoint, change):
    keep_inside(store, 40, checkpoint.root)
    sql(store, f"UPDATE tlog_checkpoint SET {change}")
    assert codes(verified(store).findings) == ["CHECKPOINT_ROOT"]


@pytest.mark.parametrize("note", ["x'00'", "CAST(x'ff' AS TEXT)"])
def test_a_checkpoint_kept_inside_a_file_may_be_no_text_at_all(copied, note):
    store = copied("sqlite", "small")
    keep_inside(store, 40, bytes(32))
    sql(store, f"UPDATE tlog_checkpoint SET note = {note}")
    assert codes(verified(store).findings) == ["CHECKPOINT_ROOT"]


# --- reading what was kept ------------------------------------------------------------------


def test_a_note_is_read(checkpoint):
    root = base64.b64encode(checkpoint.root).decode()
    read = read_checkpoint(NOTE.format(root=root))
    assert read._replace(note=None) == checkpoint
    assert read.note is not None
    assert str(read.note) == NOTE.format(root=root)
    assert read_checkpoint(NOTE.format(root=root).replace("\n", "\r\n")) == read


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\nextension of no concern\nanother\n\n"])
def test_a_note_need_not_be_signed(checkpoint, end):
    root = base64.b64encode(checkpoint.root).decode()
    assert read_checkpoint(f"{checkpoint.origin}\n40\n{root}{end}") == checkpoint


def test_what_verify_prints_is_a_checkpoint(store, checkpoint):
    printed = json.dumps(verified(store).document(), indent=2)
    assert read_checkpoint(printed) == checkpoint._replace(origin="")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 1),
        ("\n40\n", 1),
        ("log\n-4\n", 2),
        ("log\n040\n", 2),
        ("log\n99999999999999999999\n", 2),
        ("log\n40\nAAAA\n", 3),
        ("log\n40\n" + "A" * 43 + "\n", 3),
        ("log\n40\n" + "A" * 43 + "=\n\nsigned by me\n", 5),
        ("log\n40\n" + "A" * 43 + "=\nextension\n\n— me AAAA\n\n", 8),
        ("{", 1),
        ('{"size": 40,\n"root"}', 2),
        ('{"size": 40}', 1),
        ('{"size": true, "root": "' + "0" * 64 + '"}', 1),
        ('{"size": 40, "root": "' + "0" * 63 + '"}', 1),
        ('{"size": -1, "root": "' + "0" * 64 + '"}', 1),
    ],
)
def test_a_checkpoint_that_cannot_be_read_is_refused_by_line(text, number):
    with pytest.raises(BadInput, match=f"^line {number} of the (checkpoint|signed note) "):
        read_checkpoint(text)


def receipt(index, **more):
    return {"log_index": index, "leaf_hash": "ab" * 32} | more


def test_receipts_are_read_however_they_were_kept():
    expected = [Receipt(0, b"\xab" * 32), Receipt(1, b"\xab" * 32)]
    lines = [json.dumps(receipt(index, dossier="HOL-2026-0042")) for index in (0, 1)]
    assert read_receipts("\n".join(lines) + "\n\n") == expected
    assert read_receipts(json.dumps([receipt(0), receipt(1)], indent=1)) == expected
    assert read_receipts(json.dumps(receipt(0), indent=1)) == expected[:1]
    assert read_receipts("\ufeff" + lines[0]) == expected[:1]
    assert read_receipts("") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("none", 1),
        ("[", 1),
        ("[1]", 1),
        ("[" * 100_000, 1),
        (json.dumps(receipt(0)) + "\n{}", 2),
        (json.dumps(receipt(0)) + "\n5", 2),
        (json.dumps([receipt(0), receipt(-1)]), 2),
        (json.dumps([receipt(True)]), 1),
        (json.dumps([receipt(0, leaf_hash="ab")]), 1),
        (json.dumps([receipt(0, leaf_hash=None)]), 1),
    ],
)
def test_receipts_that_cannot_be_read_are_refused_by_line(text, number):
    with pytest.raises(BadInput, match=f"^line {number} of the receipts "):
        read_receipts(text)


def test_verifying_a_file_does_not_touch_it(copied):
    store = copied("sqlite", "small")
    before = store.read_bytes()
    verified(store, receipts=[Receipt(0, bytes(32))])
    assert store.read_bytes() == before
