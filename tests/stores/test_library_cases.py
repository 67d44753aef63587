"""The library's own demands on a recorder, put to ours on real files and a real server."""

import sys
import threading
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

import pytest
from cabinet import log_is_sound, sql
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresDatastore
from eventsourcing.sqlite import SQLiteDatastore
from postgres import Cluster

from workflows import store_postgres, store_sqlite

if TYPE_CHECKING:
    from eventsourcing.tests import persistence as cases
else:
    # Beside the recorders, the library's module tests a cipher that wants another package.
    sys.modules["eventsourcing.cipher"] = ModuleType("eventsourcing.cipher")
    sys.modules["eventsourcing.cipher"].AESCipher = None
    try:
        cases = import_module("eventsourcing.tests.persistence")
    finally:
        del sys.modules["eventsourcing.cipher"]

IdType = Literal["uuid", "text"]
Recorder = store_sqlite.LogRecorder | store_postgres.LogRecorder


class _DossierNumbers:
    """Names streams as we do."""

    id_type: IdType = "text"
    numbers = count(1)

    def new_originator_id(self) -> str:
        return f"HOL-2026-{next(self.numbers):06}"


# --- on a file -----------------------------------------------------------------------------


class _OnFile:
    """Gives each case a recorder on a file of its own, and looks at the log afterwards."""

    id_type: IdType = "uuid"
    recorder_class: type[store_sqlite.LogRecorder] = store_sqlite.LogRecorder

    def setUp(self) -> None:
        self.threads = set(threading.enumerate())
        self.folder = TemporaryDirectory()
        self.file = Path(self.folder.name) / "events.db"
        self.datastore = store_sqlite.LogDatastore(
            str(self.file), lock_timeout=30, originator_id_type=self.id_type
        )

    def tearDown(self) -> None:
        # The cases leave readers behind; a store closed under a reader ends the interpreter.
        for thread in set(threading.enumerate()) - self.threads:
            thread.join()
        self.datastore.close()
        recorded = sql(self.file, "SELECT count(*) FROM stored_events")
        assert [(log_is_sound(self.file),)] == recorded
        self.folder.cleanup()

    def create_recorder(self) -> Any:
        recorder = self.recorder_class(self.datastore)
        recorder.create_table()
        return recorder


class _FileWithoutPositions(store_sqlite.LogRecorder):
    """Ours as the library's cases for aggregates see a recorder: it returns no positions."""

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        super().insert_events(stored_events, **kwargs)
        return None


class TestTheCasesForApplicationsOnAFile(
    _OnFile, cases.ApplicationRecorderTestCase[store_sqlite.LogRecorder]
):
    """Streams named by UUID."""


class TestTheCasesForApplicationsWithDossierNumbersOnAFile(
    _DossierNumbers, TestTheCasesForApplicationsOnAFile
):
    """Streams named by text."""


class TestTheCasesForAggregatesOnAFile(_OnFile, cases.AggregateRecorderTestCase):
    """Streams named by UUID."""

    recorder_class = _FileWithoutPositions


class TestTheCasesForAggregatesWithDossierNumbersOnAFile(
    _DossierNumbers, TestTheCasesForAggregatesOnAFile
):
    """Streams named by text."""


# --- on a server ---------------------------------------------------------------------------


class _UuidsGivenBack(store_postgres.LogRecorder):
    """Ours, which knows streams by their text, for cases that named them by UUID."""

    def select_events(self, originator_id: Any, **asked: Any) -> Sequence[StoredEvent]:
        return [
            StoredEvent(UUID(str(one.originator_id)), *_rest(one))
            for one in super().select_events(originator_id, **asked)
        ]

    def select_notifications(self, *asked: Any, **named: Any) -> Any:
        found = super().select_notifications(*asked, **named)
        return [type(one)(UUID(str(one.originator_id)), *_rest(one), id=one.id) for one in found]


def _rest(one: StoredEvent) -> tuple[int, str, bytes]:
    return one.originator_version, one.topic, one.state


class _ServerWithoutPositions(store_postgres.LogRecorder):
    """Ours as the library's cases for aggregates see a recorder: it returns no positions."""

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        super().insert_events(stored_events, **kwargs)
        return None


class _UuidsWithoutPositions(_UuidsGivenBack, _ServerWithoutPositions):
    """Both."""


class _OnServer:
    """Gives each case a recorder on a database of its own, and looks at the log afterwards."""

    server: Cluster
    recorder_class: type[store_postgres.LogRecorder] = _UuidsGivenBack

    @pytest.fixture(autouse=True)
    def _running(self, server: Cluster) -> Iterator[None]:
        self.name = server.database()
        self.url = server.url(self.name)
        threads = set(threading.enumerate())
        self.datastore = store_postgres.LogDatastore(self.url)
        yield
        for thread in set(threading.enumerate()) - threads:
            thread.join()
        self.datastore.close()
        recorded = sql(self.url, "SELECT count(*) FROM stored_events")
        assert [(log_is_sound(self.url),)] == recorded
        server.drop(self.name)

    def create_recorder(self) -> Any:
        recorder = self.recorder_class(self.datastore)
        recorder.create_table()
        return recorder


class TestTheCasesForApplicationsOnAServer(
    _OnServer, cases.ApplicationRecorderTestCase[store_postgres.LogRecorder]
):
    """Streams named by UUID."""

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestTheCasesForApplicationsWithDossierNumbersOnAServer(
    _DossierNumbers, TestTheCasesForApplicationsOnAServer
):
    """Streams named by text."""

    recorder_class = store_postgres.LogRecorder


class TestTheCasesForAggregatesOnAServer(_OnServer, cases.AggregateRecorderTestCase):
    """Streams named by UUID."""

    recorder_class: type[store_postgres.LogRecorder] = _UuidsWithoutPositions


class TestTheCasesForAggregatesWithDossierNumbersOnAServer(
    _DossierNumbers, TestTheCasesForAggregatesOnAServer
):
    """Streams named by text."""

    recorder_class = _ServerWithoutPositions


# --- ours ----------------------------------------------------------------------------------


@pytest.fixture
def recorder(store: Path | str) -> Iterator[Recorder]:
    """Open a recorder on its own, without a journal around it."""
    datastore: Any
    made: Recorder
    if isinstance(store, Path):
        datastore = store_sqlite.LogDatastore(str(store), originator_id_type="text")
        made = store_sqlite.LogRecorder(datastore)
    else:
        datastore = store_postgres.LogDatastore(store)
        made = store_postgres.LogRecorder(datastore)
    made.create_table()
    yield made
    datastore.close()


def test_ours_is_one_of_the_librarys_datastores(recorder: Recorder) -> None:
    assert isinstance(recorder.datastore, SQLiteDatastore | PostgresDatastore)


def test_tables_may_be_made_again_over_a_store_in_use(
    recorder: Recorder, store: Path | str
) -> None:
    recorder.insert_events([StoredEvent("HOL-2026-0042", 1, "topic", b"state")])
    recorder.create_table()
    assert recorder.max_notification_id() == 1
    assert log_is_sound(store) == 1


def test_a_stored_uuid_is_found_under_its_text(recorder: Recorder) -> None:
    stream = UUID(int=42)
    recorder.insert_events([StoredEvent(stream, 1, "topic", b"state")])
    assert [event.state for event in recorder.select_events(stream.hex)] == [b"state"]


def test_nothing_inserted_is_nothing_recorded(recorder: Recorder, store: Path | str) -> None:
    assert not recorder.insert_events([])
    assert recorder.max_notification_id() is None
    assert log_is_sound(store) == 0
