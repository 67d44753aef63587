"""What may refuse an act of a control of quality, and the clock of an answer."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from domain.decide.attempt import (
    Adds,
    Attempt,
    Clocks,
    Context,
    Due,
    Failing,
    Guards,
    Reasons,
    RestsOn,
)
from domain.decide.detention import known
from domain.decide.numbered import Kept, in_its_order, meant
from domain.lifecycle.quality import FINDING
from domain.rules import rule
from domain.rules.calendar import brussels_day, start_of_day, term_end
from domain.state.decision import Hand
from domain.state.numbered import next_number
from domain.state.quality import Finding
from domain.trajectory import Trajectory

_FINDING = Kept(FINDING, "QUA-01")
_A_DAY = timedelta(days=1)


def had_no_part(attempt: Attempt) -> Reasons:
    """SEP-05: by natural person, who controls a dossier did not act in it."""
    actor = attempt.context.actor
    if actor is not None and actor.person in attempt.context.persons:
        yield Failing(
            "SEP-05",
            "{person} acted in this dossier; another person must control it",
            {"person": actor.person},
        )


def drawn_before(attempt: Attempt) -> Reasons:
    """QUA-01: a finding names a sample the dossier was drawn in, or none."""
    sample = attempt.saying("sample")
    drawn = [one.reference for one in attempt.state.quality.samples] if attempt.state else []
    if sample is not None and sample not in drawn:
        yield Failing(
            "QUA-01",
            "the dossier was not drawn in sample {sample}; drawn in: {drawn}",
            {"sample": sample, "drawn": ", ".join(drawn) or "-"},
        )


def drawn_once(attempt: Attempt) -> Reasons:
    """QUA-01: a dossier is drawn in a sample once."""
    sample = attempt.saying("sample")
    drawn = [one.reference for one in attempt.state.quality.samples] if attempt.state else []
    if sample is not None and sample in drawn:
        yield Failing("QUA-01", "the dossier is in sample {sample} already", {"sample": sample})


def in_finding_order(attempt: Attempt) -> Reasons:
    """NUM-01, QUA-01: found, answered, accepted or asked again."""
    if attempt.state is not None:
        yield from in_its_order(_FINDING, attempt.state.quality.findings, attempt)


def answered_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, a finding is answered by another than who found it."""
    finding = _meant(attempt)
    if finding is not None and _is_theirs(attempt, finding.found):
        yield Failing(
            "SEP-04",
            "{person} recorded finding {n} as {account}; another must answer",
            _who(finding, finding.found),
        )


def judged_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, an answer is judged by another than who gave it."""
    finding = _meant(attempt)
    if finding is not None and _is_theirs(attempt, finding.answered):
        yield Failing(
            "SEP-04",
            "{person} answered finding {n} as {account}; another must judge the answer",
            _who(finding, finding.answered),
        )


def _is_theirs(attempt: Attempt, hand: Hand | None) -> bool:
    actor = attempt.context.actor
    return actor is not None and hand is not None and hand.person == actor.person


def _who(finding: Finding, hand: Hand | None) -> dict[str, object]:
    person, account = (hand.person, hand.account) if hand else ("-", "-")
    return {"person": person, "n": finding.number, "account": account}


def _meant(attempt: Attempt) -> Finding | None:
    return meant(attempt.state.quality.findings, attempt) if attempt.state else None


_FOLLOW_UP: Guards = {
    "AnswerFinding": (in_finding_order, answered_by_another),
    "AcceptFinding": (in_finding_order, had_no_part, judged_by_another),
    "ReopenFinding": (in_finding_order, had_no_part, judged_by_another),
}

GUARDS: Guards = {
    "DrawSample": (had_no_part, drawn_once),
    "AddFinding": (had_no_part, drawn_before),
} | _FOLLOW_UP


def _finding_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    finding = meant(state.quality.findings, attempt)
    if finding is not None:
        yield finding.since


def _sample_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    sample = attempt.saying("sample")
    drawn = [one.at for one in state.quality.samples if one.reference == sample]
    yield min(drawn, default=None)


RESTS_ON: RestsOn = dict.fromkeys(_FOLLOW_UP, _finding_so_far) | {"AddFinding": _sample_so_far}


def _numbered(state: Trajectory | None, _said: Any, _context: Context) -> dict[str, Any]:
    return {"number": next_number(state.quality.findings) if state else 1}


def _same_number(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    if said.number is not None or state is None:
        return {}
    return {"number": state.quality.findings[-1].number}


ADDS: Adds = {"AddFinding": _numbered} | dict.fromkeys(_FOLLOW_UP, _same_number)


def _answers(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """QUA-02: a finding is answered within days (a parameter)."""
    for finding in state.quality.findings:
        if not finding.waits:
            continue
        last = known(term_end, brussels_day(finding.since), rule("QUA-02"))
        at = known(start_of_day, last + _A_DAY) if last and last < date.max else None
        if at is not None:
            yield Due(
                "QUA-02", at, "answer the finding", finding.since, is_duty=True, outlives=True
            )


CLOCKS: Clocks = (_answers,)
