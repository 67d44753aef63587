"""What may refuse an act that concerns an appeal."""

from collections.abc import Iterator
from datetime import datetime, timedelta
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
from domain.decide.suspension import term_in_the_way
from domain.decide.tables import follows
from domain.lifecycle import APPEAL, AppealState
from domain.rules import rule
from domain.rules.calendar import brussels_day, start_of_day
from domain.trajectory import Trajectory
from domain.values import AppealKind


def in_appeal_order(attempt: Attempt) -> Reasons:
    """REM-01: what is decided was brought before; a number names the appeal when several run."""
    state, act = attempt.state, attempt.act
    if state is None:
        return
    running = [appeal for appeal in state.appeals if appeal.open]
    reference = attempt.saying("reference")
    if act != "LodgeAppeal" and not running:
        yield Failing("REM-01", "no appeal is open")
        return
    if reference is None and len(running) > 1:
        numbers = ", ".join(appeal.reference or "-" for appeal in running)
        yield Failing(
            "REM-01", "several appeals are open ({numbers}): say which", {"numbers": numbers}
        )
        return
    at = _appeal_meant(state, attempt)
    if at is None:
        if act != "LodgeAppeal":
            yield Failing("REM-01", "no open appeal has the number {n}", {"n": reference})
        elif attempt.said is not None and attempt.saying("kind") is None:
            yield Failing("REM-01", "an appeal not handed in here needs its kind")
        return
    passes, after = follows(APPEAL, state.appeals[at].state, act)
    if not passes:
        yield Failing(
            "REM-01",
            "the appeal is {state}; this needs {after}",
            {"state": state.appeals[at].state, "after": after},
        )


def _appeal_meant(state: Trajectory, attempt: Attempt) -> int | None:
    """Find the appeal an act is about."""
    kind = attempt.saying("kind") if attempt.act == "LodgeAppeal" else None
    return state.appeal(attempt.saying("reference"), kind=kind)


def in_new_appeal_order(attempt: Attempt) -> Reasons:
    """REM-01: a number already used names an appeal that exists."""
    state, reference = attempt.state, attempt.saying("reference")
    if state and reference and any(a.reference == reference for a in state.appeals):
        yield Failing("REM-01", "appeal {n} is already on record", {"n": reference})


_APPEAL_ACT = (in_appeal_order,)

GUARDS: Guards = {
    "HandInAppeal": (in_new_appeal_order,),
    "TransmitAppeal": _APPEAL_ACT,
    "LodgeAppeal": _APPEAL_ACT,
    "RejectAppeal": _APPEAL_ACT,
    "GrantAppeal": _APPEAL_ACT,
    "WithdrawAppeal": _APPEAL_ACT,
}


def _appeal_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    at = _appeal_meant(state, attempt)
    yield state.appeals[at].since if at is not None else None


RESTS_ON: RestsOn = dict.fromkeys(GUARDS.keys() - {"HandInAppeal"}, _appeal_so_far)


def _kind_known(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    if said.kind is not None:
        return {}
    at = state.appeal(said.reference) if state else None
    return {"kind": state.appeals[at].kind if state and at is not None else AppealKind.UNKNOWN}


ADDS: Adds = {"LodgeAppeal": _kind_known}


def _transmissions(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """Art. 39/69 §2: what was handed in goes to the Council at once; the hours are a parameter."""
    within = timedelta(hours=rule("APP-04d").length or 0)
    for appeal in state.appeals:
        if appeal.state is AppealState.HANDED_IN and appeal.handed_in:
            yield Due(
                "APP-04d",
                appeal.handed_in + within,
                "transmit the appeal to the Council",
                appeal.handed_in,
                is_duty=True,
            )


def _appeal_term(state: Trajectory, now: datetime) -> Iterator[Due]:
    """Read the running term off what stands in the way of a departure."""
    notified = state.decision.notified if state.decision else None
    for reason in term_in_the_way(state, brussels_day(now), consents=False):
        if reason.passes_on and notified:
            yield Due(
                reason.rule,
                start_of_day(reason.passes_on),
                "the term for a suspensive appeal ends",
                notified.at,
            )


CLOCKS: Clocks = (_transmissions, _appeal_term)
