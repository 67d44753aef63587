"""The dossiers somebody works on, each as it stands: what every worklist is drawn from."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from cli.base import Desk
from cli.look import Asked
from cli.restricted import is_kept_back, may_read

if TYPE_CHECKING:
    from domain.trajectory import Trajectory


def dossiers_at_hand(
    desk: Desk, centre: str | None = None, *, mine: bool = False, known: datetime | None = None
) -> "Iterator[Trajectory]":
    """
    Go through the dossiers in which something may be due, by number.

    Of one centre, by its code; with ``mine`` those that the person at the desk follows. With
    ``known``, as they were known just before that moment.
    """
    from workflows import people

    me = people.find(desk.office.journal, desk.account) if mine else None
    found = _running(desk, centre) if known is None else _running_then(desk, centre, known)
    for state in found:
        if not mine or (me is not None and state.coach == me.person):
            yield state


def _running(desk: Desk, centre: str | None) -> "Iterator[Trajectory]":
    from domain.trajectory import replay
    from projections.caseload import CASELOAD, running

    with desk.office.reading(CASELOAD) as connection:
        dossiers = running(connection, centre)
    for dossier in dossiers:
        state = replay(desk.office.journal.history(dossier))
        if state is not None and may_read(desk, state):
            yield state


def _running_then(desk: Desk, centre: str | None, known: datetime) -> "Iterator[Trajectory]":
    from domain.decide.clocks import clocks
    from domain.lifecycle import ENDED

    for state in as_known(desk, known):
        duties = state.stage not in ENDED or clocks(state, state.latest)
        if duties and centre in (None, state.centre):
            yield state


def as_known(desk: Desk, known: datetime) -> "Iterator[Trajectory]":
    """
    Go through all dossiers as they were known just before a moment, by number.

    From the journal: replayed from what had been recorded by then, whatever was recorded or
    corrected since. Whether they are shown depends on who may read them now.
    """
    from domain.trajectory import replay

    then = Asked(known=known)
    for _number, lines in desk.office.journal.dossiers():
        state = replay(line for line in lines if then.includes(line))
        if state is not None and not is_kept_back(desk, lines):
            yield state
