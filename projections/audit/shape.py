"""
Whether what is stored of an event can be read as that event, with nothing personal in clear.

Two judges. The quick one is a pattern made from the event's model; what it accepts is
certainly sound, and nearly everything passes it without being decoded. Whatever it does
not accept goes to the careful one, which decodes and says what is wrong. Neither repeats
what it found, since that may be what should not be read.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple, get_args, get_origin
from uuid import UUID

from pydantic_core import from_json

from domain.events import EVENTS, Event, RecordCorrected
from domain.values import SEALED_PREFIX, Category, Origin, sealed_fields
from projections.audit.quick import Quick

TEXTS = ("cmd", "by", "who", "as", "rules")
INSTANTS = ("at", "rec")
OPTIONAL_TEXTS = ("for", "typed", "cor", "cau")
KEYS = frozenset((*TEXTS, *INSTANTS, *OPTIONAL_TEXTS, "day", "src", "sig", "data"))

ALWAYS_SEALED = frozenset(
    name for model in EVENTS.values() for name in sealed_fields(model)
) - frozenset(
    name for model in EVENTS.values() for name in model.model_fields.keys() - sealed_fields(model)
)
"""Names of fields that are sealed in every event: a correction may not repeat them in clear."""

_TEXT = r'"[^"\\\x00-\x1f\x7f-\xff]*+"'
_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
# Days that every year has; 29 February is left to the careful judge.
_DAY = (
    r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_INSTANT = rf'"[12]\d{{3}}-{_DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{{6}})?+Z"'
# A nonce and a tag alone are 28 bytes: anything shorter was never encrypted.
_TOKEN = re.escape(SEALED_PREFIX) + "{category}" + r"\.[A-Za-z0-9+/]{{38,}}+={{0,2}}"

Older = Callable[[dict[str, Any]], tuple[str, dict[str, Any]]]
"""Turns the data of a topic that is no longer written into its successor's: topic and data."""

Topics = Mapping[str, type[Event] | Older]
"""Each known topic with its model, or with what leads from it to its successor."""


class Flaw(NamedTuple):
    """What is wrong with one stored event."""

    code: str
    expected: str
    found: str


def quick_patterns(topics: Topics) -> Quick:
    """For each topic, what accepts only states that are certainly sound."""
    return Quick(_patterns(tuple(topics.items())))


@lru_cache(maxsize=4)
def _patterns(topics: tuple[tuple[str, type[Event] | Older], ...]) -> dict[str, str]:
    patterns = ((topic, _pattern(model)) for topic, model in topics)
    return {topic: pattern for topic, pattern in patterns if pattern}


def judge(topics: Topics, topic: str, state: bytes) -> tuple[Flaw | None, bytes | None]:
    """
    Decode a state; return what is wrong with it, if anything, and its command id if it has one.

    What was written in an older shape is judged as the shape of today it is read as.
    """
    try:
        said = from_json(state, allow_inf_nan=False)
    except ValueError:
        return Flaw("PAYLOAD_UNREADABLE", "JSON", "no JSON"), None
    if not isinstance(said, dict):
        return Flaw("PAYLOAD_UNREADABLE", "a JSON object", f"a {type(said).__name__}"), None
    return _flaw(topics, topic, said), _command(said.get("cmd"))


def _flaw(topics: Topics, topic: str, said: dict[str, Any]) -> Flaw | None:
    if topic not in topics:
        return Flaw("TOPIC_TYPE", "a known topic", topic)
    if wrong := _wrong_key(said):
        return Flaw("PAYLOAD_UNREADABLE", f"a readable {wrong}", "none, or another kind of value")
    if said.keys() - KEYS:
        return Flaw("PAYLOAD_UNREADABLE", "known keys only", f"{len(said.keys() - KEYS)} other")
    data = said["data"]
    try:
        while not isinstance(model := topics[topic], type):
            topic, data = model(data)
    except (ValueError, TypeError, KeyError, AttributeError):
        return Flaw("PAYLOAD_UNREADABLE", f"the fields of {topic}", "other fields or values")
    return _flaw_of_data(topic, model, data)


def _flaw_of_data(topic: str, model: type[Event], data: dict[str, Any]) -> Flaw | None:
    if clear := sorted(_in_clear(model, data)):
        return Flaw("PLAINTEXT_FIELD", f"{', '.join(clear)} sealed", "text that is no sealed token")
    try:
        model.model_validate(data)
    except (ValueError, TypeError, AttributeError):
        return Flaw("PAYLOAD_UNREADABLE", f"the fields of {topic}", "other fields or values")
    return None


