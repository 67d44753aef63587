"""What a guard looks at, and what it answers when it does not let an act pass."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

from domain.authority import Actor
from domain.errors import TrajetError
from domain.lifecycle import NEWEST
from domain.record import Recorded
from domain.rules.calendar import BRUSSELS
from domain.trajectory import Trajectory
from domain.values import Function, sealed_fields


class Part(Protocol):
    """A part somebody had in what was done before: by which account, and who that was."""

    @property
    def account(self) -> str:
        """The account used."""

    @property
    def person(self) -> str:
        """The natural person behind it."""


Theirs = TypeVar("Theirs", bound=Part)


class Context(NamedTuple):
    """
    The circumstances of an act: when it happened, when it is being recorded, who acts.

    ``at`` and ``now`` are instants in UTC. ``whole_day`` means that only the day of
    ``at`` is known. ``actor`` is ``None`` when the question is what the procedure
    alone would say. ``target`` is the line a correction names, as it now reads.
    ``members`` are the dossiers of the other members of the family; ``beds`` says how many
    places are free where the act leads, by code, and is ``None`` where nobody counted;
    ``together`` are the dossiers in which the same act is recorded at once; ``persons`` are
    those who acted in the dossier before. ``reader`` is who is shown the reasons where nobody
    acts: of a restricted dossier they say no more than that person may read.
    """

    at: datetime
    now: datetime
    actor: Actor | None = None
    whole_day: bool = False
    target: Recorded | None = None
    members: tuple[Trajectory, ...] = ()
    beds: Mapping[str, int] | None = None
    together: tuple[str, ...] = ()
    persons: frozenset[str] = frozenset()
    reader: Actor | None = None

    def was(self, name: str) -> Any:
        """Return what the corrected line says now, as a JSON value; never sealed text."""
        if self.target is None or name in sealed_fields(type(self.target.event)):
            return None
        if name == "occurred_at":
            return self.target.occurred_at.isoformat()
        return self.target.event.model_dump(mode="json").get(name)


class Attempt(NamedTuple):
    """
    An act put to the state of a dossier; without ``said`` it is only asked about.

    ``act`` is the name of its command. ``guards`` are those of its own that also stop a
    departure; a member of the family is judged by them too, ``alone``: for itself, whatever
    holds the others back.
    """

    state: Trajectory | None
    act: str
    context: Context
    said: Any = None
    guards: tuple["Guard", ...] = ()
    alone: bool = False

    @property
    def procedure(self) -> int:
        """The version of the procedure the act is judged under."""
        if self.state is not None:
            return self.state.procedure
        return int(self.saying("procedure") or NEWEST)  # an admission read back says its own

    def saying(self, name: str) -> Any:
        """Return a detail of the act, ``None`` where it is not given."""
        # Asked for a field it lacks, a model takes long to say so.
        return None if self.said is None else vars(self.said).get(name)

    def own_part(self, *parts: Theirs | None) -> Theirs | None:
        """
        Find a part the actor had, by natural person: it does not matter in which account.

        SEP-07: nor whether the actor had it or stands in for who had it, and nor whether who
        had it acted in the name of the actor.
        """
        actor = self.context.actor
        if actor is None:
            return None
        theirs = [one for one in parts if one]
        own = (one for one in theirs if one.person == actor.person)
        return next(own, None) or next((one for one in theirs if tied(actor, one)), None)


def tied(actor: Actor, part: Part) -> bool:
    """
    Tell whether somebody stands in for who had a part, or was stood in for in it.

    A delegation counts that held at any moment from the part on: it is not ended to get round
    this. So does a common principal: what two do in one name, one does.
    """
    principal = getattr(part, "on_behalf_of", None)
    if principal is not None and principal == actor.on_behalf_of:
        return True
    since = getattr(part, "at", None)
    sides = {person for person, until in actor.ties if since is None or until > since}
    theirs = {person for account, person in actor.accounts if account == principal}
    return bool({part.person, *theirs} & {actor.person, *sides})


class Failing(NamedTuple):
    """
    One guard that does not let the act pass.

    ``rule`` is the id of a row of the rule table, where name, legal basis and
    certainty stand. ``template`` with ``values`` says why, in English, and is the key
    of its translations; the value ``follow`` names what may follow instead.
    ``passes_on`` is the first day (in Brussels) on which the guard would pass if
    nothing else changes, where that can be computed.
    ``finding`` is the audit code for the same act found in history.
    ``about_people`` says that another person could do the same: the guard is about who
    acts (function, level, separation, access), not about the dossier.
    ``of_departure`` says that ``passes_on`` is a day of departure, not of the act: that is
    only planned.
    """

    rule: str
    template: str
    values: Mapping[str, object] = MappingProxyType({})
    passes_on: date | None = None
    finding: str = "ILLEGAL_TRANSITION"
    about_people: bool = False
    of_departure: bool = False

    @property
    def why(self) -> str:
        """Say in English why the act does not pass."""
        return self.template.format(**self.values)


def for_others(actor: Actor, may: Iterable[Function], *, passes_on: date | None = None) -> Failing:
    """AUT-02: say as what somebody acts, and whose functions the act is for."""
    return Failing(
        "AUT-02",
        "{account} acts as {functions}; this is for {may}",
        {**acting_as(actor), "may": in_a_row(may)},
        passes_on=passes_on,
        about_people=True,
    )


def acting_as(actor: Actor) -> dict[str, str]:
    """Give a sentence its ``account`` and ``functions``: as what somebody acts."""
    return {"account": actor.account, "functions": in_a_row(actor.functions)}


def in_a_row(functions: Iterable[Function]) -> str:
    """Write functions in a row inside a sentence; ``-`` for none."""
    return ", ".join(sorted(functions)) or "-"


Reasons = Iterator[Failing]
Guard = Callable[[Attempt], Reasons]

# What a region adds to the tables of all: by act, but for the clocks.
Guards = dict[str, tuple[Guard, ...]]
Moments = Callable[[Trajectory, Attempt], Iterable[datetime | None]]
RestsOn = dict[str, Moments]
Add = Callable[[Trajectory | None, Any, Context], dict[str, Any]]
Adds = dict[str, Add]


class Due(NamedTuple):
    """
    A moment something runs out: by which rule, when, what it is, and since when it runs.

    What ``is_duty`` stays due when it is overdue; a term or a certificate runs out. What
    ``outlives`` the trajectory is due after its end too.
    """

    rule: str
    at: datetime
    what: str
    since: datetime
    is_duty: bool = False
    outlives: bool = False


Clocks = tuple[Callable[[Trajectory, datetime], Iterable[Due]], ...]


class Refused(TrajetError):
    """
    Guards did not let the act pass; exit code 4 if all of them are about who acts, else 3.

    ``act`` is what was asked, where it was one act. ``unkept`` is set when the refusal itself
    could not be recorded.
    """

    def __init__(self, failures: list[Failing], act: str | None = None) -> None:
        super().__init__("{reasons}", reasons="; ".join(f"{f.rule}: {f.why}" for f in failures))
        self.failures = failures
        self.act = act
        self.unkept = False
        self.exit_code = 4 if all(failure.about_people for failure in failures) else 3


def local(instant: datetime) -> str:
    """Write an instant as the desk reads it, in Brussels time."""
    return f"{instant.astimezone(BRUSSELS):%Y-%m-%d %H:%M}"
