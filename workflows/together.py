"""
What is recorded in several dossiers of a family at once: all of it or nothing, in one append.

Each dossier is judged for itself and every refusal is told with its dossier. The lines bear
one command id; correlation and causation name the first of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide import Attempt, Context, Failing, Refused
from domain.decide.family import CHILD, child_may_stay, is_minor
from domain.errors import BadInput, CommandIdReused, ConcurrentChange, UnknownDossier
from domain.lifecycle import ENDED, allows
from domain.record import Recorded, is_dossier
from domain.rules import RULE_SET, place, rule
from domain.rules.calendar import add_calendar_days, add_months, brussels_day
from domain.trajectory import Trajectory, replay, subject_of
from domain.trajectory.quality import involved
from domain.values import Identity, Sex
from workflows import beds, people
from workflows.command_ids import new_command_id
from workflows.handle import (
    Occasion,
    Outcome,
    alerts_of,
    is_repeated,
    judged,
    moment_of,
    seal_all,
    state_after,
)
from workflows.journal import History, Journal
from workflows.members import version_of
from workflows.vault import Vault

States = Mapping[str, Trajectory]
Build = Callable[[States, datetime], Sequence[c.Command]]
"""Makes the commands out of the dossiers as they are; ``UnknownDossier`` names one that is not."""

_CARING = ("parent", "guardian")
"""Roles in which somebody has parental authority over the children of the family."""


class Joint(NamedTuple):
    """An act in several dossiers: what is asked of the first, and what makes the rest of it."""

    act: str
    said: Mapping[str, object]
    build: Build
    named: tuple[str, ...]


class RefusedTogether(Refused):
    """Guards of one dossier or of several did not let it pass; nothing is recorded in any."""

    def __init__(self, failures: list[tuple[str, Failing]]) -> None:
        super().__init__([failing for _, failing in failures])
        self.dossiers = [dossier for dossier, _ in failures]


# --- what can be asked ----------------------------------------------------------------------


def for_the_family(command: c.Command) -> Joint:
    """
    Ask for the same act in the dossier of every member that has not ended.

    Where the first has ended, as to be closed, those are meant from whose end it may follow too.
    """
    act = type(command).__name__
    if act in ("OpenTrajectory", "CorrectRecord"):
        raise BadInput("this act is of one dossier alone; leave --family out")

    def build(states: States, _at: datetime) -> list[c.Command]:
        first = states[command.dossier]
        if not first.family.members:
            raise BadInput("{dossier} belongs to no family on record", dossier=command.dossier)
        others = [one for one in first.family.members if one in states]
        if first.stage in ENDED:
            meant = [one for one in others if _may_follow(states[one], act)]
        else:
            meant = [one for one in others if _runs(states, one)]
        return [command.model_copy(update={"dossier": one}) for one in (command.dossier, *meant)]

    return Joint(act, vars(command), build, (command.dossier,))


def link(
    roles: Mapping[str, str],
    family: str | None = None,
    majorities: Mapping[str, str] | None = None,
    remark: Identity | None = None,
) -> Joint:
    """Link dossiers as one family, each in its role; who belongs to it already stays in it."""
    first = next(iter(roles))

    def build(states: States, _at: datetime) -> list[c.Command]:
        known = {one: states[one].family for one in roles}
        name = family or next((each.id for each in known.values() if each.id), first)
        every = dict.fromkeys([*roles, *(m for each in known.values() for m in each.members)])
        there = [one for one in every if one in roles or _runs(states, one)]
        as_what = {one: roles.get(one) or states[one].family.role or "other" for one in there}
        minors = [one for one in there if _is_or_becomes_minor(states[one], as_what[one])]
        caring = [one for one in there if as_what[one] in _CARING]
        return [
            c.LinkFamily(
                dossier=one,
                family=name,
                role=as_what[one],
                members=_but(there, one),
                minors=_but(minors, one),
                carers=_but(caring, one) if as_what[one] == CHILD else (),
                majority_on=(majorities or {}).get(one),
                remark=remark,
            )
            for one in there
        ]

    said = {"dossier": first, "role": roles[first], "family": family}
    return Joint("LinkFamily", said, build, tuple(roles))


def unlink(dossier: str, members: tuple[str, ...] = (), **said: object) -> Joint:
    """Take a dossier out of its family, or away from some of its members."""
    return _both_ways("UnlinkFamily", dossier, members, said, lambda state: state.family.members)


def birth(
    dossier: str,
    child: str,
    day: date | None = None,
    *,
    name: Identity | None = None,
    born_on: Identity | None = None,
    sex: Sex | None = None,
    remark: Identity | None = None,
) -> Joint:
    """
    Record a birth in every dossier of the family, and open the child's own, linked with them.

    Where the child may not stay the birth is recorded all the same, and the duty to move the
    family at once begins; the child's dossier is then opened where it may be.
    """

    def build(states: States, at: datetime) -> list[c.Command]:
        mother = states[dossier]
        there = [dossier, *_running(states, mother.family.members)]
        eighteen = eighteenth_birthday(day or brussels_day(at)).isoformat()
        known: dict[str, Any] = {
            "family": mother.family.id or dossier,
            "majority_on": eighteen,
            "remark": remark,
        }
        told: list[c.Command] = [
            c.RecordBirth(dossier=one, child=child, name=name, born_on=born_on, **known)
            for one in there
        ]
        opened = c.OpenTrajectory(
            dossier=child,
            centre=str(mother.centre),
            sex=sex,
            name=name,
            born_on=born_on,
            age="minor",
            unaccompanied=False,
        )
        if not _may_stay(opened, at):
            return told
        parents = [one for one in there if one == dossier or _is_parent(states[one], mother)]
        linked = c.LinkFamily(
            dossier=child,
            role=CHILD,
            members=tuple(there),
            minors=tuple(one for one in there if is_minor(states[one])),
            carers=tuple(parents),
            **known,
        )
        return [*told, opened, linked]

    return Joint("RecordBirth", {"dossier": dossier, "child": child}, build, (dossier,))


def of_age(act: str, dossier: str, **said: object) -> Joint:
    """Record what is now known of a resident's age, in that dossier and in those of the family."""

    def build(states: States, _at: datetime) -> list[c.Command]:
        shape = getattr(c, act)
        others = _running(states, states[dossier].family.members)
        told = {name: value for name, value in said.items() if name != "majority_on"}
        return [
            shape(dossier=dossier, **said),
            *(shape(dossier=one, member=dossier, **told) for one in others),
        ]

    return Joint(act, {"dossier": dossier} | said, build, (dossier,))


