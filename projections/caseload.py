"""The caseload: where every dossier stands, one row each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, Connection, Index, Integer, Table, select

from domain.decide.clocks import clocks
from domain.lifecycle import ENDED
from domain.record import Recorded
from domain.trajectory import Trajectory
from projections.columns import METADATA, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets

caseload = Table(
    "caseload",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("centre", Text),
    Column("stage", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("opened", Instant, nullable=False),
    Column("latest", Instant, nullable=False),
    Column("resident", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("duties", Boolean, nullable=False),
)
Index("caseload_by_centre", caseload.c.centre, caseload.c.since)


@dataclass(frozen=True, slots=True)
class Case:
    """
    A dossier on the caseload; in its ``stage`` ``since``, with its ``latest`` act at.

    ``duties`` tells that it has ended and something is still to be done about it.
    """

    dossier: str
    centre: str | None
    stage: str
    since: datetime
    opened: datetime
    latest: datetime
    resident: str
    version: int
    ended: bool
    duties: bool


def of_centre(
    connection: Connection, centre: str | None, *, everything: bool = False
) -> list[Case]:
    """
    List a centre's dossiers, longest in their stage first; ended ones only with ``everything``.

    Under ``None`` stand the dossiers of which no admission is on record.
    """
    chosen = select(caseload).where(caseload.c.centre == centre)
    if not everything:
        chosen = chosen.where(caseload.c.ended.is_(False))
    ordered = chosen.order_by(caseload.c.since, caseload.c.dossier)
    return [Case(*row) for row in connection.execute(ordered)]


def running(connection: Connection, centre: str | None = None) -> list[str]:
    """Name the dossiers in which something may be due, of one centre or of all: see ``duties``."""
    number = caseload.c.dossier
    chosen = select(number).where(caseload.c.ended.is_(False) | caseload.c.duties.is_(True))
    if centre is not None:
        chosen = chosen.where(caseload.c.centre == centre)
    return list(connection.scalars(chosen.order_by(number)))


def find(connection: Connection, prefix: str, limit: int) -> list[str]:
    """Complete a dossier number: the first ones that start so."""
    number = caseload.c.dossier
    chosen = select(number).where(number >= prefix, number < prefix + "\uffff")
    return list(connection.scalars(chosen.order_by(number).limit(limit)))


def _apply(sheets: Sheets, _lines: Sequence[Recorded], states: Mapping[str, Trajectory]) -> None:
    sheets.put(caseload, states.keys(), [_row(state) for state in states.values()])


def _row(state: Trajectory) -> Row:
    return (
        state.dossier,
        state.centre,
        state.stage.value,
        instant(state.since),
        instant(state.opened),
        instant(state.latest),
        state.resident,
        state.version,
        ended := state.stage in ENDED,
        ended and bool(clocks(state, state.latest)),
    )


CASELOAD = ReadModel("caseload", (caseload,), _apply)
