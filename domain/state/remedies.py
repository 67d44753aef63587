"""Appeals: from hand-in to outcome."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import OPEN_APPEAL, AppealState
from domain.values import AppealKind


class Appeal(NamedTuple):
    """One remedy against the decision of a round, from hand-in to outcome."""

    kind: AppealKind
    state: AppealState
    since: datetime
    round: int
    handed_in: datetime | None = None
    reference: str | None = None

    @property
    def open(self) -> bool:
        """Not yet decided nor withdrawn."""
        return self.state in OPEN_APPEAL
