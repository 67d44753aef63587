"""The tables are what the journal creates: a trigger would act, a changed column would lie."""

import pytest
from audit.example_store import codes, sql, verified


def rewritten(table, old, new):
    """Change a definition where SQLite keeps it."""
    return (
        "PRAGMA writable_schema=ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'",
    )


DRIFT = {
    "column added": ["ALTER TABLE stored_events ADD COLUMN seen INTEGER"],
    "column renamed": ["ALTER TABLE tlog_checkpoint RENAME COLUMN at TO moment"],
    "column no longer required": rewritten(
        "recorded_command", "notification_id INTEGER NOT NULL", "notification_id INTEGER"
    ),
    "ids reused": rewritten("stored_events", " AUTOINCREMENT", ""),
    "index added": ["CREATE INDEX by_topic ON stored_events (topic)"],
    "trigger added": [
        "CREATE TRIGGER forget AFTER INSERT ON stored_events BEGIN "
        "DELETE FROM tlog_leaf WHERE notification_id = new.notification_id; END"
    ],
    "view added": ["CREATE VIEW recent AS SELECT * FROM stored_events"],
    "table added": ["CREATE TABLE notes (text TEXT)"],
    "checkpoints removed": ["DROP TABLE tlog_checkpoint"],
    "nodes removed": ["DROP TABLE tlog_node"],
    "command ids removed": ["DROP TABLE recorded_command"],
    "head removed": ["DROP TABLE tlog_head"],
    "leaves removed": ["DROP TABLE tlog_leaf"],
    "events removed": ["DROP TABLE stored_events"],
}


@pytest.fixture
def engine():
    """What SQLite keeps of a definition is the statement itself."""
    return "sqlite"


@pytest.mark.parametrize("change", DRIFT)
def test_a_changed_definition_is_found_first(large_store, change):
    sql(large_store, *DRIFT[change])
    found = codes(verified(large_store).findings)
    assert found == ["SCHEMA_DRIFT"]


def test_what_changed_is_told(store):
    sql(
        store,
        *rewritten(
            "recorded_command", "notification_id INTEGER NOT NULL", "notification_id INTEGER"
        ),
    )
    (finding,) = verified(store).findings
    assert finding.expected.startswith("table recorded_command: notification_id INTEGER NOT NULL")
    assert finding.found.startswith("notification_id INTEGER)")


def test_white_space_makes_no_difference(store):
    sql(
        store,
        *rewritten("tlog_head", "CREATE TABLE tlog_head (size", "CREATE  TABLE tlog_head(\n  size"),
    )
    assert verified(store).findings == []


def test_a_view_in_place_of_the_events_is_told_and_not_read(store):
    sql(
        store,
        "ALTER TABLE stored_events RENAME TO hidden_events",
        "CREATE VIEW stored_events AS WITH RECURSIVE on_and_on AS "
        "(SELECT 1 AS notification_id UNION ALL SELECT notification_id + 1 FROM on_and_on) "
        "SELECT notification_id, 'x' AS originator_id, 1 AS originator_version, 'x' AS topic, "
        "x'00' AS state FROM on_and_on",
    )
    assert set(codes(verified(store).findings)) == {"SCHEMA_DRIFT"}


def test_a_definition_that_makes_no_sense_is_no_crash(store):
    sql(
        store,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE nonsense (' WHERE name = 'tlog_head'",
    )
    assert codes(verified(store).findings) == ["PAYLOAD_UNREADABLE"]
