"""Moves from one place to another."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import TransferState


class Transfer(NamedTuple):
    """
    The last move to another place: how far it is, from where and to where.

    ``driver`` is the person who left with the resident; ``taken`` says of file, property
    and medicines, in that order, whether the driver signed for them.
    """

    state: TransferState
    since: datetime
    origin: str | None = None
    place: str | None = None
    driver: str | None = None
    taken: tuple[bool | None, ...] = (None, None, None)

    @property
    def under_way(self) -> bool:
        """The resident is between two places."""
        return self.state is TransferState.UNDER_WAY
