"""
The quick judge: what it accepts is certainly sound, and nothing is decoded.

It needs no model of any event, so that a process that helps is ready at once.
"""

import re
from binascii import a2b_hex
from collections.abc import Callable, Mapping

Sure = Callable[[bytes], object]

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
