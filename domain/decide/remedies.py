"""What may refuse an act that concerns an appeal, or a measure of a court beside it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.attempt import (
    Adds,
    Attempt,
    Clocks,
    Context,
    Failing,
    Guards,
    Reasons,
    RestsOn,
)
from domain.decide.council import (
    appeal_term,
    file_term,
    files,
    hearings,
    registry_requests,
    transmissions,
    urgent_judgments,
)
from domain.decide.refusals import refusals, suspends_by_itself
from domain.decide.standing import (
    moments_of_the_meant,
    moments_of_the_same,
    numbers_of,
    the_same,
)
from domain.lifecycle import APPEAL, AsylumState, follows
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.rules.codes import Codes
from domain.state.decision import notified_as
from domain.state.protection import Application
from domain.state.remedies import Appeal
from domain.state.standing import meant, standing
from domain.trajectory import Trajectory, day_of
from domain.values import AppealKind


def in_appeal_order(attempt: Attempt) -> Reasons:
    """REM-01: what is decided was brought before; a number names the appeal when several run."""
    state, act = attempt.state, attempt.act
    if state is None:
        return
    running = [appeal for appeal in state.appeals if appeal.open]
    reference = attempt.saying("reference")
    if act != "LodgeAppeal" and not running:
        yield Failing("REM-01", "no appeal is open")
        return
    if reference is None and len(running) > 1:
        numbers = ", ".join(appeal.reference or "-" for appeal in running)
        yield Failing(
            "REM-01", "several appeals are open ({numbers}): say which", {"numbers": numbers}
        )
        return
    appeal = _the_appeal(attempt)
    if appeal is not None:
        yield from _may_follow(appeal, act)
    elif act != "LodgeAppeal":
        yield Failing("REM-01", "no open appeal has the number {n}", {"n": reference})
    elif attempt.said is not None and attempt.saying("kind") is None:
        yield Failing("REM-01", "an appeal not handed in here needs its kind")


def _may_follow(appeal: Appeal, act: str) -> Reasons:
    passes, after = follows(APPEAL, appeal.state, act)
    if not passes:
        yield Failing(
            "REM-01",
            "the appeal is {state}; this needs {after}",
            {"state": appeal.state, "after": after},
        )


def _the_appeal(attempt: Attempt) -> Appeal | None:
    """Find the appeal an act is about."""
    state = attempt.state
    if state is None:
        return None
    kind = attempt.saying("kind") if attempt.act == "LodgeAppeal" else None
    at = state.appeal(attempt.saying("reference"), kind=kind)
    return None if at is None else state.appeals[at]


def lodged_as_handed_in(attempt: Attempt) -> Reasons:
    """REM-01: an appeal keeps its kind; one of another kind is another appeal."""
    appeal, kind = _the_appeal(attempt), attempt.saying("kind")
    if appeal is None or AppealKind.UNKNOWN in (kind, appeal.kind):
        return
    if kind is not None and kind is not appeal.kind:
        yield Failing(
            "REM-01",
            "appeal {n} is on record as another: {kind}; lodge this one under its own number",
            {"n": appeal.reference or "-", "kind": appeal.kind},
        )


def in_new_appeal_order(attempt: Attempt) -> Reasons:
    """REM-01: a number already used names an appeal that exists."""
    state, reference = attempt.state, attempt.saying("reference")
    if state and reference and any(a.reference == reference for a in state.appeals):
        yield Failing("REM-01", "appeal {n} is already on record", {"n": reference})


def decision_on_record(attempt: Attempt) -> Reasons:
    """REM-01: the decision an appeal is said to be against was notified."""
    state, number = attempt.state, attempt.saying("decision")
    if state is None or number is None or notified_as(state.rounds, number):
        return
    notified = [each.reference for each in state.rounds if each.notified and each.reference]
    yield Failing(
        "REM-01",
        "no decision was notified with the number {n}; there are: {numbers}",
        {"n": number, "numbers": ", ".join(notified) or "-"},
    )


def not_admitted_yet(attempt: Attempt) -> Reasons:
    """REM-01: a request is admitted once."""
    appeal = _the_appeal(attempt)
    if appeal is not None and appeal.admitted is not None:
        day = brussels_day(appeal.admitted)
        yield Failing("REM-01", "the request was admitted on {day}", {"day": day})


def file_not_sent_yet(attempt: Attempt) -> Reasons:
    """REM-01: the file of an appeal is sent once."""
    appeal = _the_appeal(attempt)
    if appeal is not None and appeal.file_sent is not None:
        day = brussels_day(appeal.file_sent)
        yield Failing("REM-01", "the file of this appeal was sent on {day}", {"day": day})


def file_sent_in_time(attempt: Attempt) -> Reasons:
    """
    APP-04e, APP-11: found in history, a file sent late, or not at all before the outcome.

    At the desk nothing is refused for it: what happened is recorded, and what the applicant
    alleges is deemed proven (art. 39/59).
    """
    appeal = _the_appeal(attempt)
    if attempt.context.actor is not None or attempt.said is None or appeal is None:
        return
    due = file_term(attempt.state, appeal) if attempt.state else None
    day = brussels_day(attempt.context.at)
    if due is None or day <= due.last_day or appeal.file_sent is not None:
        return
    yield Failing(
        due.rule.id,
        "the file was due at the Council by {last_day}: what is alleged is deemed proven",
        {"last_day": due.last_day},
        finding="DEADLINE",
    )


def hearing_on_a_day(attempt: Attempt) -> Reasons:
    """REM-01: a hearing is fixed for a day of the calendar that is not over."""
    if attempt.said is None:
        return
    said = attempt.saying("hearing_on")
    day = day_of(said)
    if day is None:
        yield Failing("REM-01", "{day} is no day of the calendar", {"day": said})
    elif day < brussels_day(attempt.context.at):
        yield Failing("REM-01", "{day} was over when the hearing was fixed", {"day": day})


# -- remaining during an asylum appeal ----------------------------------------------------


def remaining_may_be_asked(attempt: Attempt) -> Reasons:
    """APP-08: for a refusal notified from 12 June 2026, and one request at a time."""
    state = attempt.state
    if state is None:
        return
    refused = [each for each in refusals(state)[-1:] if _is_refused(each.application)]
    if not refused:
        yield Failing("APP-08", "no asylum application was refused that may still be appealed")
        return
    reached, begins = refused[0].reached, rule("APP-08").valid_from
    if refused[0].is_old:
        yield Failing(
            "APP-08",
            "the refusal was notified on {day}; this is for those notified from {begins}",
            {"day": reached, "begins": begins},
        )
    elif suspends_by_itself(refused[0]):
        yield Failing(
            "APP-08",
            "the appeal against this refusal lets the applicant remain by itself: the judge is "
            "asked where it was accelerated, inadmissible or held to be withdrawn",
        )
    if state.remaining is not None and state.remaining.ruling is None:
        yield Failing("APP-08", "a request to remain is made and not ruled upon")


def _is_refused(application: Application | None) -> bool:
    return application is None or application.state is AsylumState.REFUSED


def remaining_is_asked(attempt: Attempt) -> Reasons:
    """APP-08: the judge rules on what was asked."""
    state = attempt.state
    if state is not None and (state.remaining is None or state.remaining.ruling is not None):
        yield Failing("APP-08", "no request to remain is waiting for a ruling")


# -- interim measures ---------------------------------------------------------------------


def no_interim_measure(attempt: Attempt) -> Reasons:
    """ECH-01: no interim measure of a court or a committee stands."""
    for each in standing(attempt.state.interim) if attempt.state else ():
        yield Failing(
            "ECH-01",
            "an interim measure stands since {day}: {body} {reference}",
            {
                "day": brussels_day(each.began) if each.began else "-",
                "body": Codes.of("remedies.interim-body", each.kind),
                "reference": each.reference or "-",
            },
        )


def measure_not_there_yet(attempt: Attempt) -> Reasons:
    """REM-01: a measure of one body under one number is recorded once."""
    kind, reference = attempt.saying("body"), attempt.saying("reference")
    if attempt.state is None or attempt.said is None:
        return
    if the_same(attempt.state.interim, kind, reference):
        yield Failing("REM-01", "this interim measure is on record already")


def measure_stands(attempt: Attempt) -> Reasons:
    """REM-01: what is lifted was ordered; a number says which when several stand."""
    if attempt.state is None:
        return
    found = meant(attempt.state.interim, attempt.saying("body"), attempt.saying("reference"))
    if not found:
        yield Failing("REM-01", "no such interim measure stands")
    elif len(found) > 1 and attempt.said is not None:
        yield Failing(
            "REM-01",
            "several interim measures stand ({numbers}): say which",
            {"numbers": numbers_of(found)},
        )


_APPEAL_ACT = (in_appeal_order,)

GUARDS: Guards = {
    "HandInAppeal": (in_new_appeal_order,),
    "TransmitAppeal": _APPEAL_ACT,
    "LodgeAppeal": _APPEAL_ACT,
    "RejectAppeal": _APPEAL_ACT,
    "GrantAppeal": _APPEAL_ACT,
    "WithdrawAppeal": _APPEAL_ACT,
}
GUARDS_FROM_2: Guards = {
    "HandInAppeal": (in_new_appeal_order, decision_on_record),
    "LodgeAppeal": (in_appeal_order, lodged_as_handed_in, decision_on_record),
    "RejectAppeal": (in_appeal_order, file_sent_in_time),
    "GrantAppeal": (in_appeal_order, file_sent_in_time),
    "AdmitAppeal": (in_appeal_order, not_admitted_yet),
    "SendAdministrativeFile": (in_appeal_order, file_not_sent_yet, file_sent_in_time),
    "FixAppealHearing": (in_appeal_order, hearing_on_a_day),
    "NoteRegistryRequest": _APPEAL_ACT,
    "RequestToRemain": (remaining_may_be_asked,),
    "RuleOnRemaining": (remaining_is_asked,),
    "OrderInterimMeasure": (measure_not_there_yet,),
    "LiftInterimMeasure": (measure_stands,),
}


def _appeal_so_far(_state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    appeal = _the_appeal(attempt)
    yield appeal.since if appeal else None


def _brought_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment a decision was taken: nobody appeals against it before."""
    against = notified_as(state.rounds, attempt.saying("decision"))
    yield against.taken.at if against and against.taken else None
    if attempt.act == "LodgeAppeal":
        yield from _appeal_so_far(state, attempt)


