"""Which of several an act is about, and whether it may follow from how far that one is."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Generic, NamedTuple

from domain.decide.attempt import Attempt, Context, Failing, Reasons
from domain.lifecycle import Course, follows
from domain.state.numbered import One, next_number, numbered
from domain.trajectory import Trajectory


class Kept(NamedTuple, Generic[One]):
    """How a dossier keeps several of a kind: where, in which order each goes, by which rule."""

    of: Callable[[Trajectory], tuple[One, ...]]
    courses: tuple[Course, ...]
    rule: str

    def meant(self, attempt: Attempt) -> One | None:
        """Find the one an act is about: of its number, else the only one there is."""
        if attempt.state is None:
            return None
        return numbered(self.of(attempt.state), attempt.saying("number"))

    def in_order(self, attempt: Attempt) -> Reasons:
        """
        NUM-01 and the order of its table: there is one to act on, and the act may follow.

        Asked about without a number, one that may be acted on is enough. A number may be left
        out only while there is one: of two nobody could tell later which one was meant.
        """
        if attempt.state is None:
            return
        several, number = self.of(attempt.state), attempt.saying("number")
        one = self.meant(attempt)
        if not several:
            yield Failing("NUM-01", "there is none on record")
        elif attempt.said is None:
            ready = [each for each in several if self._follows(each, attempt)[0]]
            yield from self._may_follow((ready or several)[-1], attempt)
        elif one is None and number is None:
            numbers = ", ".join(str(each.number) for each in several)
            yield Failing(
                "NUM-01",
                "more than one is on record ({numbers}): say which number",
                {"numbers": numbers},
            )
        elif one is None:
            yield Failing("NUM-01", "none has the number {n}", {"n": number})
        else:
            yield from self._may_follow(one, attempt)

    def _may_follow(self, one: One, attempt: Attempt) -> Reasons:
        passes, after = self._follows(one, attempt)
        if not passes:
            yield Failing(
                self.rule,
                "number {n} is {state}; this needs {after}",
                {"n": one.number, "state": str(one.state), "after": after},
            )

    def _follows(self, one: One, attempt: Attempt) -> tuple[bool, str]:
        return follows(self.courses, one.state, attempt.act)

    def so_far(self, _state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
        """Name the moment of the last act on the one that is meant."""
        one = self.meant(attempt)
        yield one.since if one else None

    def number_next(
        self, state: Trajectory | None, _said: Any, _context: Context
    ) -> dict[str, Any]:
        """Give one to come its number."""
        return {"number": next_number(self.of(state)) if state else 1}

    def number_meant(
        self, state: Trajectory | None, said: Any, _context: Context
    ) -> dict[str, Any]:
        """Say the number of the only one there is, where none is said."""
        if said.number is not None or state is None:
            return {}
        return {"number": self.of(state)[-1].number}
