"""What may refuse an act that concerns an asylum application, and its duties."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.decide.attempt import Attempt, Due, Failing, Reasons
from domain.decide.refoulement import no_refoulement_risk
from domain.decide.terms import day_told
from domain.lifecycle import AsylumState
from domain.rules import rule
from domain.rules.calendar import brussels_day, term_end
from domain.state.protection import RIGHT_TO_REMAIN, Application
from domain.trajectory import Trajectory

_S = AsylumState
_OVER = (_S.GRANTED, _S.REFUSED, _S.FINAL_NEGATIVE, _S.WITHDRAWN)

AFTER: dict[str, tuple[AsylumState | None, ...]] = {
    "ExpressAsylumWish": (None, *_OVER),
    "LodgeAsylum": (None, _S.WISH, *_OVER),
    "SendDeclarations": (_S.PENDING, _S.SUBSEQUENT_PENDING),
    "DecideAsylum": (_S.WISH, _S.PENDING, _S.SUBSEQUENT_PENDING, _S.REFUSED),
    "EndRightToRemain": (_S.SUBSEQUENT_PENDING, _S.REFUSED),
}
"""Act → the states of the latest application it may follow."""


def no_right_to_remain(attempt: Attempt) -> Reasons:
    """PRO-01: no asylum application gives a right to remain, and no protection was granted."""
    state = attempt.state
    for each in state.protection.applications if state else ():
        if each.state is AsylumState.GRANTED:
            yield Failing(
                "PRO-01",
                "international protection was granted on {day}",
                {"day": brussels_day(each.since)},
            )
        elif each.state in RIGHT_TO_REMAIN and each.excepted is None:
            yield Failing(
                "PRO-01",
                "an asylum application is {state} since {day}",
                {"state": each.state, "day": brussels_day(each.lodged or each.since)},
            )


def in_asylum_order(attempt: Attempt) -> Reasons:
    """PRO-05: an application is wished for, lodged, sent and decided, one after another."""
    if attempt.state is None:
        return
    now, after = attempt.state.protection.asylum, AFTER[attempt.act]
    if now not in after:
        yield Failing(
            "PRO-05",
            "the asylum application is {state}; this needs {after}",
            {
                "state": str(now or "none"),
                "after": ", ".join(str(state or "none") for state in after),
            },
        )


def earlier_counted(attempt: Attempt) -> Reasons:
    """PRO-05: an application after others on record is a subsequent one."""
    if attempt.state is None or attempt.said is None:
        return
    lodged = [a for a in attempt.state.protection.applications if a.lodged and not a.pending]
    if attempt.saying("earlier") < len(lodged):
        yield Failing(
            "PRO-05",
            "{n} earlier application(s) are on record; say at least so many",
            {"n": len(lodged)},
        )
    final_on = attempt.saying("earlier_final_on")
    if final_on is not None and day_told(final_on) is None:
        yield Failing("PRO-05", "{day} is no day of the calendar", {"day": final_on})


def sent_once(attempt: Attempt) -> Reasons:
    """PRO-05: the declarations of an application are sent once."""
    application = attempt.state.protection.application if attempt.state else None
    if application is not None and application.sent is not None:
        yield Failing(
            "PRO-05",
            "the declarations were sent on {day}",
            {"day": brussels_day(application.sent)},
        )


def decision_fits(attempt: Attempt) -> Reasons:
    """PRO-05: a wish can only be withdrawn; of what was decided only that it became final."""
    if attempt.state is None or attempt.said is None:
        return
    now = attempt.state.protection.asylum
    if now is AsylumState.WISH and attempt.saying("outcome") != "withdrawn":
        yield Failing("PRO-05", "nothing was lodged yet: a wish can only be withdrawn")
    if now is AsylumState.REFUSED and not attempt.saying("final"):
        yield Failing("PRO-05", "the application was refused: only that this is final may follow")
    yield from _notified_on_a_day(attempt)


def _notified_on_a_day(attempt: Attempt) -> Reasons:
    """ORD-03: the notification is on a day of the calendar that has come."""
    said = attempt.saying("notified_on")
    day = day_told(said)
    if said is not None and day is None:
        yield Failing("PRO-05", "{day} is no day of the calendar", {"day": said})
    elif day is not None and day > brussels_day(attempt.context.now):
        yield Failing("ORD-03", "{at} has not come yet", {"at": day.isoformat()}, passes_on=day)


def right_may_end(attempt: Attempt) -> Reasons:
    """
    PRO-06: the exception of article 39/70 paragraph 2, in the two cases it is for.

    Never against a risk of refoulement that stands.
    """
    application = attempt.state.protection.application if attempt.state else None
    if application is None:
        return
    if application.excepted is not None:
        yield Failing("PRO-06", "the right to remain was ended before")
    elif not application.subsequent:
        yield Failing("PRO-06", "a first application always gives the right to remain")
    elif attempt.said is not None:
        yield from _ground_holds(attempt, application)
    yield from no_refoulement_risk(attempt)


def _ground_holds(attempt: Attempt, application: Application) -> Reasons:
    ground = attempt.saying("ground")
    if ground == "first-subsequent-while-held":
        if application.earlier > 1 or application.held is not True:
            yield Failing(
                "PRO-06", "this is not known to be a first subsequent application made while held"
            )
        elif not _within_a_year(attempt, application):
            yield Failing(
                "PRO-06", "it is not known to be made within a year of the final decision"
            )
    elif application.earlier < 2:
        yield Failing("PRO-06", "this is no further subsequent application")


def _within_a_year(attempt: Attempt, application: Application) -> bool:
    """Count from the final decision told with the application, else from the one on record."""
    final = day_told(application.earlier_final_on) or _final_on_record(attempt.state)
    if final is None or application.lodged is None:
        return False
    try:
        last = term_end(final, rule("PRO-06"))
    except (ValueError, OverflowError):  # beyond the calendar
        return False
    return final <= brussels_day(application.lodged) <= last


def _final_on_record(state: Trajectory | None) -> date | None:
    finals = [a.final for a in state.protection.applications[:-1] if a.final] if state else []
    return brussels_day(finals[-1]) if finals else None


def asylum_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment of the last act on the latest application."""
    yield from (each.since for each in state.protection.applications)


def exception_rests_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moments of the application and of what was known of a risk."""
    yield from asylum_so_far(state, attempt)
    yield state.protection.risk.since if state.protection.risk else None
    yield state.protection.advice.since if state.protection.advice else None


def asylum_duties(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """PRO-02: a wish is lodged and declarations are sent without delay; the hours are ours."""
    within = timedelta(hours=rule("PRO-02").length or 0)
    application = state.protection.application
    if application is None or not application.pending:
        return
    if application.state is AsylumState.WISH and application.wished:
        yield Due(
            "PRO-02",
            application.wished + within,
            "have the asylum application lodged",
            application.wished,
            is_duty=True,
        )
    elif application.lodged and application.sent is None:
        yield Due(
            "PRO-02",
            application.lodged + within,
            "send the declarations to the asylum commissioner",
            application.lodged,
            is_duty=True,
        )
