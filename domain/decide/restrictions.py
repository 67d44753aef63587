"""What may refuse a preventive or less coercive measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.decide.period import last_day_to_leave
from domain.lifecycle import RoundState, follows
from domain.lifecycle.custody import RESTRICTION, RestrictionState
from domain.rules.calendar import brussels_day
from domain.state.custody import Restriction
from domain.state.decision import leaving
from domain.trajectory import Trajectory

PREVENTIVE = "preventive"

REACHES = {
    "ImposeRestriction": RestrictionState.IMPOSED,
    "RecordRestrictionBreach": RestrictionState.BREACHED,
    "LiftRestriction": RestrictionState.LIFTED,
}


def restriction_meant(attempt: Attempt) -> Restriction | None:
    """Find the restriction an act is about."""
    if attempt.state is None or attempt.act not in REACHES:
        return None
    return attempt.state.custody.restriction(attempt.saying("number"), REACHES[attempt.act])


def in_restriction_order(attempt: Attempt) -> Reasons:
    """CUS-01, CUS-02: proposed, then imposed; breached only while it stands."""
    if attempt.state is None:
        return
    meant = restriction_meant(attempt)
    passes, after = follows(RESTRICTION, meant.state if meant else None, attempt.act)
    if not passes:
        imposing = attempt.act == "ImposeRestriction"
        yield Failing(
            "CUS-01" if imposing else "CUS-02",
            "restriction {n} is {state}; this needs {after}",
            {
                "n": meant.number if meant else attempt.saying("number") or "-",
                "state": str(meant.state if meant else "none"),
                "after": after,
            },
        )


def preventive_in_departure_period(attempt: Attempt) -> Reasons:
    """EXE-01: a preventive measure goes with the departure period of a notified decision."""
    state = attempt.state
    if state is None or _basis(attempt) != PREVENTIVE:
        return
    decision = leaving(state.rounds)
    last = (
        last_day_to_leave(decision)
        if decision is not None and decision.state is RoundState.NOTIFIED
        else None
    )
    if last is None:
        yield Failing("EXE-01", "no departure period runs: no decision to leave is notified")
    elif brussels_day(attempt.context.at) > last:
        yield Failing("EXE-01", "the departure period ended on {day}", {"day": last})


def _basis(attempt: Attempt) -> str | None:
    meant = restriction_meant(attempt)
    basis: str | None = meant.basis if meant else attempt.saying("basis")
    return basis


def restriction_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the last act of the restriction, and of the decision it goes with."""
    meant = restriction_meant(attempt)
    yield meant.since if meant else None
    decision = leaving(state.rounds)
    if decision is not None and _basis(attempt) == PREVENTIVE:
        yield decision.since
