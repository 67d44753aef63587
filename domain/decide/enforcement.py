"""What keeps a decision from being enforced yet: a period, a remedy, a postponement."""

from domain.decide.attempt import Attempt, Reasons
from domain.decide.leaving import under_declaration, willing
from domain.decide.period import departure_term_over
from domain.decide.refoulement import not_postponed
from domain.decide.suspension import appeals_in_the_way, term_in_the_way
from domain.rules.calendar import brussels_day


def period_over(attempt: Attempt) -> Reasons:
    """DEP-01 to DEP-05: no voluntary departure period runs, for who does not go willingly."""
    if not willing(attempt):
        yield from departure_term_over(attempt)


def no_remedy_runs(attempt: Attempt) -> Reasons:
    """APP-02 to APP-10, INF-04, NOT-02: no suspensive remedy is open, no such term runs."""
    state = attempt.state
    if state is None:
        return
    yield from appeals_in_the_way(state, declared=under_declaration(attempt))
    day = brussels_day(attempt.context.at)
    yield from term_in_the_way(state, day, consents=willing(attempt))


def not_put_off(attempt: Attempt) -> Reasons:
    """POS-03: the removal is not put off; it holds back nobody who leaves under a declaration."""
    if not under_declaration(attempt):
        yield from not_postponed(attempt)
