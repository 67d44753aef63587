"""
Whom an auditor believes: the keys of the log and of its witnesses, and how many must agree.

A policy file (C2SP tlog-policy) comes from whoever checks, never from whoever is checked.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple, NoReturn

from domain.checkpoint import Checkpoint
from domain.errors import BadInput
from domain.note import LOG_KEY, WITNESS_KEY, Key, Note, read_key

NONE = "none"
"""The quorum that asks for no witness."""

CLOCKS = timedelta(minutes=10)
"""By how much the clocks of honest machines differ, at most."""

LONGEST = 1_000_000
_FRESH = re.compile(r"([1-9][0-9]{0,5})([hdm])")
_UNITS = {"h": "hours", "d": "days", "m": "minutes"}
_COUNT = re.compile(r"[1-9][0-9]{0,5}")


class Group(NamedTuple):
    """Witnesses, or groups of them, of which so many must agree."""

    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """
    Whom to believe, read from a policy file.

    ``logs`` are keys by the name of their log; ``witnesses`` and ``groups`` go by the names
    the policy gives them; ``fresh`` is how old a checkpoint may be, ``None`` for any age.
    """

    logs: tuple[Key, ...]
    witnesses: dict[str, Key] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    quorum: str = NONE
    fresh: timedelta | None = None

    def agreed(self, cosigned: Collection[str], name: str | None = None) -> bool:
        """Tell whether the witnesses that cosigned are a quorum, or make up one of its groups."""
        asked = self.quorum if name is None else name
        if asked in self.groups:
            threshold, members = self.groups[asked]
            return sum(self.agreed(cosigned, member) for member in members) >= threshold
        return asked == NONE or asked in cosigned


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    What of a checkpoint holds under a policy.

    ``known`` the log is one the policy names; ``signed`` it is signed by that log's key;
    ``witnesses`` when each witness cosigned, by its name in the policy; ``false`` names the
    keys of the policy in whose name a line stands that is not theirs; ``agreed`` the
    witnesses are a quorum; ``fresh`` it is no older than allowed, ``None`` where any age is.
    """

    known: bool
    signed: bool
    witnesses: dict[str, datetime]
    false: tuple[str, ...]
    agreed: bool
    fresh: bool | None

    @property
    def holds(self) -> bool:
        """Tell whether the checkpoint may be relied on."""
        return self.known and self.signed and self.agreed and self.fresh is not False

    @property
    def witnessed(self) -> datetime | None:
        """The earliest time a witness gives: by then the log stood as the checkpoint says."""
        return min(self.witnesses.values(), default=None)


def judge(policy: Policy, note: Note, checkpoint: Checkpoint, now: datetime) -> Judgement:
    """
    Judge a checkpoint under a policy at an instant.

    A witness counts once, however many lines it has; a line that is false, or of a time
    that is not yet, counts for nothing.
    """
    logs = [key for key in policy.logs if key.name == checkpoint.origin]
    witnesses = {}
    for name, key in policy.witnesses.items():
        moment = key.cosigned_at(note)
        if moment is not None and moment <= now + CLOCKS:
            witnesses[name] = moment
    keys = [*logs, *policy.witnesses.values()]
    return Judgement(
        known=bool(logs),
        signed=any(key.signed(note) for key in logs),
        witnesses=witnesses,
        false=tuple(key.name for key in keys if key.lines_of(note) and not key.signed(note)),
        agreed=policy.agreed(witnesses),
        fresh=_is_fresh(policy, checkpoint, now),
    )


def _is_fresh(policy: Policy, checkpoint: Checkpoint, now: datetime) -> bool | None:
    """Tell whether a checkpoint is new enough; one that bears no time, or a later one, is not."""
    if policy.fresh is None:
        return None
    if checkpoint.at is None:
        return False
    return -CLOCKS <= now - checkpoint.at <= policy.fresh


