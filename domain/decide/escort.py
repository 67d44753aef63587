"""Who may escort a removal, and who has to lead it."""

from datetime import datetime

from domain.authority import role_for
from domain.decide.attempt import Attempt, Failing, Reasons, acting_as, in_a_row
from domain.decide.leaving import leaves_at, planned
from domain.lifecycle.who import HIERARCHY
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.state.removal import ESCORTED
from domain.trajectory import instant
from domain.values import DepartureMode

_LEADS = ("federal-police", "office-staff", "frontex")
_UNDER_AN_OFFICER = ("office-staff", "frontex")


def escort_proposed(attempt: Attempt) -> Reasons:
    """EXE-03: an escort is proposed before it is decided on, and is lawful on the day it leaves."""
    if attempt.state is None or attempt.saying("mode") != ESCORTED:
        return
    proposed = attempt.state.removal.escort
    leaves = instant(attempt.saying("departs")) or attempt.context.at
    members = proposed.members if proposed else ()
    yield from unlawful_escort(members, attempt.saying("transport"), leaves)


def escort_decided(attempt: Attempt) -> Reasons:
    """AUT-02: a departure under escort is decided by the hierarchy; an officer plans the others."""
    actor = attempt.context.actor
    if attempt.saying("mode") != ESCORTED or actor is None or role_for(actor, attempt.act) is None:
        return  # who may plan nothing at all is told so once
    if actor.functions.isdisjoint(HIERARCHY):
        yield Failing(
            "AUT-02",
            "{account} acts as {functions}; an escort is decided by {may}",
            {**acting_as(actor), "may": in_a_row(HIERARCHY)},
            about_people=True,
        )


def escort_lawful(attempt: Attempt) -> Reasons:
    """EXE-03: who goes along may escort on that day, and escorts by air are led by the police."""
    if attempt.state is None or attempt.saying("mode") is not DepartureMode.REMOVAL_ESCORTED:
        return
    plan = planned(attempt.state)
    escort = plan.escort if plan else ()
    transport = plan.transport if plan else "air"
    yield from unlawful_escort(escort, transport, leaves_at(attempt, plan))


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
