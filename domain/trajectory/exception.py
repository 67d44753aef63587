"""Exceptions: overriding a rule in an emergency, and taking a dossier over to a newer procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle import COMMAND_OF
from domain.lifecycle.exception import reach_of
from domain.lifecycle.separation import INSTEAD
from domain.record import Recorded
from domain.state.exception import Alert, Override, Undecidable
from domain.trajectory.changes import Change, Changes
from domain.trajectory.decision import hand_of

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _asked(state: Trajectory, line: Recorded, event: e.OverrideAsked) -> Changes:
    new = Override(len(state.overrides) + 1, event.rule, event.step, hand_of(line))
    return {"overrides": (*state.overrides, new)}


def _decided(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    number, allowed = vars(event)["number"], type(event).__name__ == "OverrideAllowed"
    return {
        "overrides": tuple(
            one._replace(decided=hand_of(line), allowed=allowed) if one.number == number else one
            for one in state.overrides
        )
    }


def used_up(overrides: tuple[Override, ...], event: str) -> tuple[Override, ...]:
    """Close the overrides with the act, the attempt or the transfer they were asked for."""
    if not any(not one.used and _is_over(one, event) for one in overrides):
        return overrides
    return tuple(one._replace(used=True) if _is_over(one, event) else one for one in overrides)


def _is_over(one: Override, event: str) -> bool:
    reach = reach_of(one.rule, one.step)
    if reach is not None:
        return event in reach.ends
    return one.stands and one.step == COMMAND_OF.get(event)


def _migrated(state: Trajectory, line: Recorded, event: e.ProcedureMigrated) -> Changes:
    return {"procedure": max(state.procedure, event.version), "taken_over": line.occurred_at}


def _found_late(state: Trajectory, line: Recorded, event: e.BlockFoundLate) -> Changes:
    return {"alerts": (*state.alerts, Alert(event.act, event.rules, line.recorded_at))}


def _nobody_may(state: Trajectory, line: Recorded, event: e.NobodyMayDecide) -> Changes:
    others = tuple(one for one in state.undecidable if one.act != event.act)
    return {"undecidable": (*others, Undecidable(event.act, line.occurred_at))}


def decided_after_all(found: tuple[Undecidable, ...], event: str) -> tuple[Undecidable, ...]:
    """Leave out the decisions that an event takes, or takes away."""
    act = COMMAND_OF.get(event)
    return tuple(one for one in found if act not in (one.act, *INSTEAD.get(one.act, ())))


def _answered(state: Trajectory, line: Recorded, event: e.AlertAnswered) -> Changes:
    return {
        "alerts": tuple(
            one._replace(answered=hand_of(line)) if one.act == event.act else one
            for one in state.alerts
        )
    }


CHANGES: dict[str, Change] = {
    "OverrideAsked": _asked,
    "OverrideAllowed": _decided,
    "OverrideRefused": _decided,
    "ProcedureMigrated": _migrated,
    "BlockFoundLate": _found_late,
    "NobodyMayDecide": _nobody_may,
    "AlertAnswered": _answered,
}
