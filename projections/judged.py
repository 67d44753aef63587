"""
What the control of conformance found, kept by dossier: a history is judged once, not every time.

A dossier is judged again when something was recorded in it, and all are when the rules or
the code that judges are others. What is kept is no more evidence than any read model; it
can be left aside by judging from the journal.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, Index, Integer, Table, and_, func, select

import domain
from domain.record import Recorded
from projections.audit import conformance
from projections.audit.conformance import Finding, judge
from projections.caseload import caseload
from projections.columns import METADATA, Count, Text
from projections.databases import Row, database_of, in_our_words
from projections.model import Sheets

MODEL = "judged"
"""Under this name others wait while rows are written."""

AT_ONCE = 200
"""Dossiers judged between two transactions."""

History = Callable[[str], list[Recorded]]
Progress = Callable[[int, int], None]

judged = Table(
    "judged",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("by", Text, nullable=False),
)
finding = Table(
    "judged_finding",
    METADATA,
    Column("dossier", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("expected", Text, nullable=False),
    Column("found", Text, nullable=False),
    Column("log_index", Count, nullable=False),
)
Index("judged_finding_by_dossier", finding.c.dossier, finding.c.place)


def findings(
    engine: Engine, history: History, progress: Progress | None = None
) -> tuple[int, list[Finding]]:
    """
    Judge the dossiers of the caseload that changed, and tell what stands against any.

    Returns how many dossiers there are, and the findings by dossier. The caseload is to
    be up to date. Raises :class:`~domain.errors.StoreTrouble`.
    """
    with in_our_words(engine):
        _open(engine)
        changed = _changed(engine)
        done = 0
        while some := list(islice(changed, AT_ONCE)):
            _keep(engine, [(dossier, history(dossier)) for dossier in some])
            done += len(some)
            if progress:
                progress(done, done)
        with engine.connect() as connection:
            return _count(connection), list(_kept(connection))


def _open(engine: Engine) -> None:
    with database_of(engine).writing([MODEL]) as connection:
        METADATA.create_all(connection, [judged, finding])


def _changed(engine: Engine) -> Iterator[str]:
    """Name the dossiers that nobody judged as they are now, by this code."""
    known = and_(
        judged.c.dossier == caseload.c.dossier,
        judged.c.version == caseload.c.version,
        judged.c.by == judge_mark(),
    )
    chosen = select(caseload.c.dossier).outerjoin(judged, known).where(judged.c.dossier.is_(None))
    with engine.connect() as connection:
        return iter(connection.scalars(chosen.order_by(caseload.c.dossier)).all())


def _keep(engine: Engine, histories: Sequence[tuple[str, list[Recorded]]]) -> None:
    told: list[Row] = []
    marks: list[Row] = []
    for dossier, lines in histories:
        told += (_row(place, one) for place, one in enumerate(judge(lines)))
        marks.append((dossier, max(line.version for line in lines), judge_mark()))
    database = database_of(engine)
    dossiers = [dossier for dossier, _ in histories]
    with database.writing([MODEL]) as connection:
        sheets = Sheets(database, connection)
        sheets.put(judged, dossiers, marks)
        sheets.put(finding, dossiers, told)


def _row(place: int, one: Finding) -> Row:
    said = (one.code, one.version, one.rule, one.expected, one.found, one.log_index)
    return (one.dossier, place, *said)


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(caseload)).scalar_one()


def _kept(connection: Connection) -> Iterable[Finding]:
    ordered = select(finding).order_by(finding.c.dossier, finding.c.place)
    for row in connection.execute(ordered):
        yield Finding(
            code=row.code,
            dossier=row.dossier,
            version=row.version,
            rule=row.rule,
            expected=row.expected,
            found=row.found,
            log_index=row.log_index,
        )


@cache
def judge_mark() -> str:
    """Digest the rules and the code that judge: of another digest, another judgement may be."""
    folder = Path(domain.__file__).parent
    kinds = (".py", ".toml", ".csv", ".txt")
    files = sorted(file for file in folder.rglob("*") if file.suffix in kinds)
    whole = sha256()
    for file in (*files, Path(conformance.__file__)):
        whole.update(file.read_bytes())
    return whole.hexdigest()
