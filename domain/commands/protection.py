"""Asylum, non-refoulement, and what else protects the resident from removal."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import (
    Acknowledgement,
    Asylum,
    Between,
    Day,
    Language,
    Listed,
    Means,
    Protected,
    Reference,
)


class ExpressAsylumWish(Command):
    """Record that the resident said to want international protection."""

    remark: Asylum | None = None
    note: Asylum | None = None


class LodgeAsylum(Command):
    """Record that the asylum application was lodged and its declarations noted."""

    remark: Asylum | None = None
    earlier: Annotated[int, Between(0, 20)] = 0
    earlier_final_on: Day | None = None
    accelerated: bool = False
    border: bool = False
    held: bool | None = None
    language: Language | None = None
    acknowledgement: Acknowledgement | None = None
    reference: Reference | None = None
    declarations: Asylum | None = None


class SendDeclarations(Command):
    """Record that the declarations were sent to the asylum commissioner."""

    remark: Asylum | None = None
    reference: Reference | None = None


class DecideAsylum(Command):
    """Record what the asylum commissioner decided, and when it was notified."""

    remark: Asylum | None = None
    outcome: Annotated[str, Listed("protection.asylum-outcome")]
    final: bool = False
    accelerated: bool = False
    held: bool | None = None
    notified_on: Day | None = None
    means: Means | None = None
    remedies_stated: bool | None = None
    appeal_term_days: Annotated[int, Between(1, 60)] | None = None
    reference: Reference | None = None


class EndRightToRemain(Command):
    """Decide that a subsequent application gives no right to remain."""

    remark: Asylum | None = None
    ground: Annotated[str, Listed("protection.no-right-to-remain")]
    reasons: Asylum


class FindRefoulementRisk(Command):
    """Record that removal would expose the resident to a risk."""

    remark: Asylum | None = None
    note: Asylum | None = None


class LiftRefoulementRisk(Command):
    """Decide that the risk of refoulement is gone."""

    remark: Asylum | None = None
    reasons: Asylum


class AdviseOnRefoulement(Command):
    """Record the asylum commissioner's advice on a risk of refoulement."""

    remark: Asylum | None = None
    risk: bool
    reference: Reference | None = None
    note: Asylum | None = None


class ProposeOverride(Command):
    """Propose to set the commissioner's advice of a risk aside."""

    remark: Asylum | None = None
    reasons: Asylum


class OverrideAdvice(Command):
    """Set the commissioner's advice of a risk aside, in detail and with reasons."""

    remark: Asylum | None = None
    reasons: Asylum


class PostponeRemoval(Command):
    """Put the removal off up to and including a day."""

    remark: Asylum | None = None
    until: Day
    reason: Annotated[str, Listed("protection.postponement")]
    informed: Annotated[str, Listed("protection.informed")]


class PlaceHold(Command):
    """Record that a judge or the prosecution keeps the resident in the country."""

    authority: Annotated[str, Listed("protection.hold-authority")]
    reference: Reference | None = None


class LiftHold(Command):
    """Record that a judicial hold was lifted."""

    authority: Annotated[str, Listed("protection.hold-authority")]
    reference: Reference | None = None


class OpenStatus(Command):
    """Record that a status which protects from removal is examined or granted."""

    remark: Protected | None = None
    status: Annotated[str, Listed("protection.status")]
    note: Protected | None = None


class EndStatus(Command):
    """Record that a protected status ended or was refused."""

    remark: Protected | None = None
    status: Annotated[str, Listed("protection.status")]
    note: Protected | None = None


class AcceptTransfer(Command):
    """Record that another State accepted to examine the asylum application."""

    remark: Asylum | None = None
    reference: Reference | None = None
    until: Day | None = None


class ExtendTransferTerm(Command):
    """Extend the term to transfer the resident to the State responsible."""

    remark: Asylum | None = None
    until: Day
    reason: Annotated[str, Listed("protection.dublin-extension")]
    reference: Reference | None = None


class AssignReception(Command):
    """Record that the resident was told to move to another place of reception."""

    remark: Asylum | None = None
    place: Annotated[str, Listed("protection.reception-place")]
    reference: Reference | None = None


class AskReceptionException(Command):
    """Record that the resident asked not to move to the place assigned."""

    remark: Asylum | None = None
    ground: Annotated[str, Listed("protection.reception-exception")]
    reference: Reference | None = None


class RuleOnReceptionException(Command):
    """Answer the request not to move to the place assigned."""

    remark: Asylum | None = None
    outcome: Annotated[str, Listed("protection.reception-ruling")]
    reference: Reference | None = None
