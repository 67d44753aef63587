"""The attempts at removal: on which day each was to depart, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Boolean, Column, Connection, Index, Integer, Table, select

from domain.record import Recorded
from domain.trajectory import Trajectory
from projections.columns import METADATA, Instant, Text, instant
from projections.model import ReadModel, Sheets

removal = Table(
    "removal_attempt",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("centre", Text),
    Column("departs", Instant),
    Column("carried_out", Instant),
    Column("open", Boolean, nullable=False),
)
Index("removal_attempt_by_moment", removal.c.departs)


class Attempted(NamedTuple):
    """An attempt of a dossier by its number; when it was to depart and when it did."""

    dossier: str
    number: int
    centre: str | None
    departs: datetime | None
    carried_out: datetime | None
    open: bool


def departing(
    connection: Connection, since: datetime, until: datetime, centre: str | None = None
) -> list[Attempted]:
    """List the attempts planned to depart in a period, by that moment, whatever became of them."""
    chosen = select(removal).where(removal.c.departs >= since, removal.c.departs < until)
    if centre is not None:
        chosen = chosen.where(removal.c.centre == centre)
    ordered = chosen.order_by(removal.c.departs, removal.c.dossier, removal.c.number)
    return [Attempted(*row) for row in connection.execute(ordered)]


def to_check(
    connection: Connection, since: datetime, until: datetime, centre: str | None = None
) -> list[Attempted]:
    """List the attempts carried out from a moment on, and those open that depart before another."""
    gone = removal.c.carried_out >= since
    due = removal.c.open.is_(True) & (removal.c.departs < until)
    chosen = select(removal).where(gone | due)
    if centre is not None:
        chosen = chosen.where(removal.c.centre == centre)
    ordered = chosen.order_by(removal.c.departs, removal.c.dossier, removal.c.number)
    return [Attempted(*row) for row in connection.execute(ordered)]


def _apply(sheets: Sheets, _lines: Sequence[Recorded], states: Mapping[str, Trajectory]) -> None:
    rows = [
        (
            state.dossier,
            one.number,
            state.centre,
            instant(one.departs) if one.departs else None,
            instant(one.carried_out) if one.carried_out else None,
            one.open,
        )
        for state in states.values()
        for one in state.removal.attempts
    ]
    sheets.put(removal, states.keys(), rows)


REMOVALS = ReadModel("removals", (removal,), _apply)
