"""Asylum, non-refoulement, and what else protects the resident from removal."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.decide.asylum import (
    asylum_duties,
    asylum_so_far,
    decision_fits,
    decision_rests_on,
    declarations_noted,
    earlier_counted,
    exception_rests_on,
    in_asylum_order,
    made_while_held_on_record,
    no_remedy_left,
    no_right_to_remain,
    right_may_end,
    sent_once,
)
from domain.decide.attempt import (
    Attempt,
    Clocks,
    Due,
    Failing,
    Guards,
    Reasons,
    RestsOn,
    for_others,
)
from domain.decide.refoulement import (
    advice_so_far,
    advice_stands,
    no_refoulement_risk,
    postponed_to_a_day,
    postponement_ends,
    proposed_by_another,
    risk_not_found_yet,
    risk_so_far,
    risk_stands,
)
from domain.decide.standing import (
    moments_of_the_meant,
    moments_of_the_same,
    numbers_of,
    the_same,
)
from domain.lifecycle.decision import RegularisationState, kind_of
from domain.rules import rule
from domain.rules.calendar import add_months, brussels_day, end_of_day, known, term_end
from domain.rules.codes import Codes
from domain.state.decision import Round
from domain.state.protection import DublinTerm, ReceptionPlace
from domain.state.standing import meant, standing
from domain.trajectory import Trajectory, day_of
from domain.values import Function

__all__ = [
    "CLOCKS",
    "GUARDS",
    "RESTS_ON",
    "no_judicial_hold",
    "no_protected_status",
    "no_refoulement_risk",
    "no_right_of_residence",
    "no_right_to_remain",
]

_CONFIDENTIAL = "confidential"
"""Witnesses and informants under protection, and whatever else nobody may read off the record."""


# -- judicial holds -----------------------------------------------------------------------


def no_judicial_hold(attempt: Attempt) -> Reasons:
    """PRO-03: no judge and no prosecutor keeps the resident in the country."""
    for each in standing(attempt.state.protection.holds) if attempt.state else ():
        yield Failing(
            "PRO-03",
            "a judicial hold stands since {day}: {authority} {reference}",
            {
                "day": brussels_day(each.began) if each.began else "-",
                "authority": Codes.of("protection.hold-authority", each.kind),
                "reference": each.reference or "-",
            },
        )


def hold_not_there_yet(attempt: Attempt) -> Reasons:
    """PRO-05: a hold of one authority under one number is placed once."""
    kind, reference = attempt.saying("authority"), attempt.saying("reference")
    if attempt.state is None or attempt.said is None:
        return
    if the_same(attempt.state.protection.holds, kind, reference):
        yield Failing("PRO-05", "this hold is on record already")


def hold_stands(attempt: Attempt) -> Reasons:
    """PRO-05: what is lifted was placed; a number says which when several stand."""
    if attempt.state is None:
        return
    kind, reference = attempt.saying("authority"), attempt.saying("reference")
    found = meant(attempt.state.protection.holds, kind, reference)
    if not found:
        yield Failing("PRO-05", "no such hold stands")
    elif len(found) > 1 and attempt.said is not None:
        yield Failing(
            "PRO-05", "several holds stand ({numbers}): say which", {"numbers": numbers_of(found)}
        )


# -- protected statuses -------------------------------------------------------------------


def no_protected_status(attempt: Attempt) -> Reasons:
    """PRO-04: no status that protects from removal is open; which one is not told here."""
    for each in standing(attempt.state.protection.statuses) if attempt.state else ():
        yield Failing(
            "PRO-04",
            "a status that protects from removal is on record since {day}",
            {"day": brussels_day(each.began) if each.began else "-"},
        )


def no_right_of_residence(attempt: Attempt) -> Reasons:
    """PRO-07: no right of residence was granted, but for one that a later decision ended."""
    state = attempt.state
    granted = state.regularisation if state else None
    if state is None or granted is None or granted.state is not RegularisationState.GRANTED:
        return
    if not any(_ends_a_stay_since(each, granted.since) for each in state.rounds):
        yield Failing(
            "PRO-07",
            "a right of residence was granted on {day}",
            {"day": brussels_day(granted.since)},
        )


def _ends_a_stay_since(decision: Round, moment: datetime) -> bool:
    notified = decision.notified
    return (
        decision.in_force
        and notified is not None
        and notified.at > moment
        and kind_of(decision.kind).ends_stay
    )


def status_not_open_yet(attempt: Attempt) -> Reasons:
    """PRO-05: a status is opened once, until it ends."""
    if attempt.state is None or attempt.said is None:
        return
    if the_same(attempt.state.protection.statuses, attempt.saying("status"), None):
        yield Failing("PRO-05", "this status is on record already")


def status_stands(attempt: Attempt) -> Reasons:
    """PRO-05: what ends was opened."""
    if attempt.state is None:
        return
    if not meant(attempt.state.protection.statuses, attempt.saying("status"), None):
        yield Failing("PRO-05", "no such status is on record")


def status_is_theirs(attempt: Attempt) -> Reasons:
    """AUT-02: what is confidential is for the removal director alone: witnesses, informants."""
    actor = attempt.context.actor
    if actor is None or attempt.saying("status") != _CONFIDENTIAL:
        return
    if Function.REMOVAL_DIRECTOR not in actor.functions:
        yield for_others(actor, {Function.REMOVAL_DIRECTOR})


# -- Dublin and reception -----------------------------------------------------------------


def transfer_term_moves_on(attempt: Attempt) -> Reasons:
    """DUB-01, DUB-04: the term to transfer is extended after an acceptance, and to a later day."""
    if attempt.state is None:
        return
    dublin = attempt.state.protection.dublin
    row = row_of(dublin, attempt.context.at)
    if dublin is None:
        yield Failing(row, "no acceptance of the transfer is on record")
    if attempt.said is None:
        return
    until, last = day_of(attempt.saying("until")), dublin and transfer_until(dublin)
    if until is None:
        yield Failing(row, "{day} is no day of the calendar", {"day": attempt.saying("until")})
    elif last is not None and until <= last:
        yield Failing(
            row,
            "{day} is not after {last}, the last day of the term",
            {"day": until, "last": last},
        )
    if last is not None and brussels_day(attempt.context.at) > last:
        yield Failing(
            row,
            "the term to transfer ended on {last_day}; the other State is no longer responsible",
            {"last_day": last},
        )


def extension_for_a_reason(attempt: Attempt) -> Reasons:
    """DUB-03: as long as the reason allows from the acceptance; an absconding is on record."""
    state, reason = attempt.state, attempt.saying("reason")
    if state is None or state.protection.dublin is None or reason is None:
        return
    if reason == "absconding" and not _has_absconded(state):
        yield Failing("DUB-03", "no absconding is established on record")
    row, until = rule("DUB-03"), day_of(attempt.saying("until"))
    length = row.lengths[_EXTENDED_BY.index(reason)] if reason in _EXTENDED_BY else None
    accepted = brussels_day(state.protection.dublin.accepted)
    most = known(add_months, accepted, length) if length else None
    if most is None or (until is not None and until > most):
        yield Failing(
            "DUB-03",
            "on this ground the term ends on {last} at the latest",
            {"last": most or "-"},
        )


_EXTENDED_BY = ("imprisonment", "absconding")
"""Reasons to extend the term to transfer, in the order of the lengths of DUB-03."""


def _has_absconded(state: Trajectory) -> bool:
    absconding = state.custody.absconding
    return absconding is not None and absconding.established is not None


def term_as_accepted(attempt: Attempt) -> Reasons:
    """DUB-01, DUB-04: an acceptance tells the last day only where the law of its day does not."""
    said = attempt.saying("until")
    if said is None:
        return
    row = transfer_row(brussels_day(attempt.context.at))
    until, last = day_of(said), transfer_until(DublinTerm(attempt.context.at))
    if until is None:
        yield Failing(row, "{day} is no day of the calendar", {"day": said})
    elif last is not None and until != last:
        yield Failing(
            row,
            "the term of an acceptance of that day ends on {last}; it is only extended",
            {"last": last},
        )
    elif until < brussels_day(attempt.context.at):
        yield Failing(row, "{day} is before the acceptance", {"day": until})


def transfer_row(day: date) -> str:
    """Name the row by which the term to transfer counts that began with an acceptance on a day."""
    return "DUB-01" if rule("DUB-01").in_force(day) else "DUB-04"


def row_of(dublin: DublinTerm | None, at: datetime) -> str:
    """Name the row of a term to transfer; without an acceptance that of the moment asked about."""
    return transfer_row(brussels_day(dublin.accepted if dublin else at))


def transfer_until(dublin: DublinTerm) -> date | None:
    """
    Compute the last day of the term to transfer; ``None`` where it is not known.

    How the Regulation on asylum and migration management counts from 12 June 2026 is not.
    """
    if dublin.until is not None:
        return day_of(dublin.until)
    accepted, row = brussels_day(dublin.accepted), rule("DUB-01")
    return known(term_end, accepted, row) if row.in_force(accepted) else None


def exception_may_be_asked(attempt: Attempt) -> Reasons:
    """REC-02: an exception is asked to a place that was assigned, once at a time."""
    if attempt.state is None:
        return
    place = attempt.state.protection.reception
    if place is None:
        yield Failing("REC-02", "no place of reception was assigned")
    elif place.asked is not None and place.ruled is None:
        yield Failing("REC-02", "an exception is asked already")


def exception_is_asked(attempt: Attempt) -> Reasons:
    """REC-02: what is ruled upon was asked."""
    place = attempt.state.protection.reception if attempt.state else None
    if attempt.state is not None and (place is None or place.asked is None or place.ruled):
        yield Failing("REC-02", "no exception is asked")


def may_stay_meanwhile(place: ReceptionPlace) -> bool:
    """
    Tell whether an exception asked lets the person stay during its examination.

    It does when asked within its term; school counts from 1 April to 30 June and not for a
    Dublin place.
    """
    if place.asked is None or place.ruled is not None:
        return False
    asked = brussels_day(place.asked)
    last = known(term_end, brussels_day(place.assigned), rule("REC-02"))
    if last is None or asked > last:
        return False
    in_season = date(asked.year, 4, 1) <= asked <= date(asked.year, 6, 30)
    return place.ground != "school" or (place.kind != "dublin" and in_season)


GUARDS: Guards = {
    "ExpressAsylumWish": (in_asylum_order,),
    "LodgeAsylum": (
        in_asylum_order,
        earlier_counted,
        declarations_noted,
        made_while_held_on_record,
    ),
    "SendDeclarations": (in_asylum_order, sent_once),
    "DecideAsylum": (in_asylum_order, decision_fits, no_remedy_left),
    "EndRightToRemain": (in_asylum_order, right_may_end),
    "FindRefoulementRisk": (risk_not_found_yet,),
    "LiftRefoulementRisk": (risk_stands,),
    "ProposeOverride": (advice_stands,),
    "OverrideAdvice": (advice_stands, proposed_by_another),
    "PostponeRemoval": (postponed_to_a_day,),
    "PlaceHold": (hold_not_there_yet,),
    "LiftHold": (hold_stands,),
    "OpenStatus": (status_is_theirs, status_not_open_yet),
    "EndStatus": (status_is_theirs, status_stands),
    "AcceptTransfer": (term_as_accepted,),
    "ExtendTransferTerm": (transfer_term_moves_on, extension_for_a_reason),
    "AskReceptionException": (exception_may_be_asked,),
    "RuleOnReceptionException": (exception_is_asked,),
}


def _advised_on(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    advice = state.protection.advice
    yield (advice.overridden or advice.at) if advice else None


def _same_hold(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    kind, reference = attempt.saying("authority"), attempt.saying("reference")
    return moments_of_the_same(state.protection.holds, kind, reference)


def _meant_hold(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    kind, reference = attempt.saying("authority"), attempt.saying("reference")
    return moments_of_the_meant(state.protection.holds, kind, reference)


def _same_status(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    return moments_of_the_same(state.protection.statuses, attempt.saying("status"), None)


def _transfer_accepted(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.protection.dublin.accepted if state.protection.dublin else None


def _reception_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.protection.reception.since if state.protection.reception else None


RESTS_ON: RestsOn = {
    "ExpressAsylumWish": asylum_so_far,
    "LodgeAsylum": asylum_so_far,
    "SendDeclarations": asylum_so_far,
    "DecideAsylum": decision_rests_on,
    "EndRightToRemain": exception_rests_on,
    "FindRefoulementRisk": risk_so_far,
    "LiftRefoulementRisk": risk_so_far,
    "ProposeOverride": _advised_on,
    "OverrideAdvice": advice_so_far,
    "PlaceHold": _same_hold,
    "LiftHold": _meant_hold,
    "OpenStatus": _same_status,
    "EndStatus": _same_status,
    "ExtendTransferTerm": _transfer_accepted,
    "AskReceptionException": _reception_so_far,
    "RuleOnReceptionException": _reception_so_far,
}


def _transfer_term(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """DUB-01, DUB-04: after its last day the other State is no longer responsible."""
    dublin = state.protection.dublin
    ends = end_of_day(transfer_until(dublin)) if dublin else None
    if dublin and ends:
        yield Due(
            row_of(dublin, dublin.accepted),
            ends,
            "the term to transfer to the State responsible ends",
            dublin.accepted,
        )


def _reception_terms(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """REC-01, REC-02: to move to the place assigned, and to ask for an exception."""
    place = state.protection.reception
    if place is None or place.granted or may_stay_meanwhile(place):
        return
    assigned = brussels_day(place.assigned)
    if at := end_of_day(known(term_end, assigned, rule("REC-01"))):
        yield Due(
            "REC-01",
            at,
            "the term to move to the place of reception assigned ends",
            place.assigned,
        )
    at = end_of_day(known(term_end, assigned, rule("REC-02")))
    if at and place.asked is None:
        yield Due(
            "REC-02",
            at,
            "the term to ask for an exception to the place of reception ends",
            place.assigned,
        )


CLOCKS: Clocks = (asylum_duties, postponement_ends, _transfer_term, _reception_terms)
