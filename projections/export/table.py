"""
CSV (RFC 4180): a row for each act, under the names XES gives.

A comma between, UTF-8 without a mark at its beginning. A text that a spreadsheet would take for
a formula gets an apostrophe before it.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TextIO

from projections.export.deeds import OWN, About, Deed, Value, own, said, utc

_CASE, _ACTIVITY, _TIME, _ACCOUNT, _ROLE = (
    "case:concept:name",
    "concept:name",
    "time:timestamp",
    "org:resource",
    "org:role",
)
_FORMULA = ("=", "+", "-", "@")


def write(file: TextIO, about: About, deeds: Iterable[Deed], fields: Sequence[str]) -> None:
    """Write acts in the order they come, with a column for each field that any of them may say."""
    log = {f"log_{name}": _cell(value) for name, value in about._asdict().items()}
    columns = (_CASE, _ACTIVITY, _TIME, _ACCOUNT, _ROLE, *OWN, *log, *fields)
    place = {name: at for at, name in enumerate(columns)}
    blank = [log.get(name, "") for name in columns]
    rows = csv.writer(file)
    rows.writerow(columns)
    for one in deeds:
        row = blank.copy()
        for name, value in _values(one):
            row[place[name]] = _cell(value)
        rows.writerow(row)


def _values(one: Deed) -> Iterator[tuple[str, Value]]:
    yield _CASE, one.dossier
    yield _ACTIVITY, one.activity
    yield _TIME, one.occurred
    yield _ACCOUNT, one.account
    yield _ROLE, one.role
    yield from own(one)
    yield from said(one)


def _cell(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case datetime():
            return utc(value)
        case int():
            return str(value)
        case _:
            return f"'{value}" if value.lstrip().startswith(_FORMULA) else value
