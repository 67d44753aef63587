"""
Signed notes (C2SP signed-note), and the checkpoints of the log that are written in them.

A note is a text with signatures under it; a checkpoint is one that says which log, how
many leaves and which root, and, of ours, when it was signed and where each stream stood.
What is read here comes from strangers: whatever does not follow the form is refused.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple, NoReturn

from domain.errors import BadInput
from domain.merkle import leaf_hash
from domain.proofs import consistent, included

LOG_KEY, WITNESS_KEY = 0x01, 0x04
"""Kinds of keys: Ed25519 over the text; Ed25519 over the text and a time (cosignature/v1)."""

HASH_BYTES = KEY_BYTES = 32
LARGEST = 2**63 - 1
LONGEST_NOTE = 1_000_000
"""Letters in a note, at most."""

MOST_SIGNATURES = 100

_ID_BYTES, _TIME_BYTES, _SIGNATURE_BYTES = 4, 8, 64
_DASH = "— "
_PRIVATE = "PRIVATE+KEY+"
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
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
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        if line[:2] != (self.name, self.key_id):
            return False
        message, raw = text.encode(), line.payload
        if self.kind == WITNESS_KEY:
            moment = time_of(line)
            if moment is None:
                return False
            message, raw = cosigned(text, int(moment.timestamp())), raw[_TIME_BYTES:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(raw, message)
        except (InvalidSignature, ValueError):
            return False
        return True


class PrivateKey(NamedTuple):
    """What a private key's file says: name, kind, the id it claims, and the seed."""

    name: str
    kind: int
    key_id: bytes
    seed: bytes


class Heads(NamedTuple):
    """How many streams a log had at a size, and the root of the tree of their last versions."""

    streams: int
    root: bytes


class Checkpoint(NamedTuple):
    """
    What a log says of itself: its name, how many leaves it has, and their root.

    ``at`` is when it was signed, ``heads`` where each stream stood; ``None`` in a
    checkpoint of somebody else's making.
    """

    origin: str
    size: int
    root: bytes
    at: datetime | None = None
    heads: Heads | None = None

    def __str__(self) -> str:
        """Write the text that is signed."""
        lines = [self.origin, str(self.size), encoded(self.root)]
        if self.at is not None:
            lines.append(f"{_AT}{instant(self.at)}")
        if self.heads is not None:
            lines.append(f"{_HEADS}{self.heads.streams} {encoded(self.heads.root)}")
        return "".join(f"{line}\n" for line in lines)


_AT, _HEADS = "trajet.at ", "trajet.heads "


_HEAD = b"trajet.head/v1\n"


def head_leaf(stream: str, version: int, index: int) -> bytes:
    """Write the leaf of a stream in the tree of heads: its last version, and that event's leaf."""
    return f"trajet.head/v1\n{stream}\n{version}\n{index}\n".encode()


def head_hash(stream: str, version: int, index: int) -> bytes:
    """Hash the leaf of a stream in the tree of heads."""
    return leaf_hash(head_leaf(stream, version, index))


