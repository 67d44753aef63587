"""
The serious measures of a dossier, of which the motives are controlled one by one.

Isolation, by whatever name and in a crisis too, other measures in the centre, restrictions of
liberty, detention titles and their prolongations, and each use of coercion. What was only
proposed is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from domain.lifecycle.measures import keeps_apart
from domain.state.decision import Hand
from domain.state.measures import ISOLATION

if TYPE_CHECKING:
    from domain.state.custody import Title
    from domain.state.measures import Measure
    from domain.state.quality import Examined
    from domain.state.trajectory import Trajectory

CRISIS, RESTRICTION, TITLE, COERCION = "crisis", "restriction", "title", "coercion"
KINDS = (ISOLATION, CRISIS, RESTRICTION, TITLE, COERCION)
"""The kinds of serious measures, in the order of the job description."""

WORDED = {"motives", "report", "narrative"}
"""The fields in which an act says why; those of other names say what is done."""


class Serious(NamedTuple):
    """
    One act against which a resident is protected by its motives.

    ``version`` is that of the line by which it was decided, or in which coercion was used;
    ``sources`` are the lines in which its motives may stand, the newest last. ``number`` is
    that of the measure, title, restriction or use; ``step`` counts its decisions from 1.
    """

    kind: str
    number: int
    step: int
    hand: Hand
    sources: tuple[int, ...]

    @property
    def version(self) -> int:
        """The line that is examined."""
        return self.hand.version


def serious(state: Trajectory) -> Iterator[Serious]:
    """Go through the serious measures of a dossier as it stands, kind by kind."""
    for measure in state.measures.every:
        yield from _measure(measure)
    for crisis in state.affairs.crises:
        if crisis.told is not None and crisis.apart_until is not None:
            sources = _lines(crisis.told, crisis.reported)
            yield Serious(CRISIS, crisis.number, 1, crisis.told, sources)
    for restriction in state.custody.restrictions:
        if restriction.decided is not None:
            sources = _lines(*restriction.prepared, restriction.decided)
            yield Serious(RESTRICTION, restriction.number, 1, restriction.decided, sources)
    for title in state.custody.titles:
        yield from _title(title)
    for use in state.coercion:
        if use.told is not None:
            yield Serious(COERCION, use.number, 1, use.told, _lines(use.told, use.author))


def examined(state: Trajectory, act: Serious) -> Examined | None:
    """
    Return how the motives of an act were found; ``None`` where that is to be done, or done anew.

    A use of coercion is examined again once its report is there, which says why.
    """
    for one in state.quality.examined:
        reported_since = act.kind == COERCION and act.sources[-1] > one.by.version
        if one.act == act.version and not one.outdated and not reported_since:
            return one
    return None


def _measure(measure: Measure) -> Iterator[Serious]:
    """Give each decision of a measure; the first one rests on the proposal, in its words too."""
    kind = ISOLATION if keeps_apart(measure.kind) else RESTRICTION
    for step, hand in enumerate(measure.decided, start=1):
        proposed = measure.proposed if step == 1 else None
        yield Serious(kind, measure.number, step, hand, _lines(proposed, hand))


def _title(title: Title) -> Iterator[Serious]:
    """Give a title and each of its prolongations: the motives stand in what was proposed."""
    if title.issued is not None:
        yield Serious(TITLE, title.number, 1, title.issued, _lines(*title.prepared, title.issued))
    for step, each in enumerate(title.prolonged, start=2):
        if each.decided is not None:
            sources = _lines(*each.prepared, each.decided)
            yield Serious(TITLE, title.number, step, each.decided, sources)


def _lines(*hands: Hand | None) -> tuple[int, ...]:
    return tuple(hand.version for hand in hands if hand is not None)
