"""The IOM file, as it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle import IomState
from domain.lifecycle.iom import STANDING_DECLARATION
from domain.lifecycle.stages import SECOND
from domain.record import Recorded
from domain.state.iom import IomFile
from domain.trajectory.changes import Change, Changes, changed
from domain.values import DepartureMode

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


_IOM_STATE = {
    "IomFileOpened": IomState.OPENED,
    "IomEligibilityConfirmed": IomState.ELIGIBLE,
    "IomEligibilityRefused": IomState.REFUSED,
    "VoluntaryDeclarationSigned": IomState.SIGNED,
    "IomDocumentAwaited": IomState.DOCUMENT_PENDING,
    "IomDocumentReceived": IomState.SIGNED,
    "IomTravelBooked": IomState.BOOKED,
    "IomFileWithdrawn": IomState.WITHDRAWN,
    "IomFileLapsed": IomState.LAPSED,
    "ReintegrationBegun": IomState.REINTEGRATION,
}


def _iom(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    kind = type(event).__name__
    reached = _IOM_STATE[kind]
    known = state.iom
    reference = vars(event)["reference"] or (known.reference if known else None)
    if known is None or reached is IomState.OPENED:
        file = IomFile(reached, line.occurred_at, reference)
    else:
        now = {"state": reached, "since": line.occurred_at, "reference": reference}
        file = changed(known, now)
    if kind == "VoluntaryDeclarationSigned":
        file = changed(file, {"signed": line.occurred_at})
    return {"iom": file}


def _checked(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    """Keep what the Office said last: whether it objects."""
    if state.iom is None:
        return {}
    objected = type(event).__name__ == "IomObjectionRaised"
    return {"iom": changed(state.iom, {"objected": objected, "checked": line.occurred_at})}


def _paid(state: Trajectory, line: Recorded, event: e.IomPremiumPaid) -> Changes:
    if state.iom is None:
        return {}
    return {"iom": changed(state.iom, {"paid": line.occurred_at})}


def _departed(state: Trajectory, line: Recorded, event: e.DepartureConfirmed) -> Changes:
    """
    End the file by the journey with IOM; one by other means leaves it as it stood.

    The first version of the procedure did not follow the file so far.
    """
    file = state.iom
    if state.procedure < SECOND or file is None or event.mode != DepartureMode.VOLUNTARY_IOM:
        return {}
    if file.state not in STANDING_DECLARATION:
        return {}
    return {"iom": changed(file, {"state": IomState.DEPARTED, "since": line.occurred_at})}


CHANGES: dict[str, Change] = dict.fromkeys(_IOM_STATE, _iom) | {
    "IomNoObjectionStated": _checked,
    "IomObjectionRaised": _checked,
    "IomPremiumPaid": _paid,
    "DepartureConfirmed": _departed,
}
