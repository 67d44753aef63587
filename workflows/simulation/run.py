"""
Carrying a simulated year out, through the path every command takes, at its own hours.

The journal is given the clock of the year, so that recording follows the act by minutes
or hours, as at a desk. Each act is a transaction: a year that is interrupted leaves a
sound store, up to where it came.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from domain import commands as c
from domain import events as e
from domain import staffing
from domain.authority import Actor, role_for
from domain.decide import Refused
from domain.errors import BadInput, ConcurrentChange, TrajetError
from domain.events import Event
from domain.lifecycle import EVENT_OF
from domain.record import Recorded
from domain.rules import RULE_SET, PlaceKind
from domain.rules.calendar import brussels_day
from domain.staffing import Giver
from domain.trajectory import replay
from domain.values import Function, Origin
from workflows import people
from workflows.beds import Ledger
from workflows.families import Joint
from workflows.handle import Occasion, handle, seal_all, state_after
from workflows.journal import Journal
from workflows.simulation.crew import OFFICE, REGISTRAR, Colleague, crew_of
from workflows.simulation.mishaps import BREACHES, Fault
from workflows.simulation.stay import END, Act, Outcome, Plan, Way
from workflows.simulation.year import Wish, in_order
from workflows.staffing import FOUNDING
from workflows.together import handle_together
from workflows.vault import Vault

_COMMAND_IDS = UUID("b8a2c1de-6a0e-5a57-9a0c-5c4be0f2d6a1")
"""Namespace of the command ids made from seed, dossier and step."""

Progress = Callable[[int, int], object]
"""Told how many days are done of how many."""


class Planted(NamedTuple):
    """A breach put into a dossier, by the code of the finding it leads to."""

    dossier: str
    code: str
    imported: bool
    lead: bool


@dataclass(slots=True)
class Tally:
    """
    What became of the year.

    ``ends`` counts stays that ended by kind of place and outcome, ``days`` adds up their
    lengths, ``faults`` counts what went wrong, ``planted`` lists the breaches.
    """

    dossiers: int = 0
    events: int = 0
    appeals: int = 0
    ends: Counter[tuple[PlaceKind, Outcome]] = field(default_factory=Counter)
    days: Counter[PlaceKind] = field(default_factory=Counter)
    faults: Counter[Fault] = field(default_factory=Counter)
    planted: list[Planted] = field(default_factory=list)

    @property
    def ended(self) -> int:
        """How many stays ended within the year."""
        return self.ends.total()

    def ends_with(self, outcome: Outcome) -> int:
        """How many stays of all kinds of place ended in one way."""
        return sum(n for (_kind, ended), n in self.ends.items() if ended is outcome)


def simulate(
    journal: Journal, vault: Vault, wish: Wish, *, progress: Progress | None = None
) -> Tally:
    """
    Fill an empty store with the year wished for.

    Raises :class:`BadInput` for a store in which anything is on record: fiction must
    never stand beside real residents.
    """
    if journal.newest():
        raise BadInput("this store is not empty; a simulated year needs a new one")
    clock = journal.clock
    try:
        return _Run(journal, vault, wish).through(progress)
    finally:
        journal.clock = clock


class _Run:
    """A year being carried out."""

    def __init__(self, journal: Journal, vault: Vault, wish: Wish) -> None:
        self.journal = journal
        self.vault = vault
        self.wish = wish
        self.tally = Tally()
        self.crew: dict[str, Colleague] = {}

    def through(self, progress: Progress | None) -> Tally:
        """Register everybody, then do act after act."""
        self._set_clock(self.wish.begins)
        self._found()
        days = (self.wish.ends - self.wish.begins).days
        told = -1
        for plan, act in in_order(self.wish):
            self._do(act)
            self._count(plan, act)
            done = (act.typed - self.wish.begins).days
            if progress and done != told:
                progress(done, days)
                told = done
        if progress:
            progress(days, days)
        self.tally.events = self.journal.head().size
        return self.tally

    def _set_clock(self, moment: datetime) -> None:
        self.journal.clock = lambda: moment

    # --- people -------------------------------------------------------------------------

    def _found(self) -> None:
        """Let the registrar found the store and register everybody else."""
        centres = [one for place in self.wish.places for one in crew_of(place).members]
        registrar = OFFICE[0]
        acting = Actor(registrar.account, registrar.person, frozenset({Function.REGISTRAR}))
        for colleague in (*OFFICE, *centres):
            self.crew[colleague.account] = colleague
            giver = None if colleague is registrar else Giver(acting, alone=True)
            command = c.AddStaff(**colleague._asdict())
            stream = people.stream_of(colleague.account)
            lines = [
                self._line(stream, version, event, "staff", registrar)
                for version, event in enumerate(staffing.add(None, command, giver), start=1)
            ]
            self.journal.append(lines if giver else [_founding(line) for line in lines])

    # --- acts ---------------------------------------------------------------------------

    def _do(self, act: Act) -> None:
        self._set_clock(act.typed)
        match act.way:
            case Way.WITH_FIRST:
                pass
            case Way.DESK:
                self._type(act)
            case Way.TWICE:
                self._type(act)
                self._type(act)
            case Way.TOO_EARLY:
                self._try(act, Refused)
            case Way.OVERTAKEN:
                self._be_overtaken(act)
            case Way.IMPORTED:
                self._take_in(act)

    def _type(self, act: Act) -> None:
        occasion = Occasion(
            act.account, at=act.at, command_id=self._command_id(act.command.dossier, act.step)
        )
        if act.others:
            handle_together(self.journal, self.vault, _joint(act), occasion)
        else:
            handle(self.journal, self.vault, act.command, occasion)

    def _try(self, act: Act, trouble: type[TrajetError]) -> None:
        """Type an act that cannot pass now; if it did, the plan would be mistaken."""
        try:
            self._type(act)
        except trouble:
            return
        raise AssertionError(f"{act.command.dossier} {act.step} passed")

    def _be_overtaken(self, act: Act) -> None:
        """Have a colleague record first, between the reading and the writing of an act."""
        colleague = act.meanwhile

        def meanwhile() -> datetime:
            self._set_clock(act.typed)
            if colleague is not None:
                self._type(colleague)
            return act.typed

        self.journal.clock = meanwhile  # read once the history was
        self._try(act, ConcurrentChange)
        self._type(act)

    def _take_in(self, act: Act) -> None:
        """Record an act as a register tells it, whatever the procedure says; beds go with it."""
        dossier, event = act.command.dossier, _event_of(act)
        (known,) = self.journal.recall(dossier)
        history, before = known.lines, known.fold(replay)
        newest = history[-1].version if history else 0
        actor = self.crew[act.account]
        line = self._line(dossier, newest + 1, event, act.step, actor)
        line = line._replace(
            occurred_at=act.at,
            origin=Origin.IMPORTED,
            recorded_by=REGISTRAR,
            role=_role(act, actor),
        )
        moved = Ledger(self.journal).lines(line, [(before, state_after(before, history, [line]))])
        sealed = seal_all(self.vault, [line], {dossier: dossier})
        self.journal.append([*sealed, *moved])

    def _line(
        self, stream: str, version: int, event: Event, step: str, actor: Colleague
    ) -> Recorded:
        now = self.journal.clock()
        return Recorded(
            stream=stream,
            version=version,
            event=event,
            occurred_at=now,
            recorded_at=now,
            account=actor.account,
            person=actor.person,
            role=actor.function,
            command_id=self._command_id(stream, step),
            rule_set=RULE_SET,
        )

    def _command_id(self, stream: str, step: str) -> str:
        return str(uuid5(_COMMAND_IDS, f"{self.wish.seed}/{self.wish.year}/{stream}/{step}"))

    # --- counting -----------------------------------------------------------------------

    def _count(self, plan: Plan, act: Act) -> None:
        tally = self.tally
        if fault := _fault_in(plan, act):
            tally.faults[fault] += 1
        if act.step == "open":
            tally.dossiers += 1
            if plan.mishap in BREACHES:
                breach = BREACHES[plan.mishap]
                planted = Planted(plan.dossier, plan.mishap, breach.imported, breach.lead)
                tally.planted.append(planted)
        elif act.step == "hand-in":
            tally.appeals += 1
        elif act.step == END:
            tally.ends[plan.place.kind, plan.outcome] += 1
            stay = brussels_day(act.at) - brussels_day(plan.arrived)
            tally.days[plan.place.kind] += stay.days


def _founding(line: Recorded) -> Recorded:
    """Make a line one of the founding of the store, of which there can be one only."""
    return line._replace(role="founder", command_id=FOUNDING)


def _fault_in(plan: Plan, act: Act) -> Fault | None:
    """Name the fault that an act shows, if it shows one."""
    by_way = {
        Way.TWICE: Fault.REPEATED,
        Way.TOO_EARLY: Fault.REFUSED,
        Way.OVERTAKEN: Fault.OVERTAKEN,
    }
    if act.way in by_way:
        return by_way[act.way]
    if isinstance(act.command, c.AnnulDecision):
        return Fault.ANNULLED
    if plan.mishap == Fault.CORRECTED and isinstance(act.command, c.CorrectRecord):
        return Fault.CORRECTED
    if plan.mishap == Fault.LATE and act.typed - act.at > timedelta(days=1):
        return Fault.LATE
    return None


def _joint(act: Act) -> Joint:
    """Ask for an act in several dossiers at once, as planned for each of them."""
    asked = (act.command, *act.others)
    name = type(act.command).__name__
    named = tuple(command.dossier for command in asked)
    return Joint(name, vars(act.command), lambda _states, _at: asked, named)


def _event_of(act: Act) -> Event:
    """Make the event a register would tell where a command would be refused."""
    command = act.command
    shape, asked = getattr(e, EVENT_OF[type(command).__name__]), type(command).model_fields
    said = {name: getattr(command, name) for name in shape.model_fields if name in asked}
    event: Event = shape(**said | dict(act.told))
    return event


def _role(act: Act, actor: Colleague) -> str:
    """Say in what capacity a register tells an act: the actor's own, fitting or not."""
    holder = Actor(actor.account, actor.person, frozenset({actor.function}))
    return role_for(holder, type(act.command).__name__) or actor.function
