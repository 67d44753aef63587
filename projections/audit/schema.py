"""Whether a database still defines what an event store is made of, and nothing else."""

import re
from collections.abc import Iterable, Iterator, Mapping

from projections.audit.findings import Finding, show

SQLITES_OWN = frozenset(
    {("table", "sqlite_sequence"), ("table", "sqlite_stat1"), ("table", "sqlite_stat4")}
)
"""What SQLite makes by itself: the counter of ids, and statistics after ``ANALYZE``."""

_AUTOINDEX = re.compile(r"sqlite_autoindex_(.+)_\d+")
_READ = ("table", "view", "relation")
"""Kinds of what can be asked for rows."""

_TABLE = re.compile(r"CREATE (UNLOGGED )?TABLE\b", re.IGNORECASE)


def drift(objects: Iterable[tuple[str, str, str]], schema: Mapping[str, str]) -> Iterator[Finding]:
    """
    Compare what a database defines (kind, name, statement) with what it should define.

    Only white space and the room left in pages may differ, and SQLite's own indexes and
    tables may be there.
    """
    objects = list(objects)
    wanted = {(_kind(statement), name): _plain(statement) for name, statement in schema.items()}
    there = {(kind, name): _plain(statement) for kind, name, statement in objects}
    if not there.keys() & wanted.keys():
        yield _drift("the tables of an event store", "none of them")
        return
    for (kind, name), expected in wanted.items():
        found = [_plain(one) for what, called, one in objects if (what, called) == (kind, name)]
        if not found:
            yield _drift(f"{kind} {name}", "none")
        elif expected not in found:
            yield _drift(
                f"{kind} {name}: {_from_difference(expected, found[0])}",
                _from_difference(found[0], expected) or "nothing there",
            )
        for another in [one for one in found if one != expected][expected not in found :]:
            yield _drift(f"one {kind} {name}", another)
    for kind, name, statement in objects:
        owner = _AUTOINDEX.fullmatch(name)
        if not (
            (kind, name) in wanted
            or (kind, name) in SQLITES_OWN
            or (kind == "index" and owner and owner[1] in schema and not statement)
        ):
            yield _drift(f"no {kind} {name}", statement or "one")


def readable(objects: Iterable[tuple[str, str, str]], schema: Mapping[str, str]) -> bool:
    """
    Tell whether what bears the names of our tables are tables, and at least one is there.

    A view in a table's place may go on for ever: it is told, and not read.
    """
    tables = {name for name, statement in schema.items() if _kind(statement) == "table"}
    ours = [one for kind, name, one in objects if name in tables and kind in _READ]
    return bool(ours) and all(_TABLE.match(one) for one in ours)


def _kind(statement: str) -> str:
    return "function" if " FUNCTION " in statement.partition("(")[0] else "table"


def _drift(expected: str, found: str) -> Finding:
    return Finding("SCHEMA_DRIFT", expected=show(expected), found=show(found))


def _plain(statement: str) -> str:
    """
    Take away what makes no difference: white space, and the way it was asked for.

    The body of a function is left as it is: there a line's end may end a comment.
    """
    head, mark, body = statement.strip(" \n;").partition("$$")
    text = (
        re.sub(r"\s+", " ", head)
        .replace("CREATE TABLE IF NOT EXISTS", "CREATE TABLE")
        .replace("CREATE OR REPLACE FUNCTION", "CREATE FUNCTION")
    )
    text = re.sub(r" WITH \(fillfactor = \d+\)$", "", text)
    return re.sub(r" ?([(),]) ?", r"\1", text) + mark + body


def _from_difference(this: str, other: str) -> str:
    """Cut a definition to the column in which it begins to differ."""
    pairs = zip(this, other, strict=False)
    same = next((at for at, (ours, theirs) in enumerate(pairs) if ours != theirs), len(this))
    return this[max(this.rfind(mark, 0, same) + 1 for mark in "(,\n") :]
