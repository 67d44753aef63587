"""What may refuse an act of custody, put together: who prepares and who decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide import (
    absconding,
    chamber,
    prolongation,
    recount,
    restrictions,
    titles,
    whereabouts,
)
from domain.decide.attempt import (
    Adds,
    Attempt,
    Clocks,
    Due,
    Failing,
    Guards,
    Reasons,
    RestsOn,
)
from domain.decide.ladder import step_in_time, steps_until, times_prolonged
from domain.decide.places import may_be_kept
from domain.decide.release import deadlines
from domain.lifecycle.custody import RestrictionState
from domain.rules.calendar import end_of_day
from domain.state.custody import Custody
from domain.state.decision import Hand
from domain.trajectory import Trajectory

# -- preparing and deciding ---------------------------------------------------------------


def something_is_proposed(attempt: Attempt) -> Reasons:
    """CUS-01: what is decided was proposed."""
    if attempt.state is not None and _prepared(attempt) is None:
        yield Failing("CUS-01", "nothing is proposed that could be decided")


def decider_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who decides did not prepare it."""
    if theirs := attempt.own_part(*(_prepared(attempt) or ())):
        yield Failing(
            "SEP-01",
            "{person} prepared this as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def _prepared(attempt: Attempt) -> tuple[Hand, ...] | None:
    """Return the hands that prepared what an act decides; ``None`` where nothing waits."""
    custody = attempt.state.custody if attempt.state else Custody()
    waiting: Any = None
    if attempt.act == "IssueDetentionTitle":
        waiting = custody.proposed
    elif attempt.act == "ProlongDetention":
        waiting = custody.title.proposed if custody.title else None
    elif attempt.act == "ImposeRestriction":
        meant = restrictions.restriction_meant(attempt)
        waiting = meant if meant and meant.state is RestrictionState.PROPOSED else None
    elif custody.absconding and custody.absconding.waits:
        waiting = custody.absconding
    return waiting.prepared if waiting else None


# -- put together -------------------------------------------------------------------------

_TITLE_ACT = (
    titles.nothing_milder_would_do,
    titles.place_is_fitting,
    titles.title_days_are_told,
    titles.boarding_was_refused,
    titles.title_within_its_length,
    titles.not_gone,
    titles.no_release_is_due,
    titles.own_dwelling_weighed,
    titles.prolongs_lawfully,
)
_DECIDED = (something_is_proposed, decider_is_another)
_PROLONGATION = (
    prolongation.title_can_be_prolonged,
    prolongation.steps_were_taken,
    titles.no_release_is_due,
    may_be_kept,
)

GUARDS: Guards = {
    "ProposeDetention": _TITLE_ACT,
    "IssueDetentionTitle": (
        *_DECIDED,
        titles.title_as_proposed,
        titles.minister_goes_on,
        titles.heard_about_it,
        titles.place_has_room,
        *_TITLE_ACT,
    ),
    "ProposeProlongation": _PROLONGATION,
    "ProlongDetention": (*_DECIDED, prolongation.decider_is_high_enough, *_PROLONGATION),
    "ReleaseResident": (whereabouts.somebody_to_release,),
    "MoveResident": (whereabouts.moves_from_here,),
    "DischargeResident": (whereabouts.is_elsewhere,),
    "NotePrisonNotice": (whereabouts.is_elsewhere,),
    "ReviewFamilyStay": (whereabouts.in_family_unit,),
    "SeizeCouncilChamber": (chamber.somebody_is_held, chamber.request_is_admissible),
    "RecordChamberRuling": (chamber.ruling_is_awaited,),
    "AppealChamberRuling": (chamber.ruling_can_be_appealed,),
    "ProposeRestriction": (restrictions.preventive_in_departure_period,),
    "ImposeRestriction": (
        restrictions.in_restriction_order,
        decider_is_another,
        restrictions.preventive_in_departure_period,
    ),
    "RecordRestrictionBreach": (restrictions.in_restriction_order,),
    "LiftRestriction": (restrictions.in_restriction_order,),
    "ProposeAbsconding": (titles.not_gone, absconding.raised_before),
    "EstablishAbsconding": (
        *_DECIDED,
        titles.not_gone,
        absconding.informed_of_duty,
        absconding.time_to_answer_is_over,
    ),
    "FindResident": (absconding.has_absconded,),
}


def _custody_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the last act of custody, and what was prepared for this one."""
    custody = state.custody
    yield custody.since
    if attempt.act in ("ProposeDetention", "IssueDetentionTitle"):
        yield from _last_hand(custody.proposed)
        if titles.for_lack_of_cooperation(attempt):
            yield state.informed_at
    elif attempt.act in ("ProposeProlongation", "ProlongDetention"):
        yield from _last_hand(custody.title.proposed if custody.title else None)
    elif attempt.act in ("ProposeAbsconding", "EstablishAbsconding", "FindResident"):
        yield from _last_hand(custody.absconding)
        if attempt.act == "EstablishAbsconding":
            yield state.informed_at


def _last_hand(prepared: Any) -> Iterator[datetime]:
    if prepared is not None and prepared.prepared:
        yield prepared.prepared[-1].at


_CHAIN = (
    "ProposeDetention",
    "IssueDetentionTitle",
    "ProposeProlongation",
    "ProlongDetention",
    "ReleaseResident",
    "MoveResident",
    "DischargeResident",
    "NotePrisonNotice",
    "ReviewFamilyStay",
    "ProposeAbsconding",
    "EstablishAbsconding",
    "FindResident",
)

RESTS_ON: RestsOn = (
    dict.fromkeys(_CHAIN, _custody_so_far)
    | dict.fromkeys((*restrictions.REACHES, "ProposeRestriction"), restrictions.restriction_so_far)
    | dict.fromkeys(("RecordChamberRuling", "AppealChamberRuling"), chamber.case_so_far)
)


CORRECTED = recount.CORRECTED

ADDS: Adds = {
    "ProposeDetention": titles.proposed_for,
    "IssueDetentionTitle": titles.issued_as,
    "ProlongDetention": prolongation.prolonged_as,
}


# -- clocks -------------------------------------------------------------------------------


def _release_clocks(state: Trajectory, now: datetime) -> Iterator[Due]:
    held = state.custody.stay is not None  # also where the trajectory ended and nobody let go
    yield from (deadline.due._replace(outlives=held) for deadline in deadlines(state, now))


def _steps_clock(state: Trajectory, now: datetime) -> Iterator[Due]:
    """DET-02: a step towards removal within the working days, or no prolongation."""
    custody = state.custody
    title = custody.title
    if title is None or title.issued is None or not custody.detained:
        return
    if title.prolonged or times_prolonged(custody, title):
        return
    at = end_of_day(steps_until(custody, title))
    if at and not step_in_time(custody, title, now):
        yield Due("DET-02", at, "take a step towards removal", title.issued.at, is_duty=True)


CLOCKS: Clocks = (
    _release_clocks,
    _steps_clock,
    whereabouts.review_clock,
    whereabouts.prison_clock,
    absconding.answer_clock,
    chamber.chamber_terms,
)
