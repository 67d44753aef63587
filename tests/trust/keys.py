"""Keys that sign notes in tests: made from fixed seeds, so that every run is the same."""

from hashlib import sha256
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from domain.note import LOG_KEY, WITNESS_KEY, Key, Line, Note, cosignature, cosigned


class Signer(NamedTuple):
    """A key with its private half."""

    key: Key
    private: Ed25519PrivateKey
    seed: bytes

    def sign(self, text: str) -> Line:
        """Sign a text as a log does."""
        return self._line(self.private.sign(text.encode()))

    def cosign(self, text: str, seconds: int) -> Line:
        """Sign a text as a witness does, at a time."""
        raw = self.private.sign(cosigned(text, seconds))
        return self._line(cosignature(seconds, raw))

    def _line(self, payload: bytes) -> Line:
        return Line(self.key.name, self.key.key_id, payload)

    def note(self, text: str) -> Note:
        """Make a note of a text with this one signature."""
        return Note(text, (self.sign(text),))


def log(name: str = "trajet.example/office", seed: str = "log") -> Signer:
    """Make the key of a log."""
    return _made(name, LOG_KEY, seed)


def witness(name: str, seed: str | None = None) -> Signer:
    """Make the key of a witness."""
    return _made(name, WITNESS_KEY, seed or name)


def _made(name: str, kind: int, seed: str) -> Signer:
    raw = sha256(seed.encode()).digest()
    private = Ed25519PrivateKey.from_private_bytes(raw)
    return Signer(Key(name, kind, private.public_key().public_bytes_raw()), private, raw)
