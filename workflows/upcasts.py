"""
Old stored shapes into today's: the one way from a stored topic to an event.

Stored names are resolved through a closed list, never imported. A shape that is no
longer written keeps its topic here, with the step to its successor.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

from domain.events import EVENTS, Event
from domain.values import Sealed

UPCASTS: dict[str, tuple[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""Old topic → (its successor's topic, what turns the old data into the new)."""


def event_from(topic: str, data: dict[str, Any]) -> Event:
    """
    Open stored data; ``KeyError`` for a topic that is not ours, ``ValueError`` for bad data.

    What was accepted once is not validated again: each field is only given back its
    type. That spares building a validator for every kind of event in a history, half
    of a recording command's start; the audit validates in full.
    """
    while topic in UPCASTS:
        topic, step = UPCASTS[topic]
        data = step(data)
    shape = EVENTS[topic]
    reads, needed = _reads(shape)
    if not data.keys() >= needed:
        raise ValueError(f"{topic} lacks {', '.join(sorted(needed - data.keys()))}")
    return shape.model_construct(
        **{
            name: read(value) if value is not None and (read := reads[name]) else value
            for name, value in data.items()
        }
    )


@cache
def _reads(shape: type[Event]) -> tuple[dict[str, Callable[[Any], Any] | None], frozenset[str]]:
    """Return what turns each stored field into its type, and the fields that must be there."""
    fields = shape.model_fields
    needed = frozenset(name for name, field in fields.items() if field.is_required())
    return {name: _read(field.annotation) for name, field in fields.items()}, needed


def _read(annotation: Any) -> Callable[[Any], Any] | None:
    """Return what reads one stored value; ``None`` where it is itself."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    if annotation is Sealed:
        return _token
    inner = [part for part in get_args(annotation) if part not in (type(None), ...)]
    if get_origin(annotation) is tuple:
        one = _read(inner[0]) or _itself
        return lambda stored: tuple(one(value) for value in stored)
    return _read(inner[0]) if inner else None


def _token(stored: Any) -> Sealed:
    if not isinstance(stored, str):
        raise ValueError("sealed text is text")
    return Sealed(token=stored)


def _itself(stored: Any) -> Any:
    return stored
