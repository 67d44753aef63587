"""
The queue of the control of motives: every serious measure, with whom and what it waits for.

Kept are the lines it is drawn from, sealed as they stand in the journal: a line recorded
later may change what an act says, when it was done, or whether it was examined. What is
opened of them is never kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Boolean, Column, Connection, Index, Integer, Table, select

from domain.decide.motives import Controlled, controlled
from domain.events import EVENTS, WORDS
from domain.record import Recorded, is_dossier
from domain.trajectory import Trajectory
from projections.columns import METADATA, Count, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets

motive_line = Table(
    "motive_line",
    METADATA,
    Column("position", Count, primary_key=True, autoincrement=False),
    Column("dossier", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("event", Text, nullable=False),
    Column("occurred_at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("whole_day", Boolean, nullable=False),
    Column("account", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("on_behalf_of", Text),
    Column("rule_set", Text, nullable=False),
    Column("command_id", Text, nullable=False),
    Column("log_index", Count, nullable=False),
    Column("topic", Text, nullable=False),
    Column("data", Text, nullable=False),
)
Index("motive_line_by_dossier", motive_line.c.dossier, motive_line.c.version, unique=True)
Index("motive_line_by_event", motive_line.c.event, motive_line.c.dossier)

SERIOUS = (
    "MeasureDecided",
    "MeasureProlonged",
    "HouseRuleChanged",
    "RestrictionImposed",
    "DetentionTitleIssued",
    "DetentionProlonged",
    "CoercionUsed",
    "ForcedMedicalExaminationHeld",
    "CrisisMeasureTaken",
)
"""The events of which the motives are controlled; dossiers without any are left aside."""

_REGIONS = ("measures", "custody", "quality", "access", "family", "transfer", "correction")
KEPT = frozenset(
    (
        *(name for region in _REGIONS for name in WORDS[region]),
        "ResidentAdmitted",
        "ForcedMedicalExaminationHeld",
        "CrisisMeasureTaken",
        "CrisisMeasureReported",
        "ProcedureMigrated",
        "DepartureConfirmed",
        "NonReturnEstablished",
        "TrajectoryReopened",
    )
)
"""The events that tell of a measure, who may read it, and where the resident was; no others."""


def queue(connection: Connection, now: datetime) -> Iterator[Controlled]:
    """Draw the serious measures of each dossier that has any, by number, as of a moment."""
    columns = motive_line.c
    concerned = select(columns.dossier).where(columns.event.in_(SERIOUS))
    chosen = select(motive_line).where(columns.dossier.in_(concerned))
    ordered = connection.execute(chosen.order_by(columns.dossier, columns.version))
    for _, rows in groupby(ordered, key=lambda row: row.dossier):
        found = controlled([_line(row) for row in rows], now)
        if found is not None and found.acts:
            yield found


def _line(row: Any) -> Recorded:
    return Recorded(
        stream=row.dossier,
        version=row.version,
        event=EVENTS[row.topic].model_validate(from_json(row.data)),
        occurred_at=row.occurred_at,
        recorded_at=row.recorded_at,
        account=row.account,
        person=row.person,
        role=row.role,
        command_id=row.command_id,
        rule_set=row.rule_set,
        whole_day=row.whole_day,
        on_behalf_of=row.on_behalf_of,
        position=row.position,
        log_index=row.log_index,
    )


def _apply(sheets: Sheets, lines: Sequence[Recorded], _states: Mapping[str, Trajectory]) -> None:
    sheets.add(
        motive_line,
        [
            _row(line)
            for line in lines
            if type(line.event).__name__ in KEPT and is_dossier(line.stream)
        ],
    )


def _row(line: Recorded) -> Row:
    return (
        line.position,
        line.stream,
        line.version,
        type(line.event).__name__,
        instant(line.occurred_at),
        instant(line.recorded_at),
        line.whole_day,
        line.account,
        line.person,
        line.role,
        line.on_behalf_of,
        line.rule_set,
        line.command_id,
        line.log_index,
        line.event.TOPIC,
        line.event.__pydantic_serializer__.to_json(line.event, exclude_none=True).decode(),
    )


MOTIVES = ReadModel("motives", (motive_line,), _apply, folds=False)
