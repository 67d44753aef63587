"""What a dossier may have several of: each goes by its number, given when it is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar


class Numbered(Protocol):
    """One of several: its number, how far it is and when its last act was done."""

    @property
    def number(self) -> int:
        """Which one it is."""

    @property
    def state(self) -> StrEnum:
        """How far it is."""

    @property
    def since(self) -> datetime:
        """When it came to be as it is."""


One = TypeVar("One", bound=Numbered)


def numbered(several: Iterable[One], number: int | None) -> One | None:
    """Find one by its number; without a number the only one there is."""
    found = [one for one in several if number in (None, one.number)]
    return found[-1] if len(found) == 1 or (found and number is not None) else None


def next_number(several: Iterable[Numbered]) -> int:
    """Give the number of one to come."""
    return max((one.number for one in several), default=0) + 1


def hours_after(moment: datetime, hours: int) -> datetime | None:
    """Count real hours, whatever the clock on the wall does; ``None`` beyond the calendar."""
    try:
        return moment + timedelta(hours=hours)
    except OverflowError:
        return None
