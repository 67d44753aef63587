"""The IOM file, as it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle import IomState
from domain.record import Recorded
from domain.state.iom import IomFile
from domain.trajectory.changes import Change, Changes

if TYPE_CHECKING:
    from domain import events as e
    from domain.state import Trajectory


_IOM_STATE = {
    "IomFileOpened": IomState.OPENED,
    "IomEligibilityConfirmed": IomState.ELIGIBLE,
    "VoluntaryDeclarationSigned": IomState.SIGNED,
    "IomTravelBooked": IomState.BOOKED,
    "IomFileWithdrawn": IomState.WITHDRAWN,
}


def _iom(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    known = state.iom.reference if state.iom else None
    reference = vars(event)["reference"] or known
    return {"iom": IomFile(_IOM_STATE[type(event).__name__], line.occurred_at, reference)}


CHANGES: dict[str, Change] = dict.fromkeys(_IOM_STATE, _iom)
