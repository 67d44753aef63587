"""The dossiers somebody works on, each as it stands: what every worklist is drawn from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.base import Desk
from cli.restricted import may_read

if TYPE_CHECKING:
    from domain.trajectory import Trajectory


def dossiers_at_hand(
    desk: Desk, centre: str | None = None, *, mine: bool = False
) -> "Iterator[Trajectory]":
    """
    Go through the dossiers in which something may be due, by number.

    Of one centre, by its code; with ``mine`` those that the person at the desk follows.
    """
    from domain.trajectory import replay
    from projections.caseload import CASELOAD, running
    from workflows import people

    with desk.office.reading(CASELOAD) as connection:
        dossiers = running(connection, centre)
    journal = desk.office.journal
    me = people.find(journal, desk.account) if mine else None
    for dossier in dossiers:
        state = replay(journal.history(dossier))
        if state is None or (mine and (me is None or state.coach != me.person)):
            continue
        if may_read(desk, state):
            yield state
