"""What may refuse an act that concerns an asylum application, and its duties."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.decide.attempt import Attempt, Due, Failing, Reasons
from domain.decide.blocking import no_term_known, still_runs, undecided
from domain.decide.refoulement import no_refoulement_risk, risk_and_advice
from domain.decide.refusals import (
    Refusal,
    asylum_row,
    asylum_term,
    held_on,
    made_while_held,
    refusal_told,
    refusals,
    right_ended,
)
from domain.decide.terms import is_old
from domain.lifecycle import AsylumState
from domain.rules import rule
from domain.rules.calendar import brussels_day, known, term_end
from domain.state.protection import REFUSING, RIGHT_TO_REMAIN, Application
from domain.state.remedies import Appeal
from domain.trajectory import Trajectory, day_of
from domain.values import AppealKind

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
        elif each.state in RIGHT_TO_REMAIN and not right_ended(each):
            yield Failing(
                "PRO-01",
                "an asylum application is under way since {day}: {state}",
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
            "the asylum application is at: {state}; this needs: {after}",
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
    if final_on is not None and day_of(final_on) is None:
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
    yield from _held_then(attempt)


def _notified_on_a_day(attempt: Attempt) -> Reasons:
    """ORD-03, PRO-05: notified on a day of the calendar that has come, after it was asked."""
    said = attempt.saying("notified_on")
    day, asked = day_of(said), _asked_on(attempt)
    if said is not None and day is None:
        yield Failing("PRO-05", "{day} is no day of the calendar", {"day": said})
    elif day is not None and day > brussels_day(attempt.context.now):
        yield Failing("ORD-03", "{at} has not come yet", {"at": day.isoformat()}, passes_on=day)
    elif day is not None and asked is not None and day < asked:
        yield Failing(
            "PRO-05",
            "{day} is before {asked}, when the application was made",
            {"day": day, "asked": asked},
        )


def _asked_on(attempt: Attempt) -> date | None:
    application = attempt.state.protection.application if attempt.state else None
    asked = (application.lodged or application.wished) if application else None
    return brussels_day(asked) if asked else None


def _held_then(attempt: Attempt) -> Reasons:
    """PRO-05: that a decision was notified while held, which shortens its term, is on record."""
    day = day_of(attempt.saying("notified_on"))
    yield from _known_to_be_held(attempt, day)


def _known_to_be_held(attempt: Attempt, day: date | None) -> Reasons:
    state = attempt.state
    if state is None or day is None or attempt.saying("held") is not True:
        return
    if not held_on(state, day):
        yield Failing(
            "PRO-05", "on {day} the resident was not held, by what is on record", {"day": day}
        )


def made_while_held_on_record(attempt: Attempt) -> Reasons:
    """PRO-05: that an application was made while held, which shortens terms, is on record."""
    yield from _known_to_be_held(attempt, brussels_day(attempt.context.at))


def declarations_noted(attempt: Attempt) -> Reasons:
    """PRO-02: of a subsequent application declarations are noted and signed (art. 51/8)."""
    if attempt.said is None or not attempt.saying("earlier"):
        return
    if attempt.saying("declarations") is None:
        yield Failing("PRO-02", "a subsequent application notes the declarations of the applicant")
    if attempt.saying("language") is None:
        yield Failing(
            "PRO-02", "a subsequent application says in which language the declarations were made"
        )
    if attempt.saying("acknowledgement") is None:
        yield Failing(
            "PRO-02",
            "a subsequent application says that the declarations were signed, or refused",
        )


def no_remedy_left(attempt: Attempt) -> Reasons:
    """APP-04a to APP-10: a refusal is final once its term is over and no appeal is open."""
    application = attempt.state.protection.application if attempt.state else None
    if application is None or application.state is AsylumState.WISH or not _told_final(attempt):
        return
    refusal = _as_known_now(attempt, application)
    for appeal in _appeals_of(attempt.state, application):
        if appeal.open:
            found = undecided(asylum_row(refusal).id, appeal, appeal.brought)
            yield found._replace(finding="ILLEGAL_TRANSITION")
    yield from no_term_known(refusal)
    left = asylum_term(refusal)
    if left is not None and brussels_day(attempt.context.at) <= left.last_day:
        yield still_runs(left)


def _told_final(attempt: Attempt) -> bool:
    return attempt.saying("final") is True and attempt.saying("outcome") in REFUSING


def _as_known_now(attempt: Attempt, application: Application) -> Refusal:
    """Read the refusal on record; what is told with the act fills in only what nobody knew."""
    state = attempt.state
    told = refusal_told(state, application, attempt.said) if state else Refusal(application)
    refused = application.state is AsylumState.REFUSED
    before = _on_record(attempt, application) if refused else None
    if before is None:
        return told
    fields = ("notified_on", "means", "stated", "printed")
    return before._replace(
        **{name: getattr(told, name) for name in fields if getattr(before, name) is None}
    )


def _on_record(attempt: Attempt, application: Application) -> Refusal | None:
    every = refusals(attempt.state) if attempt.state else []
    return next((each for each in every if each.application is application), None)


def _appeals_of(state: Trajectory | None, application: Application) -> list[Appeal]:
    """List the appeals that are against the decision on an application, or may be."""
    return [
        each
        for each in (state.appeals if state else ())
        if each.kind in (AppealKind.ASYLUM, AppealKind.UNKNOWN)
        and each.application in (0, application.number)
    ]


def right_may_end(attempt: Attempt) -> Reasons:
    """
    PRO-06: the exception of article 39/70 paragraph 2, in the two cases it is for.

    Never against a risk of refoulement that stands, nor where nobody looked for one.
    """
    application = attempt.state.protection.application if attempt.state else None
    if application is None:
        return
    if application.excepted is not None:
        yield Failing("PRO-06", "the right to remain was ended before")
    elif not application.subsequent:
        yield Failing("PRO-06", "a first application always gives the right to remain")
    elif not _under_the_old_law(attempt, application):
        yield Failing(
            "PRO-06",
            "article 39/70 applied until {day}; this is under the law that followed",
            {"day": rule("APP-04b").valid_to},
        )
    elif attempt.said is not None:
        yield from _ground_holds(attempt, application)
    yield from no_refoulement_risk(attempt)
    yield from _looked_at_refoulement(attempt, application)


def _looked_at_refoulement(attempt: Attempt, application: Application) -> Reasons:
    """PRO-06, POS-02: that there is no risk was found since the application; unknown is a risk."""
    protection = attempt.state.protection if attempt.state else None
    if protection is None:
        return
    advice, risk, since = protection.advice, protection.risk, application.lodged
    looked = (advice and (advice.overridden or advice.at), risk and risk.lifted)
    if not any(moment and since and moment >= since for moment in looked):
        yield Failing(
            "PRO-06",
            "since the application nobody found that there is no risk of refoulement: the advice "
            "of the asylum commissioner comes first",
        )


def _under_the_old_law(attempt: Attempt, application: Application) -> bool:
    """
    Tell whether the law until 11 June 2026 applies: by the notification of what was decided.

    Of an application that is not decided, or whose notification is not known, by when it was
    lodged and by the day of the act.
    """
    refused = application.state is AsylumState.REFUSED
    found = _on_record(attempt, application) if refused else None
    if found is not None and found.reached is not None:
        return found.is_old
    lodged = application.lodged
    return lodged is not None and all(
        is_old(brussels_day(each)) for each in (lodged, attempt.context.at)
    )


def _ground_holds(attempt: Attempt, application: Application) -> Reasons:
    ground = attempt.saying("ground")
    if ground == "first-subsequent-while-held":
        state = attempt.state
        held = state is not None and made_while_held(state, application)
        if application.earlier > 1 or not held:
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
    final = day_of(application.earlier_final_on) or _final_on_record(attempt.state)
    if final is None or application.lodged is None:
        return False
    last = known(term_end, final, rule("PRO-06"))
    return last is not None and final <= brussels_day(application.lodged) <= last


def _final_on_record(state: Trajectory | None) -> date | None:
    finals = [a.final for a in state.protection.applications[:-1] if a.final] if state else []
    return brussels_day(finals[-1]) if finals else None


def asylum_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment of the last act on the latest application."""
    yield from (each.since for each in state.protection.applications)


def decision_rests_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moments of the application, and of its appeals where the refusal is told final."""
    yield from asylum_so_far(state, attempt)
    if (application := state.protection.application) and _told_final(attempt):
        yield from (each.since for each in _appeals_of(state, application))


def exception_rests_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moments of the application and of what was known of a risk."""
    yield from asylum_so_far(state, attempt)
    yield from risk_and_advice(state, attempt)


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
