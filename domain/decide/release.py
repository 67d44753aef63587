"""
When the resident must be set free, and by when somebody must act to keep that from being so.

One list feeds the worklist, the findings on a detention and the refusal to prolong it.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from domain.decide.attempt import Attempt, Due, Failing, Reasons
from domain.decide.ladder import STEPS, by_the_minister, lawful_end
from domain.decide.lengths import GROUNDS, covered, maximum
from domain.decide.places import must_leave
from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus
from domain.rules import rule
from domain.rules.calendar import brussels_day, end_of_day, known, term_end
from domain.state.custody import ChamberCase, Custody
from domain.trajectory import Trajectory
from domain.values import Function

UNLAWFUL = "UNLAWFUL_DETENTION"


def detention_lawful(attempt: Attempt) -> Reasons:
    """
    DET-01 to DET-06, CDC-03, CDC-05, CUS-06: what holds the resident holds at that moment.

    The day on which a release is ordered is there to carry it out; nobody is held after the end.
    """
    if attempt.state is None or attempt.state.stage in ENDED:
        return
    today = brussels_day(attempt.context.at)
    for reason in release_due(attempt.state, attempt.context.at):
        if reason.values.get("day") != today:
            yield reason
    for due in must_leave(attempt.state, attempt.context.at):
        if brussels_day(due.since) < today:
            yield Failing(
                due.rule,
                "the resident may not stay in this place since {day}, and was not moved",
                {"day": brussels_day(due.since)},
                finding=UNLAWFUL,
            )
    custody = attempt.state.custody
    for decided in by_the_minister(custody, custody.title) if custody.title else ():
        if decided.role != Function.MINISTER:
            yield Failing(
                _for_the_minister(custody),
                "the prolongation until {day} was decided as {functions}; "
                "it is for the Minister alone",
                {"day": decided.until, "functions": decided.role},
                finding=UNLAWFUL,
            )


def _for_the_minister(custody: Custody) -> str:
    """Name the row that leaves a decision on the running title to the Minister alone."""
    bounds = GROUNDS.get(custody.title.ground or "") if custody.title else None
    return bounds.minister if bounds else "DET-04"


class Deadline(NamedTuple):
    """What is due by when, and why the resident must go once that has passed."""

    due: Due
    failing: Failing


def release_due(state: Trajectory, moment: datetime) -> Reasons:
    """Say why the resident, still held, must be set free at a moment."""
    for deadline in deadlines(state, moment):
        if deadline.due.at <= moment:
            yield deadline.failing


def deadlines(state: Trajectory, moment: datetime) -> Iterator[Deadline]:
    """List what ends the detention by itself, as was known at a moment; nothing if nobody is."""
    custody = state.custody
    if custody.detained and custody.stays:
        yield from _of_no_title(state)
        yield from _of_the_prison(custody)
        yield from _of_the_title(custody, moment)
        yield from _of_the_minister(custody, moment)
        for case in cases_of_this_stay(custody, moment):
            yield from _of_the_chamber(case)


def cases_of_this_stay(custody: Custody, moment: datetime) -> list[ChamberCase]:
    """Return the cases on the detention of a moment, as they were then."""
    begun = max((stay.begun for stay in custody.stays if stay.begun <= moment), default=moment)
    found = (case.at(moment) for case in custody.cases)
    return [case for case in found if case and case.seized and case.seized >= begun]


def _of_no_title(state: Trajectory) -> Iterator[Deadline]:
    """CUS-06: a title is issued on the day of arrival (a parameter), or nobody is held."""
    begun = state.custody.untitled_since
    if begun is None:
        return
    # Who was there before the dossier came under this procedure is asked for it since then.
    asked = max(begun, state.taken_over or begun)
    at = end_of_day(known(term_end, brussels_day(asked), rule("CUS-06")))
    if at:
        yield Deadline(
            Due("CUS-06", at, "a detention title", begun, is_duty=True),
            Failing(
                "CUS-06",
                "held since {day} without a detention title on record; release is mandatory",
                {"day": brussels_day(begun)},
                finding=UNLAWFUL,
            ),
        )


def _of_the_prison(custody: Custody) -> Iterator[Deadline]:
    """DET-10: whom a prison let go waits there for seven days; a title for it says so itself."""
    title = custody.title
    if custody.status is not CustodyStatus.PRISON or custody.discharged is None:
        return
    if title is not None and title.ground == "former-prisoner":
        return
    row = rule("DET-10")
    last = known(covered, brussels_day(custody.discharged), row.length or 0, row.unit)
    if at := end_of_day(last):
        yield Deadline(
            Due(
                "DET-10",
                at,
                "bring to a centre or release: a former prisoner waits no longer",
                custody.discharged,
                is_duty=True,
            ),
            Failing(
                "DET-10",
                "let go by the prison on {day} and kept there beyond {last}; release is mandatory",
                {"day": brussels_day(custody.discharged), "last": last},
                finding=UNLAWFUL,
            ),
        )


def _of_the_title(custody: Custody, moment: datetime) -> Iterator[Deadline]:
    title = custody.title
    covers = lawful_end(custody, title, moment) if title else None
    if title is None or title.issued is None:
        return
    since, ends = title.issued.at, covers.last if covers else None
    most = maximum(custody, title, brussels_day(moment))
    if most and (at := end_of_day(most.last)):
        yield Deadline(
            Due(most.rule, at, "release: the maximum of detention is reached", since, is_duty=True),
            Failing(
                most.rule,
                "the maximum of detention was reached on {day}; release is mandatory",
                {"day": most.last},
                finding=UNLAWFUL,
            ),
        )
    if ends and (most is None or ends < most.last) and (at := end_of_day(ends)):
        row = covers.rule if covers else "DET-01"
        yield Deadline(
            Due(row, at, "prolong or release: the detention title ends", since, is_duty=True),
            Failing(
                row,
                "the detention ended on {day}: it was prolonged without a step towards removal "
                "in time"
                if row == STEPS
                else "the detention title ran out on {day}, without prolongation or release",
                {"day": ends},
                finding=UNLAWFUL,
            ),
        )


def _of_the_minister(custody: Custody, moment: datetime) -> Iterator[Deadline]:
    """CDC-05: what the Minister prolongs, the Minister brings before the chamber."""
    title = custody.title
    for decided, _, _ in by_the_minister(custody, title) if title else ():
        last = known(term_end, brussels_day(decided), rule("CDC-05"))
        at = end_of_day(last)
        if at is None or any(
            case.by == "minister" and case.seized and decided <= case.seized < at
            for case in cases_of_this_stay(custody, moment)
        ):
            continue
        yield Deadline(
            Due("CDC-05", at, "the Minister seizes the council chamber", decided, is_duty=True),
            Failing(
                "CDC-05",
                "the Minister did not seize the council chamber by {day}; release is mandatory",
                {"day": last},
                finding=UNLAWFUL,
            ),
        )


def _of_the_chamber(case: ChamberCase) -> Iterator[Deadline]:
    """CDC-03: a ruling in time; what it orders is done, unless the prosecution appealed."""
    last = rulings_until(case)
    at = end_of_day(last)
    in_time = case.rulings and at and case.rulings[0].at < at
    if case.seized and at and not in_time:
        yield Deadline(
            Due("CDC-03", at, "the council chamber rules, or release", case.seized, is_duty=True),
            Failing(
                "CDC-03",
                "the council chamber did not rule by {day}; release is mandatory",
                {"day": last},
                finding=UNLAWFUL,
            ),
        )
    ruling = case.rulings[-1] if case.rulings else None
    if ruling is None or ruling.outcome != "release" or _held_back(case, ruling.at):
        return
    yield Deadline(
        Due("CDC-01", ruling.at, "release: the court ordered it", ruling.at, is_duty=True),
        Failing(
            "CDC-01",
            "release was ordered on {day}; release is mandatory",
            {"day": brussels_day(ruling.at)},
            finding=UNLAWFUL,
        ),
    )


def _held_back(case: ChamberCase, ruled: datetime) -> bool:
    """CDC-04: detention goes on during an appeal that is not the resident's."""
    return any(appeal.by != "resident" and appeal.at >= ruled for appeal in case.appeals)


def rulings_until(case: ChamberCase) -> date | None:
    """Give the last day on which the council chamber rules in time."""
    seized = case.seized
    return known(term_end, brussels_day(seized), rule("CDC-03")) if seized else None
