"""Record what the resident was told, and talks."""

from typing import Any

from cli.base import Code, free_text, option
from cli.record.base import command, recording


@command("inform")
@option("--language", required=True, metavar="CODE", help="A language the resident understands.")
@option(
    "--kind",
    "kinds",
    type=Code("InformationKind"),
    multiple=True,
    help="What was explained; without it, all seven.",
)
@option("--interpreter", metavar="NUMBER", help="The interpreter's number.")
@option("--acknowledgement", type=Code("Acknowledgement"), help="What the resident did.")
@recording()
def inform(said: dict[str, Any]) -> str:
    """Record that rights, duties and options were explained."""
    said["kinds"] = said["kinds"] or None
    return "GiveInformation"


@command("interview")
@free_text("note", "What was said; sealed.")
@recording("note")
def interview(_said: dict[str, Any]) -> str:
    """Record a talk between coach and resident."""
    return "HoldInterview"
