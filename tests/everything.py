"""One order for each command there is: those of the example dossier, and each region's own."""

from importlib import import_module
from pathlib import Path

import dossier

from domain import commands as c

_REGIONS = sorted(file.stem for file in (Path(__file__).parent / "examples").glob("*.py"))

ORDERS: tuple[c.Command, ...] = (
    *dossier.ORDERS,
    *(order for region in _REGIONS for order in import_module(f"examples.{region}").ORDERS),
)
