"""The file for assisted voluntary return."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import IomState


class IomFile(NamedTuple):
    """
    The file for assisted voluntary return.

    ``objected`` is what the Immigration Office last said about the journey, at ``checked``:
    ``None`` while it has not said anything. ``paid`` is when the premium was paid.
    """

    state: IomState
    since: datetime
    reference: str | None = None
    signed: datetime | None = None
    objected: bool | None = None
    checked: datetime | None = None
    paid: datetime | None = None
