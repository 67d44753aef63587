"""Which decision round an act belongs to, as the control of separation counts the rounds."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from domain.lifecycle import ROUND
from domain.record import Recorded
from projections.separation import as_they_went, rows_of

# To correct a draft is to have a hand in it.
_EVENTS = frozenset((*(course.event for course in ROUND), "RecordCorrected"))


def is_of_a_round(line: Recorded) -> bool:
    """Tell a line that may belong to a round."""
    return type(line.event).__name__ in _EVENTS


class Rounds:
    """The rounds of some dossiers."""

    def __init__(self, connection: Connection, dossiers: Collection[str]) -> None:
        self._versions: dict[tuple[str, int], int] = {}
        self._annulments: dict[tuple[str, datetime], int] = {}
        for row in as_they_went(rows_of(connection, dossiers)):
            hands = (*row.drafted, *row.edited, row.taken, row.notified)
            for hand in filter(None, hands):
                self._versions[row.dossier, hand.version] = row.number
            if row.annulled_at:
                self._annulments[row.dossier, row.annulled_at] = row.number

    def of(self, line: Recorded) -> int | None:
        """Return the number of the round a line belongs to; ``None`` if it is of none."""
        if type(line.event).__name__ == "DecisionAnnulled":
            return self._annulments.get((line.stream, line.occurred_at))
        return self._versions.get((line.stream, line.version))
