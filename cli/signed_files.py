"""Notes, proofs and policies as files at the desk: read with care, put where they belong."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from domain.errors import BadInput, StoreTrouble

if TYPE_CHECKING:
    from datetime import timedelta

    from projections.audit.policy import Policy

LARGEST = 1_000_000
"""Bytes in such a file, at most."""


def text_in(file: str) -> str:
    """
    Read a file, or standard input for ``-``; :class:`BadInput` where it is no text of ours.

    A mail program may have put other ends to its lines: that is mended, and nothing else.
    """
    return _as_text(bytes_in(file), file)


def bytes_in(file: str) -> bytes:
    """Read a file as it is; :class:`BadInput` where that cannot be, or it is far too long."""
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(LARGEST + 1)
    except OSError as trouble:
        raise BadInput("{file} cannot be read", file=file) from trouble
    if len(raw) > LARGEST:
        raise BadInput("{file} is longer than any such file", file=file)
    return raw


def _as_text(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as trouble:
        raise BadInput("{file} cannot be read as UTF-8 text", file=file) from trouble


def policy_in(file: str) -> "Policy":
    """Read a policy file."""
    from projections.audit.policy import read_policy

    return read_policy(text_in(file))


def hand_out(text: str, output: str | None, *, private: bool = True) -> None:
    """
    Write a note or proof to a file, whole at once, or to standard output.

    It is put over an older one; :class:`BadInput` where what is there is anything else.
    """
    if output is None or output == "-":
        click.echo(text, nl=False)
        return
    put(text.encode(), output, private=private)


def put(content: bytes, output: str, *, private: bool = True, over_anything: bool = False) -> None:
    """Write a file, whole at once; over something else than a note only where that is allowed."""
    from workflows.private import replace_durably

    file = Path(output)
    if not file.parent.is_dir():
        raise BadInput("there is no folder {folder}", folder=file.parent)
    if file.is_dir():
        raise BadInput("{file} is a folder", file=file)
    if file.exists() and not over_anything and not _is_signed(file):
        raise BadInput("{file} is there already, and holds no checkpoint or proof", file=file)
    try:
        replace_durably(file, content, mode=0o600 if private else 0o644)
    except OSError as trouble:
        raise StoreTrouble("{file} cannot be written", file=file) from trouble


def _is_signed(file: Path) -> bool:
    """Tell a note or proof from any other file."""
    from domain.note import read_note

    try:
        read_note("\n\n".join(text_in(str(file)).split("\n\n")[-2:]))
    except BadInput:
        return False
    return True


def interval(text: str) -> "timedelta":
    """Read how long something takes: ``90s``, ``5m``, ``1h``, ``1d``."""
    import re
    from datetime import timedelta

    found = re.fullmatch(r"([1-9][0-9]{0,5})([smhd])", text.strip())
    if found is None:
        raise BadInput("{value} is no interval; write 90s, 5m, 1h or 1d", value=text)
    unit = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}[found[2]]
    return timedelta(**{unit: int(found[1])})
