"""Asylum applications, and what else protects the resident from removal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from domain.lifecycle import AsylumState
from domain.state.standing import Standing

if TYPE_CHECKING:
    from domain import events as e

RIGHT_TO_REMAIN = (
    AsylumState.WISH,
    AsylumState.PENDING,
    AsylumState.SUBSEQUENT_PENDING,
    AsylumState.GRANTED,
)

REFUSING = (
    *("refused", "inadmissible", "inadmissible-later"),
    *("manifestly-unfounded", "implicitly-withdrawn"),
)
"""What the commissioner decides that may be appealed, and becomes final."""


class Application(NamedTuple):
    """
    One asylum application, from the wish to the outcome that no remedy can change.

    ``earlier`` is how many applications came before it, on record or elsewhere; ``held`` whether
    it was made in a place of detention; each is ``None`` where nobody said. ``decision`` is the
    last that was told of the commissioner's decision. ``excepted`` is the ground under which an
    officer ended the right to remain (art. 39/70 para. 2), ``final`` when no remedy was left.
    ``received_on`` is the day on which its letter was proved to arrive, ``defects`` are those found
    in its notification and not put right.
    ``since`` is when its last act was done.
    """

    number: int
    state: AsylumState
    since: datetime
    wished: datetime | None = None
    lodged: datetime | None = None
    earlier: int = 0
    earlier_final_on: str | None = None
    accelerated: bool = False
    border: bool = False
    held: bool | None = None
    sent: datetime | None = None
    decided: datetime | None = None
    decision: "e.AsylumDecided | None" = None
    excepted: str | None = None
    final: datetime | None = None
    received_on: date | None = None
    defects: tuple[str, ...] = ()

    @property
    def subsequent(self) -> bool:
        """Another application was made before."""
        return self.earlier > 0

    @property
    def pending(self) -> bool:
        """Neither decided nor withdrawn."""
        return self.state in RIGHT_TO_REMAIN[:-1]


class Advice(NamedTuple):
    """
    What the asylum commissioner last advised on a risk of refoulement.

    ``proposed`` are the accounts and persons who proposed to set it aside; ``overridden`` is
    when that was decided.
    """

    risk: bool
    at: datetime
    proposed: tuple[tuple[str, str, datetime], ...] = ()
    overridden: datetime | None = None

    @property
    def stands(self) -> bool:
        """It sees a risk and was not set aside."""
        return self.risk and self.overridden is None

    @property
    def since(self) -> datetime:
        """When its last act was done."""
        return self.overridden or max(self.at, *(when for _, _, when in self.proposed), self.at)


class Postponement(NamedTuple):
    """The removal is put off, up to and including a day as it was told."""

    until: str
    at: datetime


class DublinTerm(NamedTuple):
    """Another State accepted the transfer; ``until`` is the last day where one was told."""

    accepted: datetime
    until: str | None = None


class ReceptionPlace(NamedTuple):
    """A place of reception was assigned; an exception to it may be asked."""

    kind: str
    assigned: datetime
    ground: str | None = None
    asked: datetime | None = None
    ruled: datetime | None = None
    granted: bool = False

    @property
    def since(self) -> datetime:
        """When its last act was done."""
        return self.ruled or self.asked or self.assigned


class Protection(NamedTuple):
    """What protects the resident from removal."""

    applications: tuple[Application, ...] = ()
    risk: Standing | None = None
    advice: Advice | None = None
    postponements: tuple[Postponement, ...] = ()
    holds: tuple[Standing, ...] = ()
    statuses: tuple[Standing, ...] = ()
    dublin: DublinTerm | None = None
    reception: ReceptionPlace | None = None

    @property
    def postponement(self) -> Postponement | None:
        """The one that puts the removal off for longest: no other takes away from it."""
        return max(self.postponements, key=lambda each: each.until, default=None)

    @property
    def application(self) -> Application | None:
        """The latest asylum application."""
        return self.applications[-1] if self.applications else None

    @property
    def asylum(self) -> AsylumState | None:
        """How far the latest application is."""
        return self.application.state if self.application else None

    def numbered(self, number: int) -> Application | None:
        """Find an application by its number."""
        return next((each for each in self.applications if each.number == number), None)


def refused_as(
    applications: tuple[Application, ...], number: str | None = None
) -> Application | None:
    """Find the refused application by the number of its decision; without one the latest."""
    refused = (each for each in reversed(applications) if each.state is AsylumState.REFUSED)
    return next(
        (each for each in refused if each.decision and number in (None, each.decision.reference)),
        None,
    )
