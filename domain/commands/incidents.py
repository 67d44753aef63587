"""Serious incidents: reported, fed back to the hierarchy, answered, closed."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Between, Identity, Listed

Number = Annotated[int, Between(1)]
"""Which incident is meant; may be left out while there is only one."""


class ReportIncident(Command):
    """Report a serious incident, as it happened at this moment."""

    kind: Annotated[str, Listed("incidents.kind")]
    what: Annotated[str, Listed("incidents.what")]
    immediate: tuple[Annotated[str, Listed("incidents.immediate")], ...] = ()
    injured: bool
    police_informed: bool
    lawyer_contacted: bool
    family_contacted: bool
    narrative: Identity


class EndIncident(Command):
    """Record that a hunger strike is over."""

    number: Number | None = None
    outcome: Annotated[str, Listed("incidents.outcome")]


class GiveIncidentFeedback(Command):
    """Give the structured report on an incident to the hierarchy."""

    number: Number | None = None
    lessons: tuple[Annotated[str, Listed("incidents.lesson")], ...] = ()
    feedback: Identity


class AnswerIncident(Command):
    """Answer, as the hierarchy, the report on an incident."""

    number: Number | None = None
    follow_up: Annotated[str, Listed("incidents.follow-up")]
    answer: Identity | None = None


class CloseIncident(Command):
    """Close the follow-up of an incident."""

    number: Number | None = None
