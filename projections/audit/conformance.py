"""
Conformance of what happened with the procedure: each dossier replayed under its guards.

The same guards that judge a command judge each act of history, in the order in which
it happened and with all corrections applied; and at each act it is asked whether what
holds the resident still holds. A finding names the act, the rule, what the rule expects
and what was found. A dossier is judged by itself, and so are the others of a family.
Separation of duties has its own control.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.decide import Attempt, Context, Failing, failing
from domain.decide.custody import detention_lawful
from domain.events import RecordCorrected
from domain.lifecycle import COMMAND_OF
from domain.record import Recorded
from domain.rules import rule
from domain.trajectory import chronicle, corrected, evolve


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


def judge(lines: Iterable[Recorded]) -> list[Finding]:
    """Judge one dossier, its lines in any order: one finding a breach, at the first act of it."""
    found: dict[tuple[str, str], Finding] = {}
    state = None
    history = list(lines)
    for line in chronicle(history):
        act = COMMAND_OF.get(type(line.event).__name__)
        if act is not None:
            target = _corrected_by(line, history)
            # No actor: the question is what the procedure alone would say.
            context = Context(line.occurred_at, line.recorded_at, None, line.whole_day, target)
            attempt = Attempt(state, act, context, line.event)
            for reason in (*failing(attempt), *detention_lawful(attempt)):
                finding = _finding(line, reason)
                found.setdefault((finding.code, f"{reason.rule} {reason.why}"), finding)
        state = evolve(state, line)
    return _one_a_breach(found.values())


def _corrected_by(line: Recorded, history: Iterable[Recorded]) -> Recorded | None:
    """Find the record a correction put right, as it read when the correction was recorded."""
    if not isinstance(line.event, RecordCorrected):
        return None
    return corrected((one for one in history if one.version < line.version), line.event.corrects)


def _finding(line: Recorded, reason: Failing) -> Finding:
    row = rule(reason.rule)
    return Finding(
        code=reason.finding,
        dossier=line.stream,
        version=line.version,
        rule=reason.rule,
        expected=f"{row.effect or row.name.en} ({row.basis})",
        found=f"{line.event.TOPIC}: {reason.why}",
        log_index=line.log_index,
    )


def _one_a_breach(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what only repeats, at the same act, a breach with a name of its own."""
    kept = list(findings)
    named = {finding.version for finding in kept if finding.code != "ILLEGAL_TRANSITION"}
    return [
        finding
        for finding in kept
        if finding.code != "ILLEGAL_TRANSITION" or finding.version not in named
    ]
