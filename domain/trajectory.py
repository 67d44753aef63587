"""
The state of one trajectory, folded from its journal lines.

``evolve`` never refuses: what is recorded has happened, whatever the rules say
today. Every rule that may refuse lives in :mod:`domain.decide`.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple

from domain import events as e
from domain.lifecycle import (
    OPEN_APPEAL,
    AppealState,
    Fitness,
    IomState,
    RoundState,
    Stage,
    stage_after,
)
from domain.record import Recorded
from domain.values import AnnulledBy, AppealKind, InformationKind, Sealed


class Hand(NamedTuple):
    """Who did a part of a decision round, and which journal line says so."""

    account: str
    person: str
    at: datetime
    whole_day: bool
    version: int
    log_index: int
    on_behalf_of: str | None = None


class Round(NamedTuple):
    """
    One decision from draft to notification. A new draft after annulment is a new round.

    ``suspended`` is set when the Council granted an appeal while it was in force;
    ``since`` is when the last act of the round was done.
    """

    number: int
    state: RoundState
    form: str | None = None
    reference: str | None = None
    drafted: tuple[Hand, ...] = ()
    edited: tuple[Hand, ...] = ()
    taken: Hand | None = None
    notified: Hand | None = None
    notification: e.DecisionNotified | None = None
    suspended: bool = False
    since: datetime | None = None

    @property
    def in_force(self) -> bool:
        """Notified, not annulled, not suspended."""
        return self.state is RoundState.NOTIFIED and not self.suspended


class Appeal(NamedTuple):
    """One remedy against the decision of a round, from hand-in to outcome."""

    kind: AppealKind
    state: AppealState
    since: datetime
    round: int
    handed_in: datetime | None = None
    reference: str | None = None

    @property
    def open(self) -> bool:
        """Not yet decided nor withdrawn."""
        return self.state in OPEN_APPEAL


class IomFile(NamedTuple):
    """The file for assisted voluntary return."""

    state: IomState
    since: datetime
    reference: str | None = None


class Examination(NamedTuple):
    """The doctor's last finding."""

    result: Fitness
    at: datetime


