"""What may refuse a removal or a departure."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace
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
    local,
)
from domain.decide.suspension import NEW_REGIME, appeals_in_the_way, term_in_the_way
from domain.decide.tables import follows
from domain.lifecycle import IomState, Stage
from domain.lifecycle.removal import ATTEMPT, CHECK_LIST, SECOND_SIGNATURE, AttemptState
from domain.lifecycle.stages import SECOND
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.state.removal import ESCORTED, RemovalAttempt
from domain.trajectory import Trajectory, instant
from domain.values import DepartureMode, StatisticalCategory

_REMOVAL = (DepartureMode.REMOVAL_ESCORTED, DepartureMode.REMOVAL_UNESCORTED)
_LEADS = ("federal-police", "office-staff", "frontex")
_UNDER_AN_OFFICER = ("office-staff", "frontex")

# -- what kind of departure -----------------------------------------------------------------


def planned(state: Trajectory | None) -> RemovalAttempt | None:
    """Give the attempt that is planned or under way."""
    if state is None or state.stage is not Stage.DEPARTURE_PLANNED:
        return None
    attempt = state.removal.attempt
    return attempt if attempt and attempt.open else None


def as_departure(attempt: Attempt) -> Attempt:
    """
    Put any act of a removal as the departure it leads to, for the conditions of one.

    A departure says its mode itself. Of an attempt the plan says it; and where nothing
    is said or planned, the departure is voluntary if the person declared it, else forced.
    """
    if attempt.saying("mode") in tuple(DepartureMode):
        return attempt
    plan = planned(attempt.state)
    if attempt.act == "ScheduleRemoval" and attempt.said is not None:
        mode = _by_force(attempt.saying("mode"))
    elif plan:
        mode = _by_force(plan.mode)
    elif attempt.state is not None and attempt.state.declared:
        mode = DepartureMode.VOLUNTARY_IOM
    else:
        mode = DepartureMode.REMOVAL_UNESCORTED
    return attempt._replace(said=SimpleNamespace(mode=mode, consents=None))


def _by_force(mode: str) -> DepartureMode:
    escorted = mode == ESCORTED
    return DepartureMode.REMOVAL_ESCORTED if escorted else DepartureMode.REMOVAL_UNESCORTED


def willing(attempt: Attempt) -> bool:
    """Tell whether the person goes of free will: a declaration stands, or it is said so."""
    declared = attempt.state is not None and attempt.state.declared
    said = attempt.procedure >= SECOND and attempt.saying("consents") is True
    return (declared or said) and attempt.saying("mode") not in _REMOVAL


def forced(attempt: Attempt) -> bool:
    """Tell a departure that is a removal: what is not known to be of free will is one."""
    return attempt.saying("mode") is not DepartureMode.VOLUNTARY_IOM and not willing(attempt)


# -- the conditions of a departure ------------------------------------------------------------


def has_title(attempt: Attempt) -> Reasons:
    """TIT-01: a notified decision in force, or a signed and unwithdrawn declaration."""
    state = attempt.state
    if state is None:
        return
    mode = attempt.saying("mode")
    declared = state.declared and mode not in _REMOVAL
    if mode is DepartureMode.VOLUNTARY_IOM and not declared:
        yield Failing("TIT-01", "no voluntary return declaration is signed and standing")
    elif not declared and state.decision is None:
        yield Failing(
            "TIT-01", "no decision is notified and in force, and no voluntary declaration stands"
        )


def no_remedy_runs(attempt: Attempt) -> Reasons:
    """APP-02 to APP-10, INF-04, NOT-02: no suspensive remedy is open, no such term runs."""
    state = attempt.state
    if state is None:
        return
    yield from appeals_in_the_way(state)
    day = brussels_day(attempt.context.at)
    yield from term_in_the_way(state, day, consents=willing(attempt))


def announced(attempt: Attempt) -> Reasons:
    """
    EXE-05: the person and the lawyer knew of the departure long enough before it.

    The hours are those of the law until 11 June 2026. What holds for decisions notified
    since is not known: the same hours are kept.
    """
    state = attempt.state
    if state is None or not forced(attempt):
        return
    plan = planned(state)
    needed = ("person",) if _has_no_lawyer(state) else ("person", "lawyer")
    told = {"person": plan and plan.person_told, "lawyer": plan and plan.lawyer_told}
    for who in needed:
        if (at := told[who]) is None:
            yield _not_told(who)
        else:
            yield from _told_late(who, at, _leaves_at(attempt, plan), state)


def _not_told(who: str) -> Failing:
    return Failing(
        "EXE-05",
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
            {"day": NEW_REGIME},
        )


def _has_no_lawyer(state: Trajectory) -> bool:
    tick = state.removal.tick("lawyer-informed")
    return tick is not None and tick.state == "not-applicable"


def _of_old(state: Trajectory) -> bool:
    decision = state.decision
    notified = decision.notified if decision else None
    return notified is not None and brussels_day(notified.at) < NEW_REGIME


def _leaves_at(attempt: Attempt, plan: RemovalAttempt | None) -> datetime:
    """Say when the person leaves: as planned, or sooner where a departure was sooner."""
    at = attempt.context.at
    departs = plan.departs if plan else None
    if departs is None:
        return at
    return min(departs, at) if attempt.act == "ConfirmDeparture" else departs


def monitor_informed(attempt: Attempt) -> Reasons:
    """EXE-04: the General Inspectorate is told of every forced return before it is carried out."""
    plan = planned(attempt.state)
    if attempt.state is not None and forced(attempt) and not (plan and plan.monitor_told):
        yield Failing("EXE-04", "the General Inspectorate is not informed of the departure")


def escort_lawful(attempt: Attempt) -> Reasons:
    """EXE-03: who goes along may escort on that day, and escorts by air are led by the police."""
    if attempt.state is None or attempt.saying("mode") is not DepartureMode.REMOVAL_ESCORTED:
        return
    plan = planned(attempt.state)
    escort = plan.escort if plan else ()
    transport = plan.transport if plan else "air"
    yield from unlawful_escort(escort, transport, _leaves_at(attempt, plan))


def unlawful_escort(escort: tuple[str, ...], transport: str, leaves: datetime) -> Reasons:
    """EXE-03: say what is wrong with an escort on the day it would leave."""
    if not set(escort).intersection(_LEADS):
        yield Failing("EXE-03", "no escort is decided for this departure that may carry it out")
        return
    if transport != "air":
        return
    row = rule("EXE-03")
    if "office-staff" in escort and not row.in_force(brussels_day(leaves)):
        yield Failing(
            "EXE-03",
            "staff of the Immigration Office may escort by air from {first} to {last} only",
            {"first": row.valid_from, "last": row.valid_to},
        )
    # Arts 28/1 and 28/2: on a removal by air the others act under a police officer.
    if set(escort).intersection(_UNDER_AN_OFFICER) and "federal-police" not in escort:
        yield Failing("EXE-03", "no police officer leads the escort by air")


def judged_lately(attempt: Attempt) -> Reasons:
    """DPT-01: the conditions were looked at right before the removal; to begin is to look."""
    plan = planned(attempt.state)
    if plan is None or plan.checked is None or not forced(attempt):
        return  # of an attempt that has not begun, the order of attempts tells
    if attempt.act in ("StartAttempt", "CheckConditions"):
        return
    minutes = rule("DPT-01").length or 0
    if attempt.context.at - plan.checked > timedelta(minutes=minutes):
        yield Failing(
            "DPT-01",
            "the conditions were last checked on {at}, more than {minutes} minutes before",
            {"at": local(plan.checked), "minutes": minutes},
        )


# -- the steps of a removal -------------------------------------------------------------------


def in_attempt_order(attempt: Attempt) -> Reasons:
    """DPT-02: planned, started, then failed or carried out; or called off before it started."""
    if attempt.state is None:
        return
    latest = attempt.state.removal.attempt
    now = latest.state if latest and latest.carried_out is None else None
    passes, after = follows(ATTEMPT, now, attempt.act)
    if not passes:
        yield Failing(
            "DPT-02",
            "the removal attempt is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def attempt_open(attempt: Attempt) -> Reasons:
    """DPT-02: what is told of an attempt is told while one is planned or under way."""
    if attempt.state is not None and planned(attempt.state) is None:
        yield Failing("DPT-02", "no removal attempt is planned")


def in_departure_order(attempt: Attempt) -> Reasons:
    """DPT-02, IOM-01: a removal is an attempt that has started; a voluntary return is booked."""
    state = attempt.state
    if state is None:
        return
    plan = planned(state)
    if forced(attempt):
        if plan is None or plan.state is not AttemptState.STARTED:
            yield Failing("DPT-02", "no removal attempt has started")
    elif attempt.saying("mode") is DepartureMode.VOLUNTARY_IOM:
        yield from _booked(state)


def _booked(state: Trajectory) -> Reasons:
    if state.iom is None or state.iom.state is not IomState.BOOKED:
        yield Failing("IOM-01", "no journey is booked with IOM")


def prepared_anew(attempt: Attempt) -> Reasons:
    """DPT-02: a removal already prepared is prepared anew after an attempt not carried out."""
    state = attempt.state
    if state is None or state.stage is not Stage.REMOVAL_PREPARED:
        return
    last, prepared = state.removal.attempt, state.removal.prepared
    if prepared and (last is None or last.since <= prepared.at):
        yield Failing("DPT-02", "a removal is prepared, and no attempt has been made since")


def planned_ahead(attempt: Attempt) -> Reasons:
    """DPT-02: a departure is planned for a moment that is still to come."""
    if attempt.said is None:
        return
    departs = instant(attempt.saying("departs"))
    if departs is None:
        yield Failing("DPT-02", "{at} is no moment", {"at": attempt.saying("departs")})
    elif departs <= attempt.context.at:
        yield Failing(
            "DPT-02",
            "the departure of {at} would be before it was planned",
            {"at": local(departs)},
        )


def escort_proposed(attempt: Attempt) -> Reasons:
    """EXE-03: an escort is proposed before it is decided on, and is lawful on the day it leaves."""
    if attempt.state is None or attempt.saying("mode") != ESCORTED:
        return
    proposed = attempt.state.removal.escort
    leaves = instant(attempt.saying("departs")) or attempt.context.at
    members = proposed.members if proposed else ()
    yield from unlawful_escort(members, attempt.saying("transport"), leaves)


def planner_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who plans the departure neither prepared nor proposed it."""
    actor = attempt.context.actor
    if actor is None or attempt.state is None:
        return
    removal = attempt.state.removal
    proposed = removal.escort.by if removal.escort else None
    for hand in (removal.prepared, proposed):
        if hand is not None and hand.person == actor.person:
            yield Failing(
                "SEP-01",
                "{person} proposed this escort as {account}; another person must decide"
                if hand is proposed
                else "{person} prepared this removal as {account}; another person must decide",
                {"person": actor.person, "account": hand.account},
            )


