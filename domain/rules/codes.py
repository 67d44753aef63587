"""
Code lists as data: reasons, kinds, means. Open ones: a code comes on a list and leaves it by date.

A list is called ``REGION.NAME`` and stands in the file of its region, with what each code is
called in the three languages of the desk. What was recorded under a code stays readable
after the code has left its list.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple, Self

from domain.regions import REGIONS
from domain.rules.row import Name
from domain.rules.schema import table_file

OTHER = "other"
"""The code that says nothing: the act then needs words of its own."""


class ListedCode(NamedTuple):
    """One code of a list, on it between two days, both included; open where not set."""

    code: str
    name: Name
    valid_from: date | None
    valid_to: date | None

    def on(self, day: date) -> bool:
        """Tell whether the code is on its list on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class Codes(NamedTuple):
    """Codes of one list inside a sentence: people are told what the list calls them."""

    listed: str
    codes: tuple[str, ...]

    @classmethod
    def of(cls, listed: str, *codes: str | None) -> Self:
        """Take the codes that are there; of none the sentence says ``-``."""
        return cls(listed, tuple(filter(None, codes)))

    def __str__(self) -> str:
        """Write the codes themselves, as a record or a log does."""
        return ", ".join(self.codes) or "-"


class UnknownListError(KeyError):
    """There is no list of this name."""


def code_list(name: str) -> Mapping[str, ListedCode]:
    """Give a list by its name (``removal.not-executed``), in its order: code → what it is."""
    found = _read(name.partition(".")[0]).get(name)
    if found is None:
        raise UnknownListError(name)
    return found


def code_lists() -> dict[str, Mapping[str, ListedCode]]:
    """Give every list by its name."""
    return {name: codes for region in CODE_FILES for name, codes in _read(region).items()}


CODE_FILES = (
    *(region for region in REGIONS if region not in ("exception", "correction")),
    "staff",
)
"""The regions that have lists of codes, and the list of the people who work here."""


@cache
def _read(region: str) -> dict[str, dict[str, ListedCode]]:
    import csv

    lists: dict[str, dict[str, ListedCode]] = {}
    if region not in CODE_FILES:
        return lists
    rows = csv.DictReader(table_file(f"codes/{region}.csv").decode().splitlines())
    for row in rows:
        lists.setdefault(row["list"], {})[row["code"]] = ListedCode(
            row["code"],
            Name(row["en"], row["fr"], row["nl"]),
            *(date.fromisoformat(row[key]) if row[key] else None for key in ("from", "to")),
        )
    return lists
