"""
What stops a departure: every condition of it, asked again at the moment it happens.

The regions answer; here stands the order in which the desk reads them. Under the first
version of the procedure four were known.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from domain.decide import check_list
from domain.decide.always import after_everything
from domain.decide.attempt import (
    Adds,
    Attempt,
    Clocks,
    Context,
    Due,
    Failing,
    Guard,
    Guards,
    Reasons,
    RestsOn,
    acting_as,
    local,
)
from domain.decide.enforcement import no_remedy_runs, not_put_off, period_over
from domain.decide.escort import escort_decided, escort_lawful, escort_proposed
from domain.decide.health import fit_to_travel, medically_taken_in, no_open_objection
from domain.decide.identification import valid_document
from domain.decide.iom import office_does_not_object
from domain.decide.leaving import (
    REMOVAL,
    as_departure,
    borne_out,
    consents,
    forced,
    has_title,
    is_held,
    planned,
    statement_of_consent,
    willing,
)
from domain.decide.notice import announced, duties_of_the_plan, monitor_informed
from domain.decide.notification import decisions_notified
from domain.decide.protection import (
    no_judicial_hold,
    no_protected_status,
    no_refoulement_risk,
    no_right_of_residence,
    no_right_to_remain,
)
from domain.decide.remedies import no_interim_measure
from domain.decide.removal import attempt_open, in_attempt_order
from domain.decide.responsible import still_responsible
from domain.decide.unity import family_together, minor_provided_for
from domain.decide.whereabouts import not_held_elsewhere
from domain.lifecycle import IomState
from domain.lifecycle.removal import CONSENT_STATEMENT, AttemptState
from domain.lifecycle.stages import SECOND
from domain.rules import rule
from domain.rules.codes import Codes
from domain.trajectory import Trajectory, instant
from domain.values import DepartureMode, Evidence, Function, StatisticalCategory

CONDITIONS_OF_1: tuple[Guard, ...] = (
    has_title,
    decisions_notified,
    fit_to_travel,
    no_remedy_runs,
)

GUARDS: Guards = {"ConfirmDeparture": CONDITIONS_OF_1}


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


BRAKES: tuple[Guard, ...] = (
    has_title,
    still_responsible,
    decisions_notified,
    period_over,
    no_remedy_runs,
    no_right_to_remain,
    no_refoulement_risk,
    not_put_off,
    no_interim_measure,
    family_together,
    minor_provided_for,
    no_judicial_hold,
    no_protected_status,
    no_right_of_residence,
)
"""The conditions that hold a removal back by law: a departure they would stop is not planned."""

CONDITIONS_OF_2: tuple[Guard, ...] = (
    has_title,  # 1
    still_responsible,
    decisions_notified,
    period_over,  # 2
    no_remedy_runs,  # 3
    no_right_to_remain,  # 4
    no_refoulement_risk,  # 5
    not_put_off,
    no_interim_measure,  # 6
    fit_to_travel,  # 7
    no_open_objection,
    family_together,  # 8
    minor_provided_for,
    valid_document,  # 9
    announced,  # 10
    monitor_informed,  # 11
    escort_lawful,  # 12
    not_held_elsewhere,  # 13
    no_judicial_hold,  # 14
    no_protected_status,  # 15
    no_right_of_residence,
    judged_lately,  # 16
)
"""Everything that may stop a departure, in the order in which the desk reads it."""


def conditions_hold(attempt: Attempt) -> Reasons:
    """Ask every condition of the departure an act leads to, at the moment of the act."""
    if took_place(attempt):
        return
    asked = as_departure(attempt)
    for condition in CONDITIONS_OF_2:
        yield from condition(asked)


def nothing_would_hold_back(attempt: Attempt) -> Reasons:
    """Ask what holds a removal back by law, as it would be at the planned moment."""
    if attempt.said is None:
        return
    asked = as_departure(attempt)
    if departs := instant(attempt.saying("departs")):
        asked = asked._replace(context=attempt.context._replace(at=departs))
    for reason in held_back(asked):
        yield reason._replace(of_departure=True)


def held_back(departure: Attempt) -> Reasons:
    """Ask what holds a departure back by law, at its moment; the family is asked the same."""
    asked = departure._replace(guards=BRAKES)
    for brake in BRAKES:
        yield from brake(asked)


def in_departure_order(attempt: Attempt) -> Reasons:
    """DPT-02, IOM-01, IOM-05: a removal has started as an attempt; a return with IOM is booked."""
    asked = as_departure(attempt)
    if asked.state is None or took_place(attempt):
        return
    plan = planned(asked.state)
    if plan is not None and asked.saying("mode") not in REMOVAL:
        yield Failing(
            "DPT-02",
            "removal attempt {n} is {state}: fail or cancel it before a departure of another kind",
            {"n": plan.number, "state": plan.state},
        )
    if forced(asked):
        if plan is None or plan.state is not AttemptState.STARTED:
            yield Failing("DPT-02", "no removal attempt has started")
    elif asked.saying("mode") is DepartureMode.VOLUNTARY_IOM:
        yield from _booked(asked.state)
        yield from office_does_not_object(asked)


def consent_borne_out(attempt: Attempt) -> Reasons:
    """DPT-06, SEP-01: that who is held agrees to go, another person has on paper."""
    state = attempt.state
    if state is None or not consents(attempt) or state.declared or took_place(attempt):
        return
    if not borne_out(state):
        yield Failing(
            "DPT-06",
            "nothing on record bears out that the person agrees: no declaration is signed, and "
            "{item} is not ticked as one of consent",
            {"item": Codes.of("removal.check-list", CONSENT_STATEMENT)},
        )
        return
    tick = statement_of_consent(state) if is_held(state) else None
    if theirs := attempt.own_part(tick.by if tick else None):
        yield Failing(
            "SEP-01",
            "{person} ticked {item} as {account}; another person must record the departure",
            {
                "person": theirs.person,
                "item": Codes.of("removal.check-list", CONSENT_STATEMENT),
                "account": theirs.account,
            },
            about_people=True,
        )


def shown_by_something(attempt: Attempt) -> Reasons:
    """DPT-05, COD-02: what shows that the resident left is said; other than listed in words."""
    if attempt.said is None or attempt.alone:
        return  # of another member of the family it is said in that dossier
    evidence = attempt.saying("evidence")
    if not evidence:
        yield Failing("DPT-05", "it is not said what shows that the resident left")
    elif Evidence.OTHER in evidence and attempt.saying("remark") is None:
        yield Failing("COD-02", "{field}: other needs a remark", {"field": "evidence"})


def _booked(state: Trajectory) -> Reasons:
    if state.iom is None or state.iom.state is not IomState.BOOKED:
        yield Failing("IOM-01", "no journey is booked with IOM")


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


def planner_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who plans the departure neither prepared nor proposed it."""
    if attempt.state is None:
        return
    removal = attempt.state.removal
    if theirs := attempt.own_part(removal.prepared):
        yield Failing(
            "SEP-01",
            "{person} prepared this removal as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )
    if theirs := attempt.own_part(removal.escort.by if removal.escort else None):
        yield Failing(
            "SEP-01",
            "{person} proposed this escort as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def took_place(attempt: Attempt) -> bool:
    """
    Tell what is recorded although something stood in its way: it happened, lawful or not.

    Read back it is judged as any other: that is how the breach is found.
    """
    return attempt.saying("despite") is not None and attempt.context.actor is not None


def told_as_it_was(attempt: Attempt) -> Reasons:
    """DPT-08: what went against a block is told by the director, afterwards, and of no other."""
    actor, context = attempt.context.actor, attempt.context
    if actor is None or not took_place(attempt) or attempt.alone:
        return
    if Function.CENTRE_DIRECTOR not in actor.functions:
        yield Failing(
            "DPT-08",
            "{account} acts as {functions}; what went against a block is told by the {may}",
            {**acting_as(actor), "may": str(Function.CENTRE_DIRECTOR)},
            about_people=True,
        )
    if context.at >= context.now:
        yield Failing("DPT-08", "what goes against a block is told once it has happened: --on")
    asked = attempt._replace(context=context._replace(actor=None))
    guards = _ASKED[attempt.act]
    if not any(True for guard in guards for _ in guard(asked)):
        yield Failing("DPT-08", "nothing stood in its way: it is recorded as any other")


def unless_it_took_place(guard: Guard) -> Guard:
    """Make a guard that nothing asks of what took place although something stood in its way."""

    def asked(attempt: Attempt) -> Reasons:
        if not took_place(attempt):
            yield from guard(attempt)

    asked.__doc__ = guard.__doc__
    return asked


GUARDS_FROM_2: Guards = {
    "ScheduleRemoval": (
        in_attempt_order,
        planner_is_another,
        check_list.ready_to_plan,
        planned_ahead,
        escort_proposed,
        escort_decided,
        nothing_would_hold_back,
    ),
    "StartAttempt": (
        in_attempt_order,
        unless_it_took_place(check_list.complete),
        unless_it_took_place(medically_taken_in),
        conditions_hold,
        told_as_it_was,
    ),
    "CheckConditions": (attempt_open, conditions_hold),
    "ConfirmDeparture": (
        in_departure_order,
        consent_borne_out,
        shown_by_something,
        conditions_hold,
        told_as_it_was,
    ),
}

_ASKED: Guards = {
    "StartAttempt": (check_list.complete, medically_taken_in, conditions_hold),
    "ConfirmDeparture": (in_departure_order, consent_borne_out, conditions_hold),
}
"""What gives way to what took place: on record as it happened, and an alert with it."""

# What all conditions were judged by must have been so at that moment.
RESTS_ON: RestsOn = dict.fromkeys(
    ("ScheduleRemoval", "StartAttempt", "CheckConditions", "ConfirmDeparture"), after_everything
)


def _counted_as(state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    """
    Count a departure as forced or voluntary; under the first version all are forced.

    Return from a closed centre, a family unit or a prison is always counted as forced, even of
    a person who wants to go: of who was released only a removal is.
    """
    leaving = Attempt(state, "ConfirmDeparture", context, said)
    if leaving.procedure < SECOND:
        return {
            "statistical_category": StatisticalCategory.FORCED,
            "evidence": said.evidence or (Evidence.OTHER,),
        }
    forced_ = state is None or is_held(state) or not willing(leaving)
    counted = StatisticalCategory.FORCED if forced_ else StatisticalCategory.VOLUNTARY
    return {"statistical_category": counted}


ADDS: Adds = {"ConfirmDeparture": _counted_as}


def _freshness(state: Trajectory, _now: datetime) -> Iterator[Due]:
    plan = planned(state)
    if plan is not None and plan.checked is not None:
        minutes = timedelta(minutes=rule("DPT-01").length or 0)
        until = plan.checked + minutes
        yield Due("DPT-01", until, "the check of the conditions runs out", plan.checked)


CLOCKS: Clocks = (duties_of_the_plan, _freshness)
