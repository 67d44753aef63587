"""Where a resident is held, under which title, who decided it, and what a judge said of it."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle.custody import (
    DETAINED,
    RESTRICTION,
    AbscondingState,
    ChamberState,
    CustodyStatus,
    RestrictionState,
    TitleState,
)
from domain.state.decision import Hand


class Prolongation(NamedTuple):
    """One prolongation of a title: proposed by some, decided by another."""

    prepared: tuple[Hand, ...]
    prospect: str | None = None
    public_order: bool = False
    until: str | None = None
    decided: Hand | None = None
    role: str | None = None


class Title(NamedTuple):
    """
    A detention title, from the proposal on; ``until`` is the last day it covers.

    ``held_since`` is the day detention counts from where it began before the title;
    ``refused_boarding_on`` that of the refusal after which a new title was given. ``begun``
    is when the detention began that no title covered until this one; ``role`` is the function
    in which it was decided. ``prospect`` is that of removal, where the title prolongs.
    """

    number: int
    prepared: tuple[Hand, ...]
    ground: str | None = None
    place: str | None = None
    held_since: str | None = None
    refused_boarding_on: str | None = None
    less_coercive: tuple[str, ...] = ()
    not_enough: str | None = None
    prospect: str | None = None
    until: str | None = None
    reference: str | None = None
    issued: Hand | None = None
    over: datetime | None = None
    prolongations: tuple[Prolongation, ...] = ()
    begun: datetime | None = None
    role: str | None = None

    @property
    def state(self) -> TitleState:
        """How far it is."""
        if self.over is not None:
            return TitleState.OVER
        return TitleState.PROPOSED if self.issued is None else TitleState.RUNNING

    @property
    def runs(self) -> bool:
        """Issued, and neither replaced by another title nor ended by a release."""
        return self.state is TitleState.RUNNING

    @property
    def prolonged(self) -> tuple[Prolongation, ...]:
        """The prolongations that were decided."""
        return tuple(each for each in self.prolongations if each.decided is not None)

    @property
    def proposed(self) -> Prolongation | None:
        """The prolongation that waits for a decision."""
        last = self.prolongations[-1] if self.prolongations else None
        return last if last is not None and last.decided is None else None

    @property
    def ends(self) -> str | None:
        """The last day it covers, prolongations included."""
        prolonged = self.prolonged
        return prolonged[-1].until if prolonged else self.until


class Earlier(NamedTuple):
    """The clock of a legal basis in the trajectories before this one: its first day that counts."""

    ground: str
    first: str


class Stay(NamedTuple):
    """A time spent in detention, from when to when; still going on without an end."""

    begun: datetime
    over: datetime | None = None


class RemovalStep(NamedTuple):
    """A step taken towards removal."""

    kind: str
    at: datetime


class Ruling(NamedTuple):
    """What a court said of the detention."""

    court: str
    outcome: str
    at: datetime


class RulingAppeal(NamedTuple):
    """An appeal to the indictment chamber against what the council chamber ruled."""

    by: str
    at: datetime


class ChamberCase(NamedTuple):
    """The council chamber's control of a detention, from the request to the last ruling."""

    by: str | None = None
    seized: datetime | None = None
    reference: str | None = None
    rulings: tuple[Ruling, ...] = ()
    appeals: tuple[RulingAppeal, ...] = ()

    @property
    def state(self) -> ChamberState:
        """How far it is."""
        if not self.rulings:
            return ChamberState.SEIZED
        return ChamberState.APPEALED if self.appealed else ChamberState.RULED

    @property
    def waits(self) -> bool:
        """Nothing was ruled yet, or an appeal came after the last ruling."""
        return self.state is not ChamberState.RULED

    @property
    def appealed(self) -> bool:
        """An appeal was brought after the last ruling."""
        last = self.rulings[-1].at if self.rulings else None
        return last is not None and any(appeal.at >= last for appeal in self.appeals)

    @property
    def since(self) -> datetime | None:
        """When the last act of the case was done."""
        moments = (self.seized, *(r.at for r in self.rulings), *(a.at for a in self.appeals))
        return max((at for at in moments if at is not None), default=None)

    def at(self, moment: datetime) -> "ChamberCase | None":
        """Return the case as it was at a moment; ``None`` before it began."""
        if self.seized is None or self.seized > moment:
            return None
        return self._replace(
            rulings=tuple(each for each in self.rulings if each.at <= moment),
            appeals=tuple(each for each in self.appeals if each.at <= moment),
        )


class Restriction(NamedTuple):
    """A preventive or less coercive measure."""

    number: int
    state: RestrictionState
    since: datetime
    prepared: tuple[Hand, ...]
    basis: str | None = None
    kind: str | None = None
    decided: Hand | None = None


