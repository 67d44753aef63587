"""The library's own demands on a recorder, put to ours on real files."""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from cabinet import log_is_sound, sql
from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteDatastore

from workflows.store_sqlite import LogDatastore, LogRecorder

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


class _OnFile:
    """Gives each case a recorder on a file of its own, and looks at the log afterwards."""

    id_type: IdType = "uuid"
    recorder_class: type[LogRecorder] = LogRecorder

    def setUp(self) -> None:
        self.threads = set(threading.enumerate())
        self.folder = TemporaryDirectory()
        self.file = Path(self.folder.name) / "events.db"
        self.datastore = LogDatastore(
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


class _DossierNumbers:
    """Names streams as we do."""

    id_type: IdType = "text"
    numbers = count(1)

    def new_originator_id(self) -> str:
        return f"HOL-2026-{next(self.numbers):06}"


class _WithoutPositions(LogRecorder):
    """Ours as the library's cases for aggregates see a recorder: it returns no positions."""

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        super().insert_events(stored_events, **kwargs)
        return None


class TestTheCasesForApplications(_OnFile, cases.ApplicationRecorderTestCase[LogRecorder]):
    """Streams named by UUID."""


class TestTheCasesForApplicationsWithDossierNumbers(_DossierNumbers, TestTheCasesForApplications):
    """Streams named by text."""


class TestTheCasesForAggregates(_OnFile, cases.AggregateRecorderTestCase):
    """Streams named by UUID."""

    recorder_class = _WithoutPositions


class TestTheCasesForAggregatesWithDossierNumbers(_DossierNumbers, TestTheCasesForAggregates):
    """Streams named by text."""


@contextmanager
def _recorder(folder: Path) -> Iterator[LogRecorder]:
    datastore = LogDatastore(str(folder / "events.db"), originator_id_type="text")
    recorder = LogRecorder(datastore)
    recorder.create_table()
    yield recorder
    datastore.close()


def test_ours_is_one_of_the_librarys_datastores(tmp_path: Path) -> None:
    with _recorder(tmp_path) as recorder:
        assert isinstance(recorder.datastore, SQLiteDatastore)


def test_tables_may_be_made_again_over_a_store_in_use(tmp_path: Path) -> None:
    with _recorder(tmp_path) as recorder:
        recorder.insert_events([StoredEvent("HOL-2026-0042", 1, "topic", b"state")])
        recorder.create_table()
        assert recorder.max_notification_id() == 1
    assert log_is_sound(tmp_path / "events.db") == 1


def test_a_stored_uuid_is_found_under_its_text(tmp_path: Path) -> None:
    stream = UUID(int=42)
    with _recorder(tmp_path) as recorder:
        recorder.insert_events([StoredEvent(stream, 1, "topic", b"state")])
        assert [event.state for event in recorder.select_events(stream.hex)] == [b"state"]
