"""Where the resident is: what may refuse to move or let go, and who holds back a departure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import Attempt, Due, Failing, Reasons
from domain.decide.ladder import lawful_end
from domain.decide.places import child_may_stay
from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus
from domain.rules import place, rule
from domain.rules.calendar import brussels_day, end_of_day, known, term_end
from domain.state.custody import Custody
from domain.trajectory import Trajectory

_S = CustodyStatus


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


def somebody_to_release(attempt: Attempt) -> Reasons:
    """CUS-02: there is a detention, or a title, to end."""
    if attempt.state is None:
        return
    custody = attempt.state.custody
    gone = attempt.state.stage in ENDED and custody.stay is None
    if gone or (not custody.detained and custody.title is None):
        yield Failing("CUS-02", "nobody is held: {state}", {"state": str(custody.status)})


_LEADS_TO = {
    "prison": (_S.NOT_HELD, _S.HELD, _S.FAMILY_UNIT, _S.HOSPITAL, _S.RELEASED),
    # Who is not held goes to a hospital as anybody does, and is not held there either.
    "hospital": (_S.HELD, _S.FAMILY_UNIT, _S.PRISON),
    "back": (_S.NOT_HELD, _S.PRISON, _S.HOSPITAL),
}


def moves_from_here(attempt: Attempt) -> Reasons:
    """
    CUS-02, DET-15, DET-16: one goes where one is not, back under a title that covers the day.

    And to no place where one may not be. A prison that did not let go sees to a hospital itself.
    """
    to = attempt.saying("to")
    if attempt.state is None or to is None:
        return
    custody, day = attempt.state.custody, brussels_day(attempt.context.at)
    a_prisoner = custody.status is _S.PRISON and not custody.detained
    if custody.status not in _LEADS_TO.get(to, ()) or (to == "hospital" and a_prisoner):
        yield Failing("CUS-02", "the resident is {state}", {"state": str(custody.status)})
    elif to == "back":
        if not title_covers(custody, attempt.context.at):
            yield Failing("CUS-02", "no detention title covers {day}", {"day": day})
        if where := place(custody.place or attempt.state.centre or ""):
            yield from child_may_stay(attempt, where)


def title_covers(custody: Custody, moment: datetime) -> bool:
    """Tell whether a title runs that covers the day of a moment."""
    title = custody.title
    covers = lawful_end(custody, title, moment) if title else None
    return covers is not None and covers.last >= brussels_day(moment)


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


def review_clock(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """DET-14: a family stays as briefly as possible, so the question is put again and again."""
    custody = state.custody
    if custody.status is not _S.FAMILY_UNIT or not custody.stays:
        return
    since = max((custody.stays[-1].begun, *custody.reviews))
    at = end_of_day(known(term_end, brussels_day(since), rule("DET-14")))
    if at:
        yield Due("DET-14", at, "review the stay in the family unit", since, is_duty=True)


def prison_clock(state: Trajectory, _now: datetime) -> Iterator[Due]:
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
