"""Measures against the resident, proposed by one and decided by another; coercion used."""

from domain.events.base import DossierEvent
from domain.values import Identity, Medical


class MeasureProposed(DossierEvent):
    """A measure was put forward, with motives of this resident's own."""

    TOPIC = "measure-proposed.v1"
    number: int
    kind: str
    ground: str
    motives: Identity


class MeasureDecided(DossierEvent):
    """
    A proposed measure was decided and began.

    ``hours`` are real hours from this moment. ``heard`` is whether the resident was heard
    before, ``not_heard`` why not; ``best_interest`` the report on that of a child or a family.
    """

    TOPIC = "measure-decided.v1"
    number: int
    hours: int
    heard: bool | None = None
    not_heard: str | None = None
    medical_informed: bool | None = None
    best_interest: str | None = None
    motives: Identity | None = None


class MeasureRefused(DossierEvent):
    """A proposed measure was not followed."""

    TOPIC = "measure-refused.v1"
    number: int
    reason: Identity | None = None


class MeasureProlonged(DossierEvent):
    """A running measure was prolonged; ``hours`` count from its beginning, in all."""

    TOPIC = "measure-prolonged.v1"
    number: int
    hours: int
    heard: bool | None = None
    not_heard: str | None = None
    medical_informed: bool | None = None
    best_interest: str | None = None
    motives: Identity


class IsolatedVisited(DossierEvent):
    """The medical service saw the resident in isolation."""

    TOPIC = "isolated-visited.v1"
    remark: Medical | None = None
    number: int
    note: Medical | None = None


class MeasureEnded(DossierEvent):
    """A measure ended."""

    TOPIC = "measure-ended.v1"
    number: int
    reason: str


class HouseRuleChanged(DossierEvent):
    """A provision of the house rules was changed for a family; a measure, open to review."""

    TOPIC = "house-rule-changed.v1"
    number: int
    provision: str
    until: str | None = None
    terms: Identity
    motives: Identity


class CoercionUsed(DossierEvent):
    """Coercion was used: by which lawful means, how long, on what occasion, by whom."""

    TOPIC = "coercion-used.v1"
    number: int
    means: tuple[str, ...] = ()
    minutes: int
    occasion: str
    injured: bool | None = None
    agents: tuple[str, ...] = ()


class CoercionReported(DossierEvent):
    """The detailed report on a use of coercion was filed."""

    TOPIC = "coercion-reported.v1"
    number: int
    reference: str | None = None
    report: Identity


class CoercionReviewed(DossierEvent):
    """The report on a use of coercion was judged by somebody who had no part in it."""

    TOPIC = "coercion-reviewed.v1"
    number: int
    finding: str
    review: Identity | None = None
