"""
Bundles: one dossier, or a whole log, to be verified by a stranger without any store.

A bundle is a zip of which every byte follows from the events and the checkpoint: nothing is
compressed, no member has a moment of its own. The format is told in ``docs/bundle-format.md``.
"""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from domain.checkpoint import Checkpoint, Heads, head_hash
from domain.errors import Contradiction, StoreTrouble
from domain.merkle import Frontier, leaf_hash, leaf_text
from domain.note import Note, encoded
from domain.proofs import Tree, included
from domain.record import ERASED, HOUSE, READ, REFUSED, STAFF, is_dossier
from domain.signature import canonical

FORMAT = "trajet.bundle/v1"
MANIFEST, NOTE, EVENTS = "manifest.json", "checkpoint.note", "events.jsonl"
REGISTRY, HEADS, TOKEN = "registry.jsonl", "heads.jsonl", "checkpoint.tsr"

Line = tuple[int, str, int, str, bytes, int | None, bytes | None]
"""Notification id, stream, version, topic, state, log index, leaf hash: as stores keep them."""


Prove = Callable[[int], list[bytes]]
"""Proves that the leaf of an index is in the log of the checkpoint."""


class Head(NamedTuple):
    """A stream, the version of its last event before a checkpoint, and that event's leaf."""

    stream: str
    version: int
    leaf: int


class HeadsTree:
    """The tree over the last event of every stream, in the order of their names."""

    def __init__(self, heads: Iterable[Head]) -> None:
        self.heads = sorted(heads, key=lambda head: head.stream.encode())
        self._places = {head.stream: place for place, head in enumerate(self.heads)}
        self._tree = Tree([head_hash(*head) for head in self.heads])

    def told(self) -> Heads:
        """Return what a checkpoint says of it."""
        return Heads(len(self.heads), self._tree.root)

    def place_of(self, stream: str) -> int | None:
        """Return where a stream stands among them."""
        return self._places.get(stream)

    def proof(self, place: int) -> list[bytes]:
        """Prove that a head stands at its place."""
        return self._tree.inclusion(place)


class Under(NamedTuple):
    """What a bundle is made under: a checkpoint, and a timestamp token if there is one."""

    note: Note
    checkpoint: Checkpoint
    token: bytes | None = None


class Written(NamedTuple):
    """What went into a bundle, and how many events of the dossier came after its checkpoint."""

    events: int
    later: int


def write_dossier(
    file: BinaryIO,
    under: Under,
    dossier: str,
    lines: Iterable[Line],
    register: Iterable[Line],
    heads: HeadsTree,
    prove: Prove,
) -> Written:
    """
    Write the bundle of a dossier into an empty file.

    ``lines`` are all lines of the dossier, ``register`` those of accounts and house, in the
    order of the log; those after the checkpoint are left out. ``heads`` and ``prove`` are of
    the log at the size of the checkpoint. Raises :class:`Contradiction` where the log is not
    what the checkpoint says, :class:`StoreTrouble` for a line that cannot be read.
    """
    size = under.checkpoint.size
    if heads.told() != under.checkpoint.heads:
        raise _another_log(size)
    mine, later = _before(lines, size)
    people, _ = _before(register, size)
    members = [
        (EVENTS, _proven(mine, under.checkpoint, prove)),
        (REGISTRY, _proven(people, under.checkpoint, prove)),
        (HEADS, _headed(dossier, heads)),
    ]
    _write(file, under, dossier, members)
    return Written(len(mine), len(later))


def write_log(file: BinaryIO, under: Under, lines: Iterable[Line]) -> Written:
    """
    Write the bundle of a whole log into an empty file, its lines in the order of the log.

    Raises as above.
    """
    counted = _Counted(under.checkpoint)
    _write(file, under, None, [(EVENTS, counted.written(lines))])
    return Written(counted.tree.size, 0)


