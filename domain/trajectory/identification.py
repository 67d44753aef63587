"""How identification went, and which documents are at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.lifecycle.identification import IdentificationState
from domain.record import Recorded
from domain.state.identification import Identification, TravelDocument
from domain.trajectory.changes import Change, Changes, changed, day_of

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory

_I = IdentificationState

_REACHED = {
    "LaissezPasserRequested": _I.REQUESTED,
    "EmbassyInterviewHeld": _I.INTERVIEWED,
    "NationalityRecognised": _I.RECOGNISED,
    "LaissezPasserRefused": _I.REFUSED,
}

LAISSEZ_PASSER = "laissez-passer"
"""The kind of document an embassy grants, on the list ``identification.document``."""


def _declared(state: Trajectory, line: Recorded, event: e.IdentityRecorded) -> Changes:
    """Begin with what a source says; it takes nothing away from what an embassy said."""
    if state.identification is not None:
        return {}
    return {"identification": Identification(_I.DECLARED, line.occurred_at)}


def _went_on(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    reached = _REACHED[type(event).__name__]
    known = state.identification or Identification(reached, line.occurred_at)
    now = {
        "state": reached,
        "since": line.occurred_at,
        "country": vars(event).get("country") or known.country,
    }
    return {"identification": changed(known, now)}


def _granted(state: Trajectory, line: Recorded, event: e.LaissezPasserGranted) -> Changes:
    return _with(state, line, LAISSEZ_PASSER, event.valid_until)


def _recorded(state: Trajectory, line: Recorded, event: e.TravelDocumentRecorded) -> Changes:
    return _with(state, line, event.kind, event.valid_until)


def _with(state: Trajectory, line: Recorded, kind: str, valid_until: str | None) -> Changes:
    known = state.identification or Identification(_I.VALID, line.occurred_at)
    document = TravelDocument(kind, day_of(valid_until), line.occurred_at)
    now = {
        "state": _I.VALID,
        "since": line.occurred_at,
        "documents": (*known.documents, document),
    }
    return {"identification": changed(known, now)}


def _gone(state: Trajectory, line: Recorded, event: e.TravelDocumentLost) -> Changes:
    """Put away the latest of its kind at hand; with the last one, nothing valid is left."""
    known = state.identification
    if known is None:
        return {}
    places = [
        place
        for place, each in enumerate(known.documents)
        if each.kind == event.kind and each.gone is None
    ]
    if not places:
        return {}
    at = places[-1]
    document = changed(known.documents[at], {"gone": line.occurred_at})
    left = changed(
        known,
        {
            "since": line.occurred_at,
            "documents": (*known.documents[:at], document, *known.documents[at + 1 :]),
        },
    )
    if left.state is _I.VALID and not left.at_hand:
        left = changed(left, {"state": _I.RECOGNISED})
    return {"identification": left}


CHANGES: dict[str, Change] = dict.fromkeys(_REACHED, _went_on) | {
    "IdentityRecorded": _declared,
    "LaissezPasserGranted": _granted,
    "TravelDocumentRecorded": _recorded,
    "TravelDocumentExpired": _gone,
    "TravelDocumentLost": _gone,
}
