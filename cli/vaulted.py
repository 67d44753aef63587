"""The keys of a store's vault, as a verification asks for them: nothing opened is kept or shown."""

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from domain.errors import KeyLost, StoreTrouble
from domain.values import Category, Sealed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.settings import StorePaths
    from workflows.vault import Vault


class VaultKeys:
    """
    The keys of a vault; ``opens_keys`` tells whether its key file is at hand and opens it.

    ``readable`` tells whether its keys can be listed, ``trouble`` what is wrong with the vault
    as a whole, ``None`` where nothing is. Raises :class:`KeyLost` for a vault that is not
    there, :class:`StoreTrouble` for one that is not reached.
    """

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._kept: dict[tuple[str, str], str] = {}
        self.readable, self.opens_keys = True, False
        self.trouble: str | None = None
        self._look()

    def _look(self) -> None:
        listed = False
        try:
            self._kept = {key: str(made) for key, made in self._vault.kept().items()}
            listed = True
            self.opens_keys = self._vault.unlocks()
        except KeyLost:
            raise
        except (StoreTrouble, TypeError) as trouble:
            if not _is_damage(trouble):
                raise
            self.readable = listed
        if not self.readable:
            self.trouble = "one that cannot be read"
        elif not self.opens_keys and self._vault.key_file.exists():
            self.trouble = "one that its key file does not open"

    def made_at(self, subject: str, category: str) -> str | None:
        """Tell when a key was made; ``None`` where there is no such key."""
        return self._kept.get((subject, category))

    def is_sound(self, subject: str, category: str) -> bool:
        """Tell whether a key that is there can be opened."""
        try:
            self._vault.look_up(subject, Category(category))
        except (StoreTrouble, ValueError, TypeError) as trouble:
            if not _is_damage(trouble):
                raise
            return False
        return True

    def opens(self, token: str, *, subject: str, stream: str, version: int, name: str) -> bool:
        """Tell whether a sealed text opens, for its place."""
        try:
            self._vault.read(
                Sealed(token=token), subject=subject, stream=stream, version=version, name=name
            )
        except (StoreTrouble, TypeError):
            return False
        return True


def _is_damage(trouble: Exception) -> bool:
    """Tell what is wrong with a vault from what only kept it from being reached."""
    cause = trouble.__cause__
    if not isinstance(trouble, StoreTrouble) or isinstance(trouble, KeyLost) or cause is None:
        return True
    code = str(getattr(cause, "sqlite_errorname", "") or getattr(cause, "sqlstate", "") or "")
    return code in _LACKING or code.startswith(_DAMAGED) or "decode" in str(cause)


_LACKING = ("SQLITE_ERROR", "42P01", "42703", "3F000")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "XX")
"""What databases say of tables that are not there, and of what cannot be what it should be."""


@contextmanager
def keys_of(paths: "StorePaths") -> "Iterator[VaultKeys]":
    """Open the vault of a store for as long as it is verified."""
    from workflows.vault import Vault

    with closing(Vault(paths.vault, paths.key, paths.store)) as vault:
        yield VaultKeys(vault)
