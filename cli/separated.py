"""What the control of separation says, from the journal itself and not from any read model."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cli.base import Desk
from cli.restricted import may_read

if TYPE_CHECKING:
    from domain.record import Recorded
    from domain.state.decision import Hand, Round
    from domain.trajectory import Trajectory
    from projections.separation import Finding
    from workflows.journal import Journal


class Verdict(NamedTuple):
    """How many rounds there are in what may be shown, and what was found in them and the acts."""

    rounds: int
    findings: "list[Finding]"


def verdict(desk: Desk) -> Verdict:
    """Judge all dossiers that may be shown to who asks."""
    return judged(desk.office.journal, partial(may_read, desk))


def judged(journal: "Journal", shown: "Callable[[Trajectory], bool]") -> Verdict:
    """
    Judge the dossiers that are shown, by what the journal holds now.

    Those in which there can be nothing are told by the outside of their lines; the others are
    read and folded.
    """
    from domain.trajectory import replay
    from projections.separation import as_they_went, findings_in, rounds_of
    from projections.suspects import KINDS, screen

    suspects, rounds = screen(journal.glimpses(KINDS))
    findings: list[Finding] = []
    for dossier in suspects:
        lines = journal.history(dossier)
        state = replay(lines)
        if state is not None and shown(state):
            rounds += sum(1 for _ in as_they_went(rounds_of(state)))
            findings += findings_in(state, lines)
    return Verdict(rounds, findings)


def separated(state: "Trajectory", lines: "Iterable[Recorded]") -> frozenset[int]:
    """
    Name the rounds of a dossier in which the control of separation finds something.

    What it finds in another act is of the dossier as a whole: then it names every round, and
    with 0 the dossier.
    """
    from projections.prepared import TERM
    from projections.separation import DECISION, findings_in

    found = findings_in(state, lines)
    if any(one.act not in (DECISION, TERM) for one in found):
        return frozenset({0, *(each.number for each in state.rounds)})
    decisive = {one.versions[-1] for one in found}
    return frozenset(
        each.number
        for each in state.rounds
        if any(hand and hand.version in decisive for hand in (each.taken, _term_set(each)))
    )


def _term_set(each: "Round") -> "Hand | None":
    return each.term.set if each.term else None
