"""
The names in an export: real ones, or what stands for them.

What stands for a name is a keyed hash of it (HMAC-SHA-256, the first 80 bits): without the key
nobody can try out all numbers of a centre and see which one fits. The same key gives the same
names, so that exports made with it can be joined; the key itself is in no export.
"""

import hmac
import re
from base64 import b32encode
from functools import lru_cache
from hashlib import sha256
from typing import Protocol

from projections.export.fields import Kind

KEY_BYTES = 32

_SHORT = {Kind.DOSSIER: "d", Kind.ACCOUNT: "a", Kind.PERSON: "p", Kind.REFERENCE: "r"}


class Names(Protocol):
    """Says under which name somebody or something goes in an export."""

    told: str
    """``plain``, or the mark of the key: two exports with one mark can be joined."""

    @property
    def real(self) -> bool:
        """Tell whether these are the real ones."""

    def of(self, kind: Kind, name: str) -> str:
        """Name a dossier, an account, a person or a reference."""


class RealNames:
    """Leaves every name as it is."""

    told = "plain"
    real = True

    def of(self, _kind: Kind, name: str) -> str:
        """Return the name, with what no file can hold replaced."""
        return clean(name)


class Pseudonyms:
    """Puts the keyed hash of a name in its place; ``ValueError`` for a key of another length."""

    real = False

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a key of pseudonyms is 32 bytes")
        self._key = key
        self.told = self._hash("trajet.export.key/v1")[:8]
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, kind: Kind, name: str) -> str:
        return f"{_SHORT[kind]}-{self._hash(f'trajet.export.name/v1|{kind}|{name}')}"

    def _hash(self, text: str) -> str:
        digest = hmac.digest(self._key, text.encode("utf-8", "surrogatepass"), sha256)
        return b32encode(digest[:10]).decode().lower()


def clean(text: str) -> str:
    """
    Replace what XML or a line of text cannot hold: control characters, line ends, half letters.

    One such character makes a whole XES file unreadable.
    """
    return _UNTOLD.sub("\N{REPLACEMENT CHARACTER}", text)


_UNTOLD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
