"""How what a dossier may have several of is kept: one by one, under its number."""

from __future__ import annotations

from typing import Any, TypeVar

from domain.trajectory.changes import changed

One = TypeVar("One", bound=tuple[Any, ...])


def put(several: tuple[One, ...], fresh: One, changes: dict[str, Any]) -> tuple[One, ...]:
    """
    Change the one that has the number of ``fresh``, or add ``fresh`` so changed.

    The number is the first thing such a tuple says. Acts come in any order: what is
    told of one that is not on record yet is kept until the rest of it is told.
    """
    for place, one in enumerate(several):
        if one[0] == fresh[0]:
            return (*several[:place], changed(one, changes), *several[place + 1 :])
    return (*several, changed(fresh, changes))
