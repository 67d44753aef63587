"""
What an auditor kept outside the store: checkpoints of the log and receipts of single acts.

A store that was rewritten from end to end agrees with itself; only memory that its
writer cannot reach tells.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple, NoReturn

from domain import checkpoint, note
from domain.checkpoint import Heads
from domain.errors import BadInput
from domain.note import LARGEST, Note

_HASH = re.compile(r"[0-9a-fA-F]{64}")


class Checkpoint(NamedTuple):
    """
    The root a log had at a size; ``origin`` is its name, empty where none was given.

    ``at`` is when it says it was signed, an instant in UTC, ``heads`` where its streams stood,
    ``note`` itself with the signatures under it; ``None`` where it has no such thing.
    """

    size: int
    root: bytes
    origin: str = ""
    at: datetime | None = None
    heads: Heads | None = None
    note: Note | None = None


class Receipt(NamedTuple):
    """Where one act stands in the log, as it was told to whoever recorded it."""

    log_index: int
    leaf_hash: bytes


def read_checkpoint(text: str) -> Checkpoint:
    """
    Read a checkpoint: a C2SP tlog-checkpoint note, or what ``audit verify --json`` printed.

    The signatures of a note are not judged here, only their form: whose count is for a
    policy to say. Raises :class:`BadInput` naming the line that cannot be read.
    """
    text = text.removeprefix("\ufeff")
    if not text.lstrip().startswith("{"):
        return read_note(text)
    said = _parsed(text, "checkpoint", 1)
    size = _number(said.get("size"))
    root = _hash(said.get("root"))
    if size is None:
        _refuse("checkpoint", 1, "size is no number of leaves")
    if root is None:
        _refuse("checkpoint", 1, "root is no SHA-256 in hexadecimal")
    return Checkpoint(size, root)


def read_note(text: str) -> Checkpoint:
    """
    Read a C2SP tlog-checkpoint note; without signatures, and below it a blank line, it may end.

    Lines may have come to end as they do on other machines.
    """
    text = text.replace("\r\n", "\n")
    body, blank, below = text.partition("\n\n")
    signed = note.read_note(text) if blank and below.strip("\n") else None
    said = checkpoint.read_checkpoint(signed.text if signed else body.removesuffix("\n") + "\n")
    return Checkpoint(said.size, said.root, said.origin, said.at, said.heads, signed)


def read_receipts(text: str) -> list[Receipt]:
    """
    Read receipts: JSON Lines, a JSON array or one JSON object, other keys ignored.

    So the kept output of recording commands or of ``log --json`` will do. Raises
    :class:`BadInput` naming the line (or the place in the array) that cannot be read.
    """
    return [_receipt(said, place) for place, said in _objects(text.removeprefix("\ufeff"))]


def _objects(text: str) -> Iterator[tuple[int, Any]]:
    if text.lstrip().startswith("["):
        yield from enumerate(_parsed(text, "receipts", 1), start=1)
        return
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    if isinstance(whole, dict):
        yield 1, whole
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _parsed(line, "receipts", number)


def _receipt(said: Any, place: int) -> Receipt:
    if not isinstance(said, dict):
        _refuse("receipts", place, "this is no JSON object")
    index = _number(said.get("log_index"))
    leaf = _hash(said.get("leaf_hash"))
    if index is None:
        _refuse("receipts", place, "log_index is no place in a log")
    if leaf is None:
        _refuse("receipts", place, "leaf_hash is no SHA-256 in hexadecimal")
    return Receipt(index, leaf)


def _parsed(text: str, what: str, place: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as wrong:
        _refuse(what, place + wrong.lineno - 1, "this is no JSON")
    except (ValueError, RecursionError):
        _refuse(what, place, "this is no JSON")


def _number(said: object) -> int | None:
    right = isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= LARGEST
    return said if isinstance(said, int) and right else None


def _hash(said: object) -> bytes | None:
    return bytes.fromhex(said) if isinstance(said, str) and _HASH.fullmatch(said) else None


def _refuse(what: str, line: int, why: str) -> NoReturn:
    raise BadInput("line {line} of the {what} cannot be read: {why}", line=line, what=what, why=why)
