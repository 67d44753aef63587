"""Record what doctors and nurses found."""

from typing import Any

import click

from cli.base import Listed, free_text, option
from cli.record.base import RecordingGroup, recording
from cli.record.options import AGENTS, MINUTES, means_of_coercion

_BY_THE_SERVICE = free_text("note", "What the medical service notes; sealed, for medical staff.")
_BY_THE_DOCTOR = free_text("note", "What the doctor notes; sealed, for medical staff.")


@click.group("health", cls=RecordingGroup)
def health() -> None:
    """Record the medical intake, fitness to travel, an objection or an examination under force."""


@health.command("intake")
@_BY_THE_SERVICE
@recording("note")
def intake(_said: dict[str, Any]) -> str:
    """Record that the medical service saw the resident after arrival."""
    return "CompleteMedicalIntake"


@health.command("fit")
@_BY_THE_DOCTOR
@recording("note")
def fit(_said: dict[str, Any]) -> str:
    """Record a doctor's certificate that the resident is fit to travel."""
    return "CertifyFitToTravel"


@health.command("unfit")
@_BY_THE_DOCTOR
@recording("note")
def unfit(_said: dict[str, Any]) -> str:
    """Record a doctor's finding that the resident is not fit to travel."""
    return "RefuseFitToTravel"


@health.command("object")
@_BY_THE_DOCTOR
@recording("note")
def object_(_said: dict[str, Any]) -> str:
    """Object to the departure, as a doctor; it stands until it is resolved."""
    return "RaiseMedicalObjection"


@health.command("resolve")
@option(
    "--outcome",
    required=True,
    type=Listed("health.outcome"),
    help="Whether the objection is upheld or lifted; upheld, it counts as unfit to travel.",
)
@_BY_THE_SERVICE
@recording("note")
def resolve(_said: dict[str, Any]) -> str:
    """Resolve an objection: another doctor, or the removal director for the Director general."""
    return "ResolveMedicalObjection"


@health.command("forced-exam")
@option(
    "--imposed-by", required=True, type=Listed("health.imposed-by"), help="Who demands the result."
)
@option(
    "--emergency/--no-emergency",
    default=None,
    help="Whether a public health emergency of international concern is declared.",
)
@option(
    "--no-other-certificate/--other-certificate",
    default=None,
    help="Whether no other certificate is accepted.",
)
@option("--informed-on", metavar="DAY", help="The day on which the resident was informed.")
@option("--undertaking-on", metavar="DAY", help="The day on which the undertaking was signed.")
@option(
    "--reread-alone/--not-reread",
    default=None,
    help="Whether the resident read it again in private before signing.",
)
@option(
    "--minors-present/--no-minors-present",
    default=None,
    help="Whether a minor was present.",
)
@option(
    "--agents-trained/--agents-untrained",
    default=None,
    help="Whether the agents were trained for it.",
)
@means_of_coercion(required=False)
@MINUTES
@AGENTS
@_BY_THE_SERVICE
@recording("note")
def forced_exam(_said: dict[str, Any]) -> str:
    """Record a medical examination under force (art. 74/23); a report is due without delay."""
    return "ForceMedicalExamination"
