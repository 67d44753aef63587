"""Decision rounds, as they happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from domain.lifecycle import RoundState
from domain.lifecycle.decision import RegularisationState, kind_of
from domain.record import Recorded
from domain.rules.calendar import brussels_day
from domain.state.decision import (
    DepartureTerm,
    Hand,
    Regularisation,
    Round,
    banning,
    leaving,
    served,
)
from domain.state.orders import obliging, ordering
from domain.trajectory.changes import Change, Changes, changed, day_of, latest_day

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


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
        "draft": line.leaf_hash.hex() or None,
        "since": line.occurred_at,
    } | _put_forward(event)
    return {"rounds": (*before, changed(running, changes))}


def _edited(state: Trajectory, line: Recorded, event: e.DecisionDraftEdited) -> Changes:
    running, before = _running_round(state, _STANDING, RoundState.DRAFTED)
    changes = {
        "form": event.form or running.form,
        "edited": (*running.edited, hand_of(line)),
        "draft": line.leaf_hash.hex() or None,
        "since": line.occurred_at,
    } | _put_forward(event)
    return {"rounds": (*before, changed(running, changes))}


def _taken(state: Trajectory, line: Recorded, event: e.DecisionTaken) -> Changes:
    running, before = _running_round(state, _DRAFTING, RoundState.TAKEN)
    changes = {
        "state": RoundState.TAKEN,
        "form": event.form or running.form,
        "reference": event.reference or running.reference,
        "taken": hand_of(line),
        "centre": state.centre,
        "since": line.occurred_at,
        "considered": event.considered or (),
    } | _put_forward(event)
    return {"rounds": (*before, changed(running, changes))}


def _notified(state: Trajectory, line: Recorded, event: e.DecisionNotified) -> Changes:
    running, before = _running_round(state, _STANDING, RoundState.NOTIFIED)
    changes = {
        "state": RoundState.NOTIFIED,
        "notified": hand_of(line),
        "notification": event,
        "since": line.occurred_at,
        "defects": (),
        "received_on": None,
        "second_measure": running.second_measure and _is_a_second(before),
    }
    return {"rounds": (*before, changed(running, changes))}


def _is_a_second(before: tuple[Round, ...]) -> bool:
    """Tell whether an earlier removal measure was notified, by what is on record; not by a word."""
    return any(each.in_force and kind_of(each.kind).removes for each in before)


def _annulled(state: Trajectory, line: Recorded, event: e.DecisionAnnulled) -> Changes:
    meant = state.round_annulled(event.annulled_by, event.decision)
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


_PUT_FORWARD = (
    "kind",
    "articles",
    "second_measure",
    "fast_grounds",
    "ban_ground",
    "ban_years",
)


def _put_forward(event: e.DecisionDrafted | e.DecisionDraftEdited | e.DecisionTaken) -> Changes:
    """Gather what an act says of what is decided; what it does not say stays as it was."""
    said = vars(event)
    return {name: said[name] for name in _PUT_FORWARD if said[name] not in (None, ())}


# --- after the decision -------------------------------------------------------------------


def _of_the(meant: Callable[[Trajectory, Any], Round | None], change: Any) -> Change:
    """Make what changes the round that is meant, if there is one, and dates it."""

    def of_the_one_meant(state: Trajectory, line: Recorded, event: Any) -> Changes:
        found = meant(state, event)
        if found is None:
            return {}
        after = changed(found, change(found, line, event) | {"since": line.occurred_at})
        return {"rounds": tuple(after if each is found else each for each in state.rounds)}

    return of_the_one_meant


def _leaving(state: Trajectory, _event: Any) -> Round | None:
    return leaving(state.rounds)


def _obliging(state: Trajectory, _event: Any) -> Round | None:
    return obliging(state.rounds)


def _ordering(state: Trajectory, _event: Any) -> Round | None:
    return next(reversed(ordering(state.rounds)), None)


def _banning(state: Trajectory, _event: Any) -> Round | None:
    return banning(state.rounds)


def _served(state: Trajectory, event: Any) -> Round | None:
    return served(state.rounds, event.decision)


def _alerted(_round: Round, line: Recorded, _event: Any) -> Changes:
    return {"alerted": line.occurred_at}


def _defective(round_: Round, _line: Recorded, event: e.NotificationDefectFound) -> Changes:
    changes: Changes = {"defects": (*round_.defects, *event.defects)}
    if "no-remedies" in event.defects and round_.notification is not None:
        # What was found is what holds: nobody was told of the remedies.
        told = round_.notification.model_copy(update={"remedies_stated": False})
        changes["notification"] = told
    return changes


def _regularised(round_: Round, line: Recorded, event: e.NotificationRegularised) -> Changes:
    changes: Changes = {"defects": (), "received_on": None}
    if round_.notification is None:
        return changes
    said = vars(event)
    again = {name: said[name] for name in _NOTIFIED_AGAIN}
    again["remark"] = event.remark
    return changes | {
        "notified": hand_of(line),
        "notification": round_.notification.model_copy(update=again),
    }


_NOTIFIED_AGAIN = (
    "means",
    "language",
    "notifier",
    "remedies_stated",
    "acknowledgement",
    "interpreter",
    "copy_handed_over",
    "translation_stated",
    "contact_stated",
    "mention",
)


def _rebutted(round_: Round, _line: Recorded, event: e.NotificationRebutted) -> Changes:
    return {"received_on": latest_day(round_.received_on, event.received_on)}


def _term(**known: Any) -> Any:
    """Make what changes the departure period of a round."""

    def term(round_: Round, line: Recorded, event: Any) -> Changes:
        said = {name: read(line, event) for name, read in known.items()}
        return {"term": changed(round_.term or DepartureTerm(), said)}

    return term


def _line_hand(line: Recorded, _event: Any) -> Hand:
    return hand_of(line)


def _risk(_line: Recorded, event: e.DepartureRiskReported) -> str:
    return event.risk


def _nobody(_line: Recorded, _event: Any) -> None:
    return None


def _yes(_line: Recorded, _event: Any) -> bool:
    return True


def _no(_line: Recorded, _event: Any) -> bool:
    return False


def _moved_to(_line: Recorded, event: e.DepartureTermExtended) -> Any:
    return day_of(event.until)


def _cut_to(line: Recorded, event: e.DepartureTermShortened) -> Any:
    """Name the last day: the one said, else the eve of the decision, which ends it at once."""
    try:
        return day_of(event.until) or brussels_day(line.occurred_at) - timedelta(days=1)
    except OverflowError:
        return None


def _days_set(_line: Recorded, event: e.DepartureTermSet) -> int:
    return event.days


def _lift_asked(_round: Round, line: Recorded, _event: Any) -> Changes:
    return {"lift_asked": line.occurred_at}


def _regularisation(becomes: RegularisationState) -> Change:
    def change(_state: Trajectory, line: Recorded, _event: Any) -> Changes:
        at, account, person = line.occurred_at, line.account, line.person
        return {"regularisation": Regularisation(becomes, at, account, person)}

    return change


def _draft_corrected(state: Trajectory, line: Recorded, event: e.RecordCorrected) -> Changes:
    """Who corrects a draft has edited it; what was recorded only later was not there to correct."""
    if event.corrects >= line.version:
        return {}

    def edited(round_: Round) -> Round:
        hands = (*round_.drafted, *round_.edited)
        if all(hand.version != event.corrects for hand in hands):
            return round_
        edits: dict[str, Any] = {"edited": (*round_.edited, hand_of(line))}
        if round_.state is RoundState.DRAFTED:
            edits["draft"] = line.leaf_hash.hex() or None
        return changed(round_, edits)

    return {"rounds": tuple(edited(round_) for round_ in state.rounds)}


CHANGES: dict[str, Change] = {
    "DecisionDrafted": _drafted,
    "DecisionDraftEdited": _edited,
    "DecisionTaken": _taken,
    "DecisionNotified": _notified,
    "DecisionAnnulled": _annulled,
    "ReturnAlertEntered": _of_the(_ordering, _alerted),
    "NotificationDefectFound": _of_the(_served, _defective),
    "NotificationRegularised": _of_the(_served, _regularised),
    "NotificationRebutted": _of_the(_served, _rebutted),
    "DepartureTermSet": _of_the(
        _leaving, _term(days=_days_set, set=_line_hand, until=_nobody, shortened=_no)
    ),
    "DepartureTermExtensionRequested": _of_the(_obliging, _term(asked=_line_hand)),
    "DepartureTermExtended": _of_the(
        _obliging, _term(until=_moved_to, asked=_nobody, shortened=_no)
    ),
    "DepartureRiskReported": _of_the(_obliging, _term(risk=_line_hand, risk_of=_risk)),
    "DepartureTermShortened": _of_the(
        _obliging, _term(until=_cut_to, risk=_nobody, risk_of=_nobody, shortened=_yes)
    ),
    "EntryBanLiftRequested": _of_the(_banning, _lift_asked),
    "RegularisationProposed": _regularisation(RegularisationState.PROPOSED),
    "RegularisationGranted": _regularisation(RegularisationState.GRANTED),
    "RegularisationRefused": _regularisation(RegularisationState.REFUSED),
    "RecordCorrected": _draft_corrected,
}
