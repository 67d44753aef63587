"""
Goes on from a checkpoint: the tree as it was is rebuilt from kept nodes and leaves alone.

If it has the root that was signed, what lies before is as it was then, as far as the log tells:
the events themselves are only counted, nor is it looked whether they fit their leaves.
"""

from typing import NamedTuple

from domain import proofs
from domain.merkle import KEPT_LEVELS, Frontier, node_hash
from projections.audit.shape import Topics, judge
from projections.audit.stamps import EARLIEST, stamps
from projections.audit.store import FIRST, Snapshot
from projections.audit.tree import BLOCK, LEVEL


class Start(NamedTuple):
    """
    Where a verification begins, at the beginning of a block of the tree.

    ``leaf`` is the index of the first, ``position`` from where on its event is, ``tree`` what
    is before it; ``newest`` and ``command`` are when the event before was recorded, and its
    command id.
    """

    leaf: int = 0
    position: int = FIRST
    tree: Frontier = Frontier()
    newest: bytes = EARLIEST
    command: bytes | None = None


class _Lacking(Exception):
    """A node, a leaf or an event that should be there is not."""


class Kept:
    """The roots of perfect subtrees, from the nodes and leaves a store keeps."""

    def __init__(self, store: Snapshot) -> None:
        self._store = store
        self._block = -1
        self._leaves: dict[int, bytes] = {}

    def root(self, size: int) -> bytes | None:
        """Return the root of the first leaves; ``None`` where not all it takes is there."""
        try:
            return proofs.root(size, self.subtree)
        except (_Lacking, TypeError):  # a cell that holds no bytes
            return None

    def subtree(self, level: int, index: int) -> bytes:
        """Return the root over ``1 << level`` leaves."""
        if level in KEPT_LEVELS:
            node = self._store.node(level, index)
            if node is None:
                raise _Lacking
            return node
        if level == 0:
            return self._leaf(index)
        below, left = level - 1, index << 1
        return node_hash(self.subtree(below, left), self.subtree(below, left | 1))

    def frontier(self, size: int) -> Frontier:
        """Return the right edge of the tree of a size."""
        hashes, start = [], 0
        for level in range(size.bit_length() - 1, -1, -1):
            if size >> level & 1:
                hashes.append(self.subtree(level, start >> level))
                start += 1 << level
        return Frontier(size, hashes)

    def _leaf(self, index: int) -> bytes:
        if self._block != index >> LEVEL:
            self._block = index >> LEVEL
            page = next(self._store.leaves(self._block << LEVEL), [])
            self._leaves = {number: leaf for number, _, leaf in page}
        if index not in self._leaves:
            raise _Lacking
        return self._leaves[index]


def start_after(store: Snapshot, size: int, root: bytes, topics: Topics) -> Start | None:
    """Begin at a checkpoint; ``None`` where it does not hold, or what it takes is not there."""
    kept, index = Kept(store), size - size % BLOCK
    if kept.root(size) != root:
        return None
    if index == 0:
        return Start()
    last = store.leaf_at(index - 1)
    event = store.event_at(last.position) if last and last.position is not None else None
    if event is None:
        return None
    if store.events_before(event.position + 1) != index:
        return None
    flaw, command = judge(topics, event.topic.decode("utf-8", "replace"), event.state)
    if flaw is not None:
        return None
    newest = stamps(event.state)[1]
    return Start(index, event.position + 1, kept.frontier(index), newest, command)
