"""
Any single cell changed, any single row removed: it is found, and the list stays short.

Two thousand changes in all. Checkpoints are judged by the policy of somebody who knows the log.
"""

import shutil
import sqlite3
from contextlib import closing

import psycopg
import pytest
from audit.example_store import Base, attacker, codes, keep, sql
from audit.example_store import verified as verified_by
from audit.notary import checkpoint, keep_inside, policy, signed
from hypothesis import HealthCheck, assume, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from cli.vaulted import VaultKeys
from workflows.vault import Vault

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
KEYS_HERE = KEYS | {"sqlite_sequence": "name"}
COLUMNS_HERE = COLUMNS | {"sqlite_sequence": ("name", "seq")}
CELLS = [(table, column) for table, columns in COLUMNS_HERE.items() for column in columns]
ANYTHING = st.one_of(
    st.none(),
    st.integers(-3, 700),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.binary(max_size=40),
)
# What an attacker might do with the value that is there.
CHANGES = (
    "{column} + 1",
    "CAST({column} AS BLOB)",
    "CAST({column} AS TEXT)",
    "substr({column}, 2)",
    "{column} || x'00'",
    "(SELECT {column} FROM {table} ORDER BY 1 LIMIT 1)",
)


OURS = policy()


def verified(place):
    """Verify as somebody does who has the key of the log."""
    return verified_by(place, policy=OURS)


