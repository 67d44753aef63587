"""Families: who belongs together, births, majorities, ages in dispute, guardians."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Day, DossierNumber, Identity, Listed, Reference

_Members = tuple[DossierNumber, ...]


class LinkFamily(Command):
    """
    Record in one member's dossier with whom the resident belongs together.

    ``minors`` and ``carers`` name those of the ``members`` who are minors, and who have
    parental authority over the resident.
    """

    family: Reference
    role: Annotated[str, Listed("family.role")]
    members: _Members
    minors: _Members = ()
    carers: _Members = ()
    majority_on: Day | None = None


class UnlinkFamily(Command):
    """Take the link with other dossiers away: it should not have been made."""

    members: _Members
    reason: Annotated[str, Listed("family.unlinking")]


class RecordBirth(Command):
    """Record in one member's dossier that a child was born in the family."""

    family: Reference
    child: DossierNumber
    majority_on: Day
    name: Identity | None = None
    born_on: Identity | None = None


class ReachMajority(Command):
    """Record that the resident, or another member of the family, became eighteen."""

    member: DossierNumber | None = None
    majority_on: Day | None = None


class DisputeAge(Command):
    """Record doubt whether the resident, or another member of the family, is a minor."""

    member: DossierNumber | None = None
    reason: Annotated[str, Listed("family.age-doubt")]
    reference: Reference | None = None


class EstablishAge(Command):
    """Settle the doubt about an age, by the decision that settled it."""

    member: DossierNumber | None = None
    outcome: Annotated[str, Listed("family.age-outcome")]
    reference: Reference
    majority_on: Day | None = None


class ProposeSeparation(Command):
    """Propose that the resident and other members be apart; ``report`` is on their interests."""

    members: _Members
    report: Reference
    motives: Identity | None = None


class SeparateFamily(Command):
    """Authorise a separation that somebody else proposed."""

    members: _Members
    reference: Reference | None = None
    motives: Identity | None = None


class KeepTogether(Command):
    """Refuse a separation that was proposed."""

    members: _Members
    reference: Reference | None = None
    motives: Identity | None = None


class ReuniteFamily(Command):
    """Record that members who were apart are together again."""

    members: _Members


class AppointGuardian(Command):
    """Record who became the minor's guardian, and until when there is to be one."""

    guardian: Identity
    reference: Reference | None = None
    majority_on: Day | None = None


class HearGuardian(Command):
    """Record what the guardian says the durable solution would be."""

    proposal: Annotated[str, Listed("family.durable-solution")]
    note: Identity | None = None


class GuaranteeReception(Command):
    """Record to whom the minor is entrusted on return, and whether trafficking is feared there."""

    kind: Annotated[str, Listed("family.reception")]
    entrusted_to: Identity
    trafficking_risk: bool
    reference: Reference | None = None
