"""
What has to hold over a whole dossier, as data: see ``tables/constraints.toml``.

A constraint names events and the rules it rests on; basis, certainty and the days on which it
holds are those of the rules. It judges nothing: that is for :mod:`projections.audit.constraints`
and :mod:`projections.audit.deadlines`.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, NoReturn

from domain.rules.row import Name
from domain.rules.schema import table_file

FILE = "constraints.toml"


class Kind(StrEnum):
    """How the acts of a constraint stand to each other."""

    RESPONSE = "response"
    PRECEDENCE = "precedence"
    EXACTLY_ONCE = "exactly-once"
    NOT_SUCCESSION = "not-succession"
    DEADLINE = "deadline"


class Constraint(NamedTuple):
    """
    One row. All names of acts are names of events.

    ``on`` are the acts it is about: what asks for something (response, deadline), what needs
    something before it (precedence), what happens once, what lets nothing of ``then`` follow
    (not-succession). ``where`` narrows them to acts that say one of some values in a field.
    ``then`` is what follows: asked for, or not allowed. ``first`` is what has to come before.
    ``unless`` sets aside what was asked or not allowed, ``anew`` has it asked again from there.
    ``until`` are the acts by which a response has to be there. ``same`` is the field in which
    two acts that belong together say the same; who says nothing there may mean any.
    ``procedure`` is the first version of the procedure it holds in. ``told_by`` is the code
    under which the judgement of each act tells a breach already. Of a deadline, ``what`` are
    the words of its clock, ``closes`` and ``cancels`` what ends it, and ``at_once`` marks a
    duty without a number.
    """

    id: str
    kind: Kind
    rules: tuple[str, ...]
    name: Name
    on: tuple[str, ...]
    then: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = {}
    same: str | None = None
    procedure: int = 1
    told_by: str | None = None
    what: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    cancels: tuple[str, ...] = ()
    at_once: bool = False

    @property
    def events(self) -> frozenset[str]:
        """All acts the row names."""
        named = (*self.on, *self.then, *self.first, *self.unless, *self.anew, *self.until)
        return frozenset((*named, *self.closes, *self.cancels))

    def name_in(self, lang: str) -> str:
        """Give the name in ``en``, ``fr`` or ``nl``."""
        return str(getattr(self.name, lang))


@cache
def constraints() -> tuple[Constraint, ...]:
    """Give every constraint, in the order written."""
    return read_constraints(table_file(FILE).decode())


@cache
def constraint(constraint_id: str) -> Constraint:
    """Give the constraint with this id; raises ``KeyError`` where there is none."""
    return {each.id: each for each in constraints()}[constraint_id]


@cache
def deadline_of(what: str) -> Constraint | None:
    """Find the deadline of a clock by the words it goes by."""
    return next((each for each in constraints() if what in each.what), None)


def read_constraints(text: str) -> tuple[Constraint, ...]:
    """
    Read a file of constraints, refusing whatever is not exactly as agreed.

    Raises ``ValueError``, naming the row and the key.
    """
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{FILE}: not TOML: {error}") from error
    if strange := sorted(set(table) - {"constraint"}):
        _stop("-", strange[0], "only [[constraint]] is known here")
    found: dict[str, Constraint] = {}
    clocks: set[str] = set()
    for row in table.get("constraint", []):
        one = _constraint(row)
        if one.id in found:
            _stop(one.id, "id", "given twice")
        if twice := sorted(clocks.intersection(one.what)):
            _stop(one.id, "what", f"{twice[0]!r} belongs to another row")
        clocks.update(one.what)
        found[one.id] = one
    return tuple(found.values())


def _constraint(row: Mapping[str, Any]) -> Constraint:
    row_id = str(row.get("id", "?"))
    values: dict[str, Any] = {}
    for key, value in row.items():
        if key not in _READERS:
            _stop(row_id, key, "is not a known key")
        try:
            values[key] = _READERS[key](value)
        except ValueError as error:
            _stop(row_id, key, str(error))
    for key in _ALWAYS:
        if key not in values:
            _stop(row_id, key, "is missing")
    _check_kind(row_id, values)
    return Constraint(**values)


def _check_kind(row_id: str, values: Mapping[str, Any]) -> None:
    """Ask of each kind what it cannot do without, and nothing that would say nothing there."""
    kind = values["kind"]
    needed, beside = _KEYS[kind]
    for key in needed:
        if key not in values:
            _stop(row_id, key, f"is missing in a {kind}")
    for key in values:
        if key not in (*_ALWAYS, *needed, *beside):
            _stop(row_id, key, f"says nothing in a {kind}")


def _stop(row_id: str, key: str, problem: str) -> NoReturn:
    raise ValueError(f"{FILE}: {row_id}: {key}: {problem}")


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("must list one text or more")
    if len(set(map(str, value))) != len(value):
        raise ValueError("names one twice")
    return tuple(_text(each) for each in value)


def _kind(value: object) -> Kind:
    if not isinstance(value, str) or value not in list(Kind):
        raise ValueError(f"{value!r} is none of {', '.join(Kind)}")
    return Kind(value)


def _name(value: object) -> Name:
    if not isinstance(value, dict) or set(value) != set(Name._fields):
        raise ValueError("must give en, fr and nl")
    return Name(**{lang: _text(text) for lang, text in value.items()})


def _where(value: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict) or not value:
        raise ValueError("must name a field and its values")
    return {_text(field): _texts(values) for field, values in value.items()}


def _version(value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("must be a version of the procedure")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


_READERS: Mapping[str, Callable[[object], object]] = {
    "id": _text,
    "kind": _kind,
    "rules": _texts,
    "name": _name,
    "where": _where,
    "same": _text,
    "procedure": _version,
    "told_by": _text,
    "at_once": _flag,
} | dict.fromkeys(
    ("on", "then", "first", "unless", "anew", "until", "what", "closes", "cancels"), _texts
)
_ALWAYS = ("id", "kind", "rules", "name", "on")
_BESIDE = ("where", "same", "procedure", "told_by")
_KEYS: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.RESPONSE: (("then", "until"), (*_BESIDE, "unless")),
    Kind.PRECEDENCE: (("first",), (*_BESIDE, "anew")),
    Kind.EXACTLY_ONCE: ((), (*_BESIDE, "anew")),
    Kind.NOT_SUCCESSION: (("then",), (*_BESIDE, "unless")),
    Kind.DEADLINE: (("what", "closes"), ("cancels", "at_once", "told_by")),
}
"""Kind → the keys a row of it needs, and those it may have beside."""
