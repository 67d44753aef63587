"""Record what a return costs, and add it up."""

from typing import Any

import click

from cli.base import Desk, Listed, TrajetCommand, dossier_argument, option, print_json
from cli.money import AMOUNT, euros
from cli.record.base import RecordingGroup, recording
from cli.record.options import REFERENCE
from cli.words import coded, say

_KINDS = "costs.kind"


@click.group("cost", cls=RecordingGroup)
def cost() -> None:
    """Keep what a return costs."""


@cost.command("record")
@option("--kind", required=True, type=Listed(_KINDS), help="What it was for.")
@AMOUNT
@REFERENCE
@recording()
def record(_said: dict[str, Any]) -> str:
    """Record what something cost, or will cost, for the return."""
    return "RecordCost"


@cost.command("list", cls=TrajetCommand)
@dossier_argument
def list_(desk: Desk, dossier: str) -> None:
    """List what the return of a dossier cost, and the sum."""
    from cli.render import table
    from cli.restricted import read

    state = read(desk, dossier)
    total = sum(each.cents for each in state.costs)
    if desk.as_json:
        costs = [each._asdict() for each in state.costs]
        print_json({"dossier": dossier, "costs": costs, "total_cents": total})
        return
    rows = [
        (coded(_KINDS, each.kind), euros(each.cents), each.reference or "-") for each in state.costs
    ]
    table(("kind", "amount", "reference"), [*rows, (say("sum"), euros(total), "")])
