"""
Old stored shapes into today's: the one way from a stored topic to an event.

Stored names are resolved through a closed list, never imported. A shape that is no
longer written keeps its topic here, with the step to its successor.
"""

import re
from collections.abc import Callable, Collection
from enum import Enum
from functools import cache, partial
from typing import Any, get_args, get_origin

from domain.events import EVENTS, Event
from domain.lifecycle.stages import FIRST
from domain.values import Sealed

Data = dict[str, Any]
Read = Callable[[Any], Any]


def _under_the_first_procedure(data: Data) -> tuple[str, Data]:
    return "resident-admitted.v2", data | {"procedure": FIRST}


def _with_more_to_show_it(data: Data) -> tuple[str, Data]:
    shown = {"consents": None, "evidence": [data["evidence"]]}
    return "departure-confirmed.v2", data | shown


def _as(topic: str, data: Data) -> tuple[str, Data]:
    """Read what was stored under a newer topic: what is new there was not said then."""
    return topic, data


UPCASTS: dict[str, Callable[[Data], tuple[str, Data]]] = {
    "resident-admitted.v1": _under_the_first_procedure,
    "information-given.v1": partial(_as, "information-given.v2"),
    "decision-drafted.v1": partial(_as, "decision-drafted.v2"),
    "decision-draft-edited.v1": partial(_as, "decision-draft-edited.v2"),
    "decision-taken.v1": partial(_as, "decision-taken.v2"),
    "decision-notified.v1": partial(_as, "decision-notified.v2"),
    "departure-confirmed.v1": _with_more_to_show_it,
    "voluntary-declaration-signed.v1": partial(_as, "voluntary-declaration-signed.v2"),
}
"""Old topic → what turns its data into its successor's: topic and data."""


def topics_of(kinds: Collection[str]) -> dict[str, str]:
    """Give every topic, of today and of before, under which events of some names are stored."""
    named = {_CAPITAL.sub("-", kind).lower(): kind for kind in kinds}
    every = ((topic, topic.rpartition(".")[0]) for topic in (*EVENTS, *UPCASTS))
    return {topic: named[name] for topic, name in every if name in named}


_CAPITAL = re.compile("(?<!^)(?=[A-Z])")


def event_from(topic: str, data: Data) -> Event:
    """
    Open stored data; ``KeyError`` for a topic or code that is not ours, ``ValueError`` for others.

    What was accepted once is not validated again: each field is only given back its
    type. That spares building a validator for every kind of event in a history, half
    of a recording command's start; the audit validates in full.
    """
    return _opener(topic)(data)


@cache
def _opener(topic: str) -> Callable[[Data], Event]:
    """Make what opens the data of one topic: what is the same for each is looked up once."""
    if topic in UPCASTS:
        step = UPCASTS[topic]
        return lambda data: event_from(*step(data))
    event = EVENTS[topic]
    fields = event.model_fields
    most = len(fields)
    absent = {name: field.get_default() for name, field in fields.items()}
    needed = {name for name, field in fields.items() if field.is_required()}
    found = {name: _read(field.annotation) for name, field in fields.items()}
    reads = [(name, read) for name, read in found.items() if read]

    def opened(data: Data) -> Event:
        values = absent | data
        if not needed <= data.keys() or len(values) > most:
            raise ValueError(f"not the fields of {topic}: {', '.join(sorted(data))}")
        for name, read in reads:
            if (stored := values[name]) is not None:
                values[name] = read(stored)
        return event.accepted(values, set(data))

    return opened


def _read(annotation: Any) -> Read | None:
    """Return what reads one stored value; ``None`` where it is itself."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        # Looked up by its code a member is found in a tenth of the time of a call of its class.
        return {member.value: member for member in annotation}.__getitem__
    if annotation is Sealed:
        return _token
    inner = [part for part in get_args(annotation) if part not in (type(None), ...)]
    if get_origin(annotation) is tuple:
        one = _read(inner[0])
        return (lambda stored: tuple(map(one, stored))) if one else tuple
    return _read(inner[0]) if inner else None


def _token(stored: Any) -> Sealed:
    if not isinstance(stored, str):
        raise ValueError("sealed text is text")
    return Sealed(None, stored)
