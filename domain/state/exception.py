"""Rules overridden for one act, and acts that fell inside a block nobody knew of."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from domain.state.decision import Hand


class Override(NamedTuple):
    """
    A rule asked to give way for one act.

    ``decided`` is who of the hierarchy allowed or refused it; it is ``used`` once the act
    is recorded.
    """

    number: int
    rule: str
    step: str
    asked: Hand
    decided: Hand | None = None
    allowed: bool = False
    used: bool = False

    @property
    def stands(self) -> bool:
        """It was allowed and the act has not been done yet."""
        return self.allowed and not self.used


class Alert(NamedTuple):
    """An act that fell inside a block nobody knew of: its version, the rules, since when known."""

    act: int
    rules: tuple[str, ...]
    at: datetime
    answered: Hand | None = None
