"""
Walks the log: each event against its leaf, in the order of recording.

As long as everything fits, events and leaves are read side by side as fast as they
can be hashed. At the first thing that does not, the walk slows down, finds the one cause,
steps over it and, once things fit again, picks up speed. So one deleted row is one
finding, and what merely follows from it can be told apart (:class:`Known`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from itertools import chain, islice

from domain.merkle import leaf_hash, leaf_text
from domain.proofs import HASH_BYTES
from projections.audit import shape
from projections.audit.beside import Alone, Helped
from projections.audit.commands import CommandIds
from projections.audit.findings import MOST_OF_ONE_CODE, Finding, Findings, show
from projections.audit.quick import command_of
from projections.audit.resume import Start
from projections.audit.store import FIRST, Event, EventRow, Leaf, LeafRow, Snapshot, TroubleKinds
from projections.audit.stretch import Stretch
from projections.audit.times import Times
from projections.audit.tree import BLOCK, Tree

CALM = 32
"""So many events must fit in a row before the walk picks up speed again."""

FARTHEST_CLOSED_GAP = 8
"""So many removed leaves are recognised where the gap they left was closed by renumbering."""


class Step(Enum):
    """What was dealt with: the event, the leaf, both, or something that came before them."""

    EVENT = (True, False)
    LEAF = (False, True)
    BOTH = (True, True)
    NEITHER = (False, False)


@dataclass(slots=True)
class Known:
    """What the walk has found wrong, so that nobody tells its consequences as well."""

    positions: set[int] = field(default_factory=set)
    indices: set[int] = field(default_factory=set)
    streams: set[bytes] = field(default_factory=set)
    lost: int = 0


class Log:
    """
    The walk, and how far it has come: ``index`` is the next leaf's.

    ``moved`` is by how much notification ids were lowered to close a gap. ``passed`` is called
    with each stretch that was taken as a whole.
    """

    def __init__(
        self,
        store: Snapshot,
        tree: Tree,
        commands: CommandIds,
        findings: Findings,
        *,
        topics: shape.Topics,
        head_size: int,
        stretches: Alone | Helped,
        times: Times,
        start: Start,
        passed: Callable[[Stretch], None],
        progress: Callable[[int], None],
    ) -> None:
        self.index = start.leaf
        self.known = Known()
        self.moved = 0
        self.newest_event = self.newest_leaf = start.position - 1 if start.leaf else 0
        self._store = store
        self._misfits: TroubleKinds = (*store.trouble, TypeError, AttributeError)
        self._tree = tree
        self._commands = commands
        self._findings = findings
        self._topics = topics
        self._patterns = shape.quick_patterns(topics)
        self._head_size = head_size
        self._stretches = stretches
        self._times = times
        self._passed = passed
        self._progress = progress
        self._position = start.position
        self._shift = 0
        self._elsewhere: set[int] = set()
        self._probes = 0

    def walk(self) -> None:
        """Walk to the end."""
        for leaf in self._store.leaves_before_the_first(MOST_OF_ONE_CODE):
            self._elsewhere.add(leaf.number)
            if leaf.position is None or self._store.event_at(leaf.position) is None:
                self._flag("LEAF_INDEX_GAP", None, "an index from 0", f"{leaf.number}")
        self._run()
        while self._step_carefully():
            self._run()
        self._times.finish()

    # --- fast -------------------------------------------------------------------------------

    def _run(self) -> None:
        """Go on for as long as everything fits."""
        try:
            while self._run_far():
                pass
        except self._misfits:
            return  # an odd cell, or a damaged page: the careful walk will meet it and tell

    def _run_far(self) -> bool:
        """Go on to where a stretch begins, stretch by stretch if they are sound."""
        while self._take_stretch():
            self._progress(self.index)
        events = chain.from_iterable(self._store.events(self._position))
        leaves = chain.from_iterable(self._store.leaves(self.index))
        while self._run_block(events, leaves):
            self._tree.turn_over()
            self._progress(self.index)
            if not self.index % self._stretches.events_each:
                return True
        return False

    def _take_stretch(self) -> bool:
        """Take a stretch that was found sound; ``False`` where one has to go event by event."""
        number, rest = divmod(self.index, self._stretches.events_each)
        end = self.index + self._stretches.events_each
        if rest or self._tree.block or self._tree.size % BLOCK or self._tree.claimed_below(end):
            return False
        one = self._stretches.sound(number)
        if one is None or (self._position not in (FIRST, one.first)):
            return False
        if (self._position == FIRST) != (number == 0):
            return False
        if not self._times.fits(self.index, end, one.span) or not self._commands.passes(one):
            return False
        self._times.take(one.span)
        self._tree.take(one.roots)
        self.index, self._position = end, one.last + 1
        self.newest_event = self.newest_leaf = one.last
        self._passed(one)
        return True

    def _run_block(
        self,
        events: Iterator[Event],
        leaves: Iterator[Leaf],
    ) -> bool:
        """Check up to the end of a block of the tree; tell whether it was reached."""
        block, patterns = self._tree.block, self._patterns
        see, when = self._commands.see, self._times.see
        index, newest = self.index, None
        try:
            for (position, stream, version, topic, state), (number, named, leaf) in zip(
                islice(events, BLOCK - len(block)), leaves, strict=False
            ):
                # domain.merkle.leaf_hash(leaf_text(…)), in place: calls cost as much as hashes.
                text = (
                    f"\0trajet.event/v1\n{index}\n{position}\n{stream}\n{version}\n{topic}\n"
                    f"sha256:{sha256(state).hexdigest()}\n"
                )
                fits = sha256(text.encode()).digest() == leaf
                if not fits or number != index or named != position:
                    return False
                if patterns[topic](state) is not None:
                    see(position, command_of(state))
                    when(index, stream, version, state)
                else:
                    self._judge(index, position, stream.encode(), version, topic, state)
                block.append(leaf)
                index += 1
                newest = position
        finally:
            self.index = index
            if newest is not None:
                self._position = newest + 1
                self.newest_event = self.newest_leaf = newest
        return len(block) == BLOCK

    def _judge(
        self, index: int, position: int, stream: bytes, version: int, topic: str, state: bytes
    ) -> None:
        """Read an event whose leaf fits: what it says may still be wrong."""
        flaw, command = shape.judge(self._topics, topic, state)
        if flaw is None:
            self._times.see(index, stream, version, state)
        if flaw is not None:
            if flaw.code == "PAYLOAD_UNREADABLE":
                self.known.positions.add(position)
            self._findings.add(
                Finding(
                    flaw.code, show(stream), version, index, show(flaw.expected), show(flaw.found)
                )
            )
        if command is None:
            self._commands.skip(position)
        else:
            self._commands.see(position + self.moved, command)

    # --- careful ----------------------------------------------------------------------------

    def _step_carefully(self) -> bool:
        """Deal with what does not fit, until all is calm; tell whether there is more."""
        events = self._store.event_rows(self._position)
        leaves = self._store.leaf_rows(max(self.index - self._shift, 0))
        event, leaf = next(events, None), next(leaves, None)
        calm = 0
        while event is not None or leaf is not None:
            told = self._findings.count.total()
            took_event, took_leaf = self._deal_with(event, leaf).value
            calm = calm + 1 if self._findings.count.total() == told else 0
            if took_event and event is not None:
                self.newest_event = event.position
                self._position = event.position + 1
                event = next(events, None)
            if took_leaf:
                leaf = next(leaves, None)
            if calm >= CALM and not self._shift and not self.moved:
                return True
        return False

    def _deal_with(self, event: EventRow | None, leaf: LeafRow | None) -> Step:
        if leaf is not None and leaf.number in self._elsewhere:
            return Step.LEAF
        if leaf is None:
            return Step.EVENT if event is None else self._event_alone(event)
        if event is None:
            return self._leaf_alone(leaf)
        if leaf.number + self._shift > self.index:
            return self._gap(event, leaf)
        if leaf.position == event.position:
            return self._pair(event, leaf)
        return self._strangers(event, leaf)

    def _pair(self, event: EventRow, leaf: LeafRow) -> Step:
        """Compare an event with the leaf that names it."""
        if self._leaf(event) != leaf.hash:
            self._look_for_closed_gap(event, leaf)
        computed = self._leaf(event)
        topic = event.topic.decode("utf-8", "replace")
        if event.wrong is not None or event.version is None:
            self._flag_event("PAYLOAD_UNREADABLE", event, "columns of their type", event.wrong)
        elif computed == leaf.hash:
            self._judge(self.index, event.position, event.stream, event.version, topic, event.state)
        elif topic in self._topics:
            self._flag_event("LEAF_MISMATCH", event, _hex(leaf.hash), _hex(computed))
        else:
            self._flag_event("TOPIC_TYPE", event, "a known topic", topic)
        self.newest_leaf = event.position
        self._grow(leaf.hash, computed)
        return Step.BOTH

    def _look_for_closed_gap(self, event: EventRow, leaf: LeafRow) -> None:
        """See whether leaves were removed here and the rest renumbered as if nothing were gone."""
        if self._probes == MOST_OF_ONE_CODE:
            return
        self._probes += 1
        for gap in range(1, FARTHEST_CLOSED_GAP + 1):
            for moved in (0, gap):
                if self._leaf(event, gap, moved) == leaf.hash:
                    self._lose(gap, f"leaf {self.index + gap}, renumbered")
                    self._shift += gap
                    self.moved += moved
                    return

    def _gap(self, event: EventRow, leaf: LeafRow) -> Step:
        """Deal with a leaf whose index is too high."""
        if leaf.position is not None and leaf.position > event.position:
            return self._event_alone(event, before=leaf)
        if leaf.position == event.position and self._leaf(event) == leaf.hash:
            self._flag_event("LEAF_INDEX_GAP", event, f"leaf {self.index}", f"leaf {leaf.number}")
            self._shift = self.index - leaf.number
            self.newest_leaf = event.position
            self._grow(leaf.hash, leaf.hash)
            return Step.BOTH
        self._lose(leaf.number + self._shift - self.index, f"leaf {leaf.number}")
        return Step.NEITHER

    def _event_alone(self, event: EventRow, before: LeafRow | None = None) -> Step:
        """Deal with an event that has no leaf where its leaf should be."""
        elsewhere = self._store.leaf_of(event.position)
        in_log = before is not None or self.index < self._head_size
        if elsewhere is None:
            expected = f"leaf {self.index}" if in_log else "a leaf"
            self._flag_event("EVENT_WITHOUT_LEAF", event, expected, "none", in_log=in_log)
        else:
            self._elsewhere.add(elsewhere.number)
            in_log = elsewhere.number < 0 or elsewhere.number >= self.index
            self._flag_event(
                "LEAF_INDEX_GAP", event, f"leaf {self.index}", f"leaf {elsewhere.number}"
            )
        if in_log:
            computed = self._leaf(event)
            self._grow(computed, computed)
        return Step.EVENT

    def _leaf_alone(self, leaf: LeafRow) -> Step:
        """Deal with a leaf after the last event."""
        if leaf.number + self._shift > self.index:
            self._lose(leaf.number + self._shift - self.index, f"leaf {leaf.number}")
        return self._leaf_without_event(leaf)

    def _strangers(self, event: EventRow, leaf: LeafRow) -> Step:
        """Deal with a leaf that has the right index and names another event."""
        fits = self._leaf(event) == leaf.hash
        if not fits and (leaf.position is None or self._store.event_at(leaf.position) is None):
            return self._leaf_without_event(leaf)
        if not fits and self._store.leaf_of(event.position) is None:
            self._flag_event("EVENT_WITHOUT_LEAF", event, "a leaf", "none", in_log=False)
            return Step.EVENT
        named = "no event" if leaf.position is None else f"event {leaf.position}"
        self._flag_event("LEAF_ORDER", event, f"event {event.position}", named)
        self.newest_leaf = event.position
        self._grow(leaf.hash, self._leaf(event))
        return Step.BOTH

    def _leaf_without_event(self, leaf: LeafRow) -> Step:
        named = "its event" if leaf.position is None else f"event {leaf.position}"
        self._flag("LEAF_WITHOUT_EVENT", self.index, named, "none")
        self.known.lost += 1
        self.newest_leaf = leaf.position or self.newest_leaf
        self._grow(leaf.hash, leaf.hash)
        return Step.LEAF

    # --- what all of them do ----------------------------------------------------------------

    def _lose(self, leaves: int, found: str) -> None:
        """Tell that leaves are gone with their events, and go on behind them."""
        self._flag("LEAF_INDEX_GAP", self.index, f"leaf {self.index}", found)
        self._tree.stop_judging()
        self.known.lost += leaves
        self.index += leaves

    def _grow(self, stored: bytes | None, computed: bytes | None) -> None:
        """Add a leaf to the tree; one that is no hash is what its event gives."""
        if stored is None or len(stored) != HASH_BYTES:
            stored = computed
        if stored is None:
            self._tree.stop_judging()
            stored = bytes(HASH_BYTES)
        self._tree.add(stored, computed or stored)
        self.index += 1
        self._progress(self.index)

    def _leaf(self, event: EventRow, further: int = 0, moved: int = 0) -> bytes | None:
        """Hash the leaf an event should have, here or a little further on."""
        if event.version is None:
            return None
        try:
            stream, topic = event.stream.decode(), event.topic.decode()
        except UnicodeDecodeError:
            return None
        position = event.position + self.moved + moved
        text = leaf_text(self.index + further, position, stream, event.version, topic, event.state)
        return leaf_hash(text)

    def _flag_event(
        self, code: str, event: EventRow, expected: str, found: object, *, in_log: bool = True
    ) -> None:
        index = self.index if in_log else None
        if not self._findings.overflowing:
            self.known.positions.add(event.position)
            self.known.streams.add(event.stream)
        self._commands.skip(event.position + self.moved)
        self._flag(code, index, expected, show(found), show(event.stream), event.version)

    def _flag(
        self,
        code: str,
        index: int | None,
        expected: str,
        found: str,
        dossier: str | None = None,
        version: int | None = None,
    ) -> None:
        if index is not None and not self._findings.overflowing:
            self.known.indices.add(index)
        self._findings.add(Finding(code, dossier, version, index, expected, found))


def _hex(leaf: bytes | None) -> str:
    return leaf.hex() if leaf else "no hash"
