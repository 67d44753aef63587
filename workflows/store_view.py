"""The transparency log as it stands at one moment: its tree, its streams, and proofs of both."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from domain import proofs
from domain.checkpoint import Heads, head_hash
from domain.errors import StoreTrouble
from domain.merkle import KEPT_LEVELS, Frontier, level_above
from domain.proofs import HASH_BYTES
from workflows.lines import Line

Span = tuple[int, int, int]
"""A level, 0 for leaves; from one place in its row of hashes to before another."""

Place = tuple[int, int]
"""Level and index of a perfect subtree."""

Made = TypeVar("Made")

_AT_ONCE = 2_000
"""Events that are asked for at once."""


class Head(NamedTuple):
    """Where a stream stood: its name, its last version, and the leaf of that event."""

    stream: str
    version: int
    leaf: int


Ask = Callable[[str, Sequence[Any]], list[Any]]
"""Asks a statement with ``?`` for its values; returns rows."""

Hashes = Callable[[Sequence[Span]], Sequence[str | None]]
"""Returns for each span the leaves or kept nodes within it, one after another, in hexadecimal."""


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
        """Return the root of the first leaves, so many of them, whatever the right edge says."""
        return self._made(size, lambda subtree: proofs.root(size, subtree), {})

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Prove that a leaf is in the tree of a size."""
        return self._made(
            size, lambda subtree: proofs.inclusion(index, size, subtree), self._edge(size)
        )

    def inclusions(self, indices: Iterable[int], size: int) -> dict[int, list[bytes]]:
        """Prove that leaves are in the tree of a size: many together cost little more than one."""
        wanted = list(indices)
        return self._made(
            size,
            lambda subtree: {one: proofs.inclusion(one, size, subtree) for one in wanted},
            self._edge(size),
        )

    def consistency(self, old: int, size: int) -> list[bytes]:
        """Prove that the tree of a size begins with an older one."""
        return self._made(
            size, lambda subtree: proofs.consistency(old, size, subtree), self._edge(size)
        )

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
            raise damaged()
        return sorted((Head(*row) for row in rows), key=lambda one: one.stream.encode())

    def lines(self, start: int) -> Iterator[Line]:
        """Yield the events from the leaf of an index on, as they are stored, in their order."""
        position = -1
        if start:
            of_leaf = f"SELECT notification_id FROM {self._schema}tlog_leaf WHERE idx=?"
            last = self._rows(of_leaf, (start - 1,))
            if not last:
                raise damaged()
            position = last[0][0]
        asked = f"{self._line} WHERE e.notification_id>? ORDER BY e.notification_id LIMIT ?"
        while page := self._rows(asked, (position, _AT_ONCE)):
            yield from page
            position = page[-1][0]

    def edge(self, size: int) -> Frontier:
        """Return the right edge of the tree of a size."""
        places = proofs.perfect(0, size)
        hashes = self._made(size, lambda subtree: [subtree(*place) for place in places], {})
        return Frontier(size, hashes)

    def _span_by_span(self, spans: Sequence[Span]) -> list[str | None]:
        """Ask for each span in one row: a range of a key is gone through in its order."""
        texts = []
        for level, first, beyond in spans:
            table, of = ("tlog_node", f"level={int(level)} AND ") if level else ("tlog_leaf", "")
            asked = (
                "SELECT group_concat(hex(hash), '') FROM (SELECT hash FROM "
                f"{self._schema}{table} WHERE {of}idx>=? AND idx<? ORDER BY idx)"
            )
            ((text,),) = self._rows(asked, (first, beyond))
            texts.append(text)
        return texts

    def _made(
        self, size: int, make: Callable[[proofs.Subtree], Made], known: dict[Place, bytes]
    ) -> Made:
        """Make something of the roots of subtrees: first see which are asked for, then ask."""
        self._check_size(size)
        asked: list[Place] = []

        def noted(level: int, index: int) -> bytes:
            asked.append((level, index))
            return b""

        make(noted)
        found = known | self._subtrees({place: None for place in asked if place not in known})
        return make(lambda level, index: found[level, index])

    def _edge(self, size: int) -> dict[Place, bytes]:
        """Return the roots of subtrees that the right edge keeps, for the log as it is now."""
        if size != self.size:
            return {}
        return dict(zip(proofs.perfect(0, size), self.frontier.hashes, strict=True))

    def _check_size(self, size: int) -> None:
        if not 0 <= size <= self.size:
            raise ValueError(f"the log has {self.size} leaves, not {size}")

    def _subtrees(self, asked: Iterable[Place]) -> dict[Place, bytes]:
        """Return the roots of subtrees, out of the largest nodes that are kept below them."""
        spans = {place: _span(*place) for place in asked}
        merged = _merged(spans.values())
        rows = [bytes.fromhex(text or "") for text in self._hashes(merged)]
        return {place: _joined(_cut(span, merged, rows)) for place, span in spans.items()}


def heads_of(heads: Sequence[Head]) -> tuple[Heads, proofs.Tree]:
    """Make the tree of heads; return what a checkpoint says of it, and the tree."""
    tree = proofs.Tree([head_hash(*head) for head in heads])
    return Heads(len(heads), tree.root), tree


def _span(level: int, index: int) -> Span:
    """Say where what is kept below a subtree stands."""
    kept = max((one for one in KEPT_LEVELS if one <= level), default=0)
    height = level - kept
    return kept, index << height, (index + 1) << height


def _merged(spans: Iterable[Span]) -> list[Span]:
    """
    Put spans with next to nothing between them together: to ask twice takes longer.

    Those of a proof are all of a block but for the one place that is proved.
    """
    merged: list[Span] = []
    for level, first, beyond in sorted(spans):
        if merged and merged[-1][0] == level and first <= merged[-1][2] + 1:
            merged[-1] = level, merged[-1][1], max(beyond, merged[-1][2])
        else:
            merged.append((level, first, beyond))
    return merged


def _cut(span: Span, merged: Sequence[Span], rows: Sequence[bytes]) -> bytes:
    """Cut the hashes of a span out of those it was asked for with, none of which may be missing."""
    level, first, beyond = span
    for (among, start, end), row in zip(merged, rows, strict=True):
        if among == level and start <= first and beyond <= end:
            if len(row) != HASH_BYTES * (end - start):
                raise damaged()
            return row[HASH_BYTES * (first - start) : HASH_BYTES * (beyond - start)]
    raise damaged()


def _joined(row: bytes) -> bytes:
    """Return the root over hashes, a power of two of them."""
    while len(row) > HASH_BYTES:
        row = level_above(row)
    return row


def damaged() -> StoreTrouble:
    """Say that a log does not hold together; what is wrong with it the verifier finds."""
    return StoreTrouble("the log of the store is damaged; run: trajet audit verify")
