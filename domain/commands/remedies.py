"""Appeals, from hand-in to outcome."""

from domain.commands.base import Command
from domain.values import AppealKind, Reference


class HandInAppeal(Command):
    """Record that an appeal was handed to the director of the place."""

    kind: AppealKind
    reference: Reference | None = None


class TransmitAppeal(Command):
    """Record that a handed-in appeal was passed on to the Council."""

    reference: Reference | None = None


class LodgeAppeal(Command):
    """Record that the Council registered an appeal."""

    kind: AppealKind | None = None
    reference: Reference | None = None


class RejectAppeal(Command):
    """Record that the Council rejected the appeal."""

    reference: Reference | None = None


class GrantAppeal(Command):
    """Record that the Council suspended or annulled the decision."""

    reference: Reference | None = None


class WithdrawAppeal(Command):
    """Record that the resident withdrew the appeal."""

    reference: Reference | None = None
