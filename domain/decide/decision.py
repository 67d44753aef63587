"""What may refuse an act of the decision round."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.attempt import Adds, Attempt, Context, Failing, Guards, Reasons, RestsOn
from domain.decide.information import informed
from domain.decide.tables import follows
from domain.lifecycle import ROUND, RoundState
from domain.trajectory import Trajectory

_OVER = (RoundState.ANNULLED, RoundState.NOTIFIED)


def in_round_order(attempt: Attempt) -> Reasons:
    """DEC-01, DEC-02, DEC-03: drafted, then taken, then notified."""
    running = attempt.state.round if attempt.state else None
    if attempt.state and attempt.act == "AnnulDecision":
        running = attempt.state.round_annulled(attempt.saying("annulled_by"))
    now = running.state if running else None
    passes, after = follows(ROUND, now, attempt.act)
    never_drafted = running is None or not running.drafted or now in _OVER
    if attempt.act == "TakeDecision" and never_drafted:
        yield Failing("DEC-01", "no decision is drafted in this round", finding="DECIDED_UNDRAFTED")
    elif passes:
        return
    elif attempt.act == "NotifyDecision" and now is not RoundState.NOTIFIED:
        yield Failing("DEC-02", "no decision is taken in this round")
    else:
        yield Failing(
            "DEC-03",
            "the decision round is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def decider_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, the decider neither drafted nor edited this round."""
    actor = attempt.context.actor
    running = attempt.state.round if attempt.state else None
    if actor is None or running is None or running.state is not RoundState.DRAFTED:
        return
    for verb, hands in (("drafted", running.drafted), ("edited", running.edited)):
        theirs = [hand for hand in hands if hand.person == actor.person]
        if theirs:
            yield Failing(
                "SEP-01",
                "{person} {verb} this decision as {account}; another person must decide",
                {"person": actor.person, "verb": verb, "account": theirs[0].account},
            )


def decisions_notified(attempt: Attempt) -> Reasons:
    """
    DEC-04: what was taken is notified, or annulled, before the trajectory ends.

    Of history all rounds are asked. At the desk the running one alone: an older one,
    left so by a register, can be neither notified nor annulled any more.
    """
    rounds = attempt.state.rounds if attempt.state else ()
    for round_ in rounds if attempt.context.actor is None else rounds[-1:]:
        if round_.state is RoundState.TAKEN:
            yield Failing(
                "DEC-04",
                "the decision of round {n} was taken and neither notified nor annulled",
                {"n": round_.number},
                finding="NEVER_NOTIFIED",
            )


_ROUND_ACT = (in_round_order,)

GUARDS: Guards = {
    "DraftDecision": _ROUND_ACT,
    "EditDraft": _ROUND_ACT,
    "TakeDecision": (in_round_order, decider_is_another),
    "NotifyDecision": (informed, in_round_order),
    "AnnulDecision": _ROUND_ACT,
}


def _round_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.round:
        yield state.round.since
    if attempt.act == "NotifyDecision":
        yield state.informed_at


RESTS_ON: RestsOn = dict.fromkeys(GUARDS, _round_so_far)


def _taken_on(state: Trajectory | None, _said: Any, _context: Context) -> dict[str, Any]:
    return {"form": state.round.form} if state and state.round else {}


ADDS: Adds = {"TakeDecision": _taken_on}
