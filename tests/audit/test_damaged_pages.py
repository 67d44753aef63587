"""Pages of a database that are no longer what the server wrote: found, and never an exception."""

import random
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from audit.example_store import Base, codes, keep, sql, verified
from postgres import QUICK, Cluster, cluster, own

PAGE = 8192
FILES = (
    "stored_events",
    "stored_events_pkey",
    "stored_events_originator_id_originator_version_key",
    "tlog_leaf",
    "tlog_leaf_pkey",
    "tlog_leaf_notification_id_key",
    "tlog_node",
    "tlog_node_pkey",
    "tlog_head",
    "recorded_command",
    "recorded_command_pkey",
)
TABLES = [name for name in FILES if not name.endswith("key")]


@pytest.fixture(scope="module", params=["checksums", "no checksums"])
def base(request):
    """A store of some thousand events on a server of its own, which may be stopped."""
    with cluster(QUICK) as server:
        if request.param == "no checksums":
            server.stop()
            server.program("pg_checksums", "--disable", "-D", server.data)
            server.start()
        made = Base(server, server.database())
        keep(made, dossiers=220, saves_of=220)
        sql(made, "VACUUM (FREEZE, ANALYZE)")
        yield made


@contextmanager
def spoilt(base, name, spoil):
    """Change the file of a table or index while the server is down, and put it back."""
    ((place,),) = sql(base, f"SELECT pg_relation_filepath('trajet.{name}')")
    file = base.server.data / place
    base.server.stop()
    # All of them are put back: a scan that finds no row marks its index entry as dead.
    before = {one: one.read_bytes() for one in file.parent.iterdir()}
    content = bytearray(before[file])
    spoil(content)
    _overwrite(file, content)
    base.server.start()
    try:
        yield
    finally:
        base.server.stop()
        for one, whole in before.items():
            _overwrite(one, whole)
        base.server.start()


def _overwrite(file, content):
    with file.open("r+b") as opened:
        opened.write(content)
        opened.truncate()


def contents(base):
    """Everything in the tables, read as the desk would and as it lies there."""
    ways = ("SET enable_seqscan=off", "SET enable_seqscan=on; SET enable_indexscan=off")
    return [sql(base, way, f"SELECT * FROM {t} ORDER BY 1, 2") for way in ways for t in TABLES]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", ["zeroes", "noise", "eight bytes"])
def test_a_spoilt_page_is_found_or_harmless(base, name, how):
    chance = random.Random(f"{name} {how}")  # noqa: S311
    whole, before = verified(base), contents(base)
    assert whole.findings == []

    def spoil(content):
        page = chance.randrange(len(content) // PAGE) * PAGE
        length = {"zeroes": PAGE, "noise": PAGE, "eight bytes": 8}[how]
        start = page + chance.randrange(PAGE - length + 1)
        noise = bytes(PAGE) if how == "zeroes" else chance.randbytes(length)
        content[start : start + length] = noise

    with spoilt(base, name, spoil):
        report = verified(base)
        if not report.findings:
            assert report == whole
            assert contents(base) == before


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_found(base, name):
    def spoil(content):
        del content[len(content) // PAGE // 2 * PAGE :]

    with spoilt(base, name, spoil):
        assert verified(base).findings


def test_a_folder_copied_while_the_server_was_down_is_as_good_as_before(base):
    whole, server = verified(base), base.server
    server.stop()
    copy = Cluster(Path(tempfile.mkdtemp(prefix="trajet-pg-")), server.settings)
    try:
        shutil.copytree(server.data, copy.data)
        for one in (copy.folder, copy.data, *copy.data.rglob("*")):
            own(one)
        copy.start()
        assert verified(Base(copy, base.name)) == whole
    finally:
        copy.remove()
        server.start()


def test_an_index_that_hides_a_dossier_is_found(base):
    """The entry of one event is taken to be dead; everything else is as it was."""
    name = "stored_events_originator_id_originator_version_key"

    def spoil(content):
        dossier = content.index(b"HOL-2026-0123", PAGE)
        content[dossier : dossier + 13] = b"HOL-2026-012\x7f"

    with spoilt(base, name, spoil):
        found = verified(base).findings
    assert codes(found)[0] == "PAYLOAD_UNREADABLE"
