"""
What may leave the house of each field of an event.

A sealed field is never told, nor a code told in confidence. A number, a truth value and a code
of a closed list can name nobody. Every other field stands in one of the lists below, by its
name; one that stands in none is left out, so that a new field is silent until somebody has
thought about it.
"""

from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel

from domain.events import Event
from domain.values import confided_fields, sealed_fields


class Kind(StrEnum):
    """What a field says, and so what becomes of it in an export."""

    PLAIN = "plain"
    """A number, a day, a code: told as it is."""
    DOSSIER = "dossier"
    ACCOUNT = "account"
    PERSON = "person"
    REFERENCE = "reference"
    """A number of a paper, a file, an interpreter, a flight: it leads to somebody elsewhere."""
    BIRTH = "birth"
    """A day from which one reads a birth: told only where real names are."""
    AMENDED = "amended"
    """What a correction puts in the place of what was: told where that is the moment of an act."""
    OUT = "out"
    """Never told."""


_NAMED: dict[str, Kind] = {
    **dict.fromkeys(
        ("resident", "previous", "known_in", "members", "minors", "carers", "child", "member"),
        Kind.DOSSIER,
    ),
    "account": Kind.ACCOUNT,
    **dict.fromkeys(("person", "about_person", "agents"), Kind.PERSON),
    **dict.fromkeys(
        (
            "reference",
            "decision",
            "alert",
            "bar_number",
            "best_interest",
            "draft",
            "family",
            "flight",
            "interpreter",
            "inventory",
            "report",
            "request",
            "sample",
        ),
        Kind.REFERENCE,
    ),
    "majority_on": Kind.BIRTH,
    # What a correction puts right may be anything, and a code told in confidence.
    "was": Kind.OUT,
    "becomes": Kind.AMENDED,
}

_ELSEWHERE = {("ComplaintLodged", "about"): Kind.ACCOUNT}
"""Fields whose name stands for something else in another event."""

_CODES = frozenset(
    (
        "about",
        "act",
        "age",
        "answer_by",
        "articles",
        "asks",
        "authority",
        "ban_ground",
        "basis",
        "body",
        "by",
        "cause",
        "centre",
        "considered",
        "country",
        "court",
        "defects",
        "departs",
        "direction",
        "earlier_final_on",
        "escort",
        "fast_grounds",
        "field",
        "file_discrepancy",
        "finding",
        "follow_up",
        "form",
        "ground",
        "grounds_before",
        "hearing_on",
        "held_before",
        "held_since",
        "immediate",
        "imposed_by",
        "informed",
        "informed_on",
        "item",
        "kind",
        "kinds_found",
        "kinds_seen",
        "language",
        "lawyer",
        "less_coercive",
        "lessons",
        "means",
        "medicines_discrepancy",
        "mode",
        "moment",
        "no_interpreter",
        "not_enough",
        "not_heard",
        "notified_on",
        "notifier",
        "occasion",
        "outcome",
        "partner",
        "place",
        "property_discrepancy",
        "proposal",
        "prospect",
        "provision",
        "raised_on",
        "reason",
        "received_on",
        "refused_boarding_on",
        "risk",
        "role",
        "rule",
        "rules",
        "ruling",
        "services",
        "severity",
        "source",
        "state",
        "statement",
        "status",
        "step",
        "subject",
        "to",
        "transport",
        "travel_on",
        "undertaking_on",
        "until",
        "valid_until",
        "what",
    )
)
"""Fields that hold a code, a day, a moment, a place or a rule, wherever they stand."""


@cache
def kinds(event: type[Event]) -> dict[str, Kind]:
    """Say of each field of an event what it is: also of those that are never told."""
    never = {*sealed_fields(event), *confided_fields(event)}
    return {name: Kind.OUT if name in never else _kind(event, name) for name in event.model_fields}


def _kind(event: type[BaseModel], name: str) -> Kind:
    named = _ELSEWHERE.get((event.__name__, name)) or _NAMED.get(name)
    if named:
        return named
    can_name_somebody = not _says_nobody(event.model_fields[name].annotation)
    return Kind.OUT if can_name_somebody and name not in _CODES else Kind.PLAIN


def _says_nobody(annotation: Any) -> bool:
    """Tell what can hold only numbers, truth values and codes of a closed list."""
    inner = [part for part in get_args(annotation) if part not in (NoneType, ...)]
    if inner:
        return all(map(_says_nobody, inner))
    return isinstance(annotation, type) and issubclass(annotation, (bool, int, StrEnum))


@cache
def shape(event: type[Event], name: str) -> type[str] | type[int] | type[bool]:
    """Say what the value of a field is written as: a truth value, a whole number or text."""
    inner = [event.model_fields[name].annotation]
    while parts := [part for one in inner for part in get_args(one)]:
        if ... in parts:  # several of them are one text
            return str
        inner = [part for part in parts if part is not NoneType]
    for plain in (bool, int):
        if all(isinstance(one, type) and issubclass(one, plain) for one in inner):
            return plain
    return str
