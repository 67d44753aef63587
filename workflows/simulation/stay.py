"""What a plan is made of: acts, ways and outcomes, and a stay while it is thought up."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import log
from random import Random
from typing import Any, NamedTuple

from domain import commands as c
from domain.rules import Place, PlaceKind
from domain.rules.calendar import brussels_day
from domain.values import AppealKind, CameFrom, NonReturnReason
from workflows.simulation.crew import Crew
from workflows.simulation.figures import number

END, CLOSE = "end", "close"
LAST_WORDS = (END, "release", "gone")
"""Steps that belong to the end itself."""

MARGIN = timedelta(minutes=20)
"""Nothing else happens so shortly before the end: the acts of a family lie minutes apart."""


class Way(StrEnum):
    """How an act comes to the record; ``with-first`` is told with that of the first member."""

    DESK = "desk"
    TWICE = "twice"
    TOO_EARLY = "too-early"
    OVERTAKEN = "overtaken"
    IMPORTED = "imported"
    WITH_FIRST = "with-first"


class Act(NamedTuple):
    """
    One act: what is asked by whom, when it happened and when it is typed, both in UTC.

    ``step`` names it within its dossier. ``meanwhile`` is what a colleague records
    between the reading and the writing of an act that is overtaken. ``others`` is what is
    recorded at once for the rest of the family. ``told`` is what a register says beside
    what the command does.
    """

    step: str
    command: c.Command
    account: str
    at: datetime
    typed: datetime
    way: Way = Way.DESK
    meanwhile: "Act | None" = None
    others: tuple[c.Command, ...] = ()
    told: tuple[tuple[str, Any], ...] = ()

    @property
    def alone(self) -> bool:
        """It is recorded in its own dossier, and in no other at once."""
        return not self.others and self.way is not Way.WITH_FIRST


class Outcome(StrEnum):
    """How a stay ends; the first three are departures, by the mode of the same name."""

    ESCORTED = "removal-escorted"
    UNESCORTED = "removal-unescorted"
    IOM = "voluntary-iom"
    DUBLIN = "dublin-transfer"
    RELEASED = "released"
    ABSCONDED = "absconded"


BY_FORCE = (Outcome.ESCORTED, Outcome.UNESCORTED)
DEPARTED = (*BY_FORCE, Outcome.IOM)
REMOVED = (*DEPARTED, Outcome.DUBLIN)


class Plan(NamedTuple):
    """
    A stay and its acts, in the order in which they are typed.

    ``family`` is the first dossier of those who came together, ``moves_to`` where the
    resident is transferred on the way, ``mishap`` the fault or breach put into it, if any.
    """

    dossier: str
    place: Place
    arrived: datetime
    outcome: Outcome
    acts: tuple[Act, ...]
    family: str = ""
    moves_to: Place | None = None
    mishap: str | None = None

    def act(self, step: str) -> Act | None:
        """Find an act by the name of its step."""
        return next((act for act in self.acts if act.step == step), None)


class Notified(NamedTuple):
    """When the decision reached the resident, and the last day of the suspensive term."""

    at: datetime
    last_day: date


@dataclass(slots=True)
class Stay:
    """
    A stay while it is thought up; acts in no particular order.

    ``size`` is how many arrived together, ``basis`` the ground of the title, ``busy`` are
    days on which nothing else is to happen, ``appeal`` is the kind of appeal that will be
    brought, ``reason`` why there is no departure.
    """

    dossier: str
    place: Place
    arrived: datetime
    outcome: Outcome
    dice: Random
    crew: Crew
    coach: str
    size: int = 1
    came_from: CameFrom = CameFrom.OTHER
    basis: str = ""
    nationality: str = ""
    language: str = "fr"
    hard_to_return: bool = False
    interpreter: str | None = None
    appeal: AppealKind | None = None
    reason: NonReturnReason | None = None
    acts: list[Act] = field(default_factory=list)
    busy: set[date] = field(default_factory=set)

    @property
    def first_day(self) -> date:
        """The day of arrival, and of the detention title."""
        return brussels_day(self.arrived)

    @property
    def in_units(self) -> bool:
        """The place is one of family units."""
        return self.place.kind is PlaceKind.FAMILY_UNITS

    def figure(self, what: str) -> float:
        """Return a figure that differs by kind of place."""
        return number(f"{'family' if self.in_units else 'closed'}.{what}")

    def act(self, step: str, at: datetime, account: str, order: type[Any], **said: Any) -> Act:
        """Put an order of this dossier into words, typed when it happens."""
        return Act(step, order(dossier=self.dossier, **said), account, at, at)

    def write(self, step: str, at: datetime, account: str, order: type[Any], **said: Any) -> None:
        """Add an act."""
        self.acts.append(self.act(step, at, account, order, **said))

    def number(self, kind: str) -> str:
        """Make an administrative number that nobody takes for a real one."""
        return f"SIM-{kind}-{self.dossier}"

    def find(self, step: str) -> Act | None:
        """Find an act written before, by its step."""
        return next((act for act in self.acts if act.step == step), None)

    def is_free(self, moment: datetime, end: datetime) -> bool:
        """Tell a moment at which something may happen beside the procedure."""
        return moment < end - MARGIN and brussels_day(moment) not in self.busy

    def until(self, end: datetime) -> list[Act]:
        """Return what happened before the end; an appeal is never left lying at the centre."""
        kept = [act for act in self.acts if act.at < end - MARGIN or act.step in LAST_WORDS]
        steps = {act.step for act in kept}
        if "transmit" not in steps:
            kept = [act for act in kept if act.step != "hand-in"]
        return kept


def together(step: str) -> bool:
    """Tell a step that a family takes at once: the link, and all of its removal and end."""
    return step.partition("-")[0] in _TOGETHER


_TOGETHER = (
    *("link", "prepare", "tick", "escort", "schedule", "announce", "monitor", "start", "check"),
    *("fail", "cancel", END),
)


def typed(acts: Iterable[Act], dice: Random, size: int) -> tuple[Act, ...]:
    """
    Have every act typed some minutes or hours after it happened, one after the other.

    What a family does at once waits until what each of them did before is typed.
    """
    done: list[Act] = []
    last = None
    for act in sorted(acts, key=lambda act: act.at):
        late = dice.lognormvariate(log(number("minutes.to-record")), 1.0)
        moment = act.at + timedelta(seconds=round(min(late, 480.0) * 60))
        if last is not None:
            joins = together(act.step) and not together(done[-1].step)
            gap = 2 * size + 1 if joins else 1
            moment = max(moment, last + timedelta(minutes=gap))
        last = moment
        done.append(act._replace(typed=moment))
    return tuple(done)
