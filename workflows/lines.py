"""
One journal line as it is stored, and back.

What is stored of a line is one JSON text under our own topic: who and when first,
what happened under ``data``. Keys are short because they are kept a million times:
``cmd`` command id · ``at`` occurred · ``rec`` recorded · ``by`` account · ``who``
person · ``as`` role · ``for`` on behalf of · ``typed`` account that recorded ·
``cor``/``cau`` correlation and causation · ``rules`` rule-set version · ``src``
origin if imported · ``day`` if only the day is known · ``sig`` the actor's
signature. What is absent is not so, or as usual (``cor`` is ``cmd``).
"""

from datetime import MAXYEAR, UTC, datetime
from typing import Any

from pydantic_core import from_json, to_json

from domain.errors import StoreTrouble
from domain.record import Glimpse, Recorded
from domain.trajectory import instant
from domain.values import Origin, Sealed
from workflows.upcasts import event_from

Line = tuple[int, str, int, str, bytes, int | None, bytes | None]
"""Notification id, stream, version, topic, state, log index, leaf hash."""

_ORIGINS = {origin.value: origin for origin in Origin}


def state_of(line: Recorded, recorded_at: datetime | None = None) -> bytes:
    """Write what is stored of a line, or will be when it is recorded at that moment."""
    said: dict[str, Any] = {
        "cmd": line.command_id,
        "at": instant_text(line.occurred_at),
        "rec": instant_text(recorded_at or line.recorded_at),
        "by": line.account,
        "who": line.person,
        "as": str(line.role),
        "rules": line.rule_set,
    }
    for key, value in (
        ("for", line.on_behalf_of),
        ("typed", line.recorded_by),
        ("cor", line.correlation_id),
        ("cau", line.causation_id),
        ("day", line.whole_day),
        ("src", line.origin is not Origin.DESK and line.origin),
        ("sig", line.signature),
    ):
        if value:
            said[key] = value
    said["data"] = {
        name: value.stored() if type(value) is Sealed else value
        for name, value in vars(line.event).items()
        if value is not None
    }
    return to_json(said)


def line_from(row: Line) -> Recorded:
    """Read a stored line; :class:`StoreTrouble` naming the one that cannot be read."""
    position, stream, version, topic, state, index, leaf = row
    try:
        if not isinstance(version, int):
            raise TypeError("a version is a whole number")
        said = from_json(state)
        line = (  # in the order of a line: to name twenty fields takes a tenth of the reading
            stream,
            version,
            event_from(topic, said["data"]),
            _moment(said["at"]),
            _moment(said["rec"]),
            said["by"],
            said["who"],
            said["as"],
            said["cmd"],
            said["rules"],
            *(_AS_USUAL if len(said) == _USUAL_KEYS else _unusual(said)),
            position,
            -1 if index is None else index,
            leaf or b"",
        )
        return tuple.__new__(Recorded, line)
    except (ValueError, KeyError, TypeError, AttributeError) as damage:
        raise _unreadable(stream, version) from damage


def glimpse_from(stream: str, version: int, event: str, state: bytes) -> Glimpse:
    """Read of a stored line what is not about its content; :class:`StoreTrouble` as above."""
    try:
        said = from_json(state)
        at, day = _moment(said["at"]), said.get("day", False)
        told = (stream, version, event, at, day, said["by"], said["who"], said.get("for"))
    except (ValueError, KeyError, TypeError, AttributeError) as damage:
        raise _unreadable(stream, version) from damage
    return tuple.__new__(Glimpse, told)


def _unreadable(stream: str, version: int) -> StoreTrouble:
    return StoreTrouble(
        "the record {stream} version {version} cannot be read; run: trajet audit verify",
        stream=stream,
        version=version,
    )


def _unusual(said: dict[str, Any]) -> tuple[Any, ...]:
    """Read what is stored only where it is not as usual, in the order of a line."""
    perhaps = said.get
    return (
        _ORIGINS[perhaps("src", Origin.DESK.value)],
        perhaps("day", False),
        perhaps("for"),
        perhaps("typed"),
        perhaps("cor"),
        perhaps("cau"),
        perhaps("sig"),
    )


_USUAL_KEYS = 8
_AS_USUAL = _unusual({})


def _moment(text: str) -> datetime:
    """Read a stored moment; ``ValueError`` for what is none."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is UTC and moment.year < MAXYEAR else _in_utc(text)


def _in_utc(text: str) -> datetime:
    moment = instant(text)
    if moment is None or moment.year == MAXYEAR:  # its last hour is of no year in Brussels
        raise ValueError(f"{text} is no moment")
    return moment


def instant_text(moment: datetime) -> str:
    """Write a moment as it is stored."""
    return f"{moment.astimezone(UTC).isoformat()[:-6]}Z"