def propose_separation(dossier: str, members: tuple[str, ...], **said: object) -> Joint:
    """Propose that a resident and some members, or all, be apart."""
    return _both_ways(
        "ProposeSeparation", dossier, members, said, lambda state: state.family.together
    )


def decide_separation(act: str, dossier: str, **said: object) -> Joint:
    """Authorise or refuse the separation that was proposed, from whom it was proposed."""

    def proposed(state: Trajectory) -> tuple[str, ...]:
        wish = state.family.separation
        return wish.members if wish else ()

    return _both_ways(act, dossier, (), said, proposed)


def reunite(dossier: str, members: tuple[str, ...] = (), **said: object) -> Joint:
    """Record that a resident and some members who were apart, or all, are together again."""
    return _both_ways("ReuniteFamily", dossier, members, said, lambda state: state.family.apart)


def _both_ways(
    act: str,
    dossier: str,
    members: tuple[str, ...],
    said: Mapping[str, object],
    usual: Callable[[Trajectory], tuple[str, ...]],
) -> Joint:
    """Ask for an act between a resident and members, and between each of them and the resident."""

    def build(states: States, _at: datetime) -> list[c.Command]:
        shape = getattr(c, act)
        others = members or _running(states, usual(states[dossier]))
        theirs = [one for one in others if _runs(states, one)]
        return [
            shape(dossier=dossier, members=others, **said),
            *(shape(dossier=one, members=(dossier,), **said) for one in theirs),
        ]

    return Joint(act, {"dossier": dossier} | dict(said), build, (dossier,))


def eighteenth_birthday(born_on: date) -> date:
    """Say when somebody comes of age; who was born on 29 February does on 1 March."""
    day = add_months(born_on, 12 * (rule("FAM-06").length or 0))
    return day if day.day == born_on.day else add_calendar_days(day, 1)


def _is_or_becomes_minor(state: Trajectory, role: str) -> bool:
    return is_minor(state) or (role == CHILD and state.age is None)


