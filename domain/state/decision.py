"""Decision rounds: from draft to notification, with the departure period the decision leaves."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from domain.lifecycle import RoundState
from domain.lifecycle.decision import RegularisationState, kind_of

if TYPE_CHECKING:
    from domain import events as e


class Hand(NamedTuple):
    """Who did a part of a decision round, and which journal line says so."""

    account: str
    person: str
    at: datetime
    whole_day: bool
    version: int
    log_index: int
    on_behalf_of: str | None = None


class DepartureTerm(NamedTuple):
    """
    The voluntary departure period a decision sets, in days from its notification.

    ``until`` is its last day where a later decision moved it: later, or sooner where it was
    ``shortened``. ``asked`` is who took in the request to extend it that is not answered yet,
    ``risk`` who reported a risk during it, and ``risk_of`` which one.
    """

    days: int | None = None
    until: date | None = None
    shortened: bool = False
    set: Hand | None = None
    asked: Hand | None = None
    risk: Hand | None = None
    risk_of: str | None = None


class Round(NamedTuple):
    """
    One decision from draft to notification. A new draft after annulment is a new round.

    ``suspended`` is set when the Council granted an appeal while it was in force;
    ``since`` is when the last act of the round was done. ``kind`` is what is decided, by the
    list of kinds, which says what a remedy against it stops; ``second_measure`` tells that an
    earlier removal measure was notified; ``fast_grounds`` are those that shorten the appeal term.
    ``notified`` and ``notification`` are those the terms run from: a defective notification
    put right runs from then on. ``defects`` are those found and not put right yet;
    ``received_on`` is the day the addressee proved, against the presumed one. ``centre`` is where
    the resident was when it was taken. ``draft`` is the leaf hash, in hexadecimal, of the last
    word of the draft: what a decision is taken on.
    """

    number: int
    state: RoundState
    form: str | None = None
    reference: str | None = None
    drafted: tuple[Hand, ...] = ()
    edited: tuple[Hand, ...] = ()
    taken: Hand | None = None
    notified: Hand | None = None
    notification: "e.DecisionNotified | None" = None
    suspended: bool = False
    since: datetime | None = None
    kind: str | None = None
    articles: tuple[str, ...] = ()
    second_measure: bool | None = None
    fast_grounds: tuple[str, ...] = ()
    ban_ground: str | None = None
    ban_years: int | None = None
    considered: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    received_on: date | None = None
    term: DepartureTerm | None = None
    draft: str | None = None
    alerted: datetime | None = None
    lift_asked: datetime | None = None
    centre: str | None = None

    @property
    def in_force(self) -> bool:
        """Notified, not annulled, not suspended."""
        return self.state is RoundState.NOTIFIED and not self.suspended


BANS = ("entry-ban", "non-admission")
"""The kinds of decision that keep somebody out for years."""


def leaving(rounds: tuple[Round, ...]) -> Round | None:
    """Find the latest decision, or draft of one, that obliges to leave within a period."""
    return _latest(rounds, lambda r: r.state is not _ANNULLED and kind_of(r.kind).leaves)


def removing(rounds: tuple[Round, ...]) -> Round | None:
    """Find the latest decision in force that is a title to remove the resident."""
    return _latest(rounds, lambda r: r.in_force and kind_of(r.kind).removes)


def banning(rounds: tuple[Round, ...]) -> Round | None:
    """Find the latest notified decision that keeps the resident out."""
    return _latest(rounds, lambda r: r.state is _NOTIFIED and r.kind in BANS)


def served(rounds: tuple[Round, ...], reference: str | None = None) -> Round | None:
    """Find the notified decision of that number; without a number the latest."""
    return _latest(rounds, lambda r: r.state is _NOTIFIED and reference in (None, r.reference))


def notified_as(rounds: tuple[Round, ...], reference: str | None) -> Round | None:
    """Find the decision that was notified under a number, whatever became of it since."""
    return _latest(
        rounds, lambda r: None not in (reference, r.notified) and r.reference == reference
    )


def _latest(rounds: tuple[Round, ...], fits: Callable[[Round], bool]) -> Round | None:
    return next((each for each in reversed(rounds) if fits(each)), None)


_ANNULLED, _NOTIFIED = RoundState.ANNULLED, RoundState.NOTIFIED


class Regularisation(NamedTuple):
    """A proposal to give the resident a right of residence, and what became of it."""

    state: RegularisationState
    since: datetime
    account: str
    person: str
