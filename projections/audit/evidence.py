"""
What an auditor kept outside the store: checkpoints of the log and receipts of single acts.

A store that was rewritten from end to end agrees with itself; only memory that its
writer cannot reach tells.
"""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from domain.errors import BadInput

HASH_BYTES = 32
LARGEST = 2**63 - 1
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")
_HASH = re.compile(r"[0-9a-fA-F]{64}")
_SIGNATURE = re.compile(r"— [^\s+]+ [A-Za-z0-9+/]+={0,2}")


class Checkpoint(NamedTuple):
    """The root a log had at a size; ``origin`` is its name, empty where none was given."""

    size: int
    root: bytes
    origin: str = ""


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
    """Read a C2SP tlog-checkpoint note: origin, size, root, extensions, blank line, signatures."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    origin, size, root = [*lines, "", ""][:3]
    if not origin.strip() or not origin.isprintable():
        _refuse("checkpoint", 1, "the name of the log is missing")
    if not _DECIMAL.fullmatch(size) or int(size) > LARGEST:
        _refuse("checkpoint", 2, "the size is no decimal number")
    try:
        raw = base64.b64decode(root, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != HASH_BYTES or base64.b64encode(raw).decode() != root:
        _refuse("checkpoint", 3, "the root is no SHA-256 in base64")
    blank = lines.index("", 3) if "" in lines[3:] else len(lines)
    for number, line in enumerate(lines[blank + 1 :], start=blank + 2):
        if not _SIGNATURE.fullmatch(line) and (line or number < len(lines)):
            _refuse("checkpoint", number, "this is no signature line")
    return Checkpoint(int(size), raw, origin)


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
