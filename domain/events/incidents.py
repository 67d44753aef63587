"""Serious incidents: reported, fed back to the hierarchy, answered, closed."""

from domain.events.base import DossierEvent
from domain.values import Identity


class SeriousIncidentReported(DossierEvent):
    """A serious incident happened at the moment of this act; the record gives it a number."""

    TOPIC = "serious-incident-reported.v1"
    number: int
    kind: str
    what: str
    immediate: tuple[str, ...] = ()
    injured: bool
    police_informed: bool
    lawyer_contacted: bool
    family_contacted: bool
    narrative: Identity


class IncidentEnded(DossierEvent):
    """A hunger strike was over."""

    TOPIC = "incident-ended.v1"
    number: int
    outcome: str


class IncidentFeedbackGiven(DossierEvent):
    """The structured report on an incident went to the hierarchy, with what is learned from it."""

    TOPIC = "incident-feedback-given.v1"
    number: int
    lessons: tuple[str, ...] = ()
    feedback: Identity


class IncidentAnswered(DossierEvent):
    """The hierarchy answered the report on an incident."""

    TOPIC = "incident-answered.v1"
    number: int
    follow_up: str
    answer: Identity | None = None


class IncidentClosed(DossierEvent):
    """The follow-up of an incident was closed."""

    TOPIC = "incident-closed.v1"
    number: int
