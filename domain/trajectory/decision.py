"""Decision rounds, as they happened."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from domain.lifecycle import RoundState
from domain.record import Recorded
from domain.state.decision import Hand, Round
from domain.trajectory.changes import Change, Changes, changed

if TYPE_CHECKING:
    from domain import events as e
    from domain.state import Trajectory


def hand_of(line: Recorded) -> Hand:
    """Say who did what a line records, and where it stands."""
    return tuple.__new__(Hand, _hand(line))


# In the order of a hand.
_hand = attrgetter(
    "account", "person", "occurred_at", "whole_day", "version", "log_index", "on_behalf_of"
)


def _drafted(state: Trajectory, line: Recorded, event: e.DecisionDrafted) -> Changes:
    running, before = _running_round(state, _DRAFTING, RoundState.DRAFTED)
    changes = {
        "form": event.form or running.form,
        "reference": event.reference or running.reference,
        "drafted": (*running.drafted, hand_of(line)),
        "since": line.occurred_at,
    }
    return {"rounds": (*before, changed(running, changes))}


def _edited(state: Trajectory, line: Recorded, event: e.DecisionDraftEdited) -> Changes:
    running, before = _running_round(state, _STANDING, RoundState.DRAFTED)
    changes = {
        "form": event.form or running.form,
        "edited": (*running.edited, hand_of(line)),
        "since": line.occurred_at,
    }
    return {"rounds": (*before, changed(running, changes))}


def _taken(state: Trajectory, line: Recorded, event: e.DecisionTaken) -> Changes:
    running, before = _running_round(state, _DRAFTING, RoundState.TAKEN)
    changes = {
        "state": RoundState.TAKEN,
        "form": event.form or running.form,
        "reference": event.reference or running.reference,
        "taken": hand_of(line),
        "since": line.occurred_at,
    }
    return {"rounds": (*before, changed(running, changes))}


def _notified(state: Trajectory, line: Recorded, event: e.DecisionNotified) -> Changes:
    running, before = _running_round(state, _STANDING, RoundState.NOTIFIED)
    changes = {
        "state": RoundState.NOTIFIED,
        "notified": hand_of(line),
        "notification": event,
        "since": line.occurred_at,
    }
    return {"rounds": (*before, changed(running, changes))}


def _annulled(state: Trajectory, line: Recorded, event: e.DecisionAnnulled) -> Changes:
    meant = state.round_annulled(event.annulled_by)
    annulled = {"state": RoundState.ANNULLED, "since": line.occurred_at}
    return {
        "rounds": tuple(
            changed(round_, annulled) if round_ is meant else round_ for round_ in state.rounds
        )
    }


_DRAFTING = (RoundState.DRAFTED,)
_STANDING = (RoundState.DRAFTED, RoundState.TAKEN, RoundState.NOTIFIED)


def _running_round(
    state: Trajectory, open_states: tuple[RoundState, ...], opens_as: RoundState
) -> tuple[Round, tuple[Round, ...]]:
    """Return the round an act belongs to, opening one if none runs, and the rounds before it."""
    rounds = state.rounds
    if rounds and rounds[-1].state in open_states:
        return rounds[-1], rounds[:-1]
    return Round(len(rounds) + 1, opens_as), rounds


def _draft_corrected(state: Trajectory, line: Recorded, event: e.RecordCorrected) -> Changes:
    """Who corrects a draft has edited it."""

    def edited(round_: Round) -> Round:
        hands = (*round_.drafted, *round_.edited)
        if all(hand.version != event.corrects for hand in hands):
            return round_
        return changed(round_, {"edited": (*round_.edited, hand_of(line))})

    return {"rounds": tuple(edited(round_) for round_ in state.rounds)}


CHANGES: dict[str, Change] = {
    "DecisionDrafted": _drafted,
    "DecisionDraftEdited": _edited,
    "DecisionTaken": _taken,
    "DecisionNotified": _notified,
    "DecisionAnnulled": _annulled,
    "RecordCorrected": _draft_corrected,
}
