"""
The voluntary departure period (art. 74/14): how long it is, and what may change it.

It runs in calendar days from the notification. While it runs nobody is made to leave; where
nothing is known of it, it is taken for the longest one.
"""

from collections.abc import Iterator
from datetime import date, datetime

from domain.decide.attempt import Attempt, Due, Failing, Guard, Reasons
from domain.decide.notification import open_defects, served_on
from domain.lifecycle import RoundState
from domain.lifecycle.decision import kind_of
from domain.lifecycle.stages import SECOND
from domain.rules import rule
from domain.rules.calendar import (
    A_DAY,
    add_calendar_days,
    brussels_day,
    day_after,
    end_of_day,
    known,
)
from domain.rules.codes import Codes
from domain.state.decision import DepartureTerm, Round, leaving
from domain.state.orders import obliging, ordering
from domain.trajectory import Trajectory, day_of


def departure_term_over(attempt: Attempt) -> Reasons:
    """
    DEP-01 to DEP-05, DEC-07: no voluntary departure period runs.

    One that has not started, since the notification is defective or its means are not known,
    is not over.
    """
    rounds = attempt.state.rounds if attempt.state else ()
    standing = [r for r in rounds if r.in_force and kind_of(r.kind).leaves]
    for decision in not_made_again(standing):
        yield from _not_begun(decision)
    yield from _runs(standing, brussels_day(attempt.context.at))


def not_made_again(decisions: list[Round]) -> list[Round]:
    """
    Leave out a decision that was made and notified again in the same form.

    Another notification sets the terms running that a defective one did not; a term that did
    start before runs on.
    """
    return list({(each.form, each.kind): each for each in decisions}.values())


def _not_begun(decision: Round) -> Reasons:
    if any(open_defects(decision)):
        yield Failing(
            "DEC-07", "the departure period has not started: its notification is defective"
        )
    elif last_day_to_leave(decision) is None:
        yield Failing(
            "DEP-01",
            "it is not known when the decision reached the resident, nor when the departure "
            "period ends",
        )


def _runs(standing: list[Round], day: date) -> Reasons:
    """DEP-01 to DEP-05: of several decisions, the period that ends last."""
    begun = [each for each in standing if not any(open_defects(each))]
    ends = [(last, each) for each in begun if (last := last_day_to_leave(each)) is not None]
    last, decision = max(ends, key=lambda one: one[0], default=(day - A_DAY, None))
    if decision is not None and day <= last:
        yield Failing(
            _row(decision),
            "the voluntary departure period runs until {last_day}",
            {"last_day": last},
            passes_on=day_after(last),
        )


def last_day_to_leave(decision: Round) -> date | None:
    """
    Compute the last day of the period a notified decision leaves; ``None`` where it is unknown.

    Without a period set it is the principle of art. 74/14 §1. Of nought days none is left: the
    last one is the eve of the notification.
    """
    term = decision.term or DepartureTerm()
    if term.until is not None:
        return term.until
    days = rule("DEP-01").length if term.days is None else term.days
    start = served_on(decision)
    if start is None or days is None:
        return None
    return known(add_calendar_days, start, days) if days else known(lambda: start - A_DAY)


def _row(decision: Round) -> str:
    """Name the rule the length of a period rests on."""
    term = decision.term or DepartureTerm()
    if term.until is not None:
        return "DEP-05" if term.shortened else "DEP-04"
    if term.days is None or term.days >= (rule("DEP-02").length_max or 0):
        return "DEP-01"
    return "DEP-03" if term.days <= (rule("DEP-03").length_max or 0) else "DEP-02"


# --- setting it ---------------------------------------------------------------------------


def a_decision_to_leave(*states: RoundState) -> Guard:
    """Make a guard: there is a decision that obliges to leave, in one of these states."""

    def there_is(attempt: Attempt) -> Reasons:
        """ORD-01: an act about a decision to leave has one it is about."""
        if attempt.state is None:
            return
        rounds = attempt.state.rounds
        found = [each for each in ordering(rounds) if each.state in states]
        meant = found[-1] if found else leaving(rounds)
        if meant is None or meant.state not in states:
            yield Failing(
                "ORD-01",
                "the decision to leave the territory is {state}; this needs {after}",
                {"state": str(meant.state if meant else "none"), "after": ", ".join(states)},
            )

    return there_is


def within_bounds(attempt: Attempt) -> Reasons:
    """DEP-01, DEP-02, DEP-03, INF-07: as many days as the law allows on what is said."""
    days = attempt.saying("days")
    if days is None:
        return
    full, some, few = rule("DEP-01").length or 0, rule("DEP-02"), rule("DEP-03")
    if days > full:
        yield Failing(
            "DEP-01",
            "{days} days are more than {most}; an extension is asked for and decided later",
            {"days": days, "most": full},
        )
    elif days <= (few.length_max or 0):
        yield from _reduced(attempt, days)
    elif days < full and attempt.saying("short_stay") is not True:
        yield Failing(
            "DEP-02",
            "without a right to stay over three months, {least} to {most} days: say so, "
            "or set {full}",
            {"least": some.length_min, "most": some.length_max, "full": full},
        )
    if days < full and attempt.saying("motives") is None:
        yield Failing("INF-07", "less than {full} days needs motives", {"full": full})


