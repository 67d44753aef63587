"""What doctors and nurses found, as far as others may know it."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Between, Day, Listed, Medical, Person


class CertifyFitToTravel(Command):
    """Record a doctor's certificate that the resident is fit to travel."""

    remark: Medical | None = None
    note: Medical | None = None


class RefuseFitToTravel(Command):
    """Record a doctor's finding that the resident is not fit to travel."""

    remark: Medical | None = None
    note: Medical | None = None


class CompleteMedicalIntake(Command):
    """Record that the medical service saw the resident after arrival."""

    remark: Medical | None = None
    note: Medical | None = None


class RaiseMedicalObjection(Command):
    """Object, as a doctor, to the departure."""

    remark: Medical | None = None
    note: Medical | None = None


class ResolveMedicalObjection(Command):
    """Uphold or lift a doctor's objection."""

    remark: Medical | None = None
    outcome: Annotated[str, Listed("health.outcome")]
    note: Medical | None = None


class ForceMedicalExamination(Command):
    """Record a medical examination carried out by force; what is not said is not so."""

    remark: Medical | None = None
    imposed_by: Annotated[str, Listed("health.imposed-by")]
    emergency: bool | None = None
    no_other_certificate: bool | None = None
    informed_on: Day | None = None
    undertaking_on: Day | None = None
    reread_alone: bool | None = None
    minors_present: bool | None = None
    agents_trained: bool | None = None
    means: tuple[Annotated[str, Listed("measures.means")], ...] = ()
    minutes: Annotated[int, Between(1, 1440)]
    agents: tuple[Person, ...] = ()
    note: Medical | None = None
