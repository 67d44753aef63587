"""What the resident has been told, how the resident was heard, and who stands by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from domain.record import Recorded
from domain.state.information import Hearing, LegalAid
from domain.trajectory.changes import Change, Changes, changed, day_of
from domain.trajectory.family import in_doubt

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _informed(state: Trajectory, line: Recorded, event: e.InformationGiven) -> Changes:
    informed = state.informed.union(event.kinds)
    changes: Changes = {
        "informed": informed,
        "informed_at": line.occurred_at if informed != state.informed else state.informed_at,
        "language": event.language or state.language,
    }
    if event.request is not None and "duty-to-cooperate" in event.kinds:
        told = (event.request, line.occurred_at)
        changes["told_at_requests"] = (*state.told_at_requests, told)
    return changes


def _heard(**known: Any) -> Change:
    """Make what adds a hearing of one sort."""

    def heard(state: Trajectory, line: Recorded, event: Any) -> Changes:
        said = {name: read(event) for name, read in known.items()}
        return {"hearings": (*state.hearings, Hearing(line.occurred_at, **said))}

    return heard


def _counselled(state: Trajectory, line: Recorded, _event: Any) -> Changes:
    return {"counselled": (*state.counselled, line.occurred_at)}


def _lawyer_asked(state: Trajectory, line: Recorded, _event: Any) -> Changes:
    aid = state.legal_aid or LegalAid()
    return {"legal_aid": changed(aid, {"asked": line.occurred_at})}


def _lawyer_there(
    state: Trajectory, line: Recorded, event: e.LegalAidAssigned | e.LawyerChanged
) -> Changes:
    aid = state.legal_aid or LegalAid()
    there = {"assigned": line.occurred_at, "reference": event.bar_number}
    return {"legal_aid": changed(aid, there)}


def _signalled(state: Trajectory, line: Recorded, event: e.VulnerabilitySignalled) -> Changes:
    seen = state.vulnerabilities_seen.union(event.kinds_seen)
    return {"vulnerabilities_seen": seen} | _of_a_child(state, line, event.kinds_seen)


def _of_a_child(state: Trajectory, line: Recorded, kinds: Iterable[str]) -> Changes:
    """FAM-05: who is said to be a minor, or a minor alone, is taken for one until it is settled."""
    if not _CHILD.intersection(kinds):
        return {}
    alone: Changes = {}
    if _ALONE in kinds and state.unaccompanied is None and not state.family.members:
        alone = {"unaccompanied": True}
    return in_doubt(state, line) | alone


_ALONE = "minor-unaccompanied"
_CHILD = frozenset({_ALONE, "minor-accompanied"})
"""Codes of the list ``information.vulnerability``."""


def _assessed(state: Trajectory, line: Recorded, event: e.VulnerabilityAssessed) -> Changes:
    """Take the last finding: it answers what was seen before."""
    return {
        "vulnerabilities_found": frozenset(event.kinds_found),
        "vulnerabilities_seen": frozenset(event.kinds_found),
        "vulnerability_assessed": line.occurred_at,
        **_of_a_child(state, line, event.kinds_found),
    }


CHANGES: dict[str, Change] = {
    "InformationGiven": _informed,
    "LegalAidRequested": _lawyer_asked,
    "LegalAidAssigned": _lawyer_there,
    "LawyerChanged": _lawyer_there,
    "HearingInvited": _heard(
        written=lambda event: True,
        received_on=lambda event: day_of(event.received_on),
        days=lambda event: event.days,
    ),
    "HearingHeld": _heard(about=lambda event: event.about),
    "HearingWaived": _heard(about=lambda event: event.about, waived=lambda event: event.reason),
    "VoluntaryReturnCounselled": _counselled,
    "VulnerabilitySignalled": _signalled,
    "VulnerabilityAssessed": _assessed,
}
