"""Appeals: from hand-in to outcome, and the measures of courts beside them."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import OPEN_APPEAL, AppealState
from domain.values import AppealKind


class Appeal(NamedTuple):
    """
    One remedy against the decision of a round, from hand-in to outcome.

    ``round`` is the notified round it was brought after, ``application`` the asylum application
    whose decision it is against; nought where there was none on record. ``decision`` is the
    number by which that of the round was named; ``None`` where nobody said which one it is, and
    any that stood may be meant. ``brought`` is when it was handed in or lodged, whichever came
    first. ``fixed`` is when its hearing was fixed, ``hearing_on`` for which day; ``asked`` what
    the registry asked for and when.
    """

    kind: AppealKind
    state: AppealState
    since: datetime
    round: int
    handed_in: datetime | None = None
    reference: str | None = None
    application: int = 0
    brought: datetime | None = None
    lodged: datetime | None = None
    admitted: datetime | None = None
    file_sent: datetime | None = None
    fixed: datetime | None = None
    hearing_on: str | None = None
    asked: tuple[tuple[str, datetime], ...] = ()
    decision: str | None = None

    @property
    def open(self) -> bool:
        """Not yet decided nor withdrawn."""
        return self.state in OPEN_APPEAL


class Remaining(NamedTuple):
    """A request to remain during an asylum appeal; ``ruling`` is what the judge ruled."""

    application: int
    asked: datetime
    ruling: str | None = None
    ruled: datetime | None = None

    @property
    def since(self) -> datetime:
        """When its last act was done."""
        return self.ruled or self.asked
