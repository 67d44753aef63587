"""The ids of commands that come without one."""

import os
import time
from uuid import UUID

_VERSION, _VARIANT = 7 << 76, 0b10 << 62
_RANDOM = (1 << 76) - 1 & ~(0b11 << 62)
"""The bits that are neither time nor version nor variant."""


def new_command_id() -> str:
    """
    Make an id that no other command has: a UUID of version 7 (RFC 9562).

    Their order is that of time, so that the index of command ids grows at its end.
    """
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10)) & _RANDOM
    return str(UUID(int=milliseconds << 80 | _VERSION | _VARIANT | random))
