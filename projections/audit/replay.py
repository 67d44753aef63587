"""
One dossier step by step: where it stood, what was allowed there, and what was done.

It is the proof of a finding: the same judgement of each act, with nothing left out.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from domain.decide import passes
from domain.decide.hindsight import Look, nobody
from domain.lifecycle import next_steps
from domain.record import Recorded
from projections.audit.conformance import Step, steps

OPENING = "OpenTrajectory"


class Replayed(NamedTuple):
    """
    An act as it was replayed.

    ``act`` is the name of its command, ``None`` of what nobody commands; ``before`` and
    ``after`` are the stages it led from and to, ``before`` ``None`` at the first. ``allowed`` are
    the commands that could have been given then: the act itself is among them where nothing
    stood in the way of it as it was done. ``was_allowed`` says that, and is ``None`` of what
    nobody commands. ``rules`` stood in its way, or made it unlawful to hold the resident then;
    ``constraints`` are the rows of the table of constraints that it breaks.
    """

    line: Recorded
    act: str | None
    before: str | None
    after: str
    allowed: tuple[str, ...]
    was_allowed: bool | None
    rules: tuple[str, ...]
    constraints: tuple[str, ...]


def replayed(lines: Iterable[Recorded], look: Look = nobody) -> Iterator[Replayed]:
    """
    Replay one dossier, its lines in any order, act by act in the order in which they happened.

    ``look`` gives the lines of another dossier, as in
    :func:`projections.audit.conformance.judge`.
    """
    before: str | None = None
    for step in steps(lines, look):
        rules = dict.fromkeys(each.rule for each in (*step.reasons, *step.held))
        yield Replayed(
            line=step.line,
            act=step.act,
            before=before,
            after=str(step.after.stage),
            allowed=_allowed(step),
            was_allowed=None if step.act is None else not step.reasons,
            rules=tuple(rules),
            constraints=tuple(dict.fromkeys(one.row.id for one in step.broken)),
        )
        before = str(step.after.stage)


def _allowed(step: Step) -> tuple[str, ...]:
    """Ask of each command whether it could be given: of the one that was, as it was given."""
    attempt = step.attempt
    if attempt is None:
        return ()
    state = attempt.state
    named = [OPENING] if state is None else next_steps(state.stage, state.procedure)
    return tuple(
        act
        for act in (*named, *(() if attempt.act in named else (attempt.act,)))
        if (
            not step.reasons if act == attempt.act else passes(attempt._replace(act=act, said=None))
        )
    )
