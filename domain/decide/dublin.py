"""What holds a transfer to the responsible State back: a transfer is forced, as a removal is."""

from domain.decide.attempt import Attempt, Reasons
from domain.decide.health import fit_to_travel, no_open_objection
from domain.decide.leaving import removes
from domain.decide.protection import (
    no_judicial_hold,
    no_protected_status,
    no_refoulement_risk,
    no_right_of_residence,
)
from domain.decide.refoulement import not_postponed
from domain.decide.remedies import no_interim_measure
from domain.decide.responsible import accepted_and_in_time
from domain.decide.suspension import appeals_in_the_way, term_in_the_way
from domain.decide.unity import family_together, minor_provided_for
from domain.rules.calendar import brussels_day


def transfer_may_go(attempt: Attempt) -> Reasons:
    """TIT-01, DUB-01 and more: a transfer is forced, and waits for the same as a removal."""
    state = attempt.state
    if state is None:
        return
    yield from _one_may_go(attempt)
    yield from family_together(attempt._replace(guards=(_one_may_go,)))


def _one_may_go(attempt: Attempt) -> Reasons:
    """Ask what holds a transfer back of one resident; a member of the family is asked the same."""
    state = attempt.state
    if state is None:
        return
    yield from removes(state)
    yield from accepted_and_in_time(state, attempt.context.at)
    yield from appeals_in_the_way(state)
    yield from term_in_the_way(state, brussels_day(attempt.context.at), consents=False)
    for condition in _ALSO_OF_A_TRANSFER:
        yield from condition(attempt)


_ALSO_OF_A_TRANSFER = (
    no_refoulement_risk,
    not_postponed,
    no_interim_measure,
    no_judicial_hold,
    no_protected_status,
    no_right_of_residence,
    fit_to_travel,
    no_open_objection,
    minor_provided_for,
)
"""Not the right to remain: the State responsible is to examine the application."""
