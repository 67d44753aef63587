"""The one path every command takes: history, replay, decide, seal, append."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide import Context, Failing, Refused, decide, hindsight
from domain.decide.attempt import local
from domain.errors import CommandIdReused, NotAllowed, UnknownDossier
from domain.lifecycle import COMMAND_OF, EVENT_OF
from domain.lifecycle.separation import DECIDED_BY
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.rules.calendar import BRUSSELS, brussels_day, start_of_day
from domain.staff import Member, member
from domain.trajectory import Trajectory, amend, corrected, folded_on, involved, replay, subject_of
from domain.values import Sealed, sealed_fields
from workflows import beds, people, refusals
from workflows.command_ids import new_command_id
from workflows.journal import History, Journal
from workflows.members import members_of, version_of
from workflows.vault import Vault

if TYPE_CHECKING:
    from workflows.pen import Pen


class Occasion(NamedTuple):
    """
    Who asks, when it happened and how to tell it apart from a repetition.

    ``at`` is ``None`` for now. ``whole_day`` says that only its day is known. ``pen`` is what
    the account may sign with.
    """

    account: str
    at: datetime | None = None
    whole_day: bool = False
    on_behalf_of: str | None = None
    command_id: str | None = None
    pen: "Pen | None" = None
    correlation_id: str | None = None
    causation_id: str | None = None

    def numbered(self) -> "Occasion":
        """Give a command that came without an id one of its own."""
        return self if self.command_id else self._replace(command_id=new_command_id())

    def streams(self) -> list[str]:
        """Name the streams that say who acts."""
        return people.streams_of(self.account, self.on_behalf_of)

    def actor(
        self, read: Sequence[History], at: datetime, now: datetime, centres: frozenset[str]
    ) -> Actor:
        """Say who acts, from those streams, at the moment of the act and at that of recording."""
        return people.actor_from(
            read, self.account, at, now, on_behalf_of=self.on_behalf_of, centres=centres
        )


class Outcome(NamedTuple):
    """
    What was recorded, and the state the dossier is in now; ``repeated`` if it was there.

    Alerts come last among the lines, and may be about dossiers of the family. ``members`` are
    the dossiers of the others in the family, as they were looked at.
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
    numbered = occasion.numbered()
    return beds.record_in_turn(
        journal,
        lambda: _judge(journal, vault, command, numbered),
        lambda: _answered(journal, command, occasion),
    )


def _judge(
    journal: Journal, vault: Vault, command: c.Command, occasion: Occasion
) -> beds.Ready[Outcome]:
    """Put a command to its dossier as it stands, and make ready what it leads to."""
    known, *register = journal.recall(command.dossier, *occasion.streams())
    history, state = known.lines, known.fold(replay)
    if state is None and type(command).__name__ != "OpenTrajectory":
        raise UnknownDossier("there is no dossier {dossier}", dossier=command.dossier)
    now = journal.clock()
    at = moment_of(occasion, history, now)
    actor = occasion.actor(register, at, now, centres_of(state, command))
    command, target = _corrected(command, history)
    ledger, members = beds.Ledger(journal), members_of(journal, state, command)
    context = Context(
        at,
        now,
        actor,
        occasion.whole_day,
        target,
        members.states,
        ledger.free(state, command),
        persons=involved(history),
    )
    events = judged(journal, state, history, command, context)
    lines = lines_of(events, history, command, context, occasion)
    alerts = alerts_of({command.dossier: history, **members.histories}, lines)
    after = state_after(state, history, lines)
    alerts += unmet(journal, command, after, context, [*lines, *alerts])
    moved = ledger.lines(lines[0], [(state, after)])
    subject = subject_of(history) or str(getattr(events[0], "resident", command.dossier))

    def record() -> Outcome:
        sealed = seal_all(vault, lines, {command.dossier: subject})
        sealed = [*signed(journal, sealed, register, occasion), *alerts]
        # What was judged with the family is recorded only while the family is as it was read.
        read = {**ledger.looked_at, **members.versions, **versions_of(occasion, register)}
        recorded = journal.append([*sealed, *moved], untouched(read, sealed))[: len(sealed)]
        mine = [line for line in recorded if line.stream == command.dossier]
        after = state_after(state, history, mine)
        journal.remember(command.dossier, History((*history, *mine), {replay: after}))
        return Outcome(recorded, after, members=members.states)

    return beds.Ready([*lines, *alerts, *moved], record)


def centres_of(state: Trajectory | None, command: c.Command) -> frozenset[str]:
    """Name the centres whose people may act in a dossier: where it is, and where it goes."""
    if state is None:
        return frozenset(filter(None, (vars(command).get("centre"),)))
    return state.centres


