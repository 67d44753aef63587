"""What taking a dossier over to a newer procedure would change for it, before anybody does."""

from datetime import datetime
from typing import NamedTuple

from domain.decide.attempt import Attempt, Context, Failing
from domain.decide.guards import failing, passes
from domain.lifecycle import Stage, next_steps, ways
from domain.state.trajectory import Trajectory


class Crossing(NamedTuple):
    """
    A dossier on its way to a newer version of the procedure.

    ``lost`` are the steps that pass now and would not pass there, with the reasons; it would
    be ``stuck`` where one of them would have led it on to another stage.
    """

    dossier: str
    stage: Stage
    version: int
    lost: tuple[tuple[str, tuple[Failing, ...]], ...]
    stuck: bool


def crossing(state: Trajectory, version: int, now: datetime) -> Crossing:
    """Compare what a dossier may do under its own version with what it may under another."""
    there = state.copy()
    vars(there)["procedure"] = version
    context = Context(at=max(now, state.latest), now=max(now, state.latest))
    lost = tuple(
        (act, tuple(reasons))
        for act in _passing(state, context)
        if act != "MigrateTrajectory" and (reasons := failing(Attempt(there, act, context)))
    )
    stuck = any(_leads_on(state, act) for act, _ in lost)
    return Crossing(state.dossier, state.stage, state.procedure, lost, stuck)


def _passing(state: Trajectory, context: Context) -> list[str]:
    return [
        act
        for act in next_steps(state.stage, state.procedure)
        if passes(Attempt(state, act, context))
    ]


def _leads_on(state: Trajectory, act: str) -> bool:
    """Tell whether an act leads on to another stage; to end without a return is no way on."""
    found = ways(state.procedure)[state.stage, act]
    return any(to not in (state.stage, Stage.NOT_RETURNED) for to, _ in found)
