#!/usr/bin/env python3
"""
Verify what a trajet log hands over, with this one file and Python 3.9 or newer, offline.

Keep a copy of this file; it needs nothing else and believes nothing that is in a bundle.
Whom to believe is said by a policy file of your own::

    python3 -I trajet_verify.py bundle.zip --policy policy.txt

It reads a bundle (one dossier, or a whole log), checks the signatures of the log and of its
witnesses, that every act is in the log and none is left out, who did it and with which key,
and tells what is not as it should be. It exits with 0 where nothing was found, with 1 where
something was, and with 2 where it was called wrongly or the policy cannot be read. The formats
are told in ``docs/bundle-format.md`` and ``docs/log-format.md``, every code in
``docs/how-to/verify-the-trail.md``.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import heapq
import json
import os
import re
import struct
import sys
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import lru_cache, partial
from hashlib import sha256, sha512
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

FORMAT = "trajet.bundle/v1"
MOST_OF_ONE_CODE = 1000
"""Findings kept for one code."""

SKEW = timedelta(minutes=10)
"""How far the clocks of two honest machines are apart at most."""

_UTC = timezone.utc  # noqa: UP017  datetime.UTC came after Python 3.9
_LARGEST = 2**63 - 1
_HASH_BYTES = 32
_LONGEST_PROOF = 63
_ODD = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    struct.error,
)
"""What comes of content that is not what it should be."""


class Malformed(ValueError):
    """Something is not written as its format says; the text tells what."""


class Unusable(Exception):
    """What was asked cannot be done: a file that is not there, a policy that says nothing."""


# --- Ed25519 (RFC 8032), strict ---------------------------------------------------------------

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)

_Point = tuple[int, int, int, int]
_NOTHING: _Point = (0, 1, 1, 0)


def ed25519_holds(key: bytes, signature: bytes, message: bytes) -> bool:
    """
    Tell whether a key signed a message.

    ``key`` are 32 bytes, ``signature`` 64. What another verifier might take in two ways is
    refused: numbers and points that are not written in the shortest way, keys of small order.
    """
    if len(key) != 32 or len(signature) != 64:
        return False
    first, second = signature[:32], int.from_bytes(signature[32:], "little")
    rows = _rows_against(key) if second < _L else None
    if rows is None:
        return False
    asked = int.from_bytes(sha512(first + key + message).digest(), "little") % _L
    return _written(_sum(_sum(_NOTHING, _rows_of_base(), second), rows, asked)) == first


def _sum(total: _Point, rows: list[list[_Point]], times: int) -> _Point:
    """Add so many times the point of which these are the multiples."""
    for row in rows:
        total = _added(total, row[times & 15]) if times & 15 else total
        times >>= 4
    return total


def _added(one: _Point, prepared: _Point) -> _Point:
    """Add a point to one that was prepared."""
    x, y, z, t = one
    less, more, twice, turned = prepared
    a, b, c, d = (y - x) * less % _P, (y + x) * more % _P, t * turned % _P, z * twice % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _prepared(point: _Point) -> _Point:
    x, y, z, t = point
    return (y - x) % _P, (y + x) % _P, 2 * z % _P, 2 * _D * t % _P


def _rows(point: _Point) -> list[list[_Point]]:
    """Prepare 1 to 15 times a point, 16 times that, and so on: 64 rows."""
    rows = []
    for _ in range(64):
        row, first, multiple = [_NOTHING], _prepared(point), point
        for _ in range(15):
            row.append(_prepared(multiple))
            multiple = _added(multiple, first)
        rows.append(row)
        point = multiple
    return rows


@lru_cache(maxsize=1)
def _rows_of_base() -> list[list[_Point]]:
    base = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little"))
    return _rows(base or _NOTHING)


@lru_cache(maxsize=64)
def _rows_against(key: bytes) -> list[list[_Point]] | None:
    """Prepare the multiples of the opposite of a key; ``None`` for what is no sound key."""
    point = _point(key)
    if point is None:
        return None
    eight = point
    for _ in range(3):
        eight = _added(eight, _prepared(eight))
    if eight[0] == 0:
        return None  # of small order: it would fit many messages
    x, y, z, t = point
    return _rows((-x % _P, y, z, -t % _P))


def _point(raw: bytes) -> _Point | None:
    """Read a point of the curve; ``None`` for what is none, or not written as it should be."""
    number = int.from_bytes(raw, "little")
    odd, y = number >> 255, number & (1 << 255) - 1
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if x * x % _P != square:
        x = x * _ROOT % _P
    if x * x % _P != square or (x == 0 and odd):
        return None
    x = _P - x if x & 1 != odd else x
    return x, y, 1, x * y % _P


def _written(point: _Point) -> bytes:
    x, y, z, _ = point
    whole = pow(z, -1, _P)
    return ((y * whole % _P) | (x * whole % _P & 1) << 255).to_bytes(32, "little")


# --- the log (RFC 6962, RFC 9162) -------------------------------------------------------------

_EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(text: bytes) -> bytes:
    """Hash a leaf."""
    return sha256(b"\x00" + text).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """The right edge of a tree that grows: its size, and the roots of its perfect subtrees."""

    def __init__(self) -> None:
        self.size = 0
        self._edge: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Add a leaf hash."""
        size = self.size
        while size & 1:
            leaf = _node(self._edge.pop(), leaf)
            size >>= 1
        self._edge.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """Return the root."""
        if not self._edge:
            return _EMPTY_ROOT
        *rest, root = self._edge
        for left in reversed(rest):
            root = _node(left, root)
        return root


