"""
Judge a command against the state: the only place where rules are applied.

Pure: no clock, no database, no randomness. Tighten a rule here and every old
dossier still opens, because replay goes through :mod:`domain.trajectory` alone.
"""

from functools import cache
from typing import Any

from domain import commands as c
from domain import events as e
from domain.decide.attempt import Attempt, Context, Failing, Refused
from domain.decide.guards import failing, passes
from domain.lifecycle import EVENT_OF
from domain.trajectory import Trajectory
from domain.values import AppealKind, StatisticalCategory

__all__ = ["Attempt", "Context", "Failing", "Refused", "decide", "failing", "passes"]


def decide(state: Trajectory | None, command: c.Command, context: Context) -> list[e.DossierEvent]:
    """
    Return the events the command leads to.

    Raises :class:`Refused` with every guard that fails. What a command says, its
    event keeps under the same name; only what the state adds is named here. The
    command was validated when it was made, so its event is not validated again.
    """
    attempt = Attempt(state, type(command), context, command)
    if failures := failing(attempt):
        raise Refused(failures)
    shape, absent, shared = _kept(type(command))
    asked = vars(command)
    said = {name: asked[name] for name in shared} | _known(state, command, context)
    return [shape.accepted(absent | said, set(said))]


@cache
def _kept(act: type[c.Command]) -> tuple[type[e.DossierEvent], dict[str, Any], list[str]]:
    """Return what an act leads to, what it says when nothing is said, and what both name."""
    shape = EVENT_OF[act]
    absent = {name: field.get_default() for name, field in shape.model_fields.items()}
    return shape, absent, [name for name in absent if name in act.model_fields]


def _known(state: Trajectory | None, command: c.Command, context: Context) -> dict[str, Any]:
    """Add what the dossier or the law knows and the command need not say."""
    match command:
        case c.OpenTrajectory():
            return {"resident": command.resident or command.dossier}
        case c.TakeDecision() if state and state.round:
            return {"form": state.round.form}
        case c.LodgeAppeal() if command.kind is None:
            at = state.appeal(command.reference) if state else None
            known = state.appeals[at].kind if state and at is not None else AppealKind.UNKNOWN
            return {"kind": known}
        case c.ConfirmDeparture():
            # Return from a closed centre or a family unit is always counted as forced.
            return {"statistical_category": StatisticalCategory.FORCED}
        case c.CorrectRecord():
            return {"was": context.was(command.field)}
        case _:
            return {}
