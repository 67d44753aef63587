"""What may refuse a prolongation: the ladder, the steps taken, and who decides."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.decide.attempt import Attempt, Context, Failing, Reasons, acting_as
from domain.decide.ladder import (
    Rung,
    as_covered,
    lawful_end,
    next_rung,
    step_in_time,
    steps_until,
    times_prolonged,
)
from domain.decide.lengths import GROUNDS, maximum
from domain.decide.titles import is_a_day
from domain.rules.calendar import brussels_day
from domain.rules.codes import Codes
from domain.state.custody import Custody, Title
from domain.trajectory import Trajectory, day_of
from domain.values import Function


def title_can_be_prolonged(attempt: Attempt) -> Reasons:
    """DET-03 to DET-12: a title that runs, once more, and never beyond the maximum."""
    if attempt.state is None:
        return
    title, day = attempt.state.custody.title, brussels_day(attempt.context.at)
    covers = lawful_end(attempt.state.custody, title, attempt.context.at) if title else None
    if title is None or covers is None:
        yield Failing("CUS-02", "no detention title runs")
        return
    if not attempt.state.custody.detained:
        yield Failing(
            "CUS-02",
            "the resident is {state}: a detention that does not go on is not prolonged",
            {"state": str(attempt.state.custody.status)},
        )
        return
    ends = covers.last
    if day > ends:
        yield Failing(
            covers.rule,
            "the title ran out on {day}: what has ended is not prolonged",
            {"day": ends},
        )
        return
    rung = _rung(attempt)
    if rung is None:
        yield from _not_prolonged(attempt, title)
    elif rung.limit.last <= ends:
        yield Failing(
            rung.limit.rule,
            "detention lasts until {last} at most, and the title already does",
            {"last": rung.limit.last},
        )
    else:
        yield from _prolonged_within(attempt, rung, ends)


def _not_prolonged(attempt: Attempt, title: Title) -> Reasons:
    ground = GROUNDS.get(title.ground or "")
    if _for_public_order(attempt) and ground and ground.exceptional:
        today = brussels_day(attempt.context.at)
        ordinary = (
            maximum(attempt.state.custody, title, today, public_order=False)
            if attempt.state
            else None
        )
        yield Failing(
            ground.exceptional,
            "for public order a title is prolonged once it lasts until {last}, not before",
            {"last": ordinary.last if ordinary else "-"},
        )
    else:
        yield Failing(
            ground.rule if ground else "DET-05",
            "a title on the ground {ground} is not prolonged again in this way",
            {"ground": Codes.of("custody.ground", title.ground)},
        )


def _prolonged_within(attempt: Attempt, rung: Rung, ends: date) -> Reasons:
    told = _prolonged_until(attempt)
    yield from is_a_day(told)
    until = day_of(told)
    if until and until > rung.limit.last:
        yield Failing(
            rung.limit.rule,
            "this prolongation lasts until {last} at most",
            {"last": rung.limit.last},
        )
    elif until and until <= ends:
        yield Failing("CUS-05", "the title already lasts until {day}", {"day": ends})


def _prolonged_until(attempt: Attempt) -> str | None:
    title = attempt.state.custody.title if attempt.state else None
    standing = title.proposed if title and attempt.act == "ProlongDetention" else None
    said: str | None = attempt.saying("until")
    return said or (standing.until if standing else None)


def _for_public_order(attempt: Attempt) -> bool:
    title = attempt.state.custody.title if attempt.state else None
    standing = title.proposed if title else None
    if attempt.act == "ProlongDetention":
        return standing is not None and standing.public_order
    return bool(attempt.saying("public_order"))


def _rung(attempt: Attempt) -> Rung | None:
    custody = attempt.state.custody if attempt.state else Custody()
    if custody.title is None:
        return None
    return next_rung(
        custody,
        as_covered(custody, custody.title, attempt.context.at),
        brussels_day(attempt.context.at),
        public_order=_for_public_order(attempt),
    )


def steps_were_taken(attempt: Attempt) -> Reasons:
    """DET-02: no first prolongation without a step towards removal in the working days."""
    custody = attempt.state.custody if attempt.state else Custody()
    title = custody.title
    if title is None or title.prolonged or times_prolonged(custody, title):
        return
    if not step_in_time(custody, title, attempt.context.at):
        last = steps_until(custody, title)
        yield Failing("DET-02", "no step towards removal was taken by {day}", {"day": last})


def decider_is_high_enough(attempt: Attempt) -> Reasons:
    """DET-04, DET-06 to DET-08: after the first prolongation the Minister alone decides."""
    actor, rung = attempt.context.actor, _rung(attempt)
    title = attempt.state.custody.title if attempt.state else None
    if actor is None or rung is None or title is None or not rung.minister:
        return
    bounds = GROUNDS[title.ground or ""]
    if Function.MINISTER not in actor.functions:
        quoted = bounds.exceptional if _for_public_order(attempt) else None
        yield Failing(
            quoted or bounds.minister,
            "{account} acts as {functions}; this prolongation is for the Minister alone",
            acting_as(actor),
            about_people=True,
        )


def prolonged_as(state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    """Take over what was proposed; a prolongation that names no end lasts as long as it may."""
    attempt = Attempt(state, "ProlongDetention", context, said)
    rung = _rung(attempt)
    until = _prolonged_until(attempt) or (rung.limit.last.isoformat() if rung else None)
    return {"until": until}
