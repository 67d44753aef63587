"""What the commands that look share: the lines asked for, the family, what is in the way."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.base import Desk, Moment, Number, end_of, option
from cli.restricted import let_in
from domain.errors import NotAllowed, UnknownDossier

if TYPE_CHECKING:
    from domain.authority import Actor
    from domain.decide import Failing
    from domain.record import Recorded
    from domain.trajectory import Trajectory
    from projections.timeline import Entry


class Asked(NamedTuple):
    """
    How far back somebody looks: to a version, to what had happened, to what was known.

    The moments are the first that are no longer meant.
    """

    version: int | None = None
    happened: datetime | None = None
    known: datetime | None = None

    def includes(self, line: "Recorded | Entry") -> bool:
        """Tell a line that was there already."""
        return (
            (self.version is None or line.version <= self.version)
            and (self.happened is None or line.occurred_at < self.happened)
            and (self.known is None or line.recorded_at < self.known)
        )

    @property
    def by(self) -> datetime:
        """The moment at which all is judged and to which days are counted: by default now."""
        if self.happened is None:
            return now()
        return just_before(self.happened)

    def moment(self, state: "Trajectory") -> datetime:
        """Return the same for a dossier: at a version it is the latest that had happened then."""
        return self.by if self.version is None else min(self.by, state.latest)


ALL = Asked()

AS_KNOWN = option(
    "--as-known", type=Moment(), metavar="INSTANT", help="What had been recorded by then."
)

_OPTIONS = (
    option(
        "--at",
        "at_version",
        type=Number(min=0),
        metavar="VERSION",
        help="As it was at this version.",
    ),
    option("--as-of", type=Moment(), metavar="INSTANT", help="What had happened by then."),
    AS_KNOWN,
)


def just_before(moment: datetime) -> datetime:
    """
    Return the last instant of a day or an hour, of which the first one after it is given.

    Not later than now. What runs out with a day has not run out before that day is over.
    """
    return min(moment - timedelta(microseconds=1), now())


def as_it_was(function: Callable[..., None]) -> Any:
    """Declare the options by which an earlier day is looked at, given as one ``asked``."""

    @wraps(function)
    def run(desk: Desk, *, at_version: Any, as_of: Any, as_known: Any, **said: Any) -> None:
        function(desk, asked=Asked(at_version, end_of(as_of), end_of(as_known)), **said)

    declared: Any = run
    for declare in reversed(_OPTIONS):
        declared = declare(declared)
    return declared


def history(desk: Desk, dossier: str, asked: Asked = ALL) -> "list[Recorded]":
    """Return a dossier's lines as asked for."""
    lines = desk.office.journal.history(dossier)
    if not lines:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    let_in(desk, lines)
    return [line for line in lines if asked.includes(line)]


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def members_of(
    desk: Desk, state: "Trajectory | None", asked: Asked = ALL
) -> "tuple[Trajectory, ...]":
    """Look at the dossiers of the others in the family, as they were asked for."""
    from domain.trajectory import replay

    numbers = state.family.members if state else ()
    if not numbers:
        return ()
    theirs = asked._replace(version=None)
    found = (
        replay(line for line in member.lines if theirs.includes(line))
        for member in desk.office.journal.recall(*numbers)
    )
    return tuple(one for one in found if one is not None)


def reader_at(desk: Desk) -> "Actor | None":
    """Say who is at the desk, to whom reasons are told; nobody known is told least."""
    try:
        return desk.in_own_name()
    except NotAllowed:
        return None


def in_the_way(
    state: "Trajectory",
    members: "tuple[Trajectory, ...]",
    by: datetime,
    reader: "Actor | None" = None,
) -> "list[Failing]":
    """Return what would stop a departure at a moment, if the dossier still runs."""
    from domain.decide import Attempt, Context, failing
    from domain.lifecycle import ENDED

    if state.stage in ENDED:
        return []
    moment = max(by, state.latest)
    context = Context(at=moment, now=moment, members=members, reader=reader)
    return failing(Attempt(state, "ConfirmDeparture", context))
