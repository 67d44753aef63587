"""Control of quality: dossiers drawn in a sample, findings and what is answered to them."""

from domain.events.base import DossierEvent
from domain.values import Identity


class QualitySampleDrawn(DossierEvent):
    """The dossier was drawn in a sample."""

    TOPIC = "quality-sample-drawn.v1"
    sample: str


class QualityFindingRecorded(DossierEvent):
    """A control found something; the record gives it a number."""

    TOPIC = "quality-finding-recorded.v1"
    number: int
    kind: str
    severity: str
    sample: str | None = None
    finding: Identity


class QualityFindingAnswered(DossierEvent):
    """Another person answered a finding."""

    TOPIC = "quality-finding-answered.v1"
    number: int
    answer: Identity


class QualityFindingAccepted(DossierEvent):
    """The answer to a finding was taken as sufficient."""

    TOPIC = "quality-finding-accepted.v1"
    number: int


class QualityFindingReopened(DossierEvent):
    """The answer to a finding was not enough: another was asked for."""

    TOPIC = "quality-finding-reopened.v1"
    number: int
    reason: Identity | None = None


class MotivesExamined(DossierEvent):
    """
    Somebody who had no part in the dossier examined the motives of a serious measure.

    ``act`` is the version of the act that decided it, or in which coercion was used.
    """

    TOPIC = "motives-examined.v1"
    act: int
    outcome: str
