"""The texts of each region of the procedure, in a file of its own."""

from typing import Any

from cli.translations.regions import (
    affairs,
    custody,
    decision,
    ending,
    exception,
    family,
    health,
    identification,
    iom,
    measures,
    protection,
    remedies,
    removal,
    transfer,
    worklist,
)

REGIONS: tuple[Any, ...] = (
    affairs,
    custody,
    decision,
    ending,
    exception,
    family,
    health,
    identification,
    iom,
    measures,
    protection,
    remedies,
    removal,
    transfer,
    worklist,
)
