"""The desk of these tests: a file is enough, and quick; one test asks every kind of database."""

from pathlib import Path

import pytest
from story import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an empty folder to work in."""
    return Desk(tmp_path)