class _Counted:
    """The lines of a whole log on their way, each of them added to the tree."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self._checkpoint = checkpoint
        self._last: dict[str, Head] = {}
        self.tree = Frontier()

    def written(self, lines: Iterable[Line]) -> Iterator[bytes]:
        size = self._checkpoint.size
        for line in lines:
            if self.tree.size == size:
                break
            number, stream, version, topic, state, _, _ = line
            index = self.tree.size
            self.tree.append(leaf_hash(leaf_text(index, number, stream, version, topic, state)))
            self._last[stream] = Head(stream, version, index)
            yield _event(line, index, None)
        told = (self.tree.size, self.tree.root(), HeadsTree(self._last.values()).told())
        if told != (size, self._checkpoint.root, self._checkpoint.heads):
            raise _another_log(size)


def _before(lines: Iterable[Line], size: int) -> tuple[list[Line], list[Line]]:
    """Part lines into those a checkpoint covers and those after it."""
    covered: list[Line] = []
    later: list[Line] = []
    for line in lines:
        index = line[5]
        (covered if index is not None and index < size else later).append(line)
    return covered, later


def _proven(lines: Iterable[Line], checkpoint: Checkpoint, prove: Prove) -> Iterator[bytes]:
    for line in lines:
        number, stream, version, topic, state, index, _ = line
        place = -1 if index is None else index
        proof = prove(place)
        leaf = leaf_hash(leaf_text(place, number, stream, version, topic, state))
        if not included(leaf, place, checkpoint.size, proof, checkpoint.root):
            raise _another_log(checkpoint.size)
        yield _event(line, place, proof)


def _event(line: Line, index: int, proof: Sequence[bytes] | None) -> bytes:
    number, stream, version, topic, state, _, _ = line
    said: dict[str, object] = {
        "index": index,
        "id": number,
        "stream": stream,
        "version": version,
        "topic": topic,
        "state": _text(stream, version, state),
    }
    if proof is not None:
        said["proof"] = [encoded(one) for one in proof]
    return canonical(said).encode() + b"\n"


def _text(stream: str, version: int, state: bytes) -> str:
    try:
        return state.decode()
    except UnicodeDecodeError as damage:
        raise StoreTrouble(
            "the record {stream} version {version} cannot be read; run: trajet audit verify",
            stream=stream,
            version=version,
        ) from damage


def _headed(dossier: str, heads: HeadsTree) -> Iterator[bytes]:
    """Write the heads of the dossier and the register, and of what shows there are no more."""
    shown = {heads.place_of(dossier)}
    accounts = [place for place, head in enumerate(heads.heads) if head.stream.startswith(STAFF)]
    shown.update(accounts, [heads.place_of(HOUSE)])
    for place in _beside(accounts):
        if 0 <= place < len(heads.heads) and not _tells(heads.heads[place].stream):
            shown.add(place)
    for place in sorted(one for one in shown if one is not None):
        head = heads.heads[place]
        proof = [encoded(one) for one in heads.proof(place)]
        said = {**head._asdict(), "index": place, "proof": proof}
        yield canonical(said).encode() + b"\n"


def _beside(places: Sequence[int]) -> tuple[int, ...]:
    return (places[0] - 1, places[-1] + 1) if places else ()


def _tells(stream: str) -> bool:
    """Tell a name that is, or ends in, the number of another dossier: it is kept back."""
    return is_dossier(stream) or stream.startswith((ERASED, READ, REFUSED))


def _another_log(size: int) -> Contradiction:
    return Contradiction(
        "the store does not hold what the checkpoint of {size} leaves says; run: trajet audit "
        "verify --checkpoint",
        size=size,
    )


# --- the zip ----------------------------------------------------------------------------------

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_PLAIN, _DAY_ZERO, _LARGEST = 20, 33, 2**32 - 1
_LENGTHS = (0, 0, 0, 0)


def _write(
    file: BinaryIO,
    under: Under,
    dossier: str | None,
    members: Sequence[tuple[str, Iterable[bytes]]],
) -> None:
    """Write the members; the manifest stands first and is filled in last."""
    parts: list[tuple[str, Iterable[bytes]]] = [(NOTE, [str(under.note).encode()]), *members]
    if under.token is not None:
        parts.append((TOKEN, [under.token]))
    archive = _Zip(file)
    unknown = {name: "0" * 64 for name, _ in parts}
    archive.put(MANIFEST, [_manifest(under.checkpoint, dossier, unknown)])
    files = {name: archive.put(name, content) for name, content in parts}
    archive.fill_in_first(_manifest(under.checkpoint, dossier, files))
    archive.close()


def _manifest(checkpoint: Checkpoint, dossier: str | None, files: dict[str, str]) -> bytes:
    said = {
        "format": FORMAT,
        "origin": checkpoint.origin,
        "dossier": dossier,
        "size": checkpoint.size,
        "files": files,
    }
    return canonical(said).encode()


class _Member(NamedTuple):
    name: bytes
    start: int
    crc: int
    size: int

    def head(self) -> bytes:
        """Write what stands before its bytes."""
        told = (_PLAIN, 0, 0, 0, _DAY_ZERO, self.crc, self.size, self.size, len(self.name), 0)
        return _LOCAL.pack(b"PK\x03\x04", *told) + self.name

    def listed(self) -> bytes:
        """Write what stands of it in the list at the end."""
        told = (_PLAIN, _PLAIN, 0, 0, 0, _DAY_ZERO, self.crc, self.size, self.size, len(self.name))
        return _CENTRAL.pack(b"PK\x01\x02", *told, *_LENGTHS, 0, self.start) + self.name


class _Zip:
    """A zip being written into a file in which one can go back."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._members: list[_Member] = []

    def put(self, name: str, content: Iterable[bytes]) -> str:
        """Write a member; return the SHA-256 of its bytes in hexadecimal."""
        draft = _Member(name.encode(), self._file.tell(), 0, 0)
        self._file.write(draft.head())
        crc, size, digest = 0, 0, sha256()
        for block in content:
            crc, size = zlib.crc32(block, crc), size + len(block)
            digest.update(block)
            self._file.write(block)
            if self._file.tell() > _LARGEST:
                raise StoreTrouble("a bundle cannot be larger than 4 GiB")
        member = draft._replace(crc=crc, size=size)
        self._members.append(member)
        self._rewrite(member, b"")
        return digest.hexdigest()

    def fill_in_first(self, content: bytes) -> None:
        """Put other bytes, as many, into the first member."""
        first = self._members[0]._replace(crc=zlib.crc32(content))
        self._members[0] = first
        self._rewrite(first, content)

    def close(self) -> None:
        """Write the list of the members."""
        start = self._file.tell()
        for member in self._members:
            self._file.write(member.listed())
        count, length = len(self._members), self._file.tell() - start
        self._file.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, length, start, 0))

    def _rewrite(self, member: _Member, content: bytes) -> None:
        end = self._file.tell()
        self._file.seek(member.start)
        self._file.write(member.head() + content)
        self._file.seek(end)
