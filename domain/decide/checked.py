"""
The check-list of each attempt at removal, as it stood when it counted.

Of an attempt that is over that is the moment it ended: the departure, the failure or the
cancelling. Of one that is planned or under way it is now. Told by what is on record today: an
appeal that was brought before a departure and heard of later was in its way.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from domain.authority import Actor
from domain.decide.attempt import Attempt, Context, Failing
from domain.decide.check_list import Standing, standings
from domain.decide.guards import failing
from domain.lifecycle.removal import AttemptState
from domain.record import Recorded
from domain.rules.calendar import brussels_day
from domain.state.removal import RemovalAttempt
from domain.trajectory import Trajectory, chronicle, evolve


class Checked(NamedTuple):
    """
    An attempt, the dossier right before it ended or as it is, and the moment that is judged.

    ``attempt`` tells what became of it.
    """

    attempt: RemovalAttempt
    state: Trajectory
    at: datetime

    @property
    def over(self) -> bool:
        """It was carried out, failed or was called off."""
        return not self.attempt.open

    @property
    def items(self) -> list[Standing]:
        """How each item of the list stood at that moment."""
        return standings(self.state, Context(at=self.at, now=self.at))


def attempts_of(lines: Iterable[Recorded], now: datetime) -> Iterator[Checked]:
    """Go through the attempts of a dossier, in their order."""
    ended: dict[int, tuple[Trajectory, datetime]] = {}
    before: Trajectory | None = None
    for line in chronicle(lines):
        after = evolve(before, line)
        for was in before.removal.attempts if before else ():
            if before and was.open and not _is_open(after, was.number):
                ended[was.number] = before, line.occurred_at
        before = after
    if before is None:
        return
    for one in before.removal.attempts:
        yield Checked(one, *ended.get(one.number, (before, max(now, before.latest))))


def _is_open(state: Trajectory, number: int) -> bool:
    return any(one.number == number and one.open for one in state.removal.attempts)


def lacking(one: Checked) -> list[Standing]:
    """
    List what was not settled and ought to have been.

    Before the day of departure that is what is done before planning; from that day on, and of
    a departure that took place, everything.
    """
    attempt = one.attempt
    early = attempt.open and (
        attempt.departs is None or brussels_day(one.at) < brussels_day(attempt.departs)
    )
    return [each for each in one.items if not each.settled and not (early and each.item.on_the_day)]


def departure_of(one: Checked) -> datetime:
    """Give the moment what stands in the way is judged at: the departure, if it is to come."""
    return max(one.at, one.attempt.departs or one.at)


def in_its_way(
    one: Checked, members: tuple[Trajectory, ...], reader: Actor | None = None
) -> list[Failing]:
    """
    Return what will stand in the way of an open attempt at its departure, as things are now.

    Of one that is planned: of beginning it, at that moment; of one under way: of departing.
    """
    if one.over:
        return []
    act = "StartAttempt" if one.attempt.state is AttemptState.PLANNED else "ConfirmDeparture"
    at = departure_of(one)
    context = Context(at=at, now=at, members=members, reader=reader)
    return failing(Attempt(one.state, act, context))
