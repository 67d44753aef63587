"""Detention titles, their prolongation and end; where the resident is held; absconding."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Between, CentreCode, Day, Identity, Listed, Reference

Number = Annotated[int, Between(1, 999)]


class ProposeDetention(Command):
    """
    Prepare a detention title and say why nothing less coercive would do.

    ``prospect`` is asked for where the title prolongs the detention it continues.
    """

    ground: Annotated[str, Listed("custody.ground")]
    less_coercive: tuple[Annotated[str, Listed("custody.less-coercive")], ...] = ()
    not_enough: Annotated[str, Listed("custody.not-enough")] | None = None
    place: CentreCode | None = None
    held_since: Day | None = None
    refused_boarding_on: Day | None = None
    until: Day | None = None
    motives: Identity | None = None
    prospect: Annotated[str, Listed("custody.prospect")] | None = None


class IssueDetentionTitle(Command):
    """Decide the detention title that was prepared."""

    ground: Annotated[str, Listed("custody.ground")] | None = None
    place: CentreCode | None = None
    until: Day | None = None
    reference: Reference | None = None


class ProposeProlongation(Command):
    """Prepare a prolongation of the title that runs."""

    prospect: Annotated[str, Listed("custody.prospect")]
    public_order: bool = False
    until: Day | None = None
    motives: Identity | None = None


class ProlongDetention(Command):
    """Decide the prolongation that was prepared."""

    until: Day | None = None
    reference: Reference | None = None


class TakeRemovalStep(Command):
    """Record a step taken towards removal."""

    kind: Annotated[str, Listed("custody.removal-step")]
    reference: Reference | None = None


class ReleaseResident(Command):
    """Record that the resident was set free."""

    reason: Annotated[str, Listed("custody.release")]
    reference: Reference | None = None


class MoveResident(Command):
    """Record that the resident went to a prison or a hospital, or came back."""

    to: Annotated[str, Listed("custody.whereabouts")]


class DischargeResident(Command):
    """Record that the prison or the hospital lets the resident go."""

    reference: Reference | None = None


class NotePrisonNotice(Command):
    """Record that the prison told the Immigration Office that it holds the resident."""

    reference: Reference | None = None


class ReviewFamilyStay(Command):
    """Record that it was asked again whether the family must stay."""

    outcome: Annotated[str, Listed("custody.review")]


class SeizeCouncilChamber(Command):
    """Record that the council chamber was asked to control the detention."""

    by: Annotated[str, Listed("custody.seized-by")]
    deposited: bool = False
    reference: Reference | None = None


class RecordChamberRuling(Command):
    """Record what the council chamber, or the indictment chamber, ruled."""

    outcome: Annotated[str, Listed("custody.chamber-outcome")]
    court: Annotated[str, Listed("custody.court")] = "council-chamber"
    reference: Reference | None = None


class AppealChamberRuling(Command):
    """Record an appeal against a ruling of the council chamber."""

    by: Annotated[str, Listed("custody.appealed-by")]
    deposited: bool = False
    reference: Reference | None = None


class ProposeRestriction(Command):
    """Prepare a preventive or less coercive measure."""

    basis: Annotated[str, Listed("custody.restriction-basis")]
    kind: Annotated[str, Listed("custody.restriction")]
    motives: Identity | None = None


class ImposeRestriction(Command):
    """Decide a restriction that was prepared."""

    number: Number | None = None
    reference: Reference | None = None


class RecordRestrictionBreach(Command):
    """Record that the resident did not keep to a restriction."""

    number: Number | None = None
    note: Identity | None = None


class LiftRestriction(Command):
    """End a restriction."""

    number: Number | None = None


class ProposeAbsconding(Command):
    """Say why the resident is presumed to have absconded, and since when."""

    cause: Annotated[str, Listed("custody.absconding")]
    raised_on: Day
    note: Identity | None = None


class EstablishAbsconding(Command):
    """Decide that the resident absconded."""

    reference: Reference | None = None


class FindResident(Command):
    """Record that a resident presumed to have absconded is there again."""

    reference: Reference | None = None
