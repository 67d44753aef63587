"""The composition root: the one place that knows which parts are used."""

from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from cli.settings import StorePaths
from domain.errors import KeyLost, StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from projections.base import ReadModel, Source
    from workflows.journal import Journal
    from workflows.vault import Vault


class Office:
    """A store with everything around it, each part opened when first used."""

    def __init__(self, paths: StorePaths) -> None:
        self.paths = paths

    @cached_property
    def journal(self) -> "Journal":
        """The journal of the store; ``StoreTrouble`` when there is none."""
        from workflows.journal import Journal

        if not self.paths.store.is_file():
            raise StoreTrouble(
                "there is no store at {file}; make one with: trajet init", file=self.paths.store
            )
        return Journal(str(self.paths.store))

    @cached_property
    def vault(self) -> "Vault":
        """The keys of the store's personal content."""
        from workflows.vault import Vault

        return Vault(self.paths.vault, self.paths.key)

    @cached_property
    def engine(self) -> "Engine":
        """The database of the read models, made private if it is new."""
        from sqlalchemy import create_engine
        from sqlalchemy.pool import NullPool

        from workflows.vault import write_private

        with suppress(FileExistsError):
            write_private(self.paths.views, b"")
        return create_engine(f"sqlite:///{self.paths.views}", poolclass=NullPool)

    @property
    def source(self) -> "Source":
        """What the read models may ask of the journal."""
        from projections.base import Source

        journal = self.journal
        return Source(
            since=journal.since,
            history=journal.history,
            leaf_at=journal.leaf_at,
            newest=journal.newest,
        )

    @staticmethod
    def models() -> "list[ReadModel]":
        """Every read model, in the order they are told about."""
        from projections.caseload import CASELOAD
        from projections.separation import SEPARATION
        from projections.timeline import TIMELINE
        from projections.trail import TRAIL

        return [CASELOAD, TIMELINE, SEPARATION, TRAIL]

    @contextmanager
    def reading(self, model: "ReadModel") -> "Iterator[Connection]":
        """Bring a read model up to date and open it for a query."""
        from projections.base import catch_up, reading

        source = self.source  # asked for first: without a store there is nothing to read
        catch_up(self.engine, source, [model])
        with reading(self.engine) as connection:
            yield connection

    def create(self) -> bool:
        """Make the store's files, private to their owner; ``False`` if the store was there."""
        from workflows.journal import Journal
        from workflows.vault import Vault, write_private

        try:
            new = not self.paths.store.exists()
            if not new and not self.paths.vault.exists():
                raise KeyLost("the vault {file} is missing", file=self.paths.vault.name)
            Vault.create(self.paths.vault, self.paths.key).close()
            with suppress(FileExistsError):
                write_private(self.paths.store, b"")
        except OSError as trouble:
            raise StoreTrouble(
                "the store {file} cannot be made", file=self.paths.store
            ) from trouble
        self.__dict__["journal"] = Journal(str(self.paths.store), create=True)
        return new

    def close(self) -> None:
        """Let go of every file that was opened."""
        for part in ("journal", "vault"):
            if part in self.__dict__:
                self.__dict__.pop(part).close()
        if "engine" in self.__dict__:
            self.__dict__.pop("engine").dispose()
