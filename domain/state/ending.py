"""How a trajectory that did not lead to a departure ended, and what was done then."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from domain.state.decision import Hand


class Proposal(NamedTuple):
    """A proposal to end the trajectory without departure, and whose it is."""

    reason: str
    account: str
    person: str
    at: datetime


class Ending(NamedTuple):
    """
    Why and when a trajectory ended without departure, and what led to it and followed.

    ``alerted`` are the services told, by their codes; ``tracks`` counts the leads recorded.
    ``ended`` is whose hand recorded the end, a departure too, and ``closed`` the closing.
    """

    proposals: tuple[Proposal, ...] = ()
    reason: str | None = None
    at: datetime | None = None
    alerted: tuple[str, ...] = ()
    tracks: int = 0
    ended: "Hand | None" = None
    closed: "Hand | None" = None
