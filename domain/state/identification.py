"""Who the resident is known to be, and the documents at hand."""

from datetime import date, datetime
from typing import NamedTuple

from domain.lifecycle.identification import IdentificationState


class TravelDocument(NamedTuple):
    """
    A document to travel with: its kind, its last day where it is known, and since when.

    ``gone`` is when it was found to serve no longer, or to be lost.
    """

    kind: str
    valid_until: date | None
    at: datetime
    gone: datetime | None = None

    def valid_on(self, day: date) -> bool:
        """Tell whether it is at hand and not known to have run out; its last day included."""
        return self.gone is None and self.valid_until is not None and day <= self.valid_until


class Identification(NamedTuple):
    """
    How far identification is; ``country`` is the one whose embassy was asked last.

    ``since`` is when the last step was taken.
    """

    state: IdentificationState
    since: datetime
    country: str | None = None
    documents: tuple[TravelDocument, ...] = ()

    @property
    def at_hand(self) -> tuple[TravelDocument, ...]:
        """The documents neither lost nor found to serve no longer."""
        return tuple(each for each in self.documents if each.gone is None)
