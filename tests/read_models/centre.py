"""A centre's desk in tests: a real journal and vault on disk, and the read models beside them."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from given import Act
from read_models.views import Views

from domain import events as e
from domain.authority import Actor
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.trajectory import Trajectory, replay
from domain.values import Function
from projections.appeals import APPEALS
from projections.base import Source, catch_up, reading, rebuild, status
from projections.caseload import CASELOAD
from projections.mail import MAIL
from projections.motives import MOTIVES
from projections.removals import REMOVALS
from projections.separation import SEPARATION
from projections.timeline import TIMELINE
from projections.trail import TRAIL
from workflows import people
from workflows.handle import Occasion, handle, seal_all
from workflows.journal import Journal
from workflows.vault import Vault

MODELS = (CASELOAD, TIMELINE, SEPARATION, TRAIL, APPEALS, MAIL, REMOVALS, MOTIVES)
REGISTRAR = Actor("r.maes", "P-020", frozenset({Function.REGISTRAR}))


class Centre:
    """One installation: files in a folder, and views; another may be opened on the same."""

    def __init__(self, folder: Path, views: Views) -> None:
        self.folder = folder
        self.views = views
        self.now = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
        new = not (folder / "keys.db").exists()
        self.vault = Vault.create(folder / "keys.db", folder / "kek")
        self.engine = views.engine
        self.readings: list[str] = []
        self._open_journal(create=new)

    @property
    def store(self) -> Path:
        return self.folder / "journal.db"

    def close(self):
        self.views.close()
        self.vault.close()
        self.journal.close()

    # --- what is recorded -----------------------------------------------------------------

    def employ(self, *actors: Actor):
        """Register accounts with the functions they act in."""
        for actor in actors:
            stream = people.stream_of(actor.account)
            events = [
                e.AccountOpened(person=actor.person),
                *(e.FunctionGiven(function=function) for function in actor.functions),
            ]
            self.journal.append(
                [
                    self._line(stream, version, event, REGISTRAR, self.now)
                    for version, event in enumerate(events, start=1)
                ]
            )

    def record(self, dossier: str, *acts: Act, **details) -> list[Recorded]:
        """Record acts as they are told, sealed, under no rule: as from a register."""
        first = len(self.journal.history(dossier)) + 1
        lines = [
            self._line(dossier, version, act.event, act.who, act.when)._replace(
                **{"whole_day": act.whole_day} | details,
            )
            for version, act in enumerate(acts, start=first)
        ]
        return self.journal.append(seal_all(self.vault, lines, {dossier: dossier}))

    def order(self, command, who: Actor, when: datetime) -> Recorded:
        """Put a command to the dossier as the desk does; later than the act by a minute."""
        self.now = when + timedelta(minutes=1)
        outcome = handle(self.journal, self.vault, command, Occasion(who.account, at=when))
        return outcome.lines[0]

    def _line(
        self, stream: str, version: int, event: e.Event, who: Actor, when: datetime
    ) -> Recorded:
        return Recorded(
            stream=stream,
            version=version,
            event=event,
            occurred_at=when,
            recorded_at=self.now,
            account=who.account,
            person=who.person,
            role=min(who.functions, default=Function.UNLISTED),
            command_id=str(uuid4()),
            rule_set=RULE_SET,
            on_behalf_of=who.on_behalf_of,
        )

    def state(self, dossier: str) -> Trajectory:
        """The dossier as its history tells it."""
        state = replay(self.journal.history(dossier))
        assert state is not None
        return state

    # --- what is read ---------------------------------------------------------------------

    @property
    def source(self) -> Source:
        """The journal as the wiring gives it to the read models."""
        journal = self.journal
        return Source(
            journal.since, self._history, journal.leaf_at, journal.newest, wait=self._wait
        )

    def catch_up(self, models=MODELS):
        catch_up(self.engine, self.source, models)

    def rebuild(self, models=MODELS):
        rebuild(self.engine, self.source, models)

    def status(self, models=MODELS):
        return {standing.name: standing for standing in status(self.engine, self.source, models)}

    def ask(self, query, *args, **options):
        """Catch up and put a query of a read model."""
        self.catch_up()
        with reading(self.engine) as connection:
            return query(connection, *args, **options)

    def rows(self) -> dict[str, list[Any]]:
        """Every row of every table, bookmarks included, but for the moment of catching up."""
        return self.views.rows()

    def rows_made_anew(self) -> dict[str, list[Any]]:
        """What the rows would be if there had never been any before."""
        with closing(self.views.elsewhere()) as fresh:
            rebuild(fresh.engine, self.source, MODELS)
            return fresh.rows()

    def _history(self, stream: str) -> list[Recorded]:
        self.readings.append(stream)
        return self.journal.history(stream)

    @staticmethod
    def _wait(seconds: float) -> bool:
        """Look again soon, as where nothing tells of what is recorded."""
        time.sleep(min(seconds, 0.02))
        return False

    # --- what befalls the files -----------------------------------------------------------

    def back_up(self) -> Path:
        """Copy the store while it runs, as a backup does."""
        copy = self.folder / "backup.db"
        with closing(sqlite3.connect(self.store)) as store, closing(sqlite3.connect(copy)) as to:
            store.backup(to)
        return copy

    def restore(self, copy: Path):
        """Put another store in the place of this one."""
        self.journal.close()
        for part in self.folder.glob("journal.db*"):
            part.unlink()
        shutil.copy(copy, self.store)
        self._open_journal(create=False)

    def tamper(self, statement: str, *values):
        """Change the store behind the back of the journal."""
        with closing(sqlite3.connect(self.store)) as store, store:
            store.execute(statement, values)

    def _open_journal(self, *, create: bool):
        self.journal = Journal(str(self.store), create=create, clock=lambda: self.now)