def filled(place):
    """Write a store with something in each table."""
    keep(place, dossiers=22, saves_of=22)
    keep_inside(place, signed(checkpoint(place)))
    assert verified(place).findings == []
    return place


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A file with something in each table."""
    return filled(tmp_path_factory.mktemp("whole") / "store.db")


@pytest.fixture(scope="module")
def base(server):
    """A database with something in each table, and a second copy of it all."""
    made = filled(Base(server, server.database()))
    sql(made, "CREATE SCHEMA kept", *(f"CREATE TABLE kept.{t} AS TABLE {t}" for t in KEYS))
    yield made
    server.drop(made.name)


@pytest.fixture(scope="module")
def keys(whole):
    """What tells the rows of each table apart."""
    there = {
        table: [key for (key,) in sql(whole, f"SELECT {column} FROM {table}")]
        for table, column in KEYS_HERE.items()
    }
    return there.get


@pytest.fixture(scope="module")
def before(whole):
    """What tells what a column held, with the types."""
    held = {cell: cells(whole, *cell) for cell in CELLS}
    return held.get


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
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


@settings(parent=SETTINGS, max_examples=900)
@for_all(data=st.data(), cell=st.sampled_from(CELLS), value=ANYTHING)
def test_a_cell_replaced_by_anything_is_found(whole, keys, before, tmp_path, data, cell, value):
    table, column = cell
    file = copied(whole, tmp_path)
    statement = f"UPDATE {table} SET {column} = ? WHERE {KEYS_HERE[table]} = ?"
    change(file, statement, value, data.draw(st.sampled_from(keys(table))))
    assume(cells(file, table, column) != before(cell))
    assert 1 <= len(verified(file).findings) <= 3


@settings(parent=SETTINGS, max_examples=700)
@for_all(data=st.data(), cell=st.sampled_from(CELLS), how=st.sampled_from(CHANGES))
def test_a_cell_made_into_something_similar_is_found(
    whole, keys, before, tmp_path, data, cell, how
):
    table, column = cell
    file = copied(whole, tmp_path)
    value = how.format(column=column, table=table)
    statement = f"UPDATE {table} SET {column} = {value} WHERE {KEYS_HERE[table]} = ?"
    change(file, statement, data.draw(st.sampled_from(keys(table))))
    assume(cells(file, table, column) != before(cell))
    assert 1 <= len(verified(file).findings) <= 3


@settings(parent=SETTINGS, max_examples=200)
@for_all(at=st.integers(0, 10_000), letter=st.characters(exclude_categories=["Cs"]))
def test_a_letter_of_a_signed_checkpoint_changed_is_found(whole, tmp_path, at, letter):
    file = copied(whole, tmp_path)
    ((note,),) = sql(file, "SELECT note FROM tlog_checkpoint")
    at %= len(note)
    assume(note[at] != letter)
    change(file, "UPDATE tlog_checkpoint SET note = ?", note[:at] + letter + note[at + 1 :])
    assert len(verified(file).findings) == 1


@settings(parent=SETTINGS, max_examples=80)
@for_all(
    data=st.data(), table=st.sampled_from([one for one in KEYS_HERE if one != "tlog_checkpoint"])
)
def test_a_row_removed_is_found(whole, keys, tmp_path, data, table):
    file = copied(whole, tmp_path)
    change(
        file,
        f"DELETE FROM {table} WHERE {KEYS_HERE[table]} = ?",
        data.draw(st.sampled_from(keys(table))),
    )
    assert len(verified(file).findings) == 1


# --- the vault -------------------------------------------------------------------------------

OF_A_KEY = ("subject", "category", "wrapped", "made_at")


@settings(parent=SETTINGS, max_examples=100)
@for_all(
    data=st.data(),
    column=st.sampled_from((*OF_A_KEY, None)),
    how=st.sampled_from((*CHANGES, "?")),
    value=ANYTHING,
)
def test_a_cell_of_the_vault_changed_is_found_or_makes_no_difference(
    whole, tmp_path, data, column, how, value
):
    """When a key was made is told by nobody else; all the rest is bound to what it opens."""
    file = tmp_path / "store.vault"
    shutil.copy(whole.with_suffix(".vault"), file)
    table = "vault_key" if column else "vault_check"
    said = how.format(column=column or "wrapped", table=table)
    where = "subject || category" if column else "'the one'"
    (row,) = data.draw(st.sampled_from(sql(file, f"SELECT {where} FROM {table}")))
    held = cells(file, table, column or "wrapped")
    statement = f"UPDATE {table} SET {column or 'wrapped'} = {said} WHERE {where} = '{row}'"
    change(file, statement, *[value] * (how == "?"))
    assume(cells(file, table, column or "wrapped") != held)
    with closing(Vault(file, whole.with_suffix(".key"))) as vault:
        found = codes(verified_by(whole, keys=VaultKeys(vault)).findings)
    assert set(found) <= {"KEY_LOST", "UNDECRYPTABLE"}
    assert found or column == "made_at"


# --- on a server -----------------------------------------------------------------------------

KEYS_THERE = KEYS | {"tlog_head": "ctid"}
COLUMNS_THERE = COLUMNS | {"tlog_head": ("size", "newest", "frontier")}
CELLS_THERE = [(table, column) for table, columns in COLUMNS_THERE.items() for column in columns]
CHANGES_THERE = {
    "bytea": ("substr({column}, 2)", "{column} || '\\x00'", "sha256({column})", "''"),
    "text": ("substr({column}, 2)", "{column} || ' '", "'x'", "upper({column})", "''"),
    "uuid": ("gen_random_uuid()",),
}
NUMBERS_THERE = (
    "{column} + 1",
    "- {column} - 1",
    "{column} + 1000",
    "(-9223372036854775808)::bigint",
    "9223372036854775807",
    "(SELECT min({column}) FROM {table})",
)


def restored(base):
    """Put everything back as it was."""
    tables = ", ".join(KEYS)
    sql(base, f"TRUNCATE {tables}", *(f"INSERT INTO {t} TABLE kept.{t}" for t in KEYS))


def changed(base, statement):
    """Change a database and tell whether that changed it; what it refuses cannot be done."""
    with closing(attacker(base)) as connection:
        try:
            connection.execute(statement.encode())
        except (psycopg.IntegrityError, psycopg.DataError, psycopg.ProgrammingError):
            return False
    differ = (f"EXISTS (TABLE {t} EXCEPT ALL TABLE kept.{t})" for t in KEYS)
    fewer = (f"EXISTS (TABLE kept.{t} EXCEPT ALL TABLE {t})" for t in KEYS)
    ((is_so,),) = sql(base, f"SELECT {' OR '.join([*differ, *fewer])}")
    return is_so


def some_row(base, data, table):
    """Write the condition that picks one row."""
    key = KEYS_THERE[table]
    rows = sql(base, f"SELECT {key}::text FROM {table} ORDER BY {key}")
    return f"{key}::text = '{data.draw(st.sampled_from(rows))[0]}'"


@settings(parent=SETTINGS, max_examples=100)
@for_all(data=st.data(), cell=st.sampled_from(CELLS_THERE))
def test_a_cell_changed_on_a_server_is_found(base, data, cell):
    table, column = cell
    ((kind,),) = sql(base, f"SELECT pg_typeof({column})::text FROM {table} LIMIT 1")
    value = data.draw(st.sampled_from(CHANGES_THERE.get(kind, NUMBERS_THERE)))
    value = value.format(column=column, table=table)
    statement = f"UPDATE {table} SET {column} = {value} WHERE {some_row(base, data, table)}"
    try:
        assume(changed(base, statement))
        assert 1 <= len(verified(base).findings) <= 3
    finally:
        restored(base)


@settings(parent=SETTINGS, max_examples=30)
@for_all(data=st.data(), table=st.sampled_from([one for one in KEYS if one != "tlog_checkpoint"]))
def test_a_row_removed_on_a_server_is_found(base, data, table):
    try:
        assume(changed(base, f"DELETE FROM {table} WHERE {some_row(base, data, table)}"))
        assert len(verified(base).findings) == 1
    finally:
        restored(base)
