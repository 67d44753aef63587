"""What may refuse an act of custody: who prepares and decides, and where the resident is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide import absconding, chamber, prolongation, restrictions, titles
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
from domain.decide.detention import CustodyClocks, custody_clocks, known, said_day, steps_until
from domain.decide.family import may_be_kept
from domain.decide.release import UNLAWFUL, after, deadlines, release_due
from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus, RestrictionState
from domain.rules import rule
from domain.rules.calendar import brussels_day, term_end
from domain.state.custody import Custody
from domain.trajectory import Hand, Trajectory
from domain.values import Function

__all__ = [
    "CustodyClocks",
    "custody_clocks",
    "detention_lawful",
    "not_held_elsewhere",
    "release_due",
]

_S = CustodyStatus


# -- what other regions ask ---------------------------------------------------------------


def not_held_elsewhere(attempt: Attempt) -> Reasons:
    """CUS-04: nobody leaves from a prison or a hospital without being let go, nor once gone."""
    if attempt.state is None:
        return
    custody = attempt.state.custody
    day = brussels_day(custody.since) if custody.since else None
    if custody.status in (_S.PRISON, _S.HOSPITAL) and custody.discharged is None:
        yield Failing(
            "CUS-04",
            "the resident is in {state} since {day}, without release order or discharge",
            {"state": str(custody.status), "day": day},
        )
    elif custody.status is _S.ABSCONDED:
        yield Failing("CUS-04", "the resident has absconded since {day}", {"day": day})


def detention_lawful(attempt: Attempt) -> Reasons:
    """
    DET-01 to DET-06, CDC-03, CDC-05: what holds the resident still holds at that moment.

    The day on which a release is ordered is there to carry it out; nobody is held after the end.
    """
    if attempt.state is None or attempt.state.stage in ENDED:
        return
    today = brussels_day(attempt.context.at)
    for reason in release_due(attempt.state, attempt.context.at):
        if reason.values.get("day") != today:
            yield reason
    title = attempt.state.custody.title
    for prolonged in title.prolonged if title else ():
        later = prolonged.public_order or (title and prolonged is not title.prolonged[0])
        if later and prolonged.role != Function.MINISTER:
            yield Failing(
                "DET-04",
                "the prolongation until {day} was decided as {functions}; "
                "it is for the Minister alone",
                {"day": prolonged.until, "functions": prolonged.role},
                finding=UNLAWFUL,
            )


# -- preparing and deciding ---------------------------------------------------------------


def something_is_proposed(attempt: Attempt) -> Reasons:
    """CUS-01: what is decided was proposed."""
    if attempt.state is not None and _prepared(attempt) is None:
        yield Failing("CUS-01", "nothing is proposed that could be decided")


def decider_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who decides did not prepare it."""
    actor = attempt.context.actor
    for hand in (_prepared(attempt) or ()) if actor else ():
        if actor and hand.person == actor.person:
            yield Failing(
                "SEP-01",
                "{person} prepared this as {account}; another person must decide",
                {"person": actor.person, "account": hand.account},
            )
            return


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


# -- where the resident is ----------------------------------------------------------------


def somebody_to_release(attempt: Attempt) -> Reasons:
    """CUS-02: there is a detention, or a title, to end."""
    if attempt.state is None:
        return
    custody = attempt.state.custody
    if not custody.detained and custody.title is None:
        yield Failing("CUS-02", "nobody is held: {state}", {"state": str(custody.status)})


_LEADS_TO = {
    "prison": (_S.NOT_HELD, _S.HELD, _S.FAMILY_UNIT, _S.HOSPITAL, _S.RELEASED),
    "hospital": (_S.NOT_HELD, _S.HELD, _S.FAMILY_UNIT, _S.PRISON),
    "back": (_S.NOT_HELD, _S.PRISON, _S.HOSPITAL),
}


