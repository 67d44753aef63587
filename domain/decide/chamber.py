"""The council chamber's control of a detention: who may ask when, rulings, appeals, terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.decide.attempt import Attempt, Due, Failing, Reasons, local
from domain.decide.release import cases_of_this_stay
from domain.lifecycle import ENDED
from domain.lifecycle.affairs import AuthorisationState
from domain.rules import rule
from domain.rules.calendar import brussels_day, known, start_of_day, term_end
from domain.state.custody import ChamberCase, Custody, Prolongation, Ruling
from domain.trajectory import Trajectory

COUNCIL, INDICTMENT = "council-chamber", "indictment-chamber"


BEFORE_A_RULING = "removal-before-ruling"
"""Code of the list ``affairs.authorisation``: leave to remove although a request waits."""


def somebody_is_held(attempt: Attempt) -> Reasons:
    """CUS-03: the chamber controls a detention, so there is one at that moment."""
    state, at = attempt.state, attempt.context.at
    if state is not None and not any(
        stay.begun <= at and (stay.over is None or at < stay.over) for stay in state.custody.stays
    ):
        yield Failing("CUS-03", "the resident was not held at that moment")


def request_is_admissible(attempt: Attempt) -> Reasons:
    """
    CDC-01, CDC-02: a request a month, and after the Minister's own from the thirtieth day.

    What lies at the registry all the same is recorded: the term to rule on it runs.
    """
    state, at = attempt.state, attempt.context.at
    if state is None or attempt.saying("by") == "minister" or attempt.saying("deposited"):
        return
    for rule_id, day in admissible_from(state.custody, at):
        if brussels_day(at) < day:
            yield Failing(
                rule_id,
                "a request is inadmissible before {day}; say if it was deposited all the same",
                {"day": day},
                passes_on=day,
            )


def admissible_from(custody: Custody, moment: datetime) -> Iterator[tuple[str, date]]:
    """Say by which rule from which day on the resident's next request is admissible."""
    cases = cases_of_this_stay(custody, moment)
    asked = [case.seized for case in cases if case.by == "resident" and case.seized]
    if asked and (day := _day_after(max(asked), "CDC-01")):
        yield "CDC-01", day
    last = _last_prolongation(custody, moment)
    prolonged = last.decided.at if last and last.decided else None
    by_minister = prolonged and any(
        case.by == "minister" and case.seized and case.seized >= prolonged for case in cases
    )
    if prolonged and by_minister and (day := _day_after(prolonged, "CDC-02")):
        yield "CDC-02", day


def _last_prolongation(custody: Custody, moment: datetime) -> Prolongation | None:
    every = (each for title in custody.titles for each in title.prolonged)
    known_then = [each for each in every if each.decided and each.decided.at <= moment]
    return known_then[-1] if known_then else None


def _day_after(moment: datetime, rule_id: str) -> date | None:
    return known(term_end, brussels_day(moment), rule(rule_id))


def ruling_is_awaited(attempt: Attempt) -> Reasons:
    """CUS-03: a request, or an appeal, waits for the ruling; a number says which."""
    if attempt.state is None:
        return
    on_appeal = attempt.saying("court") == INDICTMENT
    waiting = [
        case
        for case in _cases(attempt)
        if case.waits and (attempt.said is None or case.appealed is on_appeal)
    ]
    yield from _one_is_meant(attempt, waiting)


def ruling_can_be_appealed(attempt: Attempt) -> Reasons:
    """CUS-03, CDC-04: the council chamber ruled, not longer ago than the hours of the term."""
    if attempt.state is None:
        return
    at = attempt.context.at
    ruled = [case for case in _cases(attempt) if _appealable(case)]
    yield from _one_is_meant(attempt, ruled)
    ruling = _appealable(ruled[-1]) if ruled else None
    if ruling is None or attempt.saying("deposited"):
        return
    ends = appeals_until(ruling)
    if at > ends:
        yield Failing(
            "CDC-04",
            "the term to appeal ended at {ends}; say if the appeal was deposited all the same",
            {"ends": local(ends)},
        )


def _cases(attempt: Attempt) -> list[ChamberCase]:
    """Return the cases an act may be about, as they were at its moment."""
    if attempt.state is None:
        return []
    at, reference = attempt.context.at, attempt.saying("reference")
    cases = [case for each in attempt.state.custody.cases if (case := each.at(at))]
    numbered = [case for case in cases if case.reference == reference]
    return cases if reference is None else numbered


def _one_is_meant(attempt: Attempt, cases: list[ChamberCase]) -> Reasons:
    if not cases:
        yield Failing("CUS-03", "no request to the chamber waits for this")
    elif len(cases) > 1 and attempt.said is not None:
        numbers = ", ".join(case.reference or "-" for case in cases)
        yield Failing(
            "CUS-03", "several requests wait ({numbers}): say which", {"numbers": numbers}
        )


def _appealable(case: ChamberCase) -> Ruling | None:
    """Return the ruling of the council chamber that stands last in a case."""
    last = case.rulings[-1] if case.rulings else None
    return last if last and last.court != INDICTMENT and not case.appealed else None


def appeals_until(ruling: Ruling) -> datetime:
    """Give the instant the term to appeal ends: real hours, whatever the clock on the wall does."""
    return ruling.at + timedelta(hours=rule("CDC-04").length or 0)


def case_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the last act of the case an act is about."""
    appealing = attempt.act == "AppealChamberRuling"
    place = state.custody.case_meant(attempt.saying("reference"), appealing=appealing)
    yield state.custody.cases[place].since if place is not None else None


def left_open(state: Trajectory, *, planned: bool = False) -> list[ChamberCase]:
    """
    List the requests not ruled upon while an attempt is under way, or when the resident left.

    With ``planned``, also those that a departure which is only planned would leave so.
    They are about the detention and stop no removal (rule CDC-01); it leaves them without object.
    """
    attempt = state.removal.attempt
    gone = [done.by.at for done in state.removal.done if done.step == "ConfirmDeparture"]
    moment = None
    if state.stage in ENDED and state.ending.reason is None:
        moment = gone[-1] if gone else None
    elif attempt is not None and attempt.open and (planned or attempt.started):
        moment = state.latest
    cases = cases_of_this_stay(state.custody, moment) if moment else []
    return [case for case in cases if case.waits]


def confirmed_by(state: Trajectory, case: ChamberCase) -> int | None:
    """
    Say under which number the hierarchy authorised a removal although a request waits, if it did.

    Asked for after the request was made, so in the knowledge of it.
    """
    return next(
        (
            one.number
            for one in state.affairs.authorisations
            if one.kind == BEFORE_A_RULING
            and one.state is AuthorisationState.GRANTED
            and (case.seized is None or (one.asked is not None and one.asked.at >= case.seized))
        ),
        None,
    )


def chamber_terms(state: Trajectory, now: datetime) -> Iterator[Due]:
    """CDC-01, CDC-02, CDC-04: when a new request becomes admissible, when an appeal is too late."""
    custody = state.custody
    if not custody.detained:
        return
    cases = cases_of_this_stay(custody, now)
    since = max((case.since for case in cases if case.since), default=now)
    for rule_id, day in admissible_from(custody, now):
        if at := known(start_of_day, day):
            yield Due(rule_id, at, "a request to the council chamber becomes admissible", since)
    for case in cases:
        if ruling := _appealable(case):
            ends = appeals_until(ruling)
            yield Due("CDC-04", ends, "the term to appeal to the indictment chamber", ruling.at)
