"""A transfer to the State responsible for an asylum application: accepted, and in time."""

from datetime import datetime

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.decide.leaving import is_held, under_declaration, willing
from domain.decide.protection import row_of, transfer_until
from domain.rules.calendar import brussels_day
from domain.state.decision import removing
from domain.trajectory import Trajectory

TRANSFER = "dublin-transfer"
"""Code of the list ``decision.kind``."""


def still_responsible(attempt: Attempt) -> Reasons:
    """DUB-01, DUB-04: a decision to transfer leads to a State that accepts, and in time."""
    state = attempt.state
    if state is None or under_declaration(attempt):
        return
    title = removing(state.rounds)
    goes_alone = willing(attempt) and not is_held(state)
    if title is not None and title.kind == TRANSFER and not goes_alone:
        yield from accepted_and_in_time(state, attempt.context.at)


def accepted_and_in_time(state: Trajectory, at: datetime) -> Reasons:
    """DUB-01, DUB-04: another State accepted, and the term to transfer is not over."""
    dublin, day = state.protection.dublin, brussels_day(at)
    row = row_of(dublin, at)
    if dublin is None:
        yield Failing(row, "no other State is known to have accepted the transfer")
        return
    last_day = transfer_until(dublin)
    if last_day is None:
        yield Failing(row, "it is not known until when the transfer may be carried out")
    elif day > last_day:
        yield Failing(
            row,
            "the term to transfer ended on {last_day}; the other State is no longer responsible",
            {"last_day": last_day},
        )