def _is_parent(state: Trajectory, mother: Trajectory) -> bool:
    """Tell the other parent: a partner, or a parent beside one who is not a child there herself."""
    return mother.family.role != CHILD and state.family.role in (*_CARING, "partner")


def _may_stay(opened: c.OpenTrajectory, at: datetime) -> bool:
    where = place(opened.centre)
    attempt = Attempt(None, "OpenTrajectory", Context(at, at), opened)
    return where is not None and not any(child_may_stay(attempt, where))


def _may_follow(state: Trajectory, act: str) -> bool:
    return state.stage in ENDED and allows(state.stage, act, state.procedure)


def _running(states: States, dossiers: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in dossiers if _runs(states, one))


def _runs(states: States, dossier: str) -> bool:
    return dossier in states and states[dossier].stage not in ENDED


def _but(dossiers: Iterable[str], one: str) -> tuple[str, ...]:
    return tuple(other for other in dossiers if other != one)


# --- from asking to record ------------------------------------------------------------------


def handle_together(
    journal: Journal, vault: Vault, joint: Joint, occasion: Occasion
) -> list[Outcome]:
    """
    Judge an act in every dossier it concerns and record it in all of them, or in none.

    Raises :class:`RefusedTogether` with what every dossier's guards say, and otherwise what
    :func:`workflows.handle.handle` does.
    """
    if occasion.command_id and (before := _answered(journal, joint, occasion)):
        return before
    work = _Work(journal, vault, joint, occasion)
    work.judge(joint.build(work.standing, work.at))
    try:
        return work.record()
    except ConcurrentChange:
        if before := _answered(journal, joint, occasion):
            return before
        if beds.only_beds_moved(journal, work.written):
            return handle_together(journal, vault, joint, occasion)
        raise