def somebody_goes_along(attempt: Attempt) -> Reasons:
    """EXE-03: an escort proposed is somebody."""
    if attempt.said is not None and not attempt.saying("escort"):
        yield Failing("EXE-03", "the escort proposed is nobody")


def told_to_somebody(attempt: Attempt) -> Reasons:
    """EXE-05: an announcement is made to the person, to the lawyer, or to both."""
    if attempt.said is None:
        return
    if not (attempt.saying("to_person") or attempt.saying("to_lawyer")):
        yield Failing("EXE-05", "say to whom: the person, the lawyer or both")


# -- the check-list ---------------------------------------------------------------------------


def signed_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who signs the list second ticked nothing on it."""
    actor = attempt.context.actor
    if actor is None or attempt.state is None or attempt.saying("item") != SECOND_SIGNATURE:
        return
    theirs = [tick for tick in attempt.state.removal.ticks if tick.item != SECOND_SIGNATURE]
    for tick in theirs:
        if tick.by.person == actor.person:
            yield Failing(
                "SEP-01",
                "{person} ticked {item} as {account}; another person must sign",
                {"person": actor.person, "item": tick.item, "account": tick.by.account},
            )
            return


def set_aside_for_a_reason(attempt: Attempt) -> Reasons:
    """DPT-04: what may not apply says why; the rest always applies."""
    if attempt.saying("state") != "not-applicable":
        return
    item = attempt.saying("item")
    if not any(one.may_not_apply for one in CHECK_LIST if one.code == item):
        yield Failing("DPT-04", "{item} always applies", {"item": item})
    elif attempt.saying("reference") is None and attempt.saying("remark") is None:
        yield Failing("DPT-04", "{item}: say why, with a reference or a remark", {"item": item})


def is_ticked(attempt: Attempt) -> Reasons:
    """DPT-02: only what is ticked can be opened again."""
    item = attempt.saying("item")
    if attempt.state is not None and item and attempt.state.removal.tick(item) is None:
        yield Failing("DPT-02", "{item} is not ticked", {"item": item})


GUARDS: Guards = {
    "PrepareRemoval": (has_title,),
    "TickItem": (signed_by_another, set_aside_for_a_reason),
    "UntickItem": (is_ticked,),
    "ProposeEscort": (somebody_goes_along,),
    "AnnounceRemoval": (attempt_open, told_to_somebody),
    "InformMonitor": (attempt_open,),
    "FailAttempt": (in_attempt_order,),
    "CancelAttempt": (in_attempt_order,),
}

GUARDS_FROM_2: Guards = {"PrepareRemoval": (has_title, prepared_anew)}


def _prepared_on(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    if state.decision and state.decision.notified:
        yield state.decision.notified.at
    yield state.since
    if state.procedure >= SECOND:
        yield state.removal.since


def _ticked_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Rest on the preparation; a signature on all there is to sign, opening again on the tick."""
    removal, item = state.removal, attempt.saying("item")
    yield removal.prepared.at if removal.prepared else state.since
    if item == SECOND_SIGNATURE:
        yield removal.since
    elif attempt.act == "UntickItem" and item and (tick := removal.tick(item)):
        yield tick.by.at