def _remaining_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield from (each.since for each in state.protection.applications if each.decided)
    yield from (each.since for each in state.rounds if each.notified)
    yield state.remaining.since if state.remaining else None


def _same_measure(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    return moments_of_the_same(state.interim, attempt.saying("body"), attempt.saying("reference"))


def _meant_measure(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    return moments_of_the_meant(state.interim, attempt.saying("body"), attempt.saying("reference"))


RESTS_ON: RestsOn = {
    **dict.fromkeys(GUARDS, _appeal_so_far),
    "HandInAppeal": _brought_so_far,
    "LodgeAppeal": _brought_so_far,
    "AdmitAppeal": _appeal_so_far,
    "SendAdministrativeFile": _appeal_so_far,
    "FixAppealHearing": _appeal_so_far,
    "NoteRegistryRequest": _appeal_so_far,
    "RequestToRemain": _remaining_so_far,
    "RuleOnRemaining": _remaining_so_far,
    "OrderInterimMeasure": _same_measure,
    "LiftInterimMeasure": _meant_measure,
}


def _kind_known(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    if said.kind is not None:
        return {}
    at = state.appeal(said.reference) if state else None
    return {"kind": state.appeals[at].kind if state and at is not None else AppealKind.UNKNOWN}


ADDS: Adds = {"LodgeAppeal": _kind_known}


CLOCKS: Clocks = (
    transmissions,
    appeal_term,
    files,
    hearings,
    registry_requests,
    urgent_judgments,
)
