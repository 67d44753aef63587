"""An empty journal, and an office with its staff, each in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cabinet import office_in

from cli.wiring import Office
from workflows.journal import Journal


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Name the database file the journal fixture keeps."""
    return tmp_path / "journal.db"


@pytest.fixture
def journal(store: Path) -> Iterator[Journal]:
    """Open an empty journal."""
    made = Journal(str(store), create=True)
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Open a store with the staff of Holsbeek."""
    made = office_in(tmp_path / "centre")
    yield made
    made.close()
