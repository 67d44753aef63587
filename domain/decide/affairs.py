"""
What may refuse an act beside the trajectory, and the clocks of what somebody waits for.

Exchanges, obstacles, authorisations, crisis measures and complaints: each goes by its number.
A request to which a law gives a term (access, rectification, reconsideration, a data subject,
a data breach) is answered within it; silence is what the row of that law says it is.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from domain.decide.always import before_the_end
from domain.decide.apart import BY_THE_DIRECTOR, hours_in_all, placements
from domain.decide.attempt import Adds, Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn
from domain.decide.numbered import Kept
from domain.lifecycle.affairs import (
    APART_IN_A_CRISIS,
    AUTHORISATION,
    COMPLAINT,
    CRISIS,
    EXCHANGE,
    OBSTACLE,
    AuthorisationState,
    CrisisState,
    ExchangeState,
)
from domain.lifecycle.measures import CoercionState
from domain.rules import Unit, rule
from domain.rules.calendar import brussels_day, end_of_day, known, term_end
from domain.state.affairs import INCOMING, Exchange
from domain.state.numbered import hours_after
from domain.trajectory import Trajectory, day_of

ANSWERED_BY = {
    "access-to-documents": "PUB-01",
    "rectification": "PUB-03",
    "reconsideration": "PUB-04",
    "data-subject-request": "GDP-01",
    "data-breach": "GDP-02",
}
"""Subject of what comes in → the row that says how soon it is answered."""


def open_affairs(state: Trajectory) -> Iterator[tuple[str, int]]:
    """
    Name what is still open beside the trajectory: a word for its kind, and its number.

    Exchanges without the answer expected, complaints, requests for leave and findings without
    an answer, crisis measures not reported, coercion not reported or not reviewed.
    """
    yield from state.affairs.left_open
    yield from (("finding", one.number) for one in state.quality.findings if one.waits)
    for use in state.coercion:
        if use.state is not CoercionState.REVIEWED:
            yield "coercion", use.number


# -- terms --------------------------------------------------------------------------------


class Term(NamedTuple):
    """When an answer is due and by which rule; ``last`` is the last day, if days are counted."""

    rule: str
    at: datetime
    last: date | None = None


def row_of(exchange: Exchange) -> str:
    """Name the rule that says how soon an exchange is answered."""
    asked = exchange.direction == INCOMING
    return ANSWERED_BY.get(exchange.subject, "EXC-01") if asked else "EXC-01"


def answer_term(exchange: Exchange) -> Term | None:
    """Say when the answer to an exchange is due; ``None`` beyond the calendar."""
    row = rule(row_of(exchange))
    if row.unit is Unit.HOURS:
        at = hours_after(exchange.at, row.length or 0)
        return Term(row.id, at) if at else None
    last = known(_last_day, exchange)
    at = end_of_day(last)
    return Term(row.id, at, last) if at else None


def _last_day(exchange: Exchange) -> date:
    row, received = rule(row_of(exchange)), brussels_day(exchange.at)
    if row.id == "EXC-01" and exchange.answer_by is not None:
        return exchange.answer_by
    if row.id == "PUB-04":
        return _reconsidered(exchange)
    extended = exchange.state is ExchangeState.EXTENDED
    return term_end(received, row, row.length_max if extended else row.length)


def _reconsidered(exchange: Exchange) -> date:
    """PUB-04: so long for the advice, then so long to decide, from the advice or without it."""
    row = rule("PUB-04")
    for_advice, to_decide = row.lengths
    advised = known(term_end, brussels_day(exchange.at), row, for_advice) or date.max
    if exchange.advised is not None:
        advised = min(advised, brussels_day(exchange.advised))
    return term_end(advised, row, to_decide)


# -- one of several, in its order -----------------------------------------------------------


_EXCHANGES = Kept(lambda state: state.affairs.exchanges, EXCHANGE, "AFF-01")
_OBSTACLES = Kept(lambda state: state.affairs.obstacles, OBSTACLE, "AFF-01")
_AUTHORISATIONS = Kept(lambda state: state.affairs.authorisations, AUTHORISATION, "AFF-01")
_CRISES = Kept(lambda state: state.affairs.crises, CRISIS, "AFF-01")
_COMPLAINTS = Kept(lambda state: state.affairs.complaints, COMPLAINT, "AFF-01")

_OPENS: dict[str, Kept[Any]] = {
    "RecordExchange": _EXCHANGES,
    "RaiseObstacle": _OBSTACLES,
    "RequestAuthorisation": _AUTHORISATIONS,
    "TakeCrisisMeasure": _CRISES,
    "LodgeComplaint": _COMPLAINTS,
}
_FOLLOWS: dict[str, Kept[Any]] = {
    "AnswerExchange": _EXCHANGES,
    "ExtendExchange": _EXCHANGES,
    "ReceiveExchangeAdvice": _EXCHANGES,
    "ResolveObstacle": _OBSTACLES,
    "GrantAuthorisation": _AUTHORISATIONS,
    "RefuseAuthorisation": _AUTHORISATIONS,
    "WithdrawAuthorisation": _AUTHORISATIONS,
    "ReportCrisisMeasure": _CRISES,
    "HandleComplaint": _COMPLAINTS,
    "WithdrawComplaint": _COMPLAINTS,
}


# -- exchanges ----------------------------------------------------------------------------


def a_request_is_answered(attempt: Attempt) -> Reasons:
    """PUB-01 and the like: what a law gives a term for is answered, whatever was hoped."""
    incoming = attempt.saying("direction") == INCOMING
    row = ANSWERED_BY.get(attempt.saying("subject") or "")
    if incoming and row and attempt.saying("answer_expected") is False:
        yield Failing(row, "the law asks for an answer to this")


def means_said(attempt: Attempt) -> Reasons:
    """AFF-01: an exchange went by some means."""
    if attempt.said is not None and not attempt.saying("means"):
        yield Failing("AFF-01", "it is not said by which means")


def answer_by_is_to_come(attempt: Attempt) -> Reasons:
    """EXC-01: an answer is asked by a day that has not passed."""
    day = day_of(attempt.saying("answer_by"))
    if day is not None and day < brussels_day(attempt.context.at):
        yield Failing("EXC-01", "the day to answer by, {day}, has passed", {"day": day})


def may_be_extended(attempt: Attempt) -> Reasons:
    """PUB-01, PUB-03, GDP-01: the law allows a longer term, before the first one has run out."""
    exchange = _EXCHANGES.meant(attempt)
    if exchange is None:
        return
    row = rule(row_of(exchange))
    term = answer_term(exchange)
    if row.length_max is None:
        yield Failing(
            row.id, "the term to answer exchange {n} has no extension", {"n": exchange.number}
        )
    elif exchange.state is not ExchangeState.RECORDED or term is None or term.last is None:
        return  # said by the order
    elif brussels_day(attempt.context.at) > term.last:
        yield Failing(
            row.id,
            "the term to answer exchange {n} ended on {last_day}",
            {"n": exchange.number, "last_day": term.last},
        )


def advice_is_asked_for(attempt: Attempt) -> Reasons:
    """PUB-04: advice comes on a request for reconsideration alone."""
    exchange = _EXCHANGES.meant(attempt)
    if exchange is not None and row_of(exchange) != "PUB-04":
        yield Failing("PUB-04", "exchange {n} asks for no reconsideration", {"n": exchange.number})


# -- authorisations and complaints ------------------------------------------------------------


def authorised_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, leave is given or refused by another than who asked."""
    request = _AUTHORISATIONS.meant(attempt)
    theirs = attempt.own_part(request.asked) if request else None
    if request and theirs:
        yield Failing(
            "SEP-04",
            "{person} asked for authorisation {n} as {account}; another must answer",
            {"person": theirs.person, "n": request.number, "account": theirs.account},
            about_people=True,
        )


