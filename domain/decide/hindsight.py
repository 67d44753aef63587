"""
What is told late: a fact that happened before others that are on record already.

It is judged as the dossier stood when it happened. And it may show that an act fell inside
a block that nobody knew of then: that is found by judging the act again with all that is
known now.
"""

from collections.abc import Iterator, Sequence

from domain.decide.attempt import Attempt, Context
from domain.decide.guards import failing
from domain.events import DossierEvent
from domain.lifecycle import COMMAND_OF, ENDED, LATE
from domain.record import Recorded
from domain.state import Trajectory
from domain.trajectory import chronicle, evolve, replay

PAST_RECALL = ("AttemptStarted", "DepartureConfirmed")
"""Events that a block would have had to stop."""


def standing(
    state: Trajectory | None, history: Sequence[Recorded], act: str, context: Context
) -> Trajectory | None:
    """
    Return the state an act is judged on.

    What others did (an appeal handed in, an asylum wish) is on record when it is told; after
    the end of a trajectory it is judged as the dossier stood at its own moment.
    """
    if state is None or state.stage not in ENDED or act not in LATE:
        return state
    then = replay(line for line in history if line.occurred_at <= context.at)
    if then is None or then.stage in ENDED:
        return state
    vars(then)["access"] = state.access  # who may read it is judged now, whenever it happened
    return then


def found_late(
    history: Sequence[Recorded], new: Sequence[Recorded]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """
    Find the acts that new lines show to have fallen inside a block: version and rules of each.

    Only rules count that did not stand in the way by what was on record before.
    """
    happened = min(line.occurred_at for line in new)
    corrects = any(type(line.event).__name__ == "RecordCorrected" for line in new)
    later = {
        line.version
        for line in history
        if type(line.event).__name__ in PAST_RECALL and (corrects or line.occurred_at > happened)
    }
    if not later:
        return
    before, after = _stopped(history, later), _stopped([*history, *new], later)
    for version in sorted(later):
        if rules := tuple(one for one in after[version] if one not in before[version]):
            yield version, rules


def _stopped(lines: Sequence[Recorded], versions: set[int]) -> dict[int, tuple[str, ...]]:
    """Judge acts of a history as it reads now: version → the rules in the way of that act."""
    state, found = None, {}
    for line in chronicle(lines):
        if line.version in versions and isinstance(line.event, DossierEvent):
            context = Context(line.occurred_at, line.recorded_at, None, line.whole_day)
            act = COMMAND_OF[type(line.event).__name__]
            reasons = failing(Attempt(state, act, context, line.event))
            found[line.version] = tuple(dict.fromkeys(reason.rule for reason in reasons))
        state = evolve(state, line)
    return found
