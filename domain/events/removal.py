"""Removals prepared, and departures."""

from domain.events.base import DossierEvent
from domain.values import DepartureMode, Evidence, StatisticalCategory


class RemovalPrepared(DossierEvent):
    """A removal was prepared on the strength of the notified decision."""

    TOPIC = "removal-prepared.v1"
    reference: str | None = None


class DepartureConfirmed(DossierEvent):
    """The resident left Belgium. How, how it is counted and what shows it are three things."""

    TOPIC = "departure-confirmed.v1"
    mode: DepartureMode
    statistical_category: StatisticalCategory
    evidence: Evidence
