"""What a return costs."""

from typing import NamedTuple


class Cost(NamedTuple):
    """One amount, in cents of a euro: what it was for, and the number of its bill."""

    kind: str
    cents: int
    reference: str | None = None
