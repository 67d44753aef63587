"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cabinet import paths_in, paths_on
from postgres import QUICK, Cluster, cluster
from story import desk, file_desk, server_desk, shelf

from cli.settings import StorePaths

__all__ = ["desk", "file_desk", "server_desk", "shelf"]


@pytest.fixture(scope="session")
def server() -> Iterator[Cluster]:
    """Start one PostgreSQL server for all tests of a run."""
    with cluster(QUICK) as one:
        yield one


@pytest.fixture(params=["sqlite", "postgresql"])
def paths(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StorePaths]:
    """Name where a store may be made, on each kind of database in turn."""
    if request.param == "sqlite":
        yield paths_in(tmp_path / "centre")
        return
    with paths_on(request.getfixturevalue("server"), tmp_path / "centre") as empty:
        yield empty
