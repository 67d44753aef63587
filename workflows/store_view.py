"""The transparency log as it stands at one moment: its tree, its streams, and proofs of both."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from domain import proofs
from domain.errors import StoreTrouble
from domain.merkle import KEPT_LEVELS, Frontier, node_hash
from domain.note import Heads, head_hash
from workflows.lines import Line

HASH_BYTES = 32

Span = tuple[int, int]
"""From one place in a row of hashes to before another."""

Made = TypeVar("Made")


class Head(NamedTuple):
    """Where a stream stood: its name, its last version, and the leaf of that event."""

    stream: str
    version: int
    leaf: int


Ask = Callable[[str, Sequence[Any]], list[Any]]
"""Asks a statement with ``?`` for its values; returns rows."""

Hashes = Callable[[int, Sequence[Span]], list[Any]]
"""Returns place and hash of all leaves (level 0) or kept nodes of a level within some spans."""


class LogView:
    """
    The log of a store, held still: ``frontier`` is its right edge as last written.

    Of a damaged log :class:`StoreTrouble` is raised, never a proof that does not hold.
    ``line`` selects lines, ``schema`` stands before the name of a table; ``hashes`` is for
    a database that is better asked otherwise than span by span.
    """

    def __init__(
        self, ask: Ask, frontier: Frontier, line: str, schema: str, hashes: Hashes | None = None
    ) -> None:
        self.frontier = frontier
        self._rows = ask
        self._line = line
        self._schema = schema
        self._hashes = hashes or self._span_by_span

    @property
    def size(self) -> int:
        """How many leaves the log has."""
        return self.frontier.size

    def root(self, size: int) -> bytes:
        """Return the root of the first leaves, so many of them."""
        return self._made(size, lambda subtree: proofs.root(size, subtree))

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Prove that a leaf is in the tree of a size."""
        return self._made(size, lambda subtree: proofs.inclusion(index, size, subtree))

    def consistency(self, old: int, size: int) -> list[bytes]:
        """Prove that the tree of a size begins with an older one."""
        return self._made(size, lambda subtree: proofs.consistency(old, size, subtree))

    def line(self, stream: str, version: int) -> Line | None:
        """Return one event as it is stored, with its leaf."""
        rows: list[Line] = self._rows(
            f"{self._line} WHERE e.originator_id=? AND e.originator_version=?", (stream, version)
        )
        return rows[0] if rows else None

    def heads(self, size: int) -> list[Head]:
        """
        Return where each stream stood in the tree of a size, in the order of the tree of heads.

        Raises ``ValueError`` for a size the log never had.
        """
        self._check_size(size)
        rows = self._rows(
            "SELECT h.stream, h.version, l.idx FROM ("
            "SELECT originator_id AS stream, max(originator_version) AS version "
            f"FROM {self._schema}stored_events WHERE notification_id<="
            f"(SELECT notification_id FROM {self._schema}tlog_leaf WHERE idx=?) "
            f"GROUP BY originator_id) h JOIN {self._schema}stored_events e "
            "ON e.originator_id=h.stream AND e.originator_version=h.version "
            f"JOIN {self._schema}tlog_leaf l ON l.notification_id=e.notification_id",
            (size - 1,),
        )
        if not all(isinstance(name, str) and 0 <= leaf < size for name, _, leaf in rows):
            raise _damaged()
        return sorted((Head(*row) for row in rows), key=lambda one: one.stream.encode())

    def _span_by_span(self, level: int, spans: Sequence[Span]) -> list[Any]:
        table, of = ("tlog_node", f"level={int(level)} AND ") if level else ("tlog_leaf", "")
        asked = f"SELECT idx, hash FROM {self._schema}{table} WHERE {of}idx>=? AND idx<?"
        return [row for span in spans for row in self._rows(asked, span)]

    def _made(self, size: int, make: Callable[[proofs.Subtree], Made]) -> Made:
        """Make something of the roots of subtrees: first see which are asked for, then ask."""
        self._check_size(size)
        asked: list[tuple[int, int]] = []

        def noted(level: int, index: int) -> bytes:
            asked.append((level, index))
            return b""

        make(noted)
        found = self._subtrees(asked)
        return make(lambda level, index: found[level, index])

    def _check_size(self, size: int) -> None:
        if not 0 <= size <= self.size:
            raise ValueError(f"the log has {self.size} leaves, not {size}")

    def _subtrees(self, asked: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
        """Return the roots of subtrees, out of the largest nodes that are kept below them."""
        below: dict[int, list[tuple[int, int]]] = {}
        for level, index in asked:
            below.setdefault(_kept_below(level), []).append((level, index))
        found = {}
        for kept, wanted in below.items():
            spans = [_span(level - kept, index) for level, index in wanted]
            hashes = dict(self._hashes(kept, spans))
            for place, (start, end) in zip(wanted, spans, strict=True):
                found[place] = _joined([hashes.get(at) for at in range(start, end)])
        return found


def heads_of(heads: Sequence[Head]) -> tuple[Heads, proofs.Tree]:
    """Make the tree of heads; return what a checkpoint says of it, and the tree."""
    tree = proofs.Tree([head_hash(*head) for head in heads])
    return Heads(len(heads), tree.root), tree


def _kept_below(level: int) -> int:
    return max((kept for kept in KEPT_LEVELS if kept <= level), default=0)


def _span(height: int, index: int) -> Span:
    return index << height, (index + 1) << height


def _joined(hashes: Sequence[object]) -> bytes:
    """Return the root over hashes, a power of two of them, none of which may be missing."""
    row = [one for one in hashes if isinstance(one, bytes) and len(one) == HASH_BYTES]
    if len(row) != len(hashes):
        raise _damaged()
    while len(row) > 1:
        row = [node_hash(row[at], row[at + 1]) for at in range(0, len(row), 2)]
    return row[0]


def _damaged() -> StoreTrouble:
    return StoreTrouble("the log of the store is damaged; run: trajet audit verify")
