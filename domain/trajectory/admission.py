"""Who came in, where and under which version of the procedure; what is known of who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle.who import COACHES
from domain.record import Recorded
from domain.state.admission import Inventory
from domain.trajectory.changes import Change, Changes
from domain.trajectory.family import in_doubt

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _admitted(state: Trajectory, line: Recorded, event: e.ResidentAdmitted) -> Changes:
    return {
        "centre": event.centre,
        "resident": event.resident,
        "procedure": event.procedure,
        "sex": event.sex,
        "age": event.age,
        "age_since": line.occurred_at,
        "unaccompanied": event.unaccompanied,
        "coach": line.person if line.role in COACHES else None,
    }


def _identified(state: Trajectory, line: Recorded, event: e.IdentityRecorded) -> Changes:
    doubt = in_doubt(state, line) if event.age_doubted else {}
    return {"identities": (*state.identities, event.source)} | doubt


def _alias(state: Trajectory, line: Recorded, event: e.AliasLinked) -> Changes:
    doubt = in_doubt(state, line) if event.age_doubted else {}
    return {"aliases": state.aliases + 1} | doubt


def _inventoried(state: Trajectory, line: Recorded, event: e.PropertyInventoried) -> Changes:
    now = Inventory(event.inventory, event.outcome, line.occurred_at)
    others = (each for each in state.belongings if each.reference != event.inventory)
    return {"belongings": (*others, now)}


CHANGES: dict[str, Change] = {
    "ResidentAdmitted": _admitted,
    "IdentityRecorded": _identified,
    "AliasLinked": _alias,
    "PropertyInventoried": _inventoried,
}
