"""What may refuse an act that concerns the risk of refoulement, and what a risk refuses."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.decide.attempt import Attempt, Due, Failing, Reasons
from domain.lifecycle.decision import kind_of
from domain.rules.calendar import brussels_day, day_after, end_of_day
from domain.state.protection import Postponement
from domain.trajectory import Trajectory, day_of


def no_refoulement_risk(attempt: Attempt) -> Reasons:
    """POS-01, POS-02: no risk of refoulement stands, nor an advice of one that nobody set aside."""
    state = attempt.state
    if state is None:
        return
    risk, advice = state.protection.risk, state.protection.advice
    if risk is not None and risk.stands and risk.began:
        yield Failing(
            "POS-01",
            "a risk of refoulement was found on {day} and not lifted",
            {"day": brussels_day(risk.began)},
        )
    if advice is not None and advice.stands:
        yield Failing(
            "POS-02",
            "the asylum commissioner advised on {day} that there is a risk; nobody set it aside",
            {"day": brussels_day(advice.at)},
        )


def no_risk_to_remove(attempt: Attempt) -> Reasons:
    """
    POS-01, POS-02: no removal is decided while a risk, or an advice of one, stands.

    Of a kind that is not on record it is taken that it removes.
    """
    decision = attempt.state.drafted if attempt.state else None
    if decision is not None and _may_remove(decision.kind):
        yield from no_refoulement_risk(attempt)


def _may_remove(kind: str | None) -> bool:
    known = kind_of(kind)
    return known.removes or known.leaves


def not_postponed(attempt: Attempt) -> Reasons:
    """POS-03: the day up to which the removal was put off is over; of several, the last one."""
    longest = _longest(attempt.state.protection.postponements) if attempt.state else None
    if longest is None:
        return
    until = day_of(longest.until)
    if until is None or brussels_day(attempt.context.at) <= until:
        yield Failing(
            "POS-03",
            "the removal is put off until {day} included",
            {"day": longest.until},
            passes_on=day_after(until) if until else None,
        )


def _longest(several: tuple[Postponement, ...]) -> Postponement | None:
    """Find the one that lasts longest; a day that cannot be read never ends."""
    return max(several, key=lambda each: day_of(each.until) or date.max, default=None)


def risk_not_found_yet(attempt: Attempt) -> Reasons:
    """PRO-05: a risk is found once, until it is lifted."""
    risk = attempt.state.protection.risk if attempt.state else None
    if risk is not None and risk.stands:
        yield Failing("PRO-05", "a risk of refoulement is on record already")


def risk_stands(attempt: Attempt) -> Reasons:
    """PRO-05: only a risk that was found is lifted."""
    risk = attempt.state.protection.risk if attempt.state else None
    if attempt.state is not None and (risk is None or not risk.stands):
        yield Failing("PRO-05", "no risk of refoulement stands")


def advice_stands(attempt: Attempt) -> Reasons:
    """PRO-05: only an advice of a risk is set aside, once."""
    advice = attempt.state.protection.advice if attempt.state else None
    if attempt.state is not None and (advice is None or not advice.stands):
        yield Failing("PRO-05", "no advice of the asylum commissioner on a risk stands")


def proposed_by_another(attempt: Attempt) -> Reasons:
    """POS-02, SEP-01: setting an advice aside is proposed by one person and decided by another."""
    advice, actor = attempt.state and attempt.state.protection.advice, attempt.context.actor
    if not advice or not advice.stands:
        return
    if not advice.proposed:
        yield Failing("POS-02", "nobody proposed, with reasons, to set the advice aside")
    theirs = [account for account, person, _ in advice.proposed if actor and person == actor.person]
    if actor is not None and theirs:
        yield Failing(
            "SEP-01",
            "{person} proposed this as {account}; another person must decide",
            {"person": actor.person, "account": theirs[0]},
            about_people=True,
        )


def postponed_to_a_day(attempt: Attempt) -> Reasons:
    """POS-03: the day a removal is put off to is one of the calendar, and not over."""
    if attempt.said is None:
        return
    until = day_of(attempt.saying("until"))
    if until is None:
        yield Failing("POS-03", "{day} is no day of the calendar", {"day": attempt.saying("until")})
    elif until < brussels_day(attempt.context.at):
        yield Failing("POS-03", "{day} was over when this was decided", {"day": until})


def risk_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment a risk was last found or lifted."""
    yield state.protection.risk.since if state.protection.risk else None


def deciding_rests_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moments a decision to remove rests on besides its draft: what is known of a risk."""
    if state.drafted and _may_remove(state.drafted.kind):
        yield from risk_and_advice(state, attempt)


def risk_and_advice(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moments at which what was known of a risk last changed."""
    yield state.protection.risk.since if state.protection.risk else None
    yield state.protection.advice.since if state.protection.advice else None


def advice_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment of the last act on the commissioner's advice."""
    yield state.protection.advice.since if state.protection.advice else None


def postponement_ends(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """POS-03: the day up to which the removal is put off."""
    longest = _longest(state.protection.postponements)
    ends = end_of_day(day_of(longest.until)) if longest else None
    if longest and ends:
        yield Due("POS-03", ends, "the postponement of the removal ends", longest.at)
