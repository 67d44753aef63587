"""
Signed notes (C2SP signed-note), and the keys of logs and witnesses that sign them.

A note is a text with signatures under it. What is read here comes from strangers: whatever
does not follow the form is refused.
"""

import base64
import binascii
import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple, NoReturn

from domain.ed25519 import holds
from domain.errors import BadInput

LOG_KEY, WITNESS_KEY = 0x01, 0x04
"""Kinds of keys: Ed25519 over the text; Ed25519 over the text and a time (cosignature/v1)."""

KEY_BYTES = 32
LARGEST = 2**63 - 1
LONGEST_NOTE = 1_000_000
"""Letters in a note, at most."""

MOST_SIGNATURES = 100

_ID_BYTES, _TIME_BYTES, _SIGNATURE_BYTES = 4, 8, 64
_DASH = "— "
_PRIVATE = "PRIVATE+KEY+"
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")
_ID = re.compile(r"[0-9a-f]{8}")


class Line(NamedTuple):
    """A signature under a note: the name of the key, its id, and what it signed with."""

    name: str
    key_id: bytes
    payload: bytes

    def __str__(self) -> str:
        """Write the line, without its newline."""
        return f"{_DASH}{self.name} {encoded(self.key_id + self.payload)}"


class Note(NamedTuple):
    """A text, ending in a newline, and the signatures under it."""

    text: str
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        """Write the note as it is handed on."""
        return self.text + "\n" + "".join(f"{line}\n" for line in self.lines)

    def signed_also(self, line: Line) -> "Note":
        """Return the note with one more signature; one of the same key is put in its place."""
        others = [one for one in self.lines if one[:2] != line[:2]]
        return self._replace(lines=(*others, line))


class Key(NamedTuple):
    """A public key, by its name, its kind (:data:`LOG_KEY`, :data:`WITNESS_KEY`) and its bytes."""

    name: str
    kind: int
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The first four bytes of the hash of all three."""
        whole = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return sha256(whole).digest()[:_ID_BYTES]

    def __str__(self) -> str:
        """Write the key as policies have it (a vkey)."""
        return f"{self.name}+{self.key_id.hex()}+{encoded(bytes([self.kind]) + self.public)}"

    def lines_of(self, note: Note) -> list[Line]:
        """Return the lines that say they are of this key."""
        return [line for line in note.lines if line[:2] == (self.name, self.key_id)]

    def signed(self, note: Note) -> bool:
        """Tell whether a note bears a signature of this key, and none that is false."""
        lines = self.lines_of(note)
        return bool(lines) and all(self.fits(note.text, line) for line in lines)

    def cosigned_at(self, note: Note) -> datetime | None:
        """Return when a witness cosigned a note; ``None`` if it did not, or a line is false."""
        if self.kind != WITNESS_KEY or not self.signed(note):
            return None
        return max(moment for line in self.lines_of(note) if (moment := time_of(line)))

    def fits(self, text: str, line: Line) -> bool:
        """Tell whether this key made a signature over a text."""
        if line[:2] != (self.name, self.key_id):
            return False
        message, raw = text.encode(), line.payload
        if self.kind == WITNESS_KEY:
            moment = time_of(line)
            if moment is None:
                return False
            message, raw = cosigned(text, int(moment.timestamp())), raw[_TIME_BYTES:]
        return holds(self.public, raw, message)


class PrivateKey(NamedTuple):
    """What a private key's file says: name, kind, the id it claims, and the seed."""

    name: str
    kind: int
    key_id: bytes
    seed: bytes


def cosigned(text: str, seconds: int) -> bytes:
    """Write what a witness signs of a note's text: a time, in Unix seconds, and the text."""
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def cosignature(seconds: int, raw: bytes) -> bytes:
    """Put a witness's time and signature together as they stand in its line."""
    return seconds.to_bytes(_TIME_BYTES) + raw


def time_of(line: Line) -> datetime | None:
    """Return when a witness says it cosigned; ``None`` for a line of another form."""
    if len(line.payload) != _TIME_BYTES + _SIGNATURE_BYTES:
        return None
    seconds = int.from_bytes(line.payload[:_TIME_BYTES])
    return datetime.fromtimestamp(seconds, UTC) if seconds < _YEAR_10000 else None


_YEAR_10000 = 253_402_300_800


