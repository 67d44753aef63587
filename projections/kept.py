"""
What was found of dossiers, kept by dossier: a history is gone through once, not every time.

A dossier is gone through again when something was recorded in it; all are when the rules or the
code that judges are others. What is kept is no more evidence than any read model; it can be left
aside by judging from the journal.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Column, Engine, Integer, Select, Table, and_, select

import domain
from domain.record import Recorded
from projections.audit import conformance, constraints, deadlines
from projections.caseload import caseload
from projections.columns import METADATA, Text
from projections.databases import Row, database_of
from projections.model import Sheets

AT_ONCE = 200
"""Dossiers gone through between two transactions."""

NO_DOSSIER = 0
"""The version of a dossier in which nothing is recorded."""

History = Callable[[str], list[Recorded]]
Progress = Callable[[int, int], None]


class Found(NamedTuple):
    """What was found of a dossier: at which version, and what is kept in which table."""

    dossier: str
    version: int
    rows: Mapping[Table, Sequence[Row]]


class Kept:
    """Findings of one sort, in ``tables`` that each begin with the dossier."""

    def __init__(self, name: str, *tables: Table) -> None:
        self._name = name
        self._marks = Table(
            name,
            METADATA,
            Column("dossier", Text, primary_key=True),
            Column("version", Integer, nullable=False),
            Column("by", Text, nullable=False),
        )
        self._tables = tables

    def bring_up_to_date(
        self,
        engine: Engine,
        find: Callable[[str], Found],
        progress: Progress | None = None,
        also: Select[tuple[str]] | None = None,
    ) -> None:
        """
        Go through the dossiers of the caseload that changed, and those that are chosen ``also``.

        Nothing is written before somebody asks. The caseload is to be up to date.
        """
        with database_of(engine).writing([self._name]) as connection:
            METADATA.create_all(connection, [self._marks, *self._tables])
        changed = iter(self._changed(engine, also))
        done = 0
        while some := list(islice(changed, AT_ONCE)):
            self._keep(engine, [find(dossier) for dossier in some])
            done += len(some)
            if progress:
                progress(done, done)

    def _changed(self, engine: Engine, also: Select[tuple[str]] | None) -> list[str]:
        """Name the dossiers that nobody went through as they are now, by this code."""
        marks = self._marks.c
        known = and_(
            marks.dossier == caseload.c.dossier,
            marks.version == caseload.c.version,
            marks.by == judge_mark(),
        )
        chosen = select(caseload.c.dossier).outerjoin(self._marks, known)
        with engine.connect() as connection:
            found = {*connection.scalars(chosen.where(marks.dossier.is_(None)))}
            if also is not None:
                found.update(connection.scalars(also))
        return sorted(found)

    def _keep(self, engine: Engine, some: Sequence[Found]) -> None:
        dossiers = [each.dossier for each in some]
        marks = [(each.dossier, each.version, judge_mark()) for each in some]
        database = database_of(engine)
        with database.writing([self._name]) as connection:
            sheets = Sheets(database, connection)
            sheets.put(self._marks, dossiers, marks)
            for table in self._tables:
                sheets.put(table, dossiers, [row for each in some for row in each.rows[table]])


def version_of(lines: Sequence[Recorded]) -> int:
    """Say at which version a dossier stands."""
    return max((line.version for line in lines), default=NO_DOSSIER)


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
