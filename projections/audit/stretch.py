"""
Checks a stretch of the log by itself: sound from end to end, or not known to be.

A stretch is some blocks of the tree. Where all of it fits (events, leaves, places, what
is said in each event), its blocks are told by their roots and need not be gone through again,
so that stretches can be checked in any order and by several processes. Where anything at
all does not fit, nothing is told, and whoever asked goes through it event by event.
"""

import gc
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import chain, compress
from operator import eq
from typing import Any, NamedTuple
from uuid import UUID

from projections.audit.quick import COMMAND, Quick, packed
from projections.audit.stamps import EARLIEST, Span, joined, span_of, stamps, usual_stamps
from projections.audit.store import FIRST, Event, Leaf, Snapshot, TroubleKinds
from projections.audit.tree import BLOCK, block_root

Judge = Callable[[str, bytes], tuple[object, bytes | None]]
"""Decodes a state under its topic; returns what is wrong with it and its command id."""


class Pace(NamedTuple):
    """Blocks to a stretch, and other processes that help; as many as make sense if ``None``."""

    blocks: int = 16
    helpers: int | None = None


class Stretch(NamedTuple):
    """
    A sound stretch: its first and last notification id and the roots of its blocks.

    ``positions`` and ``commands`` are notification id and command id (16 bytes each, in a
    row) wherever one save follows another; ``begins`` and ``ends`` are its first and last
    command id. ``span`` is when it was recorded.
    """

    first: int
    last: int
    roots: list[bytes]
    positions: list[int]
    commands: bytes
    begins: bytes
    ends: bytes
    span: Span = Span(EARLIEST, EARLIEST)


NOBODY = b""
"""The command of the save before the first."""


class _Unsound(Exception):
    """Something does not fit."""


class Stretches:
    """Checks the stretches of a snapshot, by number from 0."""

    def __init__(self, store: Snapshot, quick: Quick, judge: Judge, pace: Pace) -> None:
        self.events_each = pace.blocks * BLOCK
        self._store = store
        self._quick = quick
        self._judge = judge
        self._misfits: TroubleKinds = (
            *store.trouble, _Unsound, TypeError, AttributeError, ValueError,
        )  # fmt: skip

    def sound(self, number: int) -> Stretch | None:
        """Return a stretch that is full and sound, and ``None`` for any other."""
        collecting = gc.isenabled()
        gc.disable()  # rows are no garbage, and looking through them for some takes a sixth
        try:
            return self._checked(number * self.events_each)
        except self._misfits:
            return None
        finally:
            if collecting:
                gc.enable()

    def _checked(self, index: int) -> Stretch:
        events = self._store.events(self._start(index))
        leaves = self._store.leaves(index)
        roots: list[bytes] = []
        positions: list[int] = []
        commands: list[bytes] = []
        spans: list[Span | None] = []
        ends, begins = NOBODY, None
        first = last = 0
        for block in range(index, index + self.events_each, BLOCK):
            rows = next(events, [])
            places, _, _, topics, states = _columns(rows)
            roots.append(_root(block, rows, next(leaves, [])))
            said, span = self._said(topics, states)
            spans.append(span)
            if begins is None:
                first, begins = places[0], said[0]
            if any(map(eq, said, chain([ends], said))):
                new = [one != before for one, before in zip(said, [ends, *said], strict=False)]
                positions += compress(places, new)
                commands += compress(said, new)
            else:  # as usual, each event was saved by itself
                positions += places
                commands += said
            last, ends = places[-1], said[-1]
        begins = begins or NOBODY
        return Stretch(
            first,
            last,
            roots,
            positions,
            packed(b"".join(commands)),
            packed(begins),
            packed(ends),
            _in_order(spans),
        )

    def _start(self, index: int) -> int:
        """Return the notification id from which a stretch is read."""
        if index == 0:
            return FIRST
        leaf = self._store.leaf_at(index)
        if leaf is None or leaf.position is None:
            raise _Unsound
        return leaf.position

    def _said(
        self, topics: Sequence[str], states: Sequence[bytes]
    ) -> tuple[list[bytes], Span | None]:
        """Judge what events say; return their command ids as written, and when it was."""
        quick = self._quick
        commands = [state[COMMAND] for state in states]
        occurred, recorded = usual_stamps(states)
        odd = [
            at
            for at, (topic, state) in enumerate(zip(topics, states, strict=True))
            if quick[topic](state) is None
        ]
        for at in odd:
            flaw, command = self._judge(topics[at], states[at])
            if flaw is not None or command is None:
                raise _Unsound
            commands[at] = str(UUID(bytes=command)).encode()
            occurred[at], recorded[at] = stamps(states[at])
        return commands, span_of(occurred, recorded, states)


def _in_order(spans: Sequence[Span | None]) -> Span:
    """Return when a stretch was recorded, if its moments can be true."""
    there = [span for span in spans if span is not None]
    whole = joined(there) if len(there) == len(spans) else None
    if whole is None:
        raise _Unsound
    return whole


def _root(index: int, rows: Sequence[Event], kept: Sequence[Leaf]) -> bytes:
    """Check a full block of events against its leaves; return its root."""
    numbers, named, hashes = _columns(kept)
    if numbers != tuple(range(index, index + BLOCK)) or named != _columns(rows)[0]:
        raise _Unsound
    # domain.merkle.leaf_hash(leaf_text(…)), in place: calls cost as much as hashes.
    leaves = [
        sha256(
            f"\0trajet.event/v1\n{number}\n{position}\n{stream}\n{version}\n{topic}\n"
            f"sha256:{sha256(state).hexdigest()}\n".encode()
        ).digest()
        for number, (position, stream, version, topic, state) in enumerate(rows, start=index)
    ]
    if tuple(leaves) != hashes:
        raise _Unsound
    return block_root(leaves)


def _columns(rows: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    if len(rows) != BLOCK:
        raise _Unsound
    return tuple(zip(*rows, strict=True))
