"""An act of a dossier as it is exported: what happened, when, by whom, under which names."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from domain.events import Event
from domain.record import Recorded
from domain.trajectory import instant
from domain.values import Origin
from projections.export.fields import Kind, kinds, shape
from projections.export.names import Names, clean

Plain = str | int | bool
Value = Plain | datetime
Said = Plain | tuple[str, ...]

RESTRICTED = "[restricted]"
"""What stands for the number of a dossier that is not for who has the export made."""

NO_CODE = "[no code]"
"""What stands for a text where a code should be: it may be of a register, and name somebody."""

BETWEEN = "|"
"""What stands between several codes of one field, where a format has one text for them."""


class About(NamedTuple):
    """
    Which log an export is of: its origin if it has one, its size, and the newest checkpoint.

    ``checkpoint`` is the SHA-256 of the note of the newest checkpoint in hex, or ``none``;
    ``names`` is ``plain`` or the mark of the key of the pseudonyms.
    """

    origin: str
    size: int
    checkpoint: str
    names: str


class Mention(NamedTuple):
    """Somebody or a dossier that an act names: in which field, what it is, its name."""

    field: str
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Deed:
    """
    One act. ``index`` is its place in the log: no other act has it.

    ``activity`` is the topic without its version. ``round`` is the number of the decision
    round it belongs to, if it does. ``said`` is what may be told of its fields.
    """

    index: int
    dossier: str
    version: int
    activity: str
    topic: str
    occurred: datetime
    whole_day: bool
    recorded: datetime
    account: str
    person: str
    role: str
    on_behalf_of: str | None
    typed_by: str | None
    imported: bool
    rules: str
    round: int | None
    said: dict[str, Said]
    mentions: tuple[Mention, ...]


def deed(line: Recorded, names: Names, round_: int | None, hidden: Collection[str]) -> Deed:
    """
    Make of a journal line what is exported of it.

    Of the dossiers in ``hidden`` the number is not told where the line names one.
    """
    said, mentions = _said(line.event, names, hidden)
    topic = line.event.TOPIC
    return Deed(
        index=line.log_index,
        dossier=names.of(Kind.DOSSIER, line.stream),
        version=line.version,
        activity=activity(topic),
        topic=topic,
        occurred=line.occurred_at,
        whole_day=line.whole_day,
        recorded=line.recorded_at,
        account=names.of(Kind.ACCOUNT, line.account),
        person=names.of(Kind.PERSON, line.person),
        role=clean(str(line.role)),
        on_behalf_of=line.on_behalf_of and names.of(Kind.ACCOUNT, line.on_behalf_of),
        typed_by=line.recorded_by and names.of(Kind.ACCOUNT, line.recorded_by),
        imported=line.origin is Origin.IMPORTED,
        rules=clean(line.rule_set),
        round=round_,
        said=said,
        mentions=mentions,
    )


def activity(topic: str) -> str:
    """Name what was done: a topic without its version."""
    return topic.rpartition(".")[0]


def _said(
    event: Event, names: Names, hidden: Collection[str]
) -> tuple[dict[str, Said], tuple[Mention, ...]]:
    said: dict[str, Said] = {}
    mentions: list[Mention] = []
    for field, kind in kinds(type(event)).items():
        value = getattr(event, field)
        if value is None or not _is_told(kind, names):
            continue
        if kind is Kind.AMENDED:
            value = _moment(event, value)
        each = tuple(_told(one, kind, names, hidden) for one in _several(value))
        if isinstance(value, tuple):
            said[field] = tuple(map(str, each))
        elif each:
            said[field] = each[0]
        if kind in _WHO:
            mentions += (Mention(field, kind, str(one)) for one in each if one != RESTRICTED)
    return said, tuple(mentions)


_WHO = (Kind.DOSSIER, Kind.ACCOUNT, Kind.PERSON)


def _several(value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _moment(event: Event, becomes: object) -> str | None:
    """Tell at which moment an act really was, where that is what a correction says."""
    moment = instant(becomes) if getattr(event, "field", None) == "occurred_at" else None
    return None if moment is None else utc(moment)


def _told(one: object, kind: Kind, names: Names, hidden: Collection[str]) -> Plain:
    if kind not in (*_WHO, Kind.REFERENCE):
        return _plain(one)
    return RESTRICTED if one in hidden else names.of(kind, str(one))


def _is_told(kind: Kind, names: Names) -> bool:
    return kind is not Kind.OUT and (kind is not Kind.BIRTH or names.real)


def _plain(value: object) -> Plain:
    if isinstance(value, bool | int):
        return value
    return str(value) if _CODE.fullmatch(str(value)) else NO_CODE


_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9./:+_-]{0,79}( [0-9]{4}-[0-9]{2}-[0-9]{2})?", re.ASCII)
"""A code, a day, a period, a moment, a rule; or a legal basis and a day."""


# --- attributes, for the formats that have a name and a value -------------------------------

OWN: dict[str, type[Value]] = {
    "index": int,
    "version": int,
    "topic": str,
    "recorded": datetime,
    "whole_day": bool,
    "person": str,
    "on_behalf_of": str,
    "typed_by": str,
    "imported": bool,
    "rules": str,
    "round": int,
}
"""What every act has besides dossier, activity, time, account and role, and what it is."""

_SAID = "said_"
"""What stands before the name of a field, so that it hides nothing of the act itself."""


def own(one: Deed) -> Iterator[tuple[str, Value]]:
    """Give what every act has, under the names of :data:`OWN`; what is absent is left out."""
    for name in OWN:
        value = getattr(one, name)
        if value is not None:
            yield name, value


def said(one: Deed) -> Iterator[tuple[str, Plain]]:
    """Give what an act says, each field as one value; a list with nothing on it is left out."""
    for field, value in one.said.items():
        if value != ():
            yield f"{_SAID}{field}", BETWEEN.join(value) if isinstance(value, tuple) else value


def columns(event: type[Event], names: Names) -> dict[str, type[Plain]]:
    """Name what an act of a kind may say, and what each is written as."""
    return {
        f"{_SAID}{field}": str if kind is not Kind.PLAIN else shape(event, field)
        for field, kind in kinds(event).items()
        if _is_told(kind, names)
    }


def utc(moment: datetime) -> str:
    """Write a moment in UTC, always to the microsecond: ``2026-03-02T08:00:00.000000Z``."""
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')[:-6]}Z"
