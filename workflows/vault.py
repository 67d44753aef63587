"""
Keys for personal content: one for each person and category, kept beside the store.

A field is sealed with AES-256-GCM under a random 96-bit nonce; dossier, version and
field name are bound to it, so that no sealed text can be moved to another place.
Keys are wrapped by a key-encryption key in a private file. Destroying a person's
key makes every text under it unreadable and changes no byte of the store.
"""

import base64
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain.errors import KeyLost, StoreTrouble
from domain.values import SEALED_PREFIX, Category, Sealed, with_sealed
from workflows.cupboard import Cupboard, cupboard_at
from workflows.private import write_private

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEPT_KEYS = 10_000
"""Opened keys kept at a time, some 3 KB each; another is read again when needed."""

_MADE_WITH = {Category.IDENTITY: (Category.ASYLUM,)}
"""A name comes first and an account of the person nearly always follows: one wait for both."""

_CHECK = b"trajet.vault/v1"
"""What the check row holds, wrapped: it tells the right key file from another."""


class Vault:
    """
    The keys of everybody whose personal content the store holds.

    ``where`` is a file or the URL of a PostgreSQL database; ``store`` is where the events
    are, if known.
    """

    def __init__(self, where: Path | str, key_file: Path, store: Path | str | None = None) -> None:
        self.cupboard: Cupboard = cupboard_at(where, store)
        self.key_file = key_file
        self._wrapping: AESGCM | None = None
        self._keys: dict[tuple[str, str], AESGCM] = {}
        self._lock = threading.RLock()

    @classmethod
    def create(cls, where: Path | str, key_file: Path) -> "Vault":
        """
        Make an empty vault and a new key-encryption key, readable by its owner alone.

        What is there is kept. Raises :class:`KeyLost` when there is a vault and the key
        file that belongs to it is not there: a new one would open nothing.
        """
        vault = cls(where, key_file)
        try:
            vault.cupboard.found(vault._new_check)
            vault._wrapper()
        except BaseException:
            vault.close()
            raise
        return vault

    def _new_check(self) -> bytes:
        """Make the key file that belongs to a new vault, and what the check row holds."""
        with suppress(FileExistsError):
            write_private(self.key_file, base64.b64encode(os.urandom(32)) + b"\n")
        return self._wrap(self._key_of_keys(), _CHECK, _CHECK)

    def close(self) -> None:
        """Let go of the file or the connections."""
        self.cupboard.close()

    @contextmanager
    def sealing(self) -> Iterator[None]:
        """
        Keep the keys made inside, all of them, once it ends well.

        Keys are kept before the events that need them: a crash between leaves a key
        without content, never content without a key.
        """
        with self._lock:
            try:
                with self.cupboard.keeping():
                    yield
            except BaseException:
                self._keys.clear()
                raise

    def seal(self, event: Any, *, subject: str, stream: str, version: int) -> Any:
        """Copy an event with its personal fields sealed for its place in the stream."""

        def sealed(name: str, category: Category, value: Sealed) -> Sealed:
            if value.clear is None:
                return value
            nonce = os.urandom(NONCE_BYTES)
            text = self._key(subject, category, make=True).encrypt(
                nonce, value.clear.encode(), _bound_to(stream, version, name)
            )
            packed = base64.b64encode(nonce + text).decode()
            return Sealed(token=f"{SEALED_PREFIX}{category}.{packed}")

        return with_sealed(event, sealed)

    def read(self, sealed: Sealed, *, subject: str, stream: str, version: int, name: str) -> str:
        """
        Open one sealed field.

        Raises :class:`KeyLost` when its key is not there, :class:`StoreTrouble` when
        the text was altered or belongs to another place.
        """
        from cryptography.exceptions import InvalidTag

        try:
            category, _, packed = sealed.stored().removeprefix(SEALED_PREFIX).partition(".")
            raw = base64.b64decode(packed, validate=True)
            key = self._key(subject, Category(category), make=False)
            return key.decrypt(
                raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound_to(stream, version, name)
            ).decode()
        except (ValueError, InvalidTag) as damage:
            raise StoreTrouble(
                "the sealed field {field} of {stream} version {version} was altered",
                field=name,
                stream=stream,
                version=version,
            ) from damage

    def kept(self) -> dict[tuple[str, str], str]:
        """
        Tell when each key was made that is kept, by subject and category.

        Raises :class:`KeyLost` for a vault that is not there.
        """
        return {one[:2]: one[3] for one in self.cupboard.everything()}

    def unlocks(self) -> bool:
        """Tell whether the key file is there and opens this vault."""
        try:
            self._wrapper()
        except KeyLost:
            return False
        return True

    def look_up(self, subject: str, category: Category) -> None:
        """Open a key; :class:`KeyLost` if it is not there, or is damaged."""
        self._key(subject, category, make=False)

    def destroy(self, subject: str, category: Category) -> None:
        """
        Destroy a key: what is sealed under it opens no more, here and in every copy.

        Copies of the vault itself keep it as long as they live.
        """
        with self._lock:
            self.cupboard.destroy(subject, category)
            self._keys.pop((subject, category), None)

    def _key(self, subject: str, category: Category, *, make: bool) -> "AESGCM":
        known = self._keys.get((subject, category))
        if known is not None:
            return known
        with self._lock:
            wrapped = self.cupboard.key(subject, category)
            if wrapped is None and make:
                for other in _MADE_WITH.get(category, ()):
                    self._opened(subject, other, self._made(subject, other))
                wrapped = self._made(subject, category)
        if wrapped is None:
            raise KeyLost(
                "there is no {category} key for {subject}", category=category, subject=subject
            )
        return self._opened(subject, category, wrapped)

    def _made(self, subject: str, category: Category) -> bytes:
        """Make a key, and return the one that is kept: this one, or that of whoever was first."""
        new = self._wrap(self._wrapper(), os.urandom(32), _bound_as(subject, category))
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        return self.cupboard.keep(subject, category, new, stamp)

    def _opened(self, subject: str, category: Category, wrapped: bytes) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        raw = self._unwrap(self._wrapper(), wrapped, _bound_as(subject, category))
        while len(self._keys) >= KEPT_KEYS:
            del self._keys[next(iter(self._keys))]
        key = self._keys[subject, category] = AESGCM(raw)
        return key

    @staticmethod
    def _wrap(wrapping: "AESGCM", raw: bytes, bound: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + wrapping.encrypt(nonce, raw, bound)

    def _unwrap(self, wrapping: "AESGCM", wrapped: bytes, bound: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return wrapping.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound)
        except (InvalidTag, ValueError) as wrong:
            raise KeyLost("{file} does not open this vault", file=self.key_file.name) from wrong

    def _wrapper(self) -> "AESGCM":
        """Return the key-encryption key, once it has been seen to be the one of this vault."""
        if self._wrapping is None:
            wrapping = self._key_of_keys()
            with self._lock:
                self._unwrap(wrapping, self.cupboard.check(), _CHECK)
            self._wrapping = wrapping
        return self._wrapping

    def _key_of_keys(self) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(base64.b64decode(self.key_file.read_bytes(), validate=False))
        except (OSError, ValueError) as lost:
            raise KeyLost(
                "the key file {file} is missing or not a key", file=self.key_file.name
            ) from lost


def _bound_as(subject: str, category: Category) -> bytes:
    return f"trajet.key/v1|{subject}|{category}".encode()


def _bound_to(stream: str, version: int, name: str) -> bytes:
    return f"trajet.sealed/v1|{stream}|{version}|{name}".encode()
