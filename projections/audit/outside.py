"""What checkpoints and receipts say that the log no longer shows."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from projections.audit.evidence import Receipt
from projections.audit.findings import Finding
from projections.audit.store import Snapshot
from projections.audit.tree import Refuted


def truncated(size: int, claimed: Iterable[int]) -> Finding | None:
    """Tell that a log was longer once: one finding, however many remember it."""
    longest = max(claimed, default=0)
    if longest <= size:
        return None
    expected, found = f"{longest} leaves or more", f"{size} leaves"
    return Finding("TRUNCATED", log_index=size, expected=expected, found=found)


def first_refuted(refuted: Sequence[Refuted], held: Iterable[int]) -> Finding:
    """
    Tell that history is another than it was: the smallest tree that shows it is the nearest.

    Where a smaller checkpoint still holds (``held`` are the sizes of such), the log was put
    back to what it was in between, and grew anew; else nothing of what is known is left.
    """
    claim, root, _ = min(refuted)
    others = sum(one.times for one in refuted) - 1
    before = min(held, default=claim.size)
    put_back = before < claim.size
    return Finding(
        "ROLLBACK" if put_back else "CHECKPOINT_ROOT",
        expected=f"root {claim.root.hex()} at {claim.size} leaves ({claim.by})",
        found=f"root {root.hex()}{_and_more(others, 'checkpoints')}"
        + (f"; the one at {before} leaves holds" if put_back else ""),
    )


def lost_receipts(
    receipts: Sequence[Receipt], store: Snapshot, known: Collection[int]
) -> Iterator[Finding]:
    """
    Look receipts up, given in log order; ``known`` indices have a finding of their own.

    When from one on none is there, the log was shifted or cut at it, and the others
    merely follow: they are one finding.
    """
    lost = []
    for receipt in receipts:
        leaf = store.leaf_at(receipt.log_index)
        if receipt.log_index not in known and (leaf is None or leaf.hash != receipt.leaf_hash):
            lost.append((receipt, "no leaf" if leaf is None else f"leaf {leaf.hash.hex()}"))
    first = lost[0][0].log_index if lost else 0
    following = len(lost) == sum(receipt.log_index >= first for receipt in receipts)
    for receipt, found in lost[:1] if following else lost:
        yield Finding(
            "RECEIPT_NOT_IN_LOG",
            log_index=receipt.log_index,
            expected=f"leaf {receipt.leaf_hash.hex()}",
            found=found + _and_more(len(lost) - 1 if following else 0, "receipts"),
        )


def _and_more(number: int, what: str) -> str:
    return f"; nor do {number} other {what} agree" if number > 0 else ""
