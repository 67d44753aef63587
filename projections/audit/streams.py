"""Where each stream stood at a size of the log, against what a checkpoint says of it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, Protocol

from domain.checkpoint import Heads, head_hash
from domain.merkle import Frontier
from projections.audit.evidence import Checkpoint
from projections.audit.findings import Finding

SIZES_AT_ONCE = 16
"""Sizes of the log for which its streams are gone through once."""


class StreamHead(NamedTuple):
    """
    The name of a stream, in UTF-8, its last version of a part of the log, and its leaf's index.

    ``part`` is between which of the sizes asked for that leaf was added, from 0 on.
    """

    stream: bytes
    version: int
    leaf: int
    part: int


class Streams(Protocol):
    """What gives the heads of streams: a store."""

    def stream_heads(self, positions: Sequence[int]) -> Iterable[StreamHead]:
        """Return the last event of each stream in each part of the log, by stream and part."""


def heads_at(store: Streams, positions: Sequence[int]) -> list[Heads]:
    """
    Return where the streams stood at each of some notification ids, given in order.

    The streams are gone through once for all of them, and only the edge of each tree is kept.
    """
    trees = [Frontier() for _ in positions]
    for stream, parts in groupby(store.stream_heads(positions), key=attrgetter("stream")):
        name, last = stream.decode("utf-8", "replace"), {one.part: one for one in parts}
        head = None
        for part, tree in enumerate(trees):
            head = last.get(part, head)
            if head is not None:
                tree.append(head_hash(name, head.version, head.leaf))
    return [Heads(tree.size, tree.root()) for tree in trees]


def wrong_heads(found: Heads, said: Checkpoint) -> Finding | None:
    """Compare where the streams stood with what a checkpoint of that size says."""
    if said.heads is None or found == said.heads:
        return None
    return Finding(
        "HEADS_PROOF",
        expected=f"{said.heads.streams} streams under {said.heads.root.hex()} "
        f"at {said.size} leaves",
        found=f"{found.streams} streams under {found.root.hex()}",
    )


def parts_of(position: str, positions: Sequence[int]) -> str:
    """Write in which part of the log a notification id is, for a statement; nothing for one."""
    bounds = enumerate(positions[:-1])
    cases = " ".join(f"WHEN {position} <= {bound:d} THEN {part}" for part, bound in bounds)
    return f"CASE {cases} ELSE {len(positions) - 1} END" if cases else ""
