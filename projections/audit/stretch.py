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
from itertools import chain, compress, repeat
from operator import eq
from typing import Any, NamedTuple
from uuid import UUID

from projections.audit.quick import COMMAND, NOTHING, Quick, Who, Written, packed
from projections.audit.stamps import Span, joined, lived, span_of, stamps, usual_stamps
from projections.audit.store import FIRST, Event, Leaf, Snapshot, TroubleKinds
from projections.audit.tree import BLOCK, block_root

Judge = Callable[[str, bytes], tuple[object, bytes | None]]
"""Decodes a state under its topic; returns what is wrong with it and its command id."""


class Pace(NamedTuple):
    """Blocks to a stretch, and other processes that help; as many as make sense if ``None``."""

    blocks: int = 16
    helpers: int | None = None


class Acts(NamedTuple):
    """
    Who did what in a stretch.

    ``alike`` leads from what is written of an act and of who did it to the first notification
    id of such, ``alone`` are those of acts to be judged each by itself: signed, or written in
    an unusual way. ``lived`` is from when to when all of it happened and was recorded. With
    ``register`` some of it is in the register of people, by which the rest is judged.
    """

    alike: dict[Written, int]
    alone: list[int]
    lived: Span
    register: bool


class Stretch(NamedTuple):
    """
    A sound stretch: its first and last notification id and the roots of its blocks.

    ``positions`` and ``commands`` are notification id and command id (16 bytes each, in a
    row) wherever one save follows another; ``begins`` and ``ends`` are its first and last
    command id. ``span`` is when it was recorded, ``acts`` who did what in it.
    """

    first: int
    last: int
    roots: list[bytes]
    positions: list[int]
    commands: bytes
    begins: bytes
    ends: bytes
    span: Span
    acts: Acts


NOBODY = b""
"""The command of the save before the first."""


class _Unsound(Exception):
    """Something does not fit."""


class Stretches:
    """
    Checks the stretches of a snapshot, by number from 0.

    ``register`` is how the streams begin by which others are judged.
    """

    def __init__(
        self, store: Snapshot, quick: Quick, judge: Judge, pace: Pace, register: tuple[str, ...]
    ) -> None:
        self.events_each = pace.blocks * BLOCK
        self._store = store
        self._quick = quick
        self._judge = judge
        self._register = register
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
        acts = _Gatherer(self._register)
        for block in range(index, index + self.events_each, BLOCK):
            rows = next(events, [])
            places, streams, _, topics, states = _columns(rows)
            roots.append(_root(block, rows, next(leaves, [])))
            said, who, span, within = self._said(topics, states)
            spans.append(span)
            acts.add(places, streams, list(zip(topics, who, strict=True)), within)
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
            acts.gathered(),
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
    ) -> tuple[list[bytes], list[Who], Span | None, Span]:
        """
        Judge what events say; return their command ids as written, and who it was.

        When all of it was recorded comes last, and when it happened or was recorded.
        """
        quick = self._quick
        commands = [state[COMMAND] for state in states]
        occurred, recorded = usual_stamps(states)
        sure = [quick[topic](state) for topic, state in zip(topics, states, strict=True)]
        who: list[Who] = [found.groups() if found is not None else NOTHING for found in sure]
        for at in [at for at, one in enumerate(who) if one is NOTHING]:
            flaw, command = self._judge(topics[at], states[at])
            if flaw is not None or command is None:
                raise _Unsound
            commands[at] = str(UUID(bytes=command)).encode()
            occurred[at], recorded[at] = stamps(states[at])
        return commands, who, span_of(occurred, recorded, states), lived(occurred, recorded)


class _Gatherer:
    """Gathers who did what, block by block."""

    def __init__(self, register: tuple[str, ...]) -> None:
        self._names = register
        self._alike: dict[Written, int] = {}
        self._alone: list[int] = []
        self._lived: list[Span] = []
        self._register = False

    def add(
        self,
        places: Sequence[int],
        streams: Sequence[str],
        written: Sequence[Written],
        within: Span,
    ) -> None:
        """Add a block."""
        first = dict(zip(reversed(written), reversed(places), strict=True))
        if alone := {one for one in first if _is_alone(one)}:
            self._alone += [at for at, one in zip(places, written, strict=True) if one in alone]
            first = {one: at for one, at in first.items() if one not in alone}
        self._alike = first | self._alike
        self._lived.append(within)
        self._register |= any(map(str.startswith, streams, repeat(self._names)))

    def gathered(self) -> Acts:
        """Return all of it."""
        earliest, latest = zip(*self._lived, strict=True)
        within = Span(min(earliest), max(latest))
        return Acts(self._alike, self._alone, within, self._register)


def _is_alone(one: Written) -> bool:
    """Tell an act that is signed, or of which nothing is sure."""
    _, (who, _, signature) = one
    return who is None or signature is not None


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