def handled_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: nobody handles a complaint about himself, nor records that it was taken back."""
    actor, complaint = attempt.context.actor, _COMPLAINTS.meant(attempt)
    if actor is None or complaint is None:
        return
    if actor.account == complaint.about or actor.person == complaint.person:
        yield Failing(
            "SEP-04",
            "complaint {n} is about {person}; another must handle it",
            {"n": complaint.number, "person": actor.person},
            about_people=True,
        )


# -- crises -----------------------------------------------------------------------------------


def apart_for_some_hours(attempt: Attempt) -> Reasons:
    """
    AFF-04, ISO-01: what keeps the resident apart in a crisis ends within the first step.

    It counts with what kept the resident apart shortly before or after; what is needed longer
    is proposed and decided as a measure, on its ladder.
    """
    state, kind, hours = attempt.state, attempt.saying("kind"), attempt.saying("hours")
    if state is None or kind not in APART_IN_A_CRISIS:
        return
    if hours is None:
        yield Failing(
            "AFF-04", "this may keep the resident apart; say with --hours for how long at most"
        )
        return
    hours = hours_in_all(placements(state), attempt.context.at, hours)
    if hours > BY_THE_DIRECTOR.hours:
        yield Failing(
            BY_THE_DIRECTOR.rule,
            "{hours} hours in all are more than the {most} of a crisis; propose a measure",
            {"hours": hours, "most": BY_THE_DIRECTOR.hours},
        )


GUARDS: Guards = {
    "RecordExchange": (means_said, a_request_is_answered, answer_by_is_to_come),
    "AnswerExchange": (_EXCHANGES.in_order, means_said),
    "ExtendExchange": (_EXCHANGES.in_order, may_be_extended),
    "ReceiveExchangeAdvice": (_EXCHANGES.in_order, advice_is_asked_for),
    "ResolveObstacle": (_OBSTACLES.in_order,),
    "GrantAuthorisation": (_AUTHORISATIONS.in_order, authorised_by_another),
    "RefuseAuthorisation": (_AUTHORISATIONS.in_order, authorised_by_another),
    "WithdrawAuthorisation": (_AUTHORISATIONS.in_order,),
    "TakeCrisisMeasure": (before_the_end, apart_for_some_hours),
    "ReportCrisisMeasure": (_CRISES.in_order,),
    "HandleComplaint": (_COMPLAINTS.in_order, handled_by_another),
    "WithdrawComplaint": (_COMPLAINTS.in_order, handled_by_another),
}


RESTS_ON: RestsOn = {act: kept.so_far for act, kept in _FOLLOWS.items()}

ADDS: Adds = {act: kept.number_next for act, kept in _OPENS.items()} | {
    act: kept.number_meant for act, kept in _FOLLOWS.items()
}


# -- clocks -------------------------------------------------------------------------------


def _answers(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """PUB-01, PUB-03, PUB-04, GDP-01, GDP-02, EXC-01: an answer is due, ours or theirs."""
    for exchange in state.affairs.exchanges:
        term = answer_term(exchange) if exchange.waits else None
        if term is None:
            continue
        ours = exchange.direction == INCOMING
        yield Due(
            term.rule,
            term.at,
            "answer the exchange" if ours else "have an answer to the exchange",
            exchange.at,
            is_duty=True,
            outlives=True,
        )


def _requests(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """AFF-02: who asked for leave is answered within days (a parameter)."""
    for asked in state.affairs.authorisations:
        if asked.state is not AuthorisationState.REQUESTED:
            continue
        at = end_of_day(known(term_end, brussels_day(asked.since), rule("AFF-02")))
        if at is not None:
            yield Due(
                "AFF-02",
                at,
                "answer the request for authorisation",
                asked.since,
                is_duty=True,
                outlives=True,
            )


def _apart(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """AFF-04: who was kept apart in a crisis is with the others again when its hours are over."""
    for crisis in state.affairs.crises:
        if crisis.apart_until is not None:
            yield Due(
                "AFF-04",
                crisis.apart_until,
                "the resident is no longer kept apart by a crisis measure",
                crisis.at,
            )


def _crises(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """AFF-03: a crisis measure is reported within hours (a parameter)."""
    for crisis in state.affairs.crises:
        at = hours_after(crisis.at, rule("AFF-03").length or 0)
        if crisis.state is CrisisState.TAKEN and at is not None:
            yield Due(
                "AFF-03", at, "report the crisis measure", crisis.at, is_duty=True, outlives=True
            )


CLOCKS: Clocks = (_answers, _requests, _apart, _crises)
