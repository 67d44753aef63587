"""The file for assisted voluntary return with IOM (OIM)."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Cents, Day, Language, Listed, Reference


class OpenIomFile(Command):
    """Open a file for assisted voluntary return with IOM."""

    reference: Reference | None = None
    own_request: bool | None = None
    language: Language | None = None
    interpreter: Reference | None = None
    no_interpreter: Annotated[str, Listed("information.no-interpreter")] | None = None


class ConfirmIomEligibility(Command):
    """Record that IOM or Fedasil confirmed eligibility."""

    reference: Reference | None = None


class RefuseIomEligibility(Command):
    """Record that IOM or Fedasil refused eligibility."""

    reason: Annotated[str, Listed("iom.refused")]
    reference: Reference | None = None


class SignDeclaration(Command):
    """Record that the resident signed the voluntary return declaration."""

    language: Language
    guardian_present: bool | None = None
    reference: Reference | None = None


class StateNoIomObjection(Command):
    """Record that the Immigration Office does not object to the journey with IOM."""

    reference: Reference | None = None


class RaiseIomObjection(Command):
    """Record that the Immigration Office objects to the journey with IOM."""

    reason: Annotated[str, Listed("iom.objection")]
    reference: Reference | None = None


class AwaitIomDocument(Command):
    """Record that a travel document was asked for the journey with IOM."""

    reference: Reference | None = None


class ReceiveIomDocument(Command):
    """Record that the travel document for the journey with IOM arrived."""

    reference: Reference | None = None


class BookIomTravel(Command):
    """Record that IOM booked the journey."""

    reference: Reference | None = None
    travel_on: Day | None = None


class PayIomPremium(Command):
    """Record that the departure premium was paid."""

    cents: Cents
    reference: Reference | None = None


class WithdrawIomFile(Command):
    """Record that the resident withdrew from assisted return."""

    reference: Reference | None = None


class LapseIomFile(Command):
    """Record that the file came to nothing."""

    reason: Annotated[str, Listed("iom.lapsed")]
    reference: Reference | None = None


class BeginReintegration(Command):
    """Record that the support after arrival began."""

    reference: Reference | None = None
