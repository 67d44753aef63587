"""Samples and findings of a control of quality, as they went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.lifecycle.quality import FindingState
from domain.record import Recorded
from domain.state.quality import Examined, Finding, Sample
from domain.state.serious import WORDED, serious
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


def _examined(state: Trajectory, line: Recorded, event: e.MotivesExamined) -> Changes:
    kept = (one for one in state.quality.examined if one.act != event.act)
    examined = (*kept, Examined(event.act, event.outcome, hand_of(line)))
    return {"quality": changed(state.quality, {"examined": examined})}


def _corrected(state: Trajectory, _line: Recorded, event: e.RecordCorrected) -> Changes:
    """Have the motives examined anew of which the words were corrected."""
    if not state.quality.examined or event.field not in WORDED:
        return {}
    anew = {one.version for one in serious(state) if event.corrects in one.sources}
    examined = tuple(
        changed(one, {"outdated": True}) if one.act in anew else one
        for one in state.quality.examined
    )
    return {"quality": changed(state.quality, {"examined": examined})}


CHANGES: dict[str, Change] = {
    "QualitySampleDrawn": _drawn,
    "QualityFindingRecorded": _found,
    "QualityFindingAnswered": _answered,
    "QualityFindingAccepted": _becomes(FindingState.ACCEPTED),
    "QualityFindingReopened": _becomes(FindingState.REOPENED),
    "MotivesExamined": _examined,
    "RecordCorrected": _corrected,
}
