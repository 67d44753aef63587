"""Record what doctors found."""

from typing import Any

import click

from cli.base import free_text
from cli.record.base import RecordingGroup, recording


@click.group("health", cls=RecordingGroup)
def health() -> None:
    """Record a doctor's finding on fitness to travel."""


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
