"""Record appeals."""

from typing import Any

import click

from cli.base import Choice, Code, option
from cli.record.base import REFERENCE, RecordingGroup, recording


@click.group("appeal", cls=RecordingGroup)
def appeal() -> None:
    """Hand in, transmit, lodge or decide an appeal."""


@appeal.command("hand-in")
@option("--kind", required=True, type=Code("AppealKind"), help="The kind of remedy.")
@REFERENCE
@recording()
def hand_in(_said: dict[str, Any]) -> str:
    """Record that an appeal was handed to the director of the place."""
    return "HandInAppeal"


@appeal.command("transmit")
@REFERENCE
@recording()
def transmit(_said: dict[str, Any]) -> str:
    """Record that a handed-in appeal was passed on to the Council."""
    return "TransmitAppeal"


@appeal.command("lodge")
@option("--kind", type=Code("AppealKind"), help="The kind of remedy, if it was not handed in here.")
@REFERENCE
@recording()
def lodge(_said: dict[str, Any]) -> str:
    """Record that the Council registered an appeal."""
    return "LodgeAppeal"


@appeal.command("decide")
@option(
    "--outcome",
    required=True,
    type=Choice(["rejected", "granted", "withdrawn"]),
    help="What became of it.",
)
@REFERENCE
@recording()
def decide(said: dict[str, Any]) -> str:
    """Record the outcome of an appeal."""
    outcomes = {
        "rejected": "RejectAppeal",
        "granted": "GrantAppeal",
        "withdrawn": "WithdrawAppeal",
    }
    return outcomes[said.pop("outcome")]
