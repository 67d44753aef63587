"""Which of several an act is about, and whether it may follow from how far that one is."""

from collections.abc import Iterable
from typing import NamedTuple

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.decide.tables import follows
from domain.lifecycle import Course
from domain.state.numbered import Numbered, One, numbered


class Kept(NamedTuple):
    """How a dossier keeps several of a kind: in which order each goes, and by which rule."""

    courses: tuple[Course, ...]
    rule: str


def meant(several: Iterable[One], attempt: Attempt) -> One | None:
    """Find the one an act is about: of its number, else the only one there is."""
    return numbered(several, attempt.saying("number"))


def in_its_order(kept: Kept, several: tuple[Numbered, ...], attempt: Attempt) -> Reasons:
    """
    NUM-01 and the order of its table: there is one to act on, and the act may follow.

    Asked about without a number, one that may be acted on is enough. A number may be left
    out only while there is one: of two nobody could tell later which one was meant.
    """
    number = attempt.saying("number")
    one = numbered(several, number)
    if not several:
        yield Failing("NUM-01", "there is none on record")
    elif attempt.said is None:
        ready = [each for each in several if follows(kept.courses, each.state, attempt.act)[0]]
        yield from _in_order(kept, (ready or several)[-1], attempt)
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
        yield from _in_order(kept, one, attempt)


def _in_order(kept: Kept, one: Numbered, attempt: Attempt) -> Reasons:
    passes, after = follows(kept.courses, one.state, attempt.act)
    if not passes:
        yield Failing(
            kept.rule,
            "number {n} is {state}; this needs {after}",
            {"n": one.number, "state": str(one.state), "after": after},
        )
