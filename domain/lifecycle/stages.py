"""What the tables are made of: stages, steps from one to another, courses beside them."""

from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """Where a trajectory stands."""

    ARRIVAL = "arrival"
    INFORMATION = "information"
    DECISION_NOTIFIED = "decision-notified"
    IOM_FILED = "iom-filed"
    REMOVAL_PREPARED = "removal-prepared"
    DEPARTURE_PLANNED = "departure-planned"
    DEPARTED = "departed"
    NOT_RETURNED = "not-returned"
    CLOSED = "closed"


ENDED = (Stage.DEPARTED, Stage.NOT_RETURNED, Stage.CLOSED)
RUNNING = tuple(stage for stage in Stage if stage not in ENDED)
NOTIFIED = (
    Stage.DECISION_NOTIFIED,
    Stage.IOM_FILED,
    Stage.REMOVAL_PREPARED,
    Stage.DEPARTURE_PLANNED,
)

FIRST, SECOND = 1, 2
"""The versions of the procedure: see :mod:`domain.lifecycle.versions`."""

_CAME_WITH = {Stage.DEPARTURE_PLANNED: SECOND}


def stages_of(version: int) -> tuple[Stage, ...]:
    """Name the stages a version of the procedure has."""
    return tuple(stage for stage in Stage if _CAME_WITH.get(stage, FIRST) <= version)


class Step(NamedTuple):
    """
    One row: which command leads to which event, from where, to where.

    ``to`` is ``None`` where the stage stays. Of several rows for the same command
    and stage the first whose ``when`` holds applies; its names are answered by
    :class:`domain.trajectory.Trajectory`. ``since`` and ``until`` are the first and the
    last version of the procedure the row belongs to.
    """

    command: str
    event: str
    after: tuple[Stage, ...]
    to: Stage | None = None
    when: str = ""
    since: int = FIRST
    until: int | None = None

    def is_in(self, version: int) -> bool:
        """Tell whether the row belongs to a version of the procedure."""
        return self.since <= version and (self.until is None or version <= self.until)

    def sources(self, version: int) -> tuple[Stage, ...]:
        """Name the stages it leads from in a version; none when the row is not of it."""
        if not self.is_in(version):
            return ()
        return tuple(stage for stage in self.after if _CAME_WITH.get(stage, FIRST) <= version)


class Course(NamedTuple):
    """One row of a small table: the event, the states it may follow, the state it leads to."""

    event: str
    after: tuple[StrEnum | None, ...]
    to: StrEnum
