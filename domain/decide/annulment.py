"""Which decision is taken away: where several stand, the one that is named."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.attempt import Attempt, Context, Failing, Reasons
from domain.lifecycle.stages import ENDED, SECOND
from domain.state.decision import Round
from domain.state.orders import annullable
from domain.trajectory import Trajectory
from domain.values import AnnulledBy


def annuls_one_on_record(attempt: Attempt) -> Reasons:
    """DEC-03: the number says which decision that stands, or which draft."""
    number = attempt.saying("decision")
    if attempt.state is None or number is None:
        return
    found = _meant(attempt)
    if not found:
        standing = annullable(attempt.state.rounds, AnnulledBy.AUTHORITY)
        yield Failing(
            "DEC-03",
            "no decision that stands has the number {number}; there are: {numbers}",
            {"number": number, "numbers": _told(standing)},
        )
    elif len(found) > 1:
        yield _several(found)


def annuls_no_other(attempt: Attempt) -> Reasons:
    """DEC-03: where several may be meant nothing is taken away before it is said which."""
    if attempt.said is None or attempt.saying("decision") is not None:
        return
    found = _meant(attempt)
    if len(found) > 1:
        yield _several(found)


def after_the_end_by_the_council(attempt: Attempt) -> Reasons:
    """ORD-04: once the resident has left only the Council, asked before, still takes it away."""
    state = attempt.state
    if state is None or state.stage not in ENDED:
        return
    by = attempt.saying("annulled_by")
    if by is AnnulledBy.COUNCIL or (attempt.said is None and state.appeals):
        return
    yield Failing(
        "ORD-04",
        "the trajectory has ended ({stage}); only the Council still annuls: --by council",
        {"stage": state.stage},
        finding="ACT_AFTER_CLOSE",
    )


def _several(found: list[Round]) -> Failing:
    return Failing(
        "DEC-03",
        "several decisions stand: say which with --decision, as one of: {numbers}",
        {"numbers": _told(found)},
    )


def _told(rounds: list[Round]) -> str:
    """List the numbers that say which is meant: of the round, where that of a decision does not."""
    numbers = [each.reference for each in rounds]
    alone = (each.reference if numbers.count(each.reference) == 1 else None for each in rounds)
    named = zip(alone, rounds, strict=True)
    return ", ".join(number or str(each.number) for number, each in named) or "-"


def _meant(attempt: Attempt) -> list[Round]:
    if attempt.state is None:
        return []
    by, number = attempt.saying("annulled_by"), attempt.saying("decision")
    return annullable(attempt.state.rounds, by, number)


def annulled_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment of the last act on the decision that is taken away."""
    meant = state.round_annulled(attempt.saying("annulled_by"), attempt.saying("decision"))
    yield meant.since if meant else None


def which_is_annulled(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    """Say which decision was taken away, from the second version on, also where one alone stood."""
    if state is None or state.procedure < SECOND or said.decision is not None:
        return {}
    meant = state.round_annulled(said.annulled_by)
    return {"decision": meant.reference or str(meant.number)} if meant else {}
