"""Measures against the resident, proposed by one and decided by another; coercion used."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Between, Day, Identity, Listed, Medical, Person, Reference

Number = Annotated[int, Between(1)]
"""Which measure or use of coercion is meant; may be left out while there is only one."""

Hours = Annotated[int, Between(1, 8760)]
"""How long, in real hours from the beginning."""


class ProposeMeasure(Command):
    """Put a measure forward; the motives are about this resident."""

    kind: Annotated[str, Listed("measures.kind")]
    ground: Annotated[str, Listed("measures.ground")]
    motives: Identity


class DecideMeasure(Command):
    """Decide a proposed measure, which begins at this moment."""

    number: Number | None = None
    hours: Hours
    heard: bool | None = None
    not_heard: Annotated[str, Listed("measures.not-heard")] | None = None
    medical_informed: bool | None = None
    best_interest: Reference | None = None
    motives: Identity | None = None


class RefuseMeasure(Command):
    """Do not follow a proposed measure."""

    number: Number | None = None
    reason: Identity | None = None


class ProlongMeasure(Command):
    """Prolong a running measure."""

    number: Number | None = None
    hours: Hours
    heard: bool | None = None
    not_heard: Annotated[str, Listed("measures.not-heard")] | None = None
    medical_informed: bool | None = None
    best_interest: Reference | None = None
    motives: Identity


class VisitIsolated(Command):
    """Record that the medical service saw the resident in isolation."""

    remark: Medical | None = None
    number: Number | None = None
    note: Medical | None = None


class EndMeasure(Command):
    """End a running measure."""

    number: Number | None = None
    reason: Annotated[str, Listed("measures.end")]


class ChangeHouseRule(Command):
    """Change a provision of the house rules for a family."""

    provision: Annotated[str, Listed("measures.provision")]
    until: Day | None = None
    terms: Identity
    motives: Identity


class UseCoercion(Command):
    """Record that coercion was used; without agents named it is who records it."""

    means: tuple[Annotated[str, Listed("measures.means")], ...] = ()
    minutes: Annotated[int, Between(1, 1440)]
    occasion: Annotated[str, Listed("measures.occasion")]
    injured: bool | None = None
    agents: tuple[Person, ...] = ()


class ReportCoercion(Command):
    """File the detailed report on a use of coercion."""

    number: Number | None = None
    reference: Reference | None = None
    report: Identity


class ReviewCoercion(Command):
    """Judge the report on a use of coercion."""

    number: Number | None = None
    finding: Annotated[str, Listed("measures.review")]
    review: Identity | None = None
