"""
Somebody who can write to the database, file or server, and what gives him away.

Each attack has the complete list of what is found: the cause, and not its consequences. The
plainest of them stand in ``test_attack_suite``.
"""

import pytest
from audit.example_store import codes, rebuild_log, sql, verified

from domain.merkle import leaf_hash, leaf_text
from projections.audit.findings import MOST_OF_ONE_CODE, Finding, Findings

LAST = "(SELECT max(notification_id) FROM stored_events)"
FORGED = "forged(state)"


def copy_of_event(number, **but):
    """The statement that inserts an event again, with some columns changed."""
    values = {
        "notification_id": "(SELECT max(notification_id) + 1 FROM stored_events)",
        "originator_id": "originator_id",
        "originator_version": "originator_version",
        "topic": "topic",
        "state": "state",
    } | but
    return (
        f"INSERT INTO stored_events ({', '.join(values)}) SELECT {', '.join(values.values())} "
        f"FROM stored_events WHERE notification_id = {number}"
    )


ATTACKS = {
    "topic changed to an unknown one": (
        ["UPDATE stored_events SET topic = 'decision-dreamt.v1' WHERE notification_id = 10"],
        ["TOPIC_TYPE"],
    ),
    "event deleted with its command id": (
        [
            "DELETE FROM recorded_command WHERE notification_id = 10",
            "DELETE FROM stored_events WHERE notification_id = 10",
        ],
        ["LEAF_WITHOUT_EVENT"],
    ),
    "first event of a save deleted": (
        ["DELETE FROM stored_events WHERE notification_id = 1"],
        ["LEAF_WITHOUT_EVENT"],
    ),
    "last event deleted": (
        [f"DELETE FROM stored_events WHERE notification_id = {LAST}"],
        ["LEAF_WITHOUT_EVENT"],
    ),
    "event and leaf deleted, later leaves renumbered": (
        [
            "DELETE FROM stored_events WHERE notification_id = 10",
            "DELETE FROM tlog_leaf WHERE notification_id = 10",
            "UPDATE tlog_leaf SET idx = -idx WHERE idx >= 10",
            "UPDATE tlog_leaf SET idx = -idx - 1 WHERE idx < 0",
        ],
        ["LEAF_INDEX_GAP"],
    ),
    "event and leaf deleted, everything later renumbered": (
        [
            "DELETE FROM stored_events WHERE notification_id = 10",
            "DELETE FROM tlog_leaf WHERE notification_id = 10",
            "DELETE FROM recorded_command WHERE notification_id = 10",
            "UPDATE tlog_leaf SET idx = -idx, notification_id = -notification_id WHERE idx >= 10",
            "UPDATE tlog_leaf SET idx = -idx - 1, notification_id = -notification_id - 1 "
            "WHERE idx < 0",
            "UPDATE stored_events SET notification_id = -notification_id "
            "WHERE notification_id > 10",
            "UPDATE stored_events SET notification_id = -notification_id - 1 "
            "WHERE notification_id < 0",
            "UPDATE sqlite_sequence SET seq = seq - 1",
        ],
        ["LEAF_INDEX_GAP"],
    ),
    "a whole dossier deleted with its leaves": (
        [
            "DELETE FROM tlog_leaf WHERE notification_id IN (SELECT notification_id "
            "FROM stored_events WHERE originator_id = 'HOL-2026-0001')",
            "DELETE FROM stored_events WHERE originator_id = 'HOL-2026-0001'",
        ],
        ["LEAF_INDEX_GAP"] * 12,
    ),
    "leaf deleted": (
        ["DELETE FROM tlog_leaf WHERE notification_id = 10"],
        ["EVENT_WITHOUT_LEAF"],
    ),
    "last leaf deleted": (
        ["DELETE FROM tlog_leaf WHERE idx = 39"],
        ["EVENT_WITHOUT_LEAF"],
    ),
    "event inserted before the first": (
        [
            copy_of_event(10, originator_version="13"),
            f"UPDATE stored_events SET notification_id = -5 WHERE notification_id = {LAST}",
            "UPDATE sqlite_sequence SET seq = 40",
        ],
        ["EVENT_WITHOUT_LEAF"],
    ),
    "event inserted with a leaf of nothing": (
        [
            copy_of_event(10, originator_version="13"),
            f"INSERT INTO tlog_leaf VALUES (40, {LAST}, zeroblob(32))",
            "UPDATE sqlite_sequence SET seq = 41",
        ],
        ["LEAF_MISMATCH"],
    ),
    "places of two leaves exchanged": (
        [
            "UPDATE tlog_leaf SET idx = -1 WHERE idx = 9",
            "UPDATE tlog_leaf SET idx = 9 WHERE idx = 20",
            "UPDATE tlog_leaf SET idx = 20 WHERE idx = -1",
        ],
        ["LEAF_ORDER", "LEAF_ORDER"],
    ),
    "leaf moved to the end": (
        ["UPDATE tlog_leaf SET idx = 1000 WHERE idx = 9"],
        ["LEAF_INDEX_GAP"],
    ),
    "leaf moved before the first": (
        ["UPDATE tlog_leaf SET idx = -3 WHERE idx = 9"],
        ["LEAF_INDEX_GAP"],
    ),
    "last leaf moved": (
        ["UPDATE tlog_leaf SET idx = 1000 WHERE idx = 39"],
        ["LEAF_INDEX_GAP"],
    ),
    "leaf given to no event": (
        ["UPDATE tlog_leaf SET notification_id = 1000 WHERE idx = 9"],
        ["LEAF_ORDER"],
    ),
    "last leaf given to no event": (
        ["UPDATE tlog_leaf SET notification_id = 1000 WHERE idx = 39"],
        ["LEAF_ORDER"],
    ),
    "leaf cut short": (
        ["UPDATE tlog_leaf SET hash = substr(hash, 1, 31) WHERE idx = 9"],
        ["LEAF_MISMATCH"],
    ),
    "event renumbered to the end": (
        ["UPDATE stored_events SET notification_id = 1000 WHERE notification_id = 10"],
        ["LEAF_WITHOUT_EVENT", "EVENT_WITHOUT_LEAF"],
    ),
    "all leaves deleted": (["DELETE FROM tlog_leaf"], ["EVENT_WITHOUT_LEAF"] * 40),
    "all events deleted": (["DELETE FROM stored_events"], ["LEAF_WITHOUT_EVENT"] * 40),
    "everything deleted": (
        ["DELETE FROM stored_events", "DELETE FROM tlog_leaf"],
        ["TRUNCATED"],
    ),
    "tail cut": (
        [
            "DELETE FROM stored_events WHERE notification_id > 30",
            "DELETE FROM tlog_leaf WHERE idx >= 30",
        ],
        ["TRUNCATED"],
    ),
    "tail cut and counter set back": (
        [
            "DELETE FROM stored_events WHERE notification_id > 30",
            "DELETE FROM tlog_leaf WHERE idx >= 30",
            "UPDATE sqlite_sequence SET seq = 30",
        ],
        ["HEAD_MISMATCH"],
    ),
    "counter set back": (["UPDATE sqlite_sequence SET seq = 30"], ["HEAD_MISMATCH"]),
    "size of the head overwritten": (["UPDATE tlog_head SET size = 39"], ["HEAD_MISMATCH"]),
    "an older head put back": (
        [
            "UPDATE tlog_head SET size = 32, frontier = (SELECT substr(frontier, 1, 32) "
            "FROM tlog_head)"
        ],
        ["HEAD_MISMATCH"],
    ),
    "head removed": (["DELETE FROM tlog_head"], ["HEAD_MISMATCH"]),
    "second head": (["INSERT INTO tlog_head SELECT * FROM tlog_head"], ["HEAD_MISMATCH"]),
    "node put in": (["INSERT INTO tlog_node VALUES (8, 0, zeroblob(32))"], ["NODE_MISMATCH"]),
    "command id forgotten": (
        ["DELETE FROM recorded_command WHERE notification_id = 10"],
        ["COMMAND_REPLAY"],
    ),
    "command id put in": (
        ["INSERT INTO recorded_command VALUES (no_command(), 10)"],
        ["COMMAND_REPLAY"],
    ),
    "command id put in for no event": (
        ["INSERT INTO recorded_command VALUES (no_command(), 1000)"],
        ["COMMAND_REPLAY"],
    ),
    "command id replaced": (
        ["UPDATE recorded_command SET command_id = no_command() WHERE notification_id = 10"],
        ["COMMAND_REPLAY"],
    ),
    "command id kept for a later event": (
        ["UPDATE recorded_command SET notification_id = 20 WHERE notification_id = 10"],
        ["COMMAND_REPLAY"],
    ),
    "command id kept for the second event of its save": (
        ["UPDATE recorded_command SET notification_id = 2 WHERE notification_id = 1"],
        ["COMMAND_REPLAY"],
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_cause_is_found_and_nothing_besides(store, attack):
    statements, expected = ATTACKS[attack]
    sql(store, *statements)
    assert codes(verified(store).findings) == expected


def test_the_counter_of_a_file_removed_is_found(copied):
    store = copied("sqlite", "small")
    sql(store, "DELETE FROM sqlite_sequence")
    assert codes(verified(store).findings) == ["HEAD_MISMATCH"]


def test_a_finding_names_the_event(store, recorded):
    sql(store, "UPDATE stored_events SET topic = 'trajectory-closed.v1' WHERE notification_id = 10")
    (finding,) = verified(store).findings
    line = recorded[9]
    assert (finding.dossier, finding.version) == (line.stream, line.version)
    assert (finding.log_index, finding.severity) == (9, "breach")
    assert finding.expected == line.leaf_hash.hex()


def test_two_causes_are_two_findings(store):
    sql(
        store,
        f"UPDATE stored_events SET state = {FORGED} WHERE notification_id = 10",
        "DELETE FROM stored_events WHERE notification_id = 20",
        "UPDATE tlog_head SET frontier = zeroblob(length(frontier))",
        "DELETE FROM recorded_command WHERE notification_id = 30",
    )
    assert codes(verified(store).findings) == [
        "LEAF_MISMATCH",
        "LEAF_WITHOUT_EVENT",
        "HEAD_MISMATCH",
        "COMMAND_REPLAY",
    ]


def forge_leaf(file, number):
    """Recompute the leaf of one event and nothing else."""
    ((index, *event),) = sql(
        file,
        "SELECT idx, stored_events.* FROM tlog_leaf JOIN stored_events USING (notification_id) "
        f"WHERE notification_id = {number}",
    )
    leaf = leaf_hash(leaf_text(index, *event)).hex()
    sql(file, f"UPDATE tlog_leaf SET hash = x'{leaf}' WHERE notification_id = {number}")


def test_an_event_recomputed_with_its_leaf_no_longer_fits_the_head(store):
    sql(store, f"UPDATE stored_events SET state = {FORGED} WHERE notification_id = 10")
    forge_leaf(store, 10)
    assert codes(verified(store).findings) == ["HEAD_MISMATCH"]


def test_the_inner_nodes_tell_where_leaves_were_recomputed(large_store):
    sql(large_store, f"UPDATE stored_events SET state = {FORGED} WHERE notification_id = 400")
    forge_leaf(large_store, 400)
    (finding,) = verified(large_store).findings
    assert (finding.code, finding.log_index) == ("HEAD_MISMATCH", 256)


def test_a_head_recomputed_over_changed_leaves_no_longer_fits_the_inner_nodes(large_store):
    kept = sql(large_store, "SELECT idx, hash FROM tlog_node")
    sql(large_store, f"UPDATE stored_events SET state = {FORGED} WHERE notification_id = 400")
    rebuild_log(large_store)
    sql(
        large_store,
        *(f"UPDATE tlog_node SET hash = x'{node.hex()}' WHERE idx = {at}" for at, node in kept),
    )
    (finding,) = verified(large_store).findings
    assert (finding.code, finding.log_index) == ("NODE_MISMATCH", 256)


NODE_ATTACKS = {
    "overwritten": "UPDATE tlog_node SET hash = zeroblob(32) WHERE idx = 1",
    "overwritten with less": "UPDATE tlog_node SET hash = x'6e6f6465' WHERE idx = 1",
    "removed": "DELETE FROM tlog_node WHERE idx = 1",
    "put in beyond the tree": "INSERT INTO tlog_node VALUES (8, 2, zeroblob(32))",
    "put in at a level that is not kept": "INSERT INTO tlog_node VALUES (9, 0, zeroblob(32))",
}


def test_a_node_that_is_text_is_found(copied):
    store = copied("sqlite", "large")
    sql(store, "UPDATE tlog_node SET hash = 'node' WHERE idx = 1")
    assert codes(verified(store).findings) == ["NODE_MISMATCH"]


@pytest.mark.parametrize("attack", NODE_ATTACKS)
def test_a_spoilt_inner_node_is_found(large_store, attack):
    sql(large_store, NODE_ATTACKS[attack])
    assert codes(verified(large_store).findings) == ["NODE_MISMATCH"]


def test_an_event_put_in_with_its_leaf_lies_outside_the_head(store):
    sql(store, copy_of_event(40, originator_version="3"))
    sql(store, "INSERT INTO tlog_leaf VALUES (40, 41, zeroblob(32))")
    forge_leaf(store, 41)
    (finding,) = verified(store).findings
    assert finding.code == "HEAD_MISMATCH"
    assert (finding.dossier, finding.version, finding.log_index) == ("staff:m.vandamme", 3, 40)


def test_an_event_put_in_with_leaf_and_head_repeats_a_command(store):
    sql(store, copy_of_event(10, originator_version="13"))
    rebuild_log(store)
    (finding,) = verified(store).findings
    assert (finding.code, finding.version, finding.log_index) == ("COMMAND_REPLAY", 13, 40)


def test_an_event_deleted_and_the_log_rebuilt_leaves_a_gap_in_its_dossier(store, recorded):
    gone = recorded[20]
    sql(
        store,
        "DELETE FROM stored_events WHERE notification_id = 21",
        "DELETE FROM recorded_command WHERE notification_id = 21",
    )
    rebuild_log(store)
    (finding,) = verified(store).findings
    assert finding.code == "VERSION_GAP"
    assert (finding.dossier, finding.version) == (gone.stream, gone.version)


def test_a_dossier_stored_under_a_blob_is_found_though_its_leaf_was_made_for_it(copied):
    store = copied("sqlite", "small")
    sql(
        store,
        "UPDATE stored_events SET originator_id = CAST('HOL-2026-0009' AS BLOB), "
        "originator_version = 1 WHERE notification_id = 40",
    )
    text = "b'HOL-2026-0009'"
    ((topic, state),) = sql(
        store, "SELECT topic, state FROM stored_events WHERE notification_id = 40"
    )
    leaf = leaf_hash(leaf_text(39, 40, text, 1, topic, state)).hex()
    sql(store, f"UPDATE tlog_leaf SET hash = x'{leaf}' WHERE idx = 39")
    assert codes(verified(store).findings) == ["PAYLOAD_UNREADABLE", "HEAD_MISMATCH"]


@pytest.mark.parametrize("topic", ["char(27)", "CAST(x'ff' AS TEXT)"])
def test_what_was_found_is_told_without_control_characters(store, topic):
    sql(
        store,
        "UPDATE stored_events SET originator_id = 'HOL' || char(27) || '[2J' || char(10), "
        f"topic = {topic} WHERE notification_id = 10",
    )
    (finding,) = verified(store).findings
    assert finding.code == "TOPIC_TYPE"
    assert finding.dossier is not None
    assert (finding.dossier + finding.found).isprintable()


def test_however_much_is_wrong_the_list_stays_bounded():
    findings = Findings()
    for index in range(MOST_OF_ONE_CODE + 5):
        findings.add(Finding("LEAF_MISMATCH", log_index=index))
    told = findings.told()
    assert len(told) == MOST_OF_ONE_CODE + 1
    assert told[-1] == Finding("LEAF_MISMATCH", found="5 more findings like these")
