"""The other members of a resident's family: their dossiers, as they are on record now."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from domain import commands as c
from domain.decide.hindsight import Histories
from domain.trajectory import Trajectory, replay
from workflows.journal import History, Journal


class Members(NamedTuple):
    """Dossiers that were looked at, their lines, and the version each was read at; 0 for none."""

    states: tuple[Trajectory, ...] = ()
    versions: Mapping[str, int] = MappingProxyType({})
    histories: Histories = MappingProxyType({})


def members_of(
    journal: Journal, state: Trajectory | None, command: c.Command | None = None
) -> Members:
    """
    Look at the dossiers of the others in a resident's family; without one, read nothing.

    Where a dossier is opened it is the resident's own before it, if ``command`` names one: what
    was held there goes on counting.

    All that is on record counts, whenever it happened: what holds a member back is not
    passed over because an act was dated before it.
    """
    if state is None:
        return _before(journal, vars(command).get("previous")) if command else Members()
    if not state.family.members:
        return Members()
    numbers = state.family.members
    histories = journal.recall(*numbers)
    found = (history.fold(replay) for history in histories)
    return Members(
        tuple(one for one in found if one is not None),
        {number: version_of(history) for number, history in zip(numbers, histories, strict=True)},
        {number: history.lines for number, history in zip(numbers, histories, strict=True)},
    )


def _before(journal: Journal, previous: str | None) -> Members:
    """Look at the trajectory before this one; its lines are no business of those of this one."""
    if previous is None:
        return Members()
    [history] = journal.recall(previous)
    found = history.fold(replay)
    return Members((found,) if found else (), {previous: version_of(history)})


def version_of(history: History) -> int:
    """Say at which version a dossier stands."""
    return history.lines[-1].version if history.lines else 0
