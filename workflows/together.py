"""
Recording in several dossiers of a family at once: in all of them or in none, in one append.

Each dossier is judged for itself and every refusal is told with its dossier. The lines bear
one command id; correlation and causation name the first of them.
"""

from collections.abc import Sequence

from domain import commands as c
from domain.decide import Context, Failing, Refused
from domain.errors import CommandIdReused, UnknownDossier
from domain.lifecycle import RAISED
from domain.record import Recorded, is_dossier
from domain.trajectory import Trajectory, involved, replay, subject_of
from workflows import beds
from workflows.families import Joint
from workflows.handle import (
    Occasion,
    Outcome,
    alerts_of,
    centres_of,
    is_repeated,
    judged,
    lines_of,
    moment_of,
    seal_all,
    signed,
    state_after,
    unmet,
    untouched,
    versions_of,
)
from workflows.journal import History, Journal
from workflows.members import version_of
from workflows.vault import Vault


class RefusedTogether(Refused):
    """Guards of one dossier or of several did not let it pass; nothing is recorded in any."""

    def __init__(self, failures: list[tuple[str, Failing]]) -> None:
        super().__init__([failing for _, failing in failures])
        self.dossiers = [dossier for dossier, _ in failures]


def handle_together(
    journal: Journal, vault: Vault, joint: Joint, occasion: Occasion
) -> list[Outcome]:
    """
    Judge an act in every dossier it concerns and record it in all of them, or in none.

    Raises :class:`RefusedTogether` with what every dossier's guards say, and otherwise what
    :func:`workflows.handle.handle` does.
    """
    numbered = occasion.numbered()
    return beds.record_in_turn(
        journal,
        lambda: _Work(journal, vault, joint, numbered).ready(joint),
        lambda: _answered(journal, joint, occasion),
    )


class _Work:
    """The dossiers of one act: as they were read, as they become, and what is to be recorded."""

    def __init__(self, journal: Journal, vault: Vault, joint: Joint, occasion: Occasion) -> None:
        self._journal, self._vault, self._occasion = journal, vault, occasion
        self._ledger = beds.Ledger(journal)
        self._histories, self._register = self._read(joint.named, occasion)
        self._now = journal.clock()
        self._at = max(
            moment_of(occasion, history.lines, self._now) for history in self._histories.values()
        )
        self._lines: dict[str, list[Recorded]] = {}
        self._beds: list[Recorded] = []

    def _read(
        self, named: tuple[str, ...], occasion: Occasion
    ) -> tuple[dict[str, History], list[History]]:
        """Read the dossiers named, those of the families they belong to, and who acts."""
        known = self._journal.recall(*named, *occasion.streams())
        register = known[len(named) :]
        read = dict(zip(named, known[: len(named)], strict=True))
        for number, history in read.items():
            if not history.lines:
                raise UnknownDossier("there is no dossier {dossier}", dossier=number)
        families = [state.family for one in known if (state := one.fold(replay)) is not None]
        others = dict.fromkeys(m for family in families for m in family.members if m not in read)
        if others:
            read |= zip(others, self._journal.recall(*others), strict=True)
        return read, register

    def ready(self, joint: Joint) -> beds.Ready[list[Outcome]]:
        """Put each command to its dossier; :class:`RefusedTogether` names all in the way."""
        standing = {
            number: state
            for number, history in self._histories.items()
            if (state := history.fold(replay)) is not None
        }
        commands = joint.build(standing, self._at)
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
        lines = [line for lines in self._lines.values() for line in lines]
        before = {number: history.lines for number, history in self._histories.items()}
        alerts = alerts_of(before, lines)
        for command in commands:
            if (after := self._state(command.dossier)) is not None:
                context = Context(self._at, self._now, members=self._members(after))
                alerts += unmet(self._journal, command, after, context, [*lines, *alerts])
        return beds.Ready([*lines, *alerts, *self._beds], lambda: self._record(lines, alerts))

    def _judge(self, command: c.Command, together: tuple[str, ...]) -> None:
        number = command.dossier
        history, before = self._history(number), self._state(number)
        if before is None and type(command).__name__ != "OpenTrajectory":
            raise UnknownDossier("there is no dossier {dossier}", dossier=number)
        others = [state for one in together if one != number and (state := self._state(one))]
        centres = centres_of(before, command)
        context = Context(
            self._at,
            self._now,
            self._occasion.actor(self._register, self._at, self._now, centres),
            self._occasion.whole_day,
            members=self._members(before),
            beds=self._ledger.free(before, command, others),
            together=together,
            persons=involved(history.lines),
        )
        lines = self._lines.setdefault(number, [])
        so_far = (*history.lines, *lines)
        events = judged(self._journal, before, so_far, command, context)
        new = lines_of(events, so_far, command, context, self._following(number, len(so_far) + 1))
        lines += new
        after = state_after(before, so_far, new)
        self._beds += self._ledger.lines(new[0], [(before, after)], others)

    def _following(self, number: str, version: int) -> Occasion:
        """Let every line but the first name that one, which names itself, as where it began."""
        occasion, first = self._occasion, self._first
        return occasion._replace(
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

    def _record(self, lines: list[Recorded], alerts: list[Recorded]) -> list[Outcome]:
        """Append everything at once, if the dossiers looked at are still as they were."""
        subjects = {number: self._subject(number) for number in self._lines}
        sealed = seal_all(self._vault, lines, subjects)
        sealed = [*signed(self._journal, sealed, self._register, self._occasion), *alerts]
        read = {number: version_of(history) for number, history in self._histories.items()}
        read |= versions_of(self._occasion, self._register)
        unchanged = untouched(self._ledger.looked_at | read, sealed)
        recorded = self._journal.append([*sealed, *self._beds], unchanged)[: len(sealed)]
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
        members = tuple(one for one in others if one is not None)
        # An alert about a dossier that had no part in the act is told with the first that had.
        is_first = number == next(iter(self._lines))
        beside = [line for line in recorded if is_first and line.stream not in self._lines]
        return Outcome([*mine, *beside], state, members=members)


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
        had_a_part = line.stream in lines or type(line.event).__name__ not in RAISED
        if is_dossier(line.stream) and had_a_part:
            lines.setdefault(line.stream, []).append(line)
    found = zip(lines.items(), journal.recall(*lines), strict=True)
    states = ((mine, history.fold(replay)) for (_, mine), history in found)
    return [Outcome(mine, state, repeated=True) for mine, state in states if state is not None]
