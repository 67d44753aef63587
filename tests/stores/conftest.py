"""
An empty journal, and an office with its staff, on each kind of database in turn.

What is about files has ``file_`` before its name, what is about a server ``server_``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cabinet import office_at, paths_in, paths_on
from postgres import Cluster, cluster

from cli.settings import StorePaths
from cli.wiring import Office
from workflows.journal import Journal


@pytest.fixture
def file_paths(tmp_path: Path) -> StorePaths:
    """Name where a store may be made in files."""
    return paths_in(tmp_path / "centre")


@pytest.fixture
def server_paths(server: Cluster, tmp_path: Path) -> Iterator[StorePaths]:
    """Name where a store may be made on a server."""
    with paths_on(server, tmp_path / "centre") as empty:
        yield empty


def place_of(paths: StorePaths) -> Path | str:
    """Return where the events are to be, in a folder that is there."""
    paths.key.parent.mkdir(exist_ok=True)
    return paths.store


@pytest.fixture
def store(paths: StorePaths) -> Path | str:
    """Name the file or database the journal fixture keeps."""
    return place_of(paths)


@pytest.fixture
def file_store(file_paths: StorePaths) -> Path:
    """Name the file the file_journal fixture keeps."""
    return Path(place_of(file_paths))


@pytest.fixture
def server_store(server_paths: StorePaths) -> str:
    """Name the database the server_journal fixture keeps."""
    return str(place_of(server_paths))


@pytest.fixture
def journal(store: Path | str) -> Iterator[Journal]:
    """Open an empty journal."""
    made = Journal(str(store), create=True)
    yield made
    made.close()


@pytest.fixture
def file_journal(file_store: Path) -> Iterator[Journal]:
    """Open an empty journal in a file."""
    made = Journal(str(file_store), create=True)
    yield made
    made.close()


@pytest.fixture
def server_journal(server_store: str) -> Iterator[Journal]:
    """Open an empty journal on a server."""
    made = Journal(server_store, create=True)
    yield made
    made.close()


@pytest.fixture
def office(paths: StorePaths) -> Iterator[Office]:
    """Open a store with the staff of Holsbeek."""
    made = office_at(paths)
    yield made
    made.close()


@pytest.fixture
def file_office(file_paths: StorePaths) -> Iterator[Office]:
    """Open a store in files with the staff of Holsbeek."""
    made = office_at(file_paths)
    yield made
    made.close()


@pytest.fixture
def server_office(server_paths: StorePaths) -> Iterator[Office]:
    """Open a store on a server with the staff of Holsbeek."""
    made = office_at(server_paths)
    yield made
    made.close()


@pytest.fixture(scope="session")
def rough() -> Iterator[Cluster]:
    """Start a server that keeps what it acknowledged, to be stopped and killed in tests."""
    with cluster({"max_connections": "20"}) as one:
        yield one


@pytest.fixture
def rough_paths(rough: Cluster, tmp_path: Path) -> Iterator[StorePaths]:
    """Name where a store may be made on the server that is stopped and killed."""
    with paths_on(rough, tmp_path / "centre") as empty:
        yield empty