def included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Tell whether a proof leads from a leaf to the root of a tree (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last = index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            leaf = _node(sibling, leaf)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            leaf = _node(leaf, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and leaf == root


def consistent(old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a tree begins with the whole of an older one (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= size:
        return False
    if old in (0, size):
        return not proof and old_root == (root if old else _EMPTY_ROOT)
    hashes = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not hashes:
        return False
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    older = newer = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            older, newer = _node(sibling, older), _node(sibling, newer)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            newer = _node(newer, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and (older, newer) == (old_root, root)


# --- signed notes (C2SP signed-note, tlog-checkpoint, tlog-cosignature) -----------------------

_LOG, _WITNESS = 1, 4
_NAME = re.compile(r"[^\s+]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")
_INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?Z", re.ASCII)
_LONGEST_NOTE = 1_000_000
_MOST_SIGNATURES = 100


class Key(NamedTuple):
    """A public key of a log or of a witness, as its vkey says."""

    name: str
    number: bytes
    kind: int
    raw: bytes


class Note(NamedTuple):
    """A signed note: its text with the last newline, and name, key id and payload of each line."""

    text: str
    lines: list[tuple[str, bytes, bytes]]


class Checkpoint(NamedTuple):
    """What a log said of itself: at ``size`` leaves this root; its heads where it told them."""

    origin: str
    size: int
    root: bytes
    at: datetime | None
    streams: int
    heads: bytes
    note: Note


def read_vkey(text: str, kind: int) -> Key:
    """
    Read ``name+key id+base64``; :class:`Malformed` for what is none of this kind.

    What was given is not told again: it may be a private key that got there by mistake.
    """
    name, _, rest = text.partition("+")
    number, _, packed = rest.partition("+")
    raw = _base64(packed)
    if not _is_name(name) or len(raw) != 33 or raw[0] != kind:
        raise Malformed("this is no public key of this kind")
    counted = sha256(name.encode() + b"\n" + raw).digest()[:4]
    if number != counted.hex():
        raise Malformed("the key is not the one its number says")
    return Key(name, counted, kind, raw[1:])


def read_note(raw: bytes) -> Note:
    """Read a signed note; :class:`Malformed` for what is none."""
    if len(raw) > _LONGEST_NOTE:
        raise Malformed("a note of more than a million bytes")
    try:
        whole = raw.decode()
    except UnicodeDecodeError as odd:
        raise Malformed("a note that is no UTF-8") from odd
    if _CONTROL.search(whole):
        raise Malformed("a note with control characters")
    text, blank, signed = whole.rpartition("\n\n")
    if not blank or not text or not signed.endswith("\n"):
        raise Malformed("a note without signatures")
    lines = signed[:-1].split("\n")
    if len(set(lines)) != len(lines):
        raise Malformed("a note with the same signature twice")
    if len(lines) > _MOST_SIGNATURES:
        raise Malformed("a note with too many signatures")
    return Note(text + "\n", [_signature_line(line) for line in lines])


def _signature_line(line: str) -> tuple[str, bytes, bytes]:
    dash, name, packed = [*line.split(" "), "", "", ""][:3]
    payload = _base64(packed)
    if line.count(" ") != 2 or dash != "\u2014" or not _is_name(name) or len(payload) < 5:
        raise Malformed(f"{_shown(line)} is no signature line")
    return name, payload[:4], payload[4:]


def _is_name(name: str) -> bool:
    """Tell whether a text may be the name of a key: letters that are seen, no blank, no plus."""
    return name.isprintable() and _NAME.fullmatch(name) is not None


def read_checkpoint(raw: bytes) -> Checkpoint:
    """
    Read a checkpoint; what it says of its moment and of heads may be absent.

    Further lines are passed over, as C2SP tlog-checkpoint has it.
    """
    note = read_note(raw)
    origin, size, root, *more = [*note.text[:-1].split("\n"), "", ""]
    if not origin.strip() or not origin.isprintable() or not _is_number(size):
        raise Malformed("a checkpoint without its origin or size")
    told: dict[str, str] = {}
    for line in more[:-2]:
        word, blank, rest = line.partition(" ")
        if not line or (blank and word in told):
            raise Malformed("a checkpoint with an empty line, or the same one twice")
        if blank and word in _OURS:
            told[word] = rest
    at = told.get("trajet.at")
    streams, _, heads = told.get("trajet.heads", "0 ").partition(" ")
    if not _is_number(streams) or ("trajet.heads" in told and not heads):
        raise Malformed("the number of streams of a checkpoint is none")
    return Checkpoint(
        origin,
        int(size),
        _hash(root),
        None if at is None else _instant(at, whole=True),
        int(streams),
        _hash(heads) if heads else b"",
        note,
    )


_OURS = ("trajet.at", "trajet.heads")
"""How the lines begin that a checkpoint of a trajet log has besides those of any log."""


def _is_number(text: str) -> bool:
    return _DECIMAL.fullmatch(text) is not None and int(text) <= _LARGEST


def signed_by(note: Note, key: Key) -> bool | None:
    """Tell whether a log signed a note; ``None`` if no line says so."""
    lines = _lines_of(note, key)
    text = note.text.encode()
    if not lines:
        return None
    return all(ed25519_holds(key.raw, payload, text) for payload in lines)


def cosigned_by(note: Note, key: Key) -> datetime | bool | None:
    """Tell when a witness cosigned a note; ``False`` if a line of its does not hold."""
    told: list[datetime] = []
    for payload in _lines_of(note, key):
        seconds = int.from_bytes(payload[:8], "big")
        text = f"cosignature/v1\ntime {seconds}\n{note.text}".encode()
        if seconds > _LAST_SECOND or not ed25519_holds(key.raw, payload[8:], text):
            return False
        told.append(_EPOCH + timedelta(seconds=seconds))
    return max(told) if told else None


_EPOCH = datetime(1970, 1, 1, tzinfo=_UTC)
_LAST_SECOND = 253402300799


def _lines_of(note: Note, key: Key) -> list[bytes]:
    return [raw for name, number, raw in note.lines if (name, number) == (key.name, key.number)]


def _base64(text: str) -> bytes:
    """Read base64 written in the one right way; :class:`Malformed` otherwise."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as odd:
        raise Malformed("there is no base64 where it should be") from odd
    if base64.b64encode(raw).decode() != text:
        raise Malformed("base64 that is not written in the one right way")
    return raw


def _hash(text: object) -> bytes:
    raw = _base64(text) if isinstance(text, str) else b""
    if len(raw) != _HASH_BYTES:
        raise Malformed("there is no SHA-256 in base64 where it should be")
    return raw


def _instant(text: object, *, whole: bool = False) -> datetime:
    """Read a moment in UTC that ends in Z, or a whole second; :class:`Malformed` otherwise."""
    found = _INSTANT.fullmatch(text) if isinstance(text, str) else None
    if found is None or (whole and found[7]):
        raise Malformed(f"{_shown(text)} is no moment in UTC")
    *parts, fraction = found.groups("")
    year, month, day, hour, minute, second = map(int, parts)
    return datetime(
        year, month, day, hour, minute, second, int(fraction.ljust(6, "0")), tzinfo=_UTC
    )


def _written_instant(moment: datetime) -> str:
    return moment.astimezone(_UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _shown(value: object) -> str:
    """Write a value so that it can be printed anywhere: short, and no control characters."""
    text = value if isinstance(value, str) else repr(value)
    text = text[:200]
    if not text.isprintable():
        text = ascii(text)[1:-1]
    return text if len(text) <= 80 else text[:77] + "..."


# --- whom to believe (C2SP tlog-policy) -------------------------------------------------------


class Policy(NamedTuple):
    """
    Whom an auditor believes.

    ``groups`` are names with how many of which members suffice; ``quorum`` is the witness or
    group that must have cosigned, ``None`` for nobody; ``fresh`` how old a checkpoint may be.
    """

    logs: tuple[Key, ...]
    witnesses: dict[str, Key]
    groups: dict[str, tuple[int, tuple[str, ...]]]
    quorum: str | None
    fresh: timedelta | None

    def keys_of(self, origin: str) -> list[Key]:
        """Return the keys of a log: one, or several of one that changed its key."""
        return [key for key in self.logs if key.name == origin]

    def reached(self, cosigned: Iterable[str], name: str | None = None) -> bool:
        """Tell whether the witnesses named are enough."""
        seen = frozenset(cosigned)
        name = name or self.quorum
        if name is None or name in seen:
            return True
        if name not in self.groups:
            return False
        needed, members = self.groups[name]
        return sum(self.reached(seen, member) for member in members) >= needed


_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "m": timedelta(minutes=1)}
_FRESH = re.compile(r"([1-9][0-9]{0,5})([hdm])")


def read_policy(text: str) -> Policy:
    """Read a policy; :class:`Unusable` naming the line that cannot be read."""
    found = _PolicyRead()
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        if any((letter < " " and letter != "\t") or letter == "\x7f" for letter in line):
            raise Unusable(f"line {number} of the policy: a control character")
        words = re.split(r"[ \t]+", line.strip(" \t"))
        if not words[0] or words[0].startswith("#"):
            continue
        try:
            found.take(words)
        except Malformed as odd:
            raise Unusable(f"line {number} of the policy: {odd}") from odd
    if not found.logs:
        raise Unusable("the policy names no log")
    if not found.has_quorum:
        raise Unusable('the policy names no quorum; say "quorum none" where nobody witnesses')
    return Policy(tuple(found.logs), found.witnesses, found.groups, found.quorum, found.fresh)


class _PolicyRead:
    """A policy while it is read, line by line."""

    def __init__(self) -> None:
        self.logs: list[Key] = []
        self.witnesses: dict[str, Key] = {}
        self.groups: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._members: set[str] = set()
        self.quorum: str | None = None
        self.has_quorum = False
        self.fresh: timedelta | None = None

    def take(self, words: list[str]) -> None:
        word, *rest = words
        ways = {
            "log": self._log,
            "witness": self._witness,
            "group": self._group,
            "quorum": self._quorum,
            "fresh": self._fresh,
        }
        if word not in ways:
            raise Malformed(f"it begins with none of: {', '.join(ways)}")
        ways[word](rest)

    def _log(self, rest: list[str]) -> None:
        if not 1 <= len(rest) <= 2:
            raise Malformed("log is followed by a key")
        key = read_vkey(rest[0], _LOG)
        if any(key.raw == other.raw for other in self.logs):
            raise Malformed("this log is named twice")
        self.logs.append(key)

    def _witness(self, rest: list[str]) -> None:
        if not 2 <= len(rest) <= 3:
            raise Malformed("witness is followed by a name and a key")
        self._new(rest[0])
        key = read_vkey(rest[1], _WITNESS)
        if any(key.raw == other.raw for other in self.witnesses.values()):
            raise Malformed("this witness is named twice")
        self.witnesses[rest[0]] = key

    def _group(self, rest: list[str]) -> None:
        if len(rest) < 3:
            raise Malformed("group is followed by a name, a number and its members")
        name, asked, *members = rest
        self._new(name)
        for member in members:
            if member not in self.witnesses and member not in self.groups:
                raise Malformed(f"{_shown(member)} is no witness or group named before")
        if len(set(members)) != len(members) or not self._members.isdisjoint(members):
            raise Malformed("a member is named twice, here or in another group")
        needed = {"any": 1, "all": len(members)}.get(asked)
        if needed is None:
            needed = int(asked) if _DECIMAL.fullmatch(asked) else 0
        if not 1 <= needed <= len(members):
            raise Malformed(f"{_shown(asked)} is no number of its members")
        self._members.update(members)
        self.groups[name] = (needed, tuple(members))

    def _quorum(self, rest: list[str]) -> None:
        if self.has_quorum or len(rest) != 1:
            raise Malformed("there is one quorum, of one name")
        if rest[0] != "none" and rest[0] not in self.witnesses and rest[0] not in self.groups:
            raise Malformed(f"{_shown(rest[0])} is no witness or group named before")
        self.quorum = None if rest[0] == "none" else rest[0]
        self.has_quorum = True

    def _fresh(self, rest: list[str]) -> None:
        found = _FRESH.fullmatch(rest[0]) if len(rest) == 1 else None
        if found is None or self.fresh is not None:
            raise Malformed("fresh is followed by a number and h, d or m, once")
        self.fresh = int(found[1]) * _UNITS[found[2]]

    def _new(self, name: str) -> None:
        if name == "none" or name in self.witnesses or name in self.groups:
            raise Malformed(f"{_shown(name)} is named twice")


# --- what was found ---------------------------------------------------------------------------


class Finding(NamedTuple):
    """One thing that is not as it should be; ``dossier`` is the stream."""

    code: str
    dossier: str | None = None
    version: int | None = None
    log_index: int | None = None
    expected: str = ""
    found: str = ""
    severity: str = "breach"


class _Findings:
    """Findings by how deep their cause lies, bounded whatever the damage."""

    FILE, NOTE, LOG, OUTSIDE, WHO, WHEN = range(6)

    def __init__(self) -> None:
        self._kept: list[tuple[int, Finding]] = []
        self._count: Counter[str] = Counter()

    def add(self, depth: int, finding: Finding) -> None:
        self._count[finding.code] += 1
        if self._count[finding.code] <= MOST_OF_ONE_CODE:
            self._kept.append((depth, finding))

    def told(self) -> list[Finding]:
        """Return them, the deepest cause first."""
        kept = [finding for _, finding in sorted(self._kept, key=lambda each: each[0])]
        for code, count in self._count.items():
            if count > MOST_OF_ONE_CODE:
                more = f"{count - MOST_OF_ONE_CODE} more findings like these"
                kept.append(Finding(code, found=more))
        return kept


class Report:
    """What a bundle is, what was checked and what was found."""

    def __init__(self) -> None:
        self.origin: str | None = None
        self.dossier: str | None = None
        self.whole = False
        self.size: int | None = None
        self.root: str | None = None
        self.at: str | None = None
        self.witnesses: list[tuple[str, str]] = []
        self.acts = 0
        self.complete = False
        self.signed_from: int | None = None
        """Place in the log from which on acts are to be signed."""
        self.register_whole = False
        """Whether it is shown that no stream of the register is left out."""
        self.accounts_whole = False
        """Whether it is shown that no account is left out of the register."""
        self.alone = 0
        """Powers and keys that one person gave, which only one registrar alone may."""
        self.not_compared = 0
        """Checkpoints given of which the bundle cannot show whether they hold."""
        self.later = 0
        """Checkpoints given that are later than that of a dossier's bundle."""
        self.elsewhere = 0
        """Receipts of acts that are not in the bundle, or came later."""
        self.unknown_kinds = 0
        """Acts of kinds this file does not know."""
        self.timestamp = False
        self.findings: list[Finding] = []

    def document(self) -> dict[str, Any]:
        """Return what ``--json`` prints."""
        return {
            "format": FORMAT,
            "origin": self.origin,
            "dossier": self.dossier,
            "size": self.size,
            "root": self.root,
            "at": self.at,
            "witnesses": [{"name": name, "at": at} for name, at in self.witnesses],
            "acts": self.acts,
            "complete": self.complete,
            "signed_from": self.signed_from,
            "register_whole": self.register_whole,
            "accounts_whole": self.accounts_whole,
            "given_alone": self.alone,
            "not_compared": self.not_compared,
            "later_checkpoints": self.later,
            "receipts_elsewhere": self.elsewhere,
            "unknown_kinds": self.unknown_kinds,
            "timestamp": self.timestamp,
            "findings": [finding._asdict() for finding in self.findings],
        }


# --- the file: a zip of which every byte is told by the format --------------------------------

MANIFEST, NOTE, EVENTS = "manifest.json", "checkpoint.note", "events.jsonl"
REGISTRY, HEADS, TOKEN = "registry.jsonl", "heads.jsonl", "checkpoint.tsr"
ORDER = (MANIFEST, NOTE, EVENTS, REGISTRY, HEADS, TOKEN)
"""The members of a bundle, in their order."""

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
STORED, DAY_ZERO = 20, 33
"""The version of the zip format that is asked, and 1 January 1980."""

MOST_BYTES = 2**32 - 1
_BLOCK = 1 << 20
_LONGEST_LINE = 1 << 24
_LARGEST_SMALL = 1_000_000
_MOST_UNREADABLE = 100


class Member(NamedTuple):
    """A member of a bundle: where its bytes begin in the file, how many, and their CRC."""

    name: str
    start: int
    size: int
    crc: int


class Archive:
    """
    A bundle's file, read without unpacking anything.

    Nothing in it is compressed, so what it says it holds is what it is: no member can be larger
    than the file. Raises :class:`Malformed` where it is not made as bundles are.
    """

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._length = source.seek(0, 2)
        self.strange: list[str] = []
        self.members: dict[str, Member] = {}
        for member in self._listed(*self._end()):
            if member.name in ORDER and member.name not in self.members:
                self.members[member.name] = member
            else:
                self.strange.append(member.name)

    def blocks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member, in blocks."""
        member = self.members[name]
        at, left = member.start, member.size
        while left:
            block = self._read(at, min(left, _BLOCK))
            yield block
            at, left = at + len(block), left - len(block)

    def small(self, name: str) -> bytes:
        """Return a member that is never large."""
        if self.members[name].size > _LARGEST_SMALL:
            raise Malformed(f"{name} is larger than it can be")
        return b"".join(self.blocks(name))

    def read(self, name: str, read: Callable[[bytes], Any]) -> Iterator[tuple[int, Any, str]]:
        """
        Yield of each line of a member its number, what it says, and why it cannot be read.

        Of a member with many lines that cannot be read, what stands behind them is not read.
        """
        unreadable = 0
        for number, line in enumerate(self.lines(name), start=1):
            said, why = None, ""
            try:
                said = read(line)
            except _ODD as odd:
                unreadable += 1
                why = _why(odd)
            if unreadable == _MOST_UNREADABLE:
                yield number, None, f"{why}; what stands behind it was not read"
                return
            yield number, said, why

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a member, without their newlines."""
        rest = b""
        for block in self.blocks(name) if name in self.members else ():
            *whole, rest = (rest + block).split(b"\n")
            yield from whole
            if len(rest) > _LONGEST_LINE:
                raise Malformed(f"a line of {name} is longer than a line can be")
        if rest:
            raise Malformed(f"the last line of {name} does not end")

    def _read(self, at: int, count: int) -> bytes:
        self._source.seek(at)
        found = self._source.read(count)
        if len(found) != count:
            raise Malformed("the file ends too early")
        return found

    def _end(self) -> tuple[int, int, int]:
        """Read the last record: how many members, and where their list begins and ends."""
        at = self._length - END.size
        if at < 0 or self._length > MOST_BYTES:
            raise Malformed("no bundle is so small, or so large")
        last = END.unpack(self._read(at, END.size))
        sign, disk, first_disk, here, count, length, start, comment = last
        if sign != b"PK\x05\x06":
            raise Malformed("a zip ends otherwise: it is cut, or something stands behind it")
        if disk or first_disk or comment or here != count or start + length != at:
            raise Malformed("the last record of the zip does not say what a bundle's says")
        if count > 4 * len(ORDER):
            raise Malformed(f"{count} members, where a bundle has {len(ORDER)} at most")
        return count, start, at

    def _listed(self, count: int, start: int, end: int) -> Iterator[Member]:
        at, begins, last = start, 0, -1
        for _ in range(count):
            (sign, made, *told, name_length, extra, comment, disk, inner, outer, offset) = (
                CENTRAL.unpack(self._read(at, CENTRAL.size))
            )
            if (
                (sign, made) != (b"PK\x01\x02", STORED)
                or extra
                or comment
                or disk
                or inner
                or outer
            ):
                raise Malformed("the list of members does not say what a bundle's says")
            name = self._read(at + CENTRAL.size, name_length)
            at += CENTRAL.size + name_length
            member = self._member(name, told, begins, offset)
            begins = member.start + member.size
            known = ORDER.index(member.name) if member.name in ORDER else last
            if known < last:
                raise Malformed("the members of a bundle stand in another order")
            last = known
            yield member
        if at != end or begins != start:
            raise Malformed("there is something between the members, or behind their list")

    def _member(self, name: bytes, told: list[int], begins: int, offset: int) -> Member:
        """Read what stands before a member and compare it with the list."""
        needs, flags, method, hour, day, crc, packed, size = told
        shown = name.decode("ascii", "backslashreplace")
        if flags or method or packed != size:
            raise Malformed(f"{_shown(shown)} is compressed or encrypted; no bundle is")
        head = self._read(begins, LOCAL.size + len(name))
        written = (b"PK\x03\x04", STORED, 0, 0, 0, DAY_ZERO, crc, size, size, len(name), 0)
        as_usual = (needs, hour, day, offset) == (STORED, 0, DAY_ZERO, begins)
        if not as_usual or head != LOCAL.pack(*written) + name:
            raise Malformed(f"{_shown(shown)} does not begin as the list of members says")
        return Member(shown, begins + len(head), size, crc)


def _read_json(text: str) -> Any:
    """Read JSON in which no key is there twice, no number is absurd and nesting is not deep."""
    if text.count("[") + text.count("{") > _DEEPEST and _is_deep(text):
        raise Malformed("JSON that is nested too deeply")
    return _DECODER.decode(text)


def _is_deep(text: str) -> bool:
    """Tell what is nested too deeply: the same whichever Python reads it."""
    depth, quoted = 0, False
    for found in _NESTING.finditer(text):
        mark = found[0]
        if mark == '"':
            quoted = not quoted
        elif not quoted:
            depth += (mark in "[{") - (mark in "]}")
        if depth > _DEEPEST:
            return True
    return False


_DEEPEST = 200
"""Brackets within brackets, at most."""

_NESTING = re.compile(r'\\.|["\[\]{}]', re.DOTALL)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a key is there twice")
    return found


def _whole_number(text: str) -> int:
    if len(text) > 20:
        raise Malformed("a number that is too long")
    return int(text)


def _broken_number(text: str) -> float:
    if len(text) > 40:
        raise Malformed("a number that is too long")
    return float(text)


def _no_constant(text: str) -> float:
    raise Malformed(f"{text} is no JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique,
    parse_int=_whole_number,
    parse_float=_broken_number,
    parse_constant=_no_constant,
)
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """Write JSON in the one way of RFC 8785, for what stands in a log."""
    return _ENCODER.encode(value)


# --- a line of the log ------------------------------------------------------------------------

_LONGEST_NAME = 500


class Event(NamedTuple):
    """One event as a bundle shows it."""

    place: int
    number: int
    stream: str
    version: int
    topic: str
    state: str
    proof: tuple[bytes, ...] | None

    @property
    def leaf(self) -> bytes:
        """The hash of its leaf, computed from all that is said of it."""
        digest = sha256(self.state.encode()).hexdigest()
        lines = ("trajet.event/v1", self.place, self.number, self.stream, self.version, self.topic)
        return leaf_hash(("\n".join(map(str, lines)) + f"\nsha256:{digest}\n").encode())


class Head(NamedTuple):
    """The last event of a stream, and where that stands among the heads."""

    stream: str
    version: int
    leaf: int
    place: int
    proof: tuple[bytes, ...]

    @property
    def hash(self) -> bytes:
        """The hash of its leaf in the tree of heads."""
        return leaf_hash(head_text(self.stream, self.version, self.leaf))


def head_text(stream: str, version: int, leaf: int) -> bytes:
    """Write the text of a stream's leaf in the tree of heads."""
    return f"trajet.head/v1\n{stream}\n{version}\n{leaf}\n".encode()


_EVENT_KEYS = ("index", "id", "stream", "version", "topic", "state", "proof")
_HEAD_KEYS = ("stream", "version", "leaf", "index", "proof")


def _read_event(line: bytes, proven: bool) -> Event:
    said = _read_line(line, _EVENT_KEYS if proven else _EVENT_KEYS[:-1])
    proof = _proof(said["proof"]) if proven else None
    place, number = _counted(said["index"], 0), _counted(said["id"], 0)
    stream, topic = _text(said["stream"]), _text(said["topic"])
    if not isinstance(said["state"], str):
        raise Malformed("a state that is no text")
    return Event(place, number, stream, _counted(said["version"], 1), topic, said["state"], proof)


def _read_head(line: bytes) -> Head:
    said = _read_line(line, _HEAD_KEYS)
    numbers = (_counted(said["version"], 1), _counted(said["leaf"], 0), _counted(said["index"], 0))
    return Head(_text(said["stream"]), *numbers, _proof(said["proof"]))


def _read_line(line: bytes, fields: Sequence[str]) -> dict[str, Any]:
    said = _read_json(line.decode())
    if not isinstance(said, dict) or sorted(said) != sorted(fields):
        raise Malformed(f"a line that does not have exactly {', '.join(fields)}")
    if canonical(said).encode() != line:
        raise Malformed("a line that is not written in the one right way")
    return said


def _counted(value: object, least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _LARGEST:
        raise Malformed(f"{_shown(value)} is no such number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable() or not 0 < len(value) <= _LONGEST_NAME:
        raise Malformed(f"{_shown(value)} is no name")
    return value


def _proof(value: object) -> tuple[bytes, ...]:
    if not isinstance(value, list) or len(value) > _LONGEST_PROOF:
        raise Malformed("a proof that is none")
    return tuple(_hash(one) for one in value)


# --- who did it -------------------------------------------------------------------------------

STAFF, HOUSE = "staff:", "house:register"
_FOUNDER, _REGISTRAR = "founder", "registrar"
_DECIDES = frozenset(
    (
        *("registrar", "centre-director", "migration-officer", "removal-director"),
        *("minister", "minister-delegate"),
    )
)
"""Functions with a power of decision: two persons give it."""

_DESTROYED, _DESTROYS = "personal-key-destroyed", "DestroyPersonalKey"
_IN_PERSON = frozenset(("access-consulted", "act-refused", _DESTROYED))
"""Events no act is asked for that are of somebody all the same."""

_CONFIRMS = frozenset((_REGISTRAR, "removal-director"))
_IMPORTS = frozenset((_REGISTRAR, "centre-director"))


class Said(NamedTuple):
    """What a stored line says of itself, read as the journal writes it."""

    command: str
    at: str
    occurred: datetime
    recorded: datetime
    account: str
    person: str
    role: str
    principal: str | None
    typed: str | None
    """Who took it in from a register; ``None`` for what was not."""
    signature: str | None
    whole: dict[str, Any]

    def signer(self, stream: str) -> str:
        """Return the account whose key signs it: in the register who did it, and nobody else."""
        return self.account if self.typed is None or _in_register(stream) else self.typed

    def founds(self, stream: str) -> bool:
        """Tell whether it begins the register, by whom there is no key of yet."""
        return self.role == _FOUNDER and self.typed is None and stream == STAFF + self.account


def read_state(state: str) -> Said:
    """Read a stored state; raises one of the odd errors for what is none."""
    said = _read_json(state)
    if not isinstance(said, dict) or not isinstance(said["data"], dict):
        raise Malformed("no act")
    command, account, person, role = (_plain(said[key]) for key in ("cmd", "by", "who", "as"))
    principal, signature = (_perhaps(said.get(key)) for key in ("for", "sig"))
    imported = said.get("src") is not None
    typed = _plain(said["typed"]) if imported else None
    return Said(
        command,
        said["at"],
        _instant(said["at"]),
        _instant(said["rec"]),
        account,
        person,
        role,
        principal,
        typed,
        signature,
        said,
    )


def _plain(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise Malformed(f"{_shown(value)} is no name")
    value.encode()
    return value


def _perhaps(value: object) -> str | None:
    return None if value is None else _plain(value)


class _Holding:
    """A function somebody was given."""

    def __init__(self, number: int, function: str, waits: bool, given_by: str) -> None:
        self.number, self.function, self.waits, self.given_by = number, function, waits, given_by
        self.revoked = False

    @property
    def holds(self) -> bool:
        return not self.waits and not self.revoked


class _OwnKey:
    """A key somebody was given."""

    def __init__(self, waits: bool, given_by: str) -> None:
        self.waits, self.given_by, self.revoked = waits, given_by, False


class _Account:
    """An account as the lines of the register so far tell it."""

    def __init__(self, name: str, person: str) -> None:
        self.name, self.person = name, person
        self.holdings: list[_Holding] = []
        self.keys: dict[str, _OwnKey] = {}

    def has(self, functions: Iterable[str]) -> bool:
        return any(one.holds and one.function in functions for one in self.holdings)


class _Delegation:
    """That one person may act in the name of another."""

    def __init__(self, data: dict[str, Any], given_by: str) -> None:
        self.number = _counted(data["number"], 1)
        self.principal, self.delegate = _plain(data["principal"]), _plain(data["delegate"])
        self.principal_person = _plain(data["principal_person"])
        self.delegate_person = _plain(data["delegate_person"])
        self.acts = frozenset(map(_plain, data.get("acts") or ()))
        self.onward, self.waits = bool(data.get("onward")), bool(data.get("waits"))
        self.given_by, self.revoked = given_by, False

    def covers(self, act: str) -> bool:
        return not (self.waits or self.revoked) and (not self.acts or act in self.acts)


_Told = Iterator[tuple[str, str, str]]


class Register:
    """
    Who might do what, and whose keys those are, as of a place in the log.

    What a line is judged by are the lines of the register before it.
    """

    def __init__(self) -> None:
        self.accounts: dict[str, _Account] = {}
        self.delegations: dict[int, _Delegation] = {}
        self.origin: str | None = None
        self.signed: frozenset[str] | None = None
        self.alone = 0
        """How often one person gave what two give, as there was one registrar only."""
        self._owner: dict[str, str] = {}

    def judged(self, event: Event, said: Said) -> _Told:
        """Yield code, expected and found for what is amiss with who did an act."""
        name = event.topic.partition(".")[0]
        act = ACT_OF.get(name)
        if act == "":
            yield from self._by_itself(event, said, name)
            return
        yield from self._signature(event, said, act)
        if act is None:
            return  # of a kind that came after this file was written
        if _in_register(event.stream):
            why = self._untrusted(event, said, name)
            if why:
                yield "REGISTRAR_UNTRUSTED", why, f"{said.account} as {said.role}"
        elif said.typed is not None:
            importer = self.accounts.get(said.typed)
            if importer is None or not importer.has(_IMPORTS):
                yield "ROLE_MISSING", "centre-director, registrar", said.typed
        else:
            yield from self._role(said, act)

    def take_in(self, event: Event, said: Said) -> None:
        """Let what follows be judged by the register with this line in it."""
        change = _REGISTER.get(event.topic.partition(".")[0])
        if change is not None and (event.stream == HOUSE or event.stream.startswith(STAFF)):
            change(self, event.stream[len(STAFF) :], said.person, said.whole["data"])

    # --- what the lines of the register change ---

    def _opened(self, account: str, _by: str, data: dict[str, Any]) -> None:
        self.accounts[account] = _Account(account, _plain(data["person"]))

    def _given(self, account: str, by: str, data: dict[str, Any]) -> None:
        who = self.accounts[account]
        function, waits = _plain(data["function"]), bool(data.get("waits"))
        who.holdings.append(_Holding(len(who.holdings) + 1, function, waits, by))

    def _confirmed(self, account: str, _by: str, data: dict[str, Any]) -> None:
        self._holding(account, data).waits = False

    def _ended(self, account: str, _by: str, data: dict[str, Any]) -> None:
        self._holding(account, data).revoked = True

    def _holding(self, account: str, data: dict[str, Any]) -> _Holding:
        number = _counted(data["number"], 1)
        return self.accounts[account].holdings[number - 1]

    def _key_added(self, account: str, by: str, data: dict[str, Any]) -> None:
        name = _plain(data["fingerprint"])
        self.accounts[account].keys[name] = _OwnKey(bool(data.get("waits")), by)
        self._owner.setdefault(name, account)

    def _key_confirmed(self, account: str, _by: str, data: dict[str, Any]) -> None:
        self.accounts[account].keys[_plain(data["fingerprint"])].waits = False

    def _key_ended(self, account: str, _by: str, data: dict[str, Any]) -> None:
        self.accounts[account].keys[_plain(data["fingerprint"])].revoked = True

    def _delegated(self, _account: str, by: str, data: dict[str, Any]) -> None:
        given = _Delegation(data, by)
        self.delegations[given.number] = given

    def _delegation_confirmed(self, _account: str, _by: str, data: dict[str, Any]) -> None:
        self.delegations[_counted(data["number"], 1)].waits = False

    def _delegation_ended(self, _account: str, _by: str, data: dict[str, Any]) -> None:
        self.delegations[_counted(data["number"], 1)].revoked = True

    def _asked(self, _account: str, _by: str, data: dict[str, Any]) -> None:
        self.origin = self.origin or _plain(data["origin"])
        self.signed = frozenset(map(_plain, data.get("acts") or ()))

    # --- signatures ---

    def _asks(self, act: str | None) -> bool:
        if self.signed is None or act is None:
            return False
        return not self.signed or act in self.signed or act in _OF_THE_REGISTER

    def _signature(self, event: Event, said: Said, act: str | None) -> _Told:
        signer = said.signer(event.stream)
        if said.signature is None:
            if self._asks(act) and not said.founds(event.stream):
                yield "SIGNATURE_MISSING", f"a signature of {signer}", "none"
            return
        try:
            key, raw = read_sshsig(said.signature)
        except _ODD:
            yield "SIGNATURE_INVALID", "an SSHSIG by an Ed25519 key", "none"
            return
        name = fingerprint(key)
        owner = self._owner.get(name)
        if owner is None:
            yield "KEY_UNKNOWN", f"a key of {signer}", name
        elif owner != signer:
            yield "KEY_ACCOUNT", f"a key of {signer}", f"one of {owner}"
        elif self.accounts[owner].keys[name].revoked:
            yield "KEY_REVOKED", f"a key that speaks for {owner}", name
        elif self.accounts[owner].keys[name].waits:
            yield "KEY_UNKNOWN", f"a key that speaks for {owner}", name
        elif not ed25519_holds(key[-32:], raw, sshsig_message(self._signed(event, said))):
            expected = "a signature of this act, at this place of this log"
            yield "SIGNATURE_INVALID", expected, "one of something else"

    def _signed(self, event: Event, said: Said) -> bytes:
        origin = self.origin
        if origin is None and event.topic.startswith("signatures-required."):
            origin = _plain(said.whole["data"]["origin"])
        return signed_text(origin or "", event, said.whole)

    # --- who might ---

    def _by_itself(self, event: Event, said: Said, name: str) -> _Told:
        """Judge who somebody is said to be who read, was refused or destroyed a key."""
        if name not in _IN_PERSON:
            return
        if name == _DESTROYED:
            yield from self._signature(event, said, _DESTROYS)
        who = self.accounts.get(said.account)
        if who is None or who.person != said.person:
            yield self._another(who, said)
        elif said.typed is not None:
            yield "ROLE_MISSING", f"recorded by {said.account}", f"by {said.typed}"

    def _another(self, who: _Account | None, said: Said) -> tuple[str, str, str]:
        there = f"{who.name} is {who.person}" if who else f"no account {said.account}"
        return "ROLE_MISSING", there, f"{said.account} is {said.person}"

    def _role(self, said: Said, act: str) -> _Told:
        who = self.accounts.get(said.account)
        if who is None or who.person != said.person:
            yield self._another(who, said)
            return
        if said.principal is None:
            if not who.has((said.role,)):
                yield "ROLE_MISSING", f"{said.account} was {said.role}", "not as of this place"
            return
        principal = self.accounts.get(said.principal)
        if principal is None or not principal.has((said.role,)):
            yield "ROLE_MISSING", f"{said.principal} was {said.role}", "not as of this place"
        elif not any(one.holds for one in who.holdings):
            yield "ROLE_MISSING", f"{said.account} had a function", "none as of this place"
        elif not self._reaches(said.principal, said.account, act):
            expected = f"a delegation of {said.principal} to {said.account}, confirmed"
            yield "ROLE_MISSING", expected, "none as of this place"

    def _reaches(self, principal: str, account: str, act: str) -> bool:
        """Tell whether delegations lead from one account to another, passed on as allowed."""
        holding = [one for one in self.delegations.values() if one.covers(act)]
        reached, asked = {principal}, [principal]
        while asked:
            name = asked.pop()
            for one in holding:
                if one.principal == name and one.delegate == account:
                    return True
                if one.principal == name and one.onward and one.delegate not in reached:
                    reached.add(one.delegate)
                    asked.append(one.delegate)
        return False

    # --- the register itself ---

    def _untrusted(self, event: Event, said: Said, name: str) -> str | None:
        """Say what it takes that is not so; ``None`` where nothing is amiss."""
        target = self.accounts.get(event.stream[len(STAFF) :])
        if "typed" in said.whole or "src" in said.whole:
            return "who recorded it himself: nobody takes in a register for another"
        if said.role == _FOUNDER:
            alone = said.founds(event.stream) and len(self.accounts) <= 1
            holds = any(account.holdings for account in self.accounts.values())
            return None if alone and not holds else "one founder, at the beginning"
        who = self.accounts.get(said.account)
        if who is None or who.person != said.person:
            return "an account of the register"
        data = said.whole["data"]
        special = _SPECIAL.get(name, Register._plainly)
        return special(self, who, target, data)

    def _alone(self) -> bool:
        """Tell whether no more than one person ever was a registrar."""
        ever = {
            account.person
            for account in self.accounts.values()
            for held in account.holdings
            if held.function == _REGISTRAR and not held.waits
        }
        return len(ever) <= 1

    def _given_alone(self) -> bool:
        """Tell whether what one person gave is excused by there being no other; and count it."""
        alone = self._alone()
        self.alone += alone
        return alone

    def _plainly(
        self, who: _Account, _target: _Account | None, _data: dict[str, Any]
    ) -> str | None:
        return None if who.has((_REGISTRAR,)) else _REGISTRAR

    def _opens(self, who: _Account, target: _Account | None, data: dict[str, Any]) -> str | None:
        """Let an account be somebody's for good: opened again, it would be another's."""
        return self._plainly(who, target, data) if target is None else "an account not there yet"

    def _by_two(self, who: _Account, target: _Account | None, data: dict[str, Any]) -> str | None:
        """Let a power of decision wait for another person, and nobody give it to himself."""
        if not who.has((_REGISTRAR,)):
            return _REGISTRAR
        if data["function"] not in _DECIDES:
            return None
        own = target is not None and target.person == who.person
        if (own or not data.get("waits")) and not self._given_alone():
            own = own and bool(data.get("waits"))
            return "another person than it is for" if own else "a second person to confirm it"
        return None

    def _confirms(self, who: _Account, target: _Account | None, data: dict[str, Any]) -> str | None:
        if not who.has(_CONFIRMS):
            return ", ".join(sorted(_CONFIRMS))
        number = _counted(data["number"], 1)
        given = [one for one in target.holdings if one.number == number] if target else []
        person = target.person if target else None
        return _second(who, given[0].given_by if given else None, person)

    def _adds_key(self, who: _Account, target: _Account | None, data: dict[str, Any]) -> str | None:
        if not who.has((_REGISTRAR,)):
            return _REGISTRAR
        keys = target.keys.values() if target else ()
        first = target is not None and not any(not one.waits and not one.revoked for one in keys)
        if data.get("waits") or (first and self._given_alone()):
            return None
        return "a second person to confirm it"

    def _confirms_key(
        self, who: _Account, target: _Account | None, data: dict[str, Any]
    ) -> str | None:
        if target is None:
            return "an account of the register"
        own = who.person == target.person and self._speaks_for_himself(target)
        if not own and not who.has(_CONFIRMS):
            return ", ".join(sorted(_CONFIRMS))
        given = target.keys.get(_plain(data["fingerprint"]))
        return _second(who, given.given_by if given else None, None if own else target.person)

    def _ends_key(self, who: _Account, target: _Account | None, data: dict[str, Any]) -> str | None:
        own = target is not None and target.person == who.person
        return None if own else self._plainly(who, target, data)

    def _delegates(
        self, who: _Account, _target: _Account | None, data: dict[str, Any]
    ) -> str | None:
        given = _Delegation(data, who.person)
        for account, person in (
            (given.principal, given.principal_person),
            (given.delegate, given.delegate_person),
        ):
            there = self.accounts.get(account)
            if there is None or there.person != person:
                return "accounts of the register"
        if who.person != given.principal_person and not who.has((_REGISTRAR,)):
            return _REGISTRAR
        if given.waits or self._given_alone():
            return None
        return "a second person to confirm it"

    def _confirms_delegation(
        self, who: _Account, _target: _Account | None, data: dict[str, Any]
    ) -> str | None:
        if not who.has(_CONFIRMS):
            return ", ".join(sorted(_CONFIRMS))
        given = self.delegations.get(_counted(data["number"], 1))
        return _second(
            who, given.given_by if given else None, given.delegate_person if given else None
        )

    def _ends_delegation(
        self, who: _Account, target: _Account | None, data: dict[str, Any]
    ) -> str | None:
        given = self.delegations.get(_counted(data["number"], 1))
        if given is not None and who.person in (given.principal_person, given.delegate_person):
            return None
        return self._plainly(who, target, data)

    def _speaks_for_himself(self, target: _Account) -> bool:
        """Tell whether somebody may confirm a key of his own."""
        keys = target.keys.values()
        return self.signed is None or any(not one.waits and not one.revoked for one in keys)


def _second(who: _Account, given_by: str | None, person: str | None) -> str | None:
    if given_by is None:
        return "something that waits"
    return "a second person, not concerned" if who.person in (given_by, person) else None


_REGISTER: dict[str, Callable[[Register, str, str, dict[str, Any]], None]] = {
    "account-opened": Register._opened,
    "function-given": Register._given,
    "mandate-given": Register._given,
    "mandate-confirmed": Register._confirmed,
    "mandate-revoked": Register._ended,
    "key-added": Register._key_added,
    "key-confirmed": Register._key_confirmed,
    "key-revoked": Register._key_ended,
    "delegation-given": Register._delegated,
    "delegation-confirmed": Register._delegation_confirmed,
    "delegation-revoked": Register._delegation_ended,
    "signatures-required": Register._asked,
}
"""Event of the register → what it changes."""

_SPECIAL: dict[str, Callable[[Register, _Account, _Account | None, dict[str, Any]], str | None]] = {
    "account-opened": Register._opens,
    "function-given": Register._by_two,
    "mandate-given": Register._by_two,
    "mandate-confirmed": Register._confirms,
    "key-added": Register._adds_key,
    "key-confirmed": Register._confirms_key,
    "key-revoked": Register._ends_key,
    "delegation-given": Register._delegates,
    "delegation-confirmed": Register._confirms_delegation,
    "delegation-revoked": Register._ends_delegation,
}
"""Event of the register → what is asked of it besides that a registrar recorded it."""


# --- signed acts (SSHSIG) ---------------------------------------------------------------------

_MAGIC, _NAMESPACE, _KIND, _HASHED_BY = b"SSHSIG", b"trajet.command", b"ssh-ed25519", b"sha512"


def signed_text(origin: str, event: Event, said: dict[str, Any]) -> bytes:
    """Write out what is signed of a stored line: see "Signed acts" of the log format."""
    when = {"occurred_at": said["at"], **({"whole_day": True} if said.get("day") else {})}
    fields = {
        "origin": origin,
        "dossier": event.stream,
        "expected_version": event.version - 1,
        "command_id": said["cmd"],
        "type": event.topic,
        "account": said["by"],
        "on_behalf_of": said.get("for"),
        "data": {**said["data"], **when},
    }
    return f"trajet.command/v1\n{canonical(fields)}".encode()


def sshsig_message(signed: bytes) -> bytes:
    """Write what the key itself signs of a text."""
    parts = (_NAMESPACE, b"", _HASHED_BY, sha512(signed).digest())
    return _MAGIC + b"".join(struct.pack(">I", len(part)) + part for part in parts)


def read_sshsig(text: str) -> tuple[bytes, bytes]:
    """Return public key and raw signature; :class:`Malformed` for what is none of ours."""
    whole = _base64(text)
    start = len(_MAGIC) + 4
    if whole[:start] != _MAGIC + b"\0\0\0\1":
        raise Malformed("no SSHSIG")
    key, namespace, reserved, hashed_by, blob = _strings(whole[start:], 5)
    kind, raw = _strings(blob, 2)
    own_kind, public = _strings(key, 2)
    said = (kind, own_kind, namespace, hashed_by, reserved)
    if said != (_KIND, _KIND, _NAMESPACE, _HASHED_BY, b"") or len(public) != 32:
        raise Malformed("an SSHSIG for something else")
    return key, raw


def fingerprint(key: bytes) -> str:
    """Name a key as ``ssh-keygen -l`` does."""
    return f"SHA256:{base64.b64encode(sha256(key).digest()).decode().rstrip('=')}"


def _strings(packed: bytes, count: int) -> list[bytes]:
    found, at = [], 0
    for _ in range(count):
        (length,) = struct.unpack_from(">I", packed, at)
        at += 4
        if at + length > len(packed):
            raise Malformed("a string ends after the whole")
        found.append(packed[at : at + length])
        at += length
    if at != len(packed):
        raise Malformed("there is more than the strings")
    return found


# --- what an auditor kept ---------------------------------------------------------------------


class Known(NamedTuple):
    """
    A checkpoint that somebody kept, by the name of its file.

    With ``proof`` it came with the proof that it begins with the whole of the tree of ``old``.
    """

    name: str
    checkpoint: Checkpoint
    old: int = 0
    proof: tuple[bytes, ...] | None = None


class Receipt(NamedTuple):
    """Where an act stands in the log, as whoever recorded it was told."""

    place: int
    leaf: bytes
    dossier: str | None


def read_known(name: str, raw: bytes) -> Known:
    """
    Read a checkpoint, or a consistency file: ``old N``, hashes, a blank line, a checkpoint.

    A mail program may have put other ends to the lines: that is mended, and nothing else.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if not raw.startswith(b"old "):
        return Known(name, read_checkpoint(raw))
    head, _, note = raw.partition(b"\n\n")
    first, *hashes = head.decode().split("\n")
    old = first[len("old ") :]
    if not _DECIMAL.fullmatch(old) or len(hashes) > _LONGEST_PROOF:
        raise Malformed("no proof that a log only grew")
    return Known(name, read_checkpoint(note), int(old), tuple(map(_hash, hashes)))


def read_receipts(text: str) -> list[Receipt]:
    """Read receipts: JSON Lines, a JSON array or one object; other keys are passed over."""
    text = text.removeprefix("\ufeff")
    try:
        whole = _read_json(text)
        said = whole if isinstance(whole, list) else [whole]
    except Malformed:
        raise
    except ValueError:
        said = [_read_json(line) for line in text.splitlines() if line.strip()]
    return [_receipt(one) for one in said]


def _receipt(said: Any) -> Receipt:
    if not isinstance(said, dict):
        raise Malformed("a receipt that is no JSON object")
    leaf = said.get("leaf_hash")
    if not isinstance(leaf, str) or not re.fullmatch("[0-9a-fA-F]{64}", leaf):
        raise Malformed("a receipt whose leaf_hash is no SHA-256")
    dossier = said.get("dossier")
    return Receipt(
        _counted(said.get("log_index"), 0),
        bytes.fromhex(leaf),
        dossier if isinstance(dossier, str) else None,
    )


# --- when -------------------------------------------------------------------------------------


class _Times:
    """
    Tells whose moments cannot be true, of events that come in the order of the log.

    A checkpoint that was kept bounds from two sides: what it covers was recorded before it was
    signed, what it does not cover after. What rests on those is kept in ``bounded``: it counts
    only where they hold. Lines in a row that show the same are one finding.
    """

    def __init__(self) -> None:
        self.bounded: list[Finding] = []
        self._newest = datetime.min.replace(tzinfo=_UTC)
        self._run: tuple[str, str] | None = None
        self.keep(())

    def keep(self, kept: Iterable[Checkpoint]) -> None:
        """Take the checkpoints that were kept."""
        told = sorted((one.size, one.at) for one in kept if one.at is not None)
        self._sizes = [size for size, _ in told]
        self._after = list(accumulate((at for _, at in told), max))
        self._before = list(accumulate((at for _, at in reversed(told)), min))[::-1]

    def judged(self, event: Event, said: Said, end: datetime | None) -> Iterator[Finding]:
        """Yield what is amiss by the log itself and by ``end``, the checkpoint that covers it."""
        recorded = said.recorded
        here = Finding("", _shown(event.stream), event.version, event.place)
        here = here._replace(found=f"recorded {_written_instant(recorded)}")
        if self._out_of_bounds(event.place, recorded, here):
            return
        self._run = None
        if end is not None and recorded - end > SKEW:
            expected = f"recorded before {_written_instant(end)}"
            yield here._replace(code="TIME_POSTDATED", expected=expected)
        elif self._newest - recorded > SKEW:
            newest = _written_instant(self._newest)
            expected = f"recorded {newest} or later, as what is before it"
            yield here._replace(code="TIME_REGRESSION", expected=expected)
            self._newest = recorded
        else:
            self._newest = max(self._newest, recorded)
        if said.typed is None and said.occurred - recorded > SKEW:
            expected = f"happened {_written_instant(recorded)} or earlier, as it was recorded then"
            found = f"happened {_written_instant(said.occurred)}"
            yield here._replace(code="TIME_POSTDATED", expected=expected, found=found)

    def _out_of_bounds(self, place: int, recorded: datetime, here: Finding) -> bool:
        at = bisect_right(self._sizes, place)
        if at and self._after[at - 1] - recorded > SKEW:
            code, expected = "TIME_BACKDATED", f"{_written_instant(self._after[at - 1])} or later"
        elif at < len(self._sizes) and recorded - self._before[at] > SKEW:
            code, expected = "TIME_POSTDATED", f"{_written_instant(self._before[at])} or earlier"
        else:
            return False
        if self._run != (code, expected) and len(self.bounded) < MOST_OF_ONE_CODE:
            self.bounded.append(here._replace(code=code, expected=f"recorded {expected}"))
        self._run = (code, expected)
        return True


# --- verifying --------------------------------------------------------------------------------


def verify(
    source: BinaryIO,
    policy: Policy,
    known: Sequence[Known] = (),
    receipts: Sequence[Receipt] = (),
    now: datetime | None = None,
) -> Report:
    """
    Verify a bundle that is open for reading; whatever is in it, what is amiss is a finding.

    ``now`` is the moment by which freshness is judged.
    """
    report, findings = Report(), _Findings()
    try:
        archive = Archive(source)
        check = _Verification(archive, policy, known, receipts, report, findings)
        check.run(now or datetime.now(_UTC))
    except _ODD as odd:
        said = str(odd) if isinstance(odd, Malformed) else f"something odd ({type(odd).__name__})"
        findings.add(
            _Findings.FILE,
            Finding("PAYLOAD_UNREADABLE", expected="a bundle as its format says", found=said),
        )
    report.findings = findings.told()
    report.complete = report.complete and not any(
        finding.code in _UNDO_COMPLETENESS for finding in report.findings
    )
    return report


_UNDO_COMPLETENESS = frozenset(
    (
        *("CHECKPOINT_ORIGIN", "CHECKPOINT_SIGNATURE", "CHECKPOINT_ROOT", "WITNESS_QUORUM"),
        *("EQUIVOCATION", "ROLLBACK", "RECEIPT_NOT_IN_LOG", "PAYLOAD_UNREADABLE"),
        *("PROOF_INVALID", "HEADS_PROOF", "TAIL_NOT_COMPLETE"),
        *("BUNDLE_TAIL_OMITTED", "BUNDLE_VERSION_GAP"),
    )
)


class _Verification:
    """One bundle being verified."""

    def __init__(
        self,
        archive: Archive,
        policy: Policy,
        known: Sequence[Known],
        receipts: Sequence[Receipt],
        report: Report,
        findings: _Findings,
    ) -> None:
        self._archive, self._policy = archive, policy
        self._known, self._receipts = known, receipts
        self._report, self._findings = report, findings
        self._register = Register()
        self._times = _Times()
        self._last: dict[str, tuple[int, int]] = {}
        self._commands: set[bytes] = set()
        self._command = b""
        self._wanted = {receipt.place for receipt in receipts}
        self._leaves: dict[int, bytes] = {}

    def run(self, now: datetime) -> None:
        for name in self._archive.strange:
            self._file("BUNDLE_EXTRA_FILE", "only " + ", ".join(ORDER), _shown(name))
        manifest = self._manifest()
        self._files(manifest)
        checkpoint = self._checkpoint(now)
        if manifest is None or checkpoint is None:
            return
        self._fits(manifest, checkpoint)
        if self._report.whole:
            self._whole_log(checkpoint)
        else:
            self._one_dossier(checkpoint)
        self._kept_receipts(checkpoint)
        self._report.alone = self._register.alone
        house = self._register.origin
        if house not in (None, checkpoint.origin):
            expected, found = _shown(checkpoint.origin), _shown(house)
            self._note("CHECKPOINT_ORIGIN", f"{HOUSE} of {expected}", found)

    def _file(self, code: str, expected: str, found: str) -> None:
        finding = Finding(code, self._report.dossier, expected=expected, found=found)
        self._findings.add(_Findings.FILE, finding)

    # --- what the bundle says it is ---

    def _manifest(self) -> dict[str, Any] | None:
        if MANIFEST not in self._archive.members:
            self._file("BUNDLE_FILE_HASH", f"the member {MANIFEST}", "none")
            return None
        try:
            raw = self._archive.small(MANIFEST)
            said = _read_json(raw.decode())
            _check_manifest(said, raw)
        except _ODD as odd:
            self._file("PAYLOAD_UNREADABLE", f"a {MANIFEST} as its format says", _why(odd))
            return None
        self._report.dossier = said["dossier"]
        self._report.whole = said["dossier"] is None
        return dict(said)

    def _files(self, manifest: dict[str, Any] | None) -> None:
        """Compare every member with its hash, and the members with what a bundle has."""
        told = manifest["files"] if manifest else {}
        there = [name for name in self._archive.members if name != MANIFEST]
        for name in there:
            crc, digest = 0, sha256()
            for block in self._archive.blocks(name):
                crc = zlib.crc32(block, crc)
                digest.update(block)
            if crc != self._archive.members[name].crc:
                self._file("BUNDLE_FILE_HASH", f"{name} with the CRC told of it", "another")
            elif manifest and told.get(name) != digest.hexdigest():
                expected = _shown(told.get(name, "none"))
                self._file("BUNDLE_FILE_HASH", f"{name}: {expected}", digest.hexdigest())
        if MANIFEST in self._archive.members:
            crc = zlib.crc32(b"".join(self._archive.blocks(MANIFEST)))
            if crc != self._archive.members[MANIFEST].crc:
                self._file("BUNDLE_FILE_HASH", f"{MANIFEST} with the CRC told of it", "another")
        asked = (NOTE, EVENTS) if self._report.whole else (NOTE, EVENTS, REGISTRY, HEADS)
        for name in sorted({*told, *asked} - {*there}):
            self._file("BUNDLE_FILE_HASH", f"the member {_shown(name)}", "none")
        for name in there:
            if manifest and name not in (*asked, TOKEN):
                self._file("BUNDLE_EXTRA_FILE", "only what a whole log has", name)

    # --- the checkpoint ---

    def _checkpoint(self, now: datetime) -> Checkpoint | None:
        if NOTE not in self._archive.members:
            return None
        try:
            found = read_checkpoint(self._archive.small(NOTE))
            if found.at is None or not found.heads:
                raise Malformed("a checkpoint that does not say its moment and its heads")
        except _ODD as odd:
            self._file("PAYLOAD_UNREADABLE", f"a {NOTE} as its format says", _why(odd))
            return None
        report = self._report
        report.origin, report.size, report.root = found.origin, found.size, found.root.hex()
        report.at = _written_instant(found.at)
        self._believed(found, NOTE)
        self._witnessed(found, now)
        self._moment(found.at, now)
        self._token(found)
        return found

    def _believed(self, checkpoint: Checkpoint, name: str) -> bool:
        """Tell whether a checkpoint is one of a log of the policy, signed by its key."""
        keys = self._policy.keys_of(checkpoint.origin)
        if not keys:
            logs = ", ".join(key.name for key in self._policy.logs)
            self._note("CHECKPOINT_ORIGIN", logs, f"{name}: {_shown(checkpoint.origin)}")
            return False
        signed = [signed_by(checkpoint.note, key) for key in keys]
        if True not in signed:
            found = "a line it did not sign" if False in signed else "no line of it"
            self._note("CHECKPOINT_SIGNATURE", f"{name} signed by {keys[0].name}", found)
            return False
        false = [keys[0].name] * signed.count(False)
        for key in self._policy.witnesses.values():
            if cosigned_by(checkpoint.note, key) is False:
                false.append(key.name)
        if false:
            names = ", ".join(map(_shown, false))
            expected = f"{name} with signatures of who they say"
            self._note("CHECKPOINT_SIGNATURE", expected, f"false in the name of {names}")
        return True

    def _witnessed(self, checkpoint: Checkpoint, now: datetime) -> None:
        for name, key in self._policy.witnesses.items():
            at = cosigned_by(checkpoint.note, key)
            if isinstance(at, datetime) and at <= now + SKEW:
                self._report.witnesses.append((name, _written_instant(at)))
        seen = [name for name, _ in self._report.witnesses]
        if not self._policy.reached(seen):
            expected = f"cosigned as {self._policy.quorum} asks"
            self._note("WITNESS_QUORUM", expected, ", ".join(seen) or "by no witness known")

    def _moment(self, at: datetime, now: datetime) -> None:
        fresh = self._policy.fresh
        if fresh is not None and now - at > fresh:
            expected = f"a checkpoint since {_written_instant(now - fresh)}"
            self._note("CHECKPOINT_STALE", expected, _written_instant(at))
        if at > now + SKEW:
            expected = f"a checkpoint before {_written_instant(now)}"
            self._findings.add(
                _Findings.WHEN,
                Finding("TIME_POSTDATED", expected=expected, found=_written_instant(at)),
            )

    def _token(self, checkpoint: Checkpoint) -> None:
        """Look whether a timestamp token names this checkpoint; who signed it is not judged."""
        if TOKEN not in self._archive.members:
            return
        self._report.timestamp = True
        digest = sha256(checkpoint.note.text.encode()).digest()
        if digest not in self._archive.small(TOKEN):
            self._note("CHECKPOINT_SIGNATURE", f"{TOKEN} of this checkpoint", "of another")

    def _note(self, code: str, expected: str, found: str) -> None:
        self._findings.add(_Findings.NOTE, Finding(code, expected=expected, found=found))

    def _fits(self, manifest: dict[str, Any], checkpoint: Checkpoint) -> None:
        if manifest["origin"] != checkpoint.origin:
            expected, found = _shown(checkpoint.origin), _shown(manifest["origin"])
            self._note("CHECKPOINT_ORIGIN", f"{MANIFEST} of {expected}", found)
        if manifest["size"] != checkpoint.size:
            found = f"{manifest['size']} events"
            self._file("BUNDLE_FILE_HASH", f"{MANIFEST} of {checkpoint.size} events", found)

    # --- the events ---

    def _events(self, name: str, size: int) -> Iterator[Event]:
        """Yield the events of a member, in the order of the log; what is none is a finding."""
        before = -1
        read = partial(_read_event, proven=not self._report.whole)
        for number, event, why in self._archive.read(name, read):
            if why:
                self._log_wide("PAYLOAD_UNREADABLE", f"an event in line {number} of {name}", why)
            elif event.place <= before:
                self._log("BUNDLE_VERSION_GAP", event, f"after #{before}", f"#{event.place}")
            elif event.place >= size:
                expected = f"an event before #{size}, the end of the checkpoint"
                self._log("BUNDLE_FOREIGN_EVENT", event, expected, f"#{event.place}")
            else:
                before = event.place
                yield event

    def _log(self, code: str, event: Event, expected: str, found: str) -> None:
        place = (_shown(event.stream), event.version, event.place)
        self._findings.add(_Findings.LOG, Finding(code, *place, expected, found))

    def _see(self, event: Event, checkpoint: Checkpoint, *, proven: bool) -> None:
        """Take the next event: its place in its stream, who did it, when."""
        version, _ = self._last.get(event.stream, (0, -1))
        if event.version != version + 1:
            self._log("BUNDLE_VERSION_GAP", event, f"version {version + 1}", f"v{event.version}")
        self._last[event.stream] = (event.version, event.place)
        if self._report.whole or event.stream == self._report.dossier:
            self._report.acts += 1
        try:
            said = read_state(event.state)
            if proven:
                self._judge(event, said, checkpoint)
            self._register.take_in(event, said)
        except (*_ODD, IndexError) as odd:
            self._log("PAYLOAD_UNREADABLE", event, "an act that can be judged", _why(odd))
        if self._register.signed is not None and self._report.signed_from is None:
            self._report.signed_from = event.place

    def _judge(self, event: Event, said: Said, checkpoint: Checkpoint) -> None:
        place = (_shown(event.stream), event.version, event.place)
        for code, expected, found in list(self._register.judged(event, said)):
            finding = Finding(code, *place, _shown(expected), _shown(found))
            self._findings.add(_Findings.WHO, finding)
        if event.topic.partition(".")[0] not in ACT_OF:
            self._report.unknown_kinds += 1
        self._once(event, said)
        for finding in self._times.judged(event, said, checkpoint.at):
            self._findings.add(_Findings.WHEN, finding)

    def _once(self, event: Event, said: Said) -> None:
        """COMMAND_REPLAY: what one command led to stands together."""
        command = sha256(said.command.encode()).digest()[:16]
        if command != self._command and command in self._commands:
            place = (_shown(event.stream), event.version, event.place)
            told = _shown(said.command)
            finding = Finding("COMMAND_REPLAY", *place, "a command recorded once", f"{told} again")
            self._findings.add(_Findings.WHO, finding)
        self._commands.add(command)
        self._command = command

    # --- one dossier ---

    def _one_dossier(self, checkpoint: Checkpoint) -> None:
        trusted = self._trusted(checkpoint)
        holding = [one for one in trusted if self._compare_by_proof(one, checkpoint)]
        self._times.keep(self._up_to(checkpoint.size, holding))
        members = [self._ours(name, checkpoint.size) for name in (EVENTS, REGISTRY)]
        for event in heapq.merge(*members, key=lambda each: each.place):
            leaf = event.leaf
            self._remember(event.place, leaf)
            proven = included(
                leaf, event.place, checkpoint.size, event.proof or (), checkpoint.root
            )
            if not proven:
                expected = "a proof that this event is in the log"
                self._log("PROOF_INVALID", event, expected, "one that leads to another root")
            self._see(event, checkpoint, proven=proven)
        self._heads(checkpoint)
        self._tell_bounded()

    def _ours(self, name: str, size: int) -> Iterator[Event]:
        """Yield the events of a member that belong there."""
        dossier = self._report.dossier
        for event in self._events(name, size):
            if event.stream == dossier if name == EVENTS else _in_register(event.stream):
                yield event
            else:
                expected = f"events of {_shown(dossier)}" if name == EVENTS else "of the register"
                self._log("BUNDLE_FOREIGN_EVENT", event, expected, _shown(event.stream))

    def _heads(self, checkpoint: Checkpoint) -> None:
        """Compare the last event of each stream shown with what the log says is its last."""
        heads = self._read_heads(checkpoint)
        dossier = self._report.dossier or ""
        for stream in sorted({dossier, *self._last} | {*filter(_in_register, heads)}):
            version, leaf = self._last.get(stream, (0, -1))
            head = heads.get(stream)
            if head is None:
                self._head("HEADS_PROOF", stream, version, "a head of this stream", "none")
            elif head.version > version:
                expected = f"version {head.version}, #{head.leaf}, the last"
                self._head("BUNDLE_TAIL_OMITTED", stream, version, expected, f"v{version} at last")
            elif (head.version, head.leaf) != (version, leaf):
                expected = f"v{head.version} #{head.leaf} at last"
                self._head("HEADS_PROOF", stream, version, expected, f"v{version} #{leaf}")
        self._no_stream_left_out(heads, checkpoint)
        self._report.complete = dossier in heads

    def _read_heads(self, checkpoint: Checkpoint) -> dict[str, Head]:
        """Return the heads whose proof holds; what is wrong with another is a finding."""
        heads: dict[str, Head] = {}
        before = -1
        for number, head, why in self._archive.read(HEADS, _read_head):
            if why:
                self._log_wide("PAYLOAD_UNREADABLE", f"a head in line {number} of {HEADS}", why)
                continue
            place = (head.stream, head.version)
            if head.place <= before or head.stream in heads:
                self._head("HEADS_PROOF", *place, f"after head {before}", f"head {head.place}")
            elif not included(
                head.hash, head.place, checkpoint.streams, head.proof, checkpoint.heads
            ):
                expected = "a proof that this is the last of its stream"
                self._head("HEADS_PROOF", *place, expected, "one that leads to another root")
            else:
                heads[head.stream] = head
            before = max(before, head.place)
        return heads

    def _no_stream_left_out(self, heads: dict[str, Head], checkpoint: Checkpoint) -> None:
        """
        Tell a stream of the register that is not shown.

        Heads stand in the order of their names: accounts next to each other, and last. What
        stands before the first and after the last account is shown by its head too; the one
        before may be kept back where its name would tell of another dossier.
        """
        places = {head.place for head in heads.values()}
        accounts = sorted(head.place for name, head in heads.items() if name.startswith(STAFF))
        for name, head in heads.items():
            beside = head.place + 1 in accounts or head.place - 1 in accounts
            if not _in_register(name) and name != self._report.dossier and not beside:
                expected = "heads of the dossier and of the register"
                self._head("BUNDLE_FOREIGN_EVENT", name, head.version, expected, _shown(name))
        if not accounts:
            return
        first, last = accounts[0], accounts[-1]
        for place in range(first, min(last + 2, checkpoint.streams)):
            if place not in places:
                expected = "every account of the register, to the last"
                self._head("BUNDLE_TAIL_OMITTED", None, None, expected, f"no head {place}")
                return
        self._report.accounts_whole = first == 0 or first - 1 in places
        self._report.register_whole = HOUSE in heads and self._report.accounts_whole

    def _head(
        self, code: str, stream: str | None, version: int | None, expected: str, found: str
    ) -> None:
        name = None if stream is None else _shown(stream)
        finding = Finding(code, name, version, None, expected, found)
        self._findings.add(_Findings.LOG, finding)

    # --- a whole log ---

    def _whole_log(self, checkpoint: Checkpoint) -> None:
        trusted = self._trusted(checkpoint)
        sizes = {known.checkpoint.size for known in trusted}
        self._times.keep(self._up_to(checkpoint.size, trusted))
        self._cut(trusted, checkpoint.size)
        tree = Tree()
        roots = {0: tree.root()}
        heads = {0: (0, _EMPTY_ROOT)}
        gap = False
        for event in self._events(EVENTS, checkpoint.size):
            if event.place != tree.size and not gap:
                gap = True
                self._log("BUNDLE_VERSION_GAP", event, f"#{tree.size}", f"#{event.place}")
            leaf = event.leaf
            tree.append(leaf)
            self._remember(event.place, leaf)
            self._see(event, checkpoint, proven=True)
            if tree.size in sizes:
                roots[tree.size] = tree.root()
                heads[tree.size] = self._heads_now()
        self._report.register_whole = self._report.accounts_whole = True
        if gap:
            return
        if tree.size < checkpoint.size:
            expected, found = f"{checkpoint.size} events", f"{tree.size}"
            self._log_wide("TAIL_NOT_COMPLETE", expected, found)
        elif tree.root() != checkpoint.root:
            expected, found = f"events of root {checkpoint.root.hex()}", tree.root().hex()
            self._log_wide("PROOF_INVALID", expected, found)
        else:
            self._report.complete = self._heads_of_all(checkpoint)
        holding, broken = self._compare_by_roots(trusted, roots)
        self._compare_heads(holding, heads)
        if not broken:
            self._tell_bounded()

    def _up_to(self, size: int, trusted: Iterable[Known]) -> list[Checkpoint]:
        return [known.checkpoint for known in trusted if known.checkpoint.size <= size]

    def _tell_bounded(self) -> None:
        for finding in self._times.bounded:
            self._findings.add(_Findings.WHEN, finding)

    def _cut(self, trusted: Iterable[Known], size: int) -> None:
        """Tell of a whole log that was longer once."""
        later = [known for known in trusted if known.checkpoint.size > size]
        for known in sorted(later, key=lambda one: one.checkpoint.size)[-1:]:
            expected = f"{known.checkpoint.size} events, as in {known.name}"
            self._outside("TRUNCATED", expected, f"{size}")

    def _heads_now(self) -> tuple[int, bytes]:
        """Return how many streams there are so far, and the root of their heads."""
        tree = Tree()
        for stream in sorted(self._last, key=str.encode):
            tree.append(leaf_hash(head_text(stream, *self._last[stream])))
        return tree.size, tree.root()

    def _heads_of_all(self, checkpoint: Checkpoint) -> bool:
        streams, root = self._heads_now()
        if (streams, root) == (checkpoint.streams, checkpoint.heads):
            return True
        expected = f"{checkpoint.streams} streams of root {checkpoint.heads.hex()}"
        self._log_wide("HEADS_PROOF", expected, f"{streams} of {root.hex()}")
        return False

    def _log_wide(self, code: str, expected: str, found: str) -> None:
        self._findings.add(_Findings.LOG, Finding(code, expected=expected, found=found))

    # --- against what was kept ---

    def _trusted(self, checkpoint: Checkpoint) -> list[Known]:
        """Return the checkpoints given that the log signed; two that contradict are a finding."""
        trusted: list[Known] = []
        keys = self._policy.keys_of(checkpoint.origin)
        signed = any(signed_by(checkpoint.note, key) for key in keys)
        here = Known(NOTE, checkpoint)
        for known in self._known:
            if known.checkpoint.origin != checkpoint.origin:
                expected, found = _shown(checkpoint.origin), _shown(known.checkpoint.origin)
                self._outside("CHECKPOINT_ORIGIN", expected, f"{known.name}: {found}")
            elif self._believed(known.checkpoint, known.name):
                for other in (here, *trusted):
                    both = signed or other is not here
                    self._contradicts(known, other, "EQUIVOCATION" if both else "CHECKPOINT_ROOT")
                trusted.append(known)
        return trusted

    def _contradicts(self, known: Known, other: Known, code: str) -> None:
        one, two = known.checkpoint, other.checkpoint
        if one.size != two.size:
            return
        if one.root != two.root or (one.heads and two.heads and one.heads != two.heads):
            expected = f"one tree of {one.size} events: {_tree(two)} ({other.name})"
            self._outside(code, expected, f"{_tree(one)} ({known.name})")

    def _compare_by_roots(
        self, trusted: list[Known], roots: dict[int, bytes]
    ) -> tuple[list[Known], list[Known]]:
        """Part those that hold from others: of a whole log every tree can be made again."""
        holds: list[Known] = []
        broken: list[Known] = []
        size = self._report.size or 0
        for known in trusted:
            told = known.checkpoint
            if told.size in roots and told.size < size:
                (holds if roots[told.size] == told.root else broken).append(known)
            elif told.size < size:
                self._report.not_compared += 1
        for known in broken[:1]:
            told = known.checkpoint
            before = any(0 < one.checkpoint.size < told.size for one in holds)
            expected = f"root {told.root.hex()} at {told.size} events ({known.name})"
            found = roots[told.size].hex()
            self._outside("ROLLBACK" if before else "CHECKPOINT_ROOT", expected, found)
        return holds, broken

    def _compare_heads(self, holding: list[Known], heads: dict[int, tuple[int, bytes]]) -> None:
        """Tell a checkpoint under which a dossier could be shown without its last acts."""
        for known in holding:
            told, (streams, root) = known.checkpoint, heads[known.checkpoint.size]
            if told.heads and (told.streams, told.heads) != (streams, root):
                expected = f"{streams} streams of root {root.hex()} at {told.size} events"
                found = f"{told.streams} of {told.heads.hex()} ({known.name})"
                self._outside("HEADS_PROOF", expected, found)

    def _compare_by_proof(self, known: Known, checkpoint: Checkpoint) -> bool:
        """
        Tell whether a checkpoint is shown to hold.

        In a bundle of one dossier another tree is compared by a proof that came with it.
        """
        told = known.checkpoint
        if told.size == checkpoint.size:
            return told.root == checkpoint.root
        older, newer = sorted((told, checkpoint), key=lambda one: one.size)
        if newer is told:
            self._report.later += 1
        ways = [
            one
            for one in self._known
            if one.proof is not None
            and one.old == older.size
            and (one.checkpoint.size, one.checkpoint.root) == (newer.size, newer.root)
        ]
        if not ways:
            self._report.not_compared += 1
            return False
        roots = (older.size, older.root, newer.size, newer.root)
        if any(consistent(*roots, way.proof or ()) for way in ways):
            return True
        expected = f"a log that begins with {_tree(older)} at {older.size} ({known.name})"
        self._outside("CHECKPOINT_ROOT", expected, "a proof that does not hold")
        return False

    def _remember(self, index: int, leaf: bytes) -> None:
        if index in self._wanted:
            self._leaves[index] = leaf

    def _kept_receipts(self, checkpoint: Checkpoint) -> None:
        for receipt in self._receipts:
            leaf = self._leaves.get(receipt.place)
            ours = receipt.dossier == self._report.dossier or self._report.whole
            ours = ours or _in_register(receipt.dossier or "")
            if leaf is None and (not ours or receipt.place >= checkpoint.size):
                self._report.elsewhere += 1
            elif leaf != receipt.leaf:
                found = f"leaf {leaf.hex()}" if leaf else "no such act"
                dossier = self._report.dossier
                place = (dossier and _shown(dossier), None, receipt.place)
                expected = f"leaf {receipt.leaf.hex()}"
                finding = Finding("RECEIPT_NOT_IN_LOG", *place, expected, found)
                self._findings.add(_Findings.OUTSIDE, finding)

    def _outside(self, code: str, expected: str, found: str) -> None:
        self._findings.add(_Findings.OUTSIDE, Finding(code, expected=expected, found=found))


def _check_manifest(said: Any, raw: bytes) -> None:
    if not isinstance(said, dict) or set(said) != {"format", "origin", "dossier", "size", "files"}:
        raise Malformed("keys that are not those of a manifest")
    if said["format"] != FORMAT:
        raise Malformed(f"the format {_shown(said['format'])}")
    if canonical(said).encode() != raw:
        raise Malformed("JSON that is not written in the one right way")
    _text(said["origin"])
    _counted(said["size"], 0)
    files = said["files"]
    if said["dossier"] is not None:
        _text(said["dossier"])
    if not isinstance(files, dict) or not all(isinstance(one, str) for one in files.values()):
        raise Malformed("hashes that are none")


def _in_register(stream: str) -> bool:
    return stream.startswith(STAFF) or stream == HOUSE


def _tree(checkpoint: Checkpoint) -> str:
    heads = f", heads {checkpoint.heads.hex()}" if checkpoint.heads else ""
    return f"root {checkpoint.root.hex()}{heads}"


def _why(odd: BaseException) -> str:
    if isinstance(odd, UnicodeError):
        return "no UTF-8 text"
    return str(odd) if isinstance(odd, Malformed) else f"something odd ({type(odd).__name__})"


# --- telling ----------------------------------------------------------------------------------

Say = Callable[..., str]


def in_english(text: str, **values: object) -> str:
    """Fill in a text as it is written here."""
    return text.format(**values)


def tell(report: Report, say: Say = in_english) -> Iterator[str]:
    """Say line by line what a bundle is and what was found; ``say`` may translate."""
    if report.size is not None:
        yield from _told_of_bundle(report, say)
        yield from _told_of_limits(report, say)
    for one in report.findings:
        version = None if one.version is None else f"v{one.version}"
        index = None if one.log_index is None else f"#{one.log_index}"
        place = " ".join(part for part in (one.dossier, version, index) if part)
        yield f"{one.code:<22} {place}".rstrip()
        yield "    " + say("expected: {what}", what=one.expected)
        yield "    " + say("found: {what}", what=one.found)
    if report.findings:
        yield say("{n} finding(s)", n=len(report.findings))
    else:
        yield say("all that was checked is as it should be")


def _told_of_bundle(report: Report, say: Say) -> Iterator[str]:
    if report.whole:
        yield say("the whole log: {n} event(s)", n=report.acts)
    else:
        dossier = ascii(report.dossier or "?")[1:-1]  # so that no letter looks like another
        yield say("dossier {dossier}: {n} event(s)", dossier=dossier, n=report.acts)
    root = report.root
    origin = _shown(report.origin)
    yield say(
        "log {origin}: {size} events, root {root}", origin=origin, size=report.size, root=root
    )
    yield say("signed at {at}", at=report.at)
    for name, at in report.witnesses:
        yield say("cosigned by {name} at {at}", name=name, at=at)
    if not report.witnesses:
        yield say("cosigned by no witness of the policy")
    if report.complete:
        yield say("nothing is left out as of then")
    else:
        yield say("it is not shown that nothing is left out")


def _told_of_limits(report: Report, say: Say) -> Iterator[str]:
    if report.signed_from is not None:
        yield say("signatures are asked for from #{index} on", index=report.signed_from)
    elif report.register_whole:
        yield say("no signatures are asked for")
    else:
        yield say("whether signatures were asked for is not shown: the register has no such line")
    if not report.accounts_whole:
        yield say("that no account is left out of the register is not shown")
    if not report.accounts_whole and report.alone:
        yield say(
            "{n} power(s) or key(s) were given by one person, who might only if there was no other "
            "registrar: that is not shown",
            n=report.alone,
        )
    if report.not_compared:
        yield say(
            "{n} checkpoint(s) given cannot be compared with this bundle", n=report.not_compared
        )
    if report.later:
        yield say(
            "{n} checkpoint(s) given are later; acts after that of this bundle are not in it",
            n=report.later,
        )
    if report.elsewhere:
        yield say("{n} receipt(s) are of acts outside this bundle", n=report.elsewhere)
    if report.unknown_kinds:
        yield say(
            "{n} event(s) are of kinds this verifier does not know; who might record them was not "
            "judged",
            n=report.unknown_kinds,
        )
    if report.timestamp:
        yield say("a timestamp comes with it; who gave it is checked with: openssl ts -verify")


_SEALED = re.compile(r"s1\.[a-z]+\.[A-Za-z0-9+/]+={0,2}")


def listed(source: BinaryIO) -> Iterator[dict[str, Any]]:
    """
    Yield what a bundle shows of each act, as far as it can be read; nothing is checked here.

    Of a line that cannot be read only its ``line`` in the member and ``unreadable`` are told.
    """
    try:
        for number, act, why in Archive(source).read(EVENTS, _listed):
            yield {"line": number, "unreadable": why} if why else act
    except _ODD:
        return  # verifying says why


def _listed(line: bytes) -> dict[str, Any]:
    event = _read_event(line, proven=b'"proof":' in line)
    said = read_state(event.state)
    return {
        "index": event.place,
        "dossier": event.stream,
        "version": event.version,
        "topic": event.topic,
        "occurred_at": said.at,
        "recorded_at": said.whole["rec"],
        "account": said.account,
        "person": said.person,
        "role": said.role,
        "on_behalf_of": said.principal,
        "typed": said.typed,
        "data": {name: _unsealed(value) for name, value in said.whole["data"].items()},
    }


def _unsealed(value: Any) -> Any:
    if isinstance(value, str) and _SEALED.fullmatch(value):
        return "[sealed]"
    if isinstance(value, list):
        return [_unsealed(one) for one in value]
    if isinstance(value, dict):
        return {name: _unsealed(one) for name, one in value.items()}
    return value


def as_json(document: dict[str, Any]) -> str:
    """Write an act or a report on a line of JSON that any terminal can show."""
    return json.dumps(document)


def line_of(act: dict[str, Any]) -> str:
    """Write an act on one line."""
    if "unreadable" in act:
        return f"{EVENTS}:{act['line']}: {act['unreadable']}"
    who = f"{act['account']} ({act['person']}, {act['role']})"
    data = " ".join(
        f"{name}={value if isinstance(value, str) else canonical(value)}"
        for name, value in act["data"].items()
    )
    if act["on_behalf_of"]:
        who += f" for {act['on_behalf_of']}"
    if act["typed"] is not None:
        who += f" imported by {act['typed']}"
    line = f"{act['index']:>7} {act['recorded_at']} {act['dossier']} v{act['version']} "
    line += f"{act['topic']} {who} {data}"
    return line if line.isprintable() else ascii(line)[1:-1]


# --- the command ------------------------------------------------------------------------------


class Asked(NamedTuple):
    """Everything a verification needs besides the bundle."""

    policy: Policy
    known: list[Known]
    receipts: list[Receipt]
    now: datetime | None


def read_asked(
    policy: Path, checkpoints: Iterable[Path], receipts: Iterable[Path], now: str | None
) -> Asked:
    """Read what an auditor gives; :class:`Unusable` naming the file that cannot be read."""
    kept = [_from(file, partial(read_known, file.name)) for file in checkpoints]
    told = [
        one for file in receipts for one in _from(file, lambda raw: read_receipts(raw.decode()))
    ]
    try:
        moment = None if now is None else _instant(now)
    except ValueError as odd:
        raise Unusable(f"--now: {_shown(now)} is no moment like 2026-11-22T15:04:05Z") from odd
    return Asked(_from(policy, lambda raw: read_policy(raw.decode())), kept, told, moment)


def _from(file: Path, read: Callable[[bytes], Any]) -> Any:
    try:
        return read(file.read_bytes())
    except OSError as trouble:
        raise Unusable(f"{_shown(str(file))} cannot be opened") from trouble
    except Unusable as odd:
        raise Unusable(f"{_shown(str(file))}: {odd}") from odd
    except _ODD as odd:
        raise Unusable(f"{_shown(str(file))}: {_why(odd)}") from odd


def verify_file(file: Path, asked: Asked) -> Report:
    """Verify a bundle's file; :class:`Unusable` where it cannot be opened."""
    try:
        with file.open("rb") as source:
            if not source.seekable():
                raise Unusable(f"{_shown(str(file))} is no file on a disk; save it as one first")
            return verify(source, asked.policy, asked.known, asked.receipts, asked.now)
    except OSError as trouble:
        raise Unusable(f"{_shown(str(file))} cannot be opened") from trouble


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify a bundle as asked on the command line; return the exit code."""
    typed = _parser().parse_args(arguments)
    try:
        asked = read_asked(typed.policy, typed.checkpoint, typed.receipts, typed.now)
        report = verify_file(typed.file, asked)
    except Unusable as trouble:
        sys.stderr.write(_printable(f"trajet-verify: {trouble}\n", sys.stderr.encoding))
        return 2
    try:
        if typed.list:
            _list(typed.file, in_json=typed.json)
        for line in [as_json(report.document())] if typed.json else tell(report):
            _write(line)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read us has gone; what was found is in the exit code
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if report.findings else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trajet-verify", description="Verify a bundle of a trajet log, offline."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the bundle")
    parser.add_argument(
        "--policy", type=Path, required=True, metavar="FILE", help="whom to believe: your own file"
    )
    parser.add_argument(
        "--checkpoint",
        type=Path,
        action="append",
        default=[],
        metavar="NOTE",
        help="an earlier checkpoint that you kept, or a proof that the log only grew",
    )
    parser.add_argument(
        "--receipts",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="receipts of recorded acts, as JSON",
    )
    parser.add_argument("--list", action="store_true", help="list the events of the bundle first")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument(
        "--now", metavar="INSTANT", help="judge freshness as of then: 2026-11-22T15:04:05Z"
    )
    return parser


def _list(file: Path, *, in_json: bool) -> None:
    with file.open("rb") as source:
        for act in listed(source):
            _write(as_json(act) if in_json else line_of(act))


def _write(line: str) -> None:
    sys.stdout.write(_printable(line + "\n", sys.stdout.encoding))


def _printable(text: str, encoding: str | None) -> str:
    """Write what a terminal cannot show in another way."""
    name = encoding or "ascii"
    return text.encode(name, "backslashreplace").decode(name)


# --- which act an event follows from ----------------------------------------------------------

_ACTS = """
    absconding-established:EstablishAbsconding absconding-proposed:ProposeAbsconding
    access-granted:GrantAccess access-restricted:RestrictAccess
    access-restriction-lifted:LiftAccessRestriction
    access-restriction-proposed:ProposeAccessRestriction access-revoked:RevokeAccess
    account-opened:AddStaff administrative-file-sent:SendAdministrativeFile
    advice-overridden:OverrideAdvice advice-override-proposed:ProposeOverride
    age-disputed:DisputeAge age-established:EstablishAge alert-answered:AnswerAlert
    alias-linked:LinkAlias appeal-admitted:AdmitAppeal appeal-granted:GrantAppeal
    appeal-handed-in:HandInAppeal appeal-hearing-fixed:FixAppealHearing appeal-lodged:LodgeAppeal
    appeal-rejected:RejectAppeal appeal-transmitted:TransmitAppeal appeal-withdrawn:WithdrawAppeal
    asylum-decided:DecideAsylum asylum-declarations-sent:SendDeclarations
    asylum-lodged:LodgeAsylum asylum-wish-expressed:ExpressAsylumWish
    attempt-cancelled:CancelAttempt attempt-failed:FailAttempt attempt-started:StartAttempt
    authorisation-granted:GrantAuthorisation authorisation-refused:RefuseAuthorisation
    authorisation-requested:RequestAuthorisation authorisation-withdrawn:WithdrawAuthorisation
    beds-counted:CountBeds chamber-ruling-appealed:AppealChamberRuling
    check-list-item-ticked:TickItem check-list-item-unticked:UntickItem coach-assigned:AssignCoach
    coercion-reported:ReportCoercion coercion-reviewed:ReviewCoercion coercion-used:UseCoercion
    complaint-handled:HandleComplaint complaint-lodged:LodgeComplaint
    complaint-withdrawn:WithdrawComplaint conditions-checked:CheckConditions
    cost-recorded:RecordCost council-chamber-ruled:RecordChamberRuling
    council-chamber-seized:SeizeCouncilChamber crisis-measure-reported:ReportCrisisMeasure
    crisis-measure-taken:TakeCrisisMeasure decision-annulled:AnnulDecision
    decision-draft-edited:EditDraft decision-drafted:DraftDecision
    decision-notified:NotifyDecision decision-taken:TakeDecision
    delegation-confirmed:ConfirmDelegation delegation-given:Delegate
    delegation-revoked:RevokeDelegation departure-confirmed:ConfirmDeparture
    departure-risk-reported:ReportDepartureRisk departure-term-extended:ExtendDepartureTerm
    departure-term-extension-requested:RequestTermExtension departure-term-set:SetDepartureTerm
    departure-term-shortened:ShortenDepartureTerm detention-prolonged:ProlongDetention
    detention-proposed:ProposeDetention detention-title-issued:IssueDetentionTitle
    dublin-term-extended:ExtendTransferTerm dublin-transfer-accepted:AcceptTransfer
    embassy-interview-held:HoldEmbassyInterview entry-ban-lift-requested:RequestBanLift
    escort-proposed:ProposeEscort exchange-advice-received:ReceiveExchangeAdvice
    exchange-answered:AnswerExchange exchange-extended:ExtendExchange
    exchange-recorded:RecordExchange family-linked:LinkFamily family-reunited:ReuniteFamily
    family-separation-decided:SeparateFamily family-separation-proposed:ProposeSeparation
    family-separation-refused:KeepTogether family-stay-reviewed:ReviewFamilyStay
    family-unlinked:UnlinkFamily fit-to-travel-certified:CertifyFitToTravel
    fit-to-travel-refused:RefuseFitToTravel
    forced-medical-examination-held:ForceMedicalExamination function-given:AddStaff
    guardian-appointed:AppointGuardian guardian-heard:HearGuardian hearing-held:HoldHearing
    hearing-invited:InviteToHearing hearing-waived:WaiveHearing house-rule-changed:ChangeHouseRule
    identity-recorded:RecordIdentity incident-answered:AnswerIncident
    incident-closed:CloseIncident incident-ended:EndIncident
    incident-feedback-given:GiveIncidentFeedback information-given:GiveInformation
    interim-measure-lifted:LiftInterimMeasure interim-measure-ordered:OrderInterimMeasure
    interview-held:HoldInterview iom-document-awaited:AwaitIomDocument
    iom-document-received:ReceiveIomDocument iom-eligibility-confirmed:ConfirmIomEligibility
    iom-eligibility-refused:RefuseIomEligibility iom-file-lapsed:LapseIomFile
    iom-file-opened:OpenIomFile iom-file-withdrawn:WithdrawIomFile
    iom-no-objection-stated:StateNoIomObjection iom-objection-raised:RaiseIomObjection
    iom-premium-paid:PayIomPremium iom-travel-booked:BookIomTravel isolated-visited:VisitIsolated
    judicial-hold-lifted:LiftHold judicial-hold-placed:PlaceHold key-added:AddKey
    key-confirmed:ConfirmKey key-revoked:RevokeKey laissez-passer-granted:GrantLaissezPasser
    laissez-passer-refused:RefuseLaissezPasser laissez-passer-requested:RequestLaissezPasser
    lawyer-changed:ChangeLawyer legal-aid-assigned:AssignLegalAid
    legal-aid-requested:RequestLegalAid majority-reached:ReachMajority
    mandate-confirmed:ConfirmMandate mandate-given:GiveMandate mandate-revoked:RevokeMandate
    measure-decided:DecideMeasure measure-ended:EndMeasure measure-prolonged:ProlongMeasure
    measure-proposed:ProposeMeasure measure-refused:RefuseMeasure
    medical-intake-completed:CompleteMedicalIntake medical-objection-raised:RaiseMedicalObjection
    medical-objection-resolved:ResolveMedicalObjection member-born:RecordBirth
    monitor-informed:InformMonitor motives-examined:ExamineMotives
    nationality-recognised:RecogniseNationality non-return-established:EstablishNonReturn
    non-return-proposed:ProposeNonReturn notification-defect-found:FindNotificationDefect
    notification-rebutted:RebutNotification notification-regularised:RegulariseNotification
    obstacle-raised:RaiseObstacle obstacle-resolved:ResolveObstacle override-allowed:AllowOverride
    override-asked:AskOverride override-refused:RefuseOverride
    prison-notice-received:NotePrisonNotice procedure-migrated:MigrateTrajectory
    prolongation-proposed:ProposeProlongation property-inventoried:InventoryProperty
    protected-status-ended:EndStatus protected-status-opened:OpenStatus
    quality-finding-accepted:AcceptFinding quality-finding-answered:AnswerFinding
    quality-finding-recorded:AddFinding quality-finding-reopened:ReopenFinding
    quality-sample-drawn:DrawSample reception-exception-asked:AskReceptionException
    reception-exception-ruled:RuleOnReceptionException reception-guaranteed:GuaranteeReception
    reception-place-assigned:AssignReception record-corrected:CorrectRecord
    refoulement-advice-given:AdviseOnRefoulement refoulement-risk-found:FindRefoulementRisk
    refoulement-risk-lifted:LiftRefoulementRisk registry-request-received:NoteRegistryRequest
    regularisation-granted:GrantRegularisation regularisation-proposed:ProposeRegularisation
    regularisation-refused:RefuseRegularisation reintegration-begun:BeginReintegration
    removal-announced:AnnounceRemoval removal-postponed:PostponeRemoval
    removal-prepared:PrepareRemoval removal-scheduled:ScheduleRemoval
    removal-step-taken:TakeRemovalStep request-to-remain-made:RequestToRemain
    request-to-remain-ruled:RuleOnRemaining resident-admitted:OpenTrajectory
    resident-discharged:DischargeResident resident-found:FindResident resident-moved:MoveResident
    resident-released:ReleaseResident restriction-breached:RecordRestrictionBreach
    restriction-imposed:ImposeRestriction restriction-lifted:LiftRestriction
    restriction-proposed:ProposeRestriction return-alert-entered:EnterReturnAlert
    right-to-remain-ended:EndRightToRemain sample-announced:AnnounceSample
    sample-concluded:ConcludeSample sample-drawn:AnnounceSample sample-extended:ExtendSample
    sample-item-examined:ExamineItem search-performed:PerformSearch
    serious-incident-reported:ReportIncident services-alerted:AlertServices
    signatures-required:RequireSignatures track-recorded:RecordTrack
    trajectory-closed:CloseTrajectory trajectory-reopened:ReopenTrajectory
    transfer-begun:BeginTransfer transfer-cancelled:CancelTransfer transfer-ordered:OrderTransfer
    transfer-received:ReceiveTransfer travel-document-expired:ExpireTravelDocument
    travel-document-lost:LoseTravelDocument travel-document-recorded:RecordTravelDocument
    voluntary-declaration-signed:SignDeclaration
    voluntary-return-counselled:CounselVoluntaryReturn vulnerability-assessed:AssessVulnerability
    vulnerability-signalled:SignalVulnerability
"""

_NOBODYS = """
    access-consulted act-refused bed-freed bed-taken block-found-late nobody-may-decide
    personal-key-destroyed
"""

ACT_OF = {
    **dict(pair.split(":") for pair in _ACTS.split()),
    **dict.fromkeys(_NOBODYS.split(), ""),
}
"""Name of an event → the act that is asked for it; none for what comes by itself."""

_OF_THE_REGISTER = frozenset(ACT_OF[name] for name in _REGISTER)

if __name__ == "__main__":
    sys.exit(main())
