"""What the Council is owed in an appeal, and by when it hears and rules: the clocks of appeals."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.decide.attempt import Due
from domain.decide.blocking import running_terms, standing_decisions
from domain.decide.refusals import refusal_of
from domain.decide.suspension import term_in_the_way
from domain.decide.terms import Term, is_old, law_of, term
from domain.lifecycle import AppealState
from domain.lifecycle.decision import kind_of
from domain.lifecycle.stages import SECOND
from domain.rules import rule
from domain.rules.calendar import brussels_day, end_of_day, known, start_of_day, term_end
from domain.state.remedies import Appeal
from domain.trajectory import Trajectory, day_of
from domain.values import AppealKind


def transmissions(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """Art. 39/69 §2: what was handed in goes to the Council at once; the hours are a parameter."""
    for appeal in state.appeals:
        if appeal.state is AppealState.HANDED_IN and appeal.handed_in:
            old = state.procedure < SECOND or is_old(_notified_on(state, appeal))
            row = "APP-04d" if old else "APP-14"
            yield Due(
                row,
                appeal.handed_in + timedelta(hours=rule(row).length or 0),
                "transmit the appeal to the Council",
                appeal.handed_in,
                is_duty=True,
                outlives=state.procedure >= SECOND,
            )


def appeal_term(state: Trajectory, now: datetime) -> Iterator[Due]:
    """Read the running term off what stands in the way of a departure."""
    if state.procedure >= SECOND:
        yield from _appeal_terms_of_2(state)
        return
    notified = state.decision.notified if state.decision else None
    for reason in term_in_the_way(state, brussels_day(now), consents=False):
        if reason.passes_on and notified:
            yield Due(
                reason.rule,
                start_of_day(reason.passes_on),
                "the term for a suspensive appeal ends",
                notified.at,
            )


def _appeal_terms_of_2(state: Trajectory) -> Iterator[Due]:
    for each in running_terms(state):
        ends = None if each.used else end_of_day(each.term.last_day)
        if ends:
            yield Due(
                each.term.rule.id,
                ends,
                "the term for a suspensive appeal ends",
                each.since,
            )
    yield from _annulment_terms(state)


def _annulment_terms(state: Trajectory) -> Iterator[Due]:
    """APP-01: the term of an appeal that stops nothing by itself, until 11 June 2026."""
    for decision in standing_decisions(state):
        notified, said = decision.notified, decision.notification
        if not notified or not said or kind_of(decision.kind).suspends:
            continue
        day, reached = brussels_day(notified.at), law_of(decision)
        row, received_on = rule("APP-01"), decision.received_on
        old = reached is not None and is_old(reached)
        found = term(row, said.means, day, None, received_on) if old else None
        ends = end_of_day(found.last_day) if found and said.remedies_stated else None
        if ends:
            yield Due(
                "APP-01",
                ends,
                "the term for an annulment appeal that stops nothing by itself ends",
                notified.at,
            )


def file_term(state: Trajectory, appeal: Appeal) -> Term | None:
    """
    Compute until when the administrative file is due at the Council (art. 39/59, 39/72, 39/77).

    In the case of a held asylum applicant sooner. What the law of 17 June 2026 says is not known.
    """
    if appeal.lodged is None or not is_old(_notified_on(state, appeal)):
        return None
    lodged = brussels_day(appeal.lodged)
    if _is_held_asylum(state, appeal):
        return _term_of(rule("APP-11").id, lodged, rule("APP-11").lengths[0])
    return _term_of("APP-04e", lodged)


def _term_of(rule_id: str, start: date, length: int | None = None) -> Term | None:
    last_day = known(term_end, start, rule(rule_id), length)
    return Term(rule(rule_id), last_day) if last_day else None


def _notified_on(state: Trajectory, appeal: Appeal) -> date:
    """Say when the decision appealed against reached the resident; else when it was appealed."""
    refusal = refusal_of(state, appeal) if appeal.kind is AppealKind.ASYLUM else None
    decision = next((each for each in state.rounds if each.number == appeal.round), None)
    reached = (refusal and refusal.reached) or (decision and law_of(decision))
    return reached or brussels_day(appeal.brought or appeal.since)


def _is_held_asylum(state: Trajectory, appeal: Appeal) -> bool:
    refusal = refusal_of(state, appeal) if appeal.kind is AppealKind.ASYLUM else None
    return refusal is not None and refusal.held


def files(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """APP-04e, APP-11: the administrative file goes to the Council."""
    for appeal in _open_of_2(state):
        due = file_term(state, appeal) if appeal.file_sent is None else None
        if due and appeal.lodged and (at := end_of_day(due.last_day)):
            yield Due(
                due.rule.id,
                at,
                "send the administrative file to the Council, or what the applicant alleges is "
                "deemed proven",
                appeal.lodged,
                is_duty=True,
            )


def _open_of_2(state: Trajectory) -> list[Appeal]:
    return [each for each in state.appeals if each.open] if state.procedure >= SECOND else []


def hearings(state: Trajectory, now: datetime) -> Iterator[Due]:
    """APP-11: the hearing and the judgment in the asylum appeal of a held resident."""
    for appeal in _open_of_2(state):
        if not _is_held_asylum(state, appeal) or not is_old(_notified_on(state, appeal)):
            continue
        _, hearing, judgment = rule("APP-11").lengths
        heard = day_of(appeal.hearing_on)
        if appeal.fixed is None or heard is None:
            continue
        is_over = heard <= brussels_day(now)
        start, length = (heard, judgment) if is_over else (brussels_day(appeal.fixed), hearing)
        due = _term_of("APP-11", start, length)
        if due and (at := end_of_day(due.last_day)):
            yield Due(
                "APP-11",
                at,
                "the Council rules on the asylum appeal"
                if is_over
                else "the Council hears the asylum appeal",
                appeal.fixed,
            )


def registry_requests(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """APP-12: proof of legal aid and the court fee, for information."""
    legal_aid, fee = rule("APP-12").lengths
    for appeal in _open_of_2(state):
        for asks, asked in appeal.asked if is_old(_notified_on(state, appeal)) else ():
            length = legal_aid if asks == "legal-aid" else fee
            due = _term_of("APP-12", brussels_day(asked), length)
            if due and (at := end_of_day(due.last_day)):
                yield Due(
                    "APP-12",
                    at,
                    "the term to prove legal aid to the Council ends"
                    if asks == "legal-aid"
                    else "the term to pay the court fee ends",
                    asked,
                )


def urgent_judgments(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """APP-13, REM-02: the judgment on a request in extreme urgency."""
    for appeal in _open_of_2(state):
        urgent = appeal.kind is AppealKind.EXTREME_URGENCY
        if not urgent or not appeal.lodged or not is_old(_notified_on(state, appeal)):
            continue
        if _is_planned_later(state, brussels_day(appeal.lodged)):
            due = _term_of("REM-02", brussels_day(appeal.lodged), rule("REM-02").lengths[1])
            at = end_of_day(due.last_day) if due else None
            if at:
                yield Due(
                    "REM-02",
                    at,
                    "the Council rules on the request in extreme urgency",
                    appeal.lodged,
                )
        else:
            yield Due(
                "APP-13",
                appeal.lodged + timedelta(hours=rule("APP-13").length or 0),
                "the Council rules on the request in extreme urgency",
                appeal.lodged,
            )


def _is_planned_later(state: Trajectory, lodged: date) -> bool:
    """Tell whether the removal is planned, and far enough off for the longer term to rule."""
    planned = state.removal.attempt
    near = _term_of("REM-02", lodged, rule("REM-02").lengths[0])
    if planned is None or not planned.open or planned.departs is None or near is None:
        return False
    return brussels_day(planned.departs) > near.last_day