class _Work:
    """The dossiers of one act: as they were read, as they become, and what is to be recorded."""

    def __init__(self, journal: Journal, vault: Vault, joint: Joint, occasion: Occasion) -> None:
        self._journal, self._vault, self._occasion = journal, vault, occasion
        self._command_id = occasion.command_id or new_command_id()
        self._histories, account = self._read(joint.named, occasion.account)
        self.now = journal.clock()
        self.at = max(
            moment_of(occasion, history.lines, self.now) for history in self._histories.values()
        )
        self._actor: Actor = people.actor_from(
            account.fold(people.member),
            occasion.account,
            self.at,
            on_behalf_of=occasion.on_behalf_of,
        )
        self._ledger = beds.Ledger(journal)
        self._before = {
            number: state
            for number, history in self._histories.items()
            if (state := history.fold(replay)) is not None
        }
        self._lines: dict[str, list[Recorded]] = {}
        self._beds: list[Recorded] = []
        self.written: list[Recorded] = []

    def _read(self, named: tuple[str, ...], account: str) -> tuple[dict[str, History], History]:
        """Read the dossiers named, and those of the families they belong to."""
        *known, staff = self._journal.recall(*named, people.stream_of(account))
        read = dict(zip(named, known, strict=True))
        for number, history in read.items():
            if not history.lines:
                raise UnknownDossier("there is no dossier {dossier}", dossier=number)
        families = [state.family for one in known if (state := one.fold(replay)) is not None]
        others = dict.fromkeys(m for family in families for m in family.members if m not in read)
        if others:
            read |= zip(others, self._journal.recall(*others), strict=True)
        return read, staff

    @property
    def standing(self) -> dict[str, Trajectory]:
        """The dossiers as they are before anything of this is recorded."""
        return dict(self._before)

    def judge(self, commands: Sequence[c.Command]) -> None:
        """Put each command to its dossier; :class:`RefusedTogether` names all in the way."""
        failures: list[tuple[str, Failing]] = []
        together = tuple(dict.fromkeys(command.dossier for command in commands))
        for command in commands:
            if any(refused == command.dossier for refused, _ in failures):
                continue  # what would have gone before it in the same dossier was refused
            try:
                self._judge(command, together)
            except Refused as refusal:
                failures += [(command.dossier, failing) for failing in refusal.failures]
        if failures:
            raise RefusedTogether(failures)

    def _judge(self, command: c.Command, together: tuple[str, ...]) -> None:
        number, act = command.dossier, type(command).__name__
        history = self._history(number)
        before = self._state(number)
        if before is None and act != "OpenTrajectory":
            raise UnknownDossier("there is no dossier {dossier}", dossier=number)
        context = Context(
            self.at,
            self.now,
            self._actor,
            self._occasion.whole_day,
            members=self._members(before),
            beds=self._ledger.free(before, command),
            together=together,
            persons=involved(history.lines),
        )
        lines = self._lines.setdefault(number, [])
        so_far = (*history.lines, *lines)
        events = judged(self._journal, before, so_far, command, context)
        first = len(so_far)
        new = [
            self._line(number, first + place, event, act)
            for place, event in enumerate(events, start=1)
        ]
        new += alerts_of(so_far, new)
        lines += new
        after = state_after(before, so_far, new)
        others = [state for one in together if one != number and (state := self._state(one))]
        self._beds += self._ledger.lines(new[0], [(before, after)], others)

    def _line(self, number: str, version: int, event: e.DossierEvent, act: str) -> Recorded:
        occasion, first = self._occasion, self._first
        return Recorded(
            stream=number,
            version=version,
            event=event,
            occurred_at=self.at,
            recorded_at=self.now,
            account=self._actor.account,
            person=self._actor.person,
            role=people.role(self._actor, act),
            command_id=self._command_id,
            rule_set=RULE_SET,
            whole_day=occasion.whole_day,
            on_behalf_of=self._actor.on_behalf_of,
            correlation_id=occasion.correlation_id or first or f"{number}/{version}",
            causation_id=occasion.causation_id or first,
        )

    @property
    def _first(self) -> str | None:
        """The first line of the act, by dossier and version; ``None`` while there is none."""
        lines = next((lines for lines in self._lines.values() if lines), None)
        return f"{lines[0].stream}/{lines[0].version}" if lines else None

    def _history(self, number: str) -> History:
        if number not in self._histories:
            (self._histories[number],) = self._journal.recall(number)
        return self._histories[number]

    def _state(self, number: str) -> Trajectory | None:
        """Return the state a dossier comes to be in by what was accepted so far."""
        history, lines = self._history(number), self._lines.get(number)
        before = history.fold(replay)
        return state_after(before, history.lines, lines) if lines else before

    def _members(self, state: Trajectory | None) -> tuple[Trajectory, ...]:
        numbers = state.family.members if state else ()
        found = (self._history(number).fold(replay) for number in numbers)
        return tuple(one for one in found if one is not None)

    def record(self) -> list[Outcome]:
        """Append everything at once, if the dossiers looked at are still as they were."""
        lines = [line for lines in self._lines.values() for line in lines]
        subjects = {number: self._subject(number) for number in self._lines}
        sealed = seal_all(self._vault, lines, subjects)
        unchanged = {
            number: version_of(history)
            for number, history in self._histories.items()
            if not self._lines.get(number)
        }
        self.written = [*lines, *self._beds]
        recorded = self._journal.append([*sealed, *self._beds], unchanged)[: len(lines)]
        return [self._outcome(number, recorded) for number in self._lines]

    def _subject(self, number: str) -> str:
        lines = (*self._history(number).lines, *self._lines[number])
        return subject_of(lines) or number

    def _outcome(self, number: str, recorded: Sequence[Recorded]) -> Outcome:
        history = self._history(number)
        mine = [line for line in recorded if line.stream == number]
        state = state_after(history.fold(replay), history.lines, mine)
        self._journal.remember(number, History((*history.lines, *mine), {replay: state}))
        others = (self._state(one) for one in state.family.members)
        return Outcome(mine, state, members=tuple(one for one in others if one is not None))


def _answered(journal: Journal, joint: Joint, occasion: Occasion) -> list[Outcome] | None:
    """Find what the same act led to before; another one under its id is refused."""
    if occasion.command_id is None or (first := journal.answered(occasion.command_id)) is None:
        return None
    alike = is_repeated(first, joint.act, joint.said, occasion)
    if not alike or first.correlation_id in (None, first.command_id):
        raise CommandIdReused(
            "the command id {id} was used before, for another act", id=occasion.command_id
        )
    lines: dict[str, list[Recorded]] = {}
    for line in journal.recorded_with(first):
        if is_dossier(line.stream):
            lines.setdefault(line.stream, []).append(line)
    found = zip(lines.items(), journal.recall(*lines), strict=True)
    states = ((mine, history.fold(replay)) for (_, mine), history in found)
    return [Outcome(mine, state, repeated=True) for mine, state in states if state is not None]
