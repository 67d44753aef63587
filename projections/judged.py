"""
What the control of conformance found, kept by dossier: a history is judged once, not every time.

A dossier is judged again when something was recorded in it, or in a dossier that was looked at
with it: that of anybody who ever was of the family. A link that is made or ended is recorded in
the dossier itself. All are judged again when the rules or the code that judges are others. What
is kept is no more evidence than any read model; it can be left aside by judging from the journal.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Column, Connection, Engine, Index, Integer, Table, and_, func, select

import domain
from domain.record import Recorded
from projections.audit import conformance, constraints, deadlines
from projections.audit.conformance import Finding, judge
from projections.caseload import caseload
from projections.columns import METADATA, Count, Text
from projections.databases import Row, database_of, in_our_words
from projections.model import Sheets

MODEL = "judged"
"""Under this name others wait while rows are written."""

AT_ONCE = 200
"""Dossiers judged between two transactions."""

NO_DOSSIER = 0
"""The version of a dossier in which nothing is recorded."""

History = Callable[[str], list[Recorded]]
Progress = Callable[[int, int], None]

judged = Table(
    "judged",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("by", Text, nullable=False),
)
looked_at = Table(
    "judged_with",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)
finding = Table(
    "judged_found",
    METADATA,
    Column("dossier", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("expected", Text, nullable=False),
    Column("found", Text, nullable=False),
    Column("log_index", Count, nullable=False),
    Column("log_indices", Text, nullable=False),
    Column("broken", Text),
)
Index("judged_found_by_dossier", finding.c.dossier, finding.c.place)


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
            _keep(engine, [_judged(dossier, history) for dossier in some])
            done += len(some)
            if progress:
                progress(done, done)
        with engine.connect() as connection:
            return _count(connection), list(_kept(connection))


def _open(engine: Engine) -> None:
    with database_of(engine).writing([MODEL]) as connection:
        METADATA.create_all(connection, [judged, looked_at, finding])


def _changed(engine: Engine) -> Iterator[str]:
    """Name the dossiers that nobody judged as they and their families are now, by this code."""
    known = and_(
        judged.c.dossier == caseload.c.dossier,
        judged.c.version == caseload.c.version,
        judged.c.by == judge_mark(),
    )
    chosen = select(caseload.c.dossier).outerjoin(judged, known).where(judged.c.dossier.is_(None))
    member = caseload.alias()
    now = func.coalesce(member.c.version, NO_DOSSIER)
    beside = (
        select(looked_at.c.dossier)
        .outerjoin(member, member.c.dossier == looked_at.c.member)
        .where(looked_at.c.version != now)
    )
    with engine.connect() as connection:
        found = {*connection.scalars(chosen), *connection.scalars(beside)}
    return iter(sorted(found))


class _Judged(NamedTuple):
    """A dossier as it was judged: at which version, what was found, whom it was judged with."""

    dossier: str
    version: int
    findings: list[Finding]
    members: dict[str, int]


def _judged(dossier: str, history: History) -> _Judged:
    """Judge a dossier; of each other one that is looked at, note at which version it stood."""
    members: dict[str, int] = {}

    def look(member: str) -> list[Recorded]:
        lines = history(member)
        members[member] = _version(lines)
        return lines

    # Its own lines first: what it did with others at once is then on record in their dossiers.
    lines = history(dossier)
    return _Judged(dossier, _version(lines), judge(lines, look), members)


def _version(lines: Sequence[Recorded]) -> int:
    return max((line.version for line in lines), default=NO_DOSSIER)


def _keep(engine: Engine, some: Sequence[_Judged]) -> None:
    told = [_row(place, one) for each in some for place, one in enumerate(each.findings)]
    marks = [(each.dossier, each.version, judge_mark()) for each in some]
    beside = [(each.dossier, *member) for each in some for member in each.members.items()]
    database = database_of(engine)
    dossiers = [each.dossier for each in some]
    with database.writing([MODEL]) as connection:
        sheets = Sheets(database, connection)
        sheets.put(judged, dossiers, marks)
        sheets.put(looked_at, dossiers, beside)
        sheets.put(finding, dossiers, told)


def _row(place: int, one: Finding) -> Row:
    said = (one.code, one.version, one.rule, one.expected, one.found, one.log_index)
    return (one.dossier, place, *said, " ".join(map(str, one.log_indices)), one.constraint)


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
            log_indices=tuple(map(int, row.log_indices.split())),
            constraint=row.broken,
        )


@cache
def judge_mark() -> str:
    """Digest the rules and the code that judge: of another digest, another judgement may be."""
    folder = Path(domain.__file__).parent
    kinds = (".py", ".toml", ".csv", ".txt")
    files = sorted(file for file in folder.rglob("*") if file.suffix in kinds)
    whole = sha256()
    beside = (conformance, constraints, deadlines)
    for file in (*files, *(Path(str(module.__file__)) for module in beside)):
        whole.update(file.read_bytes())
    return whole.hexdigest()