def _reduced(attempt: Attempt, days: int) -> Reasons:
    if attempt.saying("ground") is None:
        yield Failing("DEP-03", "{days} days need a ground of art. 74/14 §3", {"days": days})


def setter_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who sets the period neither drafted nor edited the decision."""
    meant = _leaving(attempt)
    if theirs := attempt.own_part(*meant.drafted, *meant.edited) if meant else None:
        yield Failing(
            "SEP-01",
            "{person} prepared this decision as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


# --- moving its end -----------------------------------------------------------------------


def still_runs(attempt: Attempt) -> Reasons:
    """DEP-04, DEP-05: what is over is neither extended nor cut short."""
    meant = _obliging(attempt)
    if meant is None or meant.state is not RoundState.NOTIFIED:
        return
    last = last_day_to_leave(meant)
    if last is not None and brussels_day(attempt.context.at) > last:
        yield Failing(
            "DEP-04" if attempt.act in _MORE else "DEP-05",
            "the voluntary departure period ended on {last_day}",
            {"last_day": last},
        )


_MORE = ("RequestTermExtension", "ExtendDepartureTerm")


def asked_for_more(attempt: Attempt) -> Reasons:
    """DEP-04, SEP-01: a request is on record, and another person than took it in decides."""
    term = _term_of(attempt)
    if term is None:
        return
    if term.asked is None:
        yield Failing("DEP-04", "no reasoned request to extend the period is on record")
    elif theirs := attempt.own_part(term.asked):
        yield Failing(
            "SEP-01",
            "{person} took the request in as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def told_in_writing(attempt: Attempt) -> Reasons:
    """DEP-04: the resident is told of the extension in writing."""
    if attempt.said is not None and attempt.saying("informed_in_writing") is not True:
        yield Failing("DEP-04", "an extension is told to the resident in writing")


def later_than_now(attempt: Attempt) -> Reasons:
    """DEP-04: an extension leads to a later day."""
    meant = _obliging(attempt)
    if attempt.said is None or meant is None or meant.state is not RoundState.NOTIFIED:
        return
    until, last = day_of(attempt.saying("until")), last_day_to_leave(meant)
    if until is None or last is None or until <= last:
        yield Failing(
            "DEP-04",
            "an extension ends later than the period does, on {last_day}",
            {"last_day": last or "-"},
        )


def risk_reported(attempt: Attempt) -> Reasons:
    """DEP-05, SEP-01: a risk is on record, and another person than reported it decides."""
    term = _term_of(attempt)
    if term is None:
        return
    if term.risk is None:
        yield Failing("DEP-05", "no risk during the voluntary departure period is on record")
    elif attempt.saying("risk") not in (None, term.risk_of):
        yield Failing(
            "DEP-05",
            "the risk on record is another one: {risk}",
            {"risk": Codes.of("decision.departure-risk", term.risk_of)},
        )
    elif theirs := attempt.own_part(term.risk):
        yield Failing(
            "SEP-01",
            "{person} reported the risk as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def sooner_than_now(attempt: Attempt) -> Reasons:
    """DEP-05: a period is cut short from the day of the decision at the earliest."""
    meant = _obliging(attempt)
    if attempt.saying("until") is None or meant is None:
        return
    until, last = day_of(attempt.saying("until")), last_day_to_leave(meant)
    day = brussels_day(attempt.context.at)
    if until is None or until < day or (last is not None and until >= last):
        yield Failing(
            "DEP-05",
            "a period cut short ends between {day} and the eve of {last_day}",
            {"day": day, "last_day": last or "-"},
        )


def _term_of(attempt: Attempt) -> DepartureTerm | None:
    """Return the period of the notified decision to leave; an empty one where none was set."""
    meant = _obliging(attempt)
    if meant is None or meant.state is not RoundState.NOTIFIED:
        return None
    return meant.term or DepartureTerm()


def _leaving(attempt: Attempt) -> Round | None:
    """Find the decision to leave, or the draft of one, of which a period is set."""
    return leaving(attempt.state.rounds) if attempt.state else None


def _obliging(attempt: Attempt) -> Round | None:
    """Find the notified decision to leave of which the period is extended or cut short."""
    return obliging(attempt.state.rounds) if attempt.state else None


# --- when it ends -------------------------------------------------------------------------


def period_ends(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """Tell when the voluntary departure period ends, whether it was set or is the principle."""
    if state.procedure < SECOND:
        return
    for decision in state.rounds:
        if not decision.in_force or decision.kind is None or not kind_of(decision.kind).leaves:
            continue
        last = last_day_to_leave(decision)
        ends = end_of_day(last)
        if ends is not None and decision.notified is not None:
            yield Due(
                _row(decision),
                ends,
                "the voluntary departure period ends",
                decision.notified.at,
            )
