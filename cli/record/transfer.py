"""Record a move from one place to another."""

from collections.abc import Callable
from typing import Any

import click

from cli.base import Listed, option
from cli.record.base import RecordingGroup, code_of, recording
from cli.record.options import REFERENCE
from domain.errors import BadInput


def _receipt(name: str, help_text: str) -> Callable[[Any], Any]:
    return option(f"--{name}/--no-{name}", name, default=None, help=help_text)


_FILE = _receipt("file", "Whether the file was handed over.")
_PROPERTY = _receipt("property", "Whether the property was handed over.")
_MEDICINES = _receipt("medicines", "Whether the medicines were handed over.")


def _discrepancy(name: str, help_text: str) -> Callable[[Any], Any]:
    return option(f"--{name}-discrepancy", type=Listed("transfer.discrepancy"), help=help_text)


@click.group("transfer", cls=RecordingGroup)
def transfer() -> None:
    """Move a resident to another place: order, depart, receive or cancel."""


@transfer.command("order")
@option("--reason", type=Listed("transfer.reason"), help="Why; another reason needs a remark.")
@REFERENCE
@recording(argument="place")
def transfer_order(said: dict[str, Any]) -> str:
    """Decide that the resident goes to another PLACE."""
    if said["place"] is None:
        raise BadInput("missing: {name}", name="PLACE")
    said["place"] = code_of(said["place"])
    return "OrderTransfer"


@transfer.command("depart")
@_FILE
@_PROPERTY
@_MEDICINES
@recording()
def transfer_depart(_said: dict[str, Any]) -> str:
    """Record that the driver left with the resident, with a receipt for each thing taken along."""
    return "BeginTransfer"


@transfer.command("receive")
@option("--place", metavar="CODE", help="Where the resident arrived, by code or name.")
@_FILE
@_discrepancy("file", "Why the file is not as the driver took it.")
@_PROPERTY
@_discrepancy("property", "Why the property is not as the driver took it.")
@_MEDICINES
@_discrepancy("medicines", "Why the medicines are not as the driver took them.")
@option("--lawyer", type=Listed("transfer.lawyer"), help="Whether the lawyer was informed.")
@recording()
def transfer_receive(said: dict[str, Any]) -> str:
    """Record that the other place received the resident, with its receipt for each thing."""
    said["place"] = code_of(said["place"]) if said["place"] else None
    return "ReceiveTransfer"


@transfer.command("cancel")
@option(
    "--reason",
    required=True,
    type=Listed("transfer.cancellation"),
    help="Why; another reason needs a remark.",
)
@recording()
def transfer_cancel(_said: dict[str, Any]) -> str:
    """Call off a transfer, before it began or on its way."""
    return "CancelTransfer"
