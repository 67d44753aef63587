"""The timeline: what happened in each dossier, one row an event, as it was recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, Connection, Index, Integer, Table, select

from domain.record import Recorded, is_dossier
from domain.trajectory import Trajectory
from projections.columns import METADATA, Count, Digest, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets

timeline = Table(
    "timeline",
    METADATA,
    Column("dossier", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", Count, primary_key=True, autoincrement=False),
    Column("topic", Text, nullable=False),
    Column("occurred_at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("whole_day", Boolean, nullable=False),
    Column("account", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("on_behalf_of", Text),
    Column("recorded_by", Text),
    Column("origin", Text, nullable=False),
    Column("rule_set", Text, nullable=False),
    Column("command_id", Text, nullable=False),
    Column("log_index", Count, nullable=False),
    Column("leaf_hash", Digest, nullable=False),
    Column("data", Text, nullable=False),
)
Index("timeline_by_dossier", timeline.c.dossier, timeline.c.version, unique=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One event of a dossier as it was recorded: a later correction is an entry of its own.

    ``data`` is the event as JSON text, personal fields sealed; ``leaf_hash`` is in hex.
    """

    dossier: str
    version: int
    position: int
    topic: str
    occurred_at: datetime
    recorded_at: datetime
    whole_day: bool
    account: str
    person: str
    role: str
    on_behalf_of: str | None
    recorded_by: str | None
    origin: str
    rule_set: str
    command_id: str
    log_index: int
    leaf_hash: str
    data: str


def of_dossier(
    connection: Connection,
    dossier: str,
    *,
    upto_version: int | None = None,
    as_of: datetime | None = None,
    as_known: datetime | None = None,
) -> list[Entry]:
    """
    Return a dossier's entries in the order of recording.

    ``as_of`` leaves what had happened by then, ``as_known`` what had been recorded by
    then, each with the acts of that very instant.
    """
    chosen = select(timeline).where(timeline.c.dossier == dossier)
    if upto_version is not None:
        chosen = chosen.where(timeline.c.version <= upto_version)
    if as_of is not None:
        chosen = chosen.where(timeline.c.occurred_at <= as_of)
    if as_known is not None:
        chosen = chosen.where(timeline.c.recorded_at <= as_known)
    return [Entry(*row) for row in connection.execute(chosen.order_by(timeline.c.version))]


def _apply(sheets: Sheets, lines: Sequence[Recorded], _states: Mapping[str, Trajectory]) -> None:
    sheets.add(timeline, [_row(line) for line in lines if is_dossier(line.stream)])


def _row(line: Recorded) -> Row:
    return (
        line.stream,
        line.version,
        line.position,
        line.event.TOPIC,
        instant(line.occurred_at),
        instant(line.recorded_at),
        line.whole_day,
        line.account,
        line.person,
        line.role,
        line.on_behalf_of,
        line.recorded_by,
        str(line.origin),
        line.rule_set,
        line.command_id,
        line.log_index,
        line.leaf_hash,
        line.event.__pydantic_serializer__.to_json(line.event, exclude_none=True).decode(),
    )


TIMELINE = ReadModel("timeline", (timeline,), _apply, folds=False)