class Trajectory(NamedTuple):
    """
    What the rules need to know about a dossier, and nothing more.

    ``latest`` is when its last act was done; corrections are no acts. ``informed_at``
    is when the last kind of information was first given.
    """

    dossier: str
    version: int
    stage: Stage
    since: datetime
    opened: datetime
    latest: datetime
    resident: str
    centre: str | None = None
    informed: frozenset[InformationKind] = frozenset()
    informed_at: datetime | None = None
    language: str | None = None
    rounds: tuple[Round, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    iom: IomFile | None = None
    examination: Examination | None = None

    @property
    def information_complete(self) -> bool:
        """All seven kinds of information were given."""
        return len(self.informed) == len(InformationKind)

    @property
    def round(self) -> Round | None:
        """The latest decision round."""
        return self.rounds[-1] if self.rounds else None

    @property
    def decision(self) -> Round | None:
        """The latest decision in force."""
        return next((r for r in reversed(self.rounds) if r.in_force), None)

    def round_annulled(self, by: AnnulledBy) -> Round | None:
        """
        Return the round an annulment takes away: the latest that was not.

        The Council annuls what was notified, even while another decision is drafted.
        """
        standing = [r for r in self.rounds if r.state is not RoundState.ANNULLED]
        notified = [r for r in standing if r.state is RoundState.NOTIFIED]
        meant = notified if by is AnnulledBy.COUNCIL and notified else standing
        return meant[-1] if meant else self.round

    @property
    def decision_in_force(self) -> bool:
        """Some notified decision is neither annulled nor suspended."""
        return self.decision is not None

    @property
    def no_decision_in_force(self) -> bool:
        """The opposite, as a name for the table."""
        return self.decision is None

    @property
    def iom_file_open(self) -> bool:
        """An IOM file runs."""
        return self.iom is not None and self.iom.state is not IomState.WITHDRAWN

    @property
    def declared(self) -> bool:
        """A voluntary return declaration is signed and not withdrawn."""
        return self.iom is not None and self.iom.state in (IomState.SIGNED, IomState.BOOKED)

    def appeal(self, reference: str | None, *, kind: AppealKind | None = None) -> int | None:
        """
        Find an open appeal: the one of that number, else the latest that may be meant.

        Returns its place, or ``None``. With ``kind`` one of another kind is not meant,
        unless it has that very number.
        """
        places = [
            place
            for place, appeal in enumerate(self.appeals)
            if appeal.open
            and (reference is None or appeal.reference in (None, reference))
            and (
                kind in (None, AppealKind.UNKNOWN, appeal.kind)
                or appeal.kind is AppealKind.UNKNOWN
                or (reference is not None and appeal.reference == reference)
            )
        ]
        exact = [place for place in places if self.appeals[place].reference == reference]
        found = exact or places
        return found[-1] if found else None


def evolve(state: Trajectory | None, line: Recorded) -> Trajectory:
    """Fold one journal line into the state."""
    if state is None:
        state = Trajectory(
            dossier=line.stream,
            version=0,
            stage=Stage.ARRIVAL,
            since=line.occurred_at,
            opened=line.occurred_at,
            latest=line.occurred_at,
            resident=line.stream,
        )
    changes = _CHANGES.get(type(line.event), _no_change)(state, line, line.event)
    changes["version"] = max(state.version, line.version)
    if type(line.event) is not e.RecordCorrected:
        changes["latest"] = max(state.latest, line.occurred_at)
    state = state._replace(**changes)
    stage = stage_after(state.stage, type(line.event), state)
    return state if stage is state.stage else state._replace(stage=stage, since=line.occurred_at)


def replay(lines: Iterable[Recorded]) -> Trajectory | None:
    """Fold a whole history in the order in which it happened; ``None`` when there is none."""
    state = None
    for line in chronicle(lines):
        state = evolve(state, line)
    return state


def subject_of(lines: Iterable[Recorded]) -> str | None:
    """
    Say whose keys seal a dossier: the resident's as first recorded, else its own number.

    A later correction of that number moves no content to other keys. ``None`` when
    there are no lines.
    """
    own = None
    for line in lines:
        if isinstance(line.event, e.ResidentAdmitted):
            return line.event.resident
        own = line.stream
    return own


def chronicle(lines: Iterable[Recorded]) -> list[Recorded]:
    """
    Put a history in the order it happened, with its corrections applied.

    Recording order breaks ties. An admission opens the dossier even if other acts
    of the same instant were typed first. Correction lines themselves stay in place.
    """
    amended = amend(lines)
    amended.sort(key=_happened)
    return amended


def amend(lines: Iterable[Recorded]) -> list[Recorded]:
    """Apply each correction to the line it names; lines keep the order they came in."""
    history = list(lines)
    corrections = [line for line in history if isinstance(line.event, e.RecordCorrected)]
    if not corrections:
        return history
    place = {line.version: at for at, line in enumerate(history)}
    for line in sorted(corrections, key=attrgetter("version")):
        correction = line.event
        if isinstance(correction, e.RecordCorrected) and correction.corrects in place:
            at = place[correction.corrects]
            history[at] = _corrected(history[at], correction, line.version)
    return history


def _corrected(line: Recorded, correction: e.RecordCorrected, at: int) -> Recorded:
    """Put what holds instead into a line; one that no longer fits leaves the line as it was."""
    if correction.field == "occurred_at":
        moment = instant(correction.becomes)
        return line if moment is None else line._replace(occurred_at=moment)
    if correction.field not in type(line.event).model_fields:
        return line
    value = correction.becomes
    if correction.sealed is not None:
        name, sealed = correction.sealed
        value = Sealed(sealed.clear, sealed.token, place=(at, name))
    shape = type(line.event)
    kept = {name: getattr(line.event, name) for name in shape.model_fields}
    try:
        event = shape.model_validate(kept | {correction.field: value})
    except ValueError:
        return line
    return line._replace(event=event)


def instant(said: object) -> datetime | None:
    """Read a moment with its zone, in UTC; ``None`` for what is none, or out of this calendar."""
    try:
        moment = datetime.fromisoformat(str(said))
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _happened(line: Recorded) -> tuple[datetime, bool, int]:
    return line.occurred_at, type(line.event) is not e.ResidentAdmitted, line.version


Changes = dict[str, Any]


def _no_change(_state: Trajectory, _line: Recorded, _event: e.Event) -> Changes:
    return {}


def _admitted(state: Trajectory, line: Recorded, event: e.ResidentAdmitted) -> Changes:
    return {"centre": event.centre, "resident": event.resident}


def _informed(state: Trajectory, line: Recorded, event: e.InformationGiven) -> Changes:
    informed = state.informed.union(event.kinds)
    return {
        "informed": informed,
        "informed_at": line.occurred_at if informed != state.informed else state.informed_at,
        "language": event.language or state.language,
    }


def hand_of(line: Recorded) -> Hand:
    """Say who did what a line records, and where it stands."""
    return Hand(
        account=line.account,
        person=line.person,
        at=line.occurred_at,
        whole_day=line.whole_day,
        version=line.version,
        log_index=line.log_index,
        on_behalf_of=line.on_behalf_of,
    )


def _drafted(state: Trajectory, line: Recorded, event: e.DecisionDrafted) -> Changes:
    running, rounds = _running_round(state, (RoundState.DRAFTED,), RoundState.DRAFTED)
    running = running._replace(
        form=event.form or running.form,
        reference=event.reference or running.reference,
        drafted=(*running.drafted, hand_of(line)),
        since=line.occurred_at,
    )
    return {"rounds": (*rounds, running)}


def _edited(state: Trajectory, line: Recorded, event: e.DecisionDraftEdited) -> Changes:
    open_states = (RoundState.DRAFTED, RoundState.TAKEN, RoundState.NOTIFIED)
    running, rounds = _running_round(state, open_states, RoundState.DRAFTED)
    running = running._replace(
        form=event.form or running.form,
        edited=(*running.edited, hand_of(line)),
        since=line.occurred_at,
    )
    return {"rounds": (*rounds, running)}


def _taken(state: Trajectory, line: Recorded, event: e.DecisionTaken) -> Changes:
    running, rounds = _running_round(state, (RoundState.DRAFTED,), RoundState.TAKEN)
    running = running._replace(
        state=RoundState.TAKEN,
        form=event.form or running.form,
        reference=event.reference or running.reference,
        taken=hand_of(line),
        since=line.occurred_at,
    )
    return {"rounds": (*rounds, running)}


def _notified(state: Trajectory, line: Recorded, event: e.DecisionNotified) -> Changes:
    open_states = (RoundState.DRAFTED, RoundState.TAKEN, RoundState.NOTIFIED)
    running, rounds = _running_round(state, open_states, RoundState.NOTIFIED)
    running = running._replace(
        state=RoundState.NOTIFIED,
        notified=hand_of(line),
        notification=event,
        since=line.occurred_at,
    )
    return {"rounds": (*rounds, running)}


def _annulled(state: Trajectory, line: Recorded, event: e.DecisionAnnulled) -> Changes:
    meant = state.round_annulled(event.annulled_by)
    return {
        "rounds": tuple(
            round_._replace(state=RoundState.ANNULLED, since=line.occurred_at)
            if round_ is meant
            else round_
            for round_ in state.rounds
        )
    }


def _running_round(
    state: Trajectory, open_states: tuple[RoundState, ...], opens_as: RoundState
) -> tuple[Round, tuple[Round, ...]]:
    """Return the round an act belongs to, opening one if none runs, and the rounds before it."""
    running = state.round
    if running is not None and running.state in open_states:
        return running, state.rounds[:-1]
    return Round(number=len(state.rounds) + 1, state=opens_as), state.rounds


def _draft_corrected(state: Trajectory, line: Recorded, event: e.RecordCorrected) -> Changes:
    """Who corrects a draft has edited it."""

    def edited(round_: Round) -> Round:
        hands = (*round_.drafted, *round_.edited)
        if all(hand.version != event.corrects for hand in hands):
            return round_
        return round_._replace(edited=(*round_.edited, hand_of(line)))

    return {"rounds": tuple(edited(round_) for round_ in state.rounds)}


_APPEAL_STATE: dict[type[e.Event], AppealState] = {
    e.AppealHandedIn: AppealState.HANDED_IN,
    e.AppealTransmitted: AppealState.TRANSMITTED,
    e.AppealLodged: AppealState.LODGED,
    e.AppealRejected: AppealState.REJECTED,
    e.AppealGranted: AppealState.GRANTED,
    e.AppealWithdrawn: AppealState.WITHDRAWN,
}


def _appealed(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    reference = getattr(event, "reference", None)
    reached = _APPEAL_STATE[type(event)]
    kind = getattr(event, "kind", None)
    at = None if reached is AppealState.HANDED_IN else state.appeal(reference, kind=kind)
    if at is None:
        notified = [r.number for r in state.rounds if r.notified is not None]
        appeal = Appeal(
            kind=AppealKind.UNKNOWN,
            state=reached,
            since=line.occurred_at,
            round=notified[-1] if notified else 0,
            reference=reference,
        )
        at = len(state.appeals)
    else:
        appeal = state.appeals[at]
    appeal = appeal._replace(
        state=reached,
        since=line.occurred_at,
        kind=kind or appeal.kind,
        reference=appeal.reference or reference,
        handed_in=line.occurred_at if reached is AppealState.HANDED_IN else appeal.handed_in,
    )
    changes: Changes = {"appeals": (*state.appeals[:at], appeal, *state.appeals[at + 1 :])}
    if reached is AppealState.GRANTED:
        # Which decision was meant is not always known: none that was in force is any longer.
        changes["rounds"] = tuple(
            r._replace(suspended=r.suspended or r.in_force) for r in state.rounds
        )
    return changes


_IOM_STATE: dict[type[e.Event], IomState] = {
    e.IomFileOpened: IomState.OPENED,
    e.IomEligibilityConfirmed: IomState.ELIGIBLE,
    e.VoluntaryDeclarationSigned: IomState.SIGNED,
    e.IomTravelBooked: IomState.BOOKED,
    e.IomFileWithdrawn: IomState.WITHDRAWN,
}


def _iom(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    known = state.iom.reference if state.iom else None
    reference = getattr(event, "reference", None) or known
    return {"iom": IomFile(_IOM_STATE[type(event)], line.occurred_at, reference)}


def _examined(state: Trajectory, line: Recorded, event: e.Event) -> Changes:
    fit = isinstance(event, e.FitToTravelCertified)
    result = Fitness.FIT if fit else Fitness.UNFIT
    return {"examination": Examination(result, line.occurred_at)}


_CHANGES: dict[type[e.Event], Callable[[Trajectory, Recorded, Any], Changes]] = {
    e.ResidentAdmitted: _admitted,
    e.InformationGiven: _informed,
    e.DecisionDrafted: _drafted,
    e.DecisionDraftEdited: _edited,
    e.DecisionTaken: _taken,
    e.DecisionNotified: _notified,
    e.DecisionAnnulled: _annulled,
    **dict.fromkeys(_APPEAL_STATE, _appealed),
    **dict.fromkeys(_IOM_STATE, _iom),
    e.FitToTravelCertified: _examined,
    e.FitToTravelRefused: _examined,
    e.RecordCorrected: _draft_corrected,
}
