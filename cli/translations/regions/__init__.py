"""The texts of each region of the procedure, in a file of its own."""

from typing import Any

from cli.translations.regions import (
    access,
    admission,
    affairs,
    costs,
    custody,
    decision,
    ending,
    exception,
    family,
    health,
    identification,
    incidents,
    iom,
    measures,
    protection,
    quality,
    remedies,
    removal,
    transfer,
    worklist,
)

REGIONS: tuple[Any, ...] = (
    access,
    admission,
    affairs,
    costs,
    custody,
    decision,
    ending,
    exception,
    family,
    health,
    identification,
    incidents,
    iom,
    measures,
    protection,
    quality,
    remedies,
    removal,
    transfer,
    worklist,
)
