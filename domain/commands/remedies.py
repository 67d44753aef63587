"""Appeals, from hand-in to outcome, and the measures of courts beside them."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import AppealKind, Day, Listed, Reference


class HandInAppeal(Command):
    """Record that an appeal was handed to the director of the place."""

    kind: AppealKind
    reference: Reference | None = None
    decision: Reference | None = None


class TransmitAppeal(Command):
    """Record that a handed-in appeal was passed on to the Council."""

    reference: Reference | None = None


class LodgeAppeal(Command):
    """Record that the Council registered an appeal."""

    kind: AppealKind | None = None
    reference: Reference | None = None
    decision: Reference | None = None


class RejectAppeal(Command):
    """Record that the Council rejected the appeal."""

    reference: Reference | None = None


class GrantAppeal(Command):
    """Record that the Council suspended or annulled the decision."""

    reference: Reference | None = None


class WithdrawAppeal(Command):
    """Record that the resident withdrew the appeal."""

    reference: Reference | None = None


class AdmitAppeal(Command):
    """Record that the judge admitted a request lodged after its term."""

    reference: Reference | None = None


class SendAdministrativeFile(Command):
    """Record that the administrative file was sent to the Council."""

    reference: Reference | None = None


class FixAppealHearing(Command):
    """Record the day on which the Council hears an appeal."""

    hearing_on: Day
    reference: Reference | None = None


class NoteRegistryRequest(Command):
    """Record what the registry of the Council asked the applicant for."""

    asks: Annotated[str, Listed("remedies.registry-request")]
    reference: Reference | None = None


class RequestToRemain(Command):
    """Record that the judge was asked to let the applicant remain during an asylum appeal."""

    reference: Reference | None = None


class RuleOnRemaining(Command):
    """Record what the judge ruled on a request to remain."""

    ruling: Annotated[str, Listed("remedies.ruling-on-remaining")]
    reference: Reference | None = None


class OrderInterimMeasure(Command):
    """Record an interim measure of a court or a committee."""

    body: Annotated[str, Listed("remedies.interim-body")]
    reference: Reference | None = None


class LiftInterimMeasure(Command):
    """Record that an interim measure was lifted."""

    body: Annotated[str, Listed("remedies.interim-body")]
    reference: Reference | None = None
