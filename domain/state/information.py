"""Hearings, counselling, legal aid and signs of vulnerability."""

from datetime import date, datetime
from typing import NamedTuple


class Hearing(NamedTuple):
    """
    How the resident was heard, or why not; ``about`` is empty for whatever is decided.

    ``received_on`` is the day the letter of a written hearing was received, with ``days`` as its
    term where that is not the ordinary one; ``waived`` is the reason why there was no hearing.
    """

    at: datetime
    about: tuple[str, ...] = ()
    waived: str | None = None
    received_on: date | None = None
    days: int | None = None
    written: bool = False

    def covers(self, kind: str | None) -> bool:
        """Tell whether it was about a kind of decision."""
        return not self.about or kind in self.about


class LegalAid(NamedTuple):
    """Since when a lawyer was asked for, and which one stands by the resident."""

    asked: datetime | None = None
    assigned: datetime | None = None
    reference: str | None = None
