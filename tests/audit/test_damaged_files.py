"""Files that are no store any more: always findings, never an exception."""

import random

import pytest
from audit.example_store import codes, sql, verified

SQLITE_PAGE = 4096


@pytest.fixture
def engine():
    """Files are SQLite's."""
    return "sqlite"


def test_an_empty_file_has_no_tables(tmp_path):
    file = tmp_path / "store.db"
    file.touch()
    report = verified(file)
    assert (report.size, codes(report.findings)) == (0, ["SCHEMA_DRIFT"])


@pytest.mark.parametrize(
    "content", [b"\0" * 8192, b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_a_file_of_nothing_in_particular_is_unreadable(tmp_path, content):
    file = tmp_path / "store.db"
    file.write_bytes(content)
    assert codes(verified(file).findings) == ["PAYLOAD_UNREADABLE"]


def test_a_text_file_is_no_store(tmp_path):
    file = tmp_path / "store.db"
    file.write_text("VOT-2026-0042 was here\n" * 100)
    (finding,) = verified(file).findings
    assert (finding.code, finding.found) == ("PAYLOAD_UNREADABLE", "the file is no database")


def test_a_directory_is_no_store(tmp_path):
    (finding,) = verified(tmp_path).findings
    assert (finding.code, finding.found) == ("PAYLOAD_UNREADABLE", "a directory")


def test_another_database_is_no_store(tmp_path):
    file = tmp_path / "other.db"
    sql(file, "CREATE TABLE bicycles (colour TEXT)")
    assert codes(verified(file).findings) == ["SCHEMA_DRIFT"]


@pytest.mark.parametrize("eighth", range(1, 8))
def test_a_truncated_store_is_found_damaged(large_store, eighth):
    content = large_store.read_bytes()
    large_store.write_bytes(content[: len(content) * eighth // 8])
    assert codes(verified(large_store).findings)[:1] == ["PAYLOAD_UNREADABLE"]


@pytest.mark.parametrize("seed", range(60))
def test_random_bytes_anywhere_are_found_or_harmless(large_store, seed):
    """Space that holds nothing may be overwritten unnoticed; nothing else may."""
    chance = random.Random(seed)  # noqa: S311
    content = bytearray(large_store.read_bytes())
    whole = verified(large_store)
    length = chance.choice((1, 16, SQLITE_PAGE))
    start = chance.randrange(100, len(content) - length)
    content[start : start + length] = chance.randbytes(length)
    before = sql_dump(large_store)
    large_store.write_bytes(content)
    report = verified(large_store)
    if not report.findings:
        assert report == whole
        assert sql_dump(large_store) == before


def sql_dump(file):
    return [
        sql(file, f"SELECT * FROM {table} ORDER BY 1, 2")
        for table in ("stored_events", "tlog_leaf", "tlog_node", "tlog_head", "recorded_command")
    ]


@pytest.mark.parametrize("seed", range(20))
def test_random_pages_are_never_a_crash(large_store, seed):
    chance = random.Random(seed)  # noqa: S311
    content = bytearray(large_store.read_bytes())
    for _ in range(chance.choice((1, 5, 40))):
        start = chance.randrange(len(content) // SQLITE_PAGE) * SQLITE_PAGE
        content[start : start + SQLITE_PAGE] = chance.randbytes(SQLITE_PAGE)
    large_store.write_bytes(content)
    assert verified(large_store).findings


def test_a_node_that_is_too_large_to_be_read_is_no_node(copied):
    store = copied("sqlite", "large")
    sql(store, "UPDATE tlog_node SET hash = zeroblob(70000000)")
    assert codes(verified(store).findings) == ["PAYLOAD_UNREADABLE"]
