"""What may refuse a correction."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

from domain import commands as c
from domain import events as e
from domain.decide.always import has_come
from domain.decide.attempt import Adds, Attempt, Context, Failing, Guard, Guards, Reasons
from domain.decide.places import listed
from domain.lifecycle import COMMAND_OF, region_of
from domain.rules import code_list
from domain.state.family import UNDER_AGE
from domain.trajectory import Trajectory, instant
from domain.values import Category, listed_fields, sealed_fields

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def corrects_a_record(attempt: Attempt) -> Reasons:
    """COR-01, SEP-02: the record and its field exist; another person than its author corrects."""
    context = attempt.context
    if attempt.said is None:
        return
    target, name = context.target, attempt.saying("field")
    if target is None or isinstance(target.event, e.RecordCorrected):
        yield Failing(
            "COR-01", "there is no record {n} to correct", {"n": attempt.saying("corrects")}
        )
        return
    shape = type(target.event)
    if name != "occurred_at" and name not in shape.model_fields:
        fields = ", ".join(("occurred_at", *shape.model_fields))
        yield Failing(
            "COR-01",
            "record {n} has no field {field}; it has: {fields}",
            {"n": target.version, "field": name, "fields": fields},
        )
    elif not _fits(shape, name, attempt.said):
        yield Failing("COR-01", "{field} cannot hold that value", {"field": name})
    elif name == "centre":
        yield from listed(attempt.saying("becomes"))
    elif name == "occurred_at":
        yield from has_come(instant(attempt.saying("becomes")) or context.now, context.now)
    actor = context.actor
    if actor is not None and actor.person == target.person:
        yield Failing(
            "SEP-02",
            "{person} made record {n}; another person must correct it",
            {"person": actor.person, "n": target.version},
            about_people=True,
        )


def no_protection_is_corrected_away(attempt: Attempt) -> Reasons:
    """COR-02: a minor, or one alone, is not made an adult, or accompanied, by a correction."""
    name, target = attempt.saying("field"), attempt.context.target
    if name not in _PROTECTING or target is None or name not in type(target.event).model_fields:
        return
    if attempt.context.was(name) in _PROTECTING[name] and (
        attempt.saying("becomes") not in _PROTECTING[name]
    ):
        yield Failing(
            "COR-02",
            "whether somebody is a minor, or alone, is no matter of correction; "
            "record a dispute of the age, or who has authority over the child",
        )


def judged_as_the_act(attempt: Attempt) -> Reasons:
    """
    COR-03: what was judged when it was recorded is judged again as it is corrected.

    The region of the record says what is asked, in a table ``CORRECTED`` of its own: by the
    name of the event and that of the field.
    """
    target, name = attempt.context.target, attempt.saying("field")
    if target is None or attempt.said is None:
        return
    event = type(target.event).__name__
    for guard in _asked_of(event, f"{event}.{name}"):
        yield from guard(attempt)


def _asked_of(event: str, field: str) -> tuple[Guard, ...]:
    region = region_of(COMMAND_OF.get(event, ""))
    told: Guards = (
        getattr(import_module(f"domain.decide.{region}"), "CORRECTED", {}) if region else {}
    )
    return told.get(field, ())


_PROTECTING: dict[str, tuple[object, ...]] = {"age": UNDER_AGE, "unaccompanied": (True,)}
"""Field of a record → what it holds of who is protected as a child."""


def _fits(shape: type[e.Event], name: str, said: c.CorrectRecord) -> bool:
    """Tell whether a field may hold what a correction says: within the limits of its command."""
    personal = {f"becomes_{category}" for category in Category}
    given = {field for field in personal if getattr(said, field, None) is not None}
    if name in sealed_fields(shape):
        return said.becomes is None and given == {f"becomes_{sealed_fields(shape)[name]}"}
    if given:
        return False
    try:
        if name == "occurred_at":
            return instant(said.becomes) is not None
        if said.becomes is None and shape.model_fields[name].is_required():
            return False
        act = getattr(c, COMMAND_OF[shape.__name__])
        _limits(act, shape, name).validate_python(said.becomes)
    except ValueError:
        return False
    return _is_listed(listed_fields(act).get(name), said.becomes)


def _is_listed(name: str | None, becomes: Any) -> bool:
    """Tell whether each code is, or once was, on the list of the field; a field may have none."""
    codes = becomes if isinstance(becomes, list | tuple) else (becomes,)
    return name is None or all(code is None or code in code_list(name) for code in codes)


@cache
def _limits(act: type[c.Command], shape: type[e.Event], name: str) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    field = act.model_fields.get(name) or shape.model_fields[name]
    limited: Any = Annotated[field.annotation, None, *field.metadata]
    return TypeAdapter(limited)


GUARDS: Guards = {"CorrectRecord": (corrects_a_record,)}

GUARDS_FROM_2: Guards = {
    "CorrectRecord": (corrects_a_record, no_protection_is_corrected_away, judged_as_the_act)
}


def _replaced(_state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    return {"was": context.was(said.field)}


ADDS: Adds = {"CorrectRecord": _replaced}
