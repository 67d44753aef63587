"""What is told before a departure: to the person, to the lawyer and to the General Inspectorate."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.decide.attempt import Attempt, Due, Failing, Reasons, local
from domain.decide.leaving import forced, leaves_at, planned
from domain.decide.terms import is_old, law_of
from domain.lifecycle.removal import LAWYER_INFORMED
from domain.rules import rule
from domain.state.decision import removing
from domain.state.removal import RemovalAttempt
from domain.trajectory import Trajectory


def announced(attempt: Attempt) -> Reasons:
    """
    EXE-05, DPT-07: the person and the lawyer knew of the departure long enough before it.

    That they knew too late may give way to two persons, that nobody told them may not.

    The hours are those of the law until 11 June 2026. What holds for decisions notified
    since is not known: the same hours are kept.
    """
    state = attempt.state
    if state is None or not forced(attempt):
        return
    plan = planned(state)
    for who, at in _told(state, plan):
        if at is None:
            yield _not_told(who)
        else:
            yield from _told_late(who, at, leaves_at(attempt, plan), state)


def short_notice(attempt: Attempt) -> bool:
    """Tell whether the notice of the planned departure is too short, or would be if given now."""
    plan = planned(attempt.state)
    if attempt.state is None or plan is None:
        return False
    notice = timedelta(hours=rule("EXE-05").length or 0)
    leaves = leaves_at(attempt, plan)
    told = _told(attempt.state, plan)
    return any(leaves - (at or attempt.context.at) < notice for _who, at in told)


def _told(state: Trajectory, plan: RemovalAttempt | None) -> Iterator[tuple[str, datetime | None]]:
    """Say of each who has to be told since when they know."""
    yield "person", plan.person_told if plan else None
    if not has_no_lawyer(state):
        yield "lawyer", plan.lawyer_told if plan else None


def _not_told(who: str) -> Failing:
    return Failing(
        "DPT-07",
        "the departure is not announced to the person"
        if who == "person"
        else "the departure is not announced to the lawyer",
    )


def _told_late(who: str, at: datetime, leaves: datetime, state: Trajectory) -> Reasons:
    hours = rule("EXE-05").length or 0
    values = {"at": local(at), "leaves": local(leaves), "hours": hours}
    if leaves - at >= timedelta(hours=hours):
        return
    yield Failing(
        "EXE-05",
        "the person was told on {at}, less than {hours} hours before departure on {leaves}"
        if who == "person"
        else "the lawyer was told on {at}, less than {hours} hours before departure on {leaves}",
        values,
    )
    if not _of_old(state):
        yield Failing(
            "EXE-05",
            "of decisions notified from {day} the notice is not known: the former one is kept",
            {"day": rule("APP-05").valid_from},
        )


def has_no_lawyer(state: Trajectory) -> bool:
    """Tell whether nobody stands by the person: so it is ticked, and no lawyer is on record."""
    tick = state.removal.tick(LAWYER_INFORMED)
    return tick is not None and tick.state == "not-applicable" and lawyer_since(state) is None


def lawyer_since(state: Trajectory) -> datetime | None:
    """Say since when a lawyer is on record."""
    return state.legal_aid.assigned if state.legal_aid else None


def _of_old(state: Trajectory) -> bool:
    decision = removing(state.rounds)
    reached = law_of(decision) if decision else None
    return reached is not None and is_old(reached)


def monitor_informed(attempt: Attempt) -> Reasons:
    """EXE-04: the General Inspectorate is told of every forced return before it is carried out."""
    plan = planned(attempt.state)
    if attempt.state is not None and forced(attempt) and not (plan and plan.monitor_told):
        yield Failing("EXE-04", "the General Inspectorate is not informed of the departure")


def duties_of_the_plan(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """Before the planned departure: the announcement, and the General Inspectorate told."""
    plan = planned(state)
    if plan is None or plan.departs is None:
        return
    since = plan.scheduled.at
    if not (plan.person_told and (plan.lawyer_told or has_no_lawyer(state))):
        notice = timedelta(hours=rule("EXE-05").length or 0)
        yield Due(
            "EXE-05",
            plan.departs - notice,
            "announce the departure to the person and the lawyer",
            since,
            is_duty=True,
        )
    if not plan.monitor_told:
        yield Due(
            "EXE-04",
            plan.departs,
            "inform the General Inspectorate of the departure",
            since,
            is_duty=True,
        )
