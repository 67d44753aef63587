"""
The regions of the procedure: each has its events, commands, tables, changes and guards apart.

A file of every kind is named after its region. The words of a region, its events and its
commands, are read when the first of them is used: a recording command starts in half the
time when it does not make a model of everything that can ever happen.
"""

import sys
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import Any

REGIONS = (
    "admission",
    "information",
    "decision",
    "remedies",
    "protection",
    "custody",
    "transfer",
    "identification",
    "iom",
    "health",
    "measures",
    "removal",
    "family",
    "affairs",
    "incidents",
    "access",
    "quality",
    "ending",
    "costs",
    "exception",
    "correction",
)
"""Their names, in the order of the procedure."""


def files_of(package: str, *, but: Collection[str] = ()) -> tuple[Any, ...]:
    """Read the file a package has for each region, in that order."""
    return tuple(import_module(f"{package}.{region}") for region in REGIONS if region not in but)


Words = Mapping[str, tuple[str, ...]]
"""Region → the names of what its file holds, in the order of the procedure."""


def finder(package: str, words: Words) -> Callable[[str], Any]:
    """Make what finds a word of a package, and reads its region when it is the first of it."""
    region_of = {name: region for region, names in words.items() for name in names}

    def find(name: str) -> Any:
        region = region_of.get(name)
        if region is None:
            raise AttributeError(f"{package} has no {name}")
        read = import_module(f"{package}.{region}")
        found = {each: getattr(read, each) for each in words[region]}
        vars(sys.modules[package]).update(found)
        return found[name]

    return find
