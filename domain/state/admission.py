"""What the resident brought along."""

from datetime import datetime
from typing import NamedTuple


class Inventory(NamedTuple):
    """A list of property, by its number, and what last became of it: kept or returned."""

    reference: str
    outcome: str
    since: datetime
