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
CACHE = "pg_internal.init"
"""What a server keeps of its own catalog beside it, and makes again."""

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


class Pristine:
    """A store on a server, the files it is kept in, and what is in them as long as they are so."""

    def __init__(self, base):
        self.base = base
        self.files = {name: base.server.data / self._place(name) for name in FILES}
        self.whole, self.contents = verified(base), contents(base)
        assert self.whole.findings == []
        base.server.stop()
        # All of them are put back: a scan that finds no row marks its index entry as dead.
        folder = next(iter(self.files.values())).parent
        there = [one for one in folder.iterdir() if one.name != CACHE]
        self._kept = {one: one.read_bytes() for one in there}
        base.server.start()

    def _place(self, name):
        ((place,),) = sql(self.base, f"SELECT pg_relation_filepath('trajet.{name}')")
        return place

    def put_back(self):
        """Make the files of a server that is down what they were."""
        next(iter(self._kept)).with_name(CACHE).unlink(missing_ok=True)
        for one, content in self._kept.items():
            if one.read_bytes() != content:
                _overwrite(one, content)

    @contextmanager
    def spoilt(self, name, spoil):
        """Change the file of a table or index while the server is down."""
        self.base.server.stop()
        self.put_back()
        content = bytearray(self._kept[self.files[name]])
        spoil(content)
        _overwrite(self.files[name], content)
        self.base.server.start()
        yield


@pytest.fixture(scope="module", params=["checksums", "no checksums"])
def pristine(request):
    """A store of some thousand events on a server of its own, which may be stopped."""
    with cluster(QUICK) as server:
        if request.param == "no checksums":
            server.stop()
            server.program("pg_checksums", "--disable", "-D", server.data)
            server.start()
        made = Base(server, server.database())
        keep(made, dossiers=220, saves_of=220)
        sql(made, "VACUUM (FREEZE, ANALYZE)")
        yield Pristine(made)


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
def test_a_spoilt_page_is_found_or_harmless(pristine, name, how):
    chance = random.Random(f"{name} {how}")  # noqa: S311

    def spoil(content):
        page = chance.randrange(len(content) // PAGE) * PAGE
        length = {"zeroes": PAGE, "noise": PAGE, "eight bytes": 8}[how]
        start = page + chance.randrange(PAGE - length + 1)
        noise = bytes(PAGE) if how == "zeroes" else chance.randbytes(length)
        content[start : start + length] = noise

    with pristine.spoilt(name, spoil):
        report = verified(pristine.base)
        if not report.findings:
            assert report == pristine.whole
            assert contents(pristine.base) == pristine.contents


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_found(pristine, name):
    def spoil(content):
        del content[len(content) // PAGE // 2 * PAGE :]

    with pristine.spoilt(name, spoil):
        assert verified(pristine.base).findings


def test_a_folder_copied_while_the_server_was_down_is_as_good_as_before(pristine):
    base, server = pristine.base, pristine.base.server
    server.stop()
    pristine.put_back()
    copy = Cluster(Path(tempfile.mkdtemp(prefix="trajet-pg-")), server.settings)
    try:
        shutil.copytree(server.data, copy.data)
        for one in (copy.folder, copy.data, *copy.data.rglob("*")):
            own(one)
        copy.start()
        assert verified(Base(copy, base.name)) == pristine.whole
    finally:
        copy.remove()
        server.start()


def test_an_index_that_hides_a_dossier_is_found(pristine):
    """The entry of one event is taken to be dead; everything else is as it was."""
    name = "stored_events_originator_id_originator_version_key"

    def spoil(content):
        dossier = content.index(b"HOL-2026-0123", PAGE)
        content[dossier : dossier + 13] = b"HOL-2026-012\x7f"

    with pristine.spoilt(name, spoil):
        found = verified(pristine.base).findings
    assert codes(found)[0] == "PAYLOAD_UNREADABLE"
