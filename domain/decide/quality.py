"""What may refuse an act of a control of quality, and the clock of an answer."""

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import Adds, Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn
from domain.decide.numbered import Kept
from domain.lifecycle.quality import FINDING
from domain.rules import rule
from domain.rules.calendar import brussels_day, end_of_day, known, term_end
from domain.rules.codes import Codes
from domain.state.serious import Serious, examined, serious
from domain.trajectory import Trajectory

_FINDINGS = Kept(lambda state: state.quality.findings, FINDING, "QUA-01")


def had_no_part(attempt: Attempt) -> Reasons:
    """SEP-05: by natural person, who controls a dossier did not act in it."""
    actor = attempt.context.actor
    if actor is not None and actor.person in attempt.context.persons:
        yield Failing(
            "SEP-05",
            "{person} acted in this dossier; another person must control it",
            {"person": actor.person},
            about_people=True,
        )


def drawn_before(attempt: Attempt) -> Reasons:
    """QUA-01: a finding names a sample the dossier was drawn in, or none."""
    sample, drawn = attempt.saying("sample"), _drawn_in(attempt)
    if sample is not None and sample not in drawn:
        yield Failing(
            "QUA-01",
            "the dossier was not drawn in sample {sample}; drawn in: {drawn}",
            {"sample": sample, "drawn": ", ".join(drawn) or "-"},
        )


def drawn_once(attempt: Attempt) -> Reasons:
    """QUA-01: a dossier is drawn in a sample once."""
    sample = attempt.saying("sample")
    if sample is not None and sample in _drawn_in(attempt):
        yield Failing("QUA-01", "the dossier is in sample {sample} already", {"sample": sample})


def _drawn_in(attempt: Attempt) -> list[str]:
    return [one.reference for one in attempt.state.quality.samples] if attempt.state else []


def answered_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, a finding is answered by another than who found it."""
    finding = _FINDINGS.meant(attempt)
    theirs = attempt.own_part(finding.found) if finding else None
    if finding and theirs:
        yield Failing(
            "SEP-04",
            "{person} recorded finding {n} as {account}; another must answer",
            {"person": theirs.person, "n": finding.number, "account": theirs.account},
            about_people=True,
        )


def judged_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, an answer is judged by another than who gave it."""
    finding = _FINDINGS.meant(attempt)
    theirs = attempt.own_part(finding.answered) if finding else None
    if finding and theirs:
        yield Failing(
            "SEP-04",
            "{person} answered finding {n} as {account}; another must judge the answer",
            {"person": theirs.person, "n": finding.number, "account": theirs.account},
            about_people=True,
        )


def is_to_be_examined(attempt: Attempt) -> Reasons:
    """MOT-04: a serious measure of this dossier, whose motives nobody examined as they stand."""
    if attempt.state is None:
        return
    there = list(serious(attempt.state))
    left = [one for one in there if examined(attempt.state, one) is None]
    act = _measure_meant(attempt)
    done = examined(attempt.state, act) if act else None
    if attempt.said is not None and done is not None:
        yield Failing(
            "MOT-04",
            "the motives of version {n} were examined on {day}: {outcome}",
            {
                "n": done.act,
                "day": brussels_day(done.by.at),
                "outcome": Codes.of("quality.motives", done.outcome),
            },
        )
    elif act is None and (attempt.said is not None or not left):
        yield Failing(
            "MOT-04",
            "no serious measure to be examined is recorded there; to be examined: {versions}",
            {"versions": ", ".join(str(one.version) for one in left) or "-"},
        )


def _measure_meant(attempt: Attempt) -> Serious | None:
    if attempt.state is None:
        return None
    there = serious(attempt.state)
    return next((one for one in there if one.version == attempt.saying("act")), None)


_FOLLOW_UP: Guards = {
    "AnswerFinding": (_FINDINGS.in_order, answered_by_another),
    "AcceptFinding": (_FINDINGS.in_order, had_no_part, judged_by_another),
    "ReopenFinding": (_FINDINGS.in_order, had_no_part, judged_by_another),
}

GUARDS: Guards = {
    "DrawSample": (had_no_part, drawn_once),
    "AddFinding": (had_no_part, drawn_before),
    "ExamineMotives": (had_no_part, is_to_be_examined),
} | _FOLLOW_UP


def _sample_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    sample = attempt.saying("sample")
    drawn = [one.at for one in state.quality.samples if one.reference == sample]
    yield min(drawn, default=None)


def _measure_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    act = _measure_meant(attempt)
    yield act.hand.at if act else None
    yield from (
        one.author.at for one in state.coercion if act and one.told == act.hand and one.author
    )


RESTS_ON: RestsOn = dict.fromkeys(_FOLLOW_UP, _FINDINGS.so_far) | {
    "AddFinding": _sample_so_far,
    "ExamineMotives": _measure_so_far,
}


ADDS: Adds = {"AddFinding": _FINDINGS.number_next} | dict.fromkeys(
    _FOLLOW_UP, _FINDINGS.number_meant
)


def _answers(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """QUA-02: a finding is answered within days (a parameter)."""
    for finding in state.quality.findings:
        if not finding.waits:
            continue
        at = end_of_day(known(term_end, brussels_day(finding.since), rule("QUA-02")))
        if at is not None:
            yield Due(
                "QUA-02", at, "answer the finding", finding.since, is_duty=True, outlives=True
            )


CLOCKS: Clocks = (_answers,)