def _corrected(
    command: c.Command, history: Sequence[Recorded]
) -> tuple[c.Command, Recorded | None]:
    """Fit a correction to the line it names, as that now reads; any other command names none."""
    if type(command).__name__ != "CorrectRecord":
        return command, None
    correction = cast("c.CorrectRecord", command)
    target = corrected(history, correction.corrects)
    return fitted(correction, target), target


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
        refusal.failures = [_naming(failing, history) for failing in refusal.failures]
        raise


def _naming(failing: Failing, history: Sequence[Recorded]) -> Failing:
    """ORD-02: say which act it was that something cannot precede."""
    if failing.rule != "ORD-02":
        return failing
    there = (
        COMMAND_OF.get(type(line.event).__name__)
        for line in reversed(amend(history))
        if local(line.occurred_at) == failing.values.get("rests_on")
    )
    step = next(filter(None, there), None)
    if step is None:
        return failing
    return Failing(
        failing.rule,
        "{at} is before {step} of {rests_on}, on which it rests",
        {**failing.values, "step": step},
        failing.passes_on,
        failing.finding,
    )


def lines_of(
    events: Sequence[e.DossierEvent],
    history: Sequence[Recorded],
    command: c.Command,
    context: Context,
    occasion: Occasion,
) -> list[Recorded]:
    """Write down what a command led to."""
    actor = cast("Actor", context.actor)
    version = history[-1].version if history else 0
    return [
        Recorded(
            stream=command.dossier,
            version=version + place,
            event=event,
            occurred_at=context.at,
            recorded_at=context.now,
            account=actor.account,
            person=actor.person,
            role=people.role(actor, type(command).__name__),
            command_id=str(occasion.command_id),
            rule_set=RULE_SET,
            whole_day=context.whole_day,
            on_behalf_of=actor.on_behalf_of,
            correlation_id=occasion.correlation_id,
            causation_id=occasion.causation_id,
        )
        for place, event in enumerate(events, start=1)
    ]


def unmet(
    journal: Journal,
    command: c.Command,
    after: Trajectory,
    context: Context,
    lines: Sequence[Recorded],
) -> list[Recorded]:
    """SEP-08: say that what is being prepared leaves nobody who may decide it."""
    act = type(command).__name__
    if act not in DECIDED_BY:
        return []
    from workflows import separation

    last = [line for line in lines if line.stream == command.dossier][-1]
    return separation.unmet(journal, act, after, context, last)


def alerts_of(before: hindsight.Histories, lines: Sequence[Recorded]) -> list[Recorded]:
    """
    Raise an alert for each act that new lines show to have fallen inside a block.

    ``before`` are the dossiers of those lines and of their families: what held one member back
    held all, so an alert may be about the dossier of another.
    """
    raised: list[Recorded] = []
    for dossier, act, rules in hindsight.found_late(before, lines):
        there = [line for line in (*lines, *raised) if line.stream == dossier]
        last = there[-1] if there else _beside(lines[0], before[dossier][-1])
        event = e.BlockFoundLate(act=act, rules=rules)
        raised.append(last._replace(version=last.version + 1, event=event))
    return raised


def _beside(first: Recorded, last: Recorded) -> Recorded:
    """Tell a line that another dossier gets by an act, after its last one, where it began."""
    began = f"{first.stream}/{first.version}"
    return first._replace(
        stream=last.stream,
        version=last.version,
        correlation_id=first.correlation_id or began,
        causation_id=began,
    )


def signed(
    journal: Journal,
    lines: Sequence[Recorded],
    register: Sequence[History],
    occasion: Occasion,
) -> list[Recorded]:
    """
    Sign lines as they will be stored, where the store or who acts asks for it.

    That nobody signed is kept, as a refusal of the account that was named.
    """
    there = people.house_in(register[1])
    acts = [COMMAND_OF.get(type(line.event).__name__, "") for line in lines]
    asked = there is not None and any(map(there.asks_signature, acts))
    if not asked and not (occasion.pen and occasion.pen.named):
        return list(lines)
    from workflows import signing

    who = cast("Member", register[0].fold(member))
    try:
        return signing.signed(lines, who, there, occasion.pen)
    except NotAllowed:
        refusals.note_unsigned(journal, lines[0], acts[0])
        raise


def versions_of(occasion: Occasion, register: Sequence[History]) -> dict[str, int]:
    """Say at which versions the streams stand that say who acts: powers end between two acts."""
    return {
        stream: version_of(history)
        for stream, history in zip(occasion.streams(), register, strict=True)
    }


def untouched(read: Mapping[str, int], lines: Sequence[Recorded]) -> dict[str, int]:
    """Say of which streams nothing is recorded, of those that were read at some version."""
    touched = {line.stream for line in lines}
    return {stream: version for stream, version in read.items() if stream not in touched}


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


_FITTED = ("becomes", "draft")
"""What is written out in full when it is recorded."""


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
        if name not in personal and name not in _FITTED
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
