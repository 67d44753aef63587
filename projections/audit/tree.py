"""
The tree over the leaves that are there, grown once and asked at many sizes.

Leaves are hashed in blocks of 256, the lowest level whose nodes a store keeps: twice as
fast as one at a time. Where a stored leaf and its event disagree, nobody knows yet which
of them was changed, so the tree is grown over both: a head or checkpoint that fits one
of the two is no finding of its own.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import NamedTuple

from domain.merkle import KEPT_LEVELS, Frontier, node_hash

LEVEL = KEPT_LEVELS[0]
BLOCK = 1 << LEVEL


class Claim(NamedTuple):
    """Somebody says that the tree had this root at this size."""

    size: int
    root: bytes
    by: str


class Refuted(NamedTuple):
    """The smallest of somebody's claims that does not hold, and how many of them do not."""

    claim: Claim
    root: bytes
    times: int


class WrongNode(NamedTuple):
    """A kept inner node that is missing (``found`` is ``None``) or not what its leaves give."""

    level: int
    place: int
    expected: bytes
    found: bytes | None


class Tree:
    """
    Grows over the leaves as stored, and over the leaves as the events give them.

    ``refuted`` has what does not hold, by who said so; ``held`` the smallest size above 0 at
    which what was said does.
    """

    def __init__(
        self,
        claims: Iterator[Claim],
        kept_node: Callable[[int, int], bytes | None],
        start: Frontier | None = None,
    ) -> None:
        """Grow from nothing, or from a tree of full blocks that is taken as it is."""
        self.block: list[bytes] = []
        self.refuted: dict[str, Refuted] = {}
        self.held: dict[str, int] = {}
        self.wrong_nodes: list[WrongNode] = []
        self.nodes = 0
        self.judging = True
        self._other_block: list[bytes] | None = None
        self._stored = Frontier(start.size, start.hashes) if start else Frontier()
        self._computed = Frontier()
        self._claims = claims
        self._claim = next(claims, None)
        self._kept_node = kept_node

    @property
    def size(self) -> int:
        """The number of leaves added."""
        return self._stored.size + len(self.block)

    def add(self, stored: bytes, computed: bytes) -> None:
        """Add one leaf; where both agree, appending to ``block`` does the same up to its size."""
        if stored != computed and self._other_block is None:
            self._computed = Frontier(self._stored.size, self._stored.hashes)
            self._other_block = []
        if self._other_block is not None:
            self._other_block += self.block[len(self._other_block) :]
            self._other_block.append(computed)
        self.block.append(stored)
        self.turn_over()

    def turn_over(self) -> None:
        """Hash the block if it is full."""
        if len(self.block) == BLOCK:
            self._answer()
            root = other = block_root(self.block)
            if self._other_block is not None:
                self._other_block += self.block[len(self._other_block) :]
                other = block_root(self._other_block)
                self._other_block.clear()
            self.block.clear()
            self._complete(root, other)

    def take(self, roots: list[bytes]) -> None:
        """Add full blocks by their roots, after a full block; nothing is claimed within them."""
        for root in roots:
            self._complete(root, root)

    def claimed_below(self, size: int) -> bool:
        """Tell whether something is claimed about a size that is yet to come, but below this."""
        self._answer()
        return self.judging and self._claim is not None and self._claim.size < size

    def _complete(self, root: bytes, other: bytes) -> None:
        completed = others = _append_block(self._stored, root)
        if self._other_block is not None:
            others = _append_block(self._computed, other)
        if self.judging:
            self._compare(completed, others)

    def stop_judging(self) -> None:
        """Say that a leaf is lost: from here on the tree is not the one that was built."""
        self._answer()
        self.judging = False

    def finish(self) -> Iterator[Claim]:
        """Answer what was claimed about sizes up to the last leaf; yield claims beyond it."""
        self._answer()
        while self._claim is not None:
            if self._claim.size > self.size:
                yield self._claim
            self._claim = next(self._claims, None)

    def root(self) -> bytes:
        """Return the root over the leaves as stored."""
        return _grown(self._stored, self.block).root()

    def _compare(
        self, completed: list[tuple[int, int, bytes]], others: list[tuple[int, int, bytes]]
    ) -> None:
        for (level, index, node), (_, _, other) in zip(completed, others, strict=True):
            kept = self._kept_node(level, index)
            self.nodes += kept is not None
            if kept not in (node, other):
                self.wrong_nodes.append(WrongNode(level, index, node, kept))

    def _answer(self) -> None:
        """Compare each claim about a size within the open block with the tree at that size."""
        if not self.judging or self._claim is None or self._claim.size > self.size:
            return
        sides = [(Frontier(self._stored.size, self._stored.hashes), self.block)]
        if self._other_block is not None:
            other = self._other_block + self.block[len(self._other_block) :]
            sides.append((Frontier(self._computed.size, self._computed.hashes), other))
        while self._claim is not None and self._claim.size <= self.size:
            roots = [_grown_to(self._claim.size, *side).root() for side in sides]
            if self._claim.root not in roots:
                first = self.refuted.get(self._claim.by, Refuted(self._claim, roots[0], 0))
                self.refuted[self._claim.by] = first._replace(times=first.times + 1)
            elif self._claim.size:
                self.held.setdefault(self._claim.by, self._claim.size)
            self._claim = next(self._claims, None)


def block_root(leaves: list[bytes]) -> bytes:
    """Return the root over a full block."""
    row = leaves
    while len(row) > 1:
        pairs = iter(row)
        row = [sha256(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs)]  # noqa: B905
    return row[0]


def _append_block(frontier: Frontier, node: bytes) -> list[tuple[int, int, bytes]]:
    """Add the root of a full block to a tree of full blocks; return the kept nodes it completes."""
    level, index = LEVEL, frontier.size >> LEVEL
    completed = [(level, index, node)]
    while index & 1:
        node = node_hash(frontier.hashes.pop(), node)
        level, index = level + 1, index >> 1
        if level in KEPT_LEVELS:
            completed.append((level, index, node))
    frontier.hashes.append(node)
    frontier.size += BLOCK
    return completed


def _grown(frontier: Frontier, leaves: list[bytes]) -> Frontier:
    grown = Frontier(frontier.size, frontier.hashes)
    for leaf in leaves:
        grown.append(leaf)
    return grown


def _grown_to(size: int, frontier: Frontier, leaves: list[bytes]) -> Frontier:
    """Grow the tree in place to a size within the block that was ``leaves`` from its start."""
    at = frontier.size % BLOCK
    for leaf in leaves[at : at + size - frontier.size]:
        frontier.append(leaf)
    return frontier
