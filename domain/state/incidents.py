"""Serious incidents."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import IncidentState
from domain.state.decision import Hand

HUNGER_STRIKE = "hunger-strike"
"""The kind of incident that lasts: it has a beginning and an end."""

MORE_ASKED = "more-asked"
"""The answer of the hierarchy, on the list ``incidents.follow-up``, that asks for more."""


class Incident(NamedTuple):
    """
    One incident from report to closing.

    ``at`` is when it happened or began; ``ended`` when a hunger strike was over;
    ``since`` is when the last step of its follow-up was taken; ``follow_up`` what the
    hierarchy last answered.
    """

    number: int
    kind: str
    state: IncidentState
    at: datetime
    since: datetime
    ended: datetime | None = None
    feedback: Hand | None = None
    follow_up: str | None = None

    @property
    def more_asked(self) -> bool:
        """The hierarchy answered that it wants to know more, and was not told yet."""
        return self.state is IncidentState.ANSWERED and self.follow_up == MORE_ASKED

    @property
    def lasts(self) -> bool:
        """It is a hunger strike that has not ended."""
        return self.kind == HUNGER_STRIKE and self.ended is None


class Incidents(NamedTuple):
    """All incidents of a dossier."""

    every: tuple[Incident, ...] = ()

    @property
    def open(self) -> tuple[Incident, ...]:
        """Those whose follow-up is not closed."""
        return tuple(one for one in self.every if one.state is not IncidentState.CLOSED)
