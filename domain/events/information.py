"""What the resident was told, and what was talked about."""

from domain.events.base import DossierEvent
from domain.values import Acknowledgement, Asylum, InformationKind


class InformationGiven(DossierEvent):
    """Rights, duties and options were explained, in a language the resident understands."""

    TOPIC = "information-given.v1"
    language: str | None = None
    kinds: tuple[InformationKind, ...]
    interpreter: str | None = None
    acknowledgement: Acknowledgement | None = None


class InterviewHeld(DossierEvent):
    """The coach and the resident talked; the note may hold fears told in confidence."""

    TOPIC = "interview-held.v1"
    note: Asylum | None = None