def instant(moment: datetime) -> str:
    """Write an instant as checkpoints do: UTC, whole seconds, ``Z``."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


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
        _refuse("signed note", 1, "it is longer than any note")
    _check_letters("signed note", text)
    body, blank, below = text.rpartition("\n\n")
    first = body.count("\n") + 3
    if not blank or not body:
        _refuse(
            "signed note", text.count("\n") + 1, "there is no blank line with signatures below it"
        )
    if not below.endswith("\n"):
        _refuse("signed note", text.count("\n") + 1, "the last line does not end")
    written = below[:-1].split("\n")
    if len(written) > MOST_SIGNATURES:
        _refuse(
            "signed note", first + MOST_SIGNATURES, "there are more signatures than any note has"
        )
    lines = tuple(_line(line, first + place) for place, line in enumerate(written))
    for place, line in enumerate(lines):
        if line in lines[:place]:
            _refuse("signed note", first + place, "this signature stands there twice")
    return Note(body + "\n", lines)


def _line(written: str, number: int) -> Line:
    name, blank, packed = written.removeprefix(_DASH).partition(" ")
    raw = decoded(packed)
    if (
        not (written.startswith(_DASH) and blank and is_name(name))
        or raw is None
        or len(raw) <= _ID_BYTES
    ):
        _refuse("signed note", number, "this is no signature line")
    return Line(name, raw[:_ID_BYTES], raw[_ID_BYTES:])


def read_checkpoint(text: str) -> Checkpoint:
    """
    Read the text of a checkpoint, without the signatures below it.

    Further lines than ours are passed over, as C2SP tlog-checkpoint has it. Raises
    :class:`BadInput` naming the line that is not as it should be.
    """
    _check_letters("checkpoint", text)
    if not text.endswith("\n"):
        _refuse("checkpoint", text.count("\n") + 1, "the last line does not end")
    lines = text[:-1].split("\n")
    origin, size, root = [*lines, "", ""][:3]
    if not origin.strip() or not origin.isprintable():
        _refuse("checkpoint", 1, "the name of the log is missing")
    leaves = number(size)
    if leaves is None:
        _refuse("checkpoint", 2, "the size is no decimal number")
    raw = _hash(root)
    if raw is None:
        _refuse("checkpoint", 3, "the root is no SHA-256 in base64")
    at, heads = _extended(lines[3:])
    return Checkpoint(origin, leaves, raw, at, heads)


def _extended(lines: Sequence[str]) -> tuple[datetime | None, Heads | None]:
    """Read the lines of a checkpoint below the third."""
    at: datetime | None = None
    heads: Heads | None = None
    for place, line in enumerate(lines, start=4):
        if not line:
            _refuse("checkpoint", place, "this line is empty")
        if line.startswith(_AT):
            if at is not None:
                _refuse("checkpoint", place, "this stands there twice")
            at = _moment(line.removeprefix(_AT), place)
        elif line.startswith(_HEADS):
            if heads is not None:
                _refuse("checkpoint", place, "this stands there twice")
            heads = _heads(line.removeprefix(_HEADS), place)
    return at, heads


def _moment(written: str, place: int) -> datetime:
    try:
        moment = datetime.fromisoformat(written) if _INSTANT.fullmatch(written) else None
    except ValueError:
        moment = None
    if moment is None:
        _refuse("checkpoint", place, "this is no instant in UTC")
    return moment


def _heads(written: str, place: int) -> Heads:
    streams, _, root = written.partition(" ")
    counted, raw = number(streams), _hash(root)
    if counted is None or raw is None:
        _refuse("checkpoint", place, "this is no number of streams with a root")
    return Heads(counted, raw)


def checkpoint_in(text: str) -> tuple[Note, Checkpoint]:
    """Read a checkpoint with its signatures; :class:`BadInput` naming the line at fault."""
    note = read_note(text)
    return note, read_checkpoint(note.text)


class Consistency(NamedTuple):
    """That a log only grew: an older size, a proof, and the newer checkpoint."""

    old: int
    proof: tuple[bytes, ...]
    note: Note

    def leads_from(self, before: Checkpoint) -> bool:
        """Tell whether the log of its checkpoint begins with an older one."""
        new = read_checkpoint(self.note.text)
        sizes = before.origin == new.origin and before.size == self.old
        return sizes and consistent(self.old, before.root, new.size, new.root, self.proof)

    def __str__(self) -> str:
        """Write it as a witness is asked (C2SP tlog-witness, add-checkpoint)."""
        return f"old {self.old}\n{_written(self.proof)}\n{self.note}"


class Inclusion(NamedTuple):
    """That a leaf is in a tree: its text, its place there, a proof, and the checkpoint."""

    leaf: bytes
    place: int
    proof: tuple[bytes, ...]
    note: Note

    @property
    def of_a_head(self) -> bool:
        """Tell a proof of where a stream stood from one of an act."""
        return self.leaf.startswith(_HEAD)

    def leads_to(self, size: int, root: bytes) -> bool:
        """Tell whether the proof holds in the tree of that size and root."""
        return included(leaf_hash(self.leaf), self.place, size, self.proof, root)

    def holds(self) -> bool:
        """
        Tell whether the proof holds in the log, or in the heads, its checkpoint tells of.

        Whether the checkpoint can be relied on is another question. Raises
        :class:`BadInput` where the note is no checkpoint.
        """
        checkpoint = read_checkpoint(self.note.text)
        if not self.of_a_head:
            return self.leads_to(checkpoint.size, checkpoint.root)
        return checkpoint.heads is not None and self.leads_to(*checkpoint.heads)

    def __str__(self) -> str:
        """Write it as C2SP tlog-proof has it, the text of the leaf as its extra data."""
        above = f"{_PROOF}\nextra {encoded(self.leaf)}\nindex {self.place}\n"
        return f"{above}{_written(self.proof)}\n{self.note}"


_PROOF = "c2sp.org/tlog-proof@v1"


def read_consistency(text: str) -> Consistency:
    """Read what a witness is asked; :class:`BadInput` naming the line at fault."""
    above, note = _parted("request", text)
    old = number(above[0].removeprefix("old ")) if above[0].startswith("old ") else None
    if old is None:
        _refuse("request", 1, "it does not say which size it begins at: old and a number")
    return Consistency(old, tuple(_hashes("request", above[1:], 2)), note)


def read_inclusion(text: str) -> Inclusion:
    """Read a proof that a leaf is in a tree; :class:`BadInput` naming the line at fault."""
    above, note = _parted("proof", text)
    first, extra, index, *hashes = [*above, "", ""]
    if first != _PROOF:
        _refuse("proof", 1, "this is not how a proof begins")
    leaf = decoded(extra.removeprefix("extra ")) if extra.startswith("extra ") else None
    if not leaf:
        _refuse("proof", 2, "the text of the leaf is missing")
    place = number(index.removeprefix("index ")) if index.startswith("index ") else None
    if place is None:
        _refuse("proof", 3, "the index is no decimal number")
    return Inclusion(leaf, place, tuple(_hashes("proof", hashes[:-2], 4)), note)


def _parted(what: str, text: str) -> tuple[list[str], Note]:
    """Part what stands above the first blank line from the note below it."""
    if len(text) > LONGEST_NOTE:
        _refuse(what, 1, "it is longer than any note")
    _check_letters(what, text)
    above, blank, note = text.partition("\n\n")
    if not blank:
        _refuse(what, text.count("\n") + 1, "there is no checkpoint below it")
    return above.split("\n"), read_note(note)


def _hashes(what: str, lines: Sequence[str], first: int) -> Iterator[bytes]:
    for place, line in enumerate(lines, start=first):
        raw = _hash(line)
        if raw is None:
            _refuse(what, place, "this is no SHA-256 in base64")
        if place - first == _MOST_HASHES:
            _refuse(what, place, "there are more hashes than any proof has")
        yield raw


_MOST_HASHES = 63


def _written(hashes: Sequence[bytes]) -> str:
    return "".join(f"{encoded(one)}\n" for one in hashes)


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


def _hash(text: str) -> bytes | None:
    raw = decoded(text)
    return raw if raw is not None and len(raw) == HASH_BYTES else None


def _check_letters(what: str, text: str) -> None:
    """Refuse what no such text holds: control characters, halves of letters."""
    for place, line in enumerate(text.split("\n"), start=1):
        if any(letter < " " or "\x7f" <= letter <= "\x9f" for letter in line):
            _refuse(what, place, "there is a control character in it")
        if any("\ud800" <= letter <= "\udfff" for letter in line):
            _refuse(what, place, "this is no text")


def _refuse(what: str, line: int, why: str) -> NoReturn:
    raise BadInput("line {line} of the {what} cannot be read: {why}", line=line, what=what, why=why)
