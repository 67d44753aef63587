"""
Looking back: acts judged as things stood when they happened, with all that is known now.

What is told late happened before others that are on record already. It is judged as the
dossier stood then. And it may show that an act fell inside a block that nobody knew of: that
is found by judging the act again, with what is known now of the dossier and of the family.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from domain.decide.attempt import Attempt, Context
from domain.decide.guards import failing
from domain.events import DossierEvent
from domain.lifecycle import COMMAND_OF, ENDED, LATE
from domain.record import Recorded, is_dossier
from domain.rules.calendar import brussels_day
from domain.state.trajectory import Trajectory
from domain.trajectory import chronicle, evolve, replay

PAST_RECALL = ("AttemptStarted", "DepartureConfirmed")
"""Events that a block would have had to stop."""

Look = Callable[[str], Sequence[Recorded]]
"""Gives the lines of a dossier; none where there is none."""

Histories = Mapping[str, Sequence[Recorded]]
"""Dossiers and their lines."""


def nobody(_number: str) -> Sequence[Recorded]:
    """Look at no other dossier."""
    return ()


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


# --- the family at that moment --------------------------------------------------------------


class Relatives:
    """
    The others of a resident's family, as their dossiers stood at each act of the resident.

    Asked of one act after the other, in the order in which they happened. A dossier is looked
    at when it is first of the family, and once.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._known: dict[str, _Relative] = {}

    def around(
        self, line: Recorded, state: Trajectory | None, target: Recorded | None = None
    ) -> Context:
        """
        Say in what circumstances an act of history happened.

        No actor: the question is what the procedure alone would say.
        """
        numbers = state.family.members if state else ()
        found = {number: self._relative(number) for number in numbers}
        members = [relative.before(line) for relative in found.values()]
        others = (number for number, relative in found.items() if relative.shares(line))
        return Context(
            line.occurred_at,
            line.recorded_at,
            None,
            line.whole_day,
            target,
            members=tuple(member for member in members if member is not None),
            together=(line.stream, *others),
        )

    def _relative(self, number: str) -> "_Relative":
        if number not in self._known:
            lines = self._look(number) if is_dossier(number) else ()
            self._known[number] = _Relative(lines)
        return self._known[number]


class _Relative:
    """The dossier of a member, folded as far as it had come."""

    def __init__(self, lines: Sequence[Recorded]) -> None:
        self._lines = chronicle(lines)
        self._acts = {(line.command_id, type(line.event)) for line in lines}
        self._passed = 0
        self._state: Trajectory | None = None

    def before(self, line: Recorded) -> Trajectory | None:
        """
        Return the dossier as it stood right before an act of the resident.

        Between acts of one moment, or of a day of which no more is known, the order of the log
        decides; what is recorded with the act itself is not before it.
        """
        while self._next_is_before(line):
            self._state = evolve(self._state, self._lines[self._passed])
            self._passed += 1
        state = self._state
        for one in self._lines[self._passed :]:
            if not _of_one_moment(one, line):
                break
            if _known_first(one, line):
                state = evolve(state, one)
        return state

    def shares(self, line: Recorded) -> bool:
        """Tell whether the same act was recorded here at once."""
        return (line.command_id, type(line.event)) in self._acts

    def _next_is_before(self, line: Recorded) -> bool:
        left = self._passed < len(self._lines)
        return left and self._lines[self._passed].occurred_at < line.occurred_at


def _of_one_moment(one: Recorded, line: Recorded) -> bool:
    if line.whole_day:
        return brussels_day(one.occurred_at) == brussels_day(line.occurred_at)
    return one.occurred_at == line.occurred_at


def _known_first(one: Recorded, line: Recorded) -> bool:
    """Tell which of two lines is older in the log; one that has no place in it yet is newest."""
    return one.command_id != line.command_id and 0 <= one.log_index < line.log_index


# --- what is found late ---------------------------------------------------------------------


def found_late(
    before: Histories, new: Sequence[Recorded]
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """
    Find the acts that new lines show to have fallen inside a block: dossier, version, rules.

    ``before`` are the dossiers of the new lines and of their families, as they were on record:
    what holds one member back holds all. Only rules count that did not stand in the way by
    what was known before.
    """
    acts = {dossier: _to_be_judged_again(lines, new) for dossier, lines in before.items()}
    if not any(acts.values()):
        return
    after = _with(before, new)
    for dossier, versions in acts.items():
        if versions:
            was, now = _stopped(dossier, before, versions), _stopped(dossier, after, versions)
            for version in sorted(versions):
                if rules := tuple(one for one in now[version] if one not in was[version]):
                    yield dossier, version, rules


def _to_be_judged_again(history: Sequence[Recorded], new: Sequence[Recorded]) -> set[int]:
    """Name the versions of the acts that new lines may show in another light."""
    happened = min(line.occurred_at for line in new)
    corrects = any(type(line.event).__name__ == "RecordCorrected" for line in new)
    return {
        line.version
        for line in history
        if type(line.event).__name__ in PAST_RECALL and (corrects or line.occurred_at > happened)
    }


def _with(before: Histories, new: Sequence[Recorded]) -> Histories:
    added: dict[str, list[Recorded]] = defaultdict(list)
    for line in new:
        added[line.stream].append(line)
    return {dossier: (*lines, *added[dossier]) for dossier, lines in before.items()}


def _stopped(dossier: str, known: Histories, versions: set[int]) -> dict[int, tuple[str, ...]]:
    """Judge acts of a history as it reads now: version → the rules in the way of that act."""
    state, found, relatives = None, {}, Relatives(lambda number: known.get(number, ()))
    for line in chronicle(known[dossier]):
        if line.version in versions and isinstance(line.event, DossierEvent):
            act = COMMAND_OF[type(line.event).__name__]
            reasons = failing(Attempt(state, act, relatives.around(line, state), line.event))
            found[line.version] = tuple(dict.fromkeys(reason.rule for reason in reasons))
        state = evolve(state, line)
    return found
