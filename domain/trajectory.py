"""
The state of one trajectory, folded from its journal lines.

``evolve`` never refuses: what is recorded has happened, whatever the rules say
today. Every rule that may refuse lives in :mod:`domain.decide`.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

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


class Trajectory:
    """
    What the rules need to know about a dossier, and nothing more.

    ``latest`` is when its last act was done; corrections are no acts. ``informed_at``
    is when the last kind of information was first given. Compared by content; only the
    fold changes one, and only its own. As a tuple it would be copied for each line of a
    log, which takes longer than to fold the line.
    """

    dossier: str
    version: int
    stage: Stage
    since: datetime
    opened: datetime
    latest: datetime
    resident: str
    centre: str | None
    informed: frozenset[InformationKind]
    informed_at: datetime | None
    language: str | None
    rounds: tuple[Round, ...]
    appeals: tuple[Appeal, ...]
    iom: IomFile | None
    examination: Examination | None

    def __init__(self, dossier: str, opened: datetime) -> None:
        vars(self).update(
            dossier=dossier,
            version=0,
            stage=Stage.ARRIVAL,
            since=opened,
            opened=opened,
            latest=opened,
            resident=dossier,
            centre=None,
            informed=frozenset(),
            informed_at=None,
            language=None,
            rounds=(),
            appeals=(),
            iom=None,
            examination=None,
        )

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a trajectory is changed by what happens alone")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trajectory) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"Trajectory({said})"

    def copy(self) -> "Trajectory":
        """Return another one of the same content."""
        other = object.__new__(Trajectory)
        vars(other).update(vars(self))
        return other

    @property
    def information_complete(self) -> bool:
        """All seven kinds of information were given."""
        return len(self.informed) == _KINDS

    @property
    def round(self) -> Round | None:
        """The latest decision round."""
        return self.rounds[-1] if self.rounds else None

    @property
    def decision(self) -> Round | None:
        """The latest decision in force."""
        for round_ in reversed(self.rounds):
            if round_.in_force:
                return round_
        return None

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


_KINDS = len(InformationKind)


def evolve(state: Trajectory | None, line: Recorded) -> Trajectory:
    """Fold one journal line into a state; the one given stays as it is."""
    state = Trajectory(line.stream, line.occurred_at) if state is None else state.copy()
    _take_in(state, line)
    return state


def folded_on(state: Trajectory | None, lines: Iterable[Recorded]) -> Trajectory | None:
    """Fold lines onto a state, which stays as it is; ``None`` if one does not plainly follow."""
    now = None if state is None else state.copy()
    for line in lines:
        if not follows(now, line):
            return None
        now = now or Trajectory(line.stream, line.occurred_at)
        _take_in(now, line)
    return now


def follows(state: Trajectory | None, line: Recorded) -> bool:
    """Tell whether folding a line onto a state is as good as folding the history again."""
    if type(line.event) is e.RecordCorrected:
        return False
    if state is None:
        return line.version == 1
    if line.version != state.version + 1:
        return False
    # An admission goes before other acts of its instant, in whatever order they were typed.
    at_once = line.occurred_at == state.latest and type(line.event) is not e.ResidentAdmitted
    return line.occurred_at > state.latest or at_once


def replay(lines: Iterable[Recorded]) -> Trajectory | None:
    """Fold a whole history in the order in which it happened; ``None`` when there is none."""
    history = chronicle(lines)
    if not history:
        return None
    state = Trajectory(history[0].stream, history[0].occurred_at)
    for line in history:
        _take_in(state, line)
    return state


def _take_in(state: Trajectory, line: Recorded) -> None:
    """Fold one journal line into a state nobody else knows yet."""
    shape, at = type(line.event), line.occurred_at
    now = vars(state)
    if change := _CHANGES.get(shape):
        now.update(change(state, line, line.event))
    if line.version > state.version:
        now["version"] = line.version
    if at > state.latest and shape is not e.RecordCorrected:
        now["latest"] = at
    stage = stage_after(state.stage, shape, state)
    if stage is not state.stage:
        now["stage"], now["since"] = stage, at


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


def corrected(lines: Iterable[Recorded], version: int) -> Recorded | None:
    """Find the line a correction names, as it reads after the corrections among these lines."""
    return next((line for line in amend(lines) if line.version == version), None)


def amend(lines: Iterable[Recorded]) -> list[Recorded]:
    """Apply each correction to the line it names; lines keep the order they came in."""
    history = list(lines)
    corrections = [line for line in history if type(line.event) is e.RecordCorrected]
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
Changed = TypeVar("Changed", Round, Appeal)

_PLACES = {
    shape: {name: place for place, name in enumerate(shape._fields)} for shape in (Round, Appeal)
}


def _with(before: Changed, changes: Changes) -> Changed:
    """Do what ``_replace`` does, in two fifths of the time."""
    shape = type(before)
    places = _PLACES[shape]
    now = [*before]
    for name, value in changes.items():
        now[places[name]] = value
    return tuple.__new__(shape, now)


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
    return {"rounds": (*before, _with(running, changes))}


def _edited(state: Trajectory, line: Recorded, event: e.DecisionDraftEdited) -> Changes:
    running, before = _running_round(state, _STANDING, RoundState.DRAFTED)
    changes = {
        "form": event.form or running.form,
        "edited": (*running.edited, hand_of(line)),
        "since": line.occurred_at,
    }
    return {"rounds": (*before, _with(running, changes))}


def _taken(state: Trajectory, line: Recorded, event: e.DecisionTaken) -> Changes:
    running, before = _running_round(state, _DRAFTING, RoundState.TAKEN)
    changes = {
        "state": RoundState.TAKEN,
        "form": event.form or running.form,
        "reference": event.reference or running.reference,
        "taken": hand_of(line),
        "since": line.occurred_at,
    }
    return {"rounds": (*before, _with(running, changes))}


def _notified(state: Trajectory, line: Recorded, event: e.DecisionNotified) -> Changes:
    running, before = _running_round(state, _STANDING, RoundState.NOTIFIED)
    changes = {
        "state": RoundState.NOTIFIED,
        "notified": hand_of(line),
        "notification": event,
        "since": line.occurred_at,
    }
    return {"rounds": (*before, _with(running, changes))}


def _annulled(state: Trajectory, line: Recorded, event: e.DecisionAnnulled) -> Changes:
    meant = state.round_annulled(event.annulled_by)
    annulled = {"state": RoundState.ANNULLED, "since": line.occurred_at}
    return {
        "rounds": tuple(
            _with(round_, annulled) if round_ is meant else round_ for round_ in state.rounds
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
        return _with(round_, {"edited": (*round_.edited, hand_of(line))})

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
    said = vars(event)  # asked for a field it lacks, a model takes long to say so
    reference, kind = said["reference"], said.get("kind")
    reached = _APPEAL_STATE[type(event)]
    handed_in = reached is AppealState.HANDED_IN
    at = None if handed_in else state.appeal(reference, kind=kind)
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
    appeal = _with(
        appeal,
        {
            "state": reached,
            "since": line.occurred_at,
            "kind": kind or appeal.kind,
            "reference": appeal.reference or reference,
            "handed_in": line.occurred_at if handed_in else appeal.handed_in,
        },
    )
    changes: Changes = {"appeals": (*state.appeals[:at], appeal, *state.appeals[at + 1 :])}
    if reached is AppealState.GRANTED:
        # Which decision was meant is not always known: none that was in force is any longer.
        changes["rounds"] = tuple(
            _with(each, {"suspended": each.suspended or each.in_force}) for each in state.rounds
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
    reference = vars(event)["reference"] or known
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
