"""Which clock of a dossier runs out next."""

from datetime import datetime, timedelta
from typing import NamedTuple

from domain.decide.remedies import term_in_the_way
from domain.lifecycle import ENDED, AppealState, Fitness
from domain.rules import rule
from domain.rules.calendar import brussels_day, start_of_day
from domain.trajectory import Trajectory


class Due(NamedTuple):
    """A moment something runs out: by which rule, when, what it is, and since when it runs."""

    rule: str
    at: datetime
    what: str
    since: datetime


def clocks(state: Trajectory, now: datetime) -> list[Due]:
    """
    List the running clocks of a dossier, earliest first; none once it has ended.

    A duty stays on the list when it is overdue; a term or certificate that has run
    out is no longer running.
    """
    if state.stage in ENDED:
        return []
    ending = [due for due in (*_appeal_term(state, now), *_certificate(state)) if due.at > now]
    return sorted([*_transmissions(state), *ending], key=lambda due: due.at)


def next_due(state: Trajectory, now: datetime) -> Due | None:
    """Return the clock that runs out first, overdue duties included."""
    return next(iter(clocks(state, now)), None)


def _transmissions(state: Trajectory) -> list[Due]:
    """Art. 39/69 §2: what was handed in goes to the Council at once; the hours are a parameter."""
    within = timedelta(hours=rule("APP-04d").length or 0)
    return [
        Due(
            "APP-04d",
            appeal.handed_in + within,
            "transmit the appeal to the Council",
            appeal.handed_in,
        )
        for appeal in state.appeals
        if appeal.state is AppealState.HANDED_IN and appeal.handed_in
    ]


def _appeal_term(state: Trajectory, now: datetime) -> list[Due]:
    """Read the running term off what stands in the way of a departure."""
    notified = state.decision.notified if state.decision else None
    return [
        Due(
            reason.rule,
            start_of_day(reason.passes_on),
            "the term for a suspensive appeal ends",
            notified.at,
        )
        for reason in term_in_the_way(state, brussels_day(now), consents=False)
        if reason.passes_on and notified
    ]


def _certificate(state: Trajectory) -> list[Due]:
    if state.examination is None or state.examination.result is Fitness.UNFIT:
        return []
    valid = timedelta(hours=rule("EXE-06").length or 0)
    examined = state.examination.at
    return [Due("EXE-06", examined + valid, "the fit-to-travel certificate ends", examined)]
