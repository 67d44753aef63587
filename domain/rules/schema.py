"""From a table file to rules, refusing whatever is not exactly as agreed.

A misspelt key would otherwise be a safeguard that silently does not exist. Every
message names the file, the rule and the key.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn

from domain.rules.row import Certainty, Name, Roll, Rule, Selector, Unit

_REQUIRED = ("id", "name", "basis", "certainty")
_LENGTHS = ("length", "length_min", "length_max", "lengths")


def table_file(file: str) -> bytes:
    """Give a table file as it was shipped."""
    import pkgutil

    content = pkgutil.get_data("domain.rules", f"tables/{file}")
    if content is None:
        raise ValueError(f"{file}: cannot be read from this installation")
    return content


def read_rules(text: str, file: str, prefixes: tuple[str, ...]) -> tuple[Rule, ...]:
    """Read the rules of one file, whose ids must carry one of the file's prefixes."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: not TOML: {error}") from error
    if set(table) - {"rule"}:
        _stop(file, "-", sorted(set(table) - {"rule"})[0], "only [[rule]] is known here")
    found: dict[str, Rule] = {}
    for row in table.get("rule", []):
        rule = _rule(row, file)
        if rule.id.partition("-")[0] not in prefixes:
            _stop(file, rule.id, "id", "belongs in another file")
        if rule.id in found:
            _stop(file, rule.id, "id", "given twice")
        found[rule.id] = rule
    return tuple(found.values())


def _rule(row: dict[str, Any], file: str) -> Rule:
    rule_id = str(row.get("id", "?"))
    for key in _REQUIRED:
        if key not in row:
            _stop(file, rule_id, key, "is missing")
    values: dict[str, Any] = {}
    for key, value in row.items():
        if key not in _READERS:
            _stop(file, rule_id, key, "is not a known key")
        try:
            values[key] = _READERS[key](value)
        except ValueError as error:
            _stop(file, rule_id, key, str(error))
    rule = Rule(**values)
    _check_lengths(rule, file)
    _check_validity(rule, file)
    return rule


def _check_lengths(rule: Rule, file: str) -> None:
    counted = [key for key in _LENGTHS if getattr(rule, key) not in (None, ())]
    if counted and rule.unit is None:
        _stop(file, rule.id, "unit", f"is missing beside {counted[0]}")
    if rule.unit and not counted:
        _stop(file, rule.id, "unit", "counts nothing: no length is given")
    if rule.lengths and counted != ["lengths"]:
        _stop(file, rule.id, "lengths", f"stands alone, not beside {counted[0]}")
    sizes = [n for n in (rule.length_min, rule.length, rule.length_max) if n is not None]
    if sizes != sorted(sizes):
        _stop(file, rule.id, "length_max", "length_min, length and length_max must not decrease")
    if rule.roll and rule.unit in (None, Unit.HOURS, Unit.MINUTES):
        _stop(file, rule.id, "roll", "needs a term in days or longer")


def _check_validity(rule: Rule, file: str) -> None:
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        _stop(file, rule.id, "valid_to", f"{rule.valid_to} is before {rule.valid_from}")


def _stop(file: str, rule_id: str, key: str, problem: str) -> NoReturn:
    raise ValueError(f"{file}: {rule_id}: {key}: {problem}")


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a text")
    return value


def _number(value: object) -> int:
    # bool is an int in Python, and "length = true" is surely a slip.
    if type(value) is not int or value < 0:
        raise ValueError("must be a whole number, zero or more")
    return value


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or len(value) < 2:
        raise ValueError("must list two numbers or more")
    return tuple(_number(each) for each in value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("must list one text or more")
    return tuple(_text(each) for each in value)


def _day(value: object) -> date:
    # datetime is a date in Python, and a rule holds for whole days.
    if type(value) is not date:
        raise ValueError("must be a date, without quotes or time")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _name(value: object) -> Name:
    if not isinstance(value, dict) or set(value) != set(Name._fields):
        raise ValueError("must give en, fr and nl")
    return Name(**{lang: _text(text) for lang, text in value.items()})


def _one_of(words: type[StrEnum]) -> Callable[[object], StrEnum]:
    def read(value: object) -> StrEnum:
        if not isinstance(value, str) or value not in list(words):
            raise ValueError(f"{value!r} is none of {', '.join(words)}")
        return words(value)

    return read


_READERS: dict[str, Callable[[object], object]] = {
    "id": _text,
    "name": _name,
    "basis": _text,
    "certainty": _one_of(Certainty),
    "length": _number,
    "length_min": _number,
    "length_max": _number,
    "lengths": _numbers,
    "unit": _one_of(Unit),
    "roll": _one_of(Roll),
    "starts": _text,
    "effect": _text,
    "parameter": _flag,
    "overridable": _flag,
    "selector": _one_of(Selector),
    "valid_from": _day,
    "valid_to": _day,
    "note": _text,
    "source": _texts,
}