def _while_prepared(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.since
    yield state.removal.since


def _planned_on(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    latest = state.removal.attempt
    yield latest.scheduled.at if latest else None


def _attempt_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    latest = state.removal.attempt
    yield latest.since if latest else None


def after_everything(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment of the last act: nothing comes before it that ends a trajectory."""
    yield state.latest


RESTS_ON: RestsOn = {
    "PrepareRemoval": _prepared_on,
    "TickItem": _ticked_on,
    "UntickItem": _ticked_on,
    "ProposeEscort": _while_prepared,
    "AnnounceRemoval": _planned_on,
    "InformMonitor": _planned_on,
    "FailAttempt": _attempt_so_far,
    "CancelAttempt": _attempt_so_far,
    # What all conditions were judged by must have been so at that moment.
    "ScheduleRemoval": after_everything,
    "StartAttempt": after_everything,
    "CheckConditions": after_everything,
    "ConfirmDeparture": after_everything,
}


def _counted_as(_state: Trajectory | None, _said: Any, _context: Context) -> dict[str, Any]:
    # Return from a closed centre or a family unit is always counted as forced.
    return {"statistical_category": StatisticalCategory.FORCED}


ADDS: Adds = {"ConfirmDeparture": _counted_as}


def _duties_of_the_plan(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """Before the planned departure: the announcement, and the General Inspectorate told."""
    plan = planned(state)
    if plan is None or plan.departs is None:
        return
    since = plan.scheduled.at
    if not (plan.person_told and (plan.lawyer_told or _has_no_lawyer(state))):
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


def _freshness(state: Trajectory, _now: datetime) -> Iterator[Due]:
    plan = planned(state)
    if plan is not None and plan.checked is not None:
        minutes = timedelta(minutes=rule("DPT-01").length or 0)
        until = plan.checked + minutes
        yield Due("DPT-01", until, "the check of the conditions runs out", plan.checked)


CLOCKS: Clocks = (_duties_of_the_plan, _freshness)
