"""The list of places: closed centres and sites of family accommodation."""

from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from domain.rules.schema import table_file


class PlaceKind(StrEnum):
    """A family with a minor may stay in family units, never in a closed centre (DET-15)."""

    CLOSED = "closed"
    FAMILY_UNITS = "family units"


class Place(NamedTuple):
    """A centre or site; ``places`` counts beds in a centre and dwellings on a family site."""

    code: str
    name: str
    kind: PlaceKind
    places: int
    residents: str
    source_year: int | None


@cache
def places() -> tuple[Place, ...]:
    """Give every place on the list, in its order."""
    import csv

    text = table_file("centres.csv").decode()
    return tuple(
        Place(
            code=row["centre_code"],
            name=row["name"],
            kind=PlaceKind(row["kind"]),
            places=int(row["places"]),
            residents=row["residents"],
            source_year=int(row["source_year"]) if row["source_year"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    )


@lru_cache(maxsize=256)
def place(code_or_name: str) -> Place | None:
    """Find a place by its code or a proper name in its name; ``None`` when none or several fit."""
    wanted = _plain(code_or_name)
    for each in places():
        if wanted in (_plain(each.code), _plain(each.name)):
            return each
    named = [each for each in places() if wanted in _proper_names(each)]
    return named[0] if len(named) == 1 else None


def _proper_names(each: Place) -> set[str]:
    # Proper names are the words with a capital or a digit: "Vottem", "127bis", not "transit".
    words = each.name.replace(",", " ").split()
    return {_plain(word) for word in words if not word[0].islower()}


def _plain(text: str) -> str:
    import unicodedata

    letters = unicodedata.normalize("NFKD", text.strip())
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()
