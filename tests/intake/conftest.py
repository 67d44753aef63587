"""
An office with its staff, on each kind of database in turn.

It is founded once and given out as new to every test: in files by copying them, on a
server by taking away what was added.
"""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from cabinet import office_at, office_in, paths_in, paths_on, sql
from postgres import Cluster
from registers import NewOffice

from cli.settings import StorePaths
from cli.wiring import Office


class Founded(Protocol):
    """An office that was founded once."""

    def again(self, folder: Path) -> AbstractContextManager[StorePaths]:
        """Give it out as it was when it was founded, with its key in this folder."""


class InFiles:
    """An office in files."""

    def __init__(self, folder: Path) -> None:
        office_in(folder).close()
        self.folder = folder

    @contextmanager
    def again(self, folder: Path) -> Iterator[StorePaths]:
        """Copy the files."""
        shutil.copytree(self.folder, folder)
        yield paths_in(folder)


class OnServer:
    """An office on a server."""

    def __init__(self, paths: StorePaths) -> None:
        made = office_at(paths)
        self.paths = paths
        self.size = made.journal.newest()
        self.frontier = made.journal.head().pack()
        made.close()

    @contextmanager
    def again(self, folder: Path) -> Iterator[StorePaths]:
        """Copy the key, and afterwards forget what was added."""
        folder.mkdir()
        yield self.paths._replace(key=Path(shutil.copy(self.paths.key, folder)))
        assert isinstance(self.paths.store, str)
        sql(
            self.paths.store,
            f"DELETE FROM stored_events WHERE notification_id > {self.size};"
            f"DELETE FROM tlog_leaf WHERE idx >= {self.size};"
            f"DELETE FROM recorded_command WHERE notification_id > {self.size};"
            "DELETE FROM tlog_node; DELETE FROM vault_key;"
            f"UPDATE tlog_head SET size = {self.size}, newest = {self.size}, "
            f"frontier = '\\x{self.frontier.hex()}'",
        )


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def founded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Founded]:
    """Found an office once, and close it."""
    folder = tmp_path_factory.mktemp("founded") / "centre"
    if request.param == "sqlite":
        yield InFiles(folder)
        return
    server: Cluster = request.getfixturevalue("server")
    with paths_on(server, folder) as paths:
        yield OnServer(paths)


@pytest.fixture
def paths(founded: Founded, tmp_path: Path) -> Iterator[StorePaths]:
    """Name where an office with the staff of Holsbeek is."""
    with founded.again(tmp_path / "centre") as found:
        yield found


@pytest.fixture
def office(paths: StorePaths) -> Iterator[Office]:
    """Open a store with the staff of Holsbeek."""
    made = Office(paths)
    yield made
    made.close()


@pytest.fixture(scope="session")
def new_office(founded: Founded, tmp_path_factory: pytest.TempPathFactory) -> NewOffice:
    """Return what opens one more store, for tests that need several, one after another."""

    @contextmanager
    def one_more() -> Iterator[Office]:
        folder = tmp_path_factory.mktemp("another")
        with founded.again(folder / "centre") as paths:
            made = Office(paths)
            try:
                yield made
            finally:
                made.close()
                shutil.rmtree(folder)

    return one_more