def read_note(text: str) -> Note:
    """
    Read a signed note; :class:`BadInput` naming the line that is not as it should be.

    The signatures are not judged: whose count is for whoever reads to say.
    """
    if len(text) > LONGEST_NOTE:
        refuse("signed note", 1, "it is longer than any note")
    check_letters("signed note", text)
    body, blank, below = text.rpartition("\n\n")
    first = body.count("\n") + 3
    if not blank or not body:
        refuse(
            "signed note", text.count("\n") + 1, "there is no blank line with signatures below it"
        )
    if not below.endswith("\n"):
        refuse("signed note", text.count("\n") + 1, "the last line does not end")
    written = below[:-1].split("\n")
    if len(written) > MOST_SIGNATURES:
        refuse(
            "signed note", first + MOST_SIGNATURES, "there are more signatures than any note has"
        )
    lines = tuple(_line(line, first + place) for place, line in enumerate(written))
    for place, line in enumerate(lines):
        if line in lines[:place]:
            refuse("signed note", first + place, "this signature stands there twice")
    return Note(body + "\n", lines)


def _line(written: str, number: int) -> Line:
    name, blank, packed = written.removeprefix(_DASH).partition(" ")
    raw = decoded(packed)
    if (
        not (written.startswith(_DASH) and blank and is_name(name))
        or raw is None
        or len(raw) <= _ID_BYTES
    ):
        refuse("signed note", number, "this is no signature line")
    return Line(name, raw[:_ID_BYTES], raw[_ID_BYTES:])


def read_key(text: str) -> Key:
    """
    Read a public key as policies have it: ``NAME+ID+BASE64``.

    Raises :class:`BadInput` for one of another form or kind, or whose id is not its own; it
    tells the name alone, since what was given may be a private key by mistake.
    """
    name, key_id, packed = _cut(text)
    raw = decoded(packed) or b""
    if not (is_name(name) and len(raw) == 1 + KEY_BYTES and raw[0] in {LOG_KEY, WITNESS_KEY}):
        raise BadInput("{key} is no public key of a log or a witness", key=shown(name))
    key = Key(name, raw[0], raw[1:])
    if key.key_id.hex() != key_id:
        raise BadInput("the id in {key} is not that of the key", key=shown(name))
    return key


def read_private_key(text: str) -> PrivateKey | None:
    """Read a private key as Go's note package writes it; ``None`` for what is none."""
    name, key_id, packed = _cut(text.removesuffix("\n").removeprefix(_PRIVATE))
    raw = decoded(packed) or b""
    if not (text.startswith(_PRIVATE) and is_name(name) and _ID.fullmatch(key_id)):
        return None
    if len(raw) != 1 + KEY_BYTES or raw[0] not in {LOG_KEY, WITNESS_KEY}:
        return None
    return PrivateKey(name, raw[0], bytes.fromhex(key_id), raw[1:])


def written_private_key(key: Key, seed: bytes) -> str:
    """Write a private key on a line, as Go's note package does."""
    packed = encoded(bytes([key.kind]) + seed)
    return f"{_PRIVATE}{key.name}+{key.key_id.hex()}+{packed}\n"


def _cut(text: str) -> tuple[str, str, str]:
    name, _, rest = text.partition("+")
    key_id, _, packed = rest.partition("+")
    return name, key_id, packed


def is_name(name: str) -> bool:
    """Tell whether a text may be the name of a key: letters that are seen, no blank, no plus."""
    return bool(name) and name.isprintable() and not re.search(r"[\s+]", name)


def shown(text: str) -> str:
    """Cut a text from elsewhere so that it may be shown in a message."""
    seen = "".join(letter if letter.isprintable() else "?" for letter in text[:_SHOWN])
    return seen + ("…" if len(text) > _SHOWN else "")


_SHOWN = 80


def encoded(raw: bytes) -> str:
    """Write bytes in base64."""
    return base64.b64encode(raw).decode()


def decoded(text: str) -> bytes | None:
    """Read base64 written in the one right way; ``None`` for anything else."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if encoded(raw) == text else None


def number(text: str) -> int | None:
    """Read a decimal number as these texts have it; ``None`` for anything else."""
    return int(text) if _DECIMAL.fullmatch(text) and int(text) <= LARGEST else None


def check_letters(what: str, text: str) -> None:
    """Refuse what no such text holds: control characters, halves of letters."""
    for place, line in enumerate(text.split("\n"), start=1):
        if any(letter < " " or "\x7f" <= letter <= "\x9f" for letter in line):
            refuse(what, place, "there is a control character in it")
        if any("\ud800" <= letter <= "\udfff" for letter in line):
            refuse(what, place, "this is no text")


def refuse(what: str, line: int, why: str) -> NoReturn:
    """Refuse a text for one of its lines: :class:`BadInput`."""
    raise BadInput("line {line} of the {what} cannot be read: {why}", line=line, what=what, why=why)
