"""Measures taken against the resident, and coercion used."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import CoercionState, MeasureState
from domain.lifecycle.measures import keeps_apart
from domain.state.decision import Hand
from domain.state.numbered import hours_after

ISOLATION = "isolation"
"""The kind of measure that says by its name what it is; others keep apart as well."""

HOUSE_RULE = "house-rule-restriction"
"""The kind of measure that a change of the house rules for a family is."""


class Measure(NamedTuple):
    """
    One measure from proposal to end.

    ``began`` is the placement, from which ``hours`` count: those decided last, in all.
    ``until`` is where a change of the house rules ends by itself. ``checked`` is the
    last medical check of an isolation. ``since`` is when the last step was taken.
    """

    number: int
    kind: str
    state: MeasureState
    since: datetime
    proposed: Hand | None = None
    decided: tuple[Hand, ...] = ()
    began: datetime | None = None
    hours: int | None = None
    until: datetime | None = None
    checked: datetime | None = None
    ended: datetime | None = None

    @property
    def ends(self) -> datetime | None:
        """Until when it was decided: real hours from the placement."""
        if self.began is None or self.hours is None:
            return self.until
        return hours_after(self.began, self.hours)

    @property
    def isolates(self) -> bool:
        """It keeps the resident apart and was decided, whether or not it has ended."""
        return keeps_apart(self.kind) and self.began is not None

    def isolates_at(self, moment: datetime) -> bool:
        """Tell whether it kept the resident apart at a moment: until it ended, in title or not."""
        if not self.isolates or self.began is None:
            return False
        return self.began <= moment and (self.ended is None or moment < self.ended)


class Measures(NamedTuple):
    """All measures of a dossier, in the order in which they were first recorded to begin."""

    every: tuple[Measure, ...] = ()

    @property
    def running(self) -> tuple[Measure, ...]:
        """Those decided and not ended."""
        return tuple(one for one in self.every if one.state is MeasureState.RUNNING)

    @property
    def isolated(self) -> bool:
        """The resident is kept apart, also when its hours ran out and nobody ended it."""
        return any(one.isolates for one in self.running)

    def isolated_at(self, moment: datetime) -> bool:
        """Tell whether a measure kept the resident apart at a moment."""
        return any(one.isolates_at(moment) for one in self.every)


class Coercion(NamedTuple):
    """
    One use of coercion, or of force in a medical examination.

    ``agents`` are the persons who used it, ``author`` the one who wrote the report; in an
    ``examination`` it is the law itself that asks for one. ``told``
    is who recorded the use.
    """

    number: int
    state: CoercionState
    at: datetime
    since: datetime
    agents: tuple[str, ...] = ()
    author: Hand | None = None
    told: Hand | None = None
    examination: bool = False
