"""
Conformance of what happened with the procedure: each dossier replayed under its guards.

The same guards that judge a command judge each act of history, in the order in which
it happened and with all corrections applied; the others of a family are looked at as they
stood then. At each act it is asked, too, whether what holds the resident still holds. What no
act shows by itself, what was never done or done twice, the constraints tell that are watched in
the same pass. A finding names the act, the rule, what the rule expects and what was found, and
all acts it rests on. Separation of duties has its own control.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.decide import Attempt, Failing, failing
from domain.decide.hindsight import Look, Relatives, before_the_end, nobody
from domain.decide.release import detention_lawful
from domain.events import RecordCorrected
from domain.lifecycle import COMMAND_OF, ENDED, told_late
from domain.record import Recorded
from domain.rules import Certainty, rule
from domain.rules.calendar import BRUSSELS, brussels_day, end_of_day
from domain.rules.constraints import Kind, deadline_of
from domain.trajectory import Trajectory, chronicle, corrected, evolve
from projections.audit.constraints import CODES, Broken, Monitor, rows_of
from projections.audit.deadlines import Corrections, Deadline, corrections_in

DEADLINE = "DEADLINE"


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that the procedure would not have let pass, or that was not done in time.

    ``rule`` and ``expected`` (the rule's effect and basis) say what should have been,
    ``found`` what was. ``log_index`` is where the act stands in the transparency log,
    ``log_indices`` where all acts stand that the finding rests on, itself included.
    ``constraint`` names the row of the table of constraints that is broken, where there is
    one. Of a deadline, ``since`` and ``until`` are from when to when the duty ran, ``ended`` is
    when it was done or no longer asked, ``None`` while it was open at the moment it was ``judged``
    for, and ``undone`` says that it was not done. ``known`` is set where only what was recorded
    before that moment was judged.
    """

    code: str
    dossier: str
    version: int
    rule: str
    expected: str
    found: str
    log_index: int
    log_indices: tuple[int, ...] = ()
    constraint: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    ended: datetime | None = None
    undone: bool = False
    judged: datetime | None = None
    known: datetime | None = None

    @property
    def certainty(self) -> Certainty:
        """How sure it is that the rule says this."""
        return rule(self.rule).certainty

    @property
    def parameter(self) -> bool:
        """Whether the number of the rule was chosen by this house."""
        return rule(self.rule).parameter

    @property
    def proof(self) -> str:
        """The command that shows it: act by act, or a deadline as it was judged."""
        shown = "--replay" if self.judged is None else f"--at {_as_asked(self.judged)}"
        if self.known is not None:
            shown += f" --as-known {_as_asked(self.known - _INSTANT)}"
        return f"trajet audit conformance {self.dossier} {shown}"


_INSTANT = timedelta(microseconds=1)


def _as_asked(moment: datetime) -> str:
    """Write a moment as one asks for it: the last one of a day by the day, another to the full."""
    day = brussels_day(moment)
    if moment + _INSTANT == end_of_day(day):
        return day.isoformat()
    return moment.astimezone(BRUSSELS).isoformat()


_OF_A_DEPARTURE = ("DEPARTED_UNDER_APPEAL", "DEPARTED_IN_TERM")
_ANY_OTHER = "ILLEGAL_TRANSITION"


class Step(NamedTuple):
    """
    An act of history as it was judged.

    ``act`` is the name of its command, ``None`` of what nobody commands; ``before`` is the
    dossier as it stood at the act. ``reasons`` are what would have refused it, ``held`` what
    made it unlawful to hold the resident then; ``broken`` are the constraints it breaks.
    ``corrections`` say of every act where in the log stands what changed how it reads.
    """

    line: Recorded
    act: str | None
    attempt: Attempt | None
    after: Trajectory
    reasons: list[Failing]
    held: list[Failing]
    broken: list[Broken]
    resting: Monitor
    corrections: Corrections


class _Breach(NamedTuple):
    """A reason for which an act should not have passed."""

    line: Recorded
    act: str
    reason: Failing
    rests_on: tuple[int, ...]
    constraint: str | None

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
    broken: list[tuple[Broken, Corrections]] = []
    for step in steps(lines, look):
        act = step.act or ""
        breaches += (_breach(step, act, reason) for reason in step.reasons)
        breaches += (_breach(step, "", reason) for reason in step.held)
        broken += ((one, step.corrections) for one in step.broken if one.row.told_by is None)
    told = _without_repeats([_finding(one) for one in _firsts(breaches)])
    return [*told, *_not_told_yet(told, broken)]


def steps(lines: Iterable[Recorded], look: Look = nobody) -> Iterator[Step]:
    """Judge the acts of one dossier one by one, in the order in which they happened."""
    state, relatives, monitor = None, Relatives(look), Monitor()
    history = list(lines)
    corrections = corrections_in(history)
    for line in chronicle(history):
        act = COMMAND_OF.get(type(line.event).__name__)
        attempt, reasons, held = None, [], []
        if act is not None:
            context = relatives.around(line, state, _corrected_by(line, history))
            attempt = Attempt(_stood(state, line, act, history), act, context, line.event)
            reasons, held = failing(attempt), list(detention_lawful(attempt))
        state = evolve(state, line)
        broken = monitor.see(line, state.procedure)
        yield Step(line, act, attempt, state, reasons, held, broken, monitor, corrections)


