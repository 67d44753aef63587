"""
Duties that were late or still run, kept by dossier, apart from what else was found of it.

Whether one is a breach depends on the day it is judged on: that is asked of the rows, by when the
duty was to be done. A dossier is followed again when something was recorded in it, or when the
rules or the code that follow it are others. Nothing is written before somebody asks.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import Column, Engine, Index, Integer, Row, Table, and_, select

from domain.record import Recorded
from projections.audit.conformance import Finding, late
from projections.audit.deadlines import Deadline, Place, deadlines
from projections.caseload import caseload
from projections.columns import METADATA, Count, Instant, Text, instant
from projections.databases import Row as Values
from projections.databases import database_of, in_our_words
from projections.judged import AT_ONCE, NO_DOSSIER, History, Progress, judge_mark
from projections.model import Sheets

MODEL = "overdue"
"""Under this name others wait while rows are written."""

followed = Table(
    "followed",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("by", Text, nullable=False),
)
deadline = Table(
    "followed_deadline",
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
    Column("ended_version", Integer),
    Column("ended_index", Count),
    Column("ended_at", Instant),
    Column("ended_topic", Text),
)
Index("followed_deadline_by_dossier", deadline.c.dossier, deadline.c.place)
Index("followed_deadline_by_day", deadline.c.due)


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
        _open(engine)
        changed = iter(_changed(engine))
        done = 0
        while some := list(islice(changed, AT_ONCE)):
            _keep(engine, [(dossier, history(dossier)) for dossier in some])
            done += len(some)
            if progress:
                progress(done, done)
        return late(_kept(engine, at), at, told)


def _open(engine: Engine) -> None:
    with database_of(engine).writing([MODEL]) as connection:
        METADATA.create_all(connection, [followed, deadline])


def _changed(engine: Engine) -> list[str]:
    """Name the dossiers that nobody followed as they are now, by this code."""
    known = and_(
        followed.c.dossier == caseload.c.dossier,
        followed.c.version == caseload.c.version,
        followed.c.by == judge_mark(),
    )
    chosen = select(caseload.c.dossier).outerjoin(followed, known)
    with engine.connect() as connection:
        return sorted(connection.scalars(chosen.where(followed.c.dossier.is_(None))))


def _keep(engine: Engine, some: Sequence[tuple[str, Sequence[Recorded]]]) -> None:
    dossiers = [dossier for dossier, _ in some]
    marks = [
        (dossier, max((line.version for line in lines), default=NO_DOSSIER), judge_mark())
        for dossier, lines in some
    ]
    rows = [_row(place, one) for _, lines in some for place, one in enumerate(deadlines(lines))]
    database = database_of(engine)
    with database.writing([MODEL]) as connection:
        sheets = Sheets(database, connection)
        sheets.put(followed, dossiers, marks)
        sheets.put(deadline, dossiers, rows)


def _row(place: int, one: Deadline) -> Values:
    ended = (None, None, None, None) if one.ended is None else _place(one.ended)
    said = (one.rule, one.what, instant(one.since), instant(one.until), int(one.closed))
    return (one.dossier, place, *said, *_place(one.started), *ended)


def _place(one: Place) -> Values:
    return (one.version, one.log_index, instant(one.at), one.topic)


def _kept(engine: Engine, at: datetime) -> Iterator[Deadline]:
    """Read those that were to be done by a moment, by dossier."""
    ordered = select(deadline).order_by(deadline.c.dossier, deadline.c.place)
    with engine.connect() as connection:
        for row in connection.execute(ordered.where(deadline.c.due <= at)):
            yield _read(row)


def _read(row: Row[tuple[object, ...]]) -> Deadline:
    ended = None
    if row.ended_version is not None:
        ended = Place(row.ended_version, row.ended_index, row.ended_at, row.ended_topic)
    started = Place(row.started_version, row.started_index, row.started_at, row.started_topic)
    named = (row.dossier, row.rule, row.what, row.begun, row.due, started)
    return Deadline(*named, ended, bool(row.closed))
