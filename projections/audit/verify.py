"""
Verify a store: every recorded event is there, unaltered, in its place and readable.

The store is only read, and nothing in it is believed because it is there: tables and
triggers, hashes, counters and even the types of cells are what somebody may have
changed. Damage is reported, never raised. What merely follows from a finding is left out
where it can be told apart, so that the list starts with causes and stays short.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from operator import attrgetter, itemgetter

from domain.checkpoint import Heads
from domain.errors import BadInput
from domain.events import EVENTS
from domain.merkle import EMPTY_ROOT, Frontier
from projections.audit.beside import checking
from projections.audit.commands import CommandIds
from projections.audit.evidence import Checkpoint, Receipt, read_note
from projections.audit.findings import MOST_OF_ONE_CODE, Finding, Findings, Report, show
from projections.audit.identity import Identity
from projections.audit.inside import extra_nodes, spoilt_nodes, version_gaps
from projections.audit.log import Log
from projections.audit.memory import Memory
from projections.audit.outside import first_refuted, lost_receipts, truncated
from projections.audit.policy import Policy
from projections.audit.resume import Kept, Start, start_after
from projections.audit.schema import drift, readable
from projections.audit.secrets import Keys, Secrets
from projections.audit.shape import Topics, is_instant
from projections.audit.store import FIRST, LAST, AuditStore
from projections.audit.streams import SIZES_AT_ONCE, heads_at, wrong_heads
from projections.audit.stretch import Pace, Stretch
from projections.audit.times import Times
from projections.audit.tree import LEVEL, Claim, Refuted, Tree

USUAL_PACE = Pace()
Progress = Callable[[int, int], None]

HEAD = "the head"

_NOT_OF_THE_LOG = frozenset(
    (
        *("CHECKPOINT_ORIGIN", "CHECKPOINT_SIGNATURE", "WITNESS_QUORUM", "CHECKPOINT_STALE"),
        *("TIME_REGRESSION", "TIME_POSTDATED", "TIME_BACKDATED"),
    )
)
"""Codes with which the log may still be whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a verification is to do; see :func:`verify`."""

    checkpoints: Sequence[Checkpoint]
    receipts: Sequence[Receipt]
    policy: Policy | None
    now: datetime | None
    since: Checkpoint | None
    keys: Keys | None
    progress: Progress | None
    topics: Topics
    pace: Pace
    actors: bool


def verify(
    store: AuditStore,
    *,
    schema: Mapping[str, str],
    checkpoints: Sequence[Checkpoint] = (),
    receipts: Sequence[Receipt] = (),
    policy: Policy | None = None,
    now: datetime | None = None,
    since: Checkpoint | None = None,
    keys: Keys | None = None,
    progress: Progress | None = None,
    topics: Topics = EVENTS,
    pace: Pace = USUAL_PACE,
    actors: bool = True,
) -> Report:
    """
    Check a store against itself and against what was kept outside it.

    ``schema`` is the statement that creates each table, and each function. ``policy`` says whose
    checkpoints count at the instant ``now``; without it all do, signed or not. ``since`` is a
    checkpoint up to which the log is taken as it was, if it still has that root; else all of it is
    checked. ``keys`` are those of the vault, if what is sealed is to be checked as well.
    ``topics`` maps each known topic to its model, or to ``None`` for a name no longer written.
    ``progress`` is called with the number of events checked and the number there seem to be.
    ``pace`` makes no difference to what is found. ``actors`` asks also whether each act is by
    somebody who might, and signed where that was asked. Raises
    :class:`~domain.errors.StoreTrouble` for a file that is not there or may not be read, and what
    a server says where that tells nothing of the store.
    """
    asked = _Asked(
        checkpoints=[*checkpoints, *([since] if since else [])],
        receipts=receipts,
        policy=policy,
        now=now,
        since=since,
        keys=keys,
        progress=progress,
        topics=topics,
        pace=pace,
        actors=actors,
    )
    report = _Examination(asked).report(store, schema)
    if report.findings and store.disturbed():
        return _Examination(asked).report(store, schema)
    return report


class _Examination:
    """One reading of a store from end to end, or from a checkpoint on."""

    def __init__(self, asked: _Asked) -> None:
        self._asked = asked
        self._memory = Memory(asked.checkpoints, asked.policy, asked.now)
        self._receipts = sorted(asked.receipts)
        self._topics = asked.topics
        self._findings = Findings()
        self._add = self._findings.add
        self._start = Start()
        self._damage: str | None = None
        self._drifted = False
        self._heads: list[tuple[object, object]] | None = None
        self._nodes_readable = True
        self._people: Identity | None = None
        self._readable = True
        self._stream_heads: list[tuple[list[Checkpoint], Callable[[], list[Heads]]]] = []

    def report(self, store: AuditStore, schema: Mapping[str, str]) -> Report:
        """Examine; what SQLite says of the file's structure comes first, as a cause."""
        size, root = 0, EMPTY_ROOT
        self._opened = store
        try:
            with store.snapshot() as self._store, ThreadPoolExecutor(1) as beside:
                if whole := self._has_tables(schema):
                    self._begin()
                damage = None if self._start.leaf else beside.submit(store.damage)
                if whole:
                    self._look_beside(beside, store)
                    size, root = self._examine()
                self._damage = (damage.result() if damage else None) or self._damage
        except store.trouble as trouble:
            self._damage = store.explain(trouble)
        if self._damage is not None:
            self._findings.put_first(
                Finding("PAYLOAD_UNREADABLE", expected=store.sound, found=show(self._damage))
            )
        since = self._start.leaf or None
        return Report(size, root.hex(), self._findings.told(), since)

    def _begin(self) -> None:
        """Begin at the checkpoint asked for, if it holds, or at the first event."""
        since, asked = self._asked.since, self._asked
        if since is not None:
            memory = Memory(asked.checkpoints, asked.policy, asked.now)
            memory.read(self._kept_inside(since.size))
            if memory.relies_on(since):
                with self._reading():
                    start = start_after(self._store, since.size, since.root, self._topics)
                    self._start = start or self._start
            if self._start.leaf:
                self._memory = memory
                return
        self._memory.read(self._kept_inside())

    def _look_beside(self, beside: ThreadPoolExecutor, store: AuditStore) -> None:
        """Have the database count and compare while the log is walked."""
        self._broken = beside.submit(
            store.broken_streams, 2 * MOST_OF_ONE_CODE, self._start.position
        )
        told = [] if self._start.leaf else self._memory.of_heads()
        asked = [(last, one) for one in told if (last := self._last_of(one)) is not None]
        asked.sort(key=itemgetter(0))
        for at in range(0, len(asked), SIZES_AT_ONCE):
            positions, said = map(list, zip(*asked[at : at + SIZES_AT_ONCE], strict=True))
            self._stream_heads.append((said, beside.submit(heads_at, store, positions).result))

    def _last_of(self, said: Checkpoint) -> int | None:
        """Return the notification id of the last event under a checkpoint."""
        with self._reading():
            leaf = self._store.leaf_at(said.size - 1)
            return leaf.position if leaf else None
        return None

    def _has_tables(self, schema: Mapping[str, str]) -> bool:
        objects = self._store.objects()
        for finding in drift(objects, schema):
            self._add(finding)
            self._drifted = True
        return readable(objects, schema)

    def _examine(self) -> tuple[int, bytes]:
        head = self._head()
        self._tree = Tree(self._claims(head), self._kept_node, self._start.tree)
        if self._walked(head):
            beyond = [claim for claim in self._tree.finish() if claim.size > self._log.index]
            if not self._findings.overflowing:
                broken, known = self._broken.result, self._log.known
                self._tell(lambda: version_gaps(self._store, broken(), known))
            cut = self._check_counter(head)
            whole = self._check_head(head, cut=cut)
            if HEAD not in self._tree.refuted and self._nodes_readable:
                self._tell(lambda: spoilt_nodes(self._tree))
                if whole and not cut and self._tree.judging:
                    self._tell(lambda: extra_nodes(self._store, self._log.index))
            self._check_outside_memory(beyond, cut=cut)
            self._check_commands(head)
            self._check_stream_heads()
            self._check_people_and_secrets()
        return self._tree.size, self._tree.root()

    def _check_people_and_secrets(self) -> None:
        """Ask who acted, and whether what is sealed opens, unless too much is wrong to tell."""
        people, keys, known = self._people, self._asked.keys, self._log.known.positions
        if people is not None and not self._findings.overflowing:
            self._ask(people.finish)
            self._tell(lambda: people.findings(known))
        if keys is not None and not self._findings.overflowing:
            self._tell(lambda: Secrets(self._store, keys, known).findings())

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Note what cannot be read and go on; a missing table or column has its finding already."""
        try:
            yield
        except self._opened.trouble as trouble:
            if not (self._drifted and self._opened.lacks(trouble)):
                self._damage = self._damage or self._opened.explain(trouble)

    def _tell(self, looked_for: Callable[[], Iterator[Finding]]) -> None:
        """Add what is found, as far as can be read."""
        with self._reading():
            for finding in looked_for():
                self._add(finding)

    # --- the log ----------------------------------------------------------------------------

    def _head(self) -> Frontier | None:
        """Read the stored head; ``None`` when there is not exactly one that makes sense."""
        with self._reading():
            self._heads = self._store.heads()
            if len(self._heads) == 1:
                size, packed = self._heads[0]
                if isinstance(size, int) and isinstance(packed, bytes):
                    with suppress(ValueError):
                        return Frontier.unpack(size, packed)
        return None

    def _claims(self, head: Frontier | None) -> Iterator[Claim]:
        """Say what roots the tree is said to have, smallest size first."""
        heads = [] if head is None else [Claim(head.size, head.root(), HEAD)]
        claims = merge(heads, self._memory.claims(), key=attrgetter("size"))
        return (one for one in claims if one.size >= self._start.leaf)

    def _kept_inside(self, least: int = FIRST) -> Iterator[tuple[int, Checkpoint | None]]:
        """Read checkpoints kept inside by size; ``None`` for what is none, or says two things."""
        with self._reading():
            for size, at, note in self._store.checkpoints(least):
                try:
                    said = read_note((note or b"").decode())
                    fits = said.size == size and _says_when((at or b"").decode(), said.at)
                except (BadInput, ValueError):
                    fits = False
                yield size, said if fits else None

    def _earlier(self) -> Iterator[Refuted]:
        """Judge checkpoints from before the beginning, from what is kept of the tree."""
        kept = Kept(self._store)
        for claim in self._memory.claims():
            if claim.size >= self._start.leaf:
                return
            root = kept.root(claim.size)
            if root != claim.root:
                yield Refuted(claim, root or b"", 1)

    def _kept_node(self, level: int, index: int) -> bytes | None:
        with self._reading():
            return self._store.node(level, index)
        self._nodes_readable = False
        return None

    def _walked(self, head: Frontier | None) -> bool:
        """Walk the log; tell whether its end was reached."""
        total, progress, begin = 0, self._asked.progress, self._start
        with self._reading():
            total = self._store.newest()
        self._commands = CommandIds(self._store, begin.position, begin.command)
        self._times = Times(self._add, self._memory.trusted(), begin.newest)
        with checking(
            self._opened, self._store, self._topics, self._asked.pace, total, begin.leaf
        ) as stretches:
            if self._asked.actors:
                with self._reading():
                    self._people = Identity(self._store, self._topics, begin.position)
            self._log = Log(
                self._store,
                self._tree,
                self._commands,
                self._findings,
                topics=self._topics,
                head_size=head.size if head else 0,
                stretches=stretches,
                times=self._times,
                start=begin,
                passed=self._passed,
                progress=(lambda done: progress(done, total)) if progress else lambda done: None,
            )
            with self._reading():
                self._log.walk()
                return True
        return False

    def _passed(self, one: Stretch) -> None:
        """Ask who acted in a stretch of the log, unless too much is wrong to tell."""
        people = self._people
        if people is not None and not self._findings.overflowing:
            self._ask(lambda: people.passes(one))

    def _ask(self, question: Callable[[], None]) -> None:
        """Have acts judged as long as they can be read."""
        if self._readable:
            self._readable = False
            with self._reading():
                question()
                self._readable = True

    def _check_counter(self, head: Frontier | None) -> bool:
        """Compare the counter of ids with the newest event; tell whether the tail is cut."""
        log, counters = self._log, []
        with self._reading():
            counters = self._store.counters()
        if self._store.counter_in_head and len(counters) != 1:
            return False  # there is not one head, which is told of the head
        if not counters and not log.newest_event:
            return False
        counter = counters[0] if len(counters) == 1 else None
        newest = max(log.newest_event + log.moved, log.newest_leaf)
        if isinstance(counter, int) and counter > newest:
            log.known.lost += counter - newest
            self._add(
                Finding(
                    "TRUNCATED",
                    log_index=log.index,
                    expected=f"events up to {counter}",
                    found=f"events up to {newest}",
                )
            )
            return True
        if self._store.counter_in_head and head is not None and head.size < log.index:
            return False  # so is the size, and that is told of the head
        if counter not in (log.newest_event + log.moved, log.newest_leaf):
            expected, found = f"a counter of ids at {newest}", f"{counter}"
            self._add(Finding("HEAD_MISMATCH", expected=expected, found=found))
        return False

    def _check_head(self, head: Frontier | None, *, cut: bool) -> bool:
        """Compare the stored head with the tree; tell whether they agree."""
        log, refuted = self._log, self._tree.refuted.get(HEAD)
        if self._heads is None:
            return False
        if head is None:
            self._add(Finding("HEAD_MISMATCH", expected="one head of a tree", found="none"))
            return False
        if refuted is not None:
            wrong = [node.place for node in self._tree.wrong_nodes if node.level == LEVEL]
            self._add(
                Finding(
                    "HEAD_MISMATCH",
                    log_index=wrong[0] << LEVEL if wrong else None,
                    expected=f"root {head.root().hex()}",
                    found=f"root {refuted.root.hex()}",
                )
            )
            return False
        if head.size == log.index or cut or not self._tree.judging:
            return True
        log.known.lost += max(head.size - log.index, 0)
        if head.size not in log.known.indices:
            self._add(self._outside_head(head.size))
        return False

    def _outside_head(self, size: int) -> Finding:
        """Name the first event that is in the log and not under its head; those after it follow."""
        event = None
        with self._reading():
            outside = islice(self._store.leaf_rows(size), MOST_OF_ONE_CODE)
            self._log.known.positions.update(one.position for one in outside if one.position)
            leaf = self._store.leaf_at(size)
            if leaf is not None and leaf.position is not None:
                event = self._store.event_at(leaf.position)
        return Finding(
            "HEAD_MISMATCH",
            show(event.stream) if event else None,
            event.version if event else None,
            min(size, self._log.index),
            f"{size} leaves under the head",
            f"{self._log.index} leaves",
        )

    def _check_outside_memory(self, beyond: list[Claim], *, cut: bool) -> None:
        claimed = [claim.size for claim in beyond if claim.by != HEAD]
        claimed += [receipt.log_index + 1 for receipt in self._receipts]
        if not cut and (finding := truncated(self._log.index, claimed)):
            self._add(finding)
        for finding in self._memory.findings.told():
            self._add(finding)
        for size in self._memory.unreadable:
            expected = f"the note of a checkpoint of {size} leaves"
            found = "another note, or none that can be read"
            self._add(Finding("CHECKPOINT_ROOT", expected=expected, found=found))
        refuted = [one for by, one in self._tree.refuted.items() if by != HEAD]
        with self._reading():
            refuted += self._earlier()
        if refuted:
            held = [size for by, size in self._tree.held.items() if by != HEAD]
            self._add(first_refuted(refuted, held))
        elif not claimed:
            for finding in self._times.bounded:
                self._add(finding)
        self._tell(lambda: lost_receipts(self._receipts, self._store, self._log.known.indices))

    def _check_stream_heads(self) -> None:
        """HEADS_PROOF: in a log that is whole, streams stood where its checkpoints say."""
        if not self._findings.count.keys() <= _NOT_OF_THE_LOG:
            return
        for told, heads in self._stream_heads:
            with self._reading():
                for finding in map(wrong_heads, heads(), told):
                    if finding is not None:
                        self._add(finding)

    def _check_commands(self, head: Frontier | None) -> None:
        """Compare the command ids kept with those in the events."""
        if not self._commands.readable:
            with self._reading():
                next(self._store.commands(), None)
        if self._findings.overflowing or not self._commands.readable:
            return
        known, end = self._log.known, LAST
        if head is not None and HEAD not in self._tree.refuted and self._tree.judging:
            end = head.size
        self._tell(lambda: self._commands.findings(known.positions, known.lost, end))


def _says_when(stored: str, signed: datetime | None) -> bool:
    """Tell whether the moment kept beside a checkpoint is one, and the one it was signed at."""
    return is_instant(stored) and signed in (None, datetime.fromisoformat(stored))
