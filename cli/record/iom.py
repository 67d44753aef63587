"""Record the file for assisted voluntary return."""

from typing import Any

import click

from cli.base import Choice, Listed, option
from cli.money import AMOUNT
from cli.record.base import RecordingGroup, needed, recording
from cli.record.options import INTERPRETER, LANGUAGE, NO_INTERPRETER, REFERENCE


@click.group("iom", cls=RecordingGroup)
def iom() -> None:
    """Follow the file for assisted voluntary return with IOM (OIM)."""


@iom.command("open")
@option(
    "--own-request/--not-own-request",
    default=None,
    help="Whether the resident asked for it in person; else no file is opened.",
)
@option("--language", metavar="CODE", help="The language it was talked over in.")
@INTERPRETER
@NO_INTERPRETER
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


@iom.command("refuse")
@option("--reason", required=True, type=Listed("iom.refused"), help="Why it was refused.")
@REFERENCE
@recording()
def iom_refuse(_said: dict[str, Any]) -> str:
    """Record that IOM or Fedasil refused eligibility; the file is over."""
    return "RefuseIomEligibility"


@iom.command("sign")
@LANGUAGE
@option(
    "--guardian/--no-guardian",
    "guardian_present",
    default=None,
    help="Whether a parent or the guardian of a minor was present.",
)
@REFERENCE
@recording()
def iom_sign(_said: dict[str, Any]) -> str:
    """Record that the resident signed the voluntary return declaration."""
    return "SignDeclaration"


@iom.command("objection")
@option(
    "--outcome",
    required=True,
    type=Choice(["no-objection", "objection"]),
    help="What the Office says after checking residence and appeals.",
)
@option("--reason", type=Listed("iom.objection"), help="Why the Office objects.")
@REFERENCE
@recording()
def iom_objection(said: dict[str, Any]) -> str:
    """Record whether the Immigration Office objects to the journey with IOM."""
    if said.pop("outcome") == "objection":
        needed(said, "reason")
        return "RaiseIomObjection"
    said.pop("reason")
    return "StateNoIomObjection"


@iom.command("document")
@option(
    "--outcome",
    required=True,
    type=Choice(["pending", "received"]),
    help="Whether it is waited for or has arrived.",
)
@REFERENCE
@recording()
def iom_document(said: dict[str, Any]) -> str:
    """Record that the travel document for the journey is waited for, or has arrived."""
    return "AwaitIomDocument" if said.pop("outcome") == "pending" else "ReceiveIomDocument"


@iom.command("book")
@option("--travel-on", metavar="DATE", help="The day of the journey.")
@REFERENCE
@recording()
def iom_book(_said: dict[str, Any]) -> str:
    """Record that IOM booked the journey."""
    return "BookIomTravel"


@iom.command("premium")
@AMOUNT
@REFERENCE
@recording()
def iom_premium(_said: dict[str, Any]) -> str:
    """Record that the departure premium was paid."""
    return "PayIomPremium"


@iom.command("withdraw")
@REFERENCE
@recording()
def iom_withdraw(_said: dict[str, Any]) -> str:
    """Record that the resident withdrew; possible until boarding, without sanction."""
    return "WithdrawIomFile"


@iom.command("lapse")
@option("--reason", required=True, type=Listed("iom.lapsed"), help="Why it came to nothing.")
@REFERENCE
@recording()
def iom_lapse(_said: dict[str, Any]) -> str:
    """Record that the file came to nothing, without withdrawal or refusal."""
    return "LapseIomFile"


@iom.command("reintegrate")
@REFERENCE
@recording()
def iom_reintegrate(_said: dict[str, Any]) -> str:
    """Record that the support after arrival began."""
    return "BeginReintegration"
