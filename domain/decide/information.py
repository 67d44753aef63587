"""What may refuse an act that needs a resident who has been told, or heard."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.decide.attempt import Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn
from domain.decide.notification import not_after_the_act
from domain.lifecycle import ENDED
from domain.lifecycle.decision import kind_of
from domain.lifecycle.stages import SECOND
from domain.rules import code_list, rule
from domain.rules.calendar import brussels_day, day_after, end_of_day, known, start_of_day, term_end
from domain.rules.codes import Codes
from domain.state.information import Hearing
from domain.trajectory import Trajectory, day_of
from domain.values import InformationKind


def informed(attempt: Attempt) -> Reasons:
    """INT-02, INF-01: the seven kinds of information were given before notification."""
    state = attempt.state
    if state is None or state.stage in ENDED:
        return
    missing = [kind for kind in InformationKind if kind not in state.informed]
    if missing:
        yield Failing(
            "INF-01" if missing == [InformationKind.DUTY_TO_COOPERATE] else "INT-02",
            "not yet given: {missing}",
            {"missing": ", ".join(missing)},
            finding="ILLEGAL_TRANSITION" if state.informed else "NOTIFIED_UNINFORMED",
        )


def told_of_duty(state: Trajectory, at: datetime, request: str | None = None) -> Reasons:
    """
    INF-01, INF-02: lack of cooperation has no consequence for who was not told of the duty.

    With the number of a request: told again for that request. For whoever would draw a
    consequence, at a moment.
    """
    if InformationKind.DUTY_TO_COOPERATE not in state.informed:
        yield Failing("INF-01", "the resident was not told of the duty to cooperate")
    elif request is not None and not any(
        number == request and told <= at for number, told in state.told_at_requests
    ):
        yield Failing(
            "INF-02",
            "the resident was not told again of the duty to cooperate for request {request}",
            {"request": request},
        )


def repeats_the_duty(attempt: Attempt) -> Reasons:
    """INF-02: what is repeated for a request is the duty to cooperate."""
    kinds = attempt.saying("kinds") or ()
    if attempt.saying("request") and InformationKind.DUTY_TO_COOPERATE not in kinds:
        yield Failing("INF-02", "for a request it is the duty to cooperate that is explained again")


def interpreted(attempt: Attempt) -> Reasons:
    """LAN-01: who interpreted, or why nobody did, where the house does not speak the language."""
    language = attempt.saying("language")
    if language is None or attempt.saying("interpreter") or attempt.saying("no_interpreter"):
        return
    if language not in _spoken(brussels_day(attempt.context.at)):
        yield Failing(
            "LAN-01",
            "{language} is not spoken at the desk; say who interpreted, or why nobody did",
            {"language": language},
        )


def _spoken(day: date) -> list[str]:
    known = code_list("information.spoken")
    return [code for code, listed in known.items() if listed.on(day)]


# --- hearing ------------------------------------------------------------------------------


def heard_first(attempt: Attempt) -> Reasons:
    """HEA-02: heard, or not heard for a reason that is told, before such a decision is taken."""
    state = attempt.state
    running = state.drafted if state else None
    if state is None or running is None or not kind_of(running.kind).heard:
        return
    if not heard_on(state, running.kind, attempt.context.at):
        yield Failing(
            "HEA-02",
            "the resident was not heard on this ({kind}), nor is it told why not",
            {"kind": Codes.of("decision.kind", running.kind)},
        )


def heard_on(
    state: Trajectory, kind: str | None, at: datetime, *, since: datetime | None = None
) -> bool:
    """Tell whether the resident was heard on a kind of decision by a moment, or why not."""
    return any(
        not each.written and (since is None or each.at >= since)
        for each in _hearings(state, kind, at)
    )


def waited_for_an_answer(attempt: Attempt) -> Reasons:
    """HEA-01: a stay is ended after the term for a written answer, save in the cases of the law."""
    state = attempt.state
    running = state.drafted if state else None
    if state is None or running is None or not kind_of(running.kind).ends_stay:
        return
    hearings = list(_hearings(state, running.kind, attempt.context.at))
    if any(each.waived in _WAIVES for each in hearings):
        return
    asked = [each for each in hearings if each.written]
    last = last_day_to_answer(asked[-1]) if asked else None
    if last is None:
        yield Failing("HEA-01", "no letter is on record that asks what speaks against it")
    elif brussels_day(attempt.context.at) <= last:
        yield Failing(
            "HEA-01",
            "the resident may answer the letter until {last_day}",
            {"last_day": last},
            passes_on=day_after(last),
        )


_WAIVES = ("state-security", "special-circumstances", "unreachable")
"""The reasons for which a stay is ended without a written hearing (art. 62 §1)."""


def last_day_to_answer(hearing: Hearing) -> date | None:
    """Say until when a letter may be answered; ``None`` where that cannot be known."""
    received = hearing.received_on
    return known(term_end, received, rule("HEA-01"), hearing.days) if received else None


def _hearings(state: Trajectory, kind: str | None, at: datetime) -> Iterator[Hearing]:
    """Yield those on a kind of decision by a moment, since one of that kind was last notified."""
    before = [each.notified.at for each in state.rounds if each.notified and each.kind == kind]
    for hearing in state.hearings:
        fresh = all(hearing.at >= moment for moment in before)
        if fresh and hearing.at <= at and hearing.covers(kind):
            yield hearing


def letter_received(attempt: Attempt) -> Reasons:
    """ORD-03: the letter was received on a day that has come."""
    yield from not_after_the_act(attempt, "received_on")


# --- legal aid ---------------------------------------------------------------------------


def no_lawyer_yet(attempt: Attempt) -> Reasons:
    """ORD-01: who has a lawyer changes lawyers."""
    aid = attempt.state.legal_aid if attempt.state else None
    if aid is not None and aid.assigned is not None:
        yield Failing("ORD-01", "a lawyer is on record; record the change")


def has_a_lawyer(attempt: Attempt) -> Reasons:
    """ORD-01: who has no lawyer changes none."""
    aid = attempt.state.legal_aid if attempt.state else None
    if attempt.state is not None and (aid is None or aid.assigned is None):
        yield Failing("ORD-01", "no lawyer is on record")


GUARDS_FROM_2: Guards = {
    "GiveInformation": (repeats_the_duty, interpreted),
    "HoldHearing": (interpreted,),
    "InviteToHearing": (letter_received,),
    "AssignLegalAid": (no_lawyer_yet,),
    "ChangeLawyer": (has_a_lawyer,),
}


def _lawyer_since(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.legal_aid.assigned if state.legal_aid else None


RESTS_ON: RestsOn = {"ChangeLawyer": _lawyer_since}


# --- clocks -------------------------------------------------------------------------------


def _on_arrival(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """INT-02: told on the day of arrival (a parameter)."""
    if state.procedure < SECOND or state.information_complete:
        return
    at = end_of_day(known(term_end, brussels_day(state.opened), rule("INT-02")))
    if at is not None:
        yield Due(
            "INT-02",
            at,
            "give the information of the day of arrival",
            state.opened,
            is_duty=True,
        )


def _answers(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """HEA-01: until when the resident may answer the letter."""
    for hearing in state.hearings:
        at = end_of_day(last_day_to_answer(hearing)) if hearing.written else None
        if at is not None:
            yield Due("HEA-01", at, "the term to answer in writing ends", hearing.at)


def _counselling(state: Trajectory, now: datetime) -> Iterator[Due]:
    """REC-03, REC-04: counselled again after a refused asylum application, and a hearing."""
    for row, since in _occasions(state, now):
        if any(moment >= since for moment in state.counselled):
            continue
        at = end_of_day(known(term_end, brussels_day(since), rule(row)))
        if at is not None:
            yield Due(row, at, "talk over voluntary return", since, is_duty=True)


_REFUSED = ("refused", "final-negative")


def _occasions(state: Trajectory, now: datetime) -> Iterator[tuple[str, datetime]]:
    asylum = state.protection.application
    if asylum is not None and asylum.decided is not None and asylum.state in _REFUSED:
        yield "REC-03", asylum.decided
    for appeal in state.appeals:
        on = day_of(appeal.hearing_on)
        if on is not None and on <= brussels_day(now):
            yield "REC-04", start_of_day(on)


CLOCKS: Clocks = (_on_arrival, _answers, _counselling)
