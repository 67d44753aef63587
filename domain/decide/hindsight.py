"""
Looking back: acts judged as things stood when they happened, with all that is known now.

What is told late happened before others that are on record already. It is judged as the
dossier stood then. And it may show that an act fell inside a block that nobody knew of: that
is found by judging the act again, with what is known now of the dossier and of the family.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from domain.decide.attempt import Attempt, Context
from domain.decide.guards import failing
from domain.events import DossierEvent
from domain.lifecycle import COMMAND_OF, ENDED, LATE, AttemptState, told_late
from domain.lifecycle.ending import CARRIED_OUT
from domain.lifecycle.removal import WHAT_HAPPENED
from domain.lifecycle.stages import SECOND
from domain.record import Recorded, is_dossier
from domain.rules.calendar import brussels_day
from domain.state.trajectory import Trajectory
from domain.trajectory import chronicle, evolve

PAST_RECALL = ("AttemptStarted", "DepartureConfirmed")
"""Events that a block would have had to stop; an end that is a departure is another."""

Look = Callable[[str], Sequence[Recorded]]
"""Gives the lines of a dossier; none where there is none."""

Histories = Mapping[str, Sequence[Recorded]]
"""Dossiers and their lines."""


def nobody(_number: str) -> Sequence[Recorded]:
    """Look at no other dossier."""
    return ()


def past_recall(line: Recorded) -> bool:
    """Tell an act that a block would have had to stop, and that nobody can take back."""
    name = type(line.event).__name__
    carried_out = name == "NonReturnEstablished" and vars(line.event)["reason"] in CARRIED_OUT
    return name in PAST_RECALL or carried_out


def standing(
    state: Trajectory | None, history: Sequence[Recorded], act: str, context: Context
) -> Trajectory | None:
    """
    Return the state an act is judged on: the dossier as it is, or as it stood at the act.

    What happened before the end (an appeal handed in, an asylum wish) is on record when it is
    told; after the end of a trajectory it is judged as the dossier stood at its own moment. So
    is a departure, or the start of an attempt, whatever was recorded of a later moment.
    """
    if state is None:
        return None
    if state.stage in ENDED:
        if not told_late(act, state.procedure):
            return state
        then = before_the_end(history, context.at, whole_day=context.whole_day)
        if then is None or then.stage in ENDED:
            return state
    elif state.procedure >= SECOND and act in WHAT_HAPPENED and context.at < state.latest:
        then = _at(history, context.at)
        if then is None or not _may_have_happened(act, then, state):
            return state
    else:
        return state
    vars(then)["access"] = state.access  # who may read it is judged now, whenever it happened
    return then


def before_the_end(
    history: Sequence[Recorded], moment: datetime, *, whole_day: bool = False
) -> Trajectory | None:
    """
    Return a dossier as it stood at an act, and before its end where the two have no known order.

    Of an act and an end on one day, of which one is known by its day alone, nobody knows which
    was first: the act is taken for the first.
    """
    state = left = None
    for line in chronicle(history):
        if line.occurred_at > moment:
            break
        before, state = state, evolve(state, line)
        if state.stage not in ENDED:
            left = None
        elif left is None and _of_one_day(line, moment, whole_day=whole_day):
            left = before
    found = left or state
    return found.copy() if found else None


def _at(history: Sequence[Recorded], moment: datetime) -> Trajectory | None:
    """Return a dossier as it stood at a moment, with all that happened at that moment."""
    state = None
    for line in chronicle(history):
        if line.occurred_at <= moment:
            state = evolve(state, line)
    return state


def _may_have_happened(act: str, then: Trajectory, now: Trajectory) -> bool:
    """Tell whether what is on record of later leaves room for what is told of earlier."""
    if then.procedure < SECOND:
        return False
    was, since = then.removal.attempt, now.removal.attempt
    if act in ("StartAttempt", "CheckConditions"):
        as_it_was = (was and (was.number, was.state)) == (since and (since.number, since.state))
        return as_it_was and then.stage is now.stage
    failed = [one.number for one in now.removal.attempts if one.state is AttemptState.FAILED]
    return was is None or not was.open or was.number not in failed


def without_order(one: Recorded, other: Recorded) -> bool:
    """Tell whether two acts are of one day, and of one of them no more than the day is known."""
    return _of_one_day(one, other.occurred_at, whole_day=other.whole_day)


def _of_one_day(line: Recorded, moment: datetime, *, whole_day: bool) -> bool:
    unknown = line.whole_day or whole_day
    return unknown and brussels_day(line.occurred_at) == brussels_day(moment)


# --- the family at that moment --------------------------------------------------------------


class Relatives:
    """
    The others of a resident's family, as their dossiers stood at each act of the resident.

    Asked of one act after the other, in the order in which they happened. A dossier is looked
    at when it is first of the family, and once.
    """

    def __init__(self, look: Look, late: Sequence[Recorded] = ()) -> None:
        self._look = look
        self._late = late
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
            self._known[number] = _Relative(lines, _of(number, self._late))
        return self._known[number]


def _of(dossier: str, lines: Sequence[Recorded]) -> list[Recorded]:
    return [line for line in lines if line.stream == dossier]


def _with_late(
    state: Trajectory | None, late: Sequence[Recorded], line: Recorded
) -> Trajectory | None:
    """Fold in what is told late of the day of an act, and may have been before it."""
    for one in late:
        first = one.occurred_at < line.occurred_at  # folded in already
        if not first and without_order(one, line) and _may_hold_back(one):
            state = evolve(state, one)
    return state


def _may_hold_back(line: Recorded) -> bool:
    """Tell what may have been a block from the rest: its order alone makes nothing illegal."""
    return COMMAND_OF.get(type(line.event).__name__) in LATE


class _Relative:
    """The dossier of a member, folded as far as it had come."""

    def __init__(self, lines: Sequence[Recorded], late: Sequence[Recorded] = ()) -> None:
        self._lines = chronicle(lines)
        self._late = late
        self._acts = {(line.command_id, type(line.event)) for line in lines}
        self._passed = 0
        self._state: Trajectory | None = None

    def before(self, line: Recorded) -> Trajectory | None:
        """
        Return the dossier as it stood right before an act of the resident.

        Between acts of one moment, or of a day of which no more is known, the order of the log
        decides; what is recorded with the act itself is not before it. What is told late of that
        day is taken for before it.
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
        return _with_late(state, self._late, line)

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
    what was known before. Of an act recorded although something stood in its way, all that did
    counts.
    """
    acts = {dossier: _to_be_judged_again(lines, new) for dossier, lines in before.items()}
    for line in new:
        if past_recall(line) and vars(line.event).get("despite") is not None:
            acts.setdefault(line.stream, set()).add(line.version)
    if not any(acts.values()):
        return
    after = _with(before, new)
    for dossier, versions in acts.items():
        if versions:
            was = _stopped(dossier, before, versions)
            now = _stopped(dossier, after, versions, new)
            for version in sorted(versions):
                known = was.get(version, ())
                if rules := tuple(one for one in now[version] if one not in known):
                    yield dossier, version, rules


def _to_be_judged_again(history: Sequence[Recorded], new: Sequence[Recorded]) -> set[int]:
    """Name the versions of the acts that new lines may show in another light."""
    happened = min(line.occurred_at for line in new)
    corrects = any(type(line.event).__name__ == "RecordCorrected" for line in new)
    late = [line for line in new if _may_hold_back(line)]
    return {
        line.version
        for line in history
        if past_recall(line)
        and (
            corrects or line.occurred_at > happened or any(without_order(line, one) for one in late)
        )
    }


def _with(before: Histories, new: Sequence[Recorded]) -> Histories:
    added: dict[str, list[Recorded]] = defaultdict(list)
    for line in new:
        added[line.stream].append(line)
    return {dossier: (*lines, *added[dossier]) for dossier, lines in before.items()}


def _stopped(
    dossier: str, known: Histories, versions: set[int], late: Sequence[Recorded] = ()
) -> dict[int, tuple[str, ...]]:
    """
    Judge acts of a history as it reads now: version → the rules in the way of that act.

    ``late`` are those of its lines that are told now.
    """
    state, found = None, {}
    relatives = Relatives(lambda number: known.get(number, ()), late)
    own = _of(dossier, late)
    for line in chronicle(known[dossier]):
        if line.version in versions and isinstance(line.event, DossierEvent):
            act = COMMAND_OF[type(line.event).__name__]
            then = _with_late(state, own, line)
            reasons = failing(Attempt(then, act, relatives.around(line, then), line.event))
            found[line.version] = tuple(dict.fromkeys(reason.rule for reason in reasons))
        state = evolve(state, line)
    return found
