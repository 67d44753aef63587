"""The other members of a resident's family: their dossiers, as they are on record now."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from domain.decide.hindsight import Histories
from domain.trajectory import Trajectory, replay
from workflows.journal import History, Journal


class Members(NamedTuple):
    """Dossiers that were looked at, their lines, and the version each was read at; 0 for none."""

    states: tuple[Trajectory, ...] = ()
    versions: Mapping[str, int] = MappingProxyType({})
    histories: Histories = MappingProxyType({})


def members_of(journal: Journal, state: Trajectory | None) -> Members:
    """
    Look at the dossiers of the others in a resident's family; without one, read nothing.

    All that is on record counts, whenever it happened: what holds a member back is not
    passed over because an act was dated before it.
    """
    if state is None or not state.family.members:
        return Members()
    numbers = state.family.members
    histories = journal.recall(*numbers)
    found = (history.fold(replay) for history in histories)
    return Members(
        tuple(one for one in found if one is not None),
        {number: version_of(history) for number, history in zip(numbers, histories, strict=True)},
        {number: history.lines for number, history in zip(numbers, histories, strict=True)},
    )


def version_of(history: History) -> int:
    """Say at which version a dossier stands."""
    return history.lines[-1].version if history.lines else 0
