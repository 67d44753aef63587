"""The composition root: the one place that knows which parts are used."""

from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cli.settings import StorePaths
from domain.errors import KeyLost, StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from projections.base import ReadModel, Source
    from workflows.journal import Journal
    from workflows.pen import Pen
    from workflows.vault import Vault


class Office:
    """A store with everything around it, each part opened when first used."""

    def __init__(self, paths: StorePaths, pen: "Pen | None" = None) -> None:
        self.paths = paths
        self._pen = pen

    @cached_property
    def journal(self) -> "Journal":
        """The journal of the store; ``StoreTrouble`` when there is none."""
        from workflows.journal import Journal

        if isinstance(self.paths.store, Path) and not self.paths.store.is_file():
            raise StoreTrouble(
                "there is no store at {file}; make one with: trajet init", file=self.paths.store
            )
        journal = Journal(str(self.paths.store))
        journal.pen = self._pen
        return journal

    @cached_property
    def vault(self) -> "Vault":
        """The keys of the store's personal content."""
        from workflows.vault import Vault

        return Vault(self.paths.vault, self.paths.key, self.paths.store)

    @cached_property
    def engine(self) -> "Engine":
        """The database of the read models; a file is made private if it is new."""
        from sqlalchemy import create_engine
        from sqlalchemy.pool import NullPool

        views = self.paths.views
        if isinstance(views, Path):
            from workflows.private import write_private

            with suppress(FileExistsError):
                write_private(views, b"")
            return create_engine(f"sqlite:///{views}", poolclass=NullPool)
        from workflows.postgres import connect_for_views

        return create_engine("postgresql+psycopg://", creator=lambda: connect_for_views(views))

    @property
    def source(self) -> "Source":
        """What the read models may ask of the journal."""
        from projections.base import Source
        from workflows.where import is_server

        journal = self.journal
        return Source(
            since=journal.since,
            history=journal.history,
            leaf_at=journal.leaf_at,
            newest=journal.newest,
            wait=journal.wait,
            far=is_server(self.paths.store),
        )

    @staticmethod
    def models() -> "list[ReadModel]":
        """Every read model, in the order they are told about."""
        from projections.appeals import APPEALS
        from projections.caseload import CASELOAD
        from projections.mail import MAIL
        from projections.motives import MOTIVES
        from projections.removals import REMOVALS
        from projections.separation import SEPARATION
        from projections.timeline import TIMELINE
        from projections.trail import TRAIL

        return [CASELOAD, TIMELINE, SEPARATION, TRAIL, APPEALS, MAIL, REMOVALS, MOTIVES]

    @contextmanager
    def reading(self, model: "ReadModel") -> "Iterator[Connection]":
        """Bring a read model up to date and open it for a query."""
        from projections.base import catch_up, reading

        source = self.source  # asked for first: without a store there is nothing to read
        catch_up(self.engine, source, [model])
        with reading(self.engine) as connection:
            yield connection

    def create(self) -> bool:
        """
        Make the store, private to its owner; ``False`` if it was there.

        On PostgreSQL by an administrator of the database, once: tables, function and the
        role in which everybody uses them.
        """
        from workflows.cupboard import cupboard_at
        from workflows.journal import Journal
        from workflows.vault import Vault

        store, vault, key, views = self.paths
        new = not self._is_there()
        if not new and not cupboard_at(vault).is_there():
            raise KeyLost("the vault {file} is missing", file=self.paths.vault_name)
        try:
            Vault.create(vault, key).close()
            if isinstance(store, Path):
                from workflows.private import write_private

                with suppress(FileExistsError):
                    write_private(store, b"")
        except OSError as trouble:
            raise StoreTrouble("the store {file} cannot be made", file=store) from trouble
        if isinstance(views, str):
            from workflows.postgres import found_views

            found_views(views)
        self.__dict__["journal"] = Journal(str(store), create=True)
        return new

    def _is_there(self) -> bool:
        if isinstance(self.paths.store, Path):
            return self.paths.store.exists()
        from workflows.store_postgres import is_there

        return is_there(self.paths.store)

    def close(self) -> None:
        """Let go of every file that was opened."""
        for part in ("journal", "vault"):
            if part in self.__dict__:
                self.__dict__.pop(part).close()
        if "engine" in self.__dict__:
            self.__dict__.pop("engine").dispose()
