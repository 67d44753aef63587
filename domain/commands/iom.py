"""The file for assisted voluntary return with IOM (OIM)."""

from domain.commands.base import Command
from domain.values import Day, Language, Reference


class OpenIomFile(Command):
    """Open a file for assisted voluntary return with IOM."""

    reference: Reference | None = None


class ConfirmIomEligibility(Command):
    """Record that IOM or Fedasil confirmed eligibility."""

    reference: Reference | None = None


class SignDeclaration(Command):
    """Record that the resident signed the voluntary return declaration."""

    language: Language
    reference: Reference | None = None


class BookIomTravel(Command):
    """Record that IOM booked the journey."""

    reference: Reference | None = None
    travel_on: Day | None = None


class WithdrawIomFile(Command):
    """Record that the resident withdrew from assisted return."""

    reference: Reference | None = None
