"""
Time stamps on checkpoints by an authority of RFC 3161, asked over files.

What is stamped is the text of the note. Whose authority it is, and whether its signature and
certificate are good, is for whoever relies on the stamp to ask: ``openssl ts -verify`` does.
Of a reply only what is asked of it is read here, and that strictly: definite lengths, written
in the shortest way, nothing left over.
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from domain.errors import BadInput, StoreTrouble
from domain.note import Note
from workflows.private import replace_durably

LARGEST = 1_000_000
"""Bytes in a reply, at most."""

_INTEGER, _OCTETS, _OID, _TIME, _SEQUENCE, _SET, _INSIDE = 0x02, 0x04, 0x06, 0x18, 0x30, 0x31, 0xA0
_SHA256 = bytes.fromhex("608648016503040201")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_STAMP = bytes.fromhex("2a864886f70d0109100104")
_ONE, _NULL, _TRUE = bytes.fromhex("020101"), bytes.fromhex("0500"), bytes.fromhex("0101ff")
_GRANTED = {b"\x00", b"\x01"}


def question(note: Note) -> bytes:
    """Write what an authority is asked (TimeStampReq, DER), with its certificate wanted back."""
    algorithm = _written(_SEQUENCE, _written(_OID, _SHA256) + _NULL)
    imprint = _written(_SEQUENCE, algorithm + _written(_OCTETS, _digest(note)))
    return _written(_SEQUENCE, _ONE + imprint + _TRUE)


def stamped(note: Note, reply: bytes) -> datetime:
    """
    Return when an authority says it saw a note, by its reply (TimeStampResp, DER).

    Raises :class:`BadInput` for what is no reply, for a refusal, and for a stamp on anything
    but the text of this note.
    """
    try:
        if len(reply) > LARGEST:
            raise ValueError("it is longer than any reply")
        answer = _Reading(_Reading(reply).last(_SEQUENCE))
        status = _Reading(answer.next(_SEQUENCE)).next(_INTEGER)
        if status not in _GRANTED:
            raise BadInput(
                "the authority did not stamp it: status {status}", status=int.from_bytes(status)
            )
        algorithm, digest, moment = _stamp_in(answer.last(_SEQUENCE))
    except ValueError as wrong:
        raise BadInput("this is no reply of a time stamping authority") from wrong
    if algorithm != _SHA256 or digest != _digest(note):
        raise BadInput("the stamp is on something else than this checkpoint")
    return moment


def keep(note: Note, reply: bytes, file: Path) -> datetime:
    """Keep a reply in a file if it stamps a note; return when. Raises as :func:`stamped` does."""
    moment = stamped(note, reply)
    try:
        replace_durably(file, reply)
    except OSError as trouble:
        raise StoreTrouble("{file} cannot be written", file=file) from trouble
    return moment


def _digest(note: Note) -> bytes:
    return sha256(note.text.encode()).digest()


def _stamp_in(token: bytes) -> tuple[bytes, bytes, datetime]:
    """Read algorithm, digest and moment out of a token; ``ValueError`` for what is none."""
    outer = _Reading(token)
    outer.expect(_OID, _SIGNED_DATA)
    signed = _Reading(_Reading(outer.last(_INSIDE)).last(_SEQUENCE))
    signed.next(_INTEGER)
    signed.next(_SET)
    content = _Reading(signed.next(_SEQUENCE))
    content.expect(_OID, _STAMP)
    info = _Reading(_Reading(_Reading(content.last(_INSIDE)).last(_OCTETS)).last(_SEQUENCE))
    info.expect(_INTEGER, b"\x01")
    info.next(_OID)
    imprint = _Reading(info.next(_SEQUENCE))
    algorithm = _Reading(imprint.next(_SEQUENCE)).next(_OID)
    digest = imprint.last(_OCTETS)
    info.next(_INTEGER)
    written = info.next(_TIME).decode("ascii")
    whole, _, _ = written.removesuffix("Z").partition(".")
    if not written.endswith("Z") or len(whole) != 14 or not whole.isdigit():
        raise ValueError("the moment is not in UTC")
    return algorithm, digest, datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


class _Reading:
    """Values of DER one after another; ``ValueError`` where another stands, or none."""

    def __init__(self, raw: bytes) -> None:
        self._left = raw

    def next(self, tag: int) -> bytes:
        """Read a value of a kind."""
        if len(self._left) < 2 or self._left[0] != tag:
            raise ValueError(f"no value of kind {tag:#x}")
        length, start = self._left[1], 2
        if length >= 0x80:
            start += length & 0x7F
            packed = self._left[2:start]
            length = int.from_bytes(packed)
            if len(packed) not in range(1, 5) or packed[0] == 0 or length < 0x80:
                raise ValueError("a length that is not written in the shortest way")
        if len(self._left) < start + length:
            raise ValueError("a value that ends after the whole")
        value, self._left = self._left[start : start + length], self._left[start + length :]
        return value

    def last(self, tag: int) -> bytes:
        """Read a value of a kind, after which there is nothing."""
        value = self.next(tag)
        if self._left:
            raise ValueError("there is more than was to be read")
        return value

    def expect(self, tag: int, value: bytes) -> None:
        """Read a value that is known beforehand."""
        if self.next(tag) != value:
            raise ValueError("another value than it has to be")


def _written(tag: int, value: bytes) -> bytes:
    """Write a short value of DER."""
    return bytes([tag, len(value)]) + value
