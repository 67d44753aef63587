"""What runs beside the trajectory: exchanges, obstacles, authorisations, complaints, crises."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Account, Between, Day, Identity, Listed, Person, Reference

Number = Annotated[int, Between(1)]
"""Which one is meant; may be left out while there is only one."""


class RecordExchange(Command):
    """Record a letter, a mail, a call or a meeting: who said what about which subject."""

    direction: Annotated[str, Listed("affairs.direction")]
    means: tuple[Annotated[str, Listed("affairs.means")], ...]
    partner: Annotated[str, Listed("affairs.partner")]
    subject: Annotated[str, Listed("affairs.subject")]
    answer_expected: bool
    answer_by: Day | None = None
    reference: Reference | None = None
    contact_stated: bool | None = None
    content: Identity | None = None


class AnswerExchange(Command):
    """Record the answer to an exchange: ours to a request, theirs to what we asked."""

    number: Number | None = None
    means: tuple[Annotated[str, Listed("affairs.means")], ...]
    outcome: Annotated[str, Listed("affairs.answer")]
    reference: Reference | None = None
    contact_stated: bool | None = None
    content: Identity | None = None


class ExtendExchange(Command):
    """Take the longer term that the law allows, once, for a request that needs it."""

    number: Number | None = None
    reason: Identity


class ReceiveExchangeAdvice(Command):
    """Record the advice on a request for reconsideration; the decision is due from then."""

    number: Number | None = None
    reference: Reference | None = None
    advice: Identity | None = None


class RaiseObstacle(Command):
    """Say what stands in the way of a return."""

    kind: Annotated[str, Listed("affairs.obstacle")]
    note: Identity | None = None


class ResolveObstacle(Command):
    """Say how an obstacle went out of the way, or that it stays."""

    number: Number | None = None
    outcome: Annotated[str, Listed("affairs.obstacle-outcome")]
    note: Identity | None = None


class RequestAuthorisation(Command):
    """Ask leave for what a coach does not decide alone."""

    kind: Annotated[str, Listed("affairs.authorisation")]
    motives: Identity


class GrantAuthorisation(Command):
    """Give leave, as another person."""

    number: Number | None = None
    conditions: Identity | None = None


class RefuseAuthorisation(Command):
    """Refuse leave, with reasons, as another person."""

    number: Number | None = None
    motives: Identity


class WithdrawAuthorisation(Command):
    """Take back a request, or leave that was given."""

    number: Number | None = None
    reason: Identity | None = None


class TakeCrisisMeasure(Command):
    """Record what was done on the site at once, without leave, in a crisis."""

    kind: Annotated[str, Listed("affairs.crisis")]
    hours: Annotated[int, Between(1, 8760)] | None = None
    narrative: Identity


class ReportCrisisMeasure(Command):
    """Report a crisis measure to the hierarchy, afterwards."""

    number: Number | None = None
    report: Identity


class LodgeComplaint(Command):
    """Record a complaint of the resident; ``about`` is the account of whom it is about."""

    body: Annotated[str, Listed("affairs.complaint-body")]
    about: Account | None = None
    about_person: Person | None = None
    reference: Reference | None = None
    content: Identity


class HandleComplaint(Command):
    """Record how a complaint ended, as another person than it is about."""

    number: Number | None = None
    outcome: Annotated[str, Listed("affairs.complaint-outcome")]
    answer: Identity | None = None


class WithdrawComplaint(Command):
    """Record that the resident takes a complaint back; it stays on record."""

    number: Number | None = None
    reason: Identity | None = None


class AssignCoach(Command):
    """Give the dossier to a coach to follow."""

    account: Account
    person: Person
