"""What runs beside the trajectory: exchanges, obstacles, authorisations, complaints, crises."""

from domain.events.base import DossierEvent
from domain.values import Identity


class ExchangeRecorded(DossierEvent):
    """
    Something was said to the centre or by it, at the moment of this act; it gets a number.

    ``contact_stated``: the name, capacity, address and telephone of a contact person are on it.
    """

    TOPIC = "exchange-recorded.v1"
    number: int
    direction: str
    means: tuple[str, ...]
    partner: str
    subject: str
    answer_expected: bool
    answer_by: str | None = None
    reference: str | None = None
    contact_stated: bool | None = None
    content: Identity | None = None


class ExchangeAnswered(DossierEvent):
    """An exchange was answered: by us to a request, by them to what we asked."""

    TOPIC = "exchange-answered.v1"
    number: int
    means: tuple[str, ...]
    outcome: str
    reference: str | None = None
    contact_stated: bool | None = None
    content: Identity | None = None


class ExchangeExtended(DossierEvent):
    """The longer term that the law allows for an answer was taken, once."""

    TOPIC = "exchange-extended.v1"
    number: int
    reason: Identity


class ExchangeAdviceReceived(DossierEvent):
    """Advice came on a request for reconsideration; the term to decide runs from it."""

    TOPIC = "exchange-advice-received.v1"
    number: int
    reference: str | None = None
    advice: Identity | None = None


class ObstacleRaised(DossierEvent):
    """Something stood in the way of a return; the record gives it a number."""

    TOPIC = "obstacle-raised.v1"
    number: int
    kind: str
    note: Identity | None = None


class ObstacleResolved(DossierEvent):
    """An obstacle was dealt with, in the way the outcome says."""

    TOPIC = "obstacle-resolved.v1"
    number: int
    outcome: str
    note: Identity | None = None


class AuthorisationRequested(DossierEvent):
    """Leave was asked for what a coach does not decide alone; the record gives it a number."""

    TOPIC = "authorisation-requested.v1"
    number: int
    kind: str
    motives: Identity


class AuthorisationGranted(DossierEvent):
    """Leave was given by another person."""

    TOPIC = "authorisation-granted.v1"
    number: int
    conditions: Identity | None = None


class AuthorisationRefused(DossierEvent):
    """Leave was refused by another person, with reasons."""

    TOPIC = "authorisation-refused.v1"
    number: int
    motives: Identity


class AuthorisationWithdrawn(DossierEvent):
    """A request, or leave that was given, was taken back."""

    TOPIC = "authorisation-withdrawn.v1"
    number: int
    reason: Identity | None = None


class CrisisMeasureTaken(DossierEvent):
    """
    In a crisis on the site somebody acted at once, without leave; it gets a number.

    ``hours``: for how long it keeps the resident apart, from this moment, where it does.
    """

    TOPIC = "crisis-measure-taken.v1"
    number: int
    kind: str
    hours: int | None = None
    narrative: Identity


class CrisisMeasureReported(DossierEvent):
    """A crisis measure was reported to the hierarchy, afterwards."""

    TOPIC = "crisis-measure-reported.v1"
    number: int
    report: Identity


class ComplaintLodged(DossierEvent):
    """
    The resident complained; the record gives it a number and is never taken away.

    ``about`` and ``about_person`` are the account and the person it is about, where known.
    """

    TOPIC = "complaint-lodged.v1"
    number: int
    body: str
    about: str | None = None
    about_person: str | None = None
    reference: str | None = None
    content: Identity


class ComplaintHandled(DossierEvent):
    """A complaint was answered, with this outcome."""

    TOPIC = "complaint-handled.v1"
    number: int
    outcome: str
    answer: Identity | None = None


class ComplaintWithdrawn(DossierEvent):
    """The resident took a complaint back; that it was lodged stays on record."""

    TOPIC = "complaint-withdrawn.v1"
    number: int
    reason: Identity | None = None


class CoachAssigned(DossierEvent):
    """From this moment on this coach follows the dossier."""

    TOPIC = "coach-assigned.v1"
    account: str
    person: str
