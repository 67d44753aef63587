"""Entry bans and decisions not to admit: how long by which ground, and a request to lift one."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.decide.attempt import Attempt, Due, Failing, Reasons, in_a_row
from domain.decide.notification import served_on
from domain.lifecycle.stages import SECOND
from domain.lifecycle.who import HIERARCHY
from domain.rules import rule
from domain.rules.calendar import add_months, brussels_day, day_after, end_of_day, known, term_end
from domain.state.decision import BANS, Round, banning
from domain.trajectory import Trajectory

_ROW_OF = {"fraud": "BAN-02", "serious-threat": "BAN-03"}
"""Ground → the rule that bounds a ban on it; any other ground is bound by BAN-01."""

_EIGHT_MONTHS_A_YEAR = 8
"""Two thirds of a year, in months (art. 74/12 §1)."""

_WAITS = ("work", "study")
"""The grounds on which an entry ban is lifted only after two thirds of its term."""


def ban_within_bounds(attempt: Attempt) -> Reasons:
    """BAN-01, BAN-02, BAN-03, BAN-05: as many years as the ground allows."""
    running = attempt.state.drafted if attempt.state else None
    if attempt.said is None or running is None:
        return
    years = attempt.saying("ban_years") or running.ban_years
    if running.kind not in BANS and running.ban_ground is None and years is None:
        return  # it bans nobody
    if running.kind == "non-admission":
        yield from _at_most("BAN-05", years)
    elif running.ban_ground is None or years is None:
        yield Failing("BAN-01", "an entry ban says its ground and its length in years")
    elif running.ban_ground == "serious-threat":
        yield from _more_than_five(attempt, years)
    else:
        yield from _at_most(_ROW_OF.get(running.ban_ground, "BAN-01"), years)


def _at_most(row: str, years: int | None) -> Reasons:
    most = rule(row).length_max or 0
    if years is None or years > most:
        yield Failing(
            row,
            "{years} years; at most {most} on this ground",
            {"years": years or "-", "most": most},
        )


def _more_than_five(attempt: Attempt, years: int) -> Reasons:
    """BAN-03: more than five years, by another than a migration officer (house reading)."""
    least, actor = rule("BAN-03").length_min or 0, attempt.context.actor
    if years <= least:
        yield Failing(
            "BAN-03",
            "{years} years; a ban for a serious threat is of more than {least}",
            {"years": years, "least": least},
        )
    if actor is not None and not actor.functions & HIERARCHY:
        yield Failing(
            "BAN-03",
            "a ban of more than {least} years is not for {functions}",
            {"least": least, "functions": in_a_row(actor.functions)},
            about_people=True,
        )


def ban_lift_ripe(attempt: Attempt) -> Reasons:
    """BAN-04: for work or study, after two thirds of the term."""
    ban = banning(attempt.state.rounds) if attempt.state else None
    if ban is None or attempt.saying("ground") not in _WAITS:
        return
    start = served_on(ban)
    if start is None or ban.ban_years is None:
        yield Failing("BAN-04", "it is not known when the entry ban began, or how long it is")
        return
    yield from _ripe_on(attempt, ban, start)


def _ripe_on(attempt: Attempt, ban: Round, start: date) -> Reasons:
    last = known(add_months, start, _EIGHT_MONTHS_A_YEAR * (ban.ban_years or 0))
    if last is not None and brussels_day(attempt.context.at) <= last:
        yield Failing(
            "BAN-04",
            "for work or study two thirds of the entry ban must be over: they are on {last_day}",
            {"last_day": last},
            passes_on=day_after(last),
        )


def lift_requests(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """BAN-04: a request that stays without answer so long is refused."""
    for ban in state.rounds if state.procedure >= SECOND else ():
        if ban.lift_asked is not None and ban.in_force:
            at = end_of_day(known(term_end, brussels_day(ban.lift_asked), rule("BAN-04")))
            if at is not None:
                yield Due(
                    "BAN-04",
                    at,
                    "silence refuses the request to lift the entry ban",
                    ban.lift_asked,
                )
