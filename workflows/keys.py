"""The public keys of people, as OpenSSH writes them."""

import base64
import binascii
from pathlib import Path

from domain.ed25519 import KEY_BYTES, is_sound
from domain.errors import BadInput
from domain.signature import KIND, fingerprint

_PREFIX = b"\x00\x00\x00\x0bssh-ed25519\x00\x00\x00\x20"
_BYTES = len(_PREFIX) + KEY_BYTES
_LARGEST = 16_384


def read_public_key(file: Path) -> tuple[str, str]:
    """
    Read a public key file; return the key without its comment, and its fingerprint.

    Raises :class:`BadInput` for a file that cannot be read, holds a private key, or holds
    no Ed25519 key.
    """
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST).decode("ascii", "replace").strip()
    except OSError as trouble:
        raise BadInput("{file} cannot be read", file=file) from trouble
    if "PRIVATE KEY" in text:
        raise BadInput("{file} holds a private key; give the file that ends in .pub", file=file)
    words = text.split()
    blob = _decoded(words[1]) if len(words) > 1 and words[0] == KIND else b""
    sound = len(blob) == _BYTES and blob.startswith(_PREFIX) and is_sound(blob[-KEY_BYTES:])
    if len(text.splitlines()) != 1 or not sound:
        raise BadInput("{file} holds no {kind} public key", file=file, kind=KIND)
    return f"{words[0]} {words[1]}", fingerprint(blob)


def blob_of(key: str) -> bytes:
    """Return the bytes of a key that was read before; empty for what is none."""
    return _decoded(key.partition(" ")[2])


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
