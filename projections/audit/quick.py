"""
The quick judge: what it accepts is certainly sound, and nothing is decoded.

It needs no model of any event, so that a process that helps is ready at once.
"""

import re
from binascii import a2b_hex
from collections.abc import Callable, Mapping
from typing import Any

Sure = Callable[[bytes], re.Match[bytes] | None]
"""Matches states that are certainly sound; the groups of what it finds are :data:`Who`."""

Who = tuple[bytes | Any, ...]
"""
What a state says of who acted, as written, in three: who, in which function, under which rules,
for whom, and who took it in; that it was taken in; its signature. The last two may be ``None``.
"""

Written = tuple[str, Who]
"""The topic of an act and who acted: acts alike in both are judged alike."""

NOTHING: Who = (None, None, None)

COMMAND = slice(8, 44)
"""Where the command id stands in a state that was accepted."""


class Quick(dict[str, Sure]):
    """
    For each topic, what accepts only states that are certainly sound.

    Made from a pattern for each topic that has a simple one, when it is first needed; of
    any other topic nothing is sure.
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
        super().__init__()
        self._patterns = patterns

    def __missing__(self, topic: str) -> Sure:
        pattern = self._patterns.get(topic)
        sure: Sure = re.compile(pattern.encode("ascii")).fullmatch if pattern else _never
        if pattern:  # other names may be as many as somebody likes
            self[topic] = sure
        return sure

    def __reduce__(self) -> tuple[type["Quick"], tuple[Mapping[str, str]]]:
        return Quick, (self._patterns,)


def _never(_state: bytes) -> None:
    """Be sure of nothing."""


def command_of(state: bytes) -> bytes:
    """Return the command id of a state that was accepted."""
    return packed(state[COMMAND])


def packed(commands: bytes) -> bytes:
    """Pack command ids that stand in a row, 16 bytes each."""
    return a2b_hex(commands.replace(b"-", b""))
