"""
What is signed of an act, and reading a signature in the form of ``ssh-keygen -Y`` (SSHSIG).

What is signed is written out of the line as it is stored, sealed fields as their ciphertext,
so that whoever has the log can check it without any key of ours. It names the log, the
dossier and the version that comes before: signed for another place, it fits nowhere.
The form of the signature is OpenSSH's PROTOCOL.sshsig, with Ed25519 and SHA-512.
"""

import base64
import binascii
import json
import struct
from hashlib import sha256, sha512
from typing import Any, NamedTuple

from domain.ed25519 import KEY_BYTES, holds

FORMAT = "trajet.command/v1\n"
NAMESPACE = b"trajet.command"
KIND = "ssh-ed25519"

_MAGIC, _VERSION, _HASH = b"SSHSIG", struct.pack(">I", 1), b"sha512"


def message(origin: str, stream: str, version: int, topic: str, said: dict[str, Any]) -> bytes:
    """
    Write out what is signed of a stored line: eight fields as canonical JSON (RFC 8785).

    ``said`` is the stored text of the line, read as JSON. Its ``data`` are signed with when the
    act happened; when it was recorded is the store's to say.
    """
    when = {"occurred_at": said["at"]} | ({"whole_day": True} if said.get("day") else {})
    fields = {
        "origin": origin,
        "dossier": stream,
        "expected_version": version - 1,
        "command_id": said["cmd"],
        "type": topic,
        "account": said["by"],
        "on_behalf_of": said.get("for"),
        "data": {**said["data"], **when},
    }
    return (FORMAT + canonical(fields)).encode()


def canonical(value: object) -> str:
    """Write JSON in the one way RFC 8785 knows: keys sorted, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(key: bytes) -> str:
    """Name a key as ``ssh-keygen -l`` does: SHA-256 of its bytes, in base64 without padding."""
    return f"SHA256:{base64.b64encode(sha256(key).digest()).decode().rstrip('=')}"


class Signature(NamedTuple):
    """A signature that was read: whose key, for what, how hashed, and the raw signature."""

    key: bytes
    namespace: bytes
    hashed_by: bytes
    raw: bytes

    @property
    def fingerprint(self) -> str:
        """The name of the key."""
        return fingerprint(self.key)

    def fits(self, signed: bytes, namespace: bytes = NAMESPACE) -> bool:
        """Tell whether the key signed this message, for this purpose."""
        meant = self.namespace == namespace and self.hashed_by == _HASH
        return meant and holds(self.key[-KEY_BYTES:], self.raw, to_sign(signed, namespace))


def read(text: str) -> Signature | None:
    """Read a signature in base64; ``None`` for what is none, or of another kind of key."""
    try:
        whole = base64.b64decode(text, validate=True)
        start = len(_MAGIC) + len(_VERSION)
        if whole[:start] != _MAGIC + _VERSION:
            return None
        key, namespace, _reserved, hashed_by, blob = strings(whole[start:], 5)
        kind, raw = strings(blob, 2)
        own_kind, public = strings(key, 2)
    except (binascii.Error, ValueError, struct.error):
        return None
    if {kind, own_kind} != {KIND.encode()} or len(public) != KEY_BYTES:
        return None
    return Signature(key, namespace, hashed_by, raw)


def written(key: bytes, raw: bytes, namespace: bytes = NAMESPACE) -> str:
    """Write a signature in base64, without the lines ``ssh-keygen`` puts round it."""
    blob = string(KIND.encode()) + string(raw)
    parts = (key, namespace, b"", _HASH, blob)
    return base64.b64encode(_MAGIC + _VERSION + b"".join(map(string, parts))).decode()


def armoured(text: str) -> str:
    """Put round a signature the lines that ``ssh-keygen -Y verify`` expects."""
    lines = [text[at : at + 70] for at in range(0, len(text), 70)]
    return "\n".join(("-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""))


def to_sign(signed: bytes, namespace: bytes = NAMESPACE) -> bytes:
    """Write what the key itself signs of a message."""
    return _MAGIC + b"".join(map(string, (namespace, b"", _HASH, sha512(signed).digest())))


def string(content: bytes) -> bytes:
    """Write bytes with their length before them."""
    return struct.pack(">I", len(content)) + content


def strings(packed: bytes, count: int) -> list[bytes]:
    """Read so many strings and nothing after them; ``ValueError`` where it is otherwise."""
    found, at = [], 0
    for _ in range(count):
        (length,) = struct.unpack_from(">I", packed, at)
        at += 4
        if at + length > len(packed):
            raise ValueError("a string ends after the whole")
        found.append(packed[at : at + length])
        at += length
    if at != len(packed):
        raise ValueError("there is more than the strings")
    return found
