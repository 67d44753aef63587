"""A store as the journal leaves it, small or with inner nodes, freely spoilt by each test."""

import shutil

import pytest
from audit.example_store import keep


@pytest.fixture(scope="session")
def originals(tmp_path_factory):
    """Write the example stores once: two, one of them with more than two blocks of leaves."""
    small = tmp_path_factory.mktemp("small")
    large = tmp_path_factory.mktemp("large")
    return {"small": keep(small), "large": keep(large, dossiers=56, saves_of=56)}


def _copy(original, tmp_path):
    file, recorded = original
    copied = tmp_path / "store.db"
    shutil.copy(file, copied)
    return copied, recorded


@pytest.fixture
def store(originals, tmp_path):
    """A store of 40 events."""
    return _copy(originals["small"], tmp_path)[0]


@pytest.fixture
def large_store(originals, tmp_path):
    """A store of 676 events, with two kept inner nodes."""
    return _copy(originals["large"], tmp_path)[0]


@pytest.fixture
def recorded(originals):
    """The lines of the small store, with their receipts."""
    return originals["small"][1]
