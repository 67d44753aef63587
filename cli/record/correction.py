"""Record what holds instead of something on record."""

from typing import Any

from cli.base import Number, free_text, option
from cli.record.base import command, needed, recording


@command("correct")
@option(
    "--version",
    "corrects",
    required=True,
    type=Number(min=1),
    metavar="N",
    help="The version of the record that is wrong.",
)
@option("--field", required=True, metavar="NAME", help="The field that is wrong, or occurred_at.")
@option("--to", "--becomes", "becomes", required=True, metavar="VALUE", help="What holds instead.")
@free_text("reason", "Why; sealed.")
@recording("reason")
def correct(said: dict[str, Any]) -> str:
    """Say what holds instead of one field of an earlier record; nothing is edited."""
    needed(said, "reason")
    said["field"] = said["field"].replace("-", "_")
    return "CorrectRecord"
