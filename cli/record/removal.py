"""Record a removal and a departure."""

from typing import Any

import click

from cli.base import Code, option
from cli.record.base import REFERENCE, RecordingGroup, command, recording


@click.group("removal", cls=RecordingGroup)
def removal() -> None:
    """Prepare a removal."""


@removal.command("prepare")
@REFERENCE
@recording()
def prepare(_said: dict[str, Any]) -> str:
    """Prepare a removal on the strength of the notified decision."""
    return "PrepareRemoval"


@command("depart")
@option("--mode", required=True, type=Code("DepartureMode"), help="How the resident left.")
@option(
    "--evidence",
    type=Code("Evidence"),
    help="What shows it.",
)
@recording()
def depart(_said: dict[str, Any]) -> str:
    """Record that the resident left Belgium."""
    return "ConfirmDeparture"