class _Reading:
    """A policy file being read, line by line; names must be told before they are used."""

    def __init__(self) -> None:
        self.logs: list[Key] = []
        self.witnesses: dict[str, Key] = {}
        self.groups: dict[str, Group] = {}
        self.members: set[str] = set()
        self.quorum: str | None = None
        self.fresh: timedelta | None = None

    def log(self, place: int, words: list[str]) -> None:
        """Take a line ``log VKEY [URL]``."""
        if len(words) not in {1, 2}:
            _refuse("policy", place, "log is followed by a public key")
        key = _key(place, words[0], LOG_KEY)
        if any(key.public == one.public for one in self.logs):
            _refuse("policy", place, "this key stands there twice")
        self.logs.append(key)

    def witness(self, place: int, words: list[str]) -> None:
        """Take a line ``witness NAME VKEY [URL]``."""
        if len(words) not in {2, 3}:
            _refuse("policy", place, "witness is followed by a name and a public key")
        self._check_new(place, words[0])
        key = _key(place, words[1], WITNESS_KEY)
        if any(key.public == one.public for one in self.witnesses.values()):
            _refuse("policy", place, "this key stands there twice")
        self.witnesses[words[0]] = key

    def group(self, place: int, words: list[str]) -> None:
        """Take a line ``group NAME N|all|any MEMBER…``; nobody is in two groups."""
        if len(words) < 3:
            _refuse(
                "policy", place, "group is followed by a name, how many must agree, and members"
            )
        name, asked, *members = words
        self._check_new(place, name)
        if not self._known().issuperset(members):
            _refuse("policy", place, "a member is named that no line above it tells of")
        if len(set(members)) != len(members) or not self.members.isdisjoint(members):
            _refuse("policy", place, "a member is named twice")
        several = {"all": len(members), "any": 1}.get(asked)
        if several is None and _COUNT.fullmatch(asked):
            several = int(asked)
        if several is None or several > len(members):
            _refuse("policy", place, "how many must agree is all, any, or a number of the members")
        self.members.update(members)
        self.groups[name] = Group(several, tuple(members))

    def ask(self, place: int, words: list[str]) -> None:
        """Take the line ``quorum NAME``."""
        if len(words) != 1:
            _refuse("policy", place, "quorum is followed by one name, or by none")
        if self.quorum is not None:
            _refuse("policy", place, "this stands there twice")
        if words[0] != NONE and words[0] not in self._known():
            _refuse("policy", place, "a quorum is named that no line above it tells of")
        self.quorum = words[0]

    def age(self, place: int, words: list[str]) -> None:
        """Take the line ``fresh AGE``, which is ours."""
        found = _FRESH.fullmatch(words[0]) if len(words) == 1 else None
        if found is None:
            _refuse("policy", place, "fresh is followed by an age such as 36h, 7d or 90m")
        if self.fresh is not None:
            _refuse("policy", place, "this stands there twice")
        self.fresh = timedelta(**{_UNITS[found[2]]: int(found[1])})

    def _known(self) -> set[str]:
        return self.witnesses.keys() | self.groups.keys()

    def _check_new(self, place: int, name: str) -> None:
        if name == NONE or name in self._known():
            _refuse("policy", place, "this name is taken")


def read_policy(text: str) -> Policy:
    """Read a policy file; :class:`BadInput` naming the line that is not as it should be."""
    reading = _Reading()
    takers: dict[str, Callable[[int, list[str]], None]] = {
        "log": reading.log,
        "witness": reading.witness,
        "group": reading.group,
        "quorum": reading.ask,
        "fresh": reading.age,
    }
    lines = text[:LONGEST].split("\n")
    for place, line in enumerate(lines, start=1):
        if any((letter < " " and letter != "\t") or letter == "\x7f" for letter in line):
            _refuse("policy", place, "there is a control character in it")
        words = re.split(r"[ \t]+", line.strip(" \t"))
        if line.strip(" \t").startswith("#") or words == [""]:
            continue
        if words[0] not in takers:
            _refuse("policy", place, "it begins with none of log, witness, group, quorum, fresh")
        takers[words[0]](place, words[1:])
    if len(text) > LONGEST:
        _refuse("policy", len(lines), "it is longer than any policy")
    if not reading.logs:
        _refuse("policy", len(lines), "no log is named")
    if reading.quorum is None:
        _refuse("policy", len(lines), "no quorum is named; without witnesses write: quorum none")
    return Policy(
        tuple(reading.logs), reading.witnesses, reading.groups, reading.quorum, reading.fresh
    )


def _key(place: int, written: str, kind: int) -> Key:
    try:
        key = read_key(written)
    except BadInput:
        _refuse("policy", place, "this is no public key, or its id is not its own")
    if key.kind != kind:
        _refuse("policy", place, "a key of a log stands for a witness, or the other way round")
    return key


def _refuse(what: str, line: int, why: str) -> NoReturn:
    raise BadInput("line {line} of the {what} cannot be read: {why}", line=line, what=what, why=why)
