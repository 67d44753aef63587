"""
The two moments in what is stored of an event: when it happened, and when it was recorded.

Moments are compared as they are written, in UTC and to the second. Like the quick judge this
needs no model of any event, so that a process that helps is ready at once.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from operator import gt
from typing import NamedTuple

APART = timedelta(minutes=10)
"""How far the clocks of honest machines may be apart."""

EARLIEST, LATEST = b"0001-01-01T00:00:00", b"9999-12-31T23:59:59"
"""The first and the last moment there is."""

_STAMP = rb"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{6})?Z"
_BEGINS = re.compile(rb'\{"cmd":"[0-9a-f-]{36}","at":"' + _STAMP + rb'","rec":"' + _STAMP + b'"')
_IMPORTED = "imported"


class Span(NamedTuple):
    """The earliest and the latest moment of some, as of recording in a stretch of the log."""

    earliest: bytes
    latest: bytes


def usual_stamps(states: Sequence[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Cut occurred and recorded out of states that the quick judge accepted."""
    occurred = [state[52:71] for state in states]
    recorded = [state[81:100] if state[71:72] == b"Z" else state[88:107] for state in states]
    return occurred, recorded


def stamps(state: bytes) -> tuple[bytes, bytes]:
    """Read occurred and recorded in any state that was judged sound."""
    found = _BEGINS.match(state)
    if found is not None:
        return found[1], found[2]
    said = _decoded(state)
    return _in_utc(str(said["at"])), _in_utc(str(said["rec"]))


def too_early(occurred: bytes, recorded: bytes, state: bytes) -> bool:
    """Tell a line that was recorded before it happened; a register may say what it likes."""
    return is_later(occurred, recorded) and _decoded(state).get("src") != _IMPORTED


def is_later(one: bytes, other: bytes) -> bool:
    """Tell whether a moment is later than another by more than clocks may be apart."""
    return one > other and _parsed(one) - _parsed(other) > APART


def span_of(
    occurred: Sequence[bytes], recorded: Sequence[bytes], states: Sequence[bytes]
) -> Span | None:
    """Return between which moments lines were recorded; ``None`` where not all fits."""
    if any(map(gt, occurred, recorded)) and any(map(too_early, occurred, recorded, states)):
        return None
    if not any(map(gt, recorded, recorded[1:])):
        return Span(recorded[0], recorded[-1])
    return joined(Span(moment, moment) for moment in recorded)


def lived(occurred: Sequence[bytes], recorded: Sequence[bytes]) -> Span:
    """Return between which moments lines both happened and were recorded."""
    return Span(min(*occurred, *recorded), max(*occurred, *recorded))


def joined(spans: Iterable[Span]) -> Span | None:
    """Return the span of spans that follow each other; ``None`` where time steps back."""
    earliest, latest = LATEST, EARLIEST
    for one in spans:
        if is_later(latest, one.earliest):
            return None
        earliest, latest = min(earliest, one.earliest), max(latest, one.latest)
    return Span(earliest, latest)


def written(moment: datetime) -> bytes:
    """Write an instant as moments are compared."""
    in_utc = moment.astimezone(UTC).replace(tzinfo=None)
    return in_utc.isoformat(timespec="seconds").encode()


def told(moment: bytes) -> str:
    """Write a moment for people."""
    return f"{moment.decode('ascii')}Z"


def _decoded(state: bytes) -> dict[str, object]:
    import json

    said: dict[str, object] = json.loads(state)
    return said


def _in_utc(text: str) -> bytes:
    return written(datetime.fromisoformat(text))


def _parsed(moment: bytes) -> datetime:
    return datetime.fromisoformat(moment.decode("ascii"))