def moves_from_here(attempt: Attempt) -> Reasons:
    """CUS-02, DET-05: one goes where one is not; back only under a title that covers the day."""
    to = attempt.saying("to")
    if attempt.state is None or to is None:
        return
    custody, day = attempt.state.custody, brussels_day(attempt.context.at)
    if custody.status not in _LEADS_TO.get(to, ()):
        yield Failing("CUS-02", "the resident is {state}", {"state": str(custody.status)})
    elif to == "back":
        title = custody.title
        ends = said_day(title.ends) if title else None
        if ends is None or ends < day:
            yield Failing("CUS-02", "no detention title covers {day}", {"day": day})


def is_elsewhere(attempt: Attempt) -> Reasons:
    """CUS-02: a prison tells of whom it holds; it, or a hospital, lets go whom it has."""
    if attempt.state is None:
        return
    status = attempt.state.custody.status
    places = (_S.PRISON,) if attempt.act == "NotePrisonNotice" else (_S.PRISON, _S.HOSPITAL)
    if status not in places:
        yield Failing(
            "CUS-02",
            "the resident is {state}; this needs {after}",
            {"state": str(status), "after": ", ".join(places)},
        )


def in_family_unit(attempt: Attempt) -> Reasons:
    """CUS-02: what is reviewed is a stay in a family unit."""
    if attempt.state and attempt.state.custody.status is not _S.FAMILY_UNIT:
        status = str(attempt.state.custody.status)
        yield Failing("CUS-02", "the resident is {state}", {"state": status})


# -- put together -------------------------------------------------------------------------

_TITLE_ACT = (
    titles.nothing_milder_would_do,
    titles.place_is_fitting,
    titles.title_days_are_told,
    titles.title_within_its_length,
    titles.not_gone,
    titles.no_release_is_due,
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
    "IssueDetentionTitle": (*_DECIDED, titles.title_as_proposed, *_TITLE_ACT),
    "ProposeProlongation": _PROLONGATION,
    "ProlongDetention": (*_DECIDED, prolongation.decider_is_high_enough, *_PROLONGATION),
    "ReleaseResident": (somebody_to_release,),
    "MoveResident": (moves_from_here,),
    "DischargeResident": (is_elsewhere,),
    "NotePrisonNotice": (is_elsewhere,),
    "ReviewFamilyStay": (in_family_unit,),
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


ADDS: Adds = {
    "ProposeDetention": titles.proposed_for,
    "IssueDetentionTitle": titles.issued_as,
    "ProlongDetention": prolongation.prolonged_as,
}


# -- clocks -------------------------------------------------------------------------------


def _release_clocks(state: Trajectory, now: datetime) -> Iterator[Due]:
    yield from (deadline.due for deadline in deadlines(state, now))


def _steps_clock(state: Trajectory, now: datetime) -> Iterator[Due]:
    """DET-02: a step towards removal within the working days, or no prolongation."""
    custody = state.custody
    title = custody.title
    if title is None or title.issued is None or title.prolonged or not custody.detained:
        return
    at = after(steps_until(title))
    if at and not any(step.at <= now for step in custody.steps):
        yield Due("DET-02", at, "take a step towards removal", title.issued.at, is_duty=True)


def _review_clock(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """DET-14: a family stays as briefly as possible, so the question is put again and again."""
    custody = state.custody
    if custody.status is not _S.FAMILY_UNIT or not custody.stays:
        return
    since = max((custody.stays[-1].begun, *custody.reviews))
    at = after(known(lambda: term_end(brussels_day(since), rule("DET-14"))))
    if at:
        yield Due("DET-14", at, "review the stay in the family unit", since, is_duty=True)


def _prison_clock(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """PRI-01: the prison tells the Immigration Office at once."""
    custody = state.custody
    if custody.status is _S.PRISON and custody.prison_notice is None and custody.since:
        yield Due(
            "PRI-01",
            custody.since,
            "the prison's notice to the Immigration Office",
            custody.since,
            is_duty=True,
        )


CLOCKS: Clocks = (
    _release_clocks,
    _steps_clock,
    _review_clock,
    _prison_clock,
    absconding.answer_clock,
    chamber.chamber_terms,
)