def late(deadlines: Iterable[Deadline], at: datetime, told: Iterable[Finding]) -> list[Finding]:
    """
    Tell the duties of dossiers that were not done in time, judged at a moment.

    What was done or cancelled after that moment was still open then. A breach of the same rule
    that the judgement of each act tells, and that rests on what began the duty, is not told again.
    """
    known = {(one.dossier, one.rule, index) for one in told for index in one.log_indices}
    return [
        _of_deadline(one, at)
        for one in deadlines
        if one.until <= at and (one.dossier, one.rule, one.started.log_index) not in known
    ]


def _breach(step: Step, act: str, reason: Failing) -> _Breach:
    """Put to a reason what it rests on: the constraint the act breaks, and what that recalls."""
    acts, named = [step.line], None
    for row in rows_of(reason.rule):
        found = [one for one in step.broken if one.row is row]
        if found:
            named = named or row.id
            acts += (line for one in found for line in one.others)
        elif row.kind in _RECALLED:
            acts += step.resting.rests_on(row)
    return _Breach(step.line, act, reason, _places(acts, step.corrections), named)


def _places(lines: Iterable[Recorded], corrections: Corrections) -> tuple[int, ...]:
    """Say where in the log acts stand, and what changed how they read."""
    every = (index for line in lines for index in corrections.get(line.version, ()))
    return _in_order(*(line.log_index for line in lines), *every)


_RECALLED = (Kind.DEADLINE, Kind.NOT_SUCCESSION)
"""Kinds whose rows recall what began it also where another act than theirs falls inside."""


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
    return Finding(
        code=_code(breach),
        dossier=line.stream,
        version=line.version,
        rule=reason.rule,
        expected=_expected(reason.rule),
        found=f"{line.event.TOPIC}: {reason.why}",
        log_index=line.log_index,
        log_indices=breach.rests_on,
        constraint=breach.constraint,
    )


def _expected(rule_id: str) -> str:
    row = rule(rule_id)
    return f"{row.effect or row.name.en} ({row.basis})"


def _in_order(*indices: int) -> tuple[int, ...]:
    return tuple(sorted(set(indices)))


def _code(breach: _Breach) -> str:
    """Keep the codes of a departure for departures: what comes before one is no departure."""
    code = breach.reason.finding
    before = code in _OF_A_DEPARTURE and breach.act != "ConfirmDeparture"
    return _ANY_OTHER if before else code


def _without_repeats(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what only repeats, at the same act, a breach with a name of its own."""
    named = {one.version for one in findings if one.code != _ANY_OTHER}
    return [one for one in findings if one.code != _ANY_OTHER or one.version not in named]


def _not_told_yet(
    told: Sequence[Finding], broken: Iterable[tuple[Broken, Corrections]]
) -> Iterator[Finding]:
    """Tell the constraints that are broken, but where one of their rules tells the same act."""
    known = {(one.version, one.rule) for one in told}
    for one, corrections in broken:
        if not any((one.line.version, each) in known for each in one.row.rules):
            yield _of_constraint(one, corrections)


def _of_constraint(one: Broken, corrections: Corrections) -> Finding:
    line = one.line
    return Finding(
        code=CODES[one.row.kind],
        dossier=line.stream,
        version=line.version,
        rule=one.rule,
        expected=f"{one.row.name.en} ({rule(one.rule).basis})",
        found=_what_was_found(one),
        log_index=line.log_index,
        log_indices=_places((line, *one.others), corrections),
        constraint=one.row.id,
    )


def _what_was_found(one: Broken) -> str:
    topic, others = one.line.event.TOPIC, ", ".join(_named(other) for other in one.others)
    if one.missing:
        missing = " or ".join(one.missing)
        return f"{topic}: {others}, and no {missing}" if others else f"{topic}: no {missing} before"
    return f"{topic}: after {others}"


def _named(line: Recorded) -> str:
    return f"{line.event.TOPIC} of version {line.version}"


def _of_deadline(one: Deadline, at: datetime) -> Finding:
    row, ended = deadline_of(one.what), one.ended_by(at)
    undone = ended is None or not one.closed
    place = ended or one.started
    return Finding(
        code=DEADLINE,
        dossier=one.dossier,
        version=place.version,
        rule=one.rule,
        expected=f"{one.what} ({rule(one.rule).basis})",
        found=_how_it_ended(one, at),
        log_index=place.log_index,
        log_indices=_in_order(
            place.log_index, *place.corrections, one.started.log_index, *one.started.corrections
        ),
        constraint=row.id if row else None,
        since=one.since,
        until=one.until,
        ended=ended.at if ended else None,
        undone=undone,
        judged=at,
    )


def _how_it_ended(one: Deadline, at: datetime) -> str:
    ended, due = one.ended_by(at), one.until.isoformat()
    if ended is None:
        return f"due before {due}: not done by {at.isoformat()}"
    if one.closed:
        return f"due before {due}: done by {ended.topic} of {ended.at.isoformat()}"
    return f"due before {due}: not done when {ended.topic} of {ended.at.isoformat()} ended it"
