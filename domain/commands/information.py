"""What the resident was told, what was talked about, and who stands by the resident."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import (
    Acknowledgement,
    Asylum,
    Between,
    Day,
    Identity,
    InformationKind,
    Language,
    Listed,
    Medical,
    Reference,
)


class GiveInformation(Command):
    """Record that rights, duties and options were explained."""

    language: Language
    kinds: tuple[InformationKind, ...] = tuple(InformationKind)
    interpreter: Reference | None = None
    acknowledgement: Acknowledgement | None = None
    request: Reference | None = None
    no_interpreter: Annotated[str, Listed("information.no-interpreter")] | None = None


class HoldInterview(Command):
    """Record a talk between coach and resident."""

    remark: Asylum | None = None
    note: Asylum | None = None


class RequestLegalAid(Command):
    """Record that the resident asks for a lawyer."""

    reference: Reference | None = None


class AssignLegalAid(Command):
    """Record which lawyer stands by the resident."""

    lawyer: Identity
    bar_number: Reference


class ChangeLawyer(Command):
    """Record that another lawyer took over."""

    lawyer: Identity
    bar_number: Reference


class InviteToHearing(Command):
    """Record that the resident was asked in writing to be heard before a stay is ended."""

    received_on: Day
    days: Annotated[int, Between(1, 99)] | None = None
    reference: Reference | None = None


class HoldHearing(Command):
    """Record that the resident was heard on what may be decided."""

    remark: Asylum | None = None
    language: Language
    interpreter: Reference | None = None
    about: tuple[Annotated[str, Listed("decision.kind")], ...] = ()
    note: Asylum | None = None
    no_interpreter: Annotated[str, Listed("information.no-interpreter")] | None = None


class WaiveHearing(Command):
    """Record why the resident was not heard."""

    reason: Annotated[str, Listed("information.hearing-waiver")]
    about: tuple[Annotated[str, Listed("decision.kind")], ...] = ()
    explanation: Identity


class CounselVoluntaryReturn(Command):
    """Record a talk about voluntary return, which binds nobody."""

    remark: Asylum | None = None
    moment: Annotated[str, Listed("information.counselling")]
    language: Language
    interpreter: Reference | None = None
    note: Asylum | None = None


class SignalVulnerability(Command):
    """Record signs that the resident is vulnerable."""

    remark: Medical | None = None
    kinds_seen: tuple[Annotated[str, Listed("information.vulnerability")], ...]
    details: Medical | None = None


class AssessVulnerability(Command):
    """Record in which ways the resident is vulnerable, if any."""

    remark: Medical | None = None
    kinds_found: tuple[Annotated[str, Listed("information.vulnerability")], ...] = ()
    details: Medical | None = None
