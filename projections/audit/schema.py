"""Whether a database still defines what an event store is made of, and nothing else."""

import re
from collections.abc import Iterable, Iterator, Mapping

from projections.audit.findings import Finding, show

SQLITES_OWN = frozenset(
    {("table", "sqlite_sequence"), ("table", "sqlite_stat1"), ("table", "sqlite_stat4")}
)
"""What SQLite makes by itself: the counter of ids, and statistics after ``ANALYZE``."""

_AUTOINDEX = re.compile(r"sqlite_autoindex_(.+)_\d+")


def drift(objects: Iterable[tuple[str, str, str]], schema: Mapping[str, str]) -> Iterator[Finding]:
    """
    Compare what a database defines (kind, name, statement) with what it should define.

    Only white space may differ, and SQLite's own indexes and tables may be there.
    """
    objects = list(objects)
    there = {name: _plain(statement) for kind, name, statement in objects if kind == "table"}
    if not there.keys() & schema.keys():
        yield _drift("the tables of an event store", "none of them")
        return
    for name, statement in schema.items():
        expected, found = _plain(statement), there.get(name)
        if found is None:
            yield _drift(f"table {name}", "none")
        elif found != expected:
            yield _drift(
                f"table {name}: {_from_difference(expected, found)}",
                _from_difference(found, expected) or "nothing there",
            )
    for kind, name, statement in objects:
        owner = _AUTOINDEX.fullmatch(name)
        if not (
            (kind == "table" and name in schema)
            or (kind, name) in SQLITES_OWN
            or (kind == "index" and owner and owner[1] in schema and not statement)
        ):
            yield _drift(f"no {kind} {name}", statement or "one")


def _drift(expected: str, found: str) -> Finding:
    return Finding("SCHEMA_DRIFT", expected=show(expected), found=show(found))


def _plain(statement: str) -> str:
    """Take away what makes no difference: white space, and the way it was asked for."""
    text = (
        re.sub(r"\s+", " ", statement)
        .strip(" ;")
        .replace("CREATE TABLE IF NOT EXISTS", "CREATE TABLE")
    )
    return re.sub(r" ?([(),]) ?", r"\1", text)


def _from_difference(this: str, other: str) -> str:
    """Cut a definition to the column in which it begins to differ."""
    pairs = zip(this, other, strict=False)
    same = next((at for at, (ours, theirs) in enumerate(pairs) if ours != theirs), len(this))
    return this[max(this.rfind(mark, 0, same) + 1 for mark in "(,") :]
