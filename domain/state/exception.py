"""Rules overridden for one act, and acts that fell inside a block nobody knew of."""

from datetime import datetime
from typing import NamedTuple

from domain.state.decision import Hand


class Override(NamedTuple):
    """
    A rule asked to give way for one act, or for the attempt or transfer it is a step of.

    ``decided`` is who of the hierarchy allowed or refused it; it is ``used`` once what it was
    asked for is over, whether it was decided or not.
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
        """It was allowed and what it was asked for is not over."""
        return self.allowed and not self.used

    @property
    def waits(self) -> bool:
        """Nobody decided it yet, and what it was asked for is not over."""
        return self.decided is None and not self.used


class Undecidable(NamedTuple):
    """A decision nobody may take, and since when: as its preparation left it."""

    act: str
    at: datetime


class Alert(NamedTuple):
    """An act that fell inside a block nobody knew of: its version, the rules, since when known."""

    act: int
    rules: tuple[str, ...]
    at: datetime
    answered: Hand | None = None
