"""
The arithmetic of the transparency log: an RFC 6962 / RFC 9162 Merkle tree, append only.

Bytes in, bytes out. Whoever writes the log and whoever checks it share these
forty lines; the storage of leaves and nodes is theirs.
"""

from collections.abc import Iterable
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()
KEPT_LEVELS = (8, 16, 24)
"""Levels at which inner nodes are stored, so that proofs need no whole-tree pass."""


def leaf_hash(text: bytes) -> bytes:
    """Hash a leaf: ``SHA-256(0x00 || text)``."""
    return sha256(b"\x00" + text).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash an inner node: ``SHA-256(0x01 || left || right)``."""
    return sha256(b"\x01" + left + right).digest()


def level_above(row: bytes) -> bytes:
    """
    Hash a row of nodes, one after another, two by two; one left over at the end has no place.

    In one piece, since whole blocks of the tree are hashed so for each proof.
    """
    pairs = range(0, len(row) - 63, 64)
    return b"".join([sha256(b"\x01" + row[at : at + 64]).digest() for at in pairs])


def leaf_text(
    index: int, notification_id: int, stream: str, version: int, topic: str, state: bytes
) -> bytes:
    """Write the text of one event's leaf, seven lines a stranger can reproduce with ``printf``."""
    digest = sha256(state).hexdigest()
    return (
        f"trajet.event/v1\n{index}\n{notification_id}\n{stream}\n{version}\n{topic}\nsha256:{digest}\n"
    ).encode()


class Frontier:
    """
    The right edge of a tree: its size and the roots of its perfect subtrees, largest first.

    Enough to append for ever and to know the root; 32 bytes for each bit set in the size.
    """

    __slots__ = ("hashes", "size")

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.hashes = list(hashes)
        if size < 0 or len(self.hashes) != size.bit_count():
            raise ValueError(f"a tree of {size} leaves has no frontier of {len(self.hashes)}")

    @classmethod
    def unpack(cls, size: int, packed: bytes) -> "Frontier":
        """Read a stored frontier; ``ValueError`` if it cannot belong to that size."""
        if len(packed) % 32:
            raise ValueError("a frontier is a row of 32-byte hashes")
        return cls(size, (packed[at : at + 32] for at in range(0, len(packed), 32)))

    def pack(self) -> bytes:
        """Return the hashes in a row, largest subtree first."""
        return b"".join(self.hashes)

    def append(self, leaf: bytes) -> list[tuple[int, int, bytes]]:
        """Add a leaf hash and return ``(level, index, hash)`` of each kept node it completes."""
        completed = []
        index, level, node = self.size, 0, leaf
        while index & 1:
            node = node_hash(self.hashes.pop(), node)
            index >>= 1
            level += 1
            if level in KEPT_LEVELS:
                completed.append((level, index, node))
        self.hashes.append(node)
        self.size += 1
        return completed

    def root(self) -> bytes:
        """Return the tree head."""
        if not self.hashes:
            return EMPTY_ROOT
        *rest, root = self.hashes
        for left in reversed(rest):
            root = node_hash(left, root)
        return root
