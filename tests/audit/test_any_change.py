"""Any single cell changed, any single row removed: it is found, and the list stays short."""

import base64
import shutil
import sqlite3
from contextlib import closing

import pytest
from audit.example_store import keep, sql, verified
from hypothesis import HealthCheck, assume, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

KEYS = {
    "stored_events": "notification_id",
    "tlog_leaf": "idx",
    "tlog_node": "idx",
    "tlog_head": "rowid",
    "tlog_checkpoint": "size",
    "recorded_command": "command_id",
}
COLUMNS = {
    "stored_events": ("notification_id", "originator_id", "originator_version", "topic", "state"),
    "tlog_leaf": ("idx", "notification_id", "hash"),
    "tlog_node": ("level", "idx", "hash"),
    "tlog_head": ("size", "frontier"),
    "tlog_checkpoint": ("size", "at", "note"),
    "recorded_command": ("command_id", "notification_id"),
}
CELLS = [(table, column) for table, columns in COLUMNS.items() for column in columns]
ANYTHING = st.one_of(
    st.none(),
    st.integers(-3, 700),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.binary(max_size=40),
)
# What an attacker might do with the value that is there. A checkpoint's signatures are not
# judged by this verification, nor is a moment that might be right, so those are replaced whole.
CHANGES = (
    "{column} + 1",
    "CAST({column} AS BLOB)",
    "CAST({column} AS TEXT)",
    "substr({column}, 2)",
    "{column} || x'00'",
    "(SELECT {column} FROM {table} ORDER BY 1 LIMIT 1)",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A store with something in each table."""
    file, _ = keep(tmp_path_factory.mktemp("whole"), dossiers=22, saves_of=22)
    report = verified(file)
    root = base64.b64encode(bytes.fromhex(report.root)).decode()
    note = f"trajet.example/holsbeek\n{report.size}\n{root}\n\n"
    sql(
        file,
        f"INSERT INTO tlog_checkpoint VALUES ({report.size}, '2026-03-02T12:00:00Z', '{note}')",
    )
    assert verified(file).findings == []
    return file


@pytest.fixture(scope="module")
def keys(whole):
    """What tells the rows of each table apart."""
    return {
        table: [key for (key,) in sql(whole, f"SELECT {column} FROM {table}")]
        for table, column in KEYS.items()
    }


def cells(file, table, column):
    """What a column holds, with the types: 1 and '1' are two things."""
    with closing(sqlite3.connect(file)) as connection:
        connection.text_factory = bytes
        return connection.execute(f"SELECT {column}, typeof({column}) FROM {table}").fetchall()


def change(file, statement, *values):
    """Change a copy; what SQLite itself refuses cannot be done."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        try:
            connection.execute(statement, values)
        except (sqlite3.IntegrityError, sqlite3.OperationalError):
            assume(condition=False)


def copied(whole, tmp_path):
    file = tmp_path / "store.db"
    shutil.copy(whole, file)
    return file


SETTINGS = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


@SETTINGS
@for_all(data=st.data(), cell=st.sampled_from(CELLS), value=ANYTHING)
def test_a_cell_replaced_by_anything_is_found(whole, keys, tmp_path, data, cell, value):
    table, column = cell
    file = copied(whole, tmp_path)
    statement = f"UPDATE {table} SET {column} = ? WHERE {KEYS[table]} = ?"
    change(file, statement, value, data.draw(st.sampled_from(keys[table])))
    assume(cells(file, table, column) != cells(whole, table, column))
    assert 1 <= len(verified(file).findings) <= 3


@SETTINGS
@for_all(
    data=st.data(),
    cell=st.sampled_from([cell for cell in CELLS if cell[0] != "tlog_checkpoint"]),
    how=st.sampled_from(CHANGES),
)
def test_a_cell_made_into_something_similar_is_found(whole, keys, tmp_path, data, cell, how):
    table, column = cell
    file = copied(whole, tmp_path)
    value = how.format(column=column, table=table)
    statement = f"UPDATE {table} SET {column} = {value} WHERE {KEYS[table]} = ?"
    change(file, statement, data.draw(st.sampled_from(keys[table])))
    assume(cells(file, table, column) != cells(whole, table, column))
    assert 1 <= len(verified(file).findings) <= 3


@settings(parent=SETTINGS, max_examples=40)
@for_all(data=st.data(), table=st.sampled_from([one for one in KEYS if one != "tlog_checkpoint"]))
def test_a_row_removed_is_found(whole, keys, tmp_path, data, table):
    file = copied(whole, tmp_path)
    change(
        file,
        f"DELETE FROM {table} WHERE {KEYS[table]} = ?",
        data.draw(st.sampled_from(keys[table])),
    )
    assert len(verified(file).findings) == 1
