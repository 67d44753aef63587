"""The one path every command takes: history, replay, decide, seal, append."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple, cast

from domain import commands as c
from domain import events as e
from domain.decide import Context, Refused, decide, hindsight
from domain.errors import CommandIdReused, ConcurrentChange, UnknownDossier
from domain.lifecycle import EVENT_OF
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.rules.calendar import BRUSSELS, brussels_day, start_of_day
from domain.trajectory import Trajectory, amend, corrected, folded_on, replay, subject_of
from domain.trajectory.quality import involved
from domain.values import Sealed, sealed_fields
from workflows import beds, people, refusals
from workflows.command_ids import new_command_id
from workflows.journal import History, Journal
from workflows.members import members_of
from workflows.vault import Vault


class Occasion(NamedTuple):
    """
    Who asks, when it happened and how to tell it apart from a repetition.

    ``at`` is ``None`` for now. ``whole_day`` says that only its day is known.
    """

    account: str
    at: datetime | None = None
    whole_day: bool = False
    on_behalf_of: str | None = None
    command_id: str | None = None
    correlation_id: str | None = None
    causation_id: str | None = None


class Outcome(NamedTuple):
    """
    What was recorded, and the state the dossier is in now; ``repeated`` if it was there.

    ``members`` are the dossiers of the others in the family, as they were looked at.
    """

    lines: list[Recorded]
    state: Trajectory
    repeated: bool = False
    members: tuple[Trajectory, ...] = ()


def handle(journal: Journal, vault: Vault, command: c.Command, occasion: Occasion) -> Outcome:
    """
    Judge a command and record what follows.

    Raises what :func:`domain.decide.decide` raises, :class:`NotAllowed` for an unknown
    account, :class:`UnknownDossier`, and :class:`ConcurrentChange` for the later of two.
    """
    command_id = occasion.command_id or new_command_id()
    if occasion.command_id and (before := _answered(journal, command, occasion)):
        return before
    known, account = journal.recall(command.dossier, people.stream_of(occasion.account))
    history, state = known.lines, known.fold(replay)
    act = type(command).__name__
    if state is None and act != "OpenTrajectory":
        raise UnknownDossier("there is no dossier {dossier}", dossier=command.dossier)
    now = journal.clock()
    at = moment_of(occasion, history, now)
    actor = people.actor_from(
        account.fold(people.member), occasion.account, at, on_behalf_of=occasion.on_behalf_of
    )
    target = None
    if act == "CorrectRecord":
        correction = cast("c.CorrectRecord", command)
        target = corrected(history, correction.corrects)
        command = fitted(correction, target)
    ledger = beds.Ledger(journal)
    members = members_of(journal, state)
    beds_free = ledger.free(state, command)
    context = Context(
        at,
        now,
        actor,
        occasion.whole_day,
        target,
        members.states,
        beds_free,
        persons=involved(history),
    )
    events = judged(journal, state, history, command, context)
    version = history[-1].version if history else 0
    subject = subject_of(history) or str(getattr(events[0], "resident", command.dossier))
    lines = [
        Recorded(
            stream=command.dossier,
            version=version + place,
            event=event,
            occurred_at=at,
            recorded_at=now,
            account=actor.account,
            person=actor.person,
            role=people.role(actor, act),
            command_id=command_id,
            rule_set=RULE_SET,
            whole_day=occasion.whole_day,
            on_behalf_of=actor.on_behalf_of,
            correlation_id=occasion.correlation_id,
            causation_id=occasion.causation_id,
        )
        for place, event in enumerate(events, start=1)
    ]
    lines += alerts_of(history, lines)
    moved = ledger.lines(lines[0], [(state, state_after(state, history, lines))])
    sealed = seal_all(vault, lines, {command.dossier: subject})
    try:
        # What was judged with the family is recorded only while the family is as it was read.
        recorded = journal.append([*sealed, *moved], members.versions)[: len(lines)]
    except ConcurrentChange:
        if before := _answered(journal, command, occasion):
            return before
        if beds.only_beds_moved(journal, [*lines, *moved]):
            # Judged again, of the beds as they are now.
            return handle(journal, vault, command, occasion)
        raise
    lines_now = (*history, *recorded)
    state = state_after(state, history, recorded)
    journal.remember(command.dossier, History(lines_now, {replay: state}))
    return Outcome(recorded, state, members=members.states)


def judged(
    journal: Journal,
    state: Trajectory | None,
    history: Sequence[Recorded],
    command: c.Command,
    context: Context,
) -> list[e.DossierEvent]:
    """Judge a command on the dossier as it stood when it happened; a refusal is kept."""
    act, actor = type(command).__name__, context.actor
    try:
        return decide(hindsight.standing(state, history, act, context), command, context)
    except Refused as refusal:
        if actor is not None:
            refusals.note(journal, command, context, actor, refusal)
        raise


def alerts_of(history: Sequence[Recorded], lines: Sequence[Recorded]) -> list[Recorded]:
    """Raise an alert for each act that new lines show to have fallen inside a block."""
    found = hindsight.found_late(history, lines)
    return [
        lines[-1]._replace(
            version=lines[-1].version + place, event=e.BlockFoundLate(act=act, rules=rules)
        )
        for place, (act, rules) in enumerate(found, start=1)
    ]


def state_after(
    state: Trajectory | None, history: Sequence[Recorded], lines: Sequence[Recorded]
) -> Trajectory:
    """Fold lines onto a dossier, or all of it again where they did not happen last."""
    return folded_on(state, lines) or _state((*history, *lines), lines[0].stream)


def seal_all(
    vault: Vault, lines: Sequence[Recorded], subjects: Mapping[str, str]
) -> list[Recorded]:
    """
    Seal what is personal in each line under its dossier's subject.

    The keys are kept before the lines are: content without its key cannot be.
    """
    if not any(_has_clear(line.event) for line in lines):
        return list(lines)
    with vault.sealing():
        return [
            line._replace(
                event=vault.seal(
                    line.event,
                    subject=subjects[line.stream],
                    stream=line.stream,
                    version=line.version,
                ),
            )
            for line in lines
        ]


def _has_clear(event: e.Event) -> bool:
    values = (getattr(event, name) for name in sealed_fields(type(event)))
    return any(value is not None and value.clear is not None for value in values)


def _answered(journal: Journal, command: c.Command, occasion: Occasion) -> Outcome | None:
    """Find what the same command led to before; another command under its id is refused."""
    if occasion.command_id is None or (line := journal.answered(occasion.command_id)) is None:
        return None
    if not is_repeated(line, type(command).__name__, vars(command), occasion):
        raise CommandIdReused(
            "the command id {id} was used before, for another act", id=occasion.command_id
        )
    history = journal.history(command.dossier)
    return Outcome([line], _state(history, command.dossier), repeated=True)


def is_repeated(line: Recorded, act: str, said: Mapping[str, object], occasion: Occasion) -> bool:
    """Tell whether a line is what a command asks for, as far as one can read without keys."""
    if line.stream != said["dossier"] or type(line.event).__name__ != EVENT_OF[act]:
        return False
    moment = occasion.at and not occasion.whole_day and occasion.at != line.occurred_at
    if line.account != occasion.account or moment:
        return False
    personal = sealed_fields(type(line.event))
    return all(
        value is None or getattr(line.event, name, value) == value
        for name, value in said.items()
        if name not in personal and name != "becomes"  # fitted to its field when recorded
    )


def _state(lines: Sequence[Recorded], dossier: str) -> Trajectory:
    state = replay(lines)
    if state is None:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    return state


def moment_of(occasion: Occasion, history: Sequence[Recorded], now: datetime) -> datetime:
    """
    Place an act in time. Of one whose day alone is known we know that it was recorded later.

    So it is put at the start of its day, or with the last act on record for that day.
    """
    if occasion.at is None:
        return now
    at = occasion.at.astimezone(UTC)
    if not occasion.whole_day:
        return at
    day = brussels_day(at)
    that_day = (
        line.occurred_at
        for line in amend(history)
        if brussels_day(line.occurred_at) == day and type(line.event).__name__ != "RecordCorrected"
    )
    return max(that_day, default=start_of_day(day))


def fitted(command: "c.CorrectRecord", target: Recorded | None) -> "c.CorrectRecord":
    """
    Turn what was typed for a field into what the field holds.

    Text for a personal field is to be sealed; a moment without zone is Brussels time;
    several values are separated by commas. What does not fit is left for the guards.
    """
    typed = command.becomes
    if target is None or not isinstance(typed, str):
        return command
    personal = sealed_fields(type(target.event)).get(command.field)
    if personal is not None:
        return command.model_copy(update={"becomes": None, f"becomes_{personal}": Sealed.of(typed)})
    if command.field == "occurred_at":
        with suppress(ValueError, OverflowError):
            moment = datetime.fromisoformat(typed)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)
            return command.model_copy(update={"becomes": moment.astimezone(UTC).isoformat()})
    if isinstance(getattr(target.event, command.field, None), tuple):
        several = [one.strip() for one in typed.split(",") if one.strip()]
        return command.model_copy(update={"becomes": several})
    return command
