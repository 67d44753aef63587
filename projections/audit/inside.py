"""What a store keeps beside its log, against the log: versions of its streams, inner nodes."""

from collections.abc import Iterable, Iterator

from domain.merkle import KEPT_LEVELS
from projections.audit.findings import Finding, show
from projections.audit.log import Known
from projections.audit.store import Snapshot
from projections.audit.tree import Tree


def version_gaps(store: Snapshot, broken: Iterable[bytes], known: Known) -> Iterator[Finding]:
    """Tell of streams whose versions are not 1 to n, beyond what lost or moved events explain."""
    explained = known.lost + len(known.positions)
    for stream in broken:
        if stream in known.streams:
            continue
        if explained:
            explained -= 1
            continue
        yield _version_gap(store, stream)


def _version_gap(store: Snapshot, stream: bytes) -> Finding:
    for expected, (version, position) in enumerate(store.versions(stream), start=1):
        if version != expected:
            leaf = store.leaf_of(position)
            return Finding(
                "VERSION_GAP",
                show(stream),
                expected,
                leaf.number if leaf else None,
                f"version {expected}",
                "no number" if version is None else f"version {version}",
            )
    return Finding("PAYLOAD_UNREADABLE", show(stream), None, None, "text", "originator_id is blob")


def spoilt_nodes(tree: Tree) -> Iterator[Finding]:
    """Tell which kept inner nodes are missing or wrong; the lowest, since those above follow."""
    above = {
        (level, node.place >> (level - node.level))
        for node in tree.wrong_nodes
        for level in KEPT_LEVELS
        if level > node.level
    }
    for node in tree.wrong_nodes:
        if (node.level, node.place) not in above:
            yield Finding(
                "NODE_MISMATCH",
                log_index=node.place << node.level,
                expected=f"node {node.place} at level {node.level}: {node.expected.hex()}",
                found="none" if node.found is None else show(node.found.hex()),
            )


def extra_nodes(store: Snapshot, size: int) -> Iterator[Finding]:
    """Tell of inner nodes that no tree of this size keeps."""
    for level, place in store.nodes():
        belongs = (
            isinstance(level, int)
            and isinstance(place, int)
            and level in KEPT_LEVELS
            and 0 <= place < size >> level
        )
        if not belongs:
            found = f"node {place} at level {level}"
            yield Finding("NODE_MISMATCH", expected="no such node", found=found)
