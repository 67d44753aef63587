"""Record the file for assisted voluntary return."""

from typing import Any

import click

from cli.base import option
from cli.record.base import REFERENCE, RecordingGroup, recording


@click.group("iom", cls=RecordingGroup)
def iom() -> None:
    """Follow the file for assisted voluntary return with IOM (OIM)."""


@iom.command("open")
@REFERENCE
@recording()
def iom_open(_said: dict[str, Any]) -> str:
    """Open a file for assisted voluntary return with IOM."""
    return "OpenIomFile"


@iom.command("eligible")
@REFERENCE
@recording()
def iom_eligible(_said: dict[str, Any]) -> str:
    """Record that IOM or Fedasil confirmed eligibility."""
    return "ConfirmIomEligibility"


@iom.command("sign")
@option("--language", required=True, metavar="CODE", help="A language the resident understands.")
@REFERENCE
@recording()
def iom_sign(_said: dict[str, Any]) -> str:
    """Record that the resident signed the voluntary return declaration."""
    return "SignDeclaration"


@iom.command("book")
@option("--travel-on", metavar="DATE", help="The day of the journey.")
@REFERENCE
@recording()
def iom_book(_said: dict[str, Any]) -> str:
    """Record that IOM booked the journey."""
    return "BookIomTravel"


@iom.command("withdraw")
@REFERENCE
@recording()
def iom_withdraw(_said: dict[str, Any]) -> str:
    """Record that the resident withdrew; possible until boarding, without sanction."""
    return "WithdrawIomFile"
