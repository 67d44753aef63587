"""
Proofs about the transparency log: that an event is in it, and that it only grew (RFC 9162).

Whoever makes a proof says where the roots of perfect subtrees are to be had; whoever checks
one needs nothing but the proof and two roots.
"""

from collections.abc import Callable, Iterable, Sequence

from domain.merkle import EMPTY_ROOT, level_above, node_hash

Subtree = Callable[[int, int], bytes]
"""``(level, index)`` to the root over ``1 << level`` leaves, from ``index << level`` on."""

HASH_BYTES = 32
LONGEST = 63
"""Hashes in a proof of a tree of up to 2**63 leaves, at most."""


def root(size: int, subtree: Subtree) -> bytes:
    """Return the root of the first leaves of a log, so many of them."""
    return _over(0, size, subtree) if size else EMPTY_ROOT


def inclusion(index: int, size: int, subtree: Subtree) -> list[bytes]:
    """
    Prove that a leaf is in a tree of a size: hashes from the sibling of the leaf up.

    Raises ``ValueError`` where a tree of that size has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    proof: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _left(end - start)
        if index < middle:
            proof.append(_over(middle, end, subtree))
            end = middle
        else:
            proof.append(_over(start, middle, subtree))
            start = middle
    return proof[::-1]


def consistency(old: int, size: int, subtree: Subtree) -> list[bytes]:
    """
    Prove that the tree of a size begins with the whole of an older one.

    Nothing is to be proved of the empty tree or of the same one: the proof is empty.
    Raises ``ValueError`` for an older tree that is larger.
    """
    if not 0 <= old <= size:
        raise ValueError(f"a tree of {size} leaves does not begin with one of {old}")
    if old == 0:
        return []
    proof: list[bytes] = []
    start, end, known = 0, size, True  # known: the root of the older tree is what remains
    while end != old:
        middle = start + _left(end - start)
        if old <= middle:
            proof.append(_over(middle, end, subtree))
            end = middle
        else:
            proof.append(_over(start, middle, subtree))
            start, known = middle, False
    if not known:
        proof.append(_over(start, end, subtree))
    return proof[::-1]


def included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes) -> bool:
    """
    Tell whether a proof leads from a leaf at its index to the root of a tree of a size.

    RFC 9162, 2.1.3.2. Index and size are bound by what signs the root: alone they are not.
    """
    if not 0 <= index < size or len(proof) > LONGEST:
        return False
    at, last, found = index, size - 1, leaf
    for hash_ in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(hash_, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, hash_)
        at, last = at >> 1, last >> 1
    return last == 0 and found == expected


def consistent(
    old: int, old_root: bytes, size: int, new_root: bytes, proof: Sequence[bytes]
) -> bool:
    """
    Tell whether a proof leads from the root of an older tree to that of a newer one.

    RFC 9162, 2.1.4.2; every tree begins with the empty one, and with itself.
    """
    if not 0 <= old <= size or len(proof) > LONGEST:
        return False
    if old == 0:
        return not proof and old_root == EMPTY_ROOT and (size > 0 or new_root == EMPTY_ROOT)
    if old == size:
        return not proof and old_root == new_root
    hashes = [old_root, *proof] if old.bit_count() == 1 else [*proof]
    return bool(hashes) and _lead_to(hashes, old, size) == (old_root, new_root)


def _lead_to(hashes: Sequence[bytes], old: int, size: int) -> tuple[bytes, bytes] | None:
    """Return the two roots a consistency proof leads to; ``None`` for one of another length."""
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    older = newer = hashes[0]
    for hash_ in hashes[1:]:
        if last == 0:
            return None
        if at & 1 or at == last:
            older, newer = node_hash(hash_, older), node_hash(hash_, newer)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            newer = node_hash(newer, hash_)
        at, last = at >> 1, last >> 1
    return (older, newer) if last == 0 else None


def _left(size: int) -> int:
    """Return how many of so many leaves the left subtree has: the largest power of two below."""
    return 1 << (size - 1).bit_length() - 1


def _over(start: int, end: int, subtree: Subtree) -> bytes:
    """Return the root over some leaves, the first of which begins a subtree of the tree."""
    return _joined(subtree(level, index) for level, index in perfect(start, end))


class Tree:
    """A tree over leaves held in memory, for whoever needs many proofs of it."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.size = len(leaves)
        self._levels = [b"".join(leaves)]
        while len(self._levels[-1]) > HASH_BYTES:
            self._levels.append(level_above(self._levels[-1]))

    @property
    def root(self) -> bytes:
        """The root over all leaves."""
        return root(self.size, self._subtree)

    def inclusion(self, index: int) -> list[bytes]:
        """Prove that a leaf is in the tree; ``ValueError`` where there is none of that index."""
        return inclusion(index, self.size, self._subtree)

    def _subtree(self, level: int, index: int) -> bytes:
        return self._levels[level][index * HASH_BYTES : (index + 1) * HASH_BYTES]


def perfect(start: int, end: int) -> list[tuple[int, int]]:
    """Cut some leaves into perfect subtrees, largest first: ``(level, index)`` of each."""
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append((level, start >> level))
        start += 1 << level
    return found


def _joined(roots: Iterable[bytes]) -> bytes:
    *rest, joined = roots
    for left in reversed(rest):
        joined = node_hash(left, joined)
    return joined
