"""
CSV (RFC 4180): a row for each act, under the names XES gives.

A comma between, UTF-8 without a mark at its beginning. A text that a spreadsheet would take for
a formula gets an apostrophe before it.
"""

import csv
from collections.abc import Iterable, Sequence
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
    rows = csv.DictWriter(file, columns)
    rows.writeheader()
    for one in deeds:
        told: dict[str, Value] = {
            _CASE: one.dossier,
            _ACTIVITY: one.activity,
            _TIME: one.occurred,
            _ACCOUNT: one.account,
            _ROLE: one.role,
            **dict(own(one)),
            **dict(said(one)),
        }
        rows.writerow(log | {name: _cell(value) for name, value in told.items()})


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