def _wrong_key(said: dict[str, Any]) -> str | None:
    """Name the first key of the envelope that cannot be used."""
    usable = {
        **{key: isinstance(said.get(key), str) for key in TEXTS},
        **{key: isinstance(said.get(key, ""), str) for key in OPTIONAL_TEXTS},
        **{key: is_instant(said.get(key)) for key in INSTANTS},
        "cmd": _command(said.get("cmd")) is not None,
        "day": isinstance(said.get("day", True), bool),
        "src": said.get("src", Origin.DESK) in tuple(Origin),
        "sig": isinstance(said.get("sig", ""), str),
        "data": isinstance(said.get("data"), dict),
    }
    return next((key for key, good in usable.items() if not good), None)


def is_instant(said: object) -> bool:
    """Tell whether a text is a moment in UTC, and nothing after it."""
    if not isinstance(said, str) or not said.isprintable():  # reading one ends at a zero byte
        return False
    try:
        return datetime.fromisoformat(said).utcoffset() == timedelta(0)
    except ValueError:
        return False


def _command(said: object) -> bytes | None:
    try:
        return UUID(said).bytes if isinstance(said, str) else None
    except ValueError:
        return None


def _in_clear(model: type[Event], data: dict[str, Any]) -> list[str]:
    """Name the sealed fields of an event that hold anything but a sealed token."""
    clear = [
        name
        for name, category in sealed_fields(model).items()
        if data.get(name) is not None and not _is_token(data[name], category)
    ]
    if model is RecordCorrected and str(data.get("field")) in ALWAYS_SEALED:
        clear += [name for name in ("was", "becomes") if data.get(name) is not None]
    return clear


def _is_token(value: object, category: Category) -> bool:
    return isinstance(value, str) and bool(
        re.fullmatch(_TOKEN.format(category=category.value), value)
    )


def _pattern(model: type[Event] | Older) -> str | None:
    """Write the pattern of an event as the journal stores it; ``None`` if it is not simple."""
    fields = _fields(model) if isinstance(model, type) else None
    if fields is None:
        return None
    beside, sources = OPTIONAL_TEXTS[:2], OPTIONAL_TEXTS[2:]
    envelope = [
        rf'\{{"cmd":"{_UUID}"',
        *(f',"{key}":{_INSTANT}' for key in INSTANTS),
        "(",  # quick.Who
        *(f',"{key}":{_TEXT}' for key in TEXTS[1:]),
        *(f'(?:,"{key}":{_TEXT})?+' for key in beside),
        ")",
        *(f'(?:,"{key}":{_TEXT})?+' for key in sources),
        f'(?:,"day":true)?+(,"src":"{Origin.IMPORTED}")?+(?:,"sig":({_TEXT}))?+',
        rf',"data":\{{{fields}\}}\}}',
    ]
    return "".join(envelope)


def _fields(model: type[Event]) -> str | None:
    sealed = sealed_fields(model)
    parts = []
    for name, field in model.model_fields.items():
        if name in sealed:
            value = '"' + _TOKEN.format(category=sealed[name].value) + '"'
        else:
            kinds = [kind for kind in get_args(field.annotation) if kind is not type(None)]
            optional_kind = kinds[0] if not field.is_required() and len(kinds) == 1 else None
            found = _value(optional_kind or field.annotation)
            if found is None:
                return None
            value = found
        parts.append(_member(name, value, optional=not field.is_required()))
    return "".join(parts)


def _value(kind: Any) -> str | None:
    """Write the pattern of one value; ``None`` for a kind that has no simple one."""
    if get_origin(kind) is tuple:
        each = _value(get_args(kind)[0])
        return None if each is None else rf"\[(?:{each}(?:,{each})*+)?+\]"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return '"(?:' + "|".join(re.escape(str(one.value)) for one in kind) + ')"'
    return {str: _TEXT, bool: "(?:true|false)", int: r"(?:0|-?[1-9]\d{0,17})"}.get(kind)


def _member(name: str, value: str, *, optional: bool = False) -> str:
    """Write the pattern of one member of an object, with the comma before it unless it is first."""
    member = rf'(?:(?<=\{{)|,)"{name}":{value}'
    return f"(?:{member})?+" if optional else member
