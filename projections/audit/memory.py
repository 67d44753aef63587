"""
The checkpoints that are known of a log, kept inside it or given by who checks, and whose they are.

Without a policy they are taken for what they say. With one, a checkpoint counts only if its
log signed it, and must agree with the others the log signed.
"""

from array import array
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from heapq import merge
from itertools import groupby
from math import isnan, nan
from operator import itemgetter
from typing import NamedTuple

from domain import checkpoint
from domain.checkpoint import instant
from domain.note import Note
from domain.proofs import HASH_BYTES
from projections.audit.evidence import Checkpoint
from projections.audit.findings import MOST_OF_ONE_CODE, Finding, Findings, show
from projections.audit.policy import NONE, Judgement, Policy, judge
from projections.audit.times import Trusted
from projections.audit.tree import Claim

INSIDE, OUTSIDE = "a checkpoint kept inside", "a checkpoint kept outside"


class _Signed(NamedTuple):
    """A checkpoint that counts, and what a policy says of it."""

    said: Checkpoint
    judged: Judgement | None
    by: str

    @property
    def agreed(self) -> bool:
        """Tell whether it was judged, and witnessed as the policy asks."""
        return self.judged is not None and self.judged.agreed


class Memory:
    """
    What is known of a log; ``findings`` is what is wrong with checkpoints by themselves.

    ``unreadable`` are the sizes of those inside that are none, ``contradicted`` the sizes at
    which the log signed two things.
    """

    def __init__(
        self, given: Iterable[Checkpoint], policy: Policy | None, now: datetime | None
    ) -> None:
        self.findings = Findings()
        self.unreadable = array("q")
        self.contradicted: set[int] = set()
        self._given = sorted(given, key=lambda one: one.size)
        self._policy = policy
        self._now = now or datetime.now(UTC)
        self._newest: Checkpoint | None = None
        self._newest_agreed: _Signed | None = None
        self._at_one_size: list[Checkpoint] = []
        self._told: set[Finding] = set()
        self._sizes, self._roots, self._outside = array("q"), bytearray(), array("b")
        self._agreed = array("b")
        self._heads: list[Checkpoint] = []
        self._signed, self._seen = array("d"), array("d")

    @property
    def newest(self) -> Checkpoint | None:
        """The note of the largest size that counts."""
        return self._newest

    def of_heads(self) -> list[Checkpoint]:
        """Return those given, and the newest, that count and tell where streams stood."""
        newest = [self._newest] if self._newest and self._newest.heads else []
        return list({(one.size, one.heads): one for one in self._heads + newest}.values())

    def read(self, inside: Iterable[tuple[int, Checkpoint | None]]) -> None:
        """Take the checkpoints kept inside, by size (``None``: unreadable), and those given."""
        known = merge(
            ((size, INSIDE, said) for size, said in inside),
            ((one.size, OUTSIDE, one) for one in self._given),
            key=itemgetter(0),
        )
        for _, of_one_size in groupby(known, key=itemgetter(0)):
            counting = []
            for size, by, said in of_one_size:
                if said is None:
                    self.unreadable.append(size)
                elif (signed := self._counts(said, by)) is not None:
                    self._take(signed)
                    counting.append(signed)
            self._check_witnesses(counting)
        self._check_quorum()
        self._check_age()

    def claims(self) -> Iterator[Claim]:
        """Say what roots the log is said to have, smallest size first."""
        return (one for one in self._claimed() if one.size not in self.contradicted)

    def relies_on(self, said: Checkpoint) -> bool:
        """Tell whether a checkpoint is one of those that count, witnessed as the policy asks."""
        if said.size in self.contradicted:
            return False
        known = zip(self._claimed(), self._agreed, strict=True)
        return any(agreed and (one.size, one.root) == said[:2] for one, agreed in known)

    def trusted(self) -> Iterator[Trusted]:
        """Say when checkpoints were signed and seen, smallest size first."""
        for size, signed, seen in zip(self._sizes, self._signed, self._seen, strict=True):
            yield Trusted(size, _instant(signed), _instant(seen))

    def _claimed(self) -> Iterator[Claim]:
        for place, size in enumerate(self._sizes):
            root = bytes(self._roots[place * HASH_BYTES : (place + 1) * HASH_BYTES])
            yield Claim(size, root, OUTSIDE if self._outside[place] else INSIDE)

    # --- one checkpoint -------------------------------------------------------------------

    def _counts(self, said: Checkpoint, by: str) -> _Signed | None:
        """Judge a checkpoint under the policy; ``None`` for one that is not this log's word."""
        policy = self._policy
        if policy is None or not said.origin:
            return _Signed(said, None, by)
        text = checkpoint.Checkpoint(said.origin, said.size, said.root, said.at, said.heads)
        judged = judge(policy, said.note or Note(str(text), ()), text, self._now)
        whose = show(said.origin)
        if not judged.known:
            logs = ", ".join(show(key.name) for key in policy.logs)
            self._tell("CHECKPOINT_ORIGIN", said, f"a checkpoint of {logs}", f"one of {whose}")
            return None
        if not judged.signed:
            there = "one of something else" if said.origin in judged.false else "none"
            self._tell("CHECKPOINT_SIGNATURE", said, f"a signature of {whose}", there)
            return None
        if judged.false:
            false = f"false in the name of {', '.join(map(show, judged.false))}"
            self._tell("CHECKPOINT_SIGNATURE", said, "signatures of who they say", false)
        return _Signed(said, judged, by)

    def _check_witnesses(self, counting: Iterable[_Signed]) -> None:
        """
        Ask the quorum of what was given of one size, once for a root.

        Inside is kept what no witness had seen yet.
        """
        counting = sorted(counting, key=lambda one: not one.agreed)
        asked = {one.said.root for one in counting if one.agreed}
        for one in counting:
            if one.by == OUTSIDE and one.judged is not None and one.said.root not in asked:
                asked.add(one.said.root)
                there = ", ".join(map(show, one.judged.witnesses)) or "nobody"
                self._tell("WITNESS_QUORUM", one.said, self._cosigned(), f"cosigned by {there}")

    def _take(self, signed: _Signed) -> None:
        """Keep what a checkpoint says, as small as it can be: they may be very many."""
        said, judged, by = signed
        if self._policy is not None:
            self._check_others(said)
        self._sizes.append(said.size)
        self._roots += said.root
        self._outside.append(by == OUTSIDE)
        self._signed.append(nan if said.at is None else said.at.timestamp())
        seen = judged.witnessed if judged else None
        self._seen.append(nan if seen is None else seen.timestamp())
        self._agreed.append(signed.agreed or self._asks_nobody())
        if said.origin and (self._newest is None or _age(said) >= _age(self._newest)):
            self._newest = said
        if by == OUTSIDE and said.heads is not None:
            self._heads.append(said)
        known = self._newest_agreed
        if signed.agreed and (known is None or _age(said) >= _age(known.said)):
            self._newest_agreed = signed

    def _check_others(self, said: Checkpoint) -> None:
        """EQUIVOCATION: at one size a log signs one root, and one root of its heads."""
        if not said.origin:
            return
        if self._at_one_size and self._at_one_size[0].size != said.size:
            self._at_one_size.clear()
        for other in self._at_one_size:
            if said.size not in self.contradicted and _contradict(said, other):
                self.contradicted.add(said.size)
                self._tell("EQUIVOCATION", said, _told(other), f"{_told(said)}, signed as well")
        if len(self._at_one_size) < 2:
            self._at_one_size.append(said)

    def _check_quorum(self) -> None:
        """WITNESS_QUORUM: some checkpoint that counts was witnessed as the policy asks."""
        told = self.findings.count["WITNESS_QUORUM"]
        if self._newest_agreed is None and not told and not self._asks_nobody():
            found = "no checkpoint that is" if self._newest is None else "none that counts is"
            self._tell("WITNESS_QUORUM", None, f"a checkpoint {self._cosigned()}", found)

    def _check_age(self) -> None:
        """
        CHECKPOINT_STALE: the newest checkpoint is no older than the policy allows.

        Of those that were witnessed as it asks; where none is, that is told instead.
        """
        if self._policy is None or self._policy.fresh is None:
            return
        newest = self._newest_agreed
        if newest is None and not self._asks_nobody():
            return
        if newest is None or newest.judged is None or not newest.judged.fresh:
            signed = newest.said.at if newest else None
            expected = f"one signed within {self._policy.fresh} before {instant(self._now)}"
            found = f"signed {instant(signed)}" if signed else "none that says when"
            self._tell("CHECKPOINT_STALE", newest.said if newest else None, expected, found)

    def _asks_nobody(self) -> bool:
        return self._policy is None or self._policy.quorum == NONE

    def _cosigned(self) -> str:
        return f"cosigned by {show(self._policy.quorum if self._policy else NONE)}"

    def _tell(self, code: str, said: Checkpoint | None, expected: str, found: str) -> None:
        where = f" ({said.size} leaves)" if said else ""
        finding = Finding(code, expected=expected + where, found=found)
        if finding not in self._told:  # the same one may be kept inside and given
            self.findings.add(finding)
        if len(self._told) < MOST_OF_ONE_CODE:
            self._told.add(finding)


def _contradict(one: Checkpoint, other: Checkpoint) -> bool:
    heads = one.heads is not None and other.heads is not None and one.heads != other.heads
    return one.root != other.root or heads


def _told(said: Checkpoint) -> str:
    heads = f", heads {said.heads.root.hex()}" if said.heads else ""
    return f"root {said.root.hex()}{heads}"


def _age(said: Checkpoint) -> tuple[int, datetime]:
    return said.size, said.at or datetime.min.replace(tzinfo=UTC)


def _instant(seconds: float) -> datetime | None:
    return None if isnan(seconds) else datetime.fromtimestamp(seconds, UTC)
