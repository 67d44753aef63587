"""Record what doctors and nurses found."""

from typing import Any

import click

from cli.base import Listed, Number, free_text, option
from cli.record.base import RecordingGroup, recording

_FOR_THE_SERVICE = "What the medical service notes; sealed, for medical staff."


@click.group("health", cls=RecordingGroup)
def health() -> None:
    """Record the medical intake, fitness to travel, an objection or an examination under force."""


@health.command("intake")
@free_text("note", _FOR_THE_SERVICE)
@recording("note")
def intake(_said: dict[str, Any]) -> str:
    """Record that the medical service saw the resident after arrival."""
    return "CompleteMedicalIntake"


@health.command("fit")
@free_text("note", "What the doctor notes; sealed, for medical staff.")
@recording("note")
def fit(_said: dict[str, Any]) -> str:
    """Record a doctor's certificate that the resident is fit to travel."""
    return "CertifyFitToTravel"


@health.command("unfit")
@free_text("note", "What the doctor notes; sealed, for medical staff.")
@recording("note")
def unfit(_said: dict[str, Any]) -> str:
    """Record a doctor's finding that the resident is not fit to travel."""
    return "RefuseFitToTravel"


@health.command("object")
@free_text("note", "What the doctor notes; sealed, for medical staff.")
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
@free_text("note", _FOR_THE_SERVICE)
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
@option(
    "--means",
    multiple=True,
    type=Listed("measures.means"),
    help="A means of coercion used; again for each one.",
)
@option(
    "--minutes", required=True, type=Number(min=1), metavar="N", help="How many minutes it lasted."
)
@option(
    "--agent",
    "agents",
    multiple=True,
    metavar="PERSON",
    help="A person who used it, by code; again for each one. Without it, who records it.",
)
@free_text("note", _FOR_THE_SERVICE)
@recording("note")
def forced_exam(_said: dict[str, Any]) -> str:
    """Record a medical examination under force (art. 74/23); a report is due without delay."""
    return "ForceMedicalExamination"
