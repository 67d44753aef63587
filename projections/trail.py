"""The trail: every line ever recorded, of dossiers and of accounts, for who asks who did what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Index, Integer, Table, select

from domain.record import READ, REFUSED, Recorded
from domain.trajectory import Trajectory
from projections.columns import METADATA, Count, Digest, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets

trail = Table(
    "trail",
    METADATA,
    Column("position", Count, primary_key=True, autoincrement=False),
    Column("log_index", Count, nullable=False),
    Column("leaf_hash", Digest, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("occurred_at", Instant, nullable=False),
    Column("account", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("on_behalf_of", Text),
    Column("recorded_by", Text),
    Column("stream", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("topic", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("command_id", Text, nullable=False),
)
Index("trail_by_stream", trail.c.stream)
Index("trail_by_account", trail.c.account)
Index("trail_by_person", trail.c.person)


@dataclass(frozen=True, slots=True)
class Trace:
    """What one recorded line says of who did what, when; ``leaf_hash`` is in hex."""

    position: int
    log_index: int
    leaf_hash: str
    recorded_at: datetime
    occurred_at: datetime
    account: str
    person: str
    role: str
    on_behalf_of: str | None
    recorded_by: str | None
    stream: str
    version: int
    topic: str
    origin: str
    command_id: str


def lines(
    connection: Connection,
    *,
    stream: str | None = None,
    account: str | None = None,
    person: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
    hidden: Collection[str] = (),
    readings: bool = True,
) -> list[Trace]:
    """
    Return the lines all conditions hold for, oldest first, ``limit`` at most.

    ``account`` and ``person`` are those of the actor, not of who typed it in.
    ``since`` and ``until`` look at the moment of recording, both included. Of ``hidden``
    dossiers no line is told, nor what was refused of them or who read them; without
    ``readings`` not who read any.
    """
    chosen = select(trail)
    for column, wanted in (
        (trail.c.stream, stream),
        (trail.c.account, account),
        (trail.c.person, person),
    ):
        if wanted is not None:
            chosen = chosen.where(column == wanted)
    if since is not None:
        chosen = chosen.where(trail.c.recorded_at >= since)
    if until is not None:
        chosen = chosen.where(trail.c.recorded_at <= until)
    if hidden:
        about = [kind + dossier for dossier in sorted(hidden) for kind in ("", REFUSED, READ)]
        chosen = chosen.where(trail.c.stream.not_in(about))
    if not readings:
        chosen = chosen.where(~trail.c.stream.startswith(READ, autoescape=True))
    ordered = chosen.order_by(trail.c.position).limit(limit)
    return [Trace(*row) for row in connection.execute(ordered)]


def _apply(sheets: Sheets, new: Sequence[Recorded], _states: Mapping[str, Trajectory]) -> None:
    sheets.add(trail, [_row(line) for line in new])


def _row(line: Recorded) -> Row:
    return (
        line.position,
        line.log_index,
        line.leaf_hash,
        instant(line.recorded_at),
        instant(line.occurred_at),
        line.account,
        line.person,
        line.role,
        line.on_behalf_of,
        line.recorded_by,
        line.stream,
        line.version,
        line.event.TOPIC,
        line.origin.value,
        line.command_id,
    )


TRAIL = ReadModel("trail", (trail,), _apply, folds=False)
