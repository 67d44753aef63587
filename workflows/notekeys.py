"""The keys with which logs and witnesses sign, each in a file of its own beside no store."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from domain.errors import BadInput, StoreTrouble
from domain.note import (
    LOG_KEY,
    Key,
    Line,
    cosignature,
    cosigned,
    is_name,
    read_private_key,
    shown,
    written_private_key,
)
from workflows.private import write_private

_LARGEST = 4096


class NoteSigner(NamedTuple):
    """A key that can sign, and the file it was read from."""

    key: Key
    raw: Callable[[bytes], bytes]
    file: Path

    def sign(self, text: str) -> Line:
        """Sign a text as a log does."""
        return Line(self.key.name, self.key.key_id, self.raw(text.encode()))

    def cosign(self, text: str, moment: datetime) -> Line:
        """Sign a text as a witness does, at a moment."""
        seconds = int(moment.timestamp())
        payload = cosignature(seconds, self.raw(cosigned(text, seconds)))
        return Line(self.key.name, self.key.key_id, payload)

    def beside(self, what: str) -> Path:
        """Name a file beside that of the key."""
        return self.file.with_name(f"{self.file.name}.{what}")


def make_key(file: Path, name: str, kind: int) -> Key:
    """
    Make a key in a new file, private to its owner; return its public half.

    Raises :class:`BadInput` for a name no key can have or a file that is there, and
    :class:`StoreTrouble` where it cannot be written.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not is_name(name):
        raise BadInput(
            "{name} is no name for a key; a name has letters, neither blanks nor +: "
            "trajet.example.be/holsbeek",
            name=shown(name),
        )
    if not file.parent.is_dir():
        raise BadInput("there is no folder {folder}", folder=file.parent)
    private = Ed25519PrivateKey.generate()
    key = Key(name, kind, private.public_key().public_bytes_raw())
    try:
        write_private(file, written_private_key(key, private.private_bytes_raw()).encode())
    except FileExistsError as there:
        raise BadInput("{file} is there already; no key is put over it", file=file) from there
    except OSError as trouble:
        raise StoreTrouble("{file} cannot be written", file=file) from trouble
    return key


def load_key(file: Path, kind: int | None = None) -> NoteSigner:
    """Read a key from its file; :class:`BadInput` where it holds none, or one of another kind."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST).decode("utf-8", "replace")
    except OSError as trouble:
        raise BadInput("{file} cannot be read", file=file) from trouble
    found = read_private_key(text.replace("\r\n", "\n"))
    if found is None:
        raise BadInput(
            "{file} holds no key that signs checkpoints; make one with: trajet audit key new",
            file=file,
        )
    private = Ed25519PrivateKey.from_private_bytes(found.seed)
    key = Key(found.name, found.kind, private.public_key().public_bytes_raw())
    if key.key_id != found.key_id:
        raise BadInput("the id in {key} is not that of the key", key=file)
    if kind is not None and key.kind != kind:
        if kind == LOG_KEY:
            raise BadInput("{file} holds the key of a witness, not of a log", file=file)
        raise BadInput("{file} holds the key of a log, not of a witness", file=file)
    return NoteSigner(key, private.sign, file)
