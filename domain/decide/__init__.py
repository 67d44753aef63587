"""
Judge a command against the state: the only place where rules are applied.

Pure: no clock, no database, no randomness. Tighten a rule here and every old
dossier still opens, because replay goes through :mod:`domain.trajectory` alone.
"""

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
    shape = EVENT_OF[type(command)]
    asked = type(command).model_fields
    said = {name: getattr(command, name) for name in shape.model_fields if name in asked}
    return [shape.model_construct(**(said | _known(state, command, context)))]


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
