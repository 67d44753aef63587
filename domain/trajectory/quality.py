"""Samples and findings of a control of quality, as they went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.lifecycle.quality import FindingState
from domain.record import Recorded
from domain.state.quality import Finding, Sample
from domain.trajectory.changes import Change, Changes, changed
from domain.trajectory.decision import hand_of
from domain.trajectory.numbered import put

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _drawn(state: Trajectory, line: Recorded, event: e.QualitySampleDrawn) -> Changes:
    samples = (*state.quality.samples, Sample(event.sample, line.occurred_at))
    return {"quality": changed(state.quality, {"samples": samples})}


def _finding(state: Trajectory, line: Recorded, number: int, changes: dict[str, Any]) -> Changes:
    fresh = Finding(number, FindingState.FOUND, line.occurred_at)
    findings = put(state.quality.findings, fresh, changes)
    return {"quality": changed(state.quality, {"findings": findings})}


def _found(state: Trajectory, line: Recorded, event: e.QualityFindingRecorded) -> Changes:
    told = {"kind": event.kind, "severity": event.severity, "found": hand_of(line)}
    return _finding(state, line, event.number, told)


def _answered(state: Trajectory, line: Recorded, event: e.QualityFindingAnswered) -> Changes:
    told = {
        "state": FindingState.ANSWERED,
        "since": line.occurred_at,
        "answered": hand_of(line),
    }
    return _finding(state, line, event.number, told)


def _becomes(after: FindingState) -> Change:
    def change(state: Trajectory, line: Recorded, event: Any) -> Changes:
        return _finding(state, line, event.number, {"state": after, "since": line.occurred_at})

    return change


CHANGES: dict[str, Change] = {
    "QualitySampleDrawn": _drawn,
    "QualityFindingRecorded": _found,
    "QualityFindingAnswered": _answered,
    "QualityFindingAccepted": _becomes(FindingState.ACCEPTED),
    "QualityFindingReopened": _becomes(FindingState.REOPENED),
}
