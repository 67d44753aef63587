"""
Moving a store from a file to a server: every event, leaf and key as it is, or nothing.

The leaves name positions and hashes, so a log that is copied byte for byte has the same
tree; a receipt or checkpoint from before the move holds after it.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from domain.errors import BadInput, KeyLost, StoreTrouble
from workflows.journal import Journal
from workflows.private import write_private
from workflows.vault import Vault

if TYPE_CHECKING:
    from workflows import store_postgres, store_sqlite


def move_key(source: Path, target: Path) -> None:
    """
    Put the key-encryption key where the new store looks for it.

    Raises :class:`KeyLost` when there is none, and :class:`BadInput` when another key
    lies there.
    """
    try:
        kept = source.read_bytes()
        with suppress(FileExistsError):
            write_private(target, kept)
        there = target.read_bytes()
    except OSError as lost:
        raise KeyLost("the key file {file} is missing or not a key", file=source.name) from lost
    if there != kept:
        raise BadInput("{file} is the key of another store", file=target)


def move_keys(source: Vault, target: Vault) -> int:
    """
    Copy every person's wrapped keys; return how many there are.

    A copy that was begun before may be there. Raises :class:`BadInput` when the vault
    has keys that are not of this store: nothing of theirs could be opened any more.
    """
    keys, there = _by_person(source), _by_person(target)
    if not there.items() <= keys.items():
        raise BadInput("the vault to move to holds keys of another store")
    with target.sealing():
        for (subject, category), (wrapped, stamp) in keys.items():
            if target.cupboard.keep(subject, category, wrapped, stamp) != wrapped:
                raise StoreTrouble("the vault to move to is in use")
    return len(keys)


def _by_person(vault: Vault) -> dict[tuple[str, str], tuple[bytes, str]]:
    return {
        (subject, category): (wrapped, stamp)
        for subject, category, wrapped, stamp in vault.cupboard.everything()
    }


def move_log(source: Journal, target: Journal) -> None:
    """
    Copy the whole log from a file to a server, whoever records in the file waiting meanwhile.

    Raises :class:`StoreTrouble` when the source does not fit together, or when there is
    something in the target.
    """
    kept = cast("store_sqlite.LogRecorder", source.store)
    new = cast("store_postgres.LogRecorder", target.store)
    with source.trouble_in_our_words(), kept.copied() as log, target.trouble_in_our_words():
        new.take_over(log)
