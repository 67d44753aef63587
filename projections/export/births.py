"""
Acts whose moment tells a birth: no export under pseudonyms has them.

When a child was born, and when somebody became eighteen, is what the acts that say so hide in
their fields. What was recorded at once with a birth tells it too, as the opening of the child's
own dossier does, and so does a correction of any of these.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from domain.events import MajorityReached, MemberBorn, RecordCorrected
from domain.record import Glimpse, Recorded

Acts = frozenset[tuple[str, int]]
"""Acts by dossier and version."""


class Log(Protocol):
    """The journal, as far as births are looked for in it."""

    def history(self, stream: str) -> list[Recorded]:
        """Return the lines of a stream."""

    def glimpses(self, kinds: Collection[str]) -> Iterator[Glimpse]:
        """Yield what stands outside of the lines of some events, as recorded."""


def telling_a_birth(log: Log) -> Acts:
    """Name the acts that tell a birth by their moment."""
    telling = {one.stream for one in log.glimpses([MemberBorn.__name__, MajorityReached.__name__])}
    born = [line for stream in telling for line in log.history(stream) if _tells(line)]
    commands = {line.command_id for line in born}
    children = {line.event.child for line in born if isinstance(line.event, MemberBorn)}
    return frozenset(
        (stream, version)
        for stream in telling | children
        for version in _in_one(log.history(stream), commands)
    )


def _tells(line: Recorded) -> bool:
    return isinstance(line.event, MemberBorn | MajorityReached)


def _in_one(lines: Iterable[Recorded], commands: Collection[str]) -> set[int]:
    found: set[int] = set()
    for line in lines:
        corrects = line.event.corrects if isinstance(line.event, RecordCorrected) else None
        if _tells(line) or line.command_id in commands or corrects in found:
            found.add(line.version)
    return found
