"""
Keys for personal content: one for each person and category, kept beside the store.

A field is sealed with AES-256-GCM under a random 96-bit nonce; dossier, version and
field name are bound to it, so that no sealed text can be moved to another place.
Keys are wrapped by a key-encryption key in a private file. Destroying a person's
key makes every text under it unreadable and changes no byte of the store.
"""

import base64
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain.errors import KeyLost, StoreTrouble
from domain.values import SEALED_PREFIX, Category, Sealed, with_sealed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
_TABLES = (
    "CREATE TABLE IF NOT EXISTS vault_key (subject TEXT NOT NULL, category TEXT NOT NULL, "
    "wrapped BLOB NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY (subject, category)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS vault_check (one INTEGER PRIMARY KEY CHECK (one = 1), "
    "wrapped BLOB NOT NULL)",
)
_CHECK = b"trajet.vault/v1"
"""What the check row holds, wrapped: it tells the right key file from another."""


class Vault:
    """The keys of everybody whose personal content the store holds."""

    def __init__(self, path: Path, key_file: Path) -> None:
        self.path = path
        self.key_file = key_file
        self._open: sqlite3.Connection | None = None
        self._wrapping: AESGCM | None = None
        self._keys: dict[tuple[str, str], AESGCM] = {}
        self._lock = threading.RLock()

    @classmethod
    def create(cls, path: Path, key_file: Path) -> "Vault":
        """
        Make an empty vault and a new key-encryption key, both readable by their owner alone.

        What is there is kept. Raises :class:`KeyLost` when there is a vault and the key
        file that belongs to it is not there: a new one would open nothing.
        """
        with suppress(FileExistsError):
            write_private(path, b"")
        vault = cls(path, key_file)
        try:
            vault._found()
        except BaseException:
            vault.close()
            raise
        return vault

    def _found(self) -> None:
        """Make the tables and, for a vault that is new, the key file that belongs to it."""
        with _in_our_words():
            connection = self._connection()
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("BEGIN IMMEDIATE")  # one founder at a time
            for statement in _TABLES:
                connection.execute(statement)
            if connection.execute("SELECT 1 FROM vault_check").fetchone() is None:
                with suppress(FileExistsError):
                    write_private(self.key_file, base64.b64encode(os.urandom(32)) + b"\n")
                wrapped = self._wrap(self._key_of_keys(), _CHECK, _CHECK)
                connection.execute("INSERT INTO vault_check VALUES (1, ?)", (wrapped,))
            connection.commit()
            self._wrapper()

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @contextmanager
    def sealing(self) -> Iterator[None]:
        """
        Keep the keys made inside, all of them, once it ends well.

        Keys are kept before the events that need them: a crash between leaves a key
        without content, never content without a key.
        """
        with self._lock, _in_our_words():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.commit()
            except BaseException:
                connection.rollback()
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

    def _key(self, subject: str, category: Category, *, make: bool) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import (
            AESGCM,
        )

        known = self._keys.get((subject, category))
        if known is not None:
            return known
        with self._lock, _in_our_words():
            row = (
                self._connection()
                .execute(
                    "SELECT wrapped FROM vault_key WHERE subject=? AND category=?",
                    (subject, category),
                )
                .fetchone()
            )
        bound = f"trajet.key/v1|{subject}|{category}".encode()
        if row is not None:
            raw = self._unwrap(self._wrapper(), row[0], bound)
        elif make:
            raw = os.urandom(32)
            wrapped = self._wrap(self._wrapper(), raw, bound)
            stamp = datetime.now(UTC).isoformat(timespec="seconds")
            with _in_our_words():
                self._connection().execute(
                    "INSERT INTO vault_key VALUES (?,?,?,?)", (subject, category, wrapped, stamp)
                )
        else:
            raise KeyLost(
                "there is no {category} key for {subject}", category=category, subject=subject
            )
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
            with self._lock, _in_our_words():
                row = self._connection().execute("SELECT wrapped FROM vault_check").fetchone()
            if row is None:
                raise StoreTrouble("the vault cannot be used")
            self._unwrap(wrapping, row[0], _CHECK)
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

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            if not self.path.exists():
                raise KeyLost("the vault {file} is missing", file=self.path.name)
            self._open = sqlite3.connect(
                self.path, timeout=30, isolation_level=None, check_same_thread=False
            )
            self._open.execute("PRAGMA secure_delete=ON")
            self._open.execute("PRAGMA synchronous=FULL")
        return self._open


def _bound_to(stream: str, version: int, name: str) -> bytes:
    return f"trajet.sealed/v1|{stream}|{version}|{name}".encode()


def write_private(path: Path, content: bytes) -> None:
    """Create a file, whole at once, that only its owner can read; ``FileExistsError`` if it is."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:  # a stick or share that knows no second name for a file
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as trouble:
        raise StoreTrouble("the vault cannot be used") from trouble
