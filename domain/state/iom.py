"""The file for assisted voluntary return."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import IomState


class IomFile(NamedTuple):
    """The file for assisted voluntary return."""

    state: IomState
    since: datetime
    reference: str | None = None
