"""The ids of commands that come without one."""

import os
import time

_VERSION_AND_VARIANT = 0xF << 76 | 0b11 << 62
_SEVEN = 0x7 << 76 | 0b10 << 62


def new_command_id() -> str:
    """
    Make an id that no other command has: a UUID of version 7 (RFC 9562).

    Their order is that of time, so that the index of command ids grows at its end.
    """
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10)) & ~_VERSION_AND_VARIANT | _SEVEN
    text = f"{milliseconds << 80 | random:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
