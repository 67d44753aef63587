"""What the resident was told, and what was talked about."""

from domain.commands.base import Command
from domain.values import Acknowledgement, Asylum, InformationKind, Language, Reference


class GiveInformation(Command):
    """Record that rights, duties and options were explained."""

    language: Language
    kinds: tuple[InformationKind, ...] = tuple(InformationKind)
    interpreter: Reference | None = None
    acknowledgement: Acknowledgement | None = None


class HoldInterview(Command):
    """Record a talk between coach and resident."""

    note: Asylum | None = None
