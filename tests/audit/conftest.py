"""A store as the journal leaves it, small or with inner nodes, freely spoilt by each test."""

import shutil

import pytest
from audit.example_store import TOOLS, Base, copy_of, keep, sql

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(params=ENGINES)
def engine(request):
    """Each kind of database in turn."""
    return request.param


@pytest.fixture(scope="session")
def originals(request, tmp_path_factory):
    """Write the example stores when first asked for, the large one with two blocks of leaves."""
    written = {}

    def original(engine, size):
        if (engine, size) not in written:
            if engine == "sqlite":
                place = tmp_path_factory.mktemp(size) / "store.db"
            else:
                server = request.getfixturevalue("server")
                place = Base(server, server.database())
            more = {"dossiers": 56, "saves_of": 56} if size == "large" else {}
            written[engine, size] = (place, keep(place, **more))
            if engine == "postgresql":
                sql(place, *TOOLS)
        return written[engine, size]

    return original


@pytest.fixture
def copied(originals, tmp_path):
    """What copies an original for one test."""
    made = []

    def copy(engine, size):
        original, _ = originals(engine, size)
        if engine == "sqlite":
            return shutil.copy(original, tmp_path / "store.db")
        made.append(copy_of(original))
        return made[-1]

    yield copy
    for base in made:
        base.server.drop(base.name)


@pytest.fixture
def store(copied, engine):
    """A store of 40 events."""
    return copied(engine, "small")


@pytest.fixture
def large_store(copied, engine):
    """A store of 676 events, with two kept inner nodes."""
    return copied(engine, "large")


@pytest.fixture
def recorded(originals, engine):
    """The lines of the small store, with their receipts."""
    return originals(engine, "small")[1]


@pytest.fixture
def empty(engine, request, tmp_path):
    """A place where a store may be made."""
    if engine == "sqlite":
        yield tmp_path / "store.db"
        return
    server = request.getfixturevalue("server")
    base = Base(server, server.database())
    yield base
    server.drop(base.name)
