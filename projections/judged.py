"""
What the control of conformance found, kept by dossier.

A dossier is judged again, too, when something was recorded in a dossier that was looked at with
it: that of anybody who ever was of the family. A link that is made or ended is recorded in the
dossier itself.
"""

from collections.abc import Iterable

from sqlalchemy import Column, Connection, Engine, Index, Integer, Table, func, select

from domain.record import Recorded
from projections.audit.conformance import Finding, judge
from projections.caseload import caseload
from projections.columns import METADATA, Count, Text
from projections.databases import Row, in_our_words
from projections.kept import NO_DOSSIER, Found, History, Kept, Progress, version_of

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

_KEPT = Kept("judged", looked_at, finding)
_MEMBER = caseload.alias()
_BESIDE = (
    select(looked_at.c.dossier)
    .outerjoin(_MEMBER, _MEMBER.c.dossier == looked_at.c.member)
    .where(looked_at.c.version != func.coalesce(_MEMBER.c.version, NO_DOSSIER))
)
"""Dossiers that were judged with others which do not stand as they did then."""


def findings(
    engine: Engine, history: History, progress: Progress | None = None
) -> tuple[int, list[Finding]]:
    """
    Judge the dossiers of the caseload that changed, and tell what stands against any.

    Returns how many dossiers there are, and the findings by dossier. The caseload is to
    be up to date. Raises :class:`~domain.errors.StoreTrouble`.
    """
    with in_our_words(engine):
        _KEPT.bring_up_to_date(
            engine, lambda dossier: _judged(dossier, history), progress, also=_BESIDE
        )
        with engine.connect() as connection:
            return _count(connection), list(_read(connection))


def _judged(dossier: str, history: History) -> Found:
    """Judge a dossier; of each other one that is looked at, note at which version it stood."""
    members: dict[str, int] = {}

    def look(member: str) -> list[Recorded]:
        lines = history(member)
        members[member] = version_of(lines)
        return lines

    # Its own lines first: what it did with others at once is then on record in their dossiers.
    lines = history(dossier)
    found = [_row(place, one) for place, one in enumerate(judge(lines, look))]
    beside = [(dossier, *member) for member in members.items()]
    return Found(dossier, version_of(lines), {looked_at: beside, finding: found})


def _row(place: int, one: Finding) -> Row:
    said = (one.code, one.version, one.rule, one.expected, one.found, one.log_index)
    return (one.dossier, place, *said, " ".join(map(str, one.log_indices)), one.constraint)


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(caseload)).scalar_one()


def _read(connection: Connection) -> Iterable[Finding]:
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