class Absconding(NamedTuple):
    """A presumption that the resident absconded: raised, perhaps established, perhaps refuted."""

    prepared: tuple[Hand, ...]
    cause: str | None = None
    raised_on: str | None = None
    established: Hand | None = None
    found: datetime | None = None

    @property
    def state(self) -> AbscondingState:
        """How far it is."""
        if self.found is not None:
            return AbscondingState.FOUND
        return AbscondingState.PRESUMED if self.established is None else AbscondingState.ESTABLISHED

    @property
    def waits(self) -> bool:
        """Proposed, and not decided upon."""
        return self.state is AbscondingState.PRESUMED


class Custody(NamedTuple):
    """
    Where the resident is and what allows it.

    ``since`` is when the status or the title last changed. ``place`` is where the resident
    is held; a prison or a hospital does not change it: it is where one comes back to.
    ``before`` are the clocks that began in the trajectories before this one; the days held
    there are among the ``stays``.
    """

    status: CustodyStatus = CustodyStatus.NOT_HELD
    since: datetime | None = None
    place: str | None = None
    titles: tuple[Title, ...] = ()
    stays: tuple[Stay, ...] = ()
    before: tuple[Earlier, ...] = ()
    steps: tuple[RemovalStep, ...] = ()
    cases: tuple[ChamberCase, ...] = ()
    reviews: tuple[datetime, ...] = ()
    discharged: datetime | None = None
    prison_notice: datetime | None = None
    restrictions: tuple[Restriction, ...] = ()
    absconding: Absconding | None = None

    @property
    def title(self) -> Title | None:
        """The title under which the resident is held."""
        return next((title for title in reversed(self.titles) if title.runs), None)

    @property
    def proposed(self) -> Title | None:
        """The title that waits for a decision."""
        last = self.titles[-1] if self.titles else None
        return last if last is not None and last.state is TitleState.PROPOSED else None

    @property
    def detained(self) -> bool:
        """
        Whether the present status counts as detention.

        Who is in a prison that let go is kept there for the Immigration Office alone.
        """
        let_go = self.status is CustodyStatus.PRISON and self.discharged is not None
        return let_go or self.status in DETAINED

    @property
    def stay(self) -> Stay | None:
        """The time in detention that goes on."""
        last = self.stays[-1] if self.stays else None
        return last if last is not None and last.over is None else None

    def held_from(self, at: datetime) -> "Custody":
        """Return what becomes of custody when a time in detention begins, if none goes on."""
        return self if self.stay else self._replace(stays=(*self.stays, Stay(at)))

    def held_until(self, at: datetime) -> "Custody":
        """Return what becomes of custody when the time in detention is over, if one goes on."""
        stay = self.stay
        return self._replace(stays=(*self.stays[:-1], Stay(stay.begun, at))) if stay else self

    @property
    def untitled_since(self) -> datetime | None:
        """When the detention of now began, if no title was issued that covers any of it."""
        stay = self.stay
        if stay is None:
            return None
        covered = any(
            title.issued is not None and (title.over is None or title.over > stay.begun)
            for title in self.titles
        )
        return None if covered else stay.begun

    def moved(self, status: CustodyStatus, at: datetime, place: str | None = None) -> "Custody":
        """
        Return what becomes of custody when the resident comes under another status.

        What counts as detention goes on without a gap from one such status to another.
        ``place`` is where the resident is now, if that is a place of detention.
        """
        custody = self.held_from(at) if status in DETAINED else self.held_until(at)
        return custody._replace(
            status=status,
            since=at,
            place=place or self.place,
            discharged=None,
            prison_notice=None,
        )

    def restriction(self, number: int | None, reached: RestrictionState) -> Restriction | None:
        """
        Find the restriction an act brings into a state: the one of that number.

        Without a number the latest that can be brought there.
        """
        for each in reversed(self.restrictions):
            if each.state in _MAY_BECOME[reached] if number is None else each.number == number:
                return each
        return None

    def case_meant(self, reference: str | None, *, appealing: bool) -> int | None:
        """
        Find the place of the case a ruling or an appeal belongs to.

        That of the number; else the latest that waits for it; else the latest.
        """
        places = range(len(self.cases) - 1, -1, -1)
        if reference is not None:
            for place in places:
                if self.cases[place].reference == reference:
                    return place
        for place in places:
            if self.cases[place].waits is not appealing:
                return place
        return len(self.cases) - 1 if self.cases else None


_MAY_BECOME = {row.to: row.after for row in RESTRICTION}
