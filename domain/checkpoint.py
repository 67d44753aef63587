"""
What a log says of itself, in a signed note, and what is proved by it, as texts.

A checkpoint says which log, how many leaves and which root, and, of ours, when it was signed
and where each stream stood (C2SP tlog-checkpoint); a proof ends in one. What is read here comes
from strangers: whatever does not follow the form is refused.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from domain.merkle import leaf_hash
from domain.note import (
    LONGEST_NOTE,
    Note,
    check_letters,
    decoded,
    encoded,
    number,
    read_note,
    refuse,
)
from domain.proofs import HASH_BYTES, LONGEST, consistent, included

_AT, _HEADS = "trajet.at ", "trajet.heads "
_HEAD = b"trajet.head/v1\n"
_PROOF = "c2sp.org/tlog-proof@v1"
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


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


def head_leaf(stream: str, version: int, index: int) -> bytes:
    """Write the leaf of a stream in the tree of heads: its last version, and that event's leaf."""
    return _HEAD + f"{stream}\n{version}\n{index}\n".encode()


def head_hash(stream: str, version: int, index: int) -> bytes:
    """Hash the leaf of a stream in the tree of heads."""
    return leaf_hash(head_leaf(stream, version, index))


def instant(moment: datetime) -> str:
    """Write an instant as checkpoints do: UTC, whole seconds, ``Z``."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def read_checkpoint(text: str) -> Checkpoint:
    """
    Read the text of a checkpoint, without the signatures below it.

    Further lines than ours are passed over, as C2SP tlog-checkpoint has it. Raises
    :class:`BadInput` naming the line that is not as it should be.
    """
    check_letters("checkpoint", text)
    if not text.endswith("\n"):
        refuse("checkpoint", text.count("\n") + 1, "the last line does not end")
    lines = text[:-1].split("\n")
    origin, size, root = [*lines, "", ""][:3]
    if not origin.strip() or not origin.isprintable():
        refuse("checkpoint", 1, "the name of the log is missing")
    leaves = number(size)
    if leaves is None:
        refuse("checkpoint", 2, "the size is no decimal number")
    raw = _hash(root)
    if raw is None:
        refuse("checkpoint", 3, "the root is no SHA-256 in base64")
    at, heads = _extended(lines[3:])
    return Checkpoint(origin, leaves, raw, at, heads)


def _extended(lines: Sequence[str]) -> tuple[datetime | None, Heads | None]:
    """Read the lines of a checkpoint below the third."""
    at: datetime | None = None
    heads: Heads | None = None
    for place, line in enumerate(lines, start=4):
        if not line:
            refuse("checkpoint", place, "this line is empty")
        if line.startswith(_AT):
            if at is not None:
                refuse("checkpoint", place, "this stands there twice")
            at = _moment(line.removeprefix(_AT), place)
        elif line.startswith(_HEADS):
            if heads is not None:
                refuse("checkpoint", place, "this stands there twice")
            heads = _heads(line.removeprefix(_HEADS), place)
    return at, heads


def _moment(written: str, place: int) -> datetime:
    try:
        moment = datetime.fromisoformat(written) if _INSTANT.fullmatch(written) else None
    except ValueError:
        moment = None
    if moment is None:
        refuse("checkpoint", place, "this is no instant in UTC")
    return moment


def _heads(written: str, place: int) -> Heads:
    streams, _, root = written.partition(" ")
    counted, raw = number(streams), _hash(root)
    if counted is None or raw is None:
        refuse("checkpoint", place, "this is no number of streams with a root")
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


def read_consistency(text: str) -> Consistency:
    """Read what a witness is asked; :class:`BadInput` naming the line at fault."""
    above, note = _parted("request", text)
    old = number(above[0].removeprefix("old ")) if above[0].startswith("old ") else None
    if old is None:
        refuse("request", 1, "it does not say which size it begins at: old and a number")
    return Consistency(old, tuple(_hashes("request", above[1:], 2)), note)


def read_inclusion(text: str) -> Inclusion:
    """Read a proof that a leaf is in a tree; :class:`BadInput` naming the line at fault."""
    above, note = _parted("proof", text)
    first, extra, index, *hashes = [*above, "", ""]
    if first != _PROOF:
        refuse("proof", 1, "this is not how a proof begins")
    leaf = decoded(extra.removeprefix("extra ")) if extra.startswith("extra ") else None
    if not leaf:
        refuse("proof", 2, "the text of the leaf is missing")
    place = number(index.removeprefix("index ")) if index.startswith("index ") else None
    if place is None:
        refuse("proof", 3, "the index is no decimal number")
    return Inclusion(leaf, place, tuple(_hashes("proof", hashes[:-2], 4)), note)


def _parted(what: str, text: str) -> tuple[list[str], Note]:
    """Part what stands above the first blank line from the note below it."""
    if len(text) > LONGEST_NOTE:
        refuse(what, 1, "it is longer than any note")
    check_letters(what, text)
    above, blank, note = text.partition("\n\n")
    if not blank:
        refuse(what, text.count("\n") + 1, "there is no checkpoint below it")
    return above.split("\n"), read_note(note)


def _hashes(what: str, lines: Sequence[str], first: int) -> Iterator[bytes]:
    for place, line in enumerate(lines, start=first):
        raw = _hash(line)
        if raw is None:
            refuse(what, place, "this is no SHA-256 in base64")
        if place - first == LONGEST:
            refuse(what, place, "there are more hashes than any proof has")
        yield raw


def _written(hashes: Sequence[bytes]) -> str:
    return "".join(f"{encoded(one)}\n" for one in hashes)


def _hash(text: str) -> bytes | None:
    raw = decoded(text)
    return raw if raw is not None and len(raw) == HASH_BYTES else None
