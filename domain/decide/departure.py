"""
What stops a departure: every condition of it, asked again at the moment it happens.

The regions answer; here stands the order in which the desk reads them. Under the first
version of the procedure four were known.
"""

from domain.decide import check_list
from domain.decide.attempt import Attempt, Guard, Guards, Reasons
from domain.decide.custody import not_held_elsewhere
from domain.decide.decision import decisions_notified, departure_term_over
from domain.decide.family import family_together, minor_provided_for
from domain.decide.health import fit_to_travel, medically_taken_in, no_open_objection
from domain.decide.identification import valid_document
from domain.decide.iom import office_does_not_object
from domain.decide.protection import (
    no_judicial_hold,
    no_protected_status,
    no_refoulement_risk,
    no_right_to_remain,
    not_postponed,
)
from domain.decide.remedies import no_interim_measure
from domain.decide.removal import (
    announced,
    as_departure,
    attempt_open,
    escort_lawful,
    escort_proposed,
    forced,
    has_title,
    in_attempt_order,
    in_departure_order,
    judged_lately,
    monitor_informed,
    no_remedy_runs,
    planned_ahead,
    planner_is_another,
    willing,
)
from domain.trajectory import instant
from domain.values import DepartureMode

CONDITIONS_OF_1: tuple[Guard, ...] = (
    has_title,
    decisions_notified,
    fit_to_travel,
    no_remedy_runs,
)

GUARDS: Guards = {"ConfirmDeparture": CONDITIONS_OF_1}


def period_over(attempt: Attempt) -> Reasons:
    """DEP-01 to DEP-05: no voluntary departure period runs, for who does not go willingly."""
    if not willing(attempt):
        yield from departure_term_over(attempt)


def not_put_off(attempt: Attempt) -> Reasons:
    """POS-03: the removal is not put off; of a departure, the guard of the risk says so."""
    if forced(attempt) and attempt.act != "ConfirmDeparture":
        yield from not_postponed(attempt)


BRAKES: tuple[Guard, ...] = (
    has_title,
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
)
"""The conditions that hold a removal back by law: a departure they would stop is not planned."""

CONDITIONS_OF_2: tuple[Guard, ...] = (
    has_title,  # 1
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
    judged_lately,  # 16
)
"""Everything that may stop a departure, in the order in which the desk reads it."""


def conditions_hold(attempt: Attempt) -> Reasons:
    """Ask every condition of the departure an act leads to, at the moment of the act."""
    asked = as_departure(attempt)
    for condition in CONDITIONS_OF_2:
        yield from condition(asked)


def nothing_would_hold_back(attempt: Attempt) -> Reasons:
    """Ask what holds a removal back by law, as it would be at the planned moment."""
    if attempt.said is None:
        return
    asked = as_departure(attempt)._replace(guards=BRAKES)
    if departs := instant(attempt.saying("departs")):
        asked = asked._replace(context=attempt.context._replace(at=departs))
    for brake in BRAKES:
        yield from brake(asked)


def departure_in_order(attempt: Attempt) -> Reasons:
    """Ask whether what must come before a departure of this kind has come."""
    asked = as_departure(attempt)
    yield from in_departure_order(asked)
    if asked.saying("mode") is DepartureMode.VOLUNTARY_IOM:
        yield from office_does_not_object(asked)


GUARDS_FROM_2: Guards = {
    "ScheduleRemoval": (
        in_attempt_order,
        planner_is_another,
        check_list.ready_to_plan,
        planned_ahead,
        escort_proposed,
        nothing_would_hold_back,
    ),
    "StartAttempt": (
        in_attempt_order,
        check_list.complete,
        medically_taken_in,
        conditions_hold,
    ),
    "CheckConditions": (attempt_open, conditions_hold),
    "ConfirmDeparture": (departure_in_order, conditions_hold),
}
