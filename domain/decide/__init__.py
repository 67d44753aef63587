"""
Judge a command against the state: the only place where rules are applied.

Pure: no clock, no database, no randomness. Tighten a rule here and every old
dossier still opens, because replay goes through :mod:`domain.trajectory` alone.
"""

from functools import cache
from typing import Any

from domain import commands as c
from domain import events as e
from domain.decide.access import kept_back
from domain.decide.attempt import Attempt, Context, Failing, Refused
from domain.decide.guards import adds_of, failing, passes
from domain.lifecycle import EVENT_OF
from domain.trajectory import Trajectory

__all__ = ["Attempt", "Context", "Failing", "Refused", "decide", "failing", "passes"]


def decide(state: Trajectory | None, command: c.Command, context: Context) -> list[e.DossierEvent]:
    """
    Return the events the command leads to.

    Raises :class:`Refused` with every guard that fails. What a command says, its
    event keeps under the same name; only what the state adds is named here. The
    command was validated when it was made, so its event is not validated again.
    """
    act = type(command).__name__
    attempt = Attempt(state, act, context, command)
    if failures := kept_back(attempt, failing(attempt)):
        raise Refused(failures, act)
    shape, absent, shared = _kept(act)
    asked = vars(command)
    said = {name: asked[name] for name in shared}
    if added := adds_of(act):
        said |= added(state, command, context)
    return [shape.accepted(absent | said, set(said))]


@cache
def _kept(act: str) -> tuple[type[e.DossierEvent], dict[str, Any], list[str]]:
    """Return what an act leads to, what it says when nothing is said, and what both name."""
    shape: type[e.DossierEvent] = getattr(e, EVENT_OF[act])
    absent = {name: field.get_default() for name, field in shape.model_fields.items()}
    return shape, absent, [name for name in absent if name in getattr(c, act).model_fields]
