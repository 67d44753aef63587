"""An office with its staff, copied for each test from one that is made once."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cabinet import office_in, paths_in
from registers import NewOffice

from cli.wiring import Office


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Found an office once, and close it."""
    folder = tmp_path_factory.mktemp("founded") / "centre"
    office_in(folder).close()
    return folder


@pytest.fixture
def office(founded: Path, tmp_path: Path) -> Iterator[Office]:
    """Open a store with the staff of Holsbeek."""
    shutil.copytree(founded, tmp_path / "centre")
    made = Office(paths_in(tmp_path / "centre"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def new_office(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> NewOffice:
    """Return what opens one more store, for tests that need several."""

    @contextmanager
    def one_more() -> Iterator[Office]:
        folder = tmp_path_factory.mktemp("another")
        shutil.copytree(founded, folder / "centre")
        made = Office(paths_in(folder / "centre"))
        try:
            yield made
        finally:
            made.close()
            shutil.rmtree(folder)

    return one_more
