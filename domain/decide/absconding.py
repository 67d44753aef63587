"""What may refuse a finding that the resident absconded, or is there again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from domain.decide.attempt import Attempt, Due, Failing, Reasons
from domain.decide.titles import is_a_day
from domain.lifecycle.custody import CustodyStatus
from domain.rules import rule
from domain.rules.calendar import brussels_day, day_after, end_of_day, known, term_end
from domain.state.custody import Custody
from domain.trajectory import Trajectory, day_of
from domain.values import InformationKind

_ANSWERED_IN_WRITING = ("left-place", "no-address", "missed-interviews")
"""The causes that leave some working days for an address or a reason in writing."""


def informed_of_duty(attempt: Attempt) -> Reasons:
    """INF-01, DUB-02: who was not told of the duties in a language understood did not abscond."""
    state = attempt.state
    if state is None:
        return
    if InformationKind.DUTY_TO_COOPERATE not in state.informed:
        yield Failing("INF-01", "the resident was not informed of the duty to cooperate")
    elif state.language is None:
        yield Failing("DUB-02", "no language is on record in which the duties were explained")


def time_to_answer_is_over(attempt: Attempt) -> Reasons:
    """DUB-02: an address or a reason in writing may come for some working days."""
    absconding = attempt.state.custody.absconding if attempt.state else None
    if absconding is None or absconding.cause not in _ANSWERED_IN_WRITING:
        return
    last = answer_until(absconding.raised_on)
    if last and brussels_day(attempt.context.at) <= last:
        yield Failing(
            "DUB-02",
            "the resident may give an address or a reason in writing until {last}",
            {"last": last},
            passes_on=day_after(last),
        )


def answer_until(raised_on: str | None) -> date | None:
    """Give the last day for an address or a reason in writing."""
    raised = day_of(raised_on)
    return known(term_end, raised, rule("DUB-02")) if raised else None


def raised_before(attempt: Attempt) -> Reasons:
    """CUS-05: what raised the presumption is past, on a day that exists."""
    told = attempt.saying("raised_on")
    yield from is_a_day(told)
    raised = day_of(told)
    if raised and raised > brussels_day(attempt.context.at):
        yield Failing("CUS-05", "{day} has not come yet", {"day": raised}, passes_on=raised)


def has_absconded(attempt: Attempt) -> Reasons:
    """CUS-02: found is who was presumed gone."""
    custody = attempt.state.custody if attempt.state else Custody()
    waits = custody.absconding is not None and custody.absconding.waits
    if attempt.state and custody.status is not CustodyStatus.ABSCONDED and not waits:
        yield Failing("CUS-02", "the resident is {state}", {"state": str(custody.status)})


def answer_clock(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """DUB-02: until when an address or a reason may come in writing."""
    absconding = state.custody.absconding
    if absconding is None or not absconding.waits or not absconding.prepared:
        return
    if absconding.cause in _ANSWERED_IN_WRITING:
        at = end_of_day(answer_until(absconding.raised_on))
        if at:
            since = absconding.prepared[0].at
            yield Due("DUB-02", at, "the term for an address or a reason in writing ends", since)
