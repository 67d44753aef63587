"""What runs beside the trajectory: exchanges, obstacles, authorisations, complaints, crises."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from domain.lifecycle.affairs import (
    APART_IN_A_CRISIS,
    AuthorisationState,
    ComplaintState,
    CrisisState,
    ExchangeState,
    ObstacleState,
)
from domain.rules import rule
from domain.state.decision import Hand
from domain.state.numbered import hours_after

INCOMING = "in"
"""The direction of what others say to us, on the list ``affairs.direction``."""


class Exchange(NamedTuple):
    """
    One exchange from the first word to its answer.

    ``at`` is when it was received or sent, ``advised`` when advice came on it;
    ``since`` is when its last step was taken.
    """

    number: int
    state: ExchangeState
    at: datetime
    since: datetime
    direction: str = ""
    partner: str = ""
    subject: str = ""
    reference: str | None = None
    answer_expected: bool = False
    answer_by: date | None = None
    advised: datetime | None = None
    answered: datetime | None = None
    outcome: str | None = None
    contact_stated: bool | None = None

    @property
    def waits(self) -> bool:
        """An answer is expected and was not given."""
        return self.answer_expected and self.state is not ExchangeState.ANSWERED


class Obstacle(NamedTuple):
    """Something that stands, or stood, in the way of a return."""

    number: int
    state: ObstacleState
    since: datetime
    kind: str = ""
    outcome: str | None = None


class Authorisation(NamedTuple):
    """A request for leave, who made it and what came of it."""

    number: int
    state: AuthorisationState
    since: datetime
    kind: str = ""
    asked: Hand | None = None


class Crisis(NamedTuple):
    """
    A measure taken at once on the site, at ``at``, to be reported afterwards.

    ``hours`` is how long it keeps the resident apart; what nobody said is the first step of
    the ladder, after which it is over or decided as a measure. ``told`` is who recorded it,
    ``reported`` who told the hierarchy.
    """

    number: int
    state: CrisisState
    at: datetime
    since: datetime
    kind: str = ""
    hours: int | None = None
    told: Hand | None = None
    reported: Hand | None = None

    @property
    def apart_until(self) -> datetime | None:
        """Until when it keeps the resident apart; ``None`` where it does not."""
        if self.kind not in APART_IN_A_CRISIS:
            return None
        return hours_after(self.at, self.hours or rule("ISO-01").length or 0)


class Complaint(NamedTuple):
    """A complaint of the resident; ``about`` and ``person`` are whom it is about, where known."""

    number: int
    state: ComplaintState
    since: datetime
    body: str = ""
    about: str | None = None
    person: str | None = None
    outcome: str | None = None


class Affairs(NamedTuple):
    """All of them, each kind in the order in which it was first told of."""

    exchanges: tuple[Exchange, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    authorisations: tuple[Authorisation, ...] = ()
    crises: tuple[Crisis, ...] = ()
    complaints: tuple[Complaint, ...] = ()

    def kept_apart_at(self, moment: datetime) -> bool:
        """Tell whether a crisis measure kept the resident apart at a moment."""
        return any(
            one.apart_until is not None and one.at <= moment < one.apart_until
            for one in self.crises
        )

    @property
    def left_open(self) -> tuple[tuple[str, int], ...]:
        """What somebody still waits for: a word for it and its number."""
        return tuple(self._open())

    def _open(self) -> Iterator[tuple[str, int]]:
        for exchange in self.exchanges:
            if exchange.waits:
                yield "exchange", exchange.number
        for complaint in self.complaints:
            if complaint.state is ComplaintState.LODGED:
                yield "complaint", complaint.number
        for asked in self.authorisations:
            if asked.state is AuthorisationState.REQUESTED:
                yield "authorisation", asked.number
        for crisis in self.crises:
            if crisis.state is CrisisState.TAKEN:
                yield "crisis measure", crisis.number
        for obstacle in self.obstacles:
            if obstacle.state is ObstacleState.RAISED:
                yield "obstacle", obstacle.number
