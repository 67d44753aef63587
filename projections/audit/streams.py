"""Where each stream stood at a size of the log, against what a checkpoint says of it."""

from collections.abc import Iterable
from typing import NamedTuple

from domain.merkle import Frontier
from domain.note import head_hash
from projections.audit.evidence import Checkpoint
from projections.audit.findings import Finding


class StreamHead(NamedTuple):
    """The name of a stream, in UTF-8, its last version, and the index of that event's leaf."""

    stream: bytes
    version: int
    leaf: int


def wrong_heads(heads: Iterable[StreamHead], said: Checkpoint) -> Finding | None:
    """Compare the heads of all streams with the root a checkpoint of that size gives for them."""
    if said.heads is None:
        return None
    tree = Frontier()
    for stream, version, leaf in sorted(heads):
        tree.append(head_hash(stream.decode("utf-8", "replace"), version, leaf))
    if (tree.size, tree.root()) == said.heads:
        return None
    return Finding(
        "HEADS_PROOF",
        expected=f"{said.heads.streams} streams under {said.heads.root.hex()} "
        f"at {said.size} leaves",
        found=f"{tree.size} streams under {tree.root().hex()}",
    )
