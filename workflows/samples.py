"""
Samples of quality control: announced, drawn, extended, examined, concluded, and proved again.

Each sample has a stream of its own in the journal (``sample:Q-2026-1``). First it is announced
of what it is drawn; what was on record by then is the population. The seed is the log as it
stands once somebody else has recorded something, whatever it is: who draws has no hand in that
line, and whoever wrote it is on record. Anybody can draw the same again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide import sample as decide
from domain.errors import BadInput, StoreTrouble, TrajetError, UnknownDossier
from domain.lifecycle.access import AccessState
from domain.lifecycle.stages import ENDED
from domain.merkle import Frontier
from domain.record import SAMPLE, Recorded
from domain.rules import RULE_SET
from domain.rules.calendar import brussels_day, is_between
from domain.sampling import seed_of
from domain.state.decision import Round
from domain.state.sample import Sample, Unit, dossier_of
from domain.trajectory import Trajectory, involved, replay
from domain.trajectory.sample import sample as folded
from workflows import people
from workflows.beside import signed_beside
from workflows.command_ids import new_command_id
from workflows.journal import Journal

Separated = Callable[[Trajectory, Sequence[Recorded]], frozenset[int]]
"""
Names the rounds of a dossier of which the control of separation says something, from its lines;
with 0 it is said of the dossier as a whole.
"""

NOWHERE = "none"
"""Where a dossier is of which no admission is on record."""


def stream_of(reference: str) -> str:
    """Name the stream of a sample."""
    return SAMPLE + reference


def find(journal: Journal, reference: str) -> Sample:
    """Look a sample up; :class:`BadInput` when there is none of that number."""
    found = folded(journal.history(stream_of(reference)))
    if found is None:
        raise BadInput("there is no sample {sample}", sample=reference)
    return found


def every(journal: Journal) -> list[Sample]:
    """List all samples, in the order announced."""
    streams: dict[str, list[Recorded]] = {}
    for line in journal.histories(SAMPLE):
        streams.setdefault(line.stream, []).append(line)
    found = (folded(lines) for lines in streams.values())
    return sorted((one for one in found if one), key=lambda one: one.log_index)


# -- of what -------------------------------------------------------------------------------------


def population(
    journal: Journal, announced: e.SampleAnnounced, log_size: int, separated: Separated
) -> list[Unit]:
    """
    Name what may be drawn: as it was on record in the first ``log_size`` events, no later.

    That includes restricted dossiers; they are flagged, and so never part of the random draw.
    """
    units: list[Unit] = []
    for _dossier, lines in journal.dossiers():
        then = [line for line in lines if 0 <= line.log_index < log_size]
        state = replay(then)
        if state is not None and _is_of(announced.centres, state):
            units += _units(state, announced, separated(state, then))
    return units


def _is_of(centres: tuple[str, ...], state: Trajectory) -> bool:
    return not centres or state.centre in centres


def _units(state: Trajectory, announced: e.SampleAnnounced, told: frozenset[int]) -> Iterator[Unit]:
    rounds = [each for each in state.rounds if each.taken is not None]
    flags = flags_of(state)
    if announced.by == "dossier":
        if _is_within(announced, state.opened):
            found = (*(("separation",) if told else ()), *flags)
            yield Unit(state.dossier, state.dossier, _stratum(announced, state), found)
        return
    for each in rounds:
        if each.taken is not None and _is_within(announced, each.taken.at):
            item = f"{state.dossier}/{each.number}"
            found = (*(("separation",) if each.number in told else ()), *flags)
            yield Unit(item, state.dossier, _stratum(announced, state, each), found)


def flags_of(state: Trajectory) -> tuple[str, ...]:
    """Say why a dossier is examined in any case, beside what the control of separation says."""
    measures = any(one.decided for one in state.measures.every) or state.coercion
    return tuple(
        flag
        for flag, holds in (
            ("found-late", bool(state.alerts)),
            ("measure", bool(measures)),
            ("restricted", state.access.state is AccessState.RESTRICTED),
        )
        if holds
    )


def _is_within(announced: e.SampleAnnounced, moment: datetime) -> bool:
    return is_between(brussels_day(moment), announced.since, announced.until)


def _stratum(announced: e.SampleAnnounced, state: Trajectory, each: Round | None = None) -> str:
    parts = {
        "centre": state.centre or NOWHERE,
        "outcome": each.state.value if each else outcome_of(state),
    }
    return "/".join(parts[name] for name in announced.strata) or decide.WHOLE


def outcome_of(state: Trajectory) -> str:
    """Say how a trajectory ended, whether or not it is closed; ``running`` while it has not."""
    if state.stage not in ENDED:
        return "running"
    return "not-returned" if state.ending.reason is not None else "departed"


# -- drawing -------------------------------------------------------------------------------------


def announce_and_draw(
    journal: Journal, command: "c.AnnounceSample", actor: Actor, separated: Separated
) -> Sample:
    """
    Announce a sample, and draw it once somebody else has recorded something since.

    Typed again in the same words it goes on where it was. Raises :class:`Refused` for a number
    that is taken, :class:`BadInput` where there is nothing to draw from,
    :class:`ConcurrentChange` where another came first.
    """
    sample = folded(journal.history(stream_of(command.sample)))
    event = decide.announce(sample, command, actor, journal.clock())
    if event is not None:
        if not population(journal, event, journal.head().size, separated):
            raise BadInput("there is nothing to draw from: no item is as asked")
        sample = folded([_record(journal, command.sample, 0, event, actor, command)])
    if sample is None:
        raise StoreTrouble("the announcement of a sample is not there")
    witness = None if sample.drawn else witness_of(journal, sample)
    return sample if witness is None else _draw(journal, sample, witness, actor, command, separated)


def witness_of(journal: Journal, sample: Sample) -> Recorded | None:
    """Find the first line that another person recorded, and not for who announced the sample."""
    return next(
        (
            line
            for line in journal.since(sample.position)
            if line.log_index > sample.log_index
            and line.person != sample.announcer
            and line.on_behalf_of != sample.announced_by
        ),
        None,
    )


def _draw(
    journal: Journal,
    sample: Sample,
    witness: Recorded,
    actor: Actor,
    command: "c.AnnounceSample",
    separated: Separated,
) -> Sample:
    """Draw from what was on record at the announcement, by the log up to the witness."""
    units = population(journal, sample.announced, sample.log_index + 1, separated)
    log_size = witness.log_index + 1
    event = decide.draw(sample, log_size, root_at(journal, log_size), units)
    _record(journal, sample.reference, sample.version, event, actor, command)
    return find(journal, sample.reference)


def root_at(journal: Journal, size: int) -> str:
    """Compute the root of the first so many leaves, in hex; :class:`StoreTrouble` for too few."""
    tree = Frontier()
    if size:
        for line in journal.since(0):
            if line.log_index == tree.size:
                tree.append(line.leaf_hash)
            if tree.size == size:
                break
    if tree.size != size:
        raise StoreTrouble("the log has no {size} leaves in a row", size=size)
    return tree.root().hex()


def extend(
    journal: Journal, command: "c.ExtendSample", actor: Actor, separated: Separated
) -> Sample:
    """
    Draw more of a sample, by its seed and from its population; raises as deciding does.

    The same again comes to the same: nothing more is drawn.
    """
    sample = find(journal, command.sample)
    units: list[Unit] = []
    if sample.drawn is not None:
        units = population(journal, sample.announced, sample.log_index + 1, separated)
        _must_be_the_same(sample, units)
    event = decide.extend(sample, command, units, actor, journal.clock())
    if event is None:
        return sample
    _record(journal, sample.reference, sample.version, event, actor, command)
    return find(journal, sample.reference)


def _must_be_the_same(sample: Sample, units: Iterable[Unit]) -> None:
    if any(one.code == "SAMPLE_POPULATION" for one in _population_as_drawn(sample, units)):
        raise StoreTrouble(
            "the population of sample {sample} is another than it was drawn from; run: "
            "trajet control sample check",
            sample=sample.reference,
        )


# -- examining and concluding --------------------------------------------------------------------


class Examined(NamedTuple):
    """A sample with results just recorded: a line for each, none where it was there already."""

    sample: Sample
    lines: list[Recorded | None]


def examine(
    journal: Journal, command: "c.ExamineItem", actor: Actor
) -> tuple[Sample, Recorded | None]:
    """Record what the examination of an item gave; no line where it is on record already."""
    try:
        done = examine_all(journal, [command], actor)
    except SomeRefused as some:
        raise some.refused[0] from None
    return done.sample, done.lines[0]


def examine_all(journal: Journal, commands: Sequence["c.ExamineItem"], actor: Actor) -> Examined:
    """
    Record what the examination of items of one sample gave, each once: all of them or none.

    Raises :class:`SomeRefused` with what is in the way of each.
    """
    sample = find(journal, commands[0].sample)
    events, refused = _each(journal, sample, commands, actor)
    if refused:
        raise SomeRefused(refused, len(commands))
    new = [event for event in events if event is not None]
    order = type(commands[0]).__name__
    lines = [
        _line(journal, sample.reference, sample.version + at, event, actor, order)
        for at, event in enumerate(new)
    ]
    recorded = iter(journal.append(lines) if lines else ())
    told = [None if event is None else next(recorded) for event in events]
    return Examined(find(journal, sample.reference), told)


def refusals(
    journal: Journal, reference: str, commands: Sequence["c.ExamineItem"], actor: Actor
) -> dict[int, TrajetError]:
    """Say what is in the way of each of several results, by its place; records nothing."""
    return _each(journal, find(journal, reference), commands, actor)[1]


def _each(
    journal: Journal, sample: Sample, commands: Sequence["c.ExamineItem"], actor: Actor
) -> tuple[list[e.SampleItemExamined | None], dict[int, TrajetError]]:
    events: list[e.SampleItemExamined | None] = []
    refused: dict[int, TrajetError] = {}
    for at, command in enumerate(commands):
        try:
            events.append(_examined(journal, sample, command, actor))
        except TrajetError as error:
            refused[at] = error
    return events, refused


class SomeRefused(TrajetError):
    """Of several acts asked together some cannot be; ``refused`` says why, by their place."""

    def __init__(self, refused: Mapping[int, TrajetError], of: int) -> None:
        super().__init__("{n} of {of} lines cannot be recorded, so none was", n=len(refused), of=of)
        self.refused = refused
        self.exit_code = max(error.exit_code for error in refused.values())


def _examined(
    journal: Journal, sample: Sample, command: "c.ExamineItem", actor: Actor
) -> e.SampleItemExamined | None:
    lines = journal.history(dossier := dossier_of(command.item))
    state = replay(lines)
    if state is None:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    return decide.examine(sample, command, state, involved(lines), actor, journal.clock())


def conclude(
    journal: Journal, command: "c.ConcludeSample", actor: Actor
) -> tuple[Sample, Recorded]:
    """Record what follows from a sample; raises as deciding does."""
    sample = find(journal, command.sample)
    event = decide.conclude(sample, command, actor, journal.clock())
    line = _record(journal, sample.reference, sample.version, event, actor, command)
    return find(journal, sample.reference), line


def _record(
    journal: Journal,
    reference: str,
    version: int,
    event: e.SampleEvent,
    actor: Actor,
    command: "c.SampleCommand",
) -> Recorded:
    """Record a line after that version; :class:`ConcurrentChange` where another came first."""
    order = type(command).__name__
    return journal.append([_line(journal, reference, version, event, actor, order)])[0]


def _line(
    journal: Journal, reference: str, version: int, event: e.SampleEvent, actor: Actor, order: str
) -> Recorded:
    """Write a line after that version, signed where that is asked."""
    now = journal.clock()
    line = Recorded(
        stream=stream_of(reference),
        version=version + 1,
        event=event,
        occurred_at=now,
        recorded_at=now,
        account=actor.account,
        person=actor.person,
        role=people.role(actor, order),
        command_id=new_command_id(),
        rule_set=RULE_SET,
        on_behalf_of=actor.on_behalf_of,
    )
    return signed_beside(journal, line)


# -- proving -------------------------------------------------------------------------------------


class Doubt(NamedTuple):
    """What is on record of a sample and does not follow from the store."""

    code: str
    expected: str
    found: str


def check(journal: Journal, sample: Sample, separated: Separated) -> list[Doubt]:
    """
    Draw a sample again from the store, and compare with what is on record of it.

    Raises :class:`StoreTrouble` where the log has not as many leaves in a row as it had.
    """
    drawn = sample.drawn
    if drawn is None:
        return []
    root = root_at(journal, drawn.log_size)
    seed = seed_of(sample.reference, drawn.log_size, root)
    witness = witness_of(journal, sample)
    units = population(journal, sample.announced, sample.log_index + 1, separated)
    again = decide.draw(sample, drawn.log_size, root, units)
    found = [
        *_differs("SAMPLE_LOG", witness and witness.log_index + 1, drawn.log_size),
        *_differs("SAMPLE_LOG", root, drawn.root),
        *_differs("SAMPLE_SEED", seed, drawn.seed),
        *_population_as_drawn(sample, units),
        *_differs("SAMPLE_SIZE", again.size, drawn.size),
        *_differs("SAMPLE_SELECTION", _listed(again.items), _listed(drawn.items)),
        *_extensions(sample, units),
    ]
    if sample.concluded is not None:
        ought, told = decide.concluded(sample), sample.concluded
        found += _differs("SAMPLE_CONCLUSION", _said(ought), _said(told))
    return found


def _population_as_drawn(sample: Sample, units: Iterable[Unit]) -> Iterator[Doubt]:
    drawn, every = sample.drawn, list(units)
    if drawn is None:
        return
    again = decide.draw(sample, drawn.log_size, drawn.root, every)
    yield from _differs("SAMPLE_POPULATION", again.population, drawn.population)
    for ours, theirs in ((again.strata, drawn.strata), (again.of, drawn.of)):
        yield from _differs("SAMPLE_POPULATION", _listed(ours), _listed(theirs))
    for ours, theirs in ((again.flagged, drawn.flagged), (again.flags, drawn.flags)):
        yield from _differs("SAMPLE_FLAGGED", _listed(ours), _listed(theirs))


def _extensions(sample: Sample, units: list[Unit]) -> Iterator[Doubt]:
    """Tell of each extension whether it is what comes next by the seed."""
    strata = decide.by_stratum(units)
    if sample.drawn is None:
        return
    before = sample.drawn.taken
    for one in sample.extended:
        ought = decide.more(sample.drawn.seed, strata, before, one.size)
        yield from _differs("SAMPLE_SELECTION", _listed(ought), _listed(one.items))
        before = one.taken


def _differs(code: str, expected: object, found: object) -> Iterator[Doubt]:
    if expected != found:
        yield Doubt(code, str(expected), str(found))


def _listed(values: Iterable[object]) -> str:
    return ", ".join(map(str, values)) or "-"


def _said(event: e.SampleConcluded) -> str:
    return _listed(f"{name}={value}" for name, value in vars(event).items())
