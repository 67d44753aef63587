"""
Conformance of what happened with the procedure: each dossier replayed under its guards.

The same guards that judge a command judge each act of history, in the order in which
it happened and with all corrections applied; the others of a family are looked at as they
stood then. At each act it is asked, too, whether what holds the resident still holds. A
finding names the act, the rule, what the rule expects and what was found. Separation of
duties has its own control.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from domain.decide import Attempt, Failing, failing
from domain.decide.hindsight import Look, Relatives, before_the_end, nobody
from domain.decide.release import detention_lawful
from domain.events import RecordCorrected
from domain.lifecycle import COMMAND_OF, ENDED, told_late
from domain.record import Recorded
from domain.rules import rule
from domain.trajectory import Trajectory, chronicle, corrected, evolve


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One act that the procedure would not have let pass.

    ``rule`` and ``expected`` (the rule's effect and basis) say what should have been,
    ``found`` what was. ``log_index`` is where the act stands in the transparency log.
    """

    code: str
    dossier: str
    version: int
    rule: str
    expected: str
    found: str
    log_index: int


_OF_A_DEPARTURE = ("DEPARTED_UNDER_APPEAL", "DEPARTED_IN_TERM")
_ANY_OTHER = "ILLEGAL_TRANSITION"


class _Breach(NamedTuple):
    """A reason for which an act should not have passed."""

    line: Recorded
    act: str
    reason: Failing

    @property
    def what(self) -> tuple[str, str]:
        """By what one tells one breach from another, whichever the act."""
        return self.reason.rule, self.reason.why


def judge(lines: Iterable[Recorded], look: Look = nobody) -> list[Finding]:
    """
    Judge one dossier, its lines in any order.

    Each breach is told at the first act of it; what a departure fell inside, at the departure
    too. ``look`` gives the lines of another dossier: those are asked for who ever were of the
    family, each once. Without it the dossier is judged by itself.
    """
    breaches: list[_Breach] = []
    state, relatives = None, Relatives(look)
    history = list(lines)
    for line in chronicle(history):
        act = COMMAND_OF.get(type(line.event).__name__)
        if act is not None:
            context = relatives.around(line, state, _corrected_by(line, history))
            attempt = Attempt(_stood(state, line, act, history), act, context, line.event)
            breaches += (_Breach(line, act, reason) for reason in failing(attempt))
            breaches += (_Breach(line, "", reason) for reason in detention_lawful(attempt))
        state = evolve(state, line)
    return _without_repeats([_finding(one) for one in _firsts(breaches)])


def _stood(
    state: Trajectory | None, line: Recorded, act: str, history: Sequence[Recorded]
) -> Trajectory | None:
    """Return how a dossier stood; of an act and an end of one day nobody knows which was first."""
    if state is None or state.stage not in ENDED or not told_late(act, state.procedure):
        return state
    others = [one for one in history if one.version != line.version]
    then = before_the_end(others, line.occurred_at, whole_day=line.whole_day)
    return state if then is None or then.stage in ENDED else then


def _corrected_by(line: Recorded, history: Iterable[Recorded]) -> Recorded | None:
    """Find the record a correction put right, as it read when the correction was recorded."""
    if not isinstance(line.event, RecordCorrected):
        return None
    return corrected((one for one in history if one.version < line.version), line.event.corrects)


def _firsts(breaches: Iterable[_Breach]) -> Iterator[_Breach]:
    """
    Choose the acts at which breaches are told: the first of each, and every departure.

    A check made inside a block is told only where nothing but the check fell inside it.
    """
    every = list(breaches)
    done = {one.what for one in every if one.act != "CheckConditions"}
    told: set[tuple[str, str]] = set()
    for one in every:
        is_first = one.what not in told and (one.act != "CheckConditions" or one.what not in done)
        if is_first or one.act == "ConfirmDeparture":
            told.add(one.what)
            yield one


def _finding(breach: _Breach) -> Finding:
    line, reason = breach.line, breach.reason
    row = rule(reason.rule)
    return Finding(
        code=_code(breach),
        dossier=line.stream,
        version=line.version,
        rule=reason.rule,
        expected=f"{row.effect or row.name.en} ({row.basis})",
        found=f"{line.event.TOPIC}: {reason.why}",
        log_index=line.log_index,
    )


def _code(breach: _Breach) -> str:
    """Keep the codes of a departure for departures: what comes before one is no departure."""
    code = breach.reason.finding
    before = code in _OF_A_DEPARTURE and breach.act != "ConfirmDeparture"
    return _ANY_OTHER if before else code


def _without_repeats(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what only repeats, at the same act, a breach with a name of its own."""
    named = {one.version for one in findings if one.code != _ANY_OTHER}
    return [one for one in findings if one.code != _ANY_OTHER or one.version not in named]
