"""The published figures a year is calibrated to, each with its source and how sure it is."""

from functools import cache
from random import Random
from typing import NamedTuple


class Figure(NamedTuple):
    """
    One parameter of the simulator.

    ``value`` holds one number, or least and most. ``mark`` is ``C``, ``P`` or ``-`` for
    what was published (primary, secondary, unmarked) and ``G`` for what is assumed.
    """

    name: str
    value: tuple[float, ...]
    unit: str
    source: tuple[str, ...]
    mark: str
    note: str = ""


@cache
def figures() -> dict[str, Figure]:
    """Return every figure by its name, in the order of the file."""
    import pkgutil
    import tomllib

    content = pkgutil.get_data("workflows.simulation", "figures.toml") or b""
    rows = tomllib.loads(content.decode("utf-8"))["figure"]
    return {row["name"]: _figure(row) for row in rows}


def number(name: str) -> float:
    """Return a figure that is one number."""
    (value,) = figures()[name].value
    return value


def drawn(name: str, dice: Random) -> int:
    """Draw a whole number between least and most of a figure, both included."""
    least, most = figures()[name].value
    return dice.randint(int(least), int(most))


def happens(name: str, dice: Random) -> bool:
    """Throw for something that happens in a share of cases."""
    return dice.random() < number(name)


def chosen(prefix: str, dice: Random) -> str:
    """Choose one of the figures ``PREFIX.…`` by their shares; return what follows the dot."""
    shares = _shares(prefix)
    return dice.choices(list(shares), list(shares.values()))[0]


@cache
def _shares(prefix: str) -> dict[str, float]:
    return {
        name.removeprefix(f"{prefix}."): number(name)
        for name in figures()
        if name.startswith(f"{prefix}.")
    }


def _figure(row: dict[str, object]) -> Figure:
    value = row.pop("value")
    numbers = value if isinstance(value, list) else [value]
    sources = row.pop("source")
    return Figure(value=tuple(numbers), source=tuple(sources), **row)  # type: ignore[arg-type]
