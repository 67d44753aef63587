"""
Duties that were late or still run, kept by dossier, apart from what else was found of it.

Whether one is a breach depends on the day it is judged on: that is asked of the rows, by when the
duty was to be done.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Column, Engine, Index, Integer, Table, select
from sqlalchemy import Row as Values

from projections.audit.conformance import Finding, late
from projections.audit.deadlines import Deadline, Place, deadlines
from projections.columns import METADATA, Count, Instant, Text, instant
from projections.databases import Row, in_our_words
from projections.kept import Found, History, Kept, Progress, version_of

deadline = Table(
    "overdue_deadline",
    METADATA,
    Column("dossier", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("begun", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("started_version", Integer, nullable=False),
    Column("started_index", Count, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("started_topic", Text, nullable=False),
    Column("started_corrected", Text, nullable=False),
    Column("ended_version", Integer),
    Column("ended_index", Count),
    Column("ended_at", Instant),
    Column("ended_topic", Text),
    Column("ended_corrected", Text),
)
Index("overdue_deadline_by_dossier", deadline.c.dossier, deadline.c.place)
Index("overdue_deadline_by_day", deadline.c.due)

_KEPT = Kept("overdue", deadline)


def overdue(
    engine: Engine,
    history: History,
    at: datetime,
    told: Iterable[Finding] = (),
    progress: Progress | None = None,
) -> list[Finding]:
    """
    Follow the dossiers of the caseload that changed, and tell what was not done in time by then.

    By dossier, but for what ``told`` tells already. The caseload is to be up to date. Raises
    :class:`~domain.errors.StoreTrouble`.
    """
    with in_our_words(engine):
        _KEPT.bring_up_to_date(engine, lambda dossier: _followed(dossier, history), progress)
        return late(_due_by(engine, at), at, told)


def _followed(dossier: str, history: History) -> Found:
    lines = history(dossier)
    rows = [_row(place, one) for place, one in enumerate(deadlines(lines))]
    return Found(dossier, version_of(lines), {deadline: rows})


def _row(place: int, one: Deadline) -> Row:
    ended = (None,) * len(Place._fields) if one.ended is None else _written(one.ended)
    said = (one.rule, one.what, instant(one.since), instant(one.until), int(one.closed))
    return (one.dossier, place, *said, *_written(one.started), *ended)


def _written(one: Place) -> Row:
    corrections = " ".join(map(str, one.corrections))
    return (one.version, one.log_index, instant(one.at), one.topic, corrections)


def _due_by(engine: Engine, at: datetime) -> Iterator[Deadline]:
    """Read those that were to be done by a moment, by dossier."""
    ordered = select(deadline).order_by(deadline.c.dossier, deadline.c.place)
    with engine.connect() as connection:
        for row in connection.execute(ordered.where(deadline.c.due <= at)):
            yield _deadline(row)


def _deadline(row: Values[tuple[object, ...]]) -> Deadline:
    started = _place(
        row.started_version,
        row.started_index,
        row.started_at,
        row.started_topic,
        row.started_corrected,
    )
    ended = None
    if row.ended_version is not None:
        ended = _place(
            row.ended_version, row.ended_index, row.ended_at, row.ended_topic, row.ended_corrected
        )
    named = (row.dossier, row.rule, row.what, row.begun, row.due, started)
    return Deadline(*named, ended, bool(row.closed))


def _place(version: int, log_index: int, at: datetime, topic: str, corrected: str) -> Place:
    return Place(version, log_index, at, topic, tuple(map(int, corrected.split())))
