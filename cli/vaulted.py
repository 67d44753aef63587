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
    The keys of a vault; ``opens_keys`` tells whether its key file is at hand.

    Raises :class:`KeyLost` for a vault that is not there.
    """

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._kept = vault.kept()
        self.opens_keys = vault.unlocks()

    def made_at(self, subject: str, category: str) -> str | None:
        """Tell when a key was made; ``None`` where there is no such key."""
        return self._kept.get((subject, category))

    def is_sound(self, subject: str, category: str) -> bool:
        """Tell whether a key that is there can be opened."""
        try:
            self._vault.look_up(subject, Category(category))
        except (KeyLost, ValueError):
            return False
        return True

    def opens(self, token: str, *, subject: str, stream: str, version: int, name: str) -> bool:
        """Tell whether a sealed text opens, for its place."""
        try:
            self._vault.read(
                Sealed(token=token), subject=subject, stream=stream, version=version, name=name
            )
        except StoreTrouble:
            return False
        return True


@contextmanager
def keys_of(paths: "StorePaths") -> "Iterator[VaultKeys]":
    """Open the vault of a store for as long as it is verified."""
    from workflows.vault import Vault

    with closing(Vault(paths.vault, paths.key, paths.store)) as vault:
        yield VaultKeys(vault)
